"""The events of single sentences, coded after PLOVER, beside what an annotator found.

The records and their format lie in `annotated/sentences/`. Each holds the one event that its sentence mainly tells; the
figures:

code   of the records, those of whose code claimgraph makes an event or a claim
whole  those where one of these has the right source and target, too
codes  coded events and claims a record: the sentence may well tell more, but recall must not be bought with it

Of an event, the source is its agents; the target is whom it is done to or for, or where. Of a claim, the source is its
claimant; the target is who is addressed, whom the act is done to, and who takes part in the events described. What is
done together (AGREE, CONSULT, COOPERATE) may have the target among its agents. An actor is right where one of his names
or mentions shares a significant word with the annotated words; where none are annotated, anyone is.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from benchmarks.annotated import INSIGNIFICANT
from benchmarks.annotation import case
from benchmarks.tables import markdown, of_total
from claimgraph import pipeline
from claimgraph.mentions.fold import parts
from claimgraph.model import Article, Claim, Event, Extraction
from claimgraph.registry import Registry
from claimgraph.vocabulary import plover_code

TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(frozen=True)
class Record:
    """A sentence with its main event."""

    id: str
    text: str
    event: str  # the PLOVER code
    source: tuple[str, ...]
    target: tuple[str, ...]

    @property
    def is_kept_aside(self) -> bool:
        """Whether its number is even: its errors are not to be looked at."""
        return int(self.id.rpartition("-")[2]) % 2 == 0


class Coded(NamedTuple):
    """An event or a claim with a code, and the names of those on either side."""

    code: str
    source: frozenset[str]
    target: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """A record beside what is found in it."""

    record: Record
    found: tuple[Coded, ...]

    @property
    def has_code(self) -> bool:
        """Whether the code is found."""
        return any(one.code == self.record.event for one in self.found)

    @property
    def is_whole(self) -> bool:
        """Whether code, source and target are found together."""
        return any(one.code == self.record.event and self._is_right(one) for one in self.found)

    def _is_right(self, one: Coded) -> bool:
        target = one.target | one.source if one.code in TOGETHER else one.target
        return same(self.record.source, one.source) and same(self.record.target, target)


def records(path: Path) -> tuple[Record, ...]:
    """The records of a file; raises KeyError where a key is missing."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Record(r["id"], r["text"], r["event"], tuple(r["source"]), tuple(r["target"])) for r in rows)


def same(wanted: Collection[str], names: Iterable[str]) -> bool:
    """Whether any of the annotated words and any of the names share a significant word, or none are annotated."""
    found = _significant(names)
    return not wanted or not _significant(wanted).isdisjoint(found)


def _significant(names: Iterable[str]) -> set[str]:
    return set(chain.from_iterable(map(parts, names))) - INSIGNIFICANT


def coded(told: Extraction, registry: Registry) -> Iterator[Coded]:
    """The events and claims of a text that have a code."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for mention in told.mentions:
        names[mention.of].add(mention.span.text)
    for actor, several in case(told, (), registry).names.items():
        names[actor].update(several)
    events = {event.id: event for event in told.events}

    def named(nodes: Iterable[str]) -> frozenset[str]:
        return frozenset(chain.from_iterable(names[node] for node in nodes))

    for event in told.events:
        if code := plover_code(event.type):
            yield Coded(code, named(event.agents), named(_undergoing(event)))
    for claim in told.claims:
        if code := plover_code(claim.speech_act):
            claimant = (claim.claimant,) if claim.claimant else ()
            yield Coded(code, named(claimant), named(_concerned(claim, [events[one] for one in claim.describes])))


def _undergoing(event: Event) -> tuple[str, ...]:
    return (*event.patients, *event.recipients, *event.locations, *event.origins, *event.destinations)


def _concerned(claim: Claim, described: Iterable[Event]) -> Iterator[str]:
    yield from (*claim.addressees, *claim.patients)
    for event in described:
        yield from (*event.agents, *event.patients, *event.recipients)


def judged(given: Iterable[Record], nlp: Language, registry: Registry) -> list[Judged]:
    """The records, each read by itself."""
    result = []
    for record in given:
        told = pipeline.extract(Article(record.id, f"{record.text}\n"), nlp, registry)
        result.append(Judged(record, tuple(coded(told, registry))))
    return result


def table(given: Sequence[Judged]) -> str:
    """The figures of the records with odd numbers, and of those kept aside, in Markdown."""
    columns = {
        "odd": [one for one in given if not one.record.is_kept_aside],
        "even, kept aside": [one for one in given if one.record.is_kept_aside],
    }
    rows = [["sentences", *(str(len(several)) for several in columns.values())]]
    rows.append(["code: found", *(_share([one.has_code for one in several]) for several in columns.values())])
    rows.append(
        ["code, source and target", *(_share([one.is_whole for one in several]) for several in columns.values())]
    )
    codes = ([len(one.found) for one in several] for several in columns.values())
    rows.append(["codes a sentence", *(f"{sum(several) / (len(several) or 1):.2f}" for several in codes)])
    return markdown(["", *columns], rows)


def _share(right: Sequence[bool]) -> str:
    return of_total(sum(right) / (len(right) or 1), sum(right), len(right))


def errors(given: Iterable[Judged]) -> Iterator[str]:
    """The records that are not wholly right, with what is found; none of those kept aside."""
    for one in given:
        if not (one.record.is_kept_aside or one.is_whole):
            wanted = f"{', '.join(one.record.source)} -> {', '.join(one.record.target)}"
            found = "; ".join(
                f"{c.code} {', '.join(sorted(c.source))} -> {', '.join(sorted(c.target))}" for c in one.found
            )
            yield f"{one.record.event} {one.record.id}: {one.record.text} Wanted {wanted}; found {found or 'nothing'}"
