"""Full dates as English news pages write them -> ISO 8601. What is ambiguous is no date here."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR, DAY = r"(?P<year>(?:18|19|20)\d\d)", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
DATES = tuple(
    re.compile(rf"(?<![\d.,/-]){form}(?![\d/-]|\.\d)", re.IGNORECASE)
    for form in (
        rf"{YEAR}(?P<between>[-/.])(?P<month>\d\d?)(?P=between)(?P<day>\d\d?)(?=T\d|\b)",
        rf"{DAY}(?: of)?[ -]{MONTH},?[ -]{YEAR}",
        rf"{MONTH} {DAY},? {YEAR}",
        rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.{YEAR}",
        rf"(?P<one>\d\d?)(?P<between>[/-])(?P<other>\d\d?)(?P=between){YEAR}",
    )
)
TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d\d?(?::?\d\d)?\b|(?:GMT|UTC)\b)?",
    re.IGNORECASE,
)


def parse(words: str) -> str | None:
    """A date, or a date and time, in ISO 8601; None where the words hold no full date."""
    words = words.strip()
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        found = first(words)
        return found[0] if found else None


def first(words: str) -> tuple[str, str] | None:
    """The first full date in the words, with the time of day where one stands beside it, and what else there is."""
    matches = sorted((m for form in DATES if (m := form.search(words))), key=lambda m: m.start())
    for match in matches:
        day = _day(match)
        if day:
            rest = words[: match.start()] + " \t " + words[match.end() :].removeprefix("T")
            return _with_time(day, rest)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    try:
        if parts.get("one"):
            return _slashed(int(parts["one"]), int(parts["other"]), int(parts["year"]))
        month = MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts["month"])
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _slashed(one: int, other: int, year: int) -> date | None:
    """05/01/2020 may be January or May: only where one of the numbers is no month is it a date."""
    if one == other or one > 12:
        return date(year, other, one)
    return date(year, one, other) if other > 12 else None


def _with_time(day: date, rest: str) -> tuple[str, str]:
    match = TIME.search(rest)
    if not match:
        return day.isoformat(), rest
    hour, half = int(match["hour"]), (match["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    moment = datetime(
        day.year, day.month, day.day, hour, int(match["minute"]), int(match["second"] or 0), tzinfo=_zone(match["zone"])
    )
    return moment.isoformat(), rest[: match.start()] + " \t " + rest[match.end() :]


def _zone(words: str | None) -> timezone | None:
    """The offset that is written; names of zones other than GMT and UTC mean several and count as none."""
    if not words:
        return None
    match = re.search(r"([+-])(\d\d?):?(\d\d)?$", words)
    if not match:
        return UTC
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if offset > timedelta(hours=14):
        return None
    return timezone(-offset if match[1] == "-" else offset)
