import pytest

from claimgraph.model import Measure
from eventful import read
from handmade import doc

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


@pytest.mark.parametrize("second", [95, 40])
def test_what_changes_is_no_range(second: int) -> None:
    first, last = read(doc(CUT.format(second))).figures
    assert first.value == 90
    assert last.value == second
    assert (first.upper, first.changed_from) == (None, None)
    assert (last.upper, last.changed_from) == (None, first.id)


def test_what_ranges_does_not_change() -> None:
    (figure,) = read(doc(CUT.format(95).replace("from ADP", "between ADP").replace("to ADP", "and CCONJ"))).figures
    assert figure.value == 90
    assert figure.upper == 95
    assert figure.changed_from is None


def test_the_two_numbers_belong_to_the_vote() -> None:
    told = read(doc(VOTED.format("voted")))
    assert {f.of for f in told.figures} == {told.events[0].id}
