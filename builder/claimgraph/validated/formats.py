"""Writing a graph that has passed the gate, piece by piece: the same graph gives the same bytes.

pyoxigraph writes every statement, some thousands at a time and without their graph's name; a piece is then cut free of
what opens and closes a file and put where its graph stands. So a triple costs Python next to nothing, the graph is held
in one form for all formats, and no more than a piece is in memory beside it.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import pyoxigraph as ox

from claimgraph.errors import InputError
from claimgraph.validated.files import FORMATS
from claimgraph.validated.valid import GraphName, Node, ValidGraph
from claimgraph.vocabulary import PREFIXES

_NODES, _MOST = 512, 16384  # nodes of a piece, and triples at most
_ARTICLE = re.compile(r"(.*/)article/[0-9a-f]+")
_NAME = re.compile(r"[^\W\d][\w.-]*$")  # what an XML element can be called
_LINE_END = re.compile(rb" \.\n")  # in N-Triples, where no literal has a line feed that is not escaped
_XML_END = b"</rdf:RDF>"
_NOT_XML = re.compile(b"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")  # the last two: U+FFFE and U+FFFF
_SUSPECT = bytes({*range(0x20), 0xEF} - {*b"\t\n"})  # single bytes are found fastest
_ANY = ox.NamedNode("urn:x")
_PROBE = ox.Triple(_ANY, _ANY, _ANY)  # to see what pyoxigraph writes around a statement
_log = logging.getLogger(__name__)


def export(valid: ValidGraph, form: str) -> bytes:
    """The graph in a format of FORMATS, as `stream` gives it, in one piece."""
    return b"".join(stream(valid, form))


def stream(valid: ValidGraph, form: str) -> Iterator[bytes]:
    """The graph in a format of FORMATS, in pieces. N-Quads, TriG and JSON-LD keep a named graph per article; the others
    merge all.

    RDF/XML can hold no control characters: each is written as U+FFFD there, and a warning is logged. Raises InputError
    for an unknown format, or a property that RDF/XML cannot name, before anything is written.
    """
    if not isinstance(valid, ValidGraph):
        raise TypeError("only a ValidGraph, which the gate gives, can be exported")
    if form not in FORMATS:
        raise InputError(f"{form}: no such format: use one of {', '.join(FORMATS)}")
    match FORMATS[form]:
        case ox.RdfFormat.TURTLE:
            return _turtle(valid, prefixes(valid))
        case ox.RdfFormat.TRIG:
            return _trig(valid, prefixes(valid))
        case ox.RdfFormat.N_TRIPLES:
            return (_written(batch, ox.RdfFormat.N_TRIPLES) for batch in _batches(valid.nodes))
        case ox.RdfFormat.N_QUADS:
            return _n_quads(valid)
        case ox.RdfFormat.JSON_LD:
            return _json_ld(valid)
    _refuse_unnameable(valid.properties)
    return _xml(valid)


def prefixes(valid: ValidGraph) -> dict[str, str]:
    """Those that are written: also of actors and places, under the base that the articles' graphs are named by."""
    names = (_ARTICLE.fullmatch(name.value) for name, _ in valid.graphs if isinstance(name, ox.NamedNode))
    base = next((found[1] for found in names if found), None)
    return PREFIXES if base is None else PREFIXES | {"actor": f"{base}actor/", "place": f"{base}place/"}


def _batches(nodes: Sequence[Node]) -> Iterator[Iterator[ox.Triple]]:
    """The triples, some thousands at a time; a node is cut in two only where a batch would be too large."""
    for begin in range(0, len(nodes), _NODES):
        batch = nodes[begin : begin + _NODES]
        triples = chain.from_iterable(batch)
        for _ in range(0, sum(map(len, batch)), _MOST):
            yield islice(triples, _MOST)


def _written(
    statements: Iterable[ox.Triple] | Iterable[ox.Quad], kind: ox.RdfFormat, bound: dict[str, str] | None = None
) -> bytes:
    data = ox.serialize(statements, format=kind, prefixes=bound)
    if data is None:
        raise TypeError("pyoxigraph wrote nothing")
    return data


def _turtle(valid: ValidGraph, bound: dict[str, str]) -> Iterator[bytes]:
    head = _head(bound)
    yield head
    for batch in _batches(valid.nodes):
        yield _written(batch, ox.RdfFormat.TURTLE, bound)[len(head) :]


def _trig(valid: ValidGraph, bound: dict[str, str]) -> Iterator[bytes]:
    head = _head(bound)
    yield head
    for name, nodes in valid.graphs:
        bodies = (_written(batch, ox.RdfFormat.TURTLE, bound)[len(head) :] for batch in _batches(nodes))
        if isinstance(name, ox.DefaultGraph):
            yield from bodies
            continue
        probe = _written([_in_graph(name)], ox.RdfFormat.TRIG, bound)[len(head) :]
        before, _, after = probe.partition(b"\t" + _written([_PROBE], ox.RdfFormat.TURTLE))
        yield before
        for body in bodies:
            yield b"\t" + body[:-1].replace(b"\n", b"\n\t") + b"\n"  # no literal has a line feed that is not escaped
        yield after


def _head(bound: dict[str, str]) -> bytes:
    """The lines of the prefixes, sorted: pyoxigraph writes them in the order of a hash table."""
    head = _written([_PROBE], ox.RdfFormat.TURTLE, bound).removesuffix(_written([_PROBE], ox.RdfFormat.TURTLE))
    return b"".join(sorted(head.splitlines(keepends=True)))


def _in_graph(name: GraphName) -> ox.Quad:
    return ox.Quad(_ANY, _ANY, _ANY, name)


def _n_quads(valid: ValidGraph) -> Iterator[bytes]:
    for name, nodes in valid.graphs:
        end = b" .\n" if isinstance(name, ox.DefaultGraph) else f" {name} .\n".encode()
        for batch in _batches(nodes):
            yield _LINE_END.sub(end, _written(batch, ox.RdfFormat.N_TRIPLES))


def _json_ld(valid: ValidGraph) -> Iterator[bytes]:
    yield b"["
    comma = b""
    for name, nodes in valid.graphs:
        before, _, after = _members([_in_graph(name)]).partition(_members([_PROBE]))
        yield comma + before
        comma = b""
        for batch in _batches(nodes):
            yield comma + _members(batch)
            comma = b","
        yield after
    yield b"]"


def _members(statements: Iterable[ox.Triple] | Iterable[ox.Quad]) -> bytes:
    """JSON-LD's array of objects without its brackets."""
    return _written(statements, ox.RdfFormat.JSON_LD)[1:-1]


def _refuse_unnameable(properties: Iterable[str]) -> None:
    for name in sorted(properties):
        if not _NAME.search(name):
            raise InputError(f"RDF/XML cannot name the property <{name}>: choose another format, such as ttl")


def _xml(valid: ValidGraph) -> Iterator[bytes]:
    head = _written((), ox.RdfFormat.RDF_XML, PREFIXES).removesuffix(_XML_END)
    lost = 0
    yield head
    for batch in _batches(valid.nodes):
        data = _written(batch, ox.RdfFormat.RDF_XML, PREFIXES)[len(head) : -len(_XML_END)]
        if any(byte in data for byte in _SUSPECT):
            data, found = _NOT_XML.subn("\ufffd".encode(), data)
            data = data.replace(b"\r", b"&#xD;")  # pyoxigraph writes it as it is, which XML reads as a line feed
            lost += found
        yield data
    yield _XML_END
    if lost:
        _log.warning("RDF/XML cannot hold control characters: %d written as U+FFFD; the other formats keep them", lost)
