"""claimgraph as a library: what `import claimgraph` offers, and how little it loads."""

import doctest
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from spacy.language import Language

import claimgraph
from claimgraph import Article, pipeline
from claimgraph.errors import ClaimgraphError
from claimgraph.mentions import cast
from claimgraph.registry import Registry

NOTE = "Police said on Monday that two men had been arrested in Basra."


@pytest.fixture(autouse=True)
def loaded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader that the tests share, in place of another one."""
    monkeypatch.setattr(claimgraph, "_nlp", lambda: nlp)


def test_the_import_is_quick_to_load() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'pyshacl', 'pydantic', 'numpy', 'trafilatura'}"
    code = f"import sys, claimgraph; claimgraph.__version__; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_name_that_is_offered_is_there() -> None:
    for name in claimgraph.__all__:
        assert getattr(claimgraph, name) is not None
    assert sorted(claimgraph.__all__) == claimgraph.__all__
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = claimgraph.nonsense


def test_the_version_is_the_packages() -> None:
    assert claimgraph.__version__ == metadata.version("claimgraph")


def test_the_example_in_the_docstring_runs() -> None:
    failed, tried = doctest.testmod(claimgraph)
    assert (failed, tried > 2) == (0, True)


def test_extract_takes_a_text_or_an_article() -> None:
    told = claimgraph.extract(NOTE)
    assert told.article.text == NOTE
    assert [claim.content[0].text for claim in told.claims] == ["that two men had been arrested in Basra"]
    assert claimgraph.extract(Article("note", NOTE)).article.identifier == "note"
    with pytest.raises(claimgraph.InputError, match="only white space"):
        claimgraph.extract(" \n")


def test_extract_uses_the_registry_it_is_given() -> None:
    told = claimgraph.extract("Police said that two men had been arrested in Baghdad.")
    assert "place/baghdad" in {place.id for place in told.places}
    assert claimgraph.extract("Police were seen in Baghdad.", registry=Registry()).article


def test_build_takes_articles_texts_and_folders(tmp_path: Path) -> None:
    (tmp_path / "depot.txt").write_text("The United States denied that fuel had been moved to Baghdad.", "utf-8")
    built = claimgraph.build([tmp_path, Article("note", NOTE), tmp_path / "none.txt"])
    assert [e.article.identifier for e in built.extractions] == ["depot", "note"]
    assert [u.reason for u in built.unreadable] == ["no such file or folder: check the path"]
    assert b"two men had been arrested" in claimgraph.export(built.valid, "ttl")
    assert built.report.conforms


@pytest.mark.parametrize("kind", [str, Path])
def test_build_takes_one_path_as_it_is(kind: type, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    assert [e.article.identifier for e in claimgraph.build(kind(tmp_path)).extractions] == ["note"]
    assert [e.article.identifier for e in claimgraph.build(Article("a", NOTE)).extractions] == ["a"]


def test_build_tells_how_far_it_is() -> None:
    heard: list[tuple[str, int, int | None]] = []
    claimgraph.build([Article("a", NOTE), Article("b", NOTE)], progress=lambda *told: heard.append(told))
    assert heard == [
        ("read", 1, None),
        ("read", 2, None),
        ("analyse", 0, 2),
        ("analyse", 1, 2),
        ("analyse", 2, 2),
        ("join", 0, 2),
        ("triples", 0, 2),
        ("check", 0, 2),
    ]


def test_the_base_begins_every_instance_or_is_refused() -> None:
    built = claimgraph.build(Article("a", NOTE), base="urn:example:a/")
    assert b"https://w3id.org/claimgraph/id/article" not in claimgraph.export(built.valid, "nt")
    for base in ("relative/", "https://example.org/#", "https://example.org/a b/"):
        with pytest.raises(claimgraph.InputError, match=r"give an absolute IRI that ends in /$"):
            claimgraph.build(Article("a", NOTE), base=base)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ClaimgraphError("the tree has no root"), "the tree has no root"),
        (ValueError("no span of a text"), "ValueError at test_library.py:"),
        (IndexError("list index out of range"), "report it, with the article"),
        (RecursionError("too deep"), "RecursionError at"),
        (OverflowError("date value out of range"), "OverflowError at"),
    ],
)
def test_an_article_that_cannot_be_analysed_loses_no_other(
    error: Exception, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_on(error, monkeypatch)
    built = claimgraph.build([Article("bad", NOTE), Article("good", NOTE)])
    assert [e.article.identifier for e in built.extractions] == ["good"]
    (failed,) = built.failed
    assert failed.identifier == "bad"
    assert told in failed.reason
    assert "\n" not in failed.reason


def test_a_fault_of_the_code_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    failing_on(TypeError("unsupported operand"), monkeypatch)
    with pytest.raises(TypeError):
        claimgraph.build([Article("bad", NOTE), Article("good", NOTE)])


def failing_on(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(doc: object, article: Article, registry: Registry) -> object:
        if article.identifier == "bad":
            raise error
        return cast(doc, article, registry)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "cast", failing)


def test_sentences_have_no_white_space_at_their_ends() -> None:
    text = f"  {NOTE}\n\n\n   The mayor denied it.  \n\nShare this article   Facebook   X\n"
    told = claimgraph.extract(text)
    assert [s.text for s in told.sentences] == [NOTE, "The mayor denied it."]
    assert all(text[s.begin : s.end] == s.text for s in told.sentences)
