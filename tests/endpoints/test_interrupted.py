"""Whatever interrupts a load, the next one ends in the state that an uninterrupted one leaves."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from subprocess import PIPE
from threading import Event, Lock

import pytest

import servers
from news import article, entries, written
from servers import Answer, Asked, Behaviour, Peer, Server, forwarding

Run = Callable[..., tuple[int, str, str]]
Load = Callable[..., tuple[int, str, str]]
PROTOCOLS = pytest.mark.parametrize("protocol", ["gsp", "update"])
BATCH = ["--batch", "1000"]  # bytes, so that graphs go in several requests


class Halt:
    """In front of a server: lets some writes through, and tells when the next has come, which it holds back."""

    def __init__(self, server: Server, writes: int) -> None:
        self.reached, self._left, self._lock, self._within = Event(), writes, Lock(), forwarding(server.url)

    def __call__(self, asked: Asked) -> Answer:
        with self._lock:
            self._left -= asked.writes
            stop = asked.writes and self._left < 0
        if not stop:
            return self._within(asked)
        self.reached.set()
        return Answer(0)


def long(base: str, keys: Iterable[str], text: str) -> list[str]:
    return [line for key in keys for line in article(base, key, [f"{key}-{n}" for n in range(20)], text)]


def two_states(base: str, folder: Path) -> tuple[Path, Path]:
    """A file that is there, and one that replaces articles, adds one and changes the registry."""
    old = written(folder / "old.nq", long(base, ["a1", "a2"], "old"), entries(base, {"a1-1": "One", "a2-1": "Two"}))
    labels = {"a2-1": "Two anew", **{f"a3-{n}": f"Three {n}" for n in range(20)}}
    return old, written(folder / "new.nq", long(base, ["a1", "a2", "a3"], "new"), entries(base, labels))


def started(peer: Peer, server: Server, path: Path, protocol: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "claimgraph", "load", str(path), "--to", peer.url, "--protocol", protocol, *BATCH]
    env = {**os.environ, **server.environment}
    return subprocess.Popen([*command, *server.user], env=env, stdout=PIPE, stderr=PIPE, text=True)


def state(server: Server, base: str) -> str:
    return servers.dump(server, {name for name in servers.names(server) if name.startswith(base)})


@PROTOCOLS
@pytest.mark.parametrize("writes", [1, 9])
def test_killed_after_some_requests_and_started_again(
    writes: int, protocol: str, server: Server, base: str, tmp_path: Path, load: Load
) -> None:
    old, new = two_states(base, tmp_path)
    assert load(server, old)[0] == load(server, new)[0] == 0
    whole = state(server, base)
    assert load(server, old, "--prune")[0] == 0
    halt = Halt(server, writes)
    with Peer(halt) as peer:
        process = started(peer, server, new, protocol)
        assert halt.reached.wait(servers.DEADLINE)
        process.kill()
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert state(server, base) != whole
    assert load(server, new, "--protocol", protocol)[0] == 0
    assert state(server, base) == whole


@PROTOCOLS
def test_interrupted_from_the_keyboard(protocol: str, oxigraph: Server, base: str, tmp_path: Path) -> None:
    _, new = two_states(base, tmp_path)
    halt = Halt(oxigraph, 3)
    with Peer(halt) as peer:
        process = started(peer, oxigraph, new, protocol)
        assert halt.reached.wait(servers.DEADLINE)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=servers.DEADLINE)
    assert process.returncode == 130
    assert "Traceback" not in err


@PROTOCOLS
def test_a_server_that_dies_in_the_middle_and_comes_up_again(
    protocol: str, base: str, tmp_path: Path, run: Run
) -> None:
    old, new = two_states(base, tmp_path)
    options = ["--protocol", protocol, "--retries", "0", *BATCH]
    with servers.oxigraph(tmp_path, stored=True) as server:
        assert run("load", old, "--to", server.url, *options)[0] == 0
        assert run("load", new, "--to", server.url, *options)[0] == 0
        whole = state(server, base)
        assert run("load", old, "--to", server.url, *options, "--prune")[0] == 0
        with Peer(dying(server, 5)) as peer:
            code, _, err = run("load", new, "--to", peer.url, *options)
    assert code == 2
    assert "look after the server and start again" in err
    with servers.oxigraph(tmp_path, stored=True) as server:
        assert run("load", new, "--to", server.url, *options)[0] == 0
        assert state(server, base) == whole


def dying(server: Server, writes: int) -> Behaviour:
    halt = Halt(server, writes)

    def behave(asked: Asked) -> Answer:
        answer = halt(asked)
        if halt.reached.is_set():
            server.kill()
        return answer

    return behave
