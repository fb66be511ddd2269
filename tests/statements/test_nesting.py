"""Which place lies in which, as the words tell it."""

from itertools import pairwise

import pytest

from claimgraph.mentions import cast
from claimgraph.model import Article
from claimgraph.statements.nesting import enclosing
from eventful import registry
from handmade import doc


def within(rows: str) -> dict[str, str]:
    """The labels of places -> those of the places around them."""
    made = doc(rows)
    people = cast(made, Article("made/up", made.text), registry())
    return {people.label(inner): people.label(outer) for inner, outer in enclosing(made, people).items()}


# A sentence each, of a place with what tells where it lies.
PHRASE = """
Eastport PROPN 5 nsubj NNP
{} ADP 3 case IN
{} PROPN {} nmod NNP
was AUX 5 cop VBD
calm ADJ 0 root JJ
"""
FRONTED = """
{} ADP 2 case IN
Sudria PROPN 3 {} NNP
Eastport PROPN 5 nsubj NNP
was AUX 5 cop VBD
calm ADJ 0 root JJ
"""
BESIDE = """
Eastport PROPN 4 nsubj NNP
, PUNCT 3 punct ,
{} PROPN 1 {} NNP
burned VERB 0 root VBD
"""
DESCRIBED = """
Eastport PROPN 7 nsubj NNP
, PUNCT 4 punct ,
a DET 4 det DT
town NOUN 1 appos NN
{} ADP 6 case IN
{} PROPN 4 nmod NNP
burned VERB 0 root VBD
"""
OWNED = """
{} PROPN 3 {} NNP
's PART 1 case POS
{} 4 nsubj NNP
burned VERB 0 root VBD
"""


def inside(inner: str, outer: str) -> str:
    return PHRASE.replace("Eastport", inner).format("in", outer, 1).strip()


@pytest.mark.parametrize(
    ("rows", "outer"),
    [
        (PHRASE.format("in", "Westfort", 1), "Westfort"),
        (BESIDE.format("Westfort", "appos"), "Westfort"),
        (DESCRIBED.format("in", "Westfort"), "Westfort"),
        (DESCRIBED.format("of", "Westfort"), "Westfort"),
        (OWNED.format("Westfort", "nmod:poss", "Eastport PROPN"), "Westfort"),
        (PHRASE.format("in", "Sudria", 1), "Sudria"),
    ],
)
def test_the_place_in_a_place(rows: str, outer: str) -> None:
    assert within(rows) == {"Eastport": outer}


@pytest.mark.parametrize(
    "rows",
    [
        PHRASE.format("near", "Westfort", 1),
        PHRASE.format("in", "Westfort", 5),  # where all of it was
        PHRASE.format("in", "Norguard", 1),  # no place
        PHRASE.format("in", "Eastport", 1),
        FRONTED.format("in", "nmod"),
        BESIDE.format("Norguard", "appos"),
        BESIDE.format("Westfort", "conj"),
        BESIDE.format("Westfort", "appos").replace("Eastport", "Norguard"),  # a force
        DESCRIBED.format("near", "Westfort"),
        OWNED.format("Westfort", "compound", "Eastport PROPN"),
        OWNED.format("Westfort", "nmod:poss", "harbour NOUN"),
    ],
)
def test_what_is_no_place_in_a_place(rows: str) -> None:
    assert within(rows) == {}


@pytest.mark.parametrize(("head", "found"), [(1, {"Velmora Hills": "Westfort"}), (2, {})])
def test_what_a_place_lies_in_hangs_on_the_head_of_its_name(head: int, found: dict[str, str]) -> None:
    rows = "Velmora PROPN 6 nsubj NNP\nHills PROPN 1 flat NNP\nin ADP 4 case IN\n"
    rows += f"Westfort PROPN {head} nmod NNP\nwere AUX 6 cop VBD\ncalm ADJ 0 root JJ"
    assert within(rows) == found


def test_an_apposition_before_the_place_says_nothing() -> None:
    assert within("Sudria PROPN 2 appos NNP\nEastport PROPN 3 nsubj NNP\nburned VERB 0 root VBD") == {}


def test_what_tells_no_place_is_passed_over() -> None:
    rows = (
        BESIDE.format("Norguard", "appos")
        .strip()
        .replace("burned", "in ADP 5 case IN\nSudria PROPN 1 nmod NNP\nburned")
    )
    assert within(rows.replace("4 nsubj", "6 nsubj")) == {"Eastport": "Sudria"}


def test_the_first_words_that_tell_count() -> None:
    told = "\n\n".join((inside("Eastport", "Sudria"), inside("Eastport", "Norland")))
    assert within(told) == {"Eastport": "Sudria"}
    one = PHRASE.format("in", "Sudria", 1).strip() + "\nin ADP 7 case IN\nNorland PROPN 1 nmod NNP"
    assert within(one) == {"Eastport": "Sudria"}


@pytest.mark.parametrize("last", ["Eastport", "Norland"])
def test_no_place_lies_in_itself_by_way_of_others(last: str) -> None:
    chain = ["Eastport", "Westfort", "Sudria", last]
    told = within("\n\n".join(inside(inner, outer) for inner, outer in pairwise(chain)))
    assert told == {"Eastport": "Westfort", "Westfort": "Sudria"} | ({"Sudria": last} if last != "Eastport" else {})
