"""`claimgraph validate`: what is asked for."""

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.options import Reports, say


def validate(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPHS", help="RDF files; - is Turtle or TriG on stdin.")],
    form: Annotated[Reports, typer.Option("--format", help="How to report.")] = Reports.TEXT,
    reason: Annotated[
        bool, typer.Option("--reason", help="Also put each graph, with the ontology, to an OWL reasoner (needs Java).")
    ] = False,
) -> None:
    """Check graphs against the shapes.

    \b
    Example:
      claimgraph validate graph.ttl
    """
    from claimgraph.commands import checking

    found = checking.run(graphs, reason=reason, say=say)
    typer.echo(checking.as_json(found) if form is Reports.JSON else "\n".join(checking.text(found)))
    raise typer.Exit(0 if all(one.conforms for one in found) else 1)
