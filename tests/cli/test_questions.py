"""The named questions give the expected rows, in both engines alike."""

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from claimgraph import questions
from claimgraph.commands import query

SAMPLE = Path(__file__).parent / "sample.trig"
STORIES = SAMPLE.with_name("stories.trig")
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
NAMES = sorted(questions.named())
ONTOLOGY = Path(__file__).parents[2] / "ontology" / "claimgraph.ttl"
CG = "https://w3id.org/claimgraph/ontology#"
BASE = "https://w3id.org/claimgraph/id/"
SHELLING = f"{BASE}article/7c6609f9fc29/event/7-10"


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    return query.load(SAMPLE)


@pytest.fixture(scope="module")
def everything() -> tuple[pyoxigraph.Store, rdflib.Dataset]:
    """Both handmade graphs, for either engine."""
    together, dataset = query.load(SAMPLE), rdflib.Dataset(default_union=True)
    together.extend(query.load(STORIES))
    for path in (SAMPLE, STORIES):
        dataset.parse(path)
    return together, dataset


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
    name: str, everything: tuple[pyoxigraph.Store, rdflib.Dataset]
) -> None:
    store, dataset = everything
    ours = sorted(tuple(map(comparable, row)) for row in rows(store, name))
    found = dataset.query(questions.known(name).text)
    theirs = sorted(tuple("" if term is None else comparable(str(term)) for term in row) for row in found)  # type: ignore[union-attr]
    assert ours
    assert ours == theirs


def test_who_accuses_whom(store: pyoxigraph.Store) -> None:
    assert rows(store, "who-accuses-whom") == [
        ("Carla Moss", "United States", "of bombing the old depot", "hill-post/convoy")
    ]


def test_who_is_only_addressed_is_not_accused() -> None:
    store = query.load(SAMPLE)
    patient, addressee = (pyoxigraph.NamedNode(CG + name) for name in ("patient", "addressee"))
    aimed = store.quads_for_pattern(None, patient, None, pyoxigraph.DefaultGraph())
    (accusation,) = [quad for quad in aimed if "/claim/" in str(quad.subject)]
    store.remove(accusation)
    store.add(pyoxigraph.Quad(accusation.subject, addressee, accusation.object))
    assert [row[:2] for row in rows(store, "who-accuses-whom")] == [("Carla Moss", "")]


def test_what_is_said_about_a_part_is_said_about_the_whole() -> None:
    store = query.load(SAMPLE)
    base = f"{BASE}actor/"
    assert rows(store, "who-says-what-about", actor="Badr Organisation") == []
    part, whole = (pyoxigraph.NamedNode(base + slug) for slug in ("united-states", "badr-organisation"))
    store.add(pyoxigraph.Quad(part, pyoxigraph.NamedNode(CG + "partOf"), whole))
    told = rows(store, "who-says-what-about", actor="Badr Organisation")
    assert ("Carla Moss", "United States", "agent") in {(row[0], row[2], row[3]) for row in told}


def test_claims_by_an_organisation_include_its_spokesmans(store: pyoxigraph.Store) -> None:
    assert [row[0] for row in rows(store, "claims-by")] == [
        "Badr Organisation",
        "Omar Reed",
        "Badr Organisation",
        "Badr Organisation",
        "Omar Reed",
        "Omar Reed",
    ]


def test_claims_by_takes_any_name_in_any_case(store: pyoxigraph.Store) -> None:
    assert rows(store, "claims-by", actor="منظمة بدر") == rows(store, "claims-by", actor="BADR organization") != []
    assert rows(store, "claims-by", actor="Badr") == []


def test_what_is_only_attributed_is_not_what_is_stated(store: pyoxigraph.Store) -> None:
    stated = rows(store, "stated-events")
    assert [(row[1], row[3], row[4]) for row in stated] == [
        ("ASSAULT", "Two drivers", "2021-05-03"),
        ("ASSAULT", "a mill", "2021-05-03"),
        ("ASSAULT", "three guards", "2021-05-03"),
    ]
    attributed = rows(store, "only-attributed")
    assert {row[0] for row in attributed}.isdisjoint(row[0] for row in stated)
    assert ("hit", "") in {(row[4], row[5]) for row in attributed}, "a claim that the text gives to no one is shown too"


def test_an_event_that_is_spoken_of_twice_is_one_row() -> None:
    store = query.load(SAMPLE)
    base = f"{BASE}article/863aff5ebcee"
    mention = pyoxigraph.NamedNode(f"{base}#char=1,7")
    said: dict[str, pyoxigraph.NamedNode | pyoxigraph.Literal] = {
        f"{CG}mentions": pyoxigraph.NamedNode(f"{base}/event/187-193"),
        f"{NIF}referenceContext": pyoxigraph.NamedNode(base),
        f"{NIF}anchorOf": pyoxigraph.Literal("deaths"),
    }
    for predicate, value in said.items():
        store.add(pyoxigraph.Quad(mention, pyoxigraph.NamedNode(predicate), value))
    assert [row[0] for row in rows(store, "stated-events")].count(f"{base}/event/187-193") == 1


def test_long_chains_count_the_tellers(store: pyoxigraph.Store) -> None:
    assert [row[:3] for row in rows(store, "long-chains")] == [("3", "Harbour Wire", "villagers")]
    assert rows(store, "long-chains", least="4") == []


def test_disputed_claims_show_both_sides(store: pyoxigraph.Store) -> None:
    assert [(row[0], row[3]) for row in rows(store, "disputed-claims")] == [
        ("villagers", "Badr Organisation"),
        ("Police", "Badr Organisation"),
    ]


def test_troops_by_outlet(store: pyoxigraph.Store) -> None:
    assert [row[:3] for row in rows(store, "troops-by-outlet")] == [
        ("Harbour Wire", "2500", ""),
        ("Quay Times", "3000", "3500"),
    ]


def test_events_in_a_country_are_those_in_its_towns_too(store: pyoxigraph.Store) -> None:
    assert rows(store, "events-in", place="Iraq") == rows(store, "events-in") != []
    assert ("2021-05", "ASSAULT", "Stated", "2") in rows(store, "events-in")
    assert rows(store, "events-in", place="United States") == []


def test_a_triple_in_two_graphs_counts_once(store: pyoxigraph.Store) -> None:
    mentions = {row[1]: row[2:] for row in rows(store, "actors")}
    assert mentions["Harbour Wire"] == ("2", "2")
    labels = "SELECT (COUNT(*) AS ?n) { <https://w3id.org/claimgraph/id/actor/media-outlet/harbour-wire> ?p ?o }"
    answer = query.ask(store, questions.find(labels))
    assert query.serialize(answer, "tsv") == b"?n\n5\n"


def test_a_timeline_begins_with_the_first_and_ends_with_what_has_no_date(store: pyoxigraph.Store) -> None:
    found = rows(store, "timeline", place="IRAQ")
    assert [row[:7] for row in found[:3]] == [
        ("2021-05-03", "", "Killing", "", "Two drivers", "Stated", "killed"),
        ("2021-05-03", "2021-05-07", "Shelling", "", "a mill; three guards", "Stated", "hit"),
        ("2021-06", "", "Withdrawal", "United States", "", "Intended", "leave"),
    ]
    assert {row[0] for row in found[3:]} == {""}
    assert [row[8] for row in rows(store, "timeline", place="Tarmiyah")] == [SHELLING]
    assert rows(store, "timeline", place="United States") == []


def test_an_event_that_ends_where_the_place_begins_is_one_row() -> None:
    store = query.load(SAMPLE)
    event, place = pyoxigraph.NamedNode(SHELLING), pyoxigraph.NamedNode(BASE + "place/baghdad")
    store.add(pyoxigraph.Quad(event, pyoxigraph.NamedNode(CG + "destination"), place))
    assert [row[8] for row in rows(store, "timeline")].count(SHELLING) == 1


def test_who_attacked_whom_names_those_who_claim_it_and_not_who_denies_it(store: pyoxigraph.Store) -> None:
    assert [row[:9] for row in rows(store, "who-attacked-whom")] == [
        ("Assault", "", "", "", "Attributed", "", "", "hit", "quay-times/count"),
        ("Killing", "", "Two drivers", "Baghdad", "Stated", "", "2021-05-03", "killed", "hill-post/convoy"),
        (
            "Shelling",
            "",
            "a mill; three guards",
            "Tarmiyah",
            "Stated",
            "Police",
            "2021-05-03",
            "hit",
            "quay-times/mill",
        ),
        ("Airstrike", "United States", "", "", "Attributed", "Carla Moss", "", "bombing", "hill-post/convoy"),
    ]
    assert rows(store, "who-attacked-whom", code="COERCE") == []
    assert {row[0] for row in rows(store, "who-attacked-whom", code="MOBILIZE")} == {"Deployment", "Transfer"}


def test_both_sides_of_a_disputed_event(store: pyoxigraph.Store) -> None:
    found = [row[1:5] for row in rows(store, "disputed-events") if row[0] == SHELLING]
    assert found == [
        ("Shelling", "for", "", "Shells hit a mill in Tarmiyah between 3 and 7 May."),
        ("Shelling", "for", "", "“It was an outrage,” Omar Reed said of the shelling."),
        ("Shelling", "for", "Police", "the shelling killed three guards"),
        ("Shelling", "against", "Badr Organisation", "that it had shelled the mill"),
    ]


def test_words_in_an_outer_claim_alone_are_its_tellers_and_not_the_articles() -> None:
    store = query.load(SAMPLE)
    store.update(f"""PREFIX cg: <{CG}> PREFIX nif: <{NIF}>
        INSERT {{
          ?police cg:embeds <urn:x:inner> .
          <urn:x:inner> cg:describes <{SHELLING}> ; cg:contentMention <urn:x:piece> .
          <urn:x:piece> nif:beginIndex 80 ; nif:endIndex 95 .
        }} WHERE {{ ?police cg:content "the shelling killed three guards" }}
    """)
    voices = [(row[3], row[4]) for row in rows(store, "disputed-events") if row[0] == SHELLING]
    assert ("Police", "the shelling killed three guards") in voices
    assert [voice for voice, _ in voices].count("") == 2
    assert [row[3] for row in rows(store, "told-both-ways")] == ["Police"]


def test_an_event_that_nobody_denies_is_not_disputed(store: pyoxigraph.Store) -> None:
    disputed = {row[0].rpartition("/")[2] for row in rows(store, "disputed-events")}
    assert disputed == {"7-10", "86-91", "152-157"}, "86-91: its claim is disputed; 152-157: only a denial tells of it"


def test_what_is_stated_and_claimed_is_told_both_ways(store: pyoxigraph.Store) -> None:
    assert rows(store, "told-both-ways") == [
        (
            SHELLING,
            "Shelling",
            "Shells hit a mill in Tarmiyah between 3 and 7 May.",
            "Police",
            "Assertion",
            "the shelling killed three guards",
            "quay-times/mill",
        )
    ]


def test_casualties_are_on_the_word_of_the_innermost_claim(store: pyoxigraph.Store) -> None:
    assert [(row[0], row[1], *row[6:12]) for row in rows(store, "casualties")] == [
        ("Hill Post", "2", "Killing", "Baghdad", "2021-05-03", "Stated", "", ""),
        ("Quay Times", "3", "Shelling", "Tarmiyah", "2021-05-03", "Stated", "Omar Reed", ""),
        ("Quay Times", "3", "Shelling", "Tarmiyah", "2021-05-03", "Stated", "Police", ""),
        ("Quay Times", "5", "Shelling", "Tarmiyah", "2021-05-03", "Stated", "Omar Reed", "2021-06"),
    ]


def test_who_passes_a_figure_on_in_the_same_words_is_not_whose_word_it_is() -> None:
    store = query.load(SAMPLE)
    store.update(f"""PREFIX cg: <{CG}>
        INSERT {{
          <urn:x:claim> cg:embeds ?claim ; cg:contentMention ?piece ; cg:reportedIn ?article ;
            cg:claimant <{BASE}actor/media-outlet/harbour-wire>
        }} WHERE {{
          ?claim cg:content "the shelling killed three guards" ; cg:contentMention ?piece ; cg:reportedIn ?article
        }}
    """)
    assert {row[10] for row in rows(store, "casualties")} == {"", "Police", "Omar Reed"}


def test_figures_that_changed(store: pyoxigraph.Store) -> None:
    assert rows(store, "changes") == [
        (
            "3",
            "5",
            "",
            "Killed",
            "Shelling",
            "",
            "2021-06",
            "The toll has risen from three to five, Omar Reed said in June.",
            "quay-times/mill",
        )
    ]


def test_figures_of_an_actor_are_its_own_and_those_of_its_events(store: pyoxigraph.Store) -> None:
    ours = [(row[0], row[6], row[7], row[8]) for row in rows(store, "figures-of")]
    assert ours == [
        ("2500", "United States", "agent", "Deployment"),
        ("3000", "United States", "agent", "Deployment"),
    ]
    assert {(row[0], row[7], row[10]) for row in rows(store, "figures-of", actor="three guards")} == {
        ("3", "itself", ""),
        ("3", "patient", ""),
        ("5", "patient", "2021-06"),
    }
    assert rows(store, "figures-of", actor="Badr Organisation") == []


def test_the_questions_know_which_classes_have_narrower_ones() -> None:
    ontology = rdflib.Graph().parse(ONTOLOGY)
    above = {
        (str(narrow).removeprefix(CG), str(broad).removeprefix(CG))
        for narrow, broad in ontology.subject_objects(rdflib.RDFS.subClassOf)
        if str(broad).startswith(CG)
    }
    coded = {narrow for narrow, broad in above if broad == "Event"}
    middle = {broad for _, broad in above if any((broad, code) in above for code in coded)}
    deeper = {narrow for narrow, broad in above if broad in middle}
    assert not {broad for _, broad in above} & deeper, "four levels: the questions rank three"
    texts = {name: questions.known(name).text for name in NAMES}
    told = {name: re.search(r"\?name IN \((.*?)\)", text, re.DOTALL) for name, text in texts.items()}
    lists = {name: set(re.findall(r'"(\w+)"', m[1])) for name, m in told.items() if m}
    assert len(lists) > 4
    assert [name for name, classes in lists.items() if classes != middle] == []


def test_the_narrowest_class_is_shown(store: pyoxigraph.Store) -> None:
    deep = query.load(SAMPLE)
    event = pyoxigraph.NamedNode(SHELLING)
    for name in ("Killing", "Assassination"):
        kind = pyoxigraph.NamedNode(CG + name)
        deep.add(pyoxigraph.Quad(event, pyoxigraph.NamedNode(str(rdflib.RDF.type)), kind))
    deep.remove(
        pyoxigraph.Quad(event, pyoxigraph.NamedNode(str(rdflib.RDF.type)), pyoxigraph.NamedNode(CG + "Shelling"))
    )
    assert [row[2] for row in rows(deep, "timeline") if row[8] == SHELLING] == ["Assassination"]
    assert [row[2] for row in rows(store, "timeline") if row[8] == SHELLING] == ["Shelling"]
