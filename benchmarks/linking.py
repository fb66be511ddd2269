"""What linking names costs beside reading, with few names and with many, in one run: `python benchmarks/linking.py`.

Prints a Markdown table. Linking is `claimgraph.mentions.cast` with its mentions, actors and places; reading is the
pipeline that makes the `Doc`. All is measured in processes of their own, on one core. Leave the machine otherwise idle.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimgraph.model import Article
    from claimgraph.registry import Registry

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks.tables import markdown
from benchmarks.timing import fresh, one_core


class Setup(NamedTuple):
    """What a registry costs before the first article: names, and seconds of CPU time."""

    names: int
    loading: float  # files -> records, with the check by the shape
    indexing: float


def articles(given: Sequence[Path]) -> "Iterator[Article]":
    """The articles of some files and folders; what cannot be read is told of on stderr and left out."""
    from claimgraph.articles import Unreadable, read

    for one in read(given):
        if isinstance(one, Unreadable):
            print(f"{one.where}: {one.reason}", file=sys.stderr)
        else:
            yield one


def setup(*files: Path) -> "tuple[Registry, Setup]":
    """Load a registry and build its index; to be called in a process that has loaded neither."""
    from claimgraph.mentions.matcher import matcher
    from claimgraph.registry import load

    begin = time.process_time()
    registry = load(*files)
    loaded = time.process_time()
    matcher(registry)
    return registry, Setup(count(registry), loaded - begin, time.process_time() - loaded)


def count(registry: "Registry") -> int:
    """The names that a registry gives."""
    return sum(1 + len(one.alt_labels) + len(one.metonyms) for one in registry.entries.values())


def speeds(texts: Sequence[Path], registries: "Sequence[Registry]", rounds: int) -> list[float]:
    """Words a second of CPU time: of reading, and of linking with each registry. White space is not counted.

    Raises typer.BadParameter where there is no article.
    """
    from claimgraph import language

    given = list(articles(texts))
    if not given:
        raise typer.BadParameter("no article to read")
    nlp = language.load()
    read = [(nlp(article.body), article) for article in given]
    words = sum(not token.is_space for doc, _ in read for token in doc)

    def reading() -> None:
        for article in given:
            nlp(article.body)

    tasks = [reading, *((lambda registry=registry: link(read, registry)) for registry in registries)]
    return [words / seconds for seconds in in_turn(tasks, rounds)]


def link(read: "Sequence[tuple[Doc, Article]]", registry: "Registry") -> None:
    """Find and resolve the names of articles."""
    from claimgraph.mentions import cast

    for doc, article in read:
        people = cast(doc, article, registry)
        people.mentions()
        people.actors()
        people.places()


def in_turn(tasks: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Seconds of CPU time of each: the best of `rounds` taken in turn after a first one that warms up."""
    best = [float("inf")] * len(tasks)
    for round_ in range(rounds + 1):
        for i, task in enumerate(tasks):
            begin = time.process_time()
            task()
            if round_:
                best[i] = min(best[i], time.process_time() - begin)
    return best


def table(costs: Sequence[Setup], found: Sequence[float]) -> str:
    """The figures, with a column for each registry; `found` as `speeds` gives it."""
    reading, *linking = found
    rows = [
        ["reading, words a second", *(f"{reading:.0f}" for _ in costs)],
        ["linking, words a second", *(f"{one:.0f}" for one in linking)],
        ["linking over reading, in time", *(f"**{reading / one:.3f}**" for one in linking)],
        ["loading, seconds", *(f"{one.loading:.2f}" for one in costs)],
        ["building the index, seconds", *(f"{one.indexing:.2f}" for one in costs)],
    ]
    return markdown(["", *(f"{one.names:,} names" for one in costs)], rows)


def shipped() -> list[Path]:
    """The articles that the repository holds: the annotated ones, and the folder of samples."""
    from claimgraph.resources import SAMPLES

    return [*sorted((Path(__file__).parent / "annotated").rglob("*.txt")), SAMPLES]


def compare(
    texts: Annotated[list[Path] | None, typer.Argument(help="Articles, else those shipped.", exists=True)] = None,
    names: Annotated[int, typer.Option(help="Of the large registry.", min=1)] = 100_000,
    rounds: Annotated[int, typer.Option(help="Times that each is measured.", min=1)] = 5,
) -> None:
    """Measure linking with both registries, and print a table."""
    from benchmarks.names import write
    from claimgraph.registry import load
    from claimgraph.resources import REGISTRY

    one_core()
    with TemporaryDirectory() as folder:
        added = Path(folder) / "invented.ttl"
        write(added, max(1, names - count(load(REGISTRY))))
        registries, costs = zip(*(fresh(setup, *files) for files in [(REGISTRY,), (REGISTRY, added)]), strict=True)
    found = fresh(speeds, texts or shipped(), registries, rounds)
    print(table(costs, found))


if __name__ == "__main__":
    typer.run(compare)
