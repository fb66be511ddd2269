"""How an event's factuality is told by the verb or noun that governs it."""

import pytest

from claimgraph.model import SpeechAct
from eventful import claim, read
from handmade import doc

OBJECT = """
Norland PROPN 3 nsubj NNP
{} 3 {}
{} VERB 0 root VB
{} 5 {}
invasion NOUN 3 obj NN
"""
OBLIQUE = """
Norland PROPN 3 nsubj NNP
{} 3 {}
{} VERB 0 root VB
{} ADP 6 case
{} DET 6 det
invasion NOUN 3 obl NN
"""
NOUN = """
{} NOUN 5 nsubj NNS
{} ADP 4 case
{} DET 4 det
invasion NOUN 1 nmod NN
surfaced VERB 0 root VBD
"""
NEGATED = """
Norland PROPN 4 nsubj NNP
did AUX 4 aux VBD
{} 4 advmod RB
{} VERB 0 root VB
to PART 6 mark TO
invade VERB 4 xcomp VB
Sudria PROPN 6 obj NNP
"""
WILL = "will AUX", "aux MD"
THEN = "then ADV", "advmod RB"


def value(rows: str) -> str:
    (event,) = read(doc(rows)).events
    return event.factuality.value


@pytest.mark.parametrize(
    ("beside", "verb", "determiner", "expected"),
    [
        (WILL, "regret", ("its PRON", "nmod:poss PRP$"), "Stated"),
        (WILL, "regret", ("that DET", "det DT"), "Stated"),
        (WILL, "regret", ("an DET", "det DT"), "Intended"),
        (WILL, "conduct", ("the DET", "det DT"), "Intended"),
        (WILL, "film", ("the DET", "det DT"), "Stated"),
        (THEN, "planned", ("the DET", "det DT"), "Intended"),
        (THEN, "feared", ("the DET", "det DT"), "Hypothetical"),
        (THEN, "filmed", ("an DET", "det DT"), "Stated"),
    ],
)
def test_an_object(beside: tuple[str, str], verb: str, determiner: tuple[str, str], expected: str) -> None:
    assert value(OBJECT.format(*beside, verb, *determiner)) == expected


@pytest.mark.parametrize(
    ("beside", "verb", "case", "determiner", "expected"),
    [
        (THEN, "prepared", "for", "an", "Intended"),
        (THEN, "prepared", "for", "the", "Intended"),
        (THEN, "prepared", "with", "an", "Stated"),
        (WILL, "sleep", "in", "an", "Intended"),
        (WILL, "sleep", "amid", "an", "Stated"),
        (WILL, "sleep", "after", "an", "Stated"),
    ],
)
def test_a_phrase_with_a_preposition(
    beside: tuple[str, str], verb: str, case: str, determiner: str, expected: str
) -> None:
    assert value(OBLIQUE.format(*beside, verb, case, determiner)) == expected


@pytest.mark.parametrize(
    ("noun", "case", "determiner", "expected"),
    [
        ("Plans", "for", "an", "Intended"),
        ("Plans", "for", "the", "Intended"),
        ("Fears", "of", "an", "Hypothetical"),
        ("Plans", "after", "an", "Stated"),
        ("Photographs", "of", "an", "Stated"),
    ],
)
def test_a_noun_over_a_noun(noun: str, case: str, determiner: str, expected: str) -> None:
    assert value(NOUN.format(noun, case, determiner)) == expected


@pytest.mark.parametrize(
    ("adverb", "verb", "expected"),
    [
        ("not PART", "plan", "Denied"),
        ("long ADV", "plan", "Intended"),
        ("not PART", "begin", "Denied"),
        ("not PART", "fear", "Hypothetical"),
    ],
)
def test_what_is_not_planned_is_denied(adverb: str, verb: str, expected: str) -> None:
    assert value(NEGATED.format(adverb, verb)) == expected


@pytest.mark.parametrize(
    ("subject", "expected"), [("Nobody PRON", "Denied"), ("None PRON", "Denied"), ("Gunmen NOUN", "Stated")]
)
def test_what_nobody_does_is_denied(subject: str, expected: str) -> None:
    assert value(f"{subject} 2 nsubj NN\ninvaded VERB 0 root VBD\nSudria PROPN 2 obj NNP") == expected


@pytest.mark.parametrize(("verb", "expected"), [("is AUX 0 root VBZ", "Intended"), ("dares VERB 0 root VBZ", "Stated")])
def test_what_is_to_be_done_is_planned(verb: str, expected: str) -> None:
    rows = f"Norland PROPN 2 nsubj NNP\n{verb}\nto PART 4 mark TO\ninvade VERB 2 xcomp VB\nSudria PROPN 4 obj NNP"
    assert value(rows) == expected


@pytest.mark.parametrize(("label", "expected"), [("acl", "Stated"), ("conj", "Intended")])
def test_a_participle_behind_a_noun_keeps_to_itself(label: str, expected: str) -> None:
    head = {"acl": 4, "conj": 3}[label]
    rows = "Norland PROPN 3 nsubj NNP\nwill AUX 3 aux MD\nsee VERB 0 root VB\ngunmen NOUN 3 obj NNS"
    assert value(f"{rows}\ninvading VERB {head} {label} VBG\nSudria PROPN 5 obj NNP") == expected


@pytest.mark.parametrize(("label", "expected"), [("acl", "Stated"), ("advcl", "Intended")])
def test_who_is_known_by_what_he_does_is_no_part_of_a_demand(label: str, expected: str) -> None:
    made = doc(f"gunmen NOUN 4 nsubj NNS\ninvading VERB 1 {label} VBG\nSudria PROPN 2 obj NNP\nsleep VERB 0 root VB")
    (event,) = read(made, claims=(claim(made.text, made.text, SpeechAct.DEMAND),)).events
    assert event.factuality == expected


USED = """
Norland PROPN 3 nsubj NNP
{} 3 {}
{} VERB 0 root {}
it PRON 3 obj PRP
{} 6 mark {}
invade VERB 3 {} VB
Sudria PROPN 6 obj NNP
"""


@pytest.mark.parametrize(
    ("beside", "verb", "mark", "label", "expected"),
    [
        (THEN, "used VBD", "to PART TO", "advcl", "Stated"),
        (THEN, "used VBD", "to PART TO", "xcomp", "Stated"),
        (("is AUX", "aux VBZ"), "using VBG", "to PART TO", "advcl", "Stated"),
        (THEN, "closed VBD", "to PART TO", "advcl", "Intended"),
        (WILL, "use VB", "to PART TO", "advcl", "Intended"),
        (("may AUX", "aux MD"), "use VB", "to PART TO", "advcl", "Hypothetical"),
        (("never ADV", "advmod RB"), "used VBD", "to PART TO", "advcl", "Denied"),
        (THEN, "used VBD", "if SCONJ IN", "advcl", "Hypothetical"),
    ],
)
def test_what_a_means_is_used_for_is_done_where_it_is_used(
    beside: tuple[str, str], verb: str, mark: str, label: str, expected: str
) -> None:
    assert value(USED.format(*beside, *verb.split(), *mark.rsplit(" ", 1), label)) == expected


PLANNED_USE = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBZ
to PART 4 mark TO
use VERB 2 xcomp VB
it PRON 4 obj PRP
to PART 7 mark TO
invade VERB 4 advcl VB
Sudria PROPN 7 obj NNP
"""


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("plans", "Intended"), ("fears", "Hypothetical"), ("refuses", "Denied"), ("continues", "Stated")],
)
def test_what_it_is_to_be_used_for_is_told_as_its_use_is(verb: str, expected: str) -> None:
    assert value(PLANNED_USE.format(verb)) == expected
