"""A treebank's annotation carried over to the words that the pipeline's tokenizer cuts.

The reader is trained on what it will be given: where the two cuts differ, the tree is bent to the tokenizer's words,
and what cannot be known of a piece is left out of the training.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from training.corpora import Text, Word

KEPT = frozenset({"agent", "pass", "poss", "prt", "relcl", "tmod"})  # subtypes that rules read; others are cut off
FEATURES = ("Gender", "Mood", "Number", "Person", "Tense", "VerbForm", "Voice")


@dataclass(frozen=True, slots=True)
class Token:
    """One of the tokenizer's words. None: not known, so nothing is learned from it."""

    form: str
    before: str  # the white space between it and the token before
    head: int | None  # index of the head among the text's tokens; its own for a root
    label: str | None
    upos: str | None
    xpos: str | None
    morph: str | None  # as `FEATURES`, in the form of UD
    starts: bool  # a sentence
    name: str | None  # O, or B- or I- and the kind


def tokens(text: Text, spans: Sequence[tuple[int, int]]) -> list[Token]:
    """The text's annotation on the tokens at `spans` (begin, end: code points, white space left out)."""
    members = _members(text.words, spans)
    held = _held(text.words, members, spans)
    main = [_main(text, inside) for inside in held]
    bearer = _bearers(text, held, spans)
    names = _names(text, spans)
    result = []
    for i, (begin, end) in enumerate(spans):
        form, before = text.text[begin:end], text.text[spans[i - 1][1] if i else 0 : begin]
        starts = any(w in text.starts and text.words[w].begin >= begin for w in members[i])
        known = main[i]
        if not text.parsed or known is None:
            result.append(Token(form, before, None, None, None, None, None, starts, names[i]))
        elif bearer[known] != i:  # a piece of a word hangs on the piece that stands for the word
            result.append(Token(form, before, bearer[known], None, None, None, None, starts, names[i]))
        else:
            word = text.words[known]
            top = word.head if known != word.head else known
            head = bearer.get(top)
            result.append(
                Token(
                    form,
                    before,
                    head,
                    main_label(word.label),
                    word.upos,
                    word.xpos,
                    morph(word.feats),
                    starts,
                    names[i],
                )
            )
    return result


def main_label(label: str) -> str:
    """A UD label without the subtypes that nothing reads."""
    main, _, subtype = label.partition(":")
    return label if subtype in KEPT else main


def morph(feats: str) -> str:
    """Those of a word's UD features that are learned."""
    return "|".join(f for f in feats.split("|") if f.partition("=")[0] in FEATURES)


def _members(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The words that share a character with each token."""
    result, at = [], 0
    for begin, end in spans:
        while at < len(words) and words[at].end <= begin:
            at += 1
        inside, k = [], at
        while k < len(words) and words[k].begin < end:
            if words[k].end > begin:
                inside.append(k)
            k += 1
        result.append(inside)
    return result


def _held(words: Sequence[Word], members: list[list[int]], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The members of each token; none where the two cuts cross, so that it stands for no word."""
    crossed = {
        word
        for inside, (begin, end) in zip(members, spans, strict=True)
        for word in inside
        if len(inside) > 1 and not begin <= words[word].begin <= words[word].end <= end
    }
    return [[] if crossed.intersection(inside) else inside for inside in members]


def _main(text: Text, inside: list[int]) -> int | None:
    """The word that a token stands for: where it holds several, the one which heads the others."""
    tops = [w for w in inside if text.words[w].head == w or text.words[w].head not in inside]
    return tops[0] if len(tops) == 1 else None


def _bearers(text: Text, members: list[list[int]], spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Word -> the token that stands for it: of several, the last one with letters or digits in it."""
    result: dict[int, int] = {}
    for i, (begin, end) in enumerate(spans):
        lettered = any(c.isalnum() for c in text.text[begin:end])
        for word in members[i]:
            if lettered or word not in result:
                result[word] = i
    return result


def _names(text: Text, spans: Sequence[tuple[int, int]]) -> list[str | None]:
    if text.names is None:
        return [None] * len(spans)
    # Where the corpus is silent on nationalities, a word with a capital that it leaves unmarked may still be one.
    silent = "NORP" not in text.kinds
    result: list[str | None] = [None if silent and text.text[begin].isupper() else "O" for begin, _ in spans]
    at = 0
    for name in text.names:
        while at < len(spans) and spans[at][1] <= name.begin:
            at += 1
        inside = range(at, next((i for i in range(at, len(spans)) if spans[i][0] >= name.end), len(spans)))
        for i in inside:
            known = name.label in text.kinds
            result[i] = f"{'B' if i == at else 'I'}-{name.label}" if known else None
    return result
