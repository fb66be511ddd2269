"""What tells of an event again in full: the same ones on both sides, dates that differ, denials, acts done once."""

import pytest

from claimgraph.model import SpeechAct
from eventful import claim, read
from handmade import doc

MOVED_TWICE = """
Norland PROPN 2 nsubj NNP
withdrew VERB 0 root VBD
from ADP 4 case
Eastport PROPN 2 obl NNP
. PUNCT 2 punct

{} PROPN 2 nsubj NNP
withdrew VERB 0 root VBD
from ADP 4 case
{} PROPN 2 obl NNP
"""


def test_the_same_move_is_told_once() -> None:
    assert read(doc(MOVED_TWICE.format("Norland", "Eastport"))).types == ["Withdrawal"]
    assert read(doc(MOVED_TWICE.format("Norland", "Westfort"))).types == ["Withdrawal", "Withdrawal"]


def test_the_move_of_a_state_s_forces_is_the_state_s() -> None:
    assert read(doc(MOVED_TWICE.format("Norguard", "Eastport"))).types == ["Withdrawal"]
    assert read(doc(MOVED_TWICE.format("Sudria", "Eastport"))).types == ["Withdrawal", "Withdrawal"]


DONE = """
{} PROPN 3 nsubj NNP
{} ADV 3 advmod RB
{} VERB 0 root VBD
{} NOUN 3 obj NNS
{} ADP 6 case
{} PROPN 3 obl NNP
"""
BOMBED = "Norland once bombed guards in Eastport"


def done(*sentences: str, denied: str = "") -> list[str]:
    """The class of each event that sentences of one shape tell; `denied`: what somebody denies."""
    made = doc("\n".join(DONE.format(*sentence.split()) for sentence in sentences))
    claims = (claim(made.text, denied, SpeechAct.DENIAL),) if denied else ()
    return read(made, claims=claims).types


@pytest.mark.parametrize(
    ("again", "types"),
    [
        ("Norguard once attacked guards in Eastport", ["Bombing"]),
        ("Norguard once bombed guards in Westfort", ["Bombing", "Bombing"]),
        ("Norguard once bombed soldiers in Eastport", ["Bombing", "Bombing"]),
        ("Sudria once bombed guards in Eastport", ["Bombing", "Bombing"]),
        ("Norland once shelled guards in Eastport", ["Bombing", "Shelling"]),
        ("Norland once arrested guards in Eastport", ["Bombing", "Arrest"]),
    ],
)
def test_the_same_ones_on_both_sides_do_it_once(again: str, types: list[str]) -> None:
    assert done(BOMBED, again) == types


@pytest.mark.parametrize(("verb", "count"), [("withdrew", 1), ("rallied", 2)])
def test_who_does_it_and_where_is_enough_for_a_move_alone(verb: str, count: int) -> None:
    again = f"Norland once {verb} again {'from' if verb == 'withdrew' else 'in'} Eastport"
    assert len(done(again, again)) == count


def test_a_move_that_is_made_is_not_the_one_that_is_denied() -> None:
    rows = MOVED_TWICE.format("Norland", "Eastport")
    made = doc(rows)
    claims = (claim(made.text, "Norland withdrew from Eastport ."),)
    assert len(read(made).events) == 1
    assert len(read(made, claims=claims).events) == 2


@pytest.mark.parametrize(("case", "when", "count"), [("on", "Monday", 1), ("in", "May", 1), ("on", "Tuesday", 2)])
def test_on_two_days_they_do_it_twice(case: str, when: str, count: int) -> None:
    assert len(done("Norland once bombed guards on Monday", f"Norland once bombed guards {case} {when}")) == count


def test_what_somebody_denies_is_what_was_told() -> None:
    again = "Norland openly bombed guards in Eastport"
    assert done(BOMBED, again, denied=again) == ["Bombing"]
    assert done(again, BOMBED, denied=again) == ["Bombing"]


PASSIVE = """
guards NOUN 3 nsubj:pass NNS
were AUX 3 aux:pass VBD
bombed VERB 0 root VBN
in ADP 5 case
Eastport PROPN 3 obl NNP
. PUNCT 3 punct
"""


@pytest.mark.parametrize(("act", "agents"), [(SpeechAct.DENIAL, []), (SpeechAct.ASSERTION, ["Norland"])])
def test_who_is_said_not_to_have_done_it_did_not_do_it(act: SpeechAct, agents: list[str]) -> None:
    made = doc(f"{PASSIVE}\n{DONE.format(*BOMBED.split())}")
    told = read(made, claims=(claim(made.text, BOMBED, act),))
    assert (told.types, told.who("agents")) == (["Bombing"], agents)


def test_what_the_article_denies_is_another() -> None:
    never = "Norland never bombed guards in Eastport"
    assert done(BOMBED, never) == ["Bombing", "Bombing"]
    assert done(never, BOMBED) == ["Bombing", "Bombing"]
    assert done(never, never) == ["Bombing"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Norland once suspended operations in Eastport", "Norguard once suspended missions on Monday", 1),
        ("Norland once suspended operations in Eastport", "Sudria once suspended missions on Monday", 2),
        ("Norland once suspended operations in Eastport", "Norland once suspended missions in Westfort", 2),
        ("Norland once voted yesterday in Eastport", "Norland once voted again on Monday", 1),
        ("Norland once voted today in Eastport", "Norland once arrested guards on Monday", 2),
        ("Norland once arrested guards in Eastport", "Norland once arrested soldiers on Monday", 2),
    ],
)
def test_a_body_votes_and_suspends_once(one: str, other: str, count: int) -> None:
    assert len(done(one, other)) == count


TOGETHER = """
Norland PROPN 4 nsubj NNP
and CCONJ 3 cc
{} PROPN 1 conj NNP
met VERB 0 root VBD
in ADP 6 case
Eastport PROPN 4 obl NNP

{} PROPN 4 nsubj NNP
and CCONJ 3 cc
Norland PROPN 1 conj NNP
met VERB 0 root VBD
"""


@pytest.mark.parametrize(("one", "other", "count"), [("Sudria", "Sudria", 1), ("Sudria", "Ali", 2)])
def test_those_who_meet_are_told_by_who_they_are(one: str, other: str, count: int) -> None:
    assert len(read(doc(TOGETHER.format(one, other))).events) == count
