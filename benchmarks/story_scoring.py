"""What joins the articles of a graph, beside what is true of them (`story_truth.py`).

Of each kind, pairs are counted:

same events   events of two articles that share a node
propositions  claims that express one proposition, also in one article; of a claim that denies it and one that does not,
              the polarities must differ, else they must not
variants      propositions, each found by its claims
acts          claims of two articles that report one act of speaking
conflicts     figures that cannot both be right, either way round, also in one article
stances       a claim that supports or disputes another, in this direction, also in one article
taken         two articles, of which the later takes a passage from the other
lineages      claims of two articles that go back to one telling

A node is found for an item where one of its mentions (of a claim, its cue) overlaps one of the item's places; several
nodes may be found for an item. Precision: of the pairs that the graph joins, those that the truth joins. A pair that
the truth lacks is false, whether its nodes are found for items or not, unless it is free; but within one article only
where both are items of this kind: there the truth need not be complete. Recall is told twice: of the pairs both of
whose items have a node, and of all.

The graph is read through the terms of the vocabulary alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain, combinations, product
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import DCTERMS, PROV, RDF

from benchmarks.actor_annotation import Where
from benchmarks.event_annotation import overlap
from benchmarks.story_truth import Item, Proposition, Truth
from claimgraph import vocabulary
from claimgraph.vocabulary import NIF

AROUND = 50  # characters that a listed error shows to either side


class Kind(StrEnum):
    """What is measured."""

    EVENTS = "same events"
    PROPOSITIONS = "propositions"
    VARIANTS = "variants"
    ACTS = "acts"
    CONFLICTS = "conflicts"
    STANCES = "stances"
    TAKEN = "taken"
    LINEAGES = "lineages"


CG = str(vocabulary.CG)
WITHIN = {Kind.PROPOSITIONS, Kind.CONFLICTS, Kind.STANCES}  # pairs within one article count too
DIRECTED = {Kind.STANCES, Kind.TAKEN}
SHARED = {Kind.EVENTS: "sameEvent", Kind.ACTS: "sameAct", Kind.LINEAGES: "lineage"}  # the property to a common node
JOINING = {
    Kind.VARIANTS: {"variantOf": ""},
    Kind.CONFLICTS: {"conflictsWith": ""},
    Kind.STANCES: {"supports": "support", "disputes": "dispute"},
}  # the properties that join nodes directly, and how
SAME, OPPOSITE = "same", "opposite"  # the polarities of two claims


class Outcome(StrEnum):
    """Of a pair that is true, whether it is found; or what is found and not true."""

    RIGHT = "right"
    MISSED = "missed"
    ABSENT = "missed, as an item has no node"
    FALSE = "false"


class Link(NamedTuple):
    """Two nodes that the graph joins; in order of their names where the kind has no direction."""

    one: str
    other: str
    how: str = ""


@dataclass(frozen=True)
class Wanted:
    """Two items that are truly joined, each with its nodes."""

    one: frozenset[str]
    other: frozenset[str]
    how: str
    words: str

    def links(self, kind: Kind) -> Iterator[Link]:
        """Each link that would be this pair."""
        for one, other in product(self.one, self.other):
            yield link(kind, one, other, self.how)


@dataclass(frozen=True)
class Verdict:
    """What became of a pair, with the words of both sides, and the links that are it."""

    kind: Kind
    outcome: Outcome
    words: str
    links: frozenset[Link] = frozenset()


@dataclass(frozen=True)
class Score:
    """How many pairs are right and wrong. What is found and what is true are counted apart: an item may have two nodes.

    `built`: links of the graph that are right; `false`: the others; `right`: true pairs that are found; `missed`: those
    that are not; `absent`: those that are not and cannot be, as an item has no node.
    """

    built: int = 0
    false: int = 0
    right: int = 0
    missed: int = 0
    absent: int = 0

    @property
    def precision(self) -> float:
        """Of the pairs that the graph joins, the share that is right."""
        return _share(self.built, self.built + self.false)

    @property
    def recall(self) -> float:
        """Of the true pairs both of whose items have a node, the share that is found."""
        return _share(self.right, self.right + self.missed)

    @property
    def recall_of_all(self) -> float:
        """Of the true pairs, the share that is found."""
        return _share(self.right, self.total)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall among the items found."""
        return _harmonic(self.precision, self.recall)

    @property
    def f1_of_all(self) -> float:
        """The harmonic mean of precision and recall of all."""
        return _harmonic(self.precision, self.recall_of_all)

    @property
    def total(self) -> int:
        """How many pairs are true."""
        return self.right + self.missed + self.absent


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


@dataclass(frozen=True)
class Report:
    """The figures of each kind, and what they are made of."""

    scores: Mapping[Kind, Score]
    verdicts: tuple[Verdict, ...]


def link(kind: Kind, one: str, other: str, how: str = "") -> Link:
    """Two nodes joined, in the order in which this kind compares them."""
    return Link(one, other, how) if kind in DIRECTED else Link(min(one, other), max(one, other), how)


# The graph ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Graph:
    """What a graph tells: by property, the values of each node; its nodes' places, and their articles."""

    values: Mapping[str, Mapping[str, frozenset[str]]]
    events: Mapping[str, frozenset[tuple[str, Where]]]
    figures: Mapping[str, frozenset[tuple[str, Where]]]
    claims: Mapping[str, frozenset[tuple[str, Where]]]  # of their cues
    articles: Mapping[str, str]  # node -> identifier

    def of(self, name: str) -> Mapping[str, frozenset[str]]:
        """The values of a property, by node."""
        return self.values.get(name, {})

    def pairs(self, name: str) -> Iterator[tuple[str, str]]:
        """The nodes that a property joins."""
        return ((one, other) for one, several in self.of(name).items() for other in several if one != other)

    def sharing(self, name: str, nodes: Collection[str]) -> set[tuple[str, str]]:
        """Pairs of some nodes with a value of a property in common."""
        having = defaultdict(set)
        for node in nodes:
            for value in self.of(name).get(node, ()):
                having[value].add(node)
        return {pair for several in having.values() for pair in combinations(sorted(several), 2)}

    @cached_property
    def expressing(self) -> Mapping[str, frozenset[str]]:
        """Proposition -> the claims that express it."""
        claims: defaultdict[str, set[str]] = defaultdict(set)
        for claim, several in self.of(f"{CG}expresses").items():
            for one in several:
                claims[one].add(claim)
        return {one: frozenset(several) for one, several in claims.items()}

    def places(self, kind: Kind) -> Mapping[str, frozenset[tuple[str, Where]]]:
        """The nodes that a kind joins, with their places; for variants, the claims."""
        return {Kind.EVENTS: self.events, Kind.CONFLICTS: self.figures}.get(kind, self.claims)


def read(quads: Iterable[ox.Quad | ox.Triple]) -> Graph:
    """What a graph tells, whatever named graphs it is told in."""
    values: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        values[_name(quad.predicate)][_name(quad.subject)].add(_name(quad.object))
    told = {name: {node: frozenset(of) for node, of in nodes.items()} for name, nodes in values.items()}
    identifiers = {node: min(of) for node, of in told.get(str(DCTERMS.identifier), {}).items()}
    articles = {node: identifiers[node] for node in _having(told, "Article") if node in identifiers}
    spots = _spots(told, articles)
    places: defaultdict[str, set[tuple[str, Where]]] = defaultdict(set)
    for mention, of in told.get(f"{CG}mentions", {}).items():
        for node in of:
            places[node] |= spots.get(mention, set())
    cues = told.get(f"{CG}cueMention", {})
    return Graph(
        told,
        {node: frozenset(places[node]) for node in _having(told, "Event")},
        {node: frozenset(places[node]) for node in _having(told, "Figure")},
        {
            node: frozenset().union(*(spots.get(mention, set()) for mention in cues.get(node, ())))
            for node in _having(told, "Claim")
        },
        articles,
    )


def _name(term: object) -> str:
    return str(getattr(term, "value", term))


def _having(told: Mapping[str, Mapping[str, frozenset[str]]], name: str) -> list[str]:
    return sorted(node for node, types in told.get(str(RDF.type), {}).items() if CG + name in types)


def _spots(
    told: Mapping[str, Mapping[str, frozenset[str]]], articles: Mapping[str, str]
) -> dict[str, set[tuple[str, Where]]]:
    """Where each mention stands."""
    begins, ends = told.get(str(NIF.beginIndex), {}), told.get(str(NIF.endIndex), {})
    return {
        mention: {(articles[one], (int(min(begins[mention])), int(min(ends[mention])))) for one in of & articles.keys()}
        for mention, of in told.get(str(NIF.referenceContext), {}).items()
        if mention in begins and mention in ends
    }


# Scoring --------------------------------------------------------------------------------------------------------------


def score(graph: Iterable[ox.Quad | ox.Triple], truth: Truth) -> Report:
    """The figures of a built graph, or of the quads or triples of any."""
    told = read(graph)
    verdicts = {kind: _judged(kind, told, truth) for kind in Kind}
    return Report({kind: _counted(found) for kind, found in verdicts.items()}, tuple(chain(*verdicts.values())))


def _counted(verdicts: Iterable[Verdict]) -> Score:
    verdicts = list(verdicts)
    count = Counter(one.outcome for one in verdicts)
    built = {link for one in verdicts for link in one.links}
    return Score(len(built), count[Outcome.FALSE], count[Outcome.RIGHT], count[Outcome.MISSED], count[Outcome.ABSENT])


def _judged(kind: Kind, graph: Graph, truth: Truth) -> list[Verdict]:
    """What became of each true pair of a kind, and of each that the graph joins."""
    built = set(_built(kind, graph))
    verdicts = []
    for pair in _wanted(kind, graph, truth):
        if found := built.intersection(pair.links(kind)):
            verdicts.append(Verdict(kind, Outcome.RIGHT, pair.words, frozenset(found)))
        else:
            is_there = pair.one and pair.other
            verdicts.append(Verdict(kind, Outcome.MISSED if is_there else Outcome.ABSENT, pair.words))
    right = {link for one in verdicts for link in one.links}
    asked, free = _asked(kind, graph, truth), _free(kind, graph, truth)
    wrong = [
        one
        for one in sorted(built - right)
        if (_is_across(kind, graph, one) or (kind in WITHIN and asked(one))) and not free(one)
    ]
    return verdicts + [Verdict(kind, Outcome.FALSE, _shown(kind, graph, truth, one)) for one in wrong]


# What is true ---------------------------------------------------------------------------------------------------------


def _wanted(kind: Kind, graph: Graph, truth: Truth) -> Iterator[Wanted]:
    """The true pairs of a kind, each once."""
    if kind == Kind.VARIANTS:
        said = {one.what: one for one in truth.propositions}
        for whats in truth.variants:
            one, other = (_expressed(graph, said[what]) for what in whats)
            yield Wanted(one, other, "", " | ".join(whats))
    elif kind == Kind.TAKEN:
        known = set(graph.articles.values())
        for pair in dict.fromkeys((taken.passage.article, taken.source) for taken in truth.taken):
            one, other = (frozenset({article} & known) for article in pair)
            yield Wanted(one, other, "", " | ".join(pair))
    else:
        for first, second, how in dict.fromkeys(_pairs(kind, truth)):
            if kind in WITHIN or first.article != second.article:
                words = f"{first.article}: {first.words} | {second.article}: {second.words} {how}".rstrip()
                yield Wanted(_nodes(kind, graph, first), _nodes(kind, graph, second), how, words)


def _pairs(kind: Kind, truth: Truth) -> Iterator[tuple[Item, Item, str]]:
    """The pairs of items that are joined, with how."""
    if kind == Kind.PROPOSITIONS:
        for proposition in truth.propositions:
            for one, other in combinations(_claims(proposition), 2):
                alike = (one in proposition.negated) == (other in proposition.negated)
                yield one, other, SAME if alike else OPPOSITE
    elif kind == Kind.CONFLICTS:
        for conflict in truth.conflicts:
            for one_side, other_side in combinations(conflict.sides, 2):
                yield from ((one, other, "") for one, other in product(one_side, other_side))
    elif kind == Kind.STANCES:
        for stance in truth.stances:
            yield from ((one, other, stance.kind) for one, other in product(stance.by, stance.of))
    else:
        groups = {Kind.EVENTS: truth.events, Kind.ACTS: truth.acts, Kind.LINEAGES: truth.lineages}
        for group in groups[kind]:
            yield from ((one, other, "") for one, other in combinations(sorted(set(group.items)), 2))


def _claims(proposition: Proposition) -> list[Item]:
    return sorted({*proposition.affirmed, *proposition.negated})


def _expressed(graph: Graph, proposition: Proposition) -> frozenset[str]:
    """The nodes that the claims of a proposition express."""
    claims = frozenset[str]().union(*(_nodes(Kind.VARIANTS, graph, item) for item in _claims(proposition)))
    return frozenset(node for claim in claims for node in graph.of(f"{CG}expresses").get(claim, ()))


def _nodes(kind: Kind, graph: Graph, item: Item) -> frozenset[str]:
    """The nodes found for an item."""
    return frozenset(
        node
        for node, places in graph.places(kind).items()
        if any(article == item.article and overlap(at, spot) for article, at in places for spot in item.spots)
    )


# What is built --------------------------------------------------------------------------------------------------------


def _built(kind: Kind, graph: Graph) -> Iterator[Link]:
    """All that the graph joins in this way."""
    if kind in SHARED:
        for pair in graph.sharing(CG + SHARED[kind], graph.places(kind)):
            yield link(kind, *pair)
    elif kind == Kind.PROPOSITIONS:
        denying = {claim for claim, polarity in graph.of(f"{CG}polarity").items() if f"{CG}Negated" in polarity}
        for one, other in graph.sharing(f"{CG}expresses", graph.claims):
            yield link(kind, one, other, SAME if (one in denying) == (other in denying) else OPPOSITE)
    elif kind == Kind.TAKEN:
        for one, other in graph.pairs(str(PROV.wasDerivedFrom)):
            if one in graph.articles and other in graph.articles:
                yield link(kind, graph.articles[one], graph.articles[other])
    else:
        for name, how in JOINING[kind].items():
            yield from (link(kind, *pair, how) for pair in graph.pairs(CG + name))


def _members(kind: Kind, graph: Graph, node: str) -> frozenset[str]:
    """The claims that express a proposition, of variants; else the node itself."""
    return graph.expressing.get(node, frozenset()) if kind == Kind.VARIANTS else frozenset({node})


def _is_across(kind: Kind, graph: Graph, found: Link) -> bool:
    """Whether not all that is joined stands in one article."""
    if kind == Kind.TAKEN:
        return found.one != found.other
    members = _members(kind, graph, found.one) | _members(kind, graph, found.other)
    return len({article for node in members for article, _ in graph.places(kind).get(node, ())}) > 1


def _asked(kind: Kind, graph: Graph, truth: Truth) -> Callable[[Link], bool]:
    """Tells whether both nodes are found for items of this kind, and not for the same one."""
    items = {
        Kind.PROPOSITIONS: [item for one in truth.propositions for item in _claims(one)],
        Kind.CONFLICTS: [item for one in truth.conflicts for item in chain(*one.sides)],
        Kind.STANCES: [item for one in truth.stances for item in (*one.by, *one.of)],
    }
    on: defaultdict[str, set[Item]] = defaultdict(set)
    for item in set(items.get(kind, ())):
        for node in _nodes(kind, graph, item):
            on[node].add(item)

    def both(found: Link) -> bool:
        one, other = on[found.one], on[found.other]
        return bool(one and other) and one.isdisjoint(other)

    return both


def _free(kind: Kind, graph: Graph, truth: Truth) -> Callable[[Link], bool]:
    """Tells whether a link counts neither for nor against."""
    alone: set[str] = set()
    among = []
    for one in truth.free:
        nodes = frozenset[str]().union(*(_nodes(kind, graph, item) for item in one.items))
        if one.among:
            among.append(nodes)
        else:
            alone |= nodes

    def is_free(found: Link) -> bool:
        one, other = (_members(kind, graph, node) for node in (found.one, found.other))
        return not alone.isdisjoint(one | other) or any(nodes & one and nodes & other for nodes in among)

    return is_free


def _shown(kind: Kind, graph: Graph, truth: Truth, found: Link) -> str:
    """A link that is false, with the words around each node."""
    if kind == Kind.TAKEN:
        return f"{found.one} | {found.other}"
    sides = (_around(kind, graph, truth, min(_members(kind, graph, n), default=n)) for n in (found.one, found.other))
    return f"{' | '.join(sides)} {found.how}".rstrip()


def _around(kind: Kind, graph: Graph, truth: Truth, node: str) -> str:
    places = graph.places(kind).get(node)
    if not places:
        return node
    article, (begin, end) = min(places)
    text = truth.texts.get(article, "")
    words = f"{text[max(0, begin - AROUND) : begin]}[{text[begin:end]}]{text[end : end + AROUND]}"
    return f"{article}: {' '.join(words.split())}"
