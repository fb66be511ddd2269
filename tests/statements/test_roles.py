import pytest

from eventful import read
from handmade import doc

PASSIVE = """
Sudria PROPN 3 nsubj:pass NNP
was AUX 3 aux:pass VBD
invaded VERB 0 root VBN
{} ADP 5 case
Norland PROPN 3 {} NNP
"""
RELATIVE = """
Norland PROPN 7 nsubj NNP
, PUNCT 4 punct
which PRON 4 nsubj WDT
invaded VERB 1 acl:relcl VBD
Sudria PROPN 4 obj NNP
, PUNCT 4 punct
slept VERB 0 root VBD
"""
PARTICIPLE = """
The DET 2 det
troops NOUN 6 nsubj NNS
deployed VERB 2 acl VBN
to ADP 5 case
Eastport PROPN 3 obl NNP
slept VERB 0 root VBD
"""
CONTROL = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
Sudria PROPN 2 {} NNP
to PART 5 mark
withdraw VERB 2 xcomp VB
from ADP 7 case
Eastport PROPN 5 obl NNP
"""
JOINED = """
Norland PROPN 4 nsubj NNP
and CCONJ 3 cc
Sudria PROPN 1 conj NNP
met VERB 0 root VBD
in ADP 6 case
Eastport PROPN 4 obl NNP
"""
SHARED = """
Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
and CCONJ 4 cc
invaded VERB 2 conj VBD
Sudria PROPN 4 obj NNP
"""
NOUN = """
{} PROPN 3 {} {}
's PART 1 case POS
killing NOUN 7 nsubj NN
of ADP 5 case
Sudria PROPN 3 nmod NNP
's PART 5 case POS
shocked VERB 0 root VBD
"""
TALKS = """
Talks NOUN 5 nsubj NNS
between ADP 3 case
Norland PROPN 1 nmod NNP
{}
failed VERB 0 root VBD
"""
FIRED = """
Norland PROPN 2 nsubj NNP
attacked VERB 0 root VBD
Sudria PROPN 2 obj NNP
with ADP 5 case
{} NOUN 2 obl NNS
near ADP 7 case
Eastport PROPN 2 obl NNP
"""
MOVED = """
Norland PROPN 2 nsubj NNP
transferred VERB 0 root VBD
prisoners NOUN 2 obj NNS
from ADP 5 case
Eastport PROPN {} nmod NNP
to ADP 7 case
Westfort PROPN 2 obl NNP
"""


def test_the_one_behind_by_is_the_agent_of_a_passive() -> None:
    told = read(doc(PASSIVE.format("by", "obl:agent")))
    assert (told.who("agents"), told.who("patients")) == (["Norland"], ["Sudria"])


def test_the_one_behind_another_preposition_is_not() -> None:
    assert read(doc(PASSIVE.format("for", "obl"))).who("agents") == []


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    told = read(doc(RELATIVE))
    assert (told.who("agents"), told.who("patients")) == (["Norland"], ["Sudria"])


def test_a_passive_participle_is_done_to_the_noun_before_it() -> None:
    told = read(doc(PARTICIPLE))
    assert (told.who("agents"), len(told.who("patients")), told.who("destinations")) == ([], 1, ["Eastport"])


@pytest.mark.parametrize(("verb", "label", "agent"), [("ordered", "obj", "Sudria"), ("promised", "obj", "Norland")])
def test_an_infinitive_has_the_subject_that_its_verb_gives_it(verb: str, label: str, agent: str) -> None:
    told = read(doc(CONTROL.format(verb, label)))
    assert (told.who("agents"), told.who("origins")) == ([agent], ["Eastport"])


def test_joined_subjects_all_count() -> None:
    told = read(doc(JOINED))
    assert (told.who("agents"), told.who("locations")) == (["Norland", "Sudria"], ["Eastport"])


def test_joined_verbs_share_their_object() -> None:
    told = read(doc(SHARED))
    assert [told.who("patients", n) for n in (0, 1)] == [["Sudria"], ["Sudria"]]
    assert [told.who("agents", n) for n in (0, 1)] == [["Norland"], ["Norland"]]


def test_an_owner_acts_where_the_victim_is_named_too() -> None:
    told = read(doc(NOUN.format("Norland", "nmod:poss", "NNP")))
    assert (told.who("agents"), told.who("patients")) == (["Norland"], ["Sudria"])


def test_an_owner_alone_is_the_victim() -> None:
    made = doc("Norland PROPN 3 nmod:poss NNP\n's PART 1 case POS\nmurder NOUN 4 nsubj NN\nshocked VERB 0 root VBD")
    assert (read(made).who("agents"), read(made).who("patients")) == ([], ["Norland"])


def test_those_between_whom_it_is_all_act() -> None:
    told = read(doc(TALKS.format("and CCONJ 6 cc\nSudria PROPN 3 conj NNP").replace("5 nsubj", "6 nsubj")))
    assert told.who("agents") == ["Norland", "Sudria"]


def test_with_a_weapon_it_is_done_with_it() -> None:
    told = read(doc(FIRED.format("rockets")))
    assert (len(told.events[0].instruments), told.who("locations")) == (1, ["Eastport"])
    assert not read(doc(FIRED.format("friends"))).events[0].instruments


@pytest.mark.parametrize("head", [2, 3])
def test_places_count_wherever_the_tree_hangs_them(head: int) -> None:
    told = read(doc(MOVED.format(head)))
    assert (told.who("origins"), told.who("destinations"), told.who("locations")) == (["Eastport"], ["Westfort"], [])


def test_a_place_that_is_attacked_is_where() -> None:
    made = doc("Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\nEastport PROPN 2 obj NNP")
    assert (read(made).who("patients"), read(made).who("locations")) == ([], ["Eastport"])


def test_what_is_owned_stands_for_its_owner() -> None:
    made = doc(
        "Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\nSudria PROPN 5 nmod:poss NNP\n"
        "'s PART 3 case POS\npositions NOUN 2 obj NNS"
    )
    assert read(made).who("patients") == ["Sudria"]
