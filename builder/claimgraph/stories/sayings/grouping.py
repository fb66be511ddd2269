"""Propositions, acts of speaking, variants, stances and lineages over many articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimgraph.model import Join
from claimgraph.stories.clusters import clusters, shared
from claimgraph.stories.copies import lineages
from claimgraph.stories.corpus.blocks import HALF, Bounds, Codes, Records, candidates, coded, decoded, distinct
from claimgraph.stories.corpus.digests import UNDATED, Line, hashed
from claimgraph.stories.corpus.matching import components, match
from claimgraph.stories.corpus.memory import Memory
from claimgraph.stories.corpus.shelf import Drawer, Row, Sorted
from claimgraph.stories.happenings.grouping import Happenings
from claimgraph.stories.hashing import number
from claimgraph.stories.sayings import acts, propositions, stances, variants
from claimgraph.stories.sayings.claims import Said
from claimgraph.stories.settings import Settings

if TYPE_CHECKING:
    from claimgraph.stories.copies.lineages import Telling

BOUNDS = Bounds()
SORT = "claims"
ALIKE = 4  # marks: of two claims with 3 words in 10 in common, 98 in 100 have so many; with 3 in 100, 2
BATCH = 10_000  # claims whose propositions are looked at together


class Sayings:
    """What is claimed, by the articles together: as in `Stories`."""

    def __init__(
        self, rows: list[Row], happenings: Happenings, taken: Iterable[Join], settings: Settings, memory: Memory
    ) -> None:
        """`rows`: of each article; `taken`: the passages that one took from another; `memory`: what is known."""
        self._happenings, self._settings = happenings, settings
        self._found: Sorted[Said] = Sorted(rows, "said", "by_claim", 1)
        self._tellings: Drawer[Telling] = Drawer(rows, "tellings")
        each: Drawer[Line] = Drawer(rows, "lines")
        self._lines = self._found.sorted(each.each())
        self._places = {id_: place for place, id_ in enumerate(self._found.ids)}
        self.negated = [line.id for line in self._lines if line.negated]
        self.joins: list[Join] = []
        self.expressed = {line.id: line.words for line in self._lines}
        self._group(memory)
        self.acts: dict[str, str] = {}
        self.lineages: dict[str, str] = {}
        by_article = _by_article(taken)
        for batch in self._batches():
            self._compare(batch, by_article)
        self.joins += self._variants()

    def _group(self, memory: Memory) -> None:
        """Find the propositions."""
        self._together: dict[str, list[int]] = defaultdict(list)
        found = self._found
        pairs = distinct([self._pairs(memory), self._within()])
        for part in components(pairs, len(found), found.orders[0]):
            places = np.unique(np.concatenate(decoded(part))).tolist()
            said = {one.id: one for one in map(found.__getitem__, places)}
            codes = zip(*(half.tolist() for half in decoded(part)), strict=True)
            joins = [join for a, b in codes for join in self._joins(said[found.ids[a]], said[found.ids[b]])]
            groups, used = clusters(joins, said, propositions.together(self._happenings.told, self._settings))
            self.joins += used
            self.expressed |= _named(said, groups)
            for place in places:
                self._together[self.expressed[found.ids[place]]].append(place)

    def _pairs(self, memory: Memory) -> Codes:
        """The claims that say the same, by comparing them."""
        found = self._found
        nodes = self._nodes()
        given = found.records()
        there = [place for place, line in enumerate(self._lines) if line.main and not line.outer]
        keys = [hashed(propositions.event_key(self._lines[place].mode, self._node(place))) for place in there]
        given = Records(
            np.concatenate([given.keys, np.array(keys, np.uint32)]),
            np.concatenate([given.owners, np.array(there, np.uint32)]),
            given.orders,
            found.contents ^ nodes,
        )
        numbers = np.array([line.number or 0 for line in self._lines], np.uint64)
        marks, days = found.marks, (found.orders[0] >> HALF).astype(np.int64)
        undated = days == UNDATED

        def likely(pairs: Codes) -> NDArray[np.bool_]:
            """Tell of one event, or of one time and of one number or much the same: all others are two by `compare`."""
            some, others = decoded(pairs)
            alike = np.count_nonzero(marks[some] == marks[others], axis=1) >= ALIKE
            of_one_time = (np.abs(days[some] - days[others]) <= self._settings.story) | undated[some] | undated[others]
            return np.asarray(_same(nodes, pairs) | (of_one_time & (alike | _same(numbers, pairs))), np.bool_)

        pairs = candidates(given, BOUNDS, likely)
        flags = _same(nodes, pairs)
        known = memory.verdicts(SORT)
        matched = match(pairs, found.numbers(), flags, found.orders[0], known, self._are_one)
        memory.keep(SORT, matched.verdicts, matched.compared)
        return matched.pairs

    def _within(self) -> Codes:
        """The claims in the same words, each with the next, and each denial with the claim that it denies."""
        by_words: dict[str, int] = {}
        pairs = []
        for place, line in enumerate(self._lines):
            if line.words in by_words:
                pairs.append((by_words[line.words], place))
            by_words[line.words] = place
            if line.target in self._places:
                pairs.append((self._places[line.target], place))
        some, others = np.array(pairs, np.uint32).reshape(-1, 2).T
        return coded(some, others)

    def _node(self, place: int) -> str:
        """The node of the event that a claim tells of first; empty where it tells of none."""
        main = self._lines[place].main
        return self._happenings.happening.get(main, main) if main else ""

    def _nodes(self) -> NDArray[np.uint64]:
        named = (self._node(place) for place in range(len(self._lines)))
        return np.array([number(node) if node else 0 for node in named], np.uint64)

    def _are_one(self, one: int, other: int) -> bool:
        return self._join(self._found[one], self._found[other]) is not None

    def _join(self, one: Said, other: Said) -> Join | None:
        return propositions.compare(one, other, self._happenings.told, self._happenings.happening, self._settings)

    def _joins(self, one: Said, other: Said) -> Iterator[Join]:
        """All that tells that two claims express one proposition."""
        if join := self._join(one, other):
            yield join
        if one.words == other.words and not self._at_odds(one, other):
            yield propositions.same_words(one.id, other.id)
        if one.target == other.id or other.target == one.id:
            yield from propositions.denials([one if one.target == other.id else other])

    def _at_odds(self, one: Said, other: Said) -> bool:
        return propositions.at_odds(one, other, self._happenings.told, self._settings)

    def _batches(self) -> Iterator[list[int]]:
        """The claims of propositions that several articles express, in portions of whole propositions."""
        rows, days = self._found.row, self._found.orders[0]
        several = [places for places in self._together.values() if len(set(rows[places].tolist())) > 1]
        batch: list[int] = []
        for places in sorted(several, key=lambda p: (int(days[p[0]]), p[0])):
            batch += places
            if len(batch) >= BATCH:
                yield batch
                batch = []
        yield batch

    def _compare(self, batch: list[int], taken: dict[str, list[Join]]) -> None:
        """The acts, stances and lineages of some claims."""
        said = {one.id: one for one in map(self._found.__getitem__, sorted(batch))}
        expressed = {id_: self.expressed[id_] for id_ in said}
        negated = frozenset(id_ for id_, one in said.items() if one.negated)
        spoken, joins = clusters(acts.acts(said, expressed, self._happenings.happening), said, acts.together)
        self.acts |= {id_: shared("act", group) for id_, group in spoken.items()}
        self.joins += joins
        self.joins += stances.stances(said, expressed, negated)
        rows = sorted(set(self._found.row[batch].tolist()))
        told = [one for row in rows for one in self._tellings[row] if one.claim in said]
        articles = {one.article for one in told}
        copied = [join for article in sorted(articles) for join in taken.get(article, ()) if join.other in articles]
        lines, joins = lineages.lineages(told, expressed, negated, copied)
        self.lineages |= lines
        self.joins += joins

    def _variants(self) -> Iterator[Join]:
        """The pairs of propositions, each with the next one in time of those that tell the same of the same ones."""
        first: dict[str, int] = {}
        by: dict[int, set[str]] = defaultdict(set)
        for place, line in enumerate(self._lines):
            if line.variant is not None:
                first.setdefault(self.expressed[line.id], place)
                by[line.variant].add(self.expressed[line.id])
        for several in by.values():
            ordered = sorted(several, key=lambda p: (self._lines[first[p]].day, p))
            for one, other in pairwise(ordered):
                events = (self._happenings.told[self._found[first[p]].main or ""] for p in (one, other))
                join = variants.compare(one, next(events), other, next(events), self._settings)
                if join is not None:
                    yield join


def _named(said: Mapping[str, Said], groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Claim -> its proposition: by the words of its group's least claim, and by that claim where others have them."""
    least = {claim: groups.get(claim, (claim,))[0] for claim in said}
    first: dict[str, str] = {}
    for one in sorted(set(least.values())):
        first.setdefault(said[one].words, one)
    ids = {
        one: said[one].words if first[said[one].words] == one else shared("proposition", [said[one].words + one])
        for one in set(least.values())
    }
    return {claim: ids[one] for claim, one in least.items()}


def _same(numbers: NDArray[np.uint64], pairs: Codes) -> NDArray[np.bool_]:
    """Whether two have one number, that is not 0."""
    some, others = decoded(pairs)
    return np.asarray((numbers[some] == numbers[others]) & (numbers[some] != 0), np.bool_)


def _by_article(taken: Iterable[Join]) -> dict[str, list[Join]]:
    found: dict[str, list[Join]] = defaultdict(list)
    for join in taken:
        found[join.one].append(join)
    return found
