"""Finding an endpoint's services by asking: with GET alone, so that nothing is written to find out."""

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import pyoxigraph as ox

from claimgraph.endpoints.addresses import Addresses, Protocol, shown
from claimgraph.endpoints.client import Client, Reply
from claimgraph.errors import InputError

# Where servers have their services below an address: Oxigraph, Virtuoso, Fuseki, RDF4J and GraphDB.
STORES = ("store", "sparql-graph-crud-auth", "data", "rdf-graphs/service")
UPDATES = ("update", "sparql-auth", "statements")
QUERIES = ("query", "sparql")
_TAILS = (*STORES, *UPDATES, *QUERIES, "sparql-graph-crud")
_RDF = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_SD = "http://www.w3.org/ns/sparql-service-description#"
_LANGUAGE, _UPDATE = ox.NamedNode(f"{_SD}supportedLanguage"), ox.NamedNode(f"{_SD}SPARQL11Update")
_TAKES_OTHERS = {400, 401, 403, 405, 406, 415, 422, 500}  # of an update's address that is merely looked at


def find(client: Client, given: Addresses, to: str | None, protocol: Protocol) -> Addresses:
    """The services that are needed for a protocol, and the one for queries where there is one; those given are taken.

    `to`: an address of the endpoint, or of one of its services. Raises InputError where they cannot be found,
    EndpointError where the server cannot be reached or wants other credentials.
    """
    first = to or given.store or given.update or given.query
    if first is None:
        raise InputError("there is no address to load to: give --to URL, such as --to http://localhost:7878")
    asking = _Asking(client, _base(first), to)
    store = given.store
    if store is None and protocol is not Protocol.UPDATE and given.update is None:
        store = asking.first(STORES, asking.is_store)
    update = None if store and protocol is not Protocol.UPDATE else given.update
    if update is None and protocol is not Protocol.GSP and not store:
        update = asking.first(UPDATES, asking.is_update)
    if store is None and update is None:
        wants = "correct the address, or give --store or --update, and --query"
        raise InputError(f"no service to load into was found ({', '.join(asking.tried)}): {wants}")
    query = given.query or asking.first(QUERIES, asking.is_query)
    if query is None and not store:
        raise InputError(f"no service for queries was found beside {shown(update or first)}: give --query")
    return Addresses(None if protocol is Protocol.UPDATE else store, update, query)


def _base(url: str) -> str:
    """The address below which the services are, with a slash at its end."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/").removesuffix(_tail(url)) if _tail(url) else parts.path
    return urlunsplit((parts.scheme, parts.netloc, f"{path.rstrip('/')}/", "", ""))


def _tail(url: str) -> str:
    """The end of an address that says what it is for; empty where it says nothing."""
    path = urlsplit(url).path.rstrip("/")
    return next((tail for tail in _TAILS if path.endswith(f"/{tail}")), "")


class _Asking:
    def __init__(self, client: Client, base: str, to: str | None) -> None:
        self._client, self._base, self._to = client, base, to
        self.tried: list[str] = []

    def first(self, tails: tuple[str, ...], fits: Callable[[str], bool]) -> str | None:
        """The first address that fits: the one given, unless it is for something else, or the base with a tail."""
        own = [self._to] if self._to and _tail(self._to) in ("", *tails) else []
        for url in dict.fromkeys([*own, *(self._base + tail for tail in tails)]):
            self.tried += [] if shown(url) in self.tried else [shown(url)]
            if fits(url):
                return url
        return None

    def is_store(self, url: str) -> bool:
        """Whether it gives the default graph as RDF, or is Virtuoso's, which has none."""
        reply = self._look(url, {"default": ""}, "application/n-triples, text/turtle;q=0.9")
        return (reply.fine and reply.kind in _RDF) or (_tail(url) == "sparql-graph-crud-auth" and reply.status != 404)

    def is_query(self, url: str) -> bool:
        """Whether it answers a query."""
        reply = self._look(url, {"query": "ASK {}"}, "application/sparql-results+json")
        return reply.fine and reply.kind == "application/sparql-results+json"

    def is_update(self, url: str) -> bool:
        """Whether its description says so; or, at an address that is usual for updates, it takes no GET."""
        reply = self._look(url, {}, "text/turtle", only_headers=False)
        if _tail(url) == "sparql-auth":  # Virtuoso's, which describes itself as a query service
            return reply.status != 404
        if reply.fine and reply.kind in _RDF:
            return _says_update(reply)
        return reply.status in _TAKES_OTHERS and _tail(url) in UPDATES

    def _look(self, url: str, params: dict[str, str], accept: str, *, only_headers: bool = True) -> Reply:
        reply = self._client.send("GET", url, params=params, accept=accept, only_headers=only_headers)
        return self._client.demand(reply, "the endpoint") if reply.status == 401 else reply


def _says_update(reply: Reply) -> bool:
    try:
        described = list(ox.parse(reply.body, format=_RDF[reply.kind], base_iri=reply.url))
    except (SyntaxError, ValueError):
        return False
    return any(quad.predicate == _LANGUAGE and quad.object == _UPDATE for quad in described)
