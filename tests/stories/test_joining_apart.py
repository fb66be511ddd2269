"""What must stay apart although its words are the same: a denial, a demand, other victims, other occasions."""

from dataclasses import replace

import pytest

from claimgraph.model import Extraction, SpeechAct
from newsroom import DOR_AMNA, TAL_ZORIN, Tells, events, join, news, propositions
from telling import Says, person

SAMIR, KARIM, SALIM = person("Samir Falanji"), person("Karim Falanji"), person("Salim Zaman")


def says(
    name: str, words: str, *told: Tells, issued: str = "2031-03-06", act: SpeechAct = SpeechAct.ASSERTION
) -> Extraction:
    return news(
        name, f"Night\nSamir Falanji said {words}.", *told, Says(words, SAMIR, act=act, cue="said"), issued=issued
    )


STRIKE = Tells("An airstrike", "Airstrike", at=(TAL_ZORIN,), on="2031-03-05")
NIGHT = Tells("Night", "Storm", at=(TAL_ZORIN, DOR_AMNA))


@pytest.mark.parametrize("no", ["not ", "never "])
def test_a_plain_not_is_not_the_same_affirmed(no: str) -> None:
    a = says("a", "the fighters were moved from Tal Zorin to Dor Amna", NIGHT)
    b = says("b", f"the fighters were {no}moved from Tal Zorin to Dor Amna", NIGHT)
    found = join(a, b)
    assert len(found.negated) == 1 or len(set(found.propositions.values())) == 2
    assert not found.acts


def test_same_words_demanded_and_asserted() -> None:
    words = "that all troops leave Tal Zorin"
    assert not propositions(says("a", words), says("b", words, act=SpeechAct.DEMAND))


def test_same_words_of_events_that_contradict() -> None:
    died = Tells("was killed", "Killing", whom=(KARIM,), on="2031-03-05")
    a = says("a", "he was killed", died)
    b = says("b", "he was killed", replace(died, whom=(SALIM,), on="2030-01-01"), issued="2030-01-02")
    assert not propositions(a, b)


def test_a_vague_claim_does_not_make_two_one() -> None:
    bombed = Tells("was bombed", "Airstrike", at=(TAL_ZORIN,), on="2031-03-01")
    a = says("a", "that the old depot at Tal Zorin was bombed", bombed)
    b = says("b", "again the old depot at Tal Zorin was bombed", replace(bombed, on="2031-03-05"))
    assert not propositions(a, b)  # holds
    vague = says("c", "of how the old depot at Tal Zorin was being bombed", NIGHT)
    found = join(a, b, vague).propositions
    assert found[a.claims[0].id] != found[b.claims[0].id]


def test_what_is_told_by_the_way_is_not_what_is_said() -> None:
    died = Tells("was killed", "Killing", whom=(KARIM,), on="2031-03-05")
    said = says("a", "that Karim Falanji was killed by a missile", died)
    by_the_way = "the man who was killed, Karim Falanji, had asked for bread, salt, shoes, lamps and a new roof"
    assert not propositions(said, says("b", by_the_way, died))
    assert propositions(said, says("c", "that the man, Karim Falanji, was killed by a missile", died))


@pytest.mark.parametrize("between", ["It hit another town.", "It came without warning."])
def test_words_of_the_sentence_before_do_not_mark_an_event(between: str) -> None:
    text = f"Night\nAn airstrike hit Tal Zorin. {between}\nKilled were 3."
    a = news("a", text, STRIKE, Tells("Killed", "Killing", dead="3"))
    b = news("b", "An airstrike at Tal Zorin.", STRIKE)
    assert events(a, b) == {frozenset({"a: An airstrike", "a: Killed", "b: An airstrike"})}
