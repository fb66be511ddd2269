"""The whole of `claimgraph registry suggest`: names that articles have and no registry, as entries to look through."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimgraph import language, pipeline
from claimgraph.commands.building import lost
from claimgraph.commands.registry.likely import Likely, Names
from claimgraph.commands.registry.unknown import Unknown, unknown
from claimgraph.commands.terminal import clean, progress
from claimgraph.errors import InputError
from claimgraph.model import Extraction
from claimgraph.pipeline import Examined, Failed
from claimgraph.registry import Entry, Label, Registry, load, table, turtle
from claimgraph.registry.findings import Origin
from claimgraph.registry.loading import is_table
from claimgraph.registry.terms import PREFIXES

NOTES = ("note_mentions", "note_articles", "note_example", "note_likely", "note_why")
_STAGES = {"analyse": "analysing"}


@dataclass(frozen=True)
class Order:
    """What is asked for. `least`: mentions of a name; `output` None: stdout."""

    inputs: tuple[str, ...]
    registries: tuple[Path, ...]
    least: int
    output: Path | None


def run(order: Order, say: Callable[[str], None]) -> int:
    """Write the names that are found; `say` is told what cannot be read, and how many there are.

    Gives the exit code: 0; 1 where an article could not be analysed; 2 where none could be read.
    Raises InputError where the order itself cannot be carried out.
    """
    from claimgraph.validated import write

    if order.output is not None:
        _check_output(order.output)
    known = load(*order.registries) if order.registries else Registry()
    told, failed = _told(order, known, say)
    if not told:
        say("nothing was written: no article could be " + ("analysed" if failed else "read"))
        return 1 if failed else 2
    found = unknown(told, known, order.least)
    if not found:
        say(f"nothing was written: nobody unknown is named {order.least} times or more in {_counted(told)}")
        return 1 if failed else 0
    names = Names(known.entries.values())
    rows = [(one, names.like(one.label, one.kind)) for one in found]
    if order.output is None:
        sys.stdout.write(as_table(rows))
    else:
        write(order.output, (as_table(rows) if is_table(order.output) else as_turtle(rows)).encode())
        names_of = f"{len(rows)} name{'' if len(rows) == 1 else 's'} of {_counted(told)}"
        say(clean(f"{order.output}: {names_of}: look through them before you use them"))
    return 1 if failed else 0


def _counted(told: list[Extraction]) -> str:
    return f"{len(told)} article{'' if len(told) == 1 else 's'}"


def _check_output(output: Path) -> None:
    if output.suffix.lower() not in {".csv", ".ttl"}:
        raise InputError(f"{output}: the ending names no form of a registry: use .csv or .ttl")
    if output.is_dir() or not output.parent.is_dir():
        raise InputError(f"{output}: cannot be written: name a file in a folder that is there")


def _told(order: Order, known: Registry, say: Callable[[str], None]) -> tuple[list[Extraction], bool]:
    """What the articles tell, and whether one could not be analysed."""
    told: list[Extraction] = []
    failed = False
    with progress(_STAGES) as tick:
        nlp = language.load(language.SHIPPED)
        for one in pipeline.examine_each(order.inputs, nlp=nlp, registry=known):
            if isinstance(one, Examined):
                told.append(one.extraction)
                if tick:
                    tick("analyse", len(told), None)
            else:
                failed = failed or isinstance(one, Failed)
                say(lost(one))
    return sorted(told, key=lambda one: one.article.identifier), failed


def entry(one: Unknown) -> Entry:
    """The entry that a name would be."""
    return Entry(one.id, one.kind, Label(one.label), tuple(map(Label, one.alt_labels)))


def notes(one: Unknown, likely: Iterable[Likely]) -> dict[str, str]:
    """What helps to decide on a name, each in one line, by column."""
    likely = list(likely)
    said = (
        str(one.mentions),
        str(one.articles),
        one.example,
        "; ".join(f"{like.id} ({like.label}, {like.score:.0f})" for like in likely),
        "; ".join(dict.fromkeys(like.why for like in likely)),
    )
    return {column: clean(words) for column, words in zip(NOTES, said, strict=True)}


def as_table(rows: Iterable[tuple[Unknown, list[Likely]]]) -> str:
    """The names as CSV, what is known of each in columns of notes."""
    header = (*table.HEADER, *NOTES)
    cells = [{**table.row(entry(one)), **_harmless(notes(one, likely))} for one, likely in rows]
    return table.lines([dict(zip(header, header, strict=True)), *cells], header)


def _harmless(notes: dict[str, str]) -> dict[str, str]:
    """Words that no spreadsheet takes for a formula."""
    return {column: f"'{words}" if words[:1] in {"=", "+", "-", "@"} else words for column, words in notes.items()}


def as_turtle(rows: Iterable[tuple[Unknown, list[Likely]]]) -> str:
    """The names as Turtle, what is known of each in comments before it."""
    return turtle.prologue(PREFIXES) + "".join(f"\n{''.join(_paragraph(*row))}" for row in rows)


def _paragraph(one: Unknown, likely: list[Likely]) -> Iterator[str]:
    for column, words in notes(one, likely).items():
        if words:
            yield f"# {column.removeprefix('note_')}: {words}\n"
    described = table.described(Origin(Path()), table.row(entry(one)))
    yield turtle.paragraph(described, PREFIXES)
