"""Attribution by punctuation alone: headlines, transcripts, signatures, and quotations behind a colon."""

import pytest
from spacy.language import Language

from claimgraph.mentions import cast
from claimgraph.model import Article, Claim, Quotation, SpeechAct
from claimgraph.registry import Registry
from claimgraph.statements.claims import claims
from claimgraph.statements.lexicon import lexicon

REST = "\n\nNothing else is known about the night."


def marked(nlp: Language, text: str) -> list[Claim]:
    """The claims that marks make."""
    doc = nlp(text)
    found = claims(doc, cast(doc, Article("test", text), Registry()), lexicon())[0]
    return [c for c in found if not any(character.isalpha() for character in c.cue[0].text)]


def told(claim: Claim) -> tuple[str, str]:
    return claim.source[0].text, claim.content[0].text


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Minister: rebels have left the town", "Minister", "rebels have left the town"),
        ("Minister: Rebels Left Town After Talks", "Minister", "Rebels Left Town After Talks"),
        ("Karim Salim: the talks have failed", "Karim Salim", "the talks have failed"),
        ("Poll: voters abandon ruling party", "Poll", "voters abandon ruling party"),
        ("Sources: the army has left the town.", "Sources", "the army has left the town"),
        ("Raid killed ten: ministry", "ministry", "Raid killed ten"),
        ("Ten dead in raid - police", "police", "Ten dead in raid"),
        ("Rebels have left the town, officials", "officials", "Rebels have left the town"),
    ],
)
def test_a_headline_names_who_says_it(nlp: Language, line: str, source: str, content: str) -> None:
    (claim,) = marked(nlp, line + REST)
    assert claim.rule == "claim.headline"
    assert told(claim) == (source, content)


@pytest.mark.parametrize(
    "line",
    [
        "Update: rebels have left the town",
        "Read more: how the army left the town",
        "Date: the raid began on 5 May",
        "Baghdad: ten killed in raid",
        "The raid began at 10:30 in the town",
        "Protesters have three demands: jobs, water and a new mayor",
        "See https://example.org/a:b for more on the raid",
        "Army names new chief: Karim Salim",
        "Minister: Hadi Jabbar al-Tai",
        "Raid kills three soldiers, two officials",
        "Rebels have left the town - on Monday",
        "A man walks through the town on Monday. Photo: Reuters",
        "The mayor spoke. Rebels have left the town, officials",
    ],
)
def test_a_label_a_place_or_a_list_says_nothing(nlp: Language, line: str) -> None:
    assert marked(nlp, line + REST) == []


def test_a_transcript_names_each_speaker_before_a_colon(nlp: Language) -> None:
    text = "The two met again.\n\nSALIM: We left the town.\n\nHADI: Why did you leave?\n\nSALIM: There was no water."
    found = marked(nlp, text)
    assert [c.rule for c in found] == ["claim.transcript"] * 3
    assert [told(c) for c in found] == [
        ("SALIM", "We left the town"),
        ("HADI", "Why did you leave?"),
        ("SALIM", "There was no water"),
    ]
    assert {c.quotation for c in found} == {Quotation.DIRECT}


def test_places_at_the_head_of_lines_do_not_speak(nlp: Language) -> None:
    text = "The week in short.\n\nBAGHDAD: Ten men were killed.\n\nMOSUL: Two were hurt.\n\nBAGHDAD: A bridge was hit."
    assert marked(nlp, text) == []


def test_labels_of_several_lines_are_no_transcript(nlp: Language) -> None:
    text = "The two met again.\n\nUPDATE: The town has fallen.\n\nUPDATE: The town stands.\n\nNOTE: It was raining."
    assert marked(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We have left the town.” ― Karim Salim, a teacher", "Karim Salim, a teacher"),
        ("“We have left the town.”\n— Karim Salim, a teacher", "Karim Salim, a teacher"),
        ("“We have left the town.” – a teacher from Basra", "a teacher from Basra"),
    ],
)
def test_a_quotation_is_signed(nlp: Language, text: str, source: str) -> None:
    (claim,) = marked(nlp, text)
    assert claim.rule == "claim.signed"
    assert told(claim) == (source, "“We have left the town.”")


@pytest.mark.parametrize("text", ["“The axis of hope” – Iran denies it.", "He speaks of “the axis of hope” – Iran."])
def test_a_dash_with_a_clause_or_in_a_sentence_signs_nothing(nlp: Language, text: str) -> None:
    assert marked(nlp, f"The raid is over.\n\n{text}") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor, Karim Salim, was blunt: “We left the town at night.”", "The mayor, Karim Salim"),
        ("The governor made the following remark:\n\n“We left the town at night.”", "The governor"),
    ],
)
def test_a_colon_leads_to_the_words_of_whom_the_sentence_tells(nlp: Language, text: str, source: str) -> None:
    (claim,) = marked(nlp, text)
    assert claim.rule == "claim.introduced"
    assert claim.source[0].text.rstrip(",") == source
    assert claim.content[0].text == "“We left the town at night.”"


def test_nobody_speaks_where_the_sentence_tells_of_no_one(nlp: Language) -> None:
    assert marked(nlp, "The meaning was clear: “The town is lost for good.”") == []


def test_a_verb_of_saying_before_the_colon_has_the_quotation(nlp: Language) -> None:
    assert marked(nlp, "The mayor said: “We left the town at night.”") == []


@pytest.mark.parametrize(("label", "found"), [("Q", [SpeechAct.QUESTION, SpeechAct.ASSERTION]), ("X", [])])
def test_the_letters_of_an_interview_open_its_turns(label: str, found: list[SpeechAct], nlp: Language) -> None:
    text = f"Salma Karim spoke to the Echo.\n\n{label}: Who opened it?\n\n{'A' if found else 'Y'}: The guards did.\n"
    assert [claim.speech_act for claim in marked(nlp, text)] == found
