"""Phrases around verbs and event nouns that the tree hangs elsewhere, or that several words share."""

import pytest

from eventful import read
from handmade import doc

GERUND = """
After SCONJ 2 mark IN
bombing VERB 6 advcl VBG
{} ADP 4 case IN
Sudria PROPN 2 obl NNP
Norland PROPN 6 nsubj NNP
fled VERB 0 root VBD
"""
AGENT = "by ADP 4 case IN\nSudria PROPN 2 obl:agent NNP\n"
SUBJECT = """
Norguard PROPN 2 nsubj NNP
bombing VERB 6 advcl VBG
by ADP 4 case IN
Sudria PROPN 2 obl NNP
Norland PROPN 6 nsubj NNP
fled VERB 0 root VBD
"""


@pytest.mark.parametrize(("case", "agents"), [("by", ["Sudria"]), ("near", ["Norland"])])
def test_a_gerund_has_the_subject_above_unless_by_tells_another(case: str, agents: list[str]) -> None:
    told = read(doc(GERUND.format(case)))
    assert (told.who("agents"), told.who("agents", 1)) == (agents, ["Norland"])


def test_a_subject_of_its_own_stays_beside_by() -> None:
    assert read(doc(SUBJECT)).who("agents") == ["Norguard", "Sudria"]


def test_a_participle_with_by_is_done_to_the_noun_before_it() -> None:
    told = read(doc("Norguard PROPN 5 nsubj NNP\nbombed VERB 1 acl VBN\n" + AGENT + "slept VERB 0 root VBD"))
    assert (told.who("agents"), told.who("patients")) == (["Sudria"], ["Norguard"])


# 'the killing by Norguard {} Sudria and Norland …': heads of the last two.
DONE_BY = """
The DET 2 det DT
{} NOUN 9 nsubj NN
by ADP 4 case IN
Norguard PROPN 2 {} NNP
{} ADP 6 case IN
Sudria PROPN {} nmod NNP
and CCONJ 8 cc CC
Norland PROPN {} conj NNP
shocked VERB 0 root VBD
people NOUN 9 obj NNS
"""


@pytest.mark.parametrize("label", ["nmod", "obl", "obj"])
@pytest.mark.parametrize(("noun", "case"), [("killing", "of"), ("raid", "on"), ("raid", "against")])
@pytest.mark.parametrize(("hangs", "joined"), [(2, 6), (4, 6), (4, 4)])
def test_whom_it_befalls_may_hang_on_who_does_it(noun: str, case: str, label: str, hangs: int, joined: int) -> None:
    told = read(doc(DONE_BY.format(noun, label, case, hangs, joined)))
    assert (told.who("agents"), told.who("patients")) == (["Norguard"], ["Sudria", "Norland"])


@pytest.mark.parametrize(
    ("case", "hangs", "joined", "agents", "patients"),
    [
        ("of", 2, 4, ["Norguard", "Norland"], ["Sudria"]),  # told apart by the tree
        ("near", 4, 4, ["Norguard", "Norland"], []),
    ],
)
def test_who_is_joined_to_the_doer_does_it_too(
    case: str, hangs: int, joined: int, agents: list[str], patients: list[str]
) -> None:
    told = read(doc(DONE_BY.format("killing", "nmod", case, hangs, joined)))
    assert (told.who("agents"), told.who("patients")) == (agents, patients)


def test_who_is_joined_with_by_does_it_too() -> None:
    rows = DONE_BY.format("killing", "nmod", "of", 4, 4).replace("8 cc", "9 cc").replace("9 nsubj", "10 nsubj")
    rows = rows.replace("Norland", "by ADP 9 case IN\nNorland").replace("9 obj", "10 obj")
    told = read(doc(rows))
    assert (told.who("agents"), told.who("patients")) == (["Norguard", "Norland"], ["Sudria"])


def test_who_stands_before_the_victim_is_joined_to_the_doer() -> None:
    rows = (
        "The DET 2 det DT\nkilling NOUN 9 nsubj NN\nby ADP 4 case IN\nNorland PROPN 2 nmod NNP\nand CCONJ 6 cc CC\n"
        "Norguard PROPN 4 conj NNP\nof ADP 8 case IN\nSudria PROPN 2 nmod NNP\nshocked VERB 0 root VBD"
    )
    told = read(doc(rows))
    assert (told.who("agents"), told.who("patients")) == (["Norland", "Norguard"], ["Sudria"])


NAMED = """
The DET 2 det DT
killing NOUN 8 nsubj NN
by ADP 4 case IN
Ansa PROPN 2 nmod NNP
Rud PROPN 4 {} NNP
of ADP 7 case IN
Sudria PROPN 4 nmod NNP
shocked VERB 0 root VBD
"""


@pytest.mark.parametrize(("label", "patients"), [("flat", ["Sudria"]), ("dep", [])])
def test_what_follows_the_doer_follows_the_whole_name(label: str, patients: list[str]) -> None:
    assert read(doc(NAMED.format(label))).who("patients") == patients


FEARED = """
People NOUN 2 nsubj NNS
feared VERB 0 root VBD
raids NOUN 2 obj NNS
{}
{} ADP 6 case IN
Norguard PROPN 2 {} NNP
"""


@pytest.mark.parametrize(
    ("case", "label", "role"), [("by", "obl", "agents"), ("by", "obj", "agents"), ("on", "obj", "patients")]
)
def test_a_phrase_behind_an_event_noun_is_its_own_wherever_it_hangs(case: str, label: str, role: str) -> None:
    rows = FEARED.format("really ADV 2 advmod RB", case, label)
    behind = rows.replace("really ADV 2 advmod RB\n", "").replace(" 6 case", " 5 case")
    assert read(doc(behind)).who(role) == ["Norguard"]
    assert read(doc(rows)).who(role) == []  # not right behind it


def test_what_stands_near_is_not_the_nouns_own() -> None:
    rows = FEARED.format("near ADP 5 case IN\nEastport PROPN 2 obl NNP", "on", "obl")
    assert read(doc(rows.replace("on ADP 6", "on ADP 7"))).who("locations") == []


TREATY = """
A DET 2 det DT
treaty NOUN 6 nsubj:pass NN
{} ADP 4 case IN
Sudria PROPN 2 nmod NNP
was AUX 6 aux:pass VBD
signed VERB 0 root VBN
by ADP 8 case IN
Norland PROPN 6 obl:agent NNP
"""


@pytest.mark.parametrize(("case", "agents"), [("with", ["Norland", "Sudria"]), ("about", ["Norland"])])
def test_the_partner_may_stand_within_the_subject_of_a_passive(case: str, agents: list[str]) -> None:
    assert read(doc(TREATY.format(case))).who("agents") == agents


PART = """
Norland PROPN 2 nsubj NNP
withdrew VERB 0 root VBD
part NOUN 2 obj NN
{} ADP 5 case IN
units NOUN 3 nmod NNS
{} ADP 7 case IN
Eastport PROPN 5 nmod NNP
"""


@pytest.mark.parametrize(
    ("outer", "inner", "origins"),
    [("of", "from", ["Eastport"]), ("near", "from", []), ("of", "behind", [])],
)
def test_a_place_within_what_is_part_of_something_is_told_too(outer: str, inner: str, origins: list[str]) -> None:
    assert read(doc(PART.format(outer, inner))).who("origins") == origins


@pytest.mark.parametrize(("deep", "origins"), [(2, ["Eastport"]), (3, ["Eastport"])])
def test_places_are_looked_for_in_a_few_phrases_of_phrases(deep: int, origins: list[str]) -> None:
    rows, head = "Norland PROPN 2 nsubj NNP\nwithdrew VERB 0 root VBD\npart NOUN 2 obj NN\n", 3
    for noun in ("units", "columns", "lines")[:deep]:
        rows += f"of ADP {head + 2} case IN\n{noun} NOUN {head} nmod NNS\n"
        head += 2
    rows += f"from ADP {head + 2} case IN\nEastport PROPN {head} nmod NNP"
    assert read(doc(rows)).who("origins") == origins


UNDER = """
Norland PROPN 2 nsubj NNP
went VERB 0 root VBD
{} ADP 4 case IN
siege NOUN 2 obl NN
by ADP 6 case IN
Norguard PROPN 4 nmod NNP
"""


@pytest.mark.parametrize(
    ("case", "agents", "patients"),
    [("under", ["Norguard"], ["Norland"]), ("into", ["Norland", "Norguard"], []), ("despite", ["Norguard"], [])],
)
def test_who_goes_under_a_siege_suffers_it(case: str, agents: list[str], patients: list[str]) -> None:
    told = read(doc(UNDER.format(case)))
    assert (told.who("agents"), told.who("patients")) == (agents, patients)


JUDGED = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
Sudria PROPN 2 obj NNP
for SCONJ 5 mark IN
bombing VERB 2 advcl VBG
Eastport PROPN 5 obj NNP
"""


@pytest.mark.parametrize(("verb", "agents"), [("blamed", ["Sudria"]), ("praised", ["Sudria"]), ("paid", ["Norland"])])
def test_who_is_judged_for_a_deed_did_it(verb: str, agents: list[str]) -> None:
    assert read(doc(JUDGED.format(verb))).who("agents") == agents


def test_who_denies_having_done_it_is_who_would_have() -> None:
    denied = "Norland PROPN 2 nsubj NNP\ndenies VERB 0 root VBZ\nhaving AUX 4 aux VBG\n"
    assert read(doc(denied + "bombed VERB 2 ccomp VBN\nEastport PROPN 4 obj NNP")).who("agents") == ["Norland"]


HEARD = """
Norland PROPN 2 nsubj NNP
told VERB 0 root VBD
Sudria PROPN 6 nsubj NNP
that SCONJ 6 mark IN
Norguard PROPN 6 nsubj NNP
bombed VERB 2 ccomp VBD
Eastport PROPN 6 obj NNP
"""


def test_nobody_before_that_does_what_is_told_behind_it() -> None:
    assert read(doc(HEARD)).who("agents") == ["Norguard"]


def test_a_place_is_taken_from_those_who_held_it() -> None:
    taken = "Norguard PROPN 2 nsubj NNP\nliberated VERB 0 root VBD\nEastport PROPN 2 obj NNP\nfrom ADP 5 case IN\n"
    told = read(doc(taken + "Sudria PROPN 2 obl NNP"))
    assert (told.who("agents"), told.who("patients")) == (["Norguard"], ["Sudria"])


STRIKE = "strike NOUN 0 root NN\non ADP {0} case IN\nEastport PROPN {1} nmod NNP"
WEEK_AFTER = "week NOUN 4 nmod NN\nafter ADP 4 case IN\nthe DET 4 det DT\n" + STRIKE.format(6, 4)
OF_A_WEEK = "after ADP 4 case IN\nthe DET 4 det DT\nweek NOUN 4 nmod NN\n" + STRIKE.format(6, 4)


@pytest.mark.parametrize(("rows", "type_"), [(WEEK_AFTER, "Assault"), (OF_A_WEEK, "Strike")])
def test_a_modifier_stands_within_its_phrase(rows: str, type_: str) -> None:
    assert read(doc(rows)).types == [type_]
