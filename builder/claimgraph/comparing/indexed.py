"""The triples of a graph, in whatever named graphs they stand, indexed for look-ups."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, SKOS

from claimgraph.errors import InputError
from claimgraph.vocabulary import CG, NIF, superclasses

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
TERMS = str(CG)  # the namespace; asking for it takes its time
IDENTIFIER, LABEL = str(DCTERMS.identifier), str(SKOS.prefLabel)


class Indexed:
    """What a graph says of each IRI. Of blank nodes nobody knows which is which in another graph: they are left out."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """`quads`: of one graph or of several, which are taken together."""
        self.triples: set[tuple[object, ...]] = set()
        self._out: dict[str, dict[str, list[Value]]] = defaultdict(dict)
        self._into: dict[tuple[str, str], list[str]] = defaultdict(list)  # of cg: properties, by property and node
        for quad in quads:
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            triple = (*map(_alike, (subject, quad.predicate, value)),)
            if triple in self.triples:
                continue
            self.triples.add(triple)
            if not isinstance(subject, ox.NamedNode):
                continue
            node = subject.value
            self._out[node].setdefault(predicate, []).append(value)
            if isinstance(value, ox.NamedNode) and predicate.startswith(TERMS):
                self._into[predicate, value.value].append(node)

    def of_class(self, name: str) -> list[str]:
        """The nodes of a class of the ontology, sorted."""
        return self.instances(CG[name])

    def instances(self, class_: str) -> list[str]:
        """The nodes of a class, sorted."""
        return sorted(self._classes.get(str(class_), ()))

    def classes(self, node: str) -> list[str]:
        """The classes of the ontology that a node is of, without namespace, sorted."""
        types = [v.value for v in self.values(node, str(RDF.type)) if isinstance(v, ox.NamedNode)]
        return sorted(t.removeprefix(TERMS) for t in types if t.startswith(TERMS))

    def values(self, node: str, predicate: str) -> list[Value]:
        """The values of a property of a node, sorted."""
        return sorted(self._out.get(node, {}).get(str(predicate), ()), key=str)

    def nodes(self, node: str, predicate: str) -> list[str]:
        """The IRIs among the values of a property of a node, sorted."""
        return [v.value for v in self.values(node, predicate) if isinstance(v, ox.NamedNode)]

    def text(self, node: str, predicate: str) -> str | None:
        """The first value of a property of a node as text."""
        return next((str(getattr(v, "value", v)) for v in self.values(node, predicate)), None)

    def having(self, predicate: str, node: str) -> list[str]:
        """The nodes of which a property, one of the ontology, leads to a node; sorted."""
        return sorted(self._into.get((str(predicate), node), ()))

    def begin(self, span: str) -> int:
        """Where a span begins, in code points of its article; -1 where that is not told."""
        told = self.text(span, str(NIF.beginIndex)) or ""
        return int(told) if told.isascii() and told.isdecimal() else -1

    def in_order(self, spans: Iterable[str]) -> list[str]:
        """Spans in the order of the text."""
        return sorted(spans, key=lambda span: (self.begin(span), span))

    def words(self, span: str) -> str:
        """The text of a span, with white space as single spaces."""
        return " ".join((self.text(span, str(NIF.anchorOf)) or "").split())

    def sentence(self, span: str) -> str | None:
        """The first sentence that a span stands in."""
        return next((self.words(s) for s in self.in_order(self.nodes(span, str(NIF.sentence)))), None)

    @cached_property
    def articles(self) -> dict[str, str]:
        """The identifier, or else the IRI, of each article."""
        return {node: self.text(node, IDENTIFIER) or node for node in self.of_class("Article")}

    @cached_property
    def base(self) -> str:
        """What the IRIs of instances begin with, as those of the articles tell; empty where they do not."""
        bases = {node.rpartition("article/")[0] for node in self.articles}
        return bases.pop() if len(bases) == 1 else ""

    @cached_property
    def _classes(self) -> dict[str, set[str]]:
        """The nodes of each class and of those below it: a registry as it is written tells one type of an entry."""
        found: dict[str, set[str]] = defaultdict(set)
        for node, said in self._out.items():
            for value in said.get(str(RDF.type), ()):
                if isinstance(value, ox.NamedNode):
                    found[value.value].add(node)
        for class_, nodes in list(found.items()):
            for wider in above(class_.removeprefix(TERMS)) if class_.startswith(TERMS) else ():
                found[TERMS + wider] |= nodes
        return found


@cache
def above(name: str) -> frozenset[str]:
    """The classes above one of the ontology's; none of what it does not know, such as another version's."""
    try:
        return frozenset(superclasses(name)[1:])
    except InputError:
        return frozenset()


def _alike(term: object) -> object:
    """The term; for a blank node, of which nobody knows what it is called elsewhere, nothing."""
    return None if isinstance(term, ox.BlankNode) else term
