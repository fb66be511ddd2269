"""`validate --format github`, read as the runner reads it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checked import GRAPH, written

Run = Callable[..., tuple[int, str, str]]


@dataclass
class Command:
    kind: str
    properties: dict[str, str]
    data: str


def command(line: str) -> Command | None:
    """As GitHub documents it: `::name key=value,key=value::data`, leading white space allowed, `%25` undone last."""
    found = re.fullmatch(r"\s*::([a-z-]+)(?: (.*?))?::(.*)", line)
    if not found:
        return None
    pairs = (pair.partition("=") for pair in (found[2] or "").split(",") if pair)
    return Command(found[1], {key: unescaped(value) for key, _, value in pairs}, unescaped(found[3]))


def unescaped(text: str) -> str:
    for sign, escape in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(escape, sign)
    return text


def read(out: str) -> tuple[list[Command], str]:
    """The commands, and the one line that is none."""
    lines = out.splitlines()
    commands = [command(line) for line in lines]
    (other,) = (line for line, one in zip(lines, commands, strict=True) if one is None)
    return [one for one in commands if one], other


def test_a_command_for_each_finding(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    code, out, err = run("validate", "people.ttl", "--shapes", "shapes.ttl", "--format", "github")
    commands, summary = read(out)
    assert (code, err) == (1, "")
    assert [one.kind for one in commands] == ["error"] * 3 + ["warning"] + ["notice"] * 5
    bob = commands[2]
    assert bob.properties == {"file": "people.ttl", "line": "7", "col": "1", "endColumn": "6", "title": "just one name"}
    assert "Everybody has one name. <https://e.org/bob>" in bob.data
    assert summary == "claimgraph validate: 1 file: 3 violations, 1 warning, 5 infos"


def test_nothing_of_a_graph_is_a_command(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    commands, _ = read(run("validate", graph, "--shapes", shapes, "--format", "github")[1])
    hostile = [one for one in commands if "##[add-mask]z" in one.data]
    assert len(hostile) == 2
    assert {one.kind for one in commands} == {"error", "warning", "notice"}
    assert any("::error::x ::warning::y %0A, [a]" in one.data for one in hostile)


def test_a_file_is_named_as_it_is(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, shapes = written(tmp_path)
    name = "a,b: 100%.ttl"
    (tmp_path / name).write_text(GRAPH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands, _ = read(run("validate", name, "--shapes", shapes, "--format", "github")[1])
    assert {one.properties["file"] for one in commands} == {name}


def test_what_fails_comes_first_and_the_limit_is_told(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    graph.write_text(GRAPH + "".join(f"e:n{n} a e:Person .\n" for n in range(12)), encoding="utf-8")
    shapes.write_text(shapes.read_text("utf-8").replace("e:Critical", "sh:Warning"), encoding="utf-8")
    commands, summary = read(
        run("validate", graph, "--shapes", shapes, "--format", "github", "--fail-on", "warning")[1]
    )
    assert [one.kind for one in commands].index("notice") == 16
    assert summary.endswith("; GitHub shows the first 10 of each kind as annotations")


def test_known_findings_are_counted_only(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    asked = ("validate", graph, "--shapes", shapes, "--format", "github")
    run(*asked, "--write-baseline", tmp_path / "known.json")
    code, out, _ = run(*asked, "--baseline", tmp_path / "known.json")
    assert (code, out) == (0, "claimgraph validate: 1 file: 9 known\n")


def test_what_cannot_be_read_and_stdin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<a> a", encoding="utf-8")
    code, out, _ = run("validate", tmp_path / "broken.ttl", "--format", "github")
    (told,), summary = read(out)
    assert code == 2
    assert (told.kind, told.properties["file"]) == ("error", str(tmp_path / "broken.ttl"))
    assert "not well-formed Turtle" in told.data
    assert summary.endswith("1 file not read")
