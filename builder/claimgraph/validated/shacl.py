"""Running the shapes: pyshacl over a graph with the ontology beside it, its results as records."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import OWL, SH, Graph, Literal
from rdflib.term import Node

from claimgraph.resources import ONTOLOGY, SHAPES
from claimgraph.validated import foreign, paths, terms
from claimgraph.validated.data import DataGraph
from claimgraph.validated.places import article_of, sentence_of
from claimgraph.validated.report import Violation
from claimgraph.validated.rules import message_of, name_of, named, severity_of, text


def findings(*graphs: Graph, asked: Graph | None = None) -> list[Violation]:
    """All that the shapes find in these graphs taken together; sorted, since pyshacl's order changes by run.

    `asked`: other shapes than claimgraph's; then the ontology is left out too. Raises InputError where they cannot be
    applied.
    """
    data: Graph
    if asked is None:
        data = DataGraph((*graphs, ontology()))
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes(), inplace=True)
    else:
        data, results = foreign.applied(graphs, asked)
    found = results.objects(None, SH.result)
    source = shapes() if asked is None else asked
    return sorted((_record(data, results, node, source) for node in found), key=lambda v: v.key)


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


def _record(data: Graph, results: Graph, result: Node, asked: Graph) -> Violation:
    focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
    constraint = results.value(result, SH.sourceConstraint)
    if constraint is not None and value is not None and value != focus and asked is shapes():
        focus, value = value, None  # a query asked of a whole article gives the node in question as the value
    shape = results.value(result, SH.sourceShape)
    path = results.value(result, SH.resultPath)
    if focus is None or shape is None:
        raise TypeError("pyshacl gave a result without focus node or shape")
    source = named(asked, shape if constraint is None else constraint) or named(asked, shape) or shape
    severity, own_severity = severity_of(results.value(result, SH.resultSeverity))
    component = results.value(result, SH.sourceConstraintComponent)
    return Violation(
        severity=severity,
        shape=text(source),
        name=name_of(asked, source),
        node=text(focus),
        message=message_of(asked, results, result),
        path=None if path is None else paths.written(results, path),
        value=None if value is None or value == focus else _value(value),
        article=None if isinstance(focus, Literal) else article_of(data, focus),
        sentence=None if isinstance(focus, Literal) else sentence_of(data, focus),
        component=None if component is None else str(component),
        term=None if value is None else str(terms.to_ox(value)),
        own_severity=own_severity,
    )


def _value(node: Node) -> str:
    return str(node) if isinstance(node, Literal) else text(node)
