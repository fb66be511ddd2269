"""The competency questions: what may be asked, answered over the sample corpus, beside what the articles say."""

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from spacy.language import Language

import claimgraph
from claimgraph import questions
from claimgraph.commands import query
from claimgraph.resources import SAMPLES

FOLDER = Path(__file__).parents[2] / "ontology" / "competency"
QUESTIONS: list[dict[str, Any]] = tomllib.loads((FOLDER / "questions.toml").read_text(encoding="utf-8"))["question"]
NAMES = [question["name"] for question in QUESTIONS]
README = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def store(nlp: Language) -> ox.Store:
    """The sample corpus as it is built."""
    made = ox.Store()
    made.extend(ox.Quad(*triple) for triple in claimgraph.build(SAMPLES, nlp=nlp).valid.triples())
    return made


def expected(name: str) -> tuple[list[str], list[tuple[Row, str]]]:
    """The columns of an answer, and its rows with what is noted of each."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        (*columns, note), *rows = csv.reader(file)
    assert note == "note"
    return columns, [(tuple(row[:-1]), row[-1]) for row in rows]


def answered(store: ox.Store, question: dict[str, Any], columns: list[str]) -> set[Row]:
    """What the graph answers, in these columns."""
    name = question["name"]
    asked = questions.known(name) if question.get("shipped") else questions.find(str(FOLDER / f"{name}.rq"))
    answer = query.ask(store, asked, question.get("params"))
    assert isinstance(answer, ox.QuerySolutions)
    return {tuple("" if row[c] is None else str(row[c].value) for c in columns) for row in answer}


def test_there_are_enough_and_nothing_lies_about() -> None:
    assert len(NAMES) >= 20
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(NAMES)
    assert {path.stem for path in FOLDER.glob("*.rq")} == {q["name"] for q in QUESTIONS if not q.get("shipped")}
    assert {q["name"] for q in QUESTIONS if q.get("shipped")} <= questions.named().keys()


@pytest.mark.parametrize("name", NAMES)
def test_an_expected_answer_is_well_written(name: str) -> None:
    columns, rows = expected(name)
    assert columns
    assert rows, "a question to which nothing is right proves nothing"
    assert [row for row, times in Counter(row for row, _ in rows).items() if times > 1] == []
    assert [note for _, note in rows if note and not re.match("(missing|wrong): .", note)] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_the_graph_answers_as_the_articles_do_but_for_what_is_noted(question: dict[str, Any], store: ox.Store) -> None:
    columns, rows = expected(question["name"])
    got = answered(store, question, columns)
    assert [row for row, note in rows if row not in got and not note.startswith("missing")] == [], "no longer found"
    assert sorted(got - {row for row, _ in rows}) == [], "found, and not noted as wrong"
    mended = [row for row, note in rows if (note.startswith("missing") and row in got)]
    assert mended == [], "found now: take the note away"
    assert [row for row, note in rows if note.startswith("wrong") and row not in got] == [], "gone: take the row away"


def test_the_readme_lists_them() -> None:
    listed = re.findall(r"^- (.+?) \(\[`([a-z-]+)`\]", README, re.MULTILINE)
    assert listed == [(question["asks"], question["name"]) for question in QUESTIONS]


def test_the_readme_says_how_many_rows_are_right() -> None:
    notes = [note for name in NAMES for _, note in expected(name)[1]]
    right, missing = sum(not note.startswith("wrong") for note in notes), sum(n.startswith("missing") for n in notes)
    wrong = len(notes) - right
    assert f"{right} rows are right, of which {missing} are not found; {wrong} more are found and wrong" in README


def test_the_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links
    assert [link for link in links if not (FOLDER.parent / link).exists()] == []
