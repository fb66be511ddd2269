"""Texts that tell something, the many that a word is a part of, and words that stand for the same people."""

import pytest
from spacy.language import Language

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article
from claimgraph.registry import Registry


def read(nlp: Language, text: str) -> Cast:
    return cast(nlp(text), Article("t", text), Registry())


def whom(made: Cast, word: str, nth: int = -1) -> str | None:
    found = made.actor([t for t in made.doc if t.text == word][nth])
    return made.label(found) if found else None


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("The Zorban Bank issued a statement on Monday.", "Zorban Bank"),
        ("The Zorban Bank said in a statement that it was closed.", "Zorban Bank"),
        ("A statement was published by the Zorban Bank.", "Zorban Bank"),
        ("A statement from the Zorban Bank spoke of losses. The statement was short.", "Zorban Bank"),
        ("The Zorban Bank found a statement on Monday.", None),
        ("A statement seen by the Zorban Bank spoke of losses.", None),
        ("The Zorban Bank issued a statement. A statement was found in the street.", None),
        ("The Zorban Bank issued a report on Monday.", None),
    ],
)
def test_the_statement_is_its_authors(nlp: Language, before: str, label: str | None) -> None:
    assert whom(read(nlp, f"{before} The statement said the doors would open."), "statement") == label


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("A number of residents said the shots were loud.", "number", "residents"),
        ("A group of lawmakers signed the petition.", "group", "lawmakers"),
        ("Dozens of residents blocked the road.", "Dozens", "residents"),
        ("A number of errors said it all.", "number", None),
        ("The group signed the petition.", "group", "group"),
    ],
)
def test_a_part_of_the_people(nlp: Language, text: str, word: str, label: str | None) -> None:
    made = read(nlp, text)
    assert whom(made, word) == label
    assert {m.span.text for m in made.mentions()} == ({label} if label else set())


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Demonstrators burned tyres. The protesters said so.", True),
        ("Relatives met the judge. The families said so.", True),
        ("Demonstrators burned tyres. The soldiers said so.", False),
        ("Two men were seen. The two men said so.", True),
        ("Two men were seen. The three men said so.", False),
    ],
)
def test_the_same_people(nlp: Language, text: str, same: bool) -> None:
    made = read(nlp, text)
    one, two = (t for t in made.doc if t.tag_ == "NNS" and t.dep_.startswith("nsubj"))
    assert (made.actor(one) == made.actor(two)) is same


def test_a_modifier_is_nobody_that_others_are(nlp: Language) -> None:
    made = read(nlp, "Fears grow before an army vote. The army said the road was cut. The army left.")
    vote, first, second = (made.actor(t) for t in made.doc if t.text == "army")
    assert vote != first == second


def test_a_ministry_of_something_is_the_ministry(nlp: Language) -> None:
    closed = "The Ministry of Zorban Affairs closed two camps. "
    assert whom(read(nlp, f"{closed}The ministry said so."), "ministry") == "Ministry of Zorban Affairs"
    assert whom(read(nlp, f"{closed}The embassy said so."), "embassy") == "embassy"
