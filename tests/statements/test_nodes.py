"""Whether two times may be one, and who vouches for an event that several words tell of."""

import pytest

from claimgraph.model import Factuality, Span
from claimgraph.statements.matching import Match
from claimgraph.statements.nodes import Node, Telling, Time
from claimgraph.statements.roles import Roles
from handmade import doc

DAY = Time("3 May 2024", date="2024-05-03")
MONTH = Time("in May", date="2024-05")
WEEK = Time("from 1 to 7 May", begin="2024-05-01", end="2024-05-07")
SINCE = Time("since April", begin="2024-04")
UNTIL = Time("until March", end="2024-03")
YEARS = Time("from 2022 to 2024", begin="2022", end="2024")


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (DAY, Time("Friday", date="2024-05-03"), True),
        (DAY, Time("Saturday", date="2024-05-04"), False),
        (DAY, MONTH, True),
        (DAY, Time("in April", date="2024-04"), False),
        (MONTH, Time("this year", date="2024"), True),
        (MONTH, Time("last year", date="2023"), False),
    ],
    ids=lambda value: getattr(value, "text", None),
)
def test_a_date_fits_the_month_and_the_year_that_it_lies_in(one: Time, other: Time, fit: bool) -> None:
    assert one.fits(other) is fit
    assert other.fits(one) is fit


@pytest.mark.parametrize(
    ("stretch", "date", "fit"),
    [
        (WEEK, "2024-05-01", True),
        (WEEK, "2024-05-07", True),
        (WEEK, "2024-04-30", False),
        (WEEK, "2024-05-08", False),
        (WEEK, "2024-05", True),
        (WEEK, "2024", True),
        (WEEK, "2024-06", False),
        (WEEK, "2024-04", False),
        (SINCE, "2024-04-01", True),
        (SINCE, "2025-01-01", True),
        (SINCE, "2024-03-31", False),
        (UNTIL, "2024-03-31", True),
        (UNTIL, "2019", True),
        (UNTIL, "2024-04-01", False),
        (YEARS, "2024-12-31", True),
        (YEARS, "2025-01-01", False),
        (YEARS, "2021-12", False),
    ],
    ids=lambda value: getattr(value, "text", None),
)
def test_a_stretch_holds_the_dates_from_its_first_day_to_its_last(stretch: Time, date: str, fit: bool) -> None:
    assert stretch.fits(Time("then", date=date)) is fit
    assert Time("then", date=date).fits(stretch) is fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (Time("overnight"), Time("Overnight"), True),
        (Time("overnight"), Time("at dawn"), False),
        (Time("overnight"), DAY, True),
        (DAY, Time("overnight"), True),
        (Time("overnight"), WEEK, True),
        (WEEK, Time("overnight"), True),
    ],
    ids=lambda value: getattr(value, "text", None),
)
def test_words_alone_are_compared_only_with_words(one: Time, other: Time, fit: bool) -> None:
    assert one.fits(other) is fit


def test_stretches_that_overlap_fit() -> None:
    assert WEEK.fits(Time("from 5 to 9 May", begin="2024-05-05", end="2024-05-09"))


@pytest.mark.parametrize(("time", "known"), [(DAY, True), (SINCE, True), (UNTIL, True), (Time("overnight"), False)])
def test_a_time_is_known_by_a_date_or_either_end(time: Time, known: bool) -> None:
    assert time.known is known


def telling(told_as: str, *marks: str) -> Telling:
    span = Span(0, 5, "raids")
    value = Factuality(told_as)
    return Telling(span, "event.verb", value, "asserts" in marks, "headline" in marks, "claimed" in marks)


def node(*tellings: Telling, kind: str = "Raid") -> Node:
    word = doc("raids NOUN 0 root NNS")[0]
    return Node(Match(word, (), ()), kind, {}, Roles(), list(tellings))


SAID = telling("Attributed", "asserts", "claimed")
STATED = telling("Stated", "asserts")
NAMED = telling("Stated")  # 'the raid'
DENIED = telling("Denied", "asserts", "claimed")
PLANNED = telling("Intended", "asserts")
ABOVE = telling("Stated", "asserts", "headline")
ABOVE_SAID = telling("Attributed", "asserts", "headline", "claimed")


@pytest.mark.parametrize(
    ("tellings", "value"),
    [
        pytest.param([SAID, STATED], "Stated", id="said first, then stated"),
        pytest.param([PLANNED, STATED], "Stated", id="planned, then done"),
        pytest.param([DENIED, STATED], "Stated", id="denied, then stated"),
        pytest.param([SAID, NAMED], "Attributed", id="a noun only takes up what is said"),
        pytest.param([NAMED, SAID], "Stated", id="a noun tells of it first"),
        pytest.param([NAMED], "Stated", id="only a noun"),
        pytest.param([SAID, PLANNED], "Attributed", id="as it is told first"),
        pytest.param([PLANNED, SAID], "Intended", id="as it is told first, the other way"),
        pytest.param([DENIED, SAID], "Attributed", id="denied by one, said by another"),
        pytest.param([SAID, DENIED], "Attributed", id="said by one, denied by another"),
        pytest.param([DENIED, DENIED], "Denied", id="only denied"),
        pytest.param([ABOVE, SAID], "Attributed", id="the body only has somebody say it"),
        pytest.param([ABOVE, PLANNED], "Intended", id="the body has it planned"),
        pytest.param([ABOVE, DENIED], "Denied", id="the body only denies it"),
        pytest.param([ABOVE_SAID, STATED], "Stated", id="the body vouches for it"),
        pytest.param([ABOVE], "Stated", id="only the headline tells of it"),
        pytest.param([ABOVE_SAID], "Attributed", id="only the headline, and it is said there"),
    ],
)
def test_the_article_vouches_for_what_its_body_asserts(tellings: list[Telling], value: str) -> None:
    assert node(*tellings).factuality.value == value


def test_the_lineage_goes_up_from_the_class() -> None:
    assert node(NAMED, kind="DroneStrike").lineage == ("DroneStrike", "Airstrike", "Assault", "Event")
