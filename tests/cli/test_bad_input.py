"""Bad and hostile input at the command line: one clear line each, the others built, well-formed RDF in every format."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from claimgraph import cli
from claimgraph.graphs import FORMATS

GOOD = "The harbour police said on Monday that two boats had been seized in Basra."
PAGE = (
    "<!DOCTYPE html><html><head><title>Boats seized</title></head><body><article><h1>Boats seized</h1>"
    "<p>The harbour police said on Monday that two boats had been seized in Basra, after a chase in the bay.</p>"
    "<p>The governor denied that the boats were his, and said that he would ask the cou"
)
HOSTILE = "\n\n".join(
    [
        'The spokesman said on Monday that "the <b>bridge</b> \\" . <urn:x> <urn:y> <urn:z> ." was closed.',
        'Ali "the \\Fox" al-Basri <script>alert(1)</script> said that } INSERT DATA { <urn:a> <urn:b> "c" } # was hit.',
        "The \x07governor\x1b[31m said that \u202emen\u202c were \u200fheld\u200e in '''Basra''' or \"\"\"Kut\"\"\".",
        "The minister said that\x0b the\x85 road\u2028 was\ufffe shut by \U0001f600 \U0001d542. ]]> <!-- @prefix e: .",
    ]
)
UNREADABLE: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty: nothing to read"),
    ("blank.txt", b" \n\t\n", "only white space"),
    ("cyrillic.txt", "Пресс-служба сообщила о двух лодках.".encode("cp1251"), "neither UTF-8"),
    ("utf16-unmarked.txt", GOOD.encode("utf-16-le"), "there is a NUL at byte 1"),
    ("broken.txt", b"Caf\xc3\xa9s \xe2\x80\x94 they said so. \xff", "broken UTF-8"),
    ("binary.txt", bytes(range(256)), "not text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "a PNG image"),
    ("line.txt", b"word " * 200_000, "line 1 of its text has 1,000,000 characters"),
    ("large.txt", b"The river rose again on Sunday, officials said.\n" * 1_100_000, "longer than 1,000,000 characters"),
    ("head.html", PAGE[:60].encode(), "no text found in its HTML"),
    ("list.jsonl", b"[1, 2]", "not a JSON object"),
    ("cut.jsonl", b'{"text":', "not JSON, at column 9"),
    ("number.jsonl", b'{"text": 3}', "`text` is no string"),
    ("none.jsonl", b'{"url": "x"}', "has no `text`"),
    ("cut.txt.gz", gzip.compress(GOOD.encode())[:-9], "its gzip is broken or cut off"),
]
READABLE: list[tuple[str, bytes]] = [
    ("utf16.txt", GOOD.encode("utf-16")),
    ("utf8-marked.txt", GOOD.encode("utf-8-sig")),
    ("latin1.txt", GOOD.replace("boats", "cafés").encode("latin-1")),
    ("windows.txt", GOOD.replace("police", "police’s men").encode("cp1252")),
    ("cut.html", PAGE.encode()),
    ("cut-in-a-character.html", PAGE.encode() + b"\xc3"),
]
REGISTRIES: list[tuple[str, str]] = [
    ("actor:x a", "no Turtle"),
    ("\x00\x01\x02", "no Turtle"),
    (
        "<https://w3id.org/claimgraph/id/actor/x> a <https://w3id.org/claimgraph/ontology#Person> .",
        "it has 0 English values of skos:prefLabel",
    ),
    ("<https://w3id.org/claimgraph/id/actor/x> a <https://e.org/Thing> .", "it has the types"),
]
RDFLIB = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld", "rdf": "xml"}
Build = Callable[..., tuple[int, str, str]]


def identifiers(path: Path) -> set[str]:
    identifier = ox.NamedNode("http://purl.org/dc/terms/identifier")
    return {str(quad.object.value) for quad in ox.parse(path=str(path)) if quad.predicate == identifier}


@pytest.mark.parametrize(("name", "data", "told"), UNREADABLE, ids=[name for name, *_ in UNREADABLE])
def test_what_cannot_be_read_is_one_line_and_the_others_are_built(
    name: str, data: bytes, told: str, build: Build, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    graph = tmp_path / "graph.ttl"
    code, out, err = build(tmp_path / name, "-o", graph)
    assert (code, out, graph.exists()) == (2, "", False)
    assert told in err.splitlines()[0]
    assert err.splitlines()[1] == "claimgraph: nothing was written: no article could be read"
    code, out, err = build(tmp_path, "-o", graph)
    assert (code, out, identifiers(graph)) == (0, "", {"good"})
    assert err.startswith(f"claimgraph: {tmp_path / name}")
    assert len(err.splitlines()) == 2


@pytest.mark.parametrize(("name", "data"), READABLE, ids=[name for name, _ in READABLE])
def test_what_can_be_recognised_is_read(name: str, data: bytes, build: Build, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    code, out, err = build(tmp_path / name, "--format", "nt")
    assert (code, err.count("\n")) == (0, 1)
    assert "had been seized in Basra" in out
    assert "\ufffd" not in out


@pytest.mark.parametrize("output", ["none/a.ttl", "good.txt/a.ttl", "folder.ttl", "a.doc", "a"])
def test_an_unwritable_output_is_one_line(output: str, build: Build, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "folder.ttl").mkdir()
    code, out, err = build(tmp_path / "good.txt", "-o", tmp_path / output)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert str(tmp_path / output) in err


@pytest.mark.parametrize(("text", "told"), REGISTRIES)
def test_a_bad_registry_is_one_line(text: str, told: str, build: Build, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "mine.ttl").write_text(text, "utf-8")
    code, out, err = build(tmp_path / "good.txt", "--registry", tmp_path / "mine.ttl")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"claimgraph: {tmp_path / 'mine.ttl'}: ")
    assert told in err
    assert "\x00" not in err


def test_hostile_text_comes_out_well_formed_in_every_format(build: Build, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / 'name "} . # <x>.txt').write_text(HOSTILE, "utf-8")
    records = [
        {
            "text": HOSTILE,
            "title": 'A "title" <b> \\ \n } .',
            "url": 'http://e.org/a b"><',
            "id": 'id "> <x> \\ \u202e',
        },
        {"text": GOOD, "publisher": '\u202eevil\x1b[2J <x> "', "date": "no date", "url": "javascript:alert(1)"},
        {"text": f"{GOOD} \ud800", "title": "lone \udfff", "id": "\ud83d"},
    ]
    (folder / "feed.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    read: dict[str, set[ox.Triple]] = {}
    for form in FORMATS:
        path = tmp_path / f"graph.{form}"
        code, _, err = build(folder, "-o", path)
        assert (code, err.count("\n")) == (0, 1)
        read[form] = {quad.triple for quad in ox.parse(path=str(path), format=FORMATS[form])}
        assert with_rdflib(path, RDFLIB[form]) == read[form]
        assert read[form] == read["ttl"]
    assert len(identifiers(tmp_path / "graph.ttl")) == 4
    assert not any("urn:x" in str(t.subject) or "urn:a" in str(t.subject) for t in read["ttl"])
    values = {t.object.value for t in read["ttl"] if isinstance(t.object, ox.Literal)}
    for words in ('"the <b>bridge</b> \\"', '<urn:b> "c"', "'''Basra'''"):
        assert any(words in value for value in values), "they are there as they were"
    assert "\u202e" in "".join(values)


def with_rdflib(path: Path, form: str) -> set[ox.Triple]:
    """The triples of a file as rdflib reads them, literals as they are written."""
    made = rdflib.Dataset()
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        made.parse(path, format=form)
    finally:
        rdflib.NORMALIZE_LITERALS = before
    return {ox.Triple(ox.NamedNode(str(s)), ox.NamedNode(str(p)), term(o)) for s, p, o, _ in made.quads()}


def term(node: object) -> ox.NamedNode | ox.Literal:
    if not isinstance(node, rdflib.Literal):
        return ox.NamedNode(str(node))
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype or rdflib.XSD.string)))


def test_hostile_text_steers_no_terminal(build: Build, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text(HOSTILE, "utf-8")
    graph = tmp_path / "graph.ttl"
    assert build(tmp_path / "a\x1b[2J.txt", tmp_path / "none\x1b[2J\n.txt", "-o", graph)[2].count("\n") == 2
    said = ""
    for arguments in (
        ["query", str(graph), "articles"],
        ["query", "none\x1b[2J.ttl", "x"],
        ["explain", str(graph), "\x1b"],
    ):
        with pytest.raises(SystemExit):
            cli.main(arguments)
        sys.stdout.flush()
        said += "".join(capfd.readouterr())
    assert "\x1b" not in said
    assert "\ufffd[2J" in said


@pytest.mark.parametrize("command", ["build '{news}'", "query '{graph}' actors", "validate '{graph}'", "questions"])
def test_a_full_disk_behind_stdout_is_one_line(command: str, tmp_path: Path) -> None:
    done = shell(command, "> /dev/full", tmp_path)
    assert (done.returncode, done.stderr.splitlines()[-1:]) == (
        2,
        ["claimgraph: stdout: cannot be written: No space left on device: choose another place"],
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [("build -", 2), ("query - actors", 2), ("query '{graph}' actors >&-", 0), ("questions 2>&-", 0)],
)
def test_closed_streams_are_empty_ones(command: str, code: int, tmp_path: Path) -> None:
    done = shell(command, "<&-", tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def shell(command: str, streams: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    graph, news = Path(__file__).parent / "sample.trig", folder / "good.txt"
    news.write_text(GOOD, "utf-8")
    line = f"'{Path(sys.executable).parent / 'claimgraph'}' {command.format(graph=graph, news=news)} {streams}"
    return subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=False)
