"""Arc scores -> one sentence's tree: the best head for each word, circles broken where that costs least."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def decode(arcs: Scores, roots: Scores) -> tuple[int, NDArray[np.int64]]:
    """The root and each word's head (the root's is itself).

    `arcs[d, h]`: how well word h heads word d; `roots[d]`: how well d is the root. Exactly one root, no circle.
    """
    n = len(roots)
    score = arcs.copy()
    np.fill_diagonal(score, -1e9)
    root = int(roots.argmax())
    head = score.argmax(1)
    head[root] = root
    for _ in range(n):
        circle = _circle(head, root)
        if not circle:
            return root, head
        ways_out = ((score[d, h] - score[d, head[d]], d, h) for d in circle for h in range(n) if h not in circle)
        _, word, new = max(ways_out)
        head[word] = new
    head[:] = root
    return root, head


def _circle(head: NDArray[np.int64], root: int) -> list[int]:
    """The words of some circle of heads that does not end at the root."""
    seen = np.full(len(head), -1)
    for start in range(len(head)):
        path, word = [], start
        while seen[word] < 0:
            seen[word] = start
            path.append(word)
            word = int(head[word])
        if seen[word] == start and word != root:
            return path[path.index(word) :]
    return []
