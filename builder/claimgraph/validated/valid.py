"""The graph that has passed the gate, as sorted quads."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyoxigraph as ox
from rdflib import RDF, Dataset, Graph

from claimgraph.validated import terms
from claimgraph.validated.parts import merged

_NUMBER = re.compile(r"(?<=[=,/-])\d+(?![0-9a-f])")
_KEY = object()  # the gate's


class ValidGraph:
    """Quads that have passed the gate. Only `gate` makes one, and nothing can change it."""

    __slots__ = ("_quads",)

    def __init__(self, quads: Iterable[ox.Quad], key: object) -> None:
        """Raises TypeError for anyone but the gate."""
        if key is not _KEY:
            raise TypeError("a ValidGraph is made by claimgraph.validated.gate only")
        self._quads = tuple(sorted(set(quads), key=_order))

    def __len__(self) -> int:
        """How many quads there are."""
        return len(self._quads)

    def __iter__(self) -> Iterator[ox.Quad]:
        """The quads, sorted: graph by graph, node by node, spans in the text's order."""
        return iter(self._quads)

    def triples(self) -> list[ox.Triple]:
        """The triples of all graphs, each once, sorted."""
        flat = {ox.Quad(q.subject, q.predicate, q.object) for q in self._quads}
        return [quad.triple for quad in sorted(flat, key=_order)]

    def dataset(self) -> Dataset:
        """A new rdflib dataset with a named graph per article, one of the registry, and one of what joins articles."""
        return terms.dataset(self._quads)

    def graph(self) -> Graph:
        """A new rdflib graph with all triples."""
        return merged(self.dataset())


def sealed(quads: Iterable[ox.Quad]) -> ValidGraph:
    """For the gate alone: the quads as a ValidGraph."""
    return ValidGraph(quads, _KEY)


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    """By graph and node, numbers in IRIs as numbers, so that spans stand in the text's order; the types first."""
    predicate = "" if quad.predicate.value == str(RDF.type) else quad.predicate.value
    return _natural(str(quad.graph_name)), _natural(str(quad.subject).strip("<>")), predicate, str(quad.object)


@lru_cache(maxsize=4096)
def _natural(text: str) -> str:
    return _NUMBER.sub(lambda found: found[0].zfill(9), text) + text
