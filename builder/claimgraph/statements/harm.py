"""`cg:Killed`, `cg:Injured`, `cg:KilledOrInjured`: whether the counted ones died or were hurt."""

from spacy.tokens import Doc, Token

from claimgraph.model import Measure
from claimgraph.statements.counting import governor, top
from claimgraph.statements.numerals import Number, tables
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.triggers import shipped

RANGING = {"between", "about", "around", "over", "up", "under", "near", "including", ""}
SUFFERS = {"die", "perish", "fall"}
LEFT = {"dead", "wounded", "injured"}


def harmed(doc: Doc, number: Number, counted: Token) -> tuple[Measure, list[Token]] | None:
    """What the counted ones suffered, and the words that say so; None where nothing is said."""
    said = _labelled(doc, number, counted) or _words(counted)
    if not said:
        return None
    joined = [c for t in said for c in (*children(t, "conj"), *([t.head] if t.dep_ == "conj" else [])) if _shares(c)]
    known = tables().words
    lemmas = {lemma(t) for t in (*said, *joined)}
    fatal = known["lives"] | known["losing"] | known["remains"]
    killed = bool(lemmas & known["killed"] or {lemma(t) for t in said} & fatal)
    if lemmas & known["both"] or (killed and lemmas & known["injured"]):
        return Measure.KILLED_OR_INJURED, said
    return (Measure.KILLED if killed else Measure.INJURED), said


def _labelled(doc: Doc, number: Number, counted: Token) -> list[Token]:
    """What stands right behind the counted ones: '12 dead, 30 wounded', '12 killed and 30 others injured'.

    There the auxiliary is left out, and the number's own place in the tree is uncertain.
    """
    at = counted.i + 1 if number.end <= counted.i < number.end + 4 else number.end
    if at >= len(doc) or not _is_state(doc[at]):
        return []
    joined = doc[at + 1 : at + 3]
    both = len(joined) == 2 and joined[0].lower_ in {"and", "or", "/"} and _is_state(joined[1])
    return [doc[at], joined[1]] if both else [doc[at]]


def _is_state(token: Token) -> bool:
    """'dead', or the participle of a verb that harms, not 'killed three'."""
    known = tables().words
    if token.lower_ == "dead":
        return True
    if lemma(token) not in known["killed"] | known["injured"] or not token.lower_.endswith(("ed", "hurt", "slain")):
        return False
    return token.tag_ in {"VBN", "JJ"} or (token.tag_ == "VBD" and not children(token, "obj"))


def _words(counted: Token) -> list[Token]:
    """The words that the tree joins to the counted ones."""
    known = tables().words
    harm = known["killed"] | known["injured"] | known["both"]
    head, label = governor(counted)
    found = [t for t in (counted, *children(counted, "amod", "acl", "acl:relcl")) if _suffered(t) and lemma(t) in harm]
    if head.pos_ in {"VERB", "ADJ", "NOUN"} and head != counted:
        undergone = label in {"obj", "nsubj:pass", "obl"} or (label == "nsubj" and lemma(head) in SUFFERS | {"dead"})
        if head.pos_ == "NOUN":
            undergone = label == "nmod" and case_of(counted) == "of"
        if undergone and lemma(head) in harm and (label != "obl" or case_of(top(counted)) in RANGING):
            found.append(head)
        if label in {"nsubj:pass", "obj", "nsubj"}:
            found += [c for c in children(head, "xcomp", "obj") if c != counted and lemma(c) in LEFT]
        if label == "flat" and head.tag_ == "NNS" and lemma(head) in known["injured"]:
            found.append(head)  # 'Bomb kills 12, wounds 30'
        if label in {"obj", "nsubj:pass"} and _lost(lemma(counted), lemma(head)):
            found.append(head)
        if label in {"obj", "nsubj:pass"} and lemma(counted) in known["remains"] and lemma(head) in known["recovering"]:
            found.append(counted)  # 'the hospital received seven bodies'
    if label == "nsubj" and case_of(head) == "among":  # 'five boys were among the dead'
        found += [t for t in (head, *children(head, "amod", "acl")) if lemma(t) in harm]
    return found


def _lost(whom: str, verb: str) -> bool:
    """'claimed 12 lives', 'lost 12 soldiers'."""
    known = tables().words
    people = known["troops"] | shipped().sets["people"]
    return verb in known["lives"] if whom == "life" else verb in known["losing"] and whom in people


def _suffered(token: Token) -> bool:
    return token.pos_ != "VERB" or token.tag_ == "VBN" or lemma(token) in SUFFERS


def _shares(verb: Token) -> bool:
    """Whether a joined verb has the same ones as its object."""
    own = [c for c in children(verb, "obl") if c.pos_ == "NUM"]
    own += [t for t in verb.doc[max(verb.i - 1, 0) : verb.i] if t.pos_ == "NUM"]
    return not own and not children(verb, "obj", "nsubj", "nsubj:pass", "nummod", "flat")
