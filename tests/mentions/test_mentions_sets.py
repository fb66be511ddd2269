"""One of several, the other, and the shares of a people: who they are, and who they are not."""

import pytest
from spacy.language import Language

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Registry


def read(nlp: Language, text: str) -> Cast:
    return cast(nlp(text), Article("t", text), Registry())


def whom(made: Cast, word: str, nth: int = -1) -> tuple[str, Kind] | None:
    """Label and kind of whom the last (or nth) token with that text stands for."""
    found = made.actor([t for t in made.doc if t.text == word][nth])
    kinds = {actor.id: actor.kind for actor in made.actors()}
    return (made.label(found), kinds[found]) if found else None


ONE, MANY = Kind.PERSON, Kind.UNNAMED_GROUP


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Two drivers came. One of them said the road was closed.", "One", ("One of them", ONE)),
        ("The strike hit one of the largest hospitals.", "one", ("one of the largest hospitals", Kind.ORGANIZATION)),
        ("Two roads led there. One of them was closed.", "One", None),
        ("Two of the three said the road was closed.", "Two", ("Two of the three", MANY)),
        ("Two of the three fell into the river.", "Two", None),
        ("None of them said the road was closed.", "None", None),
        ("One driver said so. The other said the road was closed.", "other", ("other", ONE)),
        ("One road was closed. The other led to the river.", "other", None),
        ("About 58 percent of voters said they would stay at home.", "percent", ("58 percent of voters", MANY)),
        ("About 58 percent of the roads were closed.", "percent", None),
        ("“It is over,” said one, who asked not to be named.", "one", ("one", ONE)),
        ("One after another, the firms declared that it was over.", "One", None),
    ],
)
def test_some_of_several(nlp: Language, text: str, word: str, found: tuple[str, Kind] | None) -> None:
    assert whom(read(nlp, text), word) == found


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("State television said the dam held.", "television", ("State television", Kind.MEDIA_OUTLET)),
        ("They said on television that the dam held.", "television", None),
        ("The insurer, Kelvani Board, said it would pay.", "insurer", ("Kelvani Board", Kind.ORGANIZATION)),
        ("The cargo, Nadir Kelvani, said the port was shut.", "cargo", None),
    ],
)
def test_bodies_that_a_noun_tells_of(nlp: Language, text: str, word: str, found: tuple[str, Kind] | None) -> None:
    assert whom(read(nlp, text), word, 0) == found


@pytest.mark.parametrize(("noun", "same"), [("pilot", True), ("pilots", False), ("driver", False)])
def test_one_of_them_is_the_one(nlp: Language, noun: str, same: bool) -> None:
    made = read(nlp, f"One of the pilots said the fuel was bad. The {noun} left.")
    one, later = (
        made.actor(next(t for t in made.doc if t.text == word and t.dep_ == "nsubj")) for word in ("One", noun)
    )
    assert (one == later) is same


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [
        ("The envoy of the tribes said so.", "The envoy said it again.", True),
        ("The envoy of the tribes said so.", "The envoy of the tribes said it again.", True),
        ("The envoy of the tribes said so.", "The envoy of the farmers said it again.", False),
        ("The camp residents said so.", "The residents of the camp said it again.", True),
    ],
)
def test_whose_a_description_is_tells_two_apart(nlp: Language, earlier: str, later: str, same: bool) -> None:
    made = read(nlp, f"{earlier} {later}")
    one, two = (made.actor(t) for t in made.doc if t.text in {"envoy", "residents"})
    assert (one == two) is same
