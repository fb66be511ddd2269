"""The bugs of others in docs/interoperation.md are still there: what is mended there fails here, and is struck off."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import XSD, Graph, Literal

from interop import tools
from interop.virtuoso import Virtuoso

PAGE = Path(__file__).parents[2] / "docs" / "interoperation.md"
X = "PREFIX : <urn:x:>\n"


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def rows(tool: tools.Tool, folder: Path, turtle: str, query: str) -> list[list[str | None]]:
    graph = put(folder, "proof.ttl", "@prefix : <urn:x:> .\n" + turtle)
    (told,) = tool.ask("rows", graph, put(folder, "proof.rq", X + query))
    return [[term and term["value"] for term in row] for row in told["rows"]]


PATHS = ":m :of :e ; :in :s . :s :text 't' . :c :about :e ; :from :a . :a :name 'n' ."
TWICE = "SELECT ?t ?n { ?m :of ?e ; :in/:text ?t . { SELECT ?e ?c { ?c :about ?e } } ?c :from/:name ?n }"
FIRST = 'SELECT (MIN(?x) AS ?first) { VALUES ?x { "a" "B" } }'


def test_comunica_takes_two_paths_round_a_subquery_for_one(node: tools.Tool, folder: Path) -> None:
    assert rows(node, folder, PATHS, TWICE) == []


def test_comunica_compares_strings_by_the_locale(node: tools.Tool, folder: Path) -> None:
    assert rows(node, folder, PATHS, FIRST) == [["a"]]


def test_jena_does_neither(jena: tools.Tool, folder: Path) -> None:
    assert rows(jena, folder, PATHS, TWICE) == [["t", "n"]]
    assert rows(jena, folder, PATHS, FIRST) == [["B"]]


def test_jsonld_js_makes_infinity_no_number(node: tools.Tool, folder: Path) -> None:
    text = f'{{"@id": "urn:x:a", "urn:x:p": {{"@value": "INF", "@type": "{XSD.double}"}}}}'
    (told,) = node.ask("quads", put(folder, "proof.jsonld", text))
    assert told["quads"] == f'<urn:x:a> <urn:x:p> "NaN"^^<{XSD.double}> .\n'


DOTS = "<urn:x:a> <urn:x:p> <http://example.org/a/../b> .\n"


def test_dot_segments_are_taken_out_by_jena_in_turtle_and_kept_by_n3(
    jena: tools.Tool, node: tools.Tool, folder: Path
) -> None:
    turtle, triples = put(folder, "dots.ttl", DOTS), put(folder, "dots.nt", DOTS)
    assert [told["quads"] for told in node.ask("quads", turtle, triples)] == [DOTS, DOTS]
    assert [told["quads"] for told in jena.ask("quads", turtle, triples)] == [DOTS.replace("a/../", ""), DOTS]


SHAPES = """@prefix : <urn:x:> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:date sh:targetSubjectsOf :on ; sh:property [ sh:path :on ; sh:datatype xsd:date ] .
:less sh:targetSubjectsOf :low ; sh:property [ sh:path :low ; sh:lessThan :high ] .
:kind sh:targetSubjectsOf :has ; sh:property [ sh:path :has ; sh:class :Broad ] .
:text sh:targetSubjectsOf :says ; sh:property [ sh:path :says ; sh:datatype xsd:string ] .
:asks sh:targetSubjectsOf :asked ; sh:sparql :question .
:question sh:select "SELECT $this ?value { $this <urn:x:asked> ?value }" .
"""
DATA = """@prefix : <urn:x:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:a :on "2031-02-30"^^xsd:date . :b :low "x"^^xsd:decimal ; :high 2 . :c :has :d . :d a :Narrow . :e :asked :f .
:g :says "\\U0001F680" .
:Narrow rdfs:subClassOf :Broad .
"""


def test_what_jena_and_shacl_engine_find(jena: tools.Tool, node: tools.Tool, folder: Path) -> None:
    files = [put(folder, f"{name}.ttl", text) for name, text in (("s", SHAPES), ("none", ""), ("d", DATA))]
    (right,), (wrong,) = jena.ask("findings", *files), node.ask("findings", *files)
    assert sorted(one["focus"] for one in right) == ["urn:x:a", "urn:x:b", "urn:x:e"]
    assert sorted(one["focus"] for one in wrong) == ["urn:x:c", "urn:x:e", "urn:x:g"], "dates and so on"
    assert [one["constraint"] for one in right if one["focus"] == "urn:x:e"] == [None], "Jena tells no sourceConstraint"


def test_rdflib() -> None:
    assert not Literal("2031-13", datatype=XSD.gYearMonth).ill_typed
    assert Literal("2031-05-07T24:00:00", datatype=XSD.dateTime).ill_typed


def test_rdflib_reads_numbers_without_quotation_marks_by_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    (bare,) = Graph().parse(data="<urn:x:a> <urn:x:p> 01 .", format="turtle").objects()
    assert str(bare) == "1"


def test_pyoxigraph_gives_a_triple_of_two_graphs_twice_and_rewrites_numbers() -> None:
    store = ox.Store()
    store.load(b"<urn:g> { <urn:a> <urn:p> 4.0 } <urn:h> { <urn:a> <urn:p> 4.0 }", format=ox.RdfFormat.TRIG)
    found = store.query("SELECT ?o { ?s ?p ?o }", use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    assert [str(row["o"]) for row in found] == [f'"4"^^<{XSD.decimal}>'] * 2


def given(server: Virtuoso, query: str) -> list[str]:
    server.load("urn:x:proof", b"<urn:x:a> <urn:x:p> <urn:x:b> .")
    return [row["x"]["value"] for row in server.ask(query, "urn:x:proof")["results"]["bindings"] if "x" in row]


def test_virtuoso(virtuoso: Virtuoso) -> None:
    unbound = "<urn:x:a> <urn:x:p> ?b OPTIONAL { ?b <urn:x:q> ?u }"
    error = f'SELECT ?x {{ {unbound} BIND(COALESCE(CONCAT(STR(?u), "b"), "none") AS ?x) }}'
    assert given(virtuoso, error) == ["b"], "an error in CONCAT is an error of the whole, by SPARQL 1.1: none"
    assert given(virtuoso, "SELECT (true AS ?x) { <urn:x:a> <urn:x:p> ?b }") == ["1"]
    with pytest.raises(ValueError, match="transitive start not given"):
        given(virtuoso, "SELECT ?x { ?x <urn:x:p>+ ?y }")


DAY = ':s :day "2031-02-30"^^<http://www.w3.org/2001/XMLSchema#date> ; :from 5 ; :to 7 .'
DATED = f":Dated a sh:NodeShape ; sh:targetNode :s ; sh:property [ sh:path :day ; sh:datatype <{XSD.date}> ] ."
SUMMED = """:Summed a sh:NodeShape ; sh:targetNode :s ; sh:sparql [ a sh:SPARQLConstraint ; sh:message "Three." ;
    sh:select "PREFIX : <urn:x:> SELECT $this WHERE { $this :from ?a ; :to ?b . FILTER (?b - ?a + 1 != 3) }" ] ."""


@pytest.mark.parametrize("shape", [DATED, SUMMED])
def test_pyrudof(shape: str) -> None:
    rudof = pytest.importorskip("pyrudof", reason="needs rudof: pip install pyrudof (in the extra `test`)")
    prefixes = "@prefix : <urn:x:> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    engine = rudof.Rudof(rudof.RudofConfig())
    engine.read_data(prefixes + DAY, format=rudof.RDFFormat.Turtle, reader_mode=rudof.ReaderMode.Strict)
    engine.read_shacl(prefixes + shape, reader_mode=rudof.ReaderMode.Strict)
    found = engine.validate_shacl().violations
    assert len(found) == (shape is SUMMED)  # and should be the other way round


def test_every_proof_is_on_the_page_and_every_one_of_the_page_here() -> None:
    told = set(re.findall(r"`(test_\w+)`", PAGE.read_text(encoding="utf-8")))
    here = {name for name in globals() if name.startswith("test_")} - {"test_jena_does_neither"}
    assert told == here - {"test_every_proof_is_on_the_page_and_every_one_of_the_page_here"}
