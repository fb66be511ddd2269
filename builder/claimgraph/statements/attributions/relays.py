"""Tellers who pass on what another tells: 'Y reported, citing X, that …', 'X said in a statement carried by Y'."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.statements.attributions.candidate import Candidate, Context, Outcome
from claimgraph.statements.attributions.tellers import relays
from claimgraph.statements.attributions.verbs import by_verb
from claimgraph.statements.syntax import agent, children, first, preposition, words

CITING, CARRIED = "claim.citing", "claim.carried"


def citing(verb: Token, context: Context) -> Iterator[Outcome]:
    """'Y reported, citing X, that …': X tells Y, so the claim is X's, and Y's claim passes it on."""
    if verb.lemma_ not in context.lexicon.relaying or verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl"}:
        return
    origin = first(children(verb, "obj", "iobj"))
    if origin is None:
        return
    for reporting in relays(verb, context.lexicon):
        for outcome in by_verb(reporting, context):
            if isinstance(outcome, Candidate) and verb.i not in outcome.cue:
                content = outcome.content - words(verb)
                yield Candidate(
                    CITING,
                    outcome.act,
                    frozenset({verb.i}),
                    content,
                    origin,
                    quoted=outcome.quoted,
                    speaks=True,
                    passed_on_by=reporting.i,
                )
                return


def carried(participle: Token, context: Context) -> Iterator[Outcome]:
    """'X, quoted by Y, said …', 'X said in a statement carried by Y that …': Y passes on what X says."""
    if participle.lemma_ not in context.lexicon.carrying or participle.dep_ != "acl":
        return
    by, verb = agent(participle), _told_in(participle.head, context)
    if by is None or by.i < participle.i or verb is None:
        return
    mark = preposition(by)
    cue = {participle.i} | ({mark.i} if mark is not None and mark.i == participle.i + 1 else set())
    content = words(verb, [participle]) - {i for c in children(verb, "punct") for i in words(c)}
    yield Candidate(CARRIED, SpeechAct.ASSERTION, frozenset(cue), frozenset(content), by, speaks=True)


def _told_in(noun: Token, context: Context) -> Token | None:
    """The verb of saying whose subject a noun is, or by which somebody says something in the text that it names."""
    verb = noun.head
    if verb.lemma_ not in context.lexicon.verb or verb.pos_ != "VERB":
        return None
    told = noun.dep_ == "nsubj" or (noun.dep_ == "obl" and noun.lemma_ in context.lexicon.texts)
    return verb if told and children(verb, "ccomp") else None
