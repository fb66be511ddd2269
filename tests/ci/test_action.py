"""The GitHub Action: its metadata by the published schema, and its steps run as the runner runs them."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checked import written
from offline import environment

ROOT = Path(__file__).parents[2]
FILE = ROOT / "action.yml"
ACTION: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
Act = Callable[..., tuple[subprocess.CompletedProcess[str], str]]


def script(step: dict[str, Any], env: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a step with the line that the runner has for `shell: bash`."""
    file = cwd / "step.sh"
    file.write_text(step["run"], encoding="utf-8")
    line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)]
    return subprocess.run(line, env=env, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runner's folder for temporary files, after the step that installs."""
    folder = tmp_path_factory.mktemp("runner")
    env = environment(RUNNER_TEMP=folder, GITHUB_ACTION_PATH=ROOT)
    done = script(STEPS["Install claimgraph"], env, folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def act(installed: Path, tmp_path: Path) -> Act:
    """Runs the step that validates on the people's graph, with inputs; gives what is printed, and the outputs."""
    written(tmp_path)

    def run(**inputs: str) -> tuple[subprocess.CompletedProcess[str], str]:
        given = {name: about.get("default", "") for name, about in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        step = STEPS["Validate"]
        env = {name: INPUT.sub(lambda found: given[found[1]], value) for name, value in step["env"].items()}
        output = tmp_path / "output"
        output.touch()
        return script(
            step, environment(RUNNER_TEMP=installed, GITHUB_OUTPUT=output, **env), tmp_path
        ), output.read_text()

    return run


def test_the_published_schema() -> None:
    tool = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(FILE)]
    done = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_inputs_reach_the_steps_by_the_environment_alone() -> None:
    """`${{ … }}` in a script would be put in before bash reads it, and could be a command."""
    for step in STEPS.values():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    used = {name for value in STEPS["Validate"]["env"].values() for name in INPUT.findall(value)}
    assert used == set(ACTION["inputs"]) - {"python-version"}


def test_graphs_and_shapes_are_lists_of_patterns(act: Act, tmp_path: Path) -> None:
    (tmp_path / "below" / "it").mkdir(parents=True)
    shutil.copy(tmp_path / "people.ttl", tmp_path / "below" / "it" / "some people.ttl")
    done, output = act(graphs="  people.ttl  \n\nbelow/**/*.ttl\n", shapes="sh*.ttl")
    assert done.returncode == 1, done.stderr
    assert output == "exit-code=1\n"
    assert "::error file=below/it/some people.ttl,line=7," in done.stdout
    assert "claimgraph validate: 2 files: 6 violations" in done.stdout


def test_reports_and_the_baseline(act: Act, tmp_path: Path, installed: Path) -> None:
    done, _ = act(
        graphs="people.ttl", shapes="shapes.ttl", sarif="a.sarif", junit="a.xml", fail_on="never", format="text"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("people.ttl:\n")
    assert len(json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 9
    assert (tmp_path / "a.xml").exists()
    tool = installed / "claimgraph" / "bin" / "claimgraph"
    line: list[str | Path] = [
        tool,
        "validate",
        "people.ttl",
        "--shapes",
        "shapes.ttl",
        "--write-baseline",
        "known.json",
    ]
    subprocess.run(line, env=environment(), cwd=tmp_path, check=True, capture_output=True)
    done, output = act(graphs="people.ttl", shapes="shapes.ttl", baseline="known.json")
    assert (done.returncode, output.splitlines()[-1]) == (0, "exit-code=0")


@pytest.mark.parametrize("graphs", ["", "none.ttl", "none/*.ttl", "-o", "$(touch pwned)", "`touch pwned`;touch pwned"])
def test_what_is_given_is_never_run(graphs: str, act: Act, tmp_path: Path) -> None:
    done, output = act(graphs=graphs)
    assert (done.returncode, output) == (2, "exit-code=2\n")
    assert not (tmp_path / "pwned").exists()


def test_no_option_in_an_input(act: Act, tmp_path: Path) -> None:
    done, _ = act(graphs="people.ttl", shapes="shapes.ttl", fail_on="never --output pwned", baseline="")
    assert done.returncode == 2
    assert not (tmp_path / "pwned").exists()
