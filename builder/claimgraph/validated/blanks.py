"""Blank nodes without a label in their file get one by their order in it, where the parser gives a random one."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

import pyoxigraph as ox

T = TypeVar("T")
_RANDOM = re.compile("[0-9a-f]{20,32}")


def labelled(quads: Iterable[ox.Quad], prefix: str = "b") -> list[ox.Quad]:
    """The quads in their order; such blank nodes are `<prefix>1`, `<prefix>2` and so on, others keep their label."""
    given = list(quads)
    nodes = (n for q in given for n in (q.subject, q.object, q.graph_name) if isinstance(n, ox.BlankNode))
    found = dict.fromkeys(node.value for node in nodes)
    if not found:
        return given
    free = _free(found, prefix)
    names = {label: ox.BlankNode(next(free)) for label in found if _RANDOM.fullmatch(label)}
    return [
        ox.Quad(_new(q.subject, names), q.predicate, _new(q.object, names), _new(q.graph_name, names)) for q in given
    ]


def _free(taken: Iterable[str], prefix: str) -> Iterator[str]:
    known = set(taken)
    number = 0
    while True:
        number += 1
        if f"{prefix}{number}" not in known:
            yield f"{prefix}{number}"


def _new(term: T, names: dict[str, ox.BlankNode]) -> T | ox.BlankNode:
    return names.get(term.value, term) if isinstance(term, ox.BlankNode) else term
