"""What joins articles -> RDF: a graph of its own, and the words that speak for a join in the article's."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from rdflib import PROV, RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph import triples
from claimgraph.errors import InputError
from claimgraph.model import Article, Extraction, Identity, Join, Kind, Mention, Relation, Span, Stories
from claimgraph.registry import Registry
from claimgraph.vocabulary import CG, NIF

ARTICLE = Article("ferry/mill", "The mill burned. Divers said so, the Ferry Post reported.\n\nCopyright Ferry Post")
ID = ARTICLE.id
CLAIM, DENIAL = f"{ID}/claim/24-28", "article/0123456789ab/claim/7-13"
FIRE, BLAZE = f"{ID}/event/9-15", "article/0123456789ab/event/20-25"


def span(words: str) -> Span:
    begin = ARTICLE.text.index(words)
    return Span(begin, begin + len(words), words)


TOLD = Extraction(
    ARTICLE,
    sentences=(span("The mill burned."), span("Divers said so, the Ferry Post reported.")),
    mentions=(Mention(span("burned"), FIRE, "event.verb"),),
)


def stories(told: Stories) -> Graph:
    return triples.dataset([TOLD], Registry(), stories=told).graph(triples.iri("stories"))


def said(*pairs: tuple[str, Node, str | Node]) -> set[tuple[Node, Node, Node]]:
    return {(triples.iri(s), p, o if isinstance(o, Node) else triples.iri(o)) for s, p, o in pairs}


def join(relation: Relation = Relation.SUPPORTS, one: str = CLAIM, other: str = DENIAL, **more: object) -> Join:
    return replace(Join(relation, one, other, "stance.words", 0.8), **more)  # type: ignore[arg-type]


def own(*evidence: Span) -> Graph:
    """The article's graph where a join points to those spans of it."""
    told = Stories(joins=(join(evidence=tuple((ID, one) for one in evidence)),))
    return triples.dataset([TOLD], Registry(), stories=told).graph(triples.iri(ID))


def classes(graph: Graph, words: str) -> set[Node]:
    return set(graph.objects(at(words), RDF.type))


def at(words: str) -> URIRef:
    where = span(words)
    return URIRef(f"{triples.iri(ID)}#char={where.begin},{where.end}")


def test_what_is_joined_with_nothing_has_no_graph() -> None:
    assert not set(stories(Stories()))


def test_a_claim_expresses_a_proposition_or_denies_it() -> None:
    made = stories(Stories({CLAIM: "proposition/0a", DENIAL: "proposition/0a"}, frozenset({DENIAL})))
    assert set(made) == said(
        ("proposition/0a", RDF.type, CG.Proposition),
        (CLAIM, CG.expresses, "proposition/0a"),
        (CLAIM, CG.polarity, CG.Affirmed),
        (DENIAL, CG.expresses, "proposition/0a"),
        (DENIAL, CG.polarity, CG.Negated),
    )


def test_events_acts_and_lineages_are_nodes_that_several_share() -> None:
    told = Stories(
        events={FIRE: "event/01", BLAZE: "event/01"},
        acts={CLAIM: "act/02", DENIAL: "act/02"},
        lineages={CLAIM: "lineage/03"},
    )
    assert set(stories(told)) == said(
        ("event/01", RDF.type, CG.SharedEvent),
        (FIRE, CG.sameEvent, "event/01"),
        (BLAZE, CG.sameEvent, "event/01"),
        ("act/02", RDF.type, CG.ActOfSpeaking),
        (CLAIM, CG.sameAct, "act/02"),
        (DENIAL, CG.sameAct, "act/02"),
        ("lineage/03", RDF.type, CG.Lineage),
        (CLAIM, CG.lineage, "lineage/03"),
    )


def test_actors_have_the_grounds_on_which_they_are_one() -> None:
    identity = Identity("actor/person/ada-venn", Kind.PERSON, ("join.name", "join.context"))
    made = triples.dataset([TOLD], Registry(), identities=[identity]).graph(triples.iri("stories"))
    assert set(made) == said(*(("actor/person/ada-venn", CG.identifiedBy, Literal(one)) for one in identity.grounds))


def test_a_join_says_what_it_joins_and_why() -> None:
    words = span("said so")
    told = join(features=("verb: said", "time: same"), evidence=((ID, words),))
    made = stories(Stories(joins=(told,)))
    (node,) = made.subjects(RDF.type, CG.Join)
    assert isinstance(node, URIRef)
    assert set(made) == said(
        (CLAIM, CG.supports, DENIAL),
        (node, RDF.type, CG.Join),
        (node, CG.relation, CG.supports),
        (node, CG.joins, CLAIM),
        (node, CG.joins, DENIAL),
        (node, CG.rule, Literal("stance.words")),
        (node, CG.score, Literal("0.8", datatype=XSD.decimal)),
        (node, CG.feature, Literal("verb: said")),
        (node, CG.feature, Literal("time: same")),
        (node, CG.evidence, at("said so")),
    )


@pytest.mark.parametrize(("score", "written"), [(1.0, "1"), (0.0, "0"), (0.85, "0.85"), (0.3, "0.3")])
def test_a_score_has_one_spelling(score: float, written: str) -> None:
    (value,) = stories(Stories(joins=(join(score=score),))).objects(None, CG.score)
    assert (str(value), getattr(value, "datatype", None)) == (written, XSD.decimal)


@pytest.mark.parametrize(
    ("relation", "property_", "directions"),
    [
        (Relation.SAME_EVENT, CG.sameEvent, 0),
        (Relation.EXPRESSES, CG.expresses, 0),
        (Relation.SAME_ACT, CG.sameAct, 0),
        (Relation.LINEAGE, CG.lineage, 0),
        (Relation.SUPPORTS, CG.supports, 1),
        (Relation.DISPUTES, CG.disputes, 1),
        (Relation.DERIVED, PROV.wasDerivedFrom, 1),
        (Relation.QUOTED, PROV.wasQuotedFrom, 1),
        (Relation.VARIANT, CG.variantOf, 2),
        (Relation.CONFLICTS, CG.conflictsWith, 2),
    ],
)
def test_a_pair_is_joined_by_the_property_too(relation: Relation, property_: URIRef, directions: int) -> None:
    """In one direction or in both; what shares a node is joined by that."""
    made = stories(Stories(joins=(join(relation, "x/1", "x/2"),)))
    assert list(made.objects(None, CG.relation)) == [property_]
    ends = [(triples.iri("x/1"), triples.iri("x/2")), (triples.iri("x/2"), triples.iri("x/1"))]
    assert set(made.subject_objects(property_)) == set(ends[:directions])


def test_a_joins_iri_tells_relation_and_direction() -> None:
    joins = (join(), join(Relation.DISPUTES), join(one=DENIAL, other=CLAIM), join(rule="stance.other"))
    nodes = {str(node) for node in stories(Stories(joins=joins)).subjects(RDF.type, CG.Join)}
    assert len(nodes) == 3  # the rule does not tell them apart
    assert all(len(node.rpartition("/join/")[2]) == 12 for node in nodes)


def test_evidence_is_described_in_its_articles_graph() -> None:
    made = own(span("the Ferry Post"))
    assert classes(made, "the Ferry Post") == {CG.Mention}
    assert set(made.objects(at("the Ferry Post"), NIF.anchorOf)) == {Literal("the Ferry Post")}
    assert set(made.objects(at("the Ferry Post"), NIF.sentence)) == {at("Divers said so, the Ferry Post reported.")}
    assert set(made.objects(at("the Ferry Post"), NIF.referenceContext)) == {triples.iri(ID)}


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("burned", {CG.Mention}),  # a mention anyway
        ("The mill burned.", {CG.Sentence}),  # held by one anyway
        ("Divers said so, the Ferry Post reported.", {CG.Sentence}),  # which nothing else needs
        ("Copyright Ferry Post", {CG.Sentence}),  # in no sentence
    ],
)
def test_evidence_is_a_node_that_is_there_or_may_be(words: str, kinds: set[Node]) -> None:
    assert classes(own(span(words)), words) == kinds


def test_evidence_adds_nothing_else() -> None:
    bare = set(triples.dataset([TOLD], Registry()).graph(triples.iri(ID)))
    assert set(own(span("burned"), span("The mill burned."))) == bare
    assert {s for s, _, _ in set(own(span("so"))) - bare} == {at("so"), at("Divers said so, the Ferry Post reported.")}


def test_the_order_of_records_changes_nothing() -> None:
    joins = [join(), join(Relation.DISPUTES), join(Relation.CONFLICTS)]

    def made(order: Iterable[Join], claims: Iterable[str]) -> Graph:
        return stories(Stories(dict.fromkeys(claims, "proposition/0a"), joins=tuple(order)))

    assert set(made(joins, (CLAIM, DENIAL))) == set(made(reversed(joins), (DENIAL, CLAIM)))


def test_hostile_features_stay_text() -> None:
    hostile = 'a "q" \\ \n\t\r </script> ?x } . <x> <y> \u202e \u0001'
    assert list(stories(Stories(joins=(join(features=(hostile,)),))).objects(None, CG.feature)) == [Literal(hostile)]


def test_an_id_that_makes_no_iri_is_refused() -> None:
    with pytest.raises(InputError, match="is no IRI"):
        stories(Stories(joins=(join(one="x://a b"),)))
