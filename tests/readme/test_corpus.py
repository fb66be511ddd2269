"""`seeds/CORPUS.md` says what is in the sample corpus: the words that it quotes are there, and nothing is left out."""

import gzip
import json
import re
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
CORPUS = (SEEDS / "CORPUS.md").read_text(encoding="utf-8")


def raw(path: Path) -> dict[str, str]:
    """The texts of a file as CORPUS.md names them."""
    if path.suffix == ".gz":
        return {path.name: gzip.decompress(path.read_bytes()).decode()}
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".jsonl":
        return {path.name: text}
    return {f"{path.name}:{n}": json.loads(line)["text"] for n, line in enumerate(text.splitlines(), 1)}


TEXTS = {name: text for path in sorted((SEEDS / "articles").iterdir()) for name, text in raw(path).items()}


def table(heading: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    section = CORPUS.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in rows[2:]]


def test_every_article_is_described() -> None:
    described = re.findall(r"^\| `([^`]+)`", CORPUS.split("\n## ")[0], re.MULTILINE)
    assert sorted(described) == sorted(TEXTS)


@pytest.mark.parametrize("row", table("Figures"), ids=lambda row: f"{row[1]}: {row[2]}")
def test_every_figure_is_in_its_article(row: list[str]) -> None:
    assert row[2] in TEXTS[row[1]]


@pytest.mark.parametrize("row", table("Who takes what from whom"), ids=lambda row: f"{row[1]} to {row[2]}")
def test_every_passage_carried_over_is_in_both(row: list[str]) -> None:
    passage, *names = row[:3]
    for name in names:
        assert passage.lower() in TEXTS[name].lower()


def test_every_invented_name_occurs() -> None:
    section = CORPUS.split("\n## Invented persons and bodies\n")[1]
    names = re.split(r"[,;]", section.split("; the seven")[0].replace("\n", " "))
    everything = "\n".join(TEXTS.values())
    assert [name for name in names if name.strip().removeprefix("the ") not in everything] == []
