"""What a load is to bring about is settled, and refused where it cannot be, before any server is asked."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from claimgraph.endpoints import Plan, plan
from claimgraph.endpoints.plan import batches, by_value, lines
from news import article, entries, written

BASE = "https://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
Run = Callable[..., tuple[int, str, str]]


def spoken(made: Plan, name: str) -> set[str]:
    return {t.object.value for t in made.graphs[name] if isinstance(t.object, ox.Literal)}


def triple(obj: ox.Literal | ox.NamedNode, subject: str = "urn:s") -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode("urn:p"), obj)


def test_only_what_is_no_article_s_is_shared(tmp_path: Path) -> None:
    lone = ["<urn:a> <urn:b> <urn:c> <https://other.example/registry> ."]
    made = plan([written(tmp_path / "a.nq", article(BASE, "aa1", ["x"]), entries(BASE, {"x": "X"}), lone)])
    assert made.articles == {f"{BASE}article/aa1"}
    assert {n for n in made.graphs if made.shared(n)} == {f"{BASE}registry", f"{BASE}stories"}


def test_of_two_files_the_later_replaces_an_article_and_adds_to_the_registry(tmp_path: Path) -> None:
    first = written(tmp_path / "1.nq", article(BASE, "aa1", ["x"], "old"), entries(BASE, {"x": "X", "y": "Y"}))
    second = written(tmp_path / "2.nq", article(BASE, "aa1", ["x"], "new"), entries(BASE, {"x": "X anew"}))
    made = plan([first, second])
    assert spoken(made, f"{BASE}article/aa1") == {"new"}
    assert spoken(made, f"{BASE}registry") == {"X anew", "Y"}


def test_triples_without_a_graph_go_where_they_are_told_to(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<urn:a> <urn:b> <urn:c> .")
    assert list(plan([path], "urn:here").graphs) == ["urn:here"]


@pytest.mark.parametrize(
    ("name", "text", "into", "says"),
    [
        ("a.ttl", "<urn:a> <urn:b> <urn:c> .", None, "no named graph: build it as .nq, .trig or .jsonld"),
        ("a.ttl", "<urn:a> <urn:b> [] .", "urn:here", "blank node"),
        ("a.nq", "<urn:a> <urn:b> <urn:c> _:g .", None, "blank node"),
        ("a.nq", "<urn:a> <urn:b> <urn:c> <urn:g> .", "urn:here", "leave --graph out"),
        ("a.ttl", "<urn:a> <urn:b> <urn:c> .", "here", "no IRI"),
        ("a.ttl", "<urn:a> <urn:b> <urn:c> .", "urn:x> { } } ; DROP ALL #", "no IRI"),
        ("a.nq", "<urn:a> <urn:b> ", None, "not well-formed"),
    ],
)
def test_what_cannot_be_loaded_is_refused_before_anybody_is_asked(
    name: str, text: str, into: str | None, says: str, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / name
    path.write_text(text)
    where = ["--graph", into] if into else []
    code, out, err = run("load", path, *where, "--to", "http://127.0.0.1:1", "--retries", "0")
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_an_article_s_own_node_goes_first() -> None:
    name = f"{BASE}article/aa1"
    told = [triple(ox.Literal("x"), s) for s in (f"{BASE}actor/a", name, f"{name}#char=1,2")]
    assert next(lines(told, name)).startswith(f"<{name}> ".encode())


def test_batches_hold_everything_and_no_more_than_they_may() -> None:
    found = list(lines(triple(ox.Literal(f"{n:04}")) for n in range(100)))
    made = list(batches(found, 10 * (len(found[0]) + 1)))
    assert [line for batch in made for line in batch] == found
    assert {len(batch) for batch in made} == {10}
    assert [len(batch) for batch in batches(found, 10**6, 40)] == [40, 40, 20]
    assert [len(batch) for batch in batches(found, 1)] == [1] * 100


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("01", "integer"), ("1", "integer"), True),
        (("1", "nonNegativeInteger"), ("1", "integer"), True),
        (("2.50", "decimal"), ("2.5", "decimal"), True),
        (("1", "boolean"), ("true", "boolean"), True),
        (("2024-05-15T10:00:00+00:00", "dateTime"), ("2024-05-15T10:00:00Z", "dateTime"), True),
        (("1", "integer"), ("2", "integer"), False),
        (("1", "integer"), ("1", "decimal"), False),
        (("01", "string"), ("1", "string"), False),
        (("2024", "gYear"), ("2024-01", "gYearMonth"), False),
        (("2024-05-15T10:00:00", "dateTime"), ("2024-05-15T10:00:00Z", "dateTime"), False),
    ],
)
def test_triples_are_compared_by_value(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    first, second = (triple(ox.Literal(text, datatype=ox.NamedNode(XSD + kind))) for text, kind in (one, other))
    assert (by_value([first]).keys() == by_value([second]).keys()) is same


@pytest.mark.parametrize(
    "url", ["localhost:7878", "ftp://localhost/", "http://", "http://a b/", "http://[::1", "http://h:x/"]
)
def test_what_is_no_address_is_refused(url: str, tmp_path: Path, run: Run) -> None:
    code, _, err = run("load", written(tmp_path / "a.nq", article(BASE, "aa1", [])), "--to", url)
    assert code == 2
    assert "is no address: give one such as http://localhost:7878/store" in err


def test_an_address_is_wanted(tmp_path: Path, run: Run) -> None:
    code, _, err = run("load", written(tmp_path / "a.nq", article(BASE, "aa1", [])))
    assert (code, "give --to URL" in err) == (2, True)
