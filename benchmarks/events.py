"""claimgraph's events and figures beside what annotators found: `python benchmarks/events.py`.

The articles and their annotation lie in `annotated/events/` (`README.md` there) and `annotated/events-kept/`. Prints a
Markdown table with a column for each; `event_scoring.py` tells what each figure means. What is optional counts neither
for nor against. Errors are shown of the first set only: the second is kept aside, and nobody is to look at its errors.

`--sentences` prints the figures of `annotated/sentences/` instead, as `sentences.py` defines them.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from spacy.language import Language
from spacy.scorer import PRFScore

from claimgraph import language, resources
from claimgraph.registry import Registry
from claimgraph.registry import load as registry_of

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks import sentences
from benchmarks.annotation import extractions
from benchmarks.event_annotation import EventCase, annotation
from benchmarks.event_scoring import Kind, Outcome, Verdict, verdicts
from benchmarks.tables import all_three, markdown, of_total

SHIPPED = Path(__file__).parent / "annotated"
RECORDS = SHIPPED / "sentences" / "records.json"


class Set(StrEnum):
    """The shipped sets of articles, by their folders."""

    EVENTS = "events"
    KEPT = "events-kept"


HEADINGS = {
    Kind.EVENTS: "events",
    Kind.CLASS: "class: right",
    Kind.CODE: "PLOVER code: right",
    Kind.FACTUALITY: "factuality: right",
    Kind.CLAIMED: "also claimed",
    Kind.ROLES: "roles",
    Kind.DATES: "dates: right",
    Kind.INTERVALS: "intervals: right",
    Kind.JOINED: "second mentions joined",
    Kind.FIGURES: "figures",
    Kind.UNIT: "figures' units: right",
    Kind.OF: "figures' events and people: right",
    Kind.AS_OF: "figures' dates: right",
}
BOTH_WAYS = {Kind.EVENTS, Kind.CLAIMED, Kind.ROLES, Kind.JOINED, Kind.FIGURES}
TIMES = {Kind.DATES, Kind.INTERVALS, Kind.AS_OF}  # with how many are found where none is annotated


def cases(folder: Path, nlp: Language, registry: Registry) -> list[EventCase]:
    """The articles of a folder; raises typer.BadParameter where one is missing or cannot be read, or there is none."""
    besides = sorted(folder.glob("*.json"))
    texts = [path.with_suffix(".txt") for path in besides]
    if missing := next((text for text in texts if not text.is_file()), None):
        raise typer.BadParameter(f"{missing} is missing")
    if not besides:
        raise typer.BadParameter(f"no annotation in {folder}")
    told = extractions(texts, nlp, registry)
    return [EventCase(one, annotation(path)) for one, path in zip(told, besides, strict=True)]


def table(found: Mapping[str, Sequence[EventCase]]) -> str:
    """The figures of each set, in Markdown."""
    scores = [counted(verdicts(several)) for several in found.values()]
    rows = [["articles", *(str(len(several)) for several in found.values())]]
    for kind, heading in HEADINGS.items():
        name = f"{heading}: P, R, **F1**" if kind in BOTH_WAYS else heading
        rows.append([name, *(_cell(kind, score[kind]) for score in scores)])
    return markdown(["", *found], rows)


def counted(given: Iterable[Verdict]) -> dict[Kind, PRFScore]:
    """How often each kind is right, missed and false."""
    result: defaultdict[Kind, PRFScore] = defaultdict(PRFScore)
    for one in given:
        result[one.kind] += PRFScore(
            tp=one.outcome == Outcome.RIGHT, fp=one.outcome == Outcome.FALSE, fn=one.outcome == Outcome.MISSED
        )
    return result


def _cell(kind: Kind, score: PRFScore) -> str:
    if kind in BOTH_WAYS:
        return all_three(score.precision, score.recall, score.fscore)
    share = of_total(score.recall, score.tp, score.tp + score.fn)
    return f"{share}; {score.fp} where none is" if kind in TIMES else share


def errors(given: Iterable[Verdict], kind: Kind) -> Iterator[str]:
    """The errors of a kind, each with its sentence, in which brackets mark the place."""
    for one in given:
        if one.kind == kind and one.outcome != Outcome.RIGHT:
            article = one.case.told.article.identifier
            yield f"{one.outcome}: {article} {one.where[0]}: {_marked(one)}: {one.note}"


def _marked(one: Verdict) -> str:
    told, (begin, end) = one.case.told, one.where
    around = next((s for s in told.sentences if s.begin <= begin < s.end), told.article.span(begin, end))
    text = told.article.text
    return " ".join(f"{text[around.begin : begin]}[{text[begin:end]}]{text[end : max(end, around.end)]}".split())


def compare(
    only: Annotated[Set | None, typer.Option("--set", help="One set of articles.")] = None,
    show: Annotated[int, typer.Option("--errors", help="Errors to list of each kind.", min=0)] = 0,
    kind: Annotated[list[Kind] | None, typer.Option(help="The kinds of error to list, else all.")] = None,
    single: Annotated[bool, typer.Option("--sentences", help="Score the records of single sentences.")] = False,
) -> None:
    """Find the events in the annotated articles, or in single sentences, and print a table."""
    if only == Set.KEPT and (show or kind):
        raise typer.BadParameter(f"{Set.KEPT} is kept aside: its errors are not shown, only those of {Set.EVENTS}")
    if (kind and not show) or (single and (only or kind)):
        raise typer.BadParameter("--kind goes with --errors, and neither --kind nor --set with --sentences")
    nlp, registry = language.load(), registry_of(resources.REGISTRY)
    if single:
        _sentences(nlp, registry, show)
        return
    chosen = [one for one in Set if only in (None, one) and (SHIPPED / one).is_dir()]
    found = {one.value: cases(SHIPPED / one, nlp, registry) for one in chosen}
    print(table(found))
    given = list(verdicts(found.get(Set.EVENTS, ())))
    for one in (kind or Kind) if show else ():
        print(f"\n{one}\n")
        print("\n".join(f"- {line}" for line in list(errors(given, one))[:show]))


def _sentences(nlp: Language, registry: Registry, show: int) -> None:
    given = sentences.judged(sentences.records(RECORDS), nlp, registry)
    print(sentences.table(given))
    for line in list(sentences.errors(given))[:show]:
        print(f"- {line}")


if __name__ == "__main__":
    typer.run(compare)
