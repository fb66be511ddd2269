"""Which of the days of a name is meant, where a word above it tells of what is to come."""

import pytest
from spacy.language import Language

from claimgraph.statements.ahead import expected
from claimgraph.statements.dates import expressions
from handmade import doc

LAST, NEXT = "2024-05-10", "2024-05-17"  # Fridays around Wednesday, 15 May 2024


def day(rows: str) -> str | None:
    """What the Friday of a sentence comes to."""
    (when,) = expressions(next(doc(rows).sents), "2024-05-15")
    return when.value


GOVERNED = """
Norland PROPN 3 nsubj NNP
{} 3 {}
{} 0 root {}
to PART 5 mark TO
raid VERB 3 xcomp VB
Sudria PROPN 5 obj NNP
Friday PROPN 5 obl NNP
"""


@pytest.mark.parametrize(
    ("auxiliary", "word", "value"),
    [
        ("is AUX", "expected VERB", NEXT),
        ("was AUX", "expected VERB", NEXT),
        ("is AUX", "likely ADJ", NEXT),
        ("is AUX", "unlikely ADJ", NEXT),
        ("is AUX", "due ADJ", NEXT),
        ("has AUX", "vowed VERB", NEXT),
        ("now ADV", "plans VERB", NEXT),
        ("then ADV", "threatened VERB", NEXT),
        ("had AUX", "expected VERB", LAST),
        ("had AUX", "vowed VERB", LAST),
        ("is AUX", "known VERB", LAST),
        ("then ADV", "managed VERB", LAST),
    ],
)
def test_what_is_expected_takes_the_next_day(auxiliary: str, word: str, value: str) -> None:
    tags = {"had": "aux VBD", "was": "aux:pass VBD", "is": "aux:pass VBZ", "has": "aux VBZ"}
    label = tags.get(auxiliary.split()[0], "advmod RB")
    tag = "JJ" if "ADJ" in word else "VBZ" if "plans" in word else "VBD" if auxiliary == "then ADV" else "VBN"
    assert day(GOVERNED.format(auxiliary, label, word, tag)) == value


DIRECT = """
Norland PROPN 3 nsubj NNP
{} 3 {}
{} VERB 0 root {}
{} ADP 5 case IN
Friday PROPN 3 obl NNP
to PART 7 mark TO
raid VERB 3 xcomp VB
Sudria PROPN 7 obj NNP
"""


@pytest.mark.parametrize(
    ("auxiliary", "verb", "value"),
    [
        ("then ADV advmod RB", "vowed VBD", LAST),
        ("then ADV advmod RB", "vowing VBG", LAST),
        ("then ADV advmod RB", "vows VBZ", NEXT),
        ("had AUX aux VBD", "planned VBN", LAST),
        ("is AUX aux VBZ", "planning VBG", NEXT),
        ("is AUX aux:pass VBZ", "scheduled VBN", NEXT),
    ],
)
def test_the_day_beside_a_vow_is_when_it_was_made(auxiliary: str, verb: str, value: str) -> None:
    word, pos, label, tag = auxiliary.split()
    assert day(DIRECT.format(f"{word} {pos}", f"{label} {tag}", *verb.split(), "on")) == value


NOUN = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBZ
{} DET 4 det DT
raid NOUN 2 {} NN
on ADP 6 case IN
Friday PROPN 4 nmod NNP
"""


@pytest.mark.parametrize(
    ("verb", "determiner", "label", "value"),
    [
        ("plans", "a", "obj", NEXT),
        ("plans", "the", "obj", LAST),
        ("plans", "that", "obj", LAST),
        ("condemns", "a", "obj", LAST),
        ("hopes", "a", "obl", NEXT),
        ("hopes", "a", "advcl", LAST),
    ],
)
def test_a_noun_that_is_planned(verb: str, determiner: str, label: str, value: str) -> None:
    assert day(NOUN.format(verb, determiner, label)) == value


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ("A DET 2 det DT\nplan NOUN 0 root NN\nfor ADP 4 case IN\nFriday PROPN 2 nmod NNP", NEXT),
        ("A DET 2 det DT\nthreat NOUN 0 root NN\non ADP 4 case IN\nFriday PROPN 2 nmod NNP", LAST),
        ("A DET 2 det DT\nplan NOUN 0 root NN\non ADP 4 case IN\nFriday PROPN 2 nmod NNP", LAST),
        ("A DET 2 det DT\nplan NOUN 0 root NN\nto PART 4 mark TO\nvote VERB 2 acl VB\nFriday PROPN 4 obl NNP", NEXT),
    ],
)
def test_a_plan_for_a_day(rows: str, value: str) -> None:
    assert day(rows) == value


ABOVE = """
Norland PROPN 2 nsubj NNP
plans VERB 0 root VBZ
to PART 4 mark TO
free VERB 2 xcomp VB
men NOUN 4 obj NNS
{} 7 {}
{} VERB {} {}
Friday PROPN 7 obl NNP
"""


@pytest.mark.parametrize(
    ("mark", "verb", "label", "value"),
    [
        ("then ADV advmod RB", "seized", "5 acl VBN", LAST),
        ("who PRON nsubj WP", "fled", "5 acl:relcl VBD", LAST),
        ("who PRON nsubj WP", "flee", "5 acl:relcl VBP", LAST),
        ("after SCONJ mark IN", "losing", "4 advcl VBG", LAST),
        ("to PART mark TO", "celebrate", "4 advcl VB", NEXT),
        ("and CCONJ cc CC", "celebrate", "4 conj VB", NEXT),
        ("and CCONJ cc CC", "celebrated", "4 conj VBD", LAST),
        ("have AUX aux VBP", "celebrated", "4 ccomp VBN", LAST),
    ],
)
def test_what_was_done_before_keeps_the_last_day(mark: str, verb: str, label: str, value: str) -> None:
    word, pos, dep, tag = mark.split()
    assert day(ABOVE.format(f"{word} {pos}", f"{dep} {tag}", verb, *label.split(" ", 1))) == value


@pytest.mark.parametrize(("word", "value"), [("meet VERB", NEXT), ("rain NOUN", LAST)])
def test_due_may_be_a_mark(word: str, value: str) -> None:
    assert day(f"due ADP 3 mark IN\nto PART 3 mark TO\n{word} 0 root VB\nFriday PROPN 3 obl NNP") == value


def test_nothing_above_expects_nothing() -> None:
    made = doc("Friday PROPN 2 obl NNP\nrain NOUN 0 root NN\nlikely ADJ 2 amod JJ")
    assert not expected(made[0])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Parliament is expected to vote on Friday.", NEXT),
        ("The council is due to meet on Friday.", NEXT),
        ("A march in Eastport is expected on Friday.", NEXT),
        ("Norland had expected to leave on Friday.", LAST),
        ("Norland is likely to condemn Friday's raid.", LAST),
        ("Norland is likely to have left on Friday.", LAST),
        ("Norland vowed on Friday to avenge the raid.", LAST),
        ("Norland plans to free the men captured on Friday.", LAST),
    ],
)
def test_what_the_reader_makes_of_it(nlp: Language, text: str, value: str) -> None:
    assert [when.value for when in expressions(next(nlp(text).sents), "2024-05-15")] == [value]
