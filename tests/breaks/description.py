"""Breaks of shapes/description.ttl. The good graph says nothing of itself: each puts a sound description in first."""

from .good import ARTICLE, DARWISH, add, drop, swap

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
_BREAKS = {
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
BREAKS = {shape: [f"{DESCRIBED} ; {update}" for update in updates] for shape, updates in _BREAKS.items()}
