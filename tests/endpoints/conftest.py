"""The servers, started once; each test loads under a base of its own."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

import servers
from servers import Server

NUMBER = count()
Load = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Server:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Server)
    return found


@pytest.fixture
def base() -> str:
    return f"https://example.org/{next(NUMBER)}/"


@pytest.fixture
def load(run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch) -> Load:
    """Runs `load` against a server as the user who may write there."""

    def command(server: Server, *arguments: str | Path) -> tuple[int, str, str]:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        return run("load", *arguments, "--to", server.url, *server.user)

    return command
