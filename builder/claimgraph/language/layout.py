"""What a text's lines say of its sentences: where a paragraph begins, and whether lines were wrapped by hand."""

import re
from statistics import median

# 'BAGHDAD (Agency) - ', 'RUTBA, Iraq – ', 'Agency – ', 'DUBAI: ', 'New York, AGENCY- ' before a capital: where a report
# comes from, or who speaks in a transcript, not the words that follow.
DATELINE = re.compile(
    r"""(?m)^(?:(?:[A-Z]{2,}[^\n–—]{0,60}?|[A-Z][^\n–—]{0,40}\([A-Z][^)\n]{1,40}\)|[A-Z][\w'’]+(?:\ [A-Z][\w'’]+)?)
    \ [-–—]+\ |[A-Z]{3,}(?:\ [A-Z]{2,}){0,2}:\ |[A-Z]\w+(?:\ [A-Z]\w+)?,\ [A-Z]{3,8}\ ?[-–—]+\ )(?=[A-Z“"])""",
    re.VERBOSE,
)
LINE, EMPTY_LINE = re.compile(r"\n\s*"), re.compile(r"\n[^\S\n]*\n\s*")


def paragraph_starts(text: str) -> set[int]:
    """The offsets at which the layout puts the head of a sentence: behind a line break or a dateline.

    Where the text is wrapped by hand to lines of about one length, only an empty line counts.
    """
    pattern = EMPTY_LINE if wrapped_by_hand(text) else LINE
    return {match.end() for where in (pattern, DATELINE) for match in where.finditer(text)}


def wrapped_by_hand(text: str) -> bool:
    """Whether the lines are of about one length and mostly break in mid-sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) <= 5 or max(map(len, lines)) >= 100 or median(map(len, lines)) <= 50:
        return False
    return sum(following[:1].islower() for following in lines) * 3 > len(lines)
