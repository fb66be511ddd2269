"""The registry: known actors and places, with their names. Turtle in, frozen records out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimgraph.model import Kind


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
    """A known affiliation."""

    id: str
    member: str
    organization: str
    role: str | None = None


@dataclass(frozen=True)
class Registry:
    """All entries by id, in the order of their ids."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()
