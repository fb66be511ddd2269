"""Entries that an unknown name may be another spelling of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from claimgraph.mentions.fold import parts
from claimgraph.model import Kind
from claimgraph.registry.records import Entry

LEAST = 75.0  # of 100: below, two names have hardly more in common than one word
MOST = 3


@dataclass(frozen=True)
class Likely:
    """An entry, by which of its names, how alike that is (0-100), and in what way."""

    id: str
    label: str
    score: float
    why: str


class Names:
    """The names of entries, to be compared with others."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Names in other scripts than Latin are not compared."""
        self._by_sort: dict[str, tuple[list[str], list[tuple[Entry, str]]]] = {}
        for entry in entries:
            folded, bearers = self._by_sort.setdefault(_sort(entry.kind), ([], []))
            for label in (entry.label, *entry.alt_labels):
                if label.text.isascii() or label.language == "en":
                    folded.append(" ".join(parts(label.text)))
                    bearers.append((entry, label.text))

    def like(self, name: str, kind: Kind | None) -> list[Likely]:
        """The entries with the likest names, of a kind that this one (None: a place) can be taken for; best first."""
        folded, bearers = self._by_sort.get(_sort(kind), ([], []))
        words = parts(name)
        best: dict[str, Likely] = {}
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):  # sorted, a first letter that differs parts two words
            alike = process.extract(" ".join(words), folded, scorer=scorer, score_cutoff=LEAST, limit=None)
            for other, score, at in alike:
                entry, label = bearers[at]
                if entry.id not in best or score > best[entry.id].score:
                    best[entry.id] = Likely(entry.id, label, score, _why(words, tuple(other.split()), kind))
        for other, (entry, label) in zip(folded, bearers, strict=True):
            if entry.id not in best and _initials(words, tuple(other.split())):
                best[entry.id] = Likely(entry.id, label, LEAST, "initials")
        return sorted(best.values(), key=lambda one: (-one.score, one.id))[:MOST]


def _sort(kind: Kind | None) -> str:
    """Persons, places, and bodies of all kinds, which news and registries call now one thing, now another."""
    return "place" if kind is None else "person" if kind == Kind.PERSON else "body"


def _why(words: tuple[str, ...], other: tuple[str, ...], kind: Kind | None) -> str:
    """In what the names agree."""
    if sorted(words) == sorted(other):
        return "same words in another order" if words != other else "same words"
    if "".join(words) == "".join(other):
        return "same letters"
    if _consonants(words) == _consonants(other):
        return "same consonants"
    if kind == Kind.PERSON and words[-1:] == other[-1:]:
        return "same family name"
    return "spelling"


def _consonants(words: tuple[str, ...]) -> str:
    """What is left where transliterations differ least: no vowels, nothing twice in a row."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", "".join(words)))


def _initials(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of the names is the other's initials: "pdfi" of "popular desert front of ithale"."""
    short, long = (words, other) if len(words) == 1 else (other, words)
    firsts = "".join(word[0] for word in long)
    return len(short) == 1 and len(long) > 2 and short[0] == firsts
