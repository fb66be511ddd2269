"""What joining needs of one article: small records, a pure function of what it tells, the registry and the settings.

They are held packed, a few hundred bytes each, and unpacked where they are compared.
"""

import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter

from claimgraph.model import Extraction
from claimgraph.registry import Registry
from claimgraph.stories.copies import lineages
from claimgraph.stories.copies.lineages import Telling
from claimgraph.stories.copies.outlets import Outlets
from claimgraph.stories.copies.passages import Passage, passages
from claimgraph.stories.corpus import digests
from claimgraph.stories.corpus.digests import Digest, Line
from claimgraph.stories.happenings.accounts import Account, accounts
from claimgraph.stories.happenings.incidents import incidents
from claimgraph.stories.named import Known, Names
from claimgraph.stories.numbers.counts import Count, counts
from claimgraph.stories.sayings.claims import Said, claims_of
from claimgraph.stories.settings import Settings

LEVEL = 1  # of compression: the quickest


@dataclass(frozen=True)
class Traces:
    """The records of one article."""

    accounts: tuple[Account, ...]  # of each of its events
    incidents: tuple[Account, ...]  # those put together
    said: tuple[Said, ...]
    counts: tuple[Count, ...]
    passages: tuple[Passage, ...]
    tellings: tuple[Telling, ...]
    lines: tuple[Line, ...]  # of each of `said`


@dataclass(frozen=True)
class Packed:
    """The same, each sort as compressed lines of JSON, and what is found by what each has in common with others."""

    accounts: bytes
    incidents: bytes
    said: bytes
    counts: bytes
    passages: bytes
    tellings: bytes
    lines: bytes
    by_event: Digest
    by_claim: Digest
    by_passage: Digest


_SORTS: dict[str, TypeAdapter[object]] = {
    name: TypeAdapter(get_args(kind)[0]) for name, kind in get_type_hints(Traces).items()
}


def packed(told: Traces) -> Packed:
    """The records in little space."""
    lines = {name: b"\n".join(map(sort.dump_json, getattr(told, name))) for name, sort in _SORTS.items()}
    parts = {name: zlib.compress(several, LEVEL) for name, several in lines.items()}
    return Packed(
        **parts,
        by_event=digests.of_events(told.incidents),
        by_claim=digests.of_claims(told.said, told.accounts),
        by_passage=digests.of_passages(told.passages),
    )


def opened(data: bytes) -> list[bytes]:
    """The records of a sort, each as JSON; raises zlib.error on what was not packed so."""
    return zlib.decompress(data).splitlines()


def unpacked(sort: str, line: bytes) -> Any:
    """A record of a sort, by its name in `Traces`; raises ValueError on what was not packed so."""
    return _SORTS[sort].validate_json(line)


def key(told: Extraction) -> str:
    """What the records of an article are kept under: a hash of all that it tells."""
    return sha256(told.to_json()).hexdigest()


class Tracer:
    """Makes the records of articles."""

    def __init__(self, registry: Registry, settings: Settings) -> None:
        """`registry`: where actors, places and outlets are looked up."""
        self._registry, self._settings = registry, settings
        self._known, self._outlets = Known(registry), Outlets(registry)

    def traces(self, told: Extraction) -> Traces:
        """The records of one article."""
        names = Names(told, self._known)
        several = tuple(accounts(told, names))
        together, said = incidents(several, self._settings), tuple(claims_of(told, names))
        return Traces(
            several,
            together,
            said,
            counts(told, self._registry),
            passages(told, self._outlets),
            lineages.tellings(told, self._outlets),
            tuple(digests.lines(said, several, together)),
        )
