"""How an event's factuality is told by what stands round it: grounds, preparations, objects, known nouns, praise."""

from dataclasses import replace

import pytest

from claimgraph.model import SpeechAct
from eventful import claim, read
from handmade import doc

NEGATED = """
{} SCONJ 5 mark
Norland PROPN 5 nsubj NNP
does AUX 5 aux VBZ
{} 5 advmod RB
invade VERB 9 advcl VB
Sudria PROPN 5 obj NNP
, PUNCT 5 punct
it PRON 9 nsubj PRP
sleeps VERB 0 root VBZ
"""
UNDERWAY = """
{} NOUN 3 nsubj NNS
are AUX 3 cop VBP
underway ADV 0 root RB
{} ADP 6 case
the DET 6 det
invasion NOUN 3 obl NN
of ADP 8 case
Sudria PROPN 6 nmod NNP
"""
GROUND = """
It PRON 5 nsubj PRP
was AUX 5 cop VBD
{} PART 5 advmod RB
a DET 5 det
{} NOUN 0 root NN
{} SCONJ 7 mark
invading VERB 5 acl VBG
Sudria PROPN 7 obj NNP
"""
REASON = """
They PRON 2 nsubj PRP
saw VERB 0 root VBD
{} DET 4 det
reason NOUN 2 obj NN
for SCONJ 6 mark
invading VERB 4 acl VBG
Sudria PROPN 6 obj NNP
"""
DUE = """
Norland PROPN 5 nsubj NNP
is AUX 5 aux VBZ
{} ADJ 5 mark JJ
to PART 5 mark TO
invade VERB 0 root VB
Sudria PROPN 5 obj NNP
"""
SPARED = """
{} DET 2 det
invasion NOUN 3 nsubj NN
spared VERB 0 root VBD
{} DET 5 det
houses NOUN 3 obj NNS
"""
FOUND = """
They PRON 2 nsubj PRP
{} VERB 0 root VBD
it PRON 2 obj PRP
{} DET 5 det
invasion NOUN 2 xcomp {}
"""
PRAISED = """
Sudria PROPN 2 nsubj NNP
{} VERB 0 root VBD
that SCONJ 5 mark
Norland PROPN 5 nsubj NNP
invaded VERB 2 ccomp VBD
Westfort PROPN 5 obj NNP
"""
GOING_ON = """
Gunmen NOUN 2 nsubj NNS
attacked VERB 9 ccomp VBD
Sudria PROPN 2 obj NNP
, PUNCT 5 punct
arresting VERB 9 {} VBG
soldiers NOUN 5 obj NNS
, PUNCT 9 punct
Norland PROPN 9 nsubj NNP
said VERB 0 root VBD
"""
AFTER = """
Norland PROPN 3 nsubj NNP
will AUX 3 aux MD
leave VERB 0 root VB
{} SCONJ 6 mark
gunmen NOUN 6 nsubj NNS
invaded VERB 3 advcl VBD
Sudria PROPN 6 obj NNP
"""
JOINED = """
Norland PROPN 3 nsubj NNP
{} AUX 3 aux MD
sleep VERB 0 root VB
and CCONJ 6 cc
{} 6 {}
invade VERB 3 conj VB
Sudria PROPN 6 obj NNP
"""
MODIFIED = """
{} ADJ 2 amod JJ
invasions NOUN 3 nsubj NNS
shook VERB 0 root VBD
Sudria PROPN 3 obj NNP
"""
WOULD = """
Norland PROPN 3 nsubj NNP
would AUX 3 aux MD
invade VERB 0 root VB
Sudria PROPN 3 obj NNP
{} SCONJ 7 mark
it PRON 7 nsubj PRP
rained VERB 3 advcl VBD
"""


def values(rows: str) -> list[str]:
    return [event.factuality.value for event in read(doc(rows), issued=None).events]


@pytest.mark.parametrize(
    ("mark", "adverb", "value"),
    [
        ("If", "not PART", "Hypothetical"),
        ("Unless", "never ADV", "Hypothetical"),
        ("Because", "not PART", "Denied"),
        ("If", "often ADV", "Hypothetical"),
    ],
)
def test_what_is_negated_under_a_condition_is_only_supposed(mark: str, adverb: str, value: str) -> None:
    assert values(NEGATED.format(mark, adverb)) == [value]


@pytest.mark.parametrize(
    ("noun", "case", "value"),
    [
        ("Preparations", "for", "Intended"),
        ("Preparations", "after", "Stated"),
        ("Celebrations", "for", "Stated"),
        ("Fears", "for", "Hypothetical"),
    ],
)
def test_preparations_are_for_what_is_to_come(noun: str, case: str, value: str) -> None:
    assert values(UNDERWAY.format(noun, case)) == [value]


@pytest.mark.parametrize(
    ("adverb", "noun", "mark", "value"),
    [
        ("not", "ground", "for", "Denied"),
        ("never", "means", "of", "Denied"),
        ("just", "ground", "for", "Stated"),
        ("not", "ground", "while", "Stated"),
        ("not", "ground", "by", "Stated"),
    ],
)
def test_no_ground_for_an_act_denies_it(adverb: str, noun: str, mark: str, value: str) -> None:
    assert values(GROUND.format(adverb, noun, mark)) == [value]


@pytest.mark.parametrize(("determiner", "value"), [("no", "Denied"), ("a", "Stated")])
def test_no_reason_for_an_act_denies_it(determiner: str, value: str) -> None:
    assert values(REASON.format(determiner)) == [value]


@pytest.mark.parametrize(("word", "value"), [("due", "Intended"), ("glad", "Stated")])
def test_what_is_due_is_planned(word: str, value: str) -> None:
    assert values(DUE.format(word)) == [value]


@pytest.mark.parametrize(("event", "things", "value"), [("an", "no", "Stated"), ("no", "the", "Denied")])
def test_an_object_s_negation_leaves_the_subject_s_event(event: str, things: str, value: str) -> None:
    assert values(SPARED.format(event, things)) == [value]


@pytest.mark.parametrize(("determiner", "value"), [("no", "Denied"), ("two", "Stated")])
def test_an_object_s_negation_denies_the_verb_s_own_event(determiner: str, value: str) -> None:
    assert values(SPARED.replace("invasion", "army").replace("spared", "destroyed").format("the", determiner)) == [
        value
    ]


@pytest.mark.parametrize(
    ("verb", "determiner", "tag", "value"),
    [
        ("feared", "the", "NN", "Stated"),
        ("feared", "an", "NN", "Hypothetical"),
        ("wanted", "this", "NN", "Stated"),
        ("found", "an", "NN", "Stated"),
    ],
)
def test_what_is_called_the_act_took_place(verb: str, determiner: str, tag: str, value: str) -> None:
    assert values(FOUND.format(verb, determiner, tag)) == [value]


@pytest.mark.parametrize(
    ("act", "held", "value"),
    [
        (SpeechAct.CONDEMNATION, True, "Stated"),
        (SpeechAct.CONDEMNATION, None, "Attributed"),
        (SpeechAct.ASSERTION, True, "Attributed"),
    ],
)
def test_what_is_condemned_and_known_is_stated(act: SpeechAct, held: bool | None, value: str) -> None:
    made = doc(PRAISED.format("deplored"))
    told = read(made, claims=(replace(claim(made.text, "that Norland invaded Westfort", act), held=held),))
    assert told.events[0].factuality == value


@pytest.mark.parametrize(
    ("verb", "act", "value"),
    [
        ("denied", SpeechAct.DENIAL, "Denied"),
        ("feared", SpeechAct.BELIEF, "Hypothetical"),
        ("thought", SpeechAct.BELIEF, "Attributed"),
        ("feared", SpeechAct.ASSERTION, "Attributed"),
    ],
)
def test_the_cue_of_a_mere_belief_says_what_its_word_says(verb: str, act: SpeechAct, value: str) -> None:
    made = doc(PRAISED.format(verb))
    told = read(made, claims=(claim(made.text, "that Norland invaded Westfort", act, cue=verb),))
    assert told.events[0].factuality == value


@pytest.mark.parametrize(("label", "value"), [("advcl", "Denied"), ("parataxis", "Stated")])
def test_what_a_clause_goes_on_to_tell_is_denied_with_it(label: str, value: str) -> None:
    made = doc(GOING_ON.format(label))
    told = read(made, claims=(claim(made.text, "Gunmen attacked Sudria", SpeechAct.DENIAL, cue="said"),))
    assert [event.factuality.value for event in told.events] == ["Denied", value]


def test_the_innermost_claim_counts() -> None:
    made = doc(PRAISED.format("said"))
    outer = claim(made.text, "that Norland invaded Westfort", SpeechAct.DEMAND)
    inner = claim(made.text, "Norland invaded Westfort", SpeechAct.DENIAL)
    assert read(made, claims=(outer, inner)).events[0].factuality == "Denied"
    assert read(made, claims=(inner, outer)).events[0].factuality == "Denied"


@pytest.mark.parametrize(
    ("mark", "value"), [("after", "Stated"), ("if", "Hypothetical"), ("without", "Denied"), ("although", "Stated")]
)
def test_a_setting_is_not_what_is_planned(mark: str, value: str) -> None:
    assert values(AFTER.format(mark))[-1] == value


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [("will", "then ADV", "Intended"), ("did", "then ADV", "Stated"), ("may", "then ADV", "Hypothetical")],
)
def test_joined_verbs_share_an_auxiliary(first: str, second: str, value: str) -> None:
    assert values(JOINED.format(first, second, "advmod RB")) == [value]


def test_a_joined_verb_with_its_own_auxiliary_shares_none() -> None:
    assert values(JOINED.format("may", "did AUX", "aux VBD")) == ["Stated"]


@pytest.mark.parametrize(
    ("word", "value"),
    [("planned", "Intended"), ("alleged", "Hypothetical"), ("foiled", "Denied"), ("brief", "Stated")],
)
def test_the_word_before_an_event_noun(word: str, value: str) -> None:
    assert values(MODIFIED.format(word)) == [value]


@pytest.mark.parametrize(("mark", "value"), [("if", "Hypothetical"), ("when", "Intended")])
def test_would_under_a_condition_is_supposed(mark: str, value: str) -> None:
    assert values(WOULD.format(mark)) == [value]


@pytest.mark.parametrize(
    ("verb", "value"), [("happened", "Denied"), ("conducted", "Denied"), ("mattered", "Stated"), ("pleased", "Stated")]
)
def test_a_known_act_is_denied_where_its_verb_only_says_that_it_is_done(verb: str, value: str) -> None:
    rows = SPARED.replace("spared VERB 0 root VBD", f"{verb} VERB 0 root VBD\nnever ADV 3 advmod RB")
    assert values(rows.format("the", "some").replace("DET 5", "DET 6")) == [value]
