"""Claims that back or contradict another: each way to refer to it, with what refers to none."""

import pytest

from claiming import NOUN, swapped, told

SAID = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
ADDED = swapped(SAID, {"Ali PROPN": "Zaid PROPN", "Hasan PROPN": "Karim PROPN", "said": "stated", "rebels": "roads"})
THIS = """
This PRON 3 nsubj:pass DT
was AUX 3 aux:pass VBD
denied VERB 0 root VBN
by ADP 6 case IN
the DET 6 det DT
army_ NOUN 3 obl:agent NN
. PUNCT 3 punct .
"""
NOT_THIS = """
This PRON 4 nsubj:pass DT
was AUX 4 aux:pass VBD
not PART 4 advmod RB
denied VERB 0 root VBN
by ADP 7 case IN
the DET 7 det DT
army_ NOUN 4 obl:agent NN
. PUNCT 4 punct .
"""
THE_CLAIM = """
The DET 2 det DT
claim NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
denied VERB 0 root VBN
by ADP 7 case IN
the DET 7 det DT
army_ NOUN 4 obl:agent NN
. PUNCT 4 punct .
"""
OWNED = """
Omar PROPN 3 nsubj NNP
Salim PROPN 1 flat NNP
denied VERB 0 root VBD
Ali PROPN 7 nmod:poss NNP
Hasan_ PROPN 4 flat NNP
's PART 4 case POS
claim_ NOUN 3 obj NN
. PUNCT 3 punct .
"""
DISAGREED = """
Omar PROPN 3 nsubj NNP
Salim PROPN 1 flat NNP
disagreed VERB 0 root VBD
with ADP 5 case IN
Ali PROPN 3 obl NNP
Hasan_ PROPN 5 flat NNP
. PUNCT 3 punct .
"""
CONTRARY = """
Contrary ADJ 9 advcl JJ
to ADP 6 case IN
Ali PROPN 6 nmod:poss NNP
Hasan_ PROPN 3 flat NNP
's PART 3 case POS
claims_ NOUN 1 obl NNS
, PUNCT 1 punct ,
soldiers NOUN 9 nsubj NNS
fled_ VERB 13 ccomp VBD
, PUNCT 9 punct ,
Omar PROPN 13 nsubj NNP
Salim PROPN 11 flat NNP
added_ VERB 0 root VBD
. PUNCT 13 punct .
"""
FALSE = """
Omar PROPN 3 nsubj NNP
Salim PROPN 1 flat NNP
added VERB 0 root VBD
the DET 5 det DT
report NOUN 7 nsubj NN
was AUX 7 cop VBD
false_ ADJ 3 ccomp JJ
. PUNCT 3 punct .
"""
OTHERWISE = """
Omar PROPN 3 nsubj NNP
Salim PROPN 1 flat NNP
stated VERB 0 root VBD
otherwise_ ADV 3 advmod RB
. PUNCT 3 punct .
"""
ALIKE = """
Omar PROPN 3 nsubj NNP
Salim PROPN 1 flat NNP
denied VERB 0 root VBD
that SCONJ 7 mark IN
rebels NOUN 7 nsubj NNS
had AUX 7 aux VBD
left_ VERB 3 ccomp VBN
. PUNCT 3 punct .
"""
CUT_OFF = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left_ VERB 3 ccomp VBD
, PUNCT 8 punct ,
a DET 8 det DT
claim NOUN 5 obj NN
that PRON 12 obj WDT
the DET 11 det DT
army NOUN 12 nsubj NN
rejected_ VERB 8 acl:relcl VBD
. PUNCT 3 punct .
"""

DENIED = [("denied", "disputes", "said")]
HITS = {
    "this": ([SAID, THIS], DENIED),
    "the claim": ([SAID, THE_CLAIM], DENIED),
    "his claim": ([SAID, swapped(THE_CLAIM, {"The DET 2 det DT": "His PRON 2 nmod:poss PRP$"})], DENIED),
    "the last of two": ([ADDED, SAID, THE_CLAIM], DENIED),
    "the one whose it is called": ([SAID, ADDED, OWNED], DENIED),
    "a claim that": ([CUT_OFF], [("rejected", "disputes", "said")]),
    "backed": ([SAID, swapped(THE_CLAIM, {"denied": "supported"})], [("supported", "supports", "said")]),
    "confirmed": ([SAID, swapped(OWNED, {"denied": "confirmed"})], [("confirmed", "supports", "said")]),
    "disagreed with someone": ([SAID, ADDED, DISAGREED], [("disagreed", "disputes", "said")]),
    "agreed with someone": (
        [SAID, ADDED, swapped(DISAGREED, {"disagreed": "agreed"})],
        [("agreed", "supports", "said")],
    ),
    "contrary to someone's claims": ([SAID, ADDED, CONTRARY], [("added", "disputes", "said")]),
    "said to be false": ([SAID, FALSE], [("added", "disputes", "said")]),
    "said to be true": ([SAID, swapped(FALSE, {"false_": "true_"})], [("added", "supports", "said")]),
    "the same words": ([SAID, ADDED, ALIKE], DENIED),
    "otherwise": ([SAID, OTHERWISE], [("stated", "disputes", "said")]),
    "a claim within": (
        [SAID, swapped(NOUN, {"ignored": "rejected"})],
        [("rejected", "disputes", "claim")],
    ),
}  # fmt: skip
MISSES = {
    "nothing said before": [THIS],
    "nothing that refers": [SAID, swapped(THE_CLAIM, {"claim NOUN": "visa NOUN"})],
    "no definite one": [SAID, swapped(THE_CLAIM, {"The DET": "A DET"})],
    "not denied": [SAID, NOT_THIS],
    "not confirmed": [
        SAID,
        swapped(OWNED, {"denied": "confirmed", "claim_ NOUN 3 obj NN": "claim NOUN 3 obj NN\nnever_ ADV 3 advmod RB"}),
    ],
    "the claim of one who made none": [ADDED, OWNED],
    "another who said nothing": [ADDED, DISAGREED],
    "with a thing": [
        SAID,
        swapped(DISAGREED, {"Ali PROPN 3 obl NNP\nHasan_ PROPN 5 flat NNP": "plans_ NOUN 3 obl NNS"}),
    ],
    "contrary to one's own claims": [SAID, swapped(CONTRARY, {"Omar": "Ali", "Salim": "Hasan"})],
    "in line with someone's claims": [SAID, swapped(CONTRARY, {"Contrary ADJ": "Similar ADJ"})],
    "so": [SAID, swapped(OTHERWISE, {"otherwise_": "so_"})],
    "a bridge": [SAID, swapped(FALSE, {"report NOUN": "bridge NOUN"})],
    "said to be long": [SAID, swapped(FALSE, {"false_": "long_"})],
    "a false one": [SAID, swapped(FALSE, {"the DET 5": "some DET 5"})],
    "the same words of the same man": [SAID, swapped(ALIKE, {"Omar": "Ali", "Salim": "Hasan"})],
    "one word of two": [SAID, swapped(ALIKE, {"left_": "died_"})],
    "the same words, believed": [SAID, swapped(ALIKE, {"denied": "doubted"})],
    "a claim of another, but praised": [SAID, swapped(OWNED, {"claim_ NOUN": "courage_ NOUN"})],
}


def stances(sentences: list[str]) -> list[tuple[str, str, str]]:
    """The stances in some trees, each as three words: by which, what, towards the claim with which."""
    claims = told("\n\n".join(rows.strip() for rows in sentences))
    assert len(claims) >= len(sentences)  # each makes one, whether or not it takes a stance
    cues = {c.id: next(w for w in c.cue[0].text.split() if w not in {"was", "not"}) for c in claims}
    return [
        (cues[claim.id], link, cues[other])
        for claim in claims
        for link, others in (("supports", claim.supports), ("disputes", claim.disputes))
        for other in others
    ]


@pytest.mark.parametrize("case", HITS)
def test_a_claim_is_backed_or_contradicted(case: str) -> None:
    sentences, found = HITS[case]
    assert stances(sentences) == found


@pytest.mark.parametrize("case", MISSES)
def test_no_claim_is_backed_or_contradicted(case: str) -> None:
    assert stances(MISSES[case]) == []
