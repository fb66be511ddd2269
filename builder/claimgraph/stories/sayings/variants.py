"""cg:variantOf: propositions that say the same of another time or place."""

from claimgraph.model import Join, Relation
from claimgraph.stories.happenings.accounts import Account
from claimgraph.stories.happenings.comparing import evidence
from claimgraph.stories.sayings.claims import Said
from claimgraph.stories.settings import Settings

RULE = "proposition.variant"


def key(claim: Said, event: Account | None) -> str | None:
    """What claims have in common that may say the same of another time or place: mode, sort of event, agents, patients.

    `event`: the one that the claim tells of first. None where too little is told.
    """
    if event is None or claim.outer or not event.agents or not event.patients:
        return None
    sides = (",".join(sorted({who.whole for who in several})) for several in (event.agents, event.patients))
    return "|".join((claim.mode, event.family, *sides))


def day(event: Account) -> int:
    """When it was, for their order."""
    return event.when.first or event.day or 0


def compare(proposition: str, event: Account, other: str, other_event: Account, settings: Settings) -> Join | None:
    """Why two propositions, each with the event of its first claim, are variants of one another."""
    if event.article == other_event.article:
        return None
    if evidence(event, other_event, settings) is not None and not event.apart(other_event, settings):
        return None
    first, second = sorted((proposition, other))
    return Join(Relation.VARIANT, first, second, RULE, 0.8, ("time or place: different",))
