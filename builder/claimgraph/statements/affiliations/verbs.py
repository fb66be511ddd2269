"""Roles that a verb or a bare preposition tells of: "who leads Y", "Y, led by X", "X of the Y party"."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.statements.affiliations import candidate
from claimgraph.statements.affiliations.candidate import Candidate
from claimgraph.statements.affiliations.nouns import is_real, whereabouts
from claimgraph.statements.affiliations.offices import offices
from claimgraph.statements.syntax import agent, case_of, children, is_passive, opened_by, patient, subject


def by_verb(verb: Token) -> Iterator[Candidate]:
    """ "X leads Y", "Y is led by X", "X belongs to Y"."""
    words = offices().verbs
    if not (verb.lemma_ in words.roles or verb.lemma_ in words.with_) or not is_real(verb):
        return
    places = tuple(whereabouts(verb))
    if verb.lemma_ in words.with_:
        what = [c for c in children(verb, "obl") if case_of(c) in words.with_[verb.lemma_]]
        who = subject(verb)
    elif is_passive(verb):
        led = patient(verb)
        what, who = [led] if led is not None else [], agent(verb)
    else:
        what, who = _led(verb), subject(verb)
    if who is not None and what:
        yield Candidate(candidate.VERB, (who,), tuple(what), verb, places)


def _led(verb: Token) -> list[Token]:
    """The object, or else whose it is: "leads Y", "leads Y's southern wing", "heads the office of Y"."""
    objects = [c for c in children(verb, "obj") if c.lower_ not in {"force", "forces"} or verb.lemma_ != "join"]
    owners = [o for c in objects for o in children(c, "nmod:poss", "nmod") if o.dep_ != "nmod" or case_of(o) == "of"]
    return owners + objects if all(c.pos_ == "NOUN" for c in objects) else objects


def by_origin(name: Token) -> Iterator[Candidate]:
    """ "X of the Y party", where X is a person's name and Y no state's."""
    of = [c for c in children(name, "nmod") if c.i > name.i and opened_by(c, offices().prepositions.from_)]
    if of:
        yield Candidate(candidate.ORIGIN, (name,), tuple(of), None)
