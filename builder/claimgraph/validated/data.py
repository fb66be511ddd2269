"""A graph to run shapes over: rdflib's memory for pyshacl's many small look-ups, pyoxigraph for the shapes' queries.

rdflib takes some 10 ms to parse a query, and again for each node it is asked of; pyoxigraph takes a tenth of one.
"""

from collections.abc import Iterable, Mapping

import pyoxigraph as ox
from rdflib import Graph, Variable
from rdflib.query import Result
from rdflib.term import Node

from claimgraph.validated import terms


class DataGraph(Graph):
    """The triples of some graphs taken together. Nothing is to be added to it later."""

    def __init__(self, graphs: Iterable[Graph]) -> None:
        """Raises ValueError on a node that no RDF file can hold."""
        super().__init__(bind_namespaces="none")
        self._asked = ox.Store()
        for graph in graphs:
            for triple in graph:
                self.add(triple)
            self._asked.bulk_extend(terms.quads(graph))

    def query(  # type: ignore[override]  # what rdflib's does beyond this, pyshacl does not ask for
        self,
        query_object: str,
        processor: object = "sparql",
        result: object = "sparql",
        initNs: object = None,  # noqa: N803
        initBindings: Mapping[str, Node] | None = None,  # noqa: N803  # by name or, as pyshacl 0.40 does, by place
        *_: object,
        **__: object,
    ) -> Result:
        """The rows of a SELECT, with some variables bound beforehand."""
        bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]
        bound = {ox.Variable(name): terms.to_ox(node) for name, node in (initBindings or {}).items()}
        found = self._asked.query(query_object, substitutions=bound)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError("a sh:sparql constraint asks by SELECT")
        answer = Result("SELECT")
        answer.vars = [Variable(v.value) for v in found.variables]
        rows = [zip(answer.vars, row, strict=True) for row in found]
        answer.bindings = [{v: terms.to_rdflib(term) for v, term in row if term is not None} for row in rows]
        return answer
