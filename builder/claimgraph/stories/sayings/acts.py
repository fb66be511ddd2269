"""cg:sameAct: which claims of several articles report one act of speaking.

The same claimant said the same: in the same words, to the same outlet, by a vote that is one event, or, as two articles
of about one day tell it, to nobody in particular. What someone told one outlet and then another are two acts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimgraph.model import Join, Relation
from claimgraph.stories.corpus.nearby import within
from claimgraph.stories.sayings.claims import Said

STORY = 31  # days between two articles that may quote one saying
DAYS = 1  # between two articles that tell of what was said on one day
WORDS, EVENT, ADDRESSEE, DAY = "act.words", "act.event", "act.addressee", "act.day"
SCORES = {WORDS: 0.95, EVENT: 0.9, ADDRESSEE: 0.9, DAY: 0.7}


def acts(said: Mapping[str, Said], expressed: Mapping[str, str], events: Mapping[str, str]) -> Iterator[Join]:
    """The pairs of claims that report one act. `events`: the node that each event shares with others."""
    by: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for claim, proposition in sorted(expressed.items()):
        who = said[claim].claimant
        if who is not None and who.named:
            by[proposition, who.whole].append(said[claim])
    for several in by.values():
        for one, other in within(several, lambda c: (c.day or 0, c.id)):
            rule = _rule(one, other, events) if one.article != other.article else None
            if rule is not None and one.negated == other.negated:
                yield Join(Relation.SAME_ACT, one.id, other.id, rule, SCORES[rule], (f"claimant: {_name(one)}",))


def _rule(one: Said, other: Said, events: Mapping[str, str]) -> str | None:
    if one.by and other.by:
        return EVENT if events.get(one.by, one.by) == events.get(other.by, other.by) else None
    if one.addressees and other.addressees and one.addressees.isdisjoint(other.addressees):
        return None
    if one.direct and other.direct and one.words == other.words:
        return WORDS if _within(one, other, STORY) else None
    if one.addressees & other.addressees:
        return ADDRESSEE
    near = None not in (one.day, other.day) and _within(one, other, DAYS)
    return DAY if near and not one.addressees | other.addressees and one.act == other.act else None


def _within(one: Said, other: Said, days: int) -> bool:
    """Whether two articles are so many days apart at most, as far as is known."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= days


def _name(one: Said) -> str:
    return one.claimant.own if one.claimant else ""


def together(some: Sequence[Said], others: Sequence[Said]) -> bool:
    """Whether two groups of claims can report one act."""
    return True
