"""Findings that are known and fail no run: a file of them, and what is in it and no more.

A file has a line for each finding, sorted, so that a review shows what comes and goes. What counts in it is the
fingerprint and how often one file may have it; the rest is for people. No path stands in it: a graph is the same
wherever it lies.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimgraph.errors import InputError
from claimgraph.validated import Severity, Violation, write
from claimgraph.validated.report import short


class Known(BaseModel):
    """One finding of a baseline."""

    model_config = ConfigDict(extra="forbid", strict=True)
    fingerprint: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    count: Annotated[int, Field(ge=1)]
    severity: Annotated[Severity, Field(strict=False)]
    shape: str
    node: str
    message: str


class Baseline(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", strict=True)
    version: Literal[1]
    findings: tuple[Known, ...] = Field(strict=False)

    @property
    def counts(self) -> Mapping[str, int]:
        """By fingerprint, how often a file may have it."""
        return {one.fingerprint: one.count for one in self.findings}

    def gone(self, files: Iterable[Iterable[Violation]]) -> int:
        """How many of its findings no file has any longer."""
        found = _most(files)
        return sum(max(0, one.count - found[one.fingerprint]) for one in self.findings)


def read(path: str | Path) -> Baseline:
    """The baseline in a file. Raises InputError where it cannot be read or is none."""
    try:
        return Baseline.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"{path}: the baseline cannot be read: {error.strerror or error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        told = f"{where}: {first['msg']}" if where else first["msg"]
        raise InputError(f"{path}: no baseline: {told}: write it anew with --write-baseline") from None


def save(path: str | Path, files: Iterable[Iterable[Violation]]) -> Baseline:
    """Write the findings of some files as a baseline. Raises InputError where it cannot be written."""
    given = [list(found) for found in files]
    first = {one.fingerprint: one for found in reversed(given) for one in reversed(found)}
    known = [_known(first[mark], count) for mark, count in _most(given).items()]
    made = Baseline(version=1, findings=tuple(sorted(known, key=lambda k: (k.shape, k.node, k.fingerprint))))
    lines = [json.dumps(one.model_dump(mode="json"), ensure_ascii=False) for one in made.findings]
    findings = ",\n  ".join(lines)
    held = f"[\n  {findings}\n]" if lines else "[]"
    write(path, f'{{"version": 1, "findings": {held}}}\n'.encode())
    return made


def _known(one: Violation, count: int) -> Known:
    return Known(
        fingerprint=one.fingerprint,
        count=count,
        severity=one.severity,
        shape=one.shape,
        node=one.node,
        message=short(one.message),
    )


def _most(files: Iterable[Iterable[Violation]]) -> Counter[str]:
    """By fingerprint, how often the file has it that has it most."""
    most: Counter[str] = Counter()
    for found in files:
        most |= Counter(one.fingerprint for one in found)
    return most
