"""Persons told of by what they are: before and after they are named, and who they are by "he" and "she"."""

import pytest
from spacy.language import Language

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry, Role

NONE_KNOWN = Registry()


def read(nlp: Language, text: str, registry: Registry = NONE_KNOWN) -> Cast:
    return cast(nlp(text), Article("t", text), registry)


def whom(made: Cast, word: str, nth: int = -1) -> str | None:
    """The label of whom the last (or nth) token with that text stands for."""
    found = made.actor([t for t in made.doc if t.text == word][nth])
    return made.label(found) if found else None


LEFT = "Dawud Kelvani left the alliance on Monday. "


@pytest.mark.parametrize(
    ("before", "later", "word", "label"),
    [
        (LEFT, "The veteran politician said the talks were lost.", "politician", "Dawud Kelvani"),
        (LEFT, "The driver said the road was closed.", "driver", "driver"),
        (LEFT, "The leader of the other party stayed.", "leader", "leader of the other party"),
        (LEFT, "The first leader of the party had warned him.", "leader", "first leader of the party"),
        (LEFT, "The minister said nothing.", "minister", "minister"),
        (LEFT + "Nadir Zorban stayed. ", "The politician said so.", "politician", "politician"),
        ("Colonel Dawud Kelvani left. ", "The officer said nothing.", "officer", "Dawud Kelvani"),
        ("Colonel Dawud Kelvani left. ", "The cleric said nothing.", "cleric", "cleric"),
        ("Dawud Kelvani, a senator, left. ", "The lawmaker said nothing.", "lawmaker", "Dawud Kelvani"),
        ("", "Dawud Kelvani said the politician had lied.", "politician", "politician"),
    ],
)
def test_a_description_of_one_named_before(nlp: Language, before: str, later: str, word: str, label: str) -> None:
    assert whom(read(nlp, before + later), word) == label


def test_a_known_persons_role_and_nation_count(nlp: Language) -> None:
    known = [
        Entry("actor/chile", Kind.STATE, Label("Chile"), demonyms=("Chilean",)),
        Entry("actor/dawud", Kind.PERSON, Label("Dawud Kelvani")),
        Entry("actor/peru", Kind.STATE, Label("Peru"), demonyms=("Peruvian",)),
    ]
    role = Role("affiliation/one", "actor/dawud", "actor/chile", "president")
    registry = Registry({entry.id: entry for entry in known}, (role,))
    for nation, label in (("Chilean", "Dawud Kelvani"), ("Peruvian", "Peruvian leader")):
        made = read(nlp, f"{LEFT}The {nation} leader said the talks were lost.", registry)
        assert whom(made, "leader") == label


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("A border officer of the council said trucks came. Dawud Kelvani, the officer, said they left.", True),
        ("A border officer of the council said trucks came. Dawud Kelvani, a baker, said they left.", False),
        ("A border officer of the council said trucks came. Dawud Kelvani said they left.", True),
        ("A border officer of the council came by truck. Dawud Kelvani said they left.", False),
        ("The border officer of the council said trucks came. Dawud Kelvani said they left.", False),
        ("Dawud Kelvani slept. A border officer of the council said trucks came. Dawud Kelvani left.", False),
        ("A border officer of the council said so. Rain fell. Snow fell. Dawud Kelvani said it was cold.", False),
    ],
)
def test_a_description_of_one_named_later(nlp: Language, text: str, same: bool) -> None:
    made = read(nlp, text)
    officer = made.actor(next(t for t in made.doc if t.text == "officer"))
    named = made.actor(next(t for t in made.doc if t.text == "Dawud"))
    assert (officer == named) is same
    told = {(m.span.text, m.rule) for m in made.mentions()}
    assert (("border officer of the council", "reference.named-later") in told) is same


@pytest.mark.parametrize(
    ("names", "she"),
    [
        ("Salwa Kelvani met Karim Zorban.", "Salwa Kelvani"),
        ("Karim Zorban met Salwa Kelvani.", "Salwa Kelvani"),
        ("Tirzo Kelvani, a spokeswoman, met Tirzo Zorban, a spokesman.", "Tirzo Kelvani"),
        ("Karim Zorban met a policeman.", None),
    ],
)
def test_what_is_known_of_she(nlp: Language, names: str, she: str | None) -> None:
    assert whom(read(nlp, f"{names} She left early."), "She") == she


@pytest.mark.parametrize(
    ("before", "half", "label"),
    [
        ("Both Karim Zorban and Nadir Kelvani were in the car.", "latter", "Nadir Kelvani"),
        ("Both Karim Zorban and Nadir Kelvani were in the car.", "former", "Karim Zorban"),
        ("Karim Zorban met Nadir Kelvani on Sunday.", "former", "Karim Zorban"),
        ("The mayor and the governor disagreed.", "latter", "governor"),
        ("Karim Zorban was in the car.", "latter", None),
    ],
)
def test_the_one_and_the_other(nlp: Language, before: str, half: str, label: str | None) -> None:
    assert whom(read(nlp, f"{before} The {half} said the road was closed."), half) == label


def test_the_former_president_is_no_half(nlp: Language) -> None:
    made = read(nlp, "Karim Zorban met Nadir Kelvani. The former soldier said the road was closed.")
    assert whom(made, "former") is None
