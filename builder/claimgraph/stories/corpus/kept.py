"""A corpus kept in a file (SQLite): what its articles tell, the records to join them by, and what comparing them gave.

All that is read is checked against its sum, and nothing is executed that the file holds. The file changes in one
transaction, at the end, or not at all.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from hashlib import blake2b
from itertools import accumulate, pairwise
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from claimgraph.errors import InputError
from claimgraph.model import Article, Extraction
from claimgraph.stories.corpus.digests import Digest
from claimgraph.stories.corpus.matching import Verdicts
from claimgraph.stories.corpus.memory import SORTS, Memory
from claimgraph.stories.corpus.shelf import Row
from claimgraph.stories.corpus.traces import Packed, key

APPLICATION, FORMAT = 0x63676370, 2  # of SQLite's header: 'cgcp'
MAGIC = b"SQLite format 3\0"
SUM = 16  # bytes
TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE extractions (identifier TEXT PRIMARY KEY, key TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE records (key TEXT PRIMARY KEY, first TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE verdicts (sort TEXT PRIMARY KEY, pairs BLOB NOT NULL, found BLOB NOT NULL, used BLOB NOT NULL,"
    " settled BLOB NOT NULL)",
)
_DIGESTS = ("by_event", "by_claim", "by_passage")
_PARTS = tuple(f.name for f in fields(Packed) if f.name not in _DIGESTS)
_ARTICLE = TypeAdapter(Article)
_ARRAYS = tuple(f.name for f in fields(Digest))


class Kept(Memory):
    """A corpus in a file, open to be added to. To be used in a `with`; what is not saved is as it was before."""

    def __init__(self, path: Path, stamp: str) -> None:
        """Open a corpus, or begin one where there is no file.

        `stamp`: of all but the articles on which the contents depend; what was made under another is not used. Raises
        InputError where the file is no corpus, is damaged, is in use or cannot be written.
        """
        super().__init__()
        self.path, self._stamp = path, stamp
        self._told: tuple[Extraction, ...] = ()
        self._new: dict[str, Row] = {}
        self._used: set[str] = set()
        self._verdicts: dict[str, Verdicts] = {}
        self._fresh = not path.exists() or not path.stat().st_size
        check(path)
        with self._guarded():
            self._file = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._file.execute("BEGIN IMMEDIATE")
            self._begin()
        about = dict(self._rows("SELECT name, value FROM about"))
        self.stale = about.get("stamp", stamp) != stamp  # what it holds was made by other means
        if not self.stale:
            self._next = [int(about.get(sort, 0)) for sort in SORTS]

    def __enter__(self) -> "Kept":
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the file as it was saved last."""
        self._file.close()
        if self._fresh and self.path.exists() and not self.path.stat().st_size:
            self.path.unlink()

    def extractions(self) -> Iterator[Extraction]:
        """What the articles tell that it holds; where it is stale, the articles without what they tell."""
        for identifier, data in self._rows("SELECT identifier, data FROM extractions ORDER BY identifier"):
            with self._guarded():
                text = zlib.decompress(_opened(data))
                told = _bare(text) if self.stale else Extraction.from_json(text)
            if told.article.identifier != identifier:
                raise self._damaged()
            yield told

    def row(self, key: str) -> Row | None:
        """The records of an article, where they were made before."""
        self._used.add(key)
        if self.stale:
            return None
        for first, data in self._rows("SELECT first, data FROM records WHERE key = ?", key):
            with self._guarded():
                event, claim, passage = map(int, first.split())
                return Row(_parted(_opened(data)), (event, claim, passage))
        return None

    def numbered(self, key: str, made: Packed) -> Row:
        """New records with their numbers."""
        self._new[key] = super().numbered(key, made)
        return self._new[key]

    def verdicts(self, sort: str) -> Verdicts:
        """What comparing pairs gave before."""
        if not self.stale:
            for row in self._rows("SELECT pairs, found, used, settled FROM verdicts WHERE sort = ?", sort):
                with self._guarded():
                    pairs, found, used, settled = map(_opened, row)
                    several = np.frombuffer(zlib.decompress(pairs), np.uint64)
                    size = len(several)
                    return Verdicts(several, _bits(found, size), _bits(used, size), np.frombuffer(settled, np.uint64))
        return Verdicts()

    def keep(self, sort: str, verdicts: Verdicts, compared: int) -> None:
        """What comparing pairs gives now."""
        super().keep(sort, verdicts, compared)
        self._verdicts[sort] = verdicts

    def hold(self, told: Iterable[Extraction]) -> None:
        """These extractions are to be kept in place of those that are there."""
        self._told = tuple(told)

    def save(self) -> None:
        """Write the extractions to be kept, and what joining them gave. Raises InputError where that cannot be."""
        with self._guarded():
            self._save({one.article.identifier: one for one in self._told})
            self._file.execute("COMMIT")
        self._fresh = False

    def _save(self, told: dict[str, Extraction]) -> None:
        run = self._file.execute
        there = dict(run("SELECT identifier, key FROM extractions"))
        keys = {identifier: key(one) for identifier, one in told.items()}
        self._drop("extractions", "identifier", [i for i in there if keys.get(i) != there[i]])
        for identifier in keys.keys() - {i for i in there if keys.get(i) == there[i]}:
            data = _sealed(zlib.compress(told[identifier].to_json()))
            run("INSERT INTO extractions VALUES (?, ?, ?)", (identifier, keys[identifier], data))
        if self.stale:
            run("DELETE FROM records")
        self._drop("records", "key", [own for (own,) in run("SELECT key FROM records") if own not in self._used])
        for own, row in self._new.items():
            run(
                "INSERT INTO records VALUES (?, ?, ?)",
                (own, " ".join(map(str, row.first)), _sealed(_whole(row.packed))),
            )
        for sort, verdicts in self._verdicts.items():
            bits = (np.packbits(several).tobytes() for several in (verdicts.found, verdicts.used))
            parts = (zlib.compress(verdicts.pairs.tobytes(), 1), *bits, verdicts.settled.tobytes())
            run("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", (sort, *map(_sealed, parts)))
        about = {"stamp": self._stamp} | dict(zip(SORTS, map(str, self._next), strict=True))
        self._file.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())

    def _drop(self, table: str, column: str, values: Iterable[str]) -> None:
        self._file.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(v,) for v in values])  # noqa: S608  # constants

    def _begin(self) -> None:
        """Make the tables in a new file; in another, look whether they are there, and no others."""
        run = self._file.execute
        if self._fresh:
            run(f"PRAGMA application_id = {APPLICATION}")
            run(f"PRAGMA user_version = {FORMAT}")
            for table in TABLES:
                run(table)
        there = {sql for (sql,) in run("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
        if there != set(TABLES) or run("PRAGMA user_version").fetchone() != (FORMAT,):
            raise InputError(
                f"{self.path}: is a corpus of another version of claimgraph: name another file, or delete it"
            )

    def _rows(self, query: str, *values: str) -> Iterator[Any]:
        with self._guarded():
            yield from self._file.execute(query, values)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise InputError(
                f"{self.path}: cannot be used: {error}: close what uses it, or name another file"
            ) from error
        except (sqlite3.DatabaseError, zlib.error, ValueError, KeyError, TypeError, RecursionError) as error:
            raise self._damaged() from error

    def _damaged(self) -> InputError:
        return InputError(f"{self.path}: is damaged: name another file, and give all articles again")


def check(path: Path) -> None:
    """Raises InputError where there is something else than a corpus; it is not touched."""
    try:
        if not path.exists() or (path.is_file() and not path.stat().st_size):
            return
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: name another file") from error
    if not head.startswith(MAGIC) or head[68:72] != APPLICATION.to_bytes(4, "big"):
        raise InputError(f"{path}: is no corpus that claimgraph keeps: name another file")


def _sealed(data: bytes) -> bytes:
    return blake2b(data, digest_size=SUM).digest() + data


def _opened(data: object) -> bytes:
    """The bytes that were sealed; raises ValueError where they are not as they were."""
    if not isinstance(data, bytes) or blake2b(data[SUM:], digest_size=SUM).digest() != data[:SUM]:
        raise ValueError("the sum differs")
    return data[SUM:]


def _bare(data: bytes) -> Extraction:
    """The article of an extraction; the records in it may have been other ones in another version."""
    return Extraction(_ARTICLE.validate_python(json.loads(data)["article"]))


def _bits(data: bytes, size: int) -> NDArray[np.bool_]:
    return np.unpackbits(np.frombuffer(data, np.uint8), count=size).astype(np.bool_)


def _whole(packed: Packed) -> bytes:
    parts = [getattr(packed, name) for name in _PARTS]
    parts += [getattr(getattr(packed, digest), name) for digest in _DIGESTS for name in _ARRAYS]
    return json.dumps(list(map(len, parts))).encode() + b"\n" + b"".join(parts)


def _parted(data: bytes) -> Packed:
    head, _, rest = data.partition(b"\n")
    ends = list(accumulate(json.loads(head), initial=0))
    parts = (rest[begin:end] for begin, end in pairwise(ends))
    sorts = {name: next(parts) for name in _PARTS}
    digests = {name: Digest(**{array: next(parts) for array in _ARRAYS}) for name in _DIGESTS}
    return Packed(**sorts, **digests)  # type: ignore[arg-type]  # bytes and digests, by name
