"""What the words for a time come to: a day, month or year, or a stretch from a first to a last one."""

from claimgraph.statements.times.points import FORMS
from claimgraph.statements.times.stretches import Moment, found, moment, resolve
from claimgraph.statements.times.words import MONTHS

__all__ = ["FORMS", "MONTHS", "Moment", "found", "moment", "resolve"]
