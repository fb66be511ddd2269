"""Whom an event about another event is about: a vote to expel somebody, a probe into a killing."""

import pytest

from eventful import read
from handmade import doc

# A deed that is looked into, or voted for, with a phrase in it.
DONE = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
{} ADP 5 case IN
the DET 5 det DT
{} NOUN 2 obl NN
{} ADP 7 case IN
{} PROPN 5 nmod NNP
"""
PROBED = """
Norland PROPN 2 nsubj NNP
probed VERB 0 root VBD
the DET 4 det DT
{} NOUN 2 obj NN
{} ADP 6 case IN
{} PROPN 4 nmod NNP
"""
DEEP = """
Norland PROPN 2 nsubj NNP
{}
a DET 5 det DT
plan NOUN 2 {} NN
for ADP 8 case IN
the DET 8 det DT
expulsion NOUN 5 nmod NN
of ADP 10 case IN
Sudria PROPN 8 nmod NNP
"""
VOTED = "voted VERB 0 root VBD\nfor ADP 5 case IN"
SETTING = """
Norland PROPN 2 nsubj NNP
voted VERB 0 root VBD
{} ADP 5 case IN
the DET 5 det DT
news NOUN 2 obl NN
of ADP 8 case IN
the DET 8 det DT
killing NOUN 5 nmod NN
of ADP 10 case IN
Sudria PROPN 8 nmod NNP
"""


@pytest.mark.parametrize(("case", "whom"), [("on", ["Sudria"]), ("near", [])])
def test_what_is_done_to_a_deed_is_done_to_whom_it_befalls(case: str, whom: list[str]) -> None:
    assert read(doc(PROBED.format("raid", case, "Sudria"))).who("patients") == whom


@pytest.mark.parametrize(
    ("victim", "whom"), [("on ADP {} case IN\nSudria", ["Sudria"]), ("near ADP {} case IN\nSudria", ["Norguard"])]
)
def test_who_suffers_the_deed_comes_before_who_does_it(victim: str, whom: list[str]) -> None:
    rows = "Norland PROPN 2 nsubj NNP\nprobed VERB 0 root VBD\nthe DET 4 det DT\nraid NOUN 2 obj NN\n"
    rows += f"{victim.format(6)} PROPN 4 nmod NNP\nlaunched VERB 4 acl VBN\n"
    rows += "by ADP 9 case IN\nNorguard PROPN 7 obl:agent NNP"
    told = read(doc(rows))
    assert (told.types, told.who("agents", 1)) == (["Investigation", "Raid"], ["Norguard"])
    assert told.who("patients") == whom


def test_who_does_it_is_not_done_to() -> None:
    assert read(doc(PROBED.format("raid", "on", "Norland"))).who("patients") == []


PAIR = """
Norland PROPN 2 nsubj NNP
probed VERB 0 root VBD
{} 2 obj NNS
and CCONJ 6 cc CC
the DET 6 det DT
raid NOUN 3 {} NN
on ADP 8 case IN
Sudria PROPN 6 nmod NNP
"""


@pytest.mark.parametrize(
    ("before", "label", "whom"),
    [
        ("rumours NOUN", "conj", ["Sudria"]),
        ("rumours NOUN", "dep", []),  # not joined
        ("Norguard PROPN", "conj", ["Norguard"]),  # who is told of leaves no room for others
    ],
)
def test_the_deed_may_be_joined_to_another_thing(before: str, label: str, whom: list[str]) -> None:
    assert read(doc(PAIR.format(before, label))).who("patients") == whom


@pytest.mark.parametrize(("case", "whom"), [("for", ["Sudria"]), ("after", [])])
def test_a_vote_is_on_whom_the_deed_would_befall(case: str, whom: list[str]) -> None:
    assert read(doc(DONE.format("voted", case, "expulsion", "of", "Sudria"))).who("patients") == whom


def test_a_vote_is_on_all_whom_it_would_befall() -> None:
    joined = "and CCONJ 12 cc CC\nNorguard PROPN 10 conj NNP"
    assert read(doc(DEEP.format(VOTED, "obl") + joined)).who("patients") == ["Sudria", "Norguard"]


def test_a_vote_is_not_on_those_who_vote() -> None:
    assert read(doc(DONE.format("voted", "for", "withdrawal", "by", "Norland"))).who("patients") == []


@pytest.mark.parametrize(
    ("verb", "label", "types", "whom"),
    [
        (VOTED, "obl", ["Vote", "Expulsion"], ["Sudria"]),
        ("probed VERB 0 root VBD\nquietly ADV 2 advmod RB", "obj", ["Investigation", "Expulsion"], []),
    ],
)
def test_what_is_voted_on_may_stand_deeper(verb: str, label: str, types: list[str], whom: list[str]) -> None:
    told = read(doc(DEEP.format(verb, label)))
    assert (told.types, told.who("patients")) == (types, whom)


def test_to_pass_a_motion_is_to_vote() -> None:
    rows = DEEP.format("passed VERB 0 root VBD\ntoday NOUN 2 obl NN", "obj").replace("plan", "motion")
    told = read(doc(rows))
    assert (told.types, told.who("patients")) == (["Resolution", "Expulsion"], ["Sudria"])


def test_what_the_vote_itself_is_the_setting_of_is_no_matter() -> None:
    rows = (
        DEEP.format(VOTED.replace("0 root", "12 advcl"), "obl").strip()
        + "\npeople NOUN 12 nsubj NNS\nfled VERB 0 root VBD"
    )
    told = read(doc(rows.replace("a DET 5 det DT", "after SCONJ 2 mark IN")))
    assert told.who("patients", told.types.index("Vote")) == ["Sudria"]


CLAUSE = """
Norland PROPN 2 nsubj NNP
voted VERB 0 root VBD
{} SCONJ 5 mark IN
Norguard PROPN 5 nsubj NNP
expelled VERB 2 advcl VBD
Sudria PROPN 5 obj NNP
"""


@pytest.mark.parametrize(("mark", "whom"), [("that", ["Sudria", "Norguard"]), ("after", []), ("because", [])])
def test_a_clause_that_tells_the_setting_of_a_vote_is_not_what_it_is_on(mark: str, whom: list[str]) -> None:
    assert read(doc(CLAUSE.format(mark))).who("patients") == whom


def test_what_is_done_beside_a_deed_is_not_done_to_it() -> None:
    told = read(doc(DONE.format("probed", "during", "raid", "on", "Sudria")))
    assert (told.types[0], told.who("patients")) == ("Investigation", [])


@pytest.mark.parametrize(("case", "whom"), [("on", ["Sudria"]), ("after", []), ("despite", [])])
def test_the_setting_of_a_vote_is_not_what_it_is_on(case: str, whom: list[str]) -> None:
    assert read(doc(SETTING.format(case))).who("patients") == whom


def test_what_stands_before_the_vote_is_not_what_it_is_on() -> None:
    rows = "Critics NOUN 6 nsubj NNS\nof ADP 4 case IN\nthe DET 4 det DT\nkilling NOUN 1 nmod NN\n"
    rows += "there ADV 4 advmod RB\nvoted VERB 0 root VBD\nof ADP 8 case IN\nSudria PROPN 4 nmod NNP"
    told = read(doc(rows))
    assert sorted(told.types) == ["Killing", "Vote"]
    assert told.who("patients", told.types.index("Vote")) == []


@pytest.mark.parametrize(("case", "whom"), [("on", ["Norguard"]), ("near", ["Sudria"])])
def test_a_vote_is_on_the_first_deed_that_names_someone(case: str, whom: list[str]) -> None:
    raid = f"the DET 8 det DT\nraid NOUN 5 nmod NN\n{case} ADP 10 case IN\nNorguard PROPN 8 nmod NNP"
    expulsion = (
        "for ADP 13 case IN\nthe DET 13 det DT\nexpulsion NOUN 5 nmod NN\nof ADP 15 case IN\nSudria PROPN 13 nmod NNP"
    )
    rows = "\n".join(DEEP.format(VOTED, "obl").strip().splitlines()[:6])
    assert read(doc(f"{rows}\n{raid}\n{expulsion}")).who("patients") == whom
