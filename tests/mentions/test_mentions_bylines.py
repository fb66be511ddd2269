"""Who speaks where nobody is quoted: writers, issuers, turns of a talk; headlines and who they turn out to be."""

import pytest
from spacy.language import Language

from claimgraph import pipeline
from claimgraph.mentions import Cast, cast, layout
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry


def read(nlp: Language, text: str) -> Cast:
    return cast(nlp(text), Article("t", text), Registry())


def whom(made: Cast, word: str, nth: int = -1) -> str | None:
    """The label of whom the last (or nth) token with that text stands for."""
    found = made.actor([t for t in made.doc if t.text == word][nth])
    return made.label(found) if found else None


def test_the_writer_is_i(nlp: Language) -> None:
    text = "Who owns the river\n\nBy Nadir Kelvani\n\nThe mayor told {} that it was late."
    assert whom(read(nlp, text.format("me")), "me") == "Nadir Kelvani"
    assert whom(read(nlp, text.format("us")), "us") is None
    assert whom(read(nlp, text.replace("\n\nThe", " wrote to me: the").format("me")), "me") is None


def test_who_issues_a_statement_is_we(nlp: Language) -> None:
    text = "Statement by the Kelvani Board\n\nThe road is closed. We regret the loss."
    assert whom(read(nlp, text), "We") == "Kelvani Board"
    assert whom(read(nlp, text.replace("Statement by", "Visit by")), "We") is None


def test_question_and_answer(nlp: Language) -> None:
    intro = "Nadir Kelvani spoke to Salwa Zorban in Derik.\n\n"
    made = read(nlp, f"{intro}Q: Is it late?\n\nA: It is not late at all.")
    assert (whom(made, "Q"), whom(made, "A")) == ("Salwa Zorban", "Nadir Kelvani")
    other = read(nlp, "Nadir Kelvani was interviewed by Salwa Zorban.\n\nQ: Is it late?\n\nA: It is not.")
    assert (whom(other, "Q"), whom(other, "A")) == ("Salwa Zorban", "Nadir Kelvani")
    assert whom(read(nlp, f"{intro}A road was closed: it was late."), "A") is None


def test_turns_of_a_talk_are_quotations(nlp: Language) -> None:
    text = (
        "Our reporter Ali Kelvani is in Derik.\n\nPRESENTER: Ali, what is new?\n\n"
        "KELVANI: We saw the doctors. One of them told me that the ward was full.\n\nPRESENTER: What else is there?\n\n"
        "KELVANI: Nothing else is new."
    )
    extraction = pipeline.extract(Article("t", text), nlp, Registry())
    told = next(c for c in extraction.claims if c.cue[0].text == "told")
    (reporter,) = {a.id for a in extraction.actors if a.label == "Ali Kelvani"}
    assert told.addressees == (reporter,)


def test_capitals_are_a_short_name_only_where_a_turn_begins(nlp: Language) -> None:
    text = "Our reporter Ali Kelvani is here.\n\n{} We left at dawn and came back."
    assert whom(read(nlp, text.format("KELVANI:")), "KELVANI") == "Ali Kelvani"
    assert whom(read(nlp, text.format("KELVANI rose.")), "KELVANI") != "Ali Kelvani"


@pytest.mark.parametrize(
    ("headline", "body", "label"),
    [
        ("Raid failed, commander says", "General Nadir Kelvani said the raid had failed.", "Nadir Kelvani"),
        ("Raid failed, commander says", "A commander of the guards said it had failed.", "commander of the guards"),
        ("Raid failed, cleric says", "General Nadir Kelvani said the raid had failed.", "cleric"),
        (
            "Raid failed, commander says",
            "General Nadir Kelvani and General Karim Zorban said it had failed.",
            "commander",
        ),
        ("Raid failed, its commander says", "General Nadir Kelvani said the raid had failed.", "commander"),
    ],
)
def test_who_the_headlines_noun_is(nlp: Language, headline: str, body: str, label: str) -> None:
    word = next(w for w in ("commander", "cleric") if w in headline)
    assert whom(read(nlp, f"{headline}\n\n{body}"), word, 0) == label


@pytest.mark.parametrize(
    ("lead", "body", "word", "label"),
    [
        (
            "A former ministry official said it was lost.",
            "Helen Kelvani, who left the ministry in May, said she wrote it.",
            "official",
            "Helen Kelvani",
        ),
        (
            "A former ministry official said it was lost.",
            "Helen Kelvani, who lives in Derik, said she read it.",
            "official",
            "former ministry official",
        ),
        (
            "One of its commanders said it was lost.",
            "“It is gone,” said Helen Kelvani, who heads the guards.",
            "One",
            "Helen Kelvani",
        ),
        ("A spokesman said it was lost.", "Helen Kelvani said it was gone.", "spokesman", "spokesman"),
        (
            "The family of Ana Kelvani waits, her brother said.",
            "Nadir Kelvani said it was late.",
            "brother",
            "Nadir Kelvani",
        ),
        ("The family of Ana Kelvani waits, her brother said.", "Karim Zorban said it was late.", "brother", "brother"),
    ],
)
def test_who_the_leads_noun_is(nlp: Language, lead: str, body: str, word: str, label: str) -> None:
    assert whom(read(nlp, f"{lead}\n\n{body}"), word, 0) == label


def test_a_clause_behind_a_comma_does_not_tell_which(nlp: Language) -> None:
    named = "Nadir Kelvani came late. "
    assert whom(read(nlp, f"{named}The lawyer, who has defended many men, said so."), "lawyer") == "Nadir Kelvani"
    assert whom(read(nlp, f"{named}The lawyer who defended the men said so."), "lawyer") == "lawyer"


def test_the_envoy_of_another_state_is_another(nlp: Language) -> None:
    states = [("chile", "Chile", "Chilean"), ("peru", "Peru", "Peruvian")]
    known = {f"actor/{i}": Entry(f"actor/{i}", Kind.STATE, Label(n), demonyms=(d,)) for i, n, d in states}
    for nation, label in (("Chilean", "Nadir Kelvani"), ("Peruvian", "Peruvian envoy")):
        text = f"Chile's envoy, Nadir Kelvani, came. The {nation} envoy said it was late."
        made = cast(nlp(text), Article("t", text), Registry(known))
        assert whom(made, "envoy") == label


def test_figures_that_somebody_shared(nlp: Language) -> None:
    text = "Half are gone, according to figures the Kelvani Board {} in May."
    assert whom(read(nlp, text.format("shared")), "figures") == "Kelvani Board"
    assert whom(read(nlp, text.format("saw")), "figures") is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Raid failed, commander says", True),
        ("The raid failed, says “the commander”", True),
        ("The raid failed.", False),
        ("“The raid failed.”", False),
        ("The raid failed " * 15, False),
    ],
)
def test_a_headline_is_short_and_not_closed(nlp: Language, line: str, found: bool) -> None:
    assert bool(layout.headline(nlp(f"{line}\n\nIt was late."))) is found
