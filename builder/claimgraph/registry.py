"""The registry: known actors and places, with their names. Turtle in, frozen records out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from claimgraph.errors import InputError
from claimgraph.model import Kind
from claimgraph.resources import REGISTRY, SHAPES

HOME = "https://w3id.org/claimgraph/id/"  # ids lose it; instances get the base that the user set
CG = "https://w3id.org/claimgraph/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SOURCE = "http://purl.org/dc/terms/source"
SHAPE = SHAPES / "registry.ttl"
KINDS = frozenset(Kind) - {Kind.ACTOR, Kind.GROUP, Kind.UNNAMED_GROUP}  # what a known actor can be
TERMS = frozenset({"demonym", "metonym", "partOf", "territory", "member", "organization", "role"})  # of cg:

_AT_HOME = re.compile(r"(actor|place|affiliation)/[^\s#?]+")
_ELSEWHERE = re.compile(r"https?://[^\s#?/]+/\S+")


@dataclass(frozen=True, order=True)
class Label:
    """A name in a language (BCP 47)."""

    text: str
    language: str = "en"


@dataclass(frozen=True)
class Entry:
    """A known actor, or a place (`kind` None)."""

    id: str
    kind: Kind | None
    label: Label
    alt_labels: tuple[Label, ...] = ()
    metonyms: tuple[str, ...] = ()  # names of something else that stand for it where it acts: 'Washington'
    demonyms: tuple[str, ...] = ()  # 'American'
    part_of: str | None = None  # the parent body, or the place around it
    territory: str | None = None  # of a state
    matches: tuple[str, ...] = ()  # skos:exactMatch
    source: str | None = None  # dcterms:source


@dataclass(frozen=True)
class Role:
    """A known affiliation."""

    id: str
    member: str
    organization: str
    role: str | None = None


@dataclass(frozen=True)
class Registry:
    """All entries by id, in the order of their ids."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class _Described:
    """What one file says of one subject: the objects by property, none of them empty."""

    path: Path
    iri: str
    objects: Mapping[str, list[NamedNode | Literal]]

    @cached_property
    def id(self) -> str:
        return self.iri.removeprefix(HOME)

    def refuse(self, reason: str) -> InputError:
        return InputError(f"{self.path}: <{self.iri}>: {reason}")

    def iris(self, term: str) -> tuple[str, ...]:
        values = self.objects.get(term)
        if not values:
            return ()
        if not all(isinstance(value, NamedNode) for value in values):
            raise self.refuse(f"{_short(term)} must be an IRI: write it in angle brackets or with a prefix")
        return tuple(sorted(value.value for value in values))

    def labels(self, term: str) -> tuple[Label, ...]:
        """English first, then by language and text."""
        labels = []
        for value in self.objects.get(term, []):
            if not isinstance(value, Literal) or not value.value.strip():
                raise self.refuse(f"{_short(term)} must be a name in quotation marks, and not an empty one")
            labels.append(Label(value.value, value.language or "en"))
        return tuple(sorted(labels, key=lambda label: (label.language != "en", label.language, label.text)))

    def texts(self, term: str) -> tuple[str, ...]:
        return tuple(label.text for label in self.labels(term))

    def one(self, term: str, values: Sequence[str]) -> str | None:
        if len(values) > 1:
            raise self.refuse(f"it has {len(values)} values of {_short(term)}: keep one")
        return values[0] if values else None

    def need(self, term: str) -> str:
        """The id that the one value stands for."""
        iri = self.one(term, self.iris(term))
        if iri is None:
            raise self.refuse(f"it lacks {_short(term)}: add it")
        return iri.removeprefix(HOME)

    def link(self, term: str) -> str | None:
        """The id that the value stands for, where there is one."""
        iri = self.one(term, self.iris(term))
        return iri and iri.removeprefix(HOME)


def load(*paths: Path) -> Registry:
    """The registry in these Turtle files, or else the shipped one. A later file's entry replaces an earlier one's.

    Raises InputError for a file that is missing or is no Turtle, an entry that breaks the registry's shape (the shipped
    file is taken to conform), an unusable id, or a link to an entry that no file has.
    """
    described: dict[str, _Described] = {}
    for path in paths or (REGISTRY,):
        described |= _read(path)
    entries: dict[str, Entry] = {}
    roles: dict[str, Role] = {}
    for one in described.values():
        kind = _kind(one)
        if kind == "Affiliation":
            roles[one.id] = _role(one)
        else:
            entries[one.id] = _entry(one, None if kind == "Place" else Kind(kind))
    _check_links(described, entries, roles)
    if {one.path for one in described.values()} - {REGISTRY}:
        _check_shape(described)
    return Registry(dict(sorted(entries.items())), tuple(sorted(roles.values(), key=lambda role: role.id)))


def _read(path: Path) -> dict[str, _Described]:
    objects: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    try:
        for subject, predicate, value, _ in parse(path.read_bytes(), RdfFormat.TURTLE):
            if not isinstance(subject, NamedNode) or not isinstance(value, (NamedNode, Literal)):
                raise InputError(f"{path}: {predicate} stands on or points to a node without an IRI: give it one")
            objects.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value)
    except OSError as error:
        raise InputError(f"{path}: the registry cannot be read ({error.strerror}): check the path") from error
    except SyntaxError as error:
        raise InputError(f"{path}: line {error.lineno}: no Turtle ({error.msg}): correct it there") from error
    if not objects:
        raise InputError(f"{path}: the registry holds no entry: add one, or leave the file out")
    return {one.id: one for one in (_Described(path, iri, of) for iri, of in objects.items())}


def _kind(one: _Described) -> str:
    """`Place`, `Affiliation` or a kind of actor; checks that the id fits it."""
    unknown = sorted(term for term in one.objects if term.startswith(CG) and term.removeprefix(CG) not in TERMS)
    if unknown:
        choice = ", ".join(f"cg:{term}" for term in sorted(TERMS))
        raise one.refuse(f"{_short(unknown[0])} is no property of an entry: take one of {choice}")
    kinds = [iri.removeprefix(CG) for iri in one.iris(TYPE)]
    if len(kinds) != 1 or kinds[0] not in (*KINDS, "Place", "Affiliation"):
        choice = ", ".join(f"cg:{kind}" for kind in sorted(KINDS))
        raise one.refuse(f"it has the types {kinds}: give it one of cg:Place, cg:Affiliation, {choice}")
    folder = {"Place": "place", "Affiliation": "affiliation"}.get(kinds[0], "actor")
    at_home = one.iri.startswith(HOME)
    if not (_AT_HOME if at_home else _ELSEWHERE).fullmatch(one.id) or (at_home and not one.id.startswith(f"{folder}/")):
        raise one.refuse(f"no usable id: take an http(s) IRI of your own, or {HOME}{folder}/ with a name behind it")
    return kinds[0]


def _entry(one: _Described, kind: Kind | None) -> Entry:
    preferred = [label for label in one.labels(SKOS + "prefLabel") if label.language == "en"]
    if len(preferred) != 1:
        raise one.refuse(f"it has {len(preferred)} English values of skos:prefLabel: give it one")
    sources = [value.value for value in one.objects.get(SOURCE, [])]
    return Entry(
        one.id,
        kind,
        preferred[0],
        one.labels(SKOS + "altLabel"),
        metonyms=one.texts(CG + "metonym"),
        demonyms=one.texts(CG + "demonym"),
        part_of=one.link(CG + "partOf"),
        territory=one.link(CG + "territory"),
        matches=one.iris(SKOS + "exactMatch"),
        source=one.one(SOURCE, sources),
    )


def _role(one: _Described) -> Role:
    return Role(
        one.id,
        one.need(CG + "member"),
        one.need(CG + "organization"),
        one.one(CG + "role", one.texts(CG + "role")),
    )


def _check_links(described: Mapping[str, _Described], entries: Mapping[str, Entry], roles: Mapping[str, Role]) -> None:
    """Raise InputError for a link to what no file describes, or for a whole that is part of itself."""
    links = [(e.id, "cg:partOf", e.part_of) for e in entries.values()]
    links += [(e.id, "cg:territory", e.territory) for e in entries.values()]
    links += [(r.id, "cg:member", r.member) for r in roles.values()]
    links += [(r.id, "cg:organization", r.organization) for r in roles.values()]
    for id_, term, target in links:
        if target is not None and target not in entries:
            raise described[id_].refuse(
                f"{term} points to {target}, which no file describes: describe it or correct the IRI"
            )
    for id_ in entries:
        seen, above = {id_}, entries[id_].part_of
        while above is not None:
            if above in seen:
                raise described[id_].refuse("cg:partOf leads round in a circle: break it")
            seen.add(above)
            above = entries[above].part_of


def _check_shape(described: Mapping[str, _Described]) -> None:
    """Raise InputError for what the shape finds on entries that are not the shipped file's."""
    from pyshacl import validate  # slow to import, and needed for users' files alone
    from rdflib import SH, Graph, URIRef

    graph = Graph(bind_namespaces="none").parse(data=_ntriples(described), format="nt")
    own = {one.iri: one for one in described.values() if one.path != REGISTRY}
    report = validate(graph, shacl_graph=str(SHAPE), focus_nodes=[URIRef(iri) for iri in own])[1]
    found = sorted(
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultMessage)))
        for result in report.subjects(SH.resultSeverity, SH.Violation)
    )
    if found:
        node, message = found[0]
        more = f" ({len(found) - 1} more such findings)" if len(found) > 1 else ""
        raise own[node].refuse(f"{message}{more}")


def _ntriples(described: Mapping[str, _Described]) -> bytes:
    triples = (
        Triple(NamedNode(one.iri), NamedNode(term), value)
        for one in described.values()
        for term, values in one.objects.items()
        for value in values
    )
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _short(term: str) -> str:
    for prefix, namespace in (("cg", CG), ("skos", SKOS)):
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return {TYPE: "rdf:type", SOURCE: "dcterms:source"}.get(term, f"<{term}>")
