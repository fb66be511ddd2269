"""Whom a pronoun refers to: the nearest that agrees, subjects before others, not further back than three sentences."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

BACK = 3  # sentences
HE, SHE, IT, THEY = "he", "she", "it", "they"
CLASS = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), THEY),
}
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
Agreement = Callable[[Token], str]  # the classes that a noun agrees with, as letters: h(e) s(he) i(t) t(hey)


def antecedent(token: Token, agreement: Agreement) -> Token | None:
    """The noun that a third-person or relative pronoun stands for; None where none is found."""
    if token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        head = _relative(token)
        person = head is not None and agreement(head) in {"h", "s", "hs"}
        return None if person and token.lower_ == "which" else head
    wanted = CLASS.get(token.lower_, "")[:1]
    if not wanted or _empty(token):
        return None
    other = _other(token, agreement)
    best: tuple[int, int] | None = None
    found = None
    for noun in _candidates(token):
        if wanted in agreement(noun) and noun != other and not _barred(token, noun):
            single = wanted == "t" and "i" in agreement(noun)  # "they" of a body: only where no plural is near
            score = (_score(token, noun) - 4 * single, noun.i)
            if best is None or score > best:
                best, found = score, noun
    return found


def _other(token: Token, agreement: Agreement) -> Token | None:
    """Whom the pronoun that is the subject of the same verb stands for: not the same one ("he told her")."""
    if token.dep_ in SUBJECTS or token.dep_ == "nmod:poss":
        return None
    subject = next((c for c in token.head.children if c.dep_ in SUBJECTS and c.lower_ in CLASS and c.i < token.i), None)
    return antecedent(subject, agreement) if subject is not None else None


def _empty(token: Token) -> bool:
    """ "it" that stands for nothing: "it is clear that"."""
    clause = token.head
    return token.lower_ == "it" and (token.dep_ == "expl" or any(c.dep_ == "csubj" for c in clause.children))


def _relative(token: Token) -> Token | None:
    clause = token
    while clause.dep_ not in {"acl:relcl", "acl", "ROOT"}:
        clause = clause.head
    if clause.dep_ == "ROOT" or clause.head.i > token.i:
        return None
    head: Token = clause.head
    return head


def _candidates(token: Token) -> Iterator[Token]:
    for noun in token.doc[window(token, BACK) : token.i]:
        if noun.pos_ in {"NOUN", "PROPN"}:
            yield noun


def window(token: Token, back: int) -> int:
    """Where the sentence begins that stands `back` sentences before the token's."""
    at, left = token.i, back
    while at and (left or not token.doc[at].is_sent_start):
        left -= bool(token.doc[at].is_sent_start)
        at -= 1
    return at


def _barred(token: Token, noun: Token) -> bool:
    """An object is not its own verb's subject ("he told him"); a possessor is not within what it owns."""
    same_verb = noun.head == token.head and token.dep_ not in {"nmod:poss"} and noun.dep_ in SUBJECTS
    return (same_verb and not token.lower_.endswith(("self", "selves"))) or token.head == noun


def _score(token: Token, noun: Token) -> int:
    """Sentences back cost most; a subject, and a subject of the main clause, gain."""
    back = sum(1 for t in token.doc[noun.i + 1 : token.i + 1] if t.is_sent_start)
    gain = 3 if noun.dep_ in SUBJECTS else 1 if noun.dep_ in {"obj", "obl:agent", "nmod:poss"} else 0
    if noun.dep_ in SUBJECTS and noun.head.dep_ == "ROOT":
        gain += 1
    return gain - 3 * back - (2 if noun.dep_ in {"compound", "flat"} else 0)
