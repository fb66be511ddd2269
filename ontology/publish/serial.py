"""The ontology as RDF/XML and as JSON-LD."""

import json
from collections import defaultdict
from typing import Any

import pyoxigraph as ox

from ontology.publish.source import Source

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
# What JSON-LD writes as a plain word: a text in English, the IRI of a term, or a list of such.
_ENGLISH = [f"{RDFS}label", f"{RDFS}comment", f"{SKOS}definition", f"{SKOS}example"]
_LINKS = [f"{RDFS}{name}" for name in ("subClassOf", "subPropertyOf", "domain", "range", "isDefinedBy", "seeAlso")]
_LINKS += [f"{SKOS}{name}" for name in ("closeMatch", "relatedMatch", "narrowMatch", "broadMatch", "exactMatch")]
_LINKS += [f"{OWL}{name}" for name in ("onProperty", "allValuesFrom", "equivalentClass", "disjointWith", "versionIRI")]
_LISTS = [f"{OWL}{name}" for name in ("unionOf", "propertyChainAxiom", "members", "distinctMembers")]
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def rdf_xml(source: Source) -> bytes:
    """RDF/XML, each subject's triples together, in the file's order."""
    order: dict[Any, int] = {}
    for triple in source.triples:
        order.setdefault(triple.subject, len(order))
    together = sorted(source.triples, key=lambda triple: order[triple.subject])
    return ox.serialize(together, format=ox.RdfFormat.RDF_XML, prefixes=source.prefixes) or b""


def json_ld(source: Source) -> bytes:
    """JSON-LD with a context that lets terms be read as words; what has no name stands where it is used."""
    document = {"@context": _context(source.prefixes), "@graph": _Writer(source).nodes()}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def _word(iri: str) -> str:
    """The name of a term without its namespace."""
    return iri.rpartition("#")[2]


def _context(prefixes: dict[str, str]) -> dict[str, Any]:
    context: dict[str, Any] = dict(sorted(prefixes.items()))
    context |= {_word(iri): {"@id": iri, "@language": "en"} for iri in _ENGLISH}
    context |= {_word(iri): {"@id": iri, "@type": "@id"} for iri in _LINKS}
    return context | {_word(iri): {"@id": iri, "@type": "@id", "@container": "@list"} for iri in _LISTS}


class _Writer:
    """One node object for each subject."""

    def __init__(self, source: Source) -> None:
        self._prefixes = source.prefixes
        self._of: dict[Any, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        used = set()
        for triple in source.triples:
            self._of[triple.subject][triple.predicate.value].append(triple.object)
            used.add(triple.object)
        self._tops = [node for node in self._of if node not in used or isinstance(node, ox.NamedNode)]

    def nodes(self) -> list[dict[str, Any]]:
        return [self._node(node) for node in self._tops]

    def _node(self, node: ox.NamedNode | ox.BlankNode) -> dict[str, Any]:
        written: dict[str, Any] = {"@id": self._compact(node.value)} if isinstance(node, ox.NamedNode) else {}
        for predicate, values in self._of[node].items():
            if predicate == f"{RDF}type":
                written["@type"] = _one([self._compact(value.value) for value in values])  # type: ignore[union-attr]
            elif predicate in _LISTS:
                (head,) = values
                written[_word(predicate)] = [self._link(value) for value in self._list(head)]
            elif predicate in _LINKS:
                written[_word(predicate)] = _one([self._link(value) for value in values])
            elif predicate in _ENGLISH and all(isinstance(v, ox.Literal) and v.language == "en" for v in values):
                written[_word(predicate)] = _one([value.value for value in values])  # type: ignore[union-attr]
            else:
                written[self._compact(predicate)] = _one([self._value(value) for value in values])
        return written

    def _list(self, head: Value) -> list[Value]:
        members = []
        while head != ox.NamedNode(f"{RDF}nil"):
            (first,), (head,) = self._of[head][f"{RDF}first"], self._of[head][f"{RDF}rest"]
            members.append(first)
        return members

    def _link(self, value: Value) -> Any:
        return self._compact(value.value) if isinstance(value, ox.NamedNode) else self._value(value)

    def _value(self, value: Value) -> Any:
        if isinstance(value, ox.NamedNode):
            return {"@id": self._compact(value.value)}
        if isinstance(value, ox.BlankNode):
            if f"{RDF}first" in self._of[value]:
                return {"@list": [self._value(member) for member in self._list(value)]}
            return self._node(value)
        if not isinstance(value, ox.Literal):
            raise TypeError(f"{value} is no term that an ontology has")
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype.value == f"{XSD}string":
            return value.value
        return {"@value": value.value, "@type": self._compact(value.datatype.value)}

    def _compact(self, iri: str) -> str:
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and iri != namespace:
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


def _one(values: list[Any]) -> Any:
    """A value by itself, several as a list."""
    return values[0] if len(values) == 1 else values
