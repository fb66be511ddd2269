"""Claims that say the same in the same words share a proposition."""

from claimgraph.model import Article, Claim, Extraction, Quotation, Span, SpeechAct
from claimgraph.registry import Registry
from claimgraph.stories import join


def claim(key: str, *pieces: str) -> Claim:
    spans = tuple(Span(10 * i, 10 * i + len(p), p) for i, p in enumerate(pieces))
    return Claim(key, "rule", spans, SpeechAct.ASSERTION, Quotation.INDIRECT)


def test_case_marks_and_a_leading_that_make_no_difference() -> None:
    first = Extraction(Article("a", "x"), claims=(claim("1", "that rebels left"), claim("2", "“Rebels left,”")))
    second = Extraction(Article("b", "x"), claims=(claim("3", "Rebels", "left"), claim("4", "rebels never left")))
    found = join([first, second], Registry()).propositions
    assert found["1"] == found["2"] == found["3"] != found["4"]
    assert found == join([second, first], Registry()).propositions
