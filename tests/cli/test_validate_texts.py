"""`claimgraph validate --texts`, and that `build` holds the spans to the texts that it has at hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import Dataset, Literal, URIRef

from claimgraph import pipeline, registry, triples
from claimgraph.model import Article, Extraction
from claimgraph.vocabulary import NIF

Run = Callable[..., tuple[int, str, str]]
FERRY = "Port, May 7\n\n\U0001f6a2 The ferry sank on Monday, Pell said. \U0001d4d0 crew of nine drowned.\n"
MILL = "Rebels burned a mill near Tarn.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (made / "mill.txt").write_text(MILL, encoding="utf-8")
    return made


@pytest.fixture
def graph(folder: Path, build: Run) -> Path:
    path = folder.parent / "graph.ttl"
    assert build(folder, "-o", path)[0] == 0
    return path


def test_a_built_graph_agrees_with_its_texts_and_does_not_hold_them(graph: Path, folder: Path, run: Run) -> None:
    assert "isString" not in graph.read_text(encoding="utf-8")
    code, out, err = run("validate", graph, "--texts", folder)
    assert (code, err) == (0, "")
    assert "2 articles: conforms" in out


def test_a_span_with_other_words_is_found_only_beside_the_text(graph: Path, folder: Path, run: Run) -> None:
    tampered = folder.parent / "tampered.ttl"
    tampered.write_text(graph.read_text(encoding="utf-8").replace("ferry", "berry"), encoding="utf-8")
    assert run("validate", tampered)[0] == 0
    code, out, _ = run("validate", tampered, "--texts", folder)
    assert code == 1
    assert "shapes#span-of-text" in out


def test_what_has_no_text_and_what_has_no_article_is_told(graph: Path, folder: Path, run: Run) -> None:
    (folder / "other.txt").write_text("Nothing of it.\n", encoding="utf-8")
    (folder / "mill.txt").write_text(MILL.replace("burned", "burnt"), encoding="utf-8")
    code, _, err = run("validate", graph, "--texts", folder)
    assert code == 0
    first, second, third = err.splitlines()
    assert f"{graph}: no text is given of mill: " in first
    assert "mill: this text is no article's: the graph was built of another text of that name" in second
    assert "other: this text is no article's: no graph has it" in third


def test_single_files_are_given_one_by_one(graph: Path, folder: Path, run: Run) -> None:
    code, _, err = run("validate", graph, "--texts", folder / "ferry.txt", "--texts", folder / "mill.txt")
    assert (code, err) == (0, "")


def test_a_text_that_cannot_be_read_is_refused(graph: Path, folder: Path, run: Run) -> None:
    code, out, err = run("validate", graph, "--texts", folder / "none.txt")
    assert (code, out) == (2, "")
    assert "no such file" in err
    assert err.count("\n") == 1


def test_build_holds_spans_to_the_text(monkeypatch: pytest.MonkeyPatch, nlp: object) -> None:
    article = Article("ferry", FERRY)
    made = triples.dataset

    def wrong(told: Iterator[Extraction], *args: object, **more: object) -> Dataset:
        graph = made(told, *args, **more)  # type: ignore[arg-type]
        for s, _, o, g in list(graph.quads((None, NIF.anchorOf, None, None))):
            graph.remove((s, NIF.anchorOf, o, g))  # type: ignore[arg-type]
            changed = Literal(str(o).replace("ferry", "berry"))
            graph.graph(g).add((s, NIF.anchorOf, changed))
        return graph

    monkeypatch.setattr(triples, "dataset", wrong)
    built = pipeline.build([article], nlp=nlp, registry=registry.Registry())  # type: ignore[arg-type]
    assert built.report.left_out == ("ferry",)
    assert any(v.shape.endswith("#span-of-text") for v in built.report.violations)
    assert URIRef(f"{triples.BASE}{article.id}") == triples.iri(article.id)
