"""What checking a graph costs, beside one plain run of pyshacl over it, in one run: `python benchmarks/gate.py`.

Prints a Markdown table. Each check is measured in a process of its own, which has read the graph before.
"""

import resource
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NamedTuple

import typer

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks.tables import markdown
from benchmarks.timing import fresh

MEBI = 1024  # KiB


class Cost(NamedTuple):
    """Of one check."""

    found: int
    seconds: float  # wall-clock time
    peak: float  # MiB, of the process that checks and of the largest that it started


def plainly(path: Path) -> Cost:
    """One plain run of pyshacl, in which rdflib answers the queries."""
    from claimgraph.validated import load_graph, shacl
    from claimgraph.validated.parts import merged

    graph = merged(load_graph(path))
    begin = time.perf_counter()
    found = shacl.reference(graph)
    return Cost(len(found), time.perf_counter() - begin, _peak())


def checked(path: Path, jobs: int, cache: Path | None) -> Cost:
    """claimgraph's check."""
    from claimgraph.validated import check, load_graph

    graph = load_graph(path)
    begin = time.perf_counter()
    found = check(graph, jobs=jobs, cache=cache)
    return Cost(len(found.violations), time.perf_counter() - begin, _peak())


def _peak() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(one).ru_maxrss for one in who) / MEBI


def within(limit: float, path: Path) -> Cost | None:
    """The cost of the plain run; None where it takes longer than so many seconds."""
    pool = ProcessPoolExecutor(1, get_context("spawn"))
    try:
        return pool.submit(plainly, path).result(timeout=limit)
    except TimeoutError:
        for process in pool._processes.values():
            process.kill()
        return None
    finally:
        pool.shutdown()


def row(path: Path, triples: int, limit: float, both: bool) -> Iterator[str]:
    """The figures of one graph. Raises AssertionError where two ways do not find equally much."""
    yield f"{triples:,}"
    plain = within(limit, path) if both else None
    yield f"{plain.seconds:.1f}" if plain else f"over {limit:.0f}" if both else ""
    with TemporaryDirectory() as folder:
        one = fresh(checked, path, 1, None)
        two = fresh(checked, path, 2, None)
        fresh(checked, path, 2, Path(folder))
        kept = fresh(checked, path, 2, Path(folder))
    assert len({one.found, two.found, kept.found, *([plain.found] if plain else [])}) == 1
    yield from (f"{cost.seconds:.1f}" for cost in (one, two, kept))
    yield f"{plain.seconds / two.seconds:.1f}" if plain else f"> {limit / two.seconds:.1f}" if both else ""
    yield f"{triples / two.seconds:,.0f}"
    yield f"{two.peak:,.0f}"


def compare(
    sizes: Annotated[list[int] | None, typer.Argument(help="Triples to measure with.", min=1)] = None,
    plain: Annotated[int, typer.Option(help="The largest graph for plain pyshacl.")] = 100_000,
    limit: Annotated[float, typer.Option(help="Seconds that plain pyshacl may take.")] = 900,
) -> None:
    """Measure the gate on graphs of several sizes, and print a table."""
    import pyoxigraph as ox

    from benchmarks.large import large

    rows: list[Sequence[str]] = []
    for size in sizes or (10_000, 50_000, 100_000, 250_000, 500_000, 1_000_000):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "graph.nq"
            quads = list(large(size))
            ox.serialize(quads, str(path), format=ox.RdfFormat.N_QUADS)
            rows.append([*row(path, len({quad.triple for quad in quads}), limit, size <= plain)])
            print(rows[-1], file=sys.stderr)
    head = ["triples", "plain pyshacl, s", "1 job, s", "2 jobs, s", "2 jobs, kept verdicts, s"]
    print(markdown([*head, "plain / 2 jobs", "triples a second, 2 jobs", "peak memory, MiB"], rows))


if __name__ == "__main__":
    typer.run(compare)
