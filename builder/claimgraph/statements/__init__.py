"""Doc and cast -> what the article tells: claims, events, figures and affiliations, as frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from claimgraph.mentions.cast import Cast
from claimgraph.model import Affiliation, Claim, Event, Figure, Mention, Rejected
from claimgraph.statements.affiliations import affiliations
from claimgraph.statements.aims import aimed
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.claims import claims
from claimgraph.statements.events import events, triggers_of
from claimgraph.statements.figures import figures
from claimgraph.statements.lexicon import Lexicon, lexicon
from claimgraph.statements.nesting import enclosing
from claimgraph.statements.triggers import Triggers, shipped


@dataclass(frozen=True)
class Statements:
    """What one article tells, and where."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    affiliations: tuple[Affiliation, ...]
    mentions: tuple[Mention, ...]
    within: Mapping[str, str]  # a place's id -> the id of the place around it
    rejected: tuple[Rejected, ...]  # words that attribute elsewhere, but make no claim here


def read(doc: Doc, cast: Cast, words: Lexicon | None = None, triggers: Triggers | None = None) -> Statements:
    """All statements of one article. What takes part in them joins the cast.

    `words`: those that attribute; `triggers`: those that tell of events; else the shipped ones.
    """
    claimed, rejected = claims(doc, cast, words or lexicon())
    happened, told = events(doc, cast, claimed, triggers or shipped())
    claimed = aimed(claimed, doc, cast, happened, triggers_of(doc, told))
    counted, numbers = figures(doc, cast, happened, told)
    roles, evidence = affiliations(doc, cast, claimed)
    return Statements(
        claims=_describing(claimed, told),
        events=happened,
        figures=counted,
        affiliations=roles,
        mentions=(*told, *numbers, *evidence),
        within=enclosing(doc, cast),
        rejected=rejected,
    )


def _describing(claimed: tuple[Claim, ...], triggers: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """cg:describes: the events of which a mention lies in the claim's content, in the text's order."""
    index = Claimed(claimed)
    inside: dict[str, dict[str, None]] = {claim.id: {} for claim in claimed}
    for mention in triggers:
        for claim in index.holding(mention.span):
            inside[claim.id][mention.of] = None
    return tuple(replace(claim, describes=tuple(inside[claim.id])) for claim in claimed)
