"""Figures of a pipeline that reads well but for one fault, on invented texts."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc
from typer.testing import CliRunner

from claimgraph.language import load
from handmade import VOCAB
from training import __main__ as command
from training.corpora import Corpora, Name, Text, Word
from training.score import Score, run_together, score, scores, table

SURFACE = "Ann Lee left the Syrian town on Monday.\n\nThe boys sang."
ROWS = """
Ann PROPN NNP 3 nsubj Number=Sing Ann
Lee PROPN NNP 1 flat Number=Sing Lee
left VERB VBD 0 root Tense=Past leave
the DET DT 6 det Definite=Def the
Syrian ADJ JJ 6 amod _ Syrian
town NOUN NN 3 obj Number=Sing town
on ADP IN 8 case _ on
Monday PROPN NNP 3 obl:tmod Number=Sing Monday
. PUNCT . 3 punct _ .
The DET DT 11 det Definite=Def the
boys NOUN NNS 12 nsubj Number=Plur boy
sang VERB VBD 0 root Tense=Past sing
. PUNCT . 12 punct _ .
"""
NAMES = (Name(0, 7, "PER"), Name(17, 23, "NORP"))
TREE = {"uas", "las"}


def invented(surface: str = SURFACE, corpus: str = "invented", genre: str = "") -> Text:
    words, at = [], 0
    for i, row in enumerate(ROWS.strip().splitlines()):
        form, upos, xpos, head, label, feats, lemma = row.split()
        begin = surface.index(form, at)
        at = begin + len(form)
        over = int(head) - 1 if head != "0" else i
        words.append(Word(begin, at, upos, xpos, feats.replace("_", ""), over, label, lemma))
    starts, kinds = frozenset({0, 9}), frozenset({"PER", "LOC", "NORP"})
    return Text(corpus, "1", genre, surface, tuple(words), starts, starts, NAMES, kinds, True)


def perfect(text: Text, faults: dict[str, dict[int, Any]] | None = None, named: Iterable[Name] | None = None) -> Doc:
    """What a perfect pipeline reads, but for faults: arguments of `Doc` with another value at a word's index."""
    rows = [[w.upos, w.xpos, w.feats, w.lemma, w.head, "ROOT" if w.label == "root" else w.label] for w in text.words]
    columns = ["pos", "tags", "morphs", "lemmas", "heads", "deps"]
    for column, values in (faults or {}).items():
        for i, value in values.items():
            rows[i][columns.index(column)] = value
    words: list[str] = []
    spaces: list[bool] = []
    at: list[int] = []  # each word's place among the tokens
    filled: list[list[Any]] = []
    for i, word in enumerate(text.words):
        at.append(len(words))
        words.append(text.text[word.begin : word.end])
        gap = text.text[word.end : text.words[i + 1].begin] if i + 1 < len(text.words) else ""
        spaces.append(gap.startswith(" "))
        filled.append(rows[i])
        if rest := gap.removeprefix(" "):  # white space is a token, as spaCy has it
            words.append(rest)
            spaces.append(False)
            filled.append(["SPACE", "_SP", "", rest, i, "dep"])
    for row in filled:
        row[4] = at[row[4]]
    given: dict[str, Any] = dict(zip(columns, map(list, zip(*filled, strict=True)), strict=True))
    made = Doc(VOCAB, words=words, spaces=spaces, **given)
    assert made.text == text.text
    found = [made.char_span(n.begin, n.end, label=n.label) for n in (text.names if named is None else named) or ()]
    spans = [span for span in found if span]
    assert len(spans) == len(found)
    made.set_ents(spans, default="outside")
    return made


def lowered(result: Score) -> set[str]:
    """The figures that are below 1."""
    shares = {f.name: getattr(result, f.name) for f in fields(result) if f.name not in ("part", "words", "kinds")}
    return {name for name, share in shares.items() if share < 1}


def read(text: Text, doc: Doc) -> Score:
    return score("part", [text], [doc])


def test_a_perfect_reading_scores_1() -> None:
    text = invented()
    result = read(text, perfect(text))
    assert lowered(result) == set()
    assert (result.part, result.words) == ("part", 13)
    assert result.kinds == (("NORP", 1.0), ("PER", 1.0))  # no LOC: there is none to find


@pytest.mark.parametrize(
    ("faults", "figures"),
    [
        ({"pos": {4: "NOUN"}}, {"upos"}),
        ({"tags": {4: "NN"}}, {"xpos"}),
        ({"morphs": {10: "Number=Sing"}}, {"morph"}),
        ({"morphs": {4: "Number=Sing"}}, {"morph"}),
        ({"lemmas": {11: "sang"}}, {"lemma"}),
        ({"deps": {5: "obl"}}, {"las"}),
        ({"deps": {5: "punct"}}, TREE),  # spaCy leaves out what is called punctuation
        ({"heads": {3: 2}}, TREE),
        ({"heads": {11: 2}, "deps": {11: "parataxis"}}, TREE | {"sentence"}),
    ],
)
def test_a_fault_lowers_its_own_figure(faults: dict[str, dict[int, Any]], figures: set[str]) -> None:
    text = invented()
    assert lowered(read(text, perfect(text, faults))) == figures


@pytest.mark.parametrize(
    "faults",
    [
        {"heads": {8: 0}},  # punctuation
        {"deps": {7: "obl"}},  # a subtype that is missing
        {"deps": {5: "obj:agent"}},  # and one too many
        {"morphs": {3: "Definite=Ind"}},  # a feature that is not learned
    ],
)
def test_what_is_not_counted(faults: dict[str, dict[int, Any]]) -> None:
    text = invented()
    assert lowered(read(text, perfect(text, faults))) == set()


def test_one_wrong_word_of_thirteen() -> None:
    text = invented()
    assert read(text, perfect(text, {"pos": {4: "NOUN"}})).upos == pytest.approx(12 / 13)
    assert read(text, perfect(text, {"deps": {5: "obl"}})).las == pytest.approx(10 / 11)  # two are punctuation


def test_a_word_cut_in_two_counts_against_the_cut() -> None:
    text, doc = invented(), perfect(invented())
    with doc.retokenize() as retokenizer:
        town = doc[5]
        retokenizer.split(town, ["to", "wn"], heads=[(town, 1), doc[2]], attrs={"POS": ["NOUN", "NOUN"]})
    result = read(text, doc)
    assert result.token == pytest.approx(2 * 12 / (13 + 14))
    assert result.sentence == 1
    assert result.names == 1


def test_line_breaks_between_paragraphs_change_nothing() -> None:
    text = invented()
    together = run_together(text)
    assert together.text == SURFACE.replace("\n", " ")
    assert len(together.text) == len(text.text)
    single = invented(SURFACE.replace("\n\n", " "))
    cases: tuple[dict[str, dict[int, Any]], ...] = ({}, {"pos": {0: "NOUN"}, "heads": {10: 9}})
    for faults in cases:
        assert read(text, perfect(text, faults)) == read(single, perfect(single, faults))


def test_white_space_at_the_head_of_a_sentence_is_no_part_of_it() -> None:
    text = invented()
    doc = perfect(text)
    assert doc[9].is_space
    moved = Doc(
        VOCAB,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        heads=[12 if t.i == 9 else t.head.i for t in doc],
        deps=[t.dep_ for t in doc],
    )
    assert [sentence.start for sentence in moved.sents] == [0, 9]
    assert read(text, moved).sentence == 1


def test_what_a_corpus_does_not_mark_has_no_figure() -> None:
    text = invented()
    bare = replace(text, words=tuple(replace(w, lemma="", xpos="") for w in text.words), names=None, kinds=frozenset())
    result = read(bare, perfect(text))
    assert (result.lemma, result.xpos, result.names, result.kinds) == (None, None, None, ())
    assert (result.upos, result.las) == (1, 1)
    result = read(replace(text, parsed=False), perfect(text))
    assert (result.token, result.sentence, result.upos, result.las) == (None,) * 4
    assert result.names == 1
    words = tuple(replace(w, lemma="") if i == 11 else w for i, w in enumerate(text.words))
    assert read(replace(text, words=words), perfect(text, {"lemmas": {11: "sang"}})).lemma == 1


def test_names_count_by_kind() -> None:
    text = invented()
    result = read(text, perfect(text, named=[replace(NAMES[0], end=3), NAMES[1]]))
    assert lowered(result) == {"names"}
    assert result.names == pytest.approx(0.5)
    assert result.kinds == (("NORP", 1.0), ("PER", 0.0))
    result = read(text, perfect(text, named=[*NAMES, Name(32, 38, "LOC")]))
    assert result.names == pytest.approx(2 * 2 / (2 + 3))
    assert result.kinds == (("LOC", 0.0), ("NORP", 1.0), ("PER", 1.0))
    result = read(text, perfect(text, named=[replace(NAMES[0], label="LOC"), NAMES[1]]))
    assert result.kinds == (("LOC", 0.0), ("NORP", 1.0), ("PER", 0.0))
    unmarked = [*NAMES, Name(24, 28, "MISC")]  # a kind that the corpus does not mark
    assert lowered(read(text, perfect(text, named=unmarked))) == set()


def test_a_pipeline_without_names_has_no_figure_for_them() -> None:
    text = invented()
    doc = perfect(text)
    made = Doc(VOCAB, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], sent_starts=[True] * 14)
    assert read(text, made).names is None


class Reader:
    """Reads every text perfectly."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def pipe(self, texts: Iterable[str], /) -> Iterator[Doc]:
        for text in texts:
            self.given.append(text)
            yield perfect(invented(text))


TEXTS = [
    invented(corpus="b", genre="news"),
    invented(corpus="a", genre="letters"),
    invented(corpus="b", genre="letters"),
]


def test_corpora_and_their_genres() -> None:
    found = list(scores(Reader(), TEXTS))
    assert [(s.part, s.words) for s in found] == [("a", 13), ("b", 26), ("b letters", 13), ("b news", 13)]
    assert all(lowered(s) == set() for s in found)
    assert [s.part for s in scores(Reader(), TEXTS, genres=False)] == ["a", "b"]


def test_the_table_is_aligned_markdown() -> None:
    lines = table([Score("a", 7), Score("bc", 120, token=0.98765, las=1.0, kinds=(("LOC", 0.5), ("PER", 1.0)))]).split(
        "\n"
    )
    assert len({len(line) for line in lines}) == 1
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[0] == [
        *("part", "words", "tokens", "sentences", "UPOS", "XPOS", "morphology", "lemmas", "UAS", "LAS", "names"),
        "names by kind",
    ]
    assert set("".join(cells[1])) == {"-", ":"}
    assert cells[2] == ["a", "7", *["–"] * 10]
    assert cells[3] == ["bc", "120", "98.77", *["–"] * 6, "100.00", "–", "LOC 50.0, PER 100.0"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[int, str, Reader]]:
    """The command on invented corpora, with a reader that makes no mistakes: exit code, output, reader."""
    reader = Reader()
    given = Corpora((), (TEXTS[1],), (TEXTS[0], TEXTS[2]))
    monkeypatch.setattr(command, "load", lambda name, weights: load(name, weights) if weights else reader)
    monkeypatch.setattr("training.corpora.load", lambda folder: given)

    def call(*options: str) -> tuple[int, str, Reader]:
        result = CliRunner().invoke(command.app, ["score", str(tmp_path), *options])
        return result.exit_code, result.output, reader

    return call


def parts(output: str) -> list[str]:
    return [line.strip("|").split("|")[0].strip() for line in output.splitlines()[2:]]


def test_the_command_prints_the_table_of_the_test_parts(run: Callable[..., tuple[int, str, Reader]]) -> None:
    code, output, reader = run()
    assert (code, parts(output)) == (0, ["b", "b letters", "b news"])
    assert reader.given == [SURFACE] * 2
    assert parts(run("--no-genres")[1]) == ["b"]
    assert parts(run("--part", "dev")[1]) == ["a"]


def test_the_command_runs_paragraphs_together(run: Callable[..., tuple[int, str, Reader]]) -> None:
    code, _, reader = run("--run-together")
    assert code == 0
    assert reader.given == [SURFACE.replace("\n", " ")] * 2


def test_the_command_takes_weights_or_a_pipeline(run: Callable[..., tuple[int, str, Reader]], tmp_path: Path) -> None:
    assert run("--model", str(tmp_path), "--pipeline", "other")[0] == 2
    assert run("--model", str(tmp_path / "none"))[0] == 2
    assert run("--model", str(tmp_path))[0] == 2  # no weights in it


def test_scoring_imports_no_torch() -> None:
    code = "import sys, training.__main__; sys.exit('torch' in sys.modules)"
    root = Path(command.__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
