"""Whose act a word of saying tells of, on trees that hide him: each beside a tree from which he is not to be read."""

import pytest

from claiming import lines, swapped

# Behind what is said, taken for an object of the verb.
BEHIND = """
“_ PUNCT 5 punct ``
The DET 3 det DT
road NOUN 5 nsubj NN
is AUX 5 cop VBZ
open_ ADJ 8 ccomp JJ
,_ PUNCT 5 punct ,
” PUNCT 5 punct ''
said VERB 0 root VBD
the DET 10 det DT
mayor_ NOUN 8 obj NN
. PUNCT 8 punct .
"""
# The same without quotation marks, taken for a part of what is said.
WITHIN = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 6 punct ,
said VERB 4 parataxis VBD
the DET 8 det DT
mayor_ NOUN 4 obl NN
. PUNCT 4 punct .
"""
# In the middle of what is said.
MIDDLE = """
Nobody_ PRON 8 nsubj:pass NN
, PUNCT 3 punct ,
said VERB 1 parataxis VBD
the DET 5 det DT
mayor_ NOUN 3 nsubj NN
, PUNCT 3 punct ,
was AUX 8 aux:pass VBD
paid_ VERB 0 root VBN
. PUNCT 8 punct .
"""
# A participle behind the verb of saying beside the clause, not in it.
ADDED = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 8 punct ,
Ali PROPN 8 nsubj NNP
Hasan PROPN 6 flat NNP
said_ VERB 4 parataxis VBD
, PUNCT 10 punct ,
adding VERB 4 advcl VBG
that SCONJ 13 mark IN
nobody PRON 13 nsubj NN
died_ VERB 10 ccomp VBD
. PUNCT 4 punct .
"""
# A participle under the noun of those who say it.
UNDER = """
Officials NOUN 2 nsubj NNS
read VERB 0 root VBD
a DET 4 det DT
letter NOUN 2 obj NN
from ADP 6 case IN
residents NOUN 4 nmod NNS
saying VERB 6 acl VBG
that SCONJ 10 mark IN
rebels NOUN 10 nsubj NNS
left_ VERB 7 ccomp VBD
. PUNCT 2 punct .
"""
# The same with another clause under the noun.
FORMED = """
Officials NOUN 2 nsubj NNS
read VERB 0 root VBD
a DET 4 det DT
letter NOUN 2 obj NN
from ADP 7 case IN
the DET 7 det DT
group_ NOUN 4 nmod NN
, PUNCT 9 punct ,
formed VERB 7 acl VBN
here_ ADV 9 advmod RB
, PUNCT 9 punct ,
saying VERB 7 acl VBG
that SCONJ 15 mark IN
rebels NOUN 15 nsubj NNS
left_ VERB 12 ccomp VBD
. PUNCT 2 punct .
"""
# The last phrase before the verb, joined to what is said.
STRANDED = """
Rebels NOUN 2 nsubj NNS
fired_ VERB 9 ccomp VBD
, PUNCT 4 punct ,
killing VERB 2 advcl VBG
two_ NUM 4 obj CD
, PUNCT 7 punct ,
Ali PROPN 5 conj NNP
Hasan PROPN 7 flat NNP
said_ VERB 0 root VBD
. PUNCT 9 punct .
"""
# A relative clause without a pronoun.
RELATIVE = """
The DET 2 det DT
deal NOUN 7 nsubj:pass NN
the DET 4 det DT
mayor NOUN 5 nsubj NN
criticised VERB 2 acl:relcl VBD
was AUX 7 aux:pass VBD
signed_ VERB 0 root VBN
. PUNCT 7 punct .
"""
# A verb behind a comma whose object follows it.
LEFT = """
Rebels NOUN 2 nsubj NNS
left_ VERB 0 root VBD
, PUNCT 4 punct ,
denied VERB 2 conj VBD
the DET 6 det DT
charge NOUN 4 obj NN
and CCONJ 8 cc CC
slept_ VERB 2 conj VBD
. PUNCT 2 punct .
"""
# One subject for two verbs.
SHARED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
condemned VERB 0 root VBD
the DET 5 det DT
raid NOUN 3 obj NN
and CCONJ 7 cc CC
demanded VERB 3 conj VBD
talks_ NOUN 7 obj NNS
. PUNCT 3 punct .
"""
HITS = {
    "behind the verb, as its object": (BEHIND, ["the mayor | said | “The road is open,”"]),
    "behind the verb, as a part of what is said": (WITHIN, ["the mayor | said | The road is open"]),
    "in the middle of what is said": (MIDDLE, ["the mayor | said | Nobody … was paid"]),
    "participle beside a verb of saying": (
        ADDED,
        ["Ali Hasan | said | The road is open", "Ali Hasan | adding | that nobody died"],
    ),
    "participle under a noun": (UNDER, ["residents | saying | that rebels left"]),
    "participle under a noun that has another": (FORMED, ["the group | saying | that rebels left"]),
    "the last phrase before the verb": (STRANDED, ["Ali Hasan | said | Rebels fired, killing two"]),
    "relative clause without a pronoun": (RELATIVE, ["the mayor | criticised | The deal"]),
    "one subject for two verbs": (
        SHARED,
        ["The mayor | condemned | the raid", "The mayor | demanded | talks"],
    ),
}
MISSES = {
    "an object of the verb": (
        swapped(
            BEHIND,
            {
                "said VERB 0 root VBD\n": "he PRON 9 nsubj PRP\nsaid VERB 0 root VBD\n",
                "the DET 10 det DT\nmayor_ NOUN 8 obj": "the DET 11 det DT\nword_ NOUN 9 obj",
                "open_ ADJ 8": "open_ ADJ 9",
            },
        ),
        ["he | said | “The road is open,”"],
    ),
    "no mark before the verb": (
        swapped(
            BEHIND,
            {
                "“_ PUNCT 5 punct ``": "Now ADV 5 advmod RB",
                "open_": "open",
                ",_ PUNCT 5 punct ,\n” PUNCT 5 punct ''": "once ADV 5 advmod RB\nmore ADV 5 advmod RB",
            },
        ),
        ["- | said | Now The road is open once more"],
    ),
    "a verb that is not finite": (
        swapped(BEHIND, {"said VERB 0 root VBD": "saying VERB 0 root VBG"}),
        ["- | saying | “The road is open,”"],
    ),
    "when it was said": (
        swapped(
            BEHIND,
            {
                "the DET 10 det DT": "Sunday PROPN 8 obl NNP\nthe DET 11 det DT",
                "mayor_ NOUN 8 obj": "mayor_ NOUN 8 nsubj",
            },
        ),
        ["the mayor | said | “The road is open,”"],
    ),
    "an object behind a comma": (LEFT, ["Rebels | denied | the charge"]),
    "not finite, behind a phrase": (
        swapped(STRANDED, {"said_ VERB 0 root VBD": "said_ VERB 0 root VBN"}),
        ["- | said | Rebels fired, killing two, Ali Hasan"],
    ),
    "more than one phrase before the verb": (
        swapped(STRANDED, {"Ali PROPN 5 conj NNP\nHasan PROPN 7 flat NNP": "today NOUN 2 obl NN\nthree NUM 5 conj CD"}),
        ["- | said | Rebels fired, killing two, today three"],
    ),
    "a relative clause before the verb": (
        swapped(
            STRANDED,
            {"Ali PROPN 5 conj NNP\nHasan PROPN 7 flat NNP": "who PRON 8 nsubj WP\nfled VERB 5 acl:relcl VBD"},
        ),
        ["- | said | Rebels fired, killing two, who fled"],
    ),
    "relative clause with another object": (
        swapped(
            RELATIVE,
            {
                "criticised VERB 2 acl:relcl VBD\n": "criticised VERB 2 acl:relcl VBD\nhim PRON 5 obj PRP\n",
                "deal NOUN 7": "day NOUN 8",
                "aux:pass": "cop",
                "was AUX 7": "was AUX 8",
                "signed_ VERB 0 root VBN\n. PUNCT 7": "sunny_ ADJ 0 root JJ\n. PUNCT 8",
            },
        ),
        ["the mayor | criticised | him"],
    ),
    "subject of its own": (
        swapped(
            SHARED,
            {
                "and CCONJ 7 cc CC\ndemanded": "and CCONJ 8 cc CC\nresidents NOUN 8 nsubj NNS\ndemanded",
                "talks_ NOUN 7": "talks_ NOUN 8",
            },
        ),
        ["The mayor | condemned | the raid", "residents | demanded | talks"],
    ),
}


@pytest.mark.parametrize("case", HITS)
def test_who_is_found_where_the_tree_hides_him(case: str) -> None:
    rows, found = HITS[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", MISSES)
def test_who_is_not_taken_for_the_one_who_says_it(case: str) -> None:
    rows, found = MISSES[case]
    assert lines(rows) == found


def test_what_is_said_keeps_its_subject_where_nobody_says_it() -> None:
    rows = swapped(WITHIN, {"the DET 8 det DT\nmayor_ NOUN 4 obl NN": "in ADP 8 case IN\njest_ NOUN 6 obl NN"})
    assert lines(rows) == ["- | said | The road is open"]
