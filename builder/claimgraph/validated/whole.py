"""All that the shapes find in a graph: piece by piece, by several processes, and what needs the whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Generic, TypeVar

from claimgraph.validated import pool, shacl, terms
from claimgraph.validated.data import DataGraph, Triple
from claimgraph.validated.pieces import Cutter, Piece, agreeing, joined
from claimgraph.validated.report import Severity
from claimgraph.validated.shacl import Finding
from claimgraph.validated.verdicts import Verdicts

SIZE = 10_000  # triples that are checked in one run of pyshacl: with fewer, starting it costs more than they do
MANY = 4  # such runs from which on several processes are quicker than one
WRITABLE = "https://w3id.org/claimgraph/shapes#writable"

T = TypeVar("T")


def findings(data: DataGraph, jobs: int | None = None, verdicts: Verdicts | None = None) -> set[Finding]:
    """What is wrong with a graph, the ontology beside it: what cannot be written, else what the shapes find.

    `jobs`: how many processes; None: as many as there are cores, but one for a small graph.
    """
    if unwritable := set(_unwritable(data)):
        return unwritable
    found: set[Finding] = set()
    groups: Iterable[Piece] = Cutter(data, shacl.plans()).groups()
    if verdicts:
        groups = _unknown(groups, verdicts, found)
    runs = joined(groups, SIZE)
    first = list(islice(runs, MANY))
    tasks = _with_rest(chain(first, runs), data, verdicts, found)
    for told in pool.mapped(shacl.of_pieces, tasks, workers(jobs, first)):
        for key, some in told:
            found |= some
            if verdicts:
                verdicts.put(key, some)
    return found


def each(
    graphs: Mapping[T, frozenset[Triple]], jobs: int | None = None, verdicts: Verdicts | None = None
) -> dict[T, frozenset[Finding]]:
    """What is wrong with each of some graphs by itself; `jobs` as for `findings`."""
    keys = {name: verdicts.key(graph) if verdicts else "" for name, graph in graphs.items()}
    known = {name: verdicts.get(keys[name]) for name in graphs} if verdicts else {}
    found = {name: some for name, some in known.items() if some is not None}
    runs = joined((_Graph(name, triples) for name, triples in graphs.items() if name not in found), SIZE)
    first = list(islice(runs, MANY))
    for told in pool.mapped(_of_each, chain(first, runs), workers(jobs, first)):
        for name, some in told:
            found[name] = some
            if verdicts:
                verdicts.put(keys[name], some)
    return found


@dataclass(frozen=True)
class _Graph(Generic[T]):
    name: T
    triples: frozenset[Triple]


def _of_each(graphs: Iterable[_Graph[T]]) -> list[tuple[T, frozenset[Finding]]]:
    """Near shapes are run over several graphs at once, as far as these agree: starting pyshacl for each takes long."""
    together = list(graphs)
    found: list[frozenset[Finding]] = []
    pieces: list[Piece] = []
    for number, one in enumerate(together):
        data = shacl.beside_ontology([one.triples])
        unwritable = frozenset(_unwritable(data))
        found.append(unwritable or frozenset(shacl.of_whole(data)))
        if not unwritable:
            noted = Cutter(data, shacl.plans(), noting=True).noted()
            pieces += [replace(piece, key=str(number)) for piece in noted]
    for several in agreeing(pieces):
        for key, some in shacl.of_pieces(several):
            found[int(key)] |= some
    return [(one.name, some) for one, some in zip(together, found, strict=True)]


def workers(jobs: int | None, first: Sequence[object]) -> int:
    """How many processes; `first`: as many tasks as there are, up to MANY."""
    if jobs is None:
        return pool.cores() if len(first) == MANY else 1
    return jobs if len(first) == MANY else min(jobs, len(first))


def _unknown(groups: Iterable[Piece], verdicts: Verdicts, found: set[Finding]) -> Iterator[Piece]:
    """The pieces without a verdict; to what was found are added the verdicts on the others."""
    for piece in groups:
        asked = ((node, shapes) for shapes, nodes in piece.nodes.items() for node in nodes)
        key = verdicts.key(piece.triples, asked)
        known = verdicts.get(key)
        if known is None:
            yield replace(piece, key=key)
        else:
            found |= known


def _with_rest(
    tasks: Iterable[tuple[Piece, ...]], data: DataGraph, verdicts: Verdicts | None, found: set[Finding]
) -> Iterator[tuple[Piece, ...]]:
    """The tasks; while the processes are at work on the first ones, what needs the whole graph is found."""
    ahead = iter(tasks)
    yield from islice(ahead, pool.AHEAD - 1)
    key = verdicts.key(data) if verdicts else ""
    known = verdicts.get(key) if verdicts else None
    some = shacl.of_whole(data) if known is None else known
    found |= some
    if verdicts and known is None:
        verdicts.put(key, some)
    yield from ahead


def _unwritable(data: DataGraph) -> Iterator[Finding]:
    """What no RDF file can hold, such as an IRI with a space in it: the one check that SHACL cannot make."""
    try:
        data.asked  # noqa: B018  # what cannot be written cannot be asked either
    except ValueError:
        for triple in data:
            for node in triple:
                try:
                    terms.to_ox(node)
                except ValueError as error:
                    where = str(triple[0]).encode("ascii", "backslashreplace").decode()
                    message = f"A node cannot be written as RDF: {' '.join(str(error).split())}"
                    yield Finding(Severity.VIOLATION.value, WRITABLE, "what RDF can hold", where, message, None, None)
