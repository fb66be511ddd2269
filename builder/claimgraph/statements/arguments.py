"""Who stands where around a verb or an event noun: grammatical places over the UD tree, with what a clause leaves
unsaid (relative pronouns, control, shared subjects and objects) filled in.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from claimgraph.statements.syntax import (
    SUBJECTS,
    antecedent,
    case_of,
    children,
    is_infinitive,
    is_passive,
    is_time,
    lemma,
    subjects,
)

PLACING = {"from", "to", "into", "in", "at", "near", "inside", "outside", "across", "toward", "towards", "on"}

HAPPENING = {"between", "among", "against", "with", "in", "at", "near", "across", "inside", "outside", "throughout"}
SHARED = {"with", "between", "among", "to", "for", "against", "on", "upon", "into", "from"}


class Argument(NamedTuple):
    """A phrase by its head, and its grammatical place: subject, object, recipient, task, poss, modifier, a preposition.

    `loose`: it hangs on another phrase of the clause, so that only a place can be read from it.
    """

    place: str
    token: Token
    loose: bool = False


def of_verb(verb: Token) -> list[Argument]:
    """The arguments of a verb."""
    done_to = is_passive(verb)
    phrases = list(_complements(verb))
    # 'after shelling by the army' has the army alone as its subject
    own = verb.tag_ != "VBG" or verb.dep_ != "advcl" or children(verb, *SUBJECTS)
    nominal = not own and any(a.place == "by" and not is_time(a.token) for a in phrases)
    found = [Argument("object" if done_to else "subject", t) for t in (() if nominal else subjects(verb))]
    found += phrases
    if done_to and any(a.place == "object" and a.token.dep_ == "obj" and a.token.head == verb for a in found):
        found = [Argument("recipient", a.token) if a.token.dep_ == "nsubj:pass" else a for a in found]
    if not any(a.place == "object" for a in found):
        found += _shared_object(verb)
    if verb.dep_ == "acl:relcl" and any(c.lower_ == "where" for c in children(verb, "advmod")):
        found.append(Argument("in", verb.head))
    return found + _loose(found)


def _complements(verb: Token) -> Iterator[Argument]:
    for child in verb.children:
        if child.dep_ in {"obj", "iobj"}:
            yield Argument("object" if child.dep_ == "obj" else "recipient", antecedent(child) or child)
        elif child.dep_ == "obl:agent":
            yield Argument("by" if _by_someone(verb, child) else "beside", child)
        elif child.dep_ in {"obl", "nmod"} and (case := case_of(child)):
            named = case != "by" or _by_someone(verb, child)
            yield Argument(case if named else "beside", antecedent(child) or child)
        elif child.dep_ == "xcomp" and child.pos_ == "NOUN" and children(verb, "compound:prt"):
            yield Argument("object", child)  # 'called off a visit', as the parser has it
        elif child.dep_ == "xcomp" and is_infinitive(child):
            yield from (Argument("task", token) for token in children(child, "obj"))
        elif child.dep_ in {"advcl", "acl", "xcomp"} and lemma(child) == "use":
            yield from (Argument("using", token) for token in children(child, "obj"))


def _by_someone(verb: Token, phrase: Token) -> bool:
    """Whether a phrase with "by" can name who does it: not of an active verb ('asked to leave by the court'), nor where
    it stands right behind the object ('suppressed protests by students').
    """
    behind = any(t.i == phrase.left_edge.i - 1 for t in children(verb, "obj"))
    return is_passive(verb) or (verb.tag_ == "VBG" and not behind)


def _shared_object(verb: Token) -> list[Argument]:
    """The object that stands only at the last of joined verbs, or before a relative clause that lacks one."""
    said = children(verb, "nsubj", "obl")
    if verb.dep_ == "acl:relcl" and children(verb, "nsubj") and not any(map(antecedent, said)):
        return [Argument("object", verb.head)]
    for later in children(verb, "conj"):
        if later.pos_ == "VERB" and not children(later, *SUBJECTS) and later.i - verb.i <= 3:
            return [Argument("object", token) for token in children(later, "obj")]
    return []


def of_object(verb: Token) -> list[Argument]:
    """The phrases within an object that makes the verb's event: 'signed an agreement with', 'sent tons of aid to'."""
    found: list[Argument] = []
    inner = children(verb, "obj", "nsubj:pass")
    while inner:
        phrases = [(case_of(c), c) for token in inner for c in children(token, "nmod") if c.i > token.i]
        found += [Argument(case, c) for case, c in phrases if case in SHARED]
        inner = [c for case, c in phrases if case == "of"]
    return found


def of_phrase(arguments: list[Argument], heads: frozenset[str]) -> list[Argument]:
    """What stands in a phrase that makes the verb's event: 'came to the defence of', 'entered into talks with'."""
    made = [a.token for a in arguments if not a.loose and lemma(a.token) in heads]
    inner = [Argument(case_of(c), c) for token in made for c in children(token, "nmod") if c.i > token.i]
    return inner + [Argument("of", c) for token in made for c in children(token, "nmod:poss")]


def of_noun(noun: Token) -> list[Argument]:
    """The arguments within an event noun's own phrase, and those it shares with a noun that it is joined to."""
    found = _own_phrases(noun)
    found += _shared_phrases(noun, {a.place for a in found})
    return found + _loose(found)


def _own_phrases(noun: Token) -> list[Argument]:
    found = []
    phrases = [*noun.children, *_adjoining(noun)]
    for child in phrases:
        if child.dep_ == "nmod:poss":
            found.append(Argument("poss", child))
        elif child.dep_ in {"compound", "amod", "nmod"} and not case_of(child) and child.i < noun.i:
            found.append(Argument("modifier", child))
        elif child.dep_ in {"nmod", "obl", "obl:agent", "obj"} and (case := case_of(child)):
            found.append(Argument(case, child))
    return found + _behind_agents(phrases)


def _adjoining(noun: Token) -> list[Token]:
    """A phrase right behind the noun that the tree hangs on the active verb above: 'led to raids | by rebels'."""
    if noun.head.pos_ != "VERB" or is_passive(noun.head):
        return []
    behind = (c for c in children(noun.head, "obl", "obl:agent", "obj") if case_of(c) in {"by", "on", "against"})
    return [c for c in behind if _opens_at(c, noun.i + 1)]


def _behind_agents(phrases: list[Token]) -> list[Argument]:
    """'raids by rebels | on the camp', 'the killing by rebels | of Ali and Omar': what follows an agent may hang on it
    in the tree, and so may what is joined to that.
    """
    found = []
    for agent in (t for t in phrases if t.dep_ in {"nmod", "obl", "obl:agent", "obj"} and case_of(t) == "by"):
        last = max([agent, *children(agent, "flat")], key=lambda t: t.i)
        behind = [
            c for c in children(agent, "nmod") if case_of(c) in {"on", "against", "of"} and _opens_at(c, last.i + 1)
        ]
        found += [Argument(case_of(c), c) for c in behind]
        joined = [c for c in children(agent, "conj") if c.pos_ != "VERB" and behind and c.i > behind[0].i]
        found += [Argument(case_of(behind[0]), c) for c in joined if not case_of(c)]
    return found


def _opens_at(phrase: Token, position: int) -> bool:
    return any(mark.dep_ == "case" and mark.i == position for mark in phrase.children)


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
            phrases = ((case_of(child), child) for child in _within(argument.token))
            inner += [Argument(case, child, loose=True) for case, child in phrases if case in PLACING]
    return inner


def _within(phrase: Token, depth: int = 2) -> Iterator[Token]:
    """The phrases in a noun phrase, and those in its "of"-phrases: 'part of a camp in'."""
    for child in children(phrase, "nmod"):
        yield child
        if depth and case_of(child) == "of":
            yield from _within(child, depth - 1)


def light_arguments(
    noun: Token, light: frozenset[str], suffered: frozenset[str], joining: frozenset[str], packed: frozenset[str]
) -> list[Argument]:
    """What a light verb adds to the noun that it governs, or that it describes ('an attack carried out by').

    `joining`: verbs that govern it with a preposition ('engaged in talks'). `packed`: what it may come in ('tons of').
    """
    top = noun
    while (top.dep_ == "conj" and top.head.pos_ == "NOUN") or _measured(top, packed):
        top = top.head
    described = [verb for verb in children(top, "acl", "acl:relcl") if lemma(verb) in light]
    governing = [top.head] if top.dep_ in {"obj", "nsubj:pass"} and lemma(top.head) in light else []
    if top.dep_ == "obl" and lemma(top.head) in joining and case_of(top) in {"in", "with", "to", "into", "on", "under"}:
        governing = [top.head]
    found = []
    for verb in governing + described:
        for argument in of_verb(verb):
            if argument.token not in {noun, top}:
                moved = argument.place == "subject" and (lemma(verb) in suffered or case_of(top) == "under")
                found.append(argument._replace(place="object") if moved else argument)
    return [a for a in found if a.place not in {"of", "object"} or a.token.dep_ == "nsubj"]


def happening_arguments(noun: Token, happening: frozenset[str]) -> list[Argument]:
    """What a verb whose subject is the event adds: 'clashes erupted between … in …'."""
    verb = noun.head
    said = {lemma(verb), *(lemma(c) for c in children(verb, "obj"))}  # 'took place'
    if noun.dep_ not in {"nsubj", "nsubj:pass"} or not said & happening:
        return []
    phrases = ((case_of(c), c) for c in children(verb, "obl", "obl:agent"))
    return [Argument(case, c) for case, c in phrases if case in HAPPENING]


def _measured(noun: Token, packed: frozenset[str]) -> bool:
    return noun.dep_ == "nmod" and case_of(noun) == "of" and lemma(noun.head) in packed
