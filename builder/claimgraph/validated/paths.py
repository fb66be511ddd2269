"""SHACL's property paths (https://www.w3.org/TR/shacl/#property-paths) as text, and back.

An IRI stands as it is, with `^` before it where it is inverse; all else is a path of SPARQL, IRIs in angle brackets.
"""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import RDF, SH, Graph, URIRef
from rdflib.paths import AlternativePath, InvPath, MulPath, Path, SequencePath
from rdflib.plugins.sparql import prepareQuery
from rdflib.term import Node

_MULTIPLE = {"*": SH.zeroOrMorePath, "+": SH.oneOrMorePath, "?": SH.zeroOrOnePath}
_SIMPLE = ("<", "(", "^<", "^(")


def written(graph: Graph, path: Node) -> str:
    """The path that a node of a graph stands for, as text."""
    if isinstance(path, URIRef):
        return str(path)
    inverse = graph.value(path, SH.inversePath)
    if isinstance(inverse, URIRef):
        return f"^{inverse}"
    return _sparql(graph, path)


def triples(path: str, labels: Iterator[ox.BlankNode]) -> tuple[ox.NamedNode | ox.BlankNode, list[ox.Triple]]:
    """The node that stands for a path, and what is to be said of it; `labels` gives new blank nodes."""
    made: list[ox.Triple] = []
    return _described(_parsed(path), labels, made), made


def _sparql(graph: Graph, path: Node) -> str:
    if isinstance(path, URIRef):
        return f"<{path}>"
    if (path, RDF.first, None) in graph:
        return f"({'/'.join(_sparql(graph, step) for step in graph.items(path))})"
    if (inverse := graph.value(path, SH.inversePath)) is not None:
        return f"^{_sparql(graph, inverse)}"
    if (either := graph.value(path, SH.alternativePath)) is not None:
        return f"({'|'.join(_sparql(graph, way) for way in graph.items(either))})"
    for sign, predicate in _MULTIPLE.items():
        if (repeated := graph.value(path, predicate)) is not None:
            return f"({_sparql(graph, repeated)}){sign}"
    raise ValueError("a sh:path is none that SHACL knows")


def _parsed(path: str) -> Path | URIRef:
    if not path.startswith(_SIMPLE):
        return InvPath(URIRef(path[1:])) if path.startswith("^") else URIRef(path)
    asked = prepareQuery(f"SELECT * {{ ?s {path} ?o }}").algebra
    while "triples" not in asked:
        asked = asked.p
    found: Path | URIRef = asked.triples[0][1]
    return found


def _described(
    path: Path | URIRef, labels: Iterator[ox.BlankNode], made: list[ox.Triple]
) -> ox.NamedNode | ox.BlankNode:
    if isinstance(path, URIRef):
        return ox.NamedNode(str(path))
    if isinstance(path, SequencePath):
        return _list(path.args, labels, made)
    node = next(labels)
    if isinstance(path, InvPath):
        said, inner = SH.inversePath, _described(path.arg, labels, made)
    elif isinstance(path, AlternativePath):
        said, inner = SH.alternativePath, _list(path.args, labels, made)
    elif isinstance(path, MulPath):
        said, inner = _MULTIPLE[path.mod], _described(path.path, labels, made)
    else:
        raise TypeError(f"{path!r} is no path of SHACL")
    made.append(ox.Triple(node, ox.NamedNode(str(said)), inner))
    return node


def _list(
    steps: list[Path | URIRef], labels: Iterator[ox.BlankNode], made: list[ox.Triple]
) -> ox.NamedNode | ox.BlankNode:
    first, rest = ox.NamedNode(str(RDF.first)), ox.NamedNode(str(RDF.rest))
    nodes = [next(labels) for _ in steps]
    rests: list[ox.NamedNode | ox.BlankNode] = [*nodes[1:], ox.NamedNode(str(RDF.nil))]
    for node, step, after in zip(nodes, steps, rests, strict=True):
        made += [ox.Triple(node, first, _described(step, labels, made)), ox.Triple(node, rest, after)]
    return nodes[0]
