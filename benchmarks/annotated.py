"""claimgraph's claims in articles of its own field, beside what an annotator found: `python benchmarks/annotated.py`.

The articles and their annotation (`annotated/README.md`) lie beside this script. Prints a Markdown table with a column
for each set of articles. An optional claim counts neither for nor against, whether it is found or not. The figures:

cue, source, content, complete   as `polnear.py` defines them
claimant, speech act, quotation  of the claims in `cue`, the share whose value is right; of speech acts, any of those
                                 that the annotation lists is
addressee                        likewise, of those whose addressee is annotated; one right actor will do
embeds                           of the annotated links from a claim to one within it, those found: the annotation has
                                 one for each claim, so that others may be right too
supports, disputes               precision, recall and F1 of these links

An annotated name is that of an actor where one of the actor's labels, in the article or the registry, one of its
metonyms or one of its mentions is like it: two of their significant words are the same, or all of the shorter's. Words
are compared without case, diacritics and possessive endings; articles and prepositions are not significant.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from spacy.language import Language
from spacy.scorer import PRFScore

from claimgraph import language, resources
from claimgraph.mentions.fold import parts
from claimgraph.registry import Registry
from claimgraph.registry import load as registry_of

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `benchmarks`, which is not installed

from benchmarks.annotation import STANCES, Case, Found, Link, Wanted, annotation, case, extractions, match
from benchmarks.polnear import Pieces, same_content, same_source, score
from benchmarks.tables import all_three, markdown, of_total

SHIPPED = Path(__file__).with_suffix("")
INSIGNIFICANT = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "from", "for", "by", "with", "and", "or"})


class Kind(StrEnum):
    """The kinds of error."""

    MISSED = "missed"
    FALSE = "false"
    SOURCE = "source"
    CONTENT = "content"
    CLAIMANT = "claimant"
    ADDRESSEE = "addressee"
    ACT = "act"
    QUOTATION = "quotation"
    CHAIN = "chain"
    STANCE = "stance"


class Error(NamedTuple):
    """Its kind, where it is (the cue, or the content where there is none), and what was wanted and found."""

    kind: Kind
    place: Pieces
    note: str


def sets(folder: Path, nlp: Language, registry: Registry) -> dict[str, list[Case]]:
    """The cases of a folder, by what the names of their files begin with before the last hyphen.

    Raises typer.BadParameter where an article cannot be read or has no annotation.
    """
    result: defaultdict[str, list[Case]] = defaultdict(list)
    texts = sorted(folder.glob("*.txt"))
    besides = [path.with_suffix(".json") for path in texts]
    for beside in besides:
        if not beside.is_file():
            raise typer.BadParameter(f"{beside} is missing")
    for beside, told in zip(besides, extractions(texts, nlp, registry), strict=True):
        result[beside.stem.rpartition("-")[0]].append(case(told, annotation(beside), registry))
    if not result:
        raise typer.BadParameter(f"no article in {folder}")
    return dict(result)


def alike(name: str, other: str) -> bool:
    """Whether two of their significant words are the same, or all of the shorter's."""
    one, two = (set(parts(words)) - INSIGNIFICANT for words in (name, other))
    return len(one & two) >= max(1, min(len(one), len(two), 2))


def is_right(name: str | None, actors: Sequence[str], names: Mapping[str, Sequence[str]]) -> bool:
    """Whether one of the actors is who the annotation names, or there is none where it names no one."""
    if name is None:
        return not actors
    return any(alike(name, other) for actor in actors for other in names.get(actor, ()))


def figures(cases: Iterable[Case]) -> dict[str, PRFScore]:
    """By name; of shares, the precision counts, of `embeds` the recall."""
    matched = [(one, match(one)) for one in cases]
    result = score([both.marked for _, both in matched])
    pairs = [pair for _, both in matched for pair in both.pairs]
    wrong = Counter(error.kind for one, both in matched for pair in both.pairs for error in _of_pair(one, *pair))
    addressed = sum(wanted.addressee is not None for wanted, _ in pairs)
    for kind, name in SHARES.items():
        of = addressed if kind == Kind.ADDRESSEE else len(pairs)
        result[name] = PRFScore(tp=of - wrong[kind], fp=wrong[kind])
    for name, kinds in LINKS.items():
        result[name] = PRFScore()
        for _, both in matched:
            result[name].score_set(_links(both.found_links, kinds), _links(both.wanted_links, kinds))
    return result


SHARES = {
    Kind.CLAIMANT: "claimant",
    Kind.ADDRESSEE: "addressee",
    Kind.ACT: "speech act",
    Kind.QUOTATION: "quotation",
}
LINKS = {"embeds": ("embeds",), "supports, disputes": STANCES}


def _links(links: Iterable[Link], kinds: Sequence[str]) -> set[Link]:
    return {link for link in links if link[1] in kinds}


def errors(one: Case) -> Iterator[Error]:
    """The errors in an article."""
    both = match(one)
    for mine in both.missed:
        yield Error(Kind.MISSED, _place(mine), f"wanted {_words(one, mine.where.content)}")
    for other in both.false:
        yield Error(Kind.FALSE, _place(other), f"found {_words(one, other.where.content)} by {other.where.rule}")
    for pair in both.pairs:
        yield from _of_pair(one, *pair)
    places = {mine.id: _place(mine) for mine in one.wanted} | {other.claim.id: _place(other) for other in one.found}
    for link in sorted(both.wanted_links ^ both.found_links):
        begin, kind, end = link
        is_wanted = link in both.wanted_links
        note = f"{'wanted' if is_wanted else 'found'} {kind} {_words(one, places[end])} at {places[end][0][0]}"
        if kind in STANCES:
            yield Error(Kind.STANCE, places[begin], note)
        elif is_wanted:
            yield Error(Kind.CHAIN, places[begin], note)


def _of_pair(one: Case, mine: Wanted, other: Found) -> Iterator[Error]:
    def error(kind: Kind, wanted: object, found: object) -> Error:
        return Error(kind, _place(mine), f"wanted {wanted}, found {found}")

    claim, both = other.claim, (mine.where, other.where)
    if not same_source(*both):
        yield error(Kind.SOURCE, *(_words(one, where.source) for where in both))
    if not same_content(*both):
        yield error(Kind.CONTENT, *(_words(one, where.content) for where in both))
    claimants = () if claim.claimant is None else (claim.claimant,)
    if not is_right(mine.claimant, claimants, one.names):
        yield error(Kind.CLAIMANT, mine.claimant, _labels(one, claimants))
    if mine.addressee is not None and not is_right(mine.addressee, claim.addressees, one.names):
        yield error(Kind.ADDRESSEE, mine.addressee, _labels(one, claim.addressees))
    if claim.speech_act not in mine.speech_acts:
        yield error(Kind.ACT, " or ".join(sorted(mine.speech_acts)), claim.speech_act)
    if claim.quotation != mine.quotation:
        yield error(Kind.QUOTATION, mine.quotation, claim.quotation)


def _place(one: Wanted | Found) -> Pieces:
    return one.where.cue or one.where.content


def _labels(one: Case, actors: Iterable[str]) -> str | None:
    return ", ".join(one.names[actor][0] for actor in actors) or None


def _words(one: Case, pieces: Pieces) -> str:
    return f"[{' … '.join(' '.join(one.text[begin:end].split()) for begin, end in pieces)}]"


def compare(
    folder: Annotated[Path, typer.Argument(help="Articles and their JSON.", exists=True, file_okay=False)] = SHIPPED,
    kind: Annotated[Kind | None, typer.Option("--errors", help="List the errors of a kind.")] = None,
) -> None:
    """Find the claims in a folder of annotated articles, and print a table."""
    found = sets(folder, language.load(), registry_of(resources.REGISTRY))
    print(table(found))
    if kind:
        print(f"\n{kind}\n")
        for one in (one for cases in found.values() for one in cases):
            for error in errors(one):
                if error.kind == kind:
                    print(f"- {one.identifier} {error.place[0][0]}: {_words(one, error.place)}: {error.note}")


def table(found: Mapping[str, Sequence[Case]]) -> str:
    """The figures of each set, in Markdown."""
    all_figures = [figures(cases) for cases in found.values()]
    rows = [["articles", *(str(len(cases)) for cases in found.values())]]
    claims = [[claim.optional for one in cases for claim in one.wanted] for cases in found.values()]
    rows.append(["claims, and optional ones", *(f"{several.count(False)}, {sum(several)}" for several in claims)])
    for name in all_figures[0]:
        heading, cell = CELLS.get(name, (f"{name}: right", _share))
        rows.append([heading, *(cell(one[name]) for one in all_figures)])
    return markdown(["", *found], rows)


def _share(one: PRFScore) -> str:
    return of_total(one.precision, one.tp, one.tp + one.fp)


def _recall(one: PRFScore) -> str:
    return of_total(one.recall, one.tp, one.tp + one.fn)


def _all_three(one: PRFScore) -> str:
    return all_three(one.precision, one.recall, one.fscore)


CELLS = {"embeds": ("embeds: found", _recall)} | {
    name: (f"{name}: P, R, **F1**", _all_three)
    for name in ("cue", "source", "content", "complete", "supports, disputes")
}


if __name__ == "__main__":
    typer.run(compare)
