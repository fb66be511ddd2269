"""With which other figures a figure can be compared: what exactly is counted, where, of how many, and how exactly."""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.statements.numerals import AROUND, Number, tables
from claimgraph.statements.participants import places_of
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.validity import clause

BEFORE: tuple[tuple[str, Literal["at least", "at most"] | None], ...] = (
    ("no more than", "at most"),
    ("not more than", "at most"),
    ("no fewer than", "at least"),
    ("no less than", "at least"),
    ("more than", "at least"),
    ("greater than", "at least"),
    ("fewer than", "at most"),
    ("less than", "at most"),
    ("at least", "at least"),
    ("a minimum of", "at least"),
    ("at most", "at most"),
    ("a maximum of", "at most"),
    ("up to", "at most"),
    ("as many as", "at most"),
    ("as much as", "at most"),
    ("upwards of", "at least"),
    ("in excess of", "at least"),
    ("well over", "at least"),
    ("over", "at least"),
    ("under", "at most"),
)
BEHIND: dict[str, Literal["at least", "at most"]] = {
    "or more": "at least",
    "or fewer": "at most",
    "or less": "at most",
    "at least": "at least",
    "at most": "at most",
}
MORE = frozenset({"another", "additional", "further", "extra", "more"})
# Words before a noun that tell nothing of what is counted.
COUNTING = frozenset(
    {"about", "estimated", "more", "other", "own", "same", "such", "many", "few", "several", "total", "whole"}
)
WHERE = frozenset({"in", "at", "on", "inside", "across", "within", "throughout"})
LINKS = ("nmod", "obl", "orphan")


def bound_of(doc: Doc, number: Number) -> Literal["at least", "at most"] | None:
    """Whether a number is told as the least or the most; None for an exact or a rough one."""
    words = [t.lower_ for t in doc[max(doc[number.start].sent.start, number.start - AROUND) : number.start]]
    while words and words[-1] in tables().currencies.keys() | {"a", "an"}:
        words.pop()
    before = f" {' '.join(words)}"
    if found := next((bound for told, bound in BEFORE if before.endswith(f" {told}")), None):
        return found
    behind = doc[number.end : number.end + 2].text.lower()
    return BEHIND.get(behind) or ("at least" if behind.startswith(("-plus", "- plus", "plus")) else None)


def is_more(doc: Doc, number: Number, counted: Token) -> bool:
    """Whether a number comes on top of what there was: 'another 400', '400 more troops', 'an additional 3,500'."""
    near = [*doc[max(number.start - 2, counted.sent.start) : number.start], *doc[number.end : number.end + 1]]
    told = any(t.lower_ in MORE for t in near if not _compares(t))
    return told or any(c.lower_ in MORE for c in children(counted, "amod", "det") if not _compares(c))


def _compares(word: Token) -> bool:
    """'more than 400', '400 or more'."""
    return (word.i + 1 < len(word.doc) and word.nbor().lower_ == "than") or (
        word.i > 0 and word.nbor(-1).lower_ == "or"
    )


def counted_as(token: Token) -> tuple[str, ...]:
    """What is counted: the lemmas of the words before the noun that tell of which kind it is, and its own.

    Names, and adjectives of them, as they are written; nothing where the number stands alone.
    """
    if token.pos_ in {"NUM", "SYM", "PRON", "DET"}:
        return ()
    before = [c for c in children(token, "amod", "compound") if c.i < token.i and c.pos_ != "NUM"]
    return tuple(_word(t) for t in (*before, token) if t.lower_ not in COUNTING | MORE)


def _word(token: Token) -> str:
    named = token.text[:1].isupper() and not token.is_sent_start and token.pos_ in {"PROPN", "ADJ"}
    return token.text if named else lemma(token)


def is_standing(token: Token) -> bool:
    """Whether a phrase tells of all that are in a place: 'the 3,000 troops in Eastport'."""
    here = [c for c in children(token, "nmod") if case_of(c) in WHERE]
    return bool(here) and any(c.lower_ == "the" for c in children(token, "det"))


def place_of(token: Token, cast: Cast) -> str | None:
    """The place in which the counted ones are: of their own phrase, or of the clause in which they stand."""
    return next((place for phrase in _placing(token) for place in places_of(phrase, cast)), None)


def _placing(token: Token) -> Iterator[Token]:
    """The phrases that tell where the counted ones are, the closest first."""
    yield from _where(token)
    for verb in children(token, "acl", "acl:relcl"):  # 'troops based in', 'troops who are stationed in'
        yield from _where(verb)
    home = clause(token)
    if home != token and token in [c for t in home.children for c in (t, *children(t, "nmod"))]:
        yield from (phrase for phrase in _where(home) if phrase != token)
    if token.dep_ == "nsubj" and case_of(token.head) in WHERE:  # 'the troops are in'
        yield token.head
    if home.dep_ == "acl:relcl" and any(c.lower_ == "where" for c in home.children):
        yield home.head
        yield from _where(home.head)


def _where(word: Token) -> list[Token]:
    return [c for c in children(word, *LINKS) if case_of(c) in WHERE]
