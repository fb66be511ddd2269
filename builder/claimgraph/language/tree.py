"""Arc scores -> one sentence's tree: of all trees with exactly one root, one whose scores add up to the most.

Chu and Liu, "On the shortest arborescence of a directed graph", Scientia Sinica 14 (1965), and Edmonds, "Optimum
branchings", Journal of Research of the National Bureau of Standards 71B (1967): each word takes its best head; words
in a circle become one node, in which each arc counts for as much as it is better or worse than the one it replaces.

Stanojević and Cohen, "A Root of a Problem: Optimizing Single-Root Dependency Parsing", EMNLP 2021: take a constant
off the scores of all roots, so large that a second root never pays. Here it is infinite, with nothing lost to rounding:
no node takes the root until all words are one node.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def decode(arcs: Scores, roots: Scores) -> tuple[int, Heads]:
    """The root and each word's head (the root's is itself) in the best tree; of equally good ones always the same.

    `arcs[d, h]`: how well word h heads word d, its diagonal unread; `roots[d]`: how well d is the root. At least one
    word, all scores finite. Exactly one root, no circle, and no such tree has a greater sum of scores.
    """
    scores = arcs.copy()
    np.fill_diagonal(scores, roots)
    head = scores.argmax(1)
    own = np.flatnonzero(head == np.arange(len(head)))
    if len(own) == 1 and _all_reach(int(own[0]), head):
        return int(own[0]), head
    return _best_tree(arcs, roots)


def _all_reach(root: int, head: Heads) -> bool:
    """Whether going from head to head ends at the root from every word."""
    for _ in range(len(head).bit_length()):
        head = head[head]
    return bool((head == root).all())


def _best_tree(arcs: Scores, roots: Scores) -> tuple[int, Heads]:
    """The best tree by contraction: a path of nodes, each the best head of the one before, closed into circles."""
    n = len(roots)
    columns = np.arange(n + 1)
    into = np.column_stack((arcs, roots)).astype(np.float64)  # [node, head]; the last column is the root's
    np.fill_diagonal(into, -np.inf)
    entry = np.repeat(np.arange(n)[:, None], n + 1, axis=1)  # the word by which that head's arc comes in
    words = [[word] for word in range(n)]
    node = np.arange(n)  # which one each word is in
    taken: list[tuple[list[int], int, int]] = []
    gain = np.zeros(n)
    path, left = [0], n
    while left > 1:
        last = path[-1]
        head = int(into[last, :n].argmax())
        gain[last] = into[last, head]
        taken.append((words[last], int(entry[last, head]), head))
        found = int(node[head])
        if found not in path:
            path.append(found)
            continue
        start = path.index(found)
        circle = path[start:]
        del path[start + 1 :]
        rows = into[circle] - gain[circle, None]
        best = rows.argmax(0)
        words[found] = [word for member in circle for word in words[member]]
        node[words[found]] = found
        into[found] = rows[best, columns]
        into[found, words[found]] = -np.inf
        entry[found] = entry[circle][best, columns]
        left -= len(circle) - 1
    root = int(entry[path[0], n])
    heads = {root: root}
    for inside, word, head in reversed(taken):
        if heads.keys().isdisjoint(inside):  # else a later arc came into this node and broke its circle here
            heads[word] = head
    return root, np.array([heads[word] for word in range(n)])
