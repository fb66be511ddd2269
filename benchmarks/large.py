"""Large graphs to measure with: the sample corpus told again and again, as if by other outlets on other days.

Each telling has articles and unregistered actors of its own; the registry's actors, and the propositions, are shared,
as they are in a graph of many articles on one field.
"""

import re
from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

ARTICLE = re.compile(r"(/article/[0-9a-f]{8})[0-9a-f]{4}")
NAMED = re.compile(r"(/(?:actor|place)/[a-z-]+/.+)")  # an actor or a place that the registry does not have
IDENTIFIER = ox.NamedNode("http://purl.org/dc/terms/identifier")


def large(triples: int) -> Iterator[ox.Quad]:
    """Quads with at least so many triples, whole articles, in no order."""
    told, seen = 0, set()
    for telling in range(10**4):
        for quad in sample():
            one = quad if telling == 0 else _retold(quad, telling)
            if one not in seen:
                seen.add(one)
                yield one
                told += 1
        if told >= triples:
            return


@cache
def sample() -> tuple[ox.Quad, ...]:
    """The quads of the sample corpus, built; without what the graph says of itself, which would not be true of many."""
    import claimgraph

    return tuple(q for q in claimgraph.build("seeds/articles").valid if "/dataset/" not in str(q.graph_name))


def _retold(quad: ox.Quad, telling: int) -> ox.Quad:
    subject, value, graph = (_renamed(term, telling) for term in (quad.subject, quad.object, quad.graph_name))
    if quad.predicate == IDENTIFIER and isinstance(value, ox.Literal):
        value = ox.Literal(f"{telling:04}-{value.value}")
    return ox.Quad(subject, quad.predicate, value, graph)  # type: ignore[arg-type]  # each is of the kind it was


def _renamed(term: object, telling: int) -> object:
    if not isinstance(term, ox.NamedNode):
        return term
    name = ARTICLE.sub(rf"\g<1>{telling:04x}", term.value)
    return ox.NamedNode(name if "/article/" in name else NAMED.sub(rf"\1-{telling}", name))
