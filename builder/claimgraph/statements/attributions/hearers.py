"""Whom a verb of saying is addressed to."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.statements.attributions.candidate import Context
from claimgraph.statements.attributions.tellers import added
from claimgraph.statements.lexicon import Row
from claimgraph.statements.syntax import children, conjuncts, first, is_passive, opened_by, patient


def addressees(verb: Token, row: Row, context: Context) -> tuple[Token, ...]:
    """The heads of the phrases that name who is spoken to, those that are joined too.

    The object, a 'to' phrase, the one called on to do something; 'Speaking to …, he said', 'said in a call with …'.
    """
    heads = [*_addressed(verb, row), *_met(verb, context)] or _also_heard(verb, row, context)
    return tuple(dict.fromkeys(t for head in heads for t in conjuncts(head)))


def _also_heard(verb: Token, row: Row, context: Context) -> list[Token]:
    """'told the agency that …, adding that …', 'told them that … and denied …': who hears the one hears the other."""
    joined = verb.dep_ == "conj" and not children(verb, "nsubj") and verb.head.lemma_ in context.lexicon.verb
    said = added(verb, context.lexicon) or (verb.head if joined else None)
    if said is None or row.act is SpeechAct.DEMAND or row.addressee == "object":
        return []
    several = (_addressed(said, told) for told in context.lexicon.verb[said.lemma_] if told.act is not SpeechAct.DEMAND)
    return next((heads for heads in several if heads), [])


def _addressed(verb: Token, row: Row) -> list[Token]:
    if row.addressee == "object":
        whom = patient(verb) if is_passive(verb) else first(children(verb, "iobj")) or patient(verb) or _misread(verb)
        return [] if whom is None else [whom]
    if row.addressee == "to":
        return [c for c in children(verb, "obl") if opened_by(c, {"to"})]
    if row.act is not SpeechAct.DEMAND:
        return []
    heads = [s for c in children(verb, "ccomp") for s in children(c, "nsubj")]  # 'demanded that they leave'
    if children(verb, "xcomp", "advcl"):
        heads += [c for c in children(verb, "obl") if opened_by(c, row.prepositions)]
    return heads + [c for c in children(verb, "obl") if opened_by(c, {"from"})]


def _misread(verb: Token) -> Token | None:
    """'told the paper | there was no proof': the phrase right behind the verb, taken for one more subject."""
    clauses = children(verb, "ccomp")
    subjects = [t for clause in (verb, *clauses) for t in children(clause, "nsubj", "nsubj:pass", "expl")]
    behind = [t for t in subjects if t.left_edge.i == verb.i + 1]
    several = len(subjects) > 1 + len(clauses)
    return behind[0] if behind and several and behind[0].dep_ != "expl" else None


def _met(verb: Token, context: Context) -> Iterator[Token]:
    """Those to whom, or with whom, somebody speaks on the occasion of which he says it."""
    for speaking in children(verb, "advcl"):
        if speaking.lemma_ in {"speak", "talk"}:
            yield from (c for c in children(speaking, "obl") if opened_by(c, {"to", "with"}))
    for occasion in children(verb, "obl"):
        if occasion.lemma_ in context.lexicon.occasions:
            yield from (c for c in children(occasion, "nmod") if opened_by(c, {"to", "with"}))
