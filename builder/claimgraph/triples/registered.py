"""The registry's entries that a graph uses, with the bodies and places that they point to."""

from collections.abc import Iterable, Iterator, Mapping, Set

from rdflib import DCTERMS, RDF, SKOS

from claimgraph.registry import Entry, Registry, Role
from claimgraph.triples import literals
from claimgraph.triples.nodes import Nodes, Triple, address, iri, types
from claimgraph.vocabulary import CG


def entries(registry: Registry, nodes: Nodes, days: Mapping[str, Set[str]]) -> Iterator[Triple]:
    """The entries whose nodes were asked for so far, and the affiliations that those had who are told of.

    `days`: actor -> the dates (ISO 8601) of the articles that tell of it: a role that ended before or began later, or
    of which nobody knows when it was held, is left out. One that was asked for is the ground on which a text's "prime
    minister" is taken for somebody.
    """
    roles = [role for role in registry.roles if role.id in nodes.asked or _held(role, days.get(role.member, ()))]
    in_roles = {end for role in roles for end in (role.member, role.organization)}
    used = _with_those_above((nodes.asked & registry.entries.keys()) | in_roles, registry)
    for id_ in sorted(used):
        yield from _entry(registry.entries[id_], nodes)
    for role in roles:
        yield from _role(role, nodes)


def _held(role: Role, days: Iterable[str]) -> bool:
    return any(role.holds(day) for day in days)


def _with_those_above(ids: Iterable[str], registry: Registry) -> set[str]:
    used: set[str] = set()
    waiting = list(ids)
    while waiting:
        id_ = waiting.pop()
        if id_ not in used and id_ in registry.entries:
            used.add(id_)
            entry = registry.entries[id_]
            waiting += [other for other in (entry.part_of, entry.territory) if other]
    return used


def _entry(entry: Entry, nodes: Nodes) -> Iterator[Triple]:
    node = nodes(entry.id)
    yield from types(node, entry.kind or "Place")
    yield node, SKOS.inScheme, nodes("registry")
    yield node, SKOS.prefLabel, literals.named(entry.label.text, entry.label.language)
    for label in entry.alt_labels:
        yield node, SKOS.altLabel, literals.named(label.text, label.language)
    for name in entry.metonyms:
        yield node, CG.metonym, literals.text(name)
    for name in entry.demonyms:
        yield node, CG.demonym, literals.text(name)
    if entry.part_of:
        yield node, CG.partOf, nodes(entry.part_of)
    if entry.territory:
        yield node, CG.territory, nodes(entry.territory)
    for match in entry.matches:
        yield node, SKOS.exactMatch, iri(match)
    if entry.source:
        yield node, DCTERMS.source, address(entry.source)


def _role(role: Role, nodes: Nodes) -> Iterator[Triple]:
    node = nodes(role.id)
    yield node, RDF.type, CG.Affiliation
    yield node, SKOS.inScheme, nodes("registry")
    yield node, CG.member, nodes(role.member)
    yield node, CG.organization, nodes(role.organization)
    if role.role:
        yield node, CG.role, literals.text(role.role)
    if role.since:
        yield node, CG.since, literals.day(role.since)
    if role.until:
        yield node, CG.until, literals.day(role.until)
    if role.source:
        yield node, DCTERMS.source, address(role.source)
