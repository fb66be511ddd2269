"""Files, folders, standard input -> `Article`, with boilerplate marked and with what the text shows of itself."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimgraph.articles import html, jsonlines
from claimgraph.articles.article import LIMIT, compose, too_long
from claimgraph.articles.encoding import decode
from claimgraph.articles.files import Input, Stream, inputs, opened
from claimgraph.articles.unreadable import Unreadable
from claimgraph.errors import InputError
from claimgraph.model import Article

__all__ = ["LIMIT", "Article", "Unreadable", "read"]

BYTES = 4  # that a character takes at most, in UTF-8, UTF-16 and UTF-32


def read(paths: Iterable[str | Path], *, limit: int = LIMIT) -> Iterator[Article | Unreadable]:
    """The articles of files and folders ("-": standard input), in order, and an `Unreadable` for what gives none.

    `limit`: characters of one article at most. Offsets count in the text exactly as it stands in a plain-text file,
    behind its byte order mark; in JSON lines, in the value of `text`; in HTML, in the text found. Nothing is raised for
    bad input.
    """
    owners: dict[str, str] = {}
    for source in inputs(paths):
        if isinstance(source, Unreadable):
            yield source
            continue
        for where, found in _read(source, limit):
            if isinstance(found, InputError):
                yield Unreadable(where, str(found))
            elif found.identifier in owners:
                owner = owners[found.identifier]
                yield Unreadable(
                    where, f"its identifier {found.identifier!r} is already that of {owner}: rename one of them"
                )
            else:
                owners[found.identifier] = where
                yield found


def _read(source: Input, limit: int) -> Iterator[tuple[str, Article | InputError]]:
    """What an input gives, each with its place for messages."""
    try:
        with opened(source) as stream:
            first = b"" if source.kind != "unknown" else _first(stream, limit)
            if source.kind == "jsonl" or (first.lstrip()[:1] in b"{\xef" and jsonlines.looks_like(first)):
                for number, found in jsonlines.articles(stream, first, source.identifier, limit):
                    yield f"{source.where}:{number}", found
                return
            data = first + stream.read(BYTES * (limit + 1) + 1 - len(first))
        yield source.where, _one(data, source, limit)
    except InputError as error:
        yield source.where, error


def _first(stream: Stream, limit: int) -> bytes:
    """A stream up to the end of its first line that is not blank."""
    lines = b""
    while len(lines) <= BYTES * limit and (line := stream.readline(BYTES * limit + 1 - len(lines))):
        lines += line
        if line.strip():
            break
    return lines


def _one(data: bytes, source: Input, limit: int) -> Article:
    if len(data) > BYTES * (limit + 1):
        raise too_long(limit)
    if source.kind == "html" or (source.kind == "unknown" and html.looks_like(data)):
        return html.article(data, source.identifier, limit)
    return compose(source.identifier, decode(data), limit)
