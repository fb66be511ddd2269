"""`validate --format sarif`: as sarif-tools reads it, and as the schema and Microsoft's validator judge it."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sarif import loader

from checked import written
from claimgraph.commands.reports.sarif import _plain

Run = Callable[..., tuple[int, str, str]]
FOUND = sorted(Path(__file__).parents[1].glob("*/node_modules/@microsoft/sarif-multitool-linux"))
HOW = "Microsoft's SARIF Multitool is not there: npm ci --prefix tests/interop"
needs_multitool = pytest.mark.skipif(not FOUND, reason=HOW)


@pytest.fixture
def log(run: Run, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Runs `validate` on the people and what is given; gives the log, and leaves it as people.sarif."""
    graph, shapes = written(tmp_path)

    def make(*options: str | Path) -> dict[str, Any]:
        run("validate", graph, "--shapes", shapes, "--format", "sarif", "-o", tmp_path / "people.sarif", *options)
        made: dict[str, Any] = json.loads((tmp_path / "people.sarif").read_text(encoding="utf-8"))
        return made

    return make


def results(log: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """By rule, the last of its results."""
    return {one["ruleId"]: one for one in log["runs"][0]["results"]}


def test_sarif_tools_counts_what_was_found(log: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    log()
    read = loader.load_sarif_file(str(tmp_path / "people.sarif"))
    assert read.get_distinct_tool_names() == ["claimgraph"]
    counted = read.get_report()
    assert [counted.get_issue_count_for_severity(level) for level in ("error", "warning", "note")] == [3, 1, 5]
    lines = {(r["Location"], r["Line"]) for r in read.get_records() if r["Code"] == "https://e.org/one-name"}
    assert lines == {(str((tmp_path / "people.ttl").as_uri()), line) for line in (1, 7)}


def test_a_rule_for_each_shape(log: Callable[..., dict[str, Any]]) -> None:
    (run,) = log()["runs"]
    rules = run["tool"]["driver"]["rules"]
    (rule,) = (rule for rule in rules if rule["id"] == "https://e.org/one-name")
    assert rule["shortDescription"]["text"] == "just one name"
    assert rule["fullDescription"]["text"] == "Everybody has one name."
    assert rule["defaultConfiguration"]["level"] == "error"
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]


def test_the_node_and_where_it_stands(log: Callable[..., dict[str, Any]]) -> None:
    one = results(log())["https://e.org/one-name"]
    (place,) = one["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 6}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "https://e.org/bob", "kind": "element"}]
    assert one["properties"]["severity"] == "https://e.org/Critical"


def test_the_articles_identifier(run: Run, tmp_path: Path) -> None:
    sample = (Path(__file__).parents[1] / "cli" / "sample.trig").read_text(encoding="utf-8")
    graph = tmp_path / "bad.trig"
    graph.write_text(sample.replace("cg:speechAct cg:Denial", "cg:speechAct cg:Denying"), encoding="utf-8")
    (found,) = json.loads(run("validate", graph, "--format", "sarif")[1])["runs"]
    assert found["results"]
    for one in found["results"]:
        assert {"fullyQualifiedName": one["properties"]["article"], "kind": "module"} in one["locations"][0][
            "logicalLocations"
        ]
        assert one["locations"][0]["physicalLocation"]["region"]["startLine"] > 1


def test_fingerprints_outlive_a_move(log: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    def marks(log: dict[str, Any]) -> list[str]:
        return sorted(r["partialFingerprints"]["primaryLocationLineHash"] for r in log["runs"][0]["results"])

    before = marks(log())
    graph = tmp_path / "people.ttl"
    graph.write_text("# moved down\n\n" + graph.read_text(encoding="utf-8"), encoding="utf-8")
    assert marks(log()) == before
    assert len(set(before)) == len(before)


def test_a_baseline_tells_new_from_old(log: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    assert not any("baselineState" in r for r in log()["runs"][0]["results"])
    log("--write-baseline", tmp_path / "known.json")
    with (tmp_path / "people.ttl").open("a", encoding="utf-8") as graph:
        graph.write("e:cho a e:Person .")
    states = {
        (r["baselineState"], "cho" in str(r)) for r in log("--baseline", tmp_path / "known.json")["runs"][0]["results"]
    }
    assert states == {("unchanged", False), ("new", True)}


def test_a_file_that_cannot_be_read_is_a_notification(log: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "broken one.ttl").write_text("<a> a", encoding="utf-8")
    (invocation,) = log(tmp_path / "broken one.ttl")["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert "not well-formed Turtle" in told["message"]["text"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("/broken%20one.ttl")


def test_paths_are_relative_to_the_working_directory(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, shapes = written(tmp_path)
    monkeypatch.chdir(tmp_path)
    for path in ("people.ttl", tmp_path / "people.ttl"):
        (found,) = json.loads(run("validate", path, "--shapes", shapes, "--format", "sarif")[1])["runs"]
        assert found["artifacts"] == [{"location": {"uri": "people.ttl"}}]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("[5] is out", "[5] is out"), ("[a](https://e.org/)", "\\[a\\](https://e.org/)"), ("{0} {x}", "{{0}} {x}")],
)
def test_text_is_no_link_and_no_placeholder(text: str, plain: str) -> None:
    assert _plain(text) == plain


@needs_multitool
def test_the_published_schema(log: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<a> a", encoding="utf-8")
    schema = json.loads((FOUND[0] / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(log(tmp_path / "broken.ttl"))
    log("--write-baseline", tmp_path / "known.json")
    validator.validate(log("--baseline", tmp_path / "known.json"))
    assert not validator.is_valid({"version": "2.1.0"})


@needs_multitool
def test_microsofts_validator_with_githubs_rules(log: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<a> a", encoding="utf-8")
    log(tmp_path / "broken.ttl")
    tool, judged = FOUND[0] / "Sarif.Multitool", tmp_path / "judged.sarif"
    asked: list[str | Path] = [
        tool,
        "validate",
        tmp_path / "people.sarif",
        "--rule-kind",
        "Sarif;Gh",
        "--output",
        judged,
    ]
    known = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    tool.chmod(0o755)
    done = subprocess.run(asked, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(judged.read_text(encoding="utf-8-sig"))["runs"][0].get("results", []) == []
