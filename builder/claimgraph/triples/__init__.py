"""Records -> RDF. An article's statements are the named graph of the article's IRI.

What comes from a text is a plain string, since no one has looked what language it is in; what comes from the registry
keeps its language tag. There are no blank nodes, and numbers and dates stand in one spelling each, so that the same
records give the same terms.
"""

from collections import defaultdict
from collections.abc import Iterable

from rdflib import Dataset, Graph, URIRef

from claimgraph.model import Actor, Extraction, Identity, Place, Stories
from claimgraph.registry import Registry
from claimgraph.triples import actors, registered, statements, text
from claimgraph.triples.nodes import Nodes, Triple, iri
from claimgraph.triples.stories import evidence, joining
from claimgraph.vocabulary import BASE, PREFIXES

__all__ = ["BASE", "dataset", "iri"]

_ALONE = Stories()  # of articles that nothing joins


def dataset(
    extractions: Iterable[Extraction],
    registry: Registry,
    base: str = BASE,
    *,
    stories: Stories = _ALONE,
    identities: Iterable[Identity] = (),
) -> Dataset:
    """The graph: each article's in a named graph of its own, the registry's entries that they use in `<base>registry`,
    and what joins the articles in `<base>stories`.

    `stories`: what joins the articles, but for `identities`: the actors and places that are one across them, and why.
    Raises InputError where an id or the base makes no IRI, or a date is none.
    """
    articles = tuple(extractions)
    made = Dataset()
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    nodes = Nodes(base)
    outlets = text.Outlets(registry)
    preferred, shown = _preferred(articles), evidence(stories)
    for one in articles:
        triples = (
            *text.article(one, nodes, outlets, shown.get(one.article.id, ())),
            *actors.taking_part(one, nodes, registry, preferred),
            *statements.told(one, nodes),
        )
        _add(made, nodes(one.article.id), triples)
    _add(made, nodes("registry"), registered.entries(registry, nodes, _days(articles)))
    _add(made, nodes("stories"), joining(stories, identities, nodes))
    return made


def _add(made: Dataset, name: URIRef, triples: Iterable[Triple]) -> None:
    graph: Graph = made.graph(name)
    graph.addN((s, p, o, graph) for s, p, o in triples)


def _preferred(articles: Iterable[Extraction]) -> dict[str, set[str]]:
    """The labels under which some article has each actor and place: what one article prefers is no other name in
    another, or the graphs would contradict each other when they are merged.
    """
    labels: dict[str, set[str]] = defaultdict(set)
    for one in articles:
        entities: tuple[Actor | Place, ...] = (*one.actors, *one.places)
        for entity in entities:
            labels[entity.id].add(entity.label)
    return labels


def _days(articles: Iterable[Extraction]) -> dict[str, set[str]]:
    """The dates of the articles that tell of an actor, by its id."""
    days: dict[str, set[str]] = defaultdict(set)
    for one in articles:
        for actor in one.actors if one.article.issued else ():
            days[actor.id].add((one.article.issued or "")[:10])
    return days
