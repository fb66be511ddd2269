"""Whose act a word of saying tells of that hangs on a text, on what is said before it, or on the noun before it."""

import pytest
from spacy.language import Language

import claimgraph
from claiming import lines, swapped

# By a text that somebody makes.
MOTION = """
Parliament PROPN 2 nsubj NNP
passed VERB 0 root VBD
a DET 4 det DT
motion NOUN 2 obj NN
calling VERB 4 acl VBG
for ADP 7 case IN
talks_ NOUN 5 obl NNS
. PUNCT 2 punct .
"""
LETTER = """
Officials NOUN 2 nsubj NNS
sat VERB 0 root VBD
beside ADP 5 case IN
a DET 5 det DT
letter NOUN 2 obl NN
demanding VERB 5 acl VBG
talks_ NOUN 6 obj NNS
. PUNCT 2 punct .
"""
SENT = """
Officials NOUN 2 nsubj NNS
sent VERB 0 root VBD
a DET 4 det DT
letter NOUN 2 obj NN
calling VERB 4 acl VBG
for ADP 7 case IN
talks_ NOUN 5 obl NNS
. PUNCT 2 punct .
"""
# Joined to what is said.
NOTED = """
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
WARNED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 7 mark IN
roads NOUN 7 nsubj NNS
were AUX 7 cop VBD
safe ADJ 3 ccomp JJ
but CCONJ 9 cc CC
warned VERB 7 conj VBD
of ADP 11 case IN
mines_ NOUN 9 obl NNS
. PUNCT 3 punct .
"""
BOTH = [
    "The mayor | said | that roads were safe",
    "The mayor | warned of | mines",
]
CAME = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 6 mark IN
officers NOUN 6 nsubj NNS
came VERB 3 ccomp VBD
and CCONJ 8 cc CC
said VERB 6 conj VBD
that SCONJ 11 mark IN
rebels NOUN 11 nsubj NNS
left_ VERB 8 ccomp VBD
. PUNCT 3 punct .
"""
# Behind a comma, under a verb below the one that it goes on from.
DEEPER = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
officers NOUN 5 nsubj NNS
came VERB 3 ccomp VBD
to PART 7 mark TO
help_ VERB 5 advcl VB
, PUNCT 9 punct ,
adding VERB 7 advcl VBG
that SCONJ 12 mark IN
rebels NOUN 12 nsubj NNS
left_ VERB 9 ccomp VBD
. PUNCT 3 punct .
"""
# A noun behind a comma with its verb, taken for a participle of it.
REVEALED = """
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
# Right behind a verb of saying that follows a mark.
INVERTED = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 6 punct ,
said VERB 4 parataxis VBD
officials NOUN 6 obj NNS
today_ NOUN 6 obl NN
. PUNCT 4 punct .
"""
# An accusation with an active verb below, and its agent.
STRAYED = """
Ali PROPN 3 nsubj:pass NNP
was AUX 3 aux:pass VBD
accused VERB 0 root VBN
of SCONJ 5 mark IN
looting VERB 3 advcl VBG
by ADP 7 case IN
traders_ NOUN 5 obl NNS
. PUNCT 3 punct .
"""

# What is said goes on behind a comma.
FIRED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
fired_ VERB 3 ccomp VBD
, PUNCT 7 punct ,
noting VERB 5 advcl VBG
losses_ NOUN 7 obj NNS
. PUNCT 3 punct .
"""

# The tree, its claims, a change to it, and its claims after that.
CASES = {
    "who passes a motion": (
        MOTION,
        ["Parliament | calling for | talks"],
        {"motion NOUN 2 obj": "man NOUN 2 obj"},
        ["a man | calling for | talks"],
    ),
    "a motion that is called for": (
        MOTION,
        ["Parliament | calling for | talks"],
        {"calling VERB 4 acl VBG": "called VERB 4 acl VBN"},
        ["- | called for | talks"],
    ),
    "in a letter": (
        LETTER,
        ["Officials | demanding | talks"],
        {"letter NOUN 2 obl": "group NOUN 2 obl"},
        ["a group | demanding | talks"],
    ),
    "in a letter that is sent": (
        SENT,
        ["Officials | calling for | talks"],
        {"letter NOUN": "man NOUN"},
        ["a man | calling for | talks"],
    ),
    "a letter of another's": (
        LETTER,
        ["Officials | demanding | talks"],
        {
            "beside ADP 5 case IN\na DET 5 det DT\nletter NOUN 2 obl": "a DET 4 det DT\npile NOUN 2 obj\n"
            "letter NOUN 4 nmod"
        },
        [],
    ),
    "joined to what is said": (
        NOTED,
        ["The mayor | said | that roads burned", "The mayor | noted | that rebels left"],
        {"noted VERB 6 conj VBD\n": "dust VERB 6 conj VBP\n"},
        ["The mayor | said | that roads burned but dust that rebels left"],
    ),
    "a subject of its own": (
        WARNED,
        BOTH,
        {"but CCONJ 9 cc CC\nwarned VERB 7": "officers NOUN 9 nsubj NNS\nwarned VERB 7"},
        ["The mayor | said | that roads were safe officers warned of mines", "officers | warned of | mines"],
    ),
    "another tense": (
        WARNED,
        BOTH,
        {"but CCONJ 9 cc CC\nwarned VERB 7 conj VBD": "and CCONJ 9 cc CC\nwarn VERB 7 conj VBP"},
        ["The mayor | said | that roads were safe and warn of mines", "roads | warn of | mines"],
    ),
    "a verb that is not joined": (
        WARNED,
        BOTH,
        {"but CCONJ 9 cc CC\nwarned VERB 7 conj": "if SCONJ 9 mark IN\nwarned VERB 7 advcl"},
        ["The mayor | said | that roads were safe if warned of mines"],
    ),
    "joined to a clause of no one's": (
        WARNED,
        BOTH,
        {"said VERB": "ensured VERB"},
        ["roads | warned of | mines"],
    ),
    "joined to a clause that tells why": (
        WARNED,
        BOTH,
        {"that SCONJ": "because SCONJ", "safe ADJ 3 ccomp": "safe ADJ 3 advcl"},
        ["roads | warned of | mines"],
    ),
    "with an auxiliary of its own": (
        WARNED,
        BOTH,
        {"but CCONJ 9 cc CC\nwarned VERB 7 conj VBD": "had AUX 9 aux VBD\nwarned VERB 7 conj VBN"},
        ["The mayor | said | that roads were safe had warned of mines", "roads | had warned of | mines"],
    ),
    "the tense of what is said": (
        swapped(
            WARNED, {"were AUX 7 cop VBD": "soon ADV 7 advmod RB", "safe ADJ 3 ccomp JJ": "collapse VERB 3 ccomp VBP"}
        ),
        ["The mayor | said | that roads soon collapse", "The mayor | warned of | mines"],
        {"collapse VERB 3 ccomp VBP": "collapsed VERB 3 ccomp VBD"},
        ["The mayor | said | that roads soon collapsed but warned of mines", "roads | warned of | mines"],
    ),
    "no verb of saying": (
        WARNED,
        BOTH,
        {"warned VERB": "smelled VERB"},
        ["The mayor | said | that roads were safe but smelled of mines"],
    ),
    "the tense of what is said, with 'that'": (
        CAME,
        ["The mayor | said | that officers came", "The mayor | said | that rebels left"],
        {"that SCONJ 11 mark IN": "how ADV 11 advmod WRB"},
        [
            "The mayor | said | that officers came and said how rebels left",
            "officers | said | how rebels left",
        ],
    ),
    "the clause above": (
        DEEPER,
        ["The mayor | said | officers came to help", "The mayor | adding | that rebels left"],
        {"help_ VERB 5 advcl VB\n, PUNCT 9 punct ,": "help VERB 5 advcl VB\nby SCONJ 9 mark IN"},
        [
            "The mayor | said | officers came to help by adding that rebels left",
            "officers | adding | that rebels left",
        ],
    ),
    "behind a comma": (
        FIRED,
        ["The mayor | said | rebels fired", "The mayor | noting | losses"],
        {"noting VERB": "causing VERB"},
        ["The mayor | said | rebels fired, causing losses"],
    ),
    "behind a comma, what others did": (
        FIRED,
        ["The mayor | said | rebels fired", "The mayor | noting | losses"],
        {"noting VERB 5 advcl VBG": "urged VERB 5 advcl VBN", "losses_ NOUN 7 obj NNS": "on_ ADP 7 compound:prt RP"},
        ["The mayor | said | rebels fired, urged on"],
    ),
    "the clause above, as a complement": (
        swapped(DEEPER, {"help_ VERB 5 advcl": "help_ VERB 5 xcomp"}),
        ["The mayor | said | officers came to help", "The mayor | adding | that rebels left"],
        {"said VERB": "ensured VERB"},
        ["officers | adding | that rebels left"],
    ),
    "the clause above, as one joined to it": (
        swapped(DEEPER, {"to PART 7 mark TO\nhelp_ VERB 5 advcl VB": "and CCONJ 7 cc CC\nhelped_ VERB 5 conj VBD"}),
        ["The mayor | said | officers came and helped", "The mayor | adding | that rebels left"],
        {"helped_ VERB 5 conj VBD\n, PUNCT 9 punct ,": "helped VERB 5 conj VBD\nby SCONJ 9 mark IN"},
        [
            "The mayor | said | officers came and helped by adding that rebels left",
            "officers | adding | that rebels left",
        ],
    ),
    "a noun behind a comma": (
        REVEALED,
        ["a source | revealed | The road is open"],
        {"open_ ADJ 0 root JJ\n, PUNCT 7 punct ,": "open ADJ 0 root JJ\nonce ADV 7 advmod RB"},
        [],
    ),
    "a noun with its verb, by others": (
        REVEALED,
        ["a source | revealed | The road is open"],
        {"to ADP 10 case IN\nreporters_ NOUN 8 obl": "by ADP 10 case IN\nreporters_ NOUN 8 obl:agent"},
        ["reporters | revealed | a source"],
    ),
    "a noun with its participle": (
        REVEALED,
        ["a source | revealed | The road is open"],
        {"revealed VERB 7 acl VBN": "speaking VERB 7 acl VBG"},
        [],
    ),
    "a noun that is no clause of its own": (
        REVEALED,
        ["a source | revealed | The road is open"],
        {"source NOUN 4 parataxis": "source NOUN 4 conj"},
        [],
    ),
    "behind a mark": (
        INVERTED,
        ["officials | said | The road is open"],
        {"officials NOUN 6 obj": "to ADP 8 case IN\nofficials NOUN 6 obl", "today_ NOUN 6": "today_ NOUN 6"},
        ["- | said | The road is open"],
    ),
    "behind a mark, when": (
        swapped(INVERTED, {"open_ ADJ 0 root JJ": "grave_ NOUN 0 root NN"}),
        ["officials | said | The road is grave"],
        {"officials NOUN 6 obj NNS\ntoday_ NOUN 6 obl NN": "today_ ADV 6 advmod RB"},
        ["- | said | The road is grave"],
    ),
    "who accuses": (
        STRAYED,
        ["traders | was accused of | Ali … looting"],
        {"looting VERB 3 advcl VBG": "looted VERB 3 advcl VBN"},
        ["- | was accused of | Ali … looted by traders"],
    ),
    "who accuses of a deed": (
        swapped(STRAYED, {"of SCONJ": "of ADP", "looting VERB 3 advcl VBG": "theft NOUN 3 obl NN"}),
        ["traders | was accused of | Ali … theft"],
        {"by ADP 7": "near ADP 7"},
        ["- | was accused of | Ali … theft near traders"],
    ),
    "who accuses of a quality": (
        swapped(
            STRAYED,
            {
                "of SCONJ 5 mark IN\nlooting VERB 3 advcl VBG": "of SCONJ 6 mark IN\nbeing AUX 6 cop VBG\n"
                "cruel ADJ 3 advcl JJ",
                "by ADP 7": "by ADP 8",
                "traders_ NOUN 5": "Rutba_ PROPN 6",
                "obl NNS": "obl NNP",
            },
        ),
        ["Rutba | was accused of | Ali … being cruel"],
        {"Rutba_ PROPN 6 obl NNP": "habit_ NOUN 6 obl NN"},
        ["- | was accused of | Ali … being cruel by habit"],
    ),
    "how it was done": (
        STRAYED,
        ["traders | was accused of | Ali … looting"],
        {"traders_ NOUN 5 obl NNS": "stealth_ NOUN 5 obl NN"},
        ["- | was accused of | Ali … looting by stealth"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_says_it(case: str) -> None:
    rows, found, _, _ = CASES[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", CASES)
def test_who_says_it_in_a_tree_that_only_looks_like_it(case: str) -> None:
    rows, _, changes, found = CASES[case]
    assert lines(swapped(rows, changes)) == found


NEXT = """
The DET 2 det DT
road NOUN 4 nsubj NN
is AUX 4 cop VBZ
open_ ADJ 0 root JJ
, PUNCT 6 punct ,
said VERB 4 parataxis VBD

Officials NOUN 2 nsubj NNS
slept_ VERB 0 root VBD
. PUNCT 2 punct .
"""


def test_who_says_it_does_not_stand_in_the_next_sentence() -> None:
    assert lines(NEXT) == ["- | said | The road is open"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men were killed, said police at the scene.", ["police"]),
        ("Patrols stop at sunset, say residents of the camp run by the council.", ["residents of the camp"]),
        ("The road is closed, say drivers who tried to cross.", ["drivers"]),
        ("The rockets came from the sea, claims a report published on Monday.", ["a report published on Monday"]),
        ("He stood up, said goodbye.", []),
        ("The road is closed, say what they may.", []),
    ],
)
def test_who_ends_a_sentence_behind_a_verb_of_saying_says_it(text: str, found: list[str], nlp: Language) -> None:
    claims = claimgraph.extract(text, nlp=nlp).claims
    assert [claim.source[0].text for claim in claims] == found
    assert all(text.startswith(claim.content[0].text + ", ") for claim in claims)
