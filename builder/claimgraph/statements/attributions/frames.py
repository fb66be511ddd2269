"""Frames of verbs that attribute: where a verb's content stands, and how it opens.

A frame is a function from a verb, its row of the lexicon and the context to what it finds, or None. Where several fit
a verb, the order of `FRAMES` decides.
"""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from claimgraph.statements.attributions.candidate import Context, Found
from claimgraph.statements.attributions.clausal import around, aside, clause, inserted, quote
from claimgraph.statements.attributions.nominal import (
    addressed,
    infinitive,
    object_,
    predicate,
    prepositional,
    pronominal,
    raised,
)
from claimgraph.statements.lexicon import Row

Frame = Callable[[Token, Row, Context], Found | None]

FRAMES: tuple[Frame, ...] = (
    clause,
    around,
    inserted,
    aside,
    quote,
    addressed,
    raised,
    infinitive,
    prepositional,
    pronominal,
    predicate,
    object_,
)

WANTED = {
    "quote": "a quotation beside it",
    "clause": "a clause under it",
    "infinitive": "'to' with a verb",
    "object": "an object",
    "addressed": "someone, and what he is to do or to have done",
    "predicate": "what somebody or something is taken to be",
    "aside": "'as' before it",
}


def wanted(rows: Iterable[Row]) -> str:
    """What could be the content of a verb with these rows, in words."""
    frames = dict.fromkeys(frame for row in rows for frame in row.frames)
    marks = dict.fromkeys(f"a phrase with '{mark}'" for row in rows for mark in row.prepositions)
    wants = (*(WANTED[frame] for frame in frames), *marks)
    return f"it wants {', or '.join(wants)}" if wants else "it is switched off"
