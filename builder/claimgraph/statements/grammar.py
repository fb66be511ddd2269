"""Who stands where around a verb or an event noun: grammatical places over the UD tree, with what a clause leaves
unsaid (relative pronouns, control, shared subjects and objects) filled in.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

RELATIVE = {"who", "whom", "which", "that"}
SUBJECTS = {"nsubj": "subject", "csubj": "subject", "nsubj:pass": "object", "csubj:pass": "object"}
SUBJECT_CONTROL = {"promise", "threaten", "vow", "pledge", "swear", "agree"}
PLACING = {"from", "to", "into", "in", "at", "near", "inside", "outside", "across", "toward", "towards", "on"}


class Argument(NamedTuple):
    """A phrase by its head, and its grammatical place: subject, object, recipient, poss, modifier, or a preposition.

    `loose`: it hangs on another phrase of the clause, so that only a place can be read from it.
    """

    place: str
    token: Token
    loose: bool = False


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    return str(token.lemma_.lower())


def children(token: Token, *deps: str) -> list[Token]:
    """The dependents with one of the labels, in the text's order."""
    return [child for child in token.children if child.dep_ in deps]


def preposition(token: Token) -> str:
    """The first word that marks the phrase as an oblique ('' for none)."""
    return next((str(child.lower_) for child in token.children if child.dep_ == "case"), "")


def conjuncts(token: Token) -> list[Token]:
    """The phrase and what is joined to it."""
    return [token, *(c for child in children(token, "conj") if child.pos_ != "VERB" for c in conjuncts(child))]


def passive(verb: Token) -> bool:
    """Whether the verb's subject is the one it is done to."""
    if children(verb, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and not children(verb, "aux", "nsubj"):
        return verb.head.pos_ == "VERB" and passive(verb.head)
    return verb.dep_ in {"acl", "acl:relcl", "advcl"} and not children(verb, "aux")


def infinitive(verb: Token) -> bool:
    """Whether 'to' stands before it."""
    return any(child.lower_ == "to" for child in children(verb, "mark"))


def antecedent(token: Token) -> Token | None:
    """What a relative pronoun refers to."""
    if token.lower_ not in RELATIVE or token.tag_ in {"DT", "IN"}:
        return None
    clause = next((a for a in token.ancestors if a.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None else None


def subjects(verb: Token, depth: int = 5) -> list[Token]:
    """The surface subject, said in the clause or understood."""
    if own := children(verb, *SUBJECTS):
        return [antecedent(token) or token for token in own]
    if depth == 0:
        return []
    return _understood(verb, depth - 1)


def _understood(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ in {"acl", "acl:relcl"}:
        return _owners(head, depth) if infinitive(verb) else [head]
    if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ != "NOUN":
        controlled = children(head, "obj", "iobj") if verb.dep_ == "xcomp" or infinitive(verb) else []
        if controlled and lemma(head) not in SUBJECT_CONTROL:
            return controlled
        return subjects(head, depth) if verb.dep_ == "xcomp" or infinitive(verb) else []
    if verb.dep_ in {"advcl", "conj"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return subjects(head, depth)
    return []


def _owners(noun: Token, depth: int) -> list[Token]:
    """Who does what an infinitive under a noun tells: 'their decision to leave', 'made a decision to leave'."""
    if owners := children(noun, "nmod:poss") or [t for t in children(noun, "compound") if t.pos_ == "PROPN"]:
        return owners
    if noun.dep_ in {"obj", "obl"} and noun.head.pos_ == "VERB":
        return subjects(noun.head, depth)
    return []


def of_verb(verb: Token) -> list[Argument]:
    """The arguments of a verb."""
    done_to = passive(verb)
    found = [Argument("object" if done_to else "subject", token) for token in subjects(verb)]
    found += list(_complements(verb))
    if done_to and any(a.place == "object" and a.token.dep_ == "obj" and a.token.head == verb for a in found):
        found = [Argument("recipient", a.token) if a.token.dep_ == "nsubj:pass" else a for a in found]
    if not any(a.place == "object" for a in found):
        found += _shared_object(verb)
    return found + _loose(found)


def _complements(verb: Token) -> Iterator[Argument]:
    for child in verb.children:
        if child.dep_ in {"obj", "iobj"}:
            yield Argument("object" if child.dep_ == "obj" else "recipient", antecedent(child) or child)
        elif child.dep_ == "obl:agent":
            yield Argument("by", child)
        elif child.dep_ in {"obl", "nmod"} and (case := preposition(child)):
            yield Argument(case, antecedent(child) or child)
        elif child.dep_ in {"advcl", "acl", "xcomp"} and lemma(child) == "use":
            yield from (Argument("using", token) for token in children(child, "obj"))


def _shared_object(verb: Token) -> list[Argument]:
    """The object that stands only at the last of joined verbs, or before a relative clause that lacks one."""
    said = children(verb, "nsubj", "obl")
    if verb.dep_ == "acl:relcl" and children(verb, "nsubj") and not any(map(antecedent, said)):
        return [Argument("object", verb.head)]
    for later in children(verb, "conj"):
        if later.pos_ == "VERB" and not children(later, *SUBJECTS) and later.i - verb.i <= 3:
            return [Argument("object", token) for token in children(later, "obj")]
    return []


def of_noun(noun: Token) -> list[Argument]:
    """The arguments within an event noun's own phrase, and those it shares with a noun that it is joined to."""
    found = _own_phrases(noun)
    found += _shared_phrases(noun, {a.place for a in found})
    return found + _loose(found)


def _own_phrases(noun: Token) -> list[Argument]:
    found = []
    for child in (*noun.children, *_adjoining(noun)):
        if child.dep_ == "nmod:poss":
            found.append(Argument("poss", child))
        elif child.dep_ in {"compound", "amod", "nmod"} and not preposition(child) and child.i < noun.i:
            found.append(Argument("modifier", child))
        elif child.dep_ in {"nmod", "obl", "obl:agent"} and (case := preposition(child)):
            found.append(Argument(case, child))
    return found


def _adjoining(noun: Token) -> list[Token]:
    """A phrase right behind the noun that the tree hangs on the active verb above: 'led to attacks | by protesters'."""
    if noun.head.pos_ != "VERB" or passive(noun.head):
        return []
    behind = (c for c in children(noun.head, "obl", "obl:agent") if preposition(c) in {"by", "on", "against"})
    return [c for c in behind if any(m.dep_ == "case" and m.i == noun.i + 1 for m in c.children)]


def _shared_phrases(noun: Token, own: set[str]) -> list[Argument]:
    """What joined nouns share: an owner before the first ('their raids and strikes'), a phrase behind the last."""
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not children(noun, "det", "nmod:poss"):
        before = [
            a for a in _own_phrases(noun.head) if a.token.i < noun.head.i and a.token.pos_ in {"PROPN", "PRON", "ADJ"}
        ]
        return [a for a in before if a.place not in own]
    for later in children(noun, "conj"):
        if later.pos_ == "NOUN" and later.i - noun.i <= 3:
            behind = [a for a in _own_phrases(later) if a.token.i > later.i]
            return [a for a in behind if a.place not in own]
    return []


def _loose(found: list[Argument]) -> list[Argument]:
    """Places told inside a phrase: 'the withdrawal of forces from Niger' may hang 'from Niger' on the forces."""
    inner = []
    for argument in found:
        if not argument.loose:
            phrases = ((preposition(child), child) for child in children(argument.token, "nmod"))
            inner += [Argument(case, child, loose=True) for case, child in phrases if case in PLACING]
    return inner


def light_arguments(
    noun: Token, light: frozenset[str], suffered: frozenset[str], joining: frozenset[str]
) -> list[Argument]:
    """What a light verb adds to the noun that it governs, or that it describes ('an attack carried out by').

    `joining`: verbs that govern it with a preposition ('engaged in talks').
    """
    top = noun
    while top.dep_ == "conj" and top.head.pos_ == "NOUN":
        top = top.head
    described = [verb for verb in children(top, "acl", "acl:relcl") if lemma(verb) in light]
    governing = [top.head] if top.dep_ in {"obj", "nsubj:pass"} and lemma(top.head) in light else []
    if top.dep_ == "obl" and lemma(top.head) in joining and preposition(top) in {"in", "with", "to", "into", "on"}:
        governing = [top.head]
    found = []
    for verb in governing + described:
        for argument in of_verb(verb):
            if argument.token not in {noun, top}:
                moved = argument.place == "subject" and lemma(verb) in suffered
                found.append(argument._replace(place="object") if moved else argument)
    return [a for a in found if a.place not in {"of", "object"} or a.token.dep_ == "nsubj"]
