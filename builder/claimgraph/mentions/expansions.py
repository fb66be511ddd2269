"""Names whose letters stand in brackets behind them: "Bridges for Jazira (BfJ)" is one name, small words and all.

After A. S. Schwartz and M. A. Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text
(PSB 2003), with the letters at the beginnings of words only.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from claimgraph.mentions.aliases import OPENING
from claimgraph.mentions.fold import ARTICLES, HYPHENS, fold
from claimgraph.mentions.found import Found
from claimgraph.mentions.matcher import Matcher

SMALL = ARTICLES | {"of", "the", "and", "for", "in", "on", "to", "with"}
LETTERS = range(2, 9)
BEHIND = frozenset(")],;")


def expanded(doc: Doc, found: list[Found], matcher: Matcher) -> list[Found]:
    """The names, with those in one that its letters in brackets say are one."""
    kept = list(found)
    for start, end in _expansions(doc):
        parts_of = [f for f in kept if f.start < end and start < f.end]
        inside = all(start <= f.start and f.end <= end for f in parts_of)
        if parts_of and inside and (len(parts_of) > 1 or (parts_of[0].start, parts_of[0].end) != (start, end)):
            kept = [f for f in kept if f not in parts_of]
            kept.append(Found(start, end, matcher.known(doc[start:end].text)))
    return sorted(kept, key=lambda f: f.start)


def _expansions(doc: Doc) -> Iterator[tuple[int, int]]:
    """The tokens [start, end) of what stands before its letters in brackets."""
    for bracket in (token.i for token in doc if token.text in OPENING):
        if 0 < bracket < len(doc) - 2 and doc[bracket + 2].text in BEHIND:
            start = _beginning(doc, bracket, doc[bracket + 1].text)
            if start is not None:
                yield start, bracket


def _beginning(doc: Doc, end: int, acronym: str) -> int | None:
    """Where words begin whose first letters, save small words', are the acronym's; None where they are others."""
    if len(acronym) not in LETTERS or not acronym.isalpha() or sum(c.isupper() for c in acronym) < 2:
        return None
    letters = list(fold(acronym))
    for token in reversed(doc[doc[end].sent.start : end]):
        if letters and fold(token.text)[:1] == letters[-1] and (token.text[0].isupper() or token.lower_ in SMALL):
            letters.pop()
        elif token.lower_ not in SMALL and token.text not in HYPHENS:
            return None
        if not letters:
            return token.i if token.text[0].isupper() else None
    return None
