"""Which claims of one proposition go back to one telling, so that those that do not are independent.

Claims go back to one telling where they stand with the same outlet, where one names the other's outlet or both name a
third by their chains, where one's words were taken from the other's, or where they are on the word of the same one by
name: what one source says is one source's word, however many report it. What is joined to a claim that is joined to a
third is of the third's lineage too, so that what is counted as independent shares nothing that the articles tell of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import product

from claimgraph.model import Extraction, Join, Relation, Span
from claimgraph.stories.copies.chains import Chains
from claimgraph.stories.copies.outlets import Outlets

OUTLET = "lineage.outlet"  # the same outlet tells it, or is named as what told it
SOURCE = "lineage.source"  # on the word of the same one
TAKEN = "lineage.taken"  # the words of one were taken from the other's article
Copied = Mapping[str, Mapping[str, Sequence[Join]]]  # what one article took from, or has in common with, another
SCORES = {OUTLET: 1.0, SOURCE: 0.9}


@dataclass(frozen=True, order=True, slots=True)
class Telling:
    """What one claim tells of its way here."""

    claim: str
    article: str
    outlets: tuple[tuple[str, str], ...]  # the article's own, where known, and those in its chain: key, name
    sources: tuple[str, ...]  # the ids of those on whose word it goes
    spans: tuple[tuple[int, int], ...]  # where its words stand: its content, as code points


def tellings(told: Extraction, outlets: Outlets) -> tuple[Telling, ...]:
    """How each claim of an article came there, in order."""
    chains = Chains(told, outlets)
    return tuple(
        sorted(
            Telling(
                claim.id,
                told.article.id,
                tuple((key, chains.label(key)) for key in (chains.own, *chains.credited(claim)) if key),
                chains.sources(claim),
                tuple((s.begin, s.end) for s in claim.content),
            )
            for claim in told.claims
        )
    )


def lineages(
    told: Iterable[Telling], propositions: Mapping[str, str], negated: frozenset[str], taken: Iterable[Join]
) -> tuple[dict[str, str], tuple[Join, ...]]:
    """Claim -> the lineage that it is of, and why claims of different articles are of one, in order.

    Only propositions that several articles tell count, those who deny one apart from those who tell it. `propositions`:
    by claim; `negated`: the claims that deny what they express; `taken`: from `copying.taken`.
    """
    groups: dict[tuple[str, bool], list[Telling]] = defaultdict(list)
    for one in sorted(set(told)):
        if one.claim in propositions:
            groups[propositions[one.claim], one.claim in negated].append(one)
    shared = [group for group in groups.values() if len({one.article for one in group}) > 1]
    copied = _by_articles(taken)
    found: dict[str, str] = {}
    joins: list[Join] = []
    for group in shared:
        home = {one.claim: one.claim for one in group}
        own = [*_keyed(group), *_copied(group, copied)]
        for join in own:
            _unite(home, join.one, join.other)
        found |= {claim: _id(_root(home, claim)) for claim in home}
        articles = {one.claim: one.article for one in group}
        joins += _strongest(join for join in own if articles[join.one] != articles[join.other])
    return found, tuple(sorted(joins))


def _strongest(joins: Iterable[Join]) -> Iterator[Join]:
    """Of those of one pair the surest, with all that speaks for it."""
    pairs: dict[tuple[str, str], list[Join]] = defaultdict(list)
    for join in joins:
        pairs[min(join.one, join.other), max(join.one, join.other)].append(join)
    for several in pairs.values():
        best = max(several, key=lambda join: (join.score, join.rule))
        evidence = next((join.evidence for join in sorted(several) if join.evidence), ())
        yield replace(best, features=tuple(sorted({f for join in several for f in join.features})), evidence=evidence)


def _keyed(group: Sequence[Telling]) -> Iterator[Join]:
    """The first of those with an outlet or a source in common, with each of the others."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in group:
        for key, name in ((one.article, ""), *one.outlets):
            rows[OUTLET, key].append(one.claim)
            names[key] = min(names.get(key, name), name)
        for source in one.sources:
            rows[SOURCE, source].append(one.claim)
    for (rule, key), (first, *others) in sorted(rows.items()):
        shared = f"outlet: {names[key]}" if rule is OUTLET else f"source: {key}"
        yield from (Join(Relation.LINEAGE, first, other, rule, SCORES[rule], (shared,)) for other in others)


def _by_articles(taken: Iterable[Join]) -> Copied:
    found: dict[str, dict[str, list[Join]]] = defaultdict(lambda: defaultdict(list))
    for join in sorted(set(taken)):
        if join.relation in {Relation.DERIVED, Relation.LINEAGE}:
            found[join.one][join.other].append(join)
    return found


def _copied(group: Sequence[Telling], copied: Copied) -> Iterator[Join]:
    """Claims that stand in the two sides of a passage that one article took from another."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for one in group:
        by_article[one.article].append(one)
    for article in sorted(by_article.keys() & copied.keys()):
        for other in sorted(by_article.keys() & copied[article].keys()):
            for join in copied[article][other]:
                for mine, others in zip(join.evidence[::2], join.evidence[1::2], strict=True):
                    told = (_within(by_article[of], span) for of, span in (mine, others))
                    for mine_id, other_id in sorted(product(*told)):
                        features = (f"copy: {join.rule}",)
                        yield Join(Relation.LINEAGE, mine_id, other_id, TAKEN, join.score, features, (mine, others))


def _within(told: Iterable[Telling], span: Span) -> list[str]:
    """The claims of whose content a part stands in a span."""
    return [one.claim for one in told if any(begin < span.end and span.begin < end for begin, end in one.spans)]


def _root(home: dict[str, str], claim: str) -> str:
    while home[claim] != claim:
        home[claim] = home[home[claim]]
        claim = home[claim]
    return claim


def _unite(home: dict[str, str], one: str, other: str) -> None:
    """Put two claims into one set, whose root is its least claim."""
    first, second = sorted((_root(home, one), _root(home, other)))
    home[second] = first


def _id(least: str) -> str:
    return f"lineage/{sha256(least.encode()).hexdigest()[:12]}"
