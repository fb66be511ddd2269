"""The parts of a dataset that the gate looks at one by one: the articles, what links them, what stands by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rdflib import DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.joining import NODES, PAIRING, SHARING, Said, left
from claimgraph.validated import terms
from claimgraph.validated.data import Triple
from claimgraph.vocabulary import CG, NIF

Name = URIRef | None  # of a graph; None: the default graph
_SHARING = {URIRef(link) for link in SHARING} - {CG.expresses}  # a proposition may be one claim's alone
_PAIRING = {URIRef(link) for link in PAIRING}


@dataclass(frozen=True)
class Parts:
    """A dataset taken apart.

    Joins are the triples of other graphs that say something of several articles at once: claims that dispute another
    article's, nodes that events share, why they do. An article's links are the other triples of those graphs about its
    own nodes (claim -> proposition), with what those graphs say of the nodes they lead to. What is left of the other
    graphs is common: the registry.
    """

    articles: Mapping[Name, Graph]
    links: Mapping[Name, Graph]  # by the article's graph
    joins: Collection[Triple]
    common: Graph
    others: Mapping[Name, Graph]  # the graphs that are no article's, whole
    owners: Mapping[Node, list[Name]]  # of the articles' own nodes

    def kept(self, passed: Mapping[Name, Graph], joins: Collection[Triple]) -> dict[Name, Graph]:
        """The graphs that are left where only some articles, and some of what joins them, have passed."""
        linked = self.linked(passed)
        others = {name: Graph(bind_namespaces="none") for name in self.others}
        for name, graph in self.others.items():
            for triple in graph:
                if triple in self.common or triple in linked or triple in joins:
                    others[name].add(triple)
        return {**others, **passed}

    def linked(self, passed: Iterable[Name]) -> Graph:
        """The links of some articles."""
        return union(self.links[name] for name in passed)

    def joined(self, passed: Mapping[Name, Graph], without: Collection[str] = ()) -> set[Triple]:
        """The joins that are left where only some articles have passed. `without`: nodes that lose all of theirs."""
        if not self.joins:
            return set()
        told = {triple: _said(triple) for graph in self.links.values() for triple in graph}
        told |= {triple: _said(triple) for triple in self.joins}
        gone = {node for node, names in self.owners.items() if not any(name in passed for name in names)}
        out = {triple for triple in told if triple[0] in gone or triple[2] in gone}
        out |= {triple for triple in self.joins if str(triple[0]) in without or str(triple[2]) in without}
        return left(told, out).intersection(self.joins)

    def around(self, name: Name) -> Graph:
        """What is common, as far as the nodes of an article lead there, directly or through others."""
        made = union(())
        waiting = [*self.articles[name].all_nodes(), *self.links[name].all_nodes()]
        seen = set(waiting)
        while waiting:
            for triple in self.common.triples((waiting.pop(), None, None)):
                made.add(triple)
                if triple[2] not in seen:
                    seen.add(triple[2])
                    waiting.append(triple[2])
        return made


def split(dataset: Graph) -> Parts:
    """Take a graph or a dataset apart."""
    graphs = dict(terms.graphs(dataset))
    articles = {name: graph for name, graph in graphs.items() if identifiers(graph)}
    others = {name: graph for name, graph in graphs.items() if name not in articles}
    owners: dict[Node, list[Name]] = defaultdict(list)
    for name, graph in articles.items():
        for node in sorted(set(graph.subjects(RDF.type)), key=str):
            owners[node].append(name)
    links: dict[Name, Graph] = {name: union(()) for name in articles}
    common = union(())
    joins: set[Triple] = set()
    for graph in others.values():
        found = _joins(graph, owners)
        joins |= found
        _sort_out([triple for triple in graph if triple not in found], owners, links, common)
    return Parts(articles, links, joins, common, others, owners)


def _joins(graph: Graph, owners: Mapping[Node, list[Name]]) -> set[Triple]:
    """What a graph that is no article's says of several articles at once."""
    shared = {o for link in _SHARING for o in graph.objects(None, link)}
    shared |= {s for kind in NODES for s in graph.subjects(RDF.type, URIRef(kind))}
    found = {(s, p, o) for link in _SHARING for s, p, o in graph.triples((None, link, None))}
    found |= {triple for node in shared for triple in graph.triples((node, None, None))}
    for link in _PAIRING:
        for s, p, o in graph.triples((None, link, None)):
            if not set(owners.get(s, ())).intersection(owners.get(o, ())):
                found.add((s, p, o))
    return found


def _said(triple: Triple) -> Said:
    s, p, o = triple
    return str(s), str(p), str(o) if isinstance(o, URIRef) else ""


def _sort_out(
    triples: Iterable[Triple], owners: Mapping[Node, list[Name]], links: Mapping[Name, Graph], common: Graph
) -> None:
    """Deal out the other triples of a graph that is no article's."""
    told = list(triples)
    led_to: dict[Node, list[Name]] = defaultdict(list)
    for s, p, o in told:
        for name in owners.get(s, ()):
            links[name].add((s, p, o))
            led_to[o].append(name)
    for s, p, o in told:
        for name in led_to.get(s, ()):
            links[name].add((s, p, o))
        if s not in owners and s not in led_to:
            common.add((s, p, o))


def identifiers(graph: Graph) -> list[str]:
    """The articles of a graph by dcterms:identifier, else by IRI; sorted."""
    nodes = graph.subjects(RDF.type, CG.Article)
    return sorted(str(graph.value(node, DCTERMS.identifier) or node) for node in nodes)


def with_texts(graph: Graph, texts: Mapping[str, str]) -> Graph:
    """The whole texts (nif:isString) of a graph's articles, of those that are given by the article's IRI."""
    made = union(())
    for article in graph.subjects(RDF.type, CG.Article):
        if str(article) in texts:
            made.add((article, NIF.isString, Literal(texts[str(article)])))
    return made


def union(graphs: Iterable[Graph]) -> Graph:
    """A new graph with the triples of all."""
    made = Graph(bind_namespaces="none")
    for graph in graphs:
        for triple in graph:
            made.add(triple)
    return made


def merged(graph: Graph) -> Graph:
    """All graphs of a dataset as one."""
    return union(part for _, part in terms.graphs(graph))
