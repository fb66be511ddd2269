"""Quotations that run on: over several sentences, and over paragraphs that each open with a mark.

A quotation that no claim holds is the further words of whoever was heard last: in the same sentence ('“A,” he said,
“B.”'), as the next sentence of the paragraph ('“A,” he said. “B.”'), or as the beginning of the next paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from spacy.tokens import Doc

from claimgraph.model import Article, Claim, Quotation
from claimgraph.quotations import Quoted, paragraphs
from claimgraph.statements.syntax import trimmed

STOPS = (".", "?", "!", "…")
JOINED = re.compile(r"(?:[,:;–—-]|\band)\s*$")
GOES_ON = re.compile(r"\s*[a-z]")


def continued(doc: Doc, article: Article, made: list[Claim], quoted: tuple[Quoted, ...]) -> list[Claim]:
    """The claims, each with the quotations that go on from it as further pieces of its content."""
    text = _Text(doc, article.body)
    held = _held(made, len(article.body))
    heard = sorted(((_bounds(claim), claim) for claim in made), key=lambda pair: (pair[0][1], pair[0][0]))
    longer: dict[str, Claim] = {}
    last: _Heard | None = None
    before, k = 0, 0
    for q in quoted:
        while k < len(heard) and heard[k][0][1] <= q.begin:
            latest = _Heard(heard[k][0][1], heard[k][1])
            if last is None or (latest.end > last.end and not text.by_the_way(latest, last)):
                last = latest  # of two that end together, the one that begins first
            k += 1
        alone, before = last is not None and before < last.end, q.begin
        if last is None or not alone or any(held[q.begin : q.end]) or not text.goes_on(last, q):
            continue
        claim = longer.get(last.claim.id, last.claim)
        piece = article.span(*trimmed(article.body, q.begin, q.end))
        kind = Quotation.MIXED if claim.quotation is Quotation.INDIRECT else claim.quotation
        longer[claim.id] = replace(claim, content=(*claim.content, piece), quotation=kind)
        last = _Heard(q.end, longer[claim.id])
    return [longer.get(c.id, c) for c in made]


class _Heard(NamedTuple):
    """A claim, and where its words end."""

    end: int
    claim: Claim


def _held(made: Iterable[Claim], length: int) -> bytearray:
    """For each character, whether some claim's content holds it."""
    held = bytearray(length)
    for claim in made:
        for span in claim.content:
            held[span.begin : span.end] = b"\1" * len(span.text)
    return held


def _bounds(claim: Claim) -> tuple[int, int]:
    pieces = (*claim.content, *claim.cue, *claim.source)
    return min(s.begin for s in pieces), max(s.end for s in pieces)


class _Text:
    """Whether what lies between a claim and a quotation leaves them one speech."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._text = text
        self._sentences = [t.idx for t in doc if t.is_sent_start and not t.is_space]
        self._paragraphs = [(begin, end) for begin, end in paragraphs(text) if not text[begin:end].isspace()]

    def goes_on(self, last: _Heard, q: Quoted) -> bool:
        """Whether a quotation goes on with a claim, if no other stands between them."""
        here, there = self._paragraph(last.end - 1), self._paragraph(q.begin)
        end = self._paragraphs[here][1]
        inner = self._text[slice(*q.inner)].strip()
        full = len(inner.split()) >= 4 or inner.endswith(STOPS)
        if not full or not inner[:-1].strip(" .") or self._begins_sentence(last.end, min(q.begin, end)):
            return False
        if here == there and not self._begins_sentence(q.begin, q.begin + 1):
            return last.claim.quotation is not Quotation.INDIRECT and bool(
                JOINED.search(self._text[last.end : q.begin])
            )
        if inner.endswith(",") or GOES_ON.match(self._text, q.end):
            return False  # it has an attribution of its own, or is a part of a sentence
        return here == there or (there == here + 1 and self._leads(last.claim, there, q) and not _titled(inner))

    def by_the_way(self, claim: _Heard, last: _Heard) -> bool:
        """Whether a claim only goes on with the sentence of a quoted one: '“A,” he said, hoping for B.'"""
        if claim.claim.quotation is not Quotation.INDIRECT or last.claim.quotation is Quotation.INDIRECT:
            return False
        same = claim.claim.claimant in {None, last.claim.claimant}
        return same and not self._begins_sentence(last.end, claim.end)

    def _paragraph(self, position: int) -> int:
        return bisect_right(self._paragraphs, position, key=itemgetter(0)) - 1

    def _leads(self, claim: Claim, paragraph: int, q: Quoted) -> bool:
        """Whether a quotation begins a paragraph behind the words of someone known."""
        known = claim.quotation is not Quotation.INDIRECT or claim.claimant is not None
        return known and not self._text[self._paragraphs[paragraph][0] : q.begin].strip()

    def _begins_sentence(self, begin: int, end: int) -> bool:
        """Whether a sentence begins in a stretch of text."""
        first = bisect_left(self._sentences, begin)
        return first < len(self._sentences) and self._sentences[first] < end


def _titled(words: str) -> bool:
    """Whether words are set like a title: a quotation of one line may be a heading."""
    long = [w for w in words.split() if len(w) > 3]
    return len(words.split()) < 12 and all(w[:1].isupper() for w in long)
