"""Numbers in a text: digits, words, ranges, and words such as 'dozens' that give none."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.statements.dates import MONTHS
from claimgraph.statements.syntax import lemma

FILE = Path(__file__).with_name("figures.toml")
# A sign and its letters may be glued to the digits ('NZ$40'), and so may the scale ('40m').
DIGITS = re.compile(r"([a-z]{0,3}[$£€¥])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:(mn?|bn?|tn|k)\.?)?", re.IGNORECASE)
DASHES = {"-", "–", "—"}
PRESENT = {"the", "current", "present", "existing", "previous", "initial", "original"}  # 'from the current 500'
WORDS = {
    "vague", "about", "killed", "injured", "both", "lives", "losing", "suffering", "troops", "bodies", "having",
    "fielding", "holding", "votes", "voting", "sides", "changing", "falling", "holders", "ranging", "ordinals",
    "measures", "vehicles", "crowds", "speaking", "remains", "recovering", "rejecting",
}  # fmt: skip
TABLES = {"numbers", "scales", "letters", "currencies", "national", "words"}
HALF = Decimal("0.5")
SIGNS = {"$", "£", "€", "¥"}
LIMIT = Decimal(10**15)  # beyond it a scale says nothing of the world
AROUND = 4  # words: how far before a number the words stand that say how exact it is


class Tables(NamedTuple):
    """What `figures.toml` holds."""

    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    letters: Mapping[str, str]
    currencies: Mapping[str, str]
    national: Mapping[str, Mapping[str, str]]
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
    parts: "tuple[Number, ...]" = ()


@cache
def tables() -> Tables:
    """The tables of `figures.toml`; raises ValueError where it holds others."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    if data.keys() != TABLES:
        raise ValueError(f"{FILE}: expected the tables {', '.join(sorted(TABLES))}")
    if wrong := data["words"].keys() ^ WORDS:
        raise ValueError(f"{FILE}: lacks or does not know the list {sorted(wrong)[0]!r}")
    words = {name: frozenset(several) for name, several in data["words"].items()}
    return Tables(**data | {"words": words})


def numbers(doc: Doc) -> Iterator[Number]:
    """Every number of a text, in its order; ranges are one. Proportions ('one in three') and ordinals are none."""
    at = 0
    while at < len(doc):
        if passed := _proportion(doc, at):
            at = passed
            continue
        found = _vague(doc, at) or _range(doc, at)
        if found is None:
            at += 1
            continue
        yield found._replace(approximate=found.approximate or _about(doc, found))
        at = found.end


def follows(doc: Doc, start: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands before a number, with or without what says how exact it is: 'from about'."""
    known = tables()
    at = start - 1
    while at > max(0, start - AROUND) and (
        doc[at].lower_ in known.words["about"] | known.currencies.keys() | {"an", "than"} | PRESENT
    ):
        at -= 1
    return at >= 0 and doc[at].lower_ in words


def _proportion(doc: Doc, at: int) -> int | None:
    """The end of 'one in three', 'nine out of ten'."""
    first = _single(doc, at)
    if first is None:
        return None
    out = doc[first.end : first.end + 2].text.lower() == "out of"
    link = first.end + 1 + out
    if not out and (first.value != 1 or doc[first.end : first.end + 1].text.lower() != "in"):
        return None
    every = doc[link : link + 1].text.lower() == "every"
    second = _single(doc, link + every) if link + every < len(doc) else None
    if second is None or second.value is None:
        return None
    return second.end if every or (second.value in {10, 100} if out else 1 < second.value <= 100) else None


def _vague(doc: Doc, at: int) -> Number | None:
    vague = tables().words["vague"]
    if doc[at].lower_ not in vague or doc[at].pos_ == "VERB":
        return None
    end = at + 1
    while end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].lower_ in vague:
        end += 2
    return Number(at, end, None, approximate=True) if end > at + 1 or doc[at].lower_ != "tens" else None


def _range(doc: Doc, at: int) -> Number | None:
    first = _single(doc, at)
    if first is None or _is_year(doc, at):
        return first
    link = first.end
    if link < len(doc) and lemma(doc[link]) in tables().words["votes"]:
        link += 1
    after = link + 2 if doc[link + 1 : link + 2].text in SIGNS else link + 1
    second = _single(doc, after) if after < len(doc) else None
    if second is None or first.value is None or second.value is None or not _links(doc, at, link):
        return first
    value = first.value * _lent(doc, first, second)
    either = doc[link].lower_ == "or"
    if either and value >= second.value:
        return first
    upper = second.value if value < second.value else None
    about = first.approximate or second.approximate or either
    return Number(at, second.end, value, upper, about, parts=(first._replace(value=value), second))


def _is_year(doc: Doc, at: int) -> bool:
    """'in 2030': what follows goes with another number, as in 'from 60 in 2030 to 90'."""
    before = doc[at - 1].lower_ if at else ""
    year = len(doc[at].text) == 4 and doc[at].text.isdigit() and 1900 <= int(doc[at].text) <= 2099
    return year and (before in MONTHS or before in {"in", "since", "during", "of"})


def _links(doc: Doc, at: int, link: int) -> bool:
    """'5 to 10', '5-10', '5 or 10', 'between 5 and 10'; not 'from 5 to 10' nor 'rose by 5 to 10', which change."""
    word = doc[link].lower_
    if word == "and":
        return follows(doc, at, frozenset({"between"}))
    if word == "to":
        before = [lemma(t) for t in doc[max(0, at - AROUND) : at]]
        ranging = bool(tables().words["ranging"] & set(before))
        grown = follows(doc, at, frozenset({"by"})) and bool(
            (tables().words["changing"] - tables().words["voting"]) & set(before)
        )
        return ranging or not (grown or follows(doc, at, frozenset({"from"})))
    return word == "or" or word in DASHES


def _lent(doc: Doc, first: Number, second: Number) -> int:
    """'5 to 10 million': the scale of the second holds for the first."""
    last = doc[second.end - 1]
    known = tables()
    bare = first.end - first.start == 1 and first.value is not None and first.value < 1000
    if not bare or doc[first.start].lower_[-1:] in known.letters:
        return 1
    if second.end - second.start > 1:
        return _scale(last) or 1
    match = DIGITS.fullmatch(last.lower_)
    return known.scales[known.letters[match[4]]] if match and match[4] else 1


def _single(doc: Doc, at: int) -> Number | None:
    """One number: '5,200', 'twenty-five', 'two hundred and fifty', '1.5 million', 'two dozen', 'half a million'."""
    opened = _opening(doc, at)
    if opened is None:
        return None
    part, end = opened
    vague = part is None
    part = Decimal(1) if part is None else part
    total = Decimal(0)  # what is behind a thousand or more
    dozen = False
    while end < len(doc):
        word = doc[end].lower_
        skip = end + 1 if word in {"and", *DASHES} and (word == "and" or not _digital(doc[end - 1])) else end
        more = _value(doc[skip]) if skip < len(doc) and not _digital(doc[skip]) else None
        if (scale := _scale(doc[end])) is not None and total < LIMIT and part < LIMIT:
            dozen |= scale in {12, 20}
            part *= scale
            total, part, end = (total + part, Decimal(0), end + 1) if scale >= 1000 else (total, part, end + 1)
        elif more is not None and _goes_on(part, more, skip > end and word == "and"):
            part, end = part + more, skip + 1
        elif doc[end : end + 3].text.lower() == "and a half":
            part, end = part + HALF, end + 3
        elif word in DASHES and end + 1 < len(doc) and doc[end + 1].lower_ in tables().scales:
            end += 1
        else:
            break
    if end + 1 < len(doc) and doc[end].lower_ in DASHES and doc[end + 1].lower_ in tables().words["ordinals"]:
        return None
    return Number(at, end, None if vague else _plain(total + part), approximate=vague or dozen)


def _plain(value: Decimal) -> Decimal:
    """Without noughts behind the point."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _opening(doc: Doc, at: int) -> tuple[Decimal | None, int] | None:
    """What a number begins with and where it goes on; no value in 'several hundred'."""
    word = doc[at].lower_
    if (value := _value(doc[at])) is not None:
        return value, at + 1
    before = doc[at - 1].lower_ if at else ""
    if word == "half":
        skip = next((n for n in (3, 2) if doc[at + 1 : at + n].text.lower() in {"of a", "a"}), 1)
        scaled = at + skip < len(doc) and doc[at + skip].lower_ in {*tables().scales, "dozen"}
        return (HALF, at + skip) if scaled else None
    if word == "score" and doc[at + 1 : at + 2].text.lower() != "of":
        return None  # of a match
    if before in {"a", "several", "few"} and word in {*tables().scales, "dozen", "score"}:
        return (Decimal(1) if before == "a" else None), at
    return None


def _goes_on(part: Decimal, more: Decimal, joined: bool) -> bool:
    """'twenty five', 'two hundred (and) fifty': not 'five and six'."""
    if part >= LIMIT:
        return False
    if joined:
        return part >= 100 and part % 100 == 0 and more < 100
    return (
        (part >= 20 and part % 10 == 0 and more < 10) or (part >= 100 and part % 100 == 0 and more < 100) or part == 0
    )


def _scale(token: Token) -> int | None:
    """What a word multiplies by; a letter must touch its number, and stand for one ('40 m' is a length)."""
    word = token.lower_
    if word in {"dozen", "score"}:
        return 12 if word == "dozen" else 20
    known = tables()
    touching = token.i > 0 and not token.nbor(-1).whitespace_ and token.pos_ == "NUM"
    return (
        known.scales[known.letters[word.rstrip(".")]]
        if touching and word.rstrip(".") in known.letters
        else known.scales.get(word)
    )


def _digital(token: Token) -> bool:
    return bool(token.text) and token.text[-1].isdigit()


def _value(token: Token) -> Decimal | None:
    known = tables()
    text = token.lower_
    if text in known.numbers:
        return Decimal(known.numbers[text])
    match = DIGITS.fullmatch(text)
    if match is None or not match[2].isascii():
        return None
    scale = known.scales[known.letters[match[4]]] if match[4] else 1
    return Decimal(match[2].replace(",", "") + (match[3] or "")) * scale


def _about(doc: Doc, number: Number) -> bool:
    """Whether the words beside it make it less than exact: 'at least', 'more than', 'some', 'or so'."""
    about = tables().words["about"]
    if doc[number.end : number.end + 2].text.lower() in {
        "or so",
        "or more",
        "or fewer",
        "- odd",
        "-odd",
        "-plus",
        "plus",
    }:
        return True
    before = [doc[i].lower_ for i in range(max(0, number.start - AROUND), number.start)]
    before = before[:-1] if before and before[-1] in tables().currencies else before
    if before[-1:] == ["as"] and before[-3:-1] in (["as", "many"], ["as", "much"], ["as", "few"]):
        return True
    before = before[:-1] if before and before[-1] in {"a", "an"} else before
    if before and before[-1] in {"than", "to", "of"}:
        before = before[:-1]
        return bool(before) and before[-1] in about - {"some", "about", "around"}
    return bool(before) and before[-1] in about
