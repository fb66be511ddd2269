"""Attribution by adverbs and adjectives: 'reportedly', 'the alleged attack', 'was sure that …', 'it is unclear if …'.

Adverbs, and adjectives before a noun, lay something at nobody's door in particular.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.statements.attributions.candidate import Candidate, Context, Miss, Outcome
from claimgraph.statements.lexicon import Row
from claimgraph.statements.syntax import AUXILIARY, children, first, noun_phrase, opened_by, preposition, subject, words

ADVERB, ADJECTIVE, PREDICATE = "claim.adverb", "claim.adjective", "claim.adjective-predicate"


def by_adverb(word: Token, context: Context) -> Iterator[Outcome]:
    """'reportedly': the clause is the content; no one is named."""
    rows = context.lexicon.adverb.get(word.lower_, ())
    if not rows:
        return
    if word.dep_ != "advmod":
        yield Miss(ADVERB, word.i, "it modifies nothing")
        return
    content = words(word.head) - {word.i}
    yield Candidate(ADVERB, rows[0].act, frozenset({word.i}), frozenset(content), None, held=rows[0].held)


def by_adjective(word: Token, context: Context) -> Iterator[Outcome]:
    """'the alleged attack', 'the so-called caliphate': laid at nobody's door; 'was sure that …': at its subject's."""
    before, last = _hyphenated(word)
    written = word.lower_ if before == last else word.doc[before : last + 1].text.lower()
    rows = context.lexicon.adjective.get(written, ())
    for row in rows:
        if not row.frames and not row.prepositions:
            yield _before_noun(word, row, before, last)
        elif (found := _predicated(word, row)) is not None:
            yield found
    if rows and all(row.frames or row.prepositions for row in rows):
        yield Miss(PREDICATE, word.i, "no clause or phrase behind it tells what it is about, or it is said of nothing")


def _before_noun(word: Token, row: Row, before: int, last: int) -> Outcome:
    """What it is called is the content."""
    noun = word.head
    if word.dep_ not in {"amod", "advmod", "acl"} or noun.pos_ not in {"NOUN", "PROPN"} or noun.i < word.i:
        return Miss(ADJECTIVE, word.i, "it stands before no noun")
    named = frozenset(i for i in noun_phrase(noun) if i > last)
    return Candidate(ADJECTIVE, row.act, frozenset(range(before, last + 1)), named, None, held=row.held)


def _hyphenated(word: Token) -> tuple[int, int]:
    """The first and last word of an adjective with hyphens: 'so-called'."""
    doc, before = word.doc, word.i
    while before >= 2 and doc[before - 1].text in {"-", "‐", "‑"} and not doc[before - 1].whitespace_:
        before -= 2
    return before, word.i


def _predicated(word: Token, row: Row) -> Candidate | None:
    """'X was sure that …', 'is critical of …', 'it is unclear whether …'."""
    copula = children(word, "cop", "aux:pass")
    if not copula and word.dep_ not in {"xcomp", "advcl", "conj", "acl"}:
        return None
    behind = [c for c in word.children if c.i > word.i]
    what = first(c for c in behind if _content(c, row))
    if what is None:
        return None
    content, cue = words(what), {c.i for c in word.lefts if c.dep_ in AUXILIARY or c.dep_ == "advmod"} | {word.i}
    mark = preposition(what)
    if mark is not None and mark.lower_ in row.prepositions:
        content.discard(mark.i)
        cue |= {mark.i} if mark.i == word.i + 1 else set()
    who = None if children(word, "expl") else subject(word)
    return Candidate(PREDICATE, row.act, _touching(cue, word.i), frozenset(content), who, held=row.held)


def _content(phrase: Token, row: Row) -> bool:
    if phrase.dep_ in {"ccomp", "csubj", "advcl"} and opened_by(phrase, {"that", "whether", "if"}):
        return "clause" in row.frames
    if phrase.dep_ == "ccomp":
        return "clause" in row.frames
    if phrase.dep_ in {"xcomp", "advcl"} and opened_by(phrase, {"to"}):
        return "infinitive" in row.frames
    return phrase.dep_ in {"obl", "advcl", "nmod"} and opened_by(phrase, row.prepositions)


def _touching(cue: set[int], word: int) -> frozenset[int]:
    """The positions that stand in one run with a word."""
    begin = end = word
    while begin - 1 in cue:
        begin -= 1
    while end + 1 in cue:
        end += 1
    return frozenset(range(begin, end + 1))
