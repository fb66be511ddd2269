import pytest

from claimgraph.statements.dates import resolve
from eventful import claim, read
from handmade import doc

SUNDAY = "2024-05-12"  # the day of the articles below is Wednesday, 2024-05-15


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 January 2020", "2020-01-03"),
        ("January 3, 2020", "2020-01-03"),
        ("Jan. 3, 2020", "2020-01-03"),
        ("2020-01-03", "2020-01-03"),
        ("January 2020", "2020-01"),
        ("2014", "2014"),
        ("January 3", "2024-01-03"),
        ("3 June", "2023-06-03"),
        ("June", "2023-06"),
        ("May", "2024-05"),
        ("Sunday", SUNDAY),
        ("Wednesday", "2024-05-15"),
        ("last Wednesday", "2024-05-08"),
        ("next Friday", "2024-05-17"),
        ("Thursday night", "2024-05-09"),
        ("early Friday", "2024-05-10"),
        ("yesterday", "2024-05-14"),
        ("today", "2024-05-15"),
        ("two days ago", "2024-05-13"),
        ("three months ago", "2024-02"),
        ("10 years ago", "2014"),
        ("last week", "2024-05"),
        ("last month", "2024-04"),
        ("last year", "2023"),
        ("earlier this year", "2024"),
        ("earlier this month", "2024-05"),
    ],
)
def test_words_are_resolved_at_the_grain_they_give(words: str, value: str) -> None:
    assert resolve(words, "2024-05-15") == value


@pytest.mark.parametrize(
    ("words", "issued"),
    [
        ("January 3", None),
        ("Sunday", None),
        ("last year", None),
        ("30 February 2020", "2024-05-15"),
        ("2020-13-01", "2024-05-15"),
        ("two weeks ago", "2024-05-15"),
        ("last week", "2024-05-08"),  # a week of two months
        ("some day", "2024-05-15"),
        ("Sunday", "soon"),
    ],
)
def test_nothing_is_guessed(words: str, issued: str | None) -> None:
    assert resolve(words, issued) is None


@pytest.mark.parametrize(("words", "value"), [("June", "2024-06"), ("Sunday", "2024-05-19"), ("3 June", "2024-06-03")])
def test_what_is_planned_lies_ahead(words: str, value: str) -> None:
    assert resolve(words, "2024-05-15", future=True) == value


VERB = """
Norland PROPN 2 nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN 2 obj NNP
{} ADP 5 case
Sunday PROPN 2 obl NNP
"""
REPORTED = """
Norland PROPN 2 nsubj NNP
said VERB 0 root VBD
{} ADP 4 case
Sunday PROPN 2 obl NNP
troops NOUN 6 nsubj NNS
invaded VERB 2 ccomp VBD
Sudria PROPN 6 obj NNP
"""
CLAUSE = """
The DET 2 det
raid NOUN 3 nsubj NN
happened VERB 0 root VBD
on ADP 5 case
Sunday PROPN 3 obl NNP
"""
MODAL = """
They PRON 3 nsubj PRP
may AUX 3 aux MD
invade VERB 0 root VB
Sudria PROPN 3 obj NNP
"""


def test_a_date_belongs_to_the_verb_above_it() -> None:
    event = read(doc(VERB.format("on"))).events[0]
    assert (event.date, event.date_text) == (SUNDAY, "Sunday")


def test_a_limit_is_no_date() -> None:
    assert read(doc(VERB.format("since"))).events[0].date_text is None


def test_without_the_article_s_date_only_the_words_are_kept() -> None:
    event = read(doc(VERB.format("on")), issued=None).events[0]
    assert (event.date, event.date_text) == (None, "Sunday")


def test_the_date_of_the_saying_is_not_that_of_the_event() -> None:
    made = doc(REPORTED.format("on"))
    told = read(made, claims=(claim(made.text, "troops invaded Sudria", cue="said"),))
    assert told.events[0].date_text is None


def test_a_noun_has_the_date_of_its_clause() -> None:
    assert read(doc(CLAUSE)).events[0].date == SUNDAY


def test_the_auxiliary_may_is_no_month() -> None:
    assert read(doc(MODAL)).events[0].date_text is None


JOINED = """
{first}
Norland PROPN {head} nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN {head} obj NNP
{second}
and CCONJ {joined} cc
burned VERB {head} conj VBD
Eastport PROPN {joined} obj NNP
"""
LONG_AGO = """
Norland PROPN 2 nsubj NNP
invaded VERB 0 root VBD
Sudria PROPN 2 obj NNP
{} ADV 5 advmod
two NUM 6 nummod CD
years NOUN 7 obl NNS
ago ADV 2 advmod
"""


def test_joined_verbs_share_the_date_before_both() -> None:
    front = "On ADP 2 case\nSunday PROPN 4 obl NNP"
    made = doc(JOINED.format(first=front, second="", head=4, joined=7).replace("\n\n", "\n"))
    assert [event.date for event in read(made).events] == [SUNDAY, SUNDAY]


def test_a_date_between_them_belongs_to_the_first() -> None:
    between = "on ADP 5 case\nSunday PROPN 2 obl NNP"
    made = doc(JOINED.format(first="", second=between, head=2, joined=7))
    assert [event.date for event in read(made).events] == [SUNDAY, None]


def test_some_two_years_ago_is_no_year() -> None:
    assert read(doc(LONG_AGO.format("about"))).events[0].date is None
    assert read(doc(LONG_AGO.format("just"))).events[0].date == "2022"
