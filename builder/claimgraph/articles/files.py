"""Paths -> inputs: files by their endings, folders walked in order, standard input; and their bytes, gzip undone."""

import gzip
import io
import os
import stat
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, cast

from claimgraph.articles.encoding import clean
from claimgraph.articles.unreadable import Unreadable
from claimgraph.errors import InputError

Kind = Literal["text", "html", "jsonl", "unknown"]
ENDINGS: dict[str, Kind] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
READABLE = ", ".join(sorted(filter(None, ENDINGS)))
GZIP = b"\x1f\x8b"


class Stream(Protocol):
    """Bytes to be read in pieces."""

    def read(self, size: int, /) -> bytes:
        """At most that many bytes."""

    def readline(self, size: int, /) -> bytes:
        """A line, or its first so many bytes."""


@dataclass(frozen=True)
class Input:
    """Something to open: its path (None: standard input), its place in messages, and the identifier it gives."""

    path: Path | None
    where: str
    identifier: str
    kind: Kind  # unknown: to be told from what is in it


def inputs(paths: Iterable[str | Path]) -> Iterator[Input | Unreadable]:
    """What the paths lead to: themselves, standard input ("-"), or all files under a folder in their names' order.

    Hidden files and linked folders are passed over. Files with unknown endings are left out of a folder, and one
    `Unreadable` tells of them.
    """
    for path in paths:
        where = clean(str(path))
        try:
            if not where:
                yield Unreadable("an empty path", "it names nothing: give a file or a folder, or . for this one")
            elif where == "-":
                yield Input(None, "-", "stdin", "unknown")
            elif Path(path).is_dir():
                yield from _walk(Path(path))
            else:
                Path(path).stat()
                stem, ending = _parts(Path(path).name)
                yield Input(Path(path), where, stem, ENDINGS.get(ending, "unknown"))
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            yield Unreadable(where, explain(error))


def explain(error: OSError | ValueError) -> str:
    """In one line what went wrong with a file, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder: check the path"
    if isinstance(error, PermissionError):
        return "no permission to read it: change its permissions or copy it"
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be opened ({said}): check the path"


@contextmanager
def opened(source: Input) -> Iterator[Stream]:
    """The bytes of an input, out of their gzip where they are in it; raises InputError where it cannot be read."""
    try:
        with _stream(source) as stream:
            if stream.peek(2)[:2] == GZIP:
                with gzip.GzipFile(fileobj=stream) as unpacked:
                    yield unpacked
            elif source.path is not None and source.path.suffix.lower() == ".gz" and stream.peek(1):
                raise InputError("not gzip, though its ending says so: fetch it again or take the .gz from its name")
            else:
                yield stream
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError("its gzip is broken or cut off: fetch it again") from error
    except OSError as error:
        raise InputError(explain(error)) from error


@contextmanager
def _stream(source: Input) -> Iterator[io.BufferedReader]:
    if source.path is None:
        reader = cast("io.BufferedReader", io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer)))
        try:
            yield reader
        finally:
            reader.detach()  # or standard input would be closed with it
    else:
        with source.path.open("rb") as file:
            yield file


def _parts(name: str) -> tuple[str, str]:
    """A file's name without its ending, and the ending; `.gz` is none of its own."""
    plain = name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name
    ending = Path(plain).suffix
    return clean(plain.removesuffix(ending)), ending.lower()


def _walk(folder: Path) -> Iterator[Input | Unreadable]:
    left_out: Counter[str] = Counter()
    troubles: list[Unreadable] = []
    found: list[Input] = []
    for above, folders, names in os.walk(folder, onerror=lambda e: troubles.append(_trouble(e))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (name for name in names if not name.startswith(".")):
            path = Path(above, name)
            stem, ending = _parts(name)
            if ending in ENDINGS and not _is_special(path):
                identifier = (path.parent.relative_to(folder) / stem).as_posix()
                found.append(Input(path, clean(str(path)), clean(identifier), ENDINGS[ending]))
            else:
                left_out[ending] += 1
    yield from sorted(found, key=lambda source: (source.identifier, source.where))
    yield from troubles
    if left_out or not (found or troubles):
        yield Unreadable(clean(str(folder)), _left_out(left_out, nothing=not found), passed_over=bool(found))


def _is_special(path: Path) -> bool:
    """Whether it is a pipe or a device; what cannot be looked at will be told of when it is opened."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _trouble(error: OSError) -> Unreadable:
    return Unreadable(clean(str(error.filename)), explain(error))


def _left_out(left_out: Counter[str], *, nothing: bool) -> str:
    if not left_out:
        return f"nothing to read in this folder: put files there that end in {READABLE}"
    endings = ", ".join(sorted(left_out))
    count = (
        f"{left_out.total()} file{'s' if left_out.total() > 1 else ''} left out, their endings are unknown ({endings})"
    )
    return f"{'nothing to read in this folder, ' if nothing else ''}{count}: rename them to one of {READABLE}"
