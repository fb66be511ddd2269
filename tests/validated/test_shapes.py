"""Every shape is broken by some graph, and every class and property of the ontology is under some shape."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from breaks import (
    BREAKS,
    CLERK,
    HARMLESS,
    JOIN,
    KILLED,
    NAME,
    PORT,
    PROPOSITION,
    STRIKE,
    TOLD,
    VESLAND,
    add,
    broken,
    text,
    whole,
)
from breaks.__main__ import main
from claimgraph.resources import ONTOLOGY
from claimgraph.validated import check, shacl
from claimgraph.validated.report import Severity
from shapespage import constraints

SHAPES = "https://w3id.org/claimgraph/shapes#"
CG = "https://w3id.org/claimgraph/ontology#"
TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


def test_the_good_graph_conforms() -> None:
    report = check(broken(whole(text())))
    assert report.violations == ()
    assert report.conforms


@pytest.mark.parametrize(("shape", "update"), [(shape, update) for shape, all_ in BREAKS.items() for update in all_])
def test_a_broken_graph_is_told_of_by_the_shape_for_it(shape: str, update: str) -> None:
    report = check(broken(update))
    found = [v for v in report.violations if v.shape == SHAPES + shape]
    assert found
    assert all(v.message and v.name != v.shape and "{?" not in v.message for v in found)
    assert report.conforms == all(v.severity is not Severity.VIOLATION for v in report.violations)


def test_the_tool_tells_what_was_caught(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(
        "breaks.__main__.BREAKS", {"claim-cue": BREAKS["claim-cue"], "demonym": [add(TOLD, "a cg:Claim")]}
    )
    assert main() == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["caught", "caught", "MISSED", "2"]
    assert lines[-1] == "2 of 3 breaks caught, by 2 shapes"


@pytest.mark.parametrize("change", HARMLESS)
def test_a_harmless_change_leaves_it_conformant(change: str) -> None:
    assert check(broken(change)).violations == ()


@settings(max_examples=10, deadline=None)
@given(st.sets(st.sampled_from(HARMLESS)))
def test_harmless_changes_together_leave_it_conformant(changes: set[str]) -> None:
    assert check(broken(*sorted(changes))).violations == ()


@pytest.mark.parametrize("asked_of", ["pyoxigraph", "rdflib"])
def test_offsets_count_characters_beyond_the_first_65536_as_one(asked_of: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if asked_of == "rdflib":
        monkeypatch.delattr("claimgraph.validated.data.DataGraph.query")
    moved = """DELETE { ?s ?end ?n ; nif:anchorOf ?t } INSERT { ?s ?end ?more ; nif:anchorOf ?words }
        WHERE { ?s nif:anchorOf ?t ; nif:endIndex ?n BIND (REPLACE(?t, "a rocket", "\U0001f680 rocket") AS ?words) }"""
    changed = text().replace("a rocket", "\U0001f680 rocket")
    found = {v.shape.removeprefix(SHAPES) for v in check(broken(moved, whole(changed))).violations}
    assert "span-of-text" not in found
    assert "span-length" not in found
    found = {v.shape.removeprefix(SHAPES) for v in check(broken(moved, whole("\U0001f680" + changed))).violations}
    assert "span-of-text" in found


def test_every_shape_is_broken_above() -> None:
    assert {str(s).removeprefix(SHAPES) for s in constraints(shacl.shapes())} == set(BREAKS)


@pytest.mark.parametrize("shape", sorted(constraints(shacl.shapes())))
def test_every_shape_says_what_it_is_about(shape: URIRef) -> None:
    graph = shacl.shapes()
    assert graph.value(shape, SH.name)
    assert str(graph.value(shape, SH.message)).endswith(".")
    carrier = next(graph.subjects(SH.sparql, shape), shape)
    assert graph.value(carrier, SH.severity) in {SH.Violation, SH.Warning}


def test_every_shape_hangs_on_a_target() -> None:
    graph = shacl.shapes()
    for shape in constraints(shacl.shapes()):
        carriers = {shape, *graph.subjects(SH.property, shape), *graph.subjects(SH.sparql, shape)}
        assert any((c, t, None) in graph for c in carriers for t in TARGETS), shape


def test_every_class_with_instances_is_targeted() -> None:
    graph, ontology = shacl.shapes(), shacl.ontology()
    values = {o for s, o in ontology.subject_objects(RDF.type) if str(s).startswith(CG)}  # classes of closed lists
    targets = set(graph.objects(None, SH.targetClass))
    for one in ontology.subjects(RDF.type, OWL.Class):
        if isinstance(one, URIRef) and str(one).startswith(CG) and one not in values:
            assert targets & set(ontology.transitive_objects(one, RDFS.subClassOf)), one


@cache
def whole_ontology() -> Graph:
    return Graph(bind_namespaces="none").parse(ONTOLOGY)


def demanded(shape: Node) -> set[Node]:
    """The classes, datatypes and values of which a shape takes one."""
    graph = shacl.shapes()
    found = set(graph.objects(shape, SH["class"])) | set(graph.objects(shape, SH.datatype))
    for values in graph.objects(shape, SH["in"]):
        found |= set(graph.items(values))
    for branches in graph.objects(shape, SH["or"]):
        found |= {one for branch in graph.items(branches) for one in demanded(branch)}
    return found


def members(named: Node) -> set[Node]:
    """A class or datatype of the ontology, or what a union or a list of values is made of."""
    ontology = whole_ontology()
    listed = [
        one
        for p in (OWL.unionOf, OWL.oneOf)
        for several in ontology.objects(named, p)
        for one in ontology.items(several)
    ]
    equal = (
        [o for c in ontology.objects(named, OWL.equivalentClass) for o in members(c)]
        if isinstance(named, URIRef)
        else []
    )
    return {named, *listed, *equal}


PROPERTIES = sorted(
    p
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
    for p in shacl.ontology().subjects(RDF.type, kind)
    if isinstance(p, URIRef) and str(p).startswith(CG)
)


@pytest.mark.parametrize("prop", PROPERTIES)
def test_every_property_has_its_range_under_a_shape(prop: URIRef) -> None:
    ontology = whole_ontology()
    allowed = {one for named in ontology.objects(prop, RDFS.range) for one in members(named)}
    shapes = [s for s in shacl.shapes().subjects(SH.path, prop) if isinstance(s, URIRef)]
    wanted = [demanded(shape) for shape in shapes]
    if prop in BY_OTHER_SHAPES:
        return
    assert any(wanted), "no shape says what its values are"
    texts = {one for one in allowed if isinstance(one, Literal)}
    for one in {one for several in wanted for one in several} if allowed else ():
        assert one in (texts or {one} if isinstance(one, Literal) else allowed | ({XSD.string} if texts else set())), (
            one
        )


# What its values are is demanded of the values themselves, by sh:equals with a path, or by a query.
BY_OTHER_SHAPES = {URIRef(CG + name) for name in ("affiliation", "memberOf", "joins")}


# A node of the good graph for each class that has properties.
NODES = {
    "Claim": TOLD,
    "Event": STRIKE,
    "Figure": KILLED,
    "Mention": NAME,
    "Actor": VESLAND,
    "State": VESLAND,
    "Place": PORT,
    "Affiliation": CLERK,
    "Proposition": PROPOSITION,
    "Join": JOIN,
}


def test_a_value_of_the_wrong_kind_is_found_whatever_the_property() -> None:
    """A number where a node should be, a node where a text, a number or a date should be: one of each, in one graph."""
    updates = []
    for prop in PROPERTIES:
        classes = {str(one).removeprefix(CG) for d in shacl.ontology().objects(prop, RDFS.domain) for one in members(d)}
        node = next((NODES[name] for name in sorted(classes) if name in NODES), TOLD)
        between_nodes = (prop, RDF.type, OWL.ObjectProperty) in shacl.ontology()
        updates.append(add(node, f"<{prop}> {'7' if between_nodes else 'x:thing'}"))
    found = check(broken(*updates)).violations
    paths = {v.path for v in found} | {CG + "affiliation" for v in found if v.shape == SHAPES + "HeldAffiliation"}
    equal = {CG + "memberOf" for v in found if v.shape == SHAPES + "member-of"}
    assert [prop for prop in PROPERTIES if str(prop) not in paths | equal] == []


@pytest.mark.parametrize("prop", PROPERTIES)
def test_every_property_is_kept_to_the_classes_that_have_it(prop: URIRef) -> None:
    name = str(prop).removeprefix(CG)
    assert any(re.search(rf"cg:{name}\b", update) for s in ("out-of-domain", "out-of-place") for update in BREAKS[s])


def test_the_closed_lists_are_those_of_the_ontology() -> None:
    graph, ontology = shacl.shapes(), Graph().parse(ONTOLOGY)
    for name in ("Factuality", "Quotation", "SpeechAct", "Measure", "Polarity"):
        (listed,) = graph.objects(URIRef(SHAPES + name), SH["in"])
        assert set(graph.items(listed)) == set(ontology.subjects(RDF.type, URIRef(CG + name)))
