"""What is one and the same in two graphs. Each rule looks at what the rules before it left over.

Articles: the same IRI; then the same identifier. All else is matched within one article, or among what is of none:
1. the same IRI, where the article's text is the same, or there is no article;
2. the same words in the same sentence, in the order of the text; of what is of no article, a name that both have, and
   nothing else of the kind has in either graph;
3. the same words, and at least half of the words around them: of a claim's content, else of the sentence;
4. the same sort, and at least half of those words: a claim of the same claimant, an event of the same class, a figure
   of the same measure, an affiliation of the same member. The likest are matched first.
IRIs are compared behind their base, so that a graph built under another base is the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from claimgraph.comparing.things import Thing, texts

LEAST = 0.5  # of the words of both that they share
MOST = 300  # things of one sort and article on a side that are compared by their words, each with each; more are not

Pairs = dict[str, str]  # node of the old graph -> node of the new one
_Key = Callable[[Thing], Hashable]


def match_articles(old: Sequence[Thing], new: Sequence[Thing], bases: tuple[str, str]) -> Pairs:
    """The articles that are in both graphs. `bases`: what the IRIs of each begin with."""
    pairs = _in_order(old, new, *_by_iri(bases))
    left = _left(old, new, pairs)
    return pairs | _in_order(*left, lambda t: t.words, lambda t: t.words)


def match(old: Sequence[Thing], new: Sequence[Thing], articles: Mapping[str, str], bases: tuple[str, str]) -> Pairs:
    """The other things that are in both graphs, by the pairs of articles."""
    behind = {outer: inner for inner, outer in articles.items()}
    groups: dict[tuple[str, str | None], tuple[list[Thing], list[Thing]]] = defaultdict(lambda: ([], []))
    for thing in old:
        groups[thing.kind, thing.article][0].append(thing)
    for thing in new:
        groups[thing.kind, behind.get(thing.article or "", thing.article)][1].append(thing)
    pairs: Pairs = {}
    for (_, article), (olds, news) in groups.items():
        if article is None:
            pairs |= _alone(olds, news, bases)
        elif article in articles:
            moved = _tail(article, bases[0]) != _tail(articles[article], bases[1])
            pairs |= _within(olds, news, bases, moved=moved)
    return pairs


def _alone(olds: Sequence[Thing], news: Sequence[Thing], bases: tuple[str, str]) -> Pairs:
    """What is of no article: registered actors, named ones, places, the registry's affiliations."""
    pairs = _in_order(olds, news, *_by_iri(bases))
    called, known = _by_name(olds), _by_name(news)
    taken = set(pairs.values())
    for old in olds if len(pairs) < len(olds) else ():
        shared = [name for name in sorted(_names(old)) if len(called[name]) == 1 and len(known.get(name, ())) == 1]
        found = {known[name][0].node for name in shared} - taken
        if old.node not in pairs and len(found) == 1:
            pairs[old.node] = found.pop()
            taken.add(pairs[old.node])
    return pairs


def _by_name(some: Iterable[Thing]) -> dict[str, list[Thing]]:
    called: dict[str, list[Thing]] = defaultdict(list)
    for thing in some:
        for name in _names(thing):
            called[name].append(thing)
    return called


def _names(thing: Thing) -> set[str]:
    return {name.casefold() for name in (thing.label, *texts(thing.facts.get("other names", ())))}


def _within(olds: Sequence[Thing], news: Sequence[Thing], bases: tuple[str, str], *, moved: bool) -> Pairs:
    """What is of one article; `moved`: its text is another one, so that offsets say nothing."""
    pairs = {} if moved else _in_order(olds, news, *_by_iri(bases))
    some, others = ([t for t in side if t.words] for side in _left(olds, news, pairs))
    pairs |= _in_order(some, others, lambda t: (t.words, t.sentence), lambda t: (t.words, t.sentence))
    for key in (lambda t: t.words, lambda t: t.sort):
        pairs |= _alike(*_left(olds, news, pairs), key)
    return pairs


def _alike(olds: Sequence[Thing], news: Sequence[Thing], key: Callable[[Thing], str]) -> Pairs:
    """Things of one key that share enough words, the likest first."""
    pairs: Pairs = {}
    for some, others in _by(olds, news, key):
        if not key(some[0]) or max(len(some), len(others)) > MOST:
            continue
        counted = {id(t): Counter(re.findall(r"\w+", t.about.casefold())) for t in (*some, *others)}
        ranked = [
            (-share, i, j)
            for (i, one), (j, other) in product(enumerate(some), enumerate(others))
            if (share := _shared(counted[id(one)], counted[id(other)])) >= LEAST
        ]
        taken: set[str] = set()
        for _, i, j in sorted(ranked):
            if some[i].node not in pairs and others[j].node not in taken:
                pairs[some[i].node] = others[j].node
                taken.add(others[j].node)
    return pairs


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Twice the words in common, over the words of both."""
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0


def _in_order(olds: Iterable[Thing], news: Iterable[Thing], of_old: _Key, of_new: _Key) -> Pairs:
    """Things of one key, the first with the first."""
    waiting: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in news:
        waiting[of_new(thing)].append(thing)
    turned = {key: iter(some) for key, some in waiting.items()}
    found = ((old, next(turned.get(of_old(old), iter(())), None)) for old in olds)
    return {old.node: new.node for old, new in found if new is not None}


def _by(
    olds: Iterable[Thing], news: Iterable[Thing], key: Callable[[Thing], str]
) -> Iterator[tuple[list[Thing], list[Thing]]]:
    sides: dict[str, tuple[list[Thing], list[Thing]]] = defaultdict(lambda: ([], []))
    for side, some in enumerate((olds, news)):
        for thing in some:
            sides[key(thing)][side].append(thing)
    return (both for both in sides.values() if all(both))


def _left(olds: Iterable[Thing], news: Iterable[Thing], pairs: Pairs) -> tuple[list[Thing], list[Thing]]:
    taken = set(pairs.values())
    return [t for t in olds if t.node not in pairs], [t for t in news if t.node not in taken]


def _by_iri(bases: tuple[str, str]) -> tuple[_Key, _Key]:
    return (lambda t: _tail(t.node, bases[0])), (lambda t: _tail(t.node, bases[1]))


def _tail(node: str, base: str) -> str:
    return node.removeprefix(base)
