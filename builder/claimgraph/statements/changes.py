"""`cg:changedFrom`: two numbers of which the one became the other: 'from 500 to 4,000', '40, up from 25'."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimgraph.statements.numerals import Number, follows, tables
from claimgraph.statements.syntax import lemma

REACH = 9  # words between the two: 'from 500 troops in Eastport last year to'
FROM, TO = frozenset({"from"}), frozenset({"to"})


def changes(doc: Doc, numbers: Sequence[Number]) -> list[tuple[int, int]]:
    """The pairs of earlier and later, as positions in `numbers`."""
    found = []
    for at, number in enumerate(numbers):
        if number.value is None or not follows(doc, number.start, FROM):
            continue
        after = next(
            (i for i in range(at + 1, min(at + REACH, len(numbers))) if _became(doc, number, numbers[i])), None
        )
        later = after if after is not None else _grown(doc, numbers, at)
        if later is not None:
            found.append((at, later))
    return found


def _became(doc: Doc, earlier: Number, later: Number) -> bool:
    """'from 500 … to 4,000'."""
    return later.value is not None and follows(doc, later.start, TO) and _near(doc, earlier, later)


def _grown(doc: Doc, numbers: Sequence[Number], at: int) -> int | None:
    """'to 40 from 25', '40, up from 25'."""
    earlier = numbers[at]
    opening = next(t.i for t in reversed(doc[: earlier.start]) if t.lower_ == "from")
    risen = opening > 0 and lemma(doc[opening - 1]) in tables().words["falling"]
    for i in range(at - 1, max(at - 2 * REACH, -1), -1):
        later = numbers[i]
        if later.value is None or not _near(doc, later, earlier, 2 * REACH if risen else REACH):
            continue
        if risen or follows(doc, later.start, TO):
            return i
    return None


def _near(doc: Doc, first: Number, second: Number, reach: int = REACH) -> bool:
    """Whether two numbers stand close in one sentence, with no verb between them."""
    between = doc[first.end : second.start]
    return len(between) <= reach and doc[first.start].sent == doc[second.start].sent and not any(map(_is_verb, between))


def _is_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and lemma(token) not in tables().words["falling"]
