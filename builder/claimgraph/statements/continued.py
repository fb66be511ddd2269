"""Quotations that run on: over several sentences, and over paragraphs that each open with a mark."""

from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc

from claimgraph.model import Article, Claim, Quotation
from claimgraph.quotations import Quoted
from claimgraph.statements.syntax import trimmed


def continued(doc: Doc, article: Article, made: list[Claim], quoted: tuple[Quoted, ...]) -> list[Claim]:
    """A quotation that no claim holds yet goes on with the one before, if next in the paragraph."""
    text = article.body
    held = bytearray(len(text))
    for claim in made:
        for span in claim.content:
            held[span.begin : span.end] = b"\1" * len(span.text)
    speaking = {_end(c): c for c in made if c.quotation is not Quotation.INDIRECT}
    ends = sorted(speaking)
    for q in quoted:
        inner = text[slice(*q.inner)].rstrip()
        if any(held[q.begin : q.end]) or (len(inner.split()) < 4 and not inner.endswith((".", "?", "!"))):
            continue
        at = bisect_right(ends, q.begin) - 1
        if at < 0 or not _goes_on(doc, text, ends[at], q.begin):
            continue
        last = speaking.pop(ends[at])
        piece = article.span(*trimmed(text, q.begin, q.end))
        speaking[piece.end] = replace(last, content=(*last.content, piece))
        ends[at] = piece.end
    longer = {c.id: c for c in speaking.values()}
    return [longer.get(c.id, c) for c in made]


def _end(claim: Claim) -> int:
    return max(s.end for s in (*claim.content, *claim.cue, *claim.source))


def _goes_on(doc: Doc, text: str, end: int, begin: int) -> bool:
    """Whether between two places of a text there is only the rest of a sentence, and no new paragraph."""
    between = text[end:begin]
    if "\n" in between or any(mark in between for mark in '“”"'):
        return False
    rest = doc.char_span(end, begin, alignment_mode="contract")
    return rest is None or not any(t.is_sent_start for t in rest if not t.is_space)
