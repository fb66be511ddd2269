"""An article's events and figures as an annotator has them, beside those found.

The format is told of in `annotated/events/README.md`. Spans are 0-based code points into the article's text, end
exclusive. Who takes part is an `actor_annotation.Thing`, and is found as actors are.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.actor_annotation import ActorCase, Annotation, Thing, Where, place_of
from claimgraph.model import Event, Factuality, Figure, Measure
from claimgraph.vocabulary import superclasses

ITEM = "Item"
ROLES = {
    "agent": "agents",
    "patient": "patients",
    "recipient": "recipients",
    "instrument": "instruments",
    "location": "locations",
    "origin": "origins",
    "destination": "destinations",
}
Part = tuple[str, str]  # a role, and who or what has it
Stretch = tuple[str | None, str | None]  # begin and end


@dataclass(frozen=True)
class Telling:
    """A mention of an event as it is annotated, with what it tells; the first one has what the whole article tells."""

    id: str
    anchor: Where
    classes: frozenset[str]  # every name that is right; the ontology may lack it
    codes: frozenset[str]
    factuality: frozenset[Factuality]
    parts: frozenset[Part] = frozenset()
    date: str | None = None
    stretch: Stretch | None = None
    is_also_claimed: bool = False
    same_as: str | None = None  # the id of the first mention
    optional: bool = False


@dataclass(frozen=True)
class Happening:
    """An event as it is annotated: its first mention and the later ones."""

    first: Telling
    later: tuple[Telling, ...] = ()

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """All of its mentions."""
        return (self.first, *self.later)


@dataclass(frozen=True)
class Count:
    """A figure as it is annotated. `of`: the ids of the events and entities that it may belong to."""

    id: str
    words: Where
    value: Decimal
    measures: frozenset[Measure]
    upper: Decimal | None = None
    approximate: bool = False
    unit: str | None = None
    of: frozenset[str] = frozenset()
    as_of: str | None = None
    optional: bool = False


@dataclass(frozen=True)
class EventAnnotation(Annotation):
    """All that is annotated in an article of this set."""

    tellings: tuple[Telling, ...] = ()
    counts: tuple[Count, ...] = ()

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """The events, by their first mentions."""
        later: defaultdict[str, list[Telling]] = defaultdict(list)
        for telling in self.tellings:
            if telling.same_as:
                later[telling.same_as].append(telling)
        return tuple(Happening(one, tuple(later[one.id])) for one in self.tellings if not one.same_as)


def annotation(path: Path) -> EventAnnotation:
    """The events of an article's JSON; raises KeyError or ValueError where a key is missing or a value is odd."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return EventAnnotation(
        {row["id"]: _thing(row) for row in data["entities"]},
        interchangeable=tuple(map(frozenset, data.get("interchangeable", ()))),
        tellings=tuple(map(_telling, data["events"])),
        counts=tuple(map(_count, data["figures"])),
    )


def _where(row: Sequence[int]) -> Where:
    begin, end = row
    return begin, end


def _thing(row: Mapping[str, Any]) -> Thing:
    mentions, references = (tuple(map(_where, row.get(key, ()))) for key in ("mentions", "references"))
    return Thing(row["id"], row["name"], frozenset({row["kind"]}), mentions, references)


def _telling(row: Mapping[str, Any]) -> Telling:
    return Telling(
        row["id"],
        _where(row["anchor"]),
        frozenset(row["class"]),
        frozenset(row["plover"]),
        frozenset(map(Factuality, row["factuality"])),
        frozenset((role, thing) for role in ROLES for thing in row[role]),
        row.get("date"),
        (row["interval"]["begin"], row["interval"]["end"]) if row.get("interval") else None,
        row.get("also_claimed", False),
        row.get("same_as"),
        row.get("optional", False),
    )


def _count(row: Mapping[str, Any]) -> Count:
    measures = row["measures"]
    return Count(
        row["id"],
        _where(row["text"]),
        Decimal(str(row["value"])),
        frozenset(map(Measure, [measures] if isinstance(measures, str) else measures)),
        None if row.get("upper") is None else Decimal(str(row["upper"])),
        row.get("approximate", False),
        row.get("unit"),
        frozenset(row["of"]),
        row.get("as_of"),
        row.get("optional", False),
    )


def overlap(one: Where, other: Where) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def has_class(event: Event, names: Iterable[str]) -> bool:
    """Whether the class of a found event, or one above it, is among the names."""
    return not set(superclasses(event.type)).isdisjoint(names)


def parts_of(event: Event) -> Iterator[Part]:
    """The roles of a found event, with the ids of the nodes that have them."""
    for role, field in ROLES.items():
        for node in getattr(event, field):
            yield role, node


@dataclass(frozen=True)
class EventCase(ActorCase):
    """An article's events and figures, annotated and found."""

    wanted: EventAnnotation

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The found actors, places and things with their classes: whatever may have a role."""
        return super().kinds | {item.id: ITEM for item in self.told.items}

    @cached_property
    def spots(self) -> dict[str, tuple[Where, ...]]:
        """Where the mentions of each found event and figure stand."""
        result = defaultdict(list)
        for mention in self.told.mentions:
            result[mention.of].append(place_of(mention))
        ids = [*(event.id for event in self.told.events), *(figure.id for figure in self.told.figures)]
        return {one: tuple(result[one]) for one in ids}

    def lies_on(self, node: str, where: Where) -> bool:
        """Whether a mention of a found event or figure overlaps an annotated one."""
        return any(overlap(spot, where) for spot in self.spots[node])

    def events_on(self, where: Where) -> frozenset[str]:
        """The found events with a mention on an annotated one."""
        return frozenset(event.id for event in self.told.events if self.lies_on(event.id, where))

    @cached_property
    def pairs(self) -> tuple[tuple[Happening, Event], ...]:
        """The annotated events with the found ones that tell of them, one to one.

        Where several are possible, what is not optional goes first, then a first mention, one class, more mentions.
        """
        possible = []
        for i, happening in enumerate(self.wanted.happenings):
            first = happening.first
            for j, event in enumerate(self.told.events):
                if hits := sum(self.lies_on(event.id, telling.anchor) for telling in happening.tellings):
                    off, unlike = not self.lies_on(event.id, first.anchor), not has_class(event, first.classes)
                    possible.append((first.optional, off, unlike, -hits, i, j))
        left, right = dict(enumerate(self.wanted.happenings)), dict(enumerate(self.told.events))
        ranked = [(i, j) for *_, i, j in sorted(possible)]
        return tuple((left.pop(i), right.pop(j)) for i, j in ranked if i in left and j in right)

    @cached_property
    def matches(self) -> tuple[tuple[Happening, Event], ...]:
        """The pairs without the optional events."""
        return tuple(pair for pair in self.pairs if not pair[0].first.optional)

    def figures_on(self, where: Where) -> tuple[Figure, ...]:
        """The found figures with a mention on an annotated one."""
        return tuple(figure for figure in self.told.figures if self.lies_on(figure.id, where))
