"""The gate: what conforms goes on as a ValidGraph, what does not is told of and stays behind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pyoxigraph as ox
from rdflib import RDF, Graph, Literal, URIRef

from claimgraph.validated import shacl, terms
from claimgraph.validated.parts import Name, Parts, identifiers, merged, split, union
from claimgraph.validated.report import Report, Severity, Violation
from claimgraph.validated.valid import ValidGraph, sealed

WRITABLE = "https://w3id.org/claimgraph/shapes#writable"


def gate(dataset: Graph) -> tuple[ValidGraph, Report]:
    """Check each article's graph together with what is no article's (the registry); those that conform go on.

    What is wrong with the registry itself holds everything back. What articles that conform say differently of a node
    that they share (two labels in one language) holds back all of them but the first.
    """
    parts = split(dataset)
    found = _findings(parts.common)
    passed: dict[Name, Graph] = {}
    if not _violated(found):
        for name in parts.articles:
            said = _of_article(name, parts)
            found += said
            if not _violated(said):
                passed[name] = parts.articles[name]
        apart = _at_odds(passed, parts)
        found += [violation for told in apart.values() for violation in told]
        passed = {name: graph for name, graph in passed.items() if name not in apart}
    valid = sealed(_quads(parts.kept(passed)) if passed else ())
    return valid, _report(found, parts.articles, passed)


def check(graph: Graph, *, shapes: Graph | None = None) -> Report:
    """What the shapes find in a graph, or in all graphs of a dataset taken as one.

    `shapes`: others than claimgraph's, as `foreign.read` gives them. Raises InputError where they cannot be applied.
    """
    whole = merged(graph)
    return Report(tuple(_findings(whole, shapes=shapes)), tuple(identifiers(whole)))


def _of_article(name: Name, parts: Parts) -> list[Violation]:
    """The findings on an article's own nodes; those on the registry's are told once, for all."""
    graph = parts.articles[name]
    about = {str(node) for node in graph.subjects()}
    found = [v for v in _findings(graph, parts.links[name], parts.around(name)) if v.node in about or v.article]
    return [v if v.article else replace(v, article=identifiers(graph)[0]) for v in found]


def _at_odds(passed: Mapping[Name, Graph], parts: Parts) -> dict[Name, list[Violation]]:
    """By article, what is wrong with a node once all that the articles say of it is put together."""
    holders: dict[str, list[Name]] = defaultdict(list)
    for name, graph in passed.items():
        for node in sorted({str(node) for node in graph.subjects()}):
            holders[node].append(name)
    shared = {node: names for node, names in holders.items() if len(names) > 1}
    found: dict[Name, list[Violation]] = defaultdict(list)
    if not shared:
        return found
    both = union(_labels_and_types(graph, shared) for graph in (*passed.values(), parts.common))
    for violation in _findings(both):
        if violation.severity is Severity.VIOLATION and violation.node in shared:
            for name in shared[violation.node][1:]:
                found[name].append(replace(violation, article=identifiers(passed[name])[0]))
    return found


def _labels_and_types(graph: Graph, nodes: Mapping[str, object]) -> Graph:
    """What a graph says of the nodes by themselves. Where they lead to was checked with each article."""
    made = Graph(bind_namespaces="none")
    for s, p, o in graph:
        if str(s) in nodes and (p == RDF.type or isinstance(o, Literal)):
            made.add((s, p, o))
    return made


def _findings(*graphs: Graph, shapes: Graph | None = None) -> list[Violation]:
    """What is wrong with the graphs taken together: what cannot be written, else what the shapes find."""
    return sorted(set(_unwritable(graphs)), key=lambda v: v.key) or shacl.findings(*graphs, asked=shapes)


def _unwritable(graphs: Iterable[Graph]) -> Iterator[Violation]:
    """What no RDF file can hold, such as an IRI with a space in it: the one check that SHACL cannot make."""
    for triple in (triple for graph in graphs for triple in graph):
        for node in triple:
            try:
                terms.to_ox(node)
            except ValueError as error:
                where = str(triple[0]).encode("ascii", "backslashreplace").decode()
                message = f"A node cannot be written as RDF: {' '.join(str(error).split())}"
                yield Violation(Severity.VIOLATION, WRITABLE, "what RDF can hold", where, message)


def _violated(found: Iterable[Violation]) -> bool:
    return any(v.severity is Severity.VIOLATION for v in found)


def _report(found: Iterable[Violation], articles: Mapping[Name, Graph], passed: Mapping[Name, Graph]) -> Report:
    everyone = sorted(i for graph in articles.values() for i in identifiers(graph))
    out = sorted(i for name, graph in articles.items() if name not in passed for i in identifiers(graph))
    return Report(tuple(sorted(set(found), key=lambda v: v.key)), tuple(everyone), tuple(out))


def _quads(graphs: Mapping[Name, Graph]) -> Iterator[ox.Quad]:
    for name, graph in graphs.items():
        label = ox.NamedNode(str(name)) if isinstance(name, URIRef) else None
        for quad in terms.quads(graph):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, label)
