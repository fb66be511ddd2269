"""For each shape a SPARQL update that breaks the good graph in the way that the shape is there to catch."""

from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from claimgraph.validated.terms import dataset

GOOD = Path(__file__).parent / "validated" / "good.trig"
PREFIXES = {
    "cg": "https://w3id.org/claimgraph/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "a1": "https://w3id.org/claimgraph/id/article/aaaaaaaaaaa1/",
    "x": "https://example.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "void": "http://rdfs.org/ns/void#",
}
SECOND = "https://w3id.org/claimgraph/id/article/bbbbbbbbbbb2"
ARTICLE = "<https://w3id.org/claimgraph/id/article/aaaaaaaaaaa1>"
DARWISH = "<https://w3id.org/claimgraph/id/actor/person/rahim-darwish>"
VESLAND = "<https://w3id.org/claimgraph/id/actor/vesland>"
PORT = "<https://w3id.org/claimgraph/id/place/port-selim>"
PROPOSITION = "<https://w3id.org/claimgraph/id/proposition/0123456789ab>"
NAME = f"<{ARTICLE[1:-1]}#char=0,13>"
TOLD, DENIED, RUMOURED = (f"<{ARTICLE[1:-1]}/claim/{span}>" for span in ("45-49", "191-197", "280-288"))
STRIKE, MOVE = (f"<{ARTICLE[1:-1]}/event/{span}>" for span in ("88-94", "233-238"))
KILLED = f"<{ARTICLE[1:-1]}/figure/146-163>"
CLERK = f"<{ARTICLE[1:-1]}/affiliation/15-43>"
DRONE = f"<{ARTICLE[1:-1]}/item/76-83>"


def add(node: str, said: str) -> str:
    return f"INSERT DATA {{ {node} {said} }}"


def drop(node: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {node} {predicate} ?o }}"


def swap(node: str, predicate: str, value: str) -> str:
    return f"{drop(node, predicate)} ; {add(node, f'{predicate} {value}')}"


BREAKS = {
    "article-identifier": [drop(ARTICLE, "dcterms:identifier"), add(ARTICLE, 'dcterms:identifier "two"')],
    "article-title": [add(ARTICLE, 'dcterms:title "another"'), swap(ARTICLE, "dcterms:title", '""')],
    "article-issued": [
        swap(ARTICLE, "dcterms:issued", '"2031-05-40"^^xsd:date'),
        swap(ARTICLE, "dcterms:issued", '"May"'),
    ],
    "article-publisher": [swap(ARTICLE, "dcterms:publisher", "x:unknown"), swap(ARTICLE, "dcterms:publisher", DARWISH)],
    "article-source": [add(ARTICLE, "dcterms:source x:elsewhere")],
    "span-begin": [
        drop(NAME, "nif:beginIndex"),
        swap(NAME, "nif:beginIndex", "-1"),
        swap(NAME, "nif:beginIndex", "14"),
        swap(NAME, "nif:beginIndex", '"0"'),
    ],
    "span-end": [drop(NAME, "nif:endIndex"), swap(NAME, "nif:endIndex", '"thirteen"'), add(NAME, "nif:endIndex 14")],
    "span-text": [drop(NAME, "nif:anchorOf"), add(NAME, 'nif:anchorOf "Rahim Darwesh"')],
    "span-article": [drop(NAME, "nif:referenceContext"), swap(NAME, "nif:referenceContext", "x:unknown")],
    "span-length": [swap(NAME, "nif:anchorOf", '"Rahim"'), swap(NAME, "nif:endIndex", "12")],
    "span-iri": [swap(NAME, "nif:beginIndex", "6") + " ; " + swap(NAME, "nif:anchorOf", '"Darwish"')],
    "span-in-sentence": [
        swap(NAME, "nif:anchorOf", '"Rahim Darwesh"'),
        swap(NAME, "nif:sentence", f"<{ARTICLE[1:-1]}#char=173,220>"),
    ],
    "mention-sentence": [drop(NAME, "nif:sentence"), swap(NAME, "nif:sentence", "x:unknown")],
    "mention-of": [add(NAME, "cg:mentions x:unknown"), add(NAME, f"cg:mentions {TOLD}")],
    "mention-rule": [add(NAME, 'cg:rule "Not a rule"')],
    "mention-told-as": [add(NAME, "cg:toldAs cg:Killed"), add(NAME, "cg:toldAs cg:Stated , cg:Denied")],
    "preferred-label": [
        drop(DARWISH, "skos:prefLabel"),
        add(VESLAND, 'skos:prefLabel "Land of Ves"@en'),
        add(VESLAND, 'skos:altLabel "Vesland"@en'),
    ],
    "other-labels": [add(VESLAND, "skos:altLabel 7"), add(VESLAND, 'skos:altLabel ""@en')],
    "metonym": [add(VESLAND, 'cg:metonym ""')],
    "demonym": [add(VESLAND, "cg:demonym 7")],
    "identified-by": [add(DARWISH, 'cg:identifiedBy "join.guess"'), add(DARWISH, "cg:identifiedBy x:spelling")],
    "label-in-text": [swap(DARWISH, "skos:prefLabel", '"Mr Darwish"'), add(DRONE, 'skos:altLabel "the machine"')],
    "ActorKind": [f"DELETE WHERE {{ {DARWISH} a cg:Person }}"],
    "ActorOneKind": [add(DARWISH, "a cg:Group")],
    "actor-parent": [add(VESLAND, "cg:partOf x:unknown"), add(VESLAND, f"cg:partOf {PORT}")],
    "actor-figure": [add(VESLAND, "cg:figure x:unknown")],
    "state-territory": [swap(VESLAND, "cg:territory", "x:unknown")],
    "place-around": [swap(PORT, "cg:partOf", VESLAND)],
    "item-evidence": [f"DELETE WHERE {{ ?m cg:mentions {DRONE} }}"],
    "affiliation-member": [drop(CLERK, "cg:member"), swap(CLERK, "cg:member", "x:unknown")],
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
    "held-member": [swap(CLERK, "cg:member", VESLAND)],
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
    "event-factuality": [
        drop(STRIKE, "cg:factuality"),
        add(STRIKE, "cg:factuality cg:Stated"),
        swap(STRIKE, "cg:factuality", "cg:Assertion"),
    ],
    "event-evidence": [f"DELETE WHERE {{ ?m cg:mentions {STRIKE} }}"],
    "event-rule": [drop(STRIKE, "cg:rule"), swap(STRIKE, "cg:rule", '""')],
    "event-code": [
        drop(STRIKE, "cg:ploverCode"),
        add(STRIKE, 'cg:ploverCode "MOBILIZE"'),
        swap(STRIKE, "cg:ploverCode", '"assault"'),
    ],
    "event-class": [
        f"DELETE WHERE {{ {MOVE} a cg:Deployment . {MOVE} a cg:Mobilize }}",
        swap(STRIKE, "cg:ploverCode", '"COERCE"'),
    ],
    "EventTeller": [f"DELETE WHERE {{ ?claim cg:describes {STRIKE} }}"],
    "event-agent": [add(STRIKE, "cg:agent x:unknown"), add(STRIKE, f"cg:agent {PORT}")],
    "event-patient": [add(STRIKE, "cg:patient x:unknown"), add(STRIKE, 'cg:patient "a barge"')],
    "event-recipient": [add(STRIKE, "cg:recipient x:unknown"), add(STRIKE, f"cg:recipient {TOLD}")],
    "event-instrument": [add(STRIKE, "cg:instrument x:unknown"), add(STRIKE, f"cg:instrument {PORT}")],
    "event-location": [add(STRIKE, "cg:location x:unknown"), add(STRIKE, f"cg:location {VESLAND}")],
    "event-origin": [add(MOVE, "cg:origin x:unknown"), add(MOVE, f"cg:origin {VESLAND}")],
    "event-destination": [add(MOVE, "cg:destination x:unknown"), add(MOVE, f"cg:destination {VESLAND}")],
    "event-date": [
        swap(STRIKE, "cg:date", '"2031-02-30"^^xsd:date'),
        swap(STRIKE, "cg:date", '"Tuesday"'),
        add(STRIKE, 'cg:date "2031"^^xsd:gYear'),
    ],
    "event-date-text": [swap(STRIKE, "cg:dateText", '""'), swap(STRIKE, "cg:dateText", "2031")],
    "event-begin": [add(MOVE, 'cg:begin "May"'), add(MOVE, "cg:begin 2031")],
    "event-end": [add(MOVE, 'cg:end "May"'), add(MOVE, 'cg:end "2031"^^xsd:gYear , "2032"^^xsd:gYear')],
    "EventStretch": [add(STRIKE, 'cg:begin "2031"^^xsd:gYear')],
    "event-same": [add(STRIKE, 'cg:sameEvent "another"'), add(STRIKE, "cg:sameEvent x:one , x:two")],
    "event-figure": [add(STRIKE, "cg:figure x:unknown"), add(STRIKE, f"cg:figure {TOLD}")],
    "figure-measures": [drop(KILLED, "cg:measures"), swap(KILLED, "cg:measures", "cg:Stated")],
    "figure-value": [
        swap(KILLED, "cg:value", "15.0"),
        swap(KILLED, "cg:value", '"twelve"'),
        swap(KILLED, "cg:value", '"x"^^xsd:decimal'),
    ],
    "figure-upper": [add(KILLED, "cg:upperValue 15.0"), swap(KILLED, "cg:upperValue", '"14"')],
    "figure-approximate": [swap(KILLED, "cg:approximate", '"perhaps"'), add(KILLED, "cg:approximate true")],
    "figure-unit": [add(KILLED, 'cg:unit "dollars"')],
    "figure-as-of": [add(KILLED, 'cg:asOf "May"')],
    "figure-changed": [
        add(KILLED, "cg:changedFrom x:unknown"),
        add(KILLED, f"cg:changedFrom {KILLED} ; cg:conflictsWith {KILLED}"),
    ],
    "figure-evidence": [f"DELETE WHERE {{ ?m cg:mentions {KILLED} }}"],
    "figure-rule": [drop(KILLED, "cg:rule")],
    "figure-conflict": [add(KILLED, "cg:conflictsWith x:unknown")],
    "FigureSays": [f"{drop(KILLED, 'cg:value')} ; {drop(KILLED, 'cg:upperValue')}"],
    "ClaimAttribution": [
        drop(TOLD, "cg:claimant"),
        drop(RUMOURED, "cg:unattributed"),
        add(TOLD, "cg:unattributed true"),
    ],
    "claim-claimant": [swap(TOLD, "cg:claimant", "x:unknown"), add(TOLD, f"cg:claimant {VESLAND}")],
    "claim-held": [add(TOLD, 'cg:heldTrue "yes"')],
    "claim-unattributed": [swap(RUMOURED, "cg:unattributed", '"yes"')],
    "claim-addressee": [swap(TOLD, "cg:addressee", "x:unknown")],
    "claim-patient": [add(TOLD, "cg:patient x:unknown"), add(TOLD, f"cg:patient {STRIKE}")],
    "claim-source": [swap(TOLD, "cg:sourceMention", "x:unknown")],
    "claim-cue": [drop(TOLD, "cg:cueMention"), swap(TOLD, "cg:cueMention", "x:unknown")],
    "claim-content-span": [drop(TOLD, "cg:contentMention"), swap(TOLD, "cg:contentMention", "x:unknown")],
    "claim-content": [
        drop(TOLD, "cg:content"),
        swap(TOLD, "cg:content", '""'),
        add(TOLD, 'cg:content "something else"'),
    ],
    "claim-article": [drop(TOLD, "cg:reportedIn"), swap(TOLD, "cg:reportedIn", "x:unknown")],
    "claim-rule": [drop(TOLD, "cg:rule"), swap(TOLD, "cg:rule", '"claim verb"')],
    "claim-quotation": [drop(TOLD, "cg:quotation"), swap(TOLD, "cg:quotation", "cg:Assertion")],
    "claim-act": [drop(TOLD, "cg:speechAct"), add(TOLD, "cg:speechAct cg:Denial")],
    "claim-code": [swap(DENIED, "cg:ploverCode", '"ASSAULT"'), add(DENIED, 'cg:ploverCode "AGREE"')],
    "claim-embeds": [add(TOLD, "cg:embeds x:unknown"), add(TOLD, f"cg:embeds {STRIKE}")],
    "claim-describes": [add(TOLD, "cg:describes x:unknown"), add(TOLD, f"cg:describes {DENIED}")],
    "claim-supports": [add(TOLD, "cg:supports x:unknown")],
    "claim-disputes": [add(TOLD, "cg:disputes x:unknown")],
    "claim-expresses": [swap(TOLD, "cg:expresses", "x:unknown"), add(TOLD, "cg:expresses x:p . x:p a cg:Proposition")],
    "proposition-claim": [f"DELETE WHERE {{ ?claim cg:expresses {PROPOSITION} }}"],
    "chain-in-a-circle": [
        add(TOLD, f"cg:embeds {TOLD}"),
        add(DENIED, f"cg:embeds {TOLD} . {TOLD} cg:embeds {RUMOURED}"),
    ],
    "unknown-property": [add(TOLD, f"cg:claiment {VESLAND}")],
    "unknown-class": [add(STRIKE, "a cg:Drone")],
    "missing-superclass": [f"DELETE WHERE {{ {STRIKE} a cg:Airstrike }}", f"DELETE WHERE {{ {VESLAND} a cg:Actor }}"],
    "untyped": [f"DELETE WHERE {{ {TOLD} a cg:Claim }}", add("x:nothing", f"cg:agent {VESLAND}")],
    "two-natures": [add(VESLAND, "a cg:Place"), add(STRIKE, "a cg:Claim")],
}

# What describes the graph itself, and is not in the good graph: each update puts a sound description in first.
BUILT = f"{ARTICLE[1:-1].rpartition('article/')[0]}dataset/0123456789ab"
DATASET, BUILD, PART, DOCUMENT = f"<{BUILT}>", f"<{BUILT}/build>", f"<{BUILT}/class/Claim>", f"<{BUILT}/description>"
DESCRIBED = f"""INSERT DATA {{
    {DOCUMENT} a void:DatasetDescription ; foaf:primaryTopic {DATASET} .
    {DATASET} a void:Dataset, dcat:Dataset ; dcterms:title "Who says what"@en ; dcterms:description "Three claims."@en ;
        dcterms:conformsTo <https://w3id.org/claimgraph/ontology/0.1.0> ;
        dcterms:issued "2031-05-04T00:00:00Z"^^xsd:dateTime ;
        prov:wasGeneratedBy {BUILD} ; void:uriSpace "https://w3id.org/claimgraph/id/" ; void:classPartition {PART} ;
        void:triples 500 ; void:entities 60 ; void:classes 30 ; void:properties 40 .
    {PART} a void:Dataset ; void:class cg:Claim ; void:entities 3 .
    {BUILD} a prov:Activity ; prov:used {ARTICLE}, x:mine ; prov:wasAssociatedWith x:program ;
        prov:endedAtTime "2031-05-04T00:00:00Z"^^xsd:dateTime .
    x:mine a prov:Entity ; dcterms:title "mine.ttl" ; schema:additionalType "registry" ; schema:sha256 "{"0a" * 32}" .
    x:program a prov:SoftwareAgent ; dcterms:title "claimgraph" ; schema:softwareVersion "0.1.0" .
}}"""
DAY = '"2031-05-40T00:00:00Z"^^xsd:dateTime'
DESCRIPTION_BREAKS = {
    "description-topic": [drop(DOCUMENT, "foaf:primaryTopic"), swap(DOCUMENT, "foaf:primaryTopic", "x:unknown")],
    "dataset-title": [drop(DATASET, "dcterms:title"), add(DATASET, 'dcterms:title "Another"@en')],
    "dataset-description": [drop(DATASET, "dcterms:description"), swap(DATASET, "dcterms:description", '""')],
    "dataset-build": [drop(DATASET, "prov:wasGeneratedBy"), swap(DATASET, "prov:wasGeneratedBy", ARTICLE)],
    "dataset-standard": [drop(DATASET, "dcterms:conformsTo"), swap(DATASET, "dcterms:conformsTo", '"0.1.0"')],
    "dataset-issued": [swap(DATASET, "dcterms:issued", DAY), swap(DATASET, "dcterms:issued", '"May"')],
    "dataset-space": [swap(DATASET, "void:uriSpace", '""'), swap(DATASET, "void:uriSpace", "x:id")],
    "dataset-triples": [drop(DATASET, "void:triples"), swap(DATASET, "void:triples", "0")],
    "dataset-entities": [drop(DATASET, "void:entities"), add(DATASET, "void:entities 61")],
    "dataset-classes": [drop(DATASET, "void:classes"), swap(DATASET, "void:classes", '"many"')],
    "dataset-properties": [drop(DATASET, "void:properties"), swap(DATASET, "void:properties", "4.5")],
    "dataset-partition": [add(DATASET, "void:classPartition x:unknown")],
    "partition-class": [drop(PART, "void:class"), swap(PART, "void:class", '"Claim"')],
    "partition-entities": [drop(PART, "void:entities"), swap(PART, "void:entities", "-3")],
    "build-used": [drop(BUILD, "prov:used"), add(BUILD, 'prov:used "mine.ttl"')],
    "build-software": [drop(BUILD, "prov:wasAssociatedWith"), swap(BUILD, "prov:wasAssociatedWith", DARWISH)],
    "build-ended": [swap(BUILD, "prov:endedAtTime", DAY), add(BUILD, 'prov:endedAtTime "now"')],
    "file-use": [swap("x:mine", "schema:additionalType", '"a registry"')],
    "software-title": [drop("x:program", "dcterms:title"), add("x:program", 'dcterms:title "another"')],
    "SoftwareVersion": [drop("x:program", "schema:softwareVersion")],
    "summed-title": [drop("x:mine", "dcterms:title")],
    "summed-sum": [swap("x:mine", "schema:sha256", '"0a"'), add("x:mine", f'schema:sha256 "{"0b" * 32}"')],
}
BREAKS |= {shape: [f"{DESCRIBED} ; {update}" for update in all_] for shape, all_ in DESCRIPTION_BREAKS.items()}


def broken(*updates: str) -> Dataset:
    """The good graph without its second article, all as one graph, after some updates."""
    store = ox.Store()
    for quad in ox.parse(path=str(GOOD), format=ox.RdfFormat.TRIG):
        if SECOND not in str(quad):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    for update in updates:
        store.update(update, prefixes=PREFIXES)
    return dataset(store)
