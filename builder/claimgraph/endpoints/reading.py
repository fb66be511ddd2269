"""What an endpoint holds: how many triples, which, and which articles."""

import json
from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import VOID

from claimgraph.endpoints.addresses import Addresses, shown
from claimgraph.endpoints.client import Client, EndpointError, Reply
from claimgraph.endpoints.plan import Triples, base_of
from claimgraph.vocabulary import CG

_RDF = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
}
_ACCEPT = "application/n-triples, text/turtle;q=0.5"
_DEEPEST = 3  # hexadecimal digits: 4096 parts


class Reader:
    """Reads from an endpoint. Every method raises EndpointError where it cannot answer."""

    def __init__(self, client: Client, addresses: Addresses) -> None:
        """Where to read, and through what."""
        self._client, self._at = client, addresses

    def count(self, name: str) -> int | None:
        """How many triples a graph holds; None where nothing answers queries."""
        if self._at.query is None:
            return None
        return self._number(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {ox.NamedNode(name)} {{ ?s ?p ?o }} }}")

    def articles(self, base: str) -> frozenset[str] | None:
        """The names of the articles' graphs under a base; None where nothing answers queries."""
        if self._at.query is None:
            return None
        found = self._graphs_with(str(CG.Article), f"{base}article/")
        return frozenset(name for name in found if base_of(name) == base)

    def descriptions(self, base: str) -> frozenset[str] | None:
        """The names of the graphs under a base that describe others; None where nothing answers queries."""
        return None if self._at.query is None else self._graphs_with(str(VOID.DatasetDescription), f"{base}dataset/")

    def _graphs_with(self, kind: str, beginning: str) -> frozenset[str]:
        """The names that begin so of the graphs with a node of a class."""
        where = f"GRAPH ?g {{ ?node a {ox.NamedNode(kind)} }} FILTER(STRSTARTS(STR(?g), {ox.Literal(beginning)}))"
        number = self._number(f"SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE {{ {where} }}")
        found: set[str] = set()
        for part in _parts("g"):
            found |= set(self._column(f"SELECT DISTINCT ?g WHERE {{ {where}{part} }}", "g"))
            if len(found) == number:
                return frozenset(found)
        raise self._withheld("graphs", len(found), number)

    def triples(self, name: str) -> Triples:
        """The triples of a graph, none where there is no such graph.

        Some servers give no more than so many and do not say so: then they are asked for in parts.
        """
        if self._at.store:
            reply = self._client.send("GET", self._at.store, params={"graph": name}, accept=_ACCEPT)
            found = frozenset[ox.Triple]() if reply.status == 404 else self._parsed(reply, name)
        else:
            found = self._constructed(name, "")
        number = self.count(name)
        if number is None or len(found) == number:
            return found
        together: set[ox.Triple] = set()
        for part in _parts("s"):
            together |= self._constructed(name, part)
            if len(together) == number:
                return frozenset(together)
        raise self._withheld(f"triples of <{name}>", len(together), number)

    def _constructed(self, name: str, part: str) -> Triples:
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {ox.NamedNode(name)} {{ ?s ?p ?o }}{part} }}"
        return self._parsed(self._ask(query, _ACCEPT), name)

    def _parsed(self, reply: Reply, name: str) -> Triples:
        self._client.demand(reply, f"graph <{name}>")
        if not reply.body:
            return frozenset()
        try:
            return frozenset(quad.triple for quad in ox.parse(reply.body, format=_RDF[reply.kind], base_iri=name))
        except (KeyError, SyntaxError, ValueError):
            raise EndpointError(
                f"graph <{name}>: {shown(reply.url)} gives back no N-Triples or Turtle ({reply.kind or 'no type'}): "
                "see whether the address is that of a Graph Store or a query service"
            ) from None

    def _number(self, query: str) -> int:
        try:
            (told,) = self._column(query, "n")
            return int(told)
        except ValueError:
            raise self._no_results() from None

    def _column(self, query: str, variable: str) -> list[str]:
        reply = self._client.demand(self._ask(query, "application/sparql-results+json"), "a query")
        try:
            return [row[variable]["value"] for row in json.loads(reply.body)["results"]["bindings"]]
        except (KeyError, TypeError, ValueError):
            raise self._no_results() from None

    def _no_results(self) -> EndpointError:
        wants = "give the address of a SPARQL 1.1 query service with --query"
        return EndpointError(f"{shown(self._at.query or '')} answers a query with no SPARQL results: {wants}")

    def _ask(self, query: str, accept: str) -> Reply:
        return self._client.send("GET", self._at.query or "", params={"query": query}, accept=accept)

    def _withheld(self, what: str, found: int, number: int) -> EndpointError:
        wants = "raise the limit of its results (Virtuoso: ResultSetMaxRows), and see that nobody else is loading"
        return EndpointError(f"{shown(self._at.query or '')} gives {found} of {number} {what}: {wants}")


def _parts(variable: str) -> Iterator[str]:
    """Filters that take all apart by the value of a variable: at first not at all, then ever finer."""
    yield ""
    for depth in range(1, _DEEPEST + 1):
        for number in range(16**depth):
            prefix = f"{number:0{depth}x}"
            yield f' FILTER(STRSTARTS(LCASE(MD5(STR(?{variable}))), "{prefix}"))'
