"""The commands: exit codes, what goes to stdout and what to stderr, and the examples in their help."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from claimgraph import cli

SAMPLE = Path(__file__).parent / "sample.trig"
CLUB = 'The "} INSERT DATA { <urn:x> <urn:y> <urn:z> } # Club'
Run = Callable[..., tuple[int, str, str]]


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin", "/bin"])
    env = {"PATH": path, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        ["/bin/bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def commands() -> dict[str, Any]:
    """The commands by what calls them; those of a group stand behind it."""
    found: dict[str, Any] = {}
    for name, command in typer.main.get_command(cli.app).commands.items():  # type: ignore[attr-defined]
        found |= {name: command, **{f"{name} {of}": one for of, one in getattr(command, "commands", {}).items()}}
    return found


def test_help_is_quick_to_load() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'pyshacl', 'rich.console', 'httpx2'}"
    code = f"import sys, claimgraph.cli; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_help_has_an_example(name: str, run: Run) -> None:
    code, out, err = run(*name.split(), "--help")
    assert (code, err) == (0, "")
    assert f"claimgraph {name}" in out.partition("Example:\n")[2]


@pytest.mark.parametrize("name", sorted(set(commands()) - {"build", "load"}))  # tests/endpoints runs that of load
def test_the_example_in_the_help_runs(name: str, run: Run, tmp_path: Path) -> None:
    _, out, _ = run(*name.split(), "--help")
    (tmp_path / "sample.trig").write_bytes(SAMPLE.read_bytes())
    example = out.partition("Example:\n")[2].splitlines()[0].strip().replace("graph.ttl", "sample.trig")
    done = shell(example, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["build"],
        ["build", "a.txt", "--nonsense"],
        ["query", "graph.ttl"],
        ["query", str(SAMPLE), "actors", "--format", "xml"],
        ["query", str(SAMPLE), "claims-by", "--param", "actor"],
        ["query", str(SAMPLE), "claims-by", "--param", "actr=x"],
        ["query", str(SAMPLE), "INSERT DATA { <urn:a> <urn:b> <urn:c> }"],
        ["query", str(SAMPLE), "SELECT * { SERVICE <http://127.0.0.1:1/> { } }"],
        ["query", str(SAMPLE), "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"],
        ["query", "missing.ttl", "actors"],
        ["query", "graph.txt", "actors"],
        ["validate"],
        ["validate", "missing.ttl"],
        ["explain", str(SAMPLE), "Badr Organisaton"],
        ["questions", "nonsense"],
        ["registry"],
        ["registry", "nonsense"],
        ["registry", "check", "missing.ttl"],
        ["registry", "check", "--no-shipped-registry"],
        ["registry", "check", "--fail-on", "nothing"],
        ["registry", "add", "none/mine.ttl", "--kind", "Person", "--label", "x"],
        ["registry", "suggest"],
        ["registry", "suggest", "missing.txt"],
    ],
)
def test_a_wrong_call_leaves_with_2_and_nothing_on_stdout(arguments: list[str], run: Run) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_a_refusal_is_one_line(run: Run) -> None:
    code, _, err = run("query", SAMPLE, "who-accused")
    assert code == 2
    assert err.count("\n") == 1
    assert "who-accuses-whom" in err


def test_an_interruption_leaves_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimgraph.commands.query.load", interrupted)
    code, out, err = run("query", SAMPLE, "actors")
    assert (code, out) == (130, "")
    assert "Traceback" not in err


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    many = "'SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 200000'"
    done = shell(f"claimgraph query '{SAMPLE}' {many} --format csv | head -1; echo ${{PIPESTATUS[0]}}", tmp_path)
    assert done.stdout.endswith("\n0\n")
    assert done.stderr == ""


def test_rows_in_a_pipe_are_whole_lines(run: Run) -> None:
    code, out, err = run("query", SAMPLE, "claims-by", "--param", f"actor={CLUB}")
    assert (code, err) == (0, "")
    header, row = out.splitlines()
    assert header.split() == ["claimant", "act", "content", "issued", "article"]
    assert row.startswith(CLUB)
    assert row.endswith("quay-times/count")


def test_a_terminal_shows_iris_by_their_ends_and_cuts_nothing_off(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = run("query", SAMPLE, "actors")[1]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    narrow = run("query", SAMPLE, "actors")[1]
    monkeypatch.setenv("COLUMNS", "120")
    wide = run("query", SAMPLE, "actors")[1]
    assert "https://w3id.org/claimgraph/id/actor/badr-organisation " in piped
    assert "https://w3id.org/claimgraph/id/" not in wide
    assert "│ actor/badr-organisation " in wide
    assert "…" not in narrow


def test_a_terminal_without_room_for_the_columns_lists_each_row(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    listed = run("query", SAMPLE, "casualties")[1].splitlines()
    assert [line.strip() for line in listed[:3]] == ["1.", "outlet       Hill Post", "value        2"]
    assert not any(line.split() == ["upper"] for line in listed), "what a row has not is left out"
    assert max(map(len, listed)) <= 80
    none = run("query", SAMPLE, "long-chains", "--param", "least=9")[1]
    assert "tellers" in none, "a table without rows has its columns all the same"
    monkeypatch.setenv("COLUMNS", "200")
    assert "│ Hill Post" in run("query", SAMPLE, "casualties")[1]


def test_a_term_of_rdf_1_2_is_shown(run: Run) -> None:
    assert run("query", SAMPLE, 'SELECT (TRIPLE(<urn:a>, <urn:b>, "c") AS ?t) { }')[0] == 0


def test_no_row_is_an_answer_too(run: Run) -> None:
    assert run("query", SAMPLE, "claims-by", "--param", "actor=No One")[0] == 0


def test_the_forms_of_answers(run: Run) -> None:
    assert run("query", SAMPLE, "ASK { }") == (0, "true\n", "")
    assert json.loads(run("query", SAMPLE, "actors", "--format", "json")[1])["results"]["bindings"]
    assert run("query", SAMPLE, "articles", "--format", "csv")[1].startswith("article,outlet,")
    assert run("query", SAMPLE, "articles", "--format", "tsv")[1].startswith("?article\t?outlet\t")
    assert "@prefix" not in run("query", SAMPLE, "DESCRIBE <urn:none>")[1]


def test_a_graph_may_come_through_a_pipe(tmp_path: Path) -> None:
    done = shell(f"claimgraph query - denials --format csv < '{SAMPLE}'", tmp_path)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 3)


def test_questions_are_listed_with_their_parameters(run: Run) -> None:
    code, out, err = run("questions")
    assert (code, err) == (0, "")
    assert '    --param actor="Badr Organisation"  a name of the actor, in any case' in out
    assert run("questions", "denials")[1].startswith("# title: Denials\n")


def test_explain_tells_the_chain_as_text_and_json(run: Run) -> None:
    claim = "article/863aff5ebcee/claim/55-107"
    text = run("explain", SAMPLE, claim)[1]
    assert text.index("1. Harbour Wire") < text.index("2. a port official") < text.index("3. villagers")
    (told,) = json.loads(run("explain", SAMPLE, claim, "--format", "json")[1])
    assert [t["claimant"] for t in told["chains"][0]["tellers"]] == ["Harbour Wire", "a port official", "villagers"]


def test_a_label_with_syntax_in_it_is_found_and_shown(run: Run) -> None:
    code, out, _ = run("explain", SAMPLE, CLUB)
    assert code == 0
    assert out.startswith(CLUB)


def test_the_sample_graph_conforms(run: Run) -> None:
    code, out, err = run("validate", SAMPLE)
    assert (code, err) == (0, "")
    assert "conforms" in out


def test_what_does_not_conform_leaves_with_1(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.trig"
    broken.write_text(SAMPLE.read_text(encoding="utf-8").replace("cg:factuality cg:Denied", "cg:factuality 3"), "utf-8")
    code, out, err = run("validate", SAMPLE, broken)
    assert (code, err) == (1, "")
    assert "broken.trig:" in out
    assert "hill-post/convoy" in out
    code, out, err = run("validate", SAMPLE, broken, "--format", "json")
    good, bad = json.loads(out)
    assert (code, good["conforms"], bad["conforms"]) == (1, True, False)
    assert bad["violations"][0]["article"] == "hill-post/convoy"
