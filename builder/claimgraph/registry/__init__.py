"""The registry: known actors and places, with their names. Turtle or CSV in, frozen records out."""

from claimgraph.registry.loading import load
from claimgraph.registry.records import Entry, Label, Registry, Role
from claimgraph.registry.terms import KINDS, SHAPE

__all__ = ["KINDS", "SHAPE", "Entry", "Label", "Registry", "Role", "load"]
