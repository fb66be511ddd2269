"""What a load is to bring about is settled, and refused where it cannot be, before any server is asked."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from claimgraph.endpoints import Plan, plan
from claimgraph.endpoints.plan import batches, by_value, lines
from news import CG, TYPE, article, entries, quad, written

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


def said(subject: str, prop: str, obj: str) -> str:
    typed = prop == "a"
    return quad(f"{BASE}{subject}", TYPE if typed else CG + prop, CG + obj if typed else f"{BASE}{obj}", STORIES)


def join(number: int, relation: str, one: str, other: str) -> list[str]:
    node = f"{BASE}join/{number}"
    ends = [quad(node, f"{CG}joins", f"{BASE}{end}", STORIES) for end in (one, other)]
    return [quad(node, TYPE, f"{CG}Join", STORIES), quad(node, f"{CG}relation", CG + relation, STORIES), *ends]


STORIES = f"{BASE}stories"
EVENTS = {key: f"article/{key}/event/1-2" for key in ("aa1", "bb2", "cc3")}
JOINED = [
    *(said(event, "sameEvent", "event/0f") for event in EVENTS.values()),
    said("event/0f", "a", "SharedEvent"),
    *join(1, "sameEvent", EVENTS["aa1"], EVENTS["bb2"]),
    *join(2, "sameEvent", EVENTS["bb2"], EVENTS["cc3"]),
    said("article/aa1/claim/0-9", "sameAct", "act/0f"),
    said("article/bb2/claim/0-9", "sameAct", "act/0f"),
    said("act/0f", "a", "ActOfSpeaking"),
    *join(3, "sameAct", "article/aa1/claim/0-9", "article/bb2/claim/0-9"),
    said("article/bb2/claim/0-9", "supports", "article/aa1/claim/0-9"),
    *join(4, "supports", "article/bb2/claim/0-9", "article/aa1/claim/0-9"),
    said("article/bb2/claim/0-9", "supports", "article/cc3/claim/0-9"),
    *join(5, "supports", "article/bb2/claim/0-9", "article/cc3/claim/0-9"),
    said("proposition/aa1", "variantOf", "proposition/bb2"),
    said("proposition/bb2", "variantOf", "proposition/aa1"),
    said("proposition/aa1", "a", "Proposition"),
    said("proposition/bb2", "a", "Proposition"),
    *join(6, "variantOf", "proposition/aa1", "proposition/bb2"),
]
THREE = [line for key in ("aa1", "bb2", "cc3") for line in article(BASE, key, ["x"])]


def told_of(made: Plan) -> set[str]:
    """The nodes that the graph of what joins articles tells of, behind the base."""
    triples_ = made.graphs[STORIES]
    nodes = {n.value for t in triples_ for n in (t.subject, t.object) if isinstance(n, ox.NamedNode)}
    return {node.removeprefix(BASE) for node in nodes if node.startswith(BASE)}


def test_what_joined_an_article_to_others_goes_where_its_new_file_does_not_tell_of_it(tmp_path: Path) -> None:
    """And with it the nodes that nothing shares any more, and the joins that said why."""
    first = written(tmp_path / "1.nq", THREE, JOINED)
    again = written(tmp_path / "2.nq", article(BASE, "aa1", ["x"]))
    left = told_of(plan([first, again]))
    assert {node for node in left if node.startswith("join/")} == {"join/2", "join/5", "join/6"}
    assert {"event/0f", EVENTS["bb2"], EVENTS["cc3"], "proposition/aa1", "proposition/bb2"} <= left
    assert left.isdisjoint({"act/0f", EVENTS["aa1"]})


def test_a_proposition_that_no_claim_expresses_any_more_goes_with_its_variants(tmp_path: Path) -> None:
    first = written(tmp_path / "1.nq", THREE, JOINED)
    left = told_of(plan([first, written(tmp_path / "2.nq", article(BASE, "aa1", []))]))
    assert left.isdisjoint({"proposition/aa1", "join/6"})
    assert "proposition/bb2" in left


def test_what_joins_is_the_same_after_loading_it_twice(tmp_path: Path) -> None:
    first = written(tmp_path / "1.nq", THREE, JOINED)
    assert plan([first, first]).graphs == plan([first]).graphs


def test_a_node_may_be_shared_by_articles_of_two_files(tmp_path: Path) -> None:
    """What is joined alike in both stays joined, though each file has but two of the three."""
    first = written(tmp_path / "1.nq", THREE[:2], article(BASE, "bb2", []), JOINED[:1], JOINED[1:2], JOINED[3:4])
    second = written(tmp_path / "2.nq", article(BASE, "cc3", []), article(BASE, "aa1", []), JOINED[:1], JOINED[2:4])
    assert {"event/0f", *EVENTS.values()} <= told_of(plan([first, second]))


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
