"""To whom something is said, on trees built by hand: each way to name them, with what names no one."""

import re

import pytest
from spacy.language import Language

import claimgraph
from claiming import lines, swapped, told
from handmade import doc

TOLD = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
residents NOUN 3 iobj NNS
that SCONJ 7 mark IN
rebels NOUN 7 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
TWO = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
residents NOUN 3 obj NNS
and CCONJ 6 cc CC
reporters NOUN 4 conj NNS
that SCONJ 9 mark IN
rebels NOUN 9 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
WERE_TOLD = """
Residents NOUN 3 nsubj:pass NNS
were AUX 3 aux:pass VBD
told VERB 0 root VBN
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
SAID_TO = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
to ADP 5 case IN
residents NOUN 3 obl NNS
that SCONJ 8 mark IN
rebels NOUN 8 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
DEMANDED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
demanded VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
leave_ VERB 3 ccomp VBP
. PUNCT 3 punct .
"""
CALLED_ON = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
called VERB 0 root VBD
on ADP 5 case IN
rebels NOUN 3 obl NNS
to PART 7 mark TO
leave_ VERB 3 advcl VB
. PUNCT 3 punct .
"""
SPEAKING = """
Speaking VERB 7 advcl VBG
to ADP 3 case IN
reporters_ NOUN 1 obl NNS
, PUNCT 1 punct ,
the DET 6 det DT
mayor NOUN 7 nsubj NN
said VERB 0 root VBD
rebels NOUN 9 nsubj NNS
left_ VERB 7 ccomp VBD
. PUNCT 7 punct .
"""
CALL = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
in ADP 6 case IN
a DET 6 det DT
call NOUN 3 obl NN
with ADP 8 case IN
reporters NOUN 6 nmod NNS
that SCONJ 11 mark IN
rebels NOUN 11 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""

# 'told reporters | there was no proof': the one who is told, taken for one more subject.
MISREAD = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
reporters NOUN 3 nsubj NNS
there PRON 6 expl EX
was VERB 3 ccomp VBD
no DET 8 det DT
proof_ NOUN 6 nsubj NN
. PUNCT 3 punct .
"""
# The same, taken for a subject of what is told.
WITHIN = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
reporters NOUN 6 nsubj NNS
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
ALONE = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
LATER = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
again ADV 3 advmod RB
reporters NOUN 7 nsubj NNS
rebels NOUN 7 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
ORDERED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
called VERB 0 root VBD
on ADP 5 case IN
rebels NOUN 3 obl NNS
in ADP 7 case IN
villages NOUN 3 obl NNS
to PART 9 mark TO
leave_ VERB 3 advcl VB
. PUNCT 3 punct .
"""

HITS = {
    "an object": (TOLD, ["residents"]),
    "two of them": (TWO, ["residents", "reporters"]),
    "the subject of a passive": (WERE_TOLD, ["Residents"]),
    "to": (SAID_TO, ["residents"]),
    "who is to do it": (DEMANDED, ["rebels"]),
    "who is called on to do it": (CALLED_ON, ["rebels"]),
    "speaking to": (SPEAKING, ["reporters"]),
    "speaking with": (swapped(SPEAKING, {"to ADP 3": "with ADP 3"}), ["reporters"]),
    "talking to": (swapped(SPEAKING, {"Speaking": "Talking"}), ["reporters"]),
    "in a call with": (CALL, ["reporters"]),
    "in an interview with": (swapped(CALL, {"a DET 6": "an DET 6", "call NOUN": "interview NOUN"}), ["reporters"]),
    "in a message to": (swapped(CALL, {"call NOUN": "message NOUN", "with ADP": "to ADP"}), ["reporters"]),
    "one more subject": (MISREAD, ["reporters"]),
    "one more subject of what is told": (WITHIN, ["reporters"]),
    "who is called on, and where": (ORDERED, ["rebels"]),
}
MISSES = {
    "who does what is asserted": swapped(DEMANDED, {"demanded": "said", "leave_": "left_"}),
    "who does what is denied": swapped(DEMANDED, {"demanded": "denied", "leave_": "left_"}),
    "what is called for": swapped(
        CALLED_ON,
        {
            "on ADP 5": "for ADP 5",
            "to PART 7 mark TO\nleave_ VERB 3 advcl VB": "in ADP 7 case IN\nMay_ PROPN 3 obl NNP",
        },
    ),
    "standing with": swapped(SPEAKING, {"Speaking": "Standing", "to ADP 3": "with ADP 3"}),
    "speaking about": swapped(SPEAKING, {"to ADP 3": "about ADP 3"}),
    "in a car with": swapped(CALL, {"call NOUN": "car NOUN"}),
    "in a call from": swapped(CALL, {"with ADP": "from ADP"}),
    "in an interview about": swapped(CALL, {"call NOUN": "interview NOUN", "with ADP": "about ADP"}),
    "the only subject of what is told": ALONE,
    "one more subject, but not behind the verb": LATER,
    "near": swapped(SAID_TO, {"to ADP": "near ADP"}),
}


def hearers(rows: str) -> list[str]:
    """The phrases that name to whom the last claim of a tree is said."""
    text = doc(rows).text
    ends = (re.search(r"/(\d+)-(\d+)$", actor) for actor in told(rows)[-1].addressees)
    return [text[int(found[1]) : int(found[2])] for found in ends if found]


@pytest.mark.parametrize("case", HITS)
def test_to_whom_it_is_said(case: str) -> None:
    rows, found = HITS[case]
    assert hearers(rows) == found


@pytest.mark.parametrize("case", MISSES)
def test_to_nobody_in_particular(case: str) -> None:
    assert hearers(MISSES[case]) == []


def test_what_is_told_is_no_part_of_who_is_told() -> None:
    assert lines(MISREAD) == ["The mayor | told | there was no proof"]
    assert lines(WITHIN) == ["The mayor | told | rebels left"]
    assert lines(ALONE) == ["The mayor | told | rebels left"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("The spokesman told AFP that the road was mined, adding that two men had died.", [1, 1]),
        ("The minister told Rudaw that the road was open and denied that troops had left.", [1, 1]),
        ("The minister told Rudaw that the road was open. He added that troops had left.", [1, 1]),
        ("The minister told Rudaw that the road was open. He said that troops had left.", [1, 0]),
        ("The minister told Rudaw that the road was open. The mayor added that troops had left.", [1, 0]),
        (
            "The minister told Rudaw that the road was open. The mayor said it was mined. He added that it rained.",
            [1, 0, 0],
        ),
    ],
)
def test_who_goes_on_is_heard_by_the_same(text: str, heard: list[int], nlp: Language) -> None:
    assert [len(claim.addressees) for claim in claimgraph.extract(text, nlp=nlp).claims] == heard
