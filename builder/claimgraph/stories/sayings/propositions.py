"""cg:Proposition: which claims say the same, in whatever words and by whomever.

Two contents say the same where they tell of one event with the same participants, or where most of what they speak of
is the same: actors and places by who they are, events by their sort, all other words by their stems. Where figures tell
them apart they are two. What is asserted, demanded, promised and expected are different things to say.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from claimgraph.model import Join, Measure, Relation
from claimgraph.stories.happenings.accounts import Account
from claimgraph.stories.happenings.comparing import Key, evidence
from claimgraph.stories.hashing import bands
from claimgraph.stories.sayings.claims import Said
from claimgraph.stories.settings import Settings

TOLLS = frozenset({Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED, Measure.VOTES})
DOUBT = 2.0  # bits that may be lacking for two events to be one, where the words speak for it
CORE = 2.0  # the weight of an actor, a place or an event beside a word's
BANDS, ROWS = 20, 3  # of two contents that have 43 of 100 words in common, 82 in 100 are compared; of 10, 2
LEAST = 4.0  # the least weight that two contents must have in common
EVENT, TOLL, NUMBER, BLAME, WORDS, DENIAL = (
    "proposition.event",
    "proposition.toll",
    "proposition.number",
    "proposition.blame",
    "proposition.content",
    "proposition.denial",
)


def compare(
    one: Said, other: Said, told: Mapping[str, Account], events: Mapping[str, str], settings: Settings
) -> Join | None:
    """Why two claims say the same; None where they do not.

    `told`: the events by id; `events`: the node that each event shares with others.
    """
    if one.mode != other.mode or one.outer or other.outer or _figures_differ(one, other):
        return None
    first, second = sorted((one.id, other.id))
    one_event = (
        one.main is not None
        and other.main is not None
        and events.get(one.main, one.main) == events.get(other.main, other.main)
    )
    if one.blamed or other.blamed:
        if not one_event or one.blamed.isdisjoint(other.blamed):
            return None
        features = ("event: the same", f"blamed: {', '.join(sorted(one.blamed & other.blamed))}")
        return Join(Relation.EXPRESSES, first, second, BLAME, 0.9, features)
    likeness, weight = alike(one, other)
    shared = one.concepts & other.concepts
    features = (f"content: {likeness:.2f}", f"shared: {', '.join(sorted(shared))}")
    toll = {figure for figure in one.figures & other.figures if figure[0] in TOLLS}
    if one_event and toll:
        counted = ", ".join(f"{value} {measure}" for measure, value, _ in sorted(toll))
        return Join(Relation.EXPRESSES, first, second, TOLL, 0.9, ("event: the same", f"toll: {counted}", *features))
    if _one_number(one, other) and _of_one_time(one, other, settings):
        counted = ", ".join(f"{value} {measure}" for measure, value, _ in one.figures)
        return Join(Relation.EXPRESSES, first, second, NUMBER, 0.8, (f"number: {counted}", *features))
    if one_event and likeness >= settings.gist and _share(one, other, told, settings):
        return Join(Relation.EXPRESSES, first, second, EVENT, 0.9, ("event: the same", *features))
    if one.main and other.main and not one_event and not _may_be_one(told[one.main], told[other.main], settings):
        return None
    if likeness < settings.content or weight < LEAST or not _of_one_time(one, other, settings):
        return None
    return Join(Relation.EXPRESSES, first, second, WORDS, round(likeness, 2), features)


def _one_number(one: Said, other: Said) -> bool:
    """Whether both tell one number, of one body's people or in one currency, and no other."""
    if one.figures != other.figures or len(one.figures) != 1:
        return False
    ((measure, value, whose),) = one.figures
    return bool(whose) and measure not in TOLLS and len(value) > 1


def _share(one: Said, other: Said, told: Mapping[str, Account], settings: Settings) -> bool:
    """Whether more than the event is in both contents, or someone takes part in it by both."""
    weights = evidence(told[one.main or ""], told[other.main or ""], settings) or {}
    takes_part = any(weights.get(name, 0.0) > 0 for name in ("participants", "patients", "agents"))
    return len(one.core & other.core) > 1 or takes_part


def _may_be_one(one: Account, other: Account, settings: Settings) -> bool:
    weights = evidence(one, other, settings)
    return weights is not None and sum(weights.values()) >= settings.event - DOUBT


def _of_one_time(one: Said, other: Said, settings: Settings) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= settings.story


def alike(one: Said, other: Said) -> tuple[float, float]:
    """The share of two contents that is the same (Dice's coefficient, weighted), and its weight."""
    both = one.concepts & other.concepts
    weight = sum(CORE if c in one.core and c in other.core else 1.0 for c in both)
    return 2 * weight / ((_weight(one) + _weight(other)) or 1.0), weight


def _weight(one: Said) -> float:
    return len(one.concepts) + (CORE - 1) * len(one.core)


def _numbers_differ(one: Said, other: Said) -> bool:
    return bool(one.figures and other.figures and one.figures.isdisjoint(other.figures))


def _figures_differ(one: Said, other: Said) -> bool:
    """Whether the two tell different numbers, or only one of them tells a toll: that is another thing to say."""
    if one.figures and other.figures:
        return _numbers_differ(one, other)
    return any(measure in TOLLS for measure, *_ in one.figures | other.figures)


def denials(said: Iterable[Said]) -> Iterator[Join]:
    """A denial of another claim of its article says what that claim says, and that it is not so."""
    for one in said:
        if one.target is not None:
            first, second = sorted((one.id, one.target))
            yield Join(Relation.EXPRESSES, first, second, DENIAL, 1.0, ("denial: of this claim",))


def keys(one: Said) -> Iterator[Key]:
    """What a claim has in common with each that it may say the same as, whatever event they tell of."""
    if one.outer:
        return
    yield from numbers(one)
    for band in bands(one.concepts, number=BANDS, rows=ROWS):
        yield f"{one.mode}|{band}", True


def numbers(one: Said) -> Iterator[Key]:
    """What a claim has in common with each that tells a number of the same."""
    for measure, value, whose in one.figures:
        if whose:
            yield f"{one.mode}|{measure}|{value}|{whose}", True


def event_key(mode: str, event: str) -> Key:
    """What claims have in common that tell of one event. `event`: its node, or that of the happening."""
    return f"{mode}|{event}", True


def same_words(one: str, other: str) -> Join:
    """Two claims in the same words."""
    first, second = sorted((one, other))
    return Join(Relation.EXPRESSES, first, second, "proposition.words", 1.0, ("words: the same",))


def at_odds(one: Said, other: Said, told: Mapping[str, Account], settings: Settings) -> bool:
    """Whether what two claims tell of cannot be one: another event, another doer, other numbers."""
    apart = one.article != other.article and one.main is not None and other.main is not None
    if apart and evidence(told[one.main or ""], told[other.main or ""], settings) is None:
        return True
    return bool(one.blamed and other.blamed and one.blamed.isdisjoint(other.blamed)) or _numbers_differ(one, other)


def together(told: Mapping[str, Account], settings: Settings) -> Callable[[Sequence[Said], Sequence[Said]], bool]:
    """Whether two groups of claims can say one thing: no claim of the one is at odds with one of the other."""
    return lambda some, others: not any(at_odds(a, b, told, settings) for a, b in product(some, others))
