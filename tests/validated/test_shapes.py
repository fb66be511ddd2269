"""Every shape is broken by some graph, and every class with instances is under some shape."""

import pytest
from rdflib import OWL, RDF, RDFS, SH, URIRef

from breaks import BREAKS, broken
from claimgraph.validated import check, shacl
from claimgraph.validated.report import Severity

SHAPES = "https://w3id.org/claimgraph/shapes#"
CG = "https://w3id.org/claimgraph/ontology#"
TARGETS = {SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf}
HOLDERS = TARGETS | {RDF.type, SH.property, SH.sparql, SH.name, SH.message, SH.severity}


def constraints() -> set[URIRef]:
    """What can find something: property shapes, queries, and node shapes with constraints of their own."""
    graph = shacl.shapes()
    found = set(graph.subjects(RDF.type, SH.PropertyShape)) | set(graph.subjects(RDF.type, SH.SPARQLConstraint))
    found |= {s for s in graph.subjects(RDF.type, SH.NodeShape) if set(graph.predicates(s)) - HOLDERS}
    return {s for s in found if isinstance(s, URIRef)}


def test_the_good_graph_conforms() -> None:
    report = check(broken())
    assert report.violations == ()
    assert report.conforms


@pytest.mark.parametrize(("shape", "update"), [(shape, update) for shape, all_ in BREAKS.items() for update in all_])
def test_a_broken_graph_is_told_of_by_the_shape_for_it(shape: str, update: str) -> None:
    report = check(broken(update))
    found = [v for v in report.violations if v.shape == SHAPES + shape]
    assert found
    assert all(v.message and v.name != v.shape for v in found)
    assert report.conforms == all(v.severity is not Severity.VIOLATION for v in report.violations)


def test_every_shape_is_broken_above() -> None:
    assert {str(s).removeprefix(SHAPES) for s in constraints()} == set(BREAKS)


@pytest.mark.parametrize("shape", sorted(constraints()))
def test_every_shape_says_what_it_is_about(shape: URIRef) -> None:
    graph = shacl.shapes()
    assert graph.value(shape, SH.name)
    assert str(graph.value(shape, SH.message)).endswith(".")
    carrier = next(graph.subjects(SH.sparql, shape), shape)
    assert graph.value(carrier, SH.severity) in {SH.Violation, SH.Warning}


def test_every_shape_hangs_on_a_target() -> None:
    graph = shacl.shapes()
    for shape in constraints():
        carriers = {shape, *graph.subjects(SH.property, shape), *graph.subjects(SH.sparql, shape)}
        assert any((c, t, None) in graph for c in carriers for t in TARGETS), shape


def test_every_class_with_instances_is_targeted() -> None:
    graph, ontology = shacl.shapes(), shacl.ontology()
    values = {o for s, o in ontology.subject_objects(RDF.type) if str(s).startswith(CG)}  # classes of closed lists
    targets = set(graph.objects(None, SH.targetClass))
    for one in ontology.subjects(RDF.type, OWL.Class):
        if isinstance(one, URIRef) and str(one).startswith(CG) and one not in values:
            assert targets & set(ontology.transitive_objects(one, RDFS.subClassOf)), one


def test_every_property_is_under_a_shape() -> None:
    paths = {str(o) for p in (SH.path, SH.inversePath, SH.equals) for o in shacl.shapes().objects(None, p)}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for one in shacl.ontology().subjects(RDF.type, kind):
            assert not str(one).startswith(CG) or str(one) in paths, one
