"""claimgraph's claims beside two peers, on the same parses, in one run: `python benchmarks/claims.py FOLDER`.

FOLDER holds `text/*.txt` and `attributions/*.ann` of the same names, in the format of PolNeAR's release. Prints
Markdown tables; no text of the articles, unless examples of errors are asked for.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from spacy.tokens import Doc

from claimgraph import articles, language, resources, statements
from claimgraph.articles import Unreadable
from claimgraph.mentions import cast
from claimgraph.model import Article, Span
from claimgraph.quotations import Quoted, overlapping, quotations
from claimgraph.registry import Registry
from claimgraph.registry import load as registry_of

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks import error_analysis, naive, quoting
from benchmarks.polnear import Attribution, Marked, Pieces, attributions, characters, paired, score
from benchmarks.tables import all_three, number

NEAR = 80  # characters shown on either side of an error


@dataclass(frozen=True)
class Case:
    """An article, parsed, and its attributions by the gold."""

    article: Article
    doc: Doc
    gold: tuple[Attribution, ...]


class Extractor(NamedTuple):
    """What finds attributions: in what it makes of a case beforehand, which no time is measured of."""

    name: str
    prepare: Callable[[Case], Any]
    find: Callable[[Any], Iterable[Attribution]]


Results = list[list[Attribution]]  # an extractor's, by case


def cases(folder: Path) -> list[Case]:
    """The articles of a folder, parsed; raises typer.BadParameter where one cannot be read or has no attributions."""
    nlp, result = language.load(), []
    for article in articles.read([folder / "text"]):
        if isinstance(article, Unreadable):
            raise typer.BadParameter(f"{article.where}: {article.reason}")
        gold = folder / "attributions" / f"{article.identifier}.ann"
        if not gold.is_file():
            raise typer.BadParameter(f"{gold} is missing")
        result.append(Case(article, nlp(article.body), tuple(attributions(gold))))
    if not result:
        raise typer.BadParameter(f"no article in {folder / 'text'}")
    return result


def claimgraph(registry: Registry) -> Extractor:
    """claimgraph, all of it behind the parse: events, figures and affiliations take their time too."""

    def find(case: Case) -> Iterator[Attribution]:
        for claim in statements.read(case.doc, cast(case.doc, case.article, registry)).claims:
            yield Attribution(_pieces(claim.source), _pieces(claim.cue), _pieces(claim.content), claim.rule)

    return Extractor("claimgraph", lambda case: case, find)


def _pieces(spans: Sequence[Span]) -> Pieces:
    return tuple((span.begin, span.end) for span in spans)


def direct(article: Article, gold: Sequence[Attribution], found: Sequence[Attribution]) -> Marked:
    """Those of an article that quote, and what was found of them.

    What is paired with another attribution of the gold is neither right nor wrong here: who looks for quotations only
    may take the quoted words out of a longer content.
    """
    quoted = quotations(article.body)
    wanted = [one for one in gold if is_direct(article.text, quoted, one)]
    of_wanted = {id(mine): any(one is other for other in wanted) for one, mine in paired(gold, found)}
    given = [one for one in found if of_wanted.get(id(one), is_direct(article.text, quoted, one))]
    return wanted, given


def is_direct(text: str, quoted: tuple[Quoted, ...], one: Attribution) -> bool:
    """Whether all of the content, but for marks and spaces, lies in quotations, and the cue not in the same."""
    apart = tuple(q for q in quoted if not any(q.covers(begin) for begin, _ in one.cue))
    letters = [position for position in characters(one.content) if text[position].isalnum()]
    return bool(letters) and all(overlapping(apart, position, position + 1) for position in letters)


def speed(read: Sequence[Case], extractors: Sequence[Extractor], rounds: int) -> list[float]:
    """Words a second of CPU time of each, without the parse: the best of `rounds` taken in turn after a first one."""
    words = sum(not token.is_space for case in read for token in case.doc)
    given = [[extractor.prepare(case) for case in read] for extractor in extractors]
    best = [0.0] * len(extractors)
    for round_ in range(rounds + 1):
        for i, extractor in enumerate(extractors):
            begin = time.process_time()
            for one in given[i]:
                list(extractor.find(one))
            if round_:  # the first one warms up
                best[i] = max(best[i], words / (time.process_time() - begin))
    return best


def compare(
    folder: Annotated[Path, typer.Argument(help="Folder with text/ and attributions/.", exists=True, file_okay=False)],
    rounds: Annotated[int, typer.Option(help="Times that speed is measured; 0: not at all.", min=0)] = 5,
    errors: Annotated[bool, typer.Option("--errors", help="Count claimgraph's errors by kind.")] = False,
    show: Annotated[int, typer.Option(help="Examples to print of each kind of error.", min=0)] = 0,
) -> None:
    """Find the attributions in a folder of articles with each extractor, and print tables."""
    read = cases(folder)
    extractors = [
        claimgraph(registry_of(resources.REGISTRY)),
        Extractor("naive rules", lambda case: case.doc, naive.attributions),
    ]
    if quoting.installed():
        extractors.append(_best(read))
    else:
        print("textacy is missing, and left out: pip install textacy", file=sys.stderr)
    results = [run(read, extractor) for extractor in extractors]
    names = [extractor.name for extractor in extractors]
    _scores("all attributions", names, [_whole(read, found) for found in results])
    _scores("direct quotations", names, [_direct(read, found) for found in results])
    if rounds:
        _speeds(names, speed(read, extractors, rounds))
    if errors or show:
        _errors(read, results[0], show)


def run(read: Sequence[Case], extractor: Extractor) -> Results:
    """What an extractor finds."""
    return [list(extractor.find(extractor.prepare(case))) for case in read]


def _best(read: Sequence[Case]) -> Extractor:
    """textacy, asked in the way that finds most direct quotations; prints how each way does."""

    def asked(way: quoting.Way) -> Extractor:
        return Extractor("textacy", lambda case: quoting.parts(case.doc, way), quoting.attributions)

    ranks = []
    print("| textacy, direct quotations | source | complete |\n|---|---|---|")
    for way in quoting.WAYS:
        found = score(_direct(read, run(read, asked(way))))
        ranks.append((found["complete"].fscore, found["source"].fscore, way))
        print(f"| {way} | {number(found['source'].fscore)} | {number(found['complete'].fscore)} |")
    *_, best = max(ranks)
    print(f"\nBelow, textacy is given {best}.")
    return asked(best)


def _whole(read: Sequence[Case], found: Results) -> list[Marked]:
    return [(case.gold, mine) for case, mine in zip(read, found, strict=True)]


def _direct(read: Sequence[Case], found: Results) -> list[Marked]:
    return [direct(case.article, case.gold, mine) for case, mine in zip(read, found, strict=True)]


def _scores(what: str, names: Sequence[str], marked: Sequence[list[Marked]]) -> None:
    """A table of precision, recall and F1 of each extractor."""
    wanted = sum(len(gold) for gold, _ in marked[0])
    print(f"\n| {wanted} {what}: P, R, **F1** | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    print("| found |", " | ".join(str(sum(len(found) for _, found in one)) for one in marked), "|")
    figures = [score(one) for one in marked]
    for name in figures[0]:
        cells = (all_three(one[name].precision, one[name].recall, one[name].fscore) for one in figures)
        print(f"| {name} |", " | ".join(cells), "|", flush=True)


def _speeds(names: Sequence[str], found: Sequence[float]) -> None:
    print(f"\n| | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    print("| words a second, without the parse |", " | ".join(f"{one:.0f}" for one in found), "|")
    print("| claimgraph's over it |", " | ".join(f"× {found[0] / one:.3g}" for one in found), "|")


def _errors(read: Sequence[Case], found: Results, show: int) -> None:
    """A table of the kinds of error, the commonest first, and the examples that are asked for."""
    examples: defaultdict[str, list[str]] = defaultdict(list)
    for case, mine in zip(read, found, strict=True):
        for error in error_analysis.errors(case.doc, case.gold, mine):
            examples[error.kind].append(_example(case.article, error.place))
    kinds = sorted(examples, key=lambda kind: (-len(examples[kind]), kind))
    total = sum(map(len, examples.values()))
    print(f"\n| claimgraph's errors | {total} | |\n|---|---|---|")
    for kind in kinds:
        print(f"| {kind} | {len(examples[kind])} | {len(examples[kind]) / total:.1%} |")
    for kind in kinds if show else []:
        print(f"\n{kind}\n")
        print("\n".join(f"- {example}" for example in examples[kind][:show]))


def _example(article: Article, place: Pieces) -> str:
    """The text around the first piece, which stands between brackets."""
    if not place:
        return article.identifier
    (begin, end), text = min(place), article.text
    around = f"{text[max(0, begin - NEAR) : begin]}[{text[begin:end]}]{text[end : end + NEAR]}"
    return f"{article.identifier} {begin}-{end}: {' '.join(around.split())}"


if __name__ == "__main__":
    typer.run(compare)
