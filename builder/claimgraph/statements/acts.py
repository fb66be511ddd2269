"""cg:speechAct: what kind of act a claim is, where the verb alone does not tell.

'Said' asserts; but 'said he would leave' commits the speaker and 'said they must leave' directs others: Searle's
commissives and directives (A classification of illocutionary acts, 1976), told by the modal of the content's clause.
"""

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.statements.lexicon import Lexicon
from claimgraph.statements.syntax import REFUSING, children, is_passive, lemma, negated, opened_by, subject
from claimgraph.statements.triggers import shipped

COMMITTING = {"will", "would", "wo", "shall", "'ll", "’ll"}
DIRECTING = {"must", "should", "ought"}
HARM = {"Assault", "Coerce", "Sanction"}  # who says that he will do it threatens
FIRST, THIRD = {"i", "we"}, {"he", "she", "it", "they"}


# What is said of an act that somebody did not do.
REVERSED = dict.fromkeys(SpeechAct, SpeechAct.ASSERTION) | {
    SpeechAct.ENDORSEMENT: SpeechAct.DENIAL,
    SpeechAct.BELIEF: SpeechAct.BELIEF,
    SpeechAct.QUESTION: SpeechAct.QUESTION,
}


def refined(
    act: SpeechAct, cue: Token, content: Token, speaker: Token | None, lexicon: Lexicon, *, direct: bool
) -> SpeechAct:
    """The act of a claim with the verb `cue`, whose content's clause is headed by `content`. `direct`: in a quotation.

    'Asked whether …' and '“Who …?” he said' are questions; a plain assertion can be a promise or a demand; and an act
    that is said not to be done is none of its kind ('did not call for …'), while 'does not support …' and 'would not
    say …' reject.
    """
    if negated(cue):
        refused = {c.lower_ for c in children(cue, "aux")} & REFUSING and act is SpeechAct.ASSERTION
        return SpeechAct.DENIAL if refused else REVERSED[act]
    asked = opened_by(content, {"whether", "if"}) or any(c.text == "?" for c in children(content, "punct"))
    if act in {SpeechAct.DEMAND, SpeechAct.ASSERTION} and asked:
        return SpeechAct.QUESTION
    if act is SpeechAct.QUESTION and opened_by(content, {"that"}):
        return SpeechAct.DEMAND  # 'asked that …'
    if act is SpeechAct.PROMISE and _harmful(content) and not negated(content):
        return SpeechAct.THREAT
    if act not in {SpeechAct.ASSERTION, SpeechAct.PREDICTION} or content.pos_ != "VERB":
        return act
    modals = {c.lower_ for c in children(content, "aux")}
    doer = subject(content)
    own = doer is not None and _is_speaker(doer, speaker, direct)
    if own and modals & COMMITTING and content.lemma_ not in lexicon.unwilled and not is_passive(content):
        if negated(content):
            return SpeechAct.DENIAL  # 'said it would not join'
        return SpeechAct.THREAT if _harmful(content) or act is SpeechAct.PREDICTION else SpeechAct.PROMISE
    if act is SpeechAct.PREDICTION:
        return act
    if doer is not None and not own and modals & DIRECTING:
        return SpeechAct.DEMAND
    return act


def _harmful(deed: Token) -> bool:
    """Whether the verb, whatever stands around it, tells of an assault, coercion or sanction."""
    bare = [t for t in shipped().verbs.get(lemma(deed), ()) if not t.weight]
    return deed.pos_ == "VERB" and any(HARM & set(shipped().lineage(t.type)) for t in bare)


def _is_speaker(doer: Token, speaker: Token | None, direct: bool) -> bool:
    """Whether the subject of what is said is who says it: 'he said he would …', '“We will …,” he said'."""
    if speaker is not None and doer.lower_ == speaker.lower_:
        return True
    return doer.lower_ in (FIRST if direct else THIRD)
