"""What is true of a corpus of articles: which events are one, which claims say the same, who contradicts whom.

A file in TOML for a folder of articles. An *item* is a table `{ in = "ARTICLE", at = "words [anchor] words" }`: the
article's identifier, and words that stand exactly once in its text, as the builder reads it, with the anchor in
brackets: of an event its trigger, of a claim its cue, of a figure its number. An event that the article mentions
several times has the others in `also`.

    [[event]]        what, told (items, one at most of an article): one event told in several articles
    [[proposition]]  what, affirmed, negated (items): what these claims assert or deny
    [[variant]]      of (two propositions, by `what`): the same said of another time or place
    [[act]]          what, told (items): one act of speaking reported in several articles
    [[conflict]]     what, sides (lists of items): each figure conflicts with all those of the other sides
    [[dispute]]      by (an item or several), of (items): each of the first contradicts each of the second
    [[support]]      likewise: backs
    [[taken]]        passage (an item), from (an article): a passage taken over, and from where
    [[lineage]]      what, claims (items): claims of one proposition that go back to one telling
    [[free]]         what, items: their joins that are not told of above count neither for nor against, because careful
                     readers would differ; with `among = true`, only joins among these items

What the file does not join is joined with nothing.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.actor_annotation import Where
from claimgraph.errors import InputError

MARKED = re.compile(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)")


@dataclass(frozen=True, order=True)
class Item:
    """A place in an article, and the places where it tells the same again: 0-based code points, end exclusive."""

    article: str
    spots: tuple[Where, ...]
    words: str = field(compare=False)


@dataclass(frozen=True)
class Group:
    """Items that are one: an event, an act of speaking, a telling."""

    what: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Proposition:
    """What is claimed, and the claims that assert and deny it."""

    what: str
    affirmed: tuple[Item, ...]
    negated: tuple[Item, ...]


@dataclass(frozen=True)
class Conflict:
    """Figures of one thing: those of one side agree, and conflict with those of the others."""

    what: str
    sides: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True)
class Stance:
    """Claims that all back or all contradict some others. `kind`: support or dispute."""

    kind: str
    by: tuple[Item, ...]
    of: tuple[Item, ...]


@dataclass(frozen=True)
class Taken:
    """A passage, and the article that it was taken from."""

    passage: Item
    source: str


@dataclass(frozen=True)
class Free:
    """Items on whose joins careful readers would differ: all joins, or those among them."""

    what: str
    items: tuple[Item, ...]
    among: bool


@dataclass(frozen=True)
class Truth:
    """All that a file tells. `texts`: those of the articles, by identifier."""

    texts: Mapping[str, str]
    events: tuple[Group, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    variants: tuple[tuple[str, str], ...] = ()
    acts: tuple[Group, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    stances: tuple[Stance, ...] = ()
    taken: tuple[Taken, ...] = ()
    lineages: tuple[Group, ...] = ()
    free: tuple[Free, ...] = ()


# The keys of each table: those that must be there and those that may.
KEYS = {
    "event": ({"what", "told"}, set()),
    "proposition": ({"what"}, {"affirmed", "negated"}),
    "variant": ({"of"}, set()),
    "act": ({"what", "told"}, set()),
    "conflict": ({"what", "sides"}, set()),
    "dispute": ({"by", "of"}, set()),
    "support": ({"by", "of"}, set()),
    "taken": ({"passage", "from"}, set()),
    "lineage": ({"what", "claims"}, set()),
    "free": ({"what", "items"}, {"among"}),
}


def truth(path: Path, texts: Mapping[str, str]) -> Truth:
    """The truth of some articles; `texts`: theirs, by identifier.

    Raises InputError, with the file and the item, where it is no TOML, an item is not found exactly once, or what it
    tells cannot be.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from error
    return _Reader(path, texts).truth(data)


@dataclass(frozen=True)
class _Reader:
    path: Path
    texts: Mapping[str, str]

    def truth(self, data: Mapping[str, Any]) -> Truth:
        if odd := sorted(data.keys() - KEYS.keys()):
            raise self._error(f"no such table: {', '.join(odd)}")
        for name, several in data.items():
            if not isinstance(several, list):
                raise self._error(f"[{name}] stands for [[{name}]]")
            for row in several:
                self._check(name, row)

        def rows(name: str) -> Sequence[Mapping[str, Any]]:
            found: Sequence[Mapping[str, Any]] = data.get(name, ())
            return found

        propositions = tuple(map(self._proposition, rows("proposition")))
        known = [one.what for one in propositions]
        if twice := sorted({what for what in known if known.count(what) > 1}):
            raise self._error(f"two propositions are called {twice[0]!r}")
        return Truth(
            self.texts,
            tuple(self._event(row) for row in rows("event")),
            propositions,
            tuple(self._variant(row, known) for row in rows("variant")),
            tuple(Group(row["what"], self._items(row["told"])) for row in rows("act")),
            tuple(self._conflict(row) for row in rows("conflict")),
            tuple(self._stance(kind, row) for kind in ("dispute", "support") for row in rows(kind)),
            tuple(self._taken(row) for row in rows("taken")),
            tuple(Group(row["what"], self._items(row["claims"])) for row in rows("lineage")),
            tuple(Free(row["what"], self._items(row["items"]), row.get("among", False)) for row in rows("free")),
        )

    def _error(self, words: str) -> InputError:
        return InputError(f"{self.path}: {words}")

    def _check(self, name: str, row: Mapping[str, Any]) -> None:
        needed, possible = KEYS[name]
        if missing := sorted(needed - row.keys()):
            raise self._error(f"[[{name}]] {row.get('what', '')!r} lacks {', '.join(missing)}")
        if odd := sorted(row.keys() - needed - possible):
            raise self._error(f"[[{name}]] {row.get('what', '')!r} has {', '.join(odd)}, which it may not")

    def _items(self, rows: Any) -> tuple[Item, ...]:
        return tuple(map(self._item, [rows] if isinstance(rows, dict) else rows))

    def _item(self, row: Mapping[str, Any]) -> Item:
        if not {"in", "at"} <= row.keys() <= {"in", "at", "also"}:
            raise self._error(f"an item has `in` and `at`, and may have `also`: {dict(row)}")
        if row["in"] not in self.texts:
            raise self._error(f"{row['at']!r} is said to stand in {row['in']!r}, and there is no such article")
        spots = tuple(self._spot(row["in"], words) for words in (row["at"], *row.get("also", ())))
        return Item(row["in"], spots, row["at"])

    def _spot(self, article: str, words: str) -> Where:
        marked = MARKED.fullmatch(words)
        if not marked:
            raise self._error(f"{words!r} (in {article}) needs exactly one pair of brackets, around the anchor")
        before, anchor, after = marked.groups()
        text, whole = self.texts[article], before + anchor + after
        begin = text.find(whole)
        if begin < 0:
            raise self._error(f"{words!r} does not stand in {article}")
        if text.find(whole, begin + 1) >= 0:
            raise self._error(f"{words!r} stands in {article} more than once")
        return begin + len(before), begin + len(before) + len(anchor)

    def _event(self, row: Mapping[str, Any]) -> Group:
        told = self._items(row["told"])
        if len({item.article for item in told}) < len(told):
            raise self._error(f"[[event]] {row['what']!r} has two items of one article: give the second in `also`")
        return Group(row["what"], told)

    def _proposition(self, row: Mapping[str, Any]) -> Proposition:
        affirmed, negated = self._items(row.get("affirmed", ())), self._items(row.get("negated", ()))
        if both := set(affirmed) & set(negated):
            raise self._error(f"{min(both).words!r} is both affirmed and negated in {row['what']!r}")
        return Proposition(row["what"], affirmed, negated)

    def _variant(self, row: Mapping[str, Any], known: Sequence[str]) -> tuple[str, str]:
        if len(row["of"]) != 2 or row["of"][0] == row["of"][1]:
            raise self._error(f"[[variant]] joins two propositions, not {row['of']}")
        for what in row["of"]:
            if what not in known:
                raise self._error(f"[[variant]] names {what!r}, and there is no such proposition")
        one, other = row["of"]
        return one, other

    def _conflict(self, row: Mapping[str, Any]) -> Conflict:
        sides = tuple(self._items(side) for side in row["sides"])
        if len(sides) < 2 or not all(sides):
            raise self._error(f"[[conflict]] {row['what']!r} needs two sides, with items")
        everything = list(chain.from_iterable(sides))
        if len(set(everything)) < len(everything):
            raise self._error(f"[[conflict]] {row['what']!r} has an item twice")
        return Conflict(row["what"], sides)

    def _stance(self, kind: str, row: Mapping[str, Any]) -> Stance:
        return Stance(kind, self._items(row["by"]), self._items(row["of"]))

    def _taken(self, row: Mapping[str, Any]) -> Taken:
        if row["from"] not in self.texts:
            raise self._error(f"[[taken]] is from {row['from']!r}, and there is no such article")
        return Taken(self._item(row["passage"]), row["from"])
