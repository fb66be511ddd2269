"""RDF files: reading them in any format, and writing bytes whole or not at all."""

import gzip
import os
import re
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from claimgraph.errors import InputError
from claimgraph.validated import terms

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}

_ENTITY = re.compile(rb"<!ENTITY\s+\S+\s+\"([^\"]*)\"")
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


def load_graph(path: str | Path) -> Dataset:
    """The dataset that an RDF file holds; nothing is fetched that the file points to.

    Raises InputError where it cannot be read, is not well-formed or holds no triple.
    """
    form = FORMATS[format_of(path)]
    data = _read(Path(path))
    try:
        if form == ox.RdfFormat.RDF_XML:
            _refuse_entities(data)
        made = terms.dataset(ox.parse(data, format=form, base_iri=Path(path).resolve().as_uri()))
    except SyntaxError as error:
        where = f"{path}:{error.lineno}:{error.offset}" if error.lineno else f"{path}"
        raise InputError(f"{where}: not well-formed {form.name}: {_PREAMBLE.sub('', _line(error.msg))}") from None
    except ValueError as error:
        raise InputError(f"{path}: {_line(str(error))}") from None
    if not any(True for _ in made.quads()):
        raise InputError(f"{path}: the file holds no triple: give a graph, such as `claimgraph build` writes")
    return made


def write(path: str | Path, data: bytes) -> None:
    """Write the file whole or leave what was there. Raises InputError where it cannot be written."""
    target = Path(path).resolve()  # a link stays, and what it points to is replaced
    scratch: Path | None = None
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        scratch = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        scratch.chmod(mode)
        scratch.replace(target)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        if scratch is not None:
            with suppress(FileNotFoundError):
                scratch.unlink()


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read: {reason}") from None


def _refuse_entities(data: bytes) -> None:
    """Entities that hold entities grow without bound when they are expanded; namespaces need none of that."""
    for value in _ENTITY.findall(data):
        if b"&" in value or len(value) > _ENTITY_LIMIT:
            raise ValueError(
                "an XML entity holds other entities or a long text: write it out, or give the graph as Turtle"
            )


def _line(text: str) -> str:
    return " ".join(text.split())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
