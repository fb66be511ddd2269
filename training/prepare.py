"""Texts -> what the network is given to learn from, cut by the pipeline's own tokenizer."""

from collections.abc import Sequence
from pathlib import Path

from claimgraph.language.pieces import Pieces
from claimgraph.language.tokens import english
from training.align import Token, tokens
from training.corpora import Text
from training.windows import Example, Inventory, example


def prepared(texts: Sequence[Text], tokenizer: Path) -> tuple[list[Example], Inventory, Pieces]:
    """The texts as numbers, the labels found in them, and the encoder's pieces (from `tokenizer`, a tokenizer.json)."""
    cut = list(cut_as_in_use(texts))
    inventory, pieces = Inventory.of(cut), Pieces(tokenizer)
    numbers = inventory.numbers()
    return [example(text, pieces, numbers) for text in cut], inventory, pieces


def cut_as_in_use(texts: Sequence[Text]) -> list[list[Token]]:
    """Each text's annotation on the words that the pipeline will see."""
    blank = english()
    spans = (
        [(token.idx, token.idx + len(token)) for token in blank.make_doc(text.text) if not token.is_space]
        for text in texts
    )
    return [tokens(text, found) for text, found in zip(texts, spans, strict=True)]
