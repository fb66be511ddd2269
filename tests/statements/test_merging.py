"""Harm that is an attack's: one event told by several words. What tells it again stands in test_retold.py."""

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
MURDERED = """
Ali PROPN 4 nsubj:pass NNP
Hassan PROPN 1 flat NNP
was AUX 4 aux:pass VBD
{} VERB 0 root VBN
. PUNCT 4 punct

{} NOUN 5 nsubj NN
of ADP 4 case
{} PROPN 2 nmod NNP
shocked VERB 0 root VBD
many ADJ 5 obj JJ
"""
SUFFERED = """
Two NUM 2 nummod CD
soldiers NOUN 4 nsubj:pass NNS
were AUX 4 aux:pass VBD
killed VERB 0 root VBN
{} DET 7 det
attack NOUN 4 obl NN
"""
MARKED = """
Gunmen NOUN 2 nsubj NNS
attacked VERB 0 root VBD
Eastport PROPN 2 obj NNP
, PUNCT 6 punct
{}
killing VERB 2 advcl VBG
soldiers NOUN 6 obj NNS
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


def test_harm_done_by_an_attack_is_that_attack() -> None:
    told = read(doc(KILLED))
    assert told.words() == ["raid", "killed"]
    assert (told.who("agents"), told.who("patients"), told.types) == (["Norland"], ["soldiers"], ["Raid"])


def test_harm_done_by_someone_is_an_event_of_its_own() -> None:
    told = read(doc(KILLED.replace("raid NOUN", "gunman NOUN")))
    assert told.types == ["Killing"]


def test_harm_that_a_clause_goes_on_to_tell_joins_the_attack() -> None:
    told = read(doc(KILLING.format("killing")))
    assert told.words() == ["attacked", "killing"]


def test_another_act_does_not() -> None:
    assert read(doc(KILLING.format("arresting"))).types == ["Assault", "Arrest"]
    arrested = KILLING.format("killing").replace("attacked", "arrested").replace("Eastport", "Norguard")
    assert read(doc(arrested)).types == ["Arrest", "Killing"]
    villages = KILLING.format("capturing").replace("soldiers", "villages")
    assert read(doc(villages)).types == ["Assault", "Capture"]


@pytest.mark.parametrize(
    ("verb", "opening", "victim", "types"),
    [
        ("murdered", "The DET 2 det\nkilling", "Hassan", ["Killing"]),
        ("murdered", "A DET 2 det\nkilling", "Hassan", ["Killing"]),
        ("murdered", "A DET 2 det\nbeating", "Hassan", ["Killing"]),
        ("abducted", "A DET 2 det\nbeating", "Hassan", ["Abduction", "Beating"]),
        ("murdered", "The DET 2 det\nkilling", "Norland", ["Killing", "Killing"]),
        ("murdered", "The DET 2 det\narrest", "Hassan", ["Killing", "Arrest"]),
    ],
)
def test_one_person_is_killed_once(verb: str, opening: str, victim: str, types: list[str]) -> None:
    assert read(doc(MURDERED.format(verb, opening, victim))).types == types


def test_a_state_is_no_person() -> None:
    rows = MURDERED.format("murdered", "A DET 2 det\nkilling", "Norland")
    state = rows.replace(
        "Ali PROPN 4 nsubj:pass NNP\nHassan PROPN 1 flat NNP", "Norland PROPN 4 nsubj:pass NNP\nthen ADV 4 advmod RB"
    )
    assert read(doc(state)).types == ["Killing", "Killing"]


def test_harm_told_before_the_verb_of_saying_joins_the_attack() -> None:
    assert read(doc(SAID_LAST.format("killing"))).words() == ["attacked", "killing"]
    assert read(doc(SAID_LAST.format("arresting"))).types == ["Assault", "Arrest"]


@pytest.mark.parametrize(("last", "kind"), [("dead ADJ 4 xcomp JJ", "Killing"), ("twice ADV 4 advmod RB", "Shooting")])
def test_who_is_shot_dead_is_killed(last: str, kind: str) -> None:
    assert read(doc(SHOT.format(last))).types == [kind]


def test_an_attack_that_leaves_someone_dead_killed_him() -> None:
    told = read(doc(LEFT.format("dead ADJ 5 xcomp JJ")))
    assert told.words() == ["ambushed", "leaving"]
    assert told.who("patients") == ["Norguard", "soldiers"]


def test_who_leaves_soldiers_behind_withdraws_none() -> None:
    assert read(doc(LEFT.format("behind ADV 5 advmod RB"))).types == ["Ambush"]


@pytest.mark.parametrize(
    ("weapon", "verb", "types"),
    [("rocket", "fired", ["RocketAttack"]), ("tank", "seized", ["Capture", "Assault"])],
)
def test_a_weapon_that_is_fired_and_hits_is_one_attack(weapon: str, verb: str, types: list[str]) -> None:
    assert read(doc(FIRED.format(weapon, verb))).types == types


@pytest.mark.parametrize("suffering", ["Eastport", "Sudria"])
@pytest.mark.parametrize(("determiner", "words"), [("the", ["shelled", "killed", "shelling"]), ("a", ["shelled"])])
def test_harm_done_in_the_attack_told_before_belongs_to_it(suffering: str, determiner: str, words: list[str]) -> None:
    told = read(doc(SHELLED.format(determiner).replace("Eastport", suffering)))
    assert told.words(0) == words
    assert len(told.events) == (1 if determiner == "the" else 2)


def test_what_the_harm_s_clause_goes_on_to_tell_belongs_to_it_too() -> None:
    going_on = SHELLED.format("the").replace(". PUNCT 4 punct", "wounding VERB 4 advcl VBG\nguards NOUN 8 obj NNS")
    assert read(doc(going_on)).words(0) == ["shelled", "killed", "shelling", "wounding"]


def test_harm_done_by_another_is_his() -> None:
    active = "Sudria PROPN 2 nsubj NNP\nkilled VERB 0 root VBD\nsoldiers NOUN 2 obj NNS"
    told = read(
        doc(SHELLED[: SHELLED.index("Two")] + active + "\nin ADP 6 case\nthe DET 6 det\nshelling NOUN 2 obl NN")
    )
    assert "killed" not in told.words(0)


def test_leaving_in_a_raid_is_no_part_of_it() -> None:
    told = read(doc("Troops NOUN 2 nsubj NNS\nleft VERB 0 root VBD\nin ADP 5 case\na DET 5 det\nraid NOUN 2 obl NN"))
    assert told.types == ["Withdrawal", "Raid"]


@pytest.mark.parametrize(("noun", "kind"), [("attack", "Killing"), ("raid", "Raid")])
def test_an_attack_that_kills_is_a_killing_unless_more_is_known_of_it(noun: str, kind: str) -> None:
    told = read(doc(KILLED.replace("raid", noun)))
    assert (told.types, told.words()) == ([kind], [noun, "killed"])


def test_harm_told_as_a_result_leaves_the_class() -> None:
    assert read(doc(KILLING.format("killing"))).types == ["Assault"]


def test_an_attack_whose_verb_does_no_harm_stands_beside_it() -> None:
    assert read(doc(KILLED.replace("killed", "captured").replace("soldiers", "villages"))).types == ["Raid", "Capture"]


@pytest.mark.parametrize("opening", ["during ADP 7 case\nan", "by ADP 7 case\nan", "in ADP 7 case\nthe"])
def test_the_attack_behind_the_harm_is_the_same(opening: str) -> None:
    told = read(doc(SUFFERED.format(opening)))
    assert (told.types, told.words()) == (["Killing"], ["killed", "attack"])


@pytest.mark.parametrize(
    ("opening", "types"),
    [
        ("", ["Assault"]),
        ("after SCONJ 6 mark", ["Assault", "Killing"]),
        ("Norland PROPN 6 nsubj NNP", ["Assault", "Killing"]),
    ],
)
def test_a_clause_with_a_mark_or_a_subject_of_its_own_tells_another(opening: str, types: list[str]) -> None:
    rows = MARKED.format(opening) if opening else KILLING.format("killing")
    assert read(doc(rows)).types == types


@pytest.mark.parametrize(
    ("second", "types"),
    [
        ("soldiers NOUN 7 nsubj:pass NNS\nwere AUX 7 aux:pass VBD\nwounded VERB 3 conj VBN", ["Killing"]),
        ("Norland PROPN 6 nsubj NNP\nwounded VERB 3 conj VBD\nsoldiers NOUN 6 obj NNS", ["Killing", "Wounding"]),
    ],
)
def test_those_who_suffer_side_by_side_suffer_one_attack(second: str, types: list[str]) -> None:
    first = "Ali PROPN 3 nsubj:pass NNP\nwas AUX 3 aux:pass VBD\nkilled VERB 0 root VBN\nand CCONJ 3 cc"
    assert read(doc(f"{first}\n{second}")).types == types


def test_one_who_was_attacked_and_harmed_is_no_second_harm() -> None:
    first = "Ali PROPN 3 nsubj:pass NNP\nwas AUX 3 aux:pass VBD\nabducted VERB 0 root VBN\nand CCONJ 3 cc"
    second = "soldiers NOUN 7 nsubj:pass NNS\nwere AUX 7 aux:pass VBD\nwounded VERB 3 conj VBN"
    assert read(doc(f"{first}\n{second}")).types == ["Abduction", "Wounding"]


@pytest.mark.parametrize(("weapon", "kind"), [("rocket", "RocketAttack"), ("mortar", "Shelling")])
def test_the_flight_and_the_hit_are_one(weapon: str, kind: str) -> None:
    told = read(doc(FIRED.format(weapon, "fired")))
    assert (told.types, told.words()) == ([kind], ["fired", "hit"])


FRONTED = """
{} ADP 3 case
a DET 3 det
{} NOUN 5 obl NN
Norland PROPN 5 nsubj NNP
killed VERB 0 root VBD
soldiers NOUN 5 obj NNS
"""


@pytest.mark.parametrize(
    ("case", "noun", "types"),
    [
        ("In", "raid", ["Raid"]),
        ("After", "raid", ["Raid", "Killing"]),
        ("In", "protest", ["Demonstration", "Killing"]),
    ],
)
def test_harm_done_in_an_attack_told_before_the_verb(case: str, noun: str, types: list[str]) -> None:
    assert read(doc(FRONTED.format(case, noun))).types == types


def test_harm_done_in_what_is_no_attack() -> None:
    assert read(doc(SUFFERED.format("in ADP 7 case\na").replace("attack", "protest"))).types == [
        "Killing",
        "Demonstration",
    ]


def test_an_attack_may_be_the_agent_of_a_passive() -> None:
    assert read(doc(SUFFERED.format("by ADP 7 case\nan").replace("obl NN", "obl:agent NN"))).types == ["Killing"]


@pytest.mark.parametrize(
    ("verb", "types"), [("arrested", ["Arrest", "Assault"]), ("abducted", ["Abduction", "Assault"])]
)
def test_another_act_before_an_attack_is_none_of_it(verb: str, types: list[str]) -> None:
    assert read(doc(SUFFERED.format("in ADP 7 case\nan").replace("killed", verb))).types == types


@pytest.mark.parametrize("verb", ["hit", "targeted"])
def test_what_an_airstrike_hits_it_hits_as_one_event(verb: str) -> None:
    told = read(doc(f"An DET 2 det DT\nairstrike NOUN 3 nsubj NN\n{verb} VERB 0 root VBD\nbase NOUN 3 obj NN"))
    assert (told.types, told.words()) == (["Airstrike"], ["airstrike", verb])


@pytest.mark.parametrize("case", ["in", "by"])
def test_what_was_hit_in_an_airstrike_was_hit_by_that_event(case: str) -> None:
    hit = "Bases NOUN 3 nsubj:pass NNS\nwas AUX 3 aux:pass VBD\nhit VERB 0 root VBN\n"
    told = read(doc(f"{hit}{case} ADP 6 case IN\nan DET 6 det DT\nairstrike NOUN 3 obl NN"))
    assert (told.types, told.words()) == (["Airstrike"], ["hit", "airstrike"])
