"""The decoder: always a tree with one root, and never a worse one than the best of all."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from claimgraph.language.tree import decode

Floats = NDArray[np.float32]

pytestmark = pytest.mark.filterwarnings("error")  # numpy warns where a NaN comes up


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == word for word, head in enumerate(heads)) != 1:
        return False
    for word in range(len(heads)):
        path = {word}
        while heads[word] != word:
            word = heads[word]
            if word in path:
                return False
            path.add(word)
    return True


@cache
def all_trees(n: int) -> NDArray[np.int64]:
    return np.array([heads for heads in product(range(n), repeat=n) if is_tree(heads)])


def totals(arcs: Floats, roots: Floats, trees: NDArray[np.int64]) -> NDArray[np.float64]:
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, roots)
    sums: NDArray[np.float64] = scores[np.arange(len(roots)), trees].sum(-1)
    return sums


def check_tree(arcs: Floats, roots: Floats) -> NDArray[np.int64]:
    root, heads = decode(arcs, roots)
    assert heads.dtype == np.int64
    assert heads[root] == root
    assert is_tree(tuple(heads.tolist()))
    return heads


def test_there_are_as_many_trees_as_cayley_counted() -> None:
    assert [len(all_trees(n)) for n in range(1, 7)] == [n ** (n - 1) for n in range(1, 7)]


@settings(max_examples=500, deadline=None)
@given(
    st.integers(1, 6), st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 4, 1000]), st.sampled_from([-1000, 0, 2, 1000])
)
def test_no_tree_is_better_with_many_ties_or_few_and_roots_cheap_or_dear(
    n: int, seed: int, different: int, bonus: int
) -> None:
    scores = np.random.default_rng(seed).integers(0, different, size=(n, n + 1)).astype(np.float32)
    arcs, roots = scores[:, :n], scores[:, n] + np.float32(bonus)
    heads = check_tree(arcs, roots)
    assert totals(arcs, roots, heads) == totals(arcs, roots, all_trees(n)).max()
    assert list(decode(np.asfortranarray(arcs), roots)[1]) == list(heads)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 6), st.integers(0, 2**32 - 1), st.sampled_from([1e-6, 1, 1e6]))
def test_no_tree_is_better_at_any_scale(n: int, seed: int, scale: float) -> None:
    scores = (np.random.default_rng(seed).normal(size=(n, n + 1)) * scale).astype(np.float32)
    arcs, roots = scores[:, :n], scores[:, n]
    best = totals(arcs, roots, all_trees(n)).max()
    assert totals(arcs, roots, check_tree(arcs, roots)) == pytest.approx(best, rel=0, abs=1e-12 * scale)


@pytest.mark.parametrize("n", [1, 2, 3, 60, 600])
def test_any_number_of_words_gives_a_tree(n: int) -> None:
    scores = np.random.default_rng(n).normal(size=(n, n + 1)).astype(np.float32)
    check_tree(scores[:, :n], scores[:, n])
    check_tree(np.zeros((n, n), np.float32), np.zeros(n, np.float32))


def test_a_chain_of_circles_within_circles_gives_a_tree() -> None:
    n = 300
    place = np.arange(n, dtype=np.float32)
    check_tree(-abs(place[:, None] - place), place)


def test_the_best_heads_win_where_they_make_a_tree() -> None:
    arcs = np.array([[0, 9, 0], [0, 0, 0], [0, 9, 0]], dtype=np.float32)
    root, heads = decode(arcs, np.array([0, 5, 0], dtype=np.float32))
    assert (root, heads.tolist()) == (1, [1, 1, 1])


def test_the_best_root_is_given_up_where_a_tree_with_another_is_better() -> None:
    arcs = np.array([[0, 8, 0], [1, 0, 0], [0, 9, 0]], dtype=np.float32)
    root, heads = decode(arcs, np.array([6, 5, 0], dtype=np.float32))
    assert (root, heads.tolist()) == (1, [1, 1, 1])


def test_a_second_root_never_pays() -> None:
    arcs = np.array([[0, -50], [-40, 0]], dtype=np.float32)
    root, heads = decode(arcs, np.array([900, 900], dtype=np.float32))
    assert (root, heads.tolist()) == (0, [0, 0])


def test_the_scores_are_left_as_they_were_and_the_diagonal_is_not_read() -> None:
    scores = np.random.default_rng(7).normal(size=(20, 21)).astype(np.float32)
    arcs, roots = scores[:, :20].copy(), scores[:, 20].copy()
    np.fill_diagonal(arcs, 1e6)
    before = arcs.copy()
    heads = check_tree(arcs, roots)
    assert (arcs == before).all()
    np.fill_diagonal(arcs, 0)
    assert (check_tree(arcs, roots) == heads).all()
