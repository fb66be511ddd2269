"""The words that times are told with, as patterns for longer forms: a blank is any white space, no group has a name."""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimgraph.statements.times.periods import Period

MONTHS = {name.lower(): i for names in (calendar.month_name, calendar.month_abbr) for i, name in enumerate(names) if i}
MONTHS["sept"] = 9
DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
TEENS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {word: n for n, word in enumerate(TEENS, 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
NUMBERS |= {"a": 1, "an": 1}


def _cased(names: Sequence[str]) -> str:
    """Names with their capitals: 'may' and 'march' are verbs."""
    return f"(?-i:{'|'.join(f'{name}|{name.upper()}' for name in names)})"


N = rf"(?<![0-9.,])(?:[0-9]{{1,4}}|(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(NUMBERS)}))\b"
FULL_MONTH = _cased(calendar.month_name[1:])
MONTH = rf"(?:{FULL_MONTH}|{_cased([*calendar.month_abbr[1:], 'Sept'])}\b\.?)"
DAY_NAME = rf"(?:{'|'.join(DAYS)})"
PART = r"(?:(?:early|late) )?(?:morning|afternoon|evening|night)"
D = r"(?<![0-9.,:/$€£])(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b(?![:%]|[.,][0-9])"
DIGITS = r"(?:1[89]|20)[0-9]{2}"  # of a year
YEAR = rf"(?<![0-9.,:/$€£]){DIGITS}\b(?![%]|[-.,/:][0-9])"
THAT_YEAR = r"(?:of )?(?:last|this|next) year"
OF_YEAR = rf"(?:,? (?:of )?{YEAR}|,? {THAT_YEAR})"
SEASON = r"(?:spring|summer|autumn|fall)"  # a winter lies in two years
EARLY = r"(?:(?:early|mid|late|earlier|later)(?: (?:on|in))?(?: |-))"
TO = r"(?: (?:to|until|till|through|up to) |\s?[-–—]\s?)"
VAGUE = (
    r"(?:(?:more|less|fewer) than|(?:just|well) (?:over|under)|over|under|nearly|almost|about|around|roughly|"
    rf"approximately|some|at least|up to|{N}(?: (?:or|to|and) |\s?[-–]\s?))\s*"
)
MANY = r"(?:several|many|some|a few|a couple of|a number of|a dozen|dozens of|hundreds of|few)"
# Nothing follows that it is counted from: not 'the day after the raid'.
END = r"(?=\s*(?:[,.;:)”\"’']|$|and\b|but\b|when\b))"


class Now(NamedTuple):
    """What words are relative to. `future`: of the days and months of a name, the next one is meant, not the last."""

    issued: date | None
    near: Period | None
    future: bool

    @property
    def day(self) -> date:
        """The article's date; raises ValueError where it has none."""
        if self.issued is None:
            raise ValueError("the article has no date")
        return self.issued

    @property
    def before(self) -> Period:
        """The date told before; raises ValueError where there is none."""
        if self.near is None:
            raise ValueError("no date was told before")
        return self.near


def form(*patterns: str) -> re.Pattern[str]:
    """A form that is none of a longer word; of several patterns, the first that fits."""
    whole = "|".join(patterns).replace(" ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{whole})(?!\w|-\w)", re.IGNORECASE)


def anonymous(pattern: str) -> str:
    """A pattern without the names of its groups, to stand in a longer one."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def number(words: str) -> int:
    """What digits or words come to; 'a' is one. Raises ValueError for zero and for words that are no number."""
    count = int(words) if words.isdecimal() else sum(NUMBERS.get(part, 0) for part in words.lower().split("-"))
    if not count:
        raise ValueError(f"{words!r} counts nothing")
    return count
