"""Which of the pairs that may be one are; what was found of a pair once is not looked for again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from claimgraph.stories.corpus.blocks import Codes, decoded


def _none() -> Codes:
    return np.zeros(0, np.uint64)


def _no() -> NDArray[np.bool_]:
    return np.zeros(0, np.bool_)


@dataclass
class Verdicts:
    """What comparing pairs gave: the pairs by the records' numbers, in order, and whether they are one."""

    pairs: Codes = field(default_factory=_none)
    found: NDArray[np.bool_] = field(default_factory=_no)
    used: NDArray[np.bool_] = field(default_factory=_no)  # whether a group was put together by it
    settled: Codes = field(default_factory=_none)  # in order: hashes of the sets of pairs, each all that hangs together

    @classmethod
    def of(cls, pairs: Codes, found: NDArray[np.bool_]) -> "Verdicts":
        """What comparing pairs, in any order, gave."""
        by = np.argsort(pairs, kind="stable")
        return cls(pairs[by], found[by], np.zeros(len(pairs), np.bool_))

    def grouped(self, pairs: Codes) -> NDArray[np.bool_] | None:
        """Of all pairs that hang together, which put groups together; None where others hung together before."""
        own = _hash(pairs)
        at = int(np.searchsorted(self.settled, own))
        if at == len(self.settled) or self.settled[at] != own:
            return None
        return self.used[np.searchsorted(self.pairs, pairs)]

    def settle(self, sets: Iterable[Codes], used: Iterable[Codes]) -> None:
        """Keep which sets of pairs hung together, and which of them put groups together."""
        self.settled = np.array(sorted(map(_hash, sets)), np.uint64)
        for several in used:
            self.used[np.searchsorted(self.pairs, several)] = True

    def known(self, pairs: Codes) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Of some pairs, whether they were compared, and what that gave."""
        if not len(self.pairs):
            return np.zeros(len(pairs), np.bool_), np.zeros(len(pairs), np.bool_)
        at = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        there = self.pairs[at] == pairs
        return there, self.found[at] & there


def _hash(pairs: Codes) -> np.uint64:
    return np.uint64(int.from_bytes(blake2b(np.sort(pairs).tobytes(), digest_size=8).digest(), "little"))


@dataclass(frozen=True)
class Matched:
    """The pairs that are one, by the records' places, and all that were compared."""

    pairs: Codes
    verdicts: Verdicts
    compared: int  # of them, those that were not known


def match(
    pairs: Codes,
    numbers: NDArray[np.uint64],
    flags: NDArray[np.bool_],
    order: NDArray[np.uint64],
    known: Verdicts,
    compare: Callable[[int, int], bool],
) -> Matched:
    """Compare the pairs, by place, of which nothing is known.

    `numbers`: of the records; `flags`: of each pair, what else tells how it is compared; `order`: of the records, that
    in which it is quickest; `compare`: whether the records at two places are one.
    """
    some, others = decoded(pairs)
    named = paired(pairs, numbers, flags)
    there, found = known.known(named)
    new = np.flatnonzero(~there)
    new = new[np.argsort(order[some[new]], kind="stable")]
    for k in new.tolist():
        found[k] = compare(int(some[k]), int(others[k]))
    return Matched(pairs[found], Verdicts.of(named, found), len(new))


def paired(pairs: Codes, numbers: NDArray[np.uint64], flags: NDArray[np.bool_] | None = None) -> Codes:
    """Pairs, given by place, by the records' numbers and the flag."""
    some, others = decoded(pairs)
    named = (numbers[some] << np.uint64(33)) | (numbers[others] << np.uint64(1))
    return named if flags is None else np.bitwise_or(named, flags.astype(np.uint64))


def components(pairs: Codes, size: int, order: NDArray[np.uint64]) -> Iterator[Codes]:
    """The pairs that hang together, directly or through others; `size`: how many records there are."""
    some, others = decoded(pairs)
    homes = np.arange(size, dtype=np.uint32)
    while (apart := homes[some] != homes[others]).any():
        one, other = homes[some[apart]], homes[others[apart]]
        least = np.minimum(one, other)
        np.minimum.at(homes, one, least)
        np.minimum.at(homes, other, least)
        while (above := homes[homes]).tobytes() != homes.tobytes():
            homes = above
    if not len(pairs):
        return
    own = homes[some]
    by = np.lexsort((own, order[own]))
    edges = np.flatnonzero(own[by][1:] != own[by][:-1]) + 1
    yield from (pairs[part] for part in np.split(by, edges) if len(part))
