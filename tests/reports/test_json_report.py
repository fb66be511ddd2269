"""`validate --format json`, by the schema that is published for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checked import written

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def read(text: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(text)
    VALIDATOR.validate(made)
    return made


def test_the_schema_is_one_and_refuses_what_is_not_in_it(run: Run, tmp_path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    graph, shapes = written(tmp_path)
    made = read(run("validate", graph, "--shapes", shapes, "--format", "json")[1])
    made[0]["violations"][0]["colour"] = "red"
    assert not VALIDATOR.is_valid(made)


def test_findings_with_all_that_is_known_of_them(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    (made,) = read(run("validate", graph, "--shapes", shapes, "--format", "json")[1])
    (age,) = (one for one in made["violations"] if one["path"] == "https://e.org/age")
    assert age["value"] == "old"
    assert age["term"] == '"old"'
    assert age["node"].startswith("_:")
    assert age["component"].endswith("#DatatypeConstraintComponent")
    (bob,) = (one for one in made["violations"] if one["node"].endswith("bob") and "one-name" in one["shape"])
    assert bob["place"] == {"line": 7, "column": 1, "end": 6}
    assert bob["own_severity"] == "https://e.org/Critical"
    assert bob["severity"] == "Violation"


def test_a_file_that_cannot_be_read_stands_beside_those_that_can(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    code, out, err = run("validate", tmp_path / "none.ttl", graph, "--shapes", shapes, "--format", "json")
    none, people = read(out)
    assert (code, err.count("\n")) == (2, 1)
    assert "cannot be read" in none["unreadable"]
    assert (none["conforms"], none["fails"], none["violations"]) == (False, False, [])
    assert (people["unreadable"], people["fails"], len(people["violations"])) == (None, True, 9)


@pytest.mark.parametrize(("fail_on", "code"), [("violation", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_what_fails_is_told(fail_on: str, code: int, run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    graph.write_text('<urn:a> <https://e.org/nick> "Nan" .', encoding="utf-8")
    found = run("validate", graph, "--shapes", shapes, "--format", "json", "--fail-on", fail_on)
    (made,) = read(found[1])
    assert [one["severity"] for one in made["violations"]] == ["Warning"]
    assert (made["conforms"], made["fails"], found[0]) == (True, code == 1, code)
