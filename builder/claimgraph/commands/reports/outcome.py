"""What a run of `claimgraph validate` has found: the records that every format of a report is made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.reasoning import Reasoned
from claimgraph.validated import Report, Rule, Violation


@dataclass(frozen=True)
class Place:
    """Where a node stands in a file: line and columns from 1 on, the last exclusive, in code points."""

    line: int
    column: int
    end: int


@dataclass(frozen=True)
class Found:
    """One finding, and what is made of it."""

    violation: Violation
    place: Place | None  # of its node
    again: int  # the how-manyeth of its fingerprint in its file, from 1 on
    known: bool  # the baseline has it
    fails: bool


@dataclass(frozen=True)
class Checked:
    """What was found in one file."""

    path: Path
    report: Report = field(default_factory=Report)
    found: tuple[Found, ...] = ()
    reasoned: Reasoned | None = None  # None: the reasoner was not asked, or there is none
    unreadable: str | None = None  # why nothing could be checked
    fails: bool = False  # a finding or the reasoner fails the run

    @property
    def name(self) -> str:
        """The path as a reader of the report has it: below the working directory where it is there."""
        here = Path.cwd()
        return (self.path.relative_to(here) if self.path.is_relative_to(here) else self.path).as_posix()

    @property
    def conforms(self) -> bool:
        """Whether neither the shapes nor the reasoner find a fault, known or not."""
        return self.unreadable is None and self.report.conforms and not self.contradiction

    @property
    def contradiction(self) -> str:
        """What the reasoner has against the graph."""
        return self.reasoned.reason if self.reasoned else ""

    def verdict(self) -> str:
        """In one line, what was found."""
        if self.unreadable is not None:
            return "cannot be read"
        return self.report.verdict(frozenset(n for n, one in enumerate(self.found) if one.known))


@dataclass(frozen=True)
class Outcome:
    """What was found in all files, and the shapes that were asked for."""

    files: tuple[Checked, ...]
    rules: tuple[Rule, ...]
    baseline: bool = False  # findings were held against one
    gone: int = 0  # findings of the baseline that are there no longer

    @property
    def found(self) -> Iterator[tuple[Checked, Found]]:
        """All findings, file by file."""
        return ((file, one) for file in self.files for one in file.found)

    @property
    def code(self) -> int:
        """The exit code: 2 where a file cannot be read, else 1 where something fails, else 0."""
        if any(file.unreadable is not None for file in self.files):
            return 2
        return 1 if any(file.fails for file in self.files) else 0
