"""`validate --shapes`: anybody's shapes over any graph."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from checked import GRAPH, PREFIXES, SHAPES, written

Run = Callable[..., tuple[int, str, str]]
TARGET = "e:S a sh:NodeShape ; sh:targetClass e:Person ;"
BAD: list[tuple[str, str, str]] = [
    ("none.ttl", "", "cannot be read"),
    ("syntax.ttl", "<a> a", "not well-formed Turtle"),
    ("data.ttl", "<urn:a> <urn:b> <urn:c> .", "no shape here has a target"),
    ("count.ttl", f'{PREFIXES}{TARGET} sh:property [ sh:path e:p ; sh:minCount "one" ] .', "not well-formed SHACL"),
    ("path.ttl", f"{PREFIXES}{TARGET} sh:property [ sh:minCount 1 ] .", "not well-formed SHACL"),
    ("query.ttl", f'{PREFIXES}{TARGET} sh:sparql [ sh:select "SELECT nonsense" ] .', "the shapes cannot be applied"),
    ("loop.ttl", f"{PREFIXES}{TARGET} sh:node e:S .", "the shapes cannot be applied"),
]


@pytest.fixture
def address() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it has been asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("name", "text", "told"), BAD, ids=[name for name, *_ in BAD])
def test_bad_shapes_are_one_line(name: str, text: str, told: str, run: Run, tmp_path: Path) -> None:
    graph, _ = written(tmp_path)
    if text:
        (tmp_path / name).write_text(text, encoding="utf-8")
    code, out, err = run("validate", graph, "--shapes", tmp_path / name)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_messages_severities_and_nodes_of_every_kind(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    code, out, err = run("validate", graph, "--shapes", shapes)
    assert (code, err) == (1, "")
    assert "  Violation (https://e.org/Critical): Everybody has one name. <https://e.org/bob>" in out
    assert '  Warning: sh:languageIn ("en") is not met. "\\u0001' in out
    assert "(<https://e.org/knows>/^<https://e.org/nobody>): sh:minCount 1 is not met. _:b1 " in out
    assert out.endswith("\n  does not conform; 3 violations, 1 warning, 5 infos\n")
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]


def test_several_files_in_any_format_are_one(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    node, rest = tmp_path / "node.nt", tmp_path / "rest.ttl"
    e, sh = "https://e.org/", "http://www.w3.org/ns/shacl#"
    node.write_text(f"<{e}NickShape> <{sh}targetObjectsOf> <{e}nick> .\n", encoding="utf-8")
    rest.write_text(SHAPES.replace("sh:targetObjectsOf e:nick ;", ""), encoding="utf-8")
    assert (
        run("validate", graph, "--shapes", node, "--shapes", rest)[1] == run("validate", graph, "--shapes", shapes)[1]
    )


def test_nothing_is_fetched(address: tuple[str, list[str]], run: Run, tmp_path: Path) -> None:
    where, asked = address
    graph, shapes = written(tmp_path)
    graph.write_text(
        f"{GRAPH} <> <http://www.w3.org/2002/07/owl#imports> <{where}a> ; sh:shapesGraph <{where}b> .", "utf-8"
    )
    shapes.write_text(f"{SHAPES} <> <http://www.w3.org/2002/07/owl#imports> <{where}c> .", "utf-8")
    code, _, err = run("validate", graph, "--shapes", shapes)
    assert (code, asked) == (1, [])
    assert err == f"claimgraph: {where}c: imported by the shapes and not fetched: give it with --shapes as well\n"


@pytest.mark.parametrize("clause", ["SERVICE <{}> {{ ?value ?p ?o }}", "SERVICE # \n <{}> {{ ?value ?p ?o }}"])
def test_no_query_asks_another_endpoint(clause: str, address: tuple[str, list[str]], run: Run, tmp_path: Path) -> None:
    where, asked = address
    graph, shapes = written(tmp_path)
    query = f"SELECT $this ?value WHERE {{ $this ?q ?value . {clause.format(where)} }}"
    shapes.write_text(f'{PREFIXES}{TARGET} sh:sparql [ sh:select """{query}""" ] .', encoding="utf-8")
    code, out, err = run("validate", graph, "--shapes", shapes)
    assert (code, out, err.count("\n"), asked) == (2, "", 1, [])


def test_a_query_by_ask_of_a_constraint_component(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    shapes.write_text(
        f"""{PREFIXES}
        e:Starts a sh:ConstraintComponent ; sh:parameter [ sh:path e:starts ] ;
            sh:validator [ a sh:SPARQLAskValidator ; sh:message "It begins otherwise." ;
                sh:ask "ASK {{ FILTER (STRSTARTS(STR($value), $starts)) }}" ] .
        e:S a sh:NodeShape ; sh:targetClass e:Person ; sh:property [ sh:path e:name ; e:starts "B" ] .
        """,
        encoding="utf-8",
    )
    code, out, err = run("validate", graph, "--shapes", shapes)
    assert (code, err) == (1, "")
    assert [line.split(" (")[0] for line in out.splitlines()[1:-1]] == [
        "  Violation: It begins otherwise. <https://e.org/ann>",
        "  Violation: It begins otherwise. <https://e.org/bob>",
    ]
