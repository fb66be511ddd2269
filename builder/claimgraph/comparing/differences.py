"""What differs: records for people and programs. `COMPARISON` turns them into JSON, and gives the schema of that."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph as ox

from claimgraph.comparing.indexed import Indexed
from claimgraph.comparing.making import Made, made
from claimgraph.comparing.matching import Pairs, match, match_articles
from claimgraph.comparing.things import Kind, Ref, Thing, articles, texts, things


class Change(StrEnum):
    """What became of a thing: it is only in the new graph, only in the old one, or not the same in both."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True)
class Field:
    """One thing that is said of something, in words. What came has nothing old, what went has nothing new."""

    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """Something that came, went or changed.

    `old`, `new`: its IRI in either graph. `article`: the identifier of the article that it is of. `whole`: that article
    came or went as a whole. `fields`: of what changed, only what did.
    """

    change: Change
    kind: Kind
    label: str
    old: str | None
    new: str | None
    article: str | None
    whole: bool
    sentence: str | None
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Counts:
    """How many things of a kind there are, by what became of them."""

    kind: Kind
    came: int
    went: int
    changed: int
    same: int


@dataclass(frozen=True)
class Comparison:
    """Two graphs compared.

    `equal`: nothing that is compared came, went or changed. `identical`: both have the same triples, in whatever named
    graphs; blank nodes are taken alike. `old_triples`, `new_triples`: how many are in that graph alone. `made`: what
    their descriptions tell differently of how they were made.
    """

    equal: bool
    identical: bool
    old_triples: int
    new_triples: int
    counts: tuple[Counts, ...]
    made: tuple[Made, ...]
    differences: tuple[Difference, ...]


def compare(old: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> Comparison:
    """What differs between two graphs."""
    before, after = Indexed(old), Indexed(new)
    before.base, after.base = bases = before.base or after.base, after.base or before.base
    texts_of = articles(before), articles(after)
    pairs = match_articles(*texts_of, bases)
    others = things(before), things(after)
    all_pairs = pairs | match(*others, pairs, bases)
    sides = (*texts_of[0], *others[0]), (*texts_of[1], *others[1])
    names = {**before.articles, **after.articles}
    found = [d for d in _differences(*sides, all_pairs, names) if d.kind is not Kind.ITEM]
    counts = tuple(_counted(kind, found, sides[0]) for kind in Kind if kind is not Kind.ITEM)
    alone = len(before.triples - after.triples), len(after.triples - before.triples)
    return Comparison(not found, not any(alone), *alone, counts, tuple(made(before, after)), tuple(found))


def _differences(
    old: Sequence[Thing], new: Sequence[Thing], pairs: Pairs, names: Mapping[str, str]
) -> Iterator[Difference]:
    """By article, kind and place in the text; what is of no article comes last."""
    met, told = {t.node: t for t in new}, set(pairs.values())
    found: list[tuple[Thing, Difference]] = []
    for thing in old:
        other = met.get(pairs.get(thing.node, ""))
        if other is None:
            found.append((thing, _one(Change.WENT, thing, pairs, names)))
        elif fields := tuple(_changed(thing, other, pairs)):
            sentence = other.sentence or thing.sentence
            where = (thing.node, other.node, names.get(other.article or ""), False, sentence)
            found.append((other, Difference(Change.CHANGED, thing.kind, other.label, *where, fields)))
    found += ((thing, _one(Change.CAME, thing, pairs, names)) for thing in new if thing.node not in told)
    order = list(Kind)

    def place(pair: tuple[Thing, Difference]) -> tuple[object, ...]:
        thing, one = pair
        return (
            one.article is None,
            one.article or "",
            order.index(one.kind),
            thing.begin,
            one.label,
            thing.node,
            one.change,
        )

    return (one for _, one in sorted(found, key=place))


def _one(change: Change, thing: Thing, pairs: Pairs, names: Mapping[str, str]) -> Difference:
    """What only one of the graphs has."""
    came = change is Change.CAME
    known = set(pairs.values()) if came else pairs
    said = ((name, tuple(texts(values))) for name, values in thing.facts.items() if values)
    fields = tuple(Field(name, () if came else values, values if came else ()) for name, values in said)
    old, new = (None, thing.node) if came else (thing.node, None)
    article = names.get(thing.article or "")
    whole = thing.article is not None and thing.article not in known
    return Difference(change, thing.kind, thing.label, old, new, article, whole, thing.sentence, fields)


def _changed(old: Thing, new: Thing, pairs: Pairs) -> Iterator[Field]:
    for name in dict.fromkeys((*old.facts, *new.facts)):
        one, other = old.facts.get(name, ()), new.facts.get(name, ())
        before, after = tuple(sorted(texts(one))), tuple(sorted(texts(other)))
        moved = Counter(pairs.get(v.node, v.node) if isinstance(v, Ref) else v for v in one)
        if before != after and moved != Counter(v.node if isinstance(v, Ref) else v for v in other):
            yield Field(name, before, after)


def _counted(kind: Kind, found: Iterable[Difference], old: Iterable[Thing]) -> Counts:
    changes = Counter(one.change for one in found if one.kind is kind)
    came, went, changed = (changes[change] for change in Change)
    return Counts(kind, came, went, changed, sum(t.kind is kind for t in old) - went - changed)
