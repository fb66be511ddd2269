"""Running the shapes: pyshacl over a graph with the ontology beside it, its results as records."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pyshacl
from rdflib import OWL, SH, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.joining import NODES, PAIRING, SHARING
from claimgraph.resources import ONTOLOGY, SHAPES
from claimgraph.validated import data, foreign, paths, terms
from claimgraph.validated.pieces import Piece
from claimgraph.validated.reach import Plan, about, plan
from claimgraph.validated.rules import message_of, name_of, named, severity_of, text
from claimgraph.vocabulary import CG


class Finding(NamedTuple):
    """What pyshacl found, as the texts that a Violation has. Where it stands is not known yet."""

    severity: str
    shape: str
    name: str
    node: str
    message: str
    path: str | None = None
    value: str | None = None
    component: str | None = None
    term: str | None = None
    own_severity: str | None = None


def reference(graph: Graph) -> set[Finding]:
    """What one plain run of pyshacl over all triples of a graph finds; slow, and what every other way is held against.

    Neither are the shapes taken apart nor the graph cut, and rdflib answers the queries.
    """
    whole = Graph(bind_namespaces="none")
    for triples in (graph, ontology()):
        for triple in triples:
            whole.add(triple)
    return set(run(whole, shapes()))


def of_pieces(pieces: Iterable[Piece]) -> list[tuple[str, frozenset[Finding]]]:
    """What the near shapes find on the nodes of each piece, with its key."""
    together = list(pieces)
    near, asked = plans().near, data.plain()
    for several, nodes in ((several, nodes) for piece in together for several, nodes in piece.nodes.items()):
        for shape in several:
            for triple in chain(near[shape], ((shape, SH.targetNode, node) for node in nodes)):
                asked.add(triple)
    found = run(data.plain(triple for piece in together for triple in piece.triples), asked)
    by_node: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in found:
        by_node[one.shape, one.node].append(one)
    return [(piece.key, _of_piece(piece, by_node)) for piece in together]


def _of_piece(piece: Piece, found: Mapping[tuple[str, str], Sequence[Finding]]) -> frozenset[Finding]:
    if not found:
        return frozenset()
    asked = ((str(shape), text(node)) for shapes, nodes in piece.nodes.items() for shape in shapes for node in nodes)
    return frozenset(chain.from_iterable(found.get(one, ()) for one in asked))


def beside_ontology(graphs: Iterable[Iterable[data.Triple]]) -> data.DataGraph:
    """The triples of some graphs and the ontology's, taken together."""
    return data.DataGraph([*graphs, ontology()])


def of_whole(graph: data.DataGraph) -> set[Finding]:
    """What the shapes find that are no near ones. The ontology is to be in the graph."""
    return set(run(graph, plans().whole))


def run(graph: Graph, wanted: Graph) -> Iterable[Finding]:
    """All that some of claimgraph's shapes find in a graph, in no order."""
    _, results, _ = pyshacl.validate(graph, shacl_graph=wanted, inplace=True)
    return [_finding(wanted, results, node) for node in results.objects(None, SH.result)]


def of_others(graphs: Iterable[Iterable[data.Triple]], wanted: Graph) -> tuple[Graph, set[Finding]]:
    """The triples of some graphs taken together, and all that somebody's shapes find in them, without the ontology.

    Raises InputError where the shapes cannot be applied.
    """
    together, results = foreign.applied(graphs, wanted)
    found = {_finding(wanted, results, node, own=False) for node in results.objects(None, SH.result)}
    return together, found


@cache
def plans() -> Plan:
    """The shapes of `shapes` taken apart."""
    return plan(shapes())


@cache
def joining() -> Plan:
    """Of these, what looks at what joins articles."""
    return about(plans(), {URIRef(term) for term in {*SHARING, *PAIRING, *NODES} - {str(CG.expresses)}})


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
    """The ontology without its labels and definitions, of which no shape asks; the PLOVER codes stay."""
    whole = _add(Graph(bind_namespaces="none"), ONTOLOGY)
    for triple in list(whole):
        if isinstance(triple[2], Literal) and triple[1] not in (OWL.hasValue, CG.ploverCode):
            whole.remove(triple)
    return whole


def _add(graph: Graph, path: Path) -> Graph:
    for s, p, o, _ in terms.dataset(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)).quads():
        graph.add((s, p, o))
    return graph


def _finding(wanted: Graph, results: Graph, result: Node, *, own: bool = True) -> Finding:
    focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
    constraint = results.value(result, SH.sourceConstraint)
    if own and constraint is not None and value is not None and value != focus:
        focus, value = value, None  # a query asked of a whole article gives the node in question as the value
    shape = results.value(result, SH.sourceShape)
    path = results.value(result, SH.resultPath)
    if focus is None or shape is None:
        raise TypeError("pyshacl gave a result without focus node or shape")
    source = named(wanted, shape if constraint is None else constraint) or named(wanted, shape) or shape
    severity, own_severity = severity_of(results.value(result, SH.resultSeverity))
    component = results.value(result, SH.sourceConstraintComponent)
    return Finding(
        severity=severity.value,
        shape=text(source),
        name=name_of(wanted, source),
        node=text(focus),
        message=message_of(wanted, results, result),
        path=None if path is None else paths.written(results, path),
        value=None if value is None or value == focus else _value(value),
        component=None if component is None else str(component),
        term=None if value is None else str(terms.to_ox(value)),
        own_severity=own_severity,
    )


def _value(node: Node) -> str:
    return str(node) if isinstance(node, Literal) else text(node)
