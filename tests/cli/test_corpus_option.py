"""`claimgraph build --corpus`: articles are added to those kept in a file, and the graph is that of all at once."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph import pipeline
from claimgraph.model import Article, Extraction
from claimgraph.resources import SAMPLES

Build = Callable[..., tuple[int, str, str]]
STEPS = (("tigris-*", "harbour-*"), ("qalam-*", "desert-*", "northern-*"), ("*",))


@pytest.fixture(autouse=True)
def _at_one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The identifiers of the articles that are analysed."""
    seen: list[str] = []
    extract = pipeline.extract

    def watched(article: Article, *arguments: object) -> Extraction:
        seen.append(article.identifier)
        return extract(article, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract", watched)
    return seen


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two articles."""
    return written(tmp_path / "news", depot="Police said fuel had been stolen.", port="The port police denied a theft.")


def written(folder: Path, **articles: str) -> Path:
    """A folder with these articles."""
    folder.mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_adding_in_steps_gives_the_graph_of_all_at_once(build: Build, tmp_path: Path, analysed: list[str]) -> None:
    corpus, whole, graph = tmp_path / "news.corpus", tmp_path / "whole.nq", tmp_path / "graph.nq"
    assert build(SAMPLES, "-o", whole)[0] == 0
    told = set(analysed)
    analysed.clear()
    for patterns in STEPS:
        given = sorted({path for pattern in patterns for path in SAMPLES.glob(pattern)}, reverse=True)
        assert build(*given, "-o", graph, "--corpus", corpus)[0] == 0
    assert graph.read_bytes() == whole.read_bytes()
    assert sorted(analysed) == sorted(told)  # each once


def test_a_changed_article_takes_the_place_of_the_old_one(
    build: Build, news: Path, tmp_path: Path, analysed: list[str]
) -> None:
    corpus, graph, other = tmp_path / "news.corpus", tmp_path / "graph.nq", tmp_path / "other.nq"
    build(news, "-o", graph, "--corpus", corpus)
    written(news, depot="The mayor said fuel had been sold.")
    analysed.clear()
    assert build(news, "-o", graph, "--corpus", corpus)[0] == 0
    assert analysed == ["depot"]
    build(news, "-o", other)
    assert graph.read_bytes() == other.read_bytes()


def test_other_words_make_all_anew(build: Build, tmp_path: Path, analysed: list[str]) -> None:
    corpus, graph, cues = tmp_path / "news.corpus", tmp_path / "graph.nq", tmp_path / "cues.toml"
    first, later = (written(tmp_path / name, **{name: "Police said fuel had been stolen."}) for name in ("one", "two"))
    build(first, "-o", graph, "--corpus", corpus)
    cues.write_text('[[verb]]\nlemmas = ["opine"]\nact = "Belief"\norigin = "test"\nframes = ["clause"]\n', "utf-8")
    analysed.clear()
    code, _, said = build(later, "-o", graph, "--corpus", corpus, "--cues", cues)
    assert (code, sorted(analysed)) == (0, ["one", "two"])
    assert f"{corpus}: was made by another version, model, registry or word list: all is read anew" in said
    assert "was made by another" not in build(later, "-o", graph, "--corpus", corpus, "--cues", cues)[2]


@pytest.mark.parametrize("content", [b"my thesis\n", b"SQLite format 3\0" + bytes(84), b"\0"])
def test_a_file_of_something_else_is_refused_and_stays(
    build: Build, news: Path, tmp_path: Path, content: bytes
) -> None:
    corpus = tmp_path / "thesis.txt"
    corpus.write_bytes(content)
    code, _, said = build(news, "-o", tmp_path / "graph.nq", "--corpus", corpus)
    assert (code, corpus.read_bytes()) == (2, content)
    assert f"{corpus}: is no corpus that claimgraph keeps: name another file" in said
    assert not (tmp_path / "graph.nq").exists()


def test_a_database_of_someone_else_is_refused(build: Build, news: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "own.db"
    with sqlite3.connect(corpus) as own:
        own.execute("CREATE TABLE letters (text TEXT)")
    assert build(news, "-o", tmp_path / "graph.nq", "--corpus", corpus)[0] == 2


@pytest.mark.parametrize("table", ["extractions", "records", "verdicts"])
def test_damage_is_told_in_a_line(build: Build, news: Path, tmp_path: Path, table: str) -> None:
    corpus, graph = tmp_path / "news.corpus", tmp_path / "graph.nq"
    build(news, "-o", graph, "--corpus", corpus)
    column = "pairs" if table == "verdicts" else "data"
    with sqlite3.connect(corpus) as damaged:
        damaged.execute(f"UPDATE {table} SET {column} = substr({column}, 1, length({column}) - 1)")
    code, _, said = build(news, "-o", graph, "--corpus", corpus)
    assert code == 2
    assert [line for line in said.splitlines() if line.startswith("claimgraph: ")] == [
        f"claimgraph: {corpus}: is damaged: name another file, and give all articles again"
    ]


def test_a_cut_file_is_told_in_a_line(build: Build, news: Path, tmp_path: Path) -> None:
    corpus, graph = tmp_path / "news.corpus", tmp_path / "graph.nq"
    build(news, "-o", graph, "--corpus", corpus)
    corpus.write_bytes(corpus.read_bytes()[:20_000])
    code, _, said = build(news, "-o", graph, "--corpus", corpus)
    assert (code, said.count("is damaged")) == (2, 1)


def test_a_build_that_stops_leaves_the_corpus_as_it_was(
    build: Build, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, graph = tmp_path / "news.corpus", tmp_path / "graph.nq"
    build(news / "depot.txt", "-o", graph, "--corpus", corpus)
    before = corpus.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr("claimgraph.stories.happenings.grouping.candidates", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build(news, "-o", graph, "--corpus", corpus)
    assert corpus.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"news", "news.corpus", "graph.nq"}


def test_a_strict_build_that_writes_nothing_keeps_nothing(build: Build, news: Path, tmp_path: Path) -> None:
    corpus, graph = tmp_path / "news.corpus", tmp_path / "graph.nq"
    code, _, _ = build(news, tmp_path / "missing.txt", "-o", graph, "--corpus", corpus, "--strict")
    assert code == 2
    assert not corpus.exists()


def test_a_corpus_in_use_is_refused(build: Build, news: Path, tmp_path: Path) -> None:
    corpus, graph = tmp_path / "news.corpus", tmp_path / "graph.nq"
    build(news / "depot.txt", "-o", graph, "--corpus", corpus)
    other = sqlite3.connect(corpus, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    code, _, said = build(news, "-o", graph, "--corpus", corpus)
    other.close()
    assert code == 2
    assert "database is locked: close what uses it" in said


def test_the_graph_and_the_corpus_are_two_files(build: Build, news: Path, tmp_path: Path) -> None:
    one = tmp_path / "news.nq"
    assert build(news, "-o", one, "--corpus", one)[0] == 2
    assert not one.exists()


def test_other_data_of_an_article_make_it_anew(build: Build, tmp_path: Path, analysed: list[str]) -> None:
    corpus, graph, news = tmp_path / "news.corpus", tmp_path / "graph.nq", tmp_path / "news.jsonl"
    for publisher in ("Harbour Wire", "Qalam Press"):
        news.write_text(json.dumps({"text": "Police said fuel had been stolen.", "publisher": publisher}), "utf-8")
        build(news, "-o", graph, "--corpus", corpus)
    assert len(analysed) == 2
    assert "Qalam Press" in graph.read_text("utf-8")
    assert "Harbour Wire" not in graph.read_text("utf-8")
