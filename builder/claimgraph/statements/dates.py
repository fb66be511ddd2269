"""`cg:date`: the words that tell when, resolved against the article's date at the grain that they give.

Nothing is guessed: without the article's date, only a date with its year is resolved, and what the words leave open
(the day of 'last year') stays open. Libraries for dates fill such gaps, so the few forms of news English are read here.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from spacy.tokens import Span as Words
from spacy.tokens import Token

MONTHS = {name.lower(): i for names in (calendar.month_name, calendar.month_abbr) for i, name in enumerate(names) if i}
MONTHS["sept"] = 9
DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: n for n, word in enumerate(WORDS, 1)}
NUMBERS |= {"a": 1, "an": 1}
NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}

MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_NAMES = "|".join(DAYS)
PARTS = r"morning|afternoon|evening|night"
COUNTED = rf"\d+|{'|'.join(NUMBERS)}"
FORMS = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?:(?:{DAY_NAMES}),?\ )?
      (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\ of)?\ (?P<m1>{MONTH_NAMES})\b(?:\.?,?\ (?P<y1>\d{{4}})\b)?
    | (?:(?:{DAY_NAMES}),?\ )?
      (?P<m2>{MONTH_NAMES})\b\.?\ (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\ (?P<y2>\d{{4}})\b)?
    | (?:(?:early|late|mid)[\ -])?(?P<m3>{MONTH_NAMES})\b\.?,?(?:\ of)?\ (?P<y3>\d{{4}})\b
    | (?P<which>last|next|this)\ (?P<unit>{DAY_NAMES}|{MONTH_NAMES}|week|month|year|night)\b
    | (?:earlier|later)\ (?P<within>today|this\ (?:week|month|year))\b
    | (?P<ago>{COUNTED})\ (?P<ago_unit>day|week|month|year)s?\ ago\b
    | (?P<near>{"|".join(NEAR)})\b(?:\ (?:{PARTS}))?
    | (?:(?:early|late)\ )?(?P<weekday>{DAY_NAMES})\b(?:\ (?:{PARTS}))?
    | (?:(?:early|late|mid)[\ -])?(?P<month>{MONTH_NAMES})\b
    | (?P<year>(?:19|20)\d\d)\b(?!-\d|s)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
VAGUE = re.compile(r"\b(?:more than|less than|over|nearly|almost|about|around|some|at least)\ $", re.IGNORECASE)
UNDATED = {"since", "until", "till", "before", "after", "by", "than", "from", "between", "to", "prior"}


class When(NamedTuple):
    """The words that tell when, their head, and what they come to."""

    text: str
    begin: int  # in the article
    end: int
    head: Token
    value: str | None  # YYYY, YYYY-MM, YYYY-MM-DD


def expressions(sentence: Words, issued: str | None) -> list[When]:
    """The dates that a sentence tells, in its order. `issued`: the article's date (ISO 8601), where known."""
    found = []
    for match in FORMS.finditer(sentence.text):
        begin, end = match.start(), match.end()
        words = sentence.char_span(begin, end, alignment_mode="expand")
        if words is None or not _speaks_of_time(match, words):
            continue
        if not UNDATED & {c.lower_ for c in words.root.children if c.dep_ == "case" and c.i < words.root.i}:
            at = sentence.start_char + begin
            exact = not (match["ago"] and VAGUE.search(sentence.text[:begin]))
            value = resolve(match.group(), issued) if exact else None
            found.append(When(match.group(), at, at + end - begin, words.root, value))
    return found


def _speaks_of_time(match: re.Match[str], words: Words) -> bool:
    """Not the verb 'may' and 'march', nor a number that only looks like a year."""
    if (month := match["month"]) and (not month[0].isupper() or words[-1].pos_ not in {"PROPN", "NOUN"}):
        return False
    if match["year"]:
        return words.root.dep_ not in {"nummod", "obj", "nsubj", "appos"} and words.root.pos_ == "NUM"
    return (
        words.root.dep_ not in {"nsubj", "obj", "compound", "flat"}
        or words.root.pos_ in {"ADV", "ADP"}
        or bool(match["weekday"] or match["near"])
    )


def resolve(text: str, issued: str | None, future: bool = False) -> str | None:
    """The date that the words mean: YYYY-MM-DD, YYYY-MM or YYYY; None where they leave it open.

    `future`: of the days or months of that name, the next one and not the last one.
    """
    match = FORMS.fullmatch(text.strip())
    if match is None:
        return None
    anchor = date.fromisoformat(issued[:10]) if issued and re.match(r"\d{4}-\d\d-\d\d", issued) else None
    return _absolute(match, anchor, future) or (_relative(match, anchor, future) if anchor else None)


def _absolute(match: re.Match[str], anchor: date | None, future: bool) -> str | None:
    if match["iso"]:
        return _day(match["iso"][:4], int(match["iso"][5:7]), match["iso"][8:])
    if match["year"]:
        return match["year"]
    if match["y3"]:
        return f"{match['y3']}-{MONTHS[match['m3'].lower()]:02}"
    for m, d, y in (("m1", "d1", "y1"), ("m2", "d2", "y2")):
        if match[m]:
            month = MONTHS[match[m].lower()]
            year = match[y] or (_year_of(month, anchor, future, int(match[d])) if anchor else None)
            return _day(year, month, match[d]) if year else None
    return None


def _day(year: str | int, month: int, day: str) -> str | None:
    """None for what is no day of the calendar."""
    if not 1 <= month <= 12 or not 1 <= int(day) <= calendar.monthrange(int(year), month)[1]:
        return None
    return date(int(year), month, int(day)).isoformat()


def _year_of(month: int, anchor: date, future: bool, day: int = 0) -> int:
    """The year that puts the month on the right side of the anchor, which may lie in it."""
    if future:
        return anchor.year + ((month, day or 31) < (anchor.month, anchor.day))
    return anchor.year - ((month, day) > (anchor.month, anchor.day))


def _relative(match: re.Match[str], anchor: date, future: bool) -> str | None:
    if match["near"]:
        return (anchor + timedelta(days=NEAR[match["near"].lower()])).isoformat()
    if match["weekday"]:
        return _weekday(anchor, DAYS[match["weekday"].lower()], future).isoformat()
    if match["month"]:
        month = MONTHS[match["month"].lower()]
        return f"{_year_of(month, anchor, future)}-{month:02}"
    if match["within"]:
        unit = match["within"].lower().split()[-1]
        return anchor.isoformat() if unit == "today" else _unit(anchor, unit, 0)
    if match["ago"]:
        number = match["ago"].lower()
        return _ago(anchor, match["ago_unit"].lower(), NUMBERS.get(number) or int(number))
    return _which(anchor, match["which"].lower(), match["unit"].lower()) if match["which"] else None


def _which(anchor: date, which: str, unit: str) -> str | None:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit in DAYS:
        strict = anchor + timedelta(days=step)  # 'last Friday' on a Friday is a week ago
        return _weekday(strict, DAYS[unit], which == "next").isoformat()
    if unit in MONTHS:
        return f"{_year_of(MONTHS[unit], anchor, which == 'next')}-{MONTHS[unit]:02}"
    if unit == "night":
        return (anchor + timedelta(days=step)).isoformat()
    return _unit(anchor, unit, step)


def _unit(anchor: date, unit: str, step: int) -> str | None:
    if unit == "year":
        return str(anchor.year + step)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    monday = anchor + timedelta(days=7 * step - anchor.weekday())
    return _month_of({monday, monday + timedelta(days=6)})


def _ago(anchor: date, unit: str, number: int) -> str | None:
    if unit == "day":
        return (anchor - timedelta(days=number)).isoformat() if number < 10_000 else None
    return _unit(anchor, unit, -number) if unit != "week" and number < 1000 else None


def _month_of(days: Iterable[date]) -> str | None:
    """The month, where all lie in one: a week has no literal of its own."""
    months = {day.isoformat()[:7] for day in days}
    return months.pop() if len(months) == 1 else None


def _weekday(anchor: date, day: int, future: bool) -> date:
    return (
        anchor + timedelta(days=(day - anchor.weekday()) % 7)
        if future
        else anchor - timedelta(days=(anchor.weekday() - day) % 7)
    )


def belonging(
    trigger: Token, told: Iterable[When], triggers: set[int], apart: set[int], light: frozenset[str]
) -> When | None:
    """The date that is told of a trigger: the nearest one in its phrase, or in the clause whose argument it is.

    `triggers`: the positions of all triggers; `apart`: of the words whose dates are their own (a claim's cue).
    """
    close = [when for when in told if trigger.pos_ == "NOUN" and _follows(when, trigger)]
    if close:
        return close[0]
    homes = [trigger]
    head = trigger.head
    argument = trigger.pos_ != "VERB" and trigger.dep_ in {"obj", "nsubj", "nsubj:pass", "obl"}
    if argument and head.i not in apart and (head.lemma_.lower() in light or head.i not in triggers):
        homes.append(head)
    for home in homes:
        mine = [when for when in told if _home(when.head, triggers, home.i) == home.i]
        if mine:
            return min(mine, key=lambda when: (abs(when.head.i - trigger.i), when.begin))
    return _shared(trigger, told, triggers)


def _follows(when: When, noun: Token) -> bool:
    """'the siege in 1991': whatever the tree says, an "in" right behind a noun is the noun's."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return len(after) == 2 and after[0].lower_ == "in" and when.begin in {after[0].idx, after[1].idx}


def _shared(trigger: Token, told: Iterable[When], triggers: set[int]) -> When | None:
    """The date of the verb that this one is joined to, where it stands before both or behind both."""
    first = trigger.head
    if trigger.dep_ != "conj" or first.pos_ != "VERB" or trigger.pos_ != "VERB":
        return None
    theirs = (when for when in told if _home(when.head, triggers, first.i) == first.i)
    return next((when for when in theirs if when.head.i < first.i or when.head.i > trigger.i), None)


def _home(token: Token, triggers: set[int], asked: int) -> int:
    """The first trigger, verb or `asked` word above a word."""
    for above in token.ancestors:
        if above.i == asked or above.i in triggers or above.pos_ in {"VERB", "AUX"}:
            return int(above.i)
    return -1
