"""Which lines of a page are not the article.

A line is judged by the rules of `boilerplate.toml` and by where it stands: at the head, before the first paragraph of
sentences; at the tail, after the last; or in between. The first rule that fits counts. What follows a rule's line at
the tail is swept away with it, for nothing there is a sentence. Footnotes stay.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from claimgraph.articles.dateline import date_line, masthead
from claimgraph.articles.lines import Line

Place = Literal["head", "body", "tail"]
Where = Literal["any", "head", "tail", "edge"]
PLACES: Mapping[Where, tuple[Place, ...]] = {
    "any": ("head", "body", "tail"),
    "head": ("head",),
    "tail": ("tail",),
    "edge": ("head", "tail"),
}
LONGEST = 1000  # characters: a longer line is an article's


@dataclass(frozen=True)
class Rule:
    """One entry of the rules' file."""

    id: str
    pattern: str
    where: Where
    case: bool = False
    opens: bool = False
    headed: bool = False
    teased: bool = False

    def __post_init__(self) -> None:
        """Check the place; raises ValueError."""
        if self.where not in PLACES:
            raise ValueError(f"boilerplate.toml, rule {self.id}: where = {self.where!r} is none of {', '.join(PLACES)}")

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern, re.VERBOSE | (0 if self.case else re.IGNORECASE))

    def takes(self, text: str) -> re.Match[str] | None:
        """Whether a line is such a one, as it stands or, since buttons in a row stand far apart, evenly spaced."""
        return self.regex.fullmatch(text) or self.regex.fullmatch(" ".join(text.split()))


@dataclass(frozen=True)
class Mark:
    """Why a line is boilerplate: the rule's id, and what the line tells of the article itself."""

    rule: str
    told: Mapping[str, str] = field(default_factory=dict)


PLAIN = Rule("plain", "", "any")  # for lines that no rule of the file marked


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in their order; raises TypeError on an unknown or missing key."""
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return tuple(Rule(**table) for table in tomllib.load(file)["rule"])


def mark(lines: Sequence[Line]) -> dict[int, Mark]:
    """The lines that are boilerplate, by index, in order."""
    fits = [_fitting(line.text) for line in lines]
    dated = _dated(lines)
    prose = [i for i, line in enumerate(lines) if line.is_prose and not fits[i] and i not in dated]
    first = next((i for i in prose if len(lines[i].text) >= 80), prose[0] if prose else len(lines))
    last = prose[-1] if prose else -1
    marks: dict[int, Mark] = {}
    for i, (line, found) in enumerate(zip(lines, fits, strict=True)):
        place: Place = "head" if i < first else "tail" if i > last else "body"
        if i in dated and (place != "body" or dated[i].rule != "date.bare"):
            marks[i] = dated[i]
            continue
        if place == "head" and (name := masthead(line.text)):
            marks[i] = Mark("masthead", {"publisher": name})
            continue
        for rule, told in found:
            if place in PLACES[rule.where] or (not prose and rule.where != "any"):
                marks[i] = Mark(rule.id, told)
                break
    _spread(lines, marks, last, first)
    return dict(sorted(marks.items()))


@cache
def _by_id() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in rules()}


def _fitting(text: str) -> list[tuple[Rule, Mapping[str, str]]]:
    if len(text) > LONGEST:
        return []
    found = ((rule, rule.takes(text)) for rule in rules())
    return [(rule, {k: v for k, v in match.groupdict().items() if v}) for rule, match in found if match]


def _dated(lines: Sequence[Line]) -> dict[int, Mark]:
    """The lines that say when the page appeared. Several bare dates that differ are a chronology's headings."""
    found = {i: told for i, line in enumerate(lines) if (told := date_line(line.text))}
    chronology = len({issued for issued, kind in found.values() if kind == "bare"}) > 2
    outlets = {i: {"publisher": name} for i in found if (name := masthead(lines[i].text))}
    return {
        i: Mark(f"date.{kind}", {"issued": issued, **outlets.get(i, {})})
        for i, (issued, kind) in found.items()
        if not (chronology and kind == "bare")
    }


def _spread(lines: Sequence[Line], marks: dict[int, Mark], last: int, first: int) -> None:
    """What belongs to a marked line: the block that it heads, the heading over it, all that is left at the tail."""
    for i in list(marks):
        rule = _by_id().get(marks[i].rule, PLAIN)
        if rule.opens and i > first and lines[i].begin - lines[0].begin >= (lines[-1].end - lines[0].begin) / 2:
            _mark_all(marks, range(i, len(lines)), rule.id)
        elif first < i < last and (rule.opens or rule.teased):
            _mark_all(marks, _headings(lines, i + 1, last, rule), rule.id)
    end = min((i for i in marks if i > last >= 0), default=len(lines))
    _mark_all(marks, range(end, len(lines)), "tail")
    if (
        end < len(lines)
        and end - 1 > last
        and _by_id().get(marks[end].rule, PLAIN).headed
        and len(lines[end - 1].text) <= 40
    ):
        marks[end - 1] = Mark(marks[end].rule)


def _headings(lines: Sequence[Line], begin: int, end: int, rule: Rule) -> range:
    """The headings below a block's heading, or the single one right below a teaser's picture."""
    stop = begin
    while stop < end and not lines[stop].is_prose and (rule.opens or (stop == begin and not lines[stop].gap)):
        stop += 1
    return range(begin, stop)


def _mark_all(marks: dict[int, Mark], which: range, rule: str) -> None:
    for i in which:
        marks.setdefault(i, Mark(rule))
