"""Texts as numbers to learn from, cut as the pipeline cuts them."""

from pathlib import Path

from claimgraph.language import encoder
from claimgraph.language.tokens import english
from training.corpora import Name, Text, Word
from training.prepare import cut_as_in_use, prepared
from training.windows import UNKNOWN

SURFACE = "Ann can't see the pre-war town-hall.\n\nShe sang."
TOKENIZER = Path(encoder.__file__).parent / "model" / "tokenizer.json"


def text(surface: str, *forms: str) -> Text:
    """A text in which every word hangs on its first."""
    words, at = [], 0
    for i, form in enumerate(forms):
        begin = surface.index(form, at)
        at = begin + len(form)
        words.append(Word(begin, at, "X", "XX", "", 0, "root" if i == 0 else "dep"))
    first = frozenset({0})
    return Text(
        "invented", "1", "", surface, tuple(words), first, first, (Name(0, 3, "PER"),), frozenset({"PER"}), True
    )


GIVEN = text(SURFACE, "Ann", "ca", "n't", "see", "the", "pre-war", "town", "-", "hall", ".", "She", "sang", ".")


def test_tokens_are_those_of_the_pipeline_without_white_space() -> None:
    (found,) = cut_as_in_use([GIVEN])
    assert [t.form for t in found] == [t.text for t in english()(SURFACE) if not t.is_space]
    assert "".join(t.before + t.form for t in found) == SURFACE
    assert [t.before for t in found if t.form == "She"] == ["\n\n"]


def test_texts_keep_their_order_and_are_cut_each_by_itself() -> None:
    other = text("Ann left", "Ann", "left")
    assert [len(found) for found in cut_as_in_use([other, GIVEN, other])] == [2, 13, 2]
    assert cut_as_in_use([]) == []


def test_a_text_becomes_rows_of_numbers() -> None:
    data, inventory, pieces = prepared([GIVEN, GIVEN], TOKENIZER)
    assert inventory.labels == ["dep", "root"]
    assert inventory.names == ["B-PER", "O"]
    first = data[0]
    assert data[1] == first
    assert len(first) == 13
    assert first.pieces[0] == pieces("Ann")
    assert first.heads == [0] * 13
    assert first.starts == [1] + [0] * 12
    assert first.layouts[0] == 3
    assert first.layouts[10:12] == [3, 0]
    assert first.gold["labels"] == [1] + [0] * 12
    assert first.gold["names"][0] == 0
    assert first.gold["names"][10] == UNKNOWN  # the corpus is silent on nationalities: "She" might be one


def test_a_label_seen_once_is_not_learned() -> None:
    data, inventory, _ = prepared([GIVEN], TOKENIZER)
    assert inventory.labels == ["dep"]
    assert data[0].gold["labels"][0] == UNKNOWN
