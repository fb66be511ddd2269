"""`claimgraph load`: what is asked for."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.options import say


class Protocols(StrEnum):
    """How graphs are written."""

    AUTO = "auto"
    GSP = "gsp"
    UPDATE = "update"


class Schemes(StrEnum):
    """How the user is made known."""

    AUTO = "auto"
    BASIC = "basic"
    DIGEST = "digest"
    BEARER = "bearer"


def load(
    graphs: Annotated[
        list[str], typer.Argument(metavar="GRAPHS", help="RDF files with named graphs; - is TriG on stdin.")
    ],
    to: Annotated[str | None, typer.Option(metavar="URL", help="The endpoint, or one of its services.")] = None,
    protocol: Annotated[
        Protocols, typer.Option(help="Graph Store Protocol or SPARQL Update; auto asks the endpoint.")
    ] = Protocols.AUTO,
    store: Annotated[str | None, typer.Option(metavar="URL", help="The Graph Store service.")] = None,
    update: Annotated[str | None, typer.Option(metavar="URL", help="The SPARQL Update service.")] = None,
    query: Annotated[str | None, typer.Option(metavar="URL", help="The SPARQL Query service.")] = None,
    graph: Annotated[
        str | None, typer.Option(metavar="IRI", help="The graph for triples that stand in no named graph.")
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Remove the articles there that no file has.")] = False,
    verify: Annotated[bool, typer.Option("--verify", help="Read each graph back and compare.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; show what would be done.")] = False,
    user: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who loads; the password is in CLAIMGRAPH_PASSWORD or a file.")
    ] = None,
    password_file: Annotated[Path | None, typer.Option(metavar="FILE", help="A file with the password.")] = None,
    token_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file with a bearer token, else CLAIMGRAPH_TOKEN.")
    ] = None,
    auth: Annotated[Schemes, typer.Option(help="How to authenticate; auto does as the server asks.")] = Schemes.AUTO,
    plain_http: Annotated[
        bool, typer.Option("--plain-http", help="Send a basic password or a token over http to another machine.")
    ] = False,
    ca_file: Annotated[Path | None, typer.Option(metavar="FILE", help="Certificates to trust, in PEM.")] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long to wait for an answer.")] = 120,
    retries: Annotated[int, typer.Option(metavar="N", min=0, max=20, help="How often to try again what may pass.")] = 4,
    batch: Annotated[int, typer.Option(metavar="BYTES", min=1000, help="How much to send in one request.")] = 2_000_000,
) -> None:
    """Load graphs into a SPARQL store; each named graph replaces what the store has under its name.

    \b
    Example:
      claimgraph load graph.nq --to http://localhost:7878 --verify
    """
    from claimgraph.commands import loading
    from claimgraph.endpoints import Addresses, Job, Protocol, Scheme

    order = loading.Order(
        graphs=tuple(graphs),
        to=to,
        protocol=Protocol(protocol),
        at=Addresses(store, update, query),
        into=graph,
        job=Job(prune=prune, verify=verify),
        dry_run=dry_run,
        scheme=Scheme(auth),
        user=user,
        password_file=password_file,
        token_file=token_file,
        plain_http=plain_http,
        ca_file=ca_file,
        timeout=timeout,
        retries=retries,
        batch=batch,
    )
    raise typer.Exit(loading.run(order, os.environ, say, typer.echo))
