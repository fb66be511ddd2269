"""Which records are compared: those with a key in common, never all with all, whatever the corpus."""

from collections.abc import Sequence

import numpy as np
import pytest

from claimgraph.stories.corpus import blocks
from claimgraph.stories.corpus.blocks import Bounds, Records, candidates, decoded

BOUNDS = Bounds(small=4, near=2, first=0, copies=3)
Keyed = Sequence[Sequence[tuple[int, bool]]]


def records(keyed: Keyed, orders: Sequence[Sequence[int]] = (), contents: Sequence[int] | None = None) -> Records:
    """Records by the keys of each."""
    keys = [key << 1 | asks for several in keyed for key, asks in several]
    owners = [place for place, several in enumerate(keyed) for _ in several]
    return Records(
        np.array(keys, np.uint32),
        np.array(owners, np.uint32),
        tuple(np.array(order, np.uint64) for order in orders or (range(len(keyed)),)),
        None if contents is None else np.array(contents, np.uint64),
    )


def pairs(given: Records, bounds: Bounds = BOUNDS) -> list[tuple[int, int]]:
    """The places in the pairs."""
    some, others = decoded(candidates(given, bounds))
    return list(zip(some.tolist(), others.tolist(), strict=True))


def test_a_common_key_makes_a_pair_where_one_asks() -> None:
    asked, told = [(7, True)], [(7, False)]
    assert pairs(records([asked, told, [(8, True)]])) == [(0, 1)]
    assert pairs(records([told, told])) == []
    assert pairs(records([[(7, True), (9, True)], [(7, True), (9, True)]])) == [(0, 1)]


def test_a_small_block_is_compared_whole() -> None:
    assert len(pairs(records([[(1, True)]] * 4))) == 6


def test_a_large_block_costs_each_member_its_next_ones() -> None:
    found = pairs(records([[(1, True)]] * 1000))
    assert len(found) == 999 + 998
    assert max(other - one for one, other in found) == 2


def test_each_order_has_its_next_ones() -> None:
    found = pairs(records([[(1, True)]] * 6, orders=[[0, 1, 2, 3, 4, 5], [0, 5, 4, 3, 2, 0]]), Bounds(4, 1, 0, 9))
    assert (0, 5) in found  # far in the first order
    assert (0, 3) not in found


def test_the_first_of_a_large_block_is_compared_with_all() -> None:
    found = pairs(records([[(1, True)]] * 50, orders=[range(50, 0, -1)]), Bounds(4, 1, 1, 9))
    assert {one for one, other in found if other == 49} == set(range(49))


def test_copies_are_compared_with_their_first_only() -> None:
    found = pairs(records([[(1, True)]] * 500, contents=[5] * 499 + [6]), Bounds(4, 1, 0, 3))
    assert [other for one, other in found if one == 0 and other > 2] == list(range(3, 500))
    assert {one for one, other in found if other == 499} == {0, 1, 2}


@pytest.mark.parametrize("size", [200, 2000])
def test_one_sided_corpora_stay_in_step(size: int) -> None:
    keyed = [[(key, True) for key in range(20)] for _ in range(size)]
    assert len(pairs(records(keyed), Bounds())) <= 3 * size


def test_nothing_gives_nothing() -> None:
    assert pairs(records([])) == []
    assert pairs(records([[]], contents=[1])) == []


def test_portions_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    keyed = [[(place * 7919 % 97 << 24, place % 3 == 0), (place % 13 << 27, True)] for place in range(400)]
    expected = pairs(records(keyed))
    monkeypatch.setattr(blocks, "CHUNK", 37)
    assert pairs(records(keyed)) == expected
