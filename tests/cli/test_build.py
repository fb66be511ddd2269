"""`claimgraph build`: what is refused first, what goes where, and which exit code comes of what."""

import contextlib
import dataclasses
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from claimgraph import cli, pipeline
from claimgraph.commands import building
from claimgraph.errors import ClaimgraphError, InputError
from claimgraph.model import Article, Extraction
from claimgraph.pipeline import Built
from claimgraph.validated import Report

Build = Callable[..., tuple[int, str, str]]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two articles and an empty file."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "harbour.txt").write_text("The harbour police said on Monday that two boats had been seized.", "utf-8")
    (folder / "depot.txt").write_text("The United States denied that fuel had been moved to Baghdad.", "utf-8")
    (folder / "nothing.txt").touch()
    return folder


def identifiers(path: Path) -> set[str]:
    """Those of the articles in a graph."""
    identifier = pyoxigraph.NamedNode("http://purl.org/dc/terms/identifier")
    return {str(quad.object.value) for quad in pyoxigraph.parse(path=str(path)) if quad.predicate == identifier}


@pytest.mark.parametrize("base", ["https://example.org/", "http://example.org/a/b/", "urn:x-a:b/"])
def test_a_base_that_can_begin_an_iri(base: str) -> None:
    building.check_base(base)


@pytest.mark.parametrize(
    "base",
    [
        "",
        "example.org/",
        "//example.org/",
        "https://example.org",
        "https:///",
        "https://example.org/a b/",
        'https://example.org/"/',
        "https://example.org/<a>/",
        "https://example.org/#a#",
        "file:///tmp/",
        "urn:/",
        "http://example.org/a#",
        "http://example.org/?a/",
        "urn:example:news:",
        "https://example.org/\n",
    ],
)
def test_a_base_that_cannot(base: str) -> None:
    with pytest.raises(InputError, match=r"--base .* cannot begin an IRI: give"):
        building.check_base(base)


def test_the_format_comes_from_the_option_or_the_ending(tmp_path: Path) -> None:
    assert building.check_output(None, None) == "ttl"
    assert building.check_output(None, "nq") == "nq"
    assert building.check_output(tmp_path / "a.trig", None) == "trig"
    assert building.check_output(tmp_path / "a.txt", "jsonld") == "jsonld"


@pytest.mark.parametrize(
    ("output", "form", "said"),
    [
        ("a.txt", None, "names no RDF format"),
        ("a.ttl", "turtle", "no format 'turtle'"),
        ("folder.ttl", None, "is a folder"),
        ("none/a.ttl", None, "there is no folder"),
    ],
)
def test_an_output_that_cannot_be_written_is_refused_before_the_work(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, form: str | None, said: str
) -> None:
    monkeypatch.delattr(pipeline, "build")
    (tmp_path / "folder.ttl").mkdir()
    code, out, err = build("-", "-o", tmp_path / output, *(["--format", form] if form else []))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_what_can_be_read_is_built_and_the_rest_told_of(build: Build, news: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    code, out, err = build(news, "-o", graph)
    assert (code, out) == (0, "")
    assert identifiers(graph) == {"harbour", "depot"}
    told, summary = err.splitlines()
    assert "nothing.txt: " in told
    assert summary.startswith("claimgraph: 2 articles, ")
    for stage in ("starting", "reading", "analysing", "checking", "writing"):
        assert re.search(rf"\b{stage} \d+\.\d s\b", summary), stage


def test_without_an_output_the_graph_is_all_of_stdout(build: Build, news: Path, tmp_path: Path) -> None:
    for dash in ([], ["-o", "-"]):
        code, out, _ = build(news, *dash, "--format", "nt")
        assert code == 0
        (tmp_path / "out.nt").write_text(out, "utf-8")
        assert identifiers(tmp_path / "out.nt") == {"harbour", "depot"}


def test_a_reader_that_has_left_is_no_error(news: Path) -> None:
    gone, end = os.pipe()
    os.close(gone)
    command = [str(Path(sys.executable).parent / "claimgraph"), "build", str(news), "--format", "nt"]
    done = subprocess.run(command, stdout=end, stderr=subprocess.PIPE, text=True, check=False)
    os.close(end)
    assert done.returncode == 0
    assert not re.search("Traceback|Error", done.stderr)


def test_nothing_that_can_be_read_leaves_with_2_and_writes_nothing(build: Build, news: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    code, out, err = build(news / "nothing.txt", tmp_path / "missing.txt", "-o", graph)
    assert (code, out, graph.exists()) == (2, "", False)
    assert "nothing.txt: " in err
    assert "missing.txt: " in err


def test_too_long_an_article_is_not_read(build: Build, news: Path, tmp_path: Path) -> None:
    assert build(news / "depot.txt", "-o", tmp_path / "graph.ttl", "--max-characters", "20")[0] == 2


def test_strict_writes_nothing_where_something_cannot_be_read(build: Build, news: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text("# as it was", "utf-8")
    assert build(news, "-o", graph, "--strict")[0] == 2
    assert graph.read_text("utf-8") == "# as it was"


def test_strict_bears_files_that_are_no_articles_and_files_given_twice(
    build: Build, news: Path, tmp_path: Path
) -> None:
    (news / "nothing.txt").unlink()
    (news / "photo.png").write_bytes(b"\x89PNG")
    code, _, err = build(news, news / "depot.txt", "-o", tmp_path / "graph.ttl", "--strict")
    assert code == 0
    assert "1 file left out, their endings are unknown (.png)" in err
    assert "depot.txt: given more than once: it is read once" in err
    assert identifiers(tmp_path / "graph.ttl") == {"harbour", "depot"}


@pytest.mark.parametrize("strict", [False, True])
def test_an_article_that_cannot_be_analysed_leaves_with_1(
    build: Build, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, strict: bool
) -> None:
    whole = pipeline.extract

    def failing(article: Article, *others: Any) -> Extraction:
        if article.identifier == "depot":
            raise ClaimgraphError("the tree has no root")
        return whole(article, *others)

    monkeypatch.setattr(pipeline, "extract", failing)
    graph = tmp_path / "graph.ttl"
    (news / "nothing.txt").unlink()
    code, _, err = build(news, "-o", graph, *(["--strict"] if strict else []))
    assert (code, graph.exists()) == (1, not strict)
    assert "depot: could not be analysed and is left out: the tree has no root" in err
    if not strict:
        assert identifiers(graph) == {"harbour"}
    code, _, err = build(news / "depot.txt", "-o", tmp_path / "none.ttl")
    assert (code, (tmp_path / "none.ttl").exists()) == (1, False)
    assert "nothing was written: no article could be analysed" in err


def test_a_terminal_shows_a_bar_and_a_pipe_none(news: Path, tmp_path: Path) -> None:
    command = f"{Path(sys.executable).parent / 'claimgraph'} build {news} -o {tmp_path / 'graph.ttl'}"
    piped = subprocess.run(command.split(), capture_output=True, text=True, check=True)
    assert piped.stdout == ""
    assert not re.search(r"[\x1b\r━]", piped.stderr)
    master, slave = pty.openpty()
    with subprocess.Popen(command.split(), stdout=subprocess.PIPE, stderr=slave, env={**os.environ, "TERM": "xterm"}):
        os.close(slave)
        shown = b""
        with contextlib.suppress(OSError):  # the other end is gone
            while piece := os.read(master, 65536):
                shown += piece
    os.close(master)
    assert "━".encode() in shown
    assert b"analysing" in shown
    assert b"/2" in shown, "how many there are"


@pytest.mark.parametrize("strict", [False, True])
def test_an_article_that_does_not_conform_leaves_with_1(
    build: Build, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, strict: bool
) -> None:
    whole = pipeline.build

    def one_left_out(*arguments: Any, **options: Any) -> Built:
        return dataclasses.replace(whole(*arguments, **options), report=Report(left_out=("depot",)))

    monkeypatch.setattr(pipeline, "build", one_left_out)
    graph = tmp_path / "graph.ttl"
    code, _, err = build(news / "harbour.txt", news / "depot.txt", "-o", graph, *(["--strict"] if strict else []))
    assert (code, graph.exists()) == (1, not strict)
    assert "depot: does not conform and is left out" in err
    assert "claimgraph: 1 article, " in err


def test_the_base_begins_every_instance(build: Build, news: Path) -> None:
    _, out, _ = build(news, "--base", "urn:example:a/", "--format", "nt")
    assert "<urn:example:a/article/" in out
    assert "<https://w3id.org/claimgraph/id/" not in out


@pytest.mark.parametrize(
    "base", ["example", "../up/", "https://e.org/#", "https://e.org/> . <urn:x", "javascript:x/", "http://[/"]
)
def test_a_hostile_or_relative_base_leaves_with_2(build: Build, news: Path, base: str) -> None:
    code, out, err = build(news, "--base", base)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_registry_is_the_shipped_one_and_the_users(build: Build, news: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        "@prefix actor: <https://w3id.org/claimgraph/id/actor/> . @prefix cg: <https://w3id.org/claimgraph/ontology#> ."
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        'actor:harbour-police a cg:GovernmentBody ; skos:prefLabel "harbour police"@en .',
        "utf-8",
    )
    known = "<https://w3id.org/claimgraph/id/actor/united-states>"
    assert known in build(news, "--format", "nt")[1]
    assert known in build(news, "--format", "nt", "--registry", mine)[1]
    assert known not in build(news, "--format", "nt", "--no-shipped-registry")[1]
    code, out, err = build(news, "--registry", tmp_path / "none.ttl")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_no_such_pipeline(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["build", str(news), "--pipeline", "no_such_pipeline"])
    assert capfd.readouterr().err.startswith("claimgraph: no spaCy pipeline 'no_such_pipeline'")
