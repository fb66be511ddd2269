"""Name labels: the best ones that make whole names."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.language.names import NameDecoder

LABELS = ["B-LOC", "B-PER", "I-LOC", "I-PER", "O"]


def is_whole(labels: tuple[str, ...]) -> bool:
    steps = pairwise(("O", *labels))
    return all(before[1:] == after[1:] and before != "O" for before, after in steps if after[0] == "I")


@settings(max_examples=60)
@given(st.integers(1, 5), st.integers(0, 2**32 - 1), st.sampled_from([1, 3]))
def test_no_whole_names_score_better(n: int, seed: int, values: int) -> None:
    scores = np.random.default_rng(seed).integers(0, 4 * values, (n, len(LABELS))).astype(np.float32)
    found = NameDecoder(LABELS)(scores)
    assert is_whole(tuple(LABELS[i] for i in found))
    ways = [way for way in product(range(len(LABELS)), repeat=n) if is_whole(tuple(LABELS[i] for i in way))]
    best = max(sum(scores[k, i] for k, i in enumerate(way)) for way in ways)
    assert sum(scores[k, i] for k, i in enumerate(found)) == best


def test_a_torn_name_is_mended_by_what_scores_higher() -> None:
    scores = np.array([[4, 3, 0, 0, 0], [0, 0, 1, 3, 0]], dtype=np.float32)  # B-LOC I-PER would be best
    assert [LABELS[i] for i in NameDecoder(LABELS)(scores)] == ["B-PER", "I-PER"]
