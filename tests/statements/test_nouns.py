"""Nouns that attribute: with a light verb one act, with an owner two, and nobody's plan or praise is none."""

import pytest

from claiming import lines, swapped

VOICED = """
The DET 2 det DT
council NOUN 3 nsubj NN
voiced VERB 0 root VBD
firm ADJ 5 amod JJ
support NOUN 3 obj NN
for ADP 7 case IN
truces_ NOUN 5 nmod NNS
. PUNCT 3 punct .
"""
PASSED_ON = """
The DET 2 det DT
council NOUN 3 nsubj NN
backed VERB 0 root VBD
calls NOUN 3 obj NNS
to PART 6 mark TO
leave_ VERB 3 advcl VB
. PUNCT 3 punct .
"""
PASSED_ON_OBLIQUE = """
The DET 2 det DT
council NOUN 3 nsubj NN
gave VERB 0 root VBD
a DET 5 det DT
warning NOUN 3 obj NN
of ADP 7 case IN
talks_ NOUN 3 obl NNS
. PUNCT 3 punct .
"""
OWNED = """
{} 2 {}
{} NOUN 5 nsubj NN
{} ADP 4 case IN
doctors NOUN 2 nmod NNS
spread_ VERB 0 root VBD
. PUNCT 5 punct .
"""
COMPOUND = """
Pentagon PROPN 2 compound NNP
claims NOUN 6 nsubj NNS
that SCONJ 5 mark IN
rebels NOUN 5 nsubj NNS
left VERB 2 acl VBD
spread_ VERB 0 root VBD
. PUNCT 6 punct .
"""
FROM = """
A DET 2 det DT
claim NOUN 8 nsubj NN
{} ADP 4 case IN
officials NOUN 2 nmod NNS
that SCONJ 7 mark IN
rebels NOUN 7 nsubj NNS
left VERB 2 acl VBD
spread_ VERB 0 root VBD
. PUNCT 8 punct .
"""
IS_THAT = """
Their PRON 2 nmod:poss PRP$
demand NOUN 3 nsubj NN
is VERB 0 root VBZ
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
leave_ VERB 3 {} VBP
. PUNCT 3 punct .
"""
AS_PREDICATE = """
Their PRON 2 nmod:poss PRP$
demand NOUN 6 nsubj NN
is AUX 6 cop VBZ
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
leave_ VERB 0 root VBP
. PUNCT 6 punct .
"""

# The tree, its claims, a change to it, and its claims after that.
CASES = {
    "a light verb": (
        VOICED,
        ["The council | voiced firm support for | truces"],
        {"voiced VERB": "lost VERB"},
        [],
    ),
    "a light verb, and whose": (
        VOICED,
        ["The council | voiced firm support for | truces"],
        {"firm ADJ 5 amod JJ": "its PRON 5 nmod:poss PRP$"},
        ["The council | voiced | its support for truces", "its | support for | truces"],
    ),
    "a light verb apart from its noun": (
        VOICED,
        ["The council | voiced firm support for | truces"],
        {"firm ADJ 5 amod JJ": "often ADV 3 advmod RB"},
        ["The council | support for | truces"],
    ),
    "a light verb and a noun that tells nothing": (
        VOICED,
        ["The council | voiced firm support for | truces"],
        {"for ADP 7": "near ADP 7", "truces_ NOUN 5 nmod": "truces_ NOUN 3 obl"},
        ["The council | voiced | firm support"],
    ),
    "an infinitive behind the noun": (
        PASSED_ON,
        ["The council | backed | calls to leave", "- | calls | to leave"],
        {"calls NOUN 3 obj NNS\nto PART 6": "calls NOUN 3 obj NNS\nsoon ADV 3 advmod RB\nto PART 7"},
        ["The council | backed | calls"],
    ),
    "a phrase behind the noun of a light verb": (
        PASSED_ON_OBLIQUE,
        ["The council | gave a warning of | talks"],
        {"gave VERB": "lost VERB"},
        [],
    ),
    "whose praise": (
        OWNED.format("Their PRON", "nmod:poss PRP$", "praise", "for"),
        ["Their | praise for | doctors"],
        {"Their PRON 2 nmod:poss PRP$": "Such ADJ 2 amod JJ"},
        [],
    ),
    "whose concern": (
        OWNED.format("Their PRON", "nmod:poss PRP$", "concern", "about"),
        ["Their | concern about | doctors"],
        {"Their PRON 2 nmod:poss PRP$": "Such ADJ 2 amod JJ"},
        [],
    ),
    "whose concern, as a name before it": (
        OWNED.format("Pentagon PROPN", "compound NNP", "concern", "about"),
        ["Pentagon | concern about | doctors"],
        {"Pentagon PROPN 2 compound NNP": "Staff NOUN 2 compound NN"},
        [],
    ),
    "a name before the noun": (
        COMPOUND,
        ["Pentagon | claims | that rebels left"],
        {"Pentagon PROPN 2 compound NNP": "Budget NOUN 2 compound NN"},
        ["- | claims | that rebels left"],
    ),
    "what nobody in particular believes": (
        swapped(COMPOUND, {"Pentagon PROPN 2 compound NNP": "The DET 2 det DT", "claims NOUN": "belief NOUN"}),
        ["- | belief | that rebels left"],
        {"that SCONJ": "because SCONJ"},
        [],
    ),
    "what nobody in particular calls for": (
        OWNED.format("Loud ADJ", "amod JJ", "calls", "for"),
        ["- | calls for | doctors"],
        {"for ADP": "near ADP"},
        [],
    ),
    "whether it is so": (
        swapped(COMPOUND, {"that SCONJ": "whether SCONJ", "claims NOUN": "doubts NOUN"}),
        ["Pentagon | doubts | whether rebels left"],
        {"whether SCONJ": "while SCONJ"},
        [],
    ),
    "by whom": (
        FROM.format("by"),
        ["officials | claim | that rebels left"],
        {"by ADP": "near ADP"},
        ["- | claim | that rebels left"],
    ),
    "from whom": (
        FROM.format("from"),
        ["officials | claim | that rebels left"],
        {"that SCONJ": "when SCONJ"},
        [],
    ),
    "what a demand is": (
        IS_THAT.format("ccomp"),
        ["Their | demand | that rebels leave"],
        {"is VERB": "fell VERB"},
        [],
    ),
    "what a demand is, as a circumstance": (
        IS_THAT.format("advcl"),
        ["Their | demand | that rebels leave"],
        {"that SCONJ": "until SCONJ"},
        [],
    ),
    "what a demand is, as its predicate": (
        AS_PREDICATE,
        ["Their | demand | that rebels leave"],
        {"that SCONJ 6 mark IN": "now ADV 6 advmod RB"},
        [],
    ),
    "a predicate without a subject of its own": (
        AS_PREDICATE,
        ["Their | demand | that rebels leave"],
        {"rebels NOUN 6 nsubj NNS": "always ADV 6 advmod RB"},
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_noun_tells_of_a_claim(case: str) -> None:
    rows, found, _, _ = CASES[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", CASES)
def test_a_noun_in_a_tree_that_only_looks_like_it(case: str) -> None:
    rows, _, changes, found = CASES[case]
    assert lines(swapped(rows, changes)) == found
