"""Changes of the good graph that no shape has anything against."""

from .good import ARTICLE, DARWISH, DENIED, KILLED, MOVE, NAME, PORT, STRIKE, TOLD, VESLAND, add, drop, swap

HARMLESS = [
    add("x:somebody", "a x:Visitor ; x:saw x:nothing"),
    add("x:file", "a <http://rdfs.org/ns/void#Dataset> ; dcterms:title 'A graph' ; dcterms:created '2031'^^xsd:gYear"),
    add(ARTICLE, "<http://www.w3.org/ns/prov#wasDerivedFrom> x:feed"),
    add(VESLAND, "<http://www.w3.org/2000/01/rdf-schema#seeAlso> x:vesland ; skos:exactMatch x:Q1 , x:Q2"),
    add(VESLAND, "skos:prefLabel 'Vesland'@de ; skos:altLabel 'Westland'@de ; cg:demonym 'veslandais'@fr"),
    add(NAME, "nif:sentence " + f"<{ARTICLE[1:-1]}#char=0,172>"),
    add(TOLD, "cg:heldTrue false"),
    add(MOVE, 'cg:begin "2031-05"^^xsd:gYearMonth ; cg:end "2031-05-08"^^xsd:date ; cg:dateText "has moved"'),
    add(MOVE, "cg:sameEvent x:move . x:move a x:SharedEvent"),
    add(DARWISH, 'cg:identifiedBy "join.spelling"'),
    add(KILLED, 'cg:asOf "2031-05-07"^^xsd:date'),
    swap(KILLED, "cg:upperValue", "13.0"),
    swap(STRIKE, "cg:date", '"2028-02-29"^^xsd:date'),
    swap(ARTICLE, "dcterms:issued", '"2031-05-08T23:59:59+03:00"^^xsd:dateTime'),
    swap(ARTICLE, "dcterms:source", '"handed in"'),
    *(drop(ARTICLE, p) for p in ("dcterms:title", "dcterms:issued", "dcterms:source")),
    *(drop(STRIKE, p) for p in ("cg:agent", "cg:patient", "cg:instrument", "cg:location")),
    drop(STRIKE, "cg:date"),
    drop(KILLED, "cg:upperValue"),
    drop(KILLED, "cg:approximate"),
    drop(DENIED, "cg:disputes"),
    drop(TOLD, "cg:addressee"),
    drop(TOLD, "cg:sourceMention"),
    drop(PORT, "cg:partOf"),
]
