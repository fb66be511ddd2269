"""What cannot be read or written is told in one line, and nothing half written is left."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimgraph.errors import InputError
from claimgraph.validated import load_graph, write

BOMB = '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
RDF_XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.org/">{}</rdf:RDF>'
ENTRY = '<rdf:Description rdf:about="https://e.org/a"><e:p>{}</e:p></rdf:Description>'


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.ttl", b"", "holds no triple"),
        ("a.ttl", b"# nothing\n", "holds no triple"),
        ("a.ttl", b"<https://e.org/a> a\n\n<b c> .", "a.ttl:3:"),
        ("a.ttl", b"\xff\xfe\x00<", "UTF-8"),
        ("a.ttl", b'<https://e.org/a> <https://e.org/p> "x"@en--ltr .', "RDF 1.1"),
        ("a.ttl", b"<https://e.org/a> <https://e.org/p> <<( <x:a> <x:b> <x:c> )>> .", "RDF 1.1"),
        ("a.nt", b"<https://e.org/a> <https://e.org/p> .", "a.nt:1:"),
        ("a.nq", b"PK\x03\x04", "a.nq:1:"),
        ("a.trig", b"<https://e.org/g> { <https://e.org/a> a", "a.trig:1:"),
        ("a.jsonld", b'{"@context": "https://e.org/context", "@id": "https://e.org/a", "p": 1}', "remote"),
        ("a.jsonld", b'{"@id": ', "a.jsonld:1:"),
        ("a.rdf", b"<rdf", "not well-formed"),
        ("a.rdf", (BOMB + RDF_XML.format(ENTRY.format("&b;"))).encode(), "entity"),
        ("a.ttl.gz", b"not gzip", "cannot be read"),
        ("a.ttl.gz", gzip.compress(b"<https://e.org/a> a <https://e.org/b> .")[:-9], "cannot be read"),
        ("a.csv", b"", ".ttl"),
        ("graph", b"", "names no RDF format"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        load_graph(tmp_path / name)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / name))
    assert told in message
    assert "\n" not in message


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    for name in ("none.ttl", "folder.ttl"):
        with pytest.raises(InputError, match="cannot be read"):
            load_graph(tmp_path / name)


def test_namespaces_as_entities_are_read(tmp_path: Path) -> None:
    text = '<!DOCTYPE r [<!ENTITY e "https://e.org/">]>' + RDF_XML.format(ENTRY.format("&e;x"))
    (tmp_path / "a.rdf").write_text(text)
    assert [str(o) for _, _, o, _ in load_graph(tmp_path / "a.rdf").quads()] == ["https://e.org/x"]


def test_literals_are_read_as_they_stand(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.ttl").write_text("<x:a> <x:p> 007 , 'soon'^^<http://www.w3.org/2001/XMLSchema#date> .")
    assert {str(o) for _, _, o, _ in load_graph(tmp_path / "a.ttl").quads()} == {"007", "soon"}
    assert not caplog.records


def test_write_replaces_and_keeps_the_mode(tmp_path: Path) -> None:
    target = tmp_path / "a.ttl"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


def test_write_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "a.ttl"
    link.symlink_to(tmp_path / "real" / "b.ttl")
    write(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "real" / "b.ttl").read_bytes() == b"x"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ttl"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        write(pipe, [b"one ", b"two"])
        assert read.result(timeout=30) == b"one two"
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe.ttl"]


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.ttl"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left"):
        write(target, b"new")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


def test_pieces_are_written_one_after_the_other(tmp_path: Path) -> None:
    write(tmp_path / "a.ttl", (b"%d " % n for n in range(3)))
    assert (tmp_path / "a.ttl").read_bytes() == b"0 1 2 "


@pytest.mark.parametrize("stop", [KeyboardInterrupt, InputError])
def test_pieces_that_break_off_leave_what_was_there(stop: type[BaseException], tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"new" * 100_000
        raise stop

    target = tmp_path / "a.ttl"
    target.write_bytes(b"old")
    with pytest.raises(stop):
        write(target, pieces())
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


LIMITED = """
import resource, sys
from claimgraph.errors import InputError
from claimgraph.validated import write
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    write(sys.argv[1], (b"new" * 1000 for _ in range(100)))
except InputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are of Unix")
def test_no_room_in_the_midst_of_the_pieces_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.ttl"
    target.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", LIMITED, target], capture_output=True, text=True, check=True)
    assert done.stdout == f"{target}: cannot be written: File too large\n"
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


@pytest.mark.parametrize("name", ["none/a.ttl", "folder", "file/a.ttl"])
def test_an_unwritable_target_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        write(tmp_path / name, b"x")
    assert str(caught.value).startswith(f"{tmp_path / name}: cannot be written: ")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]
