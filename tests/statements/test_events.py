"""Which words are events, and of which class, on trees built by hand."""

import pytest

from claimgraph.model import SpeechAct
from eventful import claim, read
from handmade import doc

ATTACKED = """
Norland PROPN 2 nsubj NNP
attacked VERB 0 root VBD
{} NOUN 2 obj NN
. PUNCT 2 punct
"""
LAUNCHED = """
Norland PROPN 2 nsubj NNP
carried VERB 0 root VBD
out ADP 2 compound:prt RP
a DET 5 det
{} NOUN 2 obj NN
on ADP 7 case
Sudria PROPN 5 nmod NNP
. PUNCT 2 punct
"""
STRUCK = """
A DET 3 det
{} NOUN 3 compound NN
strike NOUN 4 nsubj NN
hit VERB 0 root VBD
Eastport PROPN 4 obj NNP
"""
PULLED = """
Norland PROPN 2 nsubj NNP
pulled VERB 0 root VBD
{} 2 {}
of ADP 5 case
Eastport PROPN 2 obl NNP
"""
SIGNED = """
Norland PROPN 4 nsubj NNP
and CCONJ 3 cc
Sudria PROPN 1 conj NNP
signed VERB 0 root VBD
a DET 6 det
{} NOUN 4 obj NN
"""
VOTED = """
Lawmakers NOUN 2 nsubj NNS
{} VERB 0 root VBD
for ADP 5 case
the DET 5 det
law NOUN 2 obl NN
"""
CALLED = """
Workers NOUN 2 nsubj NNS
called VERB 0 root VBD
{} 2 compound:prt RP
the DET 5 det
protest NOUN 2 obj NN
"""
MARCH = """
{} 4 {}
March {} 4 {}
Norland PROPN 4 nsubj NNP
slept VERB 0 root VBD
"""
COUNTED = """
They PRON 2 nsubj PRP
held VERB 0 root VBD
{} 4 {}
votes NOUN 2 obj NNS
"""
STRUCK_A = """
Norland PROPN 2 nsubj NNP
attacked VERB 0 root VBD
a DET 4 det
{} NOUN 2 obj NN
"""
GAS = """
Norland PROPN 2 nsubj NNP
fired VERB 0 root VBD
tear NOUN 4 compound NN
{} NOUN 2 obj NN
"""


def test_a_verb_is_an_event_of_its_class() -> None:
    told = read(doc(ATTACKED.format("Sudria")))
    assert [(e.type, e.rule) for e in told.events] == [("Assault", "event.verb")]
    assert told.words() == ["attacked"]
    assert told.events[0].id.endswith("/event/8-16")


def test_a_metaphor_is_none() -> None:
    assert not read(doc(ATTACKED.format("corruption"))).events


def test_a_light_verb_leaves_the_event_to_its_noun() -> None:
    told = read(doc(LAUNCHED.format("raid")))
    assert [(e.type, e.rule) for e in told.events] == [("Raid", "event.light-verb")]
    assert (told.who("agents"), told.who("patients"), told.words()) == (["Norland"], ["Sudria"], ["raid"])


def test_a_light_verb_over_another_noun_is_none() -> None:
    assert not read(doc(LAUNCHED.format("review"))).events


def test_the_word_before_a_noun_picks_the_finer_class() -> None:
    told = read(doc(STRUCK.format("drone")))
    assert told.types[0] == "DroneStrike"
    assert told.words()[0] == "drone strike"


def test_another_word_before_it_picks_another() -> None:
    assert read(doc(STRUCK.format("hunger"))).types[0] == "HungerStrike"


def test_a_particle_makes_the_event() -> None:
    told = read(doc(PULLED.format("out ADP", "compound:prt RP")))
    assert told.types == ["Withdrawal"]
    assert told.words() == ["pulled out"]


def test_the_same_verb_without_it_is_none() -> None:
    assert not read(doc(PULLED.format("levers NOUN", "obj NNS"))).events


def test_the_object_makes_the_event_and_is_none_itself() -> None:
    assert read(doc(SIGNED.format("treaty"))).types == ["Agreement"]
    assert not read(doc(SIGNED.format("letter"))).events


def test_the_cue_of_a_claim_that_acts_is_no_event() -> None:
    made = doc(ATTACKED.format("Sudria"))
    assert not read(made, claims=(claim(made.text, "Sudria", SpeechAct.CONDEMNATION, cue="attacked"),)).events
    assert read(made, claims=(claim(made.text, "Sudria", SpeechAct.CONDEMNATION, cue="Norland"),)).events
    assert read(made, claims=(claim(made.text, "Sudria", SpeechAct.ASSERTION, cue="attacked"),)).events


def test_a_word_of_a_name_is_no_event() -> None:
    made = doc("The DET 3 det\nEastport PROPN 3 compound NNP\nRaid PROPN 4 nsubj NNP\nsang VERB 0 root VBD")
    assert not read(made).events


def test_a_vote_is_an_act_though_it_is_a_cue() -> None:
    made = doc(VOTED.format("voted"))
    assert read(made, claims=(claim(made.text, "the law", cue="voted for"),)).types == ["Vote"]


def test_a_verb_of_mere_speech_is_none() -> None:
    made = doc(VOTED.format("argued"))
    assert not read(made, claims=(claim(made.text, "the law", cue="argued for"),)).events


@pytest.mark.parametrize(
    ("beside", "cue", "act", "types"),
    [
        ("off ADP", "called off", SpeechAct.DENIAL, ["Concede"]),
        ("off ADP", "called off", SpeechAct.ASSERTION, ["Concede"]),
        ("loudly ADV", "called", SpeechAct.DEMAND, ["Demonstration"]),
    ],
)
def test_a_verb_with_its_particle_is_an_act_though_it_is_a_cue(
    beside: str, cue: str, act: SpeechAct, types: list[str]
) -> None:
    made = doc(CALLED.format(beside))
    assert read(made, claims=(claim(made.text, "the protest", act, cue=cue),)).types == types


def test_march_is_a_month_in_a_date() -> None:
    assert not read(doc(MARCH.format("In ADP", "case", "PROPN", "obl"))).events
    assert not read(doc(MARCH.format("3 NUM", "obl", "NOUN", "obl"))).events
    assert read(doc(MARCH.format("A DET", "det", "NOUN", "obl"))).types == ["March"]


def test_votes_that_are_counted_are_ballots() -> None:
    assert not read(doc(COUNTED.format("80 NUM", "nummod"))).events
    assert read(doc(COUNTED.format("several ADJ", "amod"))).types == ["Vote"]


def test_an_attack_hits_what_can_be_hit() -> None:
    assert read(doc(STRUCK_A.format("village"))).types == ["Assault"]
    assert not read(doc(STRUCK_A.format("theory"))).events


@pytest.mark.parametrize("whom", ["nobody", "somebody", "anyone", "Someone", "everyone"])
def test_an_attack_hits_whoever_it_is(whom: str) -> None:
    told = read(doc(ATTACKED.format(whom).replace("NOUN", "PRON")))
    assert told.types == ["Assault"]
    assert (told.events[0].factuality == "Denied") == (whom == "nobody")


@pytest.mark.parametrize("whom", ["nothing", "everything", "it"])
def test_an_attack_on_something_is_none(whom: str) -> None:
    assert not read(doc(ATTACKED.format(whom).replace("NOUN", "PRON"))).events


@pytest.mark.parametrize(("determiner", "values"), [("no", ["Denied"]), ("this", [])])
def test_no_one_is_somebody_and_this_one_may_be_a_thing(determiner: str, values: list[str]) -> None:
    made = doc(STRUCK_A.replace("a DET", f"{determiner} DET").format("one"))
    assert [event.factuality.value for event in read(made).events] == values


@pytest.mark.parametrize(
    ("verb", "noun", "kind"),
    [
        ("prevented", "demonstration", "Crackdown"),
        ("cancelled", "visit", "Sanction"),
        ("violated", "ceasefire", "CeasefireViolation"),
        ("reduced", "ration", "AidCut"),
        ("abused", "prisoner", "Torture"),
        ("reimposed", "curfew", "Restriction"),
    ],
)
def test_verbs_whose_object_makes_the_act(verb: str, noun: str, kind: str) -> None:
    assert kind in read(doc(STRUCK_A.format(noun).replace("attacked", verb))).types
    assert kind not in read(doc(STRUCK_A.format("story").replace("attacked", verb))).types


@pytest.mark.parametrize(("particle", "types"), [("out ADP", ["Expulsion"]), ("hard ADV", [])])
def test_forced_out(particle: str, types: list[str]) -> None:
    made = f"Norland PROPN 2 nsubj NNP\nforced VERB 0 root VBD\nSudria PROPN 2 obj NNP\n{particle} 2 compound:prt RP"
    assert read(doc(made)).types == types


@pytest.mark.parametrize(
    ("before", "types"), [("joint", ["JointOperation"]), ("military", ["MilitaryExercise"]), ("vocal", [])]
)
def test_exercises(before: str, types: list[str]) -> None:
    made = f"The DET 3 det\n{before} ADJ 3 amod JJ\nexercises NOUN 4 nsubj NNS\nended VERB 0 root VBD"
    assert read(doc(made)).types == types


@pytest.mark.parametrize(("noun", "types"), [("gas", ["Assault"]), ("water", [])])
def test_tear_gas_is_force(noun: str, types: list[str]) -> None:
    assert read(doc(GAS.format(noun))).types == types


@pytest.mark.parametrize(
    ("verb", "noun", "types", "agents", "patients"),
    [
        ("conducted", "raid", ["Raid"], ["Norland"], []),
        ("suffered", "raid", ["Raid"], [], ["Norland"]),
        ("painted", "raid", ["Raid"], [], []),
        ("conducted", "survey", [], [], []),
    ],
)
def test_who_does_what_a_light_verb_governs(
    verb: str, noun: str, types: list[str], agents: list[str], patients: list[str]
) -> None:
    told = read(doc(STRUCK_A.replace("attacked", verb).format(noun)))
    assert told.types == types
    assert [e.rule for e in told.events] == ["event.light-verb" if agents or patients else "event.noun"] * len(types)
    assert [told.who(role) for role in ("agents", "patients") if told.events] == [agents, patients][: 2 * len(types)]


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("bombed", "Bombing"),
        ("shelled", "Shelling"),
        ("raided", "Raid"),
        ("ambushed", "Ambush"),
        ("invaded", "Offensive"),
    ],
)
def test_an_attack_has_the_narrowest_class_that_its_verb_tells(verb: str, kind: str) -> None:
    assert read(doc(ATTACKED.replace("attacked", verb).format("Sudria"))).types == [kind]


def test_passing_a_law_is_a_vote_though_it_is_a_cue() -> None:
    made = doc(STRUCK_A.replace("attacked", "adopted").format("resolution"))
    adopted = claim(made.text, "resolution", SpeechAct.DEMAND, cue="adopted")
    assert read(made, claims=(adopted,)).types == ["Resolution"]
    made = doc(STRUCK_A.replace("attacked", "arrested").format("soldier"))
    assert not read(made, claims=(claim(made.text, "soldier", SpeechAct.DEMAND, cue="arrested"),)).events


@pytest.mark.parametrize("act", [SpeechAct.BELIEF, SpeechAct.PREDICTION, SpeechAct.QUESTION])
def test_the_cue_of_a_claim_that_does_nothing_may_be_an_event(act: SpeechAct) -> None:
    made = doc(ATTACKED.format("Sudria"))
    assert read(made, claims=(claim(made.text, "Sudria", act, cue="attacked"),)).types == ["Assault"]


MOVED = """
{} NOUN 2 nsubj NNS
{} VERB 0 root VBD
{} ADP 4 case IN
Sudria PROPN 2 obl NNP
"""


@pytest.mark.parametrize(
    ("who", "verb", "case", "types"),
    [
        ("lorries", "crossed", "into", ["EquipmentMovement"]),
        ("trucks", "drove", "from", ["EquipmentMovement"]),
        ("vehicles", "entered", "from", ["EquipmentMovement"]),
        ("convoys", "rolled", "into", ["EquipmentMovement"]),
        ("tankers", "passed", "through", ["EquipmentMovement"]),
        ("soldiers", "crossed", "into", ["Deployment"]),
        ("tanks", "rolled", "into", ["Deployment"]),
        ("columns", "crossed", "into", ["Deployment"]),
        ("rebels", "crossed", "into", ["Assault"]),
        ("lorries", "burned", "into", []),
        ("lorries", "drove", "past", []),
        ("laws", "passed", "through", ["Resolution"]),
        ("letters", "crossed", "into", []),
    ],
)
def test_what_crosses_tells_what_it_is(who: str, verb: str, case: str, types: list[str]) -> None:
    assert read(doc(MOVED.format(who, verb, case))).types == types


@pytest.mark.parametrize(("of", "types"), [("lorries", ["EquipmentMovement"]), ("soldiers", ["Deployment"])])
def test_a_column_is_what_it_is_of(of: str, types: list[str]) -> None:
    rows = f"columns NOUN 4 nsubj NNS\nof ADP 3 case IN\n{of} NOUN 1 nmod NNS\ncrossed VERB 0 root VBD\n"
    assert read(doc(rows + "into ADP 6 case IN\nSudria PROPN 4 obl NNP")).types == types


CROSSED = """
lorries NOUN 2 nsubj NNS
{} VERB 0 root VBD
{} PROPN 2 obj NNP
{} ADP 5 case IN
Westfort PROPN 2 obl NNP
"""


@pytest.mark.parametrize(
    ("verb", "what", "case", "origins", "destinations"),
    [
        ("entered", "Eastport", "from", ["Westfort"], ["Eastport"]),
        ("crossed", "border", "from", ["Westfort"], []),
        ("crossed", "border", "into", [], ["Westfort"]),
    ],
)
def test_what_is_crossed_suffers_nothing(
    verb: str, what: str, case: str, origins: list[str], destinations: list[str]
) -> None:
    told = read(doc(CROSSED.format(verb, what, case)))
    assert told.types == ["EquipmentMovement"]
    assert (told.who("origins"), told.who("destinations"), told.who("patients")) == (origins, destinations, [])


def test_what_is_driven_is_moved() -> None:
    rows = "They PRON 2 nsubj PRP\ndrove VERB 0 root VBD\nlorries NOUN 2 obj NNS\n"
    told = read(doc(rows + "into ADP 5 case IN\nSudria PROPN 2 obl NNP"))
    assert told.types == ["EquipmentMovement"]
    assert (told.who("patients"), told.who("destinations")) == (["lorries"], ["Sudria"])


PRESENCE = """
{} 2 nsubj NN
{} VERB 0 root VBD
the DET 4 det DT
{} NOUN 2 obj NN
of ADP 7 case IN
{} ADJ 7 amod JJ
{} NOUN 4 nmod NNS
"""


@pytest.mark.parametrize(
    ("who", "verb", "noun", "adjective", "whose", "types"),
    [
        ("Norland PROPN", "ended", "presence", "foreign", "troops", ["Withdrawal"]),
        ("Norland PROPN", "terminated", "presence", "Sudrian", "soldiers", ["Withdrawal"]),
        ("It PRON", "ended", "presence", "foreign", "troops", ["Withdrawal"]),
        ("It PRON", "ended", "presence", "red", "paints", []),
        ("Norland PROPN", "noted", "presence", "foreign", "troops", []),
        ("Norland PROPN", "ended", "shortage", "foreign", "troops", []),
    ],
)
def test_an_end_to_somebodys_presence(
    who: str, verb: str, noun: str, adjective: str, whose: str, types: list[str]
) -> None:
    assert read(doc(PRESENCE.format(who, verb, noun, adjective, whose))).types == types
