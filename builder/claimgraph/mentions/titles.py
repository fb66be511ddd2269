"""Titles and ranks: cut from a run of proper nouns, and what they tell of the person."""

from collections.abc import Iterator

from spacy.tokens import Doc

from claimgraph.mentions import tables
from claimgraph.mentions.fold import fold
from claimgraph.model import Kind

WORDS = tables.table("titles.toml", "words", ("title", "modifier"))
PORTFOLIO = tables.words("titles.toml", "portfolio", "word")
GENDER = tables.table("titles.toml", "gender", ("male", "female"))
LINKS = frozenset({"of", "for", "the", "and"})
CUES = tables.table("kinds.toml", "names")


def is_title(word: str) -> bool:
    """Whether a word can stand as a title before a person's name."""
    return WORDS.get(fold(word)) == "title"


def segments(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The names of a run (first token, token after it) with the title before each, in lower case.

    A run that is a body's has no title: "Transport Council", "Justice Watch" where that is read as an organization's.
    """
    cued = CUES.get(fold(doc[end - 1].text), "Thing") != "Thing" and not is_title(doc[end - 1].text)
    if cued or (is_title(doc[start].text) and end - start > 1 and all(t.ent_type_ == "ORG" for t in doc[start:end])):
        yield start, end, before(doc, start)
        return
    at = _after_portfolio(doc, start, end)
    title = doc[start - 2 : at].text.lower() if at > start else before(doc, start)
    while at < end:
        opens = next((k for k in range(at, end) if is_title(doc[k].text) and not _inner(doc, k, start)), end)
        stop = opens
        while stop > at and opens < end and _of_title(doc, at, stop - 1):
            stop -= 1
        if stop > at:
            yield (*_clean(doc, at, stop), title)
        at = after(doc, opens, end)
        title = doc[stop:at].text.lower() if opens < end else ""


def _after_portfolio(doc: Doc, start: int, end: int) -> int:
    """The token after "State" in "Secretary of" + "State John Smith"."""
    at = start
    of = start - 2 if start > 1 and doc[start - 1].lower_ == "the" else start - 1
    if of > 0 and doc[of].lower_ in {"of", "for"} and is_title(doc[of - 1].text):
        while at < end and fold(doc[at].text) in PORTFOLIO:
            at += 1
    return at


def _of_title(doc: Doc, start: int, at: int) -> bool:
    """Whether a word belongs to the title behind it: "Foreign" before "Minister", not the end of "Desert Party"."""
    body = at > start and CUES.get(fold(doc[at].text)) == Kind.POLITICAL_PARTY
    return WORDS.get(fold(doc[at].text)) == "modifier" and not body


def _inner(doc: Doc, at: int, start: int) -> bool:
    """A title's word as the last part of a name: "Martin Luther King"."""
    return at > start and doc[at].dep_ == "flat" and doc[at].head.i >= start and not is_title(doc[doc[at].head.i].text)


def _clean(doc: Doc, a: int, b: int) -> tuple[int, int]:
    while b - 1 > a and not doc[b - 1].text[-1].isalnum() and doc[b - 1].is_punct:
        b -= 1
    return a, b


def after(doc: Doc, at: int, end: int) -> int:
    """The token after a title: "Secretary of State", "Lt. Gen."."""
    while at < end:
        word, behind = fold(doc[at].text), fold(doc[at + 1].text) if at + 1 < len(doc) else ""
        of_office = word in LINKS and behind in PORTFOLIO and doc[at + 1].text[0].isupper()
        office = word in PORTFOLIO and doc[at - 1].lower_ in LINKS
        if not (word in WORDS or of_office or office or doc[at].text in {".", "-"}):
            break
        at += 1
    return at


def before(doc: Doc, start: int) -> str:
    """The title directly before a name, in lower case; "" where there is none."""
    at = start
    while at and (fold(doc[at - 1].text) in WORDS or doc[at - 1].text == "."):
        at -= 1
    words = doc[at:start]
    return words.text.lower() if any(is_title(t.text) for t in words) and doc[at].sent == doc[start].sent else ""


def gender(title: str) -> str:
    """ "male", "female", or "" as the title tells."""
    return next((GENDER[w] for w in title.replace(".", "").split() if w in GENDER), "")
