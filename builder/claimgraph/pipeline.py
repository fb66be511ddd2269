"""The stages in order: files -> articles -> docs -> mentions -> statements -> stories -> triples -> the gate.

An article is read with the registry at hand and nothing else; what joins articles comes after. So the order in which
they are given changes nothing.
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from spacy.language import Language

from claimgraph import articles, statements, stories
from claimgraph.articles import Unreadable
from claimgraph.mentions import cast
from claimgraph.model import Article, Extraction
from claimgraph.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.validated import Report, ValidGraph

Progress = Callable[[str, int], None]  # the stage, and how many articles have passed it


@dataclass(frozen=True)
class Built:
    """What came of a build."""

    valid: "ValidGraph"
    report: "Report"  # of the articles that the gate held back
    extractions: tuple[Extraction, ...]
    unreadable: tuple[Unreadable, ...]
    seconds: dict[str, float]  # by stage


@dataclass
class _Clock:
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def at(self, stage: str) -> "Iterator[None]":
        begun = perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + perf_counter() - begun


def extract(article: Article, nlp: Language, registry: Registry) -> Extraction:
    """All that one article tells. Looks at nothing but the article and the registry."""
    doc = nlp(article.body)
    people = cast(doc, article, registry)
    told = statements.read(doc, people)
    return Extraction(
        article,
        sentences=tuple(article.span(s.start_char, s.end_char) for s in doc.sents if s.text.strip()),
        actors=people.actors(),
        places=people.places(),
        items=people.items(),
        mentions=tuple(sorted({*people.mentions(), *told.mentions})),
        affiliations=told.affiliations,
        figures=told.figures,
        events=told.events,
        claims=told.claims,
    )


def build(
    paths: Iterable[str | Path],
    *,
    nlp: Language,
    registry: Registry,
    base: str | None = None,
    limit: int = articles.LIMIT,
    progress: Progress | None = None,
) -> Built:
    """Read every article under the paths and give the graph of those that pass the gate.

    `base`: what instances' IRIs begin with. `limit`: the longest article, in characters. Nothing that a file holds
    raises: what cannot be read, and what does not conform, is told of in the result.
    """
    from claimgraph import triples, validated  # rdflib and pyshacl: not needed to extract

    clock = _Clock()
    told, unreadable = [], []
    with clock.at("read"):
        inputs = list(articles.read(paths, limit=limit))
    for one in inputs:
        if isinstance(one, Unreadable):
            unreadable.append(one)
            continue
        with clock.at("analyse"):
            told.append(extract(one, nlp, registry))
        if progress:
            progress("analyse", len(told))
    told.sort(key=lambda e: e.article.identifier)
    with clock.at("triples"):
        expressed = stories.propositions(told)
        dataset = triples.dataset(told, registry, base or triples.BASE, propositions=expressed)
    with clock.at("check"):
        valid, report = validated.gate(dataset)
    return Built(valid, report, tuple(told), tuple(unreadable), clock.seconds)
