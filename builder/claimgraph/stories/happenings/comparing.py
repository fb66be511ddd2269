"""Which events of several articles are one.

Two events are compared field by field, as records are in Fellegi and Sunter 1969 (https://doi.org/10.2307/2286061):
each field that agrees adds weight, in bits, for how seldom two events agree in it by chance; what cannot be true of one
event (another day, another town, another victim) rules the pair out. The weights state how telling a field is in news;
they were set by hand, and not fitted.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from claimgraph.model import Factuality, Join, Measure, Relation
from claimgraph.stories.happenings.accounts import Account, families
from claimgraph.stories.happenings.when import Nearness
from claimgraph.stories.named import NOUN, Who, keys_of
from claimgraph.stories.settings import Settings

RULE = "same-event.fields"
MUTUAL = frozenset({"leaving", "protest", "talks", "agreement", "ballot"})  # roles may change places
ATTACK = "attack"  # too many a day for the day to be a key
WEEK, SEASON = 7, 60  # days
MARKS = ("patients", "agents", "figures", "things")  # what tells one attack on a town from another
BARE = frozenset({"class", "time"})  # what alone never tells that two are one
PEOPLE = keys_of("people")
EQUIPMENT = "EquipmentMovement"
WEEKDAY, SOME_WEEKDAY = 2.0, 1.0  # of about that week; of any
IN_ARTICLE = 3.0  # bits from which two plans of one article may be one
STANDING, PLAN = 1.0, 1.0
PERSON, TOWN, OTHER = 4.0, 2.0, -1.0
MOST = 5.5  # that participants can tell
NEAR = {Nearness.DAY: 3.0, Nearness.NEXT: 1.5, Nearness.PERIOD: 1.5}
Key = tuple[str, bool]  # and whether it asks for all that have it, not only for those that ask


def compare(one: Account, other: Account, settings: Settings) -> Join | None:
    """Why two events are one; None where they are not, or too little speaks for it."""
    weights = evidence(one, other, settings)
    if weights is None or not _timed(one, other, weights, settings):
        return None
    total = sum(weights.values())
    if total < settings.event or not any(weight > 0 for name, weight in weights.items() if name not in BARE):
        return None
    features = tuple(f"{name}: {weight:g}" for name, weight in weights.items() if weight)
    first, second = sorted((one.id, other.id))
    return Join(Relation.SAME_EVENT, first, second, RULE, round(1 - 2.0**-total, 4), features)


def _timed(one: Account, other: Account, weights: Mapping[str, float], settings: Settings) -> bool:
    """Whether enough is told of the time: a plan is one with what was done on its day; what recurs has some time."""
    if one.real != other.real:
        return weights["time"] >= WEEKDAY
    marked = any(weights.get(name, 0.0) > 0 for name in MARKS)
    if one.family == ATTACK and weights["time"] <= 0 and not marked:  # a town in a war has many
        return False
    if weights["time"] > 0 or one.lasting or weights.get("patients", 0.0) >= PERSON or weights["town"] >= TOWN:
        return True
    return one.day is not None and other.day is not None and not one.apart(other, settings)


def evidence(one: Account, other: Account, settings: Settings) -> dict[str, float] | None:
    """What speaks for two events being one, in bits; None where something that cannot be true of one speaks against."""
    kind, time = _class(one, other), _time(one, other, settings)
    who, where = _participants(one, other), _places(one, other)
    if kind is None or time is None or who is None or where is None:
        return None
    weights = {"class": kind, "time": time, **where, **who}
    weights["figures"] = min(2.0, sum(2.0 if m == Measure.VOTES else 1.0 for m, _ in one.figures & other.figures))
    weights["things"] = min(1.5, 0.75 * len(one.things & other.things))
    if one.article != other.article and not one.apart(other, settings):
        weights["setting"] = min(1.0, 0.25 * len(one.setting & other.setting))
    if one.standing and other.standing and one.type == other.type:
        weights["standing"] = STANDING
    if not one.real and not other.real:
        weights["plan"] = PLAN
    return weights


def _class(one: Account, other: Account) -> float | None:
    """How much it tells that the two are of one sort; None where they are of sorts that are never one."""
    weights = [w for a, b in product(sorted(one.types), sorted(other.types)) if (w := _types(a, b)) is not None]
    return max(weights, default=None)


def _types(one: str, other: str) -> float | None:
    if one == other:
        return 2.0
    (family, kind), (other_family, other_kind) = families().get(one, (one, "")), families().get(other, (other, ""))
    if family != other_family or {kind, other_kind} == {"air", "ground"}:
        return None
    return 1.5 if kind == other_kind else 0.5


def _time(one: Account, other: Account, settings: Settings) -> float | None:
    near = one.when.nearness(other.when)
    if near is Nearness.APART or _too_late(one, other) or _too_late(other, one):
        return None
    if near is not Nearness.OPEN:
        return NEAR[near]
    if _on_weekday(one, other) or _on_weekday(other, one):
        return WEEKDAY
    if None not in (one.when.weekday, other.when.weekday) and one.when.weekday == other.when.weekday:
        return SOME_WEEKDAY
    near = one.likely(settings).nearness(other.likely(settings))
    return 0.0 if near in {Nearness.OPEN, Nearness.APART} else 0.5


def _on_weekday(one: Account, other: Account) -> bool:
    """Whether one is told of a weekday ('Thursday's vote'), on which the other took place in the days around."""
    day = other.when.exact
    if one.when.weekday is None or one.when.exact is not None or one.day is None or day is None:
        return False
    return one.when.weekday == other.when.weekday and abs(day - one.day) <= WEEK


def _too_late(one: Account, other: Account) -> bool:
    """Whether what has taken place by one article's own account did so only after the other article's."""
    done = other.factuality in {Factuality.STATED, Factuality.DENIED}
    return done and one.when.first is not None and other.day is not None and one.when.first > other.day + 1


def _participants(one: Account, other: Account) -> dict[str, float] | None:
    if one.family in MUTUAL:
        both = _agreement((*one.agents, *one.patients), (*other.agents, *other.patients))
        return None if both is None else {"participants": both}
    patients, agents = _agreement(one.patients, other.patients), _agreement(one.agents, other.agents)
    if patients == 0.0 and _sorts(one) and _sorts(other) and _sorts(one).isdisjoint(_sorts(other)):
        patients = OTHER if one.family == ATTACK else None
    if patients is None or (agents is None and one.factuality == other.factuality == Factuality.STATED):
        return None
    return {"patients": patients, "agents": OTHER if agents is None else agents}


def _sorts(one: Account) -> frozenset[str]:
    """The sorts of buildings and vehicles that it befell, or of what was moved: people and equipment are sorts then."""
    if one.family == ATTACK:
        return keys_of("targets") & {who.own for who in one.patients}
    moved = one.patients or one.agents
    people = any(who.person or PEOPLE & {who.own, *(NOUN + noun for noun in who.nouns)} for who in moved)
    found = (keys_of("targets") & {who.own for who in moved}) | frozenset({"people"} if people else ())
    return found or frozenset({"equipment"} if EQUIPMENT in one.types else ())


def _agreement(some: tuple[Who, ...], others: tuple[Who, ...]) -> float | None:
    """How much it tells that these take part in both, each counted once; None where none of the named ones do."""
    pairs = sorted(((_likeness(a, b), a.own, b.own) for a, b in product(some, others)), reverse=True)
    used: set[tuple[bool, str]] = set()
    total = 0.0
    for weight, own, its in pairs:
        if weight and not used & {(True, own), (False, its)}:
            used |= {(True, own), (False, its)}
            total += weight
    if not total and any(w.named for w in some) and any(w.named for w in others):
        kin = any(a.kin(b) for a, b in product(some, others))
        return 0.25 if kin else None
    return min(total, MOST)


def _likeness(one: Who, other: Who) -> float:
    if one.named and other.named:
        return (PERSON if one.person else 1.5) if one.own == other.own else 1.0 if one.same(other) else 0.0
    if one.own == other.own:
        return 0.75
    return 0.5 if one.called(other) else 0.0


def _places(one: Account, other: Account) -> dict[str, float] | None:
    """How much it tells that the two have places in common; None where each has places, and none does."""
    way = 0.0
    for mine, its in zip(one.ways, other.ways, strict=True):
        if mine and its:
            if mine[0] not in its and its[0] not in mine:
                return None
            way += 1.25
    if way or not one.places or not other.places:
        return {"way": way, "town": TOWN if one.local & other.local else 0.0} if way else {"town": 0.0}
    best = None
    for a, b in product(one.places, other.places):
        if a[0] in b or b[0] in a:
            local = {a[0], b[0]} <= one.local | other.local
            best = max(best or 0.0, (TOWN if a[0] == b[0] else 1.5) if local else 0.75)
        elif len(a) == 1 or len(b) == 1:  # nothing is known of what is around it
            best = best or 0.0
    return None if best is None else {"town": best}


def keys(one: Account) -> Iterator[Key]:
    """What an event has in common with each that it may be one with."""
    for who in (*one.agents, *one.patients):
        if who.person:
            yield f"{one.family}|{who.own}", True
    for day in sorted(one.days()):
        for thing in sorted(one.things) if one.family == ATTACK else [""]:
            yield f"{one.family}|{thing}|on {day}", True
    for key in sorted(_circumstances(one)):
        for time, asks in _times(one):
            yield f"{one.family}|{key}|{time}", asks


def _circumstances(one: Account) -> set[str]:
    """Who took part, where it was, what is spoken of; where nothing of it is told, what else the article names."""
    several = (*one.agents, *one.patients)
    found = {key for who in several for key in (who.keys[0], who.keys[-1])}
    found |= {NOUN + noun for who in several for noun in who.nouns} | {place[0] for place in one.places}
    return found or set(one.things) or set(one.setting)


def _times(one: Account) -> Iterator[Key]:
    """The stretches of time that it may lie in; one without any asks for all others."""
    if one.when.month:
        yield f"month {one.when.month}", one.day is None
        if one.when.day:
            yield f"day {one.when.month}-{one.when.day}", True
    day = one.when.exact if one.when.exact is not None else one.day
    yield "any", day is None
    if day is not None:
        for length in (WEEK, SEASON) if one.lasting else (WEEK,):
            yield f"{length} from {day // length}", True
            yield f"{length} from {(day + length // 2) // length} on", True


def together(some: Sequence[Account], others: Sequence[Account], settings: Settings) -> bool:
    """Whether two groups of events can be one: no two are at odds, and no article tells it as two."""
    for one, other in product(some, others):
        weights = evidence(one, other, settings)
        if weights is None or (one.article == other.article and (one.real or sum(weights.values()) < IN_ARTICLE)):
            return False
    return True
