"""Texts cut into windows to learn from."""

import random
from itertools import chain

import pytest

from training.align import Token
from training.windows import HEADS, UNKNOWN, Example, Inventory, windows

SEEDS = range(30)


def made(*sentences: list[int], layouts: list[int] | None = None) -> Example:
    """A text of sentences given as the number of pieces of each token; its first piece is the token's number.

    Each token hangs on the one before, each sentence's first on the sentence's last.
    """
    sizes = list(chain(*sentences))
    starts: list[int] = []
    heads: list[int] = []
    for sentence in sentences:
        first = len(starts)
        starts += [1] + [0] * (len(sentence) - 1)
        heads += [first + len(sentence) - 1, *range(first, first + len(sentence) - 1)]
    numbers = list(range(len(sizes)))
    return Example(
        [[i] * size for i, size in enumerate(sizes)],
        [0] * len(sizes),
        layouts or [3] + [0] * (len(sizes) - 1),
        heads,
        starts,
        dict.fromkeys(HEADS, numbers),
    )


def tokens(window: Example) -> list[int]:
    return [pieces[0] for pieces in window.pieces]


def lots(text: Example, longest: int) -> list[Example]:
    """Windows under many seeds."""
    return [window for seed in SEEDS for window in windows(text, longest, random.Random(seed))]


TEXT = made([1, 2, 1], [3, 1], [1] * 9, [2, 2, 2], [1], [4, 1, 1, 1], [1, 1])
LONG = made([1, 1], [2] * 20, [1, 1, 1])


@pytest.mark.parametrize("text", [TEXT, LONG])
@pytest.mark.parametrize("longest", [10, 13, 200])
def test_windows_begin_with_a_sentence_and_are_not_too_long(text: Example, longest: int) -> None:
    for window in [*windows(text, longest), *lots(text, longest)]:
        assert window.starts[0] == 1
        assert 0 < sum(map(len, window.pieces)) <= longest
        first = tokens(window)[0]
        assert tokens(window) == list(range(first, first + len(window)))
        assert window.gold["upos"] == tokens(window)


@pytest.mark.parametrize("longest", [10, 13, 200])
def test_without_a_seed_each_token_stands_in_one_window(longest: int) -> None:
    found = list(windows(TEXT, longest))
    assert list(chain(*map(tokens, found))) == list(range(len(TEXT)))
    assert [window.layouts for window in found] == [[TEXT.layouts[i] for i in tokens(window)] for window in found]


def test_with_a_seed_each_sentence_begins_a_window_or_stands_in_one() -> None:
    for seed in SEEDS:
        found = list(windows(TEXT, 13, random.Random(seed)))
        assert set(chain(*map(tokens, found))) == set(range(len(TEXT)))


def test_sentences_share_a_window_as_far_as_they_fit() -> None:
    assert [len(window) for window in windows(made([1] * 4, [1] * 4, [1] * 3), 8)] == [8, 3]
    assert [len(window) for window in windows(made([1] * 4, [1] * 4, [1] * 3), 7)] == [4, 7]


def test_of_a_sentence_that_is_longer_than_a_window_the_head_is_kept() -> None:
    found = list(windows(LONG, 10))
    assert [tokens(window) for window in found] == [[0, 1], [2, 3, 4, 5, 6], [22, 23, 24]]
    assert found[1].heads == [UNKNOWN, 0, 1, 2, 3]


def test_heads_are_rows_of_the_window_and_unknown_outside_it() -> None:
    for window in [*windows(TEXT, 10), *lots(TEXT, 10), *lots(LONG, 10)]:
        assert all(head == UNKNOWN or 0 <= head < len(window) for head in window.heads)
    whole = list(windows(TEXT, 10))
    assert all(UNKNOWN not in window.heads for window in whole)
    for window in whole:
        assert [tokens(window)[head] for head in window.heads] == [TEXT.heads[i] for i in tokens(window)]


def test_a_head_that_the_corpus_does_not_give_stays_unknown() -> None:
    text = Example([[0], [1]], [0, 0], [3, 0], [UNKNOWN, 0], [1, 0], {head: [0, 0] for head in HEADS})
    assert next(windows(text, 10)).heads == [UNKNOWN, 0]


def test_the_same_seed_gives_the_same_windows_and_another_seed_others() -> None:
    def cut(seed: int) -> list[Example]:
        return list(windows(TEXT, 10, random.Random(seed)))

    assert all(cut(seed) == cut(seed) for seed in SEEDS)
    assert any(cut(seed) != cut(0) for seed in SEEDS)


def test_some_windows_end_within_a_sentence() -> None:
    last = {i for i, start in enumerate([*TEXT.starts[1:], 1]) if start}
    assert {tokens(window)[-1] in last for window in lots(TEXT, 20)} == {True, False}


def test_layouts_change_for_paragraphs_only_and_alike_in_a_window() -> None:
    given = [3, 0, 1, 3, 0, 2, 1, 0]
    text = made([1] * 3, [1] * 2, [1] * 3, layouts=given)
    seen = set()
    for window in lots(text, 8):
        pairs = [(given[i], layout) for i, layout in zip(tokens(window), window.layouts, strict=True)]
        assert all(before == after for before, after in pairs if before < 2)
        paragraphs = {after for before, after in pairs if before > 1}
        assert len(paragraphs) == 1
        seen |= paragraphs
    assert seen == {0, 2, 3}


def token(label: str | None, upos: str | None = "X") -> Token:
    return Token("a", " ", None, label, upos, "X", "", False, None)


def test_the_inventory_holds_labels_seen_twice_in_alphabetic_order() -> None:
    found = Inventory.of([[token("obj"), token("nsubj"), token("dep")], [token("obj"), token("nsubj"), token(None)]])
    assert found.labels == ["nsubj", "obj"]
    assert found.upos == ["X"]
    assert found.morph == [""]
    assert found.names == []
    assert found.numbers()["labels"] == {"nsubj": 0, "obj": 1}
