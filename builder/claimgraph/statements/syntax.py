"""What the rules ask of a UD tree: arguments, subjects that stand elsewhere, the words of a phrase.

Labels are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from claimgraph.model import Article, Span

AUXILIARY = {"aux", "aux:pass", "cop"}
CLAUSE_MARKS = {"mark", "case", "punct", "cc"}
PREPOSITIONS = {"case", "mark"}
PARTNERS = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]"}
PARTNERS |= {closing: opening for opening, closing in PARTNERS.items()}
ALIKE = "\"'`"  # marks that open and close alike
LOOSE = " \t\r\n\u00a0,;:-–—―"  # what a span neither begins nor ends with


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents under one of the labels, in the text's order."""
    return [c for c in token.children if c.dep_ in labels]


def first(tokens: Iterable[Token]) -> Token | None:
    """The first, or None."""
    return next(iter(tokens), None)


def is_passive(verb: Token) -> bool:
    """Whether its subject is the one that something is done to."""
    return bool(children(verb, "nsubj:pass", "aux:pass", "obl:agent")) and verb.tag_ in {"VBN", "VBD", ""}


def preposition(token: Token) -> Token | None:
    """The preposition or subordinator that opens a phrase; of a compound one, its first word."""
    return first(c for c in children(token, *PREPOSITIONS) if c.i < token.i)


def opened_by(phrase: Token, words: Iterable[str]) -> bool:
    """Whether one of these prepositions opens the phrase."""
    mark = preposition(phrase)
    return mark is not None and mark.lower_ in words


def agent(verb: Token) -> Token | None:
    """Who does what a passive verb tells."""
    by = (c for c in children(verb, "obl:agent", "obl") if opened_by(c, {"by"}))
    return first(by)


def subject(verb: Token) -> Token | None:
    """Who does what an active verb tells: its subject, or the one that it shares or is controlled by."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = first(children(verb, "nsubj", "nsubj:outer"))
        if own is not None:
            return own
        head, label = verb.head, verb.dep_
        if label == "acl":
            return head
        if label == "xcomp" and (controller := first(children(head, "obj", "iobj"))) is not None:
            return controller
        if label not in {"conj", "xcomp", "advcl", "parataxis"} or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
            return None
        if is_passive(head) and (whom := first(children(head, "nsubj:pass"))) is not None:
            return whom
        verb = head
    return None


def words(head: Token, without: Iterable[Token] = ()) -> set[int]:
    """The positions of a phrase's words: its subtree, less the subtrees of some."""
    left_out = {t.i for w in without for t in w.subtree}
    return {t.i for t in head.subtree if t.i not in left_out}


def noun_phrase(head: Token) -> set[int]:
    """A noun phrase's words: without the preposition before it, and without a clause that only shares the sentence."""
    return words(head, [c for c in head.children if (c.dep_ in CLAUSE_MARKS and c.i < head.i) or c.dep_ == "parataxis"])


def runs(doc: Doc, positions: Iterable[int]) -> list[tuple[int, int]]:
    """[begin, end) code points of the contiguous runs of words; spaces and punctuation between two do not part them."""
    found: list[list[int]] = []
    for i in sorted(positions):
        gap = [t for t in doc[found[-1][1] + 1 : i]] if found else []
        if found and all(t.is_space or t.is_punct for t in gap):
            found[-1][1] = i
        else:
            found.append([i, i])
    return [(doc[a].idx, doc[b].idx + len(doc[b])) for a, b in found]


def trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """A span without the loose marks at its ends, the sentence's stop, and quotation marks or brackets of which it has only one."""
    while begin < end:
        if text[begin] in LOOSE + ".?!" or _single(text, begin, end, text[begin]):
            begin += 1
        elif text[end - 1] in LOOSE or _single(text, begin, end, text[end - 1]) or _full_stop(text, begin, end):
            end -= 1
        else:
            break
    return begin, end


def _full_stop(text: str, begin: int, end: int) -> bool:
    """Whether it ends with a stop that belongs to no abbreviation such as 'U.S.'."""
    return text[end - 1] == "." and "." not in text[max(begin, end - 4) : end - 1]


def _single(text: str, begin: int, end: int, mark: str) -> bool:
    """Whether a quotation mark or a bracket has no partner in the span."""
    if mark in ALIKE:
        return text.count(mark, begin, end) % 2 == 1
    return mark in PARTNERS and PARTNERS[mark] not in text[begin:end]


def spans(article: Article, doc: Doc, positions: Iterable[int]) -> tuple[Span, ...]:
    """The spans of some words, trimmed."""
    ends = (trimmed(article.text, *run) for run in runs(doc, positions))
    return tuple(article.span(b, e) for b, e in ends if b < e)
