"""A report as GitHub's workflow commands, which annotate the lines of a pull request:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from claimgraph.commands.reports.outcome import Checked, Found, Outcome
from claimgraph.commands.terminal import clean
from claimgraph.graphs import STDIN
from claimgraph.validated import Severity
from claimgraph.validated.report import counted, number

_SHOWN = 10  # annotations of each kind that GitHub shows of a step; the log holds all
_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(outcome: Outcome) -> str:
    """A command for each finding that is new, what fails first, since only the first are shown; then a summary."""
    return "\n".join([*_commands(outcome), _summary(outcome)])


def _commands(outcome: Outcome) -> Iterator[str]:
    for file in outcome.files:
        if file.unreadable is not None:
            yield _command("error", file, "cannot be read", file.unreadable)
        if file.contradiction:
            yield _command("error", file, "OWL: inconsistent", file.contradiction)
    new = [(file, one) for file, one in outcome.found if not one.known]
    for file, one in sorted(new, key=lambda pair: not pair[1].fails):
        yield _finding(file, one)


def _finding(file: Checked, one: Found) -> str:
    told = one.violation
    return _command(_COMMANDS[told.severity], file, told.name, told.render(), one)


def _command(kind: str, file: Checked, title: str, message: str, one: Found | None = None) -> str:
    properties = {} if file.name == STDIN else {"file": file.name}
    if one and one.place:
        place = one.place
        properties |= {"line": str(place.line), "col": str(place.column), "endColumn": str(place.end)}
    properties["title"] = title
    said = ",".join(f"{name}={_escaped(clean(value), _PROPERTY)}" for name, value in properties.items())
    lines = "\n".join(map(clean, message.splitlines()))
    return f"::{kind} {said}::{_escaped(lines, _DATA)}"


def _summary(outcome: Outcome) -> str:
    """In numbers only: text from a graph could be a command."""
    new = counted(one.violation for _, one in outcome.found if not one.known)
    known = sum(one.known for _, one in outcome.found)
    told = [number(n, severity.lower()) for severity, n in new.items() if n] + ([f"{known} known"] if known else [])
    unread = sum(file.unreadable is not None for file in outcome.files)
    told += [f"{number(unread, 'file')} not read"] if unread else []
    more = f"; GitHub shows the first {_SHOWN} of each kind as annotations" if max(new.values()) > _SHOWN else ""
    return f"claimgraph validate: {number(len(outcome.files), 'file')}: {', '.join(told) or 'nothing found'}{more}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(c, c) for c in text)
