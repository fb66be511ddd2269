"""What is right and wrong in the events and figures found in annotated articles.

events      one to one: a found event tells of an annotated one where one of its mentions overlaps the anchor of its
            first mention or of a later one. A further one on the same is false ('told twice'). An optional event
            counts neither for nor against, nor does what is found on an optional mention or on the cue of a claim and
            tells of nothing annotated

Of the annotated events found:

class       the class found, or one above it in the ontology, is among the annotated names; where the ontology has none
            of these, the event is left out
code        the PLOVER code is one of the annotated ones
factuality  likewise
claimed     told in the article's own voice and claimed too: mentions told as Stated, and as something else
roles       pairs of role and participant. Who stands for whom is told by the mentions (`ActorCase.stands_for`); what
            may stand for another is equal to it. Of several roles of one participant in one event, one is enough, and
            what only a later mention tells is neither asked for nor false
dates       of the annotated ones, those as exact and as right; what is found where none is annotated is false, unless
            a later mention has it. Where a date and a stretch are annotated, the one that is found counts
intervals   likewise stretches of time, begin and end

joined      pairs of annotated mentions on which anything is found: of one event, against of one found event. An attack
            and the harm done in it are two events as they are annotated
figures     those with the right value (and upper value) and measure; for words that give no number ('dozens'), none
            will do

Of the annotated figures found: unit (of those with one, annotated or found), of (whom or what it counts: an event
found on a mention of the annotated one, or who stands for the participant) and as_of (as dates).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from benchmarks.actor_annotation import Where
from benchmarks.event_annotation import (
    Count,
    EventCase,
    Happening,
    Part,
    Stretch,
    Telling,
    has_class,
    parts_of,
)
from claimgraph.errors import InputError
from claimgraph.model import Event, Factuality, Figure
from claimgraph.vocabulary import plover_code, superclasses

Time = str | Stretch | None  # a date, or the ends of a stretch
VAGUE = re.compile(r"\b(?:several|dozens|scores|tens|hundreds|thousands|millions)\b", re.IGNORECASE)


class Kind(StrEnum):
    """What is measured."""

    EVENTS = "events"
    CLASS = "class"
    CODE = "code"
    FACTUALITY = "factuality"
    CLAIMED = "claimed"
    ROLES = "roles"
    DATES = "dates"
    INTERVALS = "intervals"
    JOINED = "joined"
    FIGURES = "figures"
    UNIT = "unit"
    OF = "of"
    AS_OF = "as_of"


class Outcome(StrEnum):
    """Of what is annotated, whether it is found; or what is found and not annotated."""

    RIGHT = "right"
    MISSED = "missed"  # or another value is found
    FALSE = "false"


class Verdict(NamedTuple):
    """What became of one thing that is annotated or found, with where it stands."""

    kind: Kind
    outcome: Outcome
    case: EventCase
    where: Where
    note: str = ""


def verdicts(cases: Sequence[EventCase]) -> Iterator[Verdict]:
    """All that can be said of several articles."""
    for case in cases:
        yield from _events(case)
        for happening, event in case.matches:
            yield from _values(case, happening, event)
            yield from _roles(case, happening, event)
            yield from _times(case, happening, event)
        yield from _joined(case)
        yield from _figures(case)


def _is(right: bool) -> Outcome:
    return Outcome.RIGHT if right else Outcome.MISSED


# Events --------------------------------------------------------------------------------------------------------------


def _events(case: EventCase) -> Iterator[Verdict]:
    told = {happening.first.id: event for happening, event in case.pairs}
    for happening in case.wanted.happenings:
        first = happening.first
        if not first.optional:
            merged = any(case.events_on(telling.anchor) for telling in happening.tellings)
            note = f"{' or '.join(sorted(first.classes))}{', found as one with another' * merged}"
            yield Verdict(Kind.EVENTS, _is(first.id in told), case, first.anchor, note)
    paired = {event.id for event in told.values()}
    for event in case.told.events:
        if event.id not in paired and not _is_free(case, event):
            twice = any(case.lies_on(event.id, telling.anchor) for telling in case.wanted.tellings)
            note = f"{event.type} by {event.rule}{', told twice' * twice}"
            yield Verdict(Kind.EVENTS, Outcome.FALSE, case, _place(case, event), note)


def _is_free(case: EventCase, event: Event) -> bool:
    """Whether a found event lies on what is optional, or on the cue of a claim."""
    optional = [
        telling.anchor
        for happening in case.wanted.happenings
        for telling in happening.tellings
        if happening.first.optional or telling.optional
    ]
    cues = [(cue.begin, cue.end) for claim in case.told.claims for cue in claim.cue]
    return any(case.lies_on(event.id, where) for where in (*optional, *cues))


def _place(case: EventCase, found: Event | Figure) -> Where:
    return min(case.spots[found.id], default=(0, 1))


def _values(case: EventCase, happening: Happening, event: Event) -> Iterator[Verdict]:
    """The class, the code and the factuality, and whether it is claimed too."""
    first = happening.first
    if known := {name for name in first.classes if _is_class(name)}:
        yield _chosen(Kind.CLASS, case, first, known, event.type, has_class(event, known))
    if first.codes:
        code = plover_code(event.type)
        yield _chosen(Kind.CODE, case, first, first.codes, code, code in first.codes)
    yield _chosen(
        Kind.FACTUALITY, case, first, first.factuality, event.factuality, event.factuality in first.factuality
    )
    told = {mention.told_as for mention in case.told.mentions if mention.of == event.id and mention.told_as}
    is_claimed = Factuality.STATED in told and len(told) > 1
    if first.is_also_claimed or is_claimed:
        outcome = _is(is_claimed) if first.is_also_claimed else Outcome.FALSE
        yield Verdict(Kind.CLAIMED, outcome, case, first.anchor, f"told as {' and '.join(sorted(told))}")


def _is_class(name: str) -> bool:
    try:
        superclasses(name)
    except InputError:
        return False
    return True


def _chosen(
    kind: Kind, case: EventCase, first: Telling, wanted: set[str] | frozenset[str], found: object, right: bool
) -> Verdict:
    return Verdict(kind, _is(right), case, first.anchor, f"wanted {' or '.join(sorted(wanted))}, found {found}")


def _roles(case: EventCase, happening: Happening, event: Event) -> Iterator[Verdict]:
    first = happening.first
    stands = [(role, node, case.stands_for.get(node, frozenset())) for role, node in parts_of(event)]
    made: set[Part] = {(role, thing) for role, _, things in stands for thing in things}
    met = {thing for role, thing in first.parts if (role, thing) in made}
    for role, thing in sorted(first.parts):
        if (role, thing) in made or thing not in met:
            note = f"{role} {case.wanted.things[thing].name}"
            yield Verdict(Kind.ROLES, _is((role, thing) in made), case, first.anchor, note)
    free = {part for telling in happening.tellings for part in telling.parts}
    for role, node, things in stands:
        if free.isdisjoint((role, thing) for thing in things):
            yield Verdict(Kind.ROLES, Outcome.FALSE, case, first.anchor, f"{role} {node}")


def _times(case: EventCase, happening: Happening, event: Event) -> Iterator[Verdict]:
    first = happening.first
    found: Stretch | None = (event.begin, event.end) if event.begin or event.end else None
    date, stretch = first.date, first.stretch
    if date and stretch:
        date, stretch = (None, stretch) if found else (date, None)
    dates = {telling.date for telling in happening.later}
    stretches = {telling.stretch for telling in happening.later}
    yield from _timed(Kind.DATES, case, first.anchor, date, event.date, dates)
    yield from _timed(Kind.INTERVALS, case, first.anchor, stretch, found, stretches)


def _timed(
    kind: Kind, case: EventCase, where: Where, wanted: Time, found: Time, free: Collection[Time] = ()
) -> Iterator[Verdict]:
    """A time that is wanted or found; what is free is not false."""
    if wanted or (found and found not in free):
        outcome = _is(wanted == found) if wanted else Outcome.FALSE
        yield Verdict(kind, outcome, case, where, f"wanted {wanted}, found {found}")


def _joined(case: EventCase) -> Iterator[Verdict]:
    tellings = [
        (telling, happening.first.id, case.events_on(telling.anchor))
        for happening in case.wanted.happenings
        for telling in happening.tellings
        if not (happening.first.optional or telling.optional)
    ]
    for (one, mine, left), (other, its, right) in combinations(tellings, 2):
        is_one, note = not left.isdisjoint(right), f"and {case.told.article.text[slice(*other.anchor)]!r}"
        if mine == its and left and right:
            yield Verdict(Kind.JOINED, _is(is_one), case, one.anchor, f"{note} at {other.anchor[0]}")
        elif mine != its and is_one:
            yield Verdict(Kind.JOINED, Outcome.FALSE, case, one.anchor, f"{note} at {other.anchor[0]}")


# Figures -------------------------------------------------------------------------------------------------------------


def _figures(case: EventCase) -> Iterator[Verdict]:
    used: set[str] = set()
    for count in case.wanted.counts:
        on = case.figures_on(count.words)
        right = next((one for one in on if one.id not in used and _is_right(case, count, one)), None)
        if count.optional:
            used |= {one.id for one in on}
            continue
        made = " and ".join(f"{one.value} {one.measures}" for one in on)
        note = f"wanted {count.value} {' or '.join(sorted(count.measures))}, found {made or 'nothing'}"
        yield Verdict(Kind.FIGURES, _is(right is not None), case, count.words, note)
        if right:
            used.add(right.id)
            yield from _details(case, count, right)
    for figure in case.told.figures:
        if figure.id not in used:
            note = f"{figure.value} {figure.measures} by {figure.rule}"
            yield Verdict(Kind.FIGURES, Outcome.FALSE, case, _place(case, figure), note)


def _is_right(case: EventCase, count: Count, figure: Figure) -> bool:
    vague = count.approximate and VAGUE.search(case.told.article.text[slice(*count.words)])
    same = (figure.value, figure.upper) == (count.value, count.upper) or (vague and figure.value is None)
    return bool(same) and figure.measures in count.measures


def _details(case: EventCase, count: Count, figure: Figure) -> Iterator[Verdict]:
    if count.unit or figure.unit:
        note = f"wanted {count.unit}, found {figure.unit}"
        yield Verdict(Kind.UNIT, _is(count.unit == figure.unit), case, count.words, note)
    if count.of:
        note = f"wanted {_named(case, count.of)}, found {figure.of} and {figure.group}"
        yield Verdict(Kind.OF, _is(_is_of(case, count, figure)), case, count.words, note)
    yield from _timed(Kind.AS_OF, case, count.words, count.as_of, figure.as_of)


def _is_of(case: EventCase, count: Count, figure: Figure) -> bool:
    anchors = [
        telling.anchor
        for happening in case.wanted.happenings
        if any(telling.id in count.of for telling in happening.tellings)
        for telling in happening.tellings
    ]
    nodes = {node for node in (figure.of, figure.group) if node}
    things = frozenset[str]().union(*(case.stands_for.get(node, ()) for node in nodes))
    return not things.isdisjoint(count.of) or any(not nodes.isdisjoint(case.events_on(where)) for where in anchors)


def _named(case: EventCase, ids: frozenset[str]) -> str:
    text, things = case.told.article.text, case.wanted.things
    events = {telling.id: text[slice(*telling.anchor)] for telling in case.wanted.tellings}
    return " or ".join(things[one].name if one in things else events[one] for one in sorted(ids))
