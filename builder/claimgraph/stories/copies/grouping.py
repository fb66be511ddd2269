"""Which article took which passage from which, over many articles."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from claimgraph.model import Join
from claimgraph.stories.copies import copying
from claimgraph.stories.copies.copying import Overlap, Settings
from claimgraph.stories.corpus.blocks import Bounds, candidates, coded, decoded
from claimgraph.stories.corpus.matching import Verdicts, paired
from claimgraph.stories.corpus.memory import Memory
from claimgraph.stories.corpus.shelf import Row, Sorted

if TYPE_CHECKING:
    from claimgraph.stories.copies.passages import Passage

BOUNDS = Bounds(small=6, near=2, first=1)  # what many have was taken from those who had it first
SORT = "passages"


class Copies:
    """The passages of many articles."""

    def __init__(self, rows: list[Row], settings: Settings, memory: Memory) -> None:
        """`rows`: of each article; `memory`: what was compared before."""
        self._settings = settings
        self._found: Sorted[Passage] = Sorted(rows, "passages", "by_passage", 2)
        self._memory = memory

    def taken(self) -> tuple[Join, ...]:
        """What the passages show, in order."""
        joins = [join for group in self._overlaps() for join in copying.taken(group)]
        return tuple(sorted(joins, key=attrgetter("relation", "one", "other", "rule")))

    def _overlaps(self) -> Iterator[list[Overlap]]:
        """What the passages of each two articles have in common."""
        found, known = self._found, self._memory.verdicts(SORT)
        pairs = candidates(replace(found.records(), contents=None), BOUNDS)
        some, others = decoded(pairs)
        pairs = pairs[found.row[some] != found.row[others]]
        some, others = decoded(pairs)
        named = paired(pairs, found.numbers())
        there, told = known.known(named)
        articles = coded(found.row[some], found.row[others])
        by = np.lexsort((articles, found.orders[0][some]))  # an article's passages have one place in that order
        for _, group in groupby(by[(~there | told)[by]].tolist(), articles.__getitem__):
            overlaps = []
            for k in group:
                overlap = copying.compare(found[int(some[k])], found[int(others[k])], self._settings)
                told[k] = overlap is not None
                overlaps += [overlap] if overlap else []
            yield overlaps
        self._memory.keep(SORT, Verdicts.of(named, told), int((~there).sum()))
