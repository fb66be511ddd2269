"""Roles that a noun tells of: whose they are, in which organization, and where."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from claimgraph.mentions import descriptions
from claimgraph.model import Kind
from claimgraph.statements.affiliations import candidate
from claimgraph.statements.affiliations.candidate import Candidate
from claimgraph.statements.affiliations.offices import is_role, offices
from claimgraph.statements.syntax import case_of, children, is_passive, lemma, negated, opened_by, patient, subject

BEFORE = frozenset({"nmod", "compound", "flat"})
NESTED = frozenset({"nmod", "nmod:poss", "compound", "conj"})
DEPTH = 4  # roles joined by 'and', each hung on the one before


def by_noun(noun: Token) -> Iterator[Candidate]:
    """ "X, a leader of Y", "Y leader X", "X is the leader of Y", "X was named leader of Y"."""
    found = bearer(noun)
    organizations, places = tuple(bodies(noun)), tuple(whereabouts(noun))
    if found is None:
        yield Candidate(candidate.DESCRIPTION, (noun,), organizations, noun, places)
    elif found[1]:
        yield Candidate(*found, organizations, noun, places)


def by_person(noun: Token) -> Iterator[Candidate]:
    """ "X, a medic with Y": any noun for a person makes a role beside a body that he is with, or at."""
    beside = tuple(c for c in children(noun, "nmod") if opened_by(c, offices().prepositions.beside))
    if not beside or descriptions.kind_of(noun) != Kind.PERSON:
        return
    found = bearer(noun)
    if found is not None and found[1]:
        yield Candidate(*found, beside, noun, tuple(whereabouts(noun)))


def bearer(noun: Token, depth: int = DEPTH) -> tuple[str, tuple[Token, ...]] | None:
    """The rule, and who has the role that a noun tells of; no one where the words say that he has it not, or only
    might have; None where the noun itself is all that is said of him.
    """
    if children(noun, "cop"):
        who = subject(noun)
        return candidate.COPULA, (who,) if who is not None and is_real(noun) else ()
    named = [c for c in children(noun, "appos", "flat") if c.pos_ == "PROPN" and c.i > noun.i]
    if noun.dep_ == "appos" and not named:
        return candidate.APPOSITION, (*_nearest(noun), noun.head)
    if named:
        return candidate.APPOSITION, (named[0],)
    if noun.dep_ in BEFORE and noun.i < noun.head.i and noun.head.pos_ == "PROPN" and not case_of(noun):
        return candidate.TITLE, (noun.head,)
    joined = _joined(noun)
    if joined is not None and depth:
        return bearer(joined, depth - 1)
    return _appointed(noun) or _beside(noun)


def _joined(noun: Token) -> Token | None:
    """The role that a noun is joined to by "and", though the tree may join it to that role's body: "a leader of Y and a
    member of Z".
    """
    if noun.dep_ != "conj":
        return None
    body = noun.head.dep_ == "nmod" and noun.head.ent_type_ != "PER"
    above = (noun.head, noun.head.head) if body else (noun.head,)
    return next((t for t in above if is_role(t)), None)


def _nearest(noun: Token) -> Iterator[Token]:
    """The name of a list that stands right before the noun: "X and Z, a leader of Y" is of Z, whatever the tree has."""
    edge = noun.left_edge.i - (noun.left_edge.text != ",")
    if edge > 0 and noun.doc[edge].text == ",":
        last = noun.doc[edge - 1]
        root = last.head if last.dep_ == "flat" else last
        if root.dep_ == "conj" and root.pos_ == "PROPN":
            yield root


def is_real(word: Token) -> bool:
    """Whether a clause says that something is so: neither negated nor said to be merely possible."""
    return not negated(word) and all(c.lower_ not in offices().verbs.unreal for c in children(word, "aux"))


def _appointed(noun: Token) -> tuple[str, tuple[Token, ...]] | None:
    """ "X was named head of Y", "the council elected X speaker", "X became head of Y", "X serves as head of Y"."""
    verb, words = noun.head, offices().verbs
    if noun.dep_ == "flat" and noun.i > noun.head.i and noun.head.head.lemma_ in words.appoint:
        return candidate.APPOINTMENT, (noun.head,)
    predicate = noun.dep_ in {"xcomp", "ccomp"} or case_of(noun) == "as"
    if verb.pos_ != "VERB" or noun.i < verb.i or not predicate or verb.lemma_ not in words.appoint | words.assume:
        return None
    who = _holder(verb, noun)
    return candidate.APPOINTMENT, (who,) if who is not None and is_real(verb) else ()


def _holder(verb: Token, noun: Token) -> Token | None:
    """Who has the office from now on, or had it, as the verb tells."""
    if verb.lemma_ not in offices().verbs.appoint:
        return subject(verb)
    if is_passive(verb):
        return patient(verb)
    whom = (c for c in children(verb, "obj", "iobj", "xcomp") if c != noun and c.i < noun.i)
    return next(whom, None)


def _beside(noun: Token) -> tuple[str, tuple[Token, ...]] | None:
    """A name right behind the phrase, wherever the tree has it: "a commander in the Brigade, Abu Ali, said".

    Whether it is a person's, and not the Brigade's other name, its kind must tell.
    """
    inside = (t for t in noun.subtree if t.i > noun.i and t.dep_ == "appos" and t.head.dep_ in NESTED)
    nested = [t for t in inside if t.pos_ == "PROPN"]
    if nested:
        return candidate.APPOSITION, (*nested, noun)
    at = noun.right_edge.i + 1
    follows = noun.right_edge != noun and at < len(noun.doc) and noun.doc[at].pos_ == "PROPN"
    return (candidate.TITLE, (noun.doc[at], noun)) if follows else None


def bodies(noun: Token, depth: int = DEPTH) -> Iterator[Token]:
    """What may be the organization: "of Y", "Y's", "Y …"; of roles joined by "and" the first one's, too."""
    yield from (c for c in children(noun, "nmod") if c.i > noun.i and opened_by(c, _within(noun)))
    yield from children(noun, "nmod:poss")
    before = [c for c in children(noun, "compound", "amod", "nmod") if c.i < noun.i]
    yield from reversed(before)
    yield from (t for c in reversed(before) for t in c.subtree if t != c and t.dep_ == "compound")  # "EU policy chief"
    joined = _joined(noun)
    if joined is not None and depth:
        yield from (c for c in bodies(joined, depth - 1) if c.i < joined.i)


def _within(noun: Token) -> Iterable[str]:
    words, prepositions = offices().nouns, offices().prepositions
    if lemma(noun) in words.envoys:
        return prepositions.sent
    return prepositions.within | {"to"} if lemma(noun) in words.servants else prepositions.within


def whereabouts(head: Token) -> Iterator[Token]:
    """What may be the place: "in Z" behind the noun or the verb, or behind the organization."""
    phrases = [c for c in children(head, "nmod", "obl") if c.i > head.i]
    inner = [c for p in (*phrases, *children(head, "obj")) for c in children(p, "nmod")]
    yield from (p for p in (*phrases, *inner) if opened_by(p, offices().prepositions.where))
