"""Phrases and verbs of saying within, before or behind what they attribute: 'according to', 'he said', 'as he said'."""

import pytest

from claiming import ASIDE, IN_WORDS_OF, INSERTED, lines, swapped

ACCORDING = """
Rebels NOUN 2 nsubj NNS
left VERB 0 root VBD
towns_ NOUN 2 obj NNS
, PUNCT 7 punct ,
according VERB 7 case VBG
to ADP 5 fixed IN
officials_ NOUN {} {}
. PUNCT 2 punct .
"""
AS_A_VERB = """
Rebels NOUN 2 nsubj NNS
left_ VERB 0 root VBD
, PUNCT 4 punct ,
according VERB 2 advcl VBG
to ADP 6 case IN
{} 4 obl {}
. PUNCT 2 punct .
"""
THIEF = """
He PRON 4 nsubj PRP
is AUX 4 cop VBZ
a DET 4 det DT
thief_ NOUN 0 root NN
, PUNCT 8 punct ,
according VERB 8 case VBG
to ADP 6 fixed IN
officials_ NOUN 4 nmod NNS
. PUNCT 4 punct .
"""
ALONE = """
According VERB 3 case VBG
to ADP 1 fixed IN
officials_ NOUN 0 root NNS
. PUNCT 3 punct .
"""
SAID = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 7 punct ,
officials NOUN 7 nsubj NNS
{}
. PUNCT 4 punct .
"""
YES = """
Yes_ INTJ 0 root UH
, PUNCT 4 punct ,
he PRON 4 nsubj PRP
said_ VERB 1 parataxis VBD
. PUNCT 1 punct .
"""
LATER = """
Roads NOUN 2 nsubj NNS
close_ VERB 0 root VBP
, PUNCT 5 punct ,
he PRON 5 nsubj PRP
said_ VERB 2 parataxis VBD
, PUNCT 8 punct ,
shops NOUN 8 nsubj NNS
thrive_ VERB 2 parataxis VBP
. PUNCT 2 punct .
"""
AS = "As SCONJ 4 mark IN\nthe DET 3 det DT\nmayor NOUN 4 nsubj NN"

FOUND = {
    "according to, under an object": (
        ACCORDING.format("3 nmod", "NNS"),
        ["officials | according to | Rebels left towns"],
    ),
    "according to, under a predicate": (THIEF, ["officials | according to | He is a thief"]),
    "according, as a verb": (AS_A_VERB.format("officials_ NOUN", "NNS"), ["officials | according to | Rebels left"]),
    "according, as a verb, to a name": (AS_A_VERB.format("Ali_ PROPN", "NNP"), ["Ali | according to | Rebels left"]),
    "according, as a verb, to him": (AS_A_VERB.format("him_ PRON", "PRP"), ["him | according to | Rebels left"]),
    "by the account of": (
        swapped(IN_WORDS_OF, {"In ADP": "By ADP", "words NOUN": "account NOUN"}),
        ["the mayor | By the account of | the road is a grave"],
    ),
    "a word": (YES, ["he | said | Yes"]),
    "as he said, and a word": (
        f"{AS}\nsaid_ VERB 6 advcl VBD\n, PUNCT 4 punct ,\nno_ INTJ 0 root UH\n. PUNCT 6 punct .",
        ["the mayor | said | no"],
    ),
    "a verb of quotations only": (
        SAID.format("continued_ VERB 4 parataxis VBD"),
        ["officials | continued | The road is open"],
    ),
    "a verb, and what follows it": (LATER, ["he | said | Roads close"]),
    "a verb with an object": (
        SAID.format("denied VERB 4 parataxis VBD\nlosses_ NOUN 7 obj NNS"),
        ["officials | denied | losses"],
    ),
    "a verb between commas, with an object for a noun": (
        swapped(INSERTED, {"said_": "condemned_", "he PRON 5 nsubj PRP": "officials NOUN 5 nsubj NNS"}),
        ["officials | condemned | The bridge"],
    ),
}
NOTHING = {
    "according to, alone": ALONE,
    "with the words of": swapped(IN_WORDS_OF, {"In ADP": "With ADP"}),
    "a verb of no clause": SAID.format("blamed_ VERB 4 parataxis VBD"),
    "which said": swapped(INSERTED, {"he PRON 5 nsubj PRP": "which PRON 5 nsubj WDT"}),
    "as he blamed": swapped(ASIDE, {"said_": "blamed_"}),
}


@pytest.mark.parametrize("case", FOUND)
def test_what_stands_around_is_what_is_said(case: str) -> None:
    rows, found = FOUND[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", NOTHING)
def test_nothing_is_said_around(case: str) -> None:
    assert lines(NOTHING[case]) == []
