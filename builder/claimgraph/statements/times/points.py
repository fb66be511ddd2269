"""Words that name one unit of the calendar: 'January 3, 2020', 'late last year', 'Thursday night', 'two weeks ago'."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from claimgraph.statements.times.periods import Period, around, of_literal, shifted
from claimgraph.statements.times.words import (
    DAY_NAME,
    DAYS,
    EARLY,
    END,
    FULL_MONTH,
    MONTH,
    MONTHS,
    OF_YEAR,
    PART,
    SEASON,
    YEAR,
    D,
    N,
    Now,
    anonymous,
    form,
    number,
)

NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
NEAR |= {"the day before yesterday": -2, "the day after tomorrow": 2}
STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
COUNTED = {"fortnight": ("week", 2)}  # units that others count


def _iso(match: re.Match[str], now: Now) -> Period:
    return of_literal(match.group())


def _numeric(match: re.Match[str], now: Now) -> Period:
    """3/1/2020 may be January or March: only where one of the numbers is no month, or both are one, is it a date."""
    one, other, year = (int(match[name]) for name in ("one", "other", "year"))
    if one <= 12 and other <= 12 and one != other:
        raise ValueError("the order of day and month is open")
    return around(date(year, other, one) if one > 12 or one == other else date(year, one, other), "day")


def _day(match: re.Match[str], now: Now) -> Period:
    """A day of a month, in the year that is told or else in the one that puts it on the right side of today."""
    month, day = _month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    if year := match.groupdict().get("of_year"):
        return around(date(_year(year, now), month, day), "day")
    years = range(now.day.year, now.day.year + 2) if now.future else range(now.day.year, now.day.year - 2, -1)
    days = (date(year, month, day) for year in years)
    return around(next(d for d in days if (d >= now.day if now.future else d <= now.day)), "day")


def _month(match: re.Match[str], now: Now) -> Period:
    month = _month_number(match["month"])
    if year := match.groupdict().get("of_year"):
        return around(date(_year(year, now), month, 1), "month")
    return _named_month(month, now.day, 1 if now.future else -1)


def _named_month(month: int, day: date, towards: int) -> Period:
    """The nearest month of that number, before or after the day, which may lie in it."""
    year = day.year
    if (month > day.month) if towards < 0 else (month < day.month):
        year += towards
    return around(date(year, month, 1), "month")


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _year(words: str, now: Now) -> int:
    """'2014', 'last year'."""
    digits = re.search(r"[0-9]{4}", words)
    which = re.search(r"last|this|next", words, re.IGNORECASE)
    return int(digits.group()) if digits else now.day.year + STEPS[which.group().lower() if which else "this"]


def _digits(match: re.Match[str], now: Now) -> Period:
    return of_literal(match["year"])


def _within(match: re.Match[str], now: Now) -> Period:
    """What only narrows a period that it names: 'the end of 2019', 'the summer of last year', 'in early 2014'."""
    period = point(match["inner"], now)
    if period is None:
        raise ValueError(f"{match['inner']!r} names no time")
    return period


def _deictic(match: re.Match[str], now: Now) -> Period:
    return around(now.day + timedelta(days=NEAR[" ".join(match["near"].lower().split())]), "day")


def _weekday(match: re.Match[str], now: Now) -> Period:
    """The day itself is the article's; with 'last' or 'next' it is another one."""
    day = DAYS[match["weekday"].lower()]
    if match["week"]:
        week = around(now.day + timedelta(days=7 * STEPS[match["week"].lower()]), "week")
        return around(week.first + timedelta(days=day), "day")
    which = (match["which"] or "").lower().removeprefix("this ")
    step = STEPS.get(which, 0)
    start, towards = now.day + timedelta(days=step), step or (1 if now.future else -1)
    days = (day - start.weekday()) % 7 if towards > 0 else -((start.weekday() - day) % 7)
    return around(start + timedelta(days=days), "day")


def _which(match: re.Match[str], now: Now) -> Period:
    """'last month', 'this past week', 'next May'."""
    step, unit = STEPS[match["which"].lower().removeprefix("this ")], match["unit"].lower().rstrip(".")
    if unit in MONTHS:
        start = shifted(around(now.day, "month"), step).first
        return _named_month(MONTHS[unit], start, step) if step else around(start.replace(month=MONTHS[unit]), "month")
    if unit in {"night", "morning", "afternoon", "evening"}:
        return around(now.day + timedelta(days=step), "day")
    return shifted(around(now.day, unit), step)


def _weekend(match: re.Match[str], now: Now) -> Period:
    """'over the weekend': the one last begun, or the next one to begin; 'last weekend' is that of the week before."""
    if match["last"]:
        return around(now.day - timedelta(days=7), "weekend")
    since_saturday = (now.day.weekday() - 5) % 7
    saturday = now.day - timedelta(days=since_saturday)
    return around(saturday + timedelta(days=7 if now.future and since_saturday > 1 else 0), "weekend")


def _current(match: re.Match[str], now: Now) -> Period:
    """'the end of the year': the article's, unless the text was telling of another one, which leaves it open."""
    period = around(now.day, match["unit"].lower())
    if now.near and not (period.first <= now.near.first and now.near.last <= period.last):
        raise ValueError("this or the one told of")
    return period


def _ago(match: re.Match[str], now: Now) -> Period:
    return _counted(match, now.day, -1)


def _later(match: re.Match[str], now: Now) -> Period:
    """'three days later', 'the year before': counted from the date told before, at a grain no finer than its own."""
    towards = -1 if match["way"].lower() in {"earlier", "before", "previously"} else 1
    return _counted(match, _told(match["unit"], now).first, towards)


def _neighbour(match: re.Match[str], now: Now) -> Period:
    """'the next day', 'the previous month'."""
    return shifted(_told(match["unit"], now), 1 if match["which"].lower() in {"next", "following"} else -1)


def _same(match: re.Match[str], now: Now) -> Period:
    """'that day', 'the same year'."""
    return _told(match["unit"], now)


def _told(unit: str, now: Now) -> Period:
    """The unit in which the date told before lies; raises ValueError where that is a coarser one."""
    grain = {"fortnight": "week"}.get(unit.lower(), unit.lower())
    grain = grain if grain in {"week", "month", "year"} else "day"
    period = around(now.before.first, grain)
    if now.before.last > period.last:
        raise ValueError(f"no {grain} was told before")
    return period


def _counted(match: re.Match[str], start: date, towards: int) -> Period:
    unit, times = COUNTED.get(match["unit"].lower(), (match["unit"].lower(), 1))
    return shifted(around(start, unit), towards * times * number(match.groupdict().get("n", "one")))


def _decade(match: re.Match[str], now: Now) -> Period:
    return around(date(int(match["decade"]), 1, 1), "decade")


class Form(NamedTuple):
    """A pattern, and what reads its match."""

    pattern: str
    read: Callable[[re.Match[str], Now], Period]


_COUNTED = rf"(?:just |exactly )?(?P<n>{N}) (?P<unit>day|week|month|year|fortnight)s?"
_PARTS = r"morning|afternoon|evening|night"
_PIECE = r"(?:first|second|third|last|final|early|closing|opening)(?: \w+)? (?:half|quarter|days?|weeks?|months?)"
_INNER = (
    Form(rf"(?P<month>{MONTH})(?P<of_year>{OF_YEAR})", _month),
    Form(rf"(?P<month>{FULL_MONTH})", _month),
    Form(rf"(?P<year>{YEAR})", _digits),
    Form(r"(?P<which>last|this|next) (?P<unit>week|month|year)", _which),
    Form(r"(?:the )?(?P<decade>[12][0-9]{2}0)['’]?s", _decade),
)
_CURRENT = Form(r"the (?P<unit>week|month|year)", _current)
_IN = "|".join(anonymous(inner.pattern) for inner in (*_INNER, _CURRENT))
POINTS: tuple[Form, ...] = (
    Form(rf"(?:{DAY_NAME},? (?:the )?)?(?P<day>{D})(?: of)? (?P<month>{MONTH})(?P<of_year>{OF_YEAR})?", _day),
    Form(rf"(?:{DAY_NAME},? )?(?P<month>{MONTH}) (?P<day>{D})(?P<of_year>{OF_YEAR})?", _day),
    Form(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", _iso),
    Form(r"(?<![./])(?P<one>[0-9]{1,2})/(?P<other>[0-9]{1,2})/(?P<year>[0-9]{4})", _numeric),
    Form(r"(?<![./])(?P<one>[0-9]{1,2})\.(?P<other>[0-9]{1,2})\.(?P<year>[0-9]{4})", _numeric),
    *(Form(rf"{EARLY}?{inner.pattern}", inner.read) for inner in _INNER),
    Form(rf"(?:the )?(?:(?:beginning|start|middle|end|close|{SEASON}|{_PIECE}) of |{EARLY})(?P<inner>{_IN})", _within),
    Form(rf"{SEASON},? (?P<inner>{YEAR})", _within),
    Form(rf"(?P<which>last|past|this past|this|next) (?P<unit>{MONTH})", _which),
    Form(rf"(?:early |late |earlier |later )?(?P<which>last|this) (?P<unit>{_PARTS})", _which),
    Form(
        rf"(?:overnight (?:on )?)?{EARLY}?(?:(?P<which>(?:this )?(?:last|past|next|coming)|this) )?"
        rf"(?P<weekday>{DAY_NAME})(?: {PART})?(?:,? (?:of )?(?P<week>last|this|next) week)?",
        _weekday,
    ),
    Form(rf"(?:early |late |earlier |later )?(?P<near>{'|'.join(NEAR)})(?: {PART})?", _deictic),
    Form(
        r"(?:(?:over|at|during|on) the|(?:(?:over|during) )?(?:the|this) past|(?P<last>last)) weekend(?! of)", _weekend
    ),
    Form(rf"{_COUNTED} ago", _ago),
    Form(rf"{_COUNTED} (?P<way>earlier|later)(?! (?:than|this|that|last|in|on)\b)", _later),
    Form(rf"{_COUNTED} (?P<way>before|after){END}", _later),
    Form(rf"the (?P<unit>day|week|month|year) (?P<way>before|after){END}", _later),
    Form(rf"(?:the )?(?P<which>next|following|previous|preceding) (?P<unit>day|{_PARTS})", _neighbour),
    Form(r"the (?P<which>next|following|previous|preceding) (?P<unit>week|month|year)", _neighbour),
    Form(rf"(?:earlier |later )?(?:the same|that(?: same)?) (?P<unit>day|week|month|year|{_PARTS})", _same),
)
POINT: str = "|".join(anonymous(known.pattern) for known in POINTS)
FORMS = form(POINT)  # any of them
_PATTERNS = tuple((form(known.pattern), known.read) for known in (*POINTS, _CURRENT))


def point(words: str, now: Now) -> Period | None:
    """The period that words name; None where they are of no form; raises ValueError where they leave it open."""
    for pattern, read in _PATTERNS:
        if match := pattern.fullmatch(words):
            return read(match, now)
    return None
