"""An article's claims as an annotator has them, beside those found. The format is told of in `annotated/README.md`."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from spacy.language import Language

from benchmarks.polnear import Attribution, Marked, Pieces, paired
from claimgraph import articles, pipeline
from claimgraph.articles import Unreadable
from claimgraph.model import Claim, Extraction, Quotation, Span, SpeechAct
from claimgraph.registry import Registry

STANCES = ("supports", "disputes")
Link = tuple[str, str, str]  # a claim's id, 'embeds', 'supports' or 'disputes', another's id


@dataclass(frozen=True)
class Wanted:
    """A claim as it is annotated."""

    id: str
    where: Attribution
    speech_acts: frozenset[SpeechAct]
    quotation: Quotation
    claimant: str | None = None  # None: the text names no one whose claim it is
    addressee: str | None = None
    links: tuple[Link, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Found:
    """A claim as it is found."""

    where: Attribution
    claim: Claim


Pair = tuple[Wanted, Found]


@dataclass(frozen=True)
class Case:
    """An article's claims, annotated and found."""

    identifier: str
    text: str
    wanted: tuple[Wanted, ...]
    found: tuple[Found, ...]
    names: Mapping[str, tuple[str, ...]]  # of the actors by id, the label first


@dataclass(frozen=True)
class Matched:
    """A case's claims side by side, without the optional ones, what was found of them, and the links that they have."""

    pairs: tuple[Pair, ...]
    marked: Marked  # for the figures of polnear.py
    missed: tuple[Wanted, ...]
    false: tuple[Found, ...]
    wanted_links: frozenset[Link]
    found_links: frozenset[Link]  # by the ids of the annotation where it has the claim


def extractions(texts: Sequence[Path], nlp: Language, registry: Registry) -> Iterator[Extraction]:
    """What claimgraph finds in articles, read as the product reads them.

    Raises typer.BadParameter where one cannot be read, or where its text is not the file's, so that offsets would lie.
    """
    for path, article in zip(texts, articles.read(texts), strict=True):
        if isinstance(article, Unreadable):
            raise typer.BadParameter(f"{article.where}: {article.reason}")
        if article.text != path.read_bytes().decode("utf-8"):
            raise typer.BadParameter(f"{path}: its text is not read as it stands")
        yield pipeline.extract(article, nlp, registry)


def annotation(path: Path) -> tuple[Wanted, ...]:
    """The claims of an article's JSON; raises KeyError or ValueError where a key is missing or a value unknown."""
    return tuple(map(_wanted, json.loads(path.read_text(encoding="utf-8"))["claims"]))


def _wanted(row: Mapping[str, Any]) -> Wanted:
    source = [row["source"]] if "source" in row else []
    return Wanted(
        row["id"],
        Attribution(_pieces(source), _pieces([row["cue"]]), _pieces(row["content"])),
        frozenset(map(SpeechAct, row["speech_act"])),
        Quotation(row["quotation"]),
        row.get("claimant"),
        row.get("addressee"),
        tuple((row["id"], link, row[link]) for link in ("embeds", *STANCES) if link in row),
        row.get("optional", False),
    )


def _pieces(rows: Iterable[Sequence[int]]) -> Pieces:
    return tuple((begin, end) for begin, end in rows)


def case(told: Extraction, wanted: tuple[Wanted, ...], registry: Registry) -> Case:
    """What an article tells beside its annotation."""
    names = {actor.id: [actor.label, *actor.alt_labels] for actor in told.actors}
    for mention in told.mentions:
        if mention.of in names:
            names[mention.of].append(mention.span.text)
    for known in names.keys() & registry.entries.keys():
        entry = registry.entries[known]
        names[known] += [entry.label.text, *(label.text for label in entry.alt_labels), *entry.metonyms]
    found = tuple(Found(_where(claim), claim) for claim in told.claims)
    unique = {actor: tuple(dict.fromkeys(several)) for actor, several in names.items()}
    return Case(told.article.identifier, told.article.text, wanted, found, unique)


def _where(claim: Claim) -> Attribution:
    def pieces(spans: Iterable[Span]) -> Pieces:
        return tuple((span.begin, span.end) for span in spans)

    return Attribution(pieces(claim.source), pieces(claim.cue), pieces(claim.content), claim.rule)


def match(one: Case) -> Matched:
    """The claims side by side."""
    wanted = {id(claim.where): claim for claim in one.wanted}
    found = {id(claim.where): claim for claim in one.found}
    pairs = paired([claim.where for claim in one.wanted], [claim.where for claim in one.found])
    mates = sorted(((wanted[id(mine)], found[id(other)]) for mine, other in pairs), key=lambda mate: mate[0].where.cue)
    same = {other.claim.id: mine.id for mine, other in mates}
    optional = {mine.id for mine in one.wanted if mine.optional}
    links = ((a.claim.id, kind, b) for a in one.found for kind in ("embeds", *STANCES) for b in getattr(a.claim, kind))

    def counting(links: Iterable[Link]) -> frozenset[Link]:
        return frozenset(link for link in links if not {link[0], link[2]} & optional)

    return Matched(
        pairs=tuple(mate for mate in mates if not mate[0].optional),
        marked=(
            [mine.where for mine in one.wanted if not mine.optional],
            [other.where for other in one.found if same.get(other.claim.id) not in optional],
        ),
        missed=tuple(mine for mine in one.wanted if not mine.optional and mine.id not in same.values()),
        false=tuple(other for other in one.found if other.claim.id not in same),
        wanted_links=counting(link for mine in one.wanted for link in mine.links),
        found_links=counting((same.get(a, a), kind, same.get(b, b)) for a, kind, b in links),
    )
