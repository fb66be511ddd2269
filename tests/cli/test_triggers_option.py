"""`--triggers` of `build` and of `explain --rules`: events of one's own words."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
PATTERN = r"cat > events\.toml <<'END'\n(.+?)^END\necho '(.+?)'"
NOTE = "Police said that smugglers had hobbled a ferry."
MORE = "[[verb]]\ntype = 'Sabotage'\nframe = 'act'\nlemmas = ['hobble']\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def more(tmp_path: Path) -> Path:
    path = tmp_path / "events.toml"
    path.write_text(MORE, "utf-8")
    return path


def test_the_documented_file_does_what_the_page_says(
    build: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((file, text),) = re.findall(PATTERN, DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    path = tmp_path / "events.toml"
    path.write_text(file, "utf-8")
    told = []
    for options in ([], ["--triggers", path]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code, out, _ = build("-", *options)
        told.append((code, "cg:Sabotage" in out, "cg:Clash" in out))
    assert told == [(0, False, True), (0, True, False)]


def test_of_two_files_the_later_one_counts(build: Run, more: Path, tmp_path: Path) -> None:
    note, off = tmp_path / "note.txt", tmp_path / "off.toml"
    note.write_text(NOTE, "utf-8")
    off.write_text("[[verb]]\nlemmas = ['hobble']\n", "utf-8")
    assert "cg:Sabotage" in build(note, "--triggers", off, "--triggers", more)[1]
    assert "cg:Sabotage" not in build(note, "--triggers", more, "--triggers", off)[1]


@pytest.mark.usefixtures("build")
def test_explain_tells_of_the_event_that_a_claim_describes(run: Run, more: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE, "utf-8")
    described = []
    for options in ([], ["--triggers", more]):
        code, out, _ = run("explain", "--rules", note, "--format", "json", *options)
        described.append((code, [len(c["claim"]["describes"]) for s in json.loads(out) for c in s["claims"]]))
    assert described == [(0, [0]), (0, [1])]


@pytest.mark.usefixtures("build")
def test_a_bad_file_is_one_line_with_the_place(run: Run, tmp_path: Path) -> None:
    note, bad = tmp_path / "note.txt", tmp_path / "bad.toml"
    note.write_text(NOTE, "utf-8")
    bad.write_text(MORE.replace("Sabotage", "Earthquake"), "utf-8")
    answers = [run(*command, "--triggers", bad) for command in (("build", note), ("explain", "--rules", note))]
    for code, out, err in answers:
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith(f"claimgraph: {bad}: verb.0.type: ")


def test_a_graph_is_explained_as_it_is(run: Run, more: Path) -> None:
    code, out, err = run("explain", "graph.ttl", "Badr Organisation", "--triggers", more)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--rules" in err
