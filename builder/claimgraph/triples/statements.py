"""cg:Event, cg:Figure, cg:Claim: what an article tells."""

from collections.abc import Iterable, Iterator

from rdflib import RDF, URIRef

from claimgraph.model import Claim, Event, Extraction, Figure
from claimgraph.triples import literals
from claimgraph.triples.nodes import Nodes, Triple, types
from claimgraph.vocabulary import CG, plover_code


def told(extraction: Extraction, nodes: Nodes) -> Iterator[Triple]:
    """The events, figures and claims of an article."""
    for event in extraction.events:
        yield from _event(event, nodes)
    for figure in extraction.figures:
        yield from _figure(figure, nodes)
    for claim in extraction.claims:
        yield from _claim(claim, extraction.article.id, nodes)


def _event(event: Event, nodes: Nodes) -> Iterator[Triple]:
    node = nodes(event.id)
    yield from types(node, event.type)
    yield from _code(node, event.type)
    yield node, CG.factuality, CG[event.factuality]
    yield node, CG.rule, literals.text(event.rule)
    for role, ids in (
        (CG.agent, event.agents),
        (CG.patient, event.patients),
        (CG.recipient, event.recipients),
        (CG.instrument, event.instruments),
        (CG.location, event.locations),
        (CG.origin, event.origins),
        (CG.destination, event.destinations),
    ):
        yield from _links(node, role, ids, nodes)
    if event.date:
        yield node, CG.date, literals.day(event.date)
    if event.date_text:
        yield node, CG.dateText, literals.text(event.date_text)
    if event.begin:
        yield node, CG.begin, literals.day(event.begin)
    if event.end:
        yield node, CG.end, literals.day(event.end)


def _figure(figure: Figure, nodes: Nodes) -> Iterator[Triple]:
    node = nodes(figure.id)
    yield node, RDF.type, CG.Figure
    yield node, CG.measures, CG[figure.measures]
    yield node, CG.approximate, literals.boolean(figure.approximate)
    yield node, CG.rule, literals.text(figure.rule)
    for counted in dict.fromkeys((figure.of, figure.group)):
        if counted is not None:
            yield nodes(counted), CG.figure, node
    if figure.value is not None:
        yield node, CG.value, literals.decimal(figure.value)
    if figure.upper is not None:
        yield node, CG.upperValue, literals.decimal(figure.upper)
    if figure.unit is not None:
        yield node, CG.unit, literals.text(figure.unit)
    if figure.as_of is not None:
        yield node, CG.asOf, literals.day(figure.as_of)
    if figure.changed_from is not None:
        yield node, CG.changedFrom, nodes(figure.changed_from)


def _claim(claim: Claim, article: str, nodes: Nodes) -> Iterator[Triple]:
    node = nodes(claim.id)
    yield node, RDF.type, CG.Claim
    yield node, CG.reportedIn, nodes(article)
    yield node, CG.speechAct, CG[claim.speech_act]
    yield node, CG.quotation, CG[claim.quotation]
    yield node, CG.rule, literals.text(claim.rule)
    yield from _code(node, claim.speech_act)
    if claim.claimant is None:
        yield node, CG.unattributed, literals.boolean(True)
    else:
        yield node, CG.claimant, nodes(claim.claimant)
    if claim.held is not None:
        yield node, CG.heldTrue, literals.boolean(claim.held)
    if claim.content:
        yield node, CG.content, literals.text(" ".join(span.text for span in claim.content))
    for part, spans in (
        (CG.sourceMention, claim.source),
        (CG.cueMention, claim.cue),
        (CG.contentMention, claim.content),
    ):
        yield from ((node, part, nodes.span(article, span)) for span in spans)
    for link, ids in (
        (CG.addressee, claim.addressees),
        (CG.patient, claim.patients),
        (CG.embeds, claim.embeds),
        (CG.describes, claim.describes),
        (CG.supports, claim.supports),
        (CG.disputes, claim.disputes),
    ):
        yield from _links(node, link, ids, nodes)


def _code(node: URIRef, name: str) -> Iterator[Triple]:
    code = plover_code(name)
    if code is not None:
        yield node, CG.ploverCode, literals.text(code)


def _links(node: URIRef, link: URIRef, ids: Iterable[str], nodes: Nodes) -> Iterator[Triple]:
    return ((node, link, nodes(id_)) for id_ in ids)
