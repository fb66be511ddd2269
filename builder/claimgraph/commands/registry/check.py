"""The whole of `claimgraph registry check`: all that is wrong in registries, what is worth a look, and a count."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimgraph.commands.terminal import clean
from claimgraph.errors import InputError
from claimgraph.registry.findings import Finding, Severity
from claimgraph.registry.loading import check
from claimgraph.registry.records import Registry


@dataclasses.dataclass(frozen=True)
class Checked:
    """What was found in some files. `known`: what of the entries could be used."""

    files: tuple[Path, ...]
    known: Registry
    findings: tuple[Finding, ...]

    def passes(self, fail_on: str) -> bool:
        """Whether there is no violation, and where it is to fail on a warning, no warning."""
        return not any(one.severity == Severity.VIOLATION or fail_on == Severity.WARNING for one in self.findings)

    @property
    def counts(self) -> dict[str, int]:
        """How much there is, by what it is called in the summary."""
        entries = list(self.known.entries.values())
        severities = [one.severity for one in self.findings]
        return {
            "actors": sum(one.kind is not None for one in entries),
            "places": sum(one.kind is None for one in entries),
            "affiliations": len(self.known.roles),
            "with a source": sum(e.source is not None for e in entries)
            + sum(r.source is not None for r in self.known.roles),
            "violations": severities.count(Severity.VIOLATION),
            "warnings": severities.count(Severity.WARNING),
        }


def run(files: tuple[Path, ...], *, beside: tuple[Path, ...]) -> Checked:
    """Check the files, read after those beside, of which nothing is told.

    Raises InputError where there is no file, or one that cannot be read.
    """
    if not files:
        raise InputError("there is nothing to check: name a registry, or leave out --no-shipped-registry")
    known, findings = check(files, beside)
    return Checked(files, known, tuple(findings))


def text(checked: Checked) -> Iterator[str]:
    """A line for each finding, and one that counts."""
    for one in checked.findings:
        yield clean(f"{one.severity}: {one}")
    yield ", ".join(f"{n} {what.removesuffix('s') if n == 1 else what}" for what, n in checked.counts.items())


def as_json(checked: Checked) -> str:
    """The same as one JSON object: `files`, `findings` and `counts`."""
    told: dict[str, Any] = {
        "files": [str(path) for path in checked.files],
        "findings": [_fields(one) for one in checked.findings],
        "counts": {what.replace(" ", "_"): n for what, n in checked.counts.items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _fields(one: Finding) -> dict[str, str | int | None]:
    return {
        "severity": one.severity,
        "file": str(one.origin.path),
        "line": one.origin.line,
        "column": one.column,
        "entry": one.entry,
        "property": one.term,
        "message": one.message,
    }
