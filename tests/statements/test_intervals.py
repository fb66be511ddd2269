"""What is dated by its distance from an event that has a date: 'marched on Friday, a day after parliament voted'."""

import pytest
from spacy.language import Language

from eventful import Told, read
from handmade import doc

# Of an article of Wednesday, 15 May 2024, Friday is 10 May.
AFTER = """
Norland PROPN 2 nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN 2 obj NNP
{known} 2 {label}
, PUNCT 2 punct ,
{before} 8 advmod RB
{count} 8 nummod CD
{unit} NOUN 11 obl NN
{way} SCONJ 11 {mark}
it PRON 11 nsubj PRP
{verb} VERB 2 advcl VBD
{object} PROPN 11 obj NNP
{more}
"""
GIVEN = {
    "known": "Friday PROPN",
    "label": "obl",
    "before": "only ADV",
    "count": "two NUM",
    "unit": "days",
    "way": "after",
    "mark": "mark IN",
    "verb": "raided",
    "object": "Westfort",
    "more": "",
}
Times = list[tuple[str | None, str | None, str | None]]
NONE = (None, None, None)


def times(told: Told) -> Times:
    return [(event.date, event.begin, event.end) for event in told.events]


def second(issued: str | None = "2024-05-15", **changed: str) -> tuple[str | None, ...]:
    """The time of the second event: its date or the ends of its stretch, and the words."""
    told = read(doc(AFTER.format(**GIVEN | changed)), issued=issued)
    assert told.types == ["Offensive", "Raid"]
    event = told.events[1]
    return (event.date, event.begin, event.end, event.date_text)


@pytest.mark.parametrize(
    ("count", "unit", "way", "date"),
    [
        ("two NUM", "days", "after", "2024-05-08"),
        ("two NUM", "days", "before", "2024-05-12"),
        ("a DET", "day", "after", "2024-05-09"),
        ("A DET", "day", "AFTER", "2024-05-09"),
        ("the DET", "day", "after", "2024-05-09"),
        ("the DET", "day", "before", "2024-05-11"),
        ("one NUM", "day", "before", "2024-05-11"),
        ("12 NUM", "days", "after", "2024-04-28"),
        ("twenty-one NUM", "days", "after", "2024-04-19"),
    ],
)
def test_days_before_and_after(count: str, unit: str, way: str, date: str) -> None:
    words = f"{count.split()[0]} {unit} {way}"
    assert second(count=count, unit=unit, way=way) == (date, None, None, words)


@pytest.mark.parametrize(
    ("count", "unit", "way", "time"),
    [
        ("a DET", "week", "after", ("2024-05-03", None, None)),
        ("one NUM", "week", "before", ("2024-05-17", None, None)),
        ("the DET", "week", "after", (None, "2024-04-29", "2024-05-05")),
        ("two NUM", "weeks", "before", (None, "2024-05-20", "2024-05-26")),
        ("a DET", "month", "after", ("2024-04", None, None)),
        ("ten NUM", "years", "after", ("2014", None, None)),
        ("the DET", "year", "after", ("2023", None, None)),
    ],
)
def test_several_weeks_months_and_years_lead_to_no_day(
    count: str, unit: str, way: str, time: tuple[str | None, str | None, str | None]
) -> None:
    assert second(count=count, unit=unit, way=way)[:3] == time


@pytest.mark.parametrize(
    ("count", "unit", "way"),
    [
        ("two NUM", "hours", "after"),
        ("some DET", "days", "after"),
        ("several ADJ", "days", "after"),
        ("the DET", "days", "after"),
        ("zero NUM", "days", "after"),
        ("two NUM", "days", "since"),
        ("9999 NUM", "years", "after"),  # before the calendar
    ],
)
def test_what_tells_no_distance_in_days_dates_nothing(count: str, unit: str, way: str) -> None:
    assert second(count=count, unit=unit, way=way) == (*NONE, None)


@pytest.mark.parametrize(
    "word", ["nearly", "about", "some", "almost", "during", "in", "for", "the", "every", "and", "but"]
)
def test_a_rough_distance_and_a_stretch_date_nothing(word: str) -> None:
    assert second(before=f"{word} ADV") == (*NONE, None)
    assert second(before="just ADV")[0] == "2024-05-08"


def test_a_range_of_days_dates_nothing(nlp: Language) -> None:
    text = "Norland invaded Sudria on Friday, {} days after it raided Westfort."
    assert [times(read(nlp(text.format(words))))[1][0] for words in ("two or three", "three")] == [None, "2024-05-07"]


def test_it_is_counted_at_the_grain_of_what_is_known() -> None:
    assert second(known="2014 NUM", unit="days") == (*NONE, None)
    assert second(known="2014 NUM", count="a DET", unit="week") == (*NONE, None)
    assert second(known="2014 NUM", unit="years")[:3] == ("2012", None, None)


def test_it_needs_a_date_before_it() -> None:
    assert second(known="yesterday ADV", issued=None) == (*NONE, None)
    assert second(known="swiftly ADV", label="advmod") == (*NONE, None)
    assert second(known="2014-05-10 NUM", issued=None)[0] == "2014-05-08"


def test_a_stretch_is_nothing_to_count_from() -> None:
    rows = AFTER.format(**GIVEN | {"known": "overnight ADV", "label": "advmod"})
    assert times(read(doc(rows))) == [(None, "2024-05-14", "2024-05-15"), NONE]


def test_an_event_with_a_time_of_its_own_keeps_it() -> None:
    made = read(doc(AFTER.format(**GIVEN | {"more": "in ADP 14 case IN\nApril PROPN 11 obl NNP"})))
    assert times(made) == [("2024-05-10", None, None), ("2024-04", None, None)]


def test_after_must_open_the_clause() -> None:
    assert second(mark="advmod RB") == (*NONE, None)


def test_only_the_event_that_it_opens_is_dated() -> None:
    """An event between the words and the end of the clause has its own time, which is not told."""
    rows = AFTER.format(
        **GIVEN | {"more": "who PRON 14 nsubj WP\nattacked VERB 12 acl:relcl VBD\nEastport PROPN 14 obj NNP"}
    )
    assert [time[0] for time in times(read(doc(rows)))] == ["2024-05-10", "2024-05-08", None]
    assert [time[0] for time in times(read(doc(rows.replace("raided", "said"))))] == ["2024-05-10", None]


NOUN = """
Norland PROPN 2 nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN 2 obj NNP
Friday PROPN 2 obl NNP
, PUNCT 2 punct ,
two NUM 7 nummod CD
days NOUN 2 obl NNS
after ADP {} case IN
{}
"""


@pytest.mark.parametrize(
    ("head", "rows", "dates"),
    [
        (10, "a DET 10 det DT\nraid NOUN 2 obl NN", ["2024-05-10", "2024-05-08"]),
        (9, "talks NOUN 2 obl NNS", ["2024-05-10", "2024-05-08"]),
        (
            9,
            "news NOUN 2 obl NN\nof ADP 12 case IN\na DET 12 det DT\nraid NOUN 9 nmod NN",
            ["2024-05-10", "2024-05-08"],
        ),
        (10, "a DET 10 det DT\ntheory NOUN 2 obl NN", ["2024-05-10"]),
    ],
)
def test_a_noun_behind_it(head: int, rows: str, dates: list[str]) -> None:
    assert [time[0] for time in times(read(doc(NOUN.format(head, rows))))] == dates


TWO = """
Norland PROPN 2 nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN 2 obj NNP
Friday PROPN 2 obl NNP
and CCONJ 6 cc CC
bombed VERB 2 conj VBD
Eastport PROPN 6 obj NNP
{day} 6 obl NNP
{comma}
a DET 11 det DT
day NOUN 13 obl NN
after SCONJ 13 mark IN
raiding VERB {head} advcl VBG
Westfort PROPN 13 obj NNP
"""


@pytest.mark.parametrize(("head", "date"), [(2, "2024-05-09"), (6, "2024-05-12")])
def test_of_two_dates_the_one_of_the_governing_event_counts(head: int, date: str) -> None:
    made = TWO.format(day="Monday PROPN", comma=", PUNCT 6 punct ,", head=head)
    assert [time[0] for time in times(read(doc(made)))] == ["2024-05-10", "2024-05-13", date]


@pytest.mark.parametrize(("comma", "date"), [("quite ADV 6 advmod RB", None), (", PUNCT 6 punct ,", "2024-05-09")])
def test_a_governing_event_without_a_date_leaves_it_open_but_behind_a_comma(comma: str, date: str | None) -> None:
    made = TWO.format(day="hard ADV", comma=comma, head=6)
    assert [time[0] for time in times(read(doc(made)))] == ["2024-05-10", None, date]


def test_a_date_behind_the_words_is_nothing_to_count_from() -> None:
    made = doc(AFTER.format(**GIVEN | {"known": "swiftly ADV", "label": "advmod", "more": "Friday PROPN 2 obl NNP"}))
    assert times(read(made)) == [("2024-05-10", None, None), NONE]


def test_another_sentence_is_nothing_to_count_from(nlp: Language) -> None:
    text = "Norland invaded Sudria on Friday. It bombed Eastport two days after it raided Westfort."
    assert [time[0] for time in times(read(nlp(text)))] == ["2024-05-10", None, None]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Students marched on Friday, a day after the council held a vote.", ["2024-05-10", "2024-05-09"]),
        ("Students marched on Friday, a day after the mayor, who was shot, resigned.",
         ["2024-05-10", None, "2024-05-09"]),
        ("Norland, which raided Eastport on Monday, withdrew on Friday, a day after parliament voted.",
         ["2024-05-13", "2024-05-10", "2024-05-09"]),
        ("Students marched two days after parliament voted.", [None, None]),
    ],
)  # fmt: skip
def test_what_the_reader_makes_of_it(nlp: Language, text: str, dates: list[str | None]) -> None:
    assert [time[0] for time in times(read(nlp(text)))] == dates
