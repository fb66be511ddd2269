"""Jena carries out the updates that `load` sends, and then holds what the file holds.

No server of Jena's can be had as a package, so its TDB2 store is asked from the command line.
"""

import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

import jena
import servers
from claimgraph.endpoints import Addresses, plan
from claimgraph.endpoints.writing import Writer
from news import HOSTILE, article, entries, written


@pytest.fixture(scope="module")
def class_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return jena.class_path(tmp_path_factory.mktemp("jena"))


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

    def java(*command: str | Path) -> bytes:
        run = ["java", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", class_path]
        done = subprocess.run([*run, *map(str, command)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        return done.stdout

    java("tdb2.tdbupdate", "--loc", tmp_path / "db", "--update", tmp_path / "load.ru")
    there = ox.parse(java("tdb2.tdbdump", "--loc", tmp_path / "db"), format=ox.RdfFormat.N_QUADS)
    others = [quad for quad in ox.parse(path=first) if quad.graph_name != name]
    assert len(sent) > 5
    assert servers.canonical(there) == servers.canonical([*others, *ox.parse(path=second)])
