"""`cg:asOf`: the date at which a number holds: 'as of Monday', 'so far', 'in May the garrison had'."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from claimgraph.statements.dates import FORMS, When, expressions, resolve
from claimgraph.statements.numerals import tables
from claimgraph.statements.syntax import case_of, lemma

MARKS = re.compile(
    r"\b(?:(?P<at>as (?:of|at))|(?P<by>by)|(?P<now>so far|to date|until now)|(?P<since>since))\b\s?", re.IGNORECASE
)
CLAUSES = {"VERB", "AUX"}
LINK = re.compile(r"\s?(?:(?:in|on|at|during)\s)?")  # between a number and its own date


class Mark(NamedTuple):
    """Words that say when what a clause counts holds, and the date that they give."""

    clause: Token
    kind: str  # a group of MARKS
    value: str


class Times(NamedTuple):
    """The times that a sentence tells."""

    told: list[tuple[When, Token]]  # each with its clause
    marks: list[Mark]


def times(sentence: Words, issued: str | None) -> Times:
    """The times that a sentence tells. `issued`: the article's date (ISO 8601), where known."""
    return Times([(when, clause(when.head)) for when in expressions(sentence, issued)], list(_marks(sentence, issued)))


def _marks(sentence: Words, issued: str | None) -> Iterator[Mark]:
    text = sentence.text
    for match in MARKS.finditer(text):
        words = sentence.char_span(match.start(), match.end(), alignment_mode="expand")
        if words is None:
            continue
        verb, kind = clause(words.root), str(match.lastgroup)
        date = FORMS.match(text, match.end())
        if kind in {"now", "since"}:
            value = resolve("today", issued)
        else:
            value = resolve(date.group(), issued, future=kind == "by" and _future(verb)) if date else None
        if value:
            yield Mark(verb, kind, value)


def as_of(token: Token, end: int, when: Times, stock: bool) -> str | None:
    """The date at which a number holds, YYYY, YYYY-MM or YYYY-MM-DD; None where none is told.

    `token`: what the number counts; `end`: the code point behind its phrase. `when`: of the sentence. `stock`: whether
    it counts what there is and not what happened, so that a date of its clause tells when.
    """
    home = clause(token)
    fitting = (
        m
        for m in when.marks
        if m.clause == home and (m.kind in {"at", "now"} or _perfect(home) or (m.kind == "by" and stock))
    )
    if (marked := next((m.value for m in fitting), None)) or not stock:
        return marked
    if own := own_date(token.doc, end, when):
        return own
    mine = [w for w, verb in when.told if verb == home]
    if mine and mine[0].begin < end:
        return mine[0].value
    return mine[0].value if mine and not _taken(token.doc, mine[0].begin, end) else None


def own_date(doc: Doc, end: int, when: Times) -> str | None:
    """The date right behind the phrase of a number: '5,200 last year', '30 in April'."""
    behind = next((w for w, _ in when.told if w.begin >= end), None)
    near = behind is not None and behind.begin - end < 10 and LINK.fullmatch(doc.text, end, behind.begin)
    return behind.value if behind is not None and near else None


def clause(token: Token) -> Token:
    """The verb, or the head of a sentence without one, in whose clause a word stands."""
    known = (t for t in (token, *token.ancestors) if t.pos_ in CLAUSES and t.dep_ not in {"aux", "aux:pass", "cop"})
    above = next(known, None)
    return above if above is not None else token.sent.root


def _taken(doc: Doc, begin: int, end: int) -> bool:
    """Whether a date behind the number stands with another number: 'to 12 in May from 30 in April'."""
    between = doc.char_span(end, begin, alignment_mode="contract")
    return between is not None and any(t.pos_ == "NUM" for t in between)


def _perfect(verb: Token) -> bool:
    return any(lemma(c) == "have" for c in verb.children if c.dep_ == "aux")


def _future(verb: Token) -> bool:
    """'will be cut to 900 by January', 'wants to cut them to 900 by January'."""
    return any(c.tag_ == "MD" or c.lower_ in {"to", "will"} for c in verb.children if c.i < verb.i)


def is_stock(token: Token) -> bool:
    """Whether what is counted is there for a time: its clause says that it is, has or comes to it."""
    known = tables().words
    verb = clause(token)
    if verb.pos_ == "AUX" or lemma(verb) in known["holding"] or any(c.dep_ == "cop" for c in verb.children):
        return True
    return lemma(verb) in known["changing"] - known["voting"] and case_of(token) in {"to", "at", "from"}
