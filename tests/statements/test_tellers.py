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
# A passive verb's agent behind an active participle, which cannot have one.
STRAYED = """
Ali PROPN 4 nsubj:pass NNP
Hasan PROPN 1 flat NNP
was AUX 4 aux:pass VBD
accused VERB 0 root VBN
of SCONJ 6 mark IN
looting VERB 4 advcl VBG
shops NOUN 6 obj NNS
by ADP 9 case IN
traders_ NOUN 6 obl NNS
. PUNCT 4 punct .
"""
# The accusation under its agent.
AGENT = """
Ali PROPN 4 nsubj:pass NNP
Hasan PROPN 1 flat NNP
was AUX 4 aux:pass VBD
accused VERB 0 root VBN
by ADP 7 case IN
the DET 7 det DT
court NOUN 4 obl:agent NN
of SCONJ 9 mark IN
looting VERB 7 acl VBG
shops_ NOUN 9 obj NNS
. PUNCT 4 punct .
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
# Quoted by someone else.
QUOTED = """
The DET 2 det DT
mayor NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
quoted VERB 0 root VBN
by ADP 6 case IN
reporters NOUN 4 obl:agent NNS
as SCONJ 8 mark IN
saying VERB 4 advcl VBG
that SCONJ 11 mark IN
rebels NOUN 11 nsubj NNS
left_ VERB 8 ccomp VBD
. PUNCT 4 punct .
"""

HITS = {
    "behind the verb, as its object": (BEHIND, ["the mayor | said | “The road is open,”"]),
    "behind the verb, as a part of what is said": (WITHIN, ["the mayor | said | The road is open"]),
    "in the middle of what is said": (MIDDLE, ["the mayor | said | Nobody … was paid"]),
    "agent of the verb above": (STRAYED, ["traders | was accused of | Ali Hasan … looting shops"]),
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
    "one who is quoted": (
        QUOTED,
        [
            "reporters | was quoted | The mayor … saying that rebels left",
            "The mayor | saying | that rebels left",
        ],
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
    "how it was done": (
        swapped(STRAYED, {"traders_ NOUN 6 obl NNS": "night_ NOUN 6 obl NN"}),
        ["- | was accused of | Ali Hasan … looting shops by night"],
    ),
    "agent of a passive below": (
        swapped(
            STRAYED,
            {
                "looting VERB 4 advcl VBG\nshops NOUN 6 obj NNS": "being AUX 7 aux:pass VBG\npaid VERB 4 advcl VBN",
                "of SCONJ 6": "of SCONJ 7",
                "traders_ NOUN 6": "traders_ NOUN 7",
            },
        ),
        ["- | was accused of | Ali Hasan … being paid by traders"],
    ),
    "more than one phrase before the verb": (
        swapped(STRANDED, {"Ali PROPN 5 conj NNP\nHasan PROPN 7 flat NNP": "today NOUN 2 obl NN\nthree NUM 5 conj CD"}),
        ["- | said | Rebels fired, killing two, today three"],
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
    "no one quotes": (
        swapped(
            QUOTED, {"by ADP 6 case IN\nreporters NOUN 4 obl:agent NNS": "on ADP 6 case IN\nSunday PROPN 4 obl NNP"}
        ),
        ["- | was quoted | The mayor … saying that rebels left", "The mayor | saying | that rebels left"],
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


@pytest.mark.xfail(strict=True, reason="the subject of what is said is taken for the one who says it")
def test_what_is_said_keeps_its_subject_where_nobody_says_it() -> None:
    rows = swapped(WITHIN, {"the DET 8 det DT\nmayor_ NOUN 4 obl NN": "in ADP 8 case IN\njest_ NOUN 6 obl NN"})
    assert lines(rows) == ["- | said | The road is open"]


@pytest.mark.parametrize(
    "tree",
    [
        swapped(AGENT, {"looting VERB 7 acl": "looting VERB 4 advcl"}),
        pytest.param(AGENT, marks=pytest.mark.xfail(strict=True, reason="all under the agent is taken for his name")),
    ],
)
def test_what_the_tree_hangs_on_the_accuser_is_still_the_accusation(tree: str) -> None:
    assert lines(tree) == ["the court | was accused | Ali Hasan … looting shops"]
