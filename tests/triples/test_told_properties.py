"""Records -> RDF: whom a claim is aimed at, places in places, how each mention vouches, stretches of time, changes."""

from dataclasses import replace
from decimal import Decimal

import pytest
from rdflib import XSD, Graph, Literal, URIRef
from rdflib.term import Node
from spacy.language import Language

from claimgraph import pipeline, triples
from claimgraph.model import (
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Figure,
    Kind,
    Measure,
    Mention,
    Place,
    Quotation,
    SpeechAct,
)
from claimgraph.registry import Entry, Label, Registry
from claimgraph.vocabulary import CG

ARTICLE = Article("ferry", "Oru blamed Pell for the raid in Tarn. The raid cost 40 lives.", issued="2031-05-07")
RAID, CLAIM = f"{ARTICLE.id}/event/24-28", f"{ARTICLE.id}/claim/4-10"
DEATHS, BEFORE = f"{ARTICLE.id}/figure/52-54", f"{ARTICLE.id}/figure/52-53"
HEARD, AGAIN = ARTICLE.span(24, 28), ARTICLE.span(42, 46)
TOLD = Extraction(
    ARTICLE,
    places=(Place("place/tarn", "Tarn", part_of="place/oru"), Place("place/oru", "Oru")),
    mentions=(
        Mention(ARTICLE.span(32, 36), "place/tarn", "name.proper-nouns"),
        Mention(HEARD, RAID, "event.noun", Factuality.ATTRIBUTED),
        Mention(AGAIN, RAID, "event.again", Factuality.STATED),
    ),
    figures=(
        Figure(DEATHS, RAID, Measure.KILLED, "figure.number", Decimal(40), as_of="2031-05", changed_from=BEFORE),
        Figure(BEFORE, RAID, Measure.KILLED, "figure.number", Decimal(4)),
    ),
    events=(Event(RAID, "Raid", Factuality.ATTRIBUTED, "event.noun", begin="2031-05-01", end="2031"),),
    claims=(
        Claim(
            CLAIM,
            "claim.verb-object",
            (HEARD,),
            SpeechAct.ACCUSATION,
            Quotation.INDIRECT,
            claimant="actor/oru",
            patients=("actor/pell", "actor/ferry-guild"),
        ),
    ),
)


def graph(told: Extraction, name: str = "", registry: Registry | None = None) -> Graph:
    """The article's graph, or another of that name."""
    made = triples.dataset([told], registry or Registry())
    return made.graph(triples.iri(name or told.article.id))


def out(graph: Graph, id_: str, link: URIRef) -> list[Node]:
    return sorted(graph.objects(triples.iri(id_), link), key=str)


def at(begin: int, end: int) -> str:
    return f"{triples.iri(ARTICLE.id)}#char={begin},{end}"


OWN = graph(TOLD)


def test_a_claim_is_aimed_at_its_patients() -> None:
    assert out(OWN, CLAIM, CG.patient) == [triples.iri("actor/ferry-guild"), triples.iri("actor/pell")]
    assert out(OWN, CLAIM, CG.claimant) == [triples.iri("actor/oru")]
    assert set(OWN.subjects(CG.patient)) == {triples.iri(CLAIM)}


def test_a_claim_that_is_aimed_at_no_one_has_no_patient() -> None:
    own = graph(replace(TOLD, claims=(replace(TOLD.claims[0], patients=()),)))
    assert list(own.subject_objects(CG.patient)) == []


def test_a_place_lies_in_the_one_that_the_article_tells() -> None:
    assert list(OWN.subject_objects(CG.partOf)) == [(triples.iri("place/tarn"), triples.iri("place/oru"))]


def test_where_a_place_of_the_registry_lies_is_the_registrys_word() -> None:
    known = {
        e.id: e
        for e in (
            Entry("place/tarn", None, Label("Tarn"), part_of="place/pell"),
            Entry("place/pell", None, Label("Pell")),
        )
    }
    own, told = (graph(TOLD, name, Registry(known)) for name in ("", "registry"))
    assert out(own, "place/tarn", CG.partOf) == []
    assert out(told, "place/tarn", CG.partOf) == [triples.iri("place/pell")]


def test_each_mention_of_an_event_says_whether_it_is_vouched_for_there() -> None:
    assert out(OWN, at(24, 28), CG.toldAs) == [CG.Attributed]
    assert out(OWN, at(42, 46), CG.toldAs) == [CG.Stated]
    assert out(OWN, at(32, 36), CG.toldAs) == []  # a place
    assert out(OWN, RAID, CG.toldAs) == []
    assert out(OWN, RAID, CG.factuality) == [CG.Attributed]


def test_a_stretch_of_time_has_its_ends_as_exactly_as_told() -> None:
    assert out(OWN, RAID, CG.begin) == [Literal("2031-05-01", datatype=XSD.date)]
    assert out(OWN, RAID, CG.end) == [Literal("2031", datatype=XSD.gYear)]
    assert out(OWN, RAID, CG.date) == []


@pytest.mark.parametrize(("begin", "end"), [("2031-05", None), (None, "2031-05")])
def test_a_stretch_of_time_may_be_open(begin: str | None, end: str | None) -> None:
    own = graph(replace(TOLD, events=(replace(TOLD.events[0], begin=begin, end=end),)))
    month = [Literal("2031-05", datatype=XSD.gYearMonth)]
    assert (out(own, RAID, CG.begin), out(own, RAID, CG.end)) == (month if begin else [], month if end else [])


def test_a_figure_says_as_of_when_and_what_it_was_before() -> None:
    assert out(OWN, DEATHS, CG.asOf) == [Literal("2031-05", datatype=XSD.gYearMonth)]
    assert out(OWN, DEATHS, CG.changedFrom) == [triples.iri(BEFORE)]
    assert out(OWN, BEFORE, CG.asOf) == out(OWN, BEFORE, CG.changedFrom) == []


TEXT = (
    "Norland accused Sudria of shelling Velmora, a town in Ostrea, between 3 May and 9 May 2031. "
    "The attack shocked people. As of 5 June 2031, the number of troops in Velmora had risen from 12 to 40."
)
STATES = {e.id: e for e in (Entry(f"actor/{n.lower()}", Kind.STATE, Label(n)) for n in ("Norland", "Sudria"))}


def test_all_of_them_come_of_a_text(nlp: Language) -> None:
    read = pipeline.extract(Article("war", TEXT, issued="2031-06-07"), nlp, Registry(STATES))
    own = graph(read, registry=Registry(STATES))
    (claim,) = read.claims
    assert out(own, claim.id, CG.patient) == [triples.iri("actor/sudria")]
    assert list(own.subject_objects(CG.partOf)) == [(triples.iri("place/velmora"), triples.iri("place/ostrea"))]
    (shelled,) = (e for e in read.events if e.type == "Shelling")
    assert out(own, shelled.id, CG.begin) == [Literal("2031-05-03", datatype=XSD.date)]
    assert out(own, shelled.id, CG.end) == [Literal("2031-05-09", datatype=XSD.date)]
    spoken = {str(o): str(how) for o, how in own.subject_objects(CG.toldAs)}
    assert {
        m.span.text: spoken[f"{triples.iri(read.article.id)}#char={m.span.begin},{m.span.end}"]
        for m in read.mentions
        if m.of == shelled.id
    } == {"shelling": str(CG.Attributed), "attack": str(CG.Stated)}
    figures = {figure.value: figure.id for figure in read.figures}
    assert out(own, figures[Decimal(40)], CG.changedFrom) == [triples.iri(figures[Decimal(12)])]
    assert out(own, figures[Decimal(40)], CG.asOf) == [Literal("2031-06-05", datatype=XSD.date)]
