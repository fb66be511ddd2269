"""The ontology under HermiT: sound alone and with a good graph, and able to tell a bad one."""

import shutil

import pytest
from rdflib import Dataset, Graph, URIRef

from claimgraph.reasoning import Reasoned, Skipped, check

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs a Java runtime")

GOOD = r"""
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix x: <https://news.example/> .
x:article a cg:Article ; dcterms:identifier "hill" ; dcterms:issued "2031-05-07"^^xsd:date ; dcterms:publisher x:post ;
    dcterms:source <https://news.example/hill?page=1> .
x:post a cg:MediaOutlet, cg:Organization, cg:Group, cg:Actor ; skos:prefLabel "Hill Post"@en .
x:rahim a cg:Person, cg:Actor ; skos:prefLabel "Rahim" .
x:army a cg:MilitaryForce, cg:Organization, cg:Group, cg:Actor ; cg:partOf x:state .
x:state a cg:State, cg:Organization, cg:Group, cg:Actor ; cg:territory x:land .
x:land a cg:Place . x:town a cg:Place ; cg:partOf x:land .
x:militia a cg:UnnamedGroup, cg:Group, cg:Actor .
x:post-of-rahim a cg:Affiliation ; cg:member x:rahim ; cg:organization x:army ; cg:role "spokesman" .
x:post-of-another a cg:Affiliation ; cg:member x:rahim ; cg:organization x:militia ;
    cg:factuality cg:Attributed ; cg:since "2029"^^xsd:gYear ; cg:until "2030-02"^^xsd:gYearMonth .
x:mention a cg:Mention, cg:Sentence ; cg:mentions x:rahim ; nif:sentence x:mention ; nif:referenceContext x:article ;
    nif:beginIndex 0 ; nif:endIndex 9 ;
    nif:anchorOf "\"Rah\\\n\u0001é\"" .
x:strike a cg:Airstrike, cg:Assault, cg:Event ; cg:ploverCode "ASSAULT" ; cg:factuality cg:Attributed ; cg:agent x:jet ;
    cg:patient x:town, x:militia ; cg:location x:town ; cg:date "2031-05"^^xsd:gYearMonth ; cg:figure x:dead .
x:jet a cg:Item .
x:dead a cg:Figure ; cg:measures cg:Killed ; cg:value 12.0 ; cg:upperValue 14.0 ; cg:approximate true .
x:outer a cg:Claim ; cg:claimant x:post ; cg:embeds x:inner ; cg:reportedIn x:article ; cg:speechAct cg:Assertion .
x:inner a cg:Claim ; cg:claimant x:rahim ; cg:describes x:strike ;
    cg:reportedIn x:article ; cg:speechAct cg:Accusation ; cg:ploverCode "ACCUSE" ;
    cg:content "Jets hit the town" ; cg:quotation cg:Direct ; cg:expresses x:proposition .
x:proposition a cg:Proposition .
"""


def told(more: str = "") -> Reasoned:
    result = check(Graph().parse(data=GOOD + more, format="turtle"))
    assert isinstance(result, Reasoned)
    return result


@needs_java
def test_the_ontology_alone_is_consistent_and_every_class_can_have_instances() -> None:
    assert check() == Reasoned(True)


@needs_java
def test_a_good_graph_is_consistent() -> None:
    assert told() == Reasoned(True)


@needs_java
def test_the_graphs_of_a_dataset_are_read_together() -> None:
    dataset = Dataset()
    dataset.graph(URIRef("https://news.example/a")).parse(data=GOOD, format="turtle")
    dataset.graph(URIRef("https://news.example/b")).parse(data=f"{GOOD} x:rahim a cg:Place .", format="turtle")
    result = check(dataset)
    assert isinstance(result, Reasoned)
    assert not result.consistent


@needs_java
def test_a_person_that_is_an_organization_is_told_of() -> None:
    result = told("x:rahim a cg:Organization .")
    assert not result.consistent
    assert "https://news.example/rahim is both" in result.reason


@needs_java
@pytest.mark.parametrize(
    "bad",
    [
        'x:strike cg:ploverCode "BOMB" .',
        "x:strike cg:agent x:mention .",
        "x:inner cg:embeds x:outer .",
    ],
)
def test_what_only_reasoning_finds(bad: str) -> None:
    assert not told(bad).consistent


MEMBER = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
x:rahim cg:affiliation x:post-of-rahim .
x:none a owl:NegativePropertyAssertion ; owl:sourceIndividual x:rahim ; owl:assertionProperty cg:memberOf ;
    owl:targetIndividual {} .
"""


@needs_java
@pytest.mark.parametrize(("organization", "consistent"), [("x:army", False), ("x:militia", True)])
def test_who_has_a_role_in_a_body_is_a_member_of_it(organization: str, consistent: bool) -> None:
    assert told(MEMBER.format(organization)).consistent is consistent  # of the militia he is but said to be


def test_without_java_the_check_says_that_it_was_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = check()
    assert isinstance(result, Skipped)
    assert "Java" in result.reason
