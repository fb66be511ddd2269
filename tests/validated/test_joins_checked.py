"""What joins articles at the gate: it goes with an article that is held back, and holds back none."""

from itertools import combinations

import pytest
from rdflib import RDF, XSD, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from breaks import GOOD, KILLED, SECOND, STRIKE, TOLD
from claimgraph.validated import Severity, check, gate, load_graph
from claimgraph.vocabulary import BASE, CG

FIRST = f"{BASE}article/aaaaaaaaaaa1"
THIRD = f"{BASE}article/ccccccccccc3"
STORIES = URIRef(f"{BASE}stories")
WIRE, DENIED = (URIRef(f"{SECOND}/claim/{span}") for span in ("14-21", "109-115"))
SHARED = URIRef(f"{BASE}event/0123456789ab")
NODES = (CG.SharedEvent, CG.ActOfSpeaking, CG.Lineage, CG.Join, CG.Proposition)


def node(iri: str) -> URIRef:
    return URIRef(iri.strip("<>"))


def three() -> Dataset:
    """The good graph, and its second article once more under another name, joined in the same way."""
    made = load_graph(GOOD)
    copy = made.graph(URIRef(THIRD))
    for triple in made.graph(URIRef(SECOND)):
        copy.add(_moved(triple))
    for triple in list(made.graph(STORIES)):
        made.graph(STORIES).add(_moved(triple))
    return made


def _moved(triple: tuple[Node, Node, Node]) -> tuple[Node, Node, Node]:
    """The same of the third article. A join is another one where one of its ends is."""
    s, p, o = (URIRef(n.replace(SECOND, THIRD)) if isinstance(n, URIRef) else n for n in triple)
    if "/join/" in str(s):
        s = URIRef(str(s).replace("/join/0", "/join/3"))
    return s, p, o


def without_cues(made: Dataset, *articles: str) -> Dataset:
    """The dataset with something wrong in each of these articles."""
    for name in articles:
        made.graph(URIRef(name)).remove((None, CG.cueMention, None))
    return made


def counts(graph: Graph) -> dict[str, int]:
    return {str(kind).removeprefix(str(CG)): len(set(graph.subjects(RDF.type, kind))) for kind in NODES}


def test_what_joins_two_articles_passes_with_them() -> None:
    valid, report = gate(load_graph(GOOD))
    assert report.violations == ()
    assert counts(valid.graph()) == {"SharedEvent": 1, "ActOfSpeaking": 1, "Lineage": 1, "Join": 10, "Proposition": 2}


@pytest.mark.parametrize(
    ("bad", "left"),
    [
        (FIRST, {"SharedEvent": 0, "ActOfSpeaking": 0, "Lineage": 1, "Join": 1, "Proposition": 2}),
        (SECOND, {"SharedEvent": 0, "ActOfSpeaking": 0, "Lineage": 1, "Join": 1, "Proposition": 1}),
    ],
)
def test_nothing_points_to_an_article_that_is_held_back(bad: str, left: dict[str, int]) -> None:
    """A shared node that one article is left with goes too; a telling that one claim goes back to does not, nor
    does what is said of propositions that other claims express.
    """
    valid, report = gate(without_cues(load_graph(GOOD), bad))
    assert len(report.left_out) == 1
    assert {v.shape.rpartition("#")[2] for v in report.violations} == {"claim-cue"}
    assert not any(bad in str(quad) for quad in valid)
    assert counts(valid.graph()) == left
    assert check(valid.dataset()).violations == ()


@pytest.mark.parametrize(
    "bad", [(), *combinations((FIRST, SECOND, THIRD), 1), *combinations((FIRST, SECOND, THIRD), 2)]
)
def test_what_the_other_articles_share_stays(bad: tuple[str, ...]) -> None:
    valid, report = gate(without_cues(three(), *bad))
    assert len(report.violations) >= len(bad)
    assert len(set(valid.graph().subjects(CG.sameEvent))) == (3, 2, 0)[len(bad)]
    assert not any(name in str(quad) for quad in valid for name in bad)
    assert check(valid.dataset()).conforms


def told(made: Dataset) -> tuple[Graph, set[str]]:
    """What goes out, in which both articles are, and which shapes told of something; it conforms."""
    valid, report = gate(made)
    assert report.left_out == ()
    assert check(valid.dataset()).conforms
    assert report.conforms == all(v.severity is not Severity.VIOLATION for v in report.violations)
    return valid.graph(), {v.shape.rpartition("#")[2] for v in report.violations}


def test_a_join_that_lacks_an_end_stays_behind_alone() -> None:
    made, one = load_graph(GOOD), URIRef(f"{BASE}join/000000000003")
    made.graph(STORIES).remove((one, CG.joins, WIRE))
    graph, shapes = told(made)
    assert "join-ends" in shapes
    assert (one, None, None) not in graph
    assert (WIRE, CG.sameAct, None) in graph
    assert counts(graph)["Join"] == 9


def test_figures_that_cannot_conflict_are_left_at_peace() -> None:
    made = load_graph(GOOD)
    figure = next(made.graph(STORIES).objects(node(KILLED), CG.conflictsWith))
    made.graph(URIRef(SECOND)).set((figure, CG.measures, CG.Injured))
    graph, shapes = told(made)
    assert shapes == {"conflict-measure"}
    assert not list(graph.triples((None, CG.conflictsWith, None)))
    assert not list(graph.subjects(CG.relation, CG.conflictsWith))
    assert (figure, CG.value, None) in graph
    assert counts(graph)["Join"] == 9


def test_a_conflict_in_one_direction_is_told_of() -> None:
    made = load_graph(GOOD)
    made.graph(STORIES).remove((node(KILLED), CG.conflictsWith, None))
    graph, shapes = told(made)
    assert shapes == {"conflict-both-ways"}
    assert not list(graph.triples((None, CG.conflictsWith, None)))


def test_a_shared_event_of_something_else_joins_nothing() -> None:
    made = load_graph(GOOD)
    made.graph(STORIES).add((WIRE, CG.sameEvent, SHARED))
    graph, shapes = told(made)
    assert "shared-event-tellings" in shapes
    assert (node(STRIKE), CG.sameEvent, None) not in graph
    assert (SHARED, None, None) not in graph


def test_what_leads_nowhere_is_told_of() -> None:
    made = load_graph(GOOD)
    made.graph(STORIES).add((node(TOLD), CG.supports, URIRef(f"{SECOND}/claim/1-2")))
    graph, shapes = told(made)
    assert shapes == {"claim-supports"}
    assert (node(TOLD), CG.supports, None) not in graph
    assert (node(TOLD), CG.expresses, None) in graph


def test_a_warning_takes_nothing_away() -> None:
    made = load_graph(GOOD)
    stories = made.graph(STORIES)
    stories.remove((stories.value(DENIED, CG.expresses), None, None))
    stories.remove((None, CG.variantOf, None))
    stories.set((DENIED, CG.expresses, URIRef(f"{BASE}proposition/0123456789ab")))
    stories.set((DENIED, CG.polarity, CG.Affirmed))
    graph, shapes = told(made)
    assert "disputes-the-same" in shapes
    assert (DENIED, CG.disputes, node(TOLD)) in graph


def test_a_dispute_within_an_article_is_checked_with_it() -> None:
    """So that what only a query tells of, a claim about itself, is found at the gate too."""
    made = load_graph(GOOD)
    made.graph(STORIES).add((node(TOLD), CG.disputes, node(TOLD)))
    valid, report = gate(made)
    assert report.left_out == ("wire/barge",)
    assert not any(FIRST in str(quad) for quad in valid)


def test_the_words_of_a_join_stay_text() -> None:
    """A feature that reads like the IRI of a node that goes is no reason to go with it."""
    made, one = without_cues(three(), FIRST), URIRef(f"{BASE}join/9")
    stories = made.graph(STORIES)
    two = [URIRef(f"{name}/claim/14-21") for name in (SECOND, THIRD)]
    stories.add((one, RDF.type, CG.Join))
    for link, value in (
        (CG.relation, CG.sameAct),
        *((CG.joins, end) for end in two),
        (CG.rule, Literal("act.words")),
        (CG.score, Literal("1", datatype=XSD.decimal)),
        (CG.feature, Literal(FIRST)),
    ):
        stories.add((one, link, value))
    valid, _ = gate(made)
    assert (one, CG.feature, Literal(FIRST)) in valid.graph()
