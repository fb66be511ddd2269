"""The frozen records in which the stages meet.

Offsets are 0-based Unicode code points into the article's text, end exclusive. An `id` is the tail of an instance's
IRI, to be put behind the base: `actor/us`, `article/0f3a…/claim/10-14`. Names of kinds, classes and values are those of
the ontology, without its namespace. `Extraction.to_json` and `Extraction.from_json` turn records into JSON and back.
"""

from claimgraph.model.joins import Join, Relation, Stories
from claimgraph.model.making import Making, Software, Source, Use
from claimgraph.model.records import (
    Actor,
    Affiliation,
    Article,
    Claim,
    Event,
    Extraction,
    Figure,
    Identity,
    Item,
    Mention,
    Place,
    Rejected,
    Span,
)
from claimgraph.model.values import Factuality, Kind, Measure, Quotation, SpeechAct

__all__ = [
    "Actor",
    "Affiliation",
    "Article",
    "Claim",
    "Event",
    "Extraction",
    "Factuality",
    "Figure",
    "Identity",
    "Item",
    "Join",
    "Kind",
    "Making",
    "Measure",
    "Mention",
    "Place",
    "Quotation",
    "Rejected",
    "Relation",
    "Software",
    "Source",
    "Span",
    "SpeechAct",
    "Stories",
    "Use",
]
