"""Graphs out of RDF files, and bytes written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from rdflib import Dataset

from claimgraph import graphs
from claimgraph.errors import InputError
from claimgraph.graphs import FORMATS, format_of
from claimgraph.validated import terms
from claimgraph.validated.blanks import labelled

__all__ = ["FORMATS", "format_of", "load_graph", "write"]


def load_graph(path: str | Path) -> Dataset:
    """The dataset that an RDF file holds, its blank nodes called the same each time.

    Raises InputError as `graphs.read` does.
    """
    return terms.dataset(labelled(graphs.read(path)))


def write(path: str | Path, data: bytes | Iterable[bytes]) -> None:
    """Write the file, given whole or in pieces, whole or leave what was there.

    What is no regular file (a pipe, a device) is written to as it is. Raises InputError where it cannot be written, and
    whatever the pieces raise.
    """
    target = Path(path).resolve()  # a link stays, and what it points to is replaced
    pieces = [data] if isinstance(data, bytes) else data
    scratch: Path | None = None
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as out:
                out.writelines(pieces)
            return
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        scratch = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.writelines(pieces)
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
