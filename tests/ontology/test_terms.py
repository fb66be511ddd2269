"""The ontology and vocabulary.py name the same terms, and every term is explained."""

import re

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import VANN

from claimgraph.errors import InputError
from claimgraph.eventclasses import EventClasses
from claimgraph.model import Factuality, Kind, Measure, Quotation, SpeechAct
from claimgraph.resources import ONTOLOGY
from claimgraph.vocabulary import CG, NIF, plover_code, superclasses

GRAPH = Graph(bind_namespaces="none").parse(ONTOLOGY)
HOME = URIRef("https://w3id.org/claimgraph/ontology")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
TERMS = sorted({URIRef(str(t)) for kind in KINDS for t in GRAPH.subjects(RDF.type, kind) if str(t).startswith(str(CG))})
CODES = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}


def individuals(name: str) -> set[str]:
    return {str(i).removeprefix(str(CG)) for i in GRAPH.subjects(RDF.type, CG[name])}


def test_the_module_lists_the_ontologys_terms() -> None:
    listed = [name for part in (CG, EventClasses) for name in part.__annotations__ if not name.startswith("_")]
    assert sorted(CG[name] for name in listed) == TERMS


def test_a_term_that_is_not_listed_fails() -> None:
    with pytest.raises(AttributeError):
        CG["Claimant"]
    with pytest.raises(AttributeError):
        NIF["begin"]


@pytest.mark.parametrize("term", TERMS)
def test_each_term_is_explained(term: URIRef) -> None:
    for said in (RDFS.label, SKOS.definition, SKOS.example):
        (text,) = GRAPH.objects(term, said)
        assert isinstance(text, Literal)
        assert text.language == "en"
        assert text.strip()
    assert list(GRAPH.objects(term, RDFS.isDefinedBy)) == [HOME]


def test_each_foreign_term_that_an_axiom_uses_is_declared() -> None:
    used = {o for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in GRAPH.objects(None, p) if isinstance(o, URIRef)}
    used |= {URIRef(str(p)) for p in GRAPH.predicates() if not str(p).startswith((str(OWL), str(RDF), str(RDFS)))}
    assert [str(t) for t in sorted(used) if (t, RDF.type, None) not in GRAPH] == []


def test_the_header() -> None:
    version = str(GRAPH.value(HOME, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert str(GRAPH.value(HOME, OWL.versionIRI)) == f"{HOME}/{version}"
    for said in ("title", "description", "creator", "license", "created", "modified"):
        (value,) = GRAPH.objects(HOME, DCTERMS[said])
        assert str(value).strip()
    assert str(GRAPH.value(HOME, VANN.preferredNamespaceUri)) == str(CG)
    assert str(GRAPH.value(HOME, VANN.preferredNamespacePrefix)) == "cg"


@pytest.mark.parametrize(
    ("name", "values"),
    [("Factuality", Factuality), ("Quotation", Quotation), ("SpeechAct", SpeechAct), ("Measure", Measure)],
)
def test_the_closed_lists_are_those_of_the_records(name: str, values: type[Factuality]) -> None:
    assert individuals(name) == {str(v) for v in values}
    (members,) = [m for c in GRAPH.objects(CG[name], OWL.equivalentClass) for m in GRAPH.objects(c, OWL.oneOf)]
    assert {str(m).removeprefix(str(CG)) for m in Collection(GRAPH, members)} == individuals(name)
    different = [set(Collection(GRAPH, ms)) for ms in GRAPH.objects(None, OWL.distinctMembers)]
    assert set(GRAPH.subjects(RDF.type, CG[name])) in different


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_is_a_class_of_actors(kind: Kind) -> None:
    assert superclasses(kind)[0] == kind
    assert superclasses(kind)[-1] == "Actor"


def test_superclasses_are_told_nearest_first() -> None:
    assert superclasses("DroneStrike") == ("DroneStrike", "Airstrike", "Assault", "Event")
    assert superclasses("Place") == ("Place",)


@pytest.mark.parametrize("name", ["Earthquake", "Killed", "agent", "", "Event>"])
def test_what_is_no_class_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="no class"):
        superclasses(name)


def test_every_class_of_events_has_a_code() -> None:
    below = {str(c).removeprefix(str(CG)) for c in GRAPH.transitive_subjects(RDFS.subClassOf, CG.Event)} - {"Event"}
    assert {plover_code(name) for name in below} == CODES
    assert plover_code("Event") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Assassination", "ASSAULT"),
        ("SuicideBombing", "ASSAULT"),
        ("Resolution", "REQUEST"),
        ("CyberAttack", "COERCE"),
        ("Blockade", "PROTEST"),
        ("Siege", "COERCE"),
        ("Ceasefire", "RETREAT"),
        ("Easing", "CONCEDE"),
    ],
)
def test_a_subclass_has_the_code_of_its_top(name: str, code: str) -> None:
    assert plover_code(name) == code


def test_speech_acts_have_the_codes_of_the_contract() -> None:
    codes = {name: plover_code(name) for name in individuals("SpeechAct")}
    assert {n: c for n, c in codes.items() if c} == {
        "Demand": "REQUEST",
        "Accusation": "ACCUSE",
        "Condemnation": "ACCUSE",
        "Threat": "THREATEN",
        "Denial": "REJECT",
        "Promise": "AGREE",
        "Endorsement": "SUPPORT",
    }


def test_a_claim_has_the_code_of_its_act_by_an_axiom() -> None:
    required = {
        str(GRAPH.value(act, OWL.hasValue)).removeprefix(str(CG)): str(GRAPH.value(code, OWL.hasValue))
        for act, code in GRAPH.subject_objects(RDFS.subClassOf)
        if (act, OWL.onProperty, CG.speechAct) in GRAPH and (code, OWL.onProperty, CG.ploverCode) in GRAPH
    }
    assert required == {name: code for name in individuals("SpeechAct") if (code := plover_code(name))}
