"""Acts of speech that nobody has made are no claims inside what somebody says; outermost, they are what is reported."""

import pytest

from claimgraph.model import SpeechAct
from claiming import SURE, read, swapped

# 'Ali Hasan said the army …': what follows is the army's, a verb at 6 with an object at 8.
WITHIN = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
the DET 5 det DT
army NOUN 7 nsubj NN
{} AUX 7 aux MD
{} VERB 3 ccomp VB
the DET 9 det DT
raid_ NOUN 7 obj NN
. PUNCT 3 punct .
"""
INFINITIVE = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
the DET 5 det DT
army NOUN 6 nsubj NN
{} VERB 3 ccomp VBD
to PART 8 mark TO
{} VERB 6 {} VB
the DET 10 det DT
raid_ NOUN 8 obj NN
. PUNCT 3 punct .
"""
CONDITION = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
people NOUN 5 nsubj NNS
cheered VERB 3 ccomp VBD
{} SCONJ 9 mark IN
the DET 8 det DT
army NOUN 9 nsubj NN
condemned VERB 5 advcl VBD
the DET 11 det DT
raid_ NOUN 9 obj NN
. PUNCT 3 punct .
"""
JOINED = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
the DET 5 det DT
army NOUN 7 nsubj NN
would AUX 7 aux MD
meet VERB 3 ccomp VB
and CCONJ 9 cc CC
condemn VERB 7 conj VB
the DET 11 det DT
raid_ NOUN 9 obj NN
. PUNCT 3 punct .
"""
ALONE = """
The DET 2 det DT
army NOUN 4 nsubj NN
{} AUX 4 aux MD
condemn VERB 0 root VB
the DET 6 det DT
raid_ NOUN 4 obj NN
. PUNCT 4 punct .
"""

REASON = "only possible, wanted or to come, inside what somebody says"
UNMADE = {
    **{
        modal: WITHIN.format(modal, "condemn") for modal in ("would", "will", "may", "might", "could", "must", "should")
    },
    "in order to": INFINITIVE.format("met", "condemn", "advcl"),
    "wanting to": INFINITIVE.format("hastened", "condemn", "xcomp"),
    "if": CONDITION.format("if"),
    "unless": CONDITION.format("unless"),
    "joined to a verb under a modal": JOINED,
}
MADE = {
    "had": WITHIN.format("had", "condemned"),
    "seemed to": INFINITIVE.format("seemed", "condemn", "xcomp"),
    "went on to": INFINITIVE.format("went", "condemn", "xcomp"),
    "would never": swapped(
        WITHIN.format("would", "condemn"), {"raid_ NOUN 7 obj NN": "raid NOUN 7 obj NN\nnever_ ADV 7 advmod RB"}
    ),
    "because": CONDITION.format("because"),
    "joined to a verb under a modal, with a subject of its own": swapped(
        JOINED,
        {
            "condemn VERB 7 conj VB": "residents NOUN 10 nsubj NNS\ncondemned VERB 7 conj VBD",
            "and CCONJ 9": "and CCONJ 10",
            "the DET 11": "the DET 12",
            "raid_ NOUN 9": "raid_ NOUN 10",
        },
    ),
}


WOULD_NOT = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
the DET 5 det DT
army NOUN 8 nsubj NN
{} AUX 8 aux MD
{} ADV 8 advmod RB
say VERB 3 ccomp VB
when ADV 11 advmod WRB
rebels NOUN 11 nsubj NNS
left_ VERB 8 ccomp VBD
. PUNCT 3 punct .
"""


@pytest.mark.parametrize("negation", ["not", "never", "n’t"])
def test_who_would_not_say_has_refused(negation: str) -> None:
    said, refused = read(WOULD_NOT.format("would", negation))[0]
    assert said.embeds == (refused.id,)
    assert refused.speech_act is SpeechAct.DENIAL


@pytest.mark.parametrize(("modal", "adverb"), [("would", "soon"), ("might", "not"), ("would", "not only")])
def test_who_would_say_has_not_said(modal: str, adverb: str) -> None:
    rows = WOULD_NOT.format(modal, adverb.split()[0])
    if " " in adverb:
        rows = swapped(rows, {"say VERB 3": "only ADV 9 advmod RB\nsay VERB 3", " 11 ": " 12 ", " 8 ": " 9 "})
    assert verbs(rows) == ["said"]


def verbs(rows: str) -> list[str]:
    """The last word of each claim's cue."""
    return [claim.cue[0].text.split()[-1] for claim in read(rows)[0]]


@pytest.mark.parametrize("case", UNMADE)
def test_what_nobody_has_said_is_no_claim_inside_what_somebody_says(case: str) -> None:
    assert verbs(UNMADE[case]) == ["said"]
    assert REASON in {one.reason for one in read(UNMADE[case])[1]}


@pytest.mark.parametrize("case", MADE)
def test_what_somebody_has_said_is_a_claim_inside_what_another_says(case: str) -> None:
    said, condemned = read(MADE[case])[0]
    assert condemned.cue[0].text.split()[-1] in {"condemn", "condemned"}
    assert said.embeds == (condemned.id,)
    assert REASON not in {one.reason for one in read(MADE[case])[1]}


@pytest.mark.parametrize("modal", ["would", "may", "must"])
def test_what_the_article_itself_holds_to_come_stays(modal: str) -> None:
    assert verbs(ALONE.format(modal)) == ["condemn"]


def test_what_stands_beside_the_content_stays() -> None:
    rows = swapped(SURE, {"sure ADJ": "here ADV"})
    assert verbs(rows) == []
    beside = JOINED.replace("VERB 7 conj", "VERB 3 conj").replace("would AUX 7", "had AUX 7")
    assert verbs(beside) == ["said", "condemn"]
