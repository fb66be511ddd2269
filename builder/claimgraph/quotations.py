"""Quotations: the stretches of text between quotation marks, marks included.

A quotation ends with its mark, or with its paragraph where none closes it (the next paragraph then opens with another,
as newspapers do). Quotations within quotations are not told apart.
"""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

# Opening mark -> closing mark. An apostrophe is no mark: single marks need white space or punctuation around them.
PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "''": "''", "``": "''", "‘": "’", "'": "'"}
SINGLE = {"‘", "'"}
OPENING = re.compile(r"``|''|[“«„\"‘']")
PARAGRAPH = re.compile(r"[^\n]+")


class Quoted(NamedTuple):
    """Code points [begin, end) of a quotation, its marks included; `inner`: without them."""

    begin: int
    end: int
    inner: tuple[int, int]

    def covers(self, position: int) -> bool:
        """Whether a position lies in it."""
        return self.begin <= position < self.end


def quotations(text: str) -> tuple[Quoted, ...]:
    """The quotations of a text, in its order, none within another."""
    return tuple(q for paragraph in PARAGRAPH.finditer(text) for q in _within(text, *paragraph.span()))


def overlapping(quoted: tuple[Quoted, ...], begin: int, end: int) -> tuple[Quoted, ...]:
    """Those of a text's quotations that share a character with [begin, end)."""
    first = bisect_right(quoted, begin, key=lambda q: q.end)
    return quoted[first : bisect_left(quoted, end, key=lambda q: q.begin)]


def _within(text: str, begin: int, end: int) -> list[Quoted]:
    found: list[Quoted] = []
    at = begin
    while opening := OPENING.search(text, at, end):
        mark, start = opening.group(), opening.end()
        if not _opens(text, opening.start(), start, mark):
            at = start
            continue
        closing = _closing(text, start, end, mark)
        if closing < 0 and mark in SINGLE:  # an apostrophe after all
            at = start
            continue
        inner_end = closing if closing >= 0 else end
        after = inner_end + len(PAIRS[mark]) if closing >= 0 else end
        if text[start:inner_end].strip():
            found.append(Quoted(opening.start(), after, (start, inner_end)))
        at = after
    return found


def _opens(text: str, begin: int, end: int, mark: str) -> bool:
    before, behind = text[begin - 1 : begin], text[end : end + 1]
    if mark in SINGLE:
        return not before.isalnum() and before not in {"’", "'"} and behind.isalnum()
    return not behind.isspace() or mark in {"“", "«", "„"}


def _closing(text: str, start: int, end: int, mark: str) -> int:
    """Where the closing mark stands, or -1."""
    close = PAIRS[mark]
    at = text.find(close, start, end)
    if mark not in SINGLE:
        return at
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        possessive = before in {"s", "z"} and behind.isspace() and text.find(close, at + 1, end) >= 0
        if not behind.isalnum() and not before.isspace() and not possessive:
            return at
        at = text.find(close, at + 1, end)
    return -1
