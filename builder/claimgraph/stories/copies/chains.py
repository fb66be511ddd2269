"""Who passes a claim on: the claims around it, and the outlets that are named as those that tell it or were told."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimgraph.model import Claim, Extraction, Kind, Span
from claimgraph.stories.copies.outlets import Outlets

CROWDS = frozenset({Kind.GROUP, Kind.UNNAMED_GROUP})  # 'many Iraqis': no one whose word it is


class Chains:
    """The chains of transmission of one article."""

    def __init__(self, told: Extraction, outlets: Outlets) -> None:
        """`outlets`: where the outlets' keys are looked up."""
        self.own = outlets.own(told)
        self._outlets = outlets.named(told)
        self._labels = {self._outlets[a.id]: a.label for a in reversed(told.actors) if a.id in self._outlets}
        if self.own and told.article.publisher:
            self._labels[self.own] = told.article.publisher
        self.named: frozenset[str | None] = frozenset(
            a.id for a in told.actors if a.named and a.kind not in CROWDS and not a.id.startswith("article/")
        )
        self._around: dict[str, list[Claim]] = defaultdict(list)
        for claim in told.claims:
            for inner in claim.embeds:
                self._around[inner].append(claim)
        cued = ((span.begin, claim) for claim in told.claims for span in (*claim.cue, *claim.source))
        self._cued = sorted(cued, key=lambda c: (c[0], c[1].id))
        self._begins = [begin for begin, _ in self._cued]
        self.cited = self._keys(told.claims)

    def label(self, key: str) -> str:
        """The name that the article has for an outlet."""
        return self._labels[key]

    def credited(self, claim: Claim) -> tuple[str, ...]:
        """The keys of the other outlets that tell a claim, or were told, by its chain."""
        return self._keys(self._outwards(claim))

    def credited_in(self, span: Span) -> tuple[str, ...]:
        """The keys of the other outlets that are named so within a stretch of the text."""
        return self._keys(self._told_in(span))

    def sources(self, claim: Claim) -> tuple[str, ...]:
        """The ids of those on whose word it goes: who claims it, or where that is nobody by name, who passes it on."""
        found: set[str | None] = set()
        waiting, seen = [claim], {claim.id}
        while waiting:
            one = waiting.pop()
            if one.claimant in self.named and one.claimant not in self._outlets:
                found.add(one.claimant)
            else:
                waiting += self._beyond(one, seen)
        return tuple(sorted(id_ for id_ in found if id_))

    def _beyond(self, claim: Claim, seen: set[str]) -> list[Claim]:
        """The claims that embed one, of those not seen, which they then are."""
        outer = [c for c in self._around[claim.id] if c.id not in seen]
        seen |= {c.id for c in outer}
        return outer

    def _outwards(self, claim: Claim) -> Iterator[Claim]:
        """A claim and those that embed it, near or far."""
        waiting, seen = [claim], {claim.id}
        while waiting:
            one = waiting.pop()
            yield one
            waiting += self._beyond(one, seen)

    def _told_in(self, span: Span) -> Iterator[Claim]:
        """The claims whose source or cue begins in a stretch of the text."""
        for n in range(bisect_left(self._begins, span.begin), bisect_left(self._begins, span.end)):
            yield self._cued[n][1]

    def _keys(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        ids = {id_ for claim in claims for id_ in (claim.claimant, *claim.addressees)}
        return tuple(sorted({self._outlets[id_] for id_ in ids if id_ in self._outlets} - {self.own}))
