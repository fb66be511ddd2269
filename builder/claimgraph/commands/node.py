"""A graph as `explain` walks it: neighbours in a settled order, and a name for every node."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import ClassVar

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Store, Triple, parse
from rdflib import DCTERMS, PROV, RDF, RDFS, SKOS

from claimgraph.resources import ONTOLOGY
from claimgraph.vocabulary import CG, NIF

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple


def cg(name: str) -> NamedNode:
    """A term of the ontology."""
    return NamedNode(CG[name])


def dcterms(name: str) -> NamedNode:
    """A Dublin Core term."""
    return NamedNode(DCTERMS[name])


def prov(name: str) -> NamedNode:
    """A term of PROV."""
    return NamedNode(PROV[name])


def nif(name: str) -> NamedNode:
    """A NIF term."""
    return NamedNode(NIF[name])


class Graph:
    """The default graph of a store."""

    TYPE: ClassVar = NamedNode(RDF.type)
    SUBCLASS: ClassVar = NamedNode(RDFS.subClassOf)
    NAMING: ClassVar = (NamedNode(SKOS.prefLabel), NamedNode(SKOS.altLabel), dcterms("identifier"), dcterms("title"))
    SHARED: ClassVar = tuple(map(cg, ("expresses", "sameEvent", "sameAct", "lineage")))  # lead to what several share

    def __init__(self, store: Store) -> None:
        """`store`: as `query.load` fills it."""
        self.store = store

    def statements(self, node: Node) -> list[tuple[NamedNode, Term]]:
        """All that is said of a node: property and value."""
        quads = self.store.quads_for_pattern(node, None, None, DefaultGraph())
        return sorted(((q.predicate, q.object) for q in quads), key=str)

    def out(self, node: Node, predicate: NamedNode) -> list[Node]:
        """The nodes that a property of the node leads to."""
        quads = self.store.quads_for_pattern(node, predicate, None, DefaultGraph())
        return sorted((q.object for q in quads if isinstance(q.object, NamedNode | BlankNode)), key=str)

    def into(self, node: Node, predicate: NamedNode) -> list[Node]:
        """The nodes whose property leads to the node."""
        quads = self.store.quads_for_pattern(None, predicate, node, DefaultGraph())
        return sorted((q.subject for q in quads if isinstance(q.subject, NamedNode | BlankNode)), key=str)

    def text(self, node: Node, predicate: NamedNode) -> str | None:
        """A property's first value as text: a literal's own, a node's label; None where there is none."""
        quads = self.store.quads_for_pattern(node, predicate, None, DefaultGraph())
        first = min((q.object for q in quads), key=str, default=None)
        return None if first is None else self.label(first)

    def texts(self, node: Node, predicate: NamedNode) -> list[str]:
        """All values of a property as text, in a settled order."""
        quads = self.store.quads_for_pattern(node, predicate, None, DefaultGraph())
        return [self.label(value) for value in sorted((q.object for q in quads), key=str)]

    def number(self, node: Node, predicate: NamedNode) -> int:
        """A property's value as a whole number; -1 where it is none."""
        value = self.text(node, predicate) or ""
        return int(value) if value.isdecimal() else -1

    def mentions(self, node: Node) -> list[Node]:
        """The mentions of a node, in the order in which they stand in their articles."""
        return sorted(self.into(node, cg("mentions")), key=self._place)

    def in_order(self, nodes: list[Node], spans: NamedNode | None = None) -> list[Node]:
        """The nodes in the order of their first mentions, or of the spans that a property of theirs leads to."""

        def first(node: Node) -> tuple[str, int, int]:
            found = self.mentions(node) if spans is None else self.out(node, spans)
            return min(map(self._place, found), default=("", -1, -1))

        return sorted(nodes, key=first)

    def _place(self, mention: Node) -> tuple[str, int, int]:
        return (str(self.out(mention, nif("referenceContext"))), *self.extent(mention))

    def extent(self, mention: Node) -> tuple[int, int]:
        """[begin, end) of a mention, code points; -1 for what it does not say."""
        return self.number(mention, nif("beginIndex")), self.number(mention, nif("endIndex"))

    def sentences(self, mention: Node) -> list[str]:
        """The sentences that a mention stands in."""
        return [self.text(sentence, nif("anchorOf")) or "" for sentence in self.out(mention, nif("sentence"))]

    def levels(self, step: Callable[[Node], list[Node]], start: Node, known: Iterable[Node] = ()) -> list[list[Node]]:
        """The nodes one step away, two steps away…; each once, and neither the start nor those that are known."""
        levels, level, seen = [], [start], {start, *known}
        while level:
            level = sorted({n for at in level for n in step(at)} - seen, key=str)
            seen.update(level)
            levels.append(level)
        return levels[:-1]

    def beyond(self, node: Node, predicate: NamedNode) -> set[Node]:
        """The nodes that a property leads to, in one step or more."""
        return {n for level in self.levels(lambda at: self.out(at, predicate), node) for n in level}

    def label(self, term: Term) -> str:
        """What to call a term: a name, a claim's claimant and content, the words of an event, else its IRI.

        What several share is called as one of them; a proposition by the words of a claim, best of one that affirms it.
        """
        if isinstance(term, Literal):
            return term.value
        if isinstance(term, Triple):
            return str(term)
        for predicate in self.NAMING:
            if name := self.text(term, predicate):
                return name
        if content := self.text(term, cg("content")):
            words = content.strip(' "“”,')
            return f"{self.text(term, cg('claimant')) or 'no one named'}: “{words}”"
        if member := self.text(term, cg("member")):
            return f"{member}, {self._role(term)}"
        if ends := self.out(term, cg("joins")):
            return " and ".join(map(self.label, ends))
        if members := [member for link in self.SHARED for member in self.into(term, link)]:
            return self._shared(members)
        spans = [self.text(mention, nif("anchorOf")) for mention in self.mentions(term)]
        return f"{' '.join(self.kinds(term))} “{spans[0]}”" if spans else self.short(term)

    def _shared(self, members: list[Node]) -> str:
        first = min(members, key=lambda m: (cg("Negated") in self.out(m, cg("polarity")), str(m)))
        words = (self.text(first, cg("content")) or "").strip(' "“”,')
        return f"“{words}”" if words else self.label(first)

    def _role(self, affiliation: Node) -> str:
        """ "leader of the Desert Party in Anbar, 2014 to 2018 (Attributed)"."""
        where, since, until, vouched = (
            self.text(affiliation, cg(name)) for name in ("place", "since", "until", "factuality")
        )
        role = f"{self.text(affiliation, cg('role')) or 'member'} of {self.text(affiliation, cg('organization'))}"
        role += f" in {where}" if where else ""
        role += f", {since or '…'} to {until or '…'}" if since or until else ""
        return role if vouched in {None, "Stated"} else f"{role} ({vouched})"

    def short(self, node: Node) -> str:
        """A term of a known vocabulary without its namespace; any other node's IRI."""
        for namespace in map(str, (CG, DCTERMS, NIF, PROV, SKOS)):
            if node.value.startswith(namespace):
                return node.value.removeprefix(namespace)
        return node.value

    def kinds(self, node: Node) -> tuple[str, ...]:
        """A node's most specific classes."""
        types = self.out(node, self.TYPE)
        above = {sup for t in types for sup in self._superclasses.get(t.value, ())}
        return tuple(self.short(t) for t in types if t.value not in above)

    def named(self, asked: str) -> list[Node]:
        """The nodes that a text names: by IRI, by an IRI's end from a slash on, or by a name in any case."""
        asked = asked.strip().removeprefix("<").removesuffix(">")
        exact = {s for s in self._subjects if s.value == asked}
        tails = {s for s in self._subjects if s.value.endswith("/" + asked)} if "/" in asked else set()
        return sorted(exact or tails or self._names.get(asked.casefold(), set()), key=str)

    @property
    def names(self) -> list[str]:
        """Every name, in lower case, in order."""
        return sorted(self._names)

    @cached_property
    def _subjects(self) -> set[Node]:
        quads = self.store.quads_for_pattern(None, None, None, DefaultGraph())
        return {q.subject for q in quads if isinstance(q.subject, NamedNode | BlankNode)}

    @cached_property
    def _names(self) -> dict[str, set[Node]]:
        names: dict[str, set[Node]] = {}
        for predicate in self.NAMING:
            for quad in self.store.quads_for_pattern(None, predicate, None, DefaultGraph()):
                if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode | BlankNode):
                    names.setdefault(quad.object.value.casefold(), set()).add(quad.subject)
        return names

    @cached_property
    def _superclasses(self) -> dict[str, set[str]]:
        """Of each class of the ontology, those right above it."""
        above: dict[str, set[str]] = {}
        for quad in parse(path=str(ONTOLOGY), format=RdfFormat.TURTLE):
            if quad.predicate == self.SUBCLASS and isinstance(quad.object, NamedNode):
                above.setdefault(str(quad.subject.value), set()).add(quad.object.value)
        return above
