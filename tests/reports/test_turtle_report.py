"""`validate --format turtle`: a sh:ValidationReport, read by rdflib and held to shapes for reports by pyshacl."""

from collections.abc import Callable
from pathlib import Path

import pyshacl
from rdflib import DCTERMS, RDF, SH, BNode, Graph, Literal, URIRef

from checked import PREFIXES, written
from claimgraph.validated import shacl

Run = Callable[..., tuple[int, str, str]]
E = "https://e.org/"
# https://www.w3.org/TR/shacl/#validation-report
OF_REPORTS = f"""{PREFIXES}
e:Report sh:targetClass sh:ValidationReport ;
    sh:property [ sh:path sh:conforms ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:boolean ] ,
        [ sh:path sh:result ; sh:class sh:ValidationResult ] ;
    sh:xone ( [ sh:property [ sh:path sh:conforms ; sh:hasValue true ] , [ sh:path sh:result ; sh:maxCount 0 ] ]
              [ sh:property [ sh:path sh:conforms ; sh:hasValue false ] , [ sh:path sh:result ; sh:minCount 1 ] ] ) .
e:Result sh:targetClass sh:ValidationResult ;
    sh:property [ sh:path sh:focusNode ; sh:minCount 1 ; sh:maxCount 1 ] ,
        [ sh:path sh:resultSeverity ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path sh:sourceConstraintComponent ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path sh:resultPath ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ] ,
        [ sh:path sh:value ; sh:maxCount 1 ] ,
        [ sh:path sh:sourceShape ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ] ,
        [ sh:path sh:resultMessage ; sh:minCount 1 ; sh:datatype xsd:string ] .
"""


def report(text: str) -> Graph:
    """The graph of a report that the shapes for reports have nothing against."""
    graph = Graph().parse(data=text, format="turtle")
    conforms, _, told = pyshacl.validate(graph, shacl_graph=Graph().parse(data=OF_REPORTS), meta_shacl=True)
    assert conforms, told
    return graph


def test_a_report_for_each_file(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    good = tmp_path / "good.ttl"
    good.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    code, out, _ = run("validate", graph, good, "--shapes", shapes, "--format", "turtle")
    told = report(out)
    assert code == 1
    (bad,) = told.subjects(DCTERMS.source, Literal(str(graph)))
    (fine,) = told.subjects(DCTERMS.source, Literal(str(good)))
    assert len(list(told.objects(bad, SH.result))) == 9
    assert told.value(fine, SH.conforms) == Literal(True)


def test_terms_are_the_graphs_own(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    told = report(run("validate", graph, "--shapes", shapes, "--format", "turtle")[1])
    assert Literal("Ann", lang="en") in set(told.objects(None, SH.value))
    assert URIRef(f"{E}Critical") in set(told.objects(None, SH.resultSeverity))
    nodes = set(told.objects(None, SH.focusNode))
    assert {type(node) for node in nodes} == {URIRef, BNode, Literal}
    query = next(told.subjects(SH.sourceConstraint, URIRef(f"{E}hails")))
    assert told.value(query, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent


def test_it_says_what_pyshacl_says(run: Run, tmp_path: Path) -> None:
    """But for blank nodes, whose names are each one's own."""
    graph, shapes = written(tmp_path)
    told = report(run("validate", graph, "--shapes", shapes, "--format", "turtle")[1])
    data, asked = Graph().parse(graph), Graph().parse(shapes)
    _, theirs, _ = pyshacl.validate(data, shacl_graph=asked)
    about = (SH.focusNode, SH.value, SH.resultSeverity, SH.sourceConstraintComponent, SH.resultPath)

    def rows(results: Graph) -> list[list[str]]:
        found = results.subjects(RDF.type, SH.ValidationResult)
        values = ([results.value(one, p) for p in about] for one in found)
        return sorted(["_:" if isinstance(v, BNode) else repr(v) for v in row] for row in values)

    assert rows(told) == rows(theirs)


def test_claimgraphs_own_shapes(run: Run, tmp_path: Path) -> None:
    sample = (Path(__file__).parents[1] / "cli" / "sample.trig").read_text(encoding="utf-8")
    graph = tmp_path / "bad.trig"
    graph.write_text(sample.replace("cg:speechAct cg:Denial", "cg:speechAct cg:Denying"), encoding="utf-8")
    told = report(run("validate", graph, "--format", "turtle")[1])
    for shape in told.objects(None, SH.sourceShape):
        assert (shape, None, None) in shacl.shapes()


def test_the_same_bytes_again(run: Run, tmp_path: Path) -> None:
    """Blank nodes without a label get a random one from the parser."""
    graph, shapes = written(tmp_path)
    asked = ("validate", graph, "--shapes", shapes, "--format", "turtle")
    assert run(*asked)[1] == run(*asked)[1]


def test_the_reports_can_be_checked_by_validate(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    run("validate", graph, "--shapes", shapes, "--format", "turtle", "-o", tmp_path / "report.ttl")
    (tmp_path / "reports.ttl").write_text(OF_REPORTS, encoding="utf-8")
    assert run("validate", tmp_path / "report.ttl", "--shapes", tmp_path / "reports.ttl")[0] == 0
