"""What shapes say of themselves: names, descriptions, messages, severities."""

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import RDF, RDFS, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.validated import paths, terms
from claimgraph.validated.report import Severity

_SHAPES = (SH.NodeShape, SH.PropertyShape, SH.SPARQLConstraint)
_GRADES = {
    f"{SH}Warning": Severity.WARNING,
    f"{SH}Info": Severity.INFO,
    f"{SH}Debug": Severity.INFO,
    f"{SH}Trace": Severity.INFO,
}
_COMPONENT = "ConstraintComponent"


@dataclass(frozen=True)
class Rule:
    """What one shape asks for."""

    shape: str  # IRI
    name: str
    description: str
    severity: Severity
    constraint: bool  # a sh:sparql of a shape, not itself a shape


def rules(shapes: Graph) -> tuple[Rule, ...]:
    """The shapes of a graph that have an IRI, sorted."""
    found = {node for kind in _SHAPES for node in shapes.subjects(RDF.type, kind) if isinstance(node, URIRef)}
    return tuple(
        Rule(
            shape=str(node),
            name=name_of(shapes, node),
            description=_said(shapes, node, (SH.description, SH.message, RDFS.comment)) or "",
            severity=severity_of(_severity(shapes, node))[0],
            constraint=(node, RDF.type, SH.SPARQLConstraint) in shapes,
        )
        for node in sorted(found, key=str)
    )


def severity_of(node: Node | None) -> tuple[Severity, str | None]:
    """The severity that a node stands for, and its IRI where it is none of SHACL's three: it counts as a violation,
    but for SHACL 1.2's sh:Debug and sh:Trace, which are less than sh:Info.
    """
    iri = str(node or SH.Violation)
    severity = _GRADES.get(iri, Severity.VIOLATION)
    return severity, None if iri == f"{SH}{severity}" else iri


def named(shapes: Graph, node: Node) -> URIRef | None:
    """The node, or what has an IRI and holds it as its property, in a list or otherwise; None where nothing does."""
    seen: set[Node] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, URIRef):
            return one
        if one not in seen:
            seen.add(one)
            waiting += sorted(shapes.subjects(None, one), key=lambda s: (isinstance(s, BNode), str(s)))
    return None


def name_of(shapes: Graph, node: Node) -> str:
    """What a shape is called: sh:name, rdfs:label, else its IRI."""
    return _said(shapes, node, (SH.name, RDFS.label)) or text(node)


def message_of(shapes: Graph, results: Graph, result: Node) -> str:
    """The message of a result: of the query where there is one, before that of the shape round it.

    Where the shapes give none, it is what was asked for; what pyshacl makes up shows nodes in an order of its own.
    """
    shape, constraint = results.value(result, SH.sourceShape), results.value(result, SH.sourceConstraint)
    component = results.value(result, SH.sourceConstraintComponent)
    general = set(shapes.objects(shape, SH.message))
    own = general | (set() if constraint is None else set(shapes.objects(constraint, SH.message)))
    if not own and str(component).startswith(str(SH)):
        path = results.value(result, SH.resultPath)
        where = "" if path is None else f"{paths.written(results, path)}: "
        return f"{where}{_asked_for(shapes, shape, str(component))}"
    said = sorted(results.objects(result, SH.resultMessage), key=_english_first)
    return str(next((m for m in said if m not in general), said[0] if said else component))


def text(node: Node) -> str:
    """An IRI as it is, any other node as in N-Triples."""
    return str(node) if isinstance(node, URIRef) else str(terms.to_ox(node))


def _asked_for(shapes: Graph, shape: Node | None, component: str) -> str:
    """`sh:minCount 1 is not met.`"""
    name = component.removeprefix(str(SH)).removesuffix(_COMPONENT)
    if name == "SPARQL":
        return "The query of sh:sparql finds something."
    parameter = name[:1].lower() + name[1:]
    values = sorted(_shown(shapes, value) for value in shapes.objects(shape, SH[parameter]))
    return f"{' '.join([f'sh:{parameter}', *filter(None, [', '.join(values)])])} is not met."


def _shown(shapes: Graph, node: Node) -> str:
    if (node, RDF.first, None) in shapes:
        return f"({' '.join(_shown(shapes, one) for one in shapes.items(node))})"
    if isinstance(node, Literal) and node.datatype in (XSD.integer, XSD.decimal, XSD.boolean):
        return str(node)
    if isinstance(node, URIRef) and node.startswith(str(SH)):
        return f"sh:{node.removeprefix(str(SH))}"
    return "[…]" if isinstance(node, BNode) else str(terms.to_ox(node))


def _severity(shapes: Graph, node: Node) -> Node | None:
    """A query's severity is that of the shape that holds it."""
    own = shapes.value(node, SH.severity)
    holder = shapes.value(None, SH.sparql, node) if own is None else None
    return own if holder is None else shapes.value(holder, SH.severity)


def _said(shapes: Graph, node: Node, predicates: Iterable[URIRef]) -> str | None:
    for predicate in predicates:
        for value in sorted(shapes.objects(node, predicate), key=_english_first):
            return str(value)
    return None


def _english_first(node: Node) -> tuple[bool, str, str]:
    language = getattr(node, "language", None) or ""
    return (language.partition("-")[0].lower() not in ("", "en"), language, str(node))
