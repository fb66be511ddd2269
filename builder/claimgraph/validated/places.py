"""Where in the texts a node of a graph stands: its article and its sentence."""

import re
from collections.abc import Iterator

from rdflib import DCTERMS, RDF, BNode, Graph, URIRef
from rdflib.term import Node

from claimgraph.validated.report import BLANK, Severity, Violation
from claimgraph.validated.shacl import Finding
from claimgraph.vocabulary import CG, NIF

_SPANS = (CG.cueMention, CG.contentMention, CG.sourceMention)  # the cue first: it is in the sentence that attributes

_TAIL = re.compile(r"(#char=[^/]*|/[a-z]+/[^/]*)$")  # what the IRI of an article's own node has behind the article's


def placed(graph: Graph, found: Finding) -> Violation:
    """What was found, with the article and the sentence in which the node stands."""
    told = found._asdict() | {"severity": Severity(found.severity)}
    if found.node.startswith('"'):
        return Violation(**told)
    node = BNode(found.node.removeprefix(BLANK)) if found.node.startswith(BLANK) else URIRef(found.node)
    return Violation(**told, article=article_of(graph, node), sentence=sentence_of(graph, node))


def article_of(graph: Graph, node: Node) -> str | None:
    """The dcterms:identifier, else the IRI, of the article that a node comes from; None where nothing tells."""
    articles = sorted(set(_articles(graph, node)), key=str)
    if not articles:
        return None
    return str(min(graph.objects(articles[0], DCTERMS.identifier), default=articles[0], key=str))


def sentence_of(graph: Graph, node: Node) -> str | None:
    """The text of the sentence in which a node is first spoken of; None where the graph does not tell."""
    for span in _spans(graph, node):
        for sentence in sorted(graph.objects(span, NIF.sentence), key=str):
            if (text := graph.value(sentence, NIF.anchorOf)) is not None:
                return str(text)
    return None


def _articles(graph: Graph, node: Node) -> Iterator[Node]:
    if (node, RDF.type, CG.Article) in graph:
        yield node
    yield from graph.objects(node, CG.reportedIn)
    for span in _spans(graph, node):
        yield from graph.objects(span, NIF.referenceContext)
    article = URIRef(_TAIL.sub("", str(node)))  # a broken node: what is left is its IRI
    if (article, RDF.type, CG.Article) in graph:
        yield article


def _spans(graph: Graph, node: Node) -> Iterator[Node]:
    """The node itself, it may be a span; the spans of a claim; the mentions of anything else; in the text's order."""
    yield node
    for predicate in _SPANS:
        yield from sorted(graph.objects(node, predicate), key=lambda s: _begin(graph, s))
    yield from sorted(graph.subjects(CG.mentions, node), key=lambda s: _begin(graph, s))


def _begin(graph: Graph, span: Node) -> tuple[int, str]:
    value = getattr(graph.value(span, NIF.beginIndex), "value", None)
    return (value if isinstance(value, int) else 0, str(span))
