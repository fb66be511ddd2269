"""Numbers in a text: digits, words, ranges, money, and words such as 'dozens' that give none."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.statements.syntax import lemma

FILE = Path(__file__).with_name("figures.toml")
DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(m|mn|bn|k)?", re.IGNORECASE)
DASHES = {"-", "–", "—"}
WORDS = {"vague", "about", "killed", "injured", "both", "troops", "votes", "voting", "measures"}
LETTERS = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand"}


class Tables(NamedTuple):
    """What `figures.toml` holds."""

    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    words: Mapping[str, frozenset[str]]


class Number(NamedTuple):
    """The tokens [start, end) and what they come to; `value` is None where no number can be given.

    `parts`: the two of '5 to 10', '170-0', '168 votes to 11'; `upper` only where the second is the larger one.
    """

    start: int
    end: int
    value: Decimal | None
    upper: Decimal | None = None
    approximate: bool = False
    unit: str | None = None
    parts: "tuple[Number, ...]" = ()


@cache
def tables() -> Tables:
    """The tables of `figures.toml`; raises ValueError where it holds others."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    if data.keys() != {"numbers", "scales", "currencies", "words"}:
        raise ValueError(f"{FILE}: expected the tables numbers, scales, currencies and words")
    if wrong := data["words"].keys() ^ WORDS:
        raise ValueError(f"{FILE}: lacks or does not know the list {sorted(wrong)[0]!r}")
    words = {name: frozenset(several) for name, several in data["words"].items()}
    return Tables(data["numbers"], data["scales"], data["currencies"], words)


def numbers(doc: Doc) -> Iterator[Number]:
    """Every number of a text, in its order; ranges are one."""
    at = 0
    while at < len(doc):
        found = _vague(doc, at) or _range(doc, at)
        if found is None:
            at += 1
            continue
        yield found._replace(approximate=found.approximate or _about(doc, found.start), unit=_currency(doc, found))
        at = found.end


def _vague(doc: Doc, at: int) -> Number | None:
    vague = tables().words["vague"]
    if doc[at].lower_ not in vague or not doc[at].lower_.endswith("s"):
        return None
    end = at + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].lower_ in vague:
        end += 2
    return Number(at, end, None, approximate=True)


def _range(doc: Doc, at: int) -> Number | None:
    first = _single(doc, at)
    if first is None:
        return None
    link = first.end
    if link < len(doc) and lemma(doc[link]) in tables().words["votes"]:
        link += 1
    second = _single(doc, link + 1) if link + 1 < len(doc) else None
    if second is None or first.value is None or second.value is None or not _links(doc, at, link):
        return first
    value = first.value * _lent(doc, first, second)
    upper = second.value if value < second.value else None
    return Number(at, second.end, value, upper, parts=(first._replace(value=value), second))


def _links(doc: Doc, at: int, link: int) -> bool:
    """'5 to 10', '5-10', 'between 5 and 10'."""
    between = at > 0 and doc[at - 1].lower_ == "between" and doc[link].lower_ == "and"
    return between or doc[link].lower_ in {"to", *DASHES}


def _lent(doc: Doc, first: Number, second: Number) -> int:
    """'5 to 10 million': the scale of the second holds for the first."""
    last = doc[second.end - 1].lower_
    bare = first.end - first.start == 1 and doc[first.start].lower_.isdigit()
    return tables().scales.get(last, 1) if bare and second.end - second.start > 1 else 1


def _single(doc: Doc, at: int) -> Number | None:
    """One number: '5,200', 'twenty-five', 'two hundred and fifty', '1.5 million', 'two dozen'."""
    total = Decimal(0)  # what is behind a thousand or more
    part = _value(doc[at])
    if part is None and not (doc[at].lower_ in {"dozen", "hundred"} and at and doc[at - 1].lower_ in {"a", "several"}):
        return None
    vague = part is None and doc[at - 1].lower_ == "several"
    part = Decimal(1) if part is None else part
    at_first = end = at
    end += _value(doc[at]) is not None
    dozen = False
    while end < len(doc):
        word = doc[end].lower_
        skip = end + 1 if word in {"and", *DASHES} and not doc[end - 1].lower_.isdigit() else end
        more = _value(doc[skip]) if skip < len(doc) and not doc[skip].lower_.isdigit() else None
        if (scale := 12 if word == "dozen" else tables().scales.get(word)) is not None:
            dozen |= word == "dozen"
            part *= scale
            total, part, end = (total + part, Decimal(0), end + 1) if scale >= 1000 else (total, part, end + 1)
        elif more is not None and _goes_on(part, more, skip > end and word == "and"):
            part, end = part + more, skip + 1
        else:
            break
    return Number(at_first, end, None if vague else total + part, approximate=vague or dozen)


def _goes_on(part: Decimal, more: Decimal, joined: bool) -> bool:
    """'twenty five', 'two hundred (and) fifty': not 'five and six'."""
    if joined:
        return part >= 100 and part % 100 == 0 and more < 100
    return (
        (part >= 20 and part % 10 == 0 and more < 10) or (part >= 100 and part % 100 == 0 and more < 100) or part == 0
    )


def _value(token: Token) -> Decimal | None:
    text = token.lower_
    if text in tables().numbers:
        return Decimal(tables().numbers[text])
    match = DIGITS.fullmatch(text)
    if match is None:
        return None
    scale = tables().scales[LETTERS[match[3]]] if match[3] else 1
    return Decimal(match[1].replace(",", "") + (match[2] or "")) * scale


def _about(doc: Doc, start: int) -> bool:
    """Whether the words before it make it less than exact: 'at least', 'more than', 'some'."""
    about = tables().words["about"]
    before = [doc[i].lower_ for i in range(max(0, start - 3), start)]
    before = before[:-1] if before and before[-1] in tables().currencies else before
    if before and before[-1] in {"than", "to", "of", "a"}:
        before = before[:-1]
        return bool(before) and before[-1] in about - {"some", "about", "around"}
    return bool(before) and before[-1] in about


def _currency(doc: Doc, number: Number) -> str | None:
    """The unit of money (ISO 4217), by the sign before it or the noun behind it."""
    known = tables().currencies
    if number.start and doc[number.start - 1].lower_ in known and not doc[number.start - 1].is_alpha:
        return known[doc[number.start - 1].lower_]
    if number.start and doc[number.start - 1].lower_ in {"us$", "a$", "c$"}:
        return known[doc[number.start - 1].lower_]
    behind = [doc[i] for i in range(number.end, min(number.end + 2, len(doc)))]
    return next((known[t.lemma_.lower()] for t in behind if t.is_alpha and t.lemma_.lower() in known), None)
