"""The records of a registry: known actors and places with their names, and who holds, or held, which role where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from claimgraph.model import Kind, Source
from claimgraph.registry.terms import XSD

_GRAINS = {4: ("gYear", "-01-01"), 7: ("gYearMonth", "-01"), 10: ("date", "")}  # and what makes each a whole date


@dataclass(frozen=True, order=True)
class Label:
    """A name in a language (BCP 47)."""

    text: str
    language: str = "en"


@dataclass(frozen=True)
class Entry:
    """A known actor, or a place (`kind` None)."""

    id: str
    kind: Kind | None
    label: Label
    alt_labels: tuple[Label, ...] = ()
    metonyms: tuple[str, ...] = ()  # names of something else that stand for it where it acts: 'Washington'
    demonyms: tuple[str, ...] = ()  # 'American'
    part_of: str | None = None  # the parent body, or the place around it
    territory: str | None = None  # of a state
    matches: tuple[str, ...] = ()  # skos:exactMatch
    source: str | None = None  # dcterms:source


@dataclass(frozen=True)
class Role:
    """A known affiliation. Its dates are of ISO 8601, as exact as they are known: YYYY, YYYY-MM or YYYY-MM-DD."""

    id: str
    member: str
    organization: str
    role: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None  # dcterms:source

    def holds(self, day: str) -> bool | None:
        """Whether the role was held on a day, given as an ISO 8601 date; None where the role has no dates.

        Dates are compared as far as both tell, first and last included: in the year or month of a change both who left
        and who came held it. A side that is not given is open.
        """
        if self.since is None and self.until is None:
            return None
        begun = self.since is None or day[: len(self.since)] >= self.since[: len(day)]
        return begun and (self.until is None or day[: len(self.until)] <= self.until[: len(day)])


@dataclass(frozen=True)
class Registry:
    """All entries by id, in the order of their ids."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    sources: tuple[Source, ...] = field(default=(), compare=False)  # the files that it was read from, in their order


def grain(day: str) -> str | None:
    """The IRI of the datatype of a date YYYY, YYYY-MM or YYYY-MM-DD; None for what is no date."""
    name, rest = _GRAINS.get(len(day), ("", "none"))
    try:
        date.fromisoformat(day + rest)
    except ValueError:
        return None
    return XSD + name if day.isascii() else None
