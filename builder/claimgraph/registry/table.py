"""Registry files as tables: CSV (RFC 4180) in UTF-8, an entry to a row, values in a cell parted by `|`."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from claimgraph.errors import InputError
from claimgraph.registry.described import Described
from claimgraph.registry.findings import EntryError, Finding, Origin, Refuse, Severity
from claimgraph.registry.names import entry_id, role_id
from claimgraph.registry.records import Entry, Label, Role, grain
from claimgraph.registry.terms import (
    AFFILIATION,
    CG,
    COLUMNS,
    DATES,
    EVERY_KIND,
    HOME,
    NAMES,
    OTHER_LABEL,
    PLACE,
    TO_ENTRIES,
)

HEADER = ("id", *COLUMNS)
NOTE = "note"  # what the names of columns that say nothing of the entry begin with
_VALUE = re.compile(r"(?:\\[|\\]|[^|])+")
_TAGGED = re.compile(r"(?P<text>.*)@(?P<language>[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)", re.DOTALL)


def read(path: Path, data: bytes, refuse: Refuse) -> Iterator[Described]:
    """What each row says; `refuse` is told of rows that cannot be used, which are left out.

    Raises InputError where the file is no CSV in UTF-8 or its header is not of a registry.
    """
    read = rows(path, data)
    _, header = next(read, (1, []))
    _check_header(path, header)
    for line, row in read:
        origin = Origin(path, line)
        try:
            yield described(origin, _cells(origin, header, row))
        except EntryError as refused:
            refuse(refused)


def rows(path: Path, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, the header first, each with the line on which it begins.

    Raises InputError where the file is no CSV in UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(f"{path}: line {line}: not UTF-8: save the table as CSV UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"{path}: line {begins}: no CSV ({error}): correct the row that begins there") from None


def _check_header(path: Path, header: Sequence[str]) -> None:
    if not header:
        raise InputError(f"{path}: the registry holds no entry: add a header and rows, or leave the file out")
    choice = f"take some of {', '.join(HEADER)}, parted by commas, and {NOTE}… for what is not to be read"
    for name in header:
        if name not in HEADER and not name.startswith(NOTE):
            raise InputError(f"{path}: line 1: there is no column {name!r}: {choice}")
    twice = next((name for name in header if header.count(name) > 1 and not name.startswith(NOTE)), None)
    if twice:
        raise InputError(f"{path}: line 1: the column {twice} stands there twice: keep one")


def _cells(origin: Origin, header: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    if len(row) != len(header):
        counted = f"the row has {len(row)} cells, and the header {len(header)}"
        raise _refused(origin, f"{counted}: give each column its cell, and put cells with commas in quotation marks")
    return {name: cell.strip() for name, cell in zip(header, row, strict=True) if cell.strip() and name in HEADER}


def described(origin: Origin, cells: Mapping[str, str]) -> Described:
    """What the cells of a row say, by column. The label of a row without a kind is one more name of its entry.

    Raises EntryError where a cell cannot be used, or there is no id and nothing to make one of.
    """
    objects: dict[str, tuple[NamedNode | Literal, ...]] = {}
    for column, term in COLUMNS.items():
        found = [_node(origin, column, value) for value in values(cells.get(column, ""))]
        at = OTHER_LABEL if column == "label" and "id" in cells and "kind" not in cells else term
        if found:
            objects[at] = tuple(dict.fromkeys([*objects.get(at, ()), *found]))
    if not objects:
        raise _refused(origin, "the row says nothing of its entry: fill some cells, or delete it")
    return Described(_iri(origin, cells), objects, origin)


def _iri(origin: Origin, cells: Mapping[str, str]) -> str:
    """That of the id, or else of the id that kind and label, or member, organization and since, make."""
    given, kind = cells.get("id", ""), cells.get("kind", "")
    if not given:
        needed = ("member", "organization") if kind == AFFILIATION else ("kind", "label")
        for column in needed:
            if column not in cells:
                raise _refused(origin, f"without an id there must be a {column} to make one of: give one", column)
        if kind == AFFILIATION:
            given = role_id(cells["member"], cells["organization"], cells.get("since"))
        else:
            given = entry_id(kind, text_in_language(cells["label"]).text)
    return _node(origin, "id", given).value


def _node(origin: Origin, column: str, value: str) -> NamedNode | Literal:
    """The value of a cell as what it is in RDF."""
    if column == "kind" and value not in EVERY_KIND:
        raise _refused(origin, f"{value!r} is no kind: take one of {', '.join(EVERY_KIND)}", column)
    if column in DATES:
        datatype = grain(value)
        if datatype is None:
            raise _refused(origin, f"{value!r} is no date: write it as YYYY, YYYY-MM or YYYY-MM-DD", column)
        return Literal(value, datatype=NamedNode(datatype))
    try:
        if column == "kind":
            return NamedNode(CG + value)
        if column in NAMES:
            name = text_in_language(value)
            return Literal(name.text, language=name.language)
        if column in TO_ENTRIES or column == "id":
            return NamedNode(value if "://" in value else HOME + value)
        return NamedNode(value) if column == "matches" or value.startswith(("http://", "https://")) else Literal(value)
    except ValueError as error:
        if column == "source":
            return Literal(value)  # words that begin like an address
        what = "name in a language" if column in NAMES else "IRI"
        raise _refused(origin, f"{value!r} is no {what} ({error}): correct it", column) from None


def _refused(origin: Origin, reason: str, column: str | None = None) -> EntryError:
    return EntryError(Finding(Severity.VIOLATION, origin, None, reason, column))


def values(cell: str) -> list[str]:
    """The values of a cell, parted by `|`; `\\|` is a bar and `\\\\` a backslash within a value."""
    pieces = (re.sub(r"\\([|\\])", r"\1", piece).strip() for piece in _VALUE.findall(cell))
    return [piece for piece in pieces if piece]


def text_in_language(value: str) -> Label:
    """The name of "name@fr"; English where no language stands behind it."""
    tagged = _TAGGED.fullmatch(value)
    return Label(tagged["text"].strip(), tagged["language"]) if tagged else Label(value)


def cell(values: Iterable[str]) -> str:
    """The cell that holds these values."""
    return "|".join(re.sub(r"([|\\])", r"\\\1", value) for value in values)


def row(one: Entry | Role) -> dict[str, str]:
    """The cells of an entry or an affiliation, by column; those that are empty are left out."""
    if isinstance(one, Role):
        told = {"kind": [AFFILIATION], "role": _named([Label(one.role)] if one.role else [])}
        told |= {c: [v] for c in ("member", "organization", "since", "until", "source") if (v := getattr(one, c))}
    else:
        told = {
            "kind": [one.kind or PLACE],
            "label": _named([one.label]),
            "alt_labels": _named(one.alt_labels),
            "metonyms": _named(map(Label, one.metonyms)),
            "demonyms": _named(map(Label, one.demonyms)),
            "matches": list(one.matches),
        }
        told |= {c: [v] for c in ("part_of", "territory", "source") if (v := getattr(one, c))}
    return {"id": one.id, **{column: cell(told[column]) for column in COLUMNS if told.get(column)}}


def _named(labels: Iterable[Label]) -> list[str]:
    """Names with their language, which English ones need only where they look like having another."""
    return [
        n.text if n.language == "en" and not _TAGGED.fullmatch(n.text) else f"{n.text}@{n.language}" for n in labels
    ]


def lines(rows: Iterable[Mapping[str, str]], header: Sequence[str], *, end: str = "\r\n") -> str:
    """The rows as lines of CSV; cells of a row that have no column raise ValueError."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header, restval="", lineterminator=end)
    writer.writerows(rows)
    return out.getvalue()
