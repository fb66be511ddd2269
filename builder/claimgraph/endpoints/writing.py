"""Graphs -> requests, by Graph Store Protocol or by SPARQL 1.1 Update.

Each request may be made again without harm, for there are no blank nodes: a triple that is there already is not added
twice. All terms are written by pyoxigraph's N-Triples writer, which SPARQL reads as well, so no text can end a string.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from claimgraph.endpoints.addresses import Addresses, Protocol
from claimgraph.endpoints.plan import batches, lines

N_TRIPLES, SPARQL_UPDATE = "application/n-triples", "application/sparql-update"
PER_UPDATE = 1000  # triples: Virtuoso compiles each update, and gives up at some five thousand


@dataclass(frozen=True)
class Request:
    """One request that writes. `graph` None: the body names it."""

    method: str
    url: str
    graph: str | None
    body: bytes | None
    kind: str | None  # the body's media type


class Writer:
    """Makes the requests."""

    def __init__(self, addresses: Addresses, size: int) -> None:
        """`size`: the bytes of triples that a request holds at most, but for what `cut` says."""
        self._at, self._size = addresses, size
        self._by_update = addresses.protocol is Protocol.UPDATE

    def replace(self, name: str, triples: Iterable[ox.Triple]) -> Iterator[Request]:
        """Put these triples in the place of all that a graph holds.

        The article's own node comes first, so that a graph which an interrupted load leaves in part can be known.
        """
        opening = f"DROP SILENT GRAPH {ox.NamedNode(name)} ;\n".encode()
        for number, batch in enumerate(self._batches(lines(triples, name))):
            if self._by_update:
                yield self._update((b"" if number else opening) + _data("INSERT", name, batch))
            else:
                yield self._gsp("POST" if number else "PUT", name, batch)

    def add(self, name: str, triples: Iterable[ox.Triple]) -> Iterator[Request]:
        """Add triples to what a graph holds."""
        for batch in self._batches(lines(triples)):
            yield self._update(_data("INSERT", name, batch)) if self._by_update else self._gsp("POST", name, batch)

    def cut(self, name: str, surplus: Iterable[ox.Triple], left: Iterable[ox.Triple]) -> Iterator[Request]:
        """Take triples from a graph, of which then these are left.

        By Graph Store Protocol the graph is written anew, in one request whatever its size: cut in two, and interrupted
        between them, it would have lost what no file holds.
        """
        if self._by_update:
            for batch in self._batches(lines(surplus)):
                yield self._update(_data("DELETE", name, batch))
        else:
            yield self._gsp("PUT", name, list(lines(left)))

    def drop(self, name: str) -> Request:
        """Remove a graph."""
        if self._by_update:
            return self._update(f"DROP SILENT GRAPH {ox.NamedNode(name)}".encode())
        return Request("DELETE", self._at.target, name, None, None)

    def _batches(self, found: Iterable[bytes]) -> Iterator[list[bytes]]:
        return batches(found, self._size, PER_UPDATE if self._by_update else None)

    def _gsp(self, method: str, name: str, batch: Iterable[bytes]) -> Request:
        return Request(method, self._at.target, name, b"".join(line + b"\n" for line in batch), N_TRIPLES)

    def _update(self, body: bytes) -> Request:
        return Request("POST", self._at.target, None, body, SPARQL_UPDATE)


def _data(verb: str, name: str, batch: Iterable[bytes]) -> bytes:
    return b"%s DATA { GRAPH %s {\n%s\n} }" % (verb.encode(), str(ox.NamedNode(name)).encode(), b"\n".join(batch))
