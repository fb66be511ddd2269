"""What many tests share. The trained pipeline is loaded once, for those that ask for it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from claimgraph import cli, language

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline."""
    return language.load()


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in the test's own process; gives its exit code, stdout and stderr."""

    def command(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as leaving:
            cli.main([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfd.readouterr()
        assert isinstance(leaving.value.code, int)
        return leaving.value.code, out, err

    return command


@pytest.fixture
def build(nlp: Language, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `build` with the pipeline that is loaded already."""
    monkeypatch.setattr(language, "load", lambda name: nlp)
    return lambda *arguments: run("build", *arguments)
