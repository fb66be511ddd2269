"""The commands on registries of actors and places: `claimgraph registry …`."""

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.options import Articles, Grave, Registries, Reports, ShippedRegistry, say, shipped

app = typer.Typer(
    help="""Check registries of known actors and places, add to them, and find who is missing.

    \b
    Example:
      claimgraph registry check
    """,
    no_args_is_help=True,
)
_ID = "ID"  # of an entry: an id, an IRI, or a label that only one entry has


def _option(metavar: str, help_: str, *names: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(*names, metavar=metavar, help=help_)
    return option


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="Registries; without one, the shipped one.")
    ] = None,
    shipped_registry: ShippedRegistry = True,
    form: Annotated[Reports, typer.Option("--format", help="How to report.")] = Reports.TEXT,
    fail_on: Annotated[Grave, typer.Option(help="What makes the exit code 1.")] = Grave.VIOLATION,
) -> None:
    """Check registries: all that is wrong, and what is worth a look.

    \b
    Example:
      claimgraph registry check --fail-on violation
    """
    from claimgraph.commands.registry import check as checking

    found = checking.run(tuple(files or shipped(shipped_registry)), beside=shipped(shipped_registry and bool(files)))
    typer.echo(checking.as_json(found) if form is Reports.JSON else "\n".join(checking.text(found)))
    raise typer.Exit(0 if found.passes(fail_on) else 1)


@app.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Your registry, Turtle or CSV; made where missing.")],
    kind: Annotated[str | None, _option("KIND", "Place, or the kind of actor.")] = None,
    label: Annotated[str | None, _option("NAME", "Its usual English name.")] = None,
    alt: Annotated[list[str] | None, _option("NAME", "Another name; NAME@ar in Arabic; repeatable.")] = None,
    metonym: Annotated[list[str] | None, _option("NAME", "What also stands for it; repeatable.")] = None,
    demonym: Annotated[list[str] | None, _option("NAME", "What belongs to it is called; repeatable.")] = None,
    part_of: Annotated[str | None, _option(_ID, "The body or the place that it is a part of.")] = None,
    territory: Annotated[str | None, _option(_ID, "Of a state: its land.")] = None,
    match: Annotated[list[str] | None, _option("IRI", "The same in another data set; repeatable.")] = None,
    member: Annotated[str | None, _option(_ID, "For a role: who has it.")] = None,
    organization: Annotated[str | None, _option(_ID, "For a role: where.")] = None,
    role: Annotated[str | None, _option("WORDS", "For a role: what.")] = None,
    since: Annotated[str | None, _option("DATE", "For a role: YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    until: Annotated[str | None, _option("DATE", "For a role: as --since.")] = None,
    source: Annotated[str | None, _option("IRI", "Where it can be checked; or in words.")] = None,
    own: Annotated[str | None, _option(_ID, "Its id; else one is made of the label.", "--id")] = None,
    to: Annotated[str | None, _option(_ID, "Add to this entry, of whatever file, instead.")] = None,
    shipped_registry: ShippedRegistry = True,
) -> None:
    """Add an actor, a place or a role to a registry of yours, or names to an entry.

    \b
    Example:
      claimgraph registry add mine.ttl --kind MediaOutlet --label 'Harbour Wire' --source 'its imprint'
      claimgraph registry add mine.ttl --to 'Badr Organisation' --alt 'Bader Organisation'
    """
    from claimgraph.commands.registry import add as adding

    given: dict[str, list[str]] = {
        "id": [own or ""],
        "kind": [kind or ""],
        "label": [label or ""],
        "alt_labels": alt or [],
        "metonyms": metonym or [],
        "demonyms": demonym or [],
        "part_of": [part_of or ""],
        "territory": [territory or ""],
        "matches": match or [],
        "member": [member or ""],
        "organization": [organization or ""],
        "role": [role or ""],
        "since": [since or ""],
        "until": [until or ""],
        "source": [source or ""],
    }
    typer.echo(adding.run(file, given, to=to, beside=shipped(shipped_registry), say=say))


@app.command()
def suggest(
    articles: Articles,
    registry: Registries = None,
    shipped_registry: ShippedRegistry = True,
    least: Annotated[int, typer.Option(metavar="N", min=1, help="Leave out what is mentioned less often.")] = 2,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to, .csv or .ttl; - or none is CSV on stdout.")
    ] = None,
) -> None:
    """Find who and what articles name that no registry has, as rows of a registry to be looked through.

    \b
    Example:
      echo 'Zaydan Harbi met Zaydan Harbi.' | claimgraph registry suggest -
    """
    from claimgraph.commands.registry import suggest as suggesting

    order = suggesting.Order(
        inputs=tuple(articles),
        registries=(*shipped(shipped_registry), *(registry or [])),
        least=least,
        output=None if output is None or str(output) == "-" else output,
    )
    raise typer.Exit(suggesting.run(order, say))
