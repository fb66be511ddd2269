"""What a text shows of its own headline, date, publisher and address. What it does not show stays None."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimgraph.articles import dateline, dates
from claimgraph.articles.boilerplate import Mark
from claimgraph.articles.lines import Line

HEADING = ("masthead", "date.published", "date.bare", "photo.dated")  # marks that may name the outlet, the surest first


@dataclass(frozen=True)
class Metadata:
    """What is known of an article beside its text."""

    title: str | None = None
    issued: str | None = None
    publisher: str | None = None
    source: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """This, and where it has nothing the other."""
        return Metadata(
            self.title or other.title,
            self.issued or other.issued,
            self.publisher or other.publisher,
            self.source or other.source,
        )


def find(lines: Sequence[Line], marks: Mapping[int, Mark]) -> Metadata:
    """The metadata that a text with these lines shows, given which of them are boilerplate."""
    own = [line for i, line in enumerate(lines) if i not in marks]
    return Metadata(
        title=_title(own),
        issued=_issued(own, marks),
        publisher=_publisher(own, marks),
        source=next((mark.told["url"] for mark in marks.values() if "url" in mark.told), None),
    )


def _title(own: Sequence[Line]) -> str | None:
    """The first line, where it looks like a headline over a text and not like the first of a text wrapped by hand."""
    if len(own) < 2 or not own[0].is_headline or dateline.opens_with_dateline(own[0].text):
        return None
    below = own[1]
    return own[0].text if below.gap or (below.is_prose and not below.text[0].islower()) else None


def _issued(own: Sequence[Line], marks: Mapping[int, Mark]) -> str | None:
    """The date of publication, else a line's that only gives a date, else a dateline's, else of the last change, else
    of the pictures.
    """
    told = {mark.rule: mark.told["issued"] for mark in reversed([*marks.values()]) if "issued" in mark.told}
    pictures = {dates.parse(mark.told["date"]) for mark in marks.values() if "date" in mark.told}
    return (
        told.get("date.published")
        or told.get("date.bare")
        or next((found for line in _openings(own) if (found := dateline.issued(line.text))), None)
        or told.get("date.updated")
        or (pictures.pop() if len(pictures) == 1 else None)
    )


def _openings(own: Sequence[Line]) -> list[Line]:
    """The paragraphs before which a dateline may stand."""
    return [line for line in own if line.is_prose][:3]


def _publisher(own: Sequence[Line], marks: Mapping[int, Mark]) -> str | None:
    for mark in marks.values():
        named = mark.told.get("publisher", "").partition("/")[0].strip()
        if mark.rule == "line.source" and named and not dateline.is_no_outlet(named):
            return named
    for line in _openings(own):
        if found := dateline.publisher(line.text):
            return found
    told = (mark.told.get("publisher") for rule in HEADING for mark in marks.values() if mark.rule == rule)
    return next((name for name in told if name and dateline.is_outlet(name)), None)
