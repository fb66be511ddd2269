"""A registry file with an entry more at its end; what it held stays as it was, comments and order included."""

from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from claimgraph.errors import InputError
from claimgraph.registry import table, turtle
from claimgraph.registry.described import Described
from claimgraph.registry.terms import PREFIXES

BOM = "\ufeff"


def row(path: Path, held: bytes, cells: Mapping[str, str]) -> tuple[bytes, str]:
    """The table with a row more, and that row; one that holds nothing gets a header.

    Raises InputError where its header has no column for a cell.
    """
    text = held.decode("utf-8-sig")  # which has been read already
    end = "\r\n" if "\r\n" in text or not text.strip() else "\n"
    if not text.strip():
        text = table.lines([dict(zip(table.HEADER, table.HEADER, strict=True))], table.HEADER, end=end)
    _, header = next(table.rows(path, text.encode()))
    missing = [column for column in cells if column not in header]
    if missing:
        raise InputError(f"{path}: its header has no column {missing[0]!r}: put it at the header's end, with a comma")
    added = table.lines([cells], header, end=end)
    mark = BOM if held.startswith(BOM.encode()) else ""
    return (mark + text + ("" if text.endswith(("\n", "\r")) else end) + added).encode(), added


def paragraph(path: Path, held: bytes, new: Described) -> tuple[bytes, str]:
    """The Turtle with a paragraph more, and that paragraph; prefixes are added where it holds nothing.

    Raises InputError where it is not UTF-8.
    """
    try:
        text = held.decode()
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8: save it as UTF-8 first") from None
    end = "\r\n" if "\r\n" in text else "\n"
    parsed = parse(held, RdfFormat.TURTLE)
    prefixes = parsed.prefixes if list(parsed) else {}
    if not text.strip():
        text, prefixes = turtle.prologue(PREFIXES), dict(PREFIXES)
    added = turtle.paragraph(new, prefixes).replace("\n", end)
    return (text + ("" if text.endswith("\n") else end) + end + added).encode(), added
