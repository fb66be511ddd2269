"""What two graphs tell differently of how they were made; where one has no description, there is nothing to compare."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import DCTERMS, PROV, VOID

from claimgraph.comparing.indexed import Indexed
from claimgraph.vocabulary import SCHEMA


@dataclass(frozen=True)
class Made:
    """Something that a graph was made by, from or at, and which one: versions, SHA-256, IRIs, times."""

    what: str  # "software", "registry", "cues", "triggers", "ontology", "shapes", "vocabulary", "time", "base"
    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def made(old: Indexed, new: Indexed) -> Iterator[Made]:
    """What differs, by what it is and its name."""
    before, after = _told(old), _told(new)
    if before and after:
        for what, name in sorted(before.keys() | after.keys()):
            one, other = (tuple(sorted(side.get((what, name), ()))) for side in (before, after))
            if one != other:
                yield Made(what, name, one, other)
    if old.base and new.base and old.base != new.base:
        yield Made("base", "", (old.base,), (new.base,))


def _told(graph: Indexed) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for dataset in graph.instances(str(VOID.Dataset)):
        for build in graph.nodes(dataset, str(PROV.wasGeneratedBy)):
            for what, predicate in (("vocabulary", DCTERMS.conformsTo), ("time", DCTERMS.issued)):
                if value := graph.text(dataset, str(predicate)):
                    found[what, ""].add(value)
            for agent in graph.nodes(build, str(PROV.wasAssociatedWith)):
                _add(found, graph, "software", agent)
            for used in graph.nodes(build, str(PROV.used)):
                if use := graph.text(used, str(SCHEMA.additionalType)):
                    _add(found, graph, use, used)
    return dict(found)


def _add(found: dict[tuple[str, str], set[str]], graph: Indexed, what: str, node: str) -> None:
    name = graph.text(node, str(DCTERMS.title)) or node
    found[what, name].add(graph.text(node, str(SCHEMA.softwareVersion)) or graph.text(node, str(SCHEMA.sha256)) or node)
