"""What whoever reports a claim takes for true, for false, or leaves open, and what that makes of its events."""

import pytest
from spacy.language import Language

from claimgraph import pipeline
from claimgraph.model import Article
from claimgraph.registry import Registry
from claiming import ADVERB, CLAUSE, NOUN, PREPOSITIONAL, SURE, swapped, told

OBJECT = """
Officials NOUN 2 nsubj NNS
{} VERB 0 root VBD
the DET 4 det DT
raid_ NOUN 2 obj NN
. PUNCT 2 punct .
"""
EQUATED = """
Their PRON 2 nmod:poss PRP$
{} NOUN 3 nsubj NN
is VERB 0 root VBZ
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
HELD = {
    "admitted that": (swapped(CLAUSE, {"said VERB": "admitted VERB"}), True),
    "pretended that": (swapped(CLAUSE, {"said VERB": "pretended VERB"}), False),
    "said that": (CLAUSE, None),
    "denied that": (swapped(CLAUSE, {"said VERB": "denied VERB"}), None),
    "condemned the raid": (OBJECT.format("condemned"), True),
    "denied the raid": (OBJECT.format("denied"), None),
    "called for talks": (PREPOSITIONAL, None),
    "his regret that": (swapped(NOUN, {"claim NOUN": "regret NOUN"}), True),
    "his claim that": (NOUN, None),
    "their regret is that": (EQUATED.format("regret"), True),
    "their demand is that": (EQUATED.format("demand"), None),
    "was happy that": (swapped(SURE, {"sure ADJ": "happy ADJ"}), True),
    "was certain that": (swapped(SURE, {"sure ADJ": "certain ADJ"}), None),
    "reportedly": (ADVERB, None),
}


@pytest.mark.parametrize("case", HELD)
def test_the_word_tells_whether_the_claim_is_held_true(case: str) -> None:
    rows, held = HELD[case]
    assert [claim.held for claim in told(rows)] == [held]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The mayor admitted that soldiers killed a teacher.", "Attributed"),
        ("The mayor regretted that soldiers killed a teacher.", "Stated"),
        ("The mayor said that soldiers killed a teacher.", "Attributed"),
        ("The mayor claimed that soldiers killed a teacher.", "Attributed"),
        ("The mayor pretended that soldiers killed a teacher.", "Attributed"),
        ("The mayor denied that soldiers killed a teacher.", "Denied"),
        ("Residents said the mayor admitted that soldiers killed a teacher.", "Attributed"),
        ("The mayor admitted that residents said that soldiers killed a teacher.", "Attributed"),
        ("The mayor admitted that soldiers may kill a teacher.", "Hypothetical"),
    ],
)
def test_who_reports_it_vouches_for_what_he_holds_true_and_nobody_else_claims(
    nlp: Language, text: str, factuality: str
) -> None:
    (event,) = pipeline.extract(Article("test", text), nlp, Registry()).events
    assert event.factuality == factuality
