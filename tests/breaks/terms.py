"""Breaks of shapes/terms.ttl: the terms themselves."""

from collections.abc import Callable

from rdflib import RDFS, BNode, URIRef
from rdflib.term import Node

from claimgraph.validated import shacl
from claimgraph.vocabulary import CG

from .good import (
    ARTICLE,
    DENIED,
    GUILD,
    KILLED,
    LAND,
    MOVE,
    NAME,
    PORT,
    PROPOSITION,
    STRIKE,
    TOLD,
    VARGA,
    VESLAND,
    add,
    drop,
    swap,
)


def misplaced(wanted: Callable[[Node], bool]) -> list[str]:
    """Each property whose domain is as wanted, on a node that is no such thing: a proposition, or a place."""
    found = sorted(str(p) for p, domain in shacl.ontology().subject_objects(RDFS.domain) if wanted(domain))
    names = [p.removeprefix(str(CG)) for p in found]
    return [add(LAND if name == "variantOf" else PROPOSITION, f"cg:{name} {VESLAND}") for name in names]


BREAKS = {
    "event-class": [
        f"DELETE WHERE {{ {MOVE} a cg:Deployment . {MOVE} a cg:Mobilize }}",
        swap(STRIKE, "cg:ploverCode", '"COERCE"'),
    ],
    "unknown-property": [add(TOLD, f"cg:claiment {VESLAND}"), add(NAME, "cg:toldAS cg:Stated")],
    "unknown-class": [add(STRIKE, "a cg:Drone"), add("x:nobody", "a cg:Spokesman")],
    "missing-superclass": [f"DELETE WHERE {{ {STRIKE} a cg:Airstrike }}", f"DELETE WHERE {{ {VESLAND} a cg:Actor }}"],
    "untyped": [
        f"DELETE WHERE {{ {TOLD} a cg:Claim }}",
        add("x:nothing", f"cg:agent {VESLAND}"),
        add("x:nothing", "skos:prefLabel 'Nothing'"),
        add("x:nothing", "nif:anchorOf 'nothing'"),
        f"DELETE WHERE {{ {NAME} a cg:Mention }}",
    ],
    "two-natures": [add(VESLAND, "a cg:Place"), add(STRIKE, "a cg:Claim")],
    "unknown-value": [
        swap(STRIKE, "cg:factuality", "cg:Statedd"),
        swap(TOLD, "cg:speechAct", "cg:Lie"),
        swap(KILLED, "cg:measures", "cg:Dead"),
    ],
    "act-code": [
        drop(DENIED, "cg:ploverCode"),
        swap(DENIED, "cg:ploverCode", '"ACCUSE"'),
        add(TOLD, 'cg:ploverCode "REQUEST"'),
    ],
    "dangling": [
        add(STRIKE, "cg:sameEvent x:shared"),
        swap(ARTICLE, "dcterms:publisher", "x:outlet"),
        swap(NAME, "nif:sentence", "x:sentence"),
        swap(NAME, "nif:referenceContext", "x:article"),
        add(VESLAND, "cg:memberOf x:body"),
        add(STRIKE, "cg:agent x:nobody"),
        swap(TOLD, "cg:claimant", "x:nobody"),
    ],
    "blank": [
        add(STRIKE, "cg:agent []"),
        add(VESLAND, "cg:partOf []"),
        "INSERT DATA { [] a cg:Claim }",
        "INSERT DATA { [] nif:anchorOf 'words' }",
    ],
    "part-in-a-circle": [
        add(PORT, f"cg:partOf {PORT}"),
        add(LAND, f"cg:partOf {PORT}"),
        add(VESLAND, f"cg:partOf {GUILD}"),
    ],
    "nowhere": [
        add("x:nobody", "a cg:Person , cg:Actor ; skos:prefLabel 'Nobody'"),
        add("x:nowhere", "a cg:Place ; skos:prefLabel 'Nowhere'"),
        drop(VARGA, "skos:inScheme"),
    ],
    "Factuality": [f"{swap(STRIKE, 'cg:factuality', 'x:Rumoured')} ; {add('x:Rumoured', 'a cg:Factuality')}"],
    "Quotation": [add("x:Partial", "a cg:Quotation")],
    "SpeechAct": [add("x:Lie", "a cg:SpeechAct")],
    "Measure": [add("x:Dead", "a cg:Measure")],
    "Polarity": [add("x:Perhaps", "a cg:Polarity")],
    "out-of-domain": misplaced(lambda domain: isinstance(domain, URIRef)),
    "out-of-place": [
        *misplaced(lambda domain: isinstance(domain, BNode)),
        *(add(PORT, f"nif:{name} 7") for name in ("beginIndex", "endIndex", "anchorOf", "isString")),
        add(PORT, f"nif:sentence {NAME} ; nif:referenceContext {ARTICLE}"),
        add(PORT, 'cg:rule "name.registry"'),
        add(STRIKE, 'cg:demonym "Strikers"'),
    ],
}
