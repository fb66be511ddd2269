"""Whom a pronoun takes up where several agree with it: who spoke, who was asked, who stands where."""

import pytest
from spacy.language import Language

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article
from claimgraph.registry import Registry


def read(nlp: Language, text: str) -> Cast:
    return cast(nlp(text), Article("t", text), Registry())


def whom(made: Cast, word: str, nth: int = -1) -> str | None:
    """The label of whom the last (or nth) token with that text stands for."""
    found = made.actor([t for t in made.doc if t.text == word][nth])
    return made.label(found) if found else None


NABIL, KARIM, SALWA = "Nabil Kelvani", "Karim Zorban", "Salwa Zorban"


@pytest.mark.parametrize(
    ("text", "he"),
    [
        (f"{NABIL} said the pumps were gone. {KARIM}, the mayor, resigned in May. He added that it was late.", NABIL),
        (f"{NABIL} sold the pumps. {KARIM}, the mayor, resigned in May. He left the town.", KARIM),
        (f"{NABIL} called it a lie, while {KARIM} praised the firm. He said it paid well.", KARIM),
        (f"{NABIL} called it a lie about {KARIM}. He said it was late.", NABIL),
        (f"The judge asked {NABIL} whether the road was open. He said it was.", NABIL),
        (f"The judge asked {NABIL} to leave the room. He said the hearing would go on.", "judge"),
        (f"The judge pressed {NABIL} for names. He refused.", NABIL),
        (f"The judge pressed {NABIL} for names. He left.", "judge"),
        (f"Every driver blames the council. Some had met {NABIL}. He said the road was closed.", NABIL),
        (f"{NABIL} left. Through an aide, he said the road was closed.", NABIL),
        (f"{NABIL} left. {KARIM} was tired, he said.", NABIL),
        (f"{NABIL} left. {KARIM} was clear: “No,” he said.", KARIM),
    ],
)
def test_he(nlp: Language, text: str, he: str) -> None:
    assert whom(read(nlp, text), "He" if "He " in text else "he") == he


def test_a_sure_match_is_nearer_than_a_possible_one(nlp: Language) -> None:
    assert whom(read(nlp, f"{SALWA}'s letter lay on the minister's desk. It was, she says, short."), "she") == SALWA
    assert whom(read(nlp, f"{SALWA}'s letter is old. The minister came to the desk, she says."), "she") == SALWA
    assert whom(read(nlp, "The minister's letter lay on the desk. It was, she says, short."), "she") == "minister"


def test_the_words_of_the_subject_are_as_good_as_the_subject(nlp: Language) -> None:
    text = "{}'s {} about the minister angered the deputy. It was, he says, short."
    assert whom(read(nlp, text.format(NABIL, "claim")), "he") == NABIL


def test_a_report_is_it(nlp: Language) -> None:
    made = "The Kelvani Board published a report on the wells. "
    told = "The 60-page report tells how members of the Zorban Brigades left. It finds that officers knew."
    assert whom(read(nlp, made + told), "It") == "Kelvani Board"
    assert whom(read(nlp, made + "The Zorban Council read it. It finds that officers knew."), "It") == "Zorban Council"


def test_the_directorate_is_it(nlp: Language) -> None:
    named = "The Zorban Council met the Kelvani Tribunal on Monday. The {} denied it. It left early."
    assert whom(read(nlp, named.format("tribunal")), "It") == "Kelvani Tribunal"
    assert whom(read(nlp, named.format("river")), "It") == "Zorban Council"


def test_pronouns_before_answer_where_no_noun_is_near(nlp: Language) -> None:
    rain = "Rain fell. Snow fell. "
    assert whom(read(nlp, f"{SALWA} left. {rain}She said so. {rain}She said it was cold."), "She") == SALWA
    assert whom(read(nlp, f"{SALWA} left. {rain}{rain}{rain}She said it was cold."), "She") is None


def test_the_headline_is_asked_last(nlp: Language) -> None:
    body = "A cousin met the doctor on Sunday. She said the road was closed."
    assert whom(read(nlp, f"Widow blames council\n\n{body}"), "She") == "cousin"
    assert whom(read(nlp, "Widow blames council\n\nThe road was closed. She said so."), "She") == "Widow"


def test_who_tells_what_follows_in_the_same_paragraph(nlp: Language) -> None:
    met = "“I met {} there,” says {}. “The guard asked him whether it was late.”"
    assert whom(read(nlp, met.format(NABIL, KARIM)), "him") == NABIL
    apart = met.replace(". “", ".\n\n“").format("the doctor", KARIM)
    assert whom(read(nlp, apart), "him") == KARIM
