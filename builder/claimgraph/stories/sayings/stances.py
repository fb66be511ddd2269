"""cg:disputes across articles: who denies what others claim."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from claimgraph.model import Join, Relation
from claimgraph.stories.corpus.nearby import across
from claimgraph.stories.sayings.claims import Said

DENIED = "stance.denied"


def stances(said: Mapping[str, Said], expressed: Mapping[str, str], negated: Collection[str]) -> Iterator[Join]:
    """Each denial with the claims of other articles, by others, that say what it denies."""
    by: dict[str, list[str]] = defaultdict(list)
    for claim, proposition in sorted(expressed.items()):
        by[proposition].append(claim)
    for claims in by.values():
        against = [c for c in claims if c in negated]
        affirming = [c for c in claims if c not in negated]
        for one, other in across(against, affirming, lambda c: (said[c].day or 0, c)):
            if _others(said[one], said[other]):
                yield Join(Relation.DISPUTES, one, other, DENIED, 0.9, ("polarity: opposite",))


def _others(one: Said, other: Said) -> bool:
    if other.id == one.target:
        return False  # its article tells so
    return one.claimant is None or other.claimant is None or one.claimant.own != other.claimant.own
