"""The whole of `claimgraph diff`: two files compared, told as text or as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pydantic import TypeAdapter

from claimgraph import graphs
from claimgraph.commands.terminal import clean
from claimgraph.comparing import Change, Comparison, Difference, Made, compare
from claimgraph.errors import InputError
from claimgraph.vocabulary import BASE

MARKS = {Change.CAME: "+", Change.WENT: "-", Change.CHANGED: "~"}


@dataclass(frozen=True)
class Compared:
    """Two files and what differs between them, as `--format json` writes it."""

    old: str
    new: str
    comparison: Comparison


COMPARED: TypeAdapter[Compared] = TypeAdapter(Compared)


def run(old: str, new: str) -> Compared:
    """Compare two RDF files; one of them may be `-`, stdin.

    Raises InputError where one cannot be read, or has nothing that is compared.
    """
    if old == new == graphs.STDIN:
        raise InputError("OLD and NEW are both -: only one of them can come from stdin, give a file for the other")
    comparison = compare(graphs.read(old), graphs.read(new))
    for path, left_out in ((old, Change.CAME), (new, Change.WENT)):
        if all(one.change is left_out for one in comparison.differences) and not _common(comparison):
            raise InputError(
                f"{path}: no article, claim or actor is in it: give a graph, such as `claimgraph build` writes"
            )
    return Compared(old, new, comparison)


def as_json(compared: Compared) -> str:
    """The comparison by the schema docs/schemas/diff.schema.json."""
    return COMPARED.dump_json(compared, indent=2).decode()


def text(compared: Compared) -> Iterator[str]:
    """The comparison line by line, article by article; a last line counts. Nothing in it can steer a terminal."""
    return map(clean, _text(compared.comparison))


def _common(comparison: Comparison) -> int:
    return sum(counts.changed + counts.same for counts in comparison.counts)


def _text(comparison: Comparison) -> Iterator[str]:
    yield from map(_made, comparison.made)
    for article, some in groupby(comparison.differences, key=lambda one: one.article):
        told = list(some)
        yield from (f"{MARKS[one.change]} article {article}" for one in told if one.kind == "article" and one.whole)
        within = [one for one in told if not one.whole]
        if within:
            yield f"article {article}" if article is not None else "in no one article"
        for one in within:
            yield from (f"  {line}" for line in _difference(one))
    yield _counts(comparison)
    if comparison.equal and not comparison.identical:
        alone = f"{comparison.old_triples} triples are in OLD alone, {comparison.new_triples} in NEW alone"
        yield f"what is not compared differs (offsets, mentions, rules, the description): {alone}"


def _made(one: Made) -> str:
    what = f"{one.what} {one.name}".strip()
    return f"{what}: {', '.join(one.old) or 'none'} → {', '.join(one.new) or 'none'}"


def _difference(one: Difference) -> Iterator[str]:
    if one.kind == "article":
        yield from (f"~ {line}" for line in _fields(one))
        return
    yield f"{MARKS[one.change]} {one.kind} {one.label}  {(one.new or one.old or '').removeprefix(BASE)}"
    if one.change is Change.CHANGED:
        yield from (f"    {line}" for line in _fields(one))
    if one.sentence:
        yield f"    in: {one.sentence}"


def _fields(one: Difference) -> Iterator[str]:
    for field in one.fields:
        if one.kind == "article" and field.name == "text":
            yield "the text changed"
        else:
            yield f"{field.name}: {', '.join(field.old) or 'none'} → {', '.join(field.new) or 'none'}"


def _counts(comparison: Comparison) -> str:
    told = []
    for counts in comparison.counts:
        numbers = {"came": counts.came, "went": counts.went, "changed": counts.changed}
        if said := ", ".join(f"{n} {what}" for what, n in numbers.items() if n):
            told.append(f"{counts.kind}s: {said}")
    as_before = sum(counts.same for counts in comparison.counts)
    return f"{'; '.join(told) or 'no difference found'}; {as_before} as before"
