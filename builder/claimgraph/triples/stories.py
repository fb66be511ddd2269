"""What joins articles: propositions, shared events, acts of speaking, lineages, stances, conflicts, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from decimal import Decimal
from hashlib import sha256

from rdflib import PROV, URIRef

from claimgraph.model import Identity, Join, Relation, Span, Stories
from claimgraph.triples import literals
from claimgraph.triples.nodes import Nodes, Triple, types
from claimgraph.vocabulary import CG

_PAIRS = {
    Relation.VARIANT,
    Relation.SUPPORTS,
    Relation.DISPUTES,
    Relation.CONFLICTS,
    Relation.DERIVED,
    Relation.QUOTED,
}
_SYMMETRIC = {Relation.VARIANT, Relation.CONFLICTS}
_OF_PROV = {Relation.DERIVED, Relation.QUOTED}


def joining(stories: Stories, identities: Iterable[Identity], nodes: Nodes) -> Iterator[Triple]:
    """All that joins articles. `identities`: the actors and places that are one across them, and why."""
    yield from _expressed(stories, nodes)
    for members, link, kind in (
        (stories.events, CG.sameEvent, "SharedEvent"),
        (stories.acts, CG.sameAct, "ActOfSpeaking"),
        (stories.lineages, CG.lineage, "Lineage"),
    ):
        yield from _shared(members, link, kind, nodes)
    for join in stories.joins:
        yield from _join(join, nodes)
    for identity in identities:
        for ground in identity.grounds:
            yield nodes(identity.id), CG.identifiedBy, literals.text(ground)


def evidence(stories: Stories) -> Mapping[str, Set[Span]]:
    """The spans that joins point to, by the article's id."""
    found: dict[str, set[Span]] = defaultdict(set)
    for join in stories.joins:
        for article, span in join.evidence:
            found[article].add(span)
    return found


def _expressed(stories: Stories, nodes: Nodes) -> Iterator[Triple]:
    yield from _shared(stories.propositions, CG.expresses, "Proposition", nodes)
    for claim in stories.propositions:
        yield nodes(claim), CG.polarity, CG.Negated if claim in stories.negated else CG.Affirmed


def _shared(members: Mapping[str, str], link: URIRef, kind: str, nodes: Nodes) -> Iterator[Triple]:
    for member, shared in members.items():
        yield from types(nodes(shared), kind)
        yield nodes(member), link, nodes(shared)


def _join(join: Join, nodes: Nodes) -> Iterator[Triple]:
    relation = (PROV if join.relation in _OF_PROV else CG)[join.relation]
    one, other = nodes(join.one), nodes(join.other)
    node = nodes(_id(join))
    yield from types(node, "Join")
    yield node, CG.relation, relation
    yield node, CG.joins, one
    yield node, CG.joins, other
    yield node, CG.rule, literals.text(join.rule)
    yield node, CG.score, literals.decimal(Decimal(str(join.score)))
    yield from ((node, CG.feature, literals.text(feature)) for feature in join.features)
    yield from ((node, CG.evidence, nodes.span(article, span)) for article, span in join.evidence)
    if join.relation in _PAIRS:
        yield one, relation, other
    if join.relation in _SYMMETRIC:
        yield other, relation, one


def _id(join: Join) -> str:
    identity = "|".join((join.relation, join.one, join.other))
    return f"join/{sha256(identity.encode()).hexdigest()[:12]}"
