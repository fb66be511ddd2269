"""Nouns and predicates that take up an event told before, and those that tell of another."""

import pytest
from spacy.language import Language

from eventful import read
from handmade import doc

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


def test_a_definite_noun_takes_up_the_event() -> None:
    told = read(doc(TWICE.format("The")))
    assert told.types == ["Bombing"]
    assert [m.rule for m in told.mentions] == ["event.verb", "event.again"]


def test_an_indefinite_noun_tells_of_another() -> None:
    assert read(doc(TWICE.format("A"))).types == ["Bombing", "Bombing"]


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


NAMED = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
{} NOUN 2 obj NNS
. PUNCT 2 punct

{} DET 2 det
{} NOUN 3 nsubj NN
shook VERB 0 root VBD
Sudria PROPN 3 obj NNP
"""


@pytest.mark.parametrize(
    ("verb", "thing", "noun", "types"),
    [
        ("bombed", "villages", "attack", ["Bombing"]),
        ("attacked", "villages", "bombing", ["Bombing"]),
        ("bombed", "villages", "shelling", ["Bombing", "Shelling"]),
        ("bombed", "villages", "protest", ["Bombing", "Demonstration"]),
    ],
)
def test_a_noun_takes_up_its_kin_and_the_narrower_class_holds(
    verb: str, thing: str, noun: str, types: list[str]
) -> None:
    assert read(doc(NAMED.format(verb, thing, "The", noun))).types == types


@pytest.mark.parametrize(("verb", "types"), [("mobilized", ["Deployment"]), ("moved", ["Deployment", "Mobilize"])])
def test_classes_of_unlike_acts_want_the_same_word(verb: str, types: list[str]) -> None:
    assert read(doc(NAMED.format(verb, "troops", "The", "mobilization"))).types == types


@pytest.mark.parametrize(("determiner", "count"), [("This", 1), ("Another", 2), ("No", 2)])
def test_only_a_definite_noun_points_back(determiner: str, count: int) -> None:
    assert len(read(doc(NAMED.format("bombed", "villages", determiner, "bombing"))).events) == count


FAR = "\n\n".join(["It PRON 2 nsubj PRP\nrained VERB 0 root VBD\n. PUNCT 2 punct"] * 45)


def test_a_noun_that_names_nobody_points_to_what_is_near() -> None:
    first, second = NAMED.format("bombed", "villages", "The", "bombing").split("\n\n")
    assert len(read(doc(f"{first}\n\n{second}")).events) == 1
    assert len(read(doc(f"{first}\n\n{FAR}\n\n{second}")).events) == 2


@pytest.mark.parametrize(("verb", "noun", "count"), [("suspended", "suspension", 1), ("arrested", "arrest", 2)])
def test_what_is_done_once_may_be_told_without_the_one_who_does_it(verb: str, noun: str, count: int) -> None:
    told = read(doc(NAMED.format(verb, "operations", "A", noun).replace("shook", "shocked")))
    assert told.types.count(told.types[0]) == len(told.events) == count


POSSESSED = """
Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
Sudria PROPN 2 obj NNP
{} ADP 5 case
{} PROPN 2 obl NNP

They PRON 2 nsubj PRP
feared VERB 0 root VBD
{} PROPN 5 nmod:poss NNP
's PART 3 case
bombing NOUN 2 obj NN
{}
"""
OF = "of ADP 7 case\n{} PROPN 5 nmod NNP"


@pytest.mark.parametrize(
    ("owner", "phrase", "count"),
    [("Norland", OF.format("Sudria"), 1), ("Norland", "", 2), ("Norland", OF.format("Norguard"), 2), ("Sudria", "", 2)],
)
def test_whose_attack_it_is_does_not_tell_which(owner: str, phrase: str, count: int) -> None:
    assert len(read(doc(POSSESSED.format("in", "Eastport", owner, phrase))).events) == count


@pytest.mark.parametrize(
    ("case", "when", "again", "count"),
    [("on", "Monday", "Monday", 1), ("on", "Monday", "Tuesday", 2), ("in", "Eastport", "Monday", 2)],
)
def test_a_day_s_attack_is_the_one_that_was_told_of_that_day(case: str, when: str, again: str, count: int) -> None:
    assert len(read(doc(POSSESSED.format(case, when, again, ""))).events) == count


@pytest.mark.parametrize(
    ("phrase", "count"),
    [("of ADP 7 case\nSudria PROPN 5 nmod NNP", 1), ("in ADP 7 case\nEastport PROPN 5 nmod NNP", 2)],
)
def test_whom_it_befell_tells_which_and_where_does_not(phrase: str, count: int) -> None:
    bare = POSSESSED.replace("{} PROPN 5 nmod:poss NNP", "the DET 5 det").replace(
        "'s PART 3 case", "long ADJ 5 amod JJ"
    )
    assert len(read(doc(bare.format("in", "Eastport", phrase))).events) == count


COPULA = """
{} VERB 0 root VBD
Eastport PROPN 1 obj NNP

{} PRON 5 nsubj PRP
was AUX 5 cop VBD
a DET 5 det
first ADJ 5 amod JJ
{} NOUN 0 root NN
"""


@pytest.mark.parametrize(
    ("verb", "subject", "noun", "types"),
    [
        ("Bombed", "It", "bombing", ["Bombing"]),
        ("Bombed", "This", "attack", ["Bombing"]),
        ("Bombed", "She", "bombing", ["Bombing", "Bombing"]),
        ("Bombed", "It", "protest", ["Bombing", "Demonstration"]),
    ],
)
def test_what_is_said_of_it_is_the_event(verb: str, subject: str, noun: str, types: list[str]) -> None:
    assert read(doc(COPULA.format(verb, subject, noun))).types == types


@pytest.mark.parametrize(("act", "count"), [("provided aid to", 1), ("donated money to", 2)])
def test_what_the_verb_gives_is_its_word_too(nlp: Language, act: str, count: int) -> None:
    assert len(read(nlp(f"Norland {act} Sudria. The foreign aid drew crowds.")).events) == count
