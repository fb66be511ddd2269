"""Between rdflib, in which graphs are made and checked, and pyoxigraph, which reads and writes them."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pyoxigraph as ox
from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal
RdfNode = URIRef | BNode | Literal


def to_ox(node: Node) -> OxTerm:
    """The node for pyoxigraph. Raises ValueError on what no RDF file can hold: a broken IRI, a lone surrogate."""
    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    if not isinstance(node, Literal):
        raise ValueError(f"{node!r} is neither an IRI, a blank node nor a literal")
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype or XSD_STRING)))


def to_rdflib(term: object) -> RdfNode:
    """The term for rdflib, its lexical form untouched. Raises ValueError on a triple that is a term (RDF 1.2)."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise ValueError("a triple stands where a node should: claimgraph reads RDF 1.1")
    if term.direction:
        raise ValueError("a literal has a base direction: claimgraph reads RDF 1.1")
    if term.language:
        return Literal(term.value, lang=term.language, normalize=False)
    datatype = None if term.datatype.value == XSD_STRING else URIRef(term.datatype.value)
    return Literal(term.value, datatype=datatype, normalize=False)


def dataset(quads: Iterable[ox.Quad | ox.Triple]) -> Dataset:
    """The quads as an rdflib dataset, whose default graph holds the triples without a graph name."""
    made = Dataset()
    with _quiet():
        for quad in quads:
            name = getattr(quad, "graph_name", None)
            graph = (
                made.default_graph if name is None or isinstance(name, ox.DefaultGraph) else made.graph(to_rdflib(name))
            )
            graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return made


def quads(source: Graph) -> Iterator[ox.Quad]:
    """The quads of a graph or dataset, in no order. Raises ValueError as `to_ox` does."""
    for name, graph in graphs(source):
        label = None if name is None else to_ox(name)
        for s, p, o in graph:
            yield ox.Quad(to_ox(s), to_ox(p), to_ox(o), label)  # type: ignore[arg-type]  # pyoxigraph checks the kinds itself


def graphs(source: Graph) -> Iterator[tuple[URIRef | None, Graph]]:
    """The graphs of a dataset by name (None: the default graph), or the one graph; sorted, the empty ones left out."""
    if not isinstance(source, Dataset):
        yield None, source
        return
    named = {str(graph.identifier): graph for graph in source.graphs() if len(graph)}
    for name, graph in sorted(named.items()):
        yield (None if name == str(DATASET_DEFAULT_GRAPH_ID) else URIRef(name)), graph


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib logs a traceback for each ill-typed literal; here the shapes tell of them."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = before
