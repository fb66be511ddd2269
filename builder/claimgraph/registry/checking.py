"""What a registry's entries must be like taken together: links that lead somewhere, and the shape."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, serialize

from claimgraph.registry.described import Described
from claimgraph.registry.findings import Finding, Refuse, Severity
from claimgraph.registry.records import Entry, Role
from claimgraph.registry.terms import CG, HOME, LABEL, LINKS, OF, OTHER_LABEL, SHAPE, short
from claimgraph.registry.turtle import triples

_NAMES = (LABEL, OTHER_LABEL)
_MANY = 200  # entries: from here on pyshacl is quicker with all of them than with a list

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def check_links(
    described: Mapping[str, Described], entries: Mapping[str, Entry], roles: Collection[Role], refuse: Refuse
) -> None:
    """Refuse what links to what no file describes, or is a part of itself."""
    links = [(e.id, f"{CG}partOf", e.part_of) for e in entries.values()]
    links += [(e.id, f"{CG}territory", e.territory) for e in entries.values()]
    links += [(r.id, f"{CG}member", r.member) for r in roles]
    links += [(r.id, f"{CG}organization", r.organization) for r in roles]
    for id_, term, target in links:
        if target is not None and target not in described:
            reason = f"{short(term)} points to {target}, which no file describes: describe it or correct the IRI"
            refuse(described[id_].refuse(reason, term))
    for id_ in entries:
        seen, above = {id_}, entries.get(entries[id_].part_of or "")
        while above is not None and above.id not in seen:
            seen.add(above.id)
            above = entries.get(above.part_of or "")
        if above is not None:
            refuse(described[id_].refuse("cg:partOf leads round in a circle: break it", f"{CG}partOf"))


def by_shape(described: Mapping[str, Described], own: Collection[str]) -> list[Finding]:
    """What the shape finds on the entries with these ids, sorted by file and place."""
    from pyshacl import validate  # slow to import, and not needed for the shipped file
    from rdflib import SH, SKOS, Graph, URIRef

    from claimgraph.validated.data import DataGraph

    ntriples = serialize(triples(_around(described, own)), format=RdfFormat.N_TRIPLES) or b""
    graph = DataGraph([Graph(bind_namespaces="none").parse(data=ntriples, format="nt")])
    focus: list[str | URIRef] = [SKOS.prefLabel, *(URIRef(described[id_].iri) for id_ in own)]
    few = focus if len(focus) < _MANY else None
    _, report, _ = validate(graph, shacl_graph=_shape(), focus_nodes=few, inplace=True)
    asked = {described[id_].iri: described[id_] for id_ in own}
    found = {_finding(asked, report, result) for result in report.objects(None, SH.result)} - {None}
    return sorted((one for one in found if one), key=Finding.place)


@cache
def _shape() -> "Graph":
    from rdflib import Graph

    return Graph().parse(SHAPE)


def _around(described: Mapping[str, Described], own: Collection[str]) -> Iterator[Described]:
    """These entries with all that the shape looks at beside them: what they link to, and who shares a name."""
    values = {value for id_ in own for term in (*LINKS, *_NAMES) for value in described[id_].objects.get(term, ())}
    linked = {value.value.removeprefix(HOME) for value in values if isinstance(value, NamedNode)}
    for id_, one in described.items():
        if id_ in own or id_ in linked or any(not values.isdisjoint(one.objects.get(term, ())) for term in _NAMES):
            yield one


def _finding(asked: Mapping[str, Described], report: "Graph", result: "Node") -> Finding | None:
    """None where it is not about what was asked."""
    from rdflib import SH, SKOS

    focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    if focus == SKOS.prefLabel:  # the query over all labels gives the entry as the value
        focus, value = value, None
    one = asked.get(str(focus))
    if one is None:
        return None
    message = str(report.value(result, SH.resultMessage)) + ("" if value in (None, focus) else f" [{value}]")
    terms = list(_terms(report, report.value(result, SH.resultPath)))
    term = next((t for t in terms if any(v.value == str(value) for v in one.objects.get(t, ()))), None)
    severity = Severity.WARNING if report.value(result, SH.resultSeverity) == SH.Warning else Severity.VIOLATION
    return one.find(message, term or next(iter(terms), None), severity)


def _terms(report: "Graph", path: "Node | None") -> Iterator[str]:
    """The properties of a path that are a registry's."""
    if str(path) in OF:
        yield str(path)
    elif path is not None:
        for inner in report.objects(path):
            yield from _terms(report, inner)
