"""The whole of `claimgraph validate`: the shapes over files, the reasoner where asked for, and what comes of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Graph

from claimgraph import reasoning
from claimgraph.commands import baselines
from claimgraph.commands.choices import FailOn, Form
from claimgraph.commands.reports import FORMATS
from claimgraph.commands.reports.outcome import Checked, Found, Outcome
from claimgraph.commands.reports.places import places
from claimgraph.commands.terminal import clean
from claimgraph.errors import InputError
from claimgraph.graphs import STDIN
from claimgraph.reasoning import Skipped
from claimgraph.validated import check, foreign, load_graph, rules, shacl, write
from claimgraph.validated.report import number

if TYPE_CHECKING:
    from claimgraph.commands.texts import Texts

Say = Callable[[str], None]


@dataclass(frozen=True)
class Order:
    """What is asked for. `shapes` empty: claimgraph's own. `jobs`, `cache`: as for `check`. `texts`: files and folders
    of the articles that the graphs were built of, to hold the spans to.
    """

    paths: tuple[Path, ...]
    shapes: tuple[Path, ...] = ()
    reason: bool = False
    fail_on: FailOn = FailOn.VIOLATION
    baseline: Path | None = None
    write_baseline: Path | None = None
    jobs: int | None = None
    cache: Path | None = None
    texts: tuple[str, ...] = ()
    places: bool = True  # whether files are searched for where their nodes stand


def run(order: Order, say: Say) -> Outcome:
    """Check each file, and judge what is found; `say` is told on what there is to tell beside the report, such as
    articles without a text and texts without an article.

    Raises InputError for shapes, texts and a baseline that cannot be read, ClaimgraphError where the reasoner fails. A
    graph that cannot be read is told of, and the others are checked.
    """
    if order.baseline and order.write_baseline:
        raise InputError(
            "--baseline and --write-baseline exclude each other: give the one to hold against, or to write"
        )
    known = baselines.read(order.baseline) if order.baseline else None
    asked = _shapes(order.shapes, say)
    files = tuple(_checked(order, asked, say))
    read = [file.report.violations for file in files if file.unreadable is None]
    whole = len(read) == len(files)
    if order.write_baseline and whole:
        known = baselines.save(order.write_baseline, read)
        say(f"{order.write_baseline}: {number(len(known.findings), 'finding')} written")
    elif order.write_baseline:
        say(f"{order.write_baseline}: not written, for not every file could be read")
    gone = known.gone(read) if known and whole else 0
    if gone:
        what = f"{number(gone, 'finding')} {'is' if gone == 1 else 'are'} gone"
        say(f"{order.baseline}: {what}: write it anew with --write-baseline")
    judged = tuple(_judged(file, order, known.counts if known else {}) for file in files)
    return Outcome(judged, rules.rules(asked or shacl.shapes()), baseline=known is not None, gone=gone)


@dataclass(frozen=True)
class Wanted:
    """A report that is wanted: its format, and the file to write it to (None: stdout)."""

    form: Form
    output: Path | None = None


def wanted(form: Form, output: Path | None, also: Iterable[str]) -> tuple[Wanted, ...]:
    """The reports that are wanted, the main one first. Raises InputError where one of `also` is not `FORMAT=FILE`."""
    main = Wanted(form, None if output is None or str(output) == STDIN else output)
    return (main, *map(_also, also))


def tell(outcome: Outcome, reports: Iterable[Wanted], show: Callable[[str], None], say: Say) -> None:
    """Write the reports that go to files, each whole or not at all, and `show` the one that goes to stdout.

    `say` is told what was found where nothing is shown. Raises InputError for a file that cannot be written.
    """
    made = [(one.output, FORMATS[one.form](outcome)) for one in reports]
    for output, text in made:
        if output is not None:
            write(output, f"{text}\n".encode(errors="replace"))
    for output, text in made:
        if output is None and text:
            show(text)
    if all(output is not None for output, _ in made):
        for file in outcome.files:
            say(clean(f"{file.path}: {file.verdict()}"))


def _also(asked: str) -> Wanted:
    form, equals, output = asked.partition("=")
    if form not in list(Form) or not equals or output in ("", STDIN):
        raise InputError(f"--also {asked!r} is not FORMAT=FILE with one of {', '.join(Form)}")
    return Wanted(Form(form), Path(output))


def _shapes(paths: tuple[Path, ...], say: Say) -> Graph | None:
    if not paths:
        return None
    made = foreign.read(paths)
    for iri in foreign.imports(made):
        say(f"{iri}: imported by the shapes and not fetched: give it with --shapes as well")
    return made


def _checked(order: Order, asked: Graph | None, say: Say) -> Iterator[Checked]:
    reason = order.reason
    known = _texts(order.texts) if order.texts else None
    for path in order.paths:
        try:
            graph = load_graph(path)
        except InputError as error:
            say(clean(str(error)))
            yield Checked(path, unreadable=str(error))
            continue
        reasoned = reasoning.check(graph) if reason else None
        if isinstance(reasoned, Skipped):
            say(reasoned.reason)
            reason, reasoned = False, None
        report = check(graph, known.of(graph) if known else None, shapes=asked, jobs=order.jobs, cache=order.cache)
        for line in known.missing(path, graph) if known else ():
            say(line)
        yield Checked(path, report, reasoned=reasoned)
    for line in known.unused() if known else ():
        say(line)


def _texts(paths: tuple[str, ...]) -> "Texts":
    from claimgraph.commands.texts import Texts  # what reads articles is needed for nothing else

    return Texts(paths)


def _judged(file: Checked, order: Order, known: Mapping[str, int]) -> Checked:
    """The file's findings, with their places; the first of a fingerprint are known, as many as the baseline has."""
    where = places(file.path, (one.node for one in file.report.violations)) if order.places else {}
    seen: Counter[str] = Counter()
    found = []
    for one in file.report.violations:
        seen[one.fingerprint] += 1
        old = seen[one.fingerprint] <= known.get(one.fingerprint, 0)
        fails = not old and order.fail_on.counts(one.severity)
        found.append(Found(one, where.get(one.node), seen[one.fingerprint], old, fails))
    contradicts = bool(file.contradiction) and order.fail_on is not FailOn.NEVER
    return replace(file, found=tuple(found), fails=contradicts or any(one.fails for one in found))
