"""The named questions give the expected rows, in both engines alike."""

from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from claimgraph import questions
from claimgraph.commands import query

SAMPLE = Path(__file__).parent / "sample.trig"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
NAMES = sorted(questions.named())
ACCUSED = f"""
    PREFIX cg: <https://w3id.org/claimgraph/ontology#> PREFIX nif: <{NIF}>
    INSERT {{
      <urn:x:name> cg:mentions <https://w3id.org/claimgraph/id/actor/badr-organisation> ;
        nif:referenceContext ?article ; nif:beginIndex ?later .
    }} WHERE {{
      ?claim cg:speechAct cg:Accusation ; cg:contentMention/nif:beginIndex ?begin ; cg:reportedIn ?article .
      BIND(?begin + GAP AS ?later)
    }}"""


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    return query.load(SAMPLE)


@pytest.fixture(scope="module")
def dataset() -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(SAMPLE)
    return dataset


def rows(store: pyoxigraph.Store, name: str, **params: str) -> list[tuple[str, ...]]:
    answer = query.ask(store, questions.known(name), params)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [tuple("" if term is None else str(term.value) for term in row) for row in answer]


def comparable(value: str) -> str:
    """A store may rewrite 2.0 as 2."""
    try:
        return str(Decimal(value).normalize())
    except InvalidOperation:
        return value


def test_there_are_enough_questions() -> None:
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_a_header_and_explains_its_parameters(name: str) -> None:
    question = questions.known(name)
    assert question.title
    assert question.asks.endswith(".")
    assert [param for param, _ in question.params] == list(question.defaults)
    assert all(meaning for _, meaning in question.params)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_finds_something_and_rdflib_gives_the_same(
    name: str, store: pyoxigraph.Store, dataset: rdflib.Dataset
) -> None:
    ours = sorted(tuple(map(comparable, row)) for row in rows(store, name))
    found = dataset.query(questions.known(name).text)
    theirs = sorted(tuple("" if term is None else comparable(str(term)) for term in row) for row in found)  # type: ignore[union-attr]
    assert ours
    assert ours == theirs


def test_who_accuses_whom(store: pyoxigraph.Store) -> None:
    assert rows(store, "who-accuses-whom") == [
        ("Carla Moss", "United States", "of bombing the old depot", "hill-post/convoy")
    ]


def test_the_accused_is_whom_the_words_begin_with() -> None:
    for gap, accused in (("5", "United States"), ("4", "Badr Organisation")):
        store = query.load(SAMPLE)
        store.update(ACCUSED.replace("GAP", gap))
        assert [row[1] for row in rows(store, "who-accuses-whom")] == [accused]


def test_what_is_said_about_a_part_is_said_about_the_whole() -> None:
    store = query.load(SAMPLE)
    base = "https://w3id.org/claimgraph/id/actor/"
    assert rows(store, "who-says-what-about", actor="Badr Organisation") == []
    part, whole = (pyoxigraph.NamedNode(base + slug) for slug in ("united-states", "badr-organisation"))
    store.add(pyoxigraph.Quad(part, pyoxigraph.NamedNode("https://w3id.org/claimgraph/ontology#partOf"), whole))
    told = rows(store, "who-says-what-about", actor="Badr Organisation")
    assert ("Carla Moss", "United States", "agent") in {(row[0], row[2], row[3]) for row in told}


def test_claims_by_an_organisation_include_its_spokesmans(store: pyoxigraph.Store) -> None:
    assert [row[0] for row in rows(store, "claims-by")] == ["Badr Organisation", "Omar Reed", "Badr Organisation"]


def test_claims_by_takes_any_name_in_any_case(store: pyoxigraph.Store) -> None:
    assert rows(store, "claims-by", actor="منظمة بدر") == rows(store, "claims-by", actor="BADR organization") != []
    assert rows(store, "claims-by", actor="Badr") == []


def test_what_is_only_attributed_is_not_what_is_stated(store: pyoxigraph.Store) -> None:
    stated = rows(store, "stated-events")
    assert [(row[1], row[3], row[4]) for row in stated] == [("ASSAULT", "Two drivers", "2021-05-03")]
    attributed = rows(store, "only-attributed")
    assert {row[0] for row in attributed}.isdisjoint(row[0] for row in stated)
    assert ("hit", "") in {(row[4], row[5]) for row in attributed}, "a claim that the text gives to no one is shown too"


def test_an_event_that_is_spoken_of_twice_is_one_row() -> None:
    store = query.load(SAMPLE)
    base = "https://w3id.org/claimgraph/id/article/863aff5ebcee"
    mention = pyoxigraph.NamedNode(f"{base}#char=1,7")
    said: dict[str, pyoxigraph.NamedNode | pyoxigraph.Literal] = {
        "https://w3id.org/claimgraph/ontology#mentions": pyoxigraph.NamedNode(f"{base}/event/187-193"),
        f"{NIF}referenceContext": pyoxigraph.NamedNode(base),
        f"{NIF}anchorOf": pyoxigraph.Literal("deaths"),
    }
    for predicate, value in said.items():
        store.add(pyoxigraph.Quad(mention, pyoxigraph.NamedNode(predicate), value))
    assert len(rows(store, "stated-events")) == 1


def test_long_chains_count_the_tellers(store: pyoxigraph.Store) -> None:
    assert [row[:3] for row in rows(store, "long-chains")] == [("3", "Harbour Wire", "villagers")]
    assert rows(store, "long-chains", least="4") == []


def test_disputed_claims_show_both_sides(store: pyoxigraph.Store) -> None:
    assert [(row[0], row[2]) for row in rows(store, "disputed-claims")] == [("villagers", "Badr Organisation")]


def test_troops_by_outlet(store: pyoxigraph.Store) -> None:
    assert [row[:3] for row in rows(store, "troops-by-outlet")] == [
        ("Harbour Wire", "2500", ""),
        ("Quay Times", "3000", "3500"),
    ]


def test_events_in_a_country_are_those_in_its_towns_too(store: pyoxigraph.Store) -> None:
    assert rows(store, "events-in", place="Iraq") == rows(store, "events-in") != []
    assert ("2021-05", "ASSAULT", "Stated", "1") in rows(store, "events-in")
    assert rows(store, "events-in", place="United States") == []


def test_a_triple_in_two_graphs_counts_once(store: pyoxigraph.Store) -> None:
    mentions = {row[1]: row[2:] for row in rows(store, "actors")}
    assert mentions["Harbour Wire"] == ("2", "2")
    labels = "SELECT (COUNT(*) AS ?n) { <https://w3id.org/claimgraph/id/actor/media-outlet/harbour-wire> ?p ?o }"
    answer = query.ask(store, questions.find(labels))
    assert query.serialize(answer, "tsv") == b"?n\n5\n"


def test_the_same_claim_in_two_articles(store: pyoxigraph.Store) -> None:
    assert {row[4] for row in rows(store, "same-claim")} == {"harbour-wire/troops", "hill-post/convoy"}
    assert rows(store, "same-claim", least="3") == []
