"""What joins articles in a graph: by which properties, and what cannot stay where some of it is taken away.

A node that several share, a pair that stands in both directions, a join with its two ends: each is told in several
triples, which stand or fall together.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from rdflib import PROV

from claimgraph.vocabulary import CG

Said = tuple[str, str, str]  # the IRIs of subject, property and object; "" for a literal
T = TypeVar("T")

# How many it takes at least to share a node, by the property that leads there.
SHARING = {str(CG.sameEvent): 2, str(CG.sameAct): 2, str(CG.lineage): 1, str(CG.expresses): 1}
# Between two nodes that may be of different articles.
PAIRING = frozenset(
    map(str, (CG.supports, CG.disputes, CG.conflictsWith, CG.variantOf, PROV.wasDerivedFrom, PROV.wasQuotedFrom))
)
NODES = frozenset(map(str, (CG.SharedEvent, CG.ActOfSpeaking, CG.Lineage, CG.Join)))  # that are no article's
_JOINS, _RELATION = str(CG.joins), str(CG.relation)


def left(told: Mapping[T, Said], out: Collection[T], beside: Iterable[Said] = ()) -> set[T]:
    """Of triples that join articles, those that stay where some are taken out.

    With these go nodes that are no longer shared, joins that lost an end or whose relation is told no more, and all
    that leads to either. What is wrong from the beginning stays. `beside`: triples that count too, and stay anyway.
    """
    staying = {key: said for key, said in told.items() if key not in out}
    lost = {told[key] for key in out}
    firm = tuple(beside)
    while lost:
        hollow = _hollow(lost, (*staying.values(), *firm))
        going = [key for key, (s, _, o) in staying.items() if s in hollow or o in hollow]
        lost = {staying.pop(key) for key in going}
    return set(staying)


def _hollow(lost: Collection[Said], there: Collection[Said]) -> set[str]:
    """The nodes that lost what they need."""
    members = Counter((p, o) for _, p, o in there if p in SHARING)
    found = {o for _, p, o in lost if p in SHARING and members[p, o] < SHARING[p]}
    return found | {s for s, p, _ in lost if p == _JOINS} | _untold(lost, there)


def _untold(lost: Collection[Said], there: Collection[Said]) -> set[str]:
    """The joins whose relation was told by what is lost, and is told no more."""
    ends: dict[str, set[str]] = defaultdict(set)
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for s, p, o in there:
        if p == _JOINS:
            ends[s].add(o)
        elif p in SHARING or p in PAIRING:
            targets[s, p].add(o)
    touched = {(s, p) for s, p, _ in lost}
    return {
        s
        for s, p, o in there
        if p == _RELATION and any((end, o) in touched for end in ends[s]) and not _tells(o, ends[s], targets)
    }


def _tells(relation: str, ends: Collection[str], targets: Mapping[tuple[str, str], set[str]]) -> bool:
    led_to = [targets.get((end, relation), set()) for end in ends]
    if relation in SHARING:
        return bool(set.intersection(*led_to))
    return any(not found.isdisjoint(ends) for found in led_to)
