"""RDF files -> what an endpoint shall hold afterwards: named graphs, which a repeated load replaces.

A graph named `<base>article/<id>` is an article's own and is replaced whole, as is the description of a build. Any
other graph under the same base is shared by all articles that were ever loaded there (the registry's entries, what
joins articles), and a file holds only the part that its own articles use: of such a graph, what the file describes is
replaced, and so is what joins its articles to others; the rest stays.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from claimgraph import graphs
from claimgraph.errors import InputError
from claimgraph.joining import Said, left

Triples = frozenset[ox.Triple]
_ARTICLE = re.compile(r"(.+/)article/[0-9a-f]+")
_DESCRIPTION = re.compile(r".+/dataset/[0-9a-f]+/description")
_JOINING = "stories"  # the graph of what joins articles, behind the base
_NODE = ox.NamedNode("urn:x")
_AS_THEY_ARE = {
    f"http://www.w3.org/{name}" for name in ("2001/XMLSchema#string", "1999/02/22-rdf-syntax-ns#langString")
}


@dataclass(frozen=True)
class Plan:
    """What is to be there: graphs by name."""

    graphs: Mapping[str, Triples]

    @property
    def bases(self) -> frozenset[str]:
        """What the IRIs of the instances begin with."""
        return frozenset(base for base in map(base_of, self.graphs) if base)

    def shared(self, name: str) -> bool:
        """Whether other loads' articles lean on this graph too."""
        own = base_of(name) or _DESCRIPTION.fullmatch(name)
        return not own and any(name.startswith(base) for base in self.bases)

    @property
    def articles(self) -> frozenset[str]:
        """The names of the articles' graphs."""
        return frozenset(name for name in self.graphs if base_of(name))


def plan(paths: Iterable[str | Path], into: str | None = None) -> Plan:
    """Read files. Of two that have a graph of one name, the later one's is taken as if it were loaded later.

    `into`: the graph for triples that stand in none. Raises InputError where a file cannot be read, such triples have
    no graph to go to, none has need of `into`, or a node is blank: its like would be added again at each load.
    """
    if into is not None:
        _check_name(into)
    made: dict[str, Triples] = {}
    homeless = False
    for path in paths:
        found: dict[str, set[ox.Triple]] = defaultdict(set)
        for quad in graphs.read(path):
            homeless |= isinstance(quad.graph_name, ox.DefaultGraph)
            found[_home(path, quad, into)].add(quad.triple)
        for base in filter(None, map(base_of, list(found))):
            found.setdefault(base + _JOINING, set())  # its articles may be joined to others there
        file = Plan({name: frozenset(triples) for name, triples in found.items()})
        for name, triples in file.graphs.items():
            earlier = made.get(name, frozenset()) if file.shared(name) else frozenset()
            made[name] = triples | kept(earlier, triples, file.articles)
    if into is not None and not homeless:
        raise InputError(f"--graph {into}: every triple stands in a named graph already: leave --graph out")
    return Plan(dict(sorted(made.items())))


def _home(path: str | Path, quad: ox.Quad, into: str | None) -> str:
    blank = next((n for n in (quad.subject, quad.object, quad.graph_name) if isinstance(n, ox.BlankNode)), None)
    if blank is not None:
        wants = "give IRIs to what is loaded, as `claimgraph build` does"
        raise InputError(f"{path}: the blank node {blank} would be another one after each load: {wants}")
    if isinstance(quad.graph_name, ox.NamedNode):
        return quad.graph_name.value
    if into is None:
        wants = "build it as .nq, .trig or .jsonld, which keep a graph for each article, or name one with --graph"
        raise InputError(f"{path}: has triples that stand in no named graph: {wants}")
    return into


def _check_name(name: str) -> None:
    try:
        absolute = ":" in ox.NamedNode(name).value
    except ValueError:
        absolute = False
    if not absolute:
        raise InputError(f"--graph {name!r} is no IRI: give an absolute one, such as http://example.org/news")


def base_of(name: str) -> str | None:
    """The base of an article's graph; None for the name of another graph."""
    found = _ARTICLE.fullmatch(name)
    return found[1] if found else None


def kept(there: Iterable[ox.Triple], new: Iterable[ox.Triple], articles: Iterable[str]) -> Triples:
    """Of a shared graph, what a load leaves as it is: what is said of nodes that the new triples do not describe and
    that are no part of the articles that are loaded, unless it leads to these.
    """
    told = {triple: _said(triple) for triple in there}
    beside = {triple: _said(triple) for triple in new}
    described, own = {triple.subject for triple in beside}, set(articles)
    out = {
        triple
        for triple in told
        if triple.subject in described or not own.isdisjoint(map(article_of, (triple.subject, triple.object)))
    }
    return frozenset(left(told, out, beside.values()))


def _said(triple: ox.Triple) -> Said:
    s, o = (node.value if isinstance(node, ox.NamedNode) else "" for node in (triple.subject, triple.object))
    return s, triple.predicate.value, o


def article_of(node: object) -> str:
    """The IRI of the article that a node (`<article>#…`, `<article>/…`) is a part of; empty where there is none."""
    found = _ARTICLE.match(node.value) if isinstance(node, ox.NamedNode) else None
    return found[0] if found else ""


def by_value(triples: Iterable[ox.Triple]) -> dict[ox.Triple, ox.Triple]:
    """The triples by what they say: literals of one value ("01" and "1" as xsd:integer) in one spelling, Oxigraph's.

    Stores may respell them: what came back and what was sent are the same where these are.
    """
    return {_respelt(triple): triple for triple in triples}


def _respelt(triple: ox.Triple) -> ox.Triple:
    told = triple.object
    if not isinstance(told, ox.Literal) or told.datatype.value in _AS_THEY_ARE:
        return triple
    return ox.Triple(triple.subject, triple.predicate, _value(told))


@lru_cache(maxsize=100_000)
def _value(literal: ox.Literal) -> ox.Literal:
    store = ox.Store()
    store.add(ox.Quad(_NODE, _NODE, literal))
    (kept_,) = store
    return kept_.object if isinstance(kept_.object, ox.Literal) else literal


def lines(triples: Iterable[ox.Triple], first: str = "") -> Iterator[bytes]:
    """The triples as lines of N-Triples, in order; what is said of the node `first` comes first."""
    data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    top = str(ox.NamedNode(first)).encode() + b" " if first else b" "
    yield from sorted(filter(None, data.split(b"\n")), key=lambda line: (not line.startswith(top), line))


def batches(found: Iterable[bytes], size: int, number: int | None = None) -> Iterator[list[bytes]]:
    """The lines in batches of up to `size` bytes, and up to `number` lines; a longer line is a batch by itself."""
    batch: list[bytes] = []
    held = 0
    for line in found:
        if batch and (held + len(line) + 1 > size or len(batch) == number):
            yield batch
            batch, held = [], 0
        batch.append(line)
        held += len(line) + 1
    if batch:
        yield batch
