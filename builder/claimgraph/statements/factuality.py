"""`cg:factuality`: whether the article itself vouches for an event, or only somebody in it; done, denied or planned.

Told by the words between the trigger and the root of its sentence, from the inside out, and by the claim that holds it.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Token

from claimgraph.model import Factuality, Quotation, SpeechAct
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.syntax import SUBJECTS, case_of, children, clause_above, is_infinitive, lemma

FILE = Path(__file__).with_name("factuality.toml")
OPERATIVE = {
    SpeechAct.DENIAL: Factuality.DENIED,
    SpeechAct.DEMAND: Factuality.INTENDED,
    SpeechAct.PROMISE: Factuality.INTENDED,
    SpeechAct.THREAT: Factuality.INTENDED,
    SpeechAct.QUESTION: Factuality.HYPOTHETICAL,
    SpeechAct.PREDICTION: Factuality.HYPOTHETICAL,
}
DEFINITE = {"the", "this", "that", "these", "those"}
KINDS = {"intended": Factuality.INTENDED, "hypothetical": Factuality.HYPOTHETICAL, "denied": Factuality.DENIED}

LISTS = {f"{kind}{of}" for kind in KINDS for of in ("", "_nouns", "_modifiers")}
LISTS |= {"intended_auxiliaries", "hypothetical_auxiliaries", "negations", "negative_determiners"}
LISTS |= {"conditional_marks", "negative_marks", "background_marks"}


class Climb(NamedTuple):
    """What the way up says, and whether it ends before the main clause (a relative clause, a known event)."""

    says: Factuality | None
    background: bool


@cache
def words() -> dict[str, frozenset[str]]:
    """The word lists of `factuality.toml`; raises ValueError where it holds others."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    if wrong := data.keys() ^ LISTS:
        raise ValueError(f"{FILE}: lacks or does not know the list {sorted(wrong)[0]!r}")
    return {name: frozenset(several) for name, several in data.items()}


def factuality(trigger: Token, claims: Claimed, light: frozenset[str] = frozenset()) -> Factuality:
    """The factuality of the event that a word tells of. `light`: verbs over a noun that only say that it is done."""
    path = _climb(trigger, light, claims)
    if path.says is not None:
        return path.says
    around = claims.around(_told_with(trigger).idx)
    if all(claim.held and claim.speech_act is not SpeechAct.ASSERTION for claim in around):
        return Factuality.STATED  # nobody's; or known, condemned, praised: who reports that takes it for a fact
    inner = min(around, key=lambda claim: sum(s.end - s.begin for s in claim.content))
    if path.background:
        presupposed = inner.speech_act in OPERATIVE and inner.quotation is not Quotation.DIRECT
        return Factuality.STATED if presupposed else Factuality.ATTRIBUTED
    return OPERATIVE.get(inner.speech_act, Factuality.ATTRIBUTED)


def _told_with(token: Token) -> Token:
    """The word whose claim is the trigger's too: its own place, or the clause that it goes on to tell of."""
    for word in (token, *token.ancestors):
        if clause_above(word) != word.head:
            return clause_above(word)
    return token


def _climb(token: Token, light: frozenset[str], claims: Claimed) -> Climb:
    trigger = token
    shared = True  # whether the word's own auxiliaries are the ones that count
    while True:
        if shared and (says := _own(token, objects=token == trigger)) is not None:
            return Climb(says, False)
        head, label = clause_above(token), token.dep_
        if head == token:
            return Climb(None, False)
        if label == "conj":
            shared = not (token.pos_ == "VERB" and children(token, "aux", *SUBJECTS))
            token = head
            continue
        shared = True
        if label == "ccomp" and not is_infinitive(token) and _asserts(head, claims):
            return Climb(None, False)  # the claim says what it is
        if label in {"obj", "obl", "nmod", "nsubj:pass"} and _operates(head, claims):
            return Climb(None, False)  # 'called for the withdrawal': known or not
        if (step := _step(token, head, label, light)) is not None:
            return step
        token = head


def _asserts(verb: Token, claims: Claimed) -> bool:
    """Whether the verb is the cue of a claim that tells more than a belief."""
    return any(c.speech_act is not SpeechAct.BELIEF for c in claims.cued(verb.idx))


def _operates(word: Token, claims: Claimed) -> bool:
    """Whether the word is the cue of a claim that demands, promises or denies what it governs."""
    return any(c.speech_act in OPERATIVE for c in claims.cued(word.idx))


def _step(token: Token, head: Token, label: str, light: frozenset[str]) -> Climb | None:
    """What ends the climb between a word and its head; None where it goes on."""
    marks = {c.lower_ for c in children(token, "mark", "advmod", "case", "cc") if c.i < token.i}
    if label in {"advcl", "ccomp", "acl", "parataxis", "csubj"} and token.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        return _clause(token, head, label, marks)
    if label == "xcomp":
        return Climb(None, True) if _known(token) and token.tag_.startswith("NN") else _governed(head)
    if label == "acl:relcl":
        return Climb(None, True)
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    planned = children(head, *SUBJECTS) if case_of(token) == "for" else []  # 'preparations are under way for the march'
    if (named := next(filter(None, (_named(t, "for") for t in planned)), None)) is not None:
        return named
    if head.pos_ in {"NOUN", "PROPN"}:
        return _named(head, case_of(token)) or (Climb(None, True) if _known(token) else None)
    if marks & words()["background_marks"]:
        return Climb(None, True)
    if head.pos_ in {"VERB", "ADJ"} and (label in {"obj", "nsubj:pass"} or case_of(token) in {"for", "to", "in", "on"}):
        if lemma(head) in light and case_of(token) != "for":
            return None
        if found := _governed(head):
            return found
    if label in {"nsubj", "nsubj:pass"} and lemma(head) in light:
        return None
    return Climb(None, True) if _known(token) else None


def _clause(token: Token, head: Token, label: str, marks: set[str]) -> Climb | None:
    lists = words()
    if marks & lists["conditional_marks"]:
        return Climb(Factuality.HYPOTHETICAL, False)
    if marks & lists["negative_marks"]:
        return Climb(Factuality.DENIED, False)
    if marks & lists["background_marks"]:
        return Climb(None, True)
    if marks & {"for", "of"} and _denied_ground(head):
        return Climb(Factuality.DENIED, False)
    if label == "acl":
        return (_named(head, "to") or Climb(Factuality.INTENDED, False)) if is_infinitive(token) else Climb(None, True)
    if label == "advcl" and is_infinitive(token):
        if lemma(head) == "use":
            return None  # what a means is used for is done where it is used
        return _governed(head) or Climb(Factuality.INTENDED, False)
    if label == "ccomp":
        return _governed(head) or Climb(None, False)
    return Climb(None, False) if label in {"parataxis", "csubj"} else None


def _denied_ground(noun: Token) -> bool:
    """'would not be a ground for launching attacks', 'no reason for'."""
    without = any(c.lower_ in words()["negative_determiners"] for c in children(noun, "det"))
    return noun.pos_ == "NOUN" and (without or _own(noun) is Factuality.DENIED)


def _governed(head: Token) -> Climb | None:
    for name, value in KINDS.items():
        if lemma(head) in words()[name] or head.lower_ in words()[name]:
            negated = value is not Factuality.HYPOTHETICAL and _negated(head)
            return Climb(Factuality.DENIED if negated and value is Factuality.INTENDED else value, False)
    return None


def _named(head: Token, case: str) -> Climb | None:
    """A noun over an infinitive, 'of', 'for' or 'to': 'a plan to', 'the risk of'."""
    if case in {"of", "for", "to", "on"}:
        for name, value in KINDS.items():
            if lemma(head) in words()[f"{name}_nouns"]:
                return Climb(value, False)
    return None


def _own(token: Token, *, objects: bool = True) -> Factuality | None:
    """What the word's own auxiliaries, negation and modifiers say; `objects`: and its objects' ('shot nobody')."""
    lists = words()
    if token.pos_ in {"NOUN", "PROPN"} and not children(token, "cop"):
        before = {c.lower_ for c in children(token, "amod", "det")}
        return next((value for name, value in KINDS.items() if before & lists[f"{name}_modifiers"]), None)
    if _negated(token, objects=objects):
        supposed = any(c.lower_ in lists["conditional_marks"] for c in children(token, "mark"))
        return Factuality.HYPOTHETICAL if supposed else Factuality.DENIED
    auxiliaries = {c.lower_ for c in children(token, "aux", "cop")}
    if auxiliaries & lists["hypothetical_auxiliaries"]:
        return Factuality.HYPOTHETICAL
    if auxiliaries & lists["intended_auxiliaries"]:
        return Factuality.HYPOTHETICAL if "would" in auxiliaries and _conditional(token) else Factuality.INTENDED
    if any(c.lower_ == "due" for c in children(token, "mark", "case")):
        return Factuality.INTENDED  # 'is due to visit'
    be_to = is_infinitive(token) and token.head.lemma_ == "be" and token.dep_ == "xcomp"
    return Factuality.INTENDED if be_to else None


def _negated(token: Token, *, objects: bool = True) -> bool:
    lists = words()
    if any(c.lower_ in lists["negations"] for c in children(token, "advmod", "neg", "det")):
        return True
    phrases = children(token, "nsubj", "nsubj:pass", *(("obj",) if objects else ()))
    return any(c.lower_ in lists["negative_determiners"] for p in phrases for c in children(p, "det")) or any(
        p.lower_ in {"nobody", "none", "nothing"} for p in phrases
    )


def _conditional(token: Token) -> bool:
    marks = {c.lower_ for clause in children(token, "advcl") for c in children(clause, "mark")}
    return bool(marks & words()["conditional_marks"])


def _known(noun: Token) -> bool:
    """Whether the noun speaks of an event taken as known: 'the attack', 'his murder'."""
    return any(c.lower_ in DEFINITE for c in children(noun, "det")) or bool(children(noun, "nmod:poss"))
