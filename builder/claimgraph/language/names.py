"""Scores of name labels -> the best labels that make whole names."""

import numpy as np
from numpy.typing import NDArray

from claimgraph.language.encoder import Scores

NEVER = -1e9


class NameDecoder:
    """Finds the best path (Viterbi 1967) on which an I- follows a B- or I- of its own kind."""

    def __init__(self, labels: list[str]) -> None:
        """`labels`: O, and B- and I- of each kind, in the order of the scores' columns."""
        kinds = [label[2:] for label in labels]
        inside = np.array([label.startswith("I-") for label in labels])
        same = np.array([[before == after for after in kinds] for before in kinds])
        named = np.array([label != "O" for label in labels])
        self._forbidden: NDArray[np.bool_] = inside[None, :] & ~(same & named[:, None])
        self._inside = inside

    def __call__(self, scores: Scores) -> NDArray[np.int64]:
        """The number of each word's label; words of one sentence down, labels across."""
        best: NDArray[np.int64] = scores.argmax(1)
        if not self._inside[best[0]] and not self._forbidden[best[:-1], best[1:]].any():
            return best
        penalty = np.where(self._forbidden, NEVER, 0)
        path = np.zeros(scores.shape, dtype=np.int64)
        total = scores[0] + np.where(self._inside, NEVER, 0)
        for k in range(1, len(scores)):
            reached = total[:, None] + penalty
            path[k] = reached.argmax(0)
            total = reached.max(0) + scores[k]
        best[-1] = total.argmax()
        for k in range(len(scores) - 1, 0, -1):
            best[k - 1] = path[k, best[k]]
        return best
