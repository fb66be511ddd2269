"""What comparing one article's figures with others' needs: a small record of each."""

from bisect import bisect_right
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from claimgraph.model import Claim, Event, Extraction, Factuality, Figure, Kind, Measure, SpeechAct
from claimgraph.registry import Registry

REACH = 3  # sentences: how far behind an attack its dead are told without its being named again
NEAR = 5  # sentences: how far behind a movement its vehicles are counted
MOST = 8  # movements near a figure
HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED})
ATTACKS = frozenset(
    {
        "Airstrike", "Ambush", "ArmedAttack", "Assassination", "Assault", "Bombing", "CeasefireViolation",
        "ChemicalAttack", "Clash", "DroneStrike", "Execution", "Killing", "Offensive", "Raid", "RocketAttack",
        "Shelling", "Shooting", "SuicideBombing",
    }
)  # fmt: skip
MOVES = frozenset(
    {"Deployment", "EquipmentMovement", "Mobilize", "Smuggling", "Transfer", "Withdrawal"}
)  # where vehicles are counted
SUFFERED = frozenset({"Killing", "Wounding"})  # what attacks do, told as events of their own
UNREAL = frozenset({Factuality.INTENDED, Factuality.HYPOTHETICAL})
AHEAD = frozenset({SpeechAct.PROMISE, SpeechAct.THREAT, SpeechAct.PREDICTION})
UNTOLD = frozenset({SpeechAct.DENIAL, SpeechAct.DEMAND, SpeechAct.QUESTION})  # acts that vouch for no number


class Days(NamedTuple):
    """A stretch of days, both included, as ordinals (`date.toordinal`)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as far as others can contradict it. It holds what it says of itself, no text.

    `owner`: the actor whose it is; a state's armed forces are the state. `own`: the event that it belongs to;
    `attached`: the attacks that it probably belongs to; `near`: the movements told around it. `days`: when it holds.
    `planned`: it is of something to come. `past`: it is what another figure was before. `sources`: the claimant of the
    innermost claim in which it stands, none in the outlet's own voice. The others are as of `Figure`.
    """

    id: str
    article: str
    measure: Measure
    value: Decimal
    upper: Decimal | None
    about: bool
    bound: Literal["at least", "at most"] | None
    unit: str | None
    counted: tuple[str, ...]
    people: bool
    owner: str | None
    place: str | None
    side: Literal["for", "against"] | None
    share: Literal["part", "more"] | None
    stock: bool
    planned: bool
    past: bool
    days: Days | None
    own: str | None
    attached: tuple[str, ...]
    near: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class _Told:
    """One article, indexed: its events, and the begins of what stands in it by sentence."""

    extraction: Extraction
    events: Mapping[str, Event]
    begins: Mapping[str, tuple[int, ...]]  # of the mentions of events and figures, by id
    starts: tuple[int, ...]  # of the sentences

    def sentence(self, begin: int) -> int:
        """The number of the sentence around a position."""
        return max(bisect_right(self.starts, begin) - 1, 0)


def counts(extraction: Extraction, registry: Registry) -> tuple[Count, ...]:
    """The figures of an article that others can contradict: those with a number that someone vouches for."""
    begins: dict[str, list[int]] = defaultdict(list)
    for mention in extraction.mentions:
        begins[mention.of].append(mention.span.begin)
    told = _Told(
        extraction,
        {e.id: e for e in extraction.events},
        {id_: tuple(sorted(at)) for id_, at in begins.items()},
        tuple(s.begin for s in extraction.sentences),
    )
    before = {f.changed_from: f for f in extraction.figures if f.changed_from}
    return tuple(c for f in extraction.figures if (c := _count(told, f, before.get(f.id), registry)) is not None)


def _count(told: _Told, figure: Figure, after: Figure | None, registry: Registry) -> Count | None:
    claim = _innermost(told, figure)
    if figure.stock and claim is not None and claim.speech_act == SpeechAct.DEMAND:
        claim = None  # 'demanded that the 5,000 troops leave': how many there are is taken for granted
    if figure.value is None or (claim is not None and claim.speech_act in UNTOLD):
        return None
    own = told.events.get(figure.of or "")
    if own is not None and own.factuality == Factuality.DENIED and figure.measures not in HARM:
        return None
    today, day = span_of_days(told.extraction.article.issued), span_of_days(figure.as_of)
    unreal = own is not None and own.factuality in UNREAL
    planned = _ahead(figure, today) or unreal or (claim is not None and claim.speech_act in AHEAD)
    to_come = after is not None and _ahead(after, today)
    return Count(
        id=figure.id,
        article=told.extraction.article.id,
        measure=figure.measures,
        value=figure.value,
        upper=figure.upper,
        about=figure.approximate and figure.bound is None,
        bound=figure.bound,
        unit=figure.unit,
        counted=figure.counted,
        people=figure.group is not None,
        owner=_owner(figure, own, told, registry),
        place=figure.place,
        side=figure.side,
        share=figure.share,
        stock=figure.stock,
        planned=planned and not to_come,
        past=after is not None and not to_come,
        days=day or today,
        own=own.id if own is not None else None,
        attached=_attached(told, figure, own) if figure.measures in HARM else (),
        near=_near(told, figure) if figure.measures == Measure.COUNT else (),
        sources=(claim.claimant or claim.id,) if claim is not None else (),
    )


def _ahead(figure: Figure, today: Days | None) -> bool:
    day = span_of_days(figure.as_of)
    return day is not None and today is not None and day.first > today.last


def span_of_days(told: str | None) -> Days | None:
    """The days of a date of ISO 8601, as exact as it is; None where it is no such date."""
    try:
        year, month, day = [*map(int, (told or "")[:10].split("-")), 0, 0][:3]
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first.toordinal(), last.toordinal())


def _innermost(told: _Told, figure: Figure) -> Claim | None:
    """The shortest claim in whose content a figure stands."""
    at = told.begins.get(figure.id, ())
    holding = [
        (sum(len(s.text) for s in claim.content), claim.id, claim)
        for claim in told.extraction.claims
        if any(s.begin <= at[0] < s.end for s in claim.content if at)
    ]
    return min(holding, key=lambda found: found[:2])[2] if holding else None


def _owner(figure: Figure, own: Event | None, told: _Told, registry: Registry) -> str | None:
    """Whose it is, where the others can name it too; all the armed forces of a state are the state's."""
    if figure.of is None or own is not None or figure.of.startswith(f"{told.extraction.article.id}/"):
        return None
    entry = registry.entries.get(figure.of)
    names = [entry.label, *entry.alt_labels] if entry is not None and entry.kind == Kind.MILITARY_FORCE else []
    if not any("armed forces" in name.text.casefold() for name in names):
        return figure.of
    seen: set[str] = set()
    while entry is not None and entry.kind != Kind.STATE and entry.id not in seen:
        seen.add(entry.id)
        entry = registry.entries.get(entry.part_of or "")
    return entry.id if entry is not None and entry.kind == Kind.STATE else figure.of


def _attached(told: _Told, figure: Figure, own: Event | None) -> tuple[str, ...]:
    """The attacks whose dead a figure counts where only their death is told: the one before it, the article's first."""
    if own is not None and own.type not in SUFFERED:
        return ()
    begun = sorted(
        (at, event.id) for event in told.events.values() if _is_attack(event, own) for at in told.begins[event.id]
    )
    at = next(iter(told.begins.get(figure.id, ())), -1)
    behind = [(begin, id_) for begin, id_ in begun if begin <= at]
    near = [id_ for begin, id_ in behind[-1:] if told.sentence(at) - told.sentence(begin) <= REACH]
    return tuple(dict.fromkeys(near + [id_ for _, id_ in behind[:1]])) if near else ()


def _is_attack(event: Event, own: Event | None) -> bool:
    """Whether it is an attack that may have done what `own` tells of: not at another time or in another place."""
    if event.type not in ATTACKS or event.factuality in UNREAL | {Factuality.DENIED} or event == own:
        return False
    if own is None:
        return True
    days, own_days = span_of_days(event.date), span_of_days(own.date)
    apart = days is not None and own_days is not None and not overlap(days, own_days)
    return not apart and not (event.locations and own.locations and not {*event.locations} & {*own.locations})


def overlap(one: Days, other: Days) -> bool:
    """Whether two stretches have a day in common."""
    return one.first <= other.last and other.first <= one.last


def _near(told: _Told, figure: Figure) -> tuple[str, ...]:
    """The movements told in the sentence of a figure and those before it, the nearest first."""
    at = next(iter(told.begins.get(figure.id, ())), -1)
    here = told.sentence(at)
    return tuple(id_ for _, id_ in sorted(_moves(told, here)))[:MOST] if at >= 0 else ()


def _moves(told: _Told, here: int) -> Iterator[tuple[int, str]]:
    for event in told.events.values():
        away = [here - told.sentence(begin) for begin in told.begins.get(event.id, ())]
        near = [n for n in away if 0 <= n <= NEAR]
        if event.type in MOVES and near:
            yield min(near), event.id
