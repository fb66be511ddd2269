"""Quotations: the stretches of text between quotation marks, marks included, and those within them.

Which marks pair is told by `CLOSING`; whether one opens or closes, by what stands beside it, since many texts turn
them the wrong way, and `"` and `'` are not turned at all. Apostrophes, feet and inches are no marks. A quotation that
nothing closes ends with its paragraph, as newspapers have it where another follows; one that nothing opens begins with
it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

# Opening mark -> the marks that close it: its partner, then those that careless typing puts in its place.
CLOSING = {
    "“": ("”", '"', "“", "''"),
    "”": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    "«": ("»", "«"),
    "»": ("«", "»"),
    '"': ('"', "”"),
    "''": ("''", '"'),
    "``": ("''", '"'),
    "‘": ("’", "'", "‘"),
    "’": ("’", "'"),
    "'": ("'", "’", "''"),
}
SINGLE, TURNED, UNTURNED = frozenset("‘’'"), frozenset({"“", "„", "«", "``"}), frozenset({'"', "''"})
MARK = re.compile(r"``|'{1,3}|[“”„«»\"‘’]")
# What makes an apostrophe of a single mark: letters or a century left out ('em, the '90s), an ending set apart.
ELIDED = re.compile(r"\d\ds\b|(?:em|til|tis|twas|n|bout|cause|s|re|ve|ll|d|m|t)\b(?!-)", re.IGNORECASE)
YEAR = re.compile(r"(?<=\w\s['‘’])\d\d\b")
# A line break ends a paragraph, unless a small letter goes on behind it, as where lines were wrapped by hand.
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?=[a-z])[^\n]+)*")
LEVELS = 4  # of quotations within quotations


class Quoted(NamedTuple):
    """Code points [begin, end) of a quotation, its marks included; `inner`: without them; `within`: those in it."""

    begin: int
    end: int
    inner: tuple[int, int]
    within: "tuple[Quoted, ...]" = ()

    def covers(self, position: int) -> bool:
        """Whether a position lies in it."""
        return self.begin <= position < self.end


@lru_cache(maxsize=8)  # each stage asks for those of the same article
def quotations(text: str) -> tuple[Quoted, ...]:
    """The outermost quotations of a text, in its order."""
    return tuple(q for begin, end in paragraphs(text) for q in _Paragraph(text, begin, end).quotations())


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """[begin, end) of each paragraph of a text."""
    return (paragraph.span() for paragraph in PARAGRAPH.finditer(text))


def overlapping(quoted: tuple[Quoted, ...], begin: int, end: int) -> tuple[Quoted, ...]:
    """Those of the quotations of one level that share a character with [begin, end)."""
    first = bisect_right(quoted, begin, key=lambda q: q.end)
    return quoted[first : bisect_left(quoted, end, key=lambda q: q.begin)]


def beside(quoted: tuple[Quoted, ...], position: int) -> tuple[Quoted, ...]:
    """The quotations at a position's own level: those within the innermost that covers it, else the outermost.

    They are what a verb there can have as a quotation.
    """
    while around := overlapping(quoted, position, position + 1):
        quoted = around[0].within
    return quoted


class _Mark(NamedTuple):
    """A mark, and what it may do where it stands; a weak one may be a possessive (the rebels' camp), feet or inches."""

    sign: str
    begin: int
    end: int
    opens: bool
    closes: bool
    weak: bool


class _Open(NamedTuple):
    """A quotation that is not closed yet."""

    mark: _Mark
    within: list[Quoted]


class _Paragraph:
    """One reading of a paragraph's marks, from left to right."""

    def __init__(self, text: str, begin: int, end: int) -> None:
        self._text, self._begin, self._end = text, begin, end
        self._whole: list[Quoted] = []
        self._open: list[_Open] = []

    def quotations(self) -> list[Quoted]:
        for mark in _settled(self._marks()):
            level = self._closed_by(mark)
            if level is not None:
                self._close(level, mark)
            elif mark.opens and self._may_open(mark):
                self._open.append(_Open(mark, []))
            elif mark.closes and mark.sign not in SINGLE:
                self._close_unopened(mark)
        self._end_unclosed()
        return self._whole

    def _marks(self) -> Iterator[_Mark]:
        for found in MARK.finditer(self._text, self._begin, self._end):
            sign, at = found.group(), found.start()
            opening = self._text[at - 1 : at].isspace() or at == self._begin
            parts = [sign] if sign != "'''" else ["''", "'"] if opening else ["'", "''"]
            for part in parts:
                yield self._mark(part, at)
                at += len(part)

    def _mark(self, sign: str, begin: int) -> _Mark:
        text, end = self._text, begin + len(sign)
        before = text[begin - 1] if begin > self._begin else " "
        behind = text[end] if end < self._end else " "
        leads = (before.isspace() or before in "([{–—―/:,;“‘«„\"'`") and _begins(text, end, behind)
        ends = not before.isspace() and before not in "([{"
        last = ends and not behind.isalnum()
        if sign in SINGLE:
            apostrophe = ELIDED.match(text, end) or YEAR.match(text, end)
            closes = last or (ends and before in ",.?!" and not apostrophe)
            weak = (before in "sSzZ" or before.isdigit()) and behind.isspace()
            return _Mark(sign, begin, end, leads and not apostrophe, closes, weak)
        if sign in UNTURNED:
            spaced = before.isspace() and behind.isspace()
            opens = leads or spaced or (before.isalpha() and behind.isalnum())
            return _Mark(sign, begin, end, opens, ends or spaced, before.isdigit())
        if sign in TURNED:
            return _Mark(sign, begin, end, not last or before in ":,", last, False)
        return _Mark(sign, begin, end, leads and (before.isspace() or before in "(["), True, False)

    def _closed_by(self, mark: _Mark) -> int | None:
        """Which open quotation a mark closes: the innermost whose partner it is, or that it may close by mistake."""
        if not mark.closes:
            return None
        levels = range(len(self._open) - 1, -1, -1)
        partners = (n for n in levels if CLOSING[self._open[n].mark.sign][0] == mark.sign)
        mistaken = (n for n in levels if mark.sign in CLOSING[self._open[n].mark.sign])
        turned = mark.sign not in SINGLE | UNTURNED
        return next(partners, next(mistaken, None) if turned or not mark.opens else None)

    def _close(self, level: int, mark: _Mark) -> None:
        opening = self._open[level].mark
        within = [q for unclosed in self._open[level:] for q in unclosed.within]  # what is open in it was no quotation
        del self._open[level:]
        outer = self._open[-1].within if self._open else self._whole
        if self._text[opening.end : mark.begin].strip():
            outer.append(Quoted(opening.begin, mark.end, (opening.end, mark.begin), tuple(within)))

    def _may_open(self, mark: _Mark) -> bool:
        """Marks that are turned may stand within their like."""
        like = any(unclosed.mark.sign == mark.sign for unclosed in self._open)
        return len(self._open) < LEVELS and (mark.sign in TURNED or not like)

    def _close_unopened(self, mark: _Mark) -> None:
        """The paragraph's first quotation lacks its opening mark: it begins the paragraph, or stands behind a colon."""
        if self._open or self._whole or mark.begin == self._begin or self._text[mark.begin - 1] not in ",.?!…":
            return
        before = self._text[self._begin : mark.begin]
        begin = mark.begin - len(before[before.rfind(": ") + 1 :].lstrip())
        self._whole.append(Quoted(begin, mark.end, (begin, mark.begin)))

    def _end_unclosed(self) -> None:
        """What nothing closed ends where its like opens, or else with the paragraph."""
        last: _Open | None = None
        for mark, within in self._open:
            if self._surely_opens(mark) and (last is None or last.mark.sign == mark.sign):
                self._cut(last, mark.begin)
                last = _Open(mark, [])
            for q in within:
                if last is not None and self._text.startswith(last.mark.sign, q.begin):
                    self._cut(last, q.begin)
                    last = None
                (self._whole if last is None else last.within).append(q)
        self._cut(last, self._end)

    def _surely_opens(self, mark: _Mark) -> bool:
        """Whether a mark that nothing closes is no apostrophe: speech begins there."""
        before = self._text[self._begin : mark.begin].rstrip()[-1:]
        return mark.sign not in SINGLE or (before in {"", ":", ","} and self._text[mark.end].isupper())

    def _cut(self, unclosed: _Open | None, end: int) -> None:
        if unclosed is not None and (inner := self._text[unclosed.mark.end : end].rstrip()):
            begin, inner_begin = unclosed.mark.begin, unclosed.mark.end
            end = inner_begin + len(inner)
            self._whole.append(Quoted(begin, end, (inner_begin, end), tuple(unclosed.within)))


def _begins(text: str, at: int, character: str) -> bool:
    """Whether words may begin here."""
    return not character.isspace() and (character not in ",.;:!?)]}" or text.startswith("..", at))


def _settled(marks: Iterable[_Mark]) -> list[_Mark]:
    """The marks that may do anything; a weak one closes nothing where one ahead does so for sure."""
    sure: dict[bool | str, bool] = {}
    kept: list[_Mark] = []
    for mark in reversed([m for m in marks if m.opens or m.closes]):
        kind = mark.sign in SINGLE or mark.sign
        if not mark.weak:
            sure[kind] = mark.closes and not mark.opens
            kept.append(mark)
        elif not sure.get(kind):
            kept.append(mark)
    return kept[::-1]
