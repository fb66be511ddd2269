"""Days, weeks, months, years and decades: what dates are made of, and the literals that they have.

A week runs from Monday to Sunday (ISO 8601).
"""

from datetime import date, timedelta
from typing import NamedTuple

# How much of a day's literal tells the grain; the first three are values, the others only have a first and a last one.
DIGITS = {"day": 10, "month": 7, "year": 4, "week": 10, "weekend": 10, "decade": 4}
VALUES = {"day", "month", "year"}


class Period(NamedTuple):
    """A unit of the calendar, from its first day to its last one."""

    grain: str
    first: date
    last: date

    @property
    def value(self) -> str | None:
        """YYYY-MM-DD, YYYY-MM or YYYY; None for a week, a weekend and a decade, which have no literal."""
        return self.begin if self.grain in VALUES else None

    @property
    def begin(self) -> str:
        """The literal of its first day, month or year."""
        return self.first.isoformat()[: DIGITS[self.grain]]

    @property
    def end(self) -> str:
        """The literal of its last day, month or year."""
        return self.last.isoformat()[: DIGITS[self.grain]]


def around(day: date, grain: str) -> Period:
    """The unit in which a day lies; of a weekend, the one of the day's week."""
    if grain in {"week", "weekend"}:
        sunday = day + timedelta(days=6 - day.weekday())
        return Period(grain, sunday - timedelta(days=6 if grain == "week" else 1), sunday)
    if grain == "month":
        first = day.replace(day=1)
        return Period(grain, first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
    if grain in {"year", "decade"}:
        years = (day.year, day.year) if grain == "year" else (day.year // 10 * 10, day.year // 10 * 10 + 9)
        return Period(grain, date(years[0], 1, 1), date(years[1], 12, 31))
    return Period("day", day, day)


def shifted(period: Period, steps: int) -> Period:
    """The unit of the same grain so many steps later; raises ValueError or OverflowError outside the calendar."""
    if period.grain == "month":
        months = period.first.year * 12 + period.first.month - 1 + steps
        return around(date(months // 12, months % 12 + 1, 1), "month")
    if period.grain in {"year", "decade"}:
        step = 1 if period.grain == "year" else 10
        return around(date(period.first.year + step * steps, 1, 1), period.grain)
    days = timedelta(days=steps if period.grain == "day" else 7 * steps)
    return around(period.first + days, period.grain)


def of_literal(value: str) -> Period:
    """The day, month or year of a literal; raises ValueError where there is no such one."""
    year, month, day = (*(int(part) for part in value.split("-")), 1, 1)[:3]
    return around(date(year, month, day), {4: "year", 7: "month"}.get(len(value), "day"))
