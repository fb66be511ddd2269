"""What a graph is, told in the graph: VoID and DCAT for what is in it, PROV for what it was made of, and by what.

The description is a named graph of its own. Its IRIs come from the graph's content and from what made it, so the same
build describes itself alike, and the descriptions of several builds lie side by side in one endpoint.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import DCAT, DCTERMS, FOAF, PROV, RDF, VOID, Graph, URIRef

from claimgraph.errors import InputError
from claimgraph.model import Making, Software, Source, Use
from claimgraph.resources import ONTOLOGY, SHAPES
from claimgraph.slugs import slug
from claimgraph.triples import literals
from claimgraph.triples.nodes import Triple, iri
from claimgraph.vocabulary import CG, PREFIXES, SCHEMA, ontology_version

ENDED = "SOURCE_DATE_EPOCH"  # https://reproducible-builds.org/specs/source-date-epoch/
_TYPE = ox.NamedNode(str(RDF.type))
# What a namespace's vocabulary is called where that is not the namespace itself.
_VOCABULARIES = {"cg": str(CG).rstrip("#")}


def ended() -> datetime | None:
    """The time to be told as that of the build: SOURCE_DATE_EPOCH, seconds since 1970; None where it is not set.

    Raises InputError where it is set to anything else.
    """
    told = os.environ.get(ENDED, "")
    if not told:
        return None
    try:
        if not (told.isascii() and told.isdecimal()):
            raise ValueError
        return datetime.fromtimestamp(int(told), UTC)
    except (ValueError, OverflowError, OSError):
        raise InputError(f"{ENDED} is {told!r}: set it to a number of seconds since 1970, or not at all") from None


def own_sources() -> tuple[Source, ...]:
    """The ontology and the shapes that come with the package; the shapes as one, each file behind the other."""
    shapes = b"".join(path.read_bytes() for path in sorted(SHAPES.glob("*.ttl")))
    return Source.of(Use.ONTOLOGY, ONTOLOGY, ONTOLOGY.read_bytes()), Source.of(Use.SHAPES, SHAPES, shapes)


def describe(valid: Iterable[ox.Quad], making: Making, base: str) -> Graph:
    """The description of a graph that has passed the gate, with the name that it is to have as its identifier.

    Its numbers count each triple once, in whatever graphs it stands, and the description's own too: they are those of
    the file that is written. `base`: what the IRIs of instances begin with.
    """
    counted = _count(valid)
    identity = sha256(counted.digest.encode())
    identity.update(repr((making, ontology_version(), base)).encode())
    about = _Description(iri(f"dataset/{identity.hexdigest()[:12]}", base), making, base, counted)
    made = Graph(identifier=URIRef(f"{about.dataset}/description"), bind_namespaces="none")
    for triple in about.triples():
        made.add(triple)
    for property_, number in _totals(counted, made).items():
        made.add((about.dataset, property_, literals.count(number)))
    return made


@dataclass
class _Counted:
    """What is in a graph, each triple and each node once."""

    triples: int = 0
    digest: str = ""
    properties: set[str] = field(default_factory=set)
    instances: dict[str, set[str]] = field(default_factory=dict)  # by class

    @property
    def entities(self) -> set[str]:
        """All nodes that have a type."""
        return set().union(*self.instances.values())


def _count(valid: Iterable[ox.Quad]) -> _Counted:
    counted, digest, triples = _Counted(), sha256(), set()
    for quad in valid:
        digest.update(f"{quad} .\n".encode())
        triples.add(quad.triple)
        counted.properties.add(quad.predicate.value)
        if quad.predicate == _TYPE and isinstance(quad.subject, ox.NamedNode):
            counted.instances.setdefault(str(getattr(quad.object, "value", "")), set()).add(quad.subject.value)
    counted.triples, counted.digest = len(triples), digest.hexdigest()
    return counted


def _totals(counted: _Counted, made: Graph) -> Mapping[URIRef, int]:
    """The numbers of the whole, the description with these very numbers included."""
    told = {VOID.triples, VOID.entities, VOID.classes, VOID.properties}
    return {
        VOID.triples: counted.triples + len(made) + len(told),
        VOID.entities: len(counted.entities | set(map(str, made.subjects(RDF.type)))),
        VOID.classes: len(counted.instances.keys() | set(map(str, made.objects(None, RDF.type)))),
        VOID.properties: len(counted.properties | set(map(str, {*made.predicates(), *told}))),
    }


@dataclass(frozen=True)
class _Description:
    dataset: URIRef
    making: Making
    base: str
    counted: _Counted

    def triples(self) -> Iterator[Triple]:
        """All but the numbers of the whole."""
        document, build = (URIRef(f"{self.dataset}/{what}") for what in ("description", "build"))
        yield document, RDF.type, VOID.DatasetDescription
        yield document, FOAF.primaryTopic, self.dataset
        for kind in (VOID.Dataset, DCAT.Dataset, PROV.Entity):
            yield self.dataset, RDF.type, kind
        yield self.dataset, DCTERMS.title, literals.named(self._title(), "en")
        yield self.dataset, DCTERMS.description, literals.named(self._words(), "en")
        yield self.dataset, DCTERMS.conformsTo, URIRef(ontology_version()[0])
        yield self.dataset, PROV.wasGeneratedBy, build
        yield build, RDF.type, PROV.Activity
        if self.making.ended is not None:
            yield self.dataset, DCTERMS.issued, literals.moment(self.making.ended)
            yield build, PROV.endedAtTime, literals.moment(self.making.ended)
        if all(node.startswith(self.base) for node in self.counted.entities):
            yield self.dataset, VOID.uriSpace, literals.text(self.base)
        yield from ((self.dataset, VOID.vocabulary, URIRef(name)) for name in self._vocabularies())
        yield from self._partitions()
        for article in sorted(self.counted.instances.get(str(CG.Article), ())):
            yield build, PROV.used, URIRef(article)
        for source in self.making.sources:
            yield from self._source(source, build)
        for software in self.making.software:
            yield from self._software(software, build)

    def _number(self, name: str, singular: str) -> str:
        many = len(self.counted.instances.get(str(CG[name]), ()))
        return f"{many} {singular}{'' if many == 1 else 's'}"

    def _title(self) -> str:
        return f"Who says what happened in {self._number('Article', 'news article')}"

    def _words(self) -> str:
        kinds = [self._number(name, name.lower()) for name in ("Claim", "Event", "Figure", "Actor")]
        return f"{', '.join(kinds)}, each with the words of the article that it comes from."

    def _vocabularies(self) -> Iterator[str]:
        """Those whose terms the graph has; the description's own are in any."""
        used = self.counted.properties | self.counted.instances.keys()
        own = {"dcat", "dcterms", "foaf", "prov", "schema", "void"}
        for prefix, namespace in sorted(PREFIXES.items()):
            if prefix not in ("rdf", "xsd") and (prefix in own or any(term.startswith(namespace) for term in used)):
                yield _VOCABULARIES.get(prefix, namespace)

    def _partitions(self) -> Iterator[Triple]:
        for name, instances in sorted(self.counted.instances.items()):
            if name.startswith(str(CG)):
                part = URIRef(f"{self.dataset}/class/{name.removeprefix(str(CG))}")
                yield self.dataset, VOID.classPartition, part
                yield part, RDF.type, VOID.Dataset
                yield part, VOID["class"], URIRef(name)
                yield part, VOID.entities, literals.count(len(instances))

    def _source(self, source: Source, build: URIRef) -> Iterator[Triple]:
        identity = "\0".join((source.use, source.name, source.sha256))
        node = iri(f"file/{sha256(identity.encode(errors='surrogateescape')).hexdigest()[:12]}", self.base)
        yield build, PROV.used, node
        yield node, RDF.type, PROV.Entity
        yield node, DCTERMS.title, literals.text(_told(source.name))
        yield node, SCHEMA.additionalType, literals.text(source.use)
        yield node, SCHEMA.sha256, literals.text(source.sha256)

    def _software(self, software: Software, build: URIRef) -> Iterator[Triple]:
        which = software.version or (software.sha256 or "unknown")[:12]
        node = iri(f"software/{slug(software.name)}/{quote(which, safe='')}", self.base)
        yield build, PROV.wasAssociatedWith, node
        yield node, RDF.type, PROV.SoftwareAgent
        yield node, DCTERMS.title, literals.text(software.name)
        if software.version is not None:
            yield node, SCHEMA.softwareVersion, literals.text(software.version)
        if software.sha256 is not None:
            yield node, SCHEMA.sha256, literals.text(software.sha256)
        if software.licence is not None:
            yield node, DCTERMS.license, URIRef(software.licence)


def _told(name: str) -> str:
    """A file's name as RDF can hold it: what is no UTF-8 in it is replaced."""
    return name.encode(errors="surrogateescape").decode(errors="replace")
