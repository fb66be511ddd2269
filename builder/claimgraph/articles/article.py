"""Text -> `Article`: the limits that hold for every kind of input, then what is boilerplate and what it tells."""

import re

from claimgraph.articles import boilerplate, lines, metadata
from claimgraph.articles.encoding import clean
from claimgraph.articles.metadata import Metadata
from claimgraph.errors import InputError
from claimgraph.model import Article, Span

LIMIT = 1_000_000  # characters of an article
LINE_LIMIT = 100_000  # characters of a line
LONG_LINE = re.compile(rf"[^\r\n]{{{LINE_LIMIT + 1},}}")


def too_long(limit: int) -> InputError:
    """The refusal of a text of more characters than `limit`."""
    return InputError(f"longer than {limit:,} characters: split it, or raise the limit")


def compose(identifier: str, text: str, limit: int, given: Metadata | None = None) -> Article:
    """The article of a text. What `given` has comes before what the text shows of title, date, publisher and address.

    Raises InputError on a text that is blank, or too long, or has a line that is too long.
    """
    if len(text) > limit:
        raise too_long(limit)
    if not text.strip():
        raise InputError("only white space: nothing to read" if text else "empty: nothing to read")
    if long := LONG_LINE.search(text):
        number = len(lines.BREAK.findall(text, 0, long.start())) + 1
        length = long.end() - long.start()
        raise InputError(
            f"line {number} of its text has {length:,} characters, over {LINE_LIMIT:,}: break it into paragraphs"
        )
    text = clean(text)
    rows = lines.split(text)
    marks = boilerplate.mark(rows)
    known = (given or Metadata()).over(metadata.find(rows, marks))
    return Article(
        identifier=identifier,
        text=text,
        title=known.title,
        issued=known.issued,
        publisher=known.publisher,
        source=known.source,
        boilerplate=tuple(Span.of(text, rows[i].begin, rows[i].end) for i in marks),
    )
