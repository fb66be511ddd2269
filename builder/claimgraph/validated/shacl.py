"""Running the shapes: pyshacl over a graph with the ontology beside it, its results as records."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import OWL, SH, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.resources import ONTOLOGY, SHAPES
from claimgraph.validated import terms
from claimgraph.validated.data import DataGraph
from claimgraph.validated.places import article_of, sentence_of
from claimgraph.validated.report import Severity, Violation


def findings(*graphs: Graph) -> list[Violation]:
    """All that the shapes find in these graphs taken together; sorted, since pyshacl's order changes by run."""
    data = DataGraph((*graphs, ontology()))
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes(), inplace=True)
    return sorted((_record(data, results, node) for node in results.objects(None, SH.result)), key=lambda v: v.key)


@cache
def shapes() -> Graph:
    """The shapes in shapes/, but not those for registry files as they are written, where an entry has one type."""
    made = Graph(bind_namespaces="none")
    for path in sorted(SHAPES.glob("*.ttl")):
        if path.name != "registry.ttl":
            _add(made, path)
    return made


@cache
def ontology() -> Graph:
    """The ontology without its labels and definitions, of which no shape asks."""
    whole = _add(Graph(bind_namespaces="none"), ONTOLOGY)
    for triple in list(whole):
        if isinstance(triple[2], Literal) and triple[1] != OWL.hasValue:
            whole.remove(triple)
    return whole


def _add(graph: Graph, path: Path) -> Graph:
    for s, p, o, _ in terms.dataset(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)).quads():
        graph.add((s, p, o))
    return graph


def _record(data: Graph, results: Graph, result: Node) -> Violation:
    focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
    constraint = results.value(result, SH.sourceConstraint)
    if constraint is not None and value is not None and value != focus:
        focus, value = value, None  # a query asked of a whole article gives the node in question as the value
    shape = results.value(result, SH.sourceShape) if constraint is None else constraint
    path = results.value(result, SH.resultPath)
    if focus is None or shape is None:
        raise TypeError("pyshacl gave a result without focus node or shape")
    return Violation(
        severity=Severity(str(results.value(result, SH.resultSeverity)).removeprefix(str(SH))),
        shape=str(shape),
        name=str(shapes().value(shape, SH.name) or shape),
        node=_text(focus),
        message=_message(results, result),
        path=None if path is None else _path(results, path),
        value=None if value is None or value == focus else str(value),
        article=article_of(data, focus),
        sentence=sentence_of(data, focus),
    )


def _message(results: Graph, result: Node) -> str:
    """The message of the query where there is one, before that of the shape round it."""
    shape = results.value(result, SH.sourceShape)
    general = {str(m) for m in shapes().objects(shape, SH.message)}
    said = sorted(str(m) for m in results.objects(result, SH.resultMessage))
    return next((m for m in said if m not in general), said[0])


def _path(results: Graph, path: Node) -> str:
    inverse = results.value(path, SH.inversePath)
    return _text(path) if inverse is None else f"^{inverse}"


def _text(node: Node) -> str:
    return str(node) if isinstance(node, URIRef) else f"_:{node}"
