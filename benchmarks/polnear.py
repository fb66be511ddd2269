"""Attributions, who says what, in the format of PolNeAR's release, and scores of those that an extractor finds.

Every figure is a precision, a recall and their F1:

cue       attributions, paired one to one with found ones whose cues share a character; the pairs that share most come
          first, and of those the ones whose contents are most alike
source    characters, of all articles together
content   likewise
complete  the pairs of `cue` whose sources share a character, or where the gold has none, and whose contents share at
          least half of the characters that either has
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.scorer import PRFScore

Pieces = tuple[tuple[int, int], ...]  # 0-based code points into the article's text, end exclusive
SHARED = 0.5  # of two contents' characters, for them to be the same


@dataclass(frozen=True)
class Attribution:
    """Whose words (source), by what word (cue), and what (content); any may be missing or stand in several pieces."""

    source: Pieces = ()
    cue: Pieces = ()
    content: Pieces = ()
    rule: str = ""  # that found it


Pair = tuple[Attribution, Attribution]  # in the gold, found
Marked = tuple[Sequence[Attribution], Sequence[Attribution]]  # an article's: in the gold, found


def attributions(path: Path) -> list[Attribution]:
    """The attributions of an article, from its file of brat's standoff format."""
    spans: dict[str, Pieces] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, _, places = rest.partition("\t")[0].partition(" ")  # 'Content 10 20;25 30'
            spans[key] = tuple((int(begin), int(end)) for begin, end in map(str.split, places.split(";")))
        elif key.startswith("E"):
            found.append(rest.split())  # 'Attribution:T4 Content:T3 Content2:T5 Cue:T2'
    return [_attribution([part.partition(":") for part in parts], spans) for parts in found]


def _attribution(parts: Sequence[tuple[str, str, str]], spans: dict[str, Pieces]) -> Attribution:
    def of(wanted: str) -> Pieces:
        keys = (key for role, _, key in parts if role.rstrip("0123456789") == wanted)
        return tuple(piece for key in keys for piece in spans.get(key, ()))

    return Attribution(of("Source"), of("Cue"), of("Content"))


def characters(*several: Pieces) -> set[int]:
    """The positions that lie in any of the pieces."""
    return {position for pieces in several for begin, end in pieces for position in range(begin, end)}


def likeness(one: Pieces, other: Pieces) -> float:
    """The characters that two have in common, as a share of those that either has (Jaccard)."""
    a, b = characters(one), characters(other)
    return len(a & b) / (len(a | b) or 1)


def paired(gold: Sequence[Attribution], found: Sequence[Attribution]) -> list[Pair]:
    """Those whose cues share a character, one to one."""
    left, right = dict(enumerate(gold)), dict(enumerate(found))
    cues = [characters(other.cue) for other in found]
    possible = []
    for i, one in left.items():
        cue = characters(one.cue)
        for j, other in right.items():
            if shared := len(cue & cues[j]):
                possible.append((-shared, -likeness(one.content, other.content), i, j))
    pairs = []
    for _, _, i, j in sorted(possible):
        if i in left and j in right:
            pairs.append((left.pop(i), right.pop(j)))
    return pairs


def same_source(gold: Attribution, found: Attribution) -> bool:
    """Whether it is whose the gold says it is; where it says no one, anyone will do."""
    return not gold.source or bool(characters(gold.source) & characters(found.source))


def same_content(gold: Attribution, found: Attribution) -> bool:
    """Whether it is what the gold says it is."""
    return likeness(gold.content, found.content) >= SHARED


def score(articles: Iterable[Marked]) -> dict[str, PRFScore]:
    """The figures by name; PRFScore gives `.precision`, `.recall` and `.fscore`."""
    figures = {name: PRFScore() for name in ("cue", "source", "content", "complete")}
    for gold, found in articles:
        pairs = paired(gold, found)
        complete = sum(same_source(*pair) and same_content(*pair) for pair in pairs)
        for name, hits in (("cue", len(pairs)), ("complete", complete)):
            figures[name] += PRFScore(tp=hits, fp=len(found) - hits, fn=len(gold) - hits)
        for role in ("source", "content"):
            figures[role].score_set(_all(role, found), _all(role, gold))
    return figures


def _all(role: str, several: Sequence[Attribution]) -> set[int]:
    return characters(*(getattr(one, role) for one in several))
