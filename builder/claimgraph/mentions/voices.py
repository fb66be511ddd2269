"""Who speaks, and to whom, where: what "I", "we" and "you" mean in a quotation.

"We" is the speaker: whom else it takes in, the text does not tell. Only a spokesman is there to speak for another, so
"we" in his words is the body that he speaks for.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.model import Claim, Quotation
from claimgraph.quotations import overlapping, quotations

ONE = frozenset({"i", "me", "my", "mine", "myself"})
MANY = frozenset({"we", "us", "our", "ours", "ourselves"})
HEARER = frozenset({"you", "your", "yours", "yourself", "yourselves"})
FIRST = ONE | MANY | HEARER


@dataclass(frozen=True)
class Voice:
    """Who speaks the words [begin, end) of a quotation, or of a turn of talk, as code points, and to whom."""

    begin: int
    end: int
    speaker: str | None
    addressees: tuple[str, ...]


class Voices:
    """The quotations of a text with those who speak in them: by the claims that tell of them from outside.

    A claim within a quotation ("we were told that …") is told by its speaker, and so are the "we" and "us" in it. Words
    given without marks, as in a transcript, are a quotation where they stand in no other.
    """

    def __init__(self, text: str, claims: Iterable[Claim]) -> None:
        """`claims`: those of the text; where several hold the same words, the one that says the least else counts."""
        self._quoted = quotations(text)
        self._in: dict[int, list[Voice]] = defaultdict(list)
        self._unmarked: list[Voice] = []
        direct = (c for c in claims if c.quotation is not Quotation.INDIRECT)
        for claim in sorted(direct, key=lambda c: (sum(len(s.text) for s in c.content), c.id)):
            for piece in claim.content:
                if claim.quotation is Quotation.DIRECT and claim.cue[0].text == ":":
                    self._unmarked.append(Voice(piece.begin, piece.end, claim.claimant, claim.addressees))
                for q in overlapping(self._quoted, piece.begin, piece.end):
                    if not any(q.covers(cue.begin) for cue in claim.cue):
                        begin, end = max(q.begin, piece.begin), min(q.end, piece.end)
                        self._in[q.begin].append(Voice(begin, end, claim.claimant, claim.addressees))

    def at(self, position: int) -> Voice | None:
        """Whose words stand at a code point; None outside quotations and turns of talk, and where no claim tells."""
        around = overlapping(self._quoted, position, position + 1)
        told = (v for q in around for v in self._in.get(q.begin, ())) if around else iter(self._unmarked)
        return next((v for v in told if v.begin <= position < v.end), None)
