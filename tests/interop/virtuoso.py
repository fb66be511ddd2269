"""A Virtuoso of our own, on free ports of the loopback and with a database that goes with the tests."""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

GET = "apt-get install -y --no-install-recommends virtuoso-opensource-7"
LONGEST = 60  # seconds to wait for it; it is ready in three
SETTINGS = """
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = {folder}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 100000
"""


class Virtuoso:
    """A server that is running; `stop` ends it."""

    def __init__(self, folder: Path) -> None:
        """Start one. Skips the test where Virtuoso is not installed."""
        program = shutil.which("virtuoso-t")
        if program is None or shutil.which("isql-vt") is None:
            pytest.skip(f"Virtuoso is not installed: {GET}")
        sql, http = _free_ports(2)
        (folder / "v.ini").write_text(SETTINGS.format(folder=folder, sql=sql, http=http))
        self.folder, self.sql, self.address = folder, f"127.0.0.1:{sql}", f"http://127.0.0.1:{http}"
        self.process = subprocess.Popen(
            [program, "+foreground", "+configfile", str(folder / "v.ini")],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait(folder / "v.log")

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait(timeout=LONGEST)

    def load(self, graph: str, turtle: bytes) -> None:
        """Load Turtle into a named graph."""
        path = self.folder / "load.ttl"
        path.write_bytes(turtle)
        order = f"DB.DBA.TTLP_MT(file_to_string_output('{path}'), '', '{graph}', 0);"
        command = ["isql-vt", self.sql, "dba", "dba", f"exec={order}"]
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
            with urllib.request.urlopen(f"{self.address}/sparql", data, timeout=60) as answer:
                found: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                raise ValueError(error.read().decode(errors="replace")) from None
        return found

    def _wait(self, log: Path) -> None:
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and self.process.poll() is None:
            with suppress(OSError, ValueError):
                self.ask("ASK {}")
                return
            time.sleep(0.05)
        self.process.kill()
        self.process.wait()
        pytest.fail(
            f"Virtuoso did not start: {log.read_text(errors='replace') if log.exists() else 'it wrote nothing'}"
        )


def _free_ports(number: int) -> list[int]:
    """Ports that were free a moment ago, each another."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports
