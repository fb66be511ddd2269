"""`--write-baseline` and `--baseline`: what is known fails no run, what is new does, and what is gone is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from checked import GRAPH, PREFIXES, written

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def known(run: Run, tmp_path: Path) -> Path:
    """The baseline of the people."""
    graph, shapes = written(tmp_path)
    code, _, err = run("validate", graph, "--shapes", shapes, "--write-baseline", tmp_path / "known.json")
    assert code == 0
    assert err == f"claimgraph: {tmp_path / 'known.json'}: 9 findings written\n"
    return tmp_path / "known.json"


def test_what_is_known_is_counted_and_does_not_fail(known: Path, run: Run, tmp_path: Path) -> None:
    asked = ("validate", tmp_path / "people.ttl", "--shapes", tmp_path / "shapes.ttl", "--fail-on", "info")
    code, out, err = run(*asked, "--baseline", known)
    assert (code, err) == (0, "")
    assert out == f"{tmp_path / 'people.ttl'}:\n  does not conform; nothing new, 9 known\n"
    assert run(*asked)[0] == 1


def test_what_is_new_fails(known: Path, run: Run, tmp_path: Path) -> None:
    graph = tmp_path / "people.ttl"
    graph.write_text(f"{GRAPH} e:cho a e:Person .", encoding="utf-8")
    code, out, _ = run("validate", graph, "--shapes", tmp_path / "shapes.ttl", "--baseline", known)
    assert code == 1
    assert out.count("e.org/cho") == 2
    assert "bob" not in out
    assert out.endswith("does not conform; 1 violation, 1 info, 9 known\n")


def test_a_second_finding_of_one_fingerprint_is_new(known: Path, run: Run, tmp_path: Path) -> None:
    """Blank nodes cannot be told apart from run to run, so they are counted."""
    graph = tmp_path / "people.ttl"
    graph.write_text(f'{GRAPH} e:ann e:knows [ a e:Person ; e:age "old" ] .', encoding="utf-8")
    code, out, _ = run("validate", graph, "--shapes", tmp_path / "shapes.ttl", "--baseline", known)
    assert code == 1
    assert out.endswith("2 violations, 1 info, 9 known\n")


def test_what_is_gone_is_told(known: Path, run: Run, tmp_path: Path) -> None:
    graph = tmp_path / "people.ttl"
    graph.write_text(f'{PREFIXES} e:ann a e:Person ; e:name "Ann" .', encoding="utf-8")
    code, _, err = run("validate", graph, "--shapes", tmp_path / "shapes.ttl", "--baseline", known)
    assert code == 0
    assert err == f"claimgraph: {known}: 8 findings are gone: write it anew with --write-baseline\n"


def test_neither_path_nor_order_nor_number_of_files_matters(known: Path, run: Run, tmp_path: Path) -> None:
    graph, shapes = tmp_path / "people.ttl", tmp_path / "shapes.ttl"
    (tmp_path / "below").mkdir()
    moved, again = tmp_path / "below" / "moved.trig", tmp_path / "again.json"
    head, *blocks = GRAPH.split("\n\n")
    moved.write_text("\n".join([*PREFIXES.splitlines(), *reversed([head.replace(PREFIXES, ""), *blocks])]), "utf-8")
    code, out, _ = run("validate", moved, graph, "--shapes", shapes, "--baseline", known)
    assert (code, out.count("nothing new, 9 known")) == (0, 2)
    run("validate", moved, graph, "--shapes", shapes, "--write-baseline", again)
    assert again.read_bytes() == known.read_bytes()


def test_the_file_has_a_line_for_each_finding_sorted(known: Path) -> None:
    lines = known.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line.rstrip(",")) for line in lines[1:-1]]
    assert len(entries) == 9
    assert [(e["shape"], e["node"]) for e in entries] == sorted((e["shape"], e["node"]) for e in entries)
    assert str(known.parent) not in known.read_text(encoding="utf-8")


def test_it_is_not_written_where_a_file_is_not_read(known: Path, run: Run, tmp_path: Path) -> None:
    before = known.read_bytes()
    code, _, err = run("validate", tmp_path / "people.ttl", tmp_path / "none.ttl", "--write-baseline", known)
    assert code == 2
    assert "not written, for not every file could be read" in err
    assert known.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no baseline: Invalid JSON"),
        (b"[]", "no baseline: "),
        (b'{"version": 2, "findings": []}', "no baseline: version: "),
        (b'{"version": 1, "findings": [{"fingerprint": "x"}]}', "no baseline: findings.0.fingerprint: "),
        (b"\xff\xfe", "no baseline: "),
        (None, "the baseline cannot be read: "),
    ],
)
def test_a_damaged_file_is_one_line(data: bytes | None, told: str, run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    if data is not None:
        (tmp_path / "known.json").write_bytes(data)
    code, out, err = run("validate", graph, "--shapes", shapes, "--baseline", tmp_path / "known.json")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"claimgraph: {tmp_path / 'known.json'}: {told}")


def test_reading_and_writing_at_once_is_refused(known: Path, run: Run, tmp_path: Path) -> None:
    code, _, err = run("validate", tmp_path / "people.ttl", "--baseline", known, "--write-baseline", known)
    assert (code, err.count("\n")) == (2, 1)
    assert "exclude each other" in err
