"""Words that tell a stretch of time, or a time that they leave open; and what any words for a time come to.

Nothing is guessed. What the words leave open (the day of 'last year', which day 'some days ago' was) stays open;
without the article's date only words with their year are resolved, and 'the next day' needs the date that was told
before it. A week, a weekend and a decade have no literal of their own: they are stretches. So 'two weeks ago' is the
whole week, from Monday to Sunday, in which the day two weeks ago lies, since the words count in weeks.

The forms are those of news English; libraries for dates fill gaps, which is why none is used.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from claimgraph.statements.times.periods import Period, around, of_literal, shifted
from claimgraph.statements.times.points import POINT, POINTS, point
from claimgraph.statements.times.words import (
    DIGITS,
    FULL_MONTH,
    MANY,
    MONTH,
    OF_YEAR,
    SEASON,
    TO,
    VAGUE,
    YEAR,
    D,
    N,
    Now,
    form,
    number,
)


class Moment(NamedTuple):
    """A value (YYYY, YYYY-MM or YYYY-MM-DD), or the first and the last such of a stretch, or nothing of it: open."""

    value: str | None = None
    first: str | None = None
    last: str | None = None


OPEN = Moment()


def _period(words: str, now: Now) -> Period:
    period = point(words, now)
    if period is None:
        raise ValueError(f"{words!r} names no time")
    return period


def _between(first: Period, last: Period) -> Moment:
    if first.first > last.first or first.last > last.last:
        raise ValueError("the end comes before the beginning")
    return Moment(None, first.begin, last.end)


def _range(match: re.Match[str], now: Now) -> Moment:
    """'from January to March 2019', '3-7 May', 'May 3 to 7, 2019': each end lends the other what that one lacks."""
    if bare := re.fullmatch(rf"({D})(?:,? ({YEAR}))?", match["b"]):
        first = _period(f"{match['a']}, {bare[2]}" if bare[2] else match["a"], now)
        return _between(first, _day_beside(first, bare[1]))
    last = _period(match["b"], now)
    if re.fullmatch(D, match["a"]):
        return _between(_day_beside(last, match["a"]), last)
    relative = re.search(r"\b(?:last|past|this|next|ago|yesterday|today|earlier|later)\b", match["a"], re.IGNORECASE)
    return _between(_period(match["a"], now if relative else Now(last.last, None, False)), last)


def _day_beside(day: Period, words: str) -> Period:
    """The day of that number in the month of a day."""
    if day.grain != "day":
        raise ValueError(f"{words!r} is a day of no month")
    return around(day.first.replace(day=int(re.sub(r"\D", "", words))), "day")


def _years(match: re.Match[str], now: Now) -> Moment:
    """'2014-2017', 'the 1980-88 war'."""
    end = match["b"] if len(match["b"]) == 4 else match["a"][:2] + match["b"]
    return _between(of_literal(match["a"]), of_literal(end))


def _since(match: re.Match[str], now: Now) -> Moment:
    return Moment(None, _period(match["a"], now._replace(future=False)).begin)


def _until(match: re.Match[str], now: Now) -> Moment:
    return Moment(None, None, _period(match["b"], now).end)


def _past(match: re.Match[str], now: Now) -> Moment:
    """It ends on the article's day and begins in the unit that lies so many before its own."""
    return Moment(None, _away(match, now, -1).begin, now.day.isoformat())


def _coming(match: re.Match[str], now: Now) -> Moment:
    return Moment(None, now.day.isoformat(), _away(match, now, 1).end)


def _term(match: re.Match[str], now: Now) -> Moment:
    """'within two weeks': of what is done, it tells how long it took."""
    return _coming(match, now) if now.future else OPEN


def _time(match: re.Match[str], now: Now) -> Moment:
    return _moment(_away(match, now, 1))


def _away(match: re.Match[str], now: Now, towards: int) -> Period:
    unit, count = match["unit"].lower(), number(match["n"] or "one")
    if unit == "hour":
        if count % 24:
            raise ValueError("whether that is one day more depends on the hour")
        unit, count = "day", count // 24
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "decade":
        unit, count = "year", 10 * count
    return shifted(around(now.day, unit), towards * count)


def _overnight(match: re.Match[str], now: Now) -> Moment:
    """The night before the article's day, which lies in two days."""
    return Moment(None, (now.day - timedelta(days=1)).isoformat(), now.day.isoformat())


def _open(match: re.Match[str], now: Now) -> Moment:
    return OPEN


_UNIT = r"(?P<unit>hour|day|week|fortnight|month|year|decade)"
_UNITS = r"(?:second|minute|moment|hour|day|week|month|year|decade|centurie)s"
_A_UNIT = r"(?:second|minute|moment|hour|day|week|month|year|decade|century)"
_ANY_DAY = rf"{POINT}|{D}"
_DISTANT = r"(?:ago|earlier|later)(?! than)"
_FORWARD = r"(?:over|in|during|within|for|throughout)"
_STRETCHES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Now], Moment]], ...] = (
    (form(rf"between (?P<a>{_ANY_DAY}) and (?P<b>{POINT}|{D}(?:,? {YEAR})?)"), _range),
    (form(rf"from (?P<a>{_ANY_DAY}){TO}(?P<b>{POINT}|{D}(?:,? {YEAR})?)"), _range),
    (form(rf"(?P<a>{D}){TO}(?P<b>{D}(?: of)? {MONTH}{OF_YEAR}?)"), _range),
    (form(rf"(?P<a>{MONTH} {D}){TO}(?P<b>{D}(?:,? {YEAR})?)"), _range),
    (form(rf"(?P<a>{FULL_MONTH}){TO}(?P<b>{MONTH} {YEAR})"), _range),
    (form(rf"(?:from )?(?<![0-9.,/$€£-])(?P<a>{DIGITS})\s?[-–—/]\s?(?P<b>{DIGITS}|[0-9]{{2}})(?![-/.,][0-9])"), _years),
    (form(rf"(?:ever )?since (?:at least )?(?P<a>{POINT})"), _since),
    (form(rf"from (?P<a>{POINT}) on(?:wards?)?"), _since),
    (form(rf"(?:(?:up )?(?:until|till)|up to) (?P<b>{POINT})"), _until),
    (form(rf"by (?P<b>{POINT})"), _until),
    (form(rf"(?:the |these )?(?:past|last) (?P<n>{N}) {_UNIT}s?(?! of)"), _past),
    (form(r"the (?:past|last)(?P<n>) (?P<unit>week|fortnight|month|year|decade)(?! of)"), _past),
    (form(rf"(?:{_FORWARD} )?the (?:next|coming) (?P<n>{N}) {_UNIT}s?(?! of)"), _coming),
    (form(rf"{_FORWARD} the (?:next|coming)(?P<n>) (?P<unit>week|fortnight|month|year|decade)(?! of)"), _coming),
    (form(rf"within (?:the next )?(?P<n>{N}) {_UNIT}s?(?! of)"), _term),
    (form(rf"in (?P<n>{N}) {_UNIT}s?['’]? time"), _time),
    (form("overnight"), _overnight),
    (form(rf"(?:the )?recent {_UNITS}"), _open),
    (form(rf"(?:the )?(?:past|last|next|coming|previous|following)(?: {MANY}| {N})? {_UNITS}"), _open),
    (form(rf"(?:{MANY} )?{_UNITS} {_DISTANT}", rf"(?:{VAGUE})?{N} (?:{_UNITS}|{_A_UNIT}) {_DISTANT}"), _open),
    (form(rf"(?:last|this|next|that) (?:{SEASON}|winter|weekend)"), _open),
    (form(rf"(?:the )?winter (?:of )?(?:{DIGITS}(?:\s?[-–/]\s?(?:{DIGITS}|[0-9]{{2}}))?|(?:last|this) year)"), _open),
    (form("the near future"), _open),
)
_POINTS = tuple(form(known.pattern) for known in POINTS)


def found(text: str) -> Iterator[tuple[int, int]]:
    """[begin, end) of the words for a time, in the text's order; of overlapping ones the first, then the longest."""
    patterns = (*_POINTS, *(pattern for pattern, _ in _STRETCHES))
    spans = {match.span() for pattern in patterns for match in pattern.finditer(text)}
    at = 0
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if begin >= at:
            yield begin, end
            at = end


def resolve(text: str, issued: str | None, future: bool = False, near: str | None = None) -> str | None:
    """The date that the words mean: YYYY-MM-DD, YYYY-MM or YYYY; None where they leave it open or mean a stretch.

    Takes what `moment` takes.
    """
    return moment(text, issued, future, near).value


def moment(text: str, issued: str | None, future: bool = False, near: str | None = None) -> Moment:
    """The date or the stretch that the words mean; open where they do not tell it, or are no words for a time.

    `issued`: the article's date (ISO 8601); `future`: of the days or months of that name, the next one and not the last
    one; `near`: the date told before in the text (YYYY, YYYY-MM or YYYY-MM-DD), for 'the next day'.
    """
    words = " ".join(text.split())
    now = Now(_day(issued), _near(near), future)
    try:
        if (period := point(words, now)) is not None:
            return _moment(period)
        matches = ((pattern.fullmatch(words), read) for pattern, read in _STRETCHES)
        return next((read(match, now) for match, read in matches if match), OPEN)
    except (ValueError, OverflowError):  # no day of the calendar, or nothing to count from
        return OPEN


def _moment(period: Period) -> Moment:
    return Moment(period.value) if period.value else Moment(None, period.begin, period.end)


def _day(issued: str | None) -> date | None:
    try:
        return date.fromisoformat(issued[:10]) if issued else None
    except ValueError:
        return None


def _near(value: str | None) -> Period | None:
    try:
        return of_literal(value) if value else None
    except ValueError:
        return None
