"""What passes the gate and what stays behind, and how it is told."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from rdflib import RDF, Dataset, Literal, URIRef

from breaks import CLERK, DARWISH, GOOD, NAME, PREFIXES, STRIKE, TOLD, VESLAND, add, broken, drop
from claimgraph.validated import Severity, ValidGraph, check, gate, load_graph, shacl
from claimgraph.validated.terms import dataset
from claimgraph.vocabulary import CG

BASE = "https://w3id.org/claimgraph/id/"
FIRST, SECOND = (URIRef(f"{BASE}article/{tail}") for tail in ("aaaaaaaaaaa1", "bbbbbbbbbbb2"))


def without(node: str, predicate: str) -> Dataset:
    store = ox.Store()
    store.bulk_load(path=str(GOOD), format=ox.RdfFormat.TRIG)
    store.update(f"DELETE WHERE {{ GRAPH ?g {{ {node} {predicate} ?o }} }}", prefixes=PREFIXES)
    return dataset(store)


def names(valid: ValidGraph) -> set[str]:
    return {str(quad.graph_name).strip("<>") for quad in valid}


def test_all_passes() -> None:
    valid, report = gate(load_graph(GOOD))
    assert report.violations == ()
    assert report.articles == ("post/crowns", "wire/barge")
    assert report.left_out == ()
    assert len(valid) == sum(1 for _ in load_graph(GOOD).quads())


def test_a_bad_article_is_left_out_with_what_leads_from_it() -> None:
    valid, report = gate(without(TOLD, "cg:cueMention"))
    assert report.left_out == ("wire/barge",)
    assert not report.conforms
    assert names(valid) == {f"{BASE}registry", f"{BASE}stories", str(SECOND)}
    assert not any(str(FIRST) in str(quad) for quad in valid)


def test_what_only_a_bad_article_leads_to_goes_with_it() -> None:
    made = without(STRIKE, "cg:rule")
    stories, own = made.graph(URIRef(f"{BASE}stories")), URIRef(f"{BASE}proposition/1")
    stories.remove((URIRef(TOLD.strip("<>")), CG.expresses, None))
    stories.add((own, RDF.type, CG.Proposition))
    stories.add((URIRef(TOLD.strip("<>")), CG.expresses, own))
    valid, report = gate(made)
    assert report.left_out == ("wire/barge",)
    assert len(list(valid.graph().subjects(RDF.type, CG.Proposition))) == 2
    assert (own, None, None) not in valid.graph()


def test_a_violation_names_article_and_sentence() -> None:
    _, report = gate(without(TOLD, "cg:cueMention"))
    (violation,) = report.violations
    assert violation.severity is Severity.VIOLATION
    assert violation.shape.endswith("#claim-cue")
    assert violation.node == TOLD.strip("<>")
    assert violation.path == PREFIXES["cg"] + "cueMention"
    assert violation.article == "wire/barge"
    assert (violation.sentence or "").startswith("Rahim Darwish, a clerk")


@pytest.mark.parametrize("node", [NAME, STRIKE, CLERK, DARWISH])
def test_the_sentence_of_a_span_an_event_a_role_an_actor(node: str) -> None:
    report = check(broken(add(node, "cg:nonsense 1")))
    (violation,) = report.violations
    assert (violation.node, violation.article) == (node.strip("<>"), "wire/barge")
    assert (violation.sentence or "").startswith("Rahim Darwish, a clerk")


def test_a_node_that_nothing_leads_to_is_placed_by_its_iri() -> None:
    report = check(broken(f"INSERT DATA {{ <{FIRST}/claim/1-2> a cg:Claim }}"))
    assert {v.article for v in report.violations} == {"wire/barge"}


def test_a_warning_keeps_nothing_back() -> None:
    valid, report = gate(without("?mention", "cg:toldAs"))
    assert report.counts == {Severity.VIOLATION: 0, Severity.WARNING: 4, Severity.INFO: 0}
    assert report.conforms
    assert len(valid)


def test_what_is_wrong_with_the_registry_is_told_once_and_holds_all_back() -> None:
    valid, report = gate(without(VESLAND, "skos:prefLabel"))
    assert len(report.violations) == 1
    assert report.left_out == ("post/crowns", "wire/barge")
    assert len(valid) == 0


def test_an_article_is_not_saved_by_what_another_says() -> None:
    made = load_graph(GOOD)
    outlet = URIRef(f"{BASE}actor/media-outlet/tide-wire")
    made.graph(SECOND).remove((outlet, None, None))  # the first article still describes it
    assert gate(made)[1].left_out == ("post/crowns",)
    assert check(made).conforms


def test_articles_that_contradict_each_other_do_not_both_pass() -> None:
    made = load_graph(GOOD)
    place, label = URIRef(f"{BASE}place/ostrova"), URIRef(PREFIXES["skos"] + "prefLabel")
    mention = next(made.graph(SECOND).subjects(URIRef(PREFIXES["cg"] + "mentions"), place))
    text = URIRef(PREFIXES["nif"] + "anchorOf")
    made.graph(SECOND).add((place, URIRef(PREFIXES["skos"] + "altLabel"), Literal("Ostrova")))
    made.graph(SECOND).remove((place, label, None))
    made.graph(SECOND).add((place, label, Literal("Ostrova", lang="en")))
    made.graph(FIRST).add((place, URIRef(PREFIXES["skos"] + "altLabel"), Literal("Ostrova", lang="en")))
    assert (mention, text, Literal("Ostrova")) in made.graph(SECOND)
    valid, report = gate(made)
    assert report.left_out == ("post/crowns",)
    assert check(valid.dataset()).conforms


def test_what_no_rdf_file_can_hold_stays_behind() -> None:
    made = load_graph(GOOD)
    made.graph(FIRST).add((FIRST, URIRef("http://purl.org/dc/terms/title"), Literal("\ud800")))
    _, report = gate(made)
    assert report.left_out == ("wire/barge",)
    assert [v.shape.rpartition("#")[2] for v in report.violations] == ["writable"]
    assert report.render().encode()


def test_only_the_gate_makes_a_valid_graph() -> None:
    with pytest.raises(TypeError, match="gate"):
        ValidGraph([], object())


def test_a_valid_graph_hands_out_copies() -> None:
    valid, _ = gate(load_graph(GOOD))
    before = list(valid)
    valid.graph().remove((None, None, None))
    assert list(valid) == before
    assert len(valid.graph()) == len(valid.triples())


def test_the_order_of_findings_is_settled() -> None:
    first = check(broken(drop(TOLD, "cg:cueMention"), drop(STRIKE, "cg:rule")))
    again = check(broken(drop(STRIKE, "cg:rule"), drop(TOLD, "cg:cueMention")))
    assert first == again
    assert [v.key for v in first.violations] == sorted(v.key for v in first.violations)


def rendered(report: str) -> Iterator[str]:
    return (line for line in report.splitlines() if not line.startswith("    in: "))


def test_the_report_as_text() -> None:
    report = check(broken(drop(TOLD, "cg:cueMention")))
    first, last = rendered(report.render())
    assert first.startswith("Violation: wire/barge: A claim has at least one cg:cueMention")
    assert TOLD in first
    assert last == "1 article: does not conform; 1 violation"
    assert str(report) == report.render()


def test_shapes_find_the_same_when_rdflib_answers_their_queries(monkeypatch: pytest.MonkeyPatch) -> None:
    updates = [
        add(VESLAND, "a cg:Place"),
        add(TOLD, f"cg:embeds {TOLD}"),
        add(STRIKE, 'cg:ploverCode "AID"'),
        drop(NAME, "nif:sentence"),
    ]
    fast = check(broken(*updates))
    monkeypatch.delattr("claimgraph.validated.data.DataGraph.query")
    assert check(broken(*updates)) == fast
    assert shacl.shapes()
