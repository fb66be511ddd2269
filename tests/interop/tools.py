"""Others' tools as programs: a task and files in, one JSON answer for each file out; tests skip without them."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MODULES = Path(os.environ.get("CLAIMGRAPH_NODE_MODULES") or HERE / "node_modules")
JAVA = Path("/usr/share/java")
GET_NODE = "npm ci --prefix tests/interop (Node 20 or later), or set CLAIMGRAPH_NODE_MODULES"
GET_JENA = "apt-get install -y --no-install-recommends libapache-jena-java openjdk-17-jdk-headless"
JENA: tuple[str, ...] = ("arq", "base", "cmds", "core", "dboe-base", "dboe-index", "dboe-storage", "dboe-trans-data")
JENA += ("dboe-transaction", "iri", "rdfconnection", "shacl", "shex", "tdb", "tdb2")
# By name: two bridges of the logging library that lie there too call each other without end.
OTHERS: tuple[str, ...] = (
    "commons-cli",
    "commons-codec",
    "commons-compress",
    "commons-csv",
    "commons-io",
    "commons-lang3",
)
OTHERS += ("dexx.collection", "gson", "guava", "httpclient", "httpclient-cache", "httpcore", "jackson-annotations")
OTHERS += ("jackson-core", "jackson-databind", "jakarta.json-api", "jcl-over-slf4j", "jsonld-java", "protobuf")
OTHERS += ("slf4j-api", "slf4j-nop", "thrift", "titanium-json-ld")


class Tool:
    """A program that answers a task about some files."""

    def __init__(self, *command: str) -> None:
        self.command = command

    def ask(self, task: str, *paths: Path) -> list[Any]:
        """The answers, one for each file; for tasks over one graph, one for each file behind it."""
        done = subprocess.run([*self.command, task, *map(str, paths)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        return [json.loads(line) for line in done.stdout.splitlines()]


def node(scratch: Path) -> Tool:
    """`tools.mjs`, run where it finds its libraries. Skips the test where they are not installed."""
    if shutil.which("node") is None or not (MODULES / "n3").is_dir():
        pytest.skip(f"the JavaScript tools are not installed: {GET_NODE}")
    (scratch / "node_modules").symlink_to(MODULES.resolve())
    shutil.copy(HERE / "tools.mjs", scratch)
    return Tool("node", str(scratch / "tools.mjs"))


def jena(scratch: Path) -> Tool:
    """`Jena.java` with Debian's Jena. Skips the test where it or a compiler for Java is not installed."""
    jars = [JAVA / f"{name}.jar" for name in (*(f"jena-{part}" for part in JENA), *OTHERS)]
    if shutil.which("javac") is None or not all(jar.exists() for jar in jars):
        pytest.skip(f"Apache Jena is not installed: {GET_JENA}")
    path = ":".join(map(str, (scratch, *jars)))
    _mend(JAVA / "jena-core.jar", scratch)
    subprocess.run(["javac", "-d", str(scratch), "-cp", path, str(HERE / "Jena.java")], check=True, capture_output=True)
    return Tool("java", "-XX:+UseSerialGC", "-cp", path, "Jena")


def _mend(core: Path, scratch: Path) -> None:
    """Debian moved Jena's copy of Xerces to another package, and left the messages that it loads in the old one."""
    with zipfile.ZipFile(core) as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                target = scratch / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
