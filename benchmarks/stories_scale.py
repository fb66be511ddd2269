"""Joining many articles, on one core: `python benchmarks/stories_scale.py`.

Prints a Markdown table. The articles are invented (`story_world.py`): stories of all sizes, the largest of about a
thousand articles in a hundred thousand. Each size is measured in a process of its own; times are CPU times.
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks.tables import markdown
from benchmarks.timing import fresh, one_core

if TYPE_CHECKING:
    from claimgraph.stories.corpus.shelf import Row

HEADING = (
    "articles",
    "bytes an article",
    "bytes a record",
    "pairs compared an article",
    "records, ms an article",
    "joining, ms an article",
    "beside the row above",
    "peak, MiB",
    "one more article, s",
)


@dataclass(frozen=True)
class Measured:
    """What a number of articles took: seconds of CPU time, bytes, pairs."""

    articles: int
    records: int
    held: int  # bytes
    pairs: int
    made: float
    joined: float
    added: float
    peak: int  # bytes


def measure(articles: int) -> Measured:
    """Make the records of so many articles, join them, and add one more."""
    from benchmarks.story_world import World
    from claimgraph.registry import load
    from claimgraph.resources import REGISTRY
    from claimgraph.stories.corpus.matching import Verdicts
    from claimgraph.stories.corpus.memory import Memory
    from claimgraph.stories.corpus.traces import Tracer, packed
    from claimgraph.stories.joining import joined
    from claimgraph.stories.settings import Settings

    class Recalling(Memory):
        """Knows what was compared."""

        def __init__(self) -> None:
            super().__init__()
            self.known: dict[str, Verdicts] = {}

        def verdicts(self, sort: str) -> Verdicts:
            return self.known.get(sort, Verdicts())

        def keep(self, sort: str, verdicts: Verdicts, compared: int) -> None:
            super().keep(sort, verdicts, compared)
            self.known[sort] = verdicts

    memory, tracer, settings = Recalling(), Tracer(load(REGISTRY), Settings()), Settings()
    rows: list[tuple[str, Row]] = []
    records, made = 0, 0.0
    for told in World().articles(articles + 1):
        begin = time.process_time()
        traces = tracer.traces(told)
        rows.append((told.article.id, memory.numbered(told.article.id, packed(traces))))
        made += time.process_time() - begin
        records += sum(map(len, (traces.accounts, traces.said, traces.counts, traces.passages)))
    held = sum(_size(row.packed) for _, row in rows)
    first = [row for _, row in sorted(rows[:-1], key=lambda row: row[0])]
    took = _timed(lambda: joined(first, settings, memory))
    pairs, peak = sum(memory.compared.values()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    whole = [row for _, row in sorted(rows, key=lambda row: row[0])]
    added = _timed(lambda: joined(whole, settings, memory))
    return Measured(articles, records, held, pairs, made, took, added, peak)


def _size(one: object) -> int:
    """The bytes in a packed article."""
    return len(one) if isinstance(one, bytes) else sum(map(_size, vars(one).values()))


def _timed(task: Callable[[], object]) -> float:
    begin = time.process_time()
    task()
    return time.process_time() - begin


def table(found: Sequence[Measured]) -> str:
    """The figures, a row for each size."""
    rows, before = [], 0.0
    for one in found:
        each = one.joined / one.articles
        rows.append(
            [
                f"{one.articles:,}",
                f"{one.held / one.articles:,.0f}",
                f"{one.held / one.records:,.0f}",
                f"{one.pairs / one.articles:,.0f}",
                f"{one.made / one.articles * 1000:.1f}",
                f"{each * 1000:.1f}",
                f"{each / before:.2f}" if before else "–",
                f"{one.peak / 2**20:,.0f}",
                f"{one.added:.1f}",
            ]
        )
        before = each
    return markdown(list(HEADING), rows)


def compare(
    sizes: Annotated[
        list[int] | None, typer.Argument(help="Numbers of articles, else 1,000, 10,000 and 100,000.")
    ] = None,
) -> None:
    """Join invented articles, and print a table."""
    one_core()
    print(table([fresh(measure, size) for size in sizes or [1_000, 10_000, 100_000]]))


if __name__ == "__main__":
    typer.run(compare)
