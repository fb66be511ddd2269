"""The ontology as it is read: its triples in the file's order, its terms, and the file's own sections."""

import re
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

CG = "https://w3id.org/claimgraph/ontology#"
HOME = URIRef("https://w3id.org/claimgraph/ontology")
KINDS = {
    OWL.Class: "class",
    OWL.ObjectProperty: "property between nodes",
    OWL.DatatypeProperty: "property with a value",
    OWL.NamedIndividual: "value",
}
_SECTION = re.compile(r"^### (.+)$|^cg:(\w+) a ", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A part of the file: what stands after `###`, and the local names of the terms that follow it."""

    heading: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """An ontology. `triples` are those of the Turtle in its order, blank nodes named by the order they come in."""

    turtle: str
    triples: tuple[ox.Triple, ...]
    prefixes: dict[str, str]

    @classmethod
    def read(cls, turtle: bytes) -> "Source":
        """Raises SyntaxError where it is no Turtle."""
        parser = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        names: dict[ox.BlankNode, ox.BlankNode] = {}

        def named(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.NamedNode | ox.BlankNode:
            if isinstance(term, ox.BlankNode):
                return names.setdefault(term, ox.BlankNode(f"b{len(names) + 1}"))
            return term  # type: ignore[return-value]

        triples = tuple(ox.Triple(named(q.subject), q.predicate, named(q.object)) for q in parser)
        return cls(turtle.decode(), triples, parser.prefixes)

    @cached_property
    def graph(self) -> Graph:
        """The same triples to be asked; what it gives comes in the file's order."""
        graph = Graph(bind_namespaces="none")
        return graph.parse(data=ox.serialize(self.triples, format=ox.RdfFormat.N_TRIPLES), format="nt")

    @cached_property
    def sections(self) -> list[Section]:
        """The file's sections that hold terms of its own."""
        found: list[tuple[str, list[str]]] = []
        for heading, term in _SECTION.findall(self.turtle):
            if heading:
                found.append((heading, []))
            elif term:
                found[-1][1].append(term)
        return [Section(heading, tuple(dict.fromkeys(terms))) for heading, terms in found if terms]

    @cached_property
    def kinds(self) -> dict[str, URIRef]:
        """Each term of the ontology, by local name, with the class of KINDS that it is declared as."""
        declared = ((s, o) for s, _, o in self.graph.triples((None, RDF.type, None)) if o in KINDS)
        return {local(s): URIRef(str(o)) for s, o in declared if str(s).startswith(CG)}

    @property
    def version(self) -> str:
        """Its owl:versionInfo."""
        return self.about(OWL.versionInfo)

    def about(self, said: URIRef) -> str:
        """What the ontology says of itself. Raises ValueError where it does not."""
        return self._text(HOME, said)

    def text(self, name: str, said: URIRef) -> str:
        """What is said of a term, by local name. Raises ValueError where nothing is."""
        return self._text(term(name), said)

    def objects(self, name: str, predicate: URIRef) -> list[Node]:
        """The objects of a term's triples, in the file's order."""
        return list(self.graph.objects(term(name), predicate))

    def types(self, name: str) -> list[Node]:
        """What a term is declared as."""
        return self.objects(name, RDF.type)

    def below(self, name: str) -> list[str]:
        """The classes directly below a class."""
        return [local(s) for s in self.graph.subjects(RDFS.subClassOf, term(name))]

    def members(self, node: Node, predicate: URIRef) -> list[Node]:
        """The members of the list that a node has; none where it has no such list."""
        listed = self.graph.value(node, predicate)
        return [] if listed is None else list(Collection(self.graph, listed))

    def ends(self, name: str, side: URIRef) -> list[str]:
        """The classes of the ontology that a property's domain or range names, alone or in a union."""
        named = [c for node in self.objects(name, side) for c in (self.members(node, OWL.unionOf) or [node])]
        return [local(c) for c in named if str(c).startswith(CG)]

    def values(self, name: str) -> list[str]:
        """The local names of a closed list's values."""
        return [local(v) for node in self.objects(name, OWL.equivalentClass) for v in self.members(node, OWL.oneOf)]

    def _text(self, subject: Node, said: URIRef) -> str:
        value = self.graph.value(subject, said)
        if value is None:
            raise ValueError(f"{subject} has no {said}: say it in claimgraph.ttl")
        return str(value)


def term(name: str) -> URIRef:
    """The term of a local name."""
    return URIRef(CG + name)


def local(node: Node) -> str:
    """The local name of a term of the ontology."""
    return str(node).removeprefix(CG)
