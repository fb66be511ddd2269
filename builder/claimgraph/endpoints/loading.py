"""The order of a load, such that whatever interrupts it, the next one ends in the same state.

First what the shared graphs lack, so that no article ever points to an entry that is not described; then the articles,
each replaced whole; then the articles and descriptions that are to go; and last what the shared graphs no longer need:
entries that the files describe otherwise, and, where no other article is left that may point to them, entries that they
do not have.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from claimgraph.endpoints.client import Client, EndpointError
from claimgraph.endpoints.plan import Plan, Triples, by_value, kept
from claimgraph.endpoints.reading import Reader
from claimgraph.endpoints.writing import Request, Writer
from claimgraph.errors import InputError

Tick = Callable[[str, int, int | None], None]


@dataclass(frozen=True)
class Job:
    """What is done beside loading. `prune`: articles that no file has are removed; `verify`: all is read back."""

    prune: bool = False
    verify: bool = False


@dataclass(frozen=True)
class Step:
    """What is done to one graph: `replace`, `add`, `cut` or `drop`, and with how many triples."""

    what: str
    graph: str
    triples: int
    requests: Callable[[], Iterable[Request]] = field(repr=False, compare=False)


@dataclass
class Loaded:
    """What came of it."""

    graphs: int = 0
    triples: int = 0
    requests: int = 0
    bytes: int = 0
    dropped: int = 0
    verified: int = 0
    failed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Change:
    """What becomes of a shared graph."""

    missing: Triples
    surplus: Triples
    after: Triples


class Loader:
    """Brings what a plan holds to an endpoint. Its methods raise EndpointError where the endpoint fails as a whole."""

    def __init__(self, plan: Plan, client: Client, reader: Reader, writer: Writer, job: Job) -> None:
        """Nothing is asked yet."""
        self._plan, self._client, self._reader, self._writer, self._job = plan, client, reader, writer, job
        self._held: dict[str, Triples] = {}

    def steps(self) -> tuple[Step, ...]:
        """All that is to be done, in order; the endpoint is only read.

        Raises InputError where articles are to be removed and nothing answers what there is.
        """
        there = self._articles()
        if there is None and self._job.prune:
            raise InputError("--prune must ask what the endpoint holds, and no query service is known: give --query")
        others = (there or frozenset()) - self._plan.articles
        gone = sorted(others) if self._job.prune else []
        left = others - set(gone)
        alone = there is not None and not left
        gone += self._outdated(left)
        changes = {name: self._change(name, alone) for name in self._plan.graphs if self._plan.shared(name)}
        self._held = {name: change.after for name, change in changes.items()}
        return (*self._first(changes), *self._own(), *map(self._drop, gone), *self._last(changes))

    def run(self, steps: Iterable[Step], tick: Tick | None = None) -> Loaded:
        """Carry the steps out, and count after each graph what is there. A graph that the endpoint refuses, or does
        not hold as it should, is told of in `failed`, and the others are loaded; only then nothing is cut or dropped.
        """
        done = Loaded()
        waiting = tuple(steps)
        for number, step in enumerate(waiting):
            if tick is not None:
                tick("load", number, len(waiting))
            if done.failed and step.what in ("cut", "drop"):
                continue
            try:
                self._carry_out(step, done)
            except EndpointError as error:
                if not error.one_graph:
                    raise
                done.failed.append(str(error))
        sizes = [len(triples) for triples in self._plan.graphs.values() if triples]
        done.graphs, done.triples = len(sizes), sum(sizes)
        self._check_shared(done)
        return done

    def _articles(self) -> frozenset[str] | None:
        found: set[str] = set()
        for base in sorted(self._plan.bases):
            there = self._reader.articles(base)
            if there is None:
                return None
            found |= there
        return frozenset(found)

    def _outdated(self, left: frozenset[str]) -> Iterator[str]:
        """Descriptions of earlier builds of which no article is left but those that are loaded anew."""
        for base in sorted(self._plan.bases):
            for name in sorted((self._reader.descriptions(base) or frozenset()) - self._plan.graphs.keys()):
                used = {t.object.value for t in self._reader.triples(name) if isinstance(t.object, ox.NamedNode)}
                if not used & left:
                    yield name

    def _change(self, name: str, alone: bool) -> _Change:
        new = by_value(self._plan.graphs[name])
        there = by_value(self._reader.triples(name))
        stay = frozenset[ox.Triple]() if alone else kept(there, new, self._plan.articles)
        return _Change(
            missing=frozenset(triple for key, triple in new.items() if key not in there),
            surplus=frozenset(triple for key, triple in there.items() if key not in new and key not in stay),
            after=frozenset(new.values()) | {there[key] for key in stay},
        )

    def _first(self, changes: dict[str, _Change]) -> Iterator[Step]:
        for name, change in changes.items():
            if change.missing:
                yield Step("add", name, len(change.missing), _later(self._writer.add, name, change.missing))

    def _own(self) -> Iterator[Step]:
        for name, triples in self._plan.graphs.items():
            if not self._plan.shared(name):
                yield Step("replace", name, len(triples), _later(self._writer.replace, name, triples))

    def _drop(self, name: str) -> Step:
        return Step("drop", name, 0, lambda: [self._writer.drop(name)])

    def _last(self, changes: dict[str, _Change]) -> Iterator[Step]:
        for name, change in changes.items():
            if change.surplus:
                cut = _later(self._writer.cut, name, change.surplus, change.after)
                yield Step("cut", name, len(change.surplus), cut)

    def _carry_out(self, step: Step, done: Loaded) -> None:
        for request in step.requests():
            self._send(request, step)
            done.requests += 1
            done.bytes += len(request.body or b"")
        if step.what == "replace":
            self._check(step.graph, self._plan.graphs[step.graph], done)
        done.dropped += step.what == "drop"

    def _send(self, request: Request, step: Step) -> None:
        params = {"graph": request.graph} if request.graph else None
        reply = self._client.send(request.method, request.url, params=params, body=request.body, kind=request.kind)
        if not (step.what == "drop" and reply.status == 404):  # gone already
            self._client.demand(reply, f"graph <{step.graph}>")

    def _check_shared(self, done: Loaded) -> None:
        for name, triples in self._held.items() if not done.failed else ():
            self._check(name, triples, done)

    def _check(self, name: str, wanted: Triples, done: Loaded) -> None:
        """See that the endpoint holds the triples: by their number, or each of them."""
        expected = by_value(wanted)
        if self._job.verify:
            there = by_value(self._reader.triples(name))
            strange = sorted(map(str, expected.keys() ^ there.keys()))
            if strange:
                what = "lacks" if strange[0] in set(map(str, expected)) else "holds besides"
                done.failed.append(f"graph <{name}>: the endpoint differs in {len(strange)}: it {what} {strange[0]}")
            done.verified += bool(wanted) and not strange
            return
        number = self._reader.count(name)
        if number is not None and number != len(expected):
            wants = "load it again, and see with --verify what differs"
            done.failed.append(f"graph <{name}>: the endpoint holds {number} triples of {len(expected)}: {wants}")


def _later(make: Callable[..., Iterator[Request]], *arguments: object) -> Callable[[], Iterable[Request]]:
    return lambda: make(*arguments)
