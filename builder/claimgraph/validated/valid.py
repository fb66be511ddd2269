"""The graph that has passed the gate, in a settled order: graph by graph, node by node."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

import pyoxigraph as ox
from rdflib import RDF, Dataset, Graph

from claimgraph.validated import terms
from claimgraph.validated.parts import merged

GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Node = tuple[ox.Triple, ...]  # the triples of one subject: the types first, then by property and value

_NUMBER = re.compile(r"(?<=[=,/-])\d+(?![0-9a-f])")
_KEY = object()  # the gate's


class ValidGraph:
    """Quads that have passed the gate. Only `gate` makes one, and nothing can change it.

    The graphs stand in the order of their names and the nodes of each in that of theirs, numbers as numbers, so that
    spans stand in the text's order. A triple is held once, however many graphs have it.
    """

    __slots__ = ("_graphs", "_nodes", "_properties")

    def __init__(self, quads: Iterable[ox.Quad], key: object) -> None:
        """Raises TypeError for anyone but the gate."""
        if key is not _KEY:
            raise TypeError("a ValidGraph is made by claimgraph.validated.gate only")
        told, names, self._properties = _by_node(quads)
        held: dict[str, list[Node]] = {name: [] for name in sorted(names, key=_natural)}
        self._nodes = tuple(_settled(told.pop(subject), held) for subject in sorted(told, key=_natural))
        self._graphs = tuple((names[name], tuple(nodes)) for name, nodes in held.items())

    def __len__(self) -> int:
        """How many quads there are."""
        return sum(len(node) for _, nodes in self._graphs for node in nodes)

    def __iter__(self) -> Iterator[ox.Quad]:
        """The quads, sorted: graph by graph, node by node, spans in the text's order."""
        for name, nodes in self._graphs:
            for triple in chain.from_iterable(nodes):
                yield ox.Quad(triple.subject, triple.predicate, triple.object, name)

    @property
    def graphs(self) -> Sequence[tuple[GraphName, Sequence[Node]]]:
        """The graphs by name, each as its nodes, sorted."""
        return self._graphs

    @property
    def nodes(self) -> Sequence[Node]:
        """The nodes of all graphs taken as one, sorted; each triple once."""
        return self._nodes

    @property
    def properties(self) -> frozenset[str]:
        """The IRIs of the properties that are used."""
        return self._properties

    def triples(self) -> list[ox.Triple]:
        """The triples of all graphs, each once, sorted."""
        return list(chain.from_iterable(self._nodes))

    def dataset(self) -> Dataset:
        """A new rdflib dataset with a named graph per article, one of the registry, and one of what joins articles."""
        return terms.dataset(self)

    def graph(self) -> Graph:
        """A new rdflib graph with all triples."""
        return merged(self.dataset())


def sealed(quads: Iterable[ox.Quad]) -> ValidGraph:
    """For the gate alone: the quads as a ValidGraph."""
    return ValidGraph(quads, _KEY)


_Told = dict[str, list[ox.Triple]]  # of one node, by the name of the graph


def _by_node(quads: Iterable[ox.Quad]) -> tuple[dict[str, _Told], dict[str, GraphName], frozenset[str]]:
    """The triples by subject and graph, the graphs' names, and the properties."""
    told: dict[str, _Told] = defaultdict(lambda: defaultdict(list))
    names: dict[str, GraphName] = {}
    properties: set[str] = set()
    for quad in quads:
        graph, subject = str(quad.graph_name), str(quad.subject).strip("<>")
        if graph not in names:
            names[graph] = quad.graph_name
        told[subject][graph].append(quad.triple)
        properties.add(quad.predicate.value)
    return told, names, frozenset(properties)


def _settled(told: _Told, held: dict[str, list[Node]]) -> Node:
    """Put a node into the graphs that tell of it; and all that they tell of it, each triple once."""
    if len(told) == 1:
        ((graph, triples),) = told.items()
        node = _sorted(triples)
        held[graph].append(node)
        return node
    once = {triple: triple for triples in told.values() for triple in triples}
    for graph, triples in told.items():
        held[graph].append(_sorted(once[triple] for triple in triples))
    return _sorted(once)


def _sorted(triples: Iterable[ox.Triple]) -> Node:
    return tuple(triple for triple, _ in groupby(sorted(triples, key=_order)))


def _order(triple: ox.Triple) -> tuple[str, str]:
    predicate = triple.predicate.value
    return "" if predicate == _TYPE else predicate, str(triple.object)


_TYPE = str(RDF.type)


def _natural(text: str) -> str:
    """The text with its numbers in as many digits each, so that they sort as numbers."""
    return _NUMBER.sub(lambda found: found[0].zfill(9), text) + text
