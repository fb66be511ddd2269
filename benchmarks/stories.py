"""What joins articles, beside what is true of them: `python benchmarks/stories.py`.

Builds the sample corpus and the annotated ones, and prints a Markdown table with two columns for each: precision,
recall and F1 among the items that the graph has, then recall and F1 of all pairs, each with how many there are.
`story_truth.py` tells the format of the truth, `story_scoring.py` what each figure means. `--errors` lists what is
missed and false; not of what is kept aside, at whose errors nobody is to look.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

import claimgraph
from claimgraph.articles import read
from claimgraph.model import Article
from claimgraph.resources import SAMPLES

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks.story_scoring import Kind, Outcome, Report, Score, Verdict, score
from benchmarks.story_truth import truth
from benchmarks.tables import all_three, markdown, number

ROOT = Path(__file__).parents[1]
ANNOTATED = Path(__file__).parent / "annotated"


class Corpus(StrEnum):
    """The corpora, by name."""

    SAMPLE = "sample"
    DEV = "stories-dev"
    DEV2 = "stories-dev2"
    KEPT = "stories-kept"


class Files(NamedTuple):
    """The articles of a corpus and its truth."""

    articles: tuple[Path, ...]
    truth: Path


def files(corpus: Corpus) -> Files:
    """Where a corpus lies."""
    if corpus == Corpus.SAMPLE:
        return Files((SAMPLES,), ROOT / "tests" / "stories" / "sample.toml")
    folder = ANNOTATED / corpus
    return Files(tuple(sorted(folder.glob("*.txt"))), folder / "truth.toml")


def scored(given: Files) -> Report:
    """Build a corpus and score it; raises InputError where its truth does not fit it."""
    articles = [one for one in read(given.articles) if isinstance(one, Article)]
    wanted = truth(given.truth, {article.identifier: article.text for article in articles})
    return score(claimgraph.build(articles).valid, wanted)


def table(found: Mapping[str, Report]) -> str:
    """The figures of each corpus, in Markdown."""
    heading = [""]
    for name in found:
        heading += [f"{name}: P, R, **F1** among the items found", "R, **F1** of all"]
    rows = [[kind.value, *(cell for one in found.values() for cell in _cells(one.scores[kind]))] for kind in Kind]
    return markdown(heading, rows)


def _cells(one: Score) -> tuple[str, str]:
    if not one.total and not one.built + one.false:
        return "–", "–"
    found = (
        f"{all_three(one.precision, one.recall, one.f1)} ({one.right} of {one.right + one.missed}; {one.false} false)"
    )
    return found, f"{number(one.recall_of_all)} **{number(one.f1_of_all)}** ({one.right} of {one.total})"


def errors(given: Iterable[Verdict], kind: Kind, most: int) -> Iterator[str]:
    """The errors of a kind, so many at most of each outcome."""
    of_kind = [one for one in given if one.kind == kind]
    for outcome in (Outcome.FALSE, Outcome.MISSED, Outcome.ABSENT):
        yield from [f"{outcome}: {one.words}" for one in of_kind if one.outcome == outcome][:most]


def compare(
    names: Annotated[list[Corpus] | None, typer.Argument(help="Corpora, else all that are there.")] = None,
    show: Annotated[int, typer.Option("--errors", help="Errors to list of each kind and outcome.", min=0)] = 0,
) -> None:
    """Build the annotated corpora, and print a table of what joins their articles."""
    if show and names and Corpus.KEPT in names:
        raise typer.BadParameter(f"{Corpus.KEPT} is kept aside: its errors are not shown")
    for name in names or ():
        if not files(name).truth.is_file():
            raise typer.BadParameter(f"{files(name).truth} is missing")
    chosen = [one for one in Corpus if files(one).truth.is_file() and (not names or one in names)]
    found: dict[str, Report] = {one: scored(files(one)) for one in chosen}
    print(table(found))
    for corpus, report in found.items():
        for kind in Kind if show and corpus != Corpus.KEPT else ():
            print(f"\n{corpus}, {kind}\n")
            print("\n".join(f"- {line}" for line in errors(report.verdicts, kind, show)))


if __name__ == "__main__":
    typer.run(compare)
