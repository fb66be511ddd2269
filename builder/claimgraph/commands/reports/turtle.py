"""A report as SHACL's own: a sh:ValidationReport for each file, https://www.w3.org/TR/shacl/#validation-report."""

from collections.abc import Iterator
from itertools import count

import pyoxigraph as ox

from claimgraph.commands.reports.outcome import Checked, Outcome
from claimgraph.commands.terminal import escaped
from claimgraph.validated import Violation, paths
from claimgraph.validated.report import BLANK

_PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "sh": "http://www.w3.org/ns/shacl#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RDF, _SH = _PREFIXES["rdf"], _PREFIXES["sh"]
_TYPE, _SOURCE = ox.NamedNode(f"{_RDF}type"), ox.NamedNode("http://purl.org/dc/terms/source")
_Term = ox.NamedNode | ox.BlankNode | ox.Literal


def render(outcome: Outcome) -> str:
    """The reports; dcterms:source is a file's path. A file that cannot be read has none.

    sh:conforms is as SHACL has it: false with any finding, whatever its severity, and whether known or not.
    """
    constraints = {rule.shape for rule in outcome.rules if rule.constraint}
    triples = [
        triple
        for place, file in enumerate(outcome.files, 1)
        if file.unreadable is None
        for triple in _report(file, f"f{place}", constraints)
    ]
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return escaped((data or b"").decode().rstrip("\n"))


def _report(file: Checked, name: str, constraints: set[str]) -> Iterator[ox.Triple]:
    report = ox.BlankNode(name)
    yield ox.Triple(report, _TYPE, _sh("ValidationReport"))
    yield ox.Triple(report, _SOURCE, ox.Literal(file.name))
    yield ox.Triple(report, _sh("conforms"), ox.Literal(not file.found))
    results = [(ox.BlankNode(f"{name}r{number}"), one.violation) for number, one in enumerate(file.found, 1)]
    yield from (ox.Triple(report, _sh("result"), result) for result, _ in results)
    for result, told in results:
        yield from _result(result, told, constraints)


def _result(node: ox.BlankNode, told: Violation, constraints: set[str]) -> Iterator[ox.Triple]:
    prefix = node.value
    yield ox.Triple(node, _TYPE, _sh("ValidationResult"))
    yield ox.Triple(node, _sh("focusNode"), _term(told.node, prefix))
    described: list[ox.Triple] = []
    if told.path is not None:
        path, described = paths.triples(told.path, (ox.BlankNode(f"{prefix}p{n}") for n in count(1)))
        yield ox.Triple(node, _sh("resultPath"), path)
    if told.term is not None or told.value is not None:
        yield ox.Triple(node, _sh("value"), _value(told, prefix))
    yield ox.Triple(
        node, _sh("resultSeverity"), ox.NamedNode(told.own_severity) if told.own_severity else _sh(told.severity)
    )
    if told.component is not None:
        yield ox.Triple(node, _sh("sourceConstraintComponent"), ox.NamedNode(told.component))
    source = _sh("sourceConstraint" if told.shape in constraints else "sourceShape")
    yield ox.Triple(node, source, _term(told.shape, prefix))
    yield ox.Triple(node, _sh("resultMessage"), ox.Literal(told.message))
    yield from described


def _value(told: Violation, prefix: str) -> _Term:
    return ox.Literal(str(told.value)) if told.term is None else _parsed(told.term, prefix)


def _term(node: str, prefix: str) -> _Term:
    """A node of a finding: an IRI, the label of a blank node or a literal; what is no IRI after all is a string."""
    if node.startswith((BLANK, '"')):
        return _parsed(node, prefix)
    try:
        return ox.NamedNode(node)
    except ValueError:
        return ox.Literal(node)


def _parsed(term: str, prefix: str) -> _Term:
    """A term as in N-Triples; a label is kept apart from those of other files by the report's own."""
    if term.startswith(BLANK):
        return ox.BlankNode(f"{prefix.partition('r')[0]}-{term.removeprefix(BLANK)}")
    (triple,) = ox.parse(f"<urn:s> <urn:p> {term} .", format=ox.RdfFormat.N_TRIPLES)
    found: _Term = triple.object
    return found


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{_SH}{name}")
