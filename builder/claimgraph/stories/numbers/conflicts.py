"""Figures that cannot both be right: of one thing, of about one time, too far apart for how exact they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, NamedTuple

from pydantic import ConfigDict

from claimgraph.model import Join, Measure, Relation
from claimgraph.stories.corpus.nearby import across, within
from claimgraph.stories.numbers.counts import HARM, Count, Days, overlap

ROOM = Decimal("0.1")
# Nouns that say no more of the counted ones than others do (who is a fighter, the sides tell differently); the empty
# one: the number stands alone.
ANYONE = frozenset(
    {
        "", "body", "casualty", "corpse", "dead", "death", "fatality", "fighter", "gunman", "injured",
        "injury", "insurgent", "jihadist", "killed", "life", "man", "member", "militant", "number", "other",
        "people", "person", "terrorist", "toll", "victim", "wounded",
    }
)  # fmt: skip
TROOPS = frozenset(
    {"", "troop", "soldier", "force", "personnel", "serviceman", "servicemember", "people", "man", "number"}
)
CROWD = frozenset({"crowd", "people", "person", "protester", "demonstrator", "marcher", "participant", "attendance"})
SAME = {"truck": "lorry", "automobile": "car", "militant": "fighter", "kid": "child", "policeman": "police officer"}
VEHICLES = frozenset({"lorry", "car", "bus", "van", "tanker", "pickup", "jeep", "humvee", "trailer"})


@dataclass(frozen=True)
class Settings:
    """What is taken for the same, and how sure a conflict of each rule is.

    `room`: how far apart two numbers may be, as a share of the larger, where one of them is told as about right.
    `days`: how far apart two tellings of a standing number may be. The rest are scores: of the same event; of an attack
    that the text does not join to its dead; of a standing number; of vehicles by the movement that they were in.
    `undated` is what a score loses where the day of one is not known.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    room: Decimal = ROOM
    days: int = 183
    event: float = 0.95
    attached: float = 0.8
    stock: float = 0.9
    story: float = 0.6
    undated: float = 0.1


class _Key(NamedTuple):
    """What two figures must have in common to be compared: `about` is an event, a node of several, or an actor."""

    rule: str
    measure: str
    about: str
    more: tuple[str, ...]


SETTINGS = Settings()


def conflicts(
    figures: Iterable[Count], shared_event: Mapping[str, str], settings: Settings = SETTINGS
) -> tuple[Join, ...]:
    """The pairs of figures that cannot both be right, in order of their ids; the smaller id is `one`.

    `figures`: of any articles, each once; `shared_event`: of events, the node that those share which are the same.
    Whether two conflict depends on them, on their articles' other figures of the same thing, and on that node.
    """
    blocks: dict[_Key, dict[str, Count]] = defaultdict(dict)
    for figure in figures:
        if figure.share != "more" and not figure.past:
            for key in _keys(figure, shared_event):
                blocks[key][figure.id] = figure
    found: dict[tuple[str, str], Join] = {}
    for key in sorted(blocks):
        for join in _among(key, [figure for _, figure in sorted(blocks[key].items())], shared_event, settings):
            known = found.get((join.one, join.other))
            if known is None or known.score < join.score:
                found[join.one, join.other] = join
    return tuple(found[pair] for pair in sorted(found))


def _keys(figure: Count, shared: Mapping[str, str]) -> Iterator[_Key]:
    """The blocks in which a figure stands."""
    noun, tense = noun_of(figure), "planned" if figure.planned else ""
    more: tuple[str, ...] | None = (tense, _broad(noun))
    if figure.measure in HARM:
        more = (tense,)
    elif figure.measure == Measure.VOTES:
        more = (tense, figure.side) if figure.side else None
    elif figure.measure == Measure.MONEY:
        more = (tense, figure.unit) if figure.unit else None
    elif figure.measure == Measure.PERCENTAGE:
        more = None  # of what, is not known
    if more is not None:
        events = (figure.own, *figure.attached) if figure.own else figure.attached
        for node in dict.fromkeys(shared.get(event, event) for event in events):
            yield _Key("figures.event", figure.measure, node, more)
    if figure.stock and figure.place and (about := _standing(figure)):
        yield _Key("figures.stock", figure.measure, about, (tense, figure.place))
    if figure.measure == Measure.COUNT and _broad(noun) == "vehicle":
        for node in dict.fromkeys(shared.get(event, event) for event in figure.near):
            yield _Key("figures.story", figure.measure, node, (tense,))


def _standing(figure: Count) -> str | None:
    """Whose troops they are, or which people are held or stay."""
    if figure.measure == Measure.TROOPS:
        return figure.owner
    return figure.owner or " ".join(figure.counted) if figure.measure == Measure.COUNT and figure.people else None


def noun_of(figure: Count) -> str:
    """What is counted, in one word; empty where nothing says more of it than its measure does."""
    noun = figure.counted[-1] if figure.counted else ""
    noun = SAME.get(noun, noun)
    if figure.measure in {Measure.VOTES, Measure.MONEY}:
        return ""
    if figure.measure in HARM:
        return "" if noun in ANYONE else noun
    if figure.measure == Measure.TROOPS:
        return "" if noun in TROOPS else noun
    return "" if figure.measure == Measure.COUNT and noun in CROWD else noun


def _broad(noun: str) -> str:
    return "vehicle" if noun in VEHICLES else noun


def _among(key: _Key, figures: Sequence[Count], shared: Mapping[str, str], settings: Settings) -> Iterator[Join]:
    """The conflicts within a block. Figures that say the same number are compared with others once."""
    own: dict[str, list[Count]] = defaultdict(list)
    for figure in figures:
        own[figure.article].append(figure)
    alike: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for figure in figures:
        if not _one_of_several(key, figure, own):
            alike[figure.value, figure.upper, figure.about, figure.bound].append(figure)
    for some, others in within(list(alike.values()), lambda group: (group[0].value, group[0].id)):
        if apart(some[0], others[0], settings.room):
            for pair in across(some, others, lambda f: (f.days or Days(0, 0), f.id)):
                one, other = sorted(pair, key=lambda figure: figure.id)
                if _comparable(key, one, other, own) and _at_one_time(key, one, other, own, settings):
                    yield _join(key, one, other, shared, settings)


def _one_of_several(key: _Key, figure: Count, own: Mapping[str, list[Count]]) -> bool:
    """Whether its own teller has another number of the same, of the same time: each is then a part of them."""
    return any(
        f.sources == figure.sources
        and f.share == figure.share
        and _between(f.days, figure.days) == 0
        and apart(f, figure, Decimal(0))
        and _same_thing(key, f, figure, own)
        and _kind(f, own) == _kind(figure, own)
        for f in own[figure.article]
    )


def _comparable(key: _Key, one: Count, other: Count, own: Mapping[str, list[Count]]) -> bool:
    """Within one article, only figures that different ones vouch for contradict one another; sums are parts there."""
    apart_told = one.sources != other.sources and one.measure != Measure.MONEY
    return (one.article != other.article or apart_told) and _same_thing(key, one, other, own)


def _same_thing(key: _Key, one: Count, other: Count, own: Mapping[str, list[Count]]) -> bool:
    nouns = {noun_of(one), noun_of(other)}
    if key.rule == "figures.story":
        return len(nouns) == 1 or "vehicle" in nouns
    if one.measure in HARM:
        return len({_kind(one, own), _kind(other, own)} | {""}) <= 2
    modified = _modifiers(one), _modifiers(other)
    if key.rule == "figures.stock":
        return len(nouns) == 1 and modified[0] == modified[1]
    return (len(nouns) == 1 or "vehicle" in nouns) and (not all(modified) or bool(modified[0] & modified[1]))


def _modifiers(figure: Count) -> frozenset[str]:
    """What the counted ones are said to be; whose they are is told by their owner."""
    words = figure.counted[:-1]
    return frozenset(w for w in words if figure.owner is None or not w[:1].isupper())


def _kind(figure: Count, own: Mapping[str, list[Count]]) -> str:
    """Which of the victims a figure counts: empty where it counts all, as a part by its noun.

    Where an article gives the same number for all, its 'four fighters' are all.
    """
    noun = noun_of(figure)
    if figure.share == "part":
        return noun or "part"
    whole = any(
        not noun_of(f) and f.share is None and (f.value, f.upper) == (figure.value, figure.upper)
        for f in own[figure.article]
    )
    return "" if whole else noun


def _at_one_time(key: _Key, one: Count, other: Count, own: Mapping[str, list[Count]], settings: Settings) -> bool:
    """Whether two numbers that are far apart contradict one another: tolls rise by the day, stocks change slowly."""
    if key.rule == "figures.stock":
        return _between(one.days, other.days) <= settings.days
    if one.measure not in HARM and not (one.people and other.people):
        return True
    kinds = _kind(one, own), _kind(other, own)
    if kinds[0] != kinds[1] and one.measure in HARM:
        part, whole = (one, other) if kinds[0] else (other, one)
        if _low(part) <= _high(whole):
            return False
    if one.days is None or other.days is None or overlap(one.days, other.days):
        return True
    earlier, later = sorted((one, other), key=lambda f: f.days or Days(0, 0))
    return _low(later) < _low(earlier) or any(
        f is not figure and f.measure == figure.measure and (f.value, f.upper) == (figure.value, figure.upper)
        for figure, beside in ((one, other), (other, one))
        for f in own[beside.article]
    )


def apart(one: Count, other: Count, room: Decimal = ROOM) -> bool:
    """Whether two numbers leave a gap between them that is too wide for how exact they are told to be."""
    lower, higher = sorted((one, other), key=_low)
    gap = _low(higher) - _high(lower)
    about = one.about or other.about
    return gap > (room * _low(higher) if about else 0)


def _low(figure: Count) -> Decimal:
    return Decimal(0) if figure.bound == "at most" else figure.value


def _high(figure: Count) -> Decimal:
    if figure.bound == "at least":
        return Decimal("Infinity")
    return figure.value if figure.upper is None else figure.upper


def _between(one: Days | None, other: Days | None) -> int:
    """The days between two stretches; none where one is not known."""
    if one is None or other is None:
        return 0
    return max(one.first - other.last, other.first - one.last, 0)


def _join(key: _Key, one: Count, other: Count, shared: Mapping[str, str], settings: Settings) -> Join:
    score = {"figures.event": settings.event, "figures.stock": settings.stock}.get(key.rule, settings.story)
    if key.rule == "figures.event" and any(
        f.own is None or shared.get(f.own, f.own) != key.about for f in (one, other)
    ):
        score = settings.attached
    if one.days is None or other.days is None:
        score -= settings.undated
    features = (
        f"measure: {one.measure}",
        f"about: {' '.join((key.about, *filter(None, key.more)))}",
        f"numbers: {written(one)} / {written(other)}",
        f"days: {_day(one)} / {_day(other)}",
    )
    return Join(Relation.CONFLICTS, one.id, other.id, key.rule, round(score, 2), features)


def written(figure: Count) -> str:
    """The number with how exact it is: 'about 30', 'at least 12', '6 to 8'."""
    told = f"{figure.value:f}" if figure.upper is None else f"{figure.value:f} to {figure.upper:f}"
    return " ".join(filter(None, (figure.bound or ("about" if figure.about else ""), told)))


def _day(figure: Count) -> str:
    if figure.days is None:
        return "unknown"
    first, last = (date.fromordinal(day).isoformat() for day in figure.days)
    return first if first == last else f"{first}/{last}"
