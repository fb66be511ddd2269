"""One event told by several words: harm that is an attack's, nouns that take an event up, moves told again."""

import pytest

from eventful import read
from handmade import doc

KILLED = """
A DET 2 det
raid NOUN 5 nsubj NN
by ADP 4 case
Norland PROPN 2 nmod NNP
killed VERB 0 root VBD
two NUM 7 nummod CD
soldiers NOUN 5 obj NNS
"""
KILLING = """
Gunmen NOUN 2 nsubj NNS
attacked VERB 0 root VBD
Eastport PROPN 2 obj NNP
, PUNCT 5 punct
{} VERB 2 advcl VBG
soldiers NOUN 5 obj NNS
"""
TWICE = """
Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
Eastport PROPN 2 obj NNP
. PUNCT 2 punct

{} DET 2 det
bombing NOUN 3 nsubj NN
drew VERB 0 root VBD
crowds NOUN 3 obj NNS
. PUNCT 3 punct
"""
MURDERED = """
Ali PROPN 4 nsubj:pass NNP
Hassan PROPN 1 flat NNP
was AUX 4 aux:pass VBD
murdered VERB 0 root VBN
. PUNCT 4 punct

The DET 2 det
killing NOUN 5 nsubj NN
of ADP 4 case
{} PROPN 2 nmod NNP
shocked VERB 0 root VBD
many ADJ 5 obj JJ
"""
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
SAID_LAST = """
Gunmen NOUN 2 nsubj NNS
attacked VERB 9 ccomp VBD
Eastport PROPN 2 obj NNP
, PUNCT 5 punct
{} VERB 9 advcl VBG
soldiers NOUN 5 obj NNS
, PUNCT 9 punct
Norland PROPN 9 nsubj NNP
said VERB 0 root VBD
"""
SHOT = """
A DET 2 det
driver NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
shot VERB 0 root VBN
{}
"""
LEFT = """
Gunmen NOUN 2 nsubj NNS
ambushed VERB 0 root VBD
Norguard PROPN 2 obj NNP
, PUNCT 5 punct
leaving VERB 2 advcl VBG
two NUM 7 nummod CD
soldiers NOUN 5 obj NNS
{}
"""
FIRED = """
A DET 2 det
{} NOUN 7 nsubj NN
{} VERB 2 acl VBN
from ADP 6 case
the DET 6 det
hills NOUN 3 obl NNS
hit VERB 0 root VBD
a DET 9 det
school NOUN 7 obj NN
"""
SHELLED = """
Norland PROPN 2 nsubj NNP
shelled VERB 0 root VBD
Eastport PROPN 2 obj NNP
. PUNCT 2 punct

Two NUM 2 nummod CD
soldiers NOUN 4 nsubj:pass NNS
were AUX 4 aux:pass VBD
killed VERB 0 root VBN
in ADP 7 case
{} DET 7 det
shelling NOUN 4 obl NN
. PUNCT 4 punct
"""
LIFTED = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
{} NOUN 2 obj NNS
. PUNCT 2 punct

The DET 2 det
truce NOUN 3 nsubj NN
holds VERB 0 root VBZ
. PUNCT 3 punct
"""
DATED = """
Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
Eastport PROPN 2 obj NNP
on ADP 5 case
{} PROPN 2 obl NNP
. PUNCT 2 punct

The DET 2 det
bombing NOUN 4 nsubj NN
{} ADV 4 advmod
drew VERB 0 root VBD
crowds NOUN 4 obj NNS
. PUNCT 4 punct
"""


def test_harm_done_by_an_attack_is_that_attack() -> None:
    told = read(doc(KILLED))
    assert told.words() == ["raid", "killed"]
    assert (told.who("agents"), told.types) == (["Norland"], ["Killing"])


def test_harm_done_by_someone_is_an_event_of_its_own() -> None:
    told = read(doc(KILLED.replace("raid NOUN", "gunman NOUN")))
    assert told.types == ["Killing"]


def test_harm_that_a_clause_goes_on_to_tell_joins_the_attack() -> None:
    told = read(doc(KILLING.format("killing")))
    assert told.words() == ["attacked", "killing"]


def test_another_act_does_not() -> None:
    assert read(doc(KILLING.format("arresting"))).types == ["Assault", "Arrest"]


def test_a_definite_noun_takes_up_the_event() -> None:
    told = read(doc(TWICE.format("The")))
    assert told.types == ["Bombing"]
    assert [m.rule for m in told.mentions] == ["event.verb", "event.again"]


def test_an_indefinite_noun_tells_of_another() -> None:
    assert read(doc(TWICE.format("A"))).types == ["Bombing", "Bombing"]


def test_one_person_is_killed_once() -> None:
    assert read(doc(MURDERED.format("Hassan"))).types == ["Killing"]
    assert read(doc(MURDERED.format("Norland"))).types == ["Killing", "Killing"]


def test_the_same_move_is_told_once() -> None:
    assert read(doc(MOVED_TWICE.format("Norland", "Eastport"))).types == ["Withdrawal"]
    assert read(doc(MOVED_TWICE.format("Norland", "Westfort"))).types == ["Withdrawal", "Withdrawal"]


def test_the_move_of_a_state_s_forces_is_the_state_s() -> None:
    assert read(doc(MOVED_TWICE.format("Norguard", "Eastport"))).types == ["Withdrawal"]
    assert read(doc(MOVED_TWICE.format("Sudria", "Eastport"))).types == ["Withdrawal", "Withdrawal"]


def test_harm_told_before_the_verb_of_saying_joins_the_attack() -> None:
    assert read(doc(SAID_LAST.format("killing"))).words() == ["attacked", "killing"]
    assert read(doc(SAID_LAST.format("arresting"))).types == ["Assault", "Arrest"]


@pytest.mark.parametrize(("last", "kind"), [("dead ADJ 4 xcomp JJ", "Killing"), ("twice ADV 4 advmod RB", "Assault")])
def test_who_is_shot_dead_is_killed(last: str, kind: str) -> None:
    assert read(doc(SHOT.format(last))).types == [kind]


def test_an_attack_that_leaves_someone_dead_killed_him() -> None:
    told = read(doc(LEFT.format("dead ADJ 5 xcomp JJ")))
    assert told.words() == ["ambushed", "leaving"]
    assert told.who("patients") == ["Norguard", "soldiers"]


def test_who_leaves_soldiers_behind_withdraws_none() -> None:
    assert read(doc(LEFT.format("behind ADV 5 advmod RB"))).types == ["Assault"]


@pytest.mark.parametrize(
    ("weapon", "verb", "types"),
    [("rocket", "fired", ["RocketAttack"]), ("tank", "seized", ["Assault", "Assault"])],
)
def test_a_weapon_that_is_fired_and_hits_is_one_attack(weapon: str, verb: str, types: list[str]) -> None:
    assert read(doc(FIRED.format(weapon, verb))).types == types


@pytest.mark.parametrize(("determiner", "types"), [("the", 1), ("a", 2)])
def test_harm_done_in_the_attack_told_before_belongs_to_it(determiner: str, types: int) -> None:
    told = read(doc(SHELLED.format(determiner)))
    assert len(told.events) == types
    assert ("killed" in told.words(0)) == (types == 1)


def test_harm_done_by_another_is_his() -> None:
    active = "Sudria PROPN 2 nsubj NNP\nkilled VERB 0 root VBD\nsoldiers NOUN 2 obj NNS"
    told = read(
        doc(SHELLED[: SHELLED.index("Two")] + active + "\nin ADP 6 case\nthe DET 6 det\nshelling NOUN 2 obl NN")
    )
    assert "killed" not in told.words(0)


def test_leaving_in_a_raid_is_no_part_of_it() -> None:
    told = read(doc("Troops NOUN 2 nsubj NNS\nleft VERB 0 root VBD\nin ADP 5 case\na DET 5 det\nraid NOUN 2 obl NN"))
    assert told.types == ["Withdrawal", "Assault"]


@pytest.mark.parametrize(
    ("verb", "noun", "types"),
    [("declared", "truce", ["Retreat"]), ("withdrew", "troops", ["Withdrawal", "Retreat"])],
)
def test_a_truce_takes_up_a_truce_and_no_withdrawal(verb: str, noun: str, types: list[str]) -> None:
    assert read(doc(LIFTED.format(verb, noun))).types == types


@pytest.mark.parametrize(
    ("day", "later", "text"), [("Monday", "soon", "Monday"), ("horseback", "overnight", "overnight")]
)
def test_a_later_mention_adds_a_date_and_takes_none(day: str, later: str, text: str) -> None:
    told = read(doc(DATED.format(day, later)), issued=None)
    assert told.types == ["Bombing"]
    assert told.events[0].date_text == text


YEAR = """
Sudria PROPN 2 nsubj NNP
bombed VERB 0 root VBD
Eastport PROPN 2 obj NNP

They PRON 2 nsubj PRP
slept VERB 0 root VBD
after ADP 5 case
the DET 5 det
{} NOUN 2 obl NN
in ADP 7 case
{} NUM 2 obl CD
"""


def test_a_year_behind_a_noun_picks_out_another_event() -> None:
    told = read(doc(YEAR.format("attack", "1991")))
    assert [event.date for event in told.events] == [None, "1991"]
    assert len(read(doc(YEAR.format("attack", "summer"))).events) == 1
