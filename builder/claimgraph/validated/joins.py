"""What joins articles, checked by itself: what is wrong with it holds back no article."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from claimgraph.validated import shacl, whole
from claimgraph.validated.data import DataGraph, Triple
from claimgraph.validated.parts import Name, Parts
from claimgraph.validated.pieces import Cutter
from claimgraph.validated.pieces import joined as together
from claimgraph.validated.places import placed
from claimgraph.validated.report import Severity, Violation
from claimgraph.validated.shacl import Finding


def joined(parts: Parts, passed: Mapping[Name, Graph]) -> tuple[Collection[Triple], list[Violation]]:
    """What joins the articles that have passed and conforms, and what is wrong with the rest, sorted.

    A node with which something is wrong loses all that joins it to others, and they to it.
    """
    found: set[Violation] = set()
    wrong: set[str] = set()
    while left := parts.joined(passed, wrong):
        data = shacl.beside_ontology([left, _around(parts, passed, left)])
        about = {str(node) for node in _nodes(left)}
        told = [placed(data, one) for one in _findings(data) if one.node in about]
        found.update(told)
        new = {v.node for v in told if v.severity is Severity.VIOLATION}
        if not new:
            break
        wrong |= new
    return left, sorted(found, key=lambda v: v.key)


def _findings(data: DataGraph) -> Iterator[Finding]:
    plan = shacl.joining()
    yield from shacl.run(data, plan.whole)
    for several in together(Cutter(data, plan).groups(), whole.SIZE):
        for _, found in shacl.of_pieces(several):
            yield from found


def _around(parts: Parts, passed: Mapping[Name, Graph], joins: Collection[Triple]) -> Iterator[Triple]:
    """What is said of the nodes that are joined, and of which classes those are that this leads to."""
    linked = parts.linked(passed)
    ahead: set[Node] = set()
    for node in _nodes(joins):
        for graph in _telling(parts, passed, linked, node):
            for triple in graph.triples((node, None, None)):
                yield triple
                ahead.add(triple[2])
    for node in ahead:
        if isinstance(node, URIRef):
            for graph in _telling(parts, passed, linked, node):
                yield from graph.triples((node, RDF.type, None))


def _telling(parts: Parts, passed: Mapping[Name, Graph], linked: Graph, node: Node) -> Iterator[Graph]:
    """The graphs that may say something of a node."""
    return chain((passed[name] for name in parts.owners.get(node, ()) if name in passed), (linked, parts.common))


def _nodes(triples: Collection[Triple]) -> set[Node]:
    return {node for s, _, o in triples for node in (s, o) if isinstance(node, URIRef)}
