"""The records of what joins articles: what is the same, what backs or contradicts what, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimgraph.model.records import Span


class Relation(StrEnum):
    """What joins two things, by the name of the property."""

    SAME_EVENT = "sameEvent"  # two events
    EXPRESSES = "expresses"  # two claims with one proposition
    VARIANT = "variantOf"  # two propositions: the same of another time or place
    SAME_ACT = "sameAct"  # two claims that report one act of speaking
    SUPPORTS = "supports"  # a claim, a claim
    DISPUTES = "disputes"  # a claim, a claim
    CONFLICTS = "conflictsWith"  # two figures
    DERIVED = "wasDerivedFrom"  # an article, the article from which it took a passage
    QUOTED = "wasQuotedFrom"  # a claim, the claim in another article from which its words were taken
    LINEAGE = "lineage"  # two claims that go back to one telling


@dataclass(frozen=True, order=True, slots=True)
class Join:
    """Why two things are joined. Where the relation has a direction, it leads from `one` to `other`.

    `rule`: the id of the rule; `features`: what speaks for it, each `name: value`; `score`: from 0 to 1, at most four
    decimals; `evidence`: the spans to look at, each with its article's id, where `one` and `other` do not show it.
    """

    relation: Relation
    one: str  # an id
    other: str
    rule: str
    score: float
    features: tuple[str, ...] = ()
    evidence: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True)
class Stories:
    """What joins articles, by ids. Of what is joined with nothing, only the propositions of claims are in it."""

    propositions: Mapping[str, str] = field(default_factory=dict)  # claim -> what it expresses
    negated: frozenset[str] = frozenset()  # the claims that deny what they express
    events: Mapping[str, str] = field(default_factory=dict)  # event -> the node that it shares
    acts: Mapping[str, str] = field(default_factory=dict)  # claim -> the act of speaking that others report too
    lineages: Mapping[str, str] = field(default_factory=dict)  # claim -> the telling that it goes back to
    joins: tuple[Join, ...] = ()  # in order; those of pairs (supports, disputes, conflicts, …) are told by these alone
