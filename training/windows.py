"""Tokens -> the windows that the network learns from: runs of words with their labels as numbers."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from claimgraph.language.pieces import Pieces, layout, shape
from training.align import Token

UNKNOWN = -100  # a label that nothing is learned from
RARE = 2  # labels seen less often are not learned
HEADS = ("labels", "upos", "xpos", "morph", "names")


@dataclass(frozen=True)
class Inventory:
    """The labels of each head, in the order of their numbers."""

    labels: list[str]
    upos: list[str]
    xpos: list[str]
    morph: list[str]
    names: list[str]

    @classmethod
    def of(cls, texts: Iterable[Sequence[Token]]) -> "Inventory":
        """Every label seen at least RARE times, in alphabetic order."""
        seen: dict[str, Counter[str]] = {head: Counter() for head in HEADS}
        for token in (token for text in texts for token in text):
            for head, value in _values(token).items():
                if value is not None:
                    seen[head][value] += 1
        return cls(**{head: sorted(v for v, n in counts.items() if n >= RARE) for head, counts in seen.items()})

    def numbers(self) -> dict[str, dict[str, int]]:
        """Each head's labels with their numbers."""
        return {head: {value: i for i, value in enumerate(getattr(self, head))} for head in HEADS}


def _values(token: Token) -> dict[str, str | None]:
    return {
        "labels": token.label,
        "upos": token.upos,
        "xpos": token.xpos,
        "morph": token.morph,
        "names": token.name,
    }


@dataclass(frozen=True)
class Example:
    """One text's tokens as numbers, a row each; heads are indices of rows."""

    pieces: list[list[int]]
    shapes: list[int]
    layouts: list[int]
    heads: list[int]
    starts: list[int]
    gold: dict[str, list[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Tokens."""
        return len(self.pieces)


def example(tokens: Sequence[Token], pieces: Pieces, numbers: dict[str, dict[str, int]]) -> Example:
    """A text's tokens as numbers; a label not in the inventory is unknown."""
    gold: dict[str, list[int]] = {head: [] for head in HEADS}
    for token in tokens:
        for head, value in _values(token).items():
            gold[head].append(UNKNOWN if value is None else numbers[head].get(value, UNKNOWN))
    return Example(
        [pieces(t.form) for t in tokens],
        [shape(t.form) for t in tokens],
        [layout(t.before) if i else 3 for i, t in enumerate(tokens)],
        [UNKNOWN if t.head is None else t.head for t in tokens],
        [int(t.starts) for t in tokens],
        gold,
    )


def windows(text: Example, longest: int, rng: random.Random | None = None) -> Iterator[Example]:
    """Runs of the text of at most `longest` pieces, each beginning with a sentence.

    What of a sentence goes beyond `longest` is left out. Without `rng`: each sentence once. With it: of changing length
    and place, some of them cut in the midst of a sentence as the reader's are, and of changing layout, since news comes
    with and without line breaks.
    """
    begins = [i for i, start in enumerate(text.starts) if start]
    ends = [*begins[1:], len(text)]
    upto = [0, *accumulate(len(p) for p in text.pieces)]
    k = 0
    while k < len(begins):
        limit = longest if rng is None else rng.randint(longest // 3, longest)
        first, last = k, k
        while last + 1 < len(begins) and upto[ends[last + 1]] - upto[begins[first]] <= limit:
            last += 1
        end = ends[last]
        if rng is not None and rng.random() < 0.3:  # the beginning of the next sentence
            end = min(len(text), end + rng.randint(1, 20))
        while upto[end] - upto[begins[first]] > longest and end > begins[first] + 1:
            end -= 1
        window = _cut(text, begins[first], end)
        yield window if rng is None else _laid_out(window, rng)
        k = last + 1


def _cut(text: Example, begin: int, end: int) -> Example:
    heads = [h - begin if begin <= h < end else UNKNOWN for h in text.heads[begin:end]]
    return Example(
        text.pieces[begin:end],
        text.shapes[begin:end],
        text.layouts[begin:end],
        heads,
        text.starts[begin:end],
        {head: values[begin:end] for head, values in text.gold.items()},
    )


def _laid_out(window: Example, rng: random.Random) -> Example:
    """Paragraphs by an empty line, by a line break or run together."""
    paragraph = rng.choices([3, 2, 0], [0.5, 0.25, 0.25])[0]
    return replace(window, layouts=[paragraph if x > 1 else x for x in window.layouts])
