"""Pairs of what is told of one thing: all of them while they are few, else of each with those that stand next to it.

What very many tell of one thing would make more pairs than anyone can read: they grow in step with the tellers.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import Any, TypeVar

T = TypeVar("T")
REACH = 10


def within(several: Sequence[T], order: Callable[[T], Any]) -> Iterator[tuple[T, T]]:
    """Pairs of several. `order`: by what they stand in line; no two may be level."""
    if len(several) <= 2 * REACH:
        yield from combinations(several, 2)
        return
    line = sorted(several, key=order)
    for place, one in enumerate(line):
        yield from ((one, other) for other in line[place + 1 : place + 1 + REACH])


def across(some: Sequence[T], others: Sequence[T], order: Callable[[T], Any]) -> Iterator[tuple[T, T]]:
    """Pairs of one of some and one of others, each once."""
    if len(some) * len(others) <= REACH * (len(some) + len(others)):
        yield from product(some, others)
        return
    one_line, other_line = sorted(some, key=order), sorted(others, key=order)
    one_places, other_places = list(map(order, one_line)), list(map(order, other_line))
    found = {(k, near) for k, place in enumerate(one_places) for near in _around(other_places, place)}
    found |= {(near, k) for k, place in enumerate(other_places) for near in _around(one_places, place)}
    for k, near in sorted(found):
        yield one_line[k], other_line[near]


def _around(line: Sequence[Any], place: Any) -> range:
    at = bisect_left(line, place)
    return range(max(0, at - REACH // 2), min(len(line), at + REACH // 2))
