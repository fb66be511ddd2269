"""By what an article's records are found: keys, places in several orders, and a number for what each says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

import numpy as np

from claimgraph.stories.copies import passages
from claimgraph.stories.copies.passages import Passage
from claimgraph.stories.happenings import comparing as events
from claimgraph.stories.happenings.accounts import Account
from claimgraph.stories.happenings.comparing import Key
from claimgraph.stories.happenings.when import day_of
from claimgraph.stories.hashing import number, sketch
from claimgraph.stories.sayings import propositions, variants
from claimgraph.stories.sayings.claims import Said

MARKS = 32
UNDATED = 2**31  # stands behind all days
IDS = frozenset({"id", "members", "article", "main", "events", "by", "target"})  # differ where nothing else does


class Line(NamedTuple):
    """What is asked of a claim without looking at what it says."""

    id: str
    mode: str
    main: str | None  # the happening that it tells of first
    words: str
    negated: bool
    target: str | None
    outer: bool
    number: int | None  # the same for those that tell one number of the same
    variant: int | None  # the same for those that may say the same of another time or place
    day: int  # for the order of variants


@dataclass(frozen=True)
class Digest:
    """Of the records of one sort in one article, in their order; arrays as bytes.

    `ids`: a line for each record: its id and, after tabs, those of all that it is put together of. `keys`: uint32, odd
    where the record asks; `counts`: uint32, how many keys each has; `orders`: uint64, for each record its place in each
    order; `contents`: uint64, the same for records that are equal but for their ids; `marks`: uint8, so many for each
    claim: of two, as large a share is the same as of what they speak of.
    """

    ids: bytes
    keys: bytes
    counts: bytes
    orders: bytes
    contents: bytes
    marks: bytes = b""


def of_events(incidents: Sequence[Account]) -> Digest:
    """Of happenings."""
    return _digest(
        ["\t".join((one.id, *(id_ for id_ in one.members if id_ != one.id))) for one in incidents],
        [events.keys(one) for one in incidents],
        [_orders(one.when.exact or one.day, _about(one)) for one in incidents],
        [_content(one) for one in incidents],
    )


def of_claims(said: Sequence[Said], accounts: Iterable[Account]) -> Digest:
    """Of claims. The event that a claim tells of first is not among its keys: articles may come to share it."""
    told = {one.id: _content(one) for one in accounts}
    digest = _digest(
        [one.id for one in said],
        [propositions.keys(one) for one in said],
        [_orders(one.day, one.concepts) for one in said],
        [_content(one) ^ told.get(one.main or "", 0) for one in said],
    )
    marks = [mark & 255 for one in said for mark in sketch(one.concepts, MARKS)]
    return replace(digest, marks=bytes(marks))


def of_passages(found: Sequence[Passage]) -> Digest:
    """Of passages: the earlier article first."""
    return _digest(
        [f"{one.article}/passage/{one.span.begin}" for one in found],
        [((key, True) for key in passages.keys(one)) for one in found],
        [[(day_of(one.issued) or UNDATED) << 32 | number(f"{one.issued} {one.article}", 4)] for one in found],
        [number(one.article + one.span.text) for one in found],
    )


def lines(said: Sequence[Said], accounts: Iterable[Account], incidents: Iterable[Account]) -> Iterator[Line]:
    """Of each claim what is asked without looking at what it says."""
    told = {one.id: one for one in accounts}
    happened = {member: one.id for one in incidents for member in one.members}
    for one in said:
        event = told.get(one.main or "")
        key, numbers = variants.key(one, event), sorted(propositions.numbers(one))
        yield Line(
            one.id,
            one.mode,
            None if one.main is None else happened.get(one.main, one.main),
            one.words,
            one.negated,
            one.target,
            one.outer,
            number(numbers[0][0]) if len(numbers) == 1 else None,
            None if key is None else number(key),
            variants.day(event) if event else 0,
        )


def hashed(key: Key) -> int:
    """A key as a number of 32 bits, odd where the record asks. Two keys with one number lead to needless pairs only."""
    text, asks = key
    return number(text, 4) & ~1 | asks


def _digest(
    ids: Sequence[str], keys: Sequence[Iterable[Key]], orders: Sequence[Sequence[int]], contents: Sequence[int]
) -> Digest:
    own = [sorted(set(map(hashed, several))) for several in keys]
    return Digest(
        "\n".join(ids).encode(),
        np.array([key for several in own for key in several], np.uint32).tobytes(),
        np.array([len(several) for several in own], np.uint32).tobytes(),
        np.array([place for several in orders for place in several], np.uint64).tobytes(),
        np.array(contents, np.uint64).tobytes(),
    )


def _about(one: Account) -> set[str]:
    """Where an event was, whom it befell, what is told of it."""
    who = {who.own for who in (*one.agents, *one.patients)}
    return {*one.local, *who, *one.things, *(f"{measure} {value}" for measure, value in one.figures)}


def _orders(day: int | None, tokens: Iterable[str]) -> list[int]:
    """Places in two orders: by the day, and by what is spoken of, where what is alike stands near by likelihood."""
    first, second = sketch(tokens, 2)
    when = UNDATED if day is None else day
    return [when << 32 | first, second << 32 | when]


def _content(one: Account | Said) -> int:
    """The same number for all that say the same."""
    told = [getattr(one, f.name) for f in fields(one) if f.name not in IDS]
    return number(repr([sorted(map(repr, v)) if isinstance(v, frozenset) else v for v in told]))
