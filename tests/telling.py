"""Extractions by hand, for what joins articles: sentences, and claims by the words that they are of."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from claimgraph.model import Actor, Article, Claim, Extraction, Kind, Quotation, Span, SpeechAct
from claimgraph.slugs import kebab, slug
from claimgraph.stories.copies.copying import DEFAULT, Overlap, Settings, compare
from claimgraph.stories.copies.passages import Passage, keys

SENTENCE = re.compile(r"\S[^\n]*")


def outlet(name: str) -> Actor:
    """A media outlet with the id that its name makes."""
    return Actor(f"actor/{kebab(Kind.MEDIA_OUTLET)}/{slug(name)}", Kind.MEDIA_OUTLET, name)


def person(name: str) -> Actor:
    """A person with the id that the name makes."""
    return Actor(f"actor/{kebab(Kind.PERSON)}/{slug(name)}", Kind.PERSON, name)


@dataclass(frozen=True)
class Says:
    """A claim by its words as they stand in the text.

    `embeds`, `denies`: the words of the claims within it, denied by it; `whom`: who is accused, asked or praised.
    """

    words: str
    claimant: Actor | None = None
    to: tuple[Actor, ...] = ()
    cue: str = ""  # else the first word of the claim
    quotation: Quotation = Quotation.INDIRECT
    embeds: tuple[str, ...] = ()
    act: SpeechAct = SpeechAct.ASSERTION
    denies: str = ""
    whom: tuple[Actor, ...] = ()


def article(
    identifier: str,
    text: str,
    *claims: Says,
    publisher: str | None = None,
    issued: str | None = None,
    boilerplate: str | None = None,
) -> Extraction:
    """What an article tells: each line of its text is a sentence."""
    left_out = (_span(text, boilerplate),) if boilerplate else ()
    source = Article(identifier, text, issued=issued, publisher=publisher, boilerplate=left_out)
    sentences = tuple(source.span(*found.span()) for found in SENTENCE.finditer(source.body))
    ids = {one.words: f"{source.id}/claim/{n}" for n, one in enumerate(claims)}
    actors = {a.id: a for one in claims for a in (one.claimant, *one.to, *one.whom) if a}
    return Extraction(
        source,
        sentences=sentences,
        actors=tuple(actors.values()),
        claims=tuple(
            Claim(
                ids[one.words],
                "rule",
                (_span(text, one.words),),
                one.act,
                one.quotation,
                claimant=one.claimant.id if one.claimant else None,
                addressees=tuple(a.id for a in one.to),
                cue=(_span(text, one.cue or one.words.split()[0]),),
                embeds=tuple(ids[words] for words in one.embeds),
                disputes=(ids[one.denies],) if one.denies else (),
                patients=tuple(a.id for a in one.whom),
            )
            for one in claims
        ),
    )


def _span(text: str, words: str) -> Span:
    begin = text.index(words)
    return Span.of(text, begin, begin + len(words))


def overlaps(passages: Iterable[Passage], settings: Settings = DEFAULT) -> tuple[Overlap, ...]:
    """What passages of some articles have in common, of those with a common key."""
    index: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(set(passages)):
        for key in keys(passage):
            index[key].append(passage)
    pairs = {pair for block in index.values() for pair in combinations(block, 2)}
    return tuple(found for pair in sorted(pairs) if (found := compare(*pair, settings)) is not None)
