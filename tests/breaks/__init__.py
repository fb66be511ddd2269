"""For each shape SPARQL updates that break the good graph in the way that the shape is there to catch.

`python -m tests.breaks` breaks it in each of these ways, one at a time, and says whether the shape caught it.
"""

from claimgraph.validated import check

from . import actors, claims, description, events, factuality, stories, terms, times
from . import text as spans
from .description import DESCRIBED
from .good import (
    ARTICLE,
    CLERK,
    DARWISH,
    GOOD,
    JOIN,
    KILLED,
    NAME,
    PORT,
    PREFIXES,
    PROPOSITION,
    SECOND,
    STRIKE,
    TOLD,
    VESLAND,
    add,
    broken,
    drop,
    swap,
    text,
    whole,
)
from .harmless import HARMLESS

__all__ = [
    "ARTICLE",
    "BREAKS",
    "CLERK",
    "DARWISH",
    "DESCRIBED",
    "GOOD",
    "HARMLESS",
    "JOIN",
    "KILLED",
    "NAME",
    "PORT",
    "PREFIXES",
    "PROPOSITION",
    "SECOND",
    "STRIKE",
    "TOLD",
    "VESLAND",
    "add",
    "broken",
    "caught",
    "drop",
    "swap",
    "text",
    "whole",
]

SHAPES = "https://w3id.org/claimgraph/shapes#"
BREAKS: dict[str, list[str]] = {
    shape: updates
    for part in (spans, actors, times, events, factuality, claims, stories, terms, description)
    for shape, updates in part.BREAKS.items()
}


def caught(shape: str, update: str) -> bool:
    """Whether the shape finds something in the good graph after the update."""
    return any(v.shape == SHAPES + shape for v in check(broken(update)).violations)
