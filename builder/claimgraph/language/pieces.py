"""What the encoder is told of a word: its pieces, how it is cased, and what stands before it. In training as in use."""

from pathlib import Path

from tokenizers import Tokenizer

PIECES = 8  # of one word, at most: the head of a longer string says what it is
LETTERS = 100  # of one word, at most: what lies behind them says nothing more
SHAPES = 9  # see `shape`
LAYOUTS = 4  # see `layout`


class Pieces:
    """Words -> the encoder's word pieces, each word by itself."""

    def __init__(self, path: Path) -> None:
        """`path`: a tokenizer.json. Raises ValueError where it lacks a special token."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.first, self.last, self._unknown, self.mask = (
            self._special(path, name) for name in ("[CLS]", "[SEP]", "[UNK]", "[MASK]")
        )
        self._known: dict[str, list[int]] = {}

    def _special(self, path: Path, name: str) -> int:
        number: int | None = self._tokenizer.token_to_id(name)
        if number is None:
            raise ValueError(f"{path} lacks the token {name}: install the package again")
        return number

    def __call__(self, word: str) -> list[int]:
        """The pieces of one word: at least one, at most PIECES."""
        found = self._known.get(word)
        if found is None:
            found = self._tokenizer.encode(word[:LETTERS], add_special_tokens=False).ids[:PIECES] or [self._unknown]
            if len(self._known) < 50_000:  # bounds the memory, and news repeats its words
                self._known[word] = found
        return found


def shape(word: str) -> int:
    """How a word is cased: the pieces are in lower case. 0 to SHAPES - 2; SHAPES - 1 is for what is no word."""
    if word.islower():
        return 0
    if word.istitle() and len(word) > 1:
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word.isdigit():
        return 4
    if any(c.isupper() for c in word):
        return 5
    return 6 if any(c.isalpha() for c in word) else 7


def layout(between: str) -> int:
    """What stands between a word and the one before: 0 a space, 1 nothing, 2 a line break, 3 an empty line."""
    if not between:
        return 1
    return min(between.count("\n"), 2) + 1 if "\n" in between else 0
