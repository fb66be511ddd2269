"""What a text shows of its headline, date, publisher and address; and what it does not show."""

import pytest

from claimgraph.articles import Article, dates
from claimgraph.articles.article import compose

FIRST = "The mayor of Korvath said on Monday that the harbour would open within a week, after long talks."
SECOND = "Fishermen on the quay said they had heard that before, and that nobody had asked them about it."
HEADLINE = "Mayor reopens the old harbour"


def article(*lines: str) -> Article:
    return compose("x", "\n\n".join(lines), 10_000)


@pytest.mark.parametrize(
    "head",
    [
        (),
        ("Skip to main content",),
        ("Home | News | World | Sport", "5 January 2020"),
        ("Home   News   World   Sport   Subscribe",),
        ("Home News World Sport Subscribe",),
        ("News\tTides\tSmall ads",),
    ],
)
def test_the_headline_is_the_first_line_of_the_article_itself(head: tuple[str, ...]) -> None:
    assert article(*head, HEADLINE, FIRST, SECOND).title == HEADLINE


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n{FIRST}\n{SECOND}",
        f"{HEADLINE.replace('old harbour', 'U.N.')}\r\n\r\n{FIRST}",
        f"Will the harbour reopen?\n\n{FIRST}",
    ],
)
def test_headlines(text: str) -> None:
    assert compose("x", text, 10_000).title == text.splitlines()[0]


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        HEADLINE,
        f"{FIRST}\n\n{SECOND}",
        f"Statement by the mayor:\n\n{FIRST}",
        f"Harbour\n\n{FIRST}",
        f"{'A very long first line without a stop ' * 6}\n\n{SECOND}",
        "The mayor of Korvath said on Monday that the old\nharbour would open within a week.",
        "The mayor said on Monday to the people of old\nKorvath that the harbour would\nopen.",
        f"KORVATH (Reuters) - The mayor spoke of the harbour\n\n{SECOND}",
    ],
)
def test_what_is_no_headline(text: str) -> None:
    assert compose("x", text, 10_000).title is None


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("2020-01-05 17:45", "2020-01-05T17:45:00"),
        ("2020/01/05", "2020-01-05"),
        ("   2031-03-09 08:20      1,415 View Count       Comment", "2031-03-09T08:20:00"),
        ("Sunday, 5 January 2020", "2020-01-05"),
        ("Sun 5 Jan 2020 17.45 GMT", "2020-01-05T17:45:00+00:00"),
        ("January 5th, 2020, 5:45 PM EST", "2020-01-05T17:45:00"),
        ("Jan. 5, 2020 at 12:05 a.m.", "2020-01-05T00:05:00"),
        ("05 Jan 2020 - 17:45 | 3 min read | 12 comments", "2020-01-05T17:45:00"),
        ("17:45 GMT 05.01.2020", "2020-01-05T17:45:00+00:00"),
        ("Published: 5 January 2020", "2020-01-05"),
        ("Published on Jan 5, 2020 by Newsroom", "2020-01-05"),
        ("Posted 5 January 2020 17:45 GMT+3", "2020-01-05T17:45:00+03:00"),
        ("Date: 13/01/2020", "2020-01-13"),
        ("01/13/2020", "2020-01-13"),
        ("Published 4 January 2020 | Updated 6 January 2020", "2020-01-04"),
        ("KORVATH, 5 January 2020", "2020-01-05"),
        ("Selm Echo | 5 January 2020", "2020-01-05"),
        ("Orsin Post, 5 January 2020", "2020-01-05"),
        ("Korvath, Selm Echo, 5 January 2020", "2020-01-05"),
        ("Selm Echo - Korvath - Sunday, 25/01/2020", "2020-01-25"),
    ],
)
def test_date_lines(line: str, issued: str) -> None:
    found = article(HEADLINE, line, FIRST, SECOND)
    assert found.issued == issued
    assert [s.text for s in found.boilerplate] == [line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "The talks began on 5 January 2020",
        "05/01/2020",
        "January 2020",
        "31 February 2020",
        "Published in 2020",
        "1.2.2020.3",
        "Korvath, where boats burn, 5 January 2020",
        "The 5 January 2020 accord and what became of it since, in the words of those who signed it",
    ],
)
def test_what_gives_no_date(line: str) -> None:
    found = article(HEADLINE, line, FIRST, SECOND)
    assert found.issued is None
    assert found.boilerplate == ()


def test_a_bare_date_counts_before_or_after_the_article_only() -> None:
    assert article(HEADLINE, FIRST, "5 January 2020", SECOND).issued is None
    assert article(HEADLINE, FIRST, SECOND, "5 January 2020").issued == "2020-01-05"


def test_a_chronology_has_no_date_of_its_own() -> None:
    days = [x for day in (3, 4, 5) for x in (f"{day} January 2020", FIRST)]
    found = article("The harbour, day by day", *days)
    assert (found.issued, found.boilerplate) == (None, ())


@pytest.mark.parametrize(
    ("opening", "issued"),
    [
        ("KORVATH, 28 August 2023 (Harbour Wire) The mayor said so.", "2023-08-28"),
        ("KORVATH/LORVAN, Oct. 8, 2024 — The mayor said so.", "2024-10-08"),
        ("Korvath, 28 August 2023 (see page two) was a dark day.", None),
        ("KORVATH, Selm, May 13, 2024 (Quay Dispatch) - ", "2024-05-13"),
        ("KORVATH, Selm (Quay Dispatch) 13 May 2024 — ", "2024-05-13"),
        ("KORVATH, 13 May 2024 — ", "2024-05-13"),
        ("New Selm, Monday, 13th May 2024 - Quay Today - ", "2024-05-13"),
        ("KORVATH, Jan. 5, 2020 (AP) – ", "2020-01-05"),
        ("KORVATH, 13 May (Quay Dispatch) — ", None),
        ("KORVATH, 31 February 2024 (Quay Dispatch) — ", None),
        ("The treaty of 13 May 2024 - now lost - said so. ", None),
        ("Korvath fell on May 13, 2024 - a Monday - to the League. ", None),
        ("In Korvath, 13 May 2024 is remembered: ", None),
    ],
)
def test_a_dateline_gives_its_date(opening: str, issued: str | None) -> None:
    found = article(HEADLINE, opening + FIRST, SECOND)
    assert (found.title, found.issued, found.boilerplate) == (HEADLINE, issued, ())


def test_a_lines_date_comes_before_a_datelines_and_that_before_a_changes() -> None:
    opening = "KORVATH, 13 May 2024 (Quay Dispatch) — " + FIRST
    assert article(HEADLINE, "14 May 2024", opening, SECOND).issued == "2024-05-14"
    assert article(HEADLINE, "Last updated: 15 May 2024", opening, SECOND).issued == "2024-05-13"


def test_publication_comes_before_change() -> None:
    lines = ("Last updated: 7 January 2020", "Published: 5 January 2020")
    assert article(HEADLINE, *lines, FIRST, SECOND).issued == "2020-01-05"
    assert article(HEADLINE, lines[0], FIRST, SECOND).issued == "2020-01-07"


def test_pictures_give_the_date_where_nothing_else_does_and_they_agree() -> None:
    picture = "The harbour at dawn - Selm Echo, 1920, 27.02.2021"
    found = article(HEADLINE, picture, FIRST, SECOND)
    assert (found.issued, found.publisher) == ("2021-02-27", None)
    assert article(HEADLINE, picture, FIRST, picture.replace("27", "26"), SECOND).issued is None
    assert article(HEADLINE, "Posted: 1 March 2021", picture, FIRST, SECOND).issued == "2021-03-01"
    assert article(HEADLINE, picture.replace("Selm Echo", "Sputnik"), FIRST, SECOND).publisher == "Sputnik"


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("BAGHDAD (Reuters) - ", "Reuters"),
        ("DUBAI, United Arab Emirates (AP) — ", "AP"),
        ("TEHRAN, Jan. 05 (MNA) – ", "MNA"),
        ("KORVATH (Selm Tribune) – ", "Selm Tribune"),
        ("Erbil (IraqiNews.com) – ", "IraqiNews.com"),
        ("(AP) — ", "AP"),
        ("Reuters – ", "Reuters"),
        ("Shafaq News – ", "Shafaq News"),
        ("Korvath Post -- ", "Korvath Post"),
        ("KORVATH, Selm, May 13, 2024 (Quay Dispatch) - ", "Quay Dispatch"),
        ("KORVATH, 13 May (Lamp and Anchor) — ", "Lamp and Anchor"),
        ("KORVATH, Selm (Lamp and Anchor) 13 May 2024 — ", "Lamp and Anchor"),
        ("New Selm, Monday, 13 May 2024 (Lantern) – ", "Lantern"),
        ("KORVATH, 13 May 2024 - Quay Today - ", "Quay Today"),
        ("KORVATH, 13 May 2024 (UN) — ", None),
        ("KORVATH, 13 May 2024 (two dead) — ", None),
        ("KORVATH, 13 May 2024 - Fishermen at sea - ", None),
        ("KORVATH (Lantern) – ", None),
        ("BAGHDAD – ", None),
        ("Baghdad, Iraq – ", None),
        ("PARIS (Texas) — ", None),
        ("GENEVA (UN) — ", None),
        ("WASHINGTON has been told: ", None),
        ("The mayor (Reuters was told) - ", None),
        ("Trade – ", None),
    ],
)
def test_datelines(opening: str, publisher: str | None) -> None:
    found = article(HEADLINE, opening + FIRST, SECOND)
    assert found.publisher == publisher
    assert found.boilerplate == ()


@pytest.mark.parametrize(
    "line", ["The Selm Tribune", "Selm Tribune | 5 January 2020", "Korvath, Selm Tribune, 5 January 2020"]
)
def test_a_masthead_names_the_outlet_and_is_no_headline(line: str) -> None:
    found = article(line, HEADLINE, FIRST, SECOND)
    assert (found.title, [s.text for s in found.boilerplate]) == (HEADLINE, [line])
    assert found.publisher in {"The Selm Tribune", "Selm Tribune"}


@pytest.mark.parametrize("line", ["World News", "Tribune", "A tribune of the Selm Tribune", "Selm Harbour"])
def test_what_is_no_masthead(line: str) -> None:
    assert article(line, HEADLINE, FIRST, SECOND).publisher is None


@pytest.mark.parametrize(
    ("line", "publisher", "source"),
    [
        ("Source: The Selm Echo", "The Selm Echo", None),
        ("(Source: Reuters)", "Reuters", None),
        ("Source: Reuters/AFP", "Reuters", None),
        ("Source: Agencies", None, None),
        ("Source: UN", None, None),
        ("Source: Harbour board.", None, None),
        ("Source: https://selm.example/1", None, "https://selm.example/1"),
    ],
)
def test_source_lines(line: str, publisher: str | None, source: str | None) -> None:
    found = article(HEADLINE, FIRST, SECOND, line)
    assert (found.publisher, found.source) == (publisher, source)
    assert [s.text for s in found.boilerplate] == [line]


def test_a_source_line_in_mid_text_is_a_tables() -> None:
    found = article(HEADLINE, FIRST, "Source: Harbour Board", SECOND)
    assert (found.publisher, found.boilerplate) == (None, ())


@pytest.mark.parametrize(
    ("words", "issued"),
    [
        ("2020-01-05", "2020-01-05"),
        ("2020-01-05T17:45:00Z", "2020-01-05T17:45:00+00:00"),
        ("2020-01-05T17:45:00.123+03:30", "2020-01-05T17:45:00+03:30"),
        ("Sun, 05 Jan 2020 17:45:00 GMT", "2020-01-05T17:45:00+00:00"),
        ("2020-01-05 17:45 +15:00", "2020-01-05T17:45:00"),
        ("5 May 2020", "2020-05-05"),
        ("yesterday", None),
        ("2020", None),
        ("", None),
    ],
)
def test_dates_as_given(words: str, issued: str | None) -> None:
    assert dates.parse(words) == issued
