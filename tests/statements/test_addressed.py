"""What somebody is to do, or is said to do or to have done: the one addressed with it, and without it nothing."""

import pytest

from claiming import RAISED, lines, swapped

ACCUSED = """
Officials NOUN 2 nsubj NNS
accused VERB 0 root VBD
rebels NOUN 2 obj NNS
of SCONJ 5 mark IN
looting VERB 2 advcl VBG
shops_ NOUN 5 obj NNS
. PUNCT 2 punct .
"""
URGED = """
Officials NOUN 2 nsubj NNS
urged VERB 0 root VBD
rebels NOUN 2 obj NNS
to PART 5 mark TO
leave_ VERB 2 xcomp VB
. PUNCT 2 punct .
"""
WERE_URGED = """
Rebels NOUN 3 nsubj:pass NNS
were AUX 3 aux:pass VBD
urged VERB 0 root VBN
to PART 5 mark TO
leave_ VERB 3 xcomp VB
. PUNCT 3 punct .
"""
BY_THE_COURT = """
Ali PROPN 3 nsubj:pass NNP
was AUX 3 aux:pass VBD
accused VERB 0 root VBN
by ADP 6 case IN
the DET 6 det DT
court NOUN 3 obl:agent NN
of ADP 8 case IN
theft_ NOUN 6 nmod NN
. PUNCT 3 punct .
"""
HEADLINE = """
Minister NOUN 2 nsubj NN
accused VERB 0 root VBD
of ADP 4 case IN
theft NOUN 2 obl NN
"""
VOWED = """
The DET 2 det DT
army NOUN 3 nsubj NN
vowed VERB 0 root VBD
to PART 5 mark TO
stay_ VERB 3 xcomp VB
. PUNCT 3 punct .
"""
EXPECTS = """
Officials NOUN 2 nsubj NNS
expect VERB 0 root VBP
rebels NOUN 2 obj NNS
to PART 5 mark TO
leave_ VERB 2 xcomp VB
. PUNCT 2 punct .
"""

# The tree, its claims, a change to it, and its claims after that.
CASES = {
    "of what somebody is accused": (
        ACCUSED,
        ["Officials | accused | rebels of looting shops"],
        {"of SCONJ": "while SCONJ"},
        ["Officials | accused | rebels"],
    ),
    "to do what somebody is urged": (
        URGED,
        ["Officials | urged | rebels to leave"],
        {"to PART 5 mark TO\nleave_ VERB 2 xcomp VB": "while SCONJ 5 mark IN\nleaving_ VERB 2 advcl VBG"},
        ["Officials | urged | rebels"],
    ),
    "to do what somebody is urged, as a circumstance": (
        swapped(URGED, {"leave_ VERB 2 xcomp": "leave_ VERB 2 advcl"}),
        ["Officials | urged | rebels to leave"],
        {"rebels NOUN 2 obj NNS": "often ADV 2 advmod RB"},
        [],
    ),
    "to do what people were urged": (
        WERE_URGED,
        ["- | were urged | Rebels … to leave"],
        {"to PART 5 mark TO\nleave_ VERB 3 xcomp VB": "in ADP 5 case IN\nRutba_ PROPN 3 obl NNP"},
        [],
    ),
    "of what the court accused him": (
        BY_THE_COURT,
        ["the court | was accused | Ali … theft"],
        {"of ADP": "near ADP", "theft_": "Rutba_"},
        ["the court near Rutba | was accused | Ali"],
    ),
    "of what a minister is accused": (
        HEADLINE,
        ["- | accused of | Minister … theft"],
        {"of ADP": "in ADP"},
        [],
    ),
    "what is vowed": (
        VOWED,
        ["The army | vowed | to stay"],
        {"to PART 5 mark TO\nstay_ VERB 3 xcomp VB": "while SCONJ 5 mark IN\nstaying_ VERB 3 advcl VBG"},
        [],
    ),
    "what they are expected to do": (
        EXPECTS,
        ["Officials | expect | rebels to leave"],
        {"to PART 5 mark TO\nleave_ VERB 2 xcomp VB": "before ADP 5 case IN\ndawn_ NOUN 2 obl NN"},
        ["Officials | expect | rebels"],
    ),
    "what they are believed to do": (
        RAISED,
        ["- | are believed | The men … to hold hostages"],
        {"to PART 6 mark TO\nhold VERB 4 xcomp VB": "and CCONJ 6 cc CC\nhold VERB 4 conj VBP"},
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_somebody_is_to_do(case: str) -> None:
    rows, found, _, _ = CASES[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", CASES)
def test_what_nobody_is_to_do(case: str) -> None:
    rows, _, changes, found = CASES[case]
    assert lines(swapped(rows, changes)) == found
