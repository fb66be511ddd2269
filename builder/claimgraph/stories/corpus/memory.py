"""What is known from before of the articles to join."""

from claimgraph.stories.corpus.matching import Verdicts
from claimgraph.stories.corpus.shelf import Row
from claimgraph.stories.corpus.traces import Packed

SORTS = ("events", "claims", "passages")


class Memory:
    """Nothing is known: all is made and compared."""

    def __init__(self) -> None:
        """No number is given yet."""
        self._next = [0] * len(SORTS)
        self.compared = dict.fromkeys(SORTS, 0)  # pairs of which nothing was known
        self.candidates = dict.fromkeys(SORTS, 0)

    def row(self, key: str) -> Row | None:
        """The records of an article, where they were made before."""
        return None

    def numbered(self, key: str, made: Packed) -> Row:
        """New records with their numbers."""
        events, claims, passages = self._next
        for k, digest in enumerate((made.by_event, made.by_claim, made.by_passage)):
            self._next[k] += len(digest.counts) // 4
        return Row(made, (events, claims, passages))

    def verdicts(self, sort: str) -> Verdicts:
        """What comparing pairs gave before."""
        return Verdicts()

    def keep(self, sort: str, verdicts: Verdicts, compared: int) -> None:
        """What comparing pairs gives now."""
        self.compared[sort], self.candidates[sort] = compared, len(verdicts.pairs)
