"""IRIs of instances."""

from functools import lru_cache
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import RDF, Literal, URIRef
from rdflib.term import Identifier

from claimgraph.errors import InputError
from claimgraph.model import Span
from claimgraph.vocabulary import BASE, CG, superclasses

Triple = tuple[URIRef, URIRef, Identifier]


@lru_cache(maxsize=100_000)
def iri(id: str, base: str = BASE) -> URIRef:  # noqa: A002  the records' own word
    """The IRI of an id: the id itself where it is a full IRI (it holds "://"), else the base and the id, in which what
    no IRI may hold is percent-encoded. Raises InputError where that makes no IRI.
    """
    if "://" in id:
        if not is_iri(id):
            raise InputError(f"{id!r} is no IRI: correct it in the registry")
        return URIRef(id)
    if not is_iri(base) or not base.endswith("/"):
        raise InputError(f"{base!r} is no base for IRIs: give an absolute IRI that ends in /")
    return URIRef(base + (id if is_iri(base + id) else quote(id, safe="/:@!$&'()*+,;=~", errors="replace")))


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI."""
    try:
        ox.NamedNode(text)
    except ValueError:  # a lone surrogate, which UTF-8 cannot hold, is one too
        return False
    return True


def address(text: str) -> URIRef | Literal:
    """A web address as a node; text that is none as it stands."""
    return URIRef(text) if text.startswith(("http://", "https://")) and is_iri(text) else Literal(text)


class Nodes:
    """The nodes of one graph: `nodes(id)`. Remembers the ids that were asked for."""

    def __init__(self, base: str) -> None:
        """`base`: what the IRIs of instances begin with."""
        self._base = base
        self.asked: set[str] = set()

    def __call__(self, id: str) -> URIRef:  # noqa: A002
        """The node of an id; raises InputError as `iri` does."""
        self.asked.add(id)
        return iri(id, self._base)

    def span(self, article: str, span: Span) -> URIRef:
        """The node of a span (RFC 5147) of the article with that id."""
        return URIRef(f"{iri(article, self._base)}#char={span.begin},{span.end}")


def types(node: URIRef, name: str) -> list[Triple]:
    """A node's class and the classes above it. Raises InputError where the ontology has no such class."""
    return [(node, RDF.type, CG[above]) for above in superclasses(name)]
