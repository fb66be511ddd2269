"""Breaks of shapes/actors.ttl: who and what takes part."""

from .good import CLERK, DARWISH, DRONE, PORT, VESLAND, add, drop, swap

BREAKS = {
    "preferred-label": [
        drop(DARWISH, "skos:prefLabel"),
        add(VESLAND, 'skos:prefLabel "Land of Ves"@en'),
        add(VESLAND, 'skos:altLabel "Vesland"@en'),
    ],
    "other-labels": [add(VESLAND, "skos:altLabel 7"), add(VESLAND, 'skos:altLabel ""@en')],
    "metonym": [add(VESLAND, 'cg:metonym ""')],
    "demonym": [add(VESLAND, "cg:demonym 7")],
    "identified-by": [add(DARWISH, 'cg:identifiedBy "join.guess"'), add(DARWISH, "cg:identifiedBy x:spelling")],
    "label-in-text": [
        swap(DARWISH, "skos:prefLabel", '"Mr Darwish"'),
        add(DRONE, 'skos:altLabel "the machine"'),
        add(DARWISH, 'skos:altLabel "Darwish"'),
        swap(DRONE, "skos:prefLabel", '"A drone"'),
    ],
    "ActorKind": [f"DELETE WHERE {{ {DARWISH} a cg:Person }}"],
    "ActorOneKind": [add(DARWISH, "a cg:Group")],
    "actor-parent": [add(VESLAND, "cg:partOf x:unknown"), add(VESLAND, f"cg:partOf {PORT}")],
    "actor-figure": [add(VESLAND, "cg:figure x:unknown")],
    "state-territory": [swap(VESLAND, "cg:territory", "x:unknown")],
    "place-around": [swap(PORT, "cg:partOf", VESLAND)],
    "item-evidence": [f"DELETE WHERE {{ ?m cg:mentions {DRONE} }}"],
    "affiliation-member": [
        drop(CLERK, "cg:member"),
        swap(CLERK, "cg:member", "x:unknown"),
        f"{swap(CLERK, 'cg:member', VESLAND)} ; {swap(CLERK, 'cg:organization', VESLAND)}",
    ],
    "affiliation-organization": [drop(CLERK, "cg:organization"), swap(CLERK, "cg:organization", DARWISH)],
    "affiliation-role": [add(CLERK, 'cg:role "porter"'), swap(CLERK, "cg:role", '""')],
    "affiliation-place": [add(CLERK, f"cg:place {PORT}"), swap(CLERK, "cg:place", "x:unknown")],
    "affiliation-factuality": [
        swap(CLERK, "cg:factuality", "cg:Intended"),
        add(CLERK, "cg:factuality cg:Denied"),
        swap(CLERK, "cg:factuality", '"stated"'),
    ],
    "HeldAffiliation": [add(VESLAND, f"cg:affiliation {PORT}"), add(VESLAND, "cg:affiliation x:unknown")],
    "held-factuality": [swap(CLERK, "cg:factuality", "cg:Attributed")],
    "held-member": [swap(CLERK, "cg:member", VESLAND), add(VESLAND, f"cg:affiliation {CLERK}")],
    "member-of": [
        drop(DARWISH, "cg:memberOf"),
        add(DARWISH, f"cg:memberOf {VESLAND}"),
        drop(DARWISH, "cg:affiliation"),
    ],
    "affiliation-since": [
        add(CLERK, 'cg:since "2031"^^xsd:gYear , "2032"^^xsd:gYear'),
        add(CLERK, 'cg:since "2031"'),
        add(CLERK, 'cg:since "2031-13"^^xsd:gYearMonth'),
    ],
    "affiliation-until": [
        add(CLERK, 'cg:until "2031"^^xsd:gYear , "2032"^^xsd:gYear'),
        add(CLERK, 'cg:until "May"^^xsd:date'),
        add(CLERK, "cg:until x:unknown"),
    ],
    "affiliation-term": [
        add(CLERK, 'cg:since "2031-05"^^xsd:gYearMonth ; cg:until "2031-04-30"^^xsd:date'),
        add(CLERK, 'cg:since "2032-01-01"^^xsd:date ; cg:until "2031"^^xsd:gYear'),
    ],
    "AffiliationEvidence": [f"DELETE WHERE {{ ?m cg:mentions {CLERK} }}", drop(CLERK, "cg:rule")],
    "exact-match": [add(VESLAND, 'skos:exactMatch "Q1"')],
    "in-scheme": [add(VESLAND, 'skos:inScheme "mine"'), add(VESLAND, "skos:inScheme x:mine")],
    "registered-source": [add(VESLAND, 'dcterms:source ""'), add(VESLAND, "dcterms:source x:one , x:two")],
    "affiliation-rule": [swap(CLERK, "cg:rule", "7"), add(CLERK, 'cg:rule "another.rule"')],
}
