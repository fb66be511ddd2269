"""Runs of proper nouns: words with a capital that the tagger takes for names, and what may join them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimgraph.mentions import english, tables
from claimgraph.mentions.fold import ARTICLES, HYPHENS, fold

PARTICLES = ARTICLES | {
    "bin",
    "bint",
    "ibn",
    "abu",
    "abd",
    "ud",
    "de",
    "del",
    "van",
    "von",
    "der",
    "di",
    "da",
    "la",
    "du",
    "ben",
}
CUES = tables.table("kinds.toml", "names")
LISTING = frozenset({"ministry", "department", "office", "committee", "commission", "agency", "bureau", "center"})
TIMES = tables.words("stop.toml", "words", "time")
LINKS = frozenset({"of", "for", "on"})


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """(first token, token after it) of each run, left to right."""
    may_open = [not text.islower() or text in ARTICLES for text in (token.text for token in doc)]
    at = 0
    while at < len(doc):
        first = _first(doc, at) if may_open[at] else None
        if first is None:
            at += 1
            continue
        end = first
        while (after := _step(doc, at, end)) > end:
            end = after
        yield _widen(doc, at, end), end
        at = end


def is_name(token: Token) -> bool:
    """Whether the tagger and the capital both say that the word is (part of) a name."""
    return token.pos_ == "PROPN" and (
        token.text[0].isupper() or (token.text[0] in "'‘’ʿ" and token.text[1:2].isupper())
    )


def _first(doc: Doc, at: int) -> int | None:
    """The token after a run's first word."""
    token = doc[at]
    if is_name(token) or _capital_cue(token) or _names_adjective(doc, at):
        return at + 1
    joined = token.lower_ in ARTICLES and _glued(doc, at + 1) and at + 2 < len(doc) and is_name(doc[at + 2])
    return at + 3 if joined else None


def _names_adjective(doc: Doc, at: int) -> bool:
    """ "Blue" in "the Blue Lanterns": an English adjective that the tagger takes for a name's, before more of it."""
    token = doc[at]
    tagged = token.pos_ == "ADJ" and token.tag_ in {"NNP", "NNPS"} and token.is_title and not token.is_sent_start
    return tagged and at + 1 < len(doc) and is_name(doc[at + 1]) and english.is_common(token.lower_)


def _capital_cue(token: Token) -> bool:
    """ "the Coalition", "the Council": a body's noun with a capital that the sentence does not ask for."""
    noun = token.pos_ == "NOUN" and token.text[0].isupper() and not token.is_sent_start
    return (
        noun
        and CUES.get(fold(token.text), "Thing") not in {"Thing", "Place"}
        and any(c.dep_ == "det" for c in token.children)
    )


def _glued(doc: Doc, at: int) -> bool:
    """Whether the token is a hyphen without space on either side."""
    return 0 < at < len(doc) and doc[at].text in HYPHENS and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def _step(doc: Doc, start: int, end: int) -> int:
    """Where the run ends with one more word, or `end` where none may follow."""
    if end + 1 > len(doc) - 1:
        return end + 1 if end < len(doc) and _goes_on(doc, end) else end
    token, behind = doc[end], doc[end + 1]
    if _goes_on(doc, end):
        return end + 1
    if _glued(doc, end):
        return _after_hyphen(doc, end)
    if token.lower_ in PARTICLES and _glued(doc, end + 1) and end + 2 < len(doc) and doc[end + 2].text[0].isupper():
        return end + 3
    if token.lower_ in PARTICLES | {"&"} and is_name(behind):
        return end + 2
    return _linked(doc, start, end)


def _after_hyphen(doc: Doc, end: int) -> int:
    """ "Abd-Rabbo", "Dhi-al-Hijja": but not "US-led", nor "Iraq-Syria", whose parts are names of their own."""
    behind = doc[end + 1]
    if behind.lower_ in ARTICLES and _glued(doc, end + 2) and end + 3 < len(doc) and is_name(doc[end + 3]):
        return end + 4
    return end + 2 if is_name(behind) or behind.text.isdigit() else end


def _goes_on(doc: Doc, at: int) -> bool:
    """The next word is a name's, or one with a capital between those of a name."""
    token = doc[at]
    if is_name(token):
        return not token.is_sent_start
    between = token.text[0].isupper() and token.pos_ in {"ADJ", "NOUN", "VERB", "X"} and len(token) > 1
    if not between or token.is_sent_start:
        return False
    last = fold(token.text) in CUES
    return last or (at + 1 < len(doc) and is_name(doc[at + 1]))


def _linked(doc: Doc, start: int, end: int) -> int:
    """ "Ministry of Defence", "Bank of the South", "Ministry of Trade and Industry"."""
    cue = next((fold(t.text) for t in reversed(doc[start:end]) if fold(t.text) in CUES), "")
    token = doc[end]
    if token.lower_ in LINKS and fold(doc[end - 1].text) in CUES:
        skip = end + 2 if doc[end + 1].lower_ == "the" else end + 1
        named = skip < len(doc) and (is_name(doc[skip]) or _names_adjective(doc, skip))
        return skip + 1 if named and doc[skip].lower_ not in TIMES else end
    listing = cue in LISTING and any(t.lower_ in LINKS for t in doc[start:end])
    if listing and token.lower_ == "and" and is_name(doc[end + 1]) and doc[end + 1].dep_ == "conj":
        return end + 2 if doc[end + 1].head.i in range(start, end) and fold(doc[end + 1].text) not in CUES else end
    return end


def _widen(doc: Doc, start: int, end: int) -> int:
    """ "Iraqi National Congress", "5th Fleet": an adjective or number in front belongs to a body's name."""
    cued = CUES.get(fold(doc[end - 1].text), "Thing") not in {"Thing", "Place"}
    before = doc[start - 1] if start else None
    if before is None or not cued or before.whitespace_ == "" or before.is_space:
        return start
    capital = before.pos_ == "ADJ" and before.text[0].isupper() and not (before.is_sent_start and len(before) < 4)
    number = before.text[0].isdigit() and before.text[-2:] in {"st", "nd", "rd", "th"}
    return start - 1 if capital or number else start
