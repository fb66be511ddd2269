"""A tiny annotated article, for tests of how events are scored."""

from collections import Counter
from typing import Any

from benchmarks.actor_annotation import Thing, Where
from benchmarks.event_annotation import Count, EventAnnotation, EventCase, Telling
from benchmarks.event_scoring import Kind, Outcome, verdicts
from claimgraph.model import (
    Actor,
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Figure,
    Item,
    Mention,
    Place,
    Span,
)
from claimgraph.model import Kind as ActorKind

TEXT = (
    "Narva shelled Toro on Monday. The shelling of Toro with mortars killed dozens, the mayor claimed. "
    "Police arrested Basim Haddad in Orsk. The two envoys met in Orsk."
)


def at(words: str, within: str = "") -> Where:
    begin = TEXT.index(within or words) + (within or words).index(words)
    return begin, begin + len(words)


SHELLED, SHELLING, KILLED, ARRESTED, MET = map(at, ("shelled", "shelling", "killed", "arrested", "met"))
THINGS = {
    "x1": Thing("x1", "Narva", frozenset({"State"}), (at("Narva"),)),
    "x2": Thing("x2", "Toro", frozenset({"Place"}), (at("Toro"), at("Toro", "of Toro"))),
    "x3": Thing("x3", "mortars", frozenset({"Item"}), (at("mortars"),)),
    "x4": Thing("x4", "Basim Haddad", frozenset({"Person"}), (at("Basim Haddad"),)),
    "x5": Thing("x5", "Narvan army", frozenset({"MilitaryForce"}), (at("Police"),)),
    "x6": Thing("x6", "Orsk", frozenset({"Place"}), (at("Orsk"), at("Orsk", "met in Orsk"))),
}


def telling(id_: str, anchor: Where, *names: str, **more: Any) -> Telling:
    given = {"codes": frozenset({"ASSAULT"}), "factuality": frozenset({Factuality.STATED})} | more
    return Telling(id_, anchor, frozenset(names or ("Assault",)), **given)


def event(id_: str, type_: str = "Assault", **more: Any) -> Event:
    return Event(id_, type_, more.pop("factuality", Factuality.STATED), "event.made", **more)


def case_of(
    wanted: list[Telling],
    found: dict[Event, list[Where]],
    counts: tuple[Count, ...] = (),
    figures: dict[Figure, Where] | None = None,
    interchangeable: tuple[frozenset[str], ...] = (),
    claims: tuple[Claim, ...] = (),
    told_as: tuple[Factuality | None, ...] = (None, None),
) -> EventCase:
    nodes = {
        "narva": at("Narva"),
        "toro": at("Toro"),
        "mortars": at("mortars"),
        "basim": at("Basim Haddad"),
        "orsk": at("Orsk"),
        "mayor": at("mayor"),
    }
    spoken = [Mention(Span.of(TEXT, *where), node, "name.made") for node, where in nodes.items()]
    for one, places in found.items():
        spoken += [Mention(Span.of(TEXT, *w), one.id, one.rule, how) for w, how in zip(places, told_as, strict=False)]
    spoken += [Mention(Span.of(TEXT, *where), one.id, one.rule) for one, where in (figures or {}).items()]
    told = Extraction(
        Article("tiny-1", TEXT),
        sentences=(Span.of(TEXT, 0, TEXT.index(" The")),),
        actors=(
            Actor("narva", ActorKind.STATE, "Narva"),
            Actor("basim", ActorKind.PERSON, "Basim Haddad"),
            Actor("mayor", ActorKind.PERSON, "mayor"),
        ),
        places=(Place("toro", "Toro"), Place("orsk", "Orsk")),
        items=(Item("mortars", "mortars"),),
        mentions=tuple(spoken),
        events=tuple(found),
        figures=tuple(figures or {}),
        claims=claims,
    )
    return EventCase(told, EventAnnotation(THINGS, (), (), interchangeable, (), tuple(wanted), counts))


def three(case: EventCase, kind: Kind) -> tuple[int, int, int]:
    """How often it is right, missed and false."""
    counts = Counter(one.outcome for one in verdicts([case]) if one.kind == kind)
    return counts[Outcome.RIGHT], counts[Outcome.MISSED], counts[Outcome.FALSE]


DOZENS = at("dozens")
FIRST = telling("e1", SHELLED)
AGAIN = telling("e2", SHELLING, same_as="e1")
OTHER = telling("e3", ARRESTED, "Arrest", codes=frozenset({"COERCE"}))


def parts(*pairs: str) -> frozenset[tuple[str, str]]:
    return frozenset((role, thing) for role, _, thing in (pair.partition(" ") for pair in pairs))
