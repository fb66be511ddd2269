"""Which records may be one: those that share a key, in numbers that grow in step with the records'.

A block is the records with one key. The members of a small block are all compared. Those of a large one are put in
several orders, in each of which what is alike stands near, and each is compared with its next ones, as in the sorted
neighbourhood method (Hernández and Stolfo 1995, https://doi.org/10.1145/223784.223807). Of many records with the same
content all but the first few are compared with the first only. So no corpus, however one-sided, leads to all pairs; and
what is compared depends on the set of the records alone, not on the order in which they came.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint32]
Codes = NDArray[np.uint64]  # of pairs: the places of two records, the lesser in the upper half
CHUNK = 1_000_000  # keys that are looked at together
HALF = np.uint64(32)


@dataclass(frozen=True)
class Bounds:
    """How much is compared.

    `small`: the members of a block that are all compared; `near`: in a larger block, how many next ones in each order;
    `first`: how many first ones in the first order besides; `copies`: how many of one content are compared with others.
    """

    small: int = 12
    near: int = 2
    first: int = 0
    copies: int = 6


@dataclass(frozen=True)
class Records:
    """Records as far as blocks go, in the order of their ids.

    `keys`: odd where the record asks for all that have it; `owners`: whose they are, by place; `orders`: a row of
    numbers for each order; `contents`: the same number for records that are equal but for their ids.
    """

    keys: Keys
    owners: Keys
    orders: tuple[NDArray[np.uint64], ...]
    contents: NDArray[np.uint64] | None = None


def candidates(given: Records, bounds: Bounds, likely: Callable[[Codes], NDArray[np.bool_]] | None = None) -> Codes:
    """The pairs to compare, in order, each once. `likely`: which of some pairs are worth it, by the two alone."""
    keys, owners = given.keys, given.owners
    found: list[Codes] = []
    if given.contents is not None:
        comparing, found = _copies(given.contents, bounds.copies)
        chosen = comparing[owners]
        keys, owners = keys[chosen], owners[chosen]
    ranks = [_ranks(order) for order in given.orders]
    for part in _blocks(keys):
        pairs = distinct(_pairs(keys[part], owners[part], ranks, bounds))
        found.append(pairs[likely(pairs)] if likely else pairs)
    return distinct(found)


def coded(some: NDArray[np.integer], others: NDArray[np.integer]) -> Codes:
    """The codes of pairs of places."""
    low, high = np.minimum(some, others).astype(np.uint64), np.maximum(some, others).astype(np.uint64)
    codes: Codes = (low << HALF) | high
    return codes


def decoded(codes: Codes) -> tuple[Keys, Keys]:
    """The places in pairs, the lesser first."""
    return (codes >> HALF).astype(np.uint32), codes.astype(np.uint32)


def distinct(parts: Iterable[Codes]) -> Codes:
    """All that stands in some of them, in order, each once. By sorting: `numpy.unique` hashes, which is slow here."""
    found = np.sort(np.concatenate([_none(), *parts]))
    return found[np.r_[True, found[1:] != found[:-1]]] if len(found) else found


def _none() -> Codes:
    return np.zeros(0, np.uint64)


def _ranks(order: NDArray[np.uint64]) -> Keys:
    """The place of each record in an order; what is level there stands as its ids do."""
    ranks = np.empty(len(order), np.uint32)
    ranks[np.argsort(order, kind="stable")] = np.arange(len(order), dtype=np.uint32)
    return ranks


def _copies(contents: NDArray[np.uint64], most: int) -> tuple[NDArray[np.bool_], list[Codes]]:
    """Which records are compared by their keys, and the others, each with the first that has its content."""
    by = np.argsort(contents, kind="stable")
    begins = np.flatnonzero(np.r_[True, contents[by][1:] != contents[by][:-1]]) if len(by) else by
    sizes = np.diff(np.r_[begins, len(by)])
    firsts = np.repeat(by[begins], sizes)
    number = np.arange(len(by)) - np.repeat(begins, sizes)
    comparing = np.ones(len(by), np.bool_)
    comparing[by[number >= most]] = False
    later = number >= most
    return comparing, [coded(firsts[later], by[later])]


def _blocks(keys: Keys) -> Iterator[NDArray[np.int64]]:
    """The keys that several records have and one of them asks for, in portions of whole blocks: their places."""
    parts = len(keys) // CHUNK + 1
    edges = [(k << 32) // parts & ~1 for k in range(parts + 1)]  # even: the keys of a block stay together
    for low, high in pairwise(edges):
        own = np.flatnonzero((keys >= low) & (keys <= high - 1))
        order = own[np.argsort(keys[own], kind="stable")]
        blocks = keys[order] >> np.uint32(1)
        begins = np.flatnonzero(np.r_[True, blocks[1:] != blocks[:-1]]) if len(blocks) else order
        sizes = np.diff(np.r_[begins, len(blocks)])
        asking = np.add.reduceat((keys[order] & np.uint32(1)).astype(np.int64), begins) if len(begins) else sizes
        yield order[np.repeat((sizes > 1) & (asking > 0), sizes)]


def _pairs(keys: Keys, owners: Keys, ranks: list[Keys], bounds: Bounds) -> Iterator[Codes]:
    """The pairs of some blocks; the keys stand by block."""
    blocks, asks = keys >> np.uint32(1), (keys & np.uint32(1)).astype(np.bool_)
    begins = np.flatnonzero(np.r_[True, blocks[1:] != blocks[:-1]]) if len(blocks) else np.zeros(0, np.int64)
    sizes = np.repeat(np.diff(np.r_[begins, len(blocks)]), np.diff(np.r_[begins, len(blocks)]))
    small = sizes <= bounds.small
    yield from _nearest(blocks[small], owners[small], asks[small], bounds.small - 1)
    blocks, owners, asks = blocks[~small], owners[~small], asks[~small]
    for k, rank in enumerate(ranks):
        order = np.lexsort((rank[owners], blocks))
        yield from _nearest(blocks[order], owners[order], asks[order], bounds.near)
        if k == 0 and bounds.first:
            yield from _first(blocks[order], owners[order], asks[order], bounds.first)


def _nearest(blocks: Keys, owners: Keys, asks: NDArray[np.bool_], reach: int) -> Iterator[Codes]:
    """Each with the next ones of its block."""
    for ahead in range(1, min(reach, len(blocks) - 1) + 1):
        one, other = slice(None, -ahead), slice(ahead, None)
        chosen = (blocks[one] == blocks[other]) & (asks[one] | asks[other]) & (owners[one] != owners[other])
        yield coded(owners[one][chosen], owners[other][chosen])


def _first(blocks: Keys, owners: Keys, asks: NDArray[np.bool_], number: int) -> Iterator[Codes]:
    """Each with the first ones of its block."""
    begins = np.flatnonzero(np.r_[True, blocks[1:] != blocks[:-1]]) if len(blocks) else np.zeros(0, np.int64)
    sizes = np.diff(np.r_[begins, len(blocks)])
    for k in range(number):
        first = np.repeat(begins, sizes) + k
        chosen = (asks | asks[first]) & (owners != owners[first])
        yield coded(owners[chosen], owners[first][chosen])
