"""HTML -> article: main text and what the head says, even of a page that is cut off."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimgraph.articles import Article, Unreadable, read

HEAD = """<!DOCTYPE html><html lang="en"><head><title>Ferry runs again | The Daily Kestrel</title>
<meta property="og:site_name" content="The Daily Kestrel">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://kestrel.example/ferry"></head>"""
PARAGRAPHS = (
    "The ferry between Selm and Korvath ran again on Tuesday, the harbour master said, after a strike of nine days.",
    "“Nobody has won anything by it,” a café owner on the quay told reporters, and added that her takings had halved.",
    "The union denied that its members had been promised more money and said the talks would go on through the summer.",
)
BODY = "<body><nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article><h1>Ferry runs again</h1>" + "".join(
    f"<p>{p}</p>" for p in PARAGRAPHS
)
PAGE = HEAD + BODY + "</article><footer>© 2021 The Daily Kestrel</footer></body></html>"


def page(tmp_path: Path, data: bytes) -> Article | Unreadable:
    path = tmp_path / "ferry.html"
    path.write_bytes(data)
    (found,) = read([path])
    return found


def test_text_and_head(tmp_path: Path) -> None:
    article = page(tmp_path, PAGE.encode())
    assert isinstance(article, Article)
    assert (article.identifier, article.title, article.issued) == ("ferry", "Ferry runs again", "2021-03-04")
    assert (article.publisher, article.source) == ("The Daily Kestrel", "https://kestrel.example/ferry")
    assert all(p in article.text for p in PARAGRAPHS)
    assert "Home" not in article.text


def test_a_page_without_a_head_has_no_date_and_no_publisher(tmp_path: Path) -> None:
    article = page(tmp_path, f"<html>{BODY}</article></body></html>".encode())
    assert isinstance(article, Article)
    assert (article.issued, article.publisher, article.source) == (None, None, None)


def test_a_page_cut_off_in_the_middle_of_a_character(tmp_path: Path) -> None:
    data = PAGE.encode()
    article = page(tmp_path, data[: data.index("é".encode()) + 1])
    assert isinstance(article, Article)
    assert PARAGRAPHS[0] in article.text


def test_a_declared_encoding(tmp_path: Path) -> None:
    article = page(tmp_path, PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252"))
    assert isinstance(article, Article)
    assert PARAGRAPHS[1] in article.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty: nothing to read"),
        (b"\n", "only white space: nothing to read"),
        (b"<!DOCTYPE html><html><head><title>x</title></head><body></body></html>", "no text found in its HTML"),
        (b"<html><body><script>let a = 1</script></body></html>", "no text found in its HTML"),
        (b"<html>" + b"<div>" * 20_000, "no text found in its HTML"),
        (b"\x89PNG\r\n\x1a\n", "not text but a PNG image"),
    ],
)
def test_a_page_without_text(tmp_path: Path, data: bytes, reason: str) -> None:
    found = page(tmp_path, data)
    assert isinstance(found, Unreadable)
    assert found.reason.startswith(reason)


def test_trafilatura_is_not_imported_for_plain_text() -> None:
    code = "import sys, claimgraph.articles; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
