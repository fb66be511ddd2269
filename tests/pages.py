"""The tables on the documentation's pages whose examples are run."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
BOLD = re.compile(r"\*\*(.+?)\*\*")


def rules(page: str, *families: str) -> dict[str, str]:
    """The rows `rule | example` of a page, for the rules of some families ('claim', 'name')."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return dict(re.findall(rf"^\| `((?:{'|'.join(families)})\.[a-z-]+)` \| (.+) \|$", text, re.MULTILINE))


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of each row of the table whose heading row has these words, without code marks."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("|") and heading in line) + 2
    table = lines[first : next(i for i in range(first, len(lines)) if not lines[i].startswith("|"))]
    return [[cell.strip().replace("`", "") for cell in row.strip("|").split("|")] for row in table]


def plain(example: str) -> str:
    """The text of an example: no bold words, and a line break for each ¶."""
    return BOLD.sub(r"\1", example).replace(" ¶ ", "\n")


def bold(example: str) -> list[str]:
    """The bold words of an example."""
    return BOLD.findall(example)
