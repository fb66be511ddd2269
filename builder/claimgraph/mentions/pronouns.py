"""Whom a pronoun refers to: the nearest that agrees, subjects before others, not further back than three sentences.

A pronoun outside quotation marks asks those outside first, and who speaks before who does something else; whoever says
what is quoted is not the "he" in it. The sentences within one quotation count as one. A headline is asked last.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from claimgraph.mentions.salience import CONTENT, SPEECH, SUBJECTS, Quoted, score, speaks, starts

LONG = 120  # words of a sentence
BACK = 3  # sentences
CHAIN = 8  # pronouns, each in a sentence before the other, of which the first has a noun near it
HE, SHE, IT, THEY = "he", "she", "it", "they"
CLASS = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), THEY),
}
PLACES = SUBJECTS | {"obj", "iobj", "obl"}
EACH = frozenset({"every", "each", "any", "no"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


@dataclass(frozen=True)
class Nouns:
    """What is known of an article's nouns.

    `quoted`: see `Quoted`. `headline`: the token behind the headline. `agreement`: the classes of pronouns that a noun
    agrees with, as letters: h(e) s(he) i(t) t(hey). `whom`: the same for nouns that name the same one.
    `named_between`: the heads of the names of actors in tokens [start, end), in the text's order.
    """

    quoted: Quoted
    headline: int
    agreement: Callable[[Token], str]
    whom: Callable[[Token], Hashable]
    named_between: Callable[[int, int], list[Token]]


def antecedent(token: Token, nouns: Nouns) -> Token | None:
    """The noun that a third-person or relative pronoun stands for; None where none is found.

    Where no noun is near, a pronoun of the same class in a sentence before answers for it.
    """
    if token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        head = _relative(token)
        person = head is not None and nouns.agreement(head) in {"h", "s", "hs"}
        return None if person and token.lower_ == "which" else head
    if not CLASS.get(token.lower_) or _empty(token):
        return None
    asked: Token | None = token
    for _ in range(CHAIN):
        found = _nearest(asked, nouns) if asked is not None else None
        if found is not None or asked is None:
            return found
        asked = _earlier(asked, nouns)
    return None


def _nearest(token: Token, nouns: Nouns) -> Token | None:
    """The noun that is nearest at hand."""
    wanted = CLASS[token.lower_][:1]
    others = {nouns.whom(noun) for noun in (_other(token, nouns), _teller(token, nouns)) if noun is not None}
    ranked = [
        (_rank(token, noun, agrees, nouns), noun.i)
        for noun in _candidates(token, nouns.quoted)
        if wanted in (agrees := nouns.agreement(noun))
        and not (others and nouns.whom(noun) in others)
        and not _barred(token, noun, agrees, nouns.quoted)
    ]
    return token.doc[max(ranked)[1]] if ranked else None


def _earlier(token: Token, nouns: Nouns) -> Token | None:
    """The pronoun of the same class, outside quotation marks as this one, in a sentence shortly before."""
    if nouns.quoted[token.i]:
        return None
    before = reversed(token.doc[window(token, BACK, nouns.quoted) : token.sent.start])
    same = (t for t in before if CLASS.get(t.lower_) == CLASS[token.lower_] and not nouns.quoted[t.i])
    return next((t for t in same if not _empty(t)), None)


def _other(token: Token, nouns: Nouns) -> Token | None:
    """Who is the subject of the same verb: not the same one ("he told her")."""
    if token.dep_ in SUBJECTS or token.dep_ == "nmod:poss" or token.lower_.endswith(("self", "selves")):
        return None
    subject = next((c for c in token.head.children if c.dep_ in SUBJECTS and c.i < token.i), None)
    return _meant(subject, nouns) if subject is not None else None


def _teller(token: Token, nouns: Nouns) -> Token | None:
    """Who says what the pronoun is quoted in: in its sentence, or where that is all quoted, in the one before."""
    if not nouns.quoted[token.i]:
        return None
    subject = _outer_subject(token, nouns.quoted)
    if subject is None and not any(w.is_alpha and not nouns.quoted[w.i] for w in token.sent):
        before = reversed(token.doc[window(token, 1, nouns.quoted) : token.i])
        paragraph = takewhile(lambda t: "\n" not in t.text, before)
        subject = next((t for t in paragraph if not nouns.quoted[t.i] and speaks(t)), None)
    return _meant(subject, nouns) if subject is not None else None


def _outer_subject(token: Token, quoted: Quoted) -> Token | None:
    """The subject of the verb outside the quotation that the words in it depend on: "…," she sobbed."""
    inner = token
    for verb in token.ancestors:
        if not quoted[verb.i]:
            says = verb.lemma_ in SPEECH or inner.dep_ in CONTENT
            return next((c for c in verb.children if says and c.dep_ in SUBJECTS and not quoted[c.i]), None)
        inner = verb
    return None


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
        said = noun.head if noun.dep_ == "conj" else noun
        told = any(c.dep_ == "cop" for c in said.children)  # "X is a lawyer": it is X who comes back as "she"
        each = any(c.dep_ == "det" and c.lower_ in EACH for c in noun.children)  # nobody whom a later sentence takes up
        if noun.pos_ in {"NOUN", "PROPN"} and not told and not (each and noun.sent != token.sent):
            yield noun


def window(token: Token, back: int, quoted: Quoted) -> int:
    """Where the sentence begins that stands `back` sentences before the token's, or so many long ones' words before."""
    at, left, farthest = token.i, back, max(0, token.i - LONG * (back + 1))
    while at > farthest and (left or not starts(token.doc[at], quoted)):
        left -= starts(token.doc[at], quoted)
        at -= 1
    return at


def _barred(token: Token, noun: Token, agrees: str, quoted: Quoted) -> bool:
    """An object is not its own verb's subject ("he told him", "through an aide, he said"), nor an owner what he owns.

    Neither does a speaker stand within what he says ("X is late, she said") or is quoted with, nor is he the "he" in
    the latter; the outlet that is told something is not the "they" in it.
    """
    told = "i" in agrees and noun.head.lemma_ == "tell" and noun.dep_ in {"obj", "iobj"}
    if told and quoted[token.i] and not quoted[noun.i]:
        return True
    if quoted[token.i] != quoted[noun.i] and speaks(token if quoted[noun.i] else noun):
        inner, verb = (noun, token.head) if quoted[noun.i] else (token, noun.head)
        if verb in inner.ancestors:
            return True
    same_verb = noun.head == token.head and token.dep_ not in {"nmod:poss"} and noun.dep_ in PLACES
    reflexive = token.lower_.endswith(("self", "selves"))
    return (same_verb and not reflexive) or token.head == noun or _said_by(token, noun)


def _said_by(token: Token, noun: Token) -> bool:
    """Whether a noun stands in what the pronoun is said to say: "the river is high, it said".

    Not who speaks there, or before a colon: "X was clear: “No,” she said".
    """
    verb = token.head
    if token.dep_ != "nsubj" or noun.sent != token.sent or speaks(noun):
        return False
    if any(t.text == ":" for t in token.doc[noun.i : token.i]):
        return False
    told = [c for c in verb.children if c.dep_ in CONTENT and c.i < verb.i]
    told += [verb.head] if verb.dep_ == "parataxis" and verb.lemma_ in SPEECH else []
    return any(noun == t or t in noun.ancestors for t in told)


def _rank(token: Token, noun: Token, agrees: str, nouns: Nouns) -> tuple[bool, int]:
    """Who stands outside quotation marks first, where the pronoun does; who stands in the headline mostly last."""
    outside = nouns.quoted[token.i] or not nouns.quoted[noun.i]
    above = noun.i < nouns.headline <= token.i
    body = CLASS[token.lower_] == THEY and "i" in agrees  # "they" of a body: only where no plural is near
    certain = agrees in {"h", "s"}
    return outside, score(token, noun, nouns.quoted) - 6 * body - 3 * above + certain
