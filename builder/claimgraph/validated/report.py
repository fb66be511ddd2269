"""What the gate has to say: one record for each finding, and how to read them."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

import pyoxigraph as ox

SH = "http://www.w3.org/ns/shacl#"
LONGEST = 160  # characters of a sentence or a value in the rendered report


class Severity(StrEnum):
    """How bad it is: only a violation keeps an article out."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True)
class Violation:
    """One finding: the shape that found it, the node it is about, and where in which text that node stands."""

    severity: Severity
    shape: str  # IRI
    name: str  # of the shape, in words
    node: str  # IRI
    message: str
    path: str | None = None  # the property, as an IRI or a SPARQL path
    value: str | None = None
    article: str | None = None  # dcterms:identifier
    sentence: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What reports are sorted by: article, node, shape, path, value."""
        return (self.article or "", self.node, self.shape, self.path or "", self.value or "", self.message)

    def render(self) -> str:
        """One line on what is wrong and where; a second with the sentence, if it is known."""
        place = f"{self.article}: " if self.article else ""
        value = f" [{_short(self.value)}]" if self.value is not None else ""
        first = f"{self.severity}: {place}{self.message}{value} <{self.node}> ({self.shape})"
        return first if self.sentence is None else f"{first}\n    in: {_short(self.sentence)}"


@dataclass(frozen=True)
class Report:
    """All findings on some articles, sorted, and the identifiers of the articles that were checked and left out."""

    violations: tuple[Violation, ...] = ()
    articles: tuple[str, ...] = ()
    left_out: tuple[str, ...] = field(default=())

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and informations do not count."""
        return all(v.severity is not Severity.VIOLATION for v in self.violations)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        found = Counter(v.severity for v in self.violations)
        return {severity: found[severity] for severity in Severity}

    def render(self) -> str:
        """The report as text: a line or two for each finding, and a last line that counts."""
        numbers = ", ".join(
            f"{n} {severity.lower()}{'' if n == 1 else 's'}" for severity, n in self.counts.items() if n
        )
        verdict = "conforms" if self.conforms else "does not conform"
        checked = f"{len(self.articles)} article{'' if len(self.articles) == 1 else 's'}"
        out = f"; left out: {', '.join(self.left_out)}" if self.left_out else ""
        return "\n".join(
            [*(v.render() for v in self.violations), f"{checked}: {verdict}; {numbers or 'nothing found'}{out}"]
        )

    __str__ = render

    def turtle(self) -> bytes:
        """The report as a sh:ValidationReport in Turtle."""
        report = ox.BlankNode("report")
        triples = [
            _triple(
                report,
                ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                ox.NamedNode(SH + "ValidationReport"),
            ),
            _triple(report, _sh("conforms"), ox.Literal(self.conforms)),
        ]
        for number, violation in enumerate(self.violations, 1):
            result = ox.BlankNode(f"r{number}")
            triples += [_triple(report, _sh("result"), result), *_result(result, violation)]
        data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes={"sh": SH})
        assert data is not None  # noqa: S101  # no output was given
        return data


def _result(node: ox.BlankNode, violation: Violation) -> list[ox.Triple]:
    triples = [
        _triple(node, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), _sh("ValidationResult")),
        _triple(node, _sh("resultSeverity"), _sh(violation.severity)),
        _triple(node, _sh("sourceShape"), ox.NamedNode(violation.shape)),
        _triple(node, _sh("focusNode"), ox.NamedNode(violation.node)),
        _triple(node, _sh("resultMessage"), ox.Literal(violation.message)),
    ]
    if violation.value is not None:
        triples.append(_triple(node, _sh("value"), ox.Literal(violation.value)))
    return triples


def _triple(s: ox.BlankNode, p: ox.NamedNode, o: ox.NamedNode | ox.BlankNode | ox.Literal) -> ox.Triple:
    return ox.Triple(s, p, o)


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
