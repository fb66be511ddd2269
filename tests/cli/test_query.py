"""Asking: parameters, what is refused, and the forms of an answer."""

import gzip
import json
from pathlib import Path

import pyoxigraph
import pytest

from claimgraph import questions
from claimgraph.commands import query
from claimgraph.errors import InputError

SAMPLE = Path(__file__).parent / "sample.trig"
CLUB = 'The "} INSERT DATA { <urn:x> <urn:y> <urn:z> } # Club'


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    return query.load(SAMPLE)


def csv(store: pyoxigraph.Store, text: str, **params: str) -> list[str]:
    return query.serialize(query.ask(store, questions.find(text), params), "csv").decode().splitlines()


def test_a_parameter_cannot_add_to_the_query(store: pyoxigraph.Store) -> None:
    before = len(store)
    (row,) = csv(store, "claims-by", actor=CLUB)[1:]
    quoted = CLUB.replace('"', '""')
    assert row == f'"{quoted}",Assertion,the road is safe,2021-05-09,quay-times/count'
    for value in ('" } } #', "\\u0022 } #", '"@en } UNION { ?named a <urn:x>', "a\nb", "\x00", "?claim"):
        assert len(csv(store, "claims-by", actor=value)) == 1
    assert len(store) == before


def test_a_parameter_takes_the_kind_of_its_default(store: pyoxigraph.Store) -> None:
    text = 'SELECT ?a ?b ?c WHERE { VALUES ?a { <urn:x:1> } VALUES ?b { 1 } VALUES ?c { "x"@en } }'
    assert csv(store, text) == ["a,b,c", "urn:x:1,1,x"]
    assert csv(store, text, a="<urn:x:2>", b="7", c="y") == ["a,b,c", "urn:x:2,7,y"]


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"a": "no iri"}, "cannot be 'no iri'"),
        ({"b": "many"}, "cannot be 'many': it is no number"),
        ({"b": "nan"}, "cannot be 'nan': it is no number"),
        ({"d": "1"}, "its parameters: a, b"),
    ],
)
def test_a_parameter_that_does_not_fit_is_refused(store: pyoxigraph.Store, params: dict[str, str], said: str) -> None:
    text = "SELECT ?a ?b WHERE { VALUES ?a { <urn:x:1> } VALUES ?b { 1 } }"
    with pytest.raises(InputError, match=said):
        csv(store, text, **params)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/>",
        "CLEAR ALL",
        "DROP ALL",
        "ASK { } ; DROP ALL",
        "SELECT nonsense { }",
    ],
)
def test_only_reading_is_answered(store: pyoxigraph.Store, text: str) -> None:
    before = len(store)
    with pytest.raises(InputError, match="only SELECT, ASK, CONSTRUCT and DESCRIBE"):
        csv(store, text)
    assert len(store) == before


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * {service<http://127.0.0.1:1/>{?s ?p ?o}}",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE # here\n SILENT # and there {\n <http://127.0.0.1:1/>#\n { ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICE e:s { ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1:1/> SELECT * { ?s ?p 1SERVICE#\nSILENTe:s{ ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:s { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <http://127.0.0.1:1/> } SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <http://127.0.0.1:1/> } SERVICE$x{ ?s ?p ?o } }",
    ],
)
def test_no_other_server_is_asked(store: pyoxigraph.Store, text: str) -> None:
    with pytest.raises(InputError, match="SERVICE is refused"):
        csv(store, text)


def test_what_is_nested_too_deeply_for_the_parser_is_refused(store: pyoxigraph.Store) -> None:
    for deep in ("(" * 100_000, "{" * 100_000 + "}" * 100_000, "([" * 101):
        with pytest.raises(InputError, match="more than 200 deep"):
            csv(store, f"SELECT * {{ ?s ?p {deep} }}")
    values = "(1) " * 1_000
    assert csv(store, f"SELECT (COUNT(*) AS ?n) {{ VALUES (?x) {{ {values} }} }}") == ["n", "1000"]


def test_the_word_service_alone_is_no_call(store: pyoxigraph.Store) -> None:
    assert csv(store, 'SELECT ("a service" AS ?x) WHERE { # SERVICE <urn:x>\n }') == ["x", "a service"]


def test_the_forms_of_an_answer(store: pyoxigraph.Store) -> None:
    rows = 'SELECT ?x ?y WHERE { VALUES (?x ?y) { (<urn:a> "a\\"b"@en) } }'
    asked = questions.find(rows)
    assert query.serialize(query.ask(store, asked), "tsv") == b'?x\t?y\n<urn:a>\t"a\\"b"@en\n'
    assert query.serialize(query.ask(store, asked), "csv") == b'x,y\r\nurn:a,"a""b"\r\n'
    assert json.loads(query.serialize(query.ask(store, asked), "json"))["head"] == {"vars": ["x", "y"]}
    yes = questions.find("ASK { }")
    assert json.loads(query.serialize(query.ask(store, yes), "json"))["boolean"] is True


def test_a_graph_comes_as_turtle_or_json_ld(store: pyoxigraph.Store) -> None:
    made = questions.find("CONSTRUCT { <urn:a:1> <urn:b:1> 1 } WHERE { }")
    assert query.serialize(query.ask(store, made), "table") == b"<urn:a:1> <urn:b:1> 1 .\n"
    assert json.loads(query.serialize(query.ask(store, made), "json"))
    with pytest.raises(InputError, match="no form as csv"):
        query.serialize(query.ask(store, made), "csv")


def test_graphs_can_still_be_told_apart(store: pyoxigraph.Store) -> None:
    assert csv(store, "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == ["n", "6"]


def test_a_question_from_a_file(store: pyoxigraph.Store, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("\ufeffASK { }", encoding="utf-8")
    assert csv(store, str(path)) == ["true"]
    path.write_bytes(b"ASK { \xff }")
    with pytest.raises(InputError, match="it is not UTF-8"):
        questions.find(str(path))
    with pytest.raises(InputError, match="No such file"):
        questions.find(str(tmp_path / "none.rq"))


def test_an_unknown_question_names_the_known() -> None:
    with pytest.raises(InputError, match=r"who-accused.*who-accuses-whom, who-attacked-whom, who-says-what-about"):
        questions.find("who-accused")


def test_a_graph_packed_with_gzip_is_read(tmp_path: Path, store: pyoxigraph.Store) -> None:
    path = tmp_path / "sample.trig.gz"
    path.write_bytes(gzip.compress(SAMPLE.read_bytes()))
    assert len(query.load(path)) == len(store)
    path.write_bytes(gzip.compress(SAMPLE.read_bytes())[:300])
    with pytest.raises(InputError, match="cannot be read"):
        query.load(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ttl", "<urn:a> <urn:b> .", "a.ttl:1:"),
        ("a.txt", "", "names no RDF format"),
        ("none.ttl", None, "No such file"),
        ("a.jsonld", '{"@context": "http://127.0.0.1:1/"}', "@context is remote"),
    ],
)
def test_a_graph_that_cannot_be_read(tmp_path: Path, name: str, content: str | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=said):
        query.load(tmp_path / name)
