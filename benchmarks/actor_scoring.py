"""What is right and wrong in the actors, places and affiliations found in annotated articles.

mentions      of named actors and places: an annotated one is found where a name overlaps it; a name that overlaps
              only what is optional, a reference or an unnamed actor counts neither for nor against
kinds         of the mentions found: the class is one that is accepted, or lies above or below one
within        pairs of mentions found in one article: of one actor, against of one node; what may stand for another
              may be one with it or not, and so may mentions that can be read in several ways
across        likewise, pairs in different articles
different     pairs that must not be one, and whether they are
references    descriptions and pronouns: whether a mention of the right node lies on them; precision is of those that
              any mention lies on
unnamed       actors without a name on whom a mention of a node without a name lies
numbers       of those, how many there are, as a figure of the node
affiliations  pairs of member and organization; what the article denies is left out, and those of members without a
              name, which are optional, count only where they are right
roles         of the annotated affiliations found
places        likewise: where a role is held, or that it is nowhere
near          pairs that look like an affiliation and are none, and whether one is found
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations, product
from typing import NamedTuple

from benchmarks.actor_annotation import ActorCase, Cross, Reference, Role, Where, place_of, shared
from claimgraph.model import Affiliation, Factuality, Kind
from claimgraph.vocabulary import superclasses

NOWHERE = (0, 1)  # where there is nothing to show


class Figure(StrEnum):
    """What is measured."""

    MENTIONS = "mentions"
    KINDS = "kinds"
    WITHIN = "within"
    ACROSS = "across"
    DIFFERENT = "different"
    REFERENCES = "references"
    UNNAMED = "unnamed"
    NUMBERS = "numbers"
    AFFILIATIONS = "affiliations"
    ROLES = "roles"
    PLACES = "places"
    NEAR = "near"


class Verdict(NamedTuple):
    """Whether one thing that is annotated is found, or one that is found is annotated."""

    figure: Figure
    is_wanted: bool
    is_right: bool
    case: ActorCase
    where: Where
    note: str = ""


def verdicts(cases: Sequence[ActorCase], cross: Cross) -> Iterator[Verdict]:
    """All that can be said of several articles together."""
    for case in cases:
        yield from _mentions(case)
        yield from _kinds(case)
        yield from _references(case)
        yield from _unnamed(case)
        yield from _affiliations(case)
        yield from _near(case)
    yield from _identity(cases, cross)
    yield from _different(cases, cross)


def _mentions(case: ActorCase) -> Iterator[Verdict]:
    for where, things in case.required.items():
        yield Verdict(Figure.MENTIONS, True, where in case.found, case, where, things[0].name)
    free = [
        where
        for thing in case.wanted.things.values()
        for where in (*thing.mentions, *thing.optional_mentions, *thing.references)
    ]
    for where, node, rule in sorted({(place_of(name), name.of, name.rule) for name in case.names}):
        is_right = any(shared(where, other) for other in case.required)
        if is_right or not any(shared(where, other) for other in free):
            yield Verdict(Figure.MENTIONS, False, is_right, case, where, f"{node} by {rule}")


def _kinds(case: ActorCase) -> Iterator[Verdict]:
    for where, nodes in case.found.items():
        right = frozenset[str]().union(*(case.equal(thing.id) for thing in case.required[where]))
        accepted = frozenset[str]().union(*(case.wanted.things[thing].kinds for thing in right))
        kinds = sorted(case.kinds[node] for node in nodes)
        fits = any(are_kin(kind, other) for kind in kinds for other in accepted)
        note = f"wanted {' or '.join(sorted(accepted))}, found {' and '.join(kinds)}"
        yield Verdict(Figure.KINDS, True, fits, case, where, note)


def are_kin(kind: str, other: str) -> bool:
    """Whether one class is the other, or lies above or below it; that something is an actor says nothing."""
    return Kind.ACTOR not in (kind, other) and (other in superclasses(kind) or kind in superclasses(other))


def _references(case: ActorCase) -> Iterator[Verdict]:
    for thing in case.wanted.things.values():
        for where in () if thing.optional or not thing.named else thing.references:
            nodes = sorted({mention.of for mention in case.lying_on(where)})
            is_right = any(thing.id in case.stands_for[node] for node in nodes)
            note = f"wanted {thing.name}, found {', '.join(nodes) or 'nothing'}"
            yield Verdict(Figure.REFERENCES, True, is_right, case, where, note)
            if nodes:
                yield Verdict(Figure.REFERENCES, False, is_right, case, where, note)


def _unnamed(case: ActorCase) -> Iterator[Verdict]:
    unnamed = {actor.id for actor in case.told.actors if not actor.named}
    for thing in case.wanted.things.values():
        if thing.optional or thing.named or not thing.mentions:
            continue
        nodes = {mention.of for where in thing.mentions for mention in case.lying_on(where)} & unnamed
        yield Verdict(Figure.UNNAMED, True, bool(nodes), case, thing.mentions[0], thing.name)
        if thing.number is not None:
            standing = nodes | {node for node, things in case.stands_for.items() if thing.id in things}
            values = [figure.value for figure in case.told.figures if figure.of in standing]
            note = f"wanted {thing.number}, found {', '.join(map(str, values)) or 'nothing'}"
            yield Verdict(Figure.NUMBERS, True, thing.number in values, case, thing.mentions[0], note)


# Affiliations --------------------------------------------------------------------------------------------------------


def _affiliations(case: ActorCase) -> Iterator[Verdict]:
    made = _made(case)
    rows: dict[tuple[str, str], list[Role]] = {}
    for role in case.wanted.roles:
        rows.setdefault((role.member, role.organizations[0]), []).append(role)
    right, free = set(), set()
    for (member, organization), roles in rows.items():
        hits = [one for one in made if any(_is_of(case, one, role) for role in roles)]
        pairs = {(one.member, one.organization) for one in hits}
        free |= pairs
        asked = [role for role in roles if not role.optional]
        if asked:
            right |= pairs
            things = case.wanted.things
            note = f"{things[member].name}, {asked[0].roles[:1]}, {things[organization].name}"
            yield Verdict(Figure.AFFILIATIONS, True, bool(hits), case, asked[0].evidence[0], note)
        for role in asked if hits else ():
            yield from _told(case, role, [one for one in hits if _is_of(case, one, role)])
    unnamed = {actor.id for actor in case.told.actors if not actor.named}
    for pair, one in {(one.member, one.organization): one for one in made}.items():
        if pair in right or not (pair in free or one.member in unnamed):
            note = f"{one.member}, {one.role}, {one.organization} by {one.rule}"
            yield Verdict(Figure.AFFILIATIONS, False, pair in right, case, _first(case, one.member), note)


def _made(case: ActorCase) -> list[Affiliation]:
    """The affiliations found, without those that are denied."""
    return [one for one in case.told.affiliations if one.factuality != Factuality.DENIED]


def _is_of(case: ActorCase, made: Affiliation, role: Role) -> bool:
    stands = case.stands_for
    return role.member in stands.get(made.member, ()) and not stands.get(made.organization, frozenset()).isdisjoint(
        role.organizations
    )


def _told(case: ActorCase, role: Role, hits: Sequence[Affiliation]) -> Iterator[Verdict]:
    """Role and place of an annotated affiliation: of those found, the likest counts."""

    def is_there(made: Affiliation) -> bool:
        if role.place is None or made.place is None:
            return role.place == made.place
        return role.place in case.stands_for.get(made.place, ())

    likest = max(hits, key=lambda made: (is_role(made.role, role.roles), is_there(made)), default=None)
    where = role.evidence[0]
    if role.roles:
        fits, found = likest is not None and is_role(likest.role, role.roles), likest and likest.role
        yield Verdict(Figure.ROLES, True, fits, case, where, f"wanted {' or '.join(role.roles)}, found {found}")
    if likest and (role.place or likest.place):
        wanted = case.wanted.things[role.place].name if role.place else None
        yield Verdict(Figure.PLACES, True, is_there(likest), case, where, f"wanted {wanted}, found {likest.place}")


def is_role(found: str | None, accepted: Iterable[str]) -> bool:
    """Whether a role is one of those that are right, or its words hold those of one or stand among them."""
    words = [f" {' '.join(role.casefold().split())} " for role in accepted]
    mine = f" {' '.join((found or '').casefold().split())} "
    return bool(mine.strip()) and any(mine in other or other in mine for other in words)


def _near(case: ActorCase) -> Iterator[Verdict]:
    stands = case.stands_for
    for member, organization in case.wanted.no_affiliation:
        built = [
            one
            for one in _made(case)
            if member in stands.get(one.member, ()) and organization in stands.get(one.organization, ())
        ]
        note = ", ".join(f"{one.member}, {one.role}, {one.organization} by {one.rule}" for one in built)
        where = _first(case, built[0].member) if built else NOWHERE
        yield Verdict(Figure.NEAR, True, not built, case, where, note)


def _first(case: ActorCase, node: str) -> Where:
    return min((place_of(mention) for mention in case.mentions if mention.of == node), default=NOWHERE)


# Identity ------------------------------------------------------------------------------------------------------------


class _Match(NamedTuple):
    case: ActorCase
    where: Where
    nodes: frozenset[str]
    homes: frozenset[Reference]  # whom it may mean, by one of the articles that have him

    def words(self) -> str:
        return self.case.told.article.text[slice(*self.where)]


def _identity(cases: Sequence[ActorCase], cross: Cross) -> Iterator[Verdict]:
    home = {member: min(group) for group in cross.same for member in group}
    either = {frozenset(pair) for group in cross.arguable for pair in combinations(sorted(group), 2)}
    either |= {_homes(case, pair, home) for case in cases for pair in case.wanted.interchangeable}
    matches = [
        _Match(case, where, nodes, _homes(case, case.readings(where), home))
        for case in cases
        for where, nodes in case.found.items()
    ]
    for left, right in combinations(matches, 2):
        is_same, joined = left.homes == right.homes, bool(left.nodes & right.nodes)
        meet = left.homes & right.homes or any(frozenset(pair) in either for pair in product(left.homes, right.homes))
        figure = Figure.WITHIN if left.case is right.case else Figure.ACROSS
        note = f"and {right.case.identifier} {right.where[0]} [{right.words()}]: {_shown(left)} and {_shown(right)}"
        if is_same:
            yield Verdict(figure, True, joined, left.case, left.where, note)
        if joined and (is_same or not meet):
            yield Verdict(figure, False, is_same, left.case, left.where, note)


def _homes(case: ActorCase, things: Iterable[str], home: Mapping[Reference, Reference]) -> frozenset[Reference]:
    members = ((case.identifier, thing) for thing in things)
    return frozenset(home.get(member, member) for member in members)


def _shown(match: _Match) -> str:
    return "/".join(sorted(match.nodes))


def _different(cases: Sequence[ActorCase], cross: Cross) -> Iterator[Verdict]:
    by_name = {case.identifier: case for case in cases}
    within = (frozenset((case.identifier, thing) for thing in pair) for case in cases for pair in case.wanted.different)
    for (first, one), (second, other) in map(sorted, (*within, *cross.different)):
        if first in by_name and second in by_name:
            left, right = by_name[first], by_name[second]
            nodes = sorted(left.named_by.get(one, frozenset()) & right.named_by.get(other, frozenset()))
            note = f"{left.wanted.things[one].name} and {second} {right.wanted.things[other].name}: {', '.join(nodes)}"
            named = (place_of(name) for thing, name in left.namings if thing == one and name.of in nodes)
            yield Verdict(Figure.DIFFERENT, True, not nodes, left, min(named, default=NOWHERE), note)
