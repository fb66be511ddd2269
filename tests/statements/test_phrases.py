"""What is said as a phrase, and by phrases: objects and what they are called, nouns, 'per', 'in his account'."""

import pytest

from claiming import ADVERB, NOUN, PREDICATE, PRONOMINAL, lines, swapped

EQUATED = """
Their PRON 2 nmod:poss PRP$
demand NOUN 3 nsubj NN
is VERB 0 root VBZ
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
leave_ VERB 3 ccomp VBP
. PUNCT 3 punct .
"""
OUTER = """
Their PRON 2 nmod:poss PRP$
demand NOUN 6 nsubj:outer NN
is AUX 6 cop VBZ
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
leave_ VERB 0 root VBP
. PUNCT 6 punct .
"""
PER = """
Rebels NOUN 2 nsubj NNS
left_ VERB 0 root VBD
, PUNCT 6 punct ,
per ADP 6 case IN
the DET 6 det DT
army_ NOUN 2 obl NN
. PUNCT 2 punct .
"""
SO_CALLED = """
The DET 5 det DT
so_ ADV 4 advmod RB
-_ PUNCT 4 punct HYPH
called ADJ 5 amod JJ
guards NOUN 6 nsubj NNS
fled_ VERB 0 root VBD
. PUNCT 6 punct .
"""
JUDGED = """
Officials NOUN 2 nsubj NNS
called VERB 0 root VBD
the DET 4 det DT
raid NOUN 2 obj NN
a DET 6 det DT
crime_ NOUN 2 xcomp NN
. PUNCT 2 punct .
"""
RAID = """The DET 2 det DT
raid NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
called VERB 0 root VBN"""
TOLD = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
reporters NOUN 3 iobj NNS
the DET 6 det DT
truth_ NOUN 3 obj NN
. PUNCT 3 punct .
"""
ACCOUNT = """
The DET 2 det DT
road NOUN 5 nsubj NN
is AUX 5 cop VBZ
a DET 5 det DT
grave_ NOUN 0 root NN
, PUNCT 10 punct ,
in ADP 10 case IN
Ali_ PROPN 10 nmod:poss NNP
's PART 8 case POS
account_ NOUN 5 obl NN
. PUNCT 5 punct .
"""
DOUBT = """
Officials NOUN 2 nsubj NNS
cast VERB 0 root VBD
doubt NOUN 2 obj NN
on ADP 6 case IN
the DET 6 det DT
figures_ NOUN 3 nmod NNS
. PUNCT 2 punct .
"""
HELD = """
Officials NOUN 2 nsubj NNS
held VERB 0 root VBD
rebels NOUN 2 obj NNS
responsible ADJ 2 xcomp JJ
for ADP 6 case IN
raids_ NOUN 4 obl NNS
. PUNCT 2 punct .
"""
SEEN = """
The DET 2 det DT
drones NOUN 8 nsubj NNS
officials NOUN 4 nsubj NNS
see VERB 2 acl:relcl VBP
as ADP 7 case IN
a DET 7 det DT
danger NOUN 4 obl NN
left_ VERB 0 root VBD
. PUNCT 8 punct .
"""
CALLED_ON = """
Officials NOUN 2 nsubj NNS
called VERB 0 root VBD
on ADP 4 case IN
rebels NOUN 2 obl NNS
to PART 6 mark TO
leave_ VERB 2 advcl VB
. PUNCT 2 punct .
"""
HITS = {
    "a clause that a noun is said to be": (EQUATED, ["Their | demand | that rebels leave"]),
    "a clause that a noun is said to be, as its predicate": (OUTER, ["Their | demand | that rebels leave"]),
    "what doubt is cast on": (DOUBT, ["Officials | cast doubt on | the figures"]),
    "who is held responsible": (HELD, ["Officials | held | rebels responsible for raids"]),
    "'per'": (PER, ["the army | per | Rebels left"]),
    "an adjective with a hyphen": (SO_CALLED, ["- | so-called | guards"]),
    "what an object is called": (JUDGED, ["Officials | called | the raid a crime"]),
    "a nameless judgement": (
        swapped(
            JUDGED,
            {
                "Officials NOUN 2 nsubj NNS\ncalled VERB 0 root VBD\nthe DET 4 det DT\nraid NOUN 2 obj NN": RAID,
                "crime_ NOUN 2": "crime_ NOUN 4",
            },
        ),
        ["- | was called | The raid … a crime"],
    ),
    "what someone is called on to do": (CALLED_ON, ["Officials | called on | rebels to leave"]),
    "what they see in it, in a relative clause": (
        SEEN,
        ["officials | see | The drones … as a danger"],
    ),
    "the thing, and not the one told": (TOLD, ["The mayor | told | the truth"]),
    "by whose account": (ACCOUNT, ["Ali's | account | The road is a grave"]),
    "an object for which something is blamed": (
        swapped(PREDICATE, {"saw VERB": "blamed VERB", "as ADP": "for ADP"}),
        ["Officials | blamed | the drones for a danger"],
    ),
    "by whom a noun is": (
        swapped(
            NOUN,
            {
                "his PRON 5 nmod:poss PRP$": "a DET 5 det DT",
                "claim NOUN 3 obj NN\n": "claim NOUN 3 obj NN\nby ADP 7 case IN\nofficials NOUN 5 nmod NNS\n",
                "NOUN 8 nsubj NNS": "NOUN 10 nsubj NNS",
                "that SCONJ 8": "that SCONJ 10",
            },
        ),
        ["officials | claim | that rebels left"],
    ),
    "who makes the claim": (
        swapped(NOUN, {"ignored VERB": "made VERB", "his PRON 5 nmod:poss PRP$": "the DET 5 det DT"}),
        ["The army | made the claim | that rebels left"],
    ),
}
MISSES = {
    "what is only thought": (swapped(PRONOMINAL, {"said": "thought"}), []),
    "what nobody takes it to be": (swapped(PREDICATE, {"saw VERB": "said VERB"}), []),
    "what light is cast on": (swapped(DOUBT, {"doubt NOUN": "light NOUN"}), []),
    "who is held captive": (swapped(HELD, {"responsible ADJ": "captive ADJ"}), []),
    "a noun beside the verb": (swapped(EQUATED, {"demand NOUN 3 nsubj": "demand NOUN 3 obl"}), []),
    "a noun that is something else": (swapped(EQUATED, {"that SCONJ": "because SCONJ"}), []),
    "one told, and nothing more": (swapped(TOLD, {"truth_ NOUN 3 obj NN": "time_ NOUN 3 obl NN"}), []),
    "an account that is only mentioned": (
        swapped(ACCOUNT, {"grave_ NOUN 0 root NN\n, PUNCT 10 punct ,": "grave NOUN 0 root NN\nonly ADV 10 advmod RB"}),
        [],
    ),
    "per day": (swapped(PER, {"the DET 6 det DT\narmy_ NOUN": "one NUM 6 nummod CD\nday_ NOUN"}), []),
    "an adverb of no clause": (swapped(ADVERB, {"reportedly ADV 4 advmod RB": "reportedly ADV 4 obl RB"}), []),
    "a claim of nobody's": (
        swapped(NOUN, {"his PRON 5 nmod:poss PRP$": "the DET 5 det DT"}),
        ["- | claim | that rebels left"],
    ),
}


@pytest.mark.parametrize("case", HITS)
def test_what_a_phrase_says_is_found(case: str) -> None:
    rows, found = HITS[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", MISSES)
def test_what_a_phrase_does_not_say_stays_out(case: str) -> None:
    rows, found = MISSES[case]
    assert lines(rows) == found


def test_a_noun_is_said_to_be_a_clause_that_has_a_subject_of_its_own() -> None:
    assert lines(swapped(OUTER, {"nsubj:outer": "nsubj"})) == ["Their | demand | that rebels leave"]
