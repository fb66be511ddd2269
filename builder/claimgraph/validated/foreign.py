"""Anybody's shapes: read from files, known to be well-formed SHACL before they are applied, and nothing fetched."""

import logging
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyshacl
from pyshacl.errors import ShapeRecursionWarning, ValidationFailure
from rdflib import OWL, RDF, RDFS, SH, Graph
from rdflib.query import Result
from rdflib.term import Node

from claimgraph import graphs
from claimgraph.errors import InputError
from claimgraph.validated import terms
from claimgraph.validated.blanks import labelled
from claimgraph.validated.data import DataGraph, Triple
from claimgraph.validated.parts import merged, union
from claimgraph.validated.report import short

_TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
_SKIP = r"(?:\s|#[^\n]*\n)*"
_SERVICE = re.compile(rf"\bSERVICE\b{_SKIP}(?:SILENT\b{_SKIP})?(?:[<?$]|[\w.-]*:)", re.IGNORECASE)
_MESSAGE, _FOCUS = re.compile(r"^\s*Message: (.*)$", re.MULTILINE), re.compile(r"^\s*Focus Node: (.*)$", re.MULTILINE)


class ForeignData(DataGraph):
    """The triples of some graphs, for queries of any kind: pyoxigraph binds only the variables that a query selects."""

    def query(  # type: ignore[override]  # as in DataGraph
        self,
        query_object: str,
        processor: object = "sparql",
        result: object = "sparql",
        initNs: object = None,  # noqa: N803
        initBindings: Mapping[str, Node] | None = None,  # noqa: N803
        *_: object,
        **__: object,
    ) -> Result:
        """The answer to a SELECT or an ASK. Raises ValueError where another endpoint is to be asked."""
        if _SERVICE.search(query_object):
            raise ValueError("a query asks another endpoint (SERVICE): nothing is fetched")
        try:
            return super().query(query_object, initBindings=initBindings)
        except RuntimeError:
            return Graph.query(self, query_object, initBindings=initBindings)  # type: ignore[arg-type]


def read(paths: Sequence[str | Path]) -> Graph:
    """The shapes of RDF files, taken together.

    Raises InputError for a file that cannot be read, where no shape has a target, and where SHACL's own shapes for
    shapes find a fault or an engine refuses a query.
    """
    made = union(_parsed(path, place) for place, path in enumerate(paths, 1))
    where = ", ".join(map(str, paths))
    if not any((None, target, None) in made for target in _TARGETS) and not _implicit(made):
        raise InputError(f"{where}: no shape here has a target: give SHACL shapes, such as those in shapes/")
    _validated(ForeignData(()), made, f"{where}: not well-formed SHACL", meta_shacl=True)
    return made


def imports(shapes: Graph) -> list[str]:
    """What the shapes import by owl:imports, sorted: it is not followed."""
    return sorted({str(node) for node in shapes.objects(None, OWL.imports)})


def applied(graphs: Iterable[Iterable[Triple]], shapes: Graph) -> tuple[Graph, Graph]:
    """Some graphs taken together, and the sh:ValidationReport on them.

    Raises InputError where the shapes cannot be applied.
    """
    data = ForeignData(graphs)
    return data, _validated(data, shapes, "the shapes cannot be applied")


def _validated(data: ForeignData, shapes: Graph, refusal: str, *, meta_shacl: bool = False) -> Graph:
    try:
        with _quiet():
            _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, meta_shacl=meta_shacl)
    except Exception as error:  # anybody's shapes meet two engines, whose parsers raise Exception itself
        raise InputError(f"{refusal}: {_first(str(error) or type(error).__name__)}") from None
    if isinstance(results, ValidationFailure):
        raise InputError(f"{refusal}: {short(str(results))}")
    made: Graph = results
    return made


def _parsed(path: str | Path, place: int) -> Graph:
    return merged(terms.dataset(labelled(graphs.read(path), f"s{place}b")))


def _implicit(shapes: Graph) -> bool:
    """Whether a class is a shape, and so its own target."""
    classes = {*shapes.subjects(RDF.type, RDFS.Class), *shapes.subjects(RDF.type, OWL.Class)}
    return any((node, RDF.type, kind) in shapes for node in classes for kind in (SH.NodeShape, SH.PropertyShape))


def _first(told: str) -> str:
    """The first message of SHACL's own shapes, with the node that it is about; else what was told."""
    messages, nodes = _MESSAGE.findall(told), _FOCUS.findall(told)
    if not messages:
        return short(told)
    node, message = min(zip(nodes, messages, strict=False))
    return f"{short(message)}: {short(node)}"


@contextmanager
def _quiet() -> Iterator[None]:
    """pyshacl logs to stderr what it raises; that shapes are recursive, which SHACL gives no meaning, it only warns."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ShapeRecursionWarning)
            yield
    finally:
        logging.disable(before)
