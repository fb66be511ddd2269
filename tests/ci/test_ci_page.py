"""What docs/ci.md shows for GitHub, GitLab and pre-commit, by their schemas; its commands are run with all others."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimgraph import cli

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SHOWN: list[str] = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def shown(key: str) -> str:
    """The one example that has a key at its top."""
    (text,) = (text for text in SHOWN if key in yaml.safe_load(text))
    return text


@pytest.mark.parametrize(("key", "schema"), [("jobs", "github-workflows"), ("validate", "gitlab-ci")])
def test_the_published_schemas(key: str, schema: str, tmp_path: Path) -> None:
    (tmp_path / "shown.yml").write_text(shown(key), encoding="utf-8")
    tool = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", "shown.yml"]
    done = subprocess.run(tool, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    steps = yaml.safe_load(shown("jobs"))["jobs"]["validate"]["steps"]
    (given,) = (step["with"] for step in steps if "claimgraph" in step["uses"])
    assert set(given) <= set(ACTION["inputs"])
    assert given["sarif"] == next(step["with"]["sarif_file"] for step in steps if "upload-sarif" in step["uses"])


def test_every_input_is_explained() -> None:
    explained = {
        name for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for name in re.findall("`(.+?)`", row)
    }
    assert explained == set(ACTION["inputs"])


def test_gitlabs_call_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (call,) = (
        line for line in yaml.safe_load(shown("validate"))["validate"]["script"] if line.startswith("claimgraph ")
    )
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as leaving:
        cli.main(call.split()[1:])
    assert leaving.value.code == 0
    assert (tmp_path / "report.xml").exists()


def test_pre_commits_configuration(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(shown("repos"), encoding="utf-8")
    tool = [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"]
    done = subprocess.run(tool, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] in shown("repos")
