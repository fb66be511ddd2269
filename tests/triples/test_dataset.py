"""Records -> RDF: every term of the contract, from hand-made records."""

from dataclasses import replace
from decimal import Decimal
from itertools import chain

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, RDF, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph import triples
from claimgraph.errors import InputError
from claimgraph.model import (
    Actor,
    Affiliation,
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Figure,
    Item,
    Kind,
    Measure,
    Mention,
    Place,
    Quotation,
    Span,
    SpeechAct,
)
from claimgraph.registry import Entry, Label, Registry, Role
from claimgraph.vocabulary import BASE, CG, NIF

TEXT = "Drones hit Varn on Monday, Ilse Brandt of the Dune League said. At least 12 died. Nobody slept."
ARTICLE = Article("lake/varn", TEXT, "Drones over Varn", "2031-05-07", "The Ferry Post", "https://ferry.example/varn")
ID = ARTICLE.id
BRANDT = "actor/person/ilse-brandt"
NODE = triples.iri(ID)


def span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words), words)


SENTENCES = tuple(span(s) for s in (TEXT[:63], "At least 12 died.", "Nobody slept."))
EVENT = Event(
    f"{ID}/event/7-10",
    "DroneStrike",
    Factuality.ATTRIBUTED,
    "event.verb",
    agents=("actor/dune-league",),
    patients=("place/varn",),
    instruments=(f"{ID}/item/0-6",),
    locations=("place/varn",),
    date="2031-05-05",
    date_text="on Monday",
)
FIGURE = Figure(f"{ID}/figure/73-75", EVENT.id, Measure.KILLED, "figure.number", Decimal("12"), approximate=True)
CLAIM = Claim(
    f"{ID}/claim/58-62",
    "claim.verb-clause",
    content=(span("Drones hit Varn on Monday"), span("At least 12 died.")),
    speech_act=SpeechAct.ACCUSATION,
    quotation=Quotation.INDIRECT,
    claimant=BRANDT,
    addressees=("actor/dune-league",),
    source=(span("Ilse Brandt of the Dune League"),),
    cue=(span("said"),),
    describes=(EVENT.id,),
)
TOLD = Extraction(
    ARTICLE,
    SENTENCES,
    actors=(
        Actor(BRANDT, Kind.PERSON, "Ilse Brandt", alt_labels=("Ilse Brandt", "Brandt")),
        Actor("actor/dune-league", Kind.ARMED_GROUP, "Dune League", alt_labels=("the League",)),
    ),
    places=(Place("place/varn", "Varn"),),
    items=(Item(f"{ID}/item/0-6", "Drones"),),
    mentions=(
        Mention(span("Drones"), f"{ID}/item/0-6", "item.description"),
        Mention(span("hit"), EVENT.id, "event.verb"),
        Mention(span("Varn"), "place/varn", "name.proper-nouns"),
        Mention(span("Ilse Brandt"), BRANDT, "name.proper-nouns"),
        Mention(span("Dune League"), "actor/dune-league", "name.registry"),
        Mention(span("12"), FIGURE.id, "figure.number"),
    ),
    affiliations=(Affiliation(f"{ID}/affiliation/27-57", BRANDT, "actor/dune-league", "aide", "affiliation.of"),),
    figures=(FIGURE,),
    events=(EVENT,),
    claims=(CLAIM,),
)
REGISTRY = Registry(
    {
        e.id: e
        for e in (
            Entry(
                "actor/dune-league",
                Kind.ARMED_GROUP,
                Label("Dune League"),
                (Label("رابطة", "ar"),),
                metonyms=("Sand House",),
                demonyms=("Duner",),
                part_of="actor/desert-front",
                matches=("https://other.example/dl",),
                source="https://other.example/about",
            ),
            Entry("actor/desert-front", Kind.ARMED_GROUP, Label("Desert Front")),
            Entry("actor/oru", Kind.STATE, Label("Oru"), territory="place/oru"),
            Entry("actor/ferry-post", Kind.MEDIA_OUTLET, Label("Ferry Post")),
            Entry("place/oru", None, Label("Oru")),
        )
    },
    (
        Role(
            "affiliation/league-front",
            "actor/dune-league",
            "actor/desert-front",
            "wing",
            since="2029-02-01",
            until="2030",
            source="https://other.example/front",
        ),
        Role("affiliation/oru-front", "actor/oru", "actor/desert-front"),
    ),
)


def graphs(*told: Extraction, registry: Registry = REGISTRY, base: str = BASE) -> tuple[Graph, Graph]:
    """The first article's graph and the registry's."""
    made = triples.dataset(told, registry, base)
    return made.graph(triples.iri(told[0].article.id, base)), made.graph(URIRef(f"{base}registry"))


OWN, KNOWN = graphs(TOLD)


def out(graph: Graph, id_: str, link: URIRef) -> list[Node]:
    """The values of a node's property, given its id or its IRI."""
    return sorted(graph.objects(triples.iri(id_), link), key=str)


def at(words: str) -> URIRef:
    where = span(words)
    return URIRef(f"{NODE}#char={where.begin},{where.end}")


def types(graph: Graph, node: Node) -> set[str]:
    return {str(t).removeprefix(str(CG)) for t in graph.objects(node, RDF.type)}


def text(words: str) -> list[Literal]:
    return [Literal(words)]


def test_an_article_says_what_is_known_of_it() -> None:
    assert types(OWN, NODE) == {"Article"}
    assert out(OWN, NODE, DCTERMS.identifier) == text("lake/varn")
    assert out(OWN, NODE, DCTERMS.title) == text("Drones over Varn")
    assert out(OWN, NODE, DCTERMS.issued) == [Literal("2031-05-07", datatype=XSD.date)]
    assert out(OWN, NODE, DCTERMS.source) == [URIRef("https://ferry.example/varn")]


def test_a_publisher_is_the_registrys_outlet_of_that_name() -> None:
    assert out(OWN, NODE, DCTERMS.publisher) == [triples.iri("actor/ferry-post")]
    assert types(KNOWN, triples.iri("actor/ferry-post")) == {"MediaOutlet", "Organization", "Group", "Actor"}


def test_a_publisher_of_no_known_name_is_described_in_the_article() -> None:
    own, _ = graphs(replace(TOLD, article=replace(ARTICLE, publisher="Dune League")))
    outlet = triples.iri("actor/media-outlet/dune-league")
    assert out(own, NODE, DCTERMS.publisher) == [outlet]
    assert types(own, outlet) == {"MediaOutlet", "Organization", "Group", "Actor"}
    assert out(own, outlet, SKOS.prefLabel) == text("Dune League")


@pytest.mark.parametrize("source", ["ferry.example/varn", "https://ferry.example/a b", 'https://x/"> <y', "ftp:x"])
def test_a_source_that_is_no_web_address_stays_text(source: str) -> None:
    own, _ = graphs(replace(TOLD, article=replace(ARTICLE, source=source)))
    assert out(own, NODE, DCTERMS.source) == text(source)


@pytest.mark.parametrize(
    ("when", "told", "datatype"),
    [
        ("20310507", "2031-05-07", XSD.date),
        ("2031-05-07 06:30", "2031-05-07T06:30:00", XSD.dateTime),
        ("2031-05-07T06:30:15.250+00:00", "2031-05-07T06:30:15Z", XSD.dateTime),
        ("2031-05-07T06:30:15+03:00", "2031-05-07T06:30:15+03:00", XSD.dateTime),
    ],
)
def test_a_date_of_issue_has_one_spelling(when: str, told: str, datatype: URIRef) -> None:
    own, _ = graphs(replace(TOLD, article=replace(ARTICLE, issued=when)))
    (issued,) = out(own, NODE, DCTERMS.issued)
    assert isinstance(issued, Literal)
    assert (str(issued), issued.datatype) == (told, datatype)


def test_a_mention_tells_where_it_is_and_of_what() -> None:
    node = at("Ilse Brandt")
    assert types(OWN, node) == {"Mention"}
    assert out(OWN, node, NIF.beginIndex) == [Literal("27", datatype=XSD.integer)]
    assert out(OWN, node, NIF.endIndex) == [Literal("38", datatype=XSD.integer)]
    assert out(OWN, node, NIF.anchorOf) == text("Ilse Brandt")
    assert out(OWN, node, NIF.referenceContext) == [NODE]
    assert out(OWN, node, NIF.sentence) == [at(TEXT[:63])]
    assert out(OWN, node, CG.mentions) == [triples.iri(BRANDT)]
    assert out(OWN, node, CG.rule) == text("name.proper-nouns")


def test_sentences_are_those_that_hold_something() -> None:
    assert types(OWN, at(TEXT[:63])) == {"Sentence"}
    assert types(OWN, at("Nobody slept.")) == set()


def test_a_sentence_that_is_a_mention_is_one_node() -> None:
    node = at("At least 12 died.")
    assert types(OWN, node) == {"Mention", "Sentence"}
    assert out(OWN, node, NIF.sentence) == [node]


def test_a_span_over_two_sentences_points_to_both() -> None:
    whole = Span(0, 81, TEXT[:81])
    own, _ = graphs(replace(TOLD, claims=(replace(CLAIM, content=(whole,)),)))
    node = URIRef(f"{NODE}#char=0,81")
    assert out(own, node, NIF.sentence) == [at(TEXT[:63]), at("At least 12 died.")]


def test_an_actor_outside_the_registry_has_its_labels_from_the_text() -> None:
    node = triples.iri(BRANDT)
    assert types(OWN, node) == {"Person", "Actor"}
    assert out(OWN, node, SKOS.prefLabel) == text("Ilse Brandt")
    assert out(OWN, node, SKOS.altLabel) == text("Brandt")


def test_one_articles_label_is_no_other_label_in_another() -> None:
    other = Extraction(Article("b", TEXT), actors=(Actor(BRANDT, Kind.PERSON, "Brandt"),))
    own, _ = graphs(TOLD, other)
    assert out(own, triples.iri(BRANDT), SKOS.altLabel) == []


def test_what_the_registry_knows_is_told_in_its_graph() -> None:
    node = triples.iri("actor/dune-league")
    assert types(OWN, node) == set()
    assert out(OWN, node, SKOS.altLabel) == text("the League")
    assert types(KNOWN, node) == {"ArmedGroup", "Organization", "Group", "Actor"}
    assert out(KNOWN, node, SKOS.prefLabel) == [Literal("Dune League", lang="en")]
    assert out(KNOWN, node, SKOS.altLabel) == [Literal("رابطة", lang="ar")]
    assert out(KNOWN, node, SKOS.inScheme) == [triples.iri("registry")]
    assert out(KNOWN, node, CG.metonym) == text("Sand House")
    assert out(KNOWN, node, CG.demonym) == text("Duner")
    assert out(KNOWN, node, SKOS.exactMatch) == [URIRef("https://other.example/dl")]
    assert out(KNOWN, node, DCTERMS.source) == [URIRef("https://other.example/about")]


def test_the_registry_graph_holds_what_is_used_and_what_that_points_to() -> None:
    assert out(KNOWN, "actor/dune-league", CG.partOf) == [triples.iri("actor/desert-front")]
    assert types(KNOWN, triples.iri("actor/desert-front")) == {"ArmedGroup", "Organization", "Group", "Actor"}
    assert types(KNOWN, triples.iri("actor/oru")) == set()
    assert set(KNOWN.subjects(RDF.type, CG.Affiliation)) == set()  # no mention speaks of one


def test_a_state_brings_its_territory() -> None:
    claim = replace(CLAIM, claimant="actor/oru")
    _, known = graphs(replace(TOLD, claims=(claim,)))
    assert out(known, "actor/oru", CG.territory) == [triples.iri("place/oru")]
    assert types(known, triples.iri("place/oru")) == {"Place"}


def test_places_items_and_affiliations() -> None:
    assert types(OWN, triples.iri("place/varn")) == {"Place"}
    item = triples.iri(f"{ID}/item/0-6")
    assert types(OWN, item) == {"Item"}
    assert out(OWN, item, SKOS.prefLabel) == text("Drones")
    affiliation = f"{ID}/affiliation/27-57"
    assert out(OWN, affiliation, CG.member) == [triples.iri(BRANDT)]
    assert out(OWN, affiliation, CG.organization) == [triples.iri("actor/dune-league")]
    assert out(OWN, affiliation, CG.role) == text("aide")
    assert out(OWN, affiliation, CG.rule) == text("affiliation.of")


def test_an_event_has_its_classes_code_roles_and_date() -> None:
    node = triples.iri(EVENT.id)
    assert types(OWN, node) == {"DroneStrike", "Airstrike", "Assault", "Event"}
    assert out(OWN, node, CG.ploverCode) == text("ASSAULT")
    assert out(OWN, node, CG.factuality) == [CG.Attributed]
    assert out(OWN, node, CG.agent) == [triples.iri("actor/dune-league")]
    assert out(OWN, node, CG.patient) == out(OWN, node, CG.location) == [triples.iri("place/varn")]
    assert out(OWN, node, CG.instrument) == [triples.iri(f"{ID}/item/0-6")]
    assert out(OWN, node, CG.dateText) == text("on Monday")
    assert out(OWN, node, CG.rule) == text("event.verb")


@pytest.mark.parametrize(
    ("when", "datatype"), [("2031", XSD.gYear), ("2031-05", XSD.gYearMonth), ("2031-05-05", XSD.date)]
)
def test_a_date_is_typed_by_its_shape(when: str, datatype: URIRef) -> None:
    own, _ = graphs(replace(TOLD, events=(replace(EVENT, date=when),)))
    (date,) = out(own, EVENT.id, CG.date)
    assert isinstance(date, Literal)
    assert (str(date), date.datatype) == (when, datatype)


@pytest.mark.parametrize("when", ["31", "2031-13", "2031-02-30", "Monday", "05-05-2031", "2031-5-05"])
def test_what_is_no_date_is_refused(when: str) -> None:
    with pytest.raises(InputError, match="no date"):
        graphs(replace(TOLD, events=(replace(EVENT, date=when),)))


def test_a_class_that_the_ontology_lacks_is_refused() -> None:
    with pytest.raises(InputError, match="no class 'Tsunami'"):
        graphs(replace(TOLD, events=(replace(EVENT, type="Tsunami"),)))


@pytest.mark.parametrize(
    ("number", "told"), [("12.0", "12"), ("1E+3", "1000"), ("2.750", "2.75"), ("0.5", "0.5"), ("1200", "1200")]
)
def test_a_number_has_one_spelling(number: str, told: str) -> None:
    own, _ = graphs(replace(TOLD, figures=(replace(FIGURE, value=Decimal(number), upper=Decimal(number)),)))
    for link in (CG.value, CG.upperValue):
        (value,) = out(own, FIGURE.id, link)
        assert isinstance(value, Literal)
        assert (str(value), value.datatype) == (told, XSD.decimal)


def test_a_figure_hangs_on_its_event() -> None:
    node = triples.iri(FIGURE.id)
    assert out(OWN, EVENT.id, CG.figure) == [node]
    assert out(OWN, node, CG.measures) == [CG.Killed]
    assert out(OWN, node, CG.approximate) == [Literal("true", datatype=XSD.boolean)]
    assert out(OWN, node, CG.unit) == []


def test_a_figure_without_a_number_has_no_value() -> None:
    own, _ = graphs(replace(TOLD, figures=(replace(FIGURE, value=None, unit="EUR", measures=Measure.MONEY),)))
    assert out(own, FIGURE.id, CG.value) == []
    assert out(own, FIGURE.id, CG.unit) == text("EUR")


def test_a_claim_has_all_that_its_record_tells() -> None:
    node = triples.iri(CLAIM.id)
    assert types(OWN, node) == {"Claim"}
    assert out(OWN, node, CG.reportedIn) == [NODE]
    assert out(OWN, node, CG.claimant) == [triples.iri(BRANDT)]
    assert out(OWN, node, CG.unattributed) == []
    assert out(OWN, node, CG.addressee) == [triples.iri("actor/dune-league")]
    assert out(OWN, node, CG.speechAct) == [CG.Accusation]
    assert out(OWN, node, CG.ploverCode) == text("ACCUSE")
    assert out(OWN, node, CG.quotation) == [CG.Indirect]
    assert out(OWN, node, CG.describes) == [triples.iri(EVENT.id)]
    assert out(OWN, node, CG.content) == text("Drones hit Varn on Monday At least 12 died.")
    assert out(OWN, node, CG.sourceMention) == [at("Ilse Brandt of the Dune League")]
    assert out(OWN, node, CG.cueMention) == [at("said")]
    assert out(OWN, node, CG.contentMention) == [at("Drones hit Varn on Monday"), at("At least 12 died.")]
    assert out(OWN, at("said"), CG.mentions) == []


def test_claims_point_to_one_another() -> None:
    links = {"embeds": CG.embeds, "supports": CG.supports, "disputes": CG.disputes}
    other = replace(CLAIM, id=f"{ID}/claim/0-3", claimant=None, speech_act=SpeechAct.ASSERTION)
    for field, link in links.items():
        one = replace(CLAIM, **{field: (other.id,)})  # type: ignore[arg-type]
        own, _ = graphs(replace(TOLD, claims=(one, other)))
        assert out(own, CLAIM.id, link) == [triples.iri(other.id)]
        assert out(own, other.id, CG.unattributed) == [Literal("true", datatype=XSD.boolean)]
        assert out(own, other.id, CG.ploverCode) == []


def test_there_are_no_blank_nodes_and_only_known_terms() -> None:
    for graph in (OWN, KNOWN):
        for node in chain.from_iterable(graph):
            assert not isinstance(node, BNode)
            if str(node).startswith(str(CG)):
                assert CG[str(node).removeprefix(str(CG))] == node


def test_the_base_can_be_set() -> None:
    own, known = graphs(TOLD, base="https://graph.example/n/")
    assert (URIRef(f"https://graph.example/n/{ID}"), RDF.type, CG.Article) in own
    assert not [n for n in chain.from_iterable([*own, *known]) if str(n).startswith(BASE)]


def test_the_order_of_articles_changes_nothing() -> None:
    other = replace(TOLD, article=replace(ARTICLE, identifier="b"))
    here, there = ({*triples.dataset(pair, REGISTRY).quads()} for pair in ((TOLD, other), (other, TOLD)))
    assert here == there


HOSTILE = 'a "q" \\ \n\t\r </script> ?x } . <x> <y> \u202e \u0001 😀 01'


def test_hostile_text_comes_back_as_it_was() -> None:
    article = Article('it"em\n<x>', HOSTILE, title=HOSTILE, publisher=HOSTILE)
    whole = article.span(0, len(HOSTILE))
    told = Extraction(article, (whole,), mentions=(Mention(whole, "actor/x", "name.short"),))
    written = triples.dataset([told], Registry()).serialize(format="nquads", encoding="utf-8")
    read = list(ox.parse(written, format=ox.RdfFormat.N_QUADS))
    for link in (NIF.anchorOf, DCTERMS.title):
        assert {q.object.value for q in read if q.predicate.value == str(link)} == {HOSTILE}
