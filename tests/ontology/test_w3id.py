"""The rules for w3id.org lead where they should, asked of an Apache server."""

import contextlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ONTOLOGY = Path(__file__).parents[2] / "ontology"
MODULES = Path("/usr/lib/apache2/modules")
PLACE = "https://example.org/claimgraph/ontology"
pytestmark = pytest.mark.skipif(
    shutil.which("apache2") is None or not MODULES.is_dir(),
    reason="the rules for w3id.org are asked of an Apache server (Debian: apache2-bin)",
)
CONFIGURATION = """
ServerName localhost
Listen 127.0.0.1:{port}
ServerRoot {folder}
PidFile {folder}/pid
ErrorLog {folder}/error.log
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule rewrite_module {modules}/mod_rewrite.so
{user}
DocumentRoot {folder}/site
<Directory {folder}/site>
    AllowOverride All
    Require all granted
</Directory>
"""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server whose folder claimgraph/ has the rules."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as free:
        number: int = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site" / "claimgraph"
        site.mkdir(parents=True)
        (site / ".htaccess").write_bytes((ONTOLOGY / "w3id.htaccess").read_bytes())
        folder.chmod(0o755)  # the server reads it as another user
        user = "User nobody\nGroup nogroup" if os.getuid() == 0 else ""
        text = CONFIGURATION.format(port=number, folder=folder, modules=MODULES, user=user)
        (folder / "apache.conf").write_text(text)
        server = subprocess.Popen(["apache2", "-f", str(folder / "apache.conf"), "-DFOREGROUND"])
        try:
            wait_for(number, server)
            yield number
        finally:
            server.terminate()
            server.wait(20)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until it listens."""
    until = time.monotonic() + 20
    while server.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)  # of starting, nothing else tells
    pytest.fail("the server did not start")


def led(port: int, path: str, accept: str | None) -> tuple[int, str | None]:
    """The status and where a client is sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={"Accept": accept} if accept else {})
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Location")
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("accept", "file"),
    [
        ("text/turtle", "claimgraph.ttl"),
        ("text/turtle, application/rdf+xml;q=0.5, */*;q=0.1", "claimgraph.ttl"),
        ("application/ld+json, application/json;q=0.9", "claimgraph.jsonld"),
        ("application/rdf+xml", "claimgraph.rdf"),
        ("application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1", "claimgraph.rdf"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "index.html"),
        ("text/html, text/turtle;q=0.5", "index.html"),
        ("*/*", "index.html"),
        (None, "index.html"),
    ],
)
def test_a_client_gets_the_format_that_it_asks_for_first(accept: str | None, file: str, port: int) -> None:
    assert led(port, "/claimgraph/ontology", accept) == (303, f"{PLACE}/{file}")
    assert (ONTOLOGY / file).is_file()


def test_a_version_leads_to_its_file(port: int) -> None:
    (version,) = re.findall(r'owl:versionInfo "(.+)"', (ONTOLOGY / "claimgraph.ttl").read_text(encoding="utf-8"))
    assert led(port, f"/claimgraph/ontology/{version}", "text/html") == (303, f"{PLACE}/versions/{version}.ttl")
    assert (ONTOLOGY / "versions" / f"{version}.ttl").is_file()


@pytest.mark.parametrize("path", ["/claimgraph/ontology/0.2", "/claimgraph/ontologyx", "/claimgraph/id/actor/isis"])
def test_nothing_else_is_led_anywhere(path: str, port: int) -> None:
    assert led(port, path, "text/turtle") == (404, None)
