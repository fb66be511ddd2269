"""Passages: stretches of an article, at most a sentence long, that another may have taken over, and their keys.

A sentence is cut where quotation marks stand in it, for what someone said is anybody's to quote: what is between them
is one passage, and the outlet's own words beside it another. The keys are those of MinHash
(https://doi.org/10.1109/SEQUEN.1997.666900) over runs of a few words, each slot of the sketch a band of its own
(https://doi.org/10.1145/276698.276876): two passages of which a seventh is common share a key with 0.97.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rensa import RMinHash

from claimgraph.mentions.fold import fold
from claimgraph.model import Article, Claim, Extraction, Quotation, Span
from claimgraph.quotations import Quoted, overlapping, quotations
from claimgraph.stories.copies.chains import Chains
from claimgraph.stories.copies.outlets import Outlets

SHINGLE = 4  # words
SLOTS, SEED = 24, 1
LEAST = 5  # words that count: a passage of fewer shows nothing
SAYING, SPOKEN = 2, 7  # but what is quoted may show whose words they are by so many of them, and so many in all
LONGEST = 200  # words: what is longer is several passages
REPEATED = 3  # passages of one article with the same key; more are a form, or an attack
SCHEME = f"rensa-{RMinHash.ALGORITHM_VERSION}-{SHINGLE}-{SLOTS}"  # keys of different schemes must not be mixed
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
Shingle = tuple[str, ...]
_NONE = "f" * 8  # a slot without a key


class Word(NamedTuple):
    """A word as it is compared, and whether it counts: names, words of grammar and of every newsroom do not."""

    folded: str
    counts: bool


@dataclass(frozen=True, order=True, slots=True)
class Passage:
    """A stretch of an article's text, with what is needed to compare it with one of another article.

    Outlets are named by their keys (`Outlets`).
    """

    article: str
    span: Span
    quoted: bool  # whether it stands between quotation marks
    claim: str | None  # the claim whose words they are
    claimant: str | None  # the id of who is quoted, where named
    outlet: str | None  # that published the article
    issued: str | None  # ISO 8601
    credits: tuple[str, ...]  # other outlets that are named as those that tell it or were told
    cites: tuple[str, ...]  # other outlets that the article names so anywhere
    slots: str  # of the MinHash, eight hex digits each


def passages(told: Extraction, outlets: Outlets) -> tuple[Passage, ...]:
    """The passages of an article that could show copying, in the text's order; linear in its length."""
    article, chains = told.article, Chains(told, outlets)
    credited_in = cache(chains.credited_in)  # a sentence may have many pieces
    seen: Counter[str] = Counter()
    found = []
    for span, quoted, claim, sentence in _stretches(told):
        slots = _slots(span.text, quoted=quoted)
        kept = [slot if seen[f"{n}/{slot}"] < REPEATED else _NONE for n, slot in enumerate(slots)]
        seen.update(f"{n}/{slot}" for n, slot in enumerate(slots))
        if any(slot != _NONE for slot in kept):
            credited = chains.credited(claim) if claim else credited_in(sentence)
            source = claim.claimant if claim and claim.claimant in chains.named else None
            id_ = claim.id if claim else None
            found.append(
                Passage(
                    article.id,
                    span,
                    quoted,
                    id_,
                    source,
                    chains.own,
                    article.issued,
                    credited,
                    chains.cited,
                    "".join(kept),
                )
            )
    return tuple(found)


def keys(passage: Passage) -> Iterator[str]:
    """What passages must have in common to be compared: one key is enough."""
    for slot in range(SLOTS):
        value = passage.slots[8 * slot : 8 * slot + 8]
        if value != _NONE:
            yield f"passage/{slot}/{value}"


@lru_cache(maxsize=1_000)
def words(text: str) -> tuple[Word, ...]:
    """The words of a passage, whatever the case, the marks and the spelling (British, American)."""
    return tuple(_word(match.group()) for match in WORD.finditer(text))


def shingles(told: Sequence[Word]) -> list[Shingle]:
    """The runs of a few words in a passage, in its order."""
    folded = [word.folded for word in told]
    return [tuple(folded[n : n + SHINGLE]) for n in range(len(folded) - SHINGLE + 1)]


def _word(raw: str) -> Word:
    folded = fold(raw)
    return Word(folded, not raw[0].isupper() and folded not in _common() and (len(folded) > 1 or folded.isdigit()))


@cache
def _common() -> frozenset[str]:
    table: Mapping[str, Mapping[str, list[str]]]
    table = tomllib.loads(Path(__file__).with_name("common.toml").read_text(encoding="utf-8"))
    return frozenset(fold(word) for listed in table["words"].values() for word in listed)


def _slots(text: str, *, quoted: bool) -> list[str]:
    """The slots of a text's MinHash, as hex digits; each of none where too few words count."""
    told = words(text)
    if sum(word.counts for word in told) < (SAYING if quoted and len(told) >= SPOKEN else LEAST):
        return []
    telling = sorted(
        {
            " ".join(shingle)
            for n, shingle in enumerate(shingles(told))
            if sum(word.counts for word in told[n : n + SHINGLE]) > 1  # else a name or a phrase of anybody's
        }
    )
    if not telling:
        return []
    sketch = RMinHash(num_perm=SLOTS, seed=SEED)
    sketch.update(telling)
    return [f"{value:08x}" for value in sketch.digest()]


def _stretches(told: Extraction) -> Iterator[tuple[Span, bool, Claim | None, Span]]:
    """The sentences in pieces, each with whether it is quoted, the claim whose words it is, and its sentence."""
    article, quoted = told.article, quotations(told.article.body)
    speakers = _speakers(told.claims, quoted)
    for sentence in sorted(told.sentences):
        at = sentence.begin
        for quotation in overlapping(quoted, sentence.begin, sentence.end):
            begin, end = max(quotation.begin, at), min(quotation.end, sentence.end)
            yield from ((span, False, None, sentence) for span in _pieces(article, at, begin))
            claim = speakers.get(quotation.begin)
            yield from ((span, True, claim, sentence) for span in _pieces(article, begin, end))
            at = end
        yield from ((span, False, None, sentence) for span in _pieces(article, at, sentence.end))


def _pieces(article: Article, begin: int, end: int) -> Iterator[Span]:
    """From a first word to a last one, as many as a passage may have, and no boilerplate among them."""
    found = [match.span() for match in WORD.finditer(article.body, begin, end)]
    for first in range(0, len(found), LONGEST):
        part = found[first : first + LONGEST]
        span = article.span(part[0][0], part[-1][1])
        if article.body.startswith(span.text, span.begin):
            yield span


def _speakers(claims: Iterable[Claim], quoted: tuple[Quoted, ...]) -> dict[int, Claim]:
    """Where each quotation begins -> the claim whose words it is; of several, the one that says the least else."""
    told = sorted(claims, key=lambda c: (sum(len(s.text) for s in c.content), c.id))
    found: dict[int, Claim] = {}
    for claim in (c for c in told if c.quotation is not Quotation.INDIRECT):
        for piece in claim.content:
            for quotation in overlapping(quoted, piece.begin, piece.end):
                if not any(quotation.covers(cue.begin) for cue in claim.cue):
                    found.setdefault(quotation.begin, claim)
    return found
