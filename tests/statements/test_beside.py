"""What is said of an object: verbs that attribute with one word beside them, and what belongs to an object."""

import pytest

from claimgraph.model import SpeechAct
from claiming import line, lines, swapped, told

# Verbs that attribute with one certain word beside them, and the same with another.
TOLL = """
Officials NOUN 2 nsubj NNS
put VERB 0 root VBD
the DET 4 det DT
{} NOUN 2 obj NN
at ADP 6 case IN
nine_ NUM 2 obl CD
. PUNCT 2 punct .
"""
UNDER_THE_NOUN = """
Officials NOUN 2 nsubj NNS
{} VERB 0 root VBD
{} NOUN 2 obj NN
{} ADP 6 case IN
the DET 6 det DT
raids_ NOUN 3 nmod NNS
. PUNCT 2 punct .
"""
UNDER_THE_VERB = """
Officials NOUN 2 nsubj NNS
{} VERB 0 root VBD
{} NOUN 2 obj NN
{} ADP 6 case IN
the DET 6 det DT
raids_ NOUN 2 obl NNS
. PUNCT 2 punct .
"""
HELD = """
Officials NOUN 2 nsubj NNS
held VERB 0 root VBD
rebels NOUN 2 obj NNS
{} ADJ 2 xcomp JJ
for ADP 6 case IN
raids_ NOUN 4 obl NNS
. PUNCT 2 punct .
"""
WERE_HELD = """
Rebels NOUN 3 nsubj:pass NNS
were AUX 3 aux:pass VBD
held VERB 0 root VBN
{} ADJ 3 xcomp JJ
for ADP 6 case IN
raids_ NOUN 4 obl NNS
. PUNCT 3 punct .
"""
THAT_THEY_PUT = """
The DET 2 det DT
{} NOUN 8 nsubj NN
officials NOUN 4 nsubj NNS
put VERB 2 acl:relcl VBD
at ADP 6 case IN
nine NUM 4 obl CD
soon ADV 8 advmod RB
rose_ VERB 0 root VBD
. PUNCT 8 punct .
"""

# The tree, the words for it, its claim and act, and other words with which there is none.
BESIDE = {
    "put the toll at": (TOLL, ["toll"], "Officials | put | the toll at nine", SpeechAct.ASSERTION, ["guard"]),
    "the toll that they put at": (
        THAT_THEY_PUT,
        ["toll"],
        "officials | put | The toll … at nine",
        SpeechAct.ASSERTION,
        ["bread"],
    ),
    "claimed responsibility": (
        UNDER_THE_NOUN,
        ["claimed", "responsibility", "for"],
        "Officials | claimed responsibility for | the raids",
        SpeechAct.ASSERTION,
        ["seized", "responsibility", "for"],
    ),
    "claimed responsibility, under the verb": (
        UNDER_THE_VERB,
        ["claimed", "responsibility", "for"],
        "Officials | claimed responsibility for | the raids",
        SpeechAct.ASSERTION,
        ["took", "responsibility", "for"],
    ),
    "cast doubt": (
        UNDER_THE_NOUN,
        ["cast", "doubt", "on"],
        "Officials | cast doubt on | the raids",
        SpeechAct.DENIAL,
        ["cast", "light", "on"],
    ),
    "cast doubt, with another preposition": (
        UNDER_THE_VERB,
        ["cast", "doubt", "on"],
        "Officials | cast doubt on | the raids",
        SpeechAct.DENIAL,
        ["cast", "doubt", "after"],
    ),
    "pointed the finger": (
        UNDER_THE_VERB,
        ["pointed", "finger", "at"],
        "Officials | pointed finger at | the raids",
        SpeechAct.ACCUSATION,
        ["pointed", "pistol", "at"],
    ),
    "took issue": (
        UNDER_THE_VERB,
        ["took", "issue", "with"],
        "Officials | took issue with | the raids",
        SpeechAct.DENIAL,
        ["took", "lunch", "with"],
    ),
    "paid tribute": (
        UNDER_THE_NOUN,
        ["paid", "tribute", "to"],
        "Officials | paid tribute to | the raids",
        SpeechAct.ENDORSEMENT,
        ["paid", "money", "to"],
    ),
    "threw weight": (
        UNDER_THE_VERB,
        ["threw", "weight", "behind"],
        "Officials | threw weight behind | the raids",
        SpeechAct.ENDORSEMENT,
        ["threw", "dust", "behind"],
    ),
    "held responsible": (
        HELD,
        ["responsible"],
        "Officials | held | rebels responsible for raids",
        SpeechAct.ACCUSATION,
        ["captive"],
    ),
    "were held responsible": (
        WERE_HELD,
        ["responsible"],
        "- | were held | Rebels … responsible for raids",
        SpeechAct.ACCUSATION,
        ["captive"],
    ),
    "called a strike": (
        UNDER_THE_NOUN,
        ["called", "strike", "for"],
        "Officials | called | strike for the raids",
        SpeechAct.DEMAND,
        ["called", "witness", "near"],
    ),
}


@pytest.mark.parametrize("case", BESIDE)
def test_a_verb_attributes_with_the_word_beside_it(case: str) -> None:
    rows, words, found, act, _ = BESIDE[case]
    (claim,) = told(rows.format(*words))
    assert (line(claim), claim.speech_act) == (found, act)


@pytest.mark.parametrize("case", BESIDE)
def test_with_another_word_it_is_another_verb(case: str) -> None:
    rows, _, _, _, words = BESIDE[case]
    assert lines(rows.format(*words)) == []


# What belongs to an object.
BILL = """
Officials NOUN 2 nsubj NNS
backed VERB 0 root VBD
a DET 4 det DT
bill NOUN 2 obj NN
to PART 6 mark TO
curb VERB 2 advcl VB
raids_ NOUN 6 obj NNS
. PUNCT 2 punct .
"""
UNJUST = """
Officials NOUN 2 nsubj NNS
called VERB 0 root VBD
the DET 4 det DT
court NOUN 2 obj NN
unjust_ ADJ 4 amod JJ
. PUNCT 2 punct .
"""
AS_REPORTED = """
Officials NOUN 2 nsubj NNS
condemned VERB 0 root VBD
the DET 4 det DT
raid NOUN 2 obj NN
as SCONJ 6 mark IN
criminal_ ADJ 2 advcl JJ
. PUNCT 2 punct .
"""
BLAMED = """
Officials NOUN 2 nsubj NNS
blamed VERB 0 root VBD
rebels NOUN 2 obj NNS
for ADP 5 case IN
raids_ NOUN 2 obl NNS
. PUNCT 2 punct .
"""
SHIFTED = """
Officials NOUN 2 nsubj NNS
condemned VERB 0 root VBD
as ADP 4 case IN
crimes NOUN 2 obl NNS
the DET 6 det DT
raids_ NOUN 2 obl NNS
. PUNCT 2 punct .
"""

CALLED = """
Officials NOUN 2 nsubj NNS
called VERB 0 root VBD
the DET 4 det DT
feast NOUN 2 obj NN
{}
. PUNCT 2 punct .
"""
QUOTED = """
Officials NOUN 2 nsubj NNS
called VERB 0 root VBD
the DET 4 det DT
feast NOUN 2 obj NN
“_ PUNCT 7 punct ``
a DET 7 det DT
rite NOUN 4 dep NN
of ADP 9 case IN
hope_ NOUN 7 nmod NN
”_ PUNCT 7 punct ''
. PUNCT 2 punct .
"""
RATED = """
Officials NOUN 2 nsubj NNS
rated VERB 0 root VBD
the DET 4 det DT
bridge NOUN 2 obj NN
{}
. PUNCT 2 punct .
"""

# The tree, its claims, a change to it, and its claims after that.
OBJECTS = {
    "what it is called, as a participle": (
        CALLED.format("overdue_ VERB 2 xcomp VBN"),
        ["Officials | called | the feast overdue"],
        {"VBN": "VBG"},
        [],
    ),
    "what it is called, in a quotation": (
        QUOTED,
        ["Officials | called | the feast “a rite of hope”"],
        {" 9 ": " 10 ", " 7 ": " 8 ", "feast NOUN 2 obj NN\n": "feast NOUN 2 obj NN\nnow ADV 2 advmod RB\n"},
        [],
    ),
    "what it is taken for, with 'as'": (
        RATED.format("as ADP 6 case IN\nsafe_ ADJ 2 obl JJ"),
        ["Officials | rated | the bridge as safe"],
        {"as ADP 6 case IN": "quite ADV 6 advmod RB"},
        [],
    ),
    "nobody blames them": (
        BLAMED,
        ["Officials | blamed | rebels for raids"],
        {"Officials NOUN 2 nsubj NNS": "Often ADV 2 advmod RB"},
        [],
    ),
    "an infinitive right behind it": (
        BILL,
        ["Officials | backed | a bill to curb raids"],
        {
            "bill NOUN 2 obj NN\n": "bill NOUN 2 obj NN\nsoon ADV 2 advmod RB\n",
            "to PART 6": "to PART 7",
            "raids_ NOUN 6": "raids_ NOUN 7",
        },
        ["Officials | backed | a bill"],
    ),
    "a verb joined to it is no infinitive": (
        BILL,
        ["Officials | backed | a bill to curb raids"],
        {"to PART 6 mark TO": "and CCONJ 6 cc CC"},
        ["Officials | backed | a bill"],
    ),
    "an infinitive that tells what for": (
        swapped(BILL, {"backed VERB": "praised VERB"}),
        ["Officials | praised | a bill to curb raids"],
        {"to PART 6 mark TO\ncurb VERB 2 advcl VB": "before SCONJ 6 mark IN\ncurbing VERB 2 advcl VBG"},
        ["Officials | praised | a bill"],
    ),
    "an adjective behind it": (
        UNJUST,
        ["Officials | called | the court unjust"],
        {
            "court NOUN 2 obj NN\nunjust_ ADJ 4 amod JJ": "unjust ADJ 5 amod JJ\ncourt_ NOUN 2 obj NN",
            "the DET 4": "the DET 5",
        },
        [],
    ),
    "what it is called": (
        AS_REPORTED,
        ["Officials | condemned | the raid as criminal"],
        {"criminal_ ADJ 2 advcl JJ": "reported_ VERB 2 advcl VBD"},
        ["Officials | condemned | the raid"],
    ),
    "what it is blamed for": (
        BLAMED,
        ["Officials | blamed | rebels for raids"],
        {"for ADP": "after ADP"},
        ["Officials | blamed | rebels"],
    ),
    "when it is blamed": (
        BLAMED,
        ["Officials | blamed | rebels for raids"],
        {"raids_ NOUN 2 obl NNS": "weeks_ NOUN 2 obl NNS"},
        ["Officials | blamed | rebels"],
    ),
    "an object behind the rest": (
        SHIFTED,
        ["Officials | condemned | as crimes the raids"],
        {"the DET 6 det DT": "near ADP 6 case IN"},
        [],
    ),
}


@pytest.mark.parametrize("case", OBJECTS)
def test_what_belongs_to_an_object(case: str) -> None:
    rows, found, _, _ = OBJECTS[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", OBJECTS)
def test_what_does_not_belong_to_it(case: str) -> None:
    rows, _, changes, found = OBJECTS[case]
    assert lines(swapped(rows, changes)) == found


# What a pronoun or an adverb stands for, behind a verb of saying.
SAID = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
{} VERB 0 root VBD
{}
. PUNCT 3 punct .
"""
WHICH = """
Rumours NOUN 5 nsubj NNS
which PRON 4 obj {}
officers NOUN 4 nsubj NNS
claimed VERB 1 acl:relcl VBD
spread_ VERB 0 root VBD
. PUNCT 5 punct .
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("so_ ADV 3 advmod RB", "so"),
        ("otherwise_ ADV 3 advmod RB", "otherwise"),
        ("this_ PRON 3 obj DT", "this"),
        ("that_ PRON 3 obj DT", "that"),
        ("as ADV 5 advmod RB\nmuch_ ADJ 3 obj JJ", "as much"),
    ],
)
def test_a_word_stands_for_what_was_said(words: str, found: str) -> None:
    assert lines(SAID.format("said", words)) == [f"The mayor | said | {found}"]
    assert lines(SAID.format("thought", words)) == []  # what he thinks, he has not said


@pytest.mark.parametrize(
    "words",
    ["it_ PRON 3 obj PRP", "much_ ADJ 3 obj JJ", "very ADV 5 advmod RB\nmuch_ ADJ 3 obj JJ", "so_ ADV 3 dep RB"],
)
def test_a_word_stands_for_nothing_said(words: str) -> None:
    assert lines(SAID.format("said", words)) == []


@pytest.mark.parametrize(("tag", "found"), [("WDT", ["officers | claimed | which"]), ("DT", [])])
def test_a_word_before_the_verb_stands_for_what_was_said_in_a_relative_clause(tag: str, found: list[str]) -> None:
    assert [line(c) for c in told(WHICH.format(tag)) if c.rule == "claim.verb-pronominal"] == found


TWO_OBJECTS = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
{} VERB 0 root VBD
reporters NOUN 3 iobj NNS
the DET 6 det DT
truth_ NOUN 3 obj NN
. PUNCT 3 punct .
"""


@pytest.mark.parametrize(("verb", "found"), [("told", ["The mayor | told | the truth"]), ("sold", []), ("said", [])])
def test_of_two_objects_the_second_is_what_is_told(verb: str, found: list[str]) -> None:
    claims = told(TWO_OBJECTS.format(verb))
    assert [line(c) for c in claims] == found
    assert [len(c.addressees) for c in claims] == [1] * len(found)
