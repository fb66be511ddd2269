"""What is wrong in a registry's file, with its place there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from claimgraph.errors import InputError


class Severity(StrEnum):
    """Whether an entry cannot be used as it is, or is only worth a look."""

    VIOLATION = "violation"
    WARNING = "warning"


@dataclass(frozen=True)
class Origin:
    """Where something is said: the file, and in a table the line (1-based)."""

    path: Path
    line: int | None = None


@dataclass(frozen=True)
class Finding:
    """What is wrong with an entry, and what to do. `entry`: its IRI, None where a row has none.

    `column`: of a table. `term`: the IRI of the property that it is about.
    """

    severity: Severity
    origin: Origin
    entry: str | None
    message: str
    column: str | None = None
    term: str | None = None

    def place(self) -> tuple[str, int, str, str]:
        """What findings are sorted by: file, line, entry, message."""
        return str(self.origin.path), self.origin.line or 0, self.entry or "", self.message

    def __str__(self) -> str:
        """One line: the place, the entry, what is wrong and what to do."""
        line = [] if self.origin.line is None else [f"line {self.origin.line}"]
        column = [] if self.column is None else [f"column {self.column}"]
        place = [", ".join(line + column)] if line or column else []
        entry = [] if self.entry is None else [f"<{self.entry}>"]
        return ": ".join([str(self.origin.path), *place, *entry, self.message])


class EntryError(InputError):
    """An entry that cannot be used."""

    def __init__(self, finding: Finding) -> None:
        """Its message is the finding in one line."""
        super().__init__(str(finding))
        self.finding = finding


Refuse = Callable[[EntryError], None]  # what is done with an entry that cannot be used; the next ones are looked at


def at_once(refused: EntryError) -> NoReturn:
    """Raise what is refused."""
    raise refused
