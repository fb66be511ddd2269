import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.statements.times import FORMS, Moment, found, moment, resolve

ISSUED = "2024-05-15"  # a Wednesday

DAYS_MONTHS_YEARS = {
    "January 3, 2020": "2020-01-03",
    "3 January 2020": "2020-01-03",
    "Jan. 3, 2020": "2020-01-03",
    "Sept 11, 2001": "2001-09-11",
    "3rd of January 2020": "2020-01-03",
    "January 3rd": "2024-01-03",
    "January 3": "2024-01-03",
    "3 January": "2024-01-03",
    "Jan. 3": "2024-01-03",
    "3 June": "2023-06-03",
    "Friday, 3 May 2019": "2019-05-03",
    "Friday, May 3": "2024-05-03",
    "3 May last year": "2023-05-03",
    "29 February": "2024-02-29",
    "2020-01-03": "2020-01-03",
    "13.01.2020": "2020-01-13",
    "3/13/2020": "2020-03-13",
    "3/3/2020": "2020-03-03",
    "January 2020": "2020-01",
    "January of 2020": "2020-01",
    "late May 2019": "2019-05",
    "March last year": "2023-03",
    "June": "2023-06",
    "May": "2024-05",
    "mid-May": "2024-05",
    "the first week of May": "2024-05",
    "2014": "2014",
    "early 2014": "2014",
    "mid-2014": "2014",
    "the end of 2019": "2019",
    "the summer of 2014": "2014",
    "the spring of last year": "2023",
    "summer 2014": "2014",
    "late last year": "2023",
    "early next year": "2025",
    "Sunday": "2024-05-12",
    "Wednesday": "2024-05-15",
    "Thursday night": "2024-05-09",
    "Sunday evening": "2024-05-12",
    "early Friday": "2024-05-10",
    "early on Monday": "2024-05-13",
    "overnight on Sunday": "2024-05-12",
    "last Wednesday": "2024-05-08",
    "this past Friday": "2024-05-10",
    "next Friday": "2024-05-17",
    "next Wednesday": "2024-05-22",
    "Monday last week": "2024-05-06",
    "Monday of next week": "2024-05-20",
    "last March": "2024-03",
    "last May": "2023-05",
    "next May": "2025-05",
    "today": "2024-05-15",
    "tonight": "2024-05-15",
    "later today": "2024-05-15",
    "this morning": "2024-05-15",
    "last night": "2024-05-14",
    "yesterday": "2024-05-14",
    "yesterday evening": "2024-05-14",
    "the day before yesterday": "2024-05-13",
    "tomorrow": "2024-05-16",
    "the day after tomorrow": "2024-05-17",
    "two days ago": "2024-05-13",
    "twenty-five days ago": "2024-04-20",
    "three months ago": "2024-02",
    "10 years ago": "2014",
    "just two years ago": "2022",
    "a year ago": "2023",
    "last month": "2024-04",
    "this month": "2024-05",
    "earlier this month": "2024-05",
    "last year": "2023",
    "later this year": "2024",
}
STRETCHES: dict[str, tuple[str | None, str | None]] = {
    "last week": ("2024-05-06", "2024-05-12"),
    "earlier this week": ("2024-05-13", "2024-05-19"),
    "two weeks ago": ("2024-04-29", "2024-05-05"),
    "a fortnight ago": ("2024-04-29", "2024-05-05"),
    "over the weekend": ("2024-05-11", "2024-05-12"),
    "last weekend": ("2024-05-11", "2024-05-12"),
    "overnight": ("2024-05-14", "2024-05-15"),
    "the 1990s": ("1990", "1999"),
    "the early 2000s": ("2000", "2009"),
    "between 3 and 7 May": ("2024-05-03", "2024-05-07"),
    "between May 3 and May 7, 2019": ("2019-05-03", "2019-05-07"),
    "May 3-7, 2020": ("2020-05-03", "2020-05-07"),
    "May 3 to 7": ("2024-05-03", "2024-05-07"),
    "3–7 May 2020": ("2020-05-03", "2020-05-07"),
    "from 28 April to 3 May": ("2024-04-28", "2024-05-03"),
    "from January to March 2019": ("2019-01", "2019-03"),
    "from November to February": ("2023-11", "2024-02"),
    "from Monday to Wednesday": ("2024-05-13", "2024-05-15"),
    "from last year until March": ("2023", "2024-03"),
    "from 2014 to 2017": ("2014", "2017"),
    "2014-2017": ("2014", "2017"),
    "1980-88": ("1980", "1988"),
    "2014/15": ("2014", "2015"),
    "since 2014": ("2014", None),
    "since March": ("2024-03", None),
    "ever since last year": ("2023", None),
    "since the beginning of the year": ("2024", None),
    "from 2014 onwards": ("2014", None),
    "until June": (None, "2023-06"),
    "by Sunday": (None, "2024-05-12"),
    "by the end of the year": (None, "2024"),
    "the past 20 months": ("2022-09", "2024-05-15"),
    "the last six weeks": ("2024-04-01", "2024-05-15"),
    "the past three days": ("2024-05-12", "2024-05-15"),
    "the past 48 hours": ("2024-05-13", "2024-05-15"),
    "the past year": ("2023", "2024-05-15"),
    "the last decade": ("2014", "2024-05-15"),
    "the next two weeks": ("2024-05-15", "2024-06-02"),
    "over the next month": ("2024-05-15", "2024-06"),
    "in two weeks' time": ("2024-05-27", "2024-06-02"),
}
OPEN = [
    "03.01.2020",
    "3/1/2020",
    "31 February",
    "30 February 2020",
    "2020-13-01",
    "from 7 to 3 May",
    "2017-2014",
    "between 3 and May",
    "some two years ago",
    "more than four years ago",
    "two or three weeks ago",
    "several days ago",
    "hours ago",
    "a decade ago",
    "0 days ago",
    "9999 years ago",
    "99999999 years ago",
    "recent weeks",
    "the coming days",
    "the near future",
    "the last few weeks",
    "the past 36 hours",
    "within two weeks",
    "last summer",
    "this weekend",
    "the winter of 2014-15",
    "the next day",
    "some day",
    "the 5th Division",
    "",
]


@pytest.mark.parametrize(("words", "value"), DAYS_MONTHS_YEARS.items())
def test_words_are_resolved_at_the_grain_they_give(words: str, value: str) -> None:
    assert moment(words, ISSUED) == Moment(value)


@pytest.mark.parametrize(("words", "ends"), STRETCHES.items())
def test_a_stretch_has_ends_and_no_value(words: str, ends: tuple[str | None, str | None]) -> None:
    assert moment(words, ISSUED) == Moment(None, *ends)


@pytest.mark.parametrize("words", OPEN)
def test_what_the_words_leave_open_stays_open(words: str) -> None:
    assert moment(words, ISSUED) == Moment()


@pytest.mark.parametrize("words", [*DAYS_MONTHS_YEARS, *STRETCHES])
def test_the_words_are_found_in_a_sentence(words: str) -> None:
    text = f"They left {words}, police said."
    assert [text[begin:end] for begin, end in found(text)] == [words]


@pytest.mark.parametrize("words", ["May 2019", "3 May", "early on Monday", "last night"])
def test_one_pattern_has_all_forms_of_a_date(words: str) -> None:
    match = FORMS.match(f"on {words}.", 3)
    assert match
    assert match.group() == words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("June", "2024-06"),
        ("Sunday", "2024-05-19"),
        ("this Friday", "2024-05-17"),
        ("3 June", "2024-06-03"),
        ("3 January", "2025-01-03"),
        ("today", "2024-05-15"),
    ],
)
def test_what_is_planned_lies_ahead(words: str, value: str) -> None:
    assert resolve(words, ISSUED, future=True) == value


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("until June", None, "2024-06"),
        ("by Sunday", None, "2024-05-19"),
        ("since March", "2024-03", None),
        ("within two weeks", "2024-05-15", "2024-06-02"),
        ("over the weekend", "2024-05-18", "2024-05-19"),
    ],
)
def test_planned_stretches_lie_ahead(words: str, first: str | None, last: str | None) -> None:
    assert moment(words, ISSUED, future=True) == Moment(None, first, last)


@pytest.mark.parametrize(
    ("words", "near", "value"),
    [
        ("three days later", "2014-01-30", "2014-02-02"),
        ("three days earlier", "2014-01-03", "2013-12-31"),
        ("a day before", "2014-03-01", "2014-02-28"),
        ("the day after", "2014-02-28", "2014-03-01"),
        ("the next day", "2014-02-28", "2014-03-01"),
        ("the following morning", "2014-02-28", "2014-03-01"),
        ("the previous day", "2014-02-28", "2014-02-27"),
        ("the following month", "2014-12-05", "2015-01"),
        ("two years later", "2014-12-05", "2016"),
        ("the year before", "2014", "2013"),
        ("the same day", "2014-02-03", "2014-02-03"),
        ("later that day", "2014-02-03", "2014-02-03"),
        ("that year", "2014-02-03", "2014"),
        ("that month", "2014-02", "2014-02"),
        ("that day", "2014", None),  # the year does not say which day
        ("the next day", "2014-02", None),
        ("two months later", "2014", None),
        ("the next day", "soon", None),
        ("the end of the year", "2024-03-01", "2024"),
        ("the end of the year", "2019-03-01", None),  # this one or that one
    ],
)
def test_some_words_count_from_the_date_told_before(words: str, near: str, value: str | None) -> None:
    assert resolve(words, ISSUED, near=near) == value


def test_that_week_is_a_stretch() -> None:
    assert moment("that week", ISSUED, near="2014-02-05") == Moment(None, "2014-02-03", "2014-02-09")


@pytest.mark.parametrize("issued", [None, "soon", "2024-02-31", ""])
def test_without_the_article_s_date_a_year_is_needed(issued: str | None) -> None:
    relative = ["January 3", "Sunday", "last year", "the past two weeks", "since March", "today", "overnight"]
    assert {moment(words, issued) for words in relative} == {Moment()}
    assert moment("from January to March 2019", issued) == Moment(None, "2019-01", "2019-03")
    assert resolve("3 May 2019", issued) == "2019-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "the day after the raid",
        "three days after the raid",
        "three days earlier than planned",
        "2,014 men",
        "$2014",
        "post-2003 Norland",
        "May3",
        "they may march",
        "two weeks",
        "Resolution 2254",
        "from 20 men to 30",
        "2014.5 points",
    ],
)
def test_what_names_no_time_is_not_found(text: str) -> None:
    assert not list(found(text))


def test_white_space_may_be_any() -> None:
    text = "on 3\u00a0May\n2019"
    assert [text[begin:end] for begin, end in found(text)] == ["3\u00a0May\n2019"]
    assert resolve("3\u00a0May\n2019", None) == "2019-05-03"


PIECES = [
    *("3", "7", "31", "2014", "1980-88", "May", "Jan.", "Sunday", "last", "next", "the", "of", "day", "days", "weeks"),
    *("year", "ago", "later", "between", "and", "from", "to", "until", "since", "by", "end", "a", "two", "0", "9999"),
    *("-", ",", "'s", "past", "within", "in", "over", "1990s", "yesterday", "30/4/2020", "same", "that", "decade"),
]
LITERAL = re.compile(r"\d{4}(?:-\d\d){0,2}")


def first_day(literal: str) -> date:
    return date.fromisoformat(literal + "0001-01-01"[len(literal) :])


def last_day(literal: str) -> date:
    if len(literal) == 10:
        return date.fromisoformat(literal)
    first = first_day(literal)
    end = date(first.year, 12, 31) if len(literal) == 4 else (first + timedelta(days=31)).replace(day=1)
    return end if len(literal) == 4 else end - timedelta(days=1)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join) | st.text(max_size=40),
    st.dates(max_value=date(9999, 11, 30)).map(date.isoformat) | st.none(),
    st.sampled_from([None, "2014", "0001-01-01", "9999-12-31", "2014-02-03"]),
    st.booleans(),
)
def test_any_words_come_to_literals_of_the_calendar_or_to_nothing(
    text: str, issued: str | None, near: str | None, future: bool
) -> None:
    for words in (text, *(text[begin:end] for begin, end in found(text))):
        value, first, last = told = moment(words, issued, future, near)
        assert all(LITERAL.fullmatch(literal) and first_day(literal) for literal in told if literal)
        assert value is None or first is last is None
        assert first is None or last is None or first_day(first) <= last_day(last)


@pytest.mark.parametrize("words", ["a ", "the last ", "May ", "3-", "between May 3 and ", " ", "from 3 to ", "twenty-"])
def test_long_texts_are_read_in_time(words: str) -> None:
    assert len(list(found(words * 3000))) <= 3000
