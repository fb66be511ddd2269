"""A state as a registry has it, whatever the format."""

from claimgraph.model import Kind
from claimgraph.registry import Entry, Label

STATE = Entry(
    "actor/orsinia",
    Kind.STATE,
    Label("Orsinia"),
    (Label("Kingdom of Orsinia"), Label("أورسينيا", "ar")),
    metonyms=("Krasnoy",),
    demonyms=("Orsinian",),
    territory="place/orsinia",
    matches=("http://example.org/orsinia",),
    source="an atlas",
)
