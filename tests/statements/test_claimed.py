"""The claims at a place of the text."""

from claimgraph.model import Claim, Span
from claimgraph.statements.claimed import Claimed
from eventful import claim

TEXT = "Officials said that gunmen who, they said, came by night had left the town."
OUTER = claim(TEXT, "gunmen who, they said, came by night had left the town", cue="Officials said")
INNER = claim(TEXT, "came by night", cue="they said")
CLAIMED = Claimed((INNER, OUTER))


def contents(claims: list[Claim]) -> set[str]:
    return {c.content[0].text for c in claims}


def test_every_claim_around_a_place_is_found() -> None:
    assert contents(CLAIMED.around(TEXT.index("night"))) == contents([OUTER, INNER])


def test_what_ended_before_the_place_is_not() -> None:
    assert contents(CLAIMED.around(TEXT.index("town"))) == contents([OUTER])
    assert not CLAIMED.around(TEXT.index("Officials"))
    assert not CLAIMED.around(len(TEXT) - 1)


def test_a_cue_is_no_content() -> None:
    assert contents(CLAIMED.cued(TEXT.index("said"))) == contents([OUTER])
    assert not CLAIMED.cued(TEXT.index("gunmen"))


def test_a_span_is_held_only_as_a_whole() -> None:
    def span(words: str) -> Span:
        return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))

    assert contents(CLAIMED.holding(span("night"))) == contents([OUTER, INNER])
    assert contents(CLAIMED.holding(span("night had"))) == contents([OUTER])
    assert not CLAIMED.holding(span("that gunmen"))
