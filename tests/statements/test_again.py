"""Nouns that only take up an event told before: 'The decision stands.'"""

import pytest

from claimgraph.model import Factuality
from claimgraph.statements.again import FAR
from eventful import claim, read
from handmade import doc

STOP = "\n. PUNCT 2 punct ."
TOLD = {
    "Agreement": "Norland PROPN 2 nsubj NNP\nsigned VERB 0 root VBD\na DET 4 det DT\ntreaty NOUN 2 obj NN",
    "Vote": "Norland PROPN 2 nsubj NNP\nvoted VERB 0 root VBD\nfor ADP 4 case IN\nSudria PROPN 2 obl NNP",
    "Assault": "Norland PROPN 2 nsubj NNP\nattacked VERB 0 root VBD\nSudria PROPN 2 obj NNP",
    "Bombing": "Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\nSudria PROPN 2 obj NNP",
    "Meeting": "Norland PROPN 2 nsubj NNP\nmet VERB 0 root VBD\nSudria PROPN 2 obj NNP",
    "Embargo": "Norland PROPN 2 nsubj NNP\nimposed VERB 0 root VBD\nsanctions NOUN 2 obj NNS\non ADP 5 case IN\n"
    "Sudria PROPN 2 obl NNP",
}
LATER = """
{} DET 2 det DT
{} NOUN 3 nsubj NN
surprised VERB 0 root VBD
observers NOUN 3 obj NNS
. PUNCT 3 punct .
"""


def taken_up(*sentences: str) -> list[tuple[str, str]]:
    """The words after the first sentence that speak of an event: the class of the event, and the word."""
    told = read(doc("\n\n".join(s.strip() for s in sentences)))
    again = [m for m in told.mentions if m.rule == "event.again"]
    kinds = {event.id: event.type for event in told.events}
    return [(kinds[m.of], m.span.text) for m in again]


def told(type_: str) -> str:
    return TOLD[type_] + STOP


@pytest.mark.parametrize(
    ("type_", "noun"),
    [
        ("Agreement", "arrangement"),
        ("Agreement", "deal"),  # and of a truce
        ("Assault", "bloodshed"),
        ("Vote", "decision"),
        ("Vote", "law"),
        ("Assault", "incident"),
        ("Bombing", "incident"),  # an assault too
        ("Meeting", "trip"),
        ("Meeting", "encounter"),
        ("Embargo", "measure"),
    ],
)
@pytest.mark.parametrize("pointing", ["The", "That"])
def test_a_definite_noun_takes_up_an_event_of_its_class(type_: str, noun: str, pointing: str) -> None:
    assert taken_up(told(type_), LATER.format(pointing, noun)) == [(type_, noun)]


@pytest.mark.parametrize(
    ("type_", "determiner", "noun"),
    [
        ("Vote", "A", "decision"),
        ("Vote", "Another", "decision"),
        ("Vote", "The", "incident"),
        ("Assault", "The", "decision"),
        ("Assault", "The", "river"),
        ("Meeting", "The", "measure"),
    ],
)
def test_another_noun_does_not(type_: str, determiner: str, noun: str) -> None:
    assert taken_up(told(type_), LATER.format(determiner, noun)) == []


# The noun is word 3, so that each may have a word of its own before or behind it.
TOLD_APART = """
The DET 3 det DT
{} 3 {} JJ
decision NOUN 4 nsubj NN
surprised VERB 0 root VBD
observers NOUN 4 obj NNS
"""
BEHIND = """
The DET 2 det DT
decision NOUN 5 nsubj NN
{} {} NN
surprised VERB 0 root VBD
observers NOUN 5 obj NNS
"""


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (TOLD_APART.format("really ADV", "advmod"), True),
        (TOLD_APART.format("new ADJ", "amod"), False),
        (TOLD_APART.format("army NOUN", "compound"), False),
        (TOLD_APART.format("two NUM", "nummod"), False),
        (TOLD_APART.format("army NOUN", "nmod:poss"), False),
        (BEHIND.format("of ADP 4 case IN\njudges NOUN", "2 nmod"), False),
        (BEHIND.format("that PRON 4 nsubj WDT\nfollowed VERB", "2 acl:relcl"), False),
        (BEHIND.format("to PART 4 mark TO\nfollow VERB", "2 acl"), False),
        (BEHIND.format("of ADP 4 case IN\njudges NOUN", "5 obl"), True),
    ],
)
def test_a_noun_with_words_that_tell_it_apart_is_another(rows: str, found: bool) -> None:
    assert taken_up(told("Vote"), rows) == ([("Vote", "decision")] if found else [])


@pytest.mark.parametrize(("label", "found"), [("compound", []), ("appos", []), ("nsubj", [("Vote", "decision")])])
def test_a_noun_that_stands_in_anothers_phrase_tells_of_that_one(label: str, found: list[tuple[str, str]]) -> None:
    rows = f"the DET 2 det DT\ndecision NOUN 3 {label} NN\nlasted VERB 0 root VBD"
    assert taken_up(told("Vote"), rows) == found


def test_what_comes_later_is_not_taken_up() -> None:
    assert taken_up(LATER.format("The", "decision"), told("Vote")) == []


@pytest.mark.parametrize(("away", "found"), [(FAR, 1), (FAR + 1, 0)])
def test_what_is_far_back_is_not_taken_up(away: int, found: int) -> None:
    between = "Rain NOUN 2 nsubj NN\nfell VERB 0 root VBD" + "\nslowly ADV 2 advmod RB" * (away - 5)
    sentences = (TOLD["Assault"], between, "The DET 2 det DT\nincident NOUN 3 nsubj NN\nlasted VERB 0 root VBD")
    made = doc("\n\n".join(sentences))
    (attacked,), (noun,) = ([t.i for t in made if t.text == word] for word in ("attacked", "incident"))
    assert noun - attacked == away
    assert len(taken_up(*sentences)) == found


def test_the_last_of_two_is_taken_up() -> None:
    other = "Sudria PROPN 2 nsubj NNP\nvoted VERB 0 root VBD\nfor ADP 4 case IN\nNorguard PROPN 2 obl NNP"
    made = read(doc("\n\n".join((told("Vote"), other + STOP, LATER.format("The", "decision").strip()))))
    assert [made.words(n) for n in (0, 1)] == [["voted"], ["voted", "decision"]]


def test_the_last_of_the_class_is_taken_up() -> None:
    assert taken_up(told("Vote"), told("Assault"), LATER.format("The", "decision")) == [("Vote", "decision")]


def test_the_word_of_a_claim_takes_up_nothing() -> None:
    made = doc("\n\n".join((told("Vote"), LATER.format("The", "decision").strip())))
    assert read(made).words() == ["voted", "decision"]
    assert read(made, claims=(claim(made.text, "observers", cue="decision"),)).words() == ["voted"]


def test_a_noun_that_tells_of_an_event_itself_is_told_once() -> None:
    made = read(doc("\n\n".join((told("Bombing"), LATER.format("The", "explosion").strip()))))
    assert made.words() == ["bombed", "explosion"]


@pytest.mark.parametrize(("words", "factuality"), [("attacked Sudria", Factuality.ATTRIBUTED), ("", Factuality.STATED)])
def test_to_take_an_event_up_is_not_to_vouch_for_it(words: str, factuality: Factuality) -> None:
    made = doc("\n\n".join((told("Assault"), LATER.format("The", "incident").strip())))
    found = read(made, claims=(claim(made.text, words),) if words else ())
    assert found.words() == ["attacked", "incident"]
    assert found.events[0].factuality is factuality
    assert [m.told_as for m in found.mentions] == [factuality, Factuality.STATED]
