"""`claimgraph validate --reason`, and that every command refuses the same RDF files in the same words."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph import graphs, reasoning
from claimgraph.errors import InputError

SAMPLE = Path(__file__).parent / "sample.trig"
BOMB = '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
RDF_XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.org/">'
    '<rdf:Description rdf:about="https://e.org/a"><e:p>&b;</e:p></rdf:Description></rdf:RDF>'
)
REFUSED: list[tuple[str, bytes, str]] = [
    ("bomb.rdf", (BOMB + RDF_XML).encode(), "an XML entity holds other entities"),
    ("file.rdf", b'<!DOCTYPE r [<!ENTITY b SYSTEM "file:///etc/hosts">]>' + RDF_XML.encode(), "not well-formed"),
    ("remote.jsonld", b'{"@context": "http://127.0.0.1:1/c", "@id": "urn:a", "p": 1}', "@context is remote"),
    ("syntax.ttl", b"<urn:a> a\n\n<b c> .", "syntax.ttl:3:"),
    ("empty.ttl", b"", "holds no triple"),
    ("comment.nq", b"# nothing\n", "holds no triple"),
    ("binary.ttl", b"\x89PNG\r\n\x1a\n\0\0", "binary.ttl:1:"),
    ("utf16.ttl", "<urn:a> a <urn:b> .".encode("utf-16"), "UTF-8"),
    ("plain.ttl.gz", b"<urn:a> a <urn:b> .", "cannot be read"),
    ("new.ttl", b'<urn:a> <urn:p> "x"@en--ltr .', "RDF 1.1"),
    ("new.nt", b"<urn:a> <urn:p> <<( <urn:a> <urn:p> <urn:b> )>> .", "RDF 1.1"),
    ("graph.csv", b"a,b", "names no RDF format"),
]
Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(("name", "data", "told"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_every_command_refuses_a_file_in_the_same_line(
    name: str, data: bytes, told: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    answers = [run("query", path, "actors"), run("explain", path, "urn:a"), run("validate", path)]
    code, out, err = answers[0]
    assert answers == [answers[0]] * 3
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"claimgraph: {path}")
    assert told in err


@pytest.mark.parametrize("name", ["none.ttl", "folder.ttl"])
def test_a_missing_file_and_a_folder(name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    answers = [run("query", tmp_path / name, "actors"), run("validate", tmp_path / name)]
    assert answers == [answers[0]] * 2
    assert answers[0][0] == 2
    assert "cannot be read: " in answers[0][2]


def test_a_relative_iri_on_stdin_has_no_base(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="-:1:"):
        read(monkeypatch, b"<a> a <urn:b> .")


def test_stdin_is_turtle_or_trig(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(read(monkeypatch, b"<urn:a> a <urn:b> . <urn:g> { <urn:a> a <urn:c> }")) == 2


def read(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[object]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return list(graphs.read("-"))


def a_place_that_is_a_person(folder: Path) -> Path:
    """The sample with a type that the shapes have nothing against by itself, all superclasses being there."""
    path = folder / "both.trig"
    both = "a cg:Place, cg:Person, cg:Actor"
    path.write_text(SAMPLE.read_text("utf-8").replace("a cg:Place", both), "utf-8")
    return path


@pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs a Java runtime")
def test_what_contradicts_the_ontology_leaves_with_1_and_the_reason(run: Run, tmp_path: Path) -> None:
    code, out, err = run("validate", "--reason", SAMPLE, a_place_that_is_a_person(tmp_path))
    assert (code, err) == (1, "")
    good, bad = out.split(f"{tmp_path / 'both.trig'}:")
    assert "OWL: consistent" in good
    assert "OWL: inconsistent: " in bad
    assert "share no instance" in bad
    told = json.loads(run("validate", "--reason", SAMPLE, "--format", "json")[1])[0]
    assert told["reasoned"] == {"consistent": True, "unsatisfiable": [], "reason": ""}
    assert told["conforms"] is True


def test_without_java_the_shapes_alone_decide(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, out, err = run("validate", "--reason", SAMPLE, SAMPLE)
    assert code == 0
    assert err.count("\n") == 1
    assert "needs a Java runtime" in err
    assert "OWL" not in out


def test_the_reasoner_is_asked_only_if_told_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("claimgraph.reasoning.check")
    assert run("validate", SAMPLE)[0] == 0
    assert json.loads(run("validate", SAMPLE, "--format", "json")[1])[0]["reasoned"] is None


def test_a_reasoner_that_fails_leaves_with_2(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho out of memory >&2\nexit 3\n", "utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(reasoning, "_alone", lambda: reasoning.Reasoned(True))
    code, out, err = run("validate", "--reason", SAMPLE)
    assert (code, out) == (2, "")
    assert "HermiT failed" in err
