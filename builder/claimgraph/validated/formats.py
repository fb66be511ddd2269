"""Writing a graph that has passed the gate: the same graph gives the same bytes."""

import logging
import re

import pyoxigraph as ox

from claimgraph.errors import InputError
from claimgraph.validated.files import FORMATS
from claimgraph.validated.valid import ValidGraph
from claimgraph.vocabulary import PREFIXES

_ARTICLE = re.compile(r"(.*/)article/[0-9a-f]+")
_NAME = re.compile(r"[^\W\d][\w.-]*$")  # what an XML element can be called
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_log = logging.getLogger(__name__)


def export(valid: ValidGraph, form: str) -> bytes:
    """The graph in a format of FORMATS. N-Quads, TriG and JSON-LD keep a named graph per article; the others merge all.

    RDF/XML can hold no control characters: each is written as U+FFFD there, and a warning is logged. Raises InputError
    for an unknown format, or a property that RDF/XML cannot name.
    """
    if not isinstance(valid, ValidGraph):
        raise TypeError("only a ValidGraph, which the gate gives, can be exported")
    if form not in FORMATS:
        raise InputError(f"{form}: no such format: use one of {', '.join(FORMATS)}")
    kind = FORMATS[form]
    prefixes = PREFIXES | _instances(valid)
    if kind.supports_datasets:
        return _bytes(valid, kind, prefixes)
    triples = valid.triples()
    return _xml(triples, PREFIXES) if kind == ox.RdfFormat.RDF_XML else _bytes(triples, kind, prefixes)


def _bytes(statements: ValidGraph | list[ox.Triple], kind: ox.RdfFormat, prefixes: dict[str, str]) -> bytes:
    data = ox.serialize(statements, format=kind, prefixes=prefixes)
    if data is None:
        raise TypeError("pyoxigraph wrote nothing")
    if kind not in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        return data
    lines = data.split(b"\n", len(prefixes))
    return b"\n".join([*sorted(lines[: len(prefixes)]), *lines[len(prefixes) :]])  # the prefixes in a settled order


def _instances(valid: ValidGraph) -> dict[str, str]:
    """Prefixes of the actors and places, under the base that the articles' graphs are named by."""
    names = (_ARTICLE.fullmatch(quad.graph_name.value) for quad in valid if isinstance(quad.graph_name, ox.NamedNode))
    base = next((found[1] for found in names if found), None)
    return {} if base is None else {"actor": f"{base}actor/", "place": f"{base}place/"}


def _xml(triples: list[ox.Triple], prefixes: dict[str, str]) -> bytes:
    """RDF/XML. pyoxigraph writes a carriage return as it is, which XML reads as a line feed: a stand-in keeps it."""
    for triple in triples:
        if not _NAME.search(triple.predicate.value):
            raise InputError(
                f"RDF/XML cannot name the property <{triple.predicate.value}>: choose another format, such as ttl"
            )
    stand_in = _unused(triples)
    lost = sum(len(_NOT_XML.findall(t.object.value)) for t in triples if isinstance(t.object, ox.Literal))
    if lost:
        _log.warning("RDF/XML cannot hold control characters: %d written as U+FFFD; the other formats keep them", lost)
    data = _bytes([_for_xml(triple, stand_in) for triple in triples], ox.RdfFormat.RDF_XML, prefixes)
    return data.replace(stand_in.encode(), b"&#xD;")


def _for_xml(triple: ox.Triple, stand_in: str) -> ox.Triple:
    value = triple.object
    if not isinstance(value, ox.Literal) or not ("\r" in value.value or _NOT_XML.search(value.value)):
        return triple
    text = _NOT_XML.sub("\ufffd", value.value).replace("\r", stand_in)
    made = ox.Literal(text, language=value.language) if value.language else ox.Literal(text, datatype=value.datatype)
    return ox.Triple(triple.subject, triple.predicate, made)


def _unused(triples: list[ox.Triple]) -> str:
    """A private-use character that no literal has."""
    taken = {
        c for t in triples if isinstance(t.object, ox.Literal) for c in t.object.value if "\ue000" <= c <= "\uf8ff"
    }
    return next(c for c in map(chr, range(0xE000, 0xF900)) if c not in taken)
