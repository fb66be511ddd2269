"""Which claims hold a place of the text in their content or their cue, found without a look at them all."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from claimgraph.model import Claim, Span


class Claimed:
    """The claims of an article by the places of their contents and cues, as code points."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Sort the spans of the claims, once."""
        self._contents = _Spans((span, claim) for claim in claims for span in claim.content)
        self._cues = _Spans((span, claim) for claim in claims for span in claim.cue)

    def around(self, spot: int) -> list[Claim]:
        """The claims whose content holds a place."""
        return [claim for _, claim in self._contents.at(spot)]

    def cued(self, spot: int) -> list[Claim]:
        """The claims whose cue holds a place."""
        return [claim for _, claim in self._cues.at(spot)]

    def holding(self, span: Span) -> list[Claim]:
        """The claims one of whose pieces of content holds a whole span."""
        return [claim for piece, claim in self._contents.at(span.begin) if piece.holds(span)]


class _Spans:
    """Spans by their beginnings, and how far the ones up to each reach: where none does, the search ends."""

    def __init__(self, pairs: Iterable[tuple[Span, Claim]]) -> None:
        self.pairs = sorted(pairs, key=lambda pair: pair[0].begin)
        self.begins = [span.begin for span, _ in self.pairs]
        self.reach = list(accumulate((span.end for span, _ in self.pairs), max))

    def at(self, spot: int) -> list[tuple[Span, Claim]]:
        """Those that hold a place, the last to begin first."""
        found = []
        k = bisect_right(self.begins, spot) - 1
        while k >= 0 and self.reach[k] > spot:
            if self.pairs[k][0].end > spot:
                found.append(self.pairs[k])
            k -= 1
        return found
