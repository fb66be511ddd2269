"""The gate between building and export: the shapes over a graph, a report of what they find, and the formats to write.

`gate` makes a `ValidGraph` of the articles that conform, and only such a graph can be exported.
"""

from claimgraph.validated.described import described
from claimgraph.validated.files import FORMATS, format_of, load_graph, write
from claimgraph.validated.formats import export, stream
from claimgraph.validated.gate import check, gate
from claimgraph.validated.report import Report, Severity, Violation
from claimgraph.validated.rules import Rule
from claimgraph.validated.valid import ValidGraph

__all__ = [
    "FORMATS",
    "Report",
    "Rule",
    "Severity",
    "ValidGraph",
    "Violation",
    "check",
    "described",
    "export",
    "format_of",
    "gate",
    "load_graph",
    "stream",
    "write",
]
