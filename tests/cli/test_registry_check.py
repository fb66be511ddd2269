"""`claimgraph registry check`: all that is wrong with a registry, in lines and as JSON, and the exit codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
PREFIXES = """@prefix actor: <https://w3id.org/claimgraph/id/actor/> .
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
BAD = """id,kind,label,alt_labels,part_of,since,source
actor/guard,MilitaryForce,Lagoon Guard,,,,a leaflet
actor/x,Persn,Vera,,,,
actor/y,Person,Vera,Vera,actor/none,,
actor/z,Person,Pell, Pell ,actor/guard,May,
,,,,,,
actor/none-at-all,,,Nobody,,,
actor/guard-2,MilitaryForce,Lagoon Guard,,,,a leaflet
"""


def written(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_is_wrong_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, BAD, "bad.csv")
    code, out, err = run("registry", "check", path, "--no-shipped-registry")
    lines = out.splitlines()
    assert (code, err) == (1, "")
    expected = [
        ("warning", "line 2", "Lagoon Guard is one of"),
        ("violation", "line 3, column kind: ", "'Persn' is no kind"),
        ("violation", "line 4, column label: ", "is not among the skos:altLabels"),
        ("violation", "line 4, column part_of: ", "which no file describes"),
        ("warning", "line 4, column source: ", "say where its name and kind can be checked"),
        ("violation", "line 5, column since: ", "'May' is no date"),
        ("violation", "line 7, column kind: ", "no earlier file has it"),
        ("warning", "line 8", "Lagoon Guard is one of"),
    ]
    for severity, place, said in expected:
        assert [x for x in lines if x.startswith(f"{severity}: {path}: {place.strip(': ')}") and said in x], (
            place,
            said,
        )
    assert lines[-1].endswith("5 violations, 3 warnings")
    assert len(lines) == 9


def test_a_sound_file_passes_and_is_counted(run: Run, tmp_path: Path) -> None:
    table = (
        "id,kind,label,member,organization,role,source\nactor/vera,Person,Vera Pell,,,,a leaflet\n"
        ",Affiliation,,actor/vera,actor/badr-organisation,clerk,\nplace/x,Place,Ostrova Quay,,,,\n"
    )
    path = written(tmp_path, table, "own.csv")
    code, out, _ = run("registry", "check", path)
    assert code == 0
    assert out.splitlines()[-1] == "1 actor, 1 place, 1 affiliation, 1 with a source, 0 violations, 1 warning"
    assert run("registry", "check", path, "--fail-on", "warning")[0] == 1
    assert run("registry", "check", path, "--no-shipped-registry")[0] == 1, "it links to the shipped registry"


def test_the_same_as_json(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, BAD, "bad.csv")
    code, out, _ = run("registry", "check", path, "--no-shipped-registry", "--format", "json")
    told = json.loads(out)
    assert (code, told["files"], told["counts"]["violations"]) == (1, [str(path)], 5)
    assert {
        "severity": "violation",
        "file": str(path),
        "line": 3,
        "column": "kind",
        "entry": None,
        "property": None,
        "message": told["findings"][1]["message"],
    } in told["findings"]


def test_what_replaces_a_shipped_entry_is_a_warning_and_what_adds_is_none(run: Run, tmp_path: Path) -> None:
    source = 'dcterms:source "a leaflet"'
    replacing = f'actor:badr-organisation a cg:ArmedGroup ; skos:prefLabel "Badr"@en ; {source} .'
    code, out, _ = run("registry", "check", written(tmp_path, PREFIXES + replacing, "a.ttl"))
    assert (code, out.count("It replaces all that")) == (0, 1)
    adding = f'actor:badr-organisation skos:altLabel "Bader"@en ; {source} .'
    assert "replaces" not in run("registry", "check", written(tmp_path, PREFIXES + adding, "b.ttl"))[1]


def test_what_a_file_spoils_in_the_shipped_registry_is_told(run: Run, tmp_path: Path) -> None:
    person = 'actor:pmf a cg:Person ; skos:prefLabel "Pell"@en ; dcterms:source "a leaflet" .'
    code, out, _ = run("registry", "check", written(tmp_path, PREFIXES + person, "a.ttl"))
    assert code == 1
    assert "badr-organisation>: An actor is part of an organization" in out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.ttl", "actor:x a", "a.ttl: line 1: no Turtle"),
        ("a.csv", "lable\nx\n", "a.csv: line 1: there is no column 'lable'"),
        ("a.csv", "", "a.csv: the registry holds no entry"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_with_2(run: Run, tmp_path: Path, name: str, text: str, said: str) -> None:
    code, out, err = run("registry", "check", written(tmp_path, text, name))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_text_of_a_file_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, 'kind,label\n"Per\x1b[2J\nson",Vera\n', "own\x1b.csv")
    code, out, _ = run("registry", "check", path)
    assert (code, "\x1b" in out) == (1, False)
    assert len(out.splitlines()) == 2
