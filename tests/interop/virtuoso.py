"""A Virtuoso of our own, loaded by its own client and asked over HTTP."""

import json
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import servers

ROWS = 100_000  # more than any question has
LONGEST = 300  # seconds that a question may take where much else is going on


@dataclass(frozen=True)
class Virtuoso:
    """A server that is running."""

    server: servers.Server
    folder: Path

    def load(self, graph: str, turtle: bytes) -> None:
        """Load Turtle into a named graph."""
        path = self.folder / "load.ttl"
        path.write_bytes(turtle)
        order = f"DB.DBA.TTLP_MT(file_to_string_output('{path}'), '', '{graph}', 0);"
        command = ["isql-vt", self.server.sql, "dba", "dba", f"exec={order}"]
        done = subprocess.run(command, capture_output=True, check=False, text=True)
        assert done.returncode == 0, done.stderr
        assert "Error" not in done.stderr, done.stderr

    def ask(self, query: str, graph: str | None = None) -> dict[str, Any]:
        """The answer of a query as the SPARQL 1.1 JSON that the server gives; over one graph, or over all of them.

        Raises ValueError with the server's words where it refuses.
        """
        fields = {"query": query, "format": "application/sparql-results+json"}
        data = urllib.parse.urlencode(fields | ({"default-graph-uri": graph} if graph else {})).encode()
        try:
            with urllib.request.urlopen(f"{self.server.url}/sparql", data, timeout=LONGEST) as answer:
                found: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                raise ValueError(error.read().decode(errors="replace")) from None
        return found


@contextmanager
def running(folder: Path) -> Iterator[Virtuoso]:
    """One with an empty database. Skips the test where Virtuoso is not installed."""
    with servers.virtuoso(folder, rows=ROWS) as server:
        yield Virtuoso(server, folder)
