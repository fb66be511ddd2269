"""Explaining: the tellers in order, the sentences, and what a name finds."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import DCTERMS

from claimgraph.commands import query
from claimgraph.commands.explain import Explanation, explain
from claimgraph.commands.terminal import clean, tell
from claimgraph.errors import InputError
from claimgraph.vocabulary import CG

SAMPLE = Path(__file__).parent / "sample.trig"
BASE = "https://w3id.org/claimgraph/id/"
MIDDLE = "article/863aff5ebcee/claim/55-107"
EVENT = "article/863aff5ebcee/event/86-91"
SHELLING = "article/7c6609f9fc29/event/7-10"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    return query.load(SAMPLE)


def only(store: pyoxigraph.Store, asked: str) -> Explanation:
    (found,) = explain(store, asked)
    return found


@pytest.mark.parametrize("asked", [BASE + MIDDLE, f"<{BASE}{MIDDLE}>", MIDDLE])
def test_a_claim_is_told_from_the_outermost_to_the_innermost(store: pyoxigraph.Store, asked: str) -> None:
    (chain,) = only(store, asked).chains
    assert (chain.article, chain.publisher, chain.issued) == ("hill-post/convoy", "Hill Post", "2021-05-04")
    tellers = [(t.depth, t.claimant, t.addressees) for t in chain.tellers]
    assert tellers == [
        (0, "Harbour Wire", ()),
        (1, "a port official", ()),
        (2, "villagers", ("a port official",)),
    ]


def test_each_teller_has_its_words_and_the_sentence(store: pyoxigraph.Store) -> None:
    outermost = only(store, MIDDLE).chains[0].tellers[0]
    assert (outermost.speech_act, outermost.quotation, outermost.rule) == ("Assertion", "Indirect", "claim.verb-clause")
    assert [(e.part, e.words, e.begin, e.end) for e in outermost.evidence[:2]] == [
        ("source", "Harbour Wire", 0, 12),
        ("cue", "wrote", 13, 18),
    ]
    assert {e.sentence for e in outermost.evidence} == {
        "Harbour Wire wrote that a port official had heard from villagers that American trucks moved fuel to Baghdad."
    }


def test_an_event_is_told_by_those_who_claim_it(store: pyoxigraph.Store) -> None:
    event = only(store, EVENT)
    assert event.kinds == ("Transfer",)
    assert {("agent", "United States"), ("destination", "Baghdad, in Iraq"), ("factuality", "Attributed")} <= set(
        event.facts
    )
    assert [t.claimant for t in event.chains[0].tellers] == ["Harbour Wire", "a port official", "villagers"]
    assert [(e.words, e.rule, e.told_as) for e in event.evidence] == [("moved", "event.verb", "Attributed")]
    assert ("told by", "Harbour Wire, from a port official, from villagers (Attributed)") in event.facts


def test_an_event_says_who_vouches_for_it_and_who_does_not(store: pyoxigraph.Store) -> None:
    event = only(store, SHELLING)
    assert event.facts[:5] == (
        ("factuality", "Stated"),
        ("also told in the article's own voice", "Shells hit a mill in Tarmiyah between 3 and 7 May."),
        ("told by", "Police (Attributed)"),
        ("told by", "Badr Organisation (Denied)"),
        ("also told in the article's own voice", "“It was an outrage,” Omar Reed said of the shelling."),
    )
    assert [(e.words, e.told_as) for e in event.evidence] == [
        ("hit", "Stated"),
        ("shelling", "Attributed"),
        ("shelled", "Denied"),
        ("the shelling", "Stated"),
    ]
    assert [chain.tellers[-1].claimant for chain in event.chains] == ["Police", "Badr Organisation"]
    assert event.chains[0].tellers[0].disputed_by == ("Badr Organisation: “that it had shelled the mill”",)


def test_what_nobody_claims_is_told_in_the_articles_own_voice_or_the_headline() -> None:
    store = query.load(SAMPLE)
    facts = only(store, "article/863aff5ebcee/event/187-193").facts
    words = "Two drivers were killed in Baghdad on 3 May."
    assert facts[1] == ("told in the article's own voice", words)
    article, title = pyoxigraph.NamedNode(BASE + "article/863aff5ebcee"), pyoxigraph.NamedNode(str(DCTERMS.title))
    store.remove(pyoxigraph.Quad(article, title, pyoxigraph.Literal("Convoy seen near the depot")))
    store.add(pyoxigraph.Quad(article, title, pyoxigraph.Literal(words)))
    assert only(store, "article/863aff5ebcee/event/187-193").facts[1] == ("told in the headline", words)


def test_an_event_has_its_roles_places_time_and_figures(store: pyoxigraph.Store) -> None:
    facts = only(store, SHELLING).facts
    assert [fact for fact in facts if fact[0] in {"location", "time", "figure", "instrument"}] == [
        ("instrument", "Shells"),
        ("location", "Tarmiyah, in Baghdad, in Iraq"),
        ("time", "between 3 and 7 May: 2021-05-03 to 2021-05-07"),
        ("figure", "“three”: 3 Killed, of three guards"),
        ("figure", "“three”: 3 Killed, changed to “five” (5)"),
        ("figure", "“five”: 5 Killed, as of 2021-06, changed from “three” (3)"),
    ]
    disputed = "Badr Organisation: “that it had shelled the mill”, against Police: “the shelling killed three guards”"
    assert ("disputed by", disputed) in facts
    assert ("time", "on 3 May: 2021-05-03") in only(store, "article/863aff5ebcee/event/187-193").facts


def test_who_only_passes_a_claim_on_is_no_chain_of_its_own() -> None:
    store = query.load(SAMPLE)
    outer, event = (pyoxigraph.NamedNode(BASE + end) for end in ("article/863aff5ebcee/claim/24-107", EVENT))
    store.add(pyoxigraph.Quad(outer, pyoxigraph.NamedNode(CG.describes), event))
    (chain,) = only(store, EVENT).chains
    assert len(chain.tellers) == 3
    assert [value for name, value in only(store, EVENT).facts if name == "told by"] == [
        "Harbour Wire, from a port official, from villagers (Attributed)"
    ]


def test_what_else_a_graph_says_of_an_event_is_shown_too() -> None:
    store = query.load(SAMPLE)
    event = pyoxigraph.NamedNode(BASE + EVENT)
    store.add(pyoxigraph.Quad(event, pyoxigraph.NamedNode("urn:x:note"), pyoxigraph.Literal("unsure")))
    assert only(store, EVENT).facts[-2:] == (("ploverCode", "MOBILIZE"), ("urn:x:note", "unsure"))


def test_places_that_lie_in_one_another_end() -> None:
    store = query.load(SAMPLE)
    inner, outer = (pyoxigraph.NamedNode(BASE + end) for end in ("place/baghdad", "place/iraq"))
    store.add(pyoxigraph.Quad(outer, pyoxigraph.NamedNode(CG.partOf), inner))
    assert ("destination", "Baghdad, in Iraq") in only(store, EVENT).facts


def test_a_figure_says_what_it_counts_of_whom_and_what_it_was_before(store: pyoxigraph.Store) -> None:
    figure = only(store, "article/7c6609f9fc29/figure/130-134")
    assert figure.facts == (
        ("measures", "Killed"),
        ("value", "5"),
        ("of", "Shelling “hit” (Stated)"),
        ("as of", "2021-06"),
        ("changed from", "“three” (3)"),
    )
    assert figure.evidence[0].sentence == "The toll has risen from three to five, Omar Reed said in June."
    assert ("value", "about 3000 to 3500") in only(store, "article/3b19acaf2536/figure/5-19").facts
    assert ("of", "three guards") in only(store, "article/7c6609f9fc29/figure/83-88").facts
    assert ("figure", "“three”: 3 Killed, of three guards") in only(store, "three guards").facts


def test_a_claim_says_whom_it_is_aimed_at(store: pyoxigraph.Store) -> None:
    claim = only(store, "article/863aff5ebcee/claim/252-276")
    assert ("aimed at", "United States") in claim.facts
    assert claim.chains[0].tellers[0].patients == ("United States",)
    assert "     aimed at: United States" in list(tell(claim))
    assert not any("aimed at" in line for line in tell(only(store, MIDDLE)))


def test_the_text_of_an_event_says_as_what_each_mention_tells_it(store: pyoxigraph.Store) -> None:
    lines = list(tell(only(store, SHELLING)))
    assert lines[0] == "Shelling “hit”"
    assert "  quay-times/mill 67-75 “shelling”  told as Attributed  rule event.cause" in lines
    assert "  disputed by: " + dict(only(store, SHELLING).facts)["disputed by"] in lines


def test_an_actor_is_told_by_its_labels_roles_and_mentions(store: pyoxigraph.Store) -> None:
    badr = only(store, "badr organization")
    assert badr.kinds == ("ArmedGroup",)
    assert ("altLabel", "منظمة بدر") in badr.facts
    assert ("affiliation", "Omar Reed, spokesman of Badr Organisation") in badr.facts
    assert [e.article for e in badr.evidence] == [
        "harbour-wire/troops",
        "hill-post/convoy",
        "quay-times/count",
        "quay-times/mill",
    ]


def test_one_name_may_be_several_nodes(store: pyoxigraph.Store) -> None:
    assert [e.evidence[0].article for e in explain(store, "villagers")] == ["harbour-wire/troops", "hill-post/convoy"]


def test_a_claim_that_is_disputed_says_so(store: pyoxigraph.Store) -> None:
    facts = only(store, "article/863aff5ebcee/claim/70-107").facts
    assert ("disputed by", "Badr Organisation: “that fuel was moved to Baghdad”") in facts


def test_a_claim_of_no_one_is_told_as_such(store: pyoxigraph.Store) -> None:
    (claim,) = (e for e in explain(store, "article/3b19acaf2536/event/185-188"))
    assert "1. no one named  [Assertion, Indirect]" in "\n".join(tell(claim))


def test_a_circle_of_claims_ends() -> None:
    store = pyoxigraph.Store()
    store.load(
        b"@prefix cg: <https://w3id.org/claimgraph/ontology#> . <urn:a> a cg:Claim ; cg:embeds <urn:b> ."
        b"<urn:b> a cg:Claim ; cg:embeds <urn:a> .",
        pyoxigraph.RdfFormat.TURTLE,
    )
    assert [t.iri for t in only(store, "urn:a").chains[0].tellers] == ["urn:b", "urn:a"]


def test_what_is_not_there_is_answered_with_what_is_near(store: pyoxigraph.Store) -> None:
    with pytest.raises(InputError, match=r"'Badr Organisaton'; near it: badr organi[sz]ation"):
        explain(store, "Badr Organisaton")
    with pytest.raises(InputError, match="the question `actors`"):
        explain(store, "zzzz")


def test_the_text_names_every_teller_and_each_sentence_once(store: pyoxigraph.Store) -> None:
    text = "\n".join(tell(only(store, MIDDLE)))
    assert "Told in hill-post/convoy (Hill Post, Convoy seen near the depot, 2021-05-04)" in text
    assert (
        text.index("1. Harbour Wire") < text.index("2. a port official") < text.index("3. villagers to a port official")
    )
    assert text.count("sentence: ") == 1


def test_a_part_of_a_name_is_answered_with_the_names_that_hold_it(store: pyoxigraph.Store) -> None:
    with pytest.raises(InputError, match=r"'Organisat'; near it: badr organisation"):
        explain(store, "Organisat")


HOSTILE = """
@prefix cg: <https://w3id.org/claimgraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
<urn:x:a\\u202E> a cg:Claim ; skos:prefLabel "Eve" ; cg:claimant <urn:x:a\\u202E> ; cg:content "c\\u009B" .
<urn:x:a\\u202E> cg:rule "r\\u001B[2J" .
<urn:x:m> cg:mentions <urn:x:a\\u202E> ; cg:rule "r\\u001B[2J" ; nif:anchorOf "w\\u001B" .
"""


def test_no_part_of_a_graph_steers_the_terminal(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "hostile.ttl"
    path.write_text(HOSTILE)
    asked = [("explain", path, "Eve"), ("query", path, "SELECT * { ?s ?p ?o }")]
    for _, out, _ in [run(*words) for words in asked]:
        assert "r\ufffd[2J" in out
        assert not {"\x1b", "\x9b", "\u202e"} & set(out)
    _, turtle, _ = run("query", path, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert not {"\x1b", "\x9b", "\u202e"} & set(turtle)
    same = {str(t) for t in pyoxigraph.parse(HOSTILE, pyoxigraph.RdfFormat.TURTLE)}
    assert {str(t) for t in pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)} == same


def test_text_from_a_graph_steers_no_terminal() -> None:
    assert clean("a\x1b[31mb\nc\u202ed\u2067e") == "a\ufffd[31mb cde"
    assert clean("[red]منظمة بدر[/red]") == "[red]منظمة بدر[/red]"
