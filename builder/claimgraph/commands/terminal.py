"""What people read: tables, explanations, progress. Text from a graph is shown as it is, but can steer no terminal."""

import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, QuerySolutions, Triple

from claimgraph.commands.explain import Chain, Explanation, Teller
from claimgraph.commands.joined import WORDS, Joined, Side
from claimgraph.commands.node import Term
from claimgraph.commands.query import Answer, serialize
from claimgraph.vocabulary import BASE, CG

if TYPE_CHECKING:
    from claimgraph.commands.rules import Accepted, Sentence, Told
    from claimgraph.model import Article

NARROW = 12  # columns of the terminal that a column of a table wants at least
WIDE = 100  # columns from which on two texts stand side by side
STEERING = "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
STEERING += "\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}"
STEERING += "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"


def clean(text: str) -> str:
    """The text on one line: white space as spaces, other controls as U+FFFD, without what steers direction."""
    kept = (
        " " if c.isspace() else "\ufffd" if unicodedata.category(c) == "Cc" else c for c in text if c not in STEERING
    )
    return "".join(kept)


def show(answer: Answer) -> None:
    """Print an answer to stdout: rows as a table, a graph as Turtle, yes or no as true or false.

    On a terminal a table is ruled and wrapped, and IRIs below the default base stand by their ends, as `explain` takes
    them; where it has no room for the columns, each row is a list of what it has. Elsewhere a row is one line, as long
    as it takes.
    """
    if not isinstance(answer, QuerySolutions):
        print(escaped(serialize(answer, "table").decode().rstrip("\n")))  # noqa: T201
        return
    columns = [v.value for v in answer.variables]
    brief = sys.stdout.isatty()
    rows = [["" if term is None else clean(_shown(term, brief=brief)) for term in row] for row in answer]
    if brief:
        _ruled(columns, rows)
        return
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    for row in [columns, *rows]:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())  # noqa: T201


def _ruled(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if rows and console.width < NARROW * len(columns):
        for number, row in enumerate(rows, 1):
            console.print(Text(f"{number}."))
            record = Table.grid(padding=(0, 2))
            record.add_column(no_wrap=True)
            record.add_column(overflow="fold")
            for column, cell in zip(columns, row, strict=True):
                if cell:
                    record.add_row(Text(f"  {column}"), Text(cell))
            console.print(record)
        return
    ruled = Table()
    for column in columns:
        ruled.add_column(Text(column), overflow="fold")  # an IRI that is cut off could not be copied
    for row in rows:
        ruled.add_row(*map(Text, row))
    console.print(ruled)


def _shown(term: Term, *, brief: bool) -> str:
    if not isinstance(term, NamedNode):
        return str(term) if isinstance(term, Triple) else term.value
    if term.value.startswith(str(CG)):
        return "cg:" + term.value.removeprefix(str(CG))
    return term.value.removeprefix(BASE) if brief else term.value


def escaped(turtle: str) -> str:
    """The same graph: controls and marks of direction, which Turtle may hold in its literals and IRIs, as `\\uXXXX`."""
    steering = (c in STEERING or (unicodedata.category(c) == "Cc" and c not in "\n\t") for c in turtle)
    return "".join(f"\\u{ord(c):04X}" if steers else c for c, steers in zip(turtle, steering, strict=True))


def tell(explanation: Explanation, width: int = 0) -> Iterator[str]:
    """An explanation, line by line; nothing in it can steer a terminal.

    `width`: of the terminal, in columns. Where it is wide enough, the words of two that are joined stand side by side.
    """
    return map(clean, _told(explanation, width))


def room() -> int:
    """How many columns the terminal has that stdout is; 0 where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def _told(explanation: Explanation, width: int) -> Iterator[str]:
    kinds = ", ".join(explanation.kinds)
    yield explanation.label if explanation.label.startswith(f"{kinds} “") else f"{explanation.label}  [{kinds}]"
    yield f"  {explanation.iri}"
    for name, value in explanation.facts:
        yield f"  {name}: {value}"
    if explanation.rule and explanation.kinds != ("Join",):  # a join tells it with what it states
        yield f"  rule: {explanation.rule}"
    for chain in explanation.chains:
        yield from _chain(chain)
    for join in explanation.joins:
        yield from _joined(join, width)
    if explanation.evidence:
        yield ""
        yield "Mentioned"
    for evidence in explanation.evidence:
        where = f"{evidence.article} {evidence.begin}-{evidence.end}"
        told = f"  told as {evidence.told_as}" if evidence.told_as else ""
        yield f"  {where} “{evidence.words}”{told}  rule {evidence.rule}"
        if evidence.sentence:
            yield f"    {evidence.sentence.strip()}"


def _joined(join: Joined, width: int) -> Iterator[str]:
    yield ""
    score = f", score {join.score}" if join.score else ""
    yield f"Joined: {WORDS.get(join.relation, join.relation)}  [{join.relation}{score}]"
    yield f"  {join.iri}"
    if join.rule:
        yield f"  rule {_rule(join.rule, join.states)}"
    if join.features:
        yield f"  for it: {'; '.join(join.features)}"
    if len(join.sides) == 2 and width >= WIDE:
        yield from _beside(join.sides, width)
        return
    for side in join.sides:
        yield f"  {_stands(side)}"
        yield from (f"     {sentence}" for sentence in side.words)


def _stands(side: Side) -> str:
    where = _article(side.article, side.publisher, side.issued)
    if side.label == side.article:
        return where
    return f"{side.label}, in {where}" if side.article else side.label


def _beside(sides: Sequence[Side], width: int) -> Iterator[str]:
    """Two sides in columns, wrapped; widths are those that the characters take on a terminal."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    columns = Table.grid(padding=(0, 4, 0, 0), expand=True)
    for _ in sides:
        columns.add_column(ratio=1, overflow="fold")
    columns.add_row(*(Text(clean(_stands(side))) for side in sides))
    words = (Text("\n".join(map(clean, side.words))) for side in sides)
    columns.add_row(*(Padding(text, (0, 0, 0, 3)) for text in words))
    paper = StringIO()
    Console(file=paper, width=width, color_system=None).print(Padding(columns, (0, 0, 0, 2)))
    yield from (line.rstrip() for line in paper.getvalue().splitlines())


def _chain(chain: Chain) -> Iterator[str]:
    yield ""
    yield f"Told in {_article(chain.article, chain.publisher, chain.title, chain.issued)}"
    said = None
    for teller in chain.tellers:
        indent = "  " * (teller.depth + 1)
        yield from (indent + line for line in _teller(teller))
        sentences = dict.fromkeys(e.sentence for e in teller.evidence if e.sentence)
        if list(sentences) != said:
            yield from (f"{indent}   sentence: {s.strip()}" for s in sentences)
            said = list(sentences)


def _teller(teller: Teller) -> Iterator[str]:
    to = f" to {', '.join(teller.addressees)}" if teller.addressees else ""
    kind = ", ".join(k for k in (teller.speech_act, teller.quotation) if k)
    yield f"{teller.depth + 1}. {teller.claimant or 'no one named'}{to}  [{kind}]"
    yield f"   claim: {teller.iri}  rule {teller.rule}"
    for evidence in teller.evidence:
        yield f"   {evidence.part}: {evidence.words}  ({evidence.begin}-{evidence.end})"
    if teller.patients:
        yield f"   aimed at: {', '.join(teller.patients)}"
    yield from (f"   disputed by: {other}" for other in teller.disputed_by)


def _article(identifier: str | None, *about: str | None) -> str:
    known = ", ".join(filter(None, about))
    return f"{identifier}" + (f" ({known})" if known else "")


def judged(article: "Article", sentences: "Iterable[Sentence]") -> Iterator[str]:
    """An article's sentences with their claims, what is none, and events; nothing in it can steer a terminal."""
    return map(clean, _judged(article, sentences))


def _judged(article: "Article", sentences: "Iterable[Sentence]") -> Iterator[str]:
    yield _article(article.identifier, article.publisher, article.title, article.issued)
    for sentence in sentences:
        yield ""
        yield f"{sentence.span.text}  ({sentence.span.begin}-{sentence.span.end})"
        for one in sentence.claims:
            yield from (f"  {line}" for line in _accepted(one))
        for refused in sentence.rejected:
            yield f"  no claim: {refused.span.text}  ({refused.span.begin}-{refused.span.end})"
            yield f"     rule {_rule(refused.rule, refused.states)}"
            yield f"     reason: {refused.reason}"
        if not sentence.claims and not sentence.rejected:
            yield "  no word here attributes" + ("" if sentence.events else " or tells of an event")
        for told in sentence.events:
            yield from (f"  {line}" for line in _happened(told))


def _accepted(one: "Accepted") -> Iterator[str]:
    claim = one.claim
    to = f" to {', '.join(one.addressees)}" if one.addressees else ""
    yield f"{one.number}. {one.claimant or 'nobody named'}{to}  [{claim.speech_act}, {claim.quotation}]"
    yield f"   rule {_rule(claim.rule, one.states)}"
    for part, spans in (("source", claim.source), ("cue", claim.cue), ("content", claim.content)):
        yield from (f"   {part}: {span.text}  ({span.begin}-{span.end})" for span in spans)
    for number in one.embedded_in:
        yield f"   embedded in: claim {number}"


def _happened(told: "Told") -> Iterator[str]:
    again = " again" if told.again else ""
    vouched = f"  [told as {told.told_as}]" if told.told_as else ""
    yield f"event {told.number}{again}: {told.type}{vouched}"
    yield f"   rule {_rule(told.rule, told.states)}"
    yield f"   trigger: {told.span.text}  ({told.span.begin}-{told.span.end})"


def _rule(rule: str, states: str | None) -> str:
    return f"{rule}: {states}" if states else rule


@contextmanager
def progress(stages: Mapping[str, str]) -> Iterator[Callable[[str, int, int | None], None] | None]:
    """Shows on stderr, where that is a terminal, the stage and how many articles have passed it; nothing in a pipe.

    `stages`: what to call each; the first is under way.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(next(iter(stages.values())), total=None)
        yield lambda stage, done, total: bar.update(task, description=stages[stage], completed=done, total=total)
