"""Jena carries out the updates that `load` sends, and then holds what the file holds.

No server of Jena's can be had as a package, so its TDB2 store is asked from the command line.
"""

import subprocess
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest

import servers
from claimgraph.endpoints import Addresses, plan
from claimgraph.endpoints.writing import Writer
from news import HOSTILE, article, entries, written

JAVA = Path("/usr/share/java")
# By name: two bridges of the logging library that lie there too call each other without end.
NEEDED: tuple[str, ...] = ("arq", "base", "cmds", "core", "dboe-base", "dboe-index", "dboe-storage", "dboe-trans-data")
NEEDED += ("dboe-transaction", "iri", "tdb", "tdb2")
OTHERS: tuple[str, ...] = (
    "commons-cli",
    "commons-codec",
    "commons-compress",
    "commons-csv",
    "commons-io",
    "commons-lang3",
    "guava",
)
OTHERS += (
    "httpclient",
    "httpclient-cache",
    "httpcore",
    "jcl-over-slf4j",
    "protobuf",
    "slf4j-api",
    "slf4j-nop",
    "thrift",
)


@pytest.fixture(scope="module")
def class_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    jars = [JAVA / f"{name}.jar" for name in (*(f"jena-{part}" for part in NEEDED), *OTHERS)]
    if not all(jar.exists() for jar in jars):
        pytest.skip(
            "needs Apache Jena: apt-get install --no-install-recommends libapache-jena-java default-jre-headless"
        )
    scratch = tmp_path_factory.mktemp("jena")
    within = "org/apache/jena/ext/"
    with zipfile.ZipFile(JAVA / "jena-core.jar") as jar:  # Debian has moved the code to another package, and not these
        for name in jar.namelist():
            if name.startswith(f"{within}xerces/") and name.endswith(".properties"):
                target = scratch / name.removeprefix(within)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    return ":".join(map(str, (scratch, *jars)))


def test_jena_s_canonical_dump_equals_the_file_s(class_path: str, tmp_path: Path) -> None:
    base = "https://example.org/"
    name = ox.NamedNode(f"{base}article/aa1")
    told = [ox.Quad(name, ox.NamedNode(f"urn:p{n}"), ox.Literal(text), name) for n, text in enumerate(HOSTILE)]
    first = written(
        tmp_path / "1.nq", article(base, "aa1", ["x"], "old"), article(base, "aa2", [f"a{n}" for n in range(30)])
    )
    second = written(tmp_path / "2.nq", entries(base, {"x": "X"}))
    second.write_bytes((ox.serialize(told, format=ox.RdfFormat.N_QUADS) or b"") + second.read_bytes())

    writer = Writer(Addresses(update="http://localhost/"), 2000)
    sent = [
        request.body or b""
        for path in (first, second)
        for graph, triples in plan([path]).graphs.items()
        for request in writer.replace(graph, triples)
    ]
    (tmp_path / "load.ru").write_bytes(b" ;\n".join(sent))

    def jena(*command: str | Path) -> bytes:
        java = ["java", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", class_path]
        done = subprocess.run([*java, *map(str, command)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        return done.stdout

    jena("tdb2.tdbupdate", "--loc", tmp_path / "db", "--update", tmp_path / "load.ru")
    there = ox.parse(jena("tdb2.tdbdump", "--loc", tmp_path / "db"), format=ox.RdfFormat.N_QUADS)
    others = [quad for quad in ox.parse(path=first) if quad.graph_name != name]
    assert len(sent) > 5
    assert servers.canonical(there) == servers.canonical([*others, *ox.parse(path=second)])
