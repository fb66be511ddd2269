"""Where what is said ends, and the words of who reports it go on or interrupt it: each with a tree where it goes on."""

import pytest

from claiming import lines, swapped

CLAIM = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left_ VERB 3 ccomp VBD
, PUNCT 8 punct ,
a DET 8 det DT
claim NOUN 5 nsubj NN
that PRON 11 obj WDT
officers NOUN 11 nsubj NNS
rejected_ VERB 8 acl:relcl VBD
. PUNCT 3 punct .
"""
AMID = """
Amid ADP 2 case IN
clashes NOUN 4 obl NNS
rebels NOUN 4 nsubj NNS
left_ VERB 8 ccomp VBD
, PUNCT 4 punct ,
the DET 7 det DT
mayor NOUN 8 nsubj NN
said_ VERB 0 root VBD
. PUNCT 8 punct .
"""
BEHIND = """
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
asked VERB 0 root VBD
whether SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
; PUNCT 10 punct ,
yet CCONJ 10 cc CC
residents NOUN 10 nsubj NNS
slept_ VERB 6 parataxis VBD
. PUNCT 3 punct .
"""
QUOTED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
“_ PUNCT 6 punct ``
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
; PUNCT 9 punct ,
residents NOUN 9 nsubj NNS
slept_ VERB 6 parataxis VBD
”_ PUNCT 6 punct ''
. PUNCT 3 punct .
"""
CLOSING = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 8 punct ,
the DET 7 det DT
mayor NOUN 8 nsubj NN
{}
. PUNCT 4 punct .
"""
CLOSED = ["the mayor | added | The road is open"]
AND_THE_MAYOR = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 9 punct ,
and CCONJ 8 cc CC
the DET 8 det DT
mayor NOUN 9 nsubj NN
added_ VERB 4 conj VBD
. PUNCT 4 punct .
"""
TWO_TELL = """
Residents NOUN 2 nsubj NNS
said VERB 0 root VBD
the DET 4 det DT
road NOUN 6 nsubj NN
is AUX 6 cop VBZ
open_ ADJ 2 ccomp JJ
, PUNCT 10 punct ,
the DET 9 det DT
mayor NOUN 10 nsubj NN
added_ VERB 6 conj VBD
. PUNCT 2 punct .
"""
INTERRUPTED = """
Rebels NOUN 2 nsubj NNS
fled_ VERB 0 root VBD
, PUNCT 5 punct ,
he PRON 5 nsubj PRP
said_ VERB 2 parataxis VBD
, PUNCT 9 punct ,
if SCONJ 9 mark IN
officers NOUN 9 nsubj NNS
came_ VERB 5 advcl VBD
. PUNCT 2 punct .
"""
WHICH = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left VERB 3 ccomp VBD
{}
where ADV 9 advmod WRB
markets NOUN 9 nsubj NNS
burned_ VERB 6 acl:relcl VBD
. PUNCT 3 punct .
"""
COMMA = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left VERB 3 ccomp VBD
towns_ NOUN 5 obj NNS
, PUNCT 5 punct ,
which PRON 9 nsubj WDT
burned_ VERB 6 acl:relcl VBD
. PUNCT 3 punct .
"""
IN_QUOTES = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
“_ PUNCT 6 punct ``
rebels NOUN 6 nsubj NNS
left VERB 3 ccomp VBD
towns_ NOUN 6 obj NNS
, PUNCT 10 punct ,
which PRON 10 nsubj WDT
burned_ VERB 7 acl:relcl VBD
”_ PUNCT 6 punct ''
. PUNCT 3 punct .
"""
MIDDLE = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels_ NOUN 9 nsubj NNS
, PUNCT 7 punct ,
who PRON 7 nsubj WP
slept_ VERB 4 acl:relcl VBD
, PUNCT 7 punct ,
left VERB 3 ccomp VBD
at ADP 11 case IN
dawn_ NOUN 9 obl NN
. PUNCT 3 punct .
"""
BEFORE = """
Rebels NOUN 2 nsubj NNS
left VERB 10 ccomp VBD
towns_ NOUN 2 obj NNS
, PUNCT 6 punct ,
which PRON 6 nsubj WDT
burned_ VERB 3 acl:relcl VBD
, PUNCT 2 punct ,
the DET 9 det DT
mayor NOUN 10 nsubj NN
said_ VERB 0 root VBD
. PUNCT 10 punct .
"""
SPLIT = """
“_ PUNCT 10 punct ``
What PRON 8 obj WP
they PRON 4 nsubj PRP
need_ VERB 2 acl:relcl VBP
,_ PUNCT 2 punct ,
” PUNCT 4 punct ''
he PRON 8 nsubj PRP
said_ VERB 0 root VBD
, PUNCT 12 punct ,
{}_ PUNCT 12 punct ``
is AUX 12 cop VBZ
time_ NOUN 8 ccomp NN
{} PUNCT 12 punct ''
. PUNCT 8 punct .
"""
THAT_SEMICOLON = swapped(SEMICOLON, {"asked VERB": "said VERB", "whether SCONJ": "that SCONJ"})

ENDS = {
    "a noun for what was said, as a late subject": (
        CLAIM,
        ["The mayor | said | rebels left", "officers | rejected | that"],
    ),
    "why it is told now": (BEHIND, ["The mayor | said | rebels left"]),
    "a semicolon": (SEMICOLON, ["The mayor | asked | whether rebels left"]),
    "a semicolon, behind 'that'": (THAT_SEMICOLON, ["The mayor | said | that rebels left"]),
    "the last words": (CLOSING.format("added_ VERB 4 conj VBD"), CLOSED),
    "the last words, as a circumstance": (CLOSING.format("added_ VERB 4 advcl VBD"), CLOSED),
    "the last words, as a complement": (CLOSING.format("added_ VERB 4 ccomp VBD"), CLOSED),
    "the last words, with when": (
        CLOSING.format("added VERB 4 ccomp VBD\non ADP 10 case IN\nMonday_ PROPN 8 obl NNP"),
        CLOSED,
    ),
    "the last words, with how": (CLOSING.format("added VERB 4 conj VBD\nlater_ ADV 8 advmod RB"), CLOSED),
    "the last words behind another's": (
        TWO_TELL,
        ["Residents | said | the road is open", "the mayor | added | the road is open"],
    ),
    "what is told of a name besides": (
        WHICH.format("Rutba PROPN 5 obj NNP"),
        ["The mayor | said | rebels left Rutba"],
    ),
    "what is told of a man besides": (
        swapped(WHICH.format("Ali PROPN 5 obj NNP"), {"where ADV 9 advmod WRB": "who PRON 9 obj WP"}),
        ["The mayor | said | rebels left Ali"],
    ),
    "what is told of a place besides": (
        swapped(WHICH.format("Rutba PROPN 5 obj NNP"), {"where ADV 9 advmod WRB": "which PRON 9 obj WDT"}),
        ["The mayor | said | rebels left Rutba"],
    ),
    "what is told besides, behind a comma": (COMMA, ["The mayor | said | rebels left towns"]),
    "between commas": (
        swapped(INTERRUPTED, {"if SCONJ": "while SCONJ"}),
        ["he | said | Rebels fled"],
    ),
}
GOES_ON = {
    "why it happened, before the verb": (AMID, ["the mayor | said | Amid clashes rebels left"]),
    "why it happened": (
        swapped(BEHIND, {"amid ADP": "despite ADP"}),
        ["The mayor | said | rebels left despite clashes"],
    ),
    "when it happened": (swapped(BEHIND, {"amid ADP": "after ADP"}), ["The mayor | said | rebels left after clashes"]),
    "a semicolon, with 'that' again": (
        swapped(THAT_SEMICOLON, {"yet CCONJ 10 cc CC": "that SCONJ 10 mark IN"}),
        ["The mayor | said | that rebels left; that residents slept"],
    ),
    "a semicolon, with 'whether' again": (
        swapped(SEMICOLON, {"yet CCONJ 10 cc CC": "whether SCONJ 10 mark IN"}),
        ["The mayor | asked | whether rebels left; whether residents slept"],
    ),
    "a semicolon in a quotation": (QUOTED, ["The mayor | said | “rebels left; residents slept”"]),
    "what is told of several": (
        WHICH.format("towns NOUN 5 obj NNS"),
        ["The mayor | said | rebels left towns where markets burned"],
    ),
    "which one of a name": (
        swapped(WHICH.format("Rutba PROPN 5 obj NNP"), {"where ADV 9 advmod WRB": "that PRON 9 obl WDT"}),
        ["The mayor | said | rebels left Rutba that markets burned"],
    ),
    "which ones, without a comma": (
        swapped(COMMA, {"towns_ NOUN 5 obj NNS\n, PUNCT 5 punct ,": "towns NOUN 5 obj NNS\nnow ADV 9 advmod RB"}),
        ["The mayor | said | rebels left towns now which burned"],
    ),
    "in a quotation": (IN_QUOTES, ["The mayor | said | “rebels left towns, which burned”"]),
    "in the middle": (MIDDLE, ["The mayor | said | rebels, who slept, left at dawn"]),
    "before the verb": (BEFORE, ["the mayor | said | Rebels left towns, which burned"]),
    "between commas, on a condition": (INTERRUPTED, ["he | said | Rebels fled … if officers came"]),
    "between commas, unless": (
        swapped(INTERRUPTED, {"if SCONJ": "unless SCONJ"}),
        ["he | said | Rebels fled … unless officers came"],
    ),
    "two halves of a quotation": (SPLIT.format("“", "”"), ["he | said | “What they need,” … “is time”"]),
}
NOT_THE_LAST = {
    "with an object": CLOSING.format("bit VERB 4 conj VBD\nnails_ NOUN 8 obj NNS"),
    "with more behind them": CLOSING.format("added VERB 4 conj VBD\nand CCONJ 10 cc CC\nleft_ VERB 4 conj VBD"),
    "joined by 'and'": swapped(CLOSING.format("added_ VERB 4 conj VBD"), {"the DET 7 det": "and CCONJ 8 cc"}),
    "joined by 'and' with who says it": AND_THE_MAYOR,
    "without who says it": swapped(
        CLOSING.format("added_ VERB 4 conj VBD"), {"mayor NOUN 8 nsubj": "mayor NOUN 8 dep"}
    ),
    "without a comma": swapped(
        CLOSING.format("added_ VERB 4 conj VBD"),
        {"open_ ADJ 0 root JJ\n, PUNCT 8 punct ,": "open ADJ 0 root JJ\nonce ADV 8 dep RB"},
    ),
    "before the clause": """
Officers NOUN 2 nsubj NNS
added_ VERB 6 advcl VBD
, PUNCT 2 punct ,
the DET 5 det DT
rebels NOUN 6 nsubj NNS
left_ VERB 0 root VBD
. PUNCT 6 punct .
""",
}


@pytest.mark.parametrize("case", ENDS)
def test_what_is_said_ends(case: str) -> None:
    rows, found = ENDS[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", GOES_ON)
def test_what_is_said_goes_on(case: str) -> None:
    rows, found = GOES_ON[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", NOT_THE_LAST)
def test_words_that_only_follow_say_nothing_of_the_clause_before(case: str) -> None:
    assert lines(NOT_THE_LAST[case]) == []


def test_only_a_quotation_is_the_first_half_of_one() -> None:
    assert lines(SPLIT.format("—", "—")) == ["he | said | “What they need,” … is time"]
