"""What a reasoner infers on a built graph is what the graph says: types, codes and memberships are materialised.

A built graph is stripped of all that the ontology lets one infer; what two reasoners then infer is compared with what
the builder had written. The one deliberate difference: cg:partOf is transitive, and a graph has its steps only, so
that the nearest whole is known; the path cg:partOf+ walks them.
"""

import io
import shutil
from collections import defaultdict
from collections.abc import Iterable

import owlready2
import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.term import Node
from spacy.language import Language

import claimgraph
from claimgraph.resources import ONTOLOGY, SAMPLES
from claimgraph.vocabulary import BASE, CG

ERRORS = "http://www.daml.org/2002/03/agents/agent-ont#"  # where owlrl puts contradictions
TELLING = (RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso)
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs a Java runtime")
Triples = set[tuple[Node, Node, Node]]


@pytest.fixture(scope="module")
def axioms() -> Graph:
    """The ontology without what is only said to people."""
    graph = Graph(bind_namespaces="none").parse(ONTOLOGY)
    for predicate in (*graph.subjects(RDF.type, OWL.AnnotationProperty), *TELLING):
        graph.remove((None, predicate, None))
    return graph


def built(nlp: Language, axioms: Graph, name: str) -> Graph:
    """The graph of an article of the sample corpus, without properties of which the ontology says nothing."""
    graph = claimgraph.build(SAMPLES / name, nlp=nlp).valid.graph()
    for predicate in set(graph.predicates()) - {RDF.type}:
        if not list(axioms.objects(predicate, RDFS.domain)) and not list(axioms.objects(predicate, RDFS.range)):
            graph.remove((None, predicate, None))
    return graph


def above(kind: Node, axioms: Graph) -> set[Node]:
    """A class and those above it."""
    return {c for c in axioms.transitive_objects(kind, RDFS.subClassOf) if c is not None}


def bare(graph: Graph, axioms: Graph) -> Graph:
    """A graph without the types, codes and memberships that the ontology gives it back."""
    types: dict[Node, set[Node]] = defaultdict(set)
    for node, kind in graph.subject_objects(RDF.type):
        types[node].update(above(kind, axioms) - {kind})
    kept = Graph(bind_namespaces="none")
    for s, p, o in graph:
        if not (p in (CG.ploverCode, CG.memberOf) or (p == RDF.type and o in types[s])):
            kept.add((s, p, o))
    assert len(graph) - len(kept) > 50
    return kept


def own(triples: Iterable[tuple[Node, Node, Node]]) -> Triples:
    """What is said of instances in the ontology's terms."""
    terms = str(CG)
    return {
        (s, p, o) for s, p, o in triples if str(s).startswith(BASE) and str(o if p == RDF.type else p).startswith(terms)
    }


def steps_joined(graph: Graph) -> Triples:
    """All that is part of what by way of others."""
    return {
        (part, CG.partOf, whole)
        for part in set(graph.subjects(CG.partOf))
        for step in graph.objects(part, CG.partOf)
        for whole in graph.transitive_objects(step, CG.partOf)
        if whole is not None
    }


def test_the_rules_of_owl_2_rl_give_back_what_is_written_and_no_more(nlp: Language, axioms: Graph) -> None:
    graph = built(nlp, axioms, "qalam-press-convoy.txt")
    inferred = bare(graph, axioms) + axioms
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(inferred)
    assert list(inferred.objects(None, URIRef(f"{ERRORS}error"))) == []
    wholes = steps_joined(graph)
    assert wholes - set(graph), "no body is part of a part: the difference is not looked at"
    assert own(graph) - own(inferred) == set()
    assert own(inferred) - own(graph) - wholes == set()


@needs_java
def test_hermit_gives_back_what_is_written_and_no_more(nlp: Language, axioms: Graph) -> None:
    graph = built(nlp, axioms, "tigris-dispatch-march.txt")
    stripped = bare(graph, axioms)
    for literal in {o for o in stripped.objects() if isinstance(o, Literal)}:  # HermiT stumbles over dates
        stripped.remove((None, None, literal))
    inferred = realised(stripped + axioms)
    for node, kind in list(inferred.subject_objects(RDF.type)):  # owlready2 tells the narrowest types only
        for wider in above(kind, axioms):
            inferred.add((node, RDF.type, wider))
    between = {t for t in own(graph) if not isinstance(t[2], Literal)}  # owlready2 asks HermiT for no values
    assert between - own(inferred) == set()
    assert {t for t in own(inferred) if not isinstance(t[2], Literal)} - between - steps_joined(graph) == set()


def realised(graph: Graph) -> Graph:
    """A graph with what HermiT infers of its individuals: types, and properties between them."""
    world = owlready2.World()
    try:
        written = io.BytesIO(graph.serialize(format="nt", encoding="utf-8"))
        ontology = world.get_ontology(str(CG)).load(fileobj=written)
        with ontology:
            owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
        told = io.BytesIO()
        ontology.save(file=told, format="ntriples")
    finally:
        world.close()
    return Graph(bind_namespaces="none").parse(data=told.getvalue(), format="nt")


def test_what_is_written_is_missed_where_the_ontology_does_not_give_it(nlp: Language, axioms: Graph) -> None:
    graph = built(nlp, axioms, "tigris-dispatch-march.txt")
    poorer = Graph(bind_namespaces="none")
    for triple in axioms:
        if triple[1] != RDFS.subClassOf:
            poorer.add(triple)
    inferred = bare(graph, axioms) + poorer
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(inferred)
    assert {p for _, p, _ in own(graph) - own(inferred)} >= {RDF.type, CG.ploverCode}
