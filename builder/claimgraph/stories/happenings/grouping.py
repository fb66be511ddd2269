"""cg:sameEvent over many articles: the groups of happenings that are one, and the node that each shares."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimgraph.stories.clusters import clusters, shared
from claimgraph.stories.corpus.blocks import Bounds, Codes, candidates, decoded
from claimgraph.stories.corpus.matching import Verdicts, components, match, paired
from claimgraph.stories.corpus.memory import Memory
from claimgraph.stories.corpus.shelf import ById, Drawer, Row, Sorted
from claimgraph.stories.happenings import comparing as events
from claimgraph.stories.happenings.accounts import Account
from claimgraph.stories.settings import Settings

if TYPE_CHECKING:
    from claimgraph.model import Join

BOUNDS = Bounds()
SORT = "events"


class Happenings:
    """What happened, by the articles together.

    `nodes`: event -> the node that it shares with those of other articles; `joins`: why; `told`: what its article tells
    of each event; `happening`: event -> that node, else what its article tells of one happening is put together under.
    """

    def __init__(self, rows: list[Row], settings: Settings, memory: Memory) -> None:
        """`rows`: of each article; `memory`: what was compared before."""
        self._settings = settings
        self._found: Sorted[Account] = Sorted(rows, "incidents", "by_event", 0)
        self.nodes: dict[str, str] = {}
        self.joins: list[Join] = []
        self._numbers = self._found.numbers()
        self._before, self._now = memory.verdicts(SORT), Verdicts()
        sets, used = [], []
        for part in components(self._pairs(memory), len(self._found), self._found.orders[0]):
            sets.append(paired(part, self._numbers))
            used.append(self._group(part, self._before.grouped(sets[-1])))
        self._now.settle(sets, used)
        self._own = {m: one for one, several in self._found.members.items() for m in several}
        homes = dict(zip(self._found.ids, self._found.row.tolist(), strict=True))
        homes |= {member: homes[one] for member, one in self._own.items()}
        drawer: Drawer[Account] = Drawer(rows, "accounts")
        self.told = ById(drawer, homes)
        self.happening = self._own | self.nodes

    def _pairs(self, memory: Memory) -> Codes:
        found = self._found
        pairs = candidates(found.records(), BOUNDS)
        flags = np.zeros(len(pairs), np.bool_)
        matched = match(pairs, self._numbers, flags, found.orders[0], self._before, self._are_one)
        self._now = matched.verdicts
        memory.keep(SORT, self._now, matched.compared)
        return matched.pairs

    def _are_one(self, one: int, other: int) -> bool:
        return events.compare(self._found[one], self._found[other], self._settings) is not None

    def _group(self, part: Codes, known: NDArray[np.bool_] | None) -> Codes:
        """Group the happenings of some pairs, which hang together; gives the pairs, by number, that did it.

        `known`: which of the pairs did it before, where the same ones hung together.
        """
        chosen = part if known is None else part[known]
        some, others = (half.tolist() for half in decoded(chosen))
        told = {one.id: one for one in map(self._found.__getitem__, sorted({*some, *others}))}
        pairs = {(self._found.ids[a], self._found.ids[b]): k for k, (a, b) in enumerate(zip(some, others, strict=True))}
        compared = (events.compare(told[one], told[other], self._settings) for one, other in pairs)
        together = self._together if known is None else _known
        groups, used = clusters(filter(None, compared), told, together)
        self.joins += used
        for group in set(groups.values()):
            if len({told[id_].article for id_ in group}) > 1:
                members = (member for id_ in group for member in told[id_].members)
                self.nodes |= dict.fromkeys(members, shared("event", group))
        return paired(chosen[[pairs[join.one, join.other] for join in used]], self._numbers)

    def _together(self, some: Sequence[Account], others: Sequence[Account]) -> bool:
        return events.together(some, others, self._settings)


def _known(some: Sequence[Account], others: Sequence[Account]) -> bool:
    """These were put together before."""
    return True
