"""`--output`, `--also`, several files, and where nodes stand in them."""

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from checked import GRAPH, written
from claimgraph.commands.reports.outcome import Place
from claimgraph.commands.reports.places import places

Run = Callable[..., tuple[int, str, str]]
FORMATS = ("text", "json", "junit", "sarif", "github", "turtle")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_in_a_file_is_the_one_on_stdout(form: str, run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    asked = ("validate", graph, "--shapes", shapes, "--format", form)
    code, shown, _ = run(*asked)
    assert run(*asked, "-o", "-") == (code, shown, "")
    told = f"claimgraph: {graph}: does not conform; 3 violations, 1 warning, 5 infos\n"
    assert run(*asked, "-o", tmp_path / "report") == (code, "", told)
    assert (tmp_path / "report").read_text(encoding="utf-8") == shown


def test_reports_beside_the_first(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    also = [part for form in FORMATS for part in ("--also", f"{form}={tmp_path / form}")]
    code, out, err = run("validate", graph, "--shapes", shapes, "--format", "github", *also)
    assert (code, err) == (1, "")
    for form in FORMATS:
        assert (tmp_path / form).read_text(encoding="utf-8") == run(
            "validate", graph, "--shapes", shapes, "--format", form
        )[1]
    assert out == (tmp_path / "github").read_text(encoding="utf-8")


@pytest.mark.parametrize("also", ["sarif", "sarif=", "sarif=-", "xml=a", "=a", ""])
def test_what_is_no_format_and_file(also: str, run: Run, tmp_path: Path) -> None:
    code, out, err = run("validate", tmp_path / "none.ttl", "--also", also)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is not FORMAT=FILE with one of text, json, junit, sarif, github, turtle" in err


def test_a_report_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    code, _, err = run("validate", graph, "--shapes", shapes, "-o", tmp_path / "no" / "report")
    assert (code, err.count("\n")) == (2, 1)
    assert "cannot be written" in err


def test_the_readable_files_are_checked_beside_the_others(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    code, out, err = run("validate", tmp_path / "none.ttl", graph, "--shapes", shapes)
    assert code == 2
    assert err == f"claimgraph: {tmp_path / 'none.ttl'}: cannot be read: No such file or directory\n"
    assert out.startswith(f"{graph}:\n")


def test_a_graph_of_no_articles_counts_none(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    graph.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert run("validate", graph, "--shapes", shapes) == (0, f"{graph}:\n  conforms; nothing found\n", "")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (
            "a.nt",
            "<https://e.org/x> <https://e.org/p> <https://e.org/bob> .\n<https://e.org/bob> a <urn:b> .",
            (2, 1, 20),
        ),
        ("a.ttl", "@base <https://e.org/> .\n<x> <p> <bob> .\n  <bob> a <urn:b> .", (3, 3, 8)),
        ("a.ttl", "PREFIX e: <https://e.org/>\ne:bobby a e:P . e:x e:p e:bob.", (2, 25, 30)),
        ("a.ttl", "prefix : <https://e.org/>\n:bobby a :P .\n:bob\n  a :P .", (3, 1, 5)),
        (
            "a.rdf",
            '<rdf:RDF>\n <e:P rdf:about="https://e.org/x" e:p="https://e.org/bob"/>\n <e:P rdf:about="https://e.org/bob"/>',
            (3, 17, 36),
        ),
        ("a.jsonld", '{"p": "https://e.org/bob",\n"@id": "https://e.org/bob"}', (2, 8, 27)),
        ("a.ttl", "<urn:a> a <urn:b> .", None),
        ("a.ttl.gz", "<https://e.org/bob> a <urn:b> .", None),
    ],
)
def test_where_a_node_stands(name: str, text: str, place: tuple[int, int, int] | None, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = places(tmp_path / name, ["https://e.org/bob", '"a literal"'])
    assert found == ({"https://e.org/bob": Place(*place)} if place else {})


@pytest.mark.parametrize("form", [ox.RdfFormat.N_TRIPLES, ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML, ox.RdfFormat.TRIG])
def test_lines_of_what_serialisers_write(form: ox.RdfFormat, run: Run, tmp_path: Path) -> None:
    _, shapes = written(tmp_path)
    graph = tmp_path / f"people.{form.file_extension}"
    prefixes = {"e": "https://e.org/"}
    triples = [
        quad.triple
        for quad in ox.parse(
            GRAPH.replace(r"\u0001", "").replace(r"\ufffe", "").replace(r"\u001b", ""), format=ox.RdfFormat.TURTLE
        )
    ]
    ox.serialize(triples, str(graph), format=form, prefixes=prefixes)
    (made,) = json.loads(run("validate", graph, "--shapes", shapes, "--format", "json")[1])
    lines = graph.read_text(encoding="utf-8").splitlines()
    (bob,) = (one for one in made["violations"] if one["node"].endswith("bob") and "one-name" in one["shape"])
    place = bob["place"]
    assert "bob" in lines[place["line"] - 1][place["column"] - 1 : place["end"] - 1]
