from decimal import Decimal

import pytest

from claimgraph.model import Measure
from claimgraph.statements.numerals import numbers
from eventful import read
from handmade import doc


def rows(words: str) -> str:
    """A flat tree: only the numbers are looked at."""
    first, *others = words.split()
    return "\n".join([f"{first} X 0 root", *(f"{word} NOUN 1 dep" for word in others)])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("we saw 5,200 men", [("5,200", 5200, None, False)]),
        ("we saw twenty - five men", [("twenty - five", 25, None, False)]),
        ("we saw two hundred and fifty men", [("two hundred and fifty", 250, None, False)]),
        ("we saw 1.5 million men", [("1.5 million", 1500000, None, False)]),
        ("we saw 20 to 30 men", [("20 to 30", 20, 30, False)]),
        ("we saw between 20 and 30 men", [("20 and 30", 20, 30, False)]),
        ("we saw 5 to 10 million men", [("5 to 10 million", 5000000, 10000000, False)]),
        ("we saw 9 to 5 men", [("9 to 5", 9, None, False)]),
        ("we saw 7 to 7 men", [("7 to 7", 7, None, False)]),
        ("we saw five and six men", [("five", 5, None, False), ("six", 6, None, False)]),
        ("we saw about 20 men", [("20", 20, None, True)]),
        ("we saw at least 20 men", [("20", 20, None, True)]),
        ("we saw more than 20 men", [("20", 20, None, True)]),
        ("we saw up to 20 men", [("20", 20, None, True)]),
        ("we gave to 20 men", [("20", 20, None, False)]),
        ("we saw dozens there", [("dozens", None, None, True)]),
        ("we saw tens of thousands there", [("tens of thousands", None, None, True)]),
        ("we saw two dozen men", [("two dozen", 24, None, True)]),
        ("we saw a dozen men", [("dozen", 12, None, True)]),
        ("we saw many men", []),
    ],
)
def test_numbers(words: str, found: list[tuple[str, int | None, int | None, bool]]) -> None:
    made = doc(rows(words))
    got = [(made[n.start : n.end].text, n.value, n.upper, n.approximate) for n in numbers(made)]
    assert got == [
        (text, value if value is None else Decimal(value), upper, about) for text, value, upper, about in found
    ]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("it cost $ 5 million", "USD"),
        ("it cost £ 3bn", "GBP"),
        ("it cost 2 million dollars", "USD"),
        ("it has 2 rooms", None),
    ],
)
def test_money(words: str, unit: str | None) -> None:
    assert [n.unit for n in numbers(doc(rows(words)))] == [unit]


PASSIVE = """
{} NUM 2 nummod CD
{} NOUN 4 nsubj:pass NNS
were AUX 4 aux:pass VBD
{} VERB 0 root VBN
"""
ALONE = """
Gunmen NOUN 2 nsubj NNS
attacked VERB 0 root VBD
Eastport PROPN 2 obj NNP
, PUNCT 5 punct
{} VERB 2 advcl VBG
12 NUM 5 obj CD
"""
ACTIVE = """
Two NUM 2 nummod CD
gunmen NOUN 3 nsubj NNS
killed VERB 0 root VBD
{} NUM 5 nummod CD
soldiers NOUN 3 obj NNS
"""
BOTH = """
Twenty NUM 2 nummod CD
people NOUN 4 nsubj:pass NNS
were AUX 4 aux:pass VBD
killed VERB 0 root VBN
{} CCONJ 6 cc
wounded VERB 4 conj VBN
"""
VOTED = """
They PRON 2 nsubj PRP
{} VERB 0 root VBD
170_ NUM 2 obj CD
-_ SYM 5 case
2 NUM 3 nmod CD
"""
SENT = """
Norland PROPN 2 nsubj NNP
sent VERB 0 root VBD
500 NUM 4 nummod CD
{} NOUN 2 obj NNS
"""


def measures(rows_: str) -> list[tuple[Measure, int | None]]:
    return [(f.measures, None if f.value is None else int(f.value)) for f in read(doc(rows_)).figures]


@pytest.mark.parametrize(
    ("verb", "measure"), [("killed", Measure.KILLED), ("wounded", Measure.INJURED), ("arrested", Measure.COUNT)]
)
def test_a_passive_verb_says_what_happened_to_them(verb: str, measure: Measure) -> None:
    assert measures(PASSIVE.format("25", "people", verb)) == [(measure, 25)]


def test_the_killed_belong_to_the_event() -> None:
    told = read(doc(PASSIVE.format("25", "people", "killed")))
    assert told.figures[0].of == told.events[0].id


def test_a_number_alone_counts_the_victims() -> None:
    told = read(doc(ALONE.format("killing")))
    assert [(f.measures, f.of) for f in told.figures] == [(Measure.KILLED, told.events[0].id)]
    assert measures(ALONE.format("numbering")) == []


def test_those_who_kill_are_not_the_killed() -> None:
    assert (Measure.KILLED, 3) in measures(ACTIVE.format("three"))
    assert (Measure.KILLED, 2) not in measures(ACTIVE.format("three"))


def test_killed_or_injured_together() -> None:
    assert measures(BOTH.format("or")) == [(Measure.KILLED_OR_INJURED, 20)]


GAPPED = """
Ten NUM 3 nsubj:pass CD
were AUX 3 aux:pass VBD
killed VERB 0 root VBN
and CCONJ 5 cc CC
30 NUM 3 conj CD
{} VERB 3 conj VBN
"""


def test_an_auxiliary_may_be_left_out() -> None:
    assert measures(GAPPED.format("injured")) == [(Measure.KILLED, 10), (Measure.INJURED, 30)]
    assert (Measure.INJURED, 30) not in measures(GAPPED.format("promoted"))


def test_two_numbers_of_a_vote() -> None:
    assert measures(VOTED.format("voted")) == [(Measure.VOTES, 170), (Measure.VOTES, 2)]
    assert measures(VOTED.format("played")) == []


def test_troops_belong_to_an_actor() -> None:
    told = read(doc(SENT.format("troops")))
    assert [(f.measures, f.of in {a.id for a in told.cast.actors()}) for f in told.figures] == [(Measure.TROOPS, True)]


@pytest.mark.parametrize("noun", ["years", "kilometres", "ideas", "times"])
def test_measures_and_things_are_left_out(noun: str) -> None:
    assert measures(SENT.format(noun)) == []


def test_a_year_is_no_figure() -> None:
    made = "They PRON 2 nsubj PRP\nattacked VERB 0 root VBD\nSudria PROPN 2 obj NNP\nin ADP 5 case\n2014 NUM 2 obl CD"
    assert measures(made) == []


OUTCOME = """
They PRON 2 nsubj PRP
{} VERB 0 root VBD
it PRON 2 obj PRP
by ADP 5 case
{} NUM 2 obl CD
to ADP 7 case
{} NUM 5 nmod CD
"""
BALLOTS = """
They PRON 2 nsubj PRP
won VERB 0 root VBD
with ADP 5 case
80 NUM 5 nummod CD
{} NOUN 2 obl NNS
to ADP 7 case
20 NUM 5 nmod CD
"""
CUT = """
Norland PROPN 2 nsubj NNP
cut VERB 0 root VBD
it PRON 2 obj PRP
from ADP 7 case
90 NUM 7 nummod CD
to ADP 7 case
{} NUM 8 nummod CD
soldiers NOUN 2 obl NNS
"""


@pytest.mark.parametrize(("first", "second"), [("80", "20"), ("20", "80")])
def test_the_outcome_of_a_vote_behind_by(first: str, second: str) -> None:
    assert measures(OUTCOME.format("passed", first, second)) == [
        (Measure.VOTES, int(first)),
        (Measure.VOTES, int(second)),
    ]
    assert measures(OUTCOME.format("raised", first, second)) == []


def test_ballots_between_the_two_numbers_tell_a_vote() -> None:
    assert measures(BALLOTS.format("votes")) == [(Measure.VOTES, 80), (Measure.VOTES, 20)]
    assert measures(BALLOTS.format("goals")) == []


@pytest.mark.parametrize(("second", "upper"), [("95", [95]), ("40", [])])
def test_what_falls_is_no_range(second: str, upper: list[int]) -> None:
    told = read(doc(CUT.format(second))).figures
    assert [int(f.upper) for f in told if f.upper is not None] == upper
    assert all(f.value is not None and (f.upper is None or f.value < f.upper) for f in told)


def test_the_two_numbers_belong_to_the_vote() -> None:
    told = read(doc(VOTED.format("voted")))
    assert {f.of for f in told.figures} == {told.events[0].id}
