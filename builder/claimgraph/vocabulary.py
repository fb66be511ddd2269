# ruff: noqa: N815  terms are spelt as the ontology spells them
"""Namespaces and terms, the one place for them, but for the classes of events, which `eventclasses.py` lists.

A term that is not listed fails where it is used. The listed terms are those of `ontology/claimgraph.ttl`, which a test
holds to.
"""

from functools import lru_cache

from rdflib import DCAT, DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS, VOID, XSD, Graph, URIRef
from rdflib.namespace import DefinedNamespace, Namespace

from claimgraph.errors import InputError
from claimgraph.eventclasses import EventClasses
from claimgraph.resources import ONTOLOGY

BASE = "https://w3id.org/claimgraph/id/"


class CG(EventClasses):
    """The terms of the ontology, those of `eventclasses.py` among them."""

    _NS = Namespace("https://w3id.org/claimgraph/ontology#")
    _fail = True

    # classes
    ActOfSpeaking: URIRef
    Actor: URIRef
    Affiliation: URIRef
    ArmedGroup: URIRef
    Article: URIRef
    Claim: URIRef
    Event: URIRef
    Factuality: URIRef
    Figure: URIRef
    GovernmentBody: URIRef
    Group: URIRef
    InternationalOrganization: URIRef
    Item: URIRef
    Join: URIRef
    Lineage: URIRef
    Measure: URIRef
    MediaOutlet: URIRef
    Mention: URIRef
    MilitaryForce: URIRef
    Organization: URIRef
    Person: URIRef
    Place: URIRef
    Polarity: URIRef
    PoliticalParty: URIRef
    Proposition: URIRef
    Quotation: URIRef
    Sentence: URIRef
    SharedEvent: URIRef
    SpeechAct: URIRef
    State: URIRef
    UnnamedGroup: URIRef

    # values
    Accusation: URIRef
    Affirmed: URIRef
    Assertion: URIRef
    Attributed: URIRef
    Belief: URIRef
    Condemnation: URIRef
    Count: URIRef
    Demand: URIRef
    Denial: URIRef
    Denied: URIRef
    Direct: URIRef
    Endorsement: URIRef
    Hypothetical: URIRef
    Indirect: URIRef
    Injured: URIRef
    Intended: URIRef
    Killed: URIRef
    KilledOrInjured: URIRef
    Mixed: URIRef
    Money: URIRef
    Negated: URIRef
    Percentage: URIRef
    Prediction: URIRef
    Promise: URIRef
    Question: URIRef
    Stated: URIRef
    Threat: URIRef
    Troops: URIRef
    Votes: URIRef

    # properties between nodes
    addressee: URIRef
    affiliation: URIRef
    agent: URIRef
    changedFrom: URIRef
    claimant: URIRef
    conflictsWith: URIRef
    contentMention: URIRef
    cueMention: URIRef
    describes: URIRef
    destination: URIRef
    disputes: URIRef
    embeds: URIRef
    evidence: URIRef
    expresses: URIRef
    factuality: URIRef
    figure: URIRef
    instrument: URIRef
    joins: URIRef
    lineage: URIRef
    location: URIRef
    measures: URIRef
    member: URIRef
    memberOf: URIRef
    mentions: URIRef
    organization: URIRef
    origin: URIRef
    partOf: URIRef
    patient: URIRef
    place: URIRef
    polarity: URIRef
    quotation: URIRef
    recipient: URIRef
    relation: URIRef
    reportedIn: URIRef
    sameAct: URIRef
    sameEvent: URIRef
    sourceMention: URIRef
    speechAct: URIRef
    supports: URIRef
    territory: URIRef
    toldAs: URIRef
    variantOf: URIRef

    # properties with text, numbers and dates
    approximate: URIRef
    asOf: URIRef
    begin: URIRef
    content: URIRef
    date: URIRef
    dateText: URIRef
    demonym: URIRef
    end: URIRef
    feature: URIRef
    identifiedBy: URIRef
    metonym: URIRef
    ploverCode: URIRef
    role: URIRef
    rule: URIRef
    score: URIRef
    since: URIRef
    unattributed: URIRef
    heldTrue: URIRef
    unit: URIRef
    until: URIRef
    upperValue: URIRef
    value: URIRef


class NIF(DefinedNamespace):
    """The terms of NIF 2.0 that describe spans of a text."""

    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    _fail = True

    anchorOf: URIRef
    beginIndex: URIRef
    endIndex: URIRef
    isString: URIRef
    referenceContext: URIRef
    sentence: URIRef


class SCHEMA(DefinedNamespace):
    """The terms of schema.org that describe files and software."""

    _NS = Namespace("https://schema.org/")
    _fail = True

    additionalType: URIRef
    sha256: URIRef
    softwareVersion: URIRef


PREFIXES = {
    "cg": str(CG),
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "nif": str(NIF),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "void": str(VOID),
    "xsd": str(XSD),
}


@lru_cache(maxsize=256)
def superclasses(name: str) -> tuple[str, ...]:
    """A class of the ontology and the classes above it, itself first, without namespace.

    Raises InputError where the ontology has no such class.
    """
    graph = _ontology()
    if (_term(name), RDF.type, OWL.Class) not in graph:
        raise InputError(f"the ontology has no class {name!r}: correct the name or add the class to {ONTOLOGY.name}")
    parents = sorted(c for c in graph.objects(_term(name), RDFS.subClassOf) if isinstance(c, URIRef) and c in CG)
    return tuple(dict.fromkeys([name, *(above for c in parents for above in superclasses(c.removeprefix(str(CG))))]))


@lru_cache(maxsize=256)
def plover_code(name: str) -> str | None:
    """The PLOVER code of a class of events or of a speech act; None where it has none.

    Raises InputError where the ontology has no such term.
    """
    graph = _ontology()
    if (_term(name), RDF.type, OWL.NamedIndividual) in graph:
        own = graph.value(_term(name), CG.ploverCode)
        return None if own is None else str(own)
    for above in superclasses(name):
        for required in graph.objects(_term(above), RDFS.subClassOf):
            if (required, OWL.onProperty, CG.ploverCode) in graph:
                return str(graph.value(required, OWL.hasValue))
    return None


def ontology_version() -> tuple[str, str]:
    """The version IRI of the ontology, and its number."""
    graph = _ontology()
    home = graph.value(None, RDF.type, OWL.Ontology)
    return str(graph.value(home, OWL.versionIRI)), str(graph.value(home, OWL.versionInfo))


def _term(name: str) -> URIRef:
    return URIRef(str(CG) + name)


@lru_cache(maxsize=1)
def _ontology() -> Graph:
    return Graph(bind_namespaces="none").parse(ONTOLOGY)
