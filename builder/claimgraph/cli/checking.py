"""`claimgraph validate`: what is asked for."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.options import Cache, Jobs, say
from claimgraph.commands.choices import FailOn, Form


def validate(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPHS", help="RDF files; - is Turtle or TriG on stdin.")],
    form: Annotated[Form, typer.Option("--format", help="How to report.")] = Form.TEXT,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where to; - or none is stdout.")] = None,
    also: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT=FILE", help="Another report of the same run; repeatable.")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="What makes the exit code 1.")] = FailOn.VIOLATION,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Findings that are known and make no exit code 1.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all findings to such a file; then all are known.")
    ] = None,
    shapes: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Other shapes than claimgraph's, any RDF; repeatable.")
    ] = None,
    reason: Annotated[
        bool, typer.Option("--reason", help="Also put each graph, with the ontology, to an OWL reasoner (needs Java).")
    ] = False,
    jobs: Jobs = None,
    cache: Cache = None,
    texts: Annotated[
        list[str] | None,
        typer.Option(
            "--texts",
            metavar="PATH",
            help="A file or folder of the articles, as `build` was given it: check the spans against them. Repeatable.",
        ),
    ] = None,
) -> None:
    """Check graphs against claimgraph's shapes, or others.

    \b
    Example:
      claimgraph validate graph.ttl
      claimgraph validate graph.ttl --format github --also sarif=graph.sarif
    """
    from claimgraph.commands import checking

    reports = checking.wanted(form, output, also or [])
    order = checking.Order(
        paths=tuple(graphs),
        shapes=tuple(shapes or ()),
        reason=reason,
        fail_on=fail_on,
        baseline=baseline,
        write_baseline=write_baseline,
        jobs=jobs,
        cache=cache,
        texts=tuple(texts or ()),
        places=any(one.form.has_places for one in reports),
    )
    outcome = checking.run(order, say)
    checking.tell(outcome, reports, _show, say)
    raise typer.Exit(outcome.code)


def _show(text: str) -> None:
    """In UTF-8, whatever the terminal's encoding, for XML and JSON are."""
    sys.stdout.buffer.write(f"{text}\n".encode(errors="replace"))
