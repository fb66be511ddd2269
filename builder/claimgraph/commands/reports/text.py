"""A report for people: a line or two for each finding that is new, and one that counts."""

from collections.abc import Iterator

from claimgraph.commands.reports.outcome import Checked, Outcome
from claimgraph.commands.terminal import clean


def render(outcome: Outcome) -> str:
    """The findings line by line, each file's under its name. What cannot be read is told of on stderr alone."""
    return "\n".join(line for file in outcome.files if file.unreadable is None for line in _lines(file))


def _lines(file: Checked) -> Iterator[str]:
    yield clean(f"{file.path}:")
    for one in file.found:
        if not one.known:
            yield from (f"  {clean(line)}" for line in one.violation.render().splitlines())
    yield f"  {clean(file.verdict())}"
    if file.reasoned:
        verdict = "consistent" if file.reasoned.consistent else "inconsistent"
        yield clean(f"  OWL: {verdict}" + (f": {file.contradiction}" if file.contradiction else ""))
