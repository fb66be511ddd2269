"""Real servers for the tests, each on a free port of this machine, and a proxy that can misbehave in front of one."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest

DEADLINE = 60  # seconds for a server to come up or go down
MOST_ROWS = 2000  # that Virtuoso gives at once: more than a sample article has, fewer than some test's graphs


def oxigraph_binary() -> str:
    """Oxigraph's server; the test is skipped where there is none."""
    beside = Path(sys.executable).parent / "oxigraph"
    found = str(beside) if beside.exists() else shutil.which("oxigraph")
    if found is None:
        pytest.skip("needs Oxigraph's server: pip install oxigraph (in the extra `test`)")
    return found


def virtuoso_binary() -> str:
    """Virtuoso's server; the test is skipped where there is none."""
    found = shutil.which("virtuoso-t")
    if found is None:
        pytest.skip("needs Virtuoso: apt-get install --no-install-recommends virtuoso-opensource-7")
    return found


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until the port answers HTTP."""
    until = time.monotonic() + DEADLINE
    while process.poll() is None and time.monotonic() < until:
        with suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=DEADLINE)
            connection.request("GET", "/")
            connection.getresponse()
            connection.close()
            return
        time.sleep(0.02)
    process.kill()
    raise AssertionError(f"the server did not come up: {log.read_text(errors='replace')[-2000:]}")


@dataclass
class Server:
    """A server that runs, and what a client must know of it."""

    url: str
    process: subprocess.Popen[bytes]
    user: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    sql: str = ""  # where Virtuoso's own clients connect

    def kill(self) -> None:
        """At once, as when the power goes."""
        self.process.kill()
        self.process.wait(DEADLINE)

    def stop(self) -> None:
        """As it should be."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(DEADLINE)
        except subprocess.TimeoutExpired:
            self.kill()


def _started(command: list[str], folder: Path, port: int) -> subprocess.Popen[bytes]:
    log = folder / "log"
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    _await(process, port, log)
    return process


@contextmanager
def oxigraph(folder: Path, *, stored: bool = False) -> Iterator[Server]:
    """Oxigraph; `stored`: on the disk, so that another one can take over."""
    binary, port = oxigraph_binary(), free_port()
    place = ["--location", str(folder / "db")] if stored else []
    process = _started([binary, "serve", *place, "--bind", f"127.0.0.1:{port}"], folder, port)
    server = Server(f"http://127.0.0.1:{port}", process)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def virtuoso(folder: Path, rows: int = MOST_ROWS) -> Iterator[Server]:
    """Virtuoso with an empty database; `rows`: how many it gives at once."""
    binary, port, sql = virtuoso_binary(), free_port(), f"127.0.0.1:{free_port()}"
    parts: dict[str, dict[str, object]] = {
        "Database": {
            "DatabaseFile": folder / "v.db",
            "ErrorLogFile": folder / "v.log",
            "LockFile": folder / "v.lck",
            "TransactionFile": folder / "v.trx",
            "xa_persistent_file": folder / "v.pxa",
        },
        "TempDatabase": {"DatabaseFile": folder / "vt.db", "TransactionFile": folder / "vt.trx"},
        "Parameters": {"ServerPort": sql, "DisableUnixSocket": 1, "DirsAllowed": folder},
        "HTTPServer": {"ServerPort": f"127.0.0.1:{port}", "ServerRoot": folder},
        "SPARQL": {"ResultSetMaxRows": rows},
    }
    text = "".join(f"[{n}]\n" + "".join(f"{k} = {v}\n" for k, v in part.items()) for n, part in parts.items())
    (folder / "virtuoso.ini").write_text(text)
    process = _started([binary, "+foreground", "+configfile", str(folder / "virtuoso.ini")], folder, port)
    server = Server(f"http://127.0.0.1:{port}", process, ("--user", "dba"), {"CLAIMGRAPH_PASSWORD": "dba"}, sql)
    try:
        yield server
    finally:
        server.stop()


@dataclass(frozen=True)
class Asked:
    """A request that came to a peer."""

    method: str
    path: str  # with the query
    headers: dict[str, str]  # by lower-case name
    body: bytes

    @property
    def writes(self) -> bool:
        return self.method not in ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Answer:
    """What a peer says. `status` 0: it breaks the connection; `cut`: in the middle of the body."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False


Behaviour = Callable[[Asked], Answer]


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone is what some tests are about."""


class Peer:
    """An HTTP server that does what a test tells it to, and keeps what it was asked."""

    def __init__(self, behaviour: Behaviour, **tls: Any) -> None:
        self.asked: list[Asked] = []
        self._server = _Quiet(("127.0.0.1", 0), self._handler(behaviour))
        if tls:
            self._server.socket = tls["context"].wrap_socket(self._server.socket, server_side=True)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._server.server_port}"

    def _handler(self, behaviour: Behaviour) -> type[BaseHTTPRequestHandler]:
        peer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
                peer.asked.append(asked)
                told = behaviour(asked)
                self.close_connection = told.cut or not told.status
                if not told.status:
                    return
                self.send_response_only(told.status)
                for name, value in told.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(told.body) + 10 * told.cut))
                self.end_headers()
                self.wfile.write(told.body)

            def log_message(self, *arguments: object) -> None:
                pass

        for method in ("GET", "PUT", "POST", "DELETE"):
            setattr(Handler, f"do_{method}", Handler.answer)
        return Handler

    def __enter__(self) -> "Peer":
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def forwarding(to: str, paths: dict[str, str] | None = None) -> Behaviour:
    """Passes requests on to a server; `paths`: which path of the peer is which of the server's; no other is there."""

    def behave(asked: Asked) -> Answer:
        path, mark, query = asked.path.partition("?")
        if paths is not None and path not in paths:
            return Answer(404)
        target = (paths or {}).get(path, path) + mark + query
        connection = HTTPConnection(urlsplit(to).netloc, timeout=DEADLINE)
        kept = {k: v for k, v in asked.headers.items() if k in ("accept", "content-type", "authorization")}
        connection.request(asked.method, target, asked.body, kept)
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
        told = {name: reply.headers[name] for name in ("Content-Type", "WWW-Authenticate") if name in reply.headers}
        return Answer(reply.status, told, body)

    return behave


def dump(server: Server, names: Iterable[str]) -> str:
    """What a server holds in some graphs, as canonical N-Quads; a large graph is asked for property by property."""
    found = ox.Dataset()
    for name in names:
        where = f"GRAPH <{name}> {{ ?s ?p ?o }}"
        triples = _constructed(server, where)
        if len(triples) >= MOST_ROWS:
            used = _ask(server, f"SELECT DISTINCT ?p WHERE {{ {where} }}", "text/csv").decode().split()[1:]
            parts = (_constructed(server, f"{where} FILTER(?p = <{one.strip(chr(34))}>)") for one in used)
            triples = [triple for part in parts for triple in part]
        for triple in triples:
            found.add(ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(name)))
    return canonical(found)


def _constructed(server: Server, where: str) -> list[ox.Triple]:
    answer = _ask(server, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}", "application/n-triples")
    return [quad.triple for quad in ox.parse(answer, format=ox.RdfFormat.N_TRIPLES)]


def canonical(quads: Iterable[ox.Quad]) -> str:
    """RDFC-1.0."""
    made = ox.Dataset(quads)
    made.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "\n".join(sorted(map(str, made)))


def names(server: Server) -> set[str]:
    """The graphs that a server holds, but for its own."""
    query = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"  # DISTINCT takes Virtuoso 10 s
    rows = _ask(server, query, "text/csv").decode().split()[1:]
    return {row.partition(",")[0].strip('"') for row in rows}


def _ask(server: Server, query: str, accept: str) -> bytes:
    path = "/sparql" if server.user else "/query"
    with urlopen(Request(f"{server.url}{path}?query={quote(query)}", headers={"Accept": accept})) as reply:
        return bytes(reply.read())
