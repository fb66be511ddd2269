"""A valid graph with its description: a description, too, is written only where it conforms."""

import pyoxigraph as ox
from rdflib import Graph

from claimgraph.errors import ClaimgraphError
from claimgraph.validated import terms
from claimgraph.validated.gate import check
from claimgraph.validated.valid import ValidGraph, sealed


def described(valid: ValidGraph, description: Graph) -> ValidGraph:
    """The graph with its description beside it, in the named graph of the description's identifier.

    Raises ClaimgraphError where the description does not conform to the shapes.
    """
    report = check(description)
    if not report.conforms:
        raise ClaimgraphError(f"the description of the graph does not conform: {report.violations[0].render()}")
    name = ox.NamedNode(str(description.identifier))
    quads = (ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in terms.quads(description))
    return sealed((*valid, *quads))
