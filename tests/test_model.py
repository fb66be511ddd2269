"""The records that all stages share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Actor, Article, Claim, Extraction, Kind, Mention, Quotation, Span, SpeechAct

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1)


@given(TEXTS, st.data())
def test_a_span_is_the_text_between_its_offsets(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    assert Span.of(text, begin, end).text == text[begin:end]


@pytest.mark.parametrize(("begin", "end", "text"), [(2, 2, ""), (3, 2, "x"), (-1, 1, "xx"), (0, 3, "xx")])
def test_what_is_no_span_is_refused(begin: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(begin, end, text)


@given(TEXTS)
def test_records_come_back_from_json(text: str) -> None:
    article = Article("a/b", text, issued="2021-03-04", boilerplate=(Span.of(text, 0, 1),))
    whole = Span.of(text, 0, len(text))
    claim = Claim("c", "rule", (whole,), SpeechAct.DENIAL, Quotation.MIXED, cue=(whole,), embeds=("d",))
    told = Extraction(
        article, (whole,), (Actor("a", Kind.STATE, text),), mentions=(Mention(whole, "a", "r"),), claims=(claim,)
    )
    assert Extraction.from_json(told.to_json()) == told


def test_boilerplate_is_blanked_and_every_offset_stays() -> None:
    text = "Menu | Home\nNews.\nShare\nthis"
    article = Article("a", text, boilerplate=(Span.of(text, 0, 11), Span.of(text, 18, 28)))
    assert article.body == " " * 11 + "\nNews.\n" + "     \n    "


def test_another_text_or_identifier_is_another_article() -> None:
    assert Article("a", "x").id == Article("a", "x", title="t").id
    assert len({Article("a", "x").id, Article("b", "x").id, Article("a", "y").id}) == 3
