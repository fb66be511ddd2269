"""What tells with which other figures one can be compared, and the numbers that leave out what they count."""

from decimal import Decimal

import pytest

from claimgraph.model import Figure, Measure
from eventful import read
from handmade import doc

HAS = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBZ
{} ADV 4 advmod RB
500 NUM 5 nummod CD
{} NOUN 2 obj NNS
in ADP 7 case IN
{} PROPN 5 nmod NNP
"""
COUNTED = """
They PRON 2 nsubj PRP
counted VERB 0 root VBD
{} ADV 5 advmod RB
{} ADV 5 advmod RB
900 NUM 8 nummod CD
{} ADV 5 advmod RB
{} ADV 5 advmod RB
soldiers NOUN 2 obj NNS
"""
VOTES = """
They PRON 2 nsubj PRP
{} VERB 0 root VBD
it PRON 2 obj PRP
by ADP 5 case IN
80 NUM 2 obl CD
to ADP 7 case IN
20 NUM 5 nmod CD
"""
PASSED = """
They PRON 2 nsubj PRP
voted VERB 0 root VBD
on ADP 4 case IN
it PRON 2 obl PRP

They PRON 2 nsubj PRP
passed VERB 0 root VBD
it PRON 2 obj PRP
with ADP 6 case IN
80 NUM 6 nummod CD
votes NOUN 2 obl NNS
in ADP 8 case IN
favour NOUN 6 nmod NN
and CCONJ 10 cc CC
20 NUM 6 conj CD
against ADP 10 nmod IN
"""
TROOPS = """
Norland PROPN 2 nsubj NNP
keeps VERB 0 root VBZ
500 NUM 4 nummod CD
troops NOUN 2 obj NNS
in ADP 6 case IN
Eastport PROPN 4 nmod NNP

"""
NUMBER = """
the DET 2 det DT
{} NOUN 4 nsubj NN
is AUX 4 cop VBZ
900 NUM 0 root CD
"""
SPOKE = """
Others NOUN 2 nsubj NNS
{} VERB 0 root VBD
of ADP 4 case IN
900 NUM 2 obl CD
"""
PUT = """
Others NOUN 2 nsubj NNS
{} VERB 0 root VBD
it PRON 2 obj PRP
at ADP 5 case IN
900 NUM 2 obl CD
"""
ALONE = """
Six NUM 3 nsubj:pass CD
were AUX 3 aux:pass VBD
{} VERB 0 root VBN
"""
BODIES = """
They PRON 2 nsubj PRP
{} VERB 0 root VBD
seven NUM 4 nummod CD
{} NOUN 2 obj NNS
"""
AT = """
Students NOUN 2 nsubj NNS
marched VERB 0 root VBD

Police NOUN 2 nsubj NNS
put VERB 0 root VBD
the DET 4 det DT
{} NOUN 2 obj NN
at ADP 6 case IN
900 NUM 2 obl CD
"""
CAME = """
Thirty NUM 2 nummod CD
{} NOUN 3 nsubj NNS
appeared VERB 0 root VBD
"""


def figures(rows: str) -> tuple[Figure, ...]:
    return read(doc(rows)).figures


def one(rows: str) -> Figure:
    (figure,) = figures(rows)
    return figure


def told(rows: str) -> list[tuple[Measure, int]]:
    return [(f.measures, int(f.value)) for f in figures(rows) if f.value is not None]


@pytest.mark.parametrize(
    ("before", "behind", "bound"),
    [
        ("at least", "of our", "at least"),
        ("more than", "of our", "at least"),
        ("well over", "of our", "at least"),
        ("up to", "of our", "at most"),
        ("fewer than", "of our", "at most"),
        ("there now", "or more", "at least"),
        ("there now", "or fewer", "at most"),
        ("only about", "of our", None),
        ("only nearly", "of our", None),
        ("there now", "of our", None),
    ],
)
def test_the_least_and_the_most(before: str, behind: str, bound: str | None) -> None:
    figure = one(COUNTED.format(*before.split(), *behind.split()))
    assert (figure.value, figure.bound, figure.share) == (Decimal(900), bound, None)


@pytest.mark.parametrize(
    ("before", "behind", "share"),
    [
        ("now another", "of our", "more"),
        ("an additional", "of our", "more"),
        ("there now", "more foreign", "more"),
        ("there now", "of our", None),
    ],
)
def test_more_than_there_was(before: str, behind: str, share: str | None) -> None:
    assert one(COUNTED.format(*before.split(), *behind.split())).share == share


@pytest.mark.parametrize(
    ("verb", "noun", "stock"), [("keeps", "troops", True), ("sends", "troops", False), ("keeps", "soldiers", True)]
)
def test_whose_and_where(verb: str, noun: str, stock: bool) -> None:
    figure = one(HAS.format(verb, "about", noun, "Eastport"))
    assert (figure.measures, figure.of, figure.place) == (Measure.TROOPS, "actor/norland", "place/eastport")
    assert (figure.stock, figure.counted) == (stock, (noun.removesuffix("s"),))


def test_a_place_behind_a_copula_is_where_they_are() -> None:
    rows = "Some DET 3 det DT\n500 NUM 3 nummod CD\ntroops NOUN 6 nsubj NNS\nare AUX 6 cop VBP\nin ADP 6 case IN\n"
    figure = one(rows + "Eastport PROPN 0 root NNP")
    assert (figure.place, figure.stock) == ("place/eastport", True)


HOST = """
the DET 3 det DT
{} ADJ 3 amod JJ
mission NOUN 0 root NN
in ADP 5 case IN
Eastport PROPN 3 nmod NNP
where ADV 8 advmod WRB
it PRON 8 nsubj PRP
has VERB {} acl:relcl VBZ
500 NUM 10 nummod CD
troops NOUN 8 obj NNS
"""


@pytest.mark.parametrize("head", [3, 5])
def test_the_host_of_a_mission_has_its_troops(head: int) -> None:
    figure = one(HOST.format("Norlandic", head))
    assert (figure.of, figure.place) == ("actor/norland", "place/eastport")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("wounded ADJ 3 amod JJ", ("wounded", "soldier")),
        ("Sudrian ADJ 3 amod JJ", ("Sudrian", "soldier")),
        ("estimated ADJ 3 amod JJ", ("soldier",)),
        ("other ADJ 3 amod JJ", ("soldier",)),
    ],
)
def test_what_is_counted(said: str, kind: tuple[str, ...]) -> None:
    assert one(f"900 NUM 3 nummod CD\n{said}\nsoldiers NOUN 4 nsubj NNS\ncame VERB 0 root VBD").counted == kind


@pytest.mark.parametrize(("verb", "sides"), [("passed", ["for", "against"]), ("rejected", ["against", "for"])])
def test_the_sides_of_an_outcome(verb: str, sides: list[str]) -> None:
    assert [f.side for f in figures(VOTES.format(verb))] == sides


def test_votes_belong_to_the_vote_that_was_told_before() -> None:
    made = read(doc(PASSED))
    assert [(f.value, f.side, f.of) for f in made.figures] == [
        (Decimal(80), "for", made.events[0].id),
        (Decimal(20), "against", made.events[0].id),
    ]


def test_a_part_of_the_killed() -> None:
    rows = "Ten NUM 3 nsubj:pass CD\nwere AUX 3 aux:pass VBD\nkilled VERB 0 root VBN\n, PUNCT 7 punct\n"
    rows += "including VERB 7 case VBG\ntwo NUM 7 nummod CD\nwomen NOUN 1 nmod NNS"
    assert [(f.share, f.counted) for f in figures(rows)] == [(None, ()), ("part", ("woman",))]


@pytest.mark.parametrize(
    ("rows", "hit", "miss"),
    [(NUMBER, "number", "price"), (SPOKE, "spoke", "died"), (PUT, "put", "bought")],
)
def test_another_number_of_what_was_just_counted(rows: str, hit: str, miss: str) -> None:
    first, second = figures(TROOPS + rows.format(hit))
    assert (second.value, second.measures, second.of) == (Decimal(900), Measure.TROOPS, first.of)
    assert (second.place, second.counted, second.stock) == (first.place, ("troop",), True)
    assert told(TROOPS + rows.format(miss)) == [(Measure.TROOPS, 500)]
    assert told(rows.format(hit)) == []


def test_a_number_two_sentences_on_counts_something_else() -> None:
    between = "They PRON 2 nsubj PRP\nslept VERB 0 root VBD\n\n"
    assert told(TROOPS + between + NUMBER.format("number")) == [(Measure.TROOPS, 500)]


def test_people_by_their_number_alone() -> None:
    made = read(doc(ALONE.format("arrested")))
    assert [(f.measures, f.value, f.of) for f in made.figures] == [(Measure.COUNT, Decimal(6), made.events[0].id)]
    assert told(ALONE.format("painted")) == []


def test_bodies_are_of_the_killed() -> None:
    assert told(BODIES.format("received", "bodies")) == [(Measure.KILLED, 7)]
    assert told(BODIES.format("founded", "bodies")) == []  # committees
    assert told(BODIES.format("received", "letters")) == []


def test_a_crowd_belongs_to_its_march() -> None:
    made = read(doc(AT.format("crowd")))
    assert [(f.measures, f.value, f.of) for f in made.figures] == [(Measure.COUNT, Decimal(900), made.events[0].id)]
    assert told(AT.format("price")) == []


def test_vehicles_are_counted_whatever_they_do() -> None:
    figure = one(CAME.format("lorries"))
    assert (figure.measures, figure.value, figure.counted) == (Measure.COUNT, Decimal(30), ("lorry",))
    assert told(CAME.format("clouds")) == []


def test_a_headline_tells_the_vote_of_the_article() -> None:
    rows = "Yes NOUN 0 root NN\n: PUNCT 3 punct\n80 NUM 1 appos CD\nfor ADP 3 advmod IN\n, PUNCT 6 punct\n"
    rows += "20 NUM 3 conj CD\nagainst ADP 6 advmod IN\n\n"
    made = read(doc(rows + "They PRON 2 nsubj PRP\nvoted VERB 0 root VBD\non ADP 4 case IN\nit PRON 2 obl PRP"))
    assert [(f.measures, f.side, f.of) for f in made.figures] == [
        (Measure.VOTES, "for", made.events[0].id),
        (Measure.VOTES, "against", made.events[0].id),
    ]
