"""The whole of `claimgraph build`: what can be refused is refused first, and the graph is written whole."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from claimgraph.commands.terminal import clean, progress
from claimgraph.errors import InputError
from claimgraph.graphs import FORMATS

if TYPE_CHECKING:
    from claimgraph.articles import Unreadable
    from claimgraph.pipeline import Built, Failed

_BASE = re.compile(
    r"""(?:https?://[^/\s<>"'{}|\\^`#?]+|urn:[A-Za-z0-9][A-Za-z0-9-]*:[^/\s<>"'{}|\\^`#?]+)/(?:[^\s<>"'{}|\\^`#?]*/)?"""
)
STAGES = {
    "start": "starting",
    "read": "reading",
    "analyse": "analysing",
    "join": "joining",
    "triples": "making triples",
    "check": "checking",
    "write": "writing",
}


@dataclass(frozen=True)
class Order:
    """What a build is asked for. `output` None: stdout; `base` and `limit` None: the defaults."""

    inputs: tuple[str, ...]
    output: Path | None
    form: str | None
    base: str | None
    registries: tuple[Path, ...]
    cues: tuple[Path, ...]
    triggers: tuple[Path, ...]
    pipeline: str
    strict: bool
    limit: int | None
    jobs: int | None = None  # of the check
    cache: Path | None = None  # of its verdicts
    corpus: Path | None = None  # the file of the articles to add to
    joins: Path | None = None  # the file of the thresholds


def run(order: Order, say: Callable[[str], None]) -> int:
    """Build and write; `say` is told each line on what went wrong and, last, the summary. Gives the exit code.

    Raises InputError where the order itself cannot be carried out.
    """
    form = check_output(order.output, order.form)
    if order.base is not None:
        check_base(order.base)
    if order.corpus is not None:
        check_corpus(order.corpus, order.output)
    with ExitStack() as stack:
        return _run(order, form, say, stack)


def _run(order: Order, form: str, say: Callable[[str], None], stack: ExitStack) -> int:
    """As `run`; what is to be closed at the end is left on the stack."""
    begun = perf_counter()
    with progress(STAGES) as tick:
        from claimgraph import language, pipeline, registry, validated
        from claimgraph.statements.lexicon import lexicon
        from claimgraph.statements.triggers import triggers
        from claimgraph.stories.settings import Settings, load

        known = registry.load(*order.registries) if order.registries else registry.Registry()
        words, telling = lexicon(*order.cues), triggers(*order.triggers)
        nlp = language.load(order.pipeline)
        joins = load(order.joins) if order.joins else Settings()
        corpus = None
        if order.corpus is not None:
            corpus = pipeline.kept(order.corpus, nlp=nlp, registry=known, words=words, triggers=telling, joins=joins)
            stack.enter_context(corpus)
        started = perf_counter()
        limit = {} if order.limit is None else {"limit": order.limit}
        built = pipeline.build(
            order.inputs,
            nlp=nlp,
            registry=known,
            words=words,
            triggers=telling,
            base=order.base,
            progress=tick,
            jobs=order.jobs,
            cache=order.cache,
            corpus=corpus,
            joins=joins,
            **limit,
        )
    if corpus and corpus.stale:
        say(clean(f"{corpus.path}: was made by another version, model, registry or word list: all is read anew"))
    _tell(built, say)
    code = exit_code(built, strict=order.strict)
    checked = perf_counter()
    if unwritten := _unwritten(built, code, strict=order.strict):
        say(f"nothing was written: {unwritten}")
    else:
        _write(order.output, validated.stream(built.valid, form))
        if corpus:
            corpus.save()
    seconds = {"start": started - begun, **built.seconds, "write": perf_counter() - checked}
    say(summary(built, seconds))
    return code


def check_corpus(corpus: Path, output: Path | None) -> None:
    """Raises InputError where no corpus can be kept in a file: it is something else, or the output."""
    from claimgraph.stories.corpus import kept

    if output is not None and output.resolve() == corpus.resolve():
        raise InputError(f"{corpus}: cannot be both the graph and the corpus: name another file")
    if not corpus.parent.is_dir():
        raise InputError(f"{corpus}: cannot be written: there is no folder {corpus.parent}: make it first")
    kept.check(corpus)


def check_output(output: Path | None, form: str | None) -> str:
    """The format to write: the one asked for, else the output's ending, else ttl.

    Raises InputError where there is no such format, or the output can plainly not be written.
    """
    ending = output.suffix.removeprefix(".") if output else "ttl"
    chosen = form or ending
    if chosen not in FORMATS:
        what = f"{output}: the ending names no RDF format" if form is None else f"there is no format {form!r}"
        raise InputError(f"{what}: use one of {', '.join(FORMATS)}")
    if output is None:
        return chosen
    if output.is_dir():
        raise InputError(f"{output}: is a folder: name a file to write the graph to")
    if not output.parent.is_dir():
        raise InputError(f"{output}: cannot be written: there is no folder {output.parent}: make it first")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise InputError(f"{output}: cannot be written: permission denied: choose another place")
    return chosen


def check_base(base: str) -> None:
    """Raises InputError unless the base is an absolute http(s) or urn IRI that ends in /.

    One that ends in # would give a mention's IRI, which has a fragment of its own, two.
    """
    if not _BASE.fullmatch(base):
        wants = "give an absolute http(s) or urn IRI that ends in /, without spaces or quotation marks"
        raise InputError(f"--base {base!r} cannot begin an IRI: {wants}")


def exit_code(built: "Built", *, strict: bool) -> int:
    """0: all is well; 1: an article does not conform or could not be analysed; 2: nothing could be read, or not all and
    the run is strict.
    """
    lost = any(not one.passed_over for one in built.unreadable)
    if not (built.extractions or built.failed) or (strict and lost):
        return 2
    return 1 if built.report.left_out or built.failed else 0


def summary(built: "Built", seconds: Mapping[str, float]) -> str:
    """One line: how much there is in the graph, and where the time went."""
    kept = [e for e in built.extractions if e.article.identifier not in built.report.left_out]
    counts = {
        "article": len(kept),
        "actor": len({actor.id for e in kept for actor in e.actors}),
        "event": sum(len(e.events) for e in kept),
        "claim": sum(len(e.claims) for e in kept),
        "figure": sum(len(e.figures) for e in kept),
    }
    found = ", ".join(f"{n} {what}{'' if n == 1 else 's'}" for what, n in counts.items())
    spent = ", ".join(f"{STAGES.get(stage, stage)} {s:.1f} s" for stage, s in seconds.items())
    return f"{found}; {spent}"


def lost(one: "Unreadable | Failed") -> str:
    """In one line why an article is not there."""
    from claimgraph.pipeline import Failed

    if isinstance(one, Failed):
        return clean(f"{one.identifier}: could not be analysed and is left out: {one.reason}")
    return clean(f"{one.where}: {one.reason}")


def _tell(built: "Built", say: Callable[[str], None]) -> None:
    for unreadable in built.unreadable:
        say(lost(unreadable))
    for violation in built.report.violations:
        for line in violation.render().splitlines():
            say(clean(line))
    for identifier in built.report.left_out:
        say(clean(f"{identifier}: does not conform and is left out"))
    for failed in built.failed:
        say(lost(failed))


def _unwritten(built: "Built", code: int, *, strict: bool) -> str:
    """Why there is nothing to write; empty where there is."""
    if not built.extractions:
        return f"no article could be {'analysed' if built.failed else 'read'}"
    if len(built.extractions) == len(built.report.left_out):
        return "no article conforms"
    return "--strict wants every article, and some are missing" if strict and code else ""


def _write(output: Path | None, pieces: Iterable[bytes]) -> None:
    if output is None:
        sys.stdout.buffer.writelines(pieces)
        return
    from claimgraph import validated

    validated.write(output, pieces)
