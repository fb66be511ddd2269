"""What joins articles: small functions over the records of many."""

from collections.abc import Iterable

from claimgraph.model import Extraction, Identity
from claimgraph.registry import Registry
from claimgraph.stories.actors.around import straightened
from claimgraph.stories.actors.identities import identities
from claimgraph.stories.actors.renamed import renamed
from claimgraph.stories.joining import join

__all__ = ["identify", "join"]


def identify(
    extractions: Iterable[Extraction], registry: Registry
) -> tuple[tuple[Extraction, ...], tuple[Identity, ...]]:
    """The extractions with one id for an actor or a place that several tell of, and what is so joined, by id.

    Where they then contradict one another on which place lies in which, they tell neither.
    """
    told = tuple(extractions)
    found = identities(told, registry)
    own: dict[str, dict[str, Identity]] = {one.article.id: {} for one in told}
    for (article, old), identity in found.items():
        own[article][old] = identity
    joined = sorted({i.id: i for i in found.values() if i.grounds}.items())
    named = (renamed(one, own[one.article.id]) for one in told)
    return straightened(named, registry), tuple(i for _, i in joined)
