"""Times of events, as exactly as articles tell them, and whether two can be one."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimgraph.model import Event

MONTHS = {name.lower(): k for names in (calendar.month_name, calendar.month_abbr) for k, name in enumerate(names) if k}
WEEKDAYS = {name.lower(): k for k, name in enumerate(calendar.day_name)}
WORD = re.compile(r"[A-Za-z]+|\d{1,2}(?!\d)")
NIGHT = 1  # days that two accounts of a night, or of places in two time zones, may differ by


class Nearness(StrEnum):
    """How near two times are."""

    DAY = "day"  # the same day
    NEXT = "next"  # a day apart
    PERIOD = "period"  # one lies in the other, or they overlap
    OPEN = "open"  # at least one is not told
    APART = "apart"


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days (proleptic Gregorian ordinals, both ends included), or parts of a date without its year."""

    first: int | None = None
    last: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0: Monday

    @property
    def exact(self) -> int | None:
        """The day, where it is told to the day and year."""
        return self.first if self.first is not None and self.first == self.last else None

    @property
    def told(self) -> bool:
        """Whether anything is told."""
        return self != When()

    def nearness(self, other: "When") -> Nearness:
        """How near two are, as far as both are told."""
        if not self.told or not other.told:
            return Nearness.OPEN
        if self.exact is not None and other.exact is not None:
            days = abs(self.exact - other.exact)
            return Nearness.DAY if not days else Nearness.NEXT if days <= NIGHT else Nearness.APART
        if self._apart(other):
            return Nearness.APART
        if self.day is not None and self.day == other.day and self.month == other.month:
            return Nearness.DAY
        both = (self.first, other.first)
        return Nearness.PERIOD if None not in both or self.month == other.month is not None else Nearness.OPEN

    def _apart(self, other: "When") -> bool:
        if self.first is not None and other.last is not None and self.first > other.last + NIGHT:
            return True
        if other.first is not None and self.last is not None and other.first > self.last + NIGHT:
            return True
        parts = ((self.month, other.month), (self.day, other.day), (self.weekday, other.weekday))
        return any(None not in pair and pair[0] != pair[1] for pair in parts)


def when(event: Event) -> When:
    """When an event took place, or is to: by its dates, else by what the words tell of a date without a year."""
    first, last = event.date or event.begin, event.date or event.end
    if first is None and last is None:
        return _in_words(event.date_text or "")
    begin, end = (None if first is None else _days(first)[0]), (None if last is None else _days(last)[1])
    if begin is not None and begin == end:
        day = date.fromordinal(begin)
        return When(begin, end, day.month, day.day, day.weekday())
    month = int(event.date[5:7]) if event.date and len(event.date) > 4 else None
    return When(begin, end, month)


def day_of(issued: str | None) -> int | None:
    """The ordinal of an article's day (ISO 8601)."""
    return None if issued is None else _days(issued[:10])[0]


def _days(told: str) -> tuple[int, int]:
    """The first and the last day of a date YYYY, YYYY-MM or YYYY-MM-DD."""
    if len(told) == 10:
        day = date.fromisoformat(told).toordinal()
        return day, day
    year, month = int(told[:4]), int(told[5:7] or 0)
    first = date(year, month or 1, 1)
    last = date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    return first.toordinal(), last.toordinal()


def _in_words(words: str) -> When:
    """ "January 5", "5 Jan", "March", "Friday": nothing where two of a kind stand in it."""
    found = WORD.findall(words.lower())
    months = {MONTHS[w] for w in found if w in MONTHS}
    weekdays = {WEEKDAYS[w] for w in found if w in WEEKDAYS}
    days = {int(w) for w in found if w.isdigit()}
    if max(len(months), len(weekdays), len(days)) > 1:
        return When()
    month, weekday = next(iter(months), None), next(iter(weekdays), None)
    day = next(iter(days), None) if month else None
    return When(month=month, day=day, weekday=weekday)
