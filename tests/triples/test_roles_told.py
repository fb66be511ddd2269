"""Records -> RDF: roles and who has them, figures of people, what joins articles, the registry's roles."""

from dataclasses import replace

import pytest
from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph import triples
from claimgraph.model import (
    Actor,
    Affiliation,
    Article,
    Extraction,
    Factuality,
    Figure,
    Identity,
    Kind,
    Measure,
    Mention,
    Place,
)
from claimgraph.registry import Entry, Label, Registry, Role
from claimgraph.vocabulary import CG

TEXT = "Orla Venn leads the Kiln Guild in Tarn. Its ruler met 40 potters."
ARTICLE = Article("kiln", TEXT)
VENN, GUILD, TARN, POTTERS = "actor/person/orla-venn", "actor/kiln-guild", "place/tarn", f"{ARTICLE.id}/actor/57-64"
HELD = Affiliation(f"{ARTICLE.id}/affiliation/0-30", VENN, GUILD, "leader", "affiliation.verb", TARN)
FIGURE = Figure(f"{ARTICLE.id}/figure/54-56", None, Measure.COUNT, "figure.number", group=POTTERS)
TOLD = Extraction(
    ARTICLE,
    actors=(
        Actor(VENN, Kind.PERSON, "Orla Venn"),
        Actor(GUILD, Kind.ORGANIZATION, "Kiln Guild"),
        Actor(POTTERS, Kind.UNNAMED_GROUP, "potters", named=False),
    ),
    places=(Place(TARN, "Tarn"),),
    affiliations=(HELD,),
)
RULER, CLERK = (
    Role("affiliation/ruler", "actor/ruler", GUILD, "ruler", "2029-02-01", "2030", "https://other.example/ruler"),
    Role("affiliation/clerk", "actor/clerk", GUILD, "clerk"),
)
REGISTRY = Registry(
    {
        e.id: e
        for e in (
            Entry(GUILD, Kind.ORGANIZATION, Label("Kiln Guild")),
            Entry("actor/ruler", Kind.PERSON, Label("Pell Ost")),
            Entry("actor/clerk", Kind.PERSON, Label("Ansa Rud")),
        )
    },
    (RULER, CLERK),
)
UNKNOWN = Registry()


def graph(told: Extraction, name: str = "", registry: Registry = UNKNOWN, *identities: Identity) -> Graph:
    """The article's graph, or another of that name."""
    return triples.dataset([told], registry, identities=identities).graph(triples.iri(name or told.article.id))


def out(graph: Graph, id_: str, link: URIRef) -> list[Node]:
    return sorted(graph.objects(triples.iri(id_), link), key=str)


def test_who_has_a_stated_role_is_a_member() -> None:
    own = graph(TOLD)
    assert out(own, HELD.id, CG.factuality) == [CG.Stated]
    assert out(own, VENN, CG.affiliation) == [triples.iri(HELD.id)]
    assert out(own, VENN, CG.memberOf) == [triples.iri(GUILD)]


@pytest.mark.parametrize("told", [Factuality.ATTRIBUTED, Factuality.DENIED])
def test_a_role_that_is_but_claimed_makes_nobody_a_member(told: Factuality) -> None:
    own = graph(replace(TOLD, affiliations=(replace(HELD, factuality=told),)))
    assert out(own, HELD.id, CG.factuality) == [CG[told]]
    assert out(own, HELD.id, CG.member) == [triples.iri(VENN)]
    assert out(own, VENN, CG.affiliation) == out(own, VENN, CG.memberOf) == []


def test_one_role_stated_and_another_claimed() -> None:
    claimed = replace(HELD, id=f"{HELD.id}0", organization="actor/other", factuality=Factuality.ATTRIBUTED)
    own = graph(replace(TOLD, affiliations=(HELD, claimed)))
    assert out(own, VENN, CG.memberOf) == [triples.iri(GUILD)]


@pytest.mark.parametrize(("place", "found"), [(TARN, [triples.iri(TARN)]), (None, [])])
def test_where_a_role_is_held(place: str | None, found: list[Node]) -> None:
    assert out(graph(replace(TOLD, affiliations=(replace(HELD, place=place),))), HELD.id, CG.place) == found


def test_a_role_without_words_has_none() -> None:
    assert out(graph(replace(TOLD, affiliations=(replace(HELD, role=None),))), HELD.id, CG.role) == []


@pytest.mark.parametrize(
    ("of", "group", "owners"),
    [
        (None, POTTERS, {POTTERS}),
        (f"{ARTICLE.id}/event/50-53", POTTERS, {POTTERS, f"{ARTICLE.id}/event/50-53"}),
        (POTTERS, POTTERS, {POTTERS}),
        (POTTERS, None, {POTTERS}),
        (None, None, set()),
    ],
)
def test_a_figure_is_that_of_the_people_it_counts_and_of_the_event(
    of: str | None, group: str | None, owners: set[str]
) -> None:
    own = graph(replace(TOLD, figures=(replace(FIGURE, of=of, group=group),)))
    assert set(own.subjects(CG.figure, triples.iri(FIGURE.id))) == {triples.iri(one) for one in owners}


def test_the_registrys_roles_are_told_where_a_mention_speaks_of_them() -> None:
    spoken = Mention(ARTICLE.span(44, 49), RULER.id, "reference.office")
    known = graph(replace(TOLD, mentions=(spoken,)), "registry", REGISTRY)
    assert set(known.subjects(RDF.type, CG.Affiliation)) == {triples.iri(RULER.id)}
    assert out(known, RULER.id, CG.member) == [triples.iri("actor/ruler")]
    assert out(known, RULER.id, CG.organization) == [triples.iri(GUILD)]
    assert out(known, RULER.id, CG.role) == [Literal("ruler")]
    assert out(known, RULER.id, CG.since) == [Literal("2029-02-01", datatype=XSD.date)]
    assert out(known, RULER.id, CG.until) == [Literal("2030", datatype=XSD.gYear)]
    assert out(known, RULER.id, DCTERMS.source) == [URIRef("https://other.example/ruler")]
    assert out(known, "actor/ruler", SKOS.prefLabel) == [Literal("Pell Ost", lang="en")]
    assert out(known, "actor/ruler", CG.memberOf) == []  # the registry's word, not the article's


def test_the_registrys_roles_are_not_told_for_a_mention_of_who_has_them() -> None:
    spoken = Mention(ARTICLE.span(44, 49), "actor/ruler", "name.registry")
    known = graph(replace(TOLD, mentions=(spoken,)), "registry", REGISTRY)
    assert out(known, "actor/ruler", RDF.type)
    assert set(known.subjects(RDF.type, CG.Affiliation)) == set()


@pytest.mark.parametrize("grounds", [("join.name",), ("join.kind", "join.spelling"), ()])
def test_what_joins_articles_is_told_with_its_grounds(grounds: tuple[str, ...]) -> None:
    stories = graph(TOLD, "stories", UNKNOWN, Identity(VENN, Kind.PERSON, grounds))
    assert set(stories) == {(triples.iri(VENN), CG.identifiedBy, Literal(ground)) for ground in grounds}
