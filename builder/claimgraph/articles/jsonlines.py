"""JSON lines -> articles, one a line: an object with `text`, and optionally `id`, `url`, `title`, `date`, `publisher`.

All are strings. Other keys are passed over.
"""

import json
from collections.abc import Iterator

from claimgraph.articles import dates
from claimgraph.articles.article import compose
from claimgraph.articles.encoding import clean
from claimgraph.articles.files import Stream
from claimgraph.articles.metadata import Metadata
from claimgraph.errors import InputError
from claimgraph.model import Article

FIELDS = ("id", "url", "title", "date", "publisher")
BOM = b"\xef\xbb\xbf"


def looks_like(line: bytes) -> bool:
    """Whether a first line is a JSON object."""
    try:
        return isinstance(json.loads(line.removeprefix(BOM)), dict)
    except (ValueError, RecursionError):
        return False


def articles(stream: Stream, first: bytes, name: str, limit: int) -> Iterator[tuple[int, Article | InputError]]:
    """Each line's number, and its article or what is wrong with it. `first`: what was read of the stream already.

    An article's identifier is its `id`, else `<name>#<line number>`. Blank lines are passed over. Raises InputError
    on what is no line of text at all, and what the stream raises.
    """
    longest = 12 * limit + 65_536  # bytes: every character may be written as two escapes of six
    number, line = first.rstrip().count(b"\n") + 1, first or stream.readline(longest + 1)
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("UTF-16, where JSON lines must be UTF-8: save them as UTF-8")
    empty = True
    while line:
        if len(line) > longest:
            yield number, InputError(f"longer than {longest:,} bytes: split it; the lines after it are not read")
            return
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            empty = False
            yield number, _article(line.removeprefix(BOM) if number == 1 else line, f"{name}#{number}", limit)
        number, line = number + 1, stream.readline(longest + 1)
    if empty:
        raise InputError("empty: nothing to read")


def _article(line: bytes, identifier: str, limit: int) -> Article | InputError:
    try:
        record = _record(line)
        given = {key: clean(record[key]).strip() or None for key in FIELDS if record.get(key) is not None}
        date = given.get("date")
        known = Metadata(
            title=given.get("title"),
            issued=dates.parse(date) if date else None,
            publisher=given.get("publisher"),
            source=given.get("url"),
        )
        return compose(given.get("id") or identifier, record["text"], limit, known)
    except InputError as error:
        return error


def _record(line: bytes) -> dict[str, str]:
    """The fields of a line, all strings; raises InputError."""
    try:
        record = json.loads(line.decode("utf-8").strip())
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8, at byte {error.start} of the line: save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON, at column {error.colno} ({error.msg}): write one JSON object a line") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; nesting without end
        raise InputError("JSON that cannot be read, its numbers or its nesting go too far: simplify it") from error
    if not isinstance(record, dict):
        raise InputError("not a JSON object: write one object a line, with its `text`")
    if record.get("text") is None:
        raise InputError("has no `text`: give the article's text under that key")
    for key in ("text", *FIELDS):
        if not isinstance(record.get(key), str | None):
            raise InputError(f"`{key}` is no string: write it in quotation marks")
    return record
