"""RDF files -> quads, the same for every command: nothing is fetched that a file points to, nothing is let through that
a file is not.
"""

import gzip
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from claimgraph.errors import InputError

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
STDIN = "-"

_ENTITY = re.compile(rb"<!ENTITY\s+\S+\s+\"([^\"]*)\"")  # the parser takes no other quotation marks
_ENTITY_LIMIT = 200  # characters: enough for a namespace, too few to blow a file up
_PREAMBLE = re.compile(r"^Parser error .*?: ")  # of pyoxigraph's messages; it says the place, which we put in front


def format_of(path: str | Path) -> str:
    """The key of FORMATS that a file's name ends in, before any `.gz`. Raises InputError where there is none."""
    name = Path(path).name.removesuffix(".gz")
    ending = name.rpartition(".")[2]
    if ending not in FORMATS:
        raise InputError(
            f"{path}: the ending names no RDF format: use one of {', '.join('.' + f for f in FORMATS)}, or with .gz"
        )
    return ending


def read(path: str | Path) -> list[ox.Quad]:
    """The quads of an RDF file in a format of FORMATS, gzipped or not; `-` is Turtle or TriG on stdin.

    Raises InputError where it cannot be read, is not well-formed RDF 1.1 or holds no triple.
    """
    form = ox.RdfFormat.TRIG if str(path) == STDIN else FORMATS[format_of(path)]
    base = None if str(path) == STDIN else Path(path).resolve().as_uri()
    data = _bytes(path)
    try:
        if form == ox.RdfFormat.RDF_XML:
            _refuse_entities(data)
        found = list(_rdf_1_1(ox.parse(data, format=form, base_iri=base)))
    except SyntaxError as error:
        where = f"{path}:{error.lineno}:{error.offset}" if error.lineno else f"{path}"
        raise InputError(f"{where}: not well-formed {form.name}: {_said(error.msg)}") from None
    except ValueError as error:
        raise InputError(f"{path}: {_line(str(error))}") from None
    if not found:
        raise InputError(f"{path}: the file holds no triple: give a graph, such as `claimgraph build` writes")
    return found


def _bytes(path: str | Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read()
    try:
        data = Path(path).read_bytes()
        return gzip.decompress(data) if Path(path).suffix == ".gz" else data
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read: {reason}") from None


def _rdf_1_1(quads: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads; raises ValueError on what only RDF 1.2 has."""
    for quad in quads:
        if isinstance(quad.object, ox.Triple):
            raise ValueError("a triple stands where a node should: claimgraph reads RDF 1.1")
        if isinstance(quad.object, ox.Literal) and quad.object.direction:
            raise ValueError("a literal has a base direction: claimgraph reads RDF 1.1")
        yield quad


def _refuse_entities(data: bytes) -> None:
    """Entities that hold entities grow without bound when they are expanded; namespaces need none of that."""
    for value in _ENTITY.findall(data):
        if b"&" in value or len(value) > _ENTITY_LIMIT:
            raise ValueError(
                "an XML entity holds other entities or a long text: write it out, or give the graph as Turtle"
            )


def _said(message: str) -> str:
    """What the parser says, in one line and without the place; and what to do where its words tell no user."""
    if "LoadDocumentCallback" in message:
        return "its @context is remote, and nothing is fetched: write the context into the file"
    return _PREAMBLE.sub("", _line(message))


def _line(text: str) -> str:
    return " ".join(text.split())
