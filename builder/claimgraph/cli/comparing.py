"""`claimgraph diff`: what is asked for."""

from typing import Annotated

import typer

from claimgraph.cli.options import Reports


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="An RDF file; - is Turtle or TriG on stdin.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The RDF file to compare it with.")],
    form: Annotated[Reports, typer.Option("--format", help="How to tell.")] = Reports.TEXT,
) -> None:
    """Tell which articles, claims, events and actors came, went or changed between two graphs.

    Exit codes: 0 nothing of that differs, 1 something does, 2 a graph cannot be read.

    \b
    Example:
      claimgraph diff graph.ttl graph.ttl
    """
    from claimgraph.commands import diffing

    compared = diffing.run(old, new)
    typer.echo(diffing.as_json(compared) if form is Reports.JSON else "\n".join(diffing.text(compared)))
    raise typer.Exit(0 if compared.comparison.equal else 1)
