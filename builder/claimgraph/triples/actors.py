"""cg:Actor, cg:Place, cg:Item, cg:Affiliation: who and what takes part."""

from collections.abc import Iterator, Mapping, Set

from rdflib import RDF, SKOS

from claimgraph.model import Actor, Affiliation, Extraction, Factuality, Place
from claimgraph.registry import Registry
from claimgraph.triples import literals
from claimgraph.triples.nodes import Nodes, Triple, types
from claimgraph.vocabulary import CG

Labels = Mapping[str, Set[str]]


def taking_part(told: Extraction, nodes: Nodes, registry: Registry, preferred: Labels) -> Iterator[Triple]:
    """The actors, places, items and affiliations of an article.

    `preferred`: the labels that some article prefers for an actor or a place, by id.
    """
    entities: tuple[Actor | Place, ...] = (*told.actors, *told.places)
    for entity in entities:
        if entity.id in registry.entries:
            yield from _registered(entity, nodes, registry)
        else:
            yield from _unregistered(entity, nodes, preferred.get(entity.id, frozenset()))
    for item in told.items:
        yield nodes(item.id), RDF.type, CG.Item
        yield nodes(item.id), SKOS.prefLabel, literals.text(item.label)
    for affiliation in told.affiliations:
        yield from _affiliation(affiliation, nodes)


def _unregistered(entity: Actor | Place, nodes: Nodes, preferred: Set[str]) -> Iterator[Triple]:
    node = nodes(entity.id)
    yield from types(node, entity.kind if isinstance(entity, Actor) else "Place")
    yield node, SKOS.prefLabel, literals.text(entity.label)
    for label in entity.alt_labels:
        if label != entity.label and label not in preferred:
            yield node, SKOS.altLabel, literals.text(label)
    if isinstance(entity, Place) and entity.part_of:
        yield node, CG.partOf, nodes(entity.part_of)


def _registered(entity: Actor | Place, nodes: Nodes, registry: Registry) -> Iterator[Triple]:
    """The registry's graph tells the rest: here stands only what the article calls it beyond that."""
    entry = registry.entries[entity.id]
    known = {label.text for label in (entry.label, *entry.alt_labels)}
    node = nodes(entity.id)
    for label in (entity.label, *entity.alt_labels):
        if label not in known:
            yield node, SKOS.altLabel, literals.text(label)


def _affiliation(affiliation: Affiliation, nodes: Nodes) -> Iterator[Triple]:
    node = nodes(affiliation.id)
    yield node, RDF.type, CG.Affiliation
    yield node, CG.member, nodes(affiliation.member)
    yield node, CG.organization, nodes(affiliation.organization)
    yield node, CG.rule, literals.text(affiliation.rule)
    yield node, CG.factuality, CG[affiliation.factuality]
    if affiliation.role:
        yield node, CG.role, literals.text(affiliation.role)
    if affiliation.place:
        yield node, CG.place, nodes(affiliation.place)
    if affiliation.factuality is Factuality.STATED:
        yield nodes(affiliation.member), CG.affiliation, node
        yield nodes(affiliation.member), CG.memberOf, nodes(affiliation.organization)
