"""cg:Article, cg:Mention, cg:Sentence: the document, and the spans of it that something hangs on."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from rdflib import DCTERMS, RDF, SKOS, URIRef

from claimgraph.model import Article, Extraction, Kind, Span
from claimgraph.registry import Registry
from claimgraph.slugs import slug
from claimgraph.triples import literals
from claimgraph.triples.nodes import Nodes, Triple, address, types
from claimgraph.vocabulary import CG, NIF


class Outlets:
    """The media outlets of the registry by name, whatever the case and a leading "The"."""

    def __init__(self, registry: Registry) -> None:
        """`registry`: where outlets are looked up."""
        self._known: dict[str, str] = {}
        for entry in registry.entries.values():
            for label in (entry.label, *entry.alt_labels) if entry.kind is Kind.MEDIA_OUTLET else ():
                self._known.setdefault(_key(label.text), entry.id)

    def find(self, name: str) -> str | None:
        """The id of the registry's outlet of that name."""
        return self._known.get(_key(name))


def article(told: Extraction, nodes: Nodes, outlets: Outlets, evidence: Iterable[Span] = ()) -> Iterator[Triple]:
    """The article with its spans. `evidence`: those by which it is joined to others; one that stands in no sentence,
    such as a line of boilerplate, is taken for one.
    """
    yield from _document(told.article, nodes)
    if told.article.publisher:
        yield from _publisher(told, told.article.publisher, nodes, outlets)
    yield from _spans(told, nodes, evidence)


def _document(article: Article, nodes: Nodes) -> Iterator[Triple]:
    node = nodes(article.id)
    yield node, RDF.type, CG.Article
    yield node, DCTERMS.identifier, literals.text(article.identifier)
    if article.title:
        yield node, DCTERMS.title, literals.text(article.title)
    if article.issued:
        yield node, DCTERMS.issued, literals.issued(article.issued)
    if article.source:
        yield node, DCTERMS.source, address(article.source)


def _publisher(told: Extraction, name: str, nodes: Nodes, outlets: Outlets) -> Iterator[Triple]:
    known = outlets.find(name)
    id_ = known or f"actor/media-outlet/{slug(name)}"
    yield nodes(told.article.id), DCTERMS.publisher, nodes(id_)
    if not known and all(actor.id != id_ for actor in told.actors):
        yield from types(nodes(id_), Kind.MEDIA_OUTLET)
        yield nodes(id_), SKOS.prefLabel, literals.text(name)


def _spans(told: Extraction, nodes: Nodes, evidence: Iterable[Span]) -> Iterator[Triple]:
    article = told.article.id
    sentences = sorted(told.sentences)
    holding = {span for span in evidence if span in sentences or not any(_around(span, sentences))}
    parts = {span for claim in told.claims for span in (*claim.source, *claim.cue, *claim.content)}
    parts |= set(evidence) - holding
    for span in sorted(parts | {m.span for m in told.mentions}):
        yield from _span(span, CG.Mention, article, nodes)
        for sentence in _around(span, sentences):
            yield nodes.span(article, span), NIF.sentence, nodes.span(article, sentence)
            holding.add(sentence)
    for sentence in sorted(holding):
        yield from _span(sentence, CG.Sentence, article, nodes)
    for mention in told.mentions:
        yield nodes.span(article, mention.span), CG.mentions, nodes(mention.of)
        yield nodes.span(article, mention.span), CG.rule, literals.text(mention.rule)
        if mention.told_as is not None:
            yield nodes.span(article, mention.span), CG.toldAs, CG[mention.told_as]


def _around(span: Span, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences, in order, that share a character with the span."""
    first = bisect_left(sentences, span.begin, key=lambda s: s.end)
    return (s for s in takewhile(lambda s: s.begin < span.end, sentences[first:]) if s.overlaps(span))


def _span(span: Span, kind: URIRef, article: str, nodes: Nodes) -> Iterator[Triple]:
    node = nodes.span(article, span)
    yield node, RDF.type, kind
    yield node, NIF.beginIndex, literals.whole(span.begin)
    yield node, NIF.endIndex, literals.whole(span.end)
    yield node, NIF.anchorOf, literals.text(span.text)
    yield node, NIF.referenceContext, nodes(article)


def _key(name: str) -> str:
    return slug(name).removeprefix("the-")
