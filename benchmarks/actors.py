"""claimgraph's actors, places and affiliations beside what an annotator found: `python benchmarks/actors.py`.

The annotations lie in `annotated/actors/` (`README.md` there), the articles beside them or in the folder above. Prints
a Markdown table with a column for each set of articles, and one for all of them, which also has pairs across the sets.
`actor_scoring.py` tells what each figure means. What is optional counts neither for nor against.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from spacy.language import Language

from claimgraph import language, resources
from claimgraph.registry import Registry
from claimgraph.registry import load as registry_of

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks.actor_annotation import ActorCase, Cross, annotation, cross
from benchmarks.actor_scoring import Figure, Verdict, verdicts
from benchmarks.annotation import extractions
from benchmarks.tables import all_three, markdown, of_total

SHIPPED = Path(__file__).parent / "annotated" / "actors"
CROSS = "cross"
NEAR = 40  # characters shown on either side of an error


class Set(StrEnum):
    """The shipped sets of articles."""

    WIRE = "wire"
    NAMES = "names"


HEADINGS = {
    Figure.MENTIONS: "mentions",
    Figure.KINDS: "kinds: right",
    Figure.WITHIN: "identity within articles",
    Figure.ACROSS: "identity across articles",
    Figure.DIFFERENT: "of different actors: merged",
    Figure.REFERENCES: "references",
    Figure.UNNAMED: "unnamed actors: found",
    Figure.NUMBERS: "unnamed actors' numbers: right",
    Figure.AFFILIATIONS: "affiliations",
    Figure.ROLES: "affiliations' roles: right",
    Figure.PLACES: "affiliations' places: right",
    Figure.NEAR: "of what only looks like an affiliation: found",
}
BOTH_WAYS = {Figure.MENTIONS, Figure.WITHIN, Figure.ACROSS, Figure.REFERENCES, Figure.AFFILIATIONS}
FAULTS = {Figure.DIFFERENT, Figure.NEAR}  # that should be none


def sets(folder: Path, nlp: Language, registry: Registry, only: str | None = None) -> dict[str, list[ActorCase]]:
    """The cases of a folder, by what the names of their files begin with before the last hyphen; `only`: one set.

    Raises typer.BadParameter where an article is missing or cannot be read.
    """
    paths = [path for path in sorted(folder.glob(f"{only or ''}*.json")) if path.stem != CROSS]
    result: defaultdict[str, list[ActorCase]] = defaultdict(list)
    for path, told in zip(paths, extractions([_text(path) for path in paths], nlp, registry), strict=True):
        result[path.stem.rpartition("-")[0]].append(ActorCase(told, annotation(path)))
    if not result:
        raise typer.BadParameter(f"no annotation in {folder}")
    return dict(result)


def _text(path: Path) -> Path:
    """The article of an annotation, beside it or in the folder above."""
    for folder in path.parents[:2]:
        text = folder / f"{path.stem}.txt"
        if text.is_file():
            return text
    raise typer.BadParameter(f"{path.with_suffix('.txt')} is missing")


def table(found: Mapping[str, Sequence[ActorCase]], across: Cross) -> str:
    """The figures of each set, and of all, in Markdown."""
    columns = dict(found)
    if len(columns) > 1:
        columns["all"] = [case for cases in found.values() for case in cases]
    counts = [_counted(verdicts(cases, across)) for cases in columns.values()]
    rows = [["articles", *(str(len(cases)) for cases in columns.values())]]
    for figure, heading in HEADINGS.items():
        name = f"{heading}: P, R, **F1**" if figure in BOTH_WAYS else heading
        rows.append([name, *(cell(figure, one) for one in counts)])
    return markdown(["", *columns], rows)


Counts = Counter[tuple[Figure, bool, bool]]  # figure, whether it is wanted, whether it is right


def _counted(given: Iterable[Verdict]) -> Counts:
    return Counter((one.figure, one.is_wanted, one.is_right) for one in given)


def cell(figure: Figure, counts: Counts) -> str:
    """What the table says of a figure."""
    hits, missed = counts[figure, True, True], counts[figure, True, False]
    right, false = counts[figure, False, True], counts[figure, False, False]
    if figure in FAULTS:
        return f"{missed} of {hits + missed}"
    recall = hits / ((hits + missed) or 1)
    if figure not in BOTH_WAYS:
        return of_total(recall, hits, hits + missed)
    precision = right / ((right + false) or 1)
    return all_three(precision, recall, 2 * precision * recall / ((precision + recall) or 1))


def errors(given: Iterable[Verdict], figure: Figure) -> list[str]:
    """The errors of a kind, each with the words around it."""
    result: dict[str, None] = {}  # in order, each once
    for one in given:
        if one.figure == figure and not one.is_right:
            what = "wrong" if figure not in BOTH_WAYS else "missed" if one.is_wanted else "false"
            result[f"{what}: {one.case.identifier} {one.where[0]}: {_around(one)}: {one.note}"] = None
    return list(result)


def _around(one: Verdict) -> str:
    (begin, end), text = one.where, one.case.told.article.text
    return " ".join(f"{text[max(0, begin - NEAR) : begin]}[{text[begin:end]}]{text[end : end + NEAR]}".split())


def compare(
    folder: Annotated[Path, typer.Argument(help="Annotations of actors.", exists=True, file_okay=False)] = SHIPPED,
    only: Annotated[Set | None, typer.Option("--set", help="One set of articles.")] = None,
    kind: Annotated[list[Figure] | None, typer.Option("--errors", help="List the errors of a kind.")] = None,
    show: Annotated[int | None, typer.Option(help="Errors to list of each kind, else all.", min=1)] = None,
) -> None:
    """Find the actors, places and affiliations in a folder of annotated articles, and print a table."""
    found = sets(folder, language.load(), registry_of(resources.REGISTRY), only)
    beside = folder / f"{CROSS}.json"
    across = cross(beside) if beside.is_file() else Cross()
    print(table(found, across))
    if kind:
        given = list(verdicts([case for cases in found.values() for case in cases], across))
        for one in kind:
            print(f"\n{one}\n")
            print("\n".join(f"- {line}" for line in errors(given, one)[:show]))


if __name__ == "__main__":
    typer.run(compare)
