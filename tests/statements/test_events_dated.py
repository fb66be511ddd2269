"""When an event was or will be, and how each of its mentions tells of it."""

import pytest
from spacy.language import Language

from claimgraph.model import Claim, SpeechAct
from eventful import claim, read
from handmade import doc

BOMBED = """
Norland PROPN 3 nsubj NNP
{} 3 {}
{} VERB 0 root {}
Eastport PROPN 3 obj NNP
{} ADP 6 case
{} PROPN 3 obl NNP
{}
"""
PAST = ("then ADV", "advmod RB", "bombed", "VBD")
PERFECT = ("has AUX", "aux VBZ", "bombed", "VBN")
FUTURE = ("will AUX", "aux MD", "bomb", "VB")
DENIED = ("never ADV", "advmod RB", "bombed", "VBD")


@pytest.mark.parametrize(
    ("verb", "date"), [(PAST, "2024-05-13"), (PERFECT, "2024-05-13"), (DENIED, "2024-05-13"), (FUTURE, "2024-05-20")]
)
def test_what_is_intended_takes_the_next_day_of_the_name(verb: tuple[str, ...], date: str) -> None:
    event = read(doc(BOMBED.format(*verb, "on", "Monday", ""))).events[0]
    assert (event.date, event.begin, event.end, event.date_text) == (date, None, None, "Monday")


def test_what_a_demand_asks_for_takes_the_next_day_too() -> None:
    made = doc(BOMBED.format(*PAST, "on", "Monday", ""))
    asked = read(made, claims=(claim(made.text, made.text, SpeechAct.DEMAND),)).events[0]
    said = read(made, claims=(claim(made.text, made.text, SpeechAct.ASSERTION),)).events[0]
    assert (asked.date, said.date) == ("2024-05-20", "2024-05-13")


@pytest.mark.parametrize(
    ("case", "day", "more", "stretch"),
    [
        ("since", "Monday", "", ("2024-05-13", "2024-05-15")),
        ("since", "April", "", ("2024-04", "2024-05-15")),
        ("until", "Monday", "", (None, "2024-05-13")),
        ("from", "Monday", "to ADP 8 case\nTuesday PROPN 6 nmod NNP", ("2024-05-13", "2024-05-14")),
        ("between", "Monday", "and CCONJ 8 cc\nTuesday PROPN 6 conj NNP", ("2024-05-13", "2024-05-14")),
        ("on", "Monday", "", (None, None)),
    ],
)
def test_a_stretch_has_ends_and_no_date(case: str, day: str, more: str, stretch: tuple[str | None, ...]) -> None:
    event = read(doc(BOMBED.format(*PERFECT, case, day, more))).events[0]
    assert (event.begin, event.end) == stretch
    assert (event.date is None) == any(stretch)


@pytest.mark.parametrize(
    ("issued", "stretch"),
    [("2024-05-15T08:00:00Z", ("2024-04-03", "2024-05-15")), ("2024-05-20", ("2024-04-03", "2024-05-20"))],
)
def test_what_goes_on_since_a_day_ends_with_the_article(issued: str, stretch: tuple[str, str]) -> None:
    rows = BOMBED.format(*PERFECT, "since", "April", "3 NUM 6 nummod CD")
    event = read(doc(rows), issued=issued).events[0]
    assert (event.begin, event.end) == stretch


def test_without_the_article_s_date_only_the_words_are_known() -> None:
    event = read(doc(BOMBED.format(*PERFECT, "since", "Monday", "")), issued=None).events[0]
    assert (event.date, event.begin, event.end, event.date_text) == (None, None, None, "since Monday")


def test_a_day_that_only_limits_is_no_date() -> None:
    event = read(doc(BOMBED.format(*PAST, "after", "Monday", ""))).events[0]
    assert (event.date, event.begin, event.end, event.date_text) == (None, None, None, None)


TAKEN_UP = """
Norland PROPN 3 nsubj NNP
{} 3 {}
bombed VERB 0 root VBD
Sudria PROPN 3 obj NNP
. PUNCT 3 punct

{} DET 2 det
bombing NOUN 3 nsubj NN
drew VERB 0 root VBD
crowds NOUN 3 obj NNS
. PUNCT 3 punct

Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
Sudria PROPN 2 obj NNP
"""


def told_as(rows: str, *claims: Claim) -> list[str]:
    told = read(doc(rows), claims=claims)
    assert {m.of for m in told.mentions} == {event.id for event in told.events}
    return [str(m.told_as) for m in told.mentions]


@pytest.mark.parametrize(
    ("act", "content", "values"),
    [
        (SpeechAct.ASSERTION, "Norland once bombed Sudria", ["Attributed", "Stated", "Stated"]),
        (SpeechAct.DENIAL, "Norland once bombed Sudria", ["Denied", "Stated", "Stated"]),
        (SpeechAct.ASSERTION, "The bombing drew crowds", ["Stated", "Attributed", "Stated"]),
        (SpeechAct.ASSERTION, "Norland once", ["Stated", "Stated", "Stated"]),
    ],
)
def test_each_mention_tells_of_it_in_its_own_way(act: SpeechAct, content: str, values: list[str]) -> None:
    rows = TAKEN_UP.format("once ADV", "advmod RB", "The")
    assert told_as(rows, claim(doc(rows).text, content, act)) == values


def test_one_mention_in_the_article_s_voice_vouches_for_it() -> None:
    rows = TAKEN_UP.format("once ADV", "advmod RB", "The")
    text = doc(rows).text
    said = claim(text, "Norland once bombed Sudria")
    assert [e.factuality.value for e in read(doc(rows), claims=(said,)).events] == ["Stated"]
    both = (said, claim(text, "Norland bombed Sudria"))
    assert [e.factuality.value for e in read(doc(rows), claims=both).events] == ["Attributed"]


def test_a_noun_of_no_class_takes_up_the_event_and_tells_how(nlp: Language) -> None:
    told = read(nlp("Norland signed a treaty with Sudria. The deal drew crowds."))
    assert (told.types, told.words()) == (["Agreement"], ["signed", "deal"])
    assert [m.rule for m in told.mentions] == ["event.verb", "event.again"]
    assert read(nlp("Norland signed a treaty with Sudria. A deal drew crowds.")).words() == ["signed"]


def test_a_noun_tells_of_it_once(nlp: Language) -> None:
    assert read(nlp("Norland attacked Sudria. The attack drew crowds.")).words() == ["attacked", "attack"]


def test_the_cue_of_a_claim_takes_up_no_event(nlp: Language) -> None:
    made = nlp("Norland signed a treaty with Sudria. The deal drew crowds.")
    assert read(made, claims=(claim(made.text, "crowds", cue="deal"),)).words() == ["signed"]


def test_a_noun_that_takes_up_what_is_said_vouches_for_nothing(nlp: Language) -> None:
    made = nlp("Norland signed a treaty with Sudria. The deal drew crowds.")
    told = read(made, claims=(claim(made.text, "Norland signed a treaty with Sudria"),))
    assert [m.told_as for m in told.mentions] == ["Attributed", "Stated"]
    assert told.events[0].factuality == "Attributed"


@pytest.mark.parametrize(
    ("again", "value"),
    [
        ("Norland carried out the raid on Sudria on foot.", "Stated"),
        ("The raid on Sudria drew crowds.", "Attributed"),
    ],
)
def test_a_light_verb_says_that_it_was_done_and_a_bare_noun_does_not(nlp: Language, again: str, value: str) -> None:
    made = nlp(f"Norland raided Sudria. {again}")
    told = read(made, claims=(claim(made.text, "Norland raided Sudria"),))
    assert [(e.type, e.factuality.value) for e in told.events] == [("Raid", value)]


@pytest.mark.parametrize(
    ("issued", "one", "other", "date", "words"),
    [
        ("2024-05-15", "on Monday", "in May", "2024-05-13", "Monday"),
        (None, "on Monday", "on 3 May 2024", "2024-05-03", "3 May 2024"),
        (None, "on 3 May 2024", "on Monday", "2024-05-03", "3 May 2024"),
        (None, "", "on Monday", None, "Monday"),
    ],
)
def test_the_first_date_that_is_known_holds(
    nlp: Language, issued: str | None, one: str, other: str, date: str | None, words: str
) -> None:
    told = read(nlp(f"Norland bombed Sudria {one}. Norland bombed Sudria {other}."), issued=issued)
    assert [(e.date, e.date_text) for e in told.events] == [(date, words)]
