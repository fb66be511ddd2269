"""The kinds of error that an extractor makes, in terms of the language.

Of an attribution that was missed, the kind is what its cue is, and whether claimgraph's lexicon has it; of one found
that the gold lacks, the rule, and whether it lies in what another says, where PolNeAR marks nothing. A pair may have
two errors, in its source and in its content.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from benchmarks.polnear import Attribution, Pieces, characters, paired, same_content, same_source
from claimgraph.statements.lexicon import lexicon

PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}  # as in the lexicon
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET"}
PHRASAL = {"NOUN", "ADJ"}  # what makes a verb's cue a phrase: 'made the case', 'was sure'


class Error(NamedTuple):
    """Its kind, and where it is: the cue, or the content where there is none."""

    kind: str
    place: Pieces


def errors(doc: Doc, gold: Sequence[Attribution], found: Sequence[Attribution]) -> Iterator[Error]:
    """The errors in one article."""
    pairs = paired(gold, found)
    for pair in pairs:
        for kind in _of_pair(doc, *pair):
            yield Error(kind, pair[0].cue)
    done = {id(one) for pair in pairs for one in pair}
    missed, more = ([one for one in several if id(one) not in done] for several in (gold, found))
    for one in missed:
        other = next((two for two in more if same_content(one, two)), None)
        if other is not None:
            more.remove(other)
        kind = _missed(doc, one) if other is None else "content found, but with another word for the cue"
        yield Error(kind, one.cue or one.content)
    contents = characters(*(one.content for one in gold))
    for one in more:
        where = "in what another says" if characters(one.cue) & contents else "on its own"
        yield Error(f"not in the gold, {where}: {one.rule}", one.cue)


def _of_pair(doc: Doc, gold: Attribution, found: Attribution) -> Iterator[str]:
    if not same_source(gold, found):
        yield "wrong source: another" if found.source else "wrong source: none found"
    if same_content(gold, found):
        return
    wanted, given = characters(gold.content), characters(found.content)
    if not wanted & given:
        yield "content elsewhere"
    elif len(given - wanted) > len(wanted - given):
        yield "content too long"
    else:
        outside = wanted - given - characters(_sentence(doc, gold.cue))
        beyond = 2 * len(outside) > len(wanted - given)
        yield f"content too short: {'further sentences are missing' if beyond else 'within its sentence'}"


def _sentence(doc: Doc, cue: Pieces) -> Pieces:
    sentence = _words(doc, cue).sent
    return ((sentence.start_char, sentence.end_char),)


def _words(doc: Doc, pieces: Pieces) -> Span:
    """The words from the first piece to the last."""
    span = doc.char_span(min(begin for begin, _ in pieces), max(end for _, end in pieces), alignment_mode="expand")
    assert span is not None  # every character of a doc is some word's
    return span


def _missed(doc: Doc, gold: Attribution) -> str:
    if not gold.cue:
        return "missed: no cue"
    cue = _words(doc, gold.cue)
    head = cue.root
    part = PARTS.get(head.pos_)
    if part is None:
        return f"missed: {MINOR.get(head.pos_, 'another word')}"
    article = "an" if part == "adjective" else "a"
    if head.lemma_.lower() not in getattr(lexicon(), part):
        phrase = part == "verb" and any(word.pos_ in PHRASAL for word in cue if word != head)
        more = ", with a noun or adjective in the cue" if phrase else ""
        return f"missed: {article} {part} that the lexicon lacks{more}"
    return f"missed: {article} {part} of the lexicon, {_shape(doc, head, gold.content)}"


MINOR = {
    "ADP": "a preposition or adverb",
    "SCONJ": "a preposition or adverb",
    "ADV": "a preposition or adverb",
    "PUNCT": "a mark, such as a colon or a dash",
    "SYM": "a mark, such as a colon or a dash",
}


def _shape(doc: Doc, cue: Token, content: Pieces) -> str:
    """What the content is in the tree, for a cue that should have found it."""
    inside = characters(content)
    words = [t for t in doc if t.idx in inside and not t.is_punct and not t.is_space]
    head = next((t for t in words if t.head == t or t.head.idx not in inside), None)
    if head is None:
        return "no content"
    if head.sent != cue.sent:
        return "content in another sentence"
    if head.pos_ not in NOMINAL or any(c.dep_.startswith(("nsubj", "cop")) for c in head.children):
        return "content a clause"
    return f"content a {'prepositional' if any(c.dep_ == 'case' for c in head.children) else 'noun'} phrase"
