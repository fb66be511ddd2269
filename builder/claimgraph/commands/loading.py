"""The whole of `claimgraph load`: what can be refused is refused before anything is sent."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from claimgraph.commands.terminal import clean, progress
from claimgraph.endpoints import (
    Addresses,
    Client,
    Job,
    Loaded,
    Loader,
    Protocol,
    Scheme,
    Step,
    addresses,
    find,
    gather,
    plan,
)
from claimgraph.endpoints.reading import Reader
from claimgraph.endpoints.writing import Writer

STAGES = {"load": "loading"}


@dataclass(frozen=True)
class Order:
    """What a load is asked for."""

    graphs: tuple[str, ...]
    to: str | None = None
    protocol: Protocol = Protocol.AUTO
    at: Addresses = field(default_factory=Addresses)
    into: str | None = None
    job: Job = field(default_factory=Job)
    dry_run: bool = False
    scheme: Scheme = Scheme.AUTO
    user: str | None = None
    password_file: Path | None = None
    token_file: Path | None = None
    plain_http: bool = False
    ca_file: Path | None = None
    timeout: float = 120.0
    retries: int = 4
    batch: int = 2_000_000


def run(order: Order, environment: Mapping[str, str], say: Callable[[str], None], show: Callable[[str], None]) -> int:
    """Load, or `show` what would be done; `say` is told of each trouble and, last, the summary. Gives the exit code.

    Raises InputError for an order that cannot be carried out, EndpointError where the endpoint fails as a whole.
    """
    for option, url in (("--to", order.to), *((f"--{n}", getattr(order.at, n)) for n in ("store", "update", "query"))):
        if url is not None:
            addresses.check(option, url)
    credentials = gather(
        environment,
        scheme=order.scheme,
        user=order.user,
        password_file=order.password_file,
        token_file=order.token_file,
        plain_http=order.plain_http,
    )
    planned = plan(order.graphs, order.into)
    begun = perf_counter()

    def tell(line: str) -> None:
        say(clean(line))

    client = Client(credentials, timeout=order.timeout, retries=order.retries, ca_file=order.ca_file, say=tell)
    with client, progress(STAGES) as tick:
        at = find(client, order.at, order.to, order.protocol)
        loader = Loader(planned, client, Reader(client, at), Writer(at, order.batch), order.job)
        steps = loader.steps()
        done = None if order.dry_run else loader.run(steps, tick)
    if done is None:
        for line in _would_be_done(steps, at):
            show(clean(line))
        return 0
    for line in done.failed:
        tell(line)
    tell(f"{_summary(done, at)}; {perf_counter() - begun:.1f} s")
    return 2 if done.failed else 0


def _would_be_done(steps: Iterable[Step], at: Addresses) -> Iterator[str]:
    """A line for each graph that is changed, and a summary."""
    told, sent = 0, 0
    for step in steps:
        sizes = [len(request.body or b"") for request in step.requests()]
        counted = ", ".join((_many(step.triples, "triple"), _many(len(sizes), "request"), _many(sum(sizes), "byte")))
        yield f"{step.what} <{step.graph}>: {counted}"
        told, sent = told + len(sizes), sent + sum(sizes)
    where = f"by {_NAMES[at.protocol]} to {addresses.shown(at.target)}"
    yield f"nothing was written; it would be {_many(told, 'request')}, {_many(sent, 'byte')}, {where}"


_NAMES = {Protocol.GSP: "Graph Store Protocol", Protocol.UPDATE: "SPARQL Update"}


def _summary(done: Loaded, at: Addresses) -> str:
    lost = f", {len(done.failed)} not as they should be" if done.failed else ""
    parts = [f"{_many(done.graphs, 'graph')}{lost}, {_many(done.triples, 'triple')}"]
    parts += [f"{_many(done.dropped, 'graph')} removed"] if done.dropped else []
    parts += [f"{_many(done.verified, 'graph')} read back and equal"] if done.verified else []
    sent = f"{_many(done.requests, 'request')} ({done.bytes / 1e6:.1f} MB)"
    return f"{'; '.join(parts)}; {sent} by {_NAMES[at.protocol]} to {addresses.shown(at.target)}"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
