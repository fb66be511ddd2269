"""A graph cut into pieces that can be checked apart, with the same findings as in the whole.

Each focus node of each near shape (`reach`) goes into one piece, and with it all that the shape can look at there. Its
verdict is a function of that, so it is the same as in the whole graph, whatever else is in the piece; which nodes share
one is free. Those of an article go together: where another changes, the piece and the verdict kept for it stay.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar
from zlib import crc32

from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.validated.data import Triple
from claimgraph.validated.reach import Asked, Plan, Reach, classes_above, union

_ARTICLE = re.compile(r".*?/article/[^/#]+")
_SHARED = 256  # groups of the nodes that are no article's
_THERE = (URIRef("urn:claimgraph:there"), Literal(""))  # pyshacl fails where it cannot find a blank node in the graph
Shapes = tuple[URIRef, ...]
Question = tuple[Node, str, Node]  # of which node, in which direction, by which property; or whether it is of a class


@dataclass(frozen=True)
class Piece:
    """Some focus nodes by the shapes that are asked of them, and all the triples that these can look at."""

    nodes: Mapping[Shapes, tuple[Node, ...]]
    triples: frozenset[Triple]
    key: str = ""  # of its verdict
    answers: Mapping[Question, frozenset[Node]] = field(default_factory=dict)  # by what is looked up, where noted


class Cutter:
    """Cuts one graph, with the ontology in it, along the lines of a plan."""

    def __init__(self, data: Graph, plan: Plan, *, noting: bool = False) -> None:
        """Nothing is to be added to the graph later. `noting`: for `noted`."""
        self._data, self._plan = data, plan
        self._above = classes_above(data)
        self._classes: dict[Node, frozenset[Node]] = {}  # of a node, with their superclasses
        self._reach: dict[Shapes, Reach] = {}
        self._answers: dict[Question, frozenset[Node]] = {}
        self._noting = noting

    def groups(self) -> Iterator[Piece]:
        """The smallest pieces worth keeping apart: the nodes of an article, or some of those that are no article's."""
        return self._groups(_group)

    def noted(self) -> Iterator[Piece]:
        """The nodes of an article, or one that is no article's; with the answers to all look-ups."""
        for piece in self._groups(lambda node: _article(node) or str(node)):
            yield replace(piece, answers=self._answers)
            self._answers = {}

    def _groups(self, name: Callable[[Node], str]) -> Iterator[Piece]:
        grouped: dict[str, dict[Shapes, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for node, shapes in self._focus().items():
            grouped[name(node)][tuple(sorted(shapes))].append(node)
        for one in sorted(grouped):
            yield self._piece(grouped.pop(one))

    def _focus(self) -> Mapping[Node, set[URIRef]]:
        """The near shapes that are asked of each node."""
        found: dict[Node, set[URIRef]] = defaultdict(set)
        for asked in self._plan.asked:
            for node in self._targets(asked):
                found[node].update(asked.shapes)
        return found

    def _targets(self, asked: Asked) -> Iterator[Node]:
        data = self._data
        for kind, value in asked.targets:
            if kind == SH.targetNode:
                yield value
            elif kind == SH.targetClass:
                for narrow in data.transitive_subjects(RDFS.subClassOf, value):
                    yield from data.subjects(RDF.type, narrow)
            elif kind == SH.targetSubjectsOf:
                yield from data.subjects(value)
            else:
                yield from data.objects(None, value)

    def _piece(self, nodes: Mapping[Shapes, Iterable[Node]]) -> Piece:
        triples: set[Triple] = set()
        for shapes, several in nodes.items():
            if shapes not in self._reach:
                self._reach[shapes] = union(self._plan.reach[shape] for shape in shapes)
            for node in several:
                self._gather(node, self._reach[shapes], triples)
        return Piece({shapes: tuple(several) for shapes, several in nodes.items()}, frozenset(triples))

    def _gather(self, node: Node, reach: Reach, triples: set[Triple]) -> None:
        """Add what is looked at from a node.

        Of its types those are added that it is asked for, inherited ones too: sh:class asks for nothing else.
        """
        if isinstance(node, Literal):
            return
        if isinstance(node, BNode):
            triples.add((node, *_THERE))
        if self._noting:
            self._answers.update(self._looked_up(node, reach))
        if reach.classes:
            triples.update((node, RDF.type, one) for one in reach.classes & self._classes_of(node))
        if reach.ahead:
            for p, o in self._data.predicate_objects(node):
                if (end := reach.ahead.get(p)) is not None:
                    triples.add((node, p, o))
                    self._gather(o, end, triples)
        for p, end in reach.back.items():
            for s in self._data.subjects(p, node):
                triples.add((s, p, node))
                self._gather(s, end, triples)

    def _looked_up(self, node: Node, reach: Reach) -> Iterator[tuple[Question, frozenset[Node]]]:
        data, classes = self._data, self._classes_of(node)
        yield from (((node, "a", one), frozenset({one} & classes)) for one in reach.classes)
        yield from (((node, ">", p), frozenset(data.objects(node, p))) for p in reach.ahead)
        yield from (((node, "<", p), frozenset(data.subjects(p, node))) for p in reach.back)

    def _classes_of(self, node: Node) -> frozenset[Node]:
        if (found := self._classes.get(node)) is None:
            stated = list(self._data.objects(node, RDF.type))
            found = frozenset(stated).union(*(self._above.get(one, ()) for one in stated))
            self._classes[node] = found
        return found


def agreeing(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces of different graphs, put together where they give the same answers to what is looked up in both.

    So each look-up has the answer there that it has in the piece by itself.
    """
    together: list[tuple[list[Piece], dict[Question, frozenset[Node]]]] = []
    for piece in pieces:
        for several, answers in together:
            if all(answers.get(asked, told) == told for asked, told in piece.answers.items()):
                several.append(piece)
                answers.update(piece.answers)
                break
        else:
            together.append(([piece], dict(piece.answers)))
    yield from (several for several, _ in together)


class Sized(Protocol):
    """What has triples."""

    @property
    def triples(self) -> frozenset[Triple]:
        """All that it has."""


S = TypeVar("S", bound=Sized)


def joined(pieces: Iterable[S], size: int) -> Iterator[tuple[S, ...]]:
    """The pieces in their order, as many together as have so many triples."""
    waiting: list[S] = []
    triples = 0
    for piece in pieces:
        waiting.append(piece)
        triples += len(piece.triples)
        if triples >= size:
            yield tuple(waiting)
            waiting, triples = [], 0
    if waiting:
        yield tuple(waiting)


def _article(node: Node) -> str | None:
    """The IRI of the article with which a node's begins."""
    found = _ARTICLE.match(str(node))
    return found[0] if found else None


def _group(node: Node) -> str:
    """The article whose IRI a node's begins with, else one of some names, the same at each run."""
    return _article(node) or f"{crc32(str(node).encode()) % _SHARED:03}"
