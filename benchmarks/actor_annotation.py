"""An article's actors, places and affiliations as an annotator has them, beside those found.

The format is told of in `annotated/actors/README.md`. Spans are 0-based code points into the article's text, end
exclusive.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from claimgraph.model import Extraction, Mention

Where = tuple[int, int]
Pair = frozenset[str]
Reference = tuple[str, str]  # an article's identifier, and the id of an actor or a place in it
PLACE = "Place"
COUNTED = re.compile(r"(?:(?:tens|dozens|scores|hundreds|thousands|millions) of )+", re.IGNORECASE)
BEHIND = re.compile(r",| \(| (?:of|in|at|on|to|from|for|with|by|near|who|whom|that|which|including)\b")


@dataclass(frozen=True)
class Thing:
    """An actor or a place as it is annotated."""

    id: str
    name: str
    kinds: frozenset[str]
    mentions: tuple[Where, ...]
    references: tuple[Where, ...] = ()
    optional_mentions: tuple[Where, ...] = ()
    named: bool = True
    optional: bool = False
    number: Decimal | None = None  # of those who are in an unnamed group


@dataclass(frozen=True)
class Role:
    """An affiliation as it is annotated."""

    member: str
    organizations: tuple[str, ...]  # the first, or any of the others
    roles: tuple[str, ...]  # likewise; empty where there is none
    place: str | None
    evidence: tuple[Where, ...]
    optional: bool


@dataclass(frozen=True)
class Annotation:
    """All that is annotated in an article."""

    things: Mapping[str, Thing]
    roles: tuple[Role, ...] = ()
    different: tuple[Pair, ...] = ()
    interchangeable: tuple[Pair, ...] = ()
    no_affiliation: tuple[tuple[str, str], ...] = ()  # member, organization


@dataclass(frozen=True)
class Cross:
    """What is one and what is not in several articles."""

    same: tuple[frozenset[Reference], ...] = ()
    arguable: tuple[frozenset[Reference], ...] = ()
    different: tuple[frozenset[Reference], ...] = ()


def annotation(path: Path) -> Annotation:
    """The actors of an article's JSON; raises KeyError or ValueError where a key is missing or a value is odd."""
    data = json.loads(path.read_text(encoding="utf-8"))
    things = [_thing(row, row["types"]) for row in data["actors"]] + [_thing(row, [PLACE]) for row in data["places"]]
    return Annotation(
        {thing.id: thing for thing in things},
        tuple(map(_role, data["affiliations"])),
        tuple(map(frozenset, data["different"])),
        tuple(map(frozenset, data["interchangeable"])),
        tuple((member, organization) for member, organization in data["no_affiliation"]),
    )


def cross(path: Path) -> Cross:
    """What a folder's `cross.json` tells."""
    data = json.loads(path.read_text(encoding="utf-8"))
    groups = [(_group(row["members"]), row["optional"]) for row in data["same"]]
    return Cross(
        tuple(group for group, optional in groups if not optional),
        tuple(group for group, optional in groups if optional),
        tuple(map(_group, data["different"])),
    )


def _group(rows: Iterable[Sequence[str]]) -> frozenset[Reference]:
    return frozenset((article, thing) for article, thing in rows)


def _spans(rows: Iterable[Sequence[int]]) -> tuple[Where, ...]:
    return tuple((begin, end) for begin, end in rows)


def _thing(row: Mapping[str, Any], kinds: Iterable[str]) -> Thing:
    return Thing(
        row["id"],
        row["name"],
        frozenset(kinds),
        _spans(row["mentions"]),
        _spans(row.get("references", ())),
        _spans(row.get("optional_mentions", ())),
        row.get("named", True),
        row.get("optional", False),
        Decimal(row["number"]) if "number" in row else None,
    )


def _role(row: Mapping[str, Any]) -> Role:
    return Role(
        row["member"],
        (row["organization"], *row.get("organization_accept", ())),
        (row["role"], *row.get("role_accept", ())) if row["role"] else (),
        row["place"],
        _spans(row["evidence"]),
        row["optional"],
    )


def place_of(mention: Mention) -> Where:
    """Where a mention stands."""
    return mention.span.begin, mention.span.end


def shared(one: Where, other: Where) -> float:
    """The characters that two spans have in common, as a share of those that either has (Jaccard)."""
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return common / (one[1] - one[0] + other[1] - other[0] - common)


def is_name(mention: Mention) -> bool:
    """Whether it is found as a name, not as a description or a pronoun."""
    return mention.rule.startswith("name.")


@dataclass(frozen=True)
class ActorCase:
    """An article's actors, places and affiliations, annotated and found."""

    told: Extraction
    wanted: Annotation

    @property
    def identifier(self) -> str:
        """The article's."""
        return self.told.article.identifier

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The found actors and places with their classes."""
        places = {place.id: PLACE for place in self.told.places}
        return {actor.id: actor.kind.value for actor in self.told.actors} | places

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Those of actors and places."""
        return tuple(mention for mention in self.told.mentions if mention.of in self.kinds)

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """Those that name an actor or a place."""
        unnamed = {actor.id for actor in self.told.actors if not actor.named}
        return tuple(mention for mention in self.mentions if is_name(mention) and mention.of not in unnamed)

    def equal(self, thing: str) -> frozenset[str]:
        """An actor or a place as annotated, and those that may stand for it."""
        return frozenset({thing}).union(*(pair for pair in self.wanted.interchangeable if thing in pair))

    @cached_property
    def required(self) -> dict[Where, tuple[Thing, ...]]:
        """The annotated mentions by name that are to be found, each with whom it may mean."""
        result: defaultdict[Where, list[Thing]] = defaultdict(list)
        for thing in self.wanted.things.values():
            for where in thing.mentions if thing.named and not thing.optional else ():
                result[where].append(thing)
        return {where: tuple(things) for where, things in sorted(result.items())}

    @cached_property
    def found(self) -> dict[Where, frozenset[str]]:
        """The nodes of the closest mention on each of the required ones; several where a name is of several.

        A name need only overlap it; a description of what has a name counts where it means the same words.
        """
        result = {}
        unnamed = {actor.id for actor in self.told.actors if not actor.named}
        for where in self.required:
            described = (m for m in self.lying_on(where) if not is_name(m) and m.of not in unnamed)
            shares = [(shared(where, place_of(mention)), mention.of) for mention in (*self.names, *described)]
            likest = max((share for share, _ in shares), default=0)
            if likest:
                result[where] = frozenset(node for share, node in shares if share == likest)
        return result

    def readings(self, where: Where) -> frozenset[str]:
        """Whom an annotated mention may mean."""
        things = self.wanted.things.values()
        return frozenset(one.id for one in things if where in (*one.mentions, *one.optional_mentions))

    @cached_property
    def namings(self) -> tuple[tuple[str, Mention], ...]:
        """The names whose closest annotated span is of one actor or place only, with it."""
        closest = ((self._closest(name), name) for name in self.names)
        return tuple((next(iter(things)), name) for things, name in closest if len(things) == 1)

    @cached_property
    def named_by(self) -> dict[str, frozenset[str]]:
        """The nodes that have such a name, by actor or place."""
        result: defaultdict[str, set[str]] = defaultdict(set)
        for thing, name in self.namings:
            result[thing].add(name.of)
        return {thing: frozenset(nodes) for thing, nodes in result.items()}

    @cached_property
    def stands_for(self) -> dict[str, frozenset[str]]:
        """Whom each node stands for: those on whom more than half of its names fall, or else of its other mentions.

        What may stand for another counts for both. A mention on nothing that is annotated is left out.
        """
        votes: defaultdict[tuple[str, bool], list[frozenset[str]]] = defaultdict(list)
        for mention in self.mentions:
            if closest := self._closest(mention):
                vote = frozenset[str]().union(*map(self.equal, closest))
                votes[mention.of, is_name(mention)].append(vote)
        result = {}
        for node in self.kinds:
            cast = votes.get((node, True)) or votes.get((node, False), [])
            counts = Counter(thing for vote in cast for thing in vote)
            result[node] = frozenset(thing for thing, count in counts.items() if 2 * count > len(cast))
        return result

    def _closest(self, mention: Mention) -> frozenset[str]:
        """Whom the annotation has where a name overlaps most, or what means the same words as a description."""
        spots = [(where, thing) for where, thing in self._spots if is_name(mention) or self._lies_on(where, mention)]
        shares = [(shared(where, place_of(mention)), thing) for where, thing in spots]
        likest = max((share for share, _ in shares), default=0)
        return frozenset(thing for share, thing in shares if likest and share == likest)

    @cached_property
    def _spots(self) -> tuple[tuple[Where, str], ...]:
        return tuple(
            (where, thing.id)
            for thing in self.wanted.things.values()
            for where in (*thing.mentions, *thing.optional_mentions, *thing.references)
        )

    def lying_on(self, where: Where) -> tuple[Mention, ...]:
        """The mentions that mean the same words as an annotated one: the heads of the phrases end at one place.

        What stands before the head, or behind it, may be part of one and not of the other.
        """
        return tuple(mention for mention in self.mentions if self._lies_on(where, mention))

    def _lies_on(self, where: Where, mention: Mention) -> bool:
        return where == place_of(mention) or self._head(where) == self._head(place_of(mention))

    def _head(self, where: Where) -> int:
        """Where the head of a phrase ends: before the first preposition, relative pronoun, comma or parenthesis."""
        words = self.told.article.text[slice(*where)]
        counted = COUNTED.match(words)
        behind = BEHIND.search(words, counted.end() if counted else 0)
        return where[0] + behind.start() if behind else where[1]
