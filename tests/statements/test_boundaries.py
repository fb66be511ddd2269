"""Where what is said ends, and what belongs to who says it, on trees that join both: each with what stays in."""

import pytest

from claiming import AROUND, lines, swapped

AMID = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left VERB 3 ccomp VBD
amid ADP 7 case IN
clashes_ NOUN 5 obl NNS
. PUNCT 3 punct .
"""
SEMICOLON = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
; PUNCT 10 punct ,
yet CCONJ 10 cc CC
residents NOUN 10 nsubj NNS
slept_ VERB 6 parataxis VBD
. PUNCT 3 punct .
"""
WHICH = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left VERB 3 ccomp VBD
the DET 7 det DT
town_ NOUN 5 obj NN
, PUNCT 10 punct ,
which PRON 10 nsubj WDT
burned_ VERB 7 acl:relcl VBD
. PUNCT 3 punct .
"""
JOINED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 6 mark IN
roads NOUN 6 nsubj NNS
burned VERB 3 ccomp VBD
but CCONJ 8 cc CC
noted VERB 6 conj VBD
that SCONJ 11 mark IN
rebels NOUN 11 nsubj NNS
left_ VERB 8 ccomp VBD
. PUNCT 3 punct .
"""
TWO_SUBJECTS = """
Sources NOUN 2 nsubj NNS
said VERB 0 root VBD
a DET 4 det DT
convoy NOUN 2 nsubj NN
of ADP 6 case IN
trucks_ NOUN 4 nmod NNS
. PUNCT 2 punct .
"""
HEADED = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 7 punct ,
a DET 7 det DT
source NOUN 4 parataxis NN
revealed VERB 7 acl VBN
to ADP 10 case IN
reporters_ NOUN 8 obl NNS
. PUNCT 4 punct .
"""
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
LETTER = """
Officials NOUN 2 nsubj NNS
sent VERB 0 root VBD
a DET 4 det DT
letter NOUN 2 obj NN
calling VERB 4 acl VBG
for ADP 7 case IN
talks_ NOUN 5 obl NNS
. PUNCT 2 punct .
"""

# The tree, its claims, a change to it, and its claims after that.
CASES = {
    "why it is told now": (
        AMID,
        ["The mayor | said | rebels left"],
        {"amid ADP": "after ADP"},
        ["The mayor | said | rebels left after clashes"],
    ),
    "behind a semicolon": (
        SEMICOLON,
        ["The mayor | said | that rebels left"],
        {"yet CCONJ 10 cc CC": "that SCONJ 10 mark IN"},
        ["The mayor | said | that rebels left; that residents slept"],
    ),
    "behind a comma, at the end": (
        WHICH,
        ["The mayor | said | rebels left the town"],
        {"town_ NOUN 5 obj NN\n, PUNCT 10 punct ,": "town NOUN 5 obj NN\nnow ADV 10 advmod RB"},
        ["The mayor | said | rebels left the town now which burned"],
    ),
    "joined to what is said": (
        JOINED,
        ["The mayor | said | that roads burned", "The mayor | noted | that rebels left"],
        {"noted VERB 6 conj VBD\n": "dust VERB 6 conj VBP\n"},
        ["The mayor | said | that roads burned but dust that rebels left"],
    ),
    "a second subject": (
        TWO_SUBJECTS,
        ["Sources | said | a convoy of trucks"],
        {"convoy NOUN 2 nsubj": "convoy NOUN 2 obl"},
        [],
    ),
    "a noun with its verb": (
        HEADED,
        ["a source | revealed | The road is open"],
        {"to ADP 10 case IN\nreporters_ NOUN 8 obl": "by ADP 10 case IN\nreporters_ NOUN 8 obl:agent"},
        ["reporters | revealed | a source"],
    ),
    "what an object is for": (
        BILL,
        ["Officials | backed | a bill to curb raids"],
        {"to PART 6 mark TO": "and CCONJ 6 cc CC"},
        ["Officials | backed | a bill"],
    ),
    "by a text": (
        LETTER,
        ["Officials | calling for | talks"],
        {"letter NOUN": "man NOUN"},
        ["a man | calling for | talks"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_ends_where_the_reporters_words_go_on(case: str) -> None:
    rows, found, _, _ = CASES[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", CASES)
def test_what_only_looks_like_it_stays(case: str) -> None:
    rows, _, changes, found = CASES[case]
    assert lines(swapped(rows, changes)) == found


def test_who_says_otherwise_does_not_say_the_clause_before() -> None:
    rows = swapped(AROUND, {"said_ VERB 2 parataxis VBD": "said VERB 2 conj VBD\notherwise_ ADV 10 advmod RB"})
    assert lines(rows) == ["Witnesses | told | that soldiers fired", "Ali Hasan | said | otherwise"]
