"""Files, folders, gzip and standard input -> articles; and one clear line for everything that cannot be read."""

import gzip
import io
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.articles import Article, Unreadable, read

STORY = (
    "Mayor reopens the old harbour\n\nThe mayor of Korvath said on Monday that the harbour would open within a week.\n"
)
FIT = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=[chr(c) for c in range(0xFDD0, 0xFDF0)])


def one(path: Path | str, **options: int) -> Article:
    (found,) = read([path], **options)
    assert isinstance(found, Article), found
    return found


def refused(path: Path | str, **options: int) -> str:
    (found,) = read([path], **options)
    assert isinstance(found, Unreadable), found
    assert found.where == str(path)
    assert "\n" not in found.reason
    return found.reason


def saved(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Article | Unreadable]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(read(["-"]))
    assert not sys.stdin.closed
    return found


@pytest.mark.parametrize(
    "name", ["story.txt", "story.TXT", "story.text", "story.md", "story", "story.txt.gz", "story.odd"]
)
def test_a_file_by_itself_is_named_without_its_endings(tmp_path: Path, name: str) -> None:
    data = gzip.compress(STORY.encode()) if name.endswith(".gz") else STORY.encode()
    article = one(saved(tmp_path / name, data))
    assert (article.identifier, article.text) == ("story", STORY)


def test_gzip_is_seen_by_its_bytes_not_by_its_name(tmp_path: Path) -> None:
    assert one(saved(tmp_path / "story.txt", gzip.compress(STORY.encode()))).text == STORY


def test_folders_are_walked_in_order_and_named_from_the_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.v1.txt", "a/10.txt", ".hidden.txt", ".git/x.txt"):
        saved(tmp_path / name, STORY)
    found = list(read([tmp_path]))
    assert [a.identifier for a in found if isinstance(a, Article)] == ["a/10", "a/2.v1", "b"]
    assert len(found) == 3


def test_unknown_endings_in_a_folder_are_left_out_and_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.png", "c.csv", "d.png"):
        saved(tmp_path / name, STORY)
    article, note = read([tmp_path])
    assert isinstance(article, Article)
    assert isinstance(note, Unreadable)
    assert (note.where, note.passed_over) == (str(tmp_path), True)
    assert note.reason.startswith("3 files left out, their endings are unknown (.csv, .png): ")


def test_an_empty_path_is_not_the_folder_one_is_in() -> None:
    assert list(read([""])) == [
        Unreadable("an empty path", "it names nothing: give a file or a folder, or . for this one")
    ]


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    assert refused(tmp_path).startswith("nothing to read in this folder: ")
    saved(tmp_path / "a.png", "x")
    assert refused(tmp_path).startswith("nothing to read in this folder, 1 file left out")
    (note,) = read([tmp_path])
    assert isinstance(note, Unreadable)
    assert not note.passed_over


def test_a_pipe_in_a_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "nothing to read" in refused(tmp_path)


def test_a_broken_link_in_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (found,) = read([tmp_path])
    assert found == Unreadable(str(tmp_path / "gone.txt"), "no such file or folder: check the path")


def test_the_second_of_two_with_one_identifier_is_refused(tmp_path: Path) -> None:
    first, second = saved(tmp_path / "a.txt", STORY), saved(tmp_path / "b" / "a.txt", STORY)
    article, clash = read([first, second])
    assert isinstance(article, Article)
    assert clash == Unreadable(str(second), f"its identifier 'a' is already that of {first}: rename one of them")


def test_a_file_given_again_is_passed_over(tmp_path: Path) -> None:
    path = saved(tmp_path / "news" / "a" / "x.txt", STORY)
    article, again = read([tmp_path / "news", path])
    assert isinstance(article, Article)
    assert article.identifier == "a/x"
    assert again == Unreadable(str(path), "given more than once: it is read once", passed_over=True)


def test_the_same_text_in_two_files_is_two_articles(tmp_path: Path) -> None:
    first, second = (one(saved(tmp_path / name, STORY)) for name in ("a.txt", "b.txt"))
    assert first.text == second.text
    assert first.id != second.id


def test_articles_are_given_as_they_are_but_not_with_one_identifier(tmp_path: Path) -> None:
    mine = Article("a", STORY)
    article, clash = read([mine, saved(tmp_path / "a.txt", STORY)])
    assert article is mine
    assert isinstance(clash, Unreadable)
    assert "already that of an article given" in clash.reason


def test_a_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    found = list(read([tmp_path / "none.txt", saved(tmp_path / "a.txt", STORY), saved(tmp_path / "b.txt", "")]))
    assert [type(x) for x in found] == [Unreadable, Article, Unreadable]


@pytest.mark.parametrize("name", ["none.txt", "none/none.txt"])
def test_a_missing_path(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name) == "no such file or folder: check the path"


def test_paths_that_cannot_be(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(saved(tmp_path / "a.txt", STORY) / "b.txt")
    assert "cannot be opened" in refused(tmp_path / ("x" * 5000))
    (found,) = read(["a\0b"])
    assert isinstance(found, Unreadable)
    assert "cannot be opened" in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.txt", STORY)
    path.chmod(0)
    assert refused(path) == "no permission to read it: change its permissions or copy it"


def test_no_permission_as_the_system_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    path = saved(tmp_path / "a.txt", STORY)
    monkeypatch.setattr(Path, "open", denied)
    assert refused(path) == "no permission to read it: change its permissions or copy it"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty: nothing to read"),
        (b" \n\t\r\n\xc2\xa0", "only white space: nothing to read"),
        (b"%PDF-1.7 and so on", "not text but a PDF: save its text as UTF-8"),
        (b"\x89PNG\r\n", "not text but a PNG image: save its text as UTF-8"),
        (b"PK\x03\x04abc", "not text but a ZIP archive or an office document: save its text as UTF-8"),
        (b"News\0paper", "not text: there is a NUL at byte 4; save it as UTF-8"),
        (
            b"a\n" + b"b" * 900_000,
            "line 2 of its text has 900,000 characters, over 100,000: break it into paragraphs",
        ),
        (
            b"one\r\ntwo\r" + b"b" * 100_001,
            "line 3 of its text has 100,001 characters, over 100,000: break it into paragraphs",
        ),
        (b"word \n" * 200_000, "longer than 1,000,000 characters: split it, or raise the limit"),
    ],
)
def test_bad_text(tmp_path: Path, data: bytes, reason: str) -> None:
    assert refused(saved(tmp_path / "bad.txt", data)) == reason


def test_the_limit_counts_characters_not_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.txt", "😀" * 100)
    assert one(path, limit=100).text == "😀" * 100
    assert refused(path, limit=99) == "longer than 99 characters: split it, or raise the limit"


@pytest.mark.parametrize("ending", ["txt", "html", "txt.gz", "odd"])
def test_much_data_is_refused_before_it_is_read_whole(tmp_path: Path, ending: str) -> None:
    data = b"The river rose again on Sunday.\n" * 2_000_000
    path = saved(tmp_path / f"a.{ending}", gzip.compress(data, 1) if ending.endswith("gz") else data)
    assert refused(path, limit=1000) == "longer than 1,000 characters: split it, or raise the limit"


def test_broken_gzip(tmp_path: Path) -> None:
    whole = gzip.compress(STORY.encode() * 10)
    assert "its gzip is broken or cut off" in refused(saved(tmp_path / "a.txt.gz", whole[:40]))
    assert "its gzip is broken or cut off" in refused(
        saved(tmp_path / "b.txt.gz", whole[:15] + b"\xff\xff" + whole[17:])
    )
    assert "not gzip" in refused(saved(tmp_path / "c.txt.gz", STORY))
    assert refused(saved(tmp_path / "d.txt.gz", b"")) == "empty: nothing to read"


def test_standard_input_is_told_by_what_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (text,) = piped(monkeypatch, STORY.encode())
    assert isinstance(text, Article)
    assert (text.identifier, text.text) == ("stdin", STORY)
    (packed,) = piped(monkeypatch, gzip.compress(STORY.encode()))
    assert isinstance(packed, Article)
    assert packed.text == STORY
    lines = piped(monkeypatch, b'\n{"text": "The road is open."}\n{"text": "The road is shut."}\n')
    assert [a.identifier for a in lines if isinstance(a, Article)] == ["stdin#2", "stdin#3"]
    (page,) = piped(monkeypatch, f"<!-- x -->\n<!DOCTYPE html><html><body><p>{STORY}</p></body></html>".encode())
    assert isinstance(page, Article)
    assert "<" not in page.text
    (brace,) = piped(monkeypatch, b"{sic} he wrote, and the council said nothing of it.\n")
    assert isinstance(brace, Article)
    assert brace.text.startswith("{sic}")
    assert piped(monkeypatch, b"") == [Unreadable("-", "empty: nothing to read")]


def test_line_breaks_and_astral_characters_keep_their_offsets(tmp_path: Path) -> None:
    text = "Fire in 𝕂orvath\r\n\r\nShe said 😀 twice.\rThen \u2028 e\u0301 left.\n"
    article = one(saved(tmp_path / "a.txt", text))
    assert article.text == text
    assert article.text.index("twice") == text.index("twice")


def test_what_no_graph_can_carry_is_replaced_one_for_one(tmp_path: Path) -> None:
    text = "a\x00b".replace("\x00", "\x01") + "\x1bc\x7fd\x85e\ufffef\ufdd0g\U0001ffffh\u200fi\ufeffj\tk\n"
    assert one(saved(tmp_path / "a.txt", text)).text == "a�b�c�d�e�f�g�h\u200fi\ufeffj\tk\n"


@given(st.text(FIT.filter(lambda c: ord(c) & 0xFFFE != 0xFFFE)), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_any_text_stays_as_it_is(words: str, line_break: str) -> None:
    text = f"Harbour news{line_break}{words}{line_break}Share"
    with tempfile.TemporaryDirectory() as folder:
        article = one(saved(Path(folder, "a.txt"), text))
    assert article.text == text
    assert len(article.body) == len(text)
    assert all(text[s.begin : s.end] == s.text for s in article.boilerplate)
