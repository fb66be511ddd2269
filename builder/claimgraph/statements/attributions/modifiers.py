"""Attribution by adverbs and adjectives, which lay something at nobody's door in particular."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.statements.attributions.candidate import Candidate, Context, Miss, Outcome
from claimgraph.statements.syntax import noun_phrase, words


def by_adverb(word: Token, context: Context) -> Iterator[Outcome]:
    """'reportedly': the clause is the content; no one is named."""
    rows = context.lexicon.adverb.get(word.lower_, ())
    if not rows:
        return
    if word.dep_ != "advmod":
        yield Miss("claim.adverb", word.i, "it modifies nothing")
        return
    content = words(word.head) - {word.i}
    yield Candidate("claim.adverb", rows[0].act, frozenset({word.i}), frozenset(content), None)


def by_adjective(word: Token, context: Context) -> Iterator[Outcome]:
    """'the alleged attack', 'the so-called caliphate': what it is called is the content; no one is named."""
    first, last = _hyphenated(word)
    written = word.doc[first : last + 1].text.lower()
    rows = context.lexicon.adjective.get(written, ())
    if not rows:
        return
    noun = word.head
    if word.dep_ not in {"amod", "advmod", "acl"} or noun.pos_ not in {"NOUN", "PROPN"} or noun.i < word.i:
        yield Miss("claim.adjective", word.i, "it stands before no noun")
        return
    named = frozenset(i for i in noun_phrase(noun) if i > last)
    yield Candidate("claim.adjective", rows[0].act, frozenset(range(first, last + 1)), named, None)


def _hyphenated(word: Token) -> tuple[int, int]:
    """The first and last word of an adjective with hyphens: 'so-called'."""
    doc, first = word.doc, word.i
    while first >= 2 and doc[first - 1].text in {"-", "‐", "‑"} and not doc[first - 1].whitespace_:
        first -= 2
    return first, word.i
