"""Registry files in Turtle."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from claimgraph.errors import InputError
from claimgraph.registry.described import Described
from claimgraph.registry.findings import Origin
from claimgraph.registry.terms import COLUMNS, TYPE

_LOCAL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?")  # what needs no escape behind a prefix


def read(path: Path, data: bytes) -> list[Described]:
    """What a file says of each subject. Raises InputError where it is no Turtle or holds nodes without an IRI."""
    objects: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    try:
        for subject, predicate, value, _ in parse(data, RdfFormat.TURTLE):
            if not isinstance(subject, NamedNode) or not isinstance(value, (NamedNode, Literal)):
                raise InputError(f"{path}: {predicate} stands on or points to a node without an IRI: give it one")
            objects.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value)
    except SyntaxError as error:
        raise InputError(f"{path}: line {error.lineno}: no Turtle ({error.msg}): correct it there") from error
    origin = Origin(path)
    return [Described(iri, of, origin) for iri, of in objects.items()]


def triples(described: Iterable[Described]) -> Iterator[Triple]:
    """All that is said, as triples."""
    for one in described:
        for term, values in one.objects.items():
            for value in values:
                yield Triple(NamedNode(one.iri), NamedNode(term), value)


def prologue(prefixes: Mapping[str, str]) -> str:
    """The lines that declare prefixes."""
    return "".join(f"@prefix {prefix}: {NamedNode(namespace)} .\n" for prefix, namespace in prefixes.items())


def paragraph(one: Described, prefixes: Mapping[str, str]) -> str:
    """What is said of one subject, a property to a line; IRIs are short where one of these prefixes fits."""
    said = []
    for term in COLUMNS.values():
        values = one.objects.get(term)
        if values:
            name = "a" if term == TYPE else _term(NamedNode(term), prefixes)
            said.append(f"{name} {', '.join(_term(value, prefixes) for value in values)}")
    return f"{_term(NamedNode(one.iri), prefixes)} " + " ;\n    ".join(said) + " .\n"


def _term(node: NamedNode | Literal, prefixes: Mapping[str, str]) -> str:
    """A term as Turtle, escaped by the library."""
    if isinstance(node, NamedNode):
        for prefix, namespace in prefixes.items():
            if node.value.startswith(namespace) and _LOCAL.fullmatch(node.value, len(namespace)):
                return f"{prefix}:{node.value[len(namespace) :]}"
        return str(node)
    if node.language or node.datatype == Literal("").datatype:
        return str(node)
    return f"{Literal(node.value)}^^{_term(node.datatype, prefixes)}"
