"""JSON lines -> articles: each line for itself."""

import gzip
import json
from pathlib import Path

import pytest

from claimgraph.articles import Article, Unreadable, read

GOOD = {"text": "The bridge at Selm was closed on Friday, the council said."}


def feed(tmp_path: Path, *lines: object) -> list[Article | Unreadable]:
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines), encoding="utf-8")
    return list(read([path]))


def test_all_fields(tmp_path: Path) -> None:
    record = GOOD | {
        "url": "https://selm.example/1",
        "title": "Bridge shut",
        "date": "2021-03-04",
        "publisher": "Selm Echo",
    }
    (article,) = feed(tmp_path, record | {"other": [1, 2]})
    assert article == Article(
        "feed#1", GOOD["text"], "Bridge shut", "2021-03-04", "Selm Echo", "https://selm.example/1"
    )


def test_identifiers_count_lines_unless_given(tmp_path: Path) -> None:
    found = feed(tmp_path, GOOD, "", GOOD | {"id": "selm-7"}, GOOD)
    assert [a.identifier for a in found if isinstance(a, Article)] == ["feed#1", "selm-7", "feed#4"]


def test_an_identifier_given_twice(tmp_path: Path) -> None:
    _, second = feed(tmp_path, GOOD | {"id": "x"}, GOOD | {"id": "x"})
    assert isinstance(second, Unreadable)
    assert second.reason == f"its identifier 'x' is already that of {tmp_path / 'feed.jsonl'}:1: rename one of them"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('["text"]', "not a JSON object"),
        ('"text"', "not a JSON object"),
        ("null", "not a JSON object"),
        ('{"text": "cut', "not JSON, at column 10"),
        ('{"url": "https://selm.example"}', "has no `text`"),
        ('{"text": null}', "has no `text`"),
        ('{"text": 5}', "`text` is no string"),
        ('{"text": "Rain.", "title": ["a"]}', "`title` is no string"),
        ('{"text": "Rain.", "date": 20210304}', "`date` is no string"),
        ('{"text": "Rain.", "id": {}}', "`id` is no string"),
        ('{"text": ""}', "empty: nothing to read"),
        ('{"text": " \\n"}', "only white space: nothing to read"),
        ('{"text": "' + "x" * 100_001 + '"}', "line 1 of its text has 100,001 characters"),
        ("[" * 100_000, "its nesting go too far"),
        ('{"text": ' + "9" * 5000 + "}", "its numbers or its nesting go too far"),
    ],
)
def test_a_bad_line_is_told_of_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    first, bad, last = feed(tmp_path, GOOD, line, GOOD)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, Unreadable)
    assert reason in bad.reason
    assert bad.where == f"{tmp_path / 'feed.jsonl'}:2"


def test_a_line_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "feed.ndjson"
    path.write_bytes(b'{"text": "caf\xe9 society"}\n' + json.dumps(GOOD).encode())
    bad, good = read([path])
    assert isinstance(bad, Unreadable)
    assert "not UTF-8, at byte 13" in bad.reason
    assert isinstance(good, Article)


def test_a_line_without_end_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(GOOD).encode() + b"\n" + b"[" * 50_000_000, 1))
    good, bad = read([path], limit=1000)
    assert isinstance(good, Article)
    assert isinstance(bad, Unreadable)
    assert bad.reason == "longer than 77,536 bytes: split it; the lines after it are not read"


def test_whole_files_that_are_no_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    for data, reason in (
        (b"", "empty: nothing to read"),
        (b"\n \n", "empty: nothing to read"),
        ("{}".encode("utf-16"), "UTF-16"),
    ):
        path.write_bytes(data)
        (found,) = read([path])
        assert isinstance(found, Unreadable)
        assert found.reason.startswith(reason)


def test_lone_surrogates_and_control_characters_are_replaced(tmp_path: Path) -> None:
    (article,) = feed(tmp_path, r'{"text": "a \ud800 b \ud83d\ude00 c \u0000 d", "title": "x \udfff", "id": "y\ud800"}')
    assert isinstance(article, Article)
    assert (article.text, article.title, article.identifier) == ("a � b 😀 c � d", "x �", "y�")


def test_a_date_that_is_none_is_left_out(tmp_path: Path) -> None:
    (article,) = feed(tmp_path, GOOD | {"date": "last spring", "title": " ", "publisher": None})
    assert isinstance(article, Article)
    assert (article.issued, article.title, article.publisher) == (None, None, None)


def test_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    (article,) = read([path])
    assert isinstance(article, Article)
