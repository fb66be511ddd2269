"""The gate: what conforms goes on as a ValidGraph, what does not is told of and stays behind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, Graph, Literal, URIRef

from claimgraph.validated import joins, shacl, terms, whole
from claimgraph.validated.data import plain
from claimgraph.validated.parts import Name, Parts, identifiers, split, union, with_texts
from claimgraph.validated.places import placed
from claimgraph.validated.report import Report, Severity, Violation
from claimgraph.validated.shacl import Finding
from claimgraph.validated.valid import ValidGraph, sealed
from claimgraph.validated.verdicts import Verdicts


def gate(
    dataset: Graph, texts: Mapping[str, str] | None = None, *, jobs: int | None = None, cache: Path | None = None
) -> tuple[ValidGraph, Report]:
    """Check each article's graph together with what is no article's (the registry); those that conform go on.

    `texts`: the articles' whole texts by their IRIs, as far as they are at hand. Spans are checked against them; they
    do not go on.

    What is wrong with the registry itself holds everything back. What articles that conform say differently of a node
    that they share (two labels in one language) holds back all of them but the first. What joins articles goes with
    those that are held back; where it is wrong itself, it alone stays behind.

    `jobs`: how many processes; None: as many as there are cores, but one for few articles. `cache`: a folder in which
    the verdicts on articles are kept. Raises InputError where it cannot be.
    """
    parts = split(dataset)
    verdicts = Verdicts(cache) if cache else None
    found = _findings(parts.common)
    passed: dict[Name, Graph] = {}
    if not _violated(found):
        for name, said in _of_articles(parts, texts or {}, jobs, verdicts).items():
            found += said
            if not _violated(said):
                passed[name] = parts.articles[name]
        apart = _at_odds(passed, parts)
        found += [violation for told in apart.values() for violation in told]
        passed = {name: graph for name, graph in passed.items() if name not in apart}
    joined, said = joins.joined(parts, passed)
    found += said
    valid = sealed(_quads(parts.kept(passed, joined)) if passed else ())
    return valid, _report(found, parts.articles, passed)


def check(
    graph: Graph,
    texts: Mapping[str, str] | None = None,
    *,
    shapes: Graph | None = None,
    jobs: int | None = None,
    cache: Path | None = None,
) -> Report:
    """What the shapes find in a graph, or in all graphs of a dataset taken as one.

    `texts`: as for `gate`. `shapes`: others than claimgraph's, as `foreign.read` gives them, asked of the whole graph
    as it is, without the ontology, by one process. `jobs`: how many processes; None: as many as there are cores, but
    one for a small graph. `cache`: a folder in which the verdicts of claimgraph's shapes are kept. Raises InputError
    where the shapes cannot be applied or the folder cannot be made.
    """
    graphs = [part for _, part in terms.graphs(graph)]
    graphs += [with_texts(part, texts) for part in graphs if texts]
    if shapes is None:
        data: Graph = (beside := shacl.beside_ontology(graphs))
        found = whole.findings(beside, jobs, Verdicts(cache) if cache else None)
    else:
        data, found = shacl.of_others(graphs, shapes)
    return Report(tuple(_placed(found, data)), tuple(identifiers(data)))


def _of_articles(
    parts: Parts, texts: Mapping[str, str], jobs: int | None, verdicts: Verdicts | None
) -> dict[Name, list[Violation]]:
    """By article, the findings on its own nodes; those on the registry's are told once, for all."""
    views = {
        name: (graph, parts.links[name], parts.around(name), with_texts(graph, texts))
        for name, graph in parts.articles.items()
    }
    found = whole.each({name: frozenset(chain(*graphs)) for name, graphs in views.items()}, jobs, verdicts)
    return {name: _own(found[name], views[name]) for name in views}


def _own(found: Iterable[Finding], view: tuple[Graph, ...]) -> list[Violation]:
    """The findings on the nodes of an article, which is the first graph of its view."""
    if not found:
        return []
    about = {str(node) for node in view[0].subjects()}
    told = _placed(found, plain(chain(*view)))
    return [
        v if v.article else replace(v, article=identifiers(view[0])[0]) for v in told if v.node in about or v.article
    ]


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


def _findings(*graphs: Graph) -> list[Violation]:
    """What is wrong with the graphs taken together, found by this process."""
    data = shacl.beside_ontology(graphs)
    return _placed(whole.findings(data, jobs=1), data)


def _placed(found: Iterable[Finding], graph: Graph) -> list[Violation]:
    """The findings with their places in the graph, sorted."""
    return sorted((placed(graph, one) for one in found), key=lambda v: v.key)


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
