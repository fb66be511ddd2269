"""What the gate has to say: one record for each finding, and how to read them."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

LONGEST = 160  # characters of a sentence or a value in the rendered report
BLANK = "_:"  # what the label of a blank node begins with; no IRI does


class Severity(StrEnum):
    """How bad it is: only a violation keeps an article out."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True)
class Violation:
    """One finding: the shape that found it, the node it is about, and where in which text that node stands."""

    severity: Severity
    shape: str  # IRI; of a shape without one, the IRI of the nearest shape round it, else _:label
    name: str  # of the shape, in words
    node: str  # IRI, _:label of a blank node, or a literal as in N-Triples
    message: str
    path: str | None = None  # the property, as an IRI or a SPARQL path
    value: str | None = None
    article: str | None = None  # dcterms:identifier
    sentence: str | None = None
    component: str | None = None  # IRI of the kind of constraint, sh:MinCountConstraintComponent and so on
    term: str | None = None  # the value as in N-Triples; also where it is the node itself
    own_severity: str | None = None  # IRI of a severity that is none of the three

    @property
    def key(self) -> tuple[str, ...]:
        """What reports are sorted by: article, node, shape, path, value."""
        return (self.article or "", self.node, self.shape, self.path or "", self.value or "", self.message)

    @property
    def fingerprint(self) -> str:
        """What stays the same between runs: 32 hex digits of shape, node, path and value; of blank nodes only that.

        The words of the message are left out, so that they can be bettered; the article too, whom the node tells.
        """
        about = [_named(self.shape), _named(self.node), self.path, _named(self.value)]
        return hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32]

    @property
    def shown_node(self) -> str:
        """The node as Turtle has it: an IRI in angle brackets."""
        return self.node if self.node.startswith((BLANK, '"')) else f"<{self.node}>"

    @property
    def graded(self) -> str:
        """The severity in words, with the shapes' own where they have one."""
        return self.severity if self.own_severity is None else f"{self.severity} ({self.own_severity})"

    def render(self) -> str:
        """One line on what is wrong and where; a second with the sentence, if it is known."""
        place = f"{one_line(self.article)}: " if self.article else ""
        value = f" [{short(self.value)}]" if self.value is not None else ""
        first = f"{self.graded}: {place}{one_line(self.message)}{value} {self.shown_node} ({self.shape})"
        return first if self.sentence is None else f"{first}\n    in: {short(self.sentence)}"


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
        return counted(self.violations)

    def render(self) -> str:
        """The report as text: a line or two for each finding, and a last line that counts."""
        return "\n".join([*(v.render() for v in self.violations), self.verdict()])

    __str__ = render

    def verdict(self, known: frozenset[int] = frozenset()) -> str:
        """The line that counts. `known`: places of findings that are only counted, since somebody knows of them."""
        new = counted(v for place, v in enumerate(self.violations) if place not in known)
        numbers = [number(n, severity.lower()) for severity, n in new.items() if n]
        if known:
            numbers = [*(numbers or ["nothing new"]), f"{len(known)} known"]
        checked = f"{number(len(self.articles), 'article')}: " if self.articles else ""
        verdict = "conforms" if self.conforms else "does not conform"
        out = f"; left out: {', '.join(self.left_out)}" if self.left_out else ""
        return f"{checked}{verdict}; {', '.join(numbers) or 'nothing found'}{out}"


def counted(findings: Iterable[Violation]) -> dict[Severity, int]:
    """How many there are of each severity."""
    found = Counter(v.severity for v in findings)
    return {severity: found[severity] for severity in Severity}


def number(n: int, what: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{n} {what}{'' if n == 1 else 's'}"


def one_line(text: str) -> str:
    """The text in one line: a line of its own could be a command to who reads the report, such as `::error::`."""
    return " ".join(text.split())


def short(text: str) -> str:
    """The text in one line of at most LONGEST characters."""
    line = one_line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _named(node: str | None) -> str | None:
    """Labels of blank nodes are made anew by each writer."""
    return BLANK if node is not None and node.startswith(BLANK) else node
