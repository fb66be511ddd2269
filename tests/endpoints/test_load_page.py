"""The page on loading: its commands run, against servers of the tests' own."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.endpoints import discovery
from news import article, written
from servers import Server

PAGE = (Path(__file__).parents[2] / "docs" / "load.md").read_text(encoding="utf-8")
LINES = re.findall(r"^claimgraph load .+$", PAGE, re.MULTILINE)
STANDARD = {"oxigraph": "http://localhost:7878", "virtuoso": "http://localhost:8890"}
Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("line", LINES)
def test_the_line_runs(
    line: str, base: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    name = next(name for name, address in STANDARD.items() if address in line)
    server = request.getfixturevalue(name)
    assert isinstance(server, Server)
    for variable, value in server.environment.items():
        monkeypatch.setenv(variable, value)
    written(tmp_path / "graph.nq", article(base, "aa1", ["x"]))
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*shlex.split(line.replace(STANDARD[name], server.url))[1:])
    assert (code, out) == (0, ""), err


def test_both_servers_are_on_the_page() -> None:
    assert all(any(address in line for line in LINES) for address in STANDARD.values())


def test_the_page_says_where_services_are_looked_for() -> None:
    tails = (discovery.STORES, discovery.UPDATES, discovery.QUERIES)
    assert f"({'; '.join(', '.join(f'`{tail}`' for tail in part) for part in tails)})" in PAGE.replace("\n", " ")
