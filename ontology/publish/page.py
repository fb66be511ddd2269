"""The ontology as one page for people, which needs nothing from anywhere else."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from rdflib import DCTERMS, OWL, RDFS, SKOS, Literal, URIRef
from rdflib.namespace import VANN
from rdflib.term import Node

from ontology.publish.source import CG, KINDS, Section, Source, local, term

FOLDER = Path(__file__).parent
EVENTS = "Event"  # its classes are listed as a tree
CHARACTERS = {
    OWL.FunctionalProperty: "at most one value",
    OWL.TransitiveProperty: "transitive",
    OWL.SymmetricProperty: "symmetric",
    OWL.AsymmetricProperty: "asymmetric",
    OWL.IrreflexiveProperty: "irreflexive",
}
MATCHES = {
    SKOS.exactMatch: "the same as",
    SKOS.closeMatch: "close to",
    SKOS.broadMatch: "narrower than",
    SKOS.narrowMatch: "broader than",
    SKOS.relatedMatch: "related to",
}


def written(source: Source, drawing: str) -> str:
    """The page as HTML, with an anchor for each term: its local name.

    Raises ValueError where a term has no label, definition or example.
    """
    writer = _Writer(source)
    return (
        (FOLDER / "page.html")
        .read_text(encoding="utf-8")
        .replace("{title}", escape(source.about(DCTERMS.title)))
        .replace("{description}", escape(source.about(DCTERMS.description)))
        .replace("{facts}", writer.facts())
        .replace("{style}", (FOLDER / "page.css").read_text(encoding="utf-8"))
        .replace("{contents}", writer.contents())
        .replace("{drawing}", drawing)
        .replace("{example}", escape((FOLDER / "example.ttl").read_text(encoding="utf-8")))
        .replace("{sections}", writer.sections())
        .replace("{prefixes}", writer.prefixes())
    )


class _Writer:
    def __init__(self, source: Source) -> None:
        self._source = source

    def facts(self) -> str:
        """What the ontology says of itself."""
        version, licence = self._source.version, self._source.about(DCTERMS.license)
        namespace = self._source.about(VANN.preferredNamespaceUri)
        rows = {
            "Namespace": _code(namespace),
            "Prefix": _code(self._source.about(VANN.preferredNamespacePrefix)),
            "Version": f"{escape(version)} ({_code(self._source.about(OWL.versionIRI))})",
            "Dates": escape(
                f"begun {self._source.about(DCTERMS.created)}, changed {self._source.about(DCTERMS.modified)}"
            ),
            "By": escape(self._source.about(DCTERMS.creator)),
            "Licence": f'<a href="{escape(licence)}">{escape(licence)}</a>',
            "Files": '<a href="claimgraph.ttl">Turtle</a>, <a href="claimgraph.rdf">RDF/XML</a>, '
            f'<a href="claimgraph.jsonld">JSON-LD</a>; <a href="versions/{escape(version)}.ttl">this '
            "version in Turtle</a>",
        }
        return _rows(rows.items())

    def contents(self) -> str:
        """Links to the sections and to their terms, but for the narrower classes of events, which are many."""
        parts = []
        for section in self._source.sections:
            terms = section.terms if EVENTS not in section.terms else (EVENTS, *self._source.below(EVENTS))
            links = " ".join(f'<a href="#{name}">{name}</a>' for name in terms)
            parts.append(f'<li><a href="#{_anchor(section)}">{_heading(section)}</a><div>{links}</div></li>')
        return "\n".join(parts)

    def sections(self) -> str:
        return "\n".join(part for section in self._source.sections for part in self._section(section))

    def prefixes(self) -> str:
        pairs = sorted(self._source.prefixes.items())
        return _rows((f"<code>{escape(prefix)}:</code>", _code(namespace)) for prefix, namespace in pairs)

    def _section(self, section: Section) -> Iterator[str]:
        yield f'<section id="{_anchor(section)}"><h2>{_heading(section)}</h2>'
        if EVENTS in section.terms:
            yield self._entry(EVENTS)
            yield '<table class="tree"><thead><tr><th>Class</th><th>What it is</th><th>Example</th></tr></thead><tbody>'
            yield from self._tree(EVENTS, 0)
            yield "</tbody></table>"
        else:
            yield from (self._entry(name) for name in section.terms)
        yield "</section>"

    def _tree(self, above: str, depth: int) -> Iterator[str]:
        for name in self._source.below(above):
            code = "".join(
                f' <span class="code">{escape(str(value))}</span>'
                for required in self._source.objects(name, RDFS.subClassOf)
                for value in self._source.graph.objects(required, OWL.hasValue)
            )
            definition, example = (escape(self._source.text(name, said)) for said in (SKOS.definition, SKOS.example))
            yield (
                f'<tr id="{name}" class="depth{depth}"><th scope="row"><a href="#{name}">{name}</a>{code}</th>'
                f"<td>{definition}</td><td>{example}</td></tr>"
            )
            yield from self._tree(name, depth + 1)

    def _entry(self, name: str) -> str:
        label, definition, example = (
            escape(self._source.text(name, said)) for said in (RDFS.label, SKOS.definition, SKOS.example)
        )
        kind = KINDS[self._source.kinds[name]]
        return (
            f'<article class="term" id="{name}"><h3><a href="#{name}">{label}</a> <code>cg:{name}</code>'
            f' <span class="kind">{kind}</span></h3><p>{definition}</p><p class="example">{example}</p>'
            f"<dl>{_rows(self._rows(name))}</dl></article>"
        )

    def _rows(self, name: str) -> Iterator[tuple[str, str]]:
        shown = (
            (
                "Is below",
                [*self._source.objects(name, RDFS.subClassOf), *self._source.objects(name, RDFS.subPropertyOf)],
            ),
            ("From", self._source.objects(name, RDFS.domain)),
            ("To", self._source.objects(name, RDFS.range)),
            ("One of", self._source.objects(name, OWL.equivalentClass)),
            ("Shares nothing with", self._source.objects(name, OWL.disjointWith)),
        )
        for heading, nodes in shown:
            if nodes:
                yield heading, ", ".join(self._said(node) for node in nodes)
        chains = self._source.members(term(name), OWL.propertyChainAxiom)
        if chains:
            yield "Follows from", " then ".join(self._said(node) for node in chains)
        character = [text for kind, text in CHARACTERS.items() if kind in self._source.types(name)]
        if character:
            yield "Is", ", ".join(character)
        for code in self._source.objects(name, term("ploverCode")):
            yield "PLOVER code", _code(str(code))
        for match, told in MATCHES.items():
            nodes = self._source.objects(name, match)
            if nodes:
                yield told.capitalize(), ", ".join(self._said(node) for node in nodes)
        if self._source.kinds[name] == OWL.Class:
            yield from self._around(name)

    def _around(self, name: str) -> Iterator[tuple[str, str]]:
        """What is below a class, which values it has, and the properties from and to it."""
        if name != EVENTS and self._source.below(name):
            yield "Is above", ", ".join(self._said(term(below)) for below in self._source.below(name))
        properties = [p for p, kind in self._source.kinds.items() if kind in (OWL.ObjectProperty, OWL.DatatypeProperty)]
        for heading, side in (("Has", RDFS.domain), ("Is reached by", RDFS.range)):
            found = [self._said(term(p)) for p in properties if name in self._source.ends(p, side)]
            if found:
                yield heading, ", ".join(found)

    def _said(self, node: Node) -> str:
        """A class, property, value or expression as people read it."""
        if isinstance(node, Literal):
            return _code(f'"{node}"')
        if isinstance(node, URIRef):
            if str(node).startswith(CG):
                return f'<a href="#{escape(local(node))}"><code>{escape(local(node))}</code></a>'
            return f'<a href="{escape(node)}"><code>{escape(self._compact(node))}</code></a>'
        for predicate, joint in ((OWL.unionOf, " or "), (OWL.oneOf, " · ")):
            members = self._source.members(node, predicate)
            if members:
                return joint.join(self._said(member) for member in members)
        (on,) = self._source.graph.objects(node, OWL.onProperty)
        for predicate, joint in ((OWL.allValuesFrom, "only"), (OWL.hasValue, "is")):
            for value in self._source.graph.objects(node, predicate):
                return f"what {self._said(on)} {joint} {self._said(value)}"
        raise ValueError(f"the page cannot show the expression that is on {on}: teach ontology/publish/page.py")

    def _compact(self, iri: URIRef) -> str:
        for prefix, namespace in self._source.prefixes.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return str(iri)


def _heading(section: Section) -> str:
    return escape(section.heading.partition(":")[0])


def _anchor(section: Section) -> str:
    """The anchor of a section; terms' local names have no hyphen."""
    return "about-" + "-".join(w for w in _heading(section).lower().replace(",", "").split())


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in pairs)
