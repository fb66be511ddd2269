"""Graphs to run shapes over: triples in memory for pyshacl's many small look-ups, pyoxigraph for the shapes' queries.

rdflib takes some 10 ms to parse a query, and again for each node it is asked of; pyoxigraph takes a tenth of one.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import pyoxigraph as ox
from rdflib import BNode, Graph, Variable
from rdflib.namespace import NamespaceManager
from rdflib.plugins.stores.memory import SimpleMemory
from rdflib.query import Result
from rdflib.term import Node

from claimgraph.validated import terms

Triple = tuple[Node, Node, Node]
Pattern = tuple[Node | None, Node | None, Node | None]


class _Triples(SimpleMemory):
    """rdflib's store without graph names, which is quicker. pyshacl asks for one that knows names: here all are one.

    The length is 1 where there are triples: pyshacl asks for it at every failed alternative of a sh:or, only to see
    whether the graph is empty, and counting would take long.
    """

    context_aware = graph_aware = True

    def triples(self, triple_pattern: Pattern, context: object = None) -> Iterator[tuple[Any, Iterator[Any]]]:
        """As in rdflib; with the graph, where it is asked of a blank node: pyshacl looks up which graph that is in."""
        found = super().triples(triple_pattern)
        if not isinstance(triple_pattern[0], BNode) and not isinstance(triple_pattern[2], BNode):
            return found
        return ((triple, iter([Graph(store=self, bind_namespaces="none")])) for triple, _ in found)

    def __len__(self, context: object = None) -> int:
        return int(next(iter(self.triples((None, None, None))), None) is not None)


class _Whole(NamespaceManager):
    """IRIs as they are: pyshacl writes a text about every failed alternative, which nobody reads."""

    def normalizeUri(self, rdfTerm: str) -> str:  # noqa: N802, N803  # rdflib's names
        return f"<{rdfTerm}>"

    def bind(self, *_: object, **__: object) -> None:
        """No prefix is needed."""


def plain(triples: Iterable[Triple] = ()) -> Graph:
    """A new graph with these triples; its length tells only whether there are any."""
    made = Graph(store=_Triples(), bind_namespaces="none")
    _fill(made, triples)
    return made


def _fill(graph: Graph, triples: Iterable[Triple]) -> None:
    graph.namespace_manager = _Whole(graph, bind_namespaces="none")
    for triple in triples:
        graph.add(triple)


class DataGraph(Graph):
    """The triples of some graphs taken together. Nothing is to be added to it later."""

    def __init__(self, graphs: Iterable[Iterable[Triple]]) -> None:
        """An empty one for no graphs."""
        super().__init__(store=_Triples(), bind_namespaces="none")
        _fill(self, (triple for graph in graphs for triple in graph))

    @cached_property
    def asked(self) -> ox.Store:
        """The triples in pyoxigraph. Raises ValueError on a node that no RDF file can hold."""
        made = ox.Store()
        made.bulk_extend(terms.quads(self))
        return made

    def query(  # type: ignore[override]  # pyshacl gives a text and bindings, by place or by name, and nothing else
        self,
        query_object: str,
        processor: object = None,
        result: object = None,
        initNs: object = None,  # noqa: N803
        initBindings: Mapping[str, Node] | None = None,  # noqa: N803
        *_: object,
        **__: object,
    ) -> Result:
        """The rows of a SELECT, with some variables bound beforehand."""
        bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]
        bound = {ox.Variable(name): terms.to_ox(node) for name, node in (initBindings or {}).items()}
        found = self.asked.query(query_object, substitutions=bound)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError("a sh:sparql constraint asks by SELECT")
        made = Result("SELECT")
        made.vars = [Variable(v.value) for v in found.variables]
        rows = [zip(made.vars, row, strict=True) for row in found]
        made.bindings = [{v: terms.to_rdflib(term) for v, term in row if term is not None} for row in rows]
        return made
