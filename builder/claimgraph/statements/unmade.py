"""Acts of speech that nobody has made: only possible, wanted, planned or supposed.

'He said London would condemn the raid' reports one act of speech, not two.
"""

from spacy.tokens import Token

from claimgraph.statements.factuality import words
from claimgraph.statements.syntax import REFUSING, children, is_infinitive, lemma, negated

# Verbs whose infinitive is as real as they are: 'seemed to admit', 'went on to deny'.
GOING_ON = {"seem", "appear", "continue", "begin", "start", "go", "proceed", "manage", "use", "come", "be", "say"}


def unmade(cue: Token) -> bool:
    """Whether the word that attributes stands under a modal, a condition, or a verb of wanting, or tells a purpose."""
    lists = words()
    auxiliaries = {c.lower_ for c in children(cue, "aux")}
    if negated(cue) and auxiliaries & REFUSING:
        return False  # 'would not say' tells of a refusal
    if auxiliaries & (lists["hypothetical_auxiliaries"] | lists["intended_auxiliaries"]):
        return True
    if {c.lower_ for c in children(cue, "mark")} & lists["conditional_marks"]:
        return True
    if cue.dep_ == "conj" and not children(cue, "nsubj"):
        return unmade(cue.head)
    return is_infinitive(cue) and not (cue.dep_ == "xcomp" and lemma(cue.head) in GOING_ON)
