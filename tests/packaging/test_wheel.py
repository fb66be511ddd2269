"""The wheel is whole: installed in a fresh environment, it builds a graph far from the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("shapes", "seeds", "language/model")
WHERE = """
import json, claimgraph
from claimgraph.resources import SAMPLES
print(json.dumps([claimgraph.__file__, str(SAMPLES)]))
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that knows nothing of this checkout; gives what it prints, fails with what it complains of."""
    known = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a new environment with claimgraph from the wheel; its dependencies are the running one's."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    for name in SHIPPED:
        folder = ROOT / name if (ROOT / name).is_dir() else ROOT / "builder/claimgraph" / name
        files = {f"claimgraph/{name}/{path.relative_to(folder)}" for path in folder.rglob("*") if path.is_file()}
        assert files, folder
        assert files <= held


def test_of_the_ontology_the_wheel_holds_what_is_read(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("claimgraph/ontology/")}
    assert held == {"claimgraph/ontology/claimgraph.ttl"}


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"claimgraph"}


def test_a_fresh_environment_builds_a_graph(fresh: Path, tmp_path: Path) -> None:
    module, samples = json.loads(run(fresh / "python", "-c", WHERE, cwd=tmp_path))
    for path in (module, samples):
        assert Path(path).is_relative_to(fresh.parent)
    run(fresh / "claimgraph", "build", samples, "-o", "graph.ttl", cwd=tmp_path)
    assert "cg:Claim" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
