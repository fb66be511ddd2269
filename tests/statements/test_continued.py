"""Quotations that run on behind the attribution, in the paragraph and in those that follow."""

import pytest
from spacy.language import Language

from claimgraph.mentions import cast
from claimgraph.model import Article, Claim, Quotation
from claimgraph.registry import Registry
from claimgraph.statements.claims import claims
from claimgraph.statements.lexicon import lexicon


def found(nlp: Language, text: str) -> tuple[Claim, ...]:
    doc = nlp(text)
    return claims(doc, cast(doc, Article("test", text), Registry()), lexicon())[0]


def pieces(claim: Claim) -> list[str]:
    return [span.text for span in claim.content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“We left the town,” the mayor said. “There was no water. Nobody stayed.”",
            ["“We left the town,”", "“There was no water. Nobody stayed.”"],
        ),
        (
            "“We left the town,” the mayor said.\n\n“There was no water.”\n\n“Nobody stayed in the town.”",
            ["“We left the town,”", "“There was no water.”", "“Nobody stayed in the town.”"],
        ),
        (
            "'We left the town,' the mayor said. 'There was no water.'",
            ["'We left the town,'", "'There was no water.'"],
        ),
        (
            "The mayor added:\n\n“We left the town. There was no water.\n\n“Nobody stayed in the town.”",
            ["We left the town. There was no water", "“Nobody stayed in the town.”"],
        ),
    ],
)
def test_the_speaker_goes_on(nlp: Language, text: str, content: list[str]) -> None:
    (claim,) = found(nlp, text)
    assert pieces(claim) == content
    assert claim.quotation is Quotation.DIRECT


def test_a_quotation_goes_on_from_indirect_speech(nlp: Language) -> None:
    (claim,) = found(nlp, "The mayor said that the army had left the town. “There was no water here.”")
    assert pieces(claim) == ["that the army had left the town", "“There was no water here.”"]
    assert claim.quotation is Quotation.MIXED


@pytest.mark.parametrize(
    "behind",
    [
        "\n\nThe raid began at night.\n\n“There was no water here.”",  # something else in between
        "\n\n“There was no water here,” wrote the poet.",  # words of its own teller
        "\n\n“The Winter Without Water”",  # a heading
        " He grew up on a “street of bakers and thieves” in Basra.",  # a part of another sentence
        " The house is known as “Salim’s”.",
    ],
)
def test_another_quotation_is_not_the_speakers(nlp: Language, behind: str) -> None:
    first = found(nlp, "“We left the town,” the mayor said." + behind)[0]
    assert pieces(first) == ["“We left the town,”"]


def test_another_speaker_named_in_between_goes_on(nlp: Language) -> None:
    text = "“We left the town,” the mayor said.\n\nThe governor said he had stayed.\n\n“There was no water here.”"
    first, second = found(nlp, text)
    assert pieces(first) == ["“We left the town,”"]
    assert pieces(second)[-1] == "“There was no water here.”"


def test_what_is_quoted_within_a_quotation_is_the_inner_speakers(nlp: Language) -> None:
    inner, outer = found(nlp, "“The police told us, ‘Stay where you are,’ and we stayed,” the mayor said.")
    assert (inner.cue[0].text, inner.quotation) == ("told", Quotation.DIRECT)
    assert (outer.cue[0].text, outer.quotation) == ("said", Quotation.DIRECT)
    assert outer.embeds == (inner.id,)


def test_scare_quotes_make_indirect_speech_mixed(nlp: Language) -> None:
    (claim,) = found(nlp, "The mayor said the “axis” had left the town.")
    assert claim.quotation is Quotation.MIXED


def test_marks_without_words_go_on_with_nothing(nlp: Language) -> None:
    (claim,) = found(nlp, "“We left the town,” the mayor said. “....”")
    assert pieces(claim) == ["“We left the town,”"]
