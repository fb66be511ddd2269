"""The pre-commit hook: its manifest, and a run of it in a repository of its own."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from offline import environment

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
SKIPPED = {".git", ".venv", "node_modules", "tests", "benchmarks", "training", "build", "dist", "out"}
CLAIM = "<https://e.org/c> a <https://w3id.org/claimgraph/ontology#Claim> ."
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git")


def pre_commit(*arguments: str, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "pre_commit", *arguments]
    env = environment(PRE_COMMIT_HOME=home, PRE_COMMIT_COLOR="never")
    return subprocess.run(line, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def committed(folder: Path) -> None:
    """Make a folder a repository with all that is in it."""
    git = ["git", "-c", "user.name=n", "-c", "user.email=n@e.org", "-c", "init.defaultBranch=main"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all", "--no-verify"]):
        subprocess.run([*git, *arguments], cwd=folder, env=environment(), check=True, capture_output=True)


def test_the_manifest(tmp_path: Path) -> None:
    done = pre_commit("validate-manifest", str(MANIFEST), cwd=tmp_path, home=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["a.ttl", "b/a.trig", "a.nq.gz", "a.jsonld", "a.rdf", "a.nt"])
def test_the_files_it_is_for(name: str) -> None:
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert re.search(hook["files"], name)
    assert not re.search(hook["files"], f"{name}.md")


@needs_git
def test_a_run_in_a_repository(tmp_path: Path) -> None:
    """The hook is installed by pre-commit as a user's would be: a clone, an environment, pip."""
    hooks, home, repository = tmp_path / "hooks", tmp_path / "home", tmp_path / "repository"
    shutil.copytree(ROOT, hooks, ignore=lambda folder, names: SKIPPED & set(names) if Path(folder) == ROOT else [])
    repository.mkdir()
    (repository / "claim.ttl").write_text(CLAIM, encoding="utf-8")
    (repository / "notes.md").write_text("no graph", encoding="utf-8")
    for folder in (hooks, repository):
        committed(folder)
    asked = ["try-repo", str(hooks), "claimgraph-validate", "--ref", "HEAD", "--files"]
    bad = pre_commit(*asked, "claim.ttl", "notes.md", cwd=repository, home=home)
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert re.search(r"claimgraph validate\.+Failed", bad.stdout), bad.stdout
    assert "claim.ttl:\n" in bad.stdout
    assert "notes.md" not in bad.stdout
    none = pre_commit(*asked, "notes.md", cwd=repository, home=home)
    assert (none.returncode, "Skipped" in none.stdout) == (0, True)
