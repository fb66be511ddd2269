"""What several commands ask for, and how they tell what went wrong."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Rows(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"


class Reports(StrEnum):
    """The forms of a report and of an explanation."""

    TEXT = "text"
    JSON = "json"


class Grave(StrEnum):
    """What a check may fail on: violations alone, or warnings as well."""

    VIOLATION = "violation"
    WARNING = "warning"


Articles = Annotated[list[str], typer.Argument(metavar="ARTICLES", help="Files and folders; - is stdin.")]
Registries = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="More known actors and places, Turtle or CSV; repeatable.")
]
ShippedRegistry = Annotated[bool, typer.Option(help="Whether the shipped registry is used.")]
Cues = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="More words that attribute, in TOML; repeatable.")
]
Triggers = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="More words that tell of events, in TOML; repeatable.")
]

Jobs = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Processes that check; else the cores, or one for a small graph.")
]
Cache = Annotated[
    Path | None, typer.Option(metavar="DIR", file_okay=False, help="Keep verdicts there; skip what is unchanged.")
]
Joins = Annotated[
    Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Thresholds of what joins articles (TOML).")
]
Corpus = Annotated[
    Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Keep the articles there; add to those there.")
]


def shipped(wanted: bool) -> tuple[Path, ...]:
    """The shipped registry's file, where it is wanted."""
    from claimgraph import resources

    return (resources.REGISTRY,) if wanted else ()


def say(line: str) -> None:
    """Tell a line on stderr."""
    typer.echo(f"claimgraph: {line}", err=True)
