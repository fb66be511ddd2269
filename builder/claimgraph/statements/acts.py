"""cg:speechAct: what kind of act a claim is, where the verb alone does not tell.

'Said' asserts; but 'said he would leave' commits the speaker and 'said they must leave' directs others: Searle's
commissives and directives (A classification of illocutionary acts, 1976), told by the modal of the content's clause.
"""

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.statements.lexicon import Lexicon
from claimgraph.statements.syntax import children, is_passive, opened_by, subject

COMMITTING = {"will", "would", "wo", "shall", "'ll", "’ll"}
DIRECTING = {"must", "should", "ought"}
SPEAKERS = {"i", "we", "he", "she", "it", "they"}


def refined(act: SpeechAct, content: Token, speaker: Token | None, lexicon: Lexicon) -> SpeechAct:
    """The act of a claim whose content's clause is headed by `content`: 'asked whether …' is a question, and a plain
    assertion can be a promise or a demand.
    """
    if act is SpeechAct.DEMAND and opened_by(content, {"whether", "if"}):
        return SpeechAct.QUESTION
    if act is not SpeechAct.ASSERTION or content.pos_ != "VERB":
        return act
    modals = {c.lower_ for c in children(content, "aux")}
    doer = subject(content)
    own = doer is not None and (doer.lower_ in SPEAKERS or (speaker is not None and doer.lower_ == speaker.lower_))
    if own and modals & COMMITTING and content.lemma_ not in lexicon.unwilled and not is_passive(content):
        return SpeechAct.PROMISE
    if doer is not None and not own and modals & DIRECTING:
        return SpeechAct.DEMAND
    return act
