"""The reader beside spaCy's own CNN, in one run: `python benchmarks/reader.py CORPORA --cnn FOLDER`.

Prints a Markdown table. Every figure but the scores is measured in processes of its own, on one core; this one stays
small, since Linux counts the pages of a process that starts another in the other's peak memory. Nothing else should
run meanwhile, for the seconds of start-up are those of the clock.
"""

import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from spacy.language import Language

    from training.corpora import Text

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks` and `training`, which are not installed

from benchmarks.timing import fresh, one_core

TESTS = ("ewt-test", "gum-test", "pud-test")
READ = ("pud-test", "gum-test")  # what texts as long as news are made from
LENGTHS = (300, 450, 600, 750)  # their words, in turn
TOGETHER = 16  # texts: with more, the CNN takes up to four times the memory and is no faster
SHORT = "The mayor of Daraa said on Sunday that two shells had hit the market."


def pipeline(cnn: Path | None, model: Path | None) -> "Language":
    """spaCy's pipeline, where it is given; else ours: with the weights in the folder `model`, or those it ships."""
    if cnn:
        import spacy

        return spacy.load(cnn)
    from claimgraph.language import load

    return load(weights=model)


def scores(corpora: Path, cnn: Path | None, model: Path | None) -> list[tuple[float, ...]]:
    """LAS, UPOS and sentence F1 of each of `TESTS`, in hundredths."""
    from training.score import score

    nlp = pipeline(cnn, model)
    result = []
    for name in TESTS:
        texts = _corpus(corpora, name)
        found = score(name, texts, list(nlp.pipe(text.text for text in texts)))
        result.append(tuple(100 * (share or 0) for share in (found.las, found.upos, found.sentence)))
    return result


def _corpus(corpora: Path, name: str) -> "list[Text]":
    from training.corpora import conllu

    return conllu(corpora / "ud" / f"{name}.conllu", name)


def news(corpora: Path) -> list[str]:
    """Texts as long as news: sentences in the corpus's order until there are as many words as wanted."""
    result, wanted = [], cycle(LENGTHS)
    for name in READ:
        made, words, limit = "", 0, next(wanted)
        for before, sentence, count in _sentences(_corpus(corpora, name)):
            made, words = made + (before if made else "") + sentence, words + count
            if words >= limit:
                result.append(made)
                made, words, limit = "", 0, next(wanted)
    return result


def _sentences(texts: "list[Text]") -> Iterator[tuple[str, str, int]]:
    """What stands before a sentence, the sentence, and how many words it has in the corpus."""
    for text in texts:
        starts = sorted(text.starts)
        for begin, end in zip(starts, [*starts[1:], len(text.words)], strict=True):
            surface = text.text[text.words[begin].begin : text.words[end - 1].end]
            yield "\n\n" if begin in text.paragraphs else " ", surface, end - begin


def speed(texts: Sequence[str], pairs: Sequence[tuple[Path | None, Path | None]], rounds: int) -> list[float]:
    """Words a second of CPU time of each pipeline, the best of `rounds` taken in turn; white space is not counted."""
    pipelines = [pipeline(*pair) for pair in pairs]
    best = [0.0] * len(pairs)
    for round_ in range(rounds + 1):
        for i, nlp in enumerate(pipelines):
            begin = time.process_time()
            docs = list(nlp.pipe(texts, batch_size=TOGETHER))
            seconds = time.process_time() - begin
            words = sum(not token.is_space for doc in docs for token in doc)
            if round_:  # the first one warms up
                best[i] = max(best[i], words / seconds)
    return best


def start(cnn: Path | None, model: Path | None) -> float:
    """Seconds from nothing loaded to the first short text read."""
    begin = time.perf_counter()
    pipeline(cnn, model)(SHORT)
    return time.perf_counter() - begin


def memory(texts: Sequence[str], cnn: Path | None, model: Path | None) -> float:
    """The process's peak memory, in MiB, after it has loaded the pipeline and read the texts."""
    for _ in pipeline(cnn, model).pipe(texts, batch_size=TOGETHER):
        pass
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def compare(
    corpora: Annotated[Path, typer.Argument(help="Folder with ud/.", exists=True, file_okay=False)],
    cnn: Annotated[Path, typer.Option(help="What benchmarks/cnn.py wrote.", exists=True, file_okay=False)],
    model: Annotated[Path | None, typer.Option(help="Weights to measure instead of those shipped.")] = None,
    rounds: Annotated[int, typer.Option(help="Times that speed and start-up are measured.", min=1)] = 5,
) -> None:
    """Measure both pipelines and print a table."""
    one_core()
    pairs: list[tuple[Path | None, Path | None]] = [(None, model), (cnn, None)]
    print("| | reader | CNN | |\n|---|---|---|---|", flush=True)
    ours, theirs = (fresh(scores, corpora, *pair) for pair in pairs)
    for kind, what in enumerate(("LAS", "UPOS", "sentence F1")):
        for name, a, b in zip(TESTS, ours, theirs, strict=True):
            print(f"| {what}, {name} | {a[kind]:.1f} | {b[kind]:.1f} | {a[kind] - b[kind]:+.1f} |", flush=True)
    texts = fresh(news, corpora)
    _row("words a second", fresh(speed, texts, pairs, rounds), 0)
    _row("peak memory, MiB", [fresh(memory, texts, *pair) for pair in pairs], 0)
    _row("start-up, seconds", [min(times) for times in zip(*_starts(pairs, rounds), strict=True)], 2)


def _starts(pairs: Sequence[tuple[Path | None, Path | None]], rounds: int) -> Iterator[list[float]]:
    for _ in range(rounds):
        yield [fresh(start, *pair) for pair in pairs]


def _row(what: str, found: Sequence[float], digits: int) -> None:
    ours, theirs = found
    print(f"| {what} | {ours:.{digits}f} | {theirs:.{digits}f} | × {ours / theirs:.2f} |", flush=True)


if __name__ == "__main__":
    typer.run(compare)
