"""Ask a graph in SPARQL: in memory, read only, with no call to any other server.

Every triple of a file, whatever its named graph, also stands in the default graph, once: the union that pyoxigraph
offers gives a triple again for each graph that holds it, and so miscounts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from pathlib import Path

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from claimgraph import graphs
from claimgraph.errors import InputError
from claimgraph.questions import PARAMETER, Question

Answer = QuerySolutions | QueryBoolean | QueryTriples
FORMATS = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV, "json": QueryResultsFormat.JSON}
GRAPH_FORMATS = {"table": RdfFormat.TURTLE, "json": RdfFormat.JSON_LD}  # of what CONSTRUCT and DESCRIBE give
DEEPEST = 200  # brackets within brackets: the parser goes down with them, and some thousands kill the process
_BIND = NamedNode("urn:x-claimgraph:parameter")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_GAP = r"(?:\s|#[^\r\n]*[\r\n])*"
# `SERVICE` would reach over the network. The reader of SPARQL wants no gap before it or behind it.
_SERVICE = re.compile(
    rf"service{_GAP}(?:silent{_GAP})?(?:<[^>]*>|[?$][^\s{{]+|[^\s{{:]*:[^\s{{]*){_GAP}\{{", re.IGNORECASE
)


def load(path: str | Path) -> Store:
    """The graph in an RDF file, or with `-` on stdin. Raises InputError as `graphs.read` does."""
    store = Store()
    store.bulk_extend(_merged(graphs.read(path)))
    return store


def _merged(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        yield quad
        if quad.graph_name != DefaultGraph():
            yield Quad(quad.subject, quad.predicate, quad.object)


def ask(store: Store, question: Question, params: Mapping[str, str] | None = None) -> Answer:
    """Run a question; `params` gives other values than the defaults to its parameters, by name.

    A value becomes an RDF term of its default's kind and is handed to the query as such, never written into its text.
    Raises InputError for what is no query, is nested too deeply, asks another server, has no such parameter, or a value
    that does not fit.
    """
    if _depth(question.text) > DEEPEST:
        raise InputError(f"{question.name}: brackets within brackets, more than {DEEPEST} deep: write it flatter")
    if _SERVICE.search(question.text):
        raise InputError(f"{question.name}: SERVICE is refused: a question is answered from the graph alone")
    terms = {name: _term(question, name, value) for name, value in (params or {}).items()}
    text = PARAMETER.sub(lambda m: _bound(m["name"]) if m["name"] in terms else m[0], question.text)
    try:
        return store.query(text, custom_functions={_BIND: lambda name: terms.get(name.value)})
    except SyntaxError as error:
        reads = "only SELECT, ASK, CONSTRUCT and DESCRIBE are answered"
        raise InputError(f"{question.name}: no SPARQL query ({reads}): {error}") from error
    except (RuntimeError, UnicodeEncodeError) as error:
        raise InputError(f"{question.name}: cannot be asked: {error}") from error


def serialize(answer: Answer, form: str) -> bytes:
    """The answer by the SPARQL 1.1 results standards (csv, tsv, json), or a graph as Turtle (table) or JSON-LD (json).

    Raises InputError where a graph is wanted as csv or tsv.
    """
    if isinstance(answer, QueryBoolean) and form == "table":
        return b"true" if answer else b"false"
    if not isinstance(answer, QueryTriples):
        return answer.serialize(format=FORMATS[form]) or b""
    if form not in GRAPH_FORMATS:
        raise InputError(f"a graph has no form as {form}: ask for json (JSON-LD) or table (Turtle)")
    return answer.serialize(format=GRAPH_FORMATS[form]) or b""


def _depth(text: str) -> int:
    depths = accumulate(
        ((c in "({[") - (c in ")}]") for c in text), lambda depth, step: max(depth + step, 0), initial=0
    )
    return max(depths)


def _bound(name: str) -> str:
    """In place of `VALUES ?name { default }`: a pattern of fixed text that yields the term."""
    return f'{{ SELECT ({_BIND}("{name}") AS ?{name}) WHERE {{}} }}'


def _term(question: Question, name: str, value: str) -> Literal | NamedNode:
    defaults = {m["name"]: m for m in PARAMETER.finditer(question.text)}
    if name not in defaults:
        known = ", ".join(defaults) or "none"
        raise InputError(f"{question.name}: no parameter is called {name!r}; its parameters: {known}")
    default = defaults[name]
    try:
        if default["iri"] is not None:
            return NamedNode(value.removeprefix("<").removesuffix(">"))
        if default["number"] is not None:
            return _number(value)
        return Literal(value, language=default["language"])
    except ValueError as error:
        raise InputError(f"{question.name}: the parameter {name} cannot be {value!r}: {error}") from error


def _number(value: str) -> Literal:
    if not _NUMBER.fullmatch(value):
        raise ValueError("it is no number, such as 3 or 2.5")
    return Literal(float(value)) if "." in value else Literal(int(value))
