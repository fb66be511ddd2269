"""What a headline tells in short and the first paragraphs tell in full is one event."""

import pytest
from spacy.language import Language

from eventful import read


@pytest.mark.parametrize(
    ("title", "body", "types"),
    [
        pytest.param(
            "Norland has bombed Eastport",
            "Norguard shelled a school on Monday.",
            ["Bombing", "Shelling"],
            id="no kin",
        ),
        pytest.param(
            "Norland has bombed Eastport", "Norguard bombed a market on Monday.", ["Bombing"], id="one shared"
        ),
        pytest.param("Attack in Eastport", "Gunmen raided a market in Eastport.", ["Raid"], id="kin"),
        pytest.param("Attack in Eastport", "Gunmen raided a market in Westfort.", ["Assault", "Raid"], id="elsewhere"),
        pytest.param("Attack in Eastport", "Gunmen raided a market.", ["Assault", "Raid"], id="nothing shared"),
        pytest.param("Attack shakes the country", "Gunmen raided a market in Westfort.", ["Raid"], id="names nobody"),
        pytest.param("Norland has bombed Eastport", "Sudria bombed a market on Monday.", ["Bombing"] * 2, id="another"),
        pytest.param("Norland has bombed Eastport", "A bombing was heard.", ["Bombing"], id="told without names"),
        pytest.param("It rained in Westfort", "Norland bombed a market.", ["Bombing"], id="nothing above"),
    ],
)
def test_the_body_tells_again_what_the_headline_tells(nlp: Language, title: str, body: str, types: list[str]) -> None:
    assert read(nlp(f"{title}\n\n{body}")).types == types


def test_only_a_headline_is_told_again_in_so_few_words(nlp: Language) -> None:
    assert len(read(nlp("Norland has bombed Eastport\n\nNorguard bombed a market on Monday.")).events) == 1
    assert len(read(nlp("Norland bombed Eastport. Norguard bombed a market on Monday.")).events) == 2


def test_the_headline_is_told_again_in_the_first_paragraphs(nlp: Language) -> None:
    between = "The old harbour was quiet in the rain. " * 12
    assert len(read(nlp(f"Norland has bombed Eastport\n\n{between}Norguard bombed a market on Monday.")).events) == 2
