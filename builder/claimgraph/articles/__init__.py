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

__all__ = ["LIMIT", "Article", "Unreadable", "compose", "read"]

BYTES = 4  # that a character takes at most, in UTF-8, UTF-16 and UTF-32


def read(sources: Iterable[str | Path | Article], *, limit: int = LIMIT) -> Iterator[Article | Unreadable]:
    """The articles of files and folders ("-": standard input), in order, and an `Unreadable` for what gives none.

    Articles among the sources are given as they are. `limit`: characters of one article at most. Offsets count in the
    text exactly as it stands in a plain-text file, behind its byte order mark; in JSON lines, in the value of `text`;
    in HTML, in the text found. Nothing is raised for bad input. No two articles have the same identifier: the second
    is refused. A file that is given again is passed over.
    """
    owners: dict[str, str] = {}
    done: set[Path] = set()
    for one in sources:
        for where, found in [("an article given", one)] if isinstance(one, Article) else _under(one, limit, done):
            if isinstance(found, Unreadable):
                yield found
            elif found.identifier in owners:
                taken = f"its identifier {found.identifier!r} is already that of {owners[found.identifier]}"
                yield Unreadable(where, f"{taken}: rename one of them")
            else:
                owners[found.identifier] = where
                yield found


def _under(path: str | Path, limit: int, done: set[Path]) -> Iterator[tuple[str, Article | Unreadable]]:
    """What a path leads to, each with its place for messages; the files that are done are passed over."""
    for source in inputs((path,)):
        if isinstance(source, Unreadable):
            yield source.where, source
            continue
        file = source.path and source.path.resolve()
        if file in done:
            yield source.where, Unreadable(source.where, "given more than once: it is read once", passed_over=True)
            continue
        if file:
            done.add(file)
        for where, found in _read(source, limit):
            yield where, Unreadable(where, str(found)) if isinstance(found, InputError) else found


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
