import pytest

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
KILLED = """
A DET 2 det
raid NOUN 5 nsubj NN
by ADP 4 case
Norland PROPN 2 nmod NNP
killed VERB 0 root VBD
two NUM 7 nummod CD
soldiers NOUN 5 obj NNS
"""
KILLING = """
Gunmen NOUN 2 nsubj NNS
attacked VERB 0 root VBD
Eastport PROPN 2 obj NNP
, PUNCT 5 punct
{} VERB 2 advcl VBG
soldiers NOUN 5 obj NNS
"""
TWICE = """
Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
Eastport PROPN 2 obj NNP
. PUNCT 2 punct

{} DET 2 det
bombing NOUN 3 nsubj NN
drew VERB 0 root VBD
crowds NOUN 3 obj NNS
. PUNCT 3 punct
"""
MURDERED = """
Ali PROPN 4 nsubj:pass NNP
Hassan PROPN 1 flat NNP
was AUX 4 aux:pass VBD
murdered VERB 0 root VBN
. PUNCT 4 punct

The DET 2 det
killing NOUN 5 nsubj NN
of ADP 4 case
{} PROPN 2 nmod NNP
shocked VERB 0 root VBD
many ADJ 5 obj JJ
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
    assert [(e.type, e.rule) for e in told.events] == [("Assault", "event.light-verb")]
    assert (told.who("agents"), told.who("patients"), told.words()) == (["Norland"], ["Sudria"], ["raid"])


def test_a_light_verb_over_another_noun_is_none() -> None:
    assert not read(doc(LAUNCHED.format("review"))).events


def test_the_word_before_a_noun_picks_the_finer_class() -> None:
    told = read(doc(STRUCK.format("drone")))
    assert told.types[0] == "DroneStrike"
    assert told.words()[0] == "drone strike"


def test_another_word_before_it_picks_another() -> None:
    assert read(doc(STRUCK.format("hunger"))).types[0] == "Protest"


def test_a_particle_makes_the_event() -> None:
    told = read(doc(PULLED.format("out ADP", "compound:prt RP")))
    assert told.types == ["Withdrawal"]
    assert told.words() == ["pulled out"]


def test_the_same_verb_without_it_is_none() -> None:
    assert not read(doc(PULLED.format("levers NOUN", "obj NNS"))).events


def test_the_object_makes_the_event_and_is_none_itself() -> None:
    assert read(doc(SIGNED.format("treaty"))).types == ["Agreement"]
    assert not read(doc(SIGNED.format("letter"))).events


def test_the_cue_of_a_claim_is_no_event() -> None:
    made = doc(ATTACKED.format("Sudria"))
    assert not read(made, claims=(claim(made.text, "Sudria", cue="attacked"),)).events
    assert read(made, claims=(claim(made.text, "Sudria", cue="Norland"),)).events


def test_a_word_of_a_name_is_no_event() -> None:
    made = doc("The DET 3 det\nEastport PROPN 3 compound NNP\nRaid PROPN 4 nsubj NNP\nsang VERB 0 root VBD")
    assert not read(made).events


def test_harm_done_by_an_attack_is_that_attack() -> None:
    told = read(doc(KILLED))
    assert told.words() == ["raid", "killed"]
    assert (told.who("agents"), told.types) == (["Norland"], ["Killing"])


def test_harm_done_by_someone_is_an_event_of_its_own() -> None:
    told = read(doc(KILLED.replace("raid NOUN", "gunman NOUN")))
    assert told.types == ["Killing"]


def test_harm_that_a_clause_goes_on_to_tell_joins_the_attack() -> None:
    told = read(doc(KILLING.format("killing")))
    assert told.words() == ["attacked", "killing"]


def test_another_act_does_not() -> None:
    assert read(doc(KILLING.format("arresting"))).types == ["Assault", "Arrest"]


def test_a_definite_noun_takes_up_the_event() -> None:
    told = read(doc(TWICE.format("The")))
    assert told.types == ["Bombing"]
    assert [m.rule for m in told.mentions] == ["event.verb", "event.again"]


def test_an_indefinite_noun_tells_of_another() -> None:
    assert read(doc(TWICE.format("A"))).types == ["Bombing", "Bombing"]


def test_one_person_is_killed_once() -> None:
    assert read(doc(MURDERED.format("Hassan"))).types == ["Killing"]
    assert read(doc(MURDERED.format("Norland"))).types == ["Killing", "Killing"]


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
MOVED_TWICE = """
Norland PROPN 2 nsubj NNP
withdrew VERB 0 root VBD
from ADP 4 case
Eastport PROPN 2 obl NNP
. PUNCT 2 punct

{} PROPN 2 nsubj NNP
withdrew VERB 0 root VBD
from ADP 4 case
{} PROPN 2 obl NNP
"""


def test_a_vote_is_an_act_though_it_is_a_cue() -> None:
    made = doc(VOTED.format("voted"))
    assert read(made, claims=(claim(made.text, "the law", cue="voted for"),)).types == ["Vote"]


def test_a_verb_of_mere_speech_is_none() -> None:
    made = doc(VOTED.format("argued"))
    assert not read(made, claims=(claim(made.text, "the law", cue="argued for"),)).events


def test_a_verb_with_its_particle_is_an_act_though_it_is_a_cue() -> None:
    made = doc(CALLED.format("off ADP"))
    assert read(made, claims=(claim(made.text, "the protest", cue="called off"),)).types == ["Concede"]
    made = doc(CALLED.format("loudly ADV"))
    told = read(made, claims=(claim(made.text, "the protest", cue="called"),))
    assert "Concede" not in told.types


def test_march_is_a_month_in_a_date() -> None:
    assert not read(doc(MARCH.format("In ADP", "case", "PROPN", "obl"))).events
    assert not read(doc(MARCH.format("3 NUM", "obl", "NOUN", "obl"))).events
    assert read(doc(MARCH.format("A DET", "det", "NOUN", "obl"))).types == ["Demonstration"]


def test_votes_that_are_counted_are_ballots() -> None:
    assert not read(doc(COUNTED.format("80 NUM", "nummod"))).events
    assert read(doc(COUNTED.format("several ADJ", "amod"))).types == ["Vote"]


def test_an_attack_hits_what_can_be_hit() -> None:
    assert read(doc(STRUCK_A.format("village"))).types == ["Assault"]
    assert not read(doc(STRUCK_A.format("theory"))).events


def test_the_same_move_is_told_once() -> None:
    assert read(doc(MOVED_TWICE.format("Norland", "Eastport"))).types == ["Withdrawal"]
    assert read(doc(MOVED_TWICE.format("Norland", "Westfort"))).types == ["Withdrawal", "Withdrawal"]


def test_the_move_of_a_state_s_forces_is_the_state_s() -> None:
    assert read(doc(MOVED_TWICE.format("Norguard", "Eastport"))).types == ["Withdrawal"]
    assert read(doc(MOVED_TWICE.format("Sudria", "Eastport"))).types == ["Withdrawal", "Withdrawal"]


SAID_LAST = """
Gunmen NOUN 2 nsubj NNS
attacked VERB 9 ccomp VBD
Eastport PROPN 2 obj NNP
, PUNCT 5 punct
{} VERB 9 advcl VBG
soldiers NOUN 5 obj NNS
, PUNCT 9 punct
Norland PROPN 9 nsubj NNP
said VERB 0 root VBD
"""


def test_harm_told_before_the_verb_of_saying_joins_the_attack() -> None:
    assert read(doc(SAID_LAST.format("killing"))).words() == ["attacked", "killing"]
    assert read(doc(SAID_LAST.format("arresting"))).types == ["Assault", "Arrest"]


@pytest.mark.parametrize(
    ("verb", "noun", "kind"),
    [
        ("prevented", "demonstration", "Coerce"),
        ("cancelled", "visit", "Sanction"),
        ("violated", "ceasefire", "Assault"),
        ("reduced", "ration", "Sanction"),
        ("abused", "prisoner", "Assault"),
        ("reimposed", "curfew", "Coerce"),
    ],
)
def test_verbs_whose_object_makes_the_act(verb: str, noun: str, kind: str) -> None:
    assert kind in read(doc(STRUCK_A.format(noun).replace("attacked", verb))).types
    assert kind not in read(doc(STRUCK_A.format("story").replace("attacked", verb))).types


@pytest.mark.parametrize(("particle", "types"), [("out ADP", ["Expulsion"]), ("hard ADV", [])])
def test_forced_out(particle: str, types: list[str]) -> None:
    made = f"Norland PROPN 2 nsubj NNP\nforced VERB 0 root VBD\nSudria PROPN 2 obj NNP\n{particle} 2 compound:prt RP"
    assert read(doc(made)).types == types


@pytest.mark.parametrize(("before", "types"), [("joint", ["Cooperate"]), ("military", ["Mobilize"]), ("vocal", [])])
def test_exercises(before: str, types: list[str]) -> None:
    made = f"The DET 3 det\n{before} ADJ 3 amod JJ\nexercises NOUN 4 nsubj NNS\nended VERB 0 root VBD"
    assert read(doc(made)).types == types


SHOT = """
A DET 2 det
driver NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
shot VERB 0 root VBN
{}
"""
LEFT = """
Gunmen NOUN 2 nsubj NNS
ambushed VERB 0 root VBD
Norguard PROPN 2 obj NNP
, PUNCT 5 punct
leaving VERB 2 advcl VBG
two NUM 7 nummod CD
soldiers NOUN 5 obj NNS
{}
"""
FIRED = """
A DET 2 det
{} NOUN 7 nsubj NN
{} VERB 2 acl VBN
from ADP 6 case
the DET 6 det
hills NOUN 3 obl NNS
hit VERB 0 root VBD
a DET 9 det
school NOUN 7 obj NN
"""
SHELLED = """
Norland PROPN 2 nsubj NNP
shelled VERB 0 root VBD
Eastport PROPN 2 obj NNP
. PUNCT 2 punct

Two NUM 2 nummod CD
soldiers NOUN 4 nsubj:pass NNS
were AUX 4 aux:pass VBD
killed VERB 0 root VBN
in ADP 7 case
{} DET 7 det
shelling NOUN 4 obl NN
. PUNCT 4 punct
"""
LIFTED = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
{} NOUN 2 obj NNS
. PUNCT 2 punct

The DET 2 det
truce NOUN 3 nsubj NN
holds VERB 0 root VBZ
. PUNCT 3 punct
"""
GAS = """
Norland PROPN 2 nsubj NNP
fired VERB 0 root VBD
tear NOUN 4 compound NN
{} NOUN 2 obj NN
"""
DATED = """
Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
Eastport PROPN 2 obj NNP
on ADP 5 case
{} PROPN 2 obl NNP
. PUNCT 2 punct

The DET 2 det
bombing NOUN 4 nsubj NN
{} ADV 4 advmod
drew VERB 0 root VBD
crowds NOUN 4 obj NNS
. PUNCT 4 punct
"""


@pytest.mark.parametrize(("last", "kind"), [("dead ADJ 4 xcomp JJ", "Killing"), ("twice ADV 4 advmod RB", "Assault")])
def test_who_is_shot_dead_is_killed(last: str, kind: str) -> None:
    assert read(doc(SHOT.format(last))).types == [kind]


def test_an_attack_that_leaves_someone_dead_killed_him() -> None:
    told = read(doc(LEFT.format("dead ADJ 5 xcomp JJ")))
    assert told.words() == ["ambushed", "leaving"]
    assert told.who("patients") == ["Norguard", "soldiers"]


def test_who_leaves_soldiers_behind_withdraws_none() -> None:
    assert read(doc(LEFT.format("behind ADV 5 advmod RB"))).types == ["Assault"]


@pytest.mark.parametrize(
    ("weapon", "verb", "types"),
    [("rocket", "fired", ["RocketAttack"]), ("tank", "seized", ["Assault", "Assault"])],
)
def test_a_weapon_that_is_fired_and_hits_is_one_attack(weapon: str, verb: str, types: list[str]) -> None:
    assert read(doc(FIRED.format(weapon, verb))).types == types


@pytest.mark.parametrize(("determiner", "types"), [("the", 1), ("a", 2)])
def test_harm_done_in_the_attack_told_before_belongs_to_it(determiner: str, types: int) -> None:
    told = read(doc(SHELLED.format(determiner)))
    assert len(told.events) == types
    assert ("killed" in told.words(0)) == (types == 1)


def test_harm_done_by_another_is_his() -> None:
    active = "Sudria PROPN 2 nsubj NNP\nkilled VERB 0 root VBD\nsoldiers NOUN 2 obj NNS"
    told = read(
        doc(SHELLED[: SHELLED.index("Two")] + active + "\nin ADP 6 case\nthe DET 6 det\nshelling NOUN 2 obl NN")
    )
    assert "killed" not in told.words(0)


def test_leaving_in_a_raid_is_no_part_of_it() -> None:
    told = read(doc("Troops NOUN 2 nsubj NNS\nleft VERB 0 root VBD\nin ADP 5 case\na DET 5 det\nraid NOUN 2 obl NN"))
    assert told.types == ["Withdrawal", "Assault"]


@pytest.mark.parametrize(
    ("verb", "noun", "types"),
    [("declared", "truce", ["Retreat"]), ("withdrew", "troops", ["Withdrawal", "Retreat"])],
)
def test_a_truce_takes_up_a_truce_and_no_withdrawal(verb: str, noun: str, types: list[str]) -> None:
    assert read(doc(LIFTED.format(verb, noun))).types == types


@pytest.mark.parametrize(("noun", "types"), [("gas", ["Assault"]), ("water", [])])
def test_tear_gas_is_force(noun: str, types: list[str]) -> None:
    assert read(doc(GAS.format(noun))).types == types


@pytest.mark.parametrize(
    ("day", "later", "text"), [("Monday", "soon", "Monday"), ("horseback", "overnight", "overnight")]
)
def test_a_later_mention_adds_a_date_and_takes_none(day: str, later: str, text: str) -> None:
    told = read(doc(DATED.format(day, later)), issued=None)
    assert told.types == ["Bombing"]
    assert told.events[0].date_text == text
