"""Writing large graphs, beside pyoxigraph alone, in one run: `python benchmarks/export.py`.

Prints Markdown tables. pyoxigraph writes a list of the same statements in the same order; claimgraph seals the graph,
as the gate does, and writes it as `claimgraph build` does: a temporary file, flushed to the disk and renamed.
"""

import ctypes
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import pyoxigraph as ox

    from claimgraph.validated import ValidGraph

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks.tables import markdown
from benchmarks.timing import fresh, one_core

MIB = 2**20
Written = Callable[[], object]


@dataclass(frozen=True)
class Times:
    """Seconds of each round by the clock, and CPU time; ours and pyoxigraph's."""

    ours: list[tuple[float, float]]
    alone: list[tuple[float, float]]

    def seconds(self) -> tuple[float, float]:
        """The medians by the clock, ours first."""
        return median(one for one, _ in self.ours), median(one for one, _ in self.alone)

    def ratios(self) -> tuple[float, float]:
        """Ours over pyoxigraph's, by the clock and in CPU time: the medians of the rounds' ratios."""
        pairs = list(zip(self.ours, self.alone, strict=True))
        return median(a[0] / b[0] for a, b in pairs), median(a[1] / b[1] for a, b in pairs)


def prepare(file: Path, triples: int) -> None:
    """Write a large graph as N-Quads, in no order."""
    import pyoxigraph as ox

    from benchmarks.large import large

    ox.serialize(large(triples), output=file, format=ox.RdfFormat.N_QUADS)


def quads(file: Path) -> "Iterable[ox.Quad]":
    """The quads of a prepared file."""
    import pyoxigraph as ox

    return ox.parse(path=file, format=ox.RdfFormat.N_QUADS)


def ours(valid: "ValidGraph", form: str, target: Path) -> Written:
    """What writes the graph as `claimgraph build` does."""
    from claimgraph.validated import stream, write

    return lambda: write(target, stream(valid, form))


def alone(valid: "ValidGraph", form: str, target: Path) -> Written:
    """What writes the same statements with pyoxigraph: a list of them, made before."""
    import pyoxigraph as ox

    from claimgraph.validated import FORMATS
    from claimgraph.validated.formats import prefixes

    kind = FORMATS[form]
    statements = list(valid) if kind.supports_datasets else valid.triples()
    bound = prefixes(valid)
    return lambda: ox.serialize(statements, output=target, format=kind, prefixes=bound)


def times(file: Path, form: str, rounds: int) -> Times:
    """Both take turns, after a first round that warms up."""
    from claimgraph.validated.valid import sealed

    valid = sealed(quads(file))
    with TemporaryDirectory(dir=file.parent) as folder:
        tasks = [make(valid, form, Path(folder) / make.__name__) for make in (ours, alone)]
        measured = [[_timed(task) for task in tasks] for _ in range(rounds + 1)][1:]
    return Times(*([round_[i] for round_ in measured] for i in range(2)))


def _timed(task: Written) -> tuple[float, float]:
    clock, spent = time.perf_counter(), time.process_time()
    task()
    return time.perf_counter() - clock, time.process_time() - spent


def extra(file: Path, form: str, make: Callable[["ValidGraph", str, Path], Written]) -> float:
    """MiB that writing takes at its peak beyond what is held before."""
    from claimgraph.validated.valid import sealed

    with TemporaryDirectory(dir=file.parent) as folder:
        task = make(sealed(quads(file)), form, Path(folder) / "written")
        before = resident()
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here on
        task()
        return (_status("VmHWM") - before) / MIB


def held(file: Path, how: str) -> tuple[float, float, float]:
    """Bytes a quad that the graph takes, as a ValidGraph or a list of quads; MiB at the peak, seconds to make it."""
    from claimgraph.validated.valid import sealed

    before, begin = resident(), time.perf_counter()
    made = sealed(quads(file)) if how == "valid" else list(quads(file))
    lasted, peak = time.perf_counter() - begin, _status("VmHWM") - before
    return (resident() - before) / len(made), peak / MIB, lasted


def resident() -> int:
    """Bytes of memory that this process has, without what is only kept for later."""
    ctypes.CDLL(None).malloc_trim(0)
    return _status("VmRSS")


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def speed_table(size: int, found: Mapping[str, Times]) -> str:
    """The times for a graph of so many triples, a row for each format."""
    rows = []
    for form, one in found.items():
        (we, it), (clock, cpu) = one.seconds(), one.ratios()
        rows.append([form, f"{it:.3f}", f"{we:.3f}", f"**{clock:.2f}**", f"{cpu:.2f}"])
    return markdown([f"{size:,} triples", "pyoxigraph, s", "claimgraph, s", "ratio", "ratio of CPU time"], rows)


def memory_table(found: Mapping[str, Sequence[tuple[float, float]]], sizes: Sequence[int]) -> str:
    """MiB at the peak beyond the graph, of pyoxigraph and claimgraph at each size."""
    heading = ["extra memory, MiB: pyoxigraph, claimgraph", *(f"{size:,}" for size in sizes)]
    return markdown(heading, ([form, *(f"{a:.1f}, {b:.1f}" for b, a in cells)] for form, cells in found.items()))


def compare(
    sizes: Annotated[list[int] | None, typer.Argument(help="Triples of the graphs, else 10k, 100k and 1M.")] = None,
    rounds: Annotated[int, typer.Option(help="Times that each is measured.", min=1)] = 7,
    form: Annotated[list[str] | None, typer.Option(help="A format, else all; repeatable.")] = None,
) -> None:
    """Measure writing in each format, and print tables."""
    from claimgraph.graphs import FORMATS

    one_core()
    sizes, forms = sizes or [10_000, 100_000, 1_000_000], form or list(FORMATS)
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{size}.nq" for size in sizes]
        for file, size in zip(files, sizes, strict=True):
            fresh(prepare, file, size)
            print(speed_table(size, {one: fresh(times, file, one, rounds) for one in forms}), end="\n\n")
        cells = {one: [(fresh(extra, f, one, ours), fresh(extra, f, one, alone)) for f in files] for one in forms}
        print(memory_table(cells, sizes), end="\n\n")
        rows = [
            [
                name,
                *(
                    f"{each:.0f}, {peak:.0f}, {lasted:.1f}"
                    for each, peak, lasted in (fresh(held, f, how) for f in files)
                ),
            ]
            for how, name in (("valid", "the sealed graph"), ("list", "a list of quads"))
        ]
        print(markdown(["held: bytes a triple; MiB at the peak; seconds to make it", *(f"{n:,}" for n in sizes)], rows))


if __name__ == "__main__":
    typer.run(compare)
