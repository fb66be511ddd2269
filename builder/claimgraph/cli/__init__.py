"""The commands. Each says what is asked of it; the work is done elsewhere, and imported only when it is needed.

Exit codes: 0 fine, 1 the graph does not conform, or two differ, 2 the call is wrong or the input cannot be read.
"""

import dataclasses
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from claimgraph.cli import checking, comparing, loading
from claimgraph.cli import registry as registries
from claimgraph.cli.options import (
    Articles,
    Cache,
    Corpus,
    Cues,
    Jobs,
    Joins,
    Registries,
    Reports,
    Rows,
    ShippedRegistry,
    Triggers,
    say,
    shipped,
)
from claimgraph.errors import ClaimgraphError, InputError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.add_typer(registries.app, name="registry")

# Click's UsageError, of the Click that this typer brings or uses.
_WrongCall: Any = typer.BadParameter.__mro__[1]
_GRAPH = typer.Argument(metavar="GRAPH", help="An RDF file; - is Turtle or TriG on stdin.")


def _version(wanted: bool) -> None:
    if wanted:
        from claimgraph.commands import version

        for line in version.lines():
            typer.echo(line)
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the versions and leave.")
    ] = False,
) -> None:
    """Read news and write down who says what happened, on whose word, as RDF."""


@app.command()
def build(
    articles: Articles,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where to; - or none is stdout.")] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="F", help="ttl, nt, nq, trig, jsonld or rdf; else from the ending."),
    ] = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="What the IRIs of instances begin with.")] = None,
    registry: Registries = None,
    cues: Cues = None,
    triggers: Triggers = None,
    shipped_registry: ShippedRegistry = True,
    pipeline: Annotated[
        str, typer.Option(metavar="NAME", help="A spaCy pipeline with UD labels, in place of the shipped one.")
    ] = "claimgraph",
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing unless every article is read, analysed and conforms.")
    ] = False,
    max_characters: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Refuse articles that are longer.")
    ] = None,
    jobs: Jobs = None,
    cache: Cache = None,
    corpus: Corpus = None,
    joins: Joins = None,
) -> None:
    """Read articles, extract, check, and write the graph.

    \b
    Example:
      echo 'Police said two men were arrested.' | claimgraph build - -o graph.ttl
    """
    from claimgraph.commands import building

    order = building.Order(
        inputs=tuple(articles),
        output=None if output is None or str(output) == "-" else output,
        form=form,
        base=base,
        registries=(*shipped(shipped_registry), *(registry or [])),
        cues=tuple(cues or ()),
        triggers=tuple(triggers or ()),
        pipeline=pipeline,
        strict=strict,
        limit=max_characters,
        jobs=jobs,
        cache=cache,
        corpus=corpus,
        joins=joins,
    )
    raise typer.Exit(building.run(order, say))


app.command()(checking.validate)
app.command()(comparing.diff)
app.command()(loading.load)


@app.command()
def query(
    graph: Annotated[str, _GRAPH],
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="A question's name, a file ending in .rq, or SPARQL itself.")
    ],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter's value; repeatable.")
    ] = None,
    form: Annotated[Rows, typer.Option("--format", help="How to answer.")] = Rows.TABLE,
) -> None:
    """Ask a graph a named question (see `claimgraph questions`) or any SPARQL that only reads.

    \b
    Example:
      claimgraph query graph.ttl claims-by --param actor='Badr Organisation' --format csv
    """
    from claimgraph.commands import terminal
    from claimgraph.commands.query import ask, load, serialize
    from claimgraph.questions import find

    asked = find(question)
    answer = ask(load(graph), asked, dict(map(_param, param or ())))
    if form is Rows.TABLE:
        terminal.show(answer)
    else:
        data = serialize(answer, form)
        sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")


@app.command(name="questions")
def list_questions(
    name: Annotated[str | None, typer.Argument(help="Print this question's SPARQL.")] = None,
) -> None:
    """List the named questions with their parameters, or print one.

    \b
    Example:
      claimgraph questions claims-by
    """
    from claimgraph import questions

    if name is not None:
        typer.echo(questions.known(name).text, nl=False)
        return
    for question in questions.named().values():
        typer.echo(f"{question.name}: {question.asks}")
        for param, meaning in question.params:
            typer.echo(f"    --param {param}={question.defaults[param]}  {meaning}")


@app.command()
def explain(
    graph: Annotated[str | None, _GRAPH] = None,
    node: Annotated[
        str | None, typer.Argument(metavar="IRI_OR_LABEL", help="An IRI, the end of one, or a name.")
    ] = None,
    article: Annotated[
        str | None,
        typer.Option("--rules", metavar="ARTICLE", help="Tell of an article's sentences instead; - is stdin."),
    ] = None,
    cues: Cues = None,
    triggers: Triggers = None,
    registry: Registries = None,
    form: Annotated[Reports, typer.Option("--format", help="How to tell.")] = Reports.TEXT,
) -> None:
    """Tell what is behind a claim, an event or an actor: its chain of tellers, and the sentences.

    With --rules: which claims each sentence of an article makes, which words make none, by what rule, and why.

    \b
    Example:
      claimgraph explain graph.ttl 'Badr Organisation'
      echo 'Police said two men were arrested.' | claimgraph explain --rules -
    """
    if article is not None:
        if graph is not None:
            raise InputError(f"explain --rules takes one article and no graph: leave {graph!r} out")
        _explain_rules(article, cues or [], triggers or [], registry or [], form)
    if graph is None or node is None:
        raise InputError("explain wants a GRAPH and an IRI_OR_LABEL, or --rules and an article")
    if cues or triggers or registry:
        given = "--cues, --triggers and --registry"
        raise InputError(f"explain takes {given} only with --rules: a graph is explained as it is")
    from claimgraph.commands.explain import explain as walk
    from claimgraph.commands.query import load
    from claimgraph.commands.terminal import room, tell

    found = walk(load(graph), node)
    if form is Reports.JSON:
        typer.echo(json.dumps([dataclasses.asdict(e) for e in found], ensure_ascii=False, indent=2))
        return
    typer.echo("\n\n".join("\n".join(tell(explanation, room())) for explanation in found))


def _explain_rules(
    article: str, cues: list[Path], triggers: list[Path], registry: list[Path], form: Reports
) -> NoReturn:
    from claimgraph.commands import rules

    known = (*shipped(True), *registry)
    code = rules.run(
        article,
        registries=known,
        cues=cues,
        triggers=triggers,
        as_json=form is Reports.JSON,
        show=typer.echo,
        say=say,
    )
    raise typer.Exit(code)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit code; a refusal is one line on stderr."""
    code: int | None
    _open_what_is_closed()
    try:
        code = app(arguments, prog_name="claimgraph", standalone_mode=False)
        sys.stdout.flush()
    except ClaimgraphError as error:
        from claimgraph.commands.terminal import clean

        say(clean(" ".join(str(error).split())))
        code = 2
    except _WrongCall as error:
        error.show()
        code = 2
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except (BrokenPipeError, SystemExit):  # the reader has seen enough: Typer leaves by itself if it is told first
        _drop_output()
        code = 0
    except OSError as error:  # stdout, for all other files are told of as InputError
        say(f"{error.filename or 'stdout'}: cannot be written: {error.strerror}: choose another place")
        _drop_output()
        code = 2
    sys.exit(code or 0)


def _open_what_is_closed() -> None:
    """Python has None for a standard stream that is closed from the start: take the empty device for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  until Python leaves


def _drop_output() -> None:
    """Nothing can be written: what is left in the buffer would fail again when Python leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _param(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not name:
        raise InputError(f"--param {pair!r} has no value: write it as name=value")
    return name, value
