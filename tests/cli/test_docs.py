"""Every command, option and question is in the documentation, and nothing that is not there."""

import re
from pathlib import Path

import pytest
import typer

from claimgraph import cli, questions

DOCS = Path(__file__).parents[2] / "docs"
GROUPS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
COMMANDS = {name: command for name, command in GROUPS.items() if not hasattr(command, "commands")}
for group in GROUPS.keys() - COMMANDS:
    COMMANDS |= {f"{group} {name}": command for name, command in GROUPS[group].commands.items()}


def sections(page: str) -> dict[str, str]:
    """The text under each second-level heading."""
    parts = re.split(r"^## (.+)$", (DOCS / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def called(heading: str) -> str:
    """The command that a heading is about."""
    return " ".join(word for word in heading.split()[1:] if re.fullmatch("[a-z]+", word))


def test_every_command_has_its_section() -> None:
    assert {called(heading) for heading in sections("cli.md")} == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_explained(name: str) -> None:
    (text,) = (text for heading, text in sections("cli.md").items() if called(heading) == name)
    options = {o for p in COMMANDS[name].params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")} - {"--help"}
    explained = {
        option for row in re.findall(r"^\| (`-.*?) \|", text, re.MULTILINE) for option in re.findall(r"`(.+?)`", row)
    }
    assert explained == options


def test_every_question_has_its_section_with_what_it_asks_and_its_parameters() -> None:
    pages = sections("questions.md")
    assert list(pages) == [*questions.named(), "Your own"]
    for name, question in questions.named().items():
        assert f"{question.title}. {question.asks}" in pages[name]
        for param, meaning in question.params:
            assert f"- `{param}` (default `{question.defaults[param]}`): {meaning}" in pages[name]
