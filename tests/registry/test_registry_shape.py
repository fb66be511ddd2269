"""Every rule of the registry's shape, with a registry that breaks it."""

from collections.abc import Iterator
from functools import cache

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, Namespace

from claimgraph.registry import SHAPE

SHAPES = Namespace("https://w3id.org/claimgraph/shapes#")
PREFIXES = """@prefix : <https://w3id.org/claimgraph/id/actor/> .
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SOUND = """
:land a cg:Place ; skos:prefLabel "Orsinia"@en ; dcterms:source "an atlas" .
:town a cg:Place ; skos:prefLabel "Krasnoy"@en ; cg:partOf :land ; dcterms:source "an atlas"@en .
:state a cg:State ; skos:prefLabel "Orsinia"@en ; cg:metonym "Krasnoy"@en ; cg:demonym "Orsinian"@en ;
    cg:territory :land ; skos:exactMatch <http://www.wikidata.org/entity/Q1>, <https://sws.geonames.org/1/>,
    <http://example.org/2> ; dcterms:source "an atlas" .
:guard a cg:MilitaryForce ; skos:prefLabel "Guard"@en ; skos:altLabel "Garde"@fr ; cg:partOf :state ;
    dcterms:source <http://example.org/guard> .
:piera a cg:Person ; skos:prefLabel "Piera"@en ; dcterms:source "an atlas" .
:role a cg:Affiliation ; cg:member :piera ; cg:organization :guard ; cg:role "captain"@en ; dcterms:source "an atlas" ;
    cg:since "2031-05-06"^^xsd:date ; cg:until "2031-05"^^xsd:gYearMonth .
:term a cg:Affiliation ; cg:member :piera ; cg:organization :guard ; cg:role "captain"@en ;
    cg:since "2033"^^xsd:gYear ; cg:until "2033-01-31"^^xsd:date .
"""
BREAKS = {
    "registry-kind": ":x a cg:Group ; skos:prefLabel 'x'@en .",
    "registry-label": ":x a cg:Person ; skos:prefLabel 'x'@fr .",
    "registry-label-text": ":x a cg:Person ; skos:prefLabel 'x'@en ; skos:altLabel 'x'@en .",
    "registry-names": ":x a cg:Person ; skos:prefLabel 'x'@en ; cg:demonym 'y' .",
    "registry-matches": ":x a cg:Person ; skos:prefLabel 'x'@en ; skos:exactMatch 'http://example.org/x' .",
    "registry-match-form": ":x a cg:Person ; skos:prefLabel 'x'@en ; skos:exactMatch <https://www.wikidata.org/Q1> .",
    "registry-source": ":x a cg:Person ; skos:prefLabel 'x'@en ; dcterms:source 'a', 'b' .",
    "registry-one-parent": ":x a cg:Place ; skos:prefLabel 'x'@en ; cg:partOf :land, :town .",
    "registry-part-of-actor": ":x a cg:ArmedGroup ; skos:prefLabel 'x'@en ; cg:partOf :land .",
    "registry-part-of-place": ":x a cg:Place ; skos:prefLabel 'x'@en ; cg:partOf :state .",
    "registry-place-names": ":x a cg:Place ; skos:prefLabel 'x'@en ; cg:metonym 'y'@en .",
    "RegisteredLand": ":x a cg:ArmedGroup ; skos:prefLabel 'x'@en ; cg:territory :land .",
    "registry-territory": ":x a cg:State ; skos:prefLabel 'x'@en ; cg:territory :guard .",
    "registry-member": ":x a cg:Affiliation ; cg:organization :guard .",
    "registry-organization": ":x a cg:Affiliation ; cg:member :piera ; cg:organization :piera .",
    "registry-role": ":x a cg:Affiliation ; cg:member :piera ; cg:organization :guard ; cg:role 'captain' .",
    "registry-since": ":role cg:since '2032'^^xsd:gYear .",
    "registry-until": ":x a cg:Affiliation ; cg:member :piera ; cg:organization :guard ; "
    "cg:until '2031-02-30'^^xsd:date .",
    "registry-term": ":x a cg:Affiliation ; cg:member :piera ; cg:organization :guard ; "
    "cg:since '2031-05'^^xsd:gYearMonth ; cg:until '2031-04-30'^^xsd:date .",
    "registry-sourced": ":x a cg:Person ; skos:prefLabel 'x'@en .",
    "registry-shared-label": ":x a cg:Person ; skos:prefLabel 'x'@en ; skos:altLabel 'Guard'@en .",
}


@cache
def shapes() -> Graph:
    return Graph().parse(SHAPE)


def broken(turtle: str) -> set[str]:
    """The rules that a registry breaks."""
    report = validate(Graph().parse(data=PREFIXES + turtle, format="turtle"), shacl_graph=shapes())[1]
    rules = {*report.objects(None, SH.sourceShape), *report.objects(None, SH.sourceConstraint)}
    return {str(rule).removeprefix(str(SHAPES)) for rule in rules if str(rule).startswith(str(SHAPES))}


def rules() -> Iterator[str]:
    """Those that find something themselves: property shapes, SPARQL constraints, and node shapes that name a class."""
    for kind in (SH.PropertyShape, SH.SPARQLConstraint):
        yield from (str(rule) for rule in shapes().subjects(RDF.type, kind))
    yield from (
        str(rule)
        for rule in shapes().subjects(SH["class"])
        if str(rule).startswith(str(SHAPES)) and (rule, SH.path, None) not in shapes()
    )


def test_a_sound_registry_breaks_nothing() -> None:
    assert not broken(SOUND)


@pytest.mark.parametrize("rule", BREAKS)
def test_each_rule_is_broken_by_its_example(rule: str) -> None:
    assert rule in broken(SOUND + BREAKS[rule])


def test_each_rule_has_an_example() -> None:
    assert {rule.removeprefix(str(SHAPES)) for rule in rules()} == BREAKS.keys()


def test_each_rule_says_what_it_asks() -> None:
    for rule in rules():
        assert (SHAPES[rule.removeprefix(str(SHAPES))], SH.message, None) in shapes()


@pytest.mark.parametrize("rule", ["registry-shared-label", "registry-sourced"])
def test_what_is_a_warning_only(rule: str) -> None:
    graph = Graph().parse(data=PREFIXES + SOUND + BREAKS[rule], format="turtle")
    assert validate(graph, shacl_graph=shapes(), allow_warnings=True)[0]
