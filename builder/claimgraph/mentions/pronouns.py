"""Whom a pronoun refers to: the nearest that agrees, subjects before others, not further back than three sentences.

A pronoun outside quotation marks asks those outside first, and who speaks before who does something else; whoever says
what is quoted is not the "he" in it. The sentences within one quotation count as one.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from claimgraph.mentions import tables

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
SPEECH = tables.words("verbs.toml", "verbs", "speech")
Quoted = Sequence[bool]  # for each token of the doc, whether it is between quotation marks


@dataclass(frozen=True)
class Nouns:
    """What is known of an article's nouns.

    `quoted`: see `Quoted`. `agreement`: the classes of pronouns that a noun agrees with, as letters: h(e) s(he) i(t)
    t(hey). `whom`: the same for nouns that name the same one. `named_between`: the heads of the names of actors in
    tokens [start, end), in the text's order.
    """

    quoted: Quoted
    agreement: Callable[[Token], str]
    whom: Callable[[Token], Hashable]
    named_between: Callable[[int, int], list[Token]]


def antecedent(token: Token, nouns: Nouns) -> Token | None:
    """The noun that a third-person or relative pronoun stands for; None where none is found."""
    if token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        head = _relative(token)
        person = head is not None and nouns.agreement(head) in {"h", "s", "hs"}
        return None if person and token.lower_ == "which" else head
    wanted = CLASS.get(token.lower_, "")[:1]
    if not wanted or _empty(token):
        return None
    others = {nouns.whom(noun) for noun in (_other(token, nouns), _teller(token, nouns)) if noun is not None}
    ranked = [
        (_rank(token, noun, agrees, nouns.quoted), noun.i)
        for noun in _candidates(token, nouns.quoted)
        if wanted in (agrees := nouns.agreement(noun))
        and not (others and nouns.whom(noun) in others)
        and not _barred(token, noun, agrees, nouns.quoted)
    ]
    return token.doc[max(ranked)[1]] if ranked else None


def _other(token: Token, nouns: Nouns) -> Token | None:
    """Who is the subject of the same verb: not the same one ("he told her")."""
    if token.dep_ in SUBJECTS or token.dep_ == "nmod:poss" or token.lower_.endswith(("self", "selves")):
        return None
    subject = next((c for c in token.head.children if c.dep_ in SUBJECTS and c.i < token.i), None)
    return _meant(subject, nouns) if subject is not None else None


def _teller(token: Token, nouns: Nouns) -> Token | None:
    """Who says what the pronoun is quoted in, where the sentence tells."""
    verbs = (v for v in token.ancestors if not nouns.quoted[v.i] and v.lemma_ in SPEECH)
    verb = next(verbs, None) if nouns.quoted[token.i] else None
    subjects = (c for c in verb.children if c.dep_ in SUBJECTS and not nouns.quoted[c.i]) if verb is not None else ()
    subject = next(iter(subjects), None)
    return _meant(subject, nouns) if subject is not None else None


def _meant(subject: Token, nouns: Nouns) -> Token | None:
    return antecedent(subject, nouns) if subject.lower_ in CLASS else subject


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


def _candidates(token: Token, quoted: Quoted) -> Iterator[Token]:
    for noun in token.doc[window(token, BACK, quoted) : token.i]:
        told = any(c.dep_ == "cop" for c in noun.children)  # "X is a lawyer": it is X who comes back as "she"
        if noun.pos_ in {"NOUN", "PROPN"} and not told:
            yield noun


def window(token: Token, back: int, quoted: Quoted) -> int:
    """Where the sentence begins that stands `back` sentences before the token's."""
    at, left = token.i, back
    while at and (left or not _starts(token.doc[at], quoted)):
        left -= _starts(token.doc[at], quoted)
        at -= 1
    return at


def _starts(token: Token, quoted: Quoted) -> bool:
    """Whether a sentence begins here, other than a further one of a quotation."""
    return bool(token.is_sent_start) and not (quoted[token.i] and quoted[token.i - 1])


def _barred(token: Token, noun: Token, agrees: str, quoted: Quoted) -> bool:
    """An object is not its own verb's subject ("he told him"); a possessor is not within what it owns.

    Neither does a speaker stand within what he is quoted with, nor is he the "he" in it; the outlet that is told
    something is not the "they" in it.
    """
    told = "i" in agrees and noun.head.lemma_ == "tell" and noun.dep_ in {"obj", "iobj"}
    if told and quoted[token.i] and not quoted[noun.i]:
        return True
    if quoted[token.i] != quoted[noun.i] and _speaks(token if quoted[noun.i] else noun):
        inner, verb = (noun, token.head) if quoted[noun.i] else (token, noun.head)
        if verb in inner.ancestors:
            return True
    same_verb = noun.head == token.head and token.dep_ not in {"nmod:poss"} and noun.dep_ in SUBJECTS
    return (same_verb and not token.lower_.endswith(("self", "selves"))) or token.head == noun


def _speaks(noun: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or stands behind "according to"."""
    return (noun.dep_ in SUBJECTS and noun.head.lemma_ in SPEECH) or any(
        c.dep_ == "case" and c.lower_ == "according" for c in noun.children
    )


def _rank(token: Token, noun: Token, agrees: str, quoted: Quoted) -> tuple[bool, int]:
    """Who stands outside quotation marks first, where the pronoun does."""
    body = CLASS[token.lower_] == THEY and "i" in agrees  # "they" of a body: only where no plural is near
    speaker = 2 * (_speaks(noun) and not quoted[token.i])
    return quoted[token.i] or not quoted[noun.i], _score(token, noun, quoted) - 4 * body + speaker


def _score(token: Token, noun: Token, quoted: Quoted) -> int:
    """Sentences back cost most; a subject, and a subject of the main clause, gain."""
    back = sum(1 for t in token.doc[noun.i + 1 : token.i + 1] if _starts(t, quoted))
    gain = 3 if noun.dep_ in SUBJECTS else 1 if noun.dep_ in {"obj", "obl:agent", "nmod:poss"} else 0
    if noun.dep_ in SUBJECTS and noun.head.dep_ == "ROOT":
        gain += 1
    return gain - 3 * back - (2 if noun.dep_ in {"compound", "flat"} else 0)
