"""The articles' texts beside a graph that was built of them: `claimgraph validate --texts`.

An article's IRI ends in the SHA-256 of its identifier and text, so it tells which text is its own.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import DCTERMS, RDF, Dataset
from rdflib.term import Node

from claimgraph import articles
from claimgraph.articles import Unreadable
from claimgraph.commands.terminal import clean
from claimgraph.errors import InputError
from claimgraph.model import Article
from claimgraph.validated.terms import graphs
from claimgraph.vocabulary import CG

NAMED = 5  # articles that a line names


class Texts:
    """The articles of files and folders, and which of them the graphs have."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Read the articles, as `build` does. Raises InputError where one cannot be read."""
        self._articles: dict[str, Article] = {}
        self._found: set[str] = set()  # the ends of IRIs
        self._other: set[str] = set()  # identifiers of which a graph has another text
        for one in articles.read(paths):
            if isinstance(one, Article):
                self._articles[one.id] = one
            elif not one.passed_over:
                raise InputError(_line(one))

    def of(self, graph: Dataset) -> dict[str, str]:
        """The texts of a graph's articles, by IRI."""
        matched = {str(node): end for node, end in _ends(graph) if end in self._articles}
        self._found.update(matched.values())
        return {iri: self._articles[end].text for iri, end in matched.items()}

    def missing(self, path: Path, graph: Dataset) -> Iterator[str]:
        """In a line, the articles of a graph whose texts are not given."""
        nodes = [node for node, end in _ends(graph) if end not in self._articles]
        if not nodes:
            return
        names = sorted(
            str(next(graph.quads((node, DCTERMS.identifier, None, None)), (None, None, node))[2]) for node in nodes
        )
        self._other.update(names)
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        told = f"{', '.join(names[:NAMED])}{more}"
        yield clean(f"{path}: no text is given of {told}: the spans there are not checked against the text")

    def unused(self) -> Iterator[str]:
        """A line for each text that is no article's of any graph, and why."""
        for end in sorted(self._articles.keys() - self._found, key=lambda end: self._articles[end].identifier):
            name = self._articles[end].identifier
            why = "the graph was built of another text of that name" if name in self._other else "no graph has it"
            yield clean(f"{name}: this text is no article's: {why}; give files and folders as `build` was given them")


def _ends(graph: Dataset) -> Iterator[tuple[Node, str]]:
    """The articles of a graph with the ends of their IRIs, which are the ids of articles."""
    nodes = {node for _, part in graphs(graph) for node in part.subjects(RDF.type, CG.Article)}
    for node in sorted(nodes, key=str):
        before, slash, end = str(node).rpartition("article/")
        yield node, slash + end if before.endswith("/") else str(node)


def _line(one: Unreadable) -> str:
    return f"{one.where}: {one.reason}"
