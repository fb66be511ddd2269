"""The stage in order: what each article tells, in small records -> pairs -> groups -> `Stories`."""

from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from claimgraph.model import Extraction, Relation, Stories
from claimgraph.registry import Registry
from claimgraph.stories.copies.grouping import Copies
from claimgraph.stories.corpus.memory import Memory
from claimgraph.stories.corpus.shelf import Drawer, Row
from claimgraph.stories.corpus.traces import Tracer, key, packed
from claimgraph.stories.happenings.grouping import Happenings
from claimgraph.stories.numbers import conflicts as figures
from claimgraph.stories.sayings.grouping import Sayings
from claimgraph.stories.settings import Settings

if TYPE_CHECKING:
    from claimgraph.stories.numbers.counts import Count

USUAL = Settings()
ORDER = attrgetter("relation", "one", "other", "rule", "score", "features", "evidence")


def join(
    extractions: Iterable[Extraction],
    registry: Registry,
    settings: Settings = USUAL,
    memory: Memory | None = None,
) -> Stories:
    """What joins the articles. `memory`: what is known of some from before; it changes nothing but the time."""
    known, tracer = memory or Memory(), Tracer(registry, settings)
    told = {one.article.id: one for one in extractions}
    return joined([_row(one, known, tracer) for _, one in sorted(told.items())], settings, known)


def joined(rows: list[Row], settings: Settings, memory: Memory) -> Stories:
    """What joins the articles of which these are the records, each article's once."""
    happenings = Happenings(rows, settings, memory)
    taken = Copies(rows, settings.passages, memory).taken()
    sayings = Sayings(rows, happenings, taken, settings, memory)
    events, joins = happenings.nodes, happenings.joins
    joins += sayings.joins
    joins += (join for join in taken if join.relation is not Relation.LINEAGE)  # of articles: it has served its end
    found = (sayings.expressed, frozenset(sayings.negated), events, sayings.acts, sayings.lineages)
    del happenings, sayings, taken  # of many articles they hold as much as is found
    counts: Drawer[Count] = Drawer(rows, "counts")
    joins += figures.conflicts(counts.each(), events, settings.figures)
    return Stories(*found, tuple(sorted(joins, key=ORDER)))


def _row(told: Extraction, memory: Memory, tracer: Tracer) -> Row:
    own = key(told)
    return memory.row(own) or memory.numbered(own, packed(tracer.traces(told)))
