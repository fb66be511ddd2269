"""Which article took a passage from which: passages compared word for word.

Words between quotation marks may have been heard by both reporters: they show copying only where one of the two names
the other's outlet, or where more than what was said agrees.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import ClassVar

from pydantic import ConfigDict

from claimgraph.model import Join, Relation
from claimgraph.stories.copies.passages import SAYING, SHINGLE, Passage, Shingle, Word, shingles, words

CREDITED = "copy.credited"  # beside the words, one names the other's outlet as that which tells it or was told
CITED = "copy.cited"  # elsewhere in the article
EARLIER = "copy.earlier"  # the days of publication tell
UNDIRECTED = "copy.undirected"  # nothing tells who took it from whom, or both name a third


@dataclass(frozen=True)
class Settings:
    """From when on two passages show copying. Fewer words that count than `passages.LEAST` make no passage."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    run: int = 6  # words in a row in both
    quoted: int = 5  # words in common shingles that count, where either is quoted; both, word for word, need fewer
    own: int = 6  # where both are their outlets' own words
    containment: float = 0.5  # the share of the shorter one's shingles that the other has


@dataclass(frozen=True, order=True, slots=True)
class Overlap:
    """Two passages, in order, that have words in common."""

    one: Passage
    other: Passage
    run: int  # words in a row
    counting: int  # words in common shingles that count
    containment: float  # of the shorter one's shingles
    jaccard: float  # of both


DEFAULT = Settings()


def compare(one: Passage, other: Passage, settings: Settings = DEFAULT) -> Overlap | None:
    """What two passages of different articles have in common, if it is enough to show copying."""
    if one.article == other.article or (one.outlet is not None and one.outlet == other.outlet):
        return None
    first, second = min(one, other), max(one, other)
    mine, others = words(first.span.text), words(second.span.text)
    runs, other_runs = set(shingles(mine)), set(shingles(others))
    common = runs & other_runs
    containment = len(common) / max(1, min(len(runs), len(other_runs)))
    counting, enough = _counting(mine, common), settings.quoted if one.quoted or other.quoted else settings.own
    if one.quoted and other.quoted and runs == other_runs:
        enough = SAYING  # the same words, spoken once
    if containment < settings.containment or counting < enough:
        return None
    longest = SequenceMatcher(None, _folded(mine), _folded(others), autojunk=False).find_longest_match().size
    if longest < settings.run:
        return None
    return Overlap(first, second, longest, counting, containment, len(common) / len(runs | other_runs))


def taken(found: Iterable[Overlap]) -> tuple[Join, ...]:
    """What the overlaps show, in order; what two articles show depends on their overlaps alone.

    DERIVED leads from the article that took a passage to the other, QUOTED from a quotation in it to the same one's in
    the other; LINEAGE joins two articles with a common passage where nothing tells which was first. The evidence is in
    pairs: a passage of `one`, then that of `other`.
    """
    groups: dict[tuple[str, str], list[Overlap]] = defaultdict(list)
    for overlap in sorted(set(found)):
        groups[overlap.one.article, overlap.other.article].append(overlap)
    return tuple(sorted(join for group in groups.values() for join in _joins(group)))


def _folded(told: Sequence[Word]) -> list[str]:
    return [word.folded for word in told]


def _counting(told: Sequence[Word], common: Collection[Shingle]) -> int:
    """How many words count, of those in the runs that two passages share."""
    covered = {at + n for at, shingle in enumerate(shingles(told)) if shingle in common for n in range(SHINGLE)}
    return sum(told[at].counts for at in covered)


def _joins(group: Sequence[Overlap]) -> Iterator[Join]:
    """The joins of two articles."""
    rule, forwards = _direction(group)
    shown = [o for o in group if not (o.one.quoted or o.other.quoted)]
    if rule is UNDIRECTED:
        if shown:
            yield _join(Relation.LINEAGE, group[0].one.article, group[0].other.article, rule, shown)
        return
    if not shown and rule is not CREDITED:
        return
    ways = [(o, o.one, o.other) if forwards else (o, o.other, o.one) for o in group]
    yield _join(Relation.DERIVED, ways[0][1].article, ways[0][2].article, rule, group, forwards)
    quotations: dict[tuple[str, str], list[Overlap]] = defaultdict(list)
    for overlap, taker, origin in ways:
        if taker.claim and origin.claim and _same(taker.claimant, origin.claimant):
            quotations[taker.claim, origin.claim].append(overlap)
    for (quoting, quoted), same in quotations.items():
        yield _join(Relation.QUOTED, quoting, quoted, rule, same, forwards)


def _direction(group: Sequence[Overlap]) -> tuple[str, bool]:
    """What tells the direction, and whether the first of the two articles is the taker."""
    one, other = group[0].one, group[0].other
    mine = {key for o in group for key in o.one.credits}
    others = {key for o in group for key in o.other.credits}
    for rule, named, other_named in ((CREDITED, mine, others), (CITED, set(one.cites), set(other.cites))):
        if (other.outlet in named) != (one.outlet in other_named):
            return rule, other.outlet in named
        if rule is CREDITED and (named & other_named or other.outlet in named):
            return UNDIRECTED, True  # both name a third, or one another
    earlier = _earlier(one.issued, other.issued)
    return (UNDIRECTED, True) if earlier is None else (EARLIER, not earlier)


def _earlier(one: str | None, other: str | None) -> bool | None:
    """Whether a date is before another, by the days; by the clock where both tell their zone. None: it is not told."""
    try:
        first, second = (datetime.fromisoformat(day or "") for day in (one, other))
    except ValueError:
        return None
    if first.tzinfo and second.tzinfo:
        return None if first == second else first < second
    return None if first.date() == second.date() else first.date() < second.date()


def _same(one: str | None, other: str | None) -> bool:
    """Whether two claimants can be one: the same, or at most one of them named."""
    return one is None or other is None or one == other


def _join(relation: Relation, one: str, other: str, rule: str, shown: Sequence[Overlap], forwards: bool = True) -> Join:
    best = max(shown, key=lambda o: (o.containment, o.run))
    features = (
        f"words in a row: {best.run}",
        f"counting words: {best.counting}",
        f"containment: {best.containment:.2f}",
        f"jaccard: {best.jaccard:.2f}",
        f"passages: {len(shown)}",
    )
    pairs = [(o.one, o.other) if forwards else (o.other, o.one) for o in shown]
    evidence = tuple((passage.article, passage.span) for pair in pairs for passage in pair)
    return Join(relation, one, other, rule, round(best.containment, 2), features, evidence)
