"""A text's lines with their offsets, and what can be seen of a line by itself."""

import re
from dataclasses import dataclass

LINE = re.compile(r"[^\r\n]+")
BREAK = re.compile(r"\r\n|\r|\n")
STOP = re.compile(r"""[.!?…:;,]["'”’»)\]*]*$""")
FOOTNOTE = re.compile(r"[*†‡]|[\[(]?\d{1,2}[\])]\s|(?:editor['’]s )?note\b|correction\b|clarification\b", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line that is not blank: offsets and words without the white space round it."""

    begin: int
    end: int
    text: str
    gap: bool  # a blank line, or the text's start, stands before it

    @property
    def is_footnote(self) -> bool:
        """Whether it is a note to the article, which belongs to it."""
        return FOOTNOTE.match(self.text) is not None and len(self.text) > 20

    @property
    def is_prose(self) -> bool:
        """Whether it reads as sentences, not as a heading, a link or a label."""
        words = self.text.count(" ") + 1
        return len(self.text) > 200 or (words >= 5 and STOP.search(self.text) is not None) or self.is_footnote

    @property
    def is_headline(self) -> bool:
        """Whether it may be a headline: some words, no final stop."""
        words = self.text.split()
        ends = STOP.search(self.text) is None or re.search(r"[?!]['”’\"]?$|(?:[A-Z]\.){2,}$", self.text) is not None
        return 2 <= len(words) <= 30 and len(self.text) <= 200 and ends


def split(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank; LF, CR LF and CR break lines, nothing else does."""
    found: list[Line] = []
    for match in LINE.finditer(text):
        words = match[0].strip()
        if words:
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            between = text[found[-1].end : begin] if found else "\n\n"
            found.append(Line(begin, begin + len(words), words, len(BREAK.findall(between)) > 1))
    return tuple(found)
