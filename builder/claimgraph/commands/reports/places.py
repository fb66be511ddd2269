"""Where in an RDF file nodes stand, by a search of its text: no parser tells, and a second one would cost more."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimgraph.commands.reports.outcome import Place
from claimgraph.graphs import STDIN
from claimgraph.validated.report import BLANK

_PREFIX = re.compile(r"@?prefix\s+([^\s:]*):\s*<([^>\s]*)>", re.IGNORECASE)
_BASE = re.compile(r"@?base\s+<([^>\s]*)>", re.IGNORECASE)
_SUBJECT = re.compile(r"^[ \t]*(<[^>\s]*>|_:[^\s;,]+|[^\s:<\"'@]*:[^\s;,<\"]*)(?=\s|$)", re.MULTILINE)
_ABOUT = re.compile(r"(?:rdf:about\s*=|\"@id\"\s*:)\s*(\"[^\"\n]*\"|'[^'\n]*')")
_TERM = re.compile(r"(<[^>\s]*>|\"[^\"\n]*\"|'[^'\n]*'|_:[^\s;,)\]]+|[^\s:<\"'@()\[\],;]*:[^\s;,<\"()\[\]]*)")


def places(path: Path, nodes: Iterable[str]) -> dict[str, Place]:
    """The place of each node (an IRI or _:label) that is found: where it begins a line, else where it stands first.

    Standard input and zipped files are not searched, and literals are not found.
    """
    wanted = sorted({node for node in nodes if not node.startswith('"')})
    if not wanted or str(path) == STDIN or path.suffix == ".gz":
        return {}
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    bases = {found[1] for found in _BASE.finditer(text)}
    prefixes = {(found[1], found[2]) for found in _PREFIX.finditer(text)}
    forms = {form: node for node in wanted for form in _forms(node, bases, prefixes)}
    found = _first((_SUBJECT, _ABOUT), forms, text)
    missing = {form: node for form, node in forms.items() if node not in found}
    found |= _first((_TERM,), missing, text) if missing else {}
    lines = [0, *(line.end() for line in re.finditer("\n", text))] if found else []
    return {node: _place(*span, lines) for node, span in found.items()}


def _forms(node: str, bases: Iterable[str], prefixes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """How a file may write the node."""
    if node.startswith(BLANK):
        yield node
        return
    yield from (f"<{node}>", f'"{node}"', f"'{node}'", f'"{html.escape(node)}"')
    yield from (f"<{node.removeprefix(base)}>" for base in bases if base and node.startswith(base))
    yield from (f"{name}:{node.removeprefix(space)}" for name, space in prefixes if space and node.startswith(space))


def _first(patterns: Iterable[re.Pattern[str]], forms: dict[str, str], text: str) -> dict[str, tuple[int, int]]:
    """By node, from where to where the first of its forms stands that a pattern finds: one walk for all of them."""
    found: dict[str, tuple[int, int]] = {}
    for pattern in patterns:
        for match in pattern.finditer(text):
            form = match[1] if match[1] in forms else match[1].rstrip(".")  # which may end a name or a statement
            if form in forms:
                found.setdefault(forms[form], (match.start(1), match.start(1) + len(form)))
    return found


def _place(begin: int, end: int, lines: list[int]) -> Place:
    line = bisect_right(lines, begin)
    return Place(line, begin - lines[line - 1] + 1, end - lines[line - 1] + 1)
