"""Whom an act of speaking is done to: who is accused, praised, asked, refused, threatened, or answers for the deed."""

import pytest

from claimgraph import statements
from claimgraph.mentions import cast
from claimgraph.model import Article
from eventful import registry
from handmade import doc


def aims(rows: str) -> dict[str, list[str]]:
    """The cue of each claim -> the labels of whom it is aimed at."""
    made = doc(rows)
    people = cast(made, Article("made/up", made.text), registry())
    told = statements.read(made, people)
    return {claim.cue[0].text: [people.label(one) for one in claim.patients] for claim in told.claims}


def said(verb: str, rest: str) -> str:
    """A sentence of Norland's: the verb is word 2, what follows begins at 3."""
    return f"Norland PROPN 2 nsubj NNP\n{verb} VERB 0 root VBD\n{rest}"


def thing(noun: str, case: str, name: str, head: int = 4) -> str:
    """An object, word 4, with a phrase behind it: 'the raid by Sudria'."""
    return f"the DET 4 det DT\n{noun} NOUN 2 obj NN\n{case} ADP 6 case IN\n{name} PROPN {head} nmod NNP"


ACCUSING = "Sudria PROPN 2 obj NNP\nof SCONJ 5 mark IN\nlying VERB 2 advcl VBG"
OWNED = "Sudria PROPN 5 nmod:poss NNP\n's PART 3 case POS\n{} NOUN 2 obj NN"
MODIFIED = "the DET 5 det DT\n{} {} 5 {} JJ\nplan NOUN 2 obj NN"
JOINED = "Sudria PROPN 2 obj NNP\nand CCONJ 5 cc CC\nNorguard PROPN 3 conj NNP"
DEMANDED = "that SCONJ 7 mark IN\nSudria PROPN 7 nsubj NNP\nand CCONJ 6 cc CC\nNorguard PROPN 4 conj NNP\n"
DEMANDED += "yield VERB 2 ccomp VBP"
ASKED = "on ADP 4 case IN\nSudria PROPN 2 obl NNP\nto PART 6 mark TO\nyield VERB 2 xcomp VB"
WANTED = "for ADP 5 case IN\na DET 5 det DT\nwithdrawal NOUN 2 obl NN\n{} ADP 7 case IN\nSudria PROPN 5 nmod NNP"
HIS = "for ADP 6 case IN\nSudria PROPN 6 nmod:poss NNP\n's PART 4 case POS\nwithdrawal NOUN 2 obl NN"
SORRY = "for ADP 5 case IN\nan DET 5 det DT\napology NOUN 2 obl NN\n{} ADP 7 case IN\nNorguard PROPN 5 nmod NNP"
SENDING = "to PART 4 mark TO\nsend VERB 2 xcomp VB\naid NOUN 4 obj NN\n{} ADP 7 case IN\n{} PROPN {} nmod NNP"
ULTIMATUM = (
    "to PART 4 mark TO\nattack VERB 2 xcomp VB\n{} SCONJ 7 mark IN\nSudria PROPN 7 nsubj NNP\nwithdrew VERB 4 advcl VBD"
)

AIMED = {
    "the accused": (said("accused", ACCUSING), ["Sudria"]),
    "the condemned, joined": (said("condemned", JOINED), ["Sudria", "Norguard"]),
    "who did the deed": (said("condemned", thing("raid", "by", "Sudria")), ["Sudria"]),
    "the owner of what is judged": (said("condemned", OWNED.format("silence")), ["Sudria"]),
    "whose it is, by its adjective": (said("welcomed", MODIFIED.format("Sudrian", "ADJ", "amod")), ["Sudria"]),
    "whose it is, by the name before it": (
        said("backed", MODIFIED.format("Norguard", "PROPN", "compound")),
        ["Norguard"],
    ),
    "whose it is, behind by": (said("condemned", thing("silence", "by", "Norguard")), ["Norguard"]),
    "whose it is, behind of": (said("welcomed", thing("silence", "of", "Norguard")), ["Norguard"]),
    "who is to comply": (said("demanded", DEMANDED), ["Sudria", "Norguard"]),
    "who is called on": (said("called", ASKED), ["Sudria"]),
    "whose deed is wanted": (said("called", WANTED.format("by")), ["Sudria"]),
    "whose own deed is wanted": (said("called", HIS), ["Sudria"]),
    "from whom something is wanted": (said("called", SORRY.format("from")), ["Norguard"]),
    "whose thing is refused": (said("rejected", OWNED.format("silence")), ["Sudria"]),
    "from whom it is demanded": (said("demanded", thing("apology", "from", "Norguard")), ["Norguard"]),
    "who made the offer": (said("rejected", thing("offer", "from", "Norguard")), ["Norguard"]),
    "whom the threatened deed would befall": (said("threatened", thing("action", "against", "Sudria")), ["Sudria"]),
    "whom an ultimatum is put to": (said("threatened", ULTIMATUM.format("unless")), ["Sudria"]),
    "who is to get what is promised": (said("promised", SENDING.format("to", "Norguard", 4)), ["Norguard"]),
    "whom a phrase in the promised thing names": (said("promised", SENDING.format("to", "Norguard", 5)), ["Norguard"]),
}
AT_NO_ONE = {
    "a deed that nobody is told to have done": said("condemned", "the DET 4 det DT\nraid NOUN 2 obj NN"),
    "whom the deed befell": said("condemned", thing("raid", "on", "Sudria")),
    "who only stands near": said("welcomed", thing("silence", "near", "Norguard")),
    "an adjective that names no one": said("welcomed", MODIFIED.format("brutal", "ADJ", "amod")),
    "a land that only is where it comes from": said("rejected", thing("withdrawal", "from", "Sudria")),
    "a place that only owns it": said("rejected", thing("silence", "of", "Eastport")),
    "about whom something is wanted": said("called", SORRY.format("near")),
    "whom the wanted deed befalls": said("called", WANTED.format("against")),
    "a place that gets what is promised": said("promised", SENDING.format("to", "Eastport", 4)),
    "what it is promised with": said("promised", SENDING.format("near", "Norguard", 4)),
    "when the deed would be": said("threatened", ULTIMATUM.format("after")),
    "an act of its own": said("refused", "to PART 4 mark TO\nyield VERB 2 xcomp VB"),
}
# Acts that are done to nobody, with those that are beside them.
UNAIMED = {
    "told": said("said", "Sudria PROPN 4 nsubj NNP\nlied VERB 2 ccomp VBD"),
    "thought": said("thought", "Sudria PROPN 4 nsubj NNP\nlied VERB 2 ccomp VBD"),
}


def only(found: dict[str, list[str]]) -> list[str]:
    """Whom the one claim is aimed at."""
    (patients,) = found.values()
    return patients


@pytest.mark.parametrize("case", AIMED)
def test_an_act_is_aimed_at(case: str) -> None:
    rows, whom = AIMED[case]
    assert only(aims(rows)) == whom


@pytest.mark.parametrize("case", AT_NO_ONE)
def test_an_act_is_not_aimed_at(case: str) -> None:
    assert only(aims(AT_NO_ONE[case])) == []


@pytest.mark.parametrize("case", UNAIMED)
def test_what_is_said_thought_or_promised_of_someone_is_done_to_nobody(case: str) -> None:
    assert only(aims(UNAIMED[case])) == []


PASSIVE = """
Sudria PROPN 3 nsubj:pass NNP
was AUX 3 aux:pass VBD
accused VERB 0 root VBN
of SCONJ 5 mark IN
lying VERB 3 advcl VBG
"""
REJECTED = """
Norland PROPN 2 nsubj NNP
rejected VERB 0 root VBD
the DET 4 det DT
{} NOUN 2 obj NN
{} ADP 6 case IN
Sudria PROPN 4 nmod NNP
that SCONJ 9 mark IN
rebels NOUN 9 nsubj NNS
left VERB 4 acl VBD
"""


@pytest.mark.parametrize("by", ["", "by ADP 7 case IN\nNorland PROPN 3 obl:agent NNP"])
def test_the_subject_of_a_passive_is_the_accused_whoever_accuses(by: str) -> None:
    assert only(aims(PASSIVE + by)) == ["Sudria"]


@pytest.mark.parametrize(("case", "whom"), [("by", ["Sudria"]), ("near", [])])
def test_who_rejects_a_claim_rejects_whose_it_is(case: str, whom: list[str]) -> None:
    assert aims(REJECTED.format("claim", case)) == {"rejected": whom, "claim": []}


@pytest.mark.parametrize("deed", ["raid", "silence"])
def test_nobody_does_it_to_himself(deed: str) -> None:
    assert only(aims(said("defended", f"its PRON 4 nmod:poss PRP$\n{deed} NOUN 2 obj NN"))) == []
    assert only(aims(said("defended", OWNED.format(deed)))) == ["Sudria"]


def test_one_who_answers_for_two_things_is_told_once() -> None:
    joined = "\nand CCONJ 8 cc CC\nthe DET 8 det DT\nraid NOUN 5 conj NN\nby ADP 10 case IN\nSudria PROPN 8 nmod NNP"
    assert only(aims(said("condemned", OWNED.format("silence")) + joined)) == ["Sudria"]


def test_the_surest_way_is_taken_alone() -> None:
    rows = said("rejected", thing("claim", "by", "Sudria")) + (
        "\nagainst ADP 8 case IN\nNorguard PROPN 4 nmod NNP\nthat SCONJ 11 mark IN\n"
        "rebels NOUN 11 nsubj NNS\nleft VERB 4 acl VBD"
    )
    assert aims(rows)["rejected"] == ["Sudria"]
