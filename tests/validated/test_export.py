"""Every format is read back by a second parser to the same graph, and the same graph gives the same bytes."""

import gzip
import logging
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, Dataset, Graph, Literal, URIRef

from breaks import GOOD, SECOND
from claimgraph.errors import InputError
from claimgraph.validated import FORMATS, ValidGraph, export, format_of, gate, load_graph, stream, write
from claimgraph.validated.formats import prefixes
from claimgraph.validated.valid import sealed
from claimgraph.vocabulary import CG, PREFIXES

READERS = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld", "rdf": "xml"}
DATASETS = {"nq", "trig", "jsonld"}
ARTICLE = URIRef("https://w3id.org/claimgraph/id/article/aaaaaaaaaaa1")
TITLE = URIRef("http://purl.org/dc/terms/title")
NASTY = [
    'a "quoted" word',
    '"""long"""',
    "'''long'''",
    "back\\slash \\u0041 \\n",
    "line\nfeed",
    "carriage\rreturn",
    "\r\nboth\r",
    "tab\tand blanks  ",
    "</rdf:RDF> <b>&amp;</b> ]]> <!-- -->",
    "@prefix cg: <https://example.org/> .",
    "} INSERT DATA { <x:a> <x:b> <x:c> } #",
    "\u202eright to left\u200f \u2067x\u2069",
    "\U0001f600 astral",
    "\ufffd replaced",
    "\ufeff mark",
    "\u0085 \u2028 \u2029",
    "e\u0301 é",
    "\ue000 private \ue001\r",
    "منظمة",
    "%s {0} $x ?y",
]
CONTROLS = ["\x00", "\x01\x08", "\x0b\x0c", "\x1f", "\ufffe", "\uffff"]


@cache
def valid_with(title: str) -> ValidGraph:
    made = load_graph(GOOD)
    made.graph(ARTICLE).remove((ARTICLE, TITLE, None))
    made.graph(ARTICLE).add((ARTICLE, TITLE, Literal(title)))
    valid, report = gate(made)
    assert report.left_out == ()
    return valid


@pytest.fixture(scope="module")
def nasty() -> ValidGraph:
    return valid_with("|".join(NASTY))


def named(end: str) -> ox.NamedNode:
    return ox.NamedNode(f"https://example.org/{end}")


GRAPHS: tuple[ox.NamedNode | ox.DefaultGraph, ...] = (named("\u0628"), ox.DefaultGraph(), named("a"))


@cache
def large() -> ValidGraph:
    """Three graphs, one without a name, of 1,000 nodes each, 100 that they share, and one node with 40,000 triples."""
    about = ox.NamedNode(CG.content)
    texts = [ox.Literal(text) for text in NASTY]
    quads = [ox.Quad(named("hub"), about, named(f"node/{n}"), GRAPHS[0]) for n in range(40_000)]
    for i, graph in enumerate(GRAPHS):
        quads += [ox.Quad(named(f"node/{i}/{n}"), about, texts[n % len(texts)], graph) for n in range(1000)]
        for n in range(100):
            shared = named(f"shared/{n}")
            quads += [ox.Quad(shared, about, texts[0], graph), ox.Quad(shared, about, texts[i + 1], graph)]
    return sealed([*quads, *quads[::3]])


@pytest.mark.parametrize("form", FORMATS)
def test_the_pieces_make_up_what_pyoxigraph_writes_in_one(nasty: ValidGraph, form: str) -> None:
    kind = FORMATS[form]
    bound = PREFIXES if form == "rdf" else prefixes(nasty)
    whole = ox.serialize(nasty if kind.supports_datasets else nasty.triples(), format=kind, prefixes=bound)
    assert whole is not None
    if form == "rdf":
        whole = whole.replace(b"\r", b"&#xD;")
    made = b"".join(stream(nasty, form))
    assert sorted(made.splitlines()) == sorted(whole.splitlines())  # the prefixes may stand in another order
    assert made == export(nasty, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_large_graph_is_written_in_small_pieces(form: str) -> None:
    valid = large()
    sizes = [len(piece) for piece in stream(valid, form)]
    assert max(sizes) < 0.6 * sum(sizes)
    assert max(sizes) < 4_000_000
    read = set(ox.parse(export(valid, form), format=FORMATS[form]))
    if form in DATASETS:
        assert read == set(valid)
    else:
        assert {quad.triple for quad in read} == set(valid.triples())


@pytest.mark.parametrize("form", ["ttl", "trig"])
def test_prefixes_stand_only_at_the_top(form: str) -> None:
    head, *pieces = stream(large(), form)
    assert {line.split()[0] for line in head.splitlines()} == {b"@prefix"}
    lines = [line for piece in pieces for line in piece.splitlines()]
    assert len(pieces) > 4
    assert any(b'"@prefix cg:' in line for line in lines)
    assert not any(line.strip().lower().startswith((b"@prefix", b"prefix")) for line in lines)


def test_what_several_graphs_say_is_written_once() -> None:
    assert len(large()) == 40_000 + 3 * 1000 + 3 * 200
    assert len(large().triples()) == 40_000 + 3 * 1000 + 400
    written = {form: export(large(), form).decode().splitlines() for form in ("ttl", "nt", "nq")}
    counts = {form: sum("/shared/10>" in line for line in lines) for form, lines in written.items()}
    assert counts == {"ttl": 1, "nt": 4, "nq": 6}


def test_a_graph_without_triples_can_be_read() -> None:
    for form, kind in FORMATS.items():
        assert list(ox.parse(export(sealed(()), form), format=kind)) == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_second_parser_reads_the_same(nasty: ValidGraph, form: str) -> None:
    data = export(nasty, form)
    if form in DATASETS:
        read = Dataset()
        read.parse(data=data, format=READERS[form])
        assert {(s, p, o, str(g)) for s, p, o, g in read.quads()} == {
            (s, p, o, str(g)) for s, p, o, g in nasty.dataset().quads()
        }
    else:
        assert set(Graph().parse(data=data, format=READERS[form])) == set(nasty.graph())


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_written_can_be_read(nasty: ValidGraph, form: str, tmp_path: Path) -> None:
    write(tmp_path / f"graph.{form}", export(nasty, form))
    write(tmp_path / f"graph.{form}.gz", gzip.compress(export(nasty, form)))
    for name in (f"graph.{form}", f"graph.{form}.gz"):
        assert {quad[:3] for quad in load_graph(tmp_path / name).quads()} == set(nasty.graph())


@pytest.mark.parametrize("text", CONTROLS)
@pytest.mark.parametrize("form", FORMATS)
def test_control_characters(text: str, form: str, caplog: pytest.LogCaptureFixture) -> None:
    valid = valid_with(f"a{text}b")
    with caplog.at_level(logging.WARNING):
        data = export(valid, form)
    read = Dataset()
    read.parse(data=data, format=READERS[form])
    (title,) = (str(o) for s, _, o, _ in read.quads((None, TITLE, None, None)) if s == ARTICLE)
    lost = form == "rdf"
    assert title == ("a" + "\ufffd" * len(text) + "b" if lost else f"a{text}b")
    assert ("RDF/XML cannot hold" in caplog.text) == lost


def test_prefixes_are_used_and_sorted(nasty: ValidGraph) -> None:
    lines = export(nasty, "ttl").decode().splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert head == sorted(head)
    assert lines[: len(head)] == head
    assert "cg:claimant actor:harbour-guild ;" in export(nasty, "ttl").decode()


def test_spans_stand_in_the_order_of_the_text(nasty: ValidGraph) -> None:
    begins = [
        int(str(t.subject).partition("=")[2].partition(",")[0])
        for t in nasty.triples()
        if "aaa1#char=" in str(t.subject)
    ]
    assert begins == sorted(begins)


def test_a_property_that_xml_cannot_name(nasty: ValidGraph) -> None:
    made = nasty.dataset()
    made.graph(ARTICLE).add((ARTICLE, URIRef("https://example.org/1"), Literal("x")))
    valid, _ = gate(made)
    assert export(valid, "nt")
    with pytest.raises(InputError, match=r"example\.org/1"):
        stream(valid, "rdf")  # before there is a piece


def test_only_what_passed_the_gate_is_exported() -> None:
    with pytest.raises(TypeError, match="ValidGraph"):
        export(load_graph(GOOD), "ttl")  # type: ignore[arg-type]


def test_an_unknown_format(nasty: ValidGraph) -> None:
    with pytest.raises(InputError, match="ttl, nt, nq, trig, jsonld, rdf"):
        export(nasty, "csv")


def test_the_order_of_articles_does_not_show() -> None:
    good = load_graph(GOOD)
    turned = Dataset()
    for quad in sorted(good.quads(), key=str, reverse=True):
        turned.graph(quad[3]).add(quad[:3])
    one, other = gate(good)[0], gate(turned)[0]
    assert all(export(one, form) == export(other, form) for form in FORMATS)


def test_a_graph_without_names_passes_whole() -> None:
    made = load_graph(GOOD).graph(URIRef(SECOND))
    alone = Graph()
    for triple in made:
        alone.add(triple)
    alone.add((ARTICLE, RDF.type, CG.Article))
    valid, report = gate(alone)
    assert set(report.left_out) == {"post/crowns", str(ARTICLE)}
    assert len(valid) == 0


SCRIPT = """
import hashlib, sys
from claimgraph.validated import FORMATS, export, gate, load_graph
valid, report = gate(load_graph(sys.argv[1]))
print(report.render())
for form in FORMATS:
    print(form, hashlib.sha256(export(valid, form)).hexdigest())
"""


def test_two_hash_seeds_give_the_same_bytes() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(GOOD)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(said[0].splitlines()) == 1 + len(FORMATS)


@pytest.mark.parametrize(("name", "form"), [("a.ttl", "ttl"), ("a.b.jsonld.gz", "jsonld"), ("dir.x/a.rdf", "rdf")])
def test_the_format_of_a_name(name: str, form: str) -> None:
    assert format_of(name) == form
