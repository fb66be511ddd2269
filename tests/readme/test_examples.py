"""Every example of the documentation is run, or says beside it why it is not."""

import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(
    r"(?:^<!-- not run: (?P<reason>[^\n]+) -->\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
RUN = ("bash", "python", "sparql", "turtle")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@dataclass(frozen=True)
class Example:
    page: str
    line: int
    kind: str
    text: str
    reason: str | None

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def examples(page: Path) -> list[Example]:
    """The fenced blocks of a page."""
    text = page.read_text(encoding="utf-8")
    name = str(page.relative_to(ROOT))
    return [
        Example(name, text[: m.start("text")].count("\n"), m["kind"], m["text"], m["reason"])
        for m in BLOCK.finditer(text)
    ]


EXAMPLES = [e for page in PAGES for e in examples(page)]


def of(kind: str) -> list[Example]:
    return [e for e in EXAMPLES if e.kind == kind and not e.reason]


@cache  # the same line on several pages is run once
def run(command: str, cwd: Path) -> str:
    path = f"{sysconfig.get_path('scripts')}:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=cwd,
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, "\n".join(done.stderr.splitlines()[-8:])
    return done.stdout


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample articles and graph.ttl, as the README leaves it."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    run("claimgraph build seeds/articles -o graph.ttl\n", folder)
    return folder


@pytest.fixture(scope="module")
def store(workplace: Path) -> ox.Store:
    made = ox.Store()
    made.load(path=str(workplace / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    return made


def test_every_block_says_what_it_is() -> None:
    assert [str(e) for e in EXAMPLES if e.kind not in (*RUN, "text") and not e.reason] == []


@pytest.mark.parametrize("example", of("bash"), ids=str)
def test_commands_run(example: Example, workplace: Path) -> None:
    run(example.text, workplace)


@pytest.mark.parametrize("example", of("python"), ids=str)
def test_python_runs(example: Example, workplace: Path) -> None:
    (workplace / "example.py").write_text(example.text, encoding="utf-8")
    run(f"{sys.executable} example.py", workplace)


@pytest.mark.parametrize("example", of("sparql"), ids=str)
def test_queries_have_answers(example: Example, store: ox.Store) -> None:
    assert list(store.query(example.text))  # type: ignore[arg-type]


@pytest.mark.parametrize("example", of("turtle"), ids=str)
def test_turtle_is_what_the_sample_gives(example: Example, store: ox.Store) -> None:

    shown = {t.triple for t in ox.parse(example.text, format=ox.RdfFormat.TURTLE)}
    assert shown
    assert [t for t in shown if ox.Quad(*t) not in store] == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / "seeds" / "CORPUS.md"], ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_two_commands_are_whole() -> None:
    """`.ci/run` takes the second one from the README as it stands."""
    lines = [line for e in EXAMPLES if e.page == "README.md" for line in e.text.splitlines()]
    build, test = [line for line in lines if line.startswith("python3 -m venv .venv && ")]
    assert build.endswith("claimgraph build seeds/articles -o graph.ttl")
    assert test.endswith("/pytest")
