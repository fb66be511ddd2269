import pytest

from eventful import read
from handmade import doc

PASSIVE = """
Sudria PROPN 3 nsubj:pass NNP
was AUX 3 aux:pass VBD
invaded VERB 0 root VBN
{} ADP 5 case
Norland PROPN 3 {} NNP
"""
RELATIVE = """
Norland PROPN 7 nsubj NNP
, PUNCT 4 punct
which PRON 4 nsubj WDT
invaded VERB 1 acl:relcl VBD
Sudria PROPN 4 obj NNP
, PUNCT 4 punct
slept VERB 0 root VBD
"""
PARTICIPLE = """
The DET 2 det
troops NOUN 6 nsubj NNS
deployed VERB 2 acl VBN
to ADP 5 case
Eastport PROPN 3 obl NNP
slept VERB 0 root VBD
"""
CONTROL = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
Sudria PROPN 2 {} NNP
to PART 5 mark
withdraw VERB 2 xcomp VB
from ADP 7 case
Eastport PROPN 5 obl NNP
"""
JOINED = """
Norland PROPN 4 nsubj NNP
and CCONJ 3 cc
Sudria PROPN 1 conj NNP
met VERB 0 root VBD
in ADP 6 case
Eastport PROPN 4 obl NNP
"""
SHARED = """
Norland PROPN 2 nsubj NNP
bombed VERB 0 root VBD
and CCONJ 4 cc
invaded VERB 2 conj VBD
Sudria PROPN 4 obj NNP
"""
NOUN = """
{} PROPN 3 {} {}
's PART 1 case POS
killing NOUN 7 nsubj NN
of ADP 5 case
Sudria PROPN 3 nmod NNP
's PART 5 case POS
shocked VERB 0 root VBD
"""
TALKS = """
Talks NOUN 5 nsubj NNS
between ADP 3 case
Norland PROPN 1 nmod NNP
{}
failed VERB 0 root VBD
"""
FIRED = """
Norland PROPN 2 nsubj NNP
attacked VERB 0 root VBD
Sudria PROPN 2 obj NNP
with ADP 5 case
{} NOUN 2 obl NNS
near ADP 7 case
Eastport PROPN 2 obl NNP
"""
MOVED = """
Norland PROPN 2 nsubj NNP
transferred VERB 0 root VBD
prisoners NOUN 2 obj NNS
from ADP 5 case
Eastport PROPN {} nmod NNP
to ADP 7 case
Westfort PROPN 2 obl NNP
"""


def test_the_one_behind_by_is_the_agent_of_a_passive() -> None:
    told = read(doc(PASSIVE.format("by", "obl:agent")))
    assert (told.who("agents"), told.who("patients")) == (["Norland"], ["Sudria"])


def test_the_one_behind_another_preposition_is_not() -> None:
    assert read(doc(PASSIVE.format("for", "obl"))).who("agents") == []


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    told = read(doc(RELATIVE))
    assert (told.who("agents"), told.who("patients")) == (["Norland"], ["Sudria"])


def test_a_passive_participle_is_done_to_the_noun_before_it() -> None:
    told = read(doc(PARTICIPLE))
    assert (told.who("agents"), len(told.who("patients")), told.who("destinations")) == ([], 1, ["Eastport"])


@pytest.mark.parametrize(("verb", "label", "agent"), [("ordered", "obj", "Sudria"), ("promised", "obj", "Norland")])
def test_an_infinitive_has_the_subject_that_its_verb_gives_it(verb: str, label: str, agent: str) -> None:
    told = read(doc(CONTROL.format(verb, label)))
    assert (told.who("agents"), told.who("origins")) == ([agent], ["Eastport"])


def test_joined_subjects_all_count() -> None:
    told = read(doc(JOINED))
    assert (told.who("agents"), told.who("locations")) == (["Norland", "Sudria"], ["Eastport"])


def test_joined_verbs_share_their_object() -> None:
    told = read(doc(SHARED))
    assert [told.who("patients", n) for n in (0, 1)] == [["Sudria"], ["Sudria"]]
    assert [told.who("agents", n) for n in (0, 1)] == [["Norland"], ["Norland"]]


def test_an_owner_acts_where_the_victim_is_named_too() -> None:
    told = read(doc(NOUN.format("Norland", "nmod:poss", "NNP")))
    assert (told.who("agents"), told.who("patients")) == (["Norland"], ["Sudria"])


@pytest.mark.parametrize(("owner", "agents", "patients"), [("Teacher", 0, 1), ("Norland", 1, 0)])
def test_an_owner_alone_is_the_victim_but_for_a_state(owner: str, agents: int, patients: int) -> None:
    pos = "PROPN" if owner == "Norland" else "NOUN"
    made = doc(f"{owner} {pos} 3 nmod:poss NNP\n's PART 1 case POS\nmurder NOUN 4 nsubj NN\nshocked VERB 0 root VBD")
    told = read(made)
    assert (len(told.who("agents")), len(told.who("patients"))) == (agents, patients)


def test_those_between_whom_it_is_all_act() -> None:
    told = read(doc(TALKS.format("and CCONJ 6 cc\nSudria PROPN 3 conj NNP").replace("5 nsubj", "6 nsubj")))
    assert told.who("agents") == ["Norland", "Sudria"]


def test_with_a_weapon_it_is_done_with_it() -> None:
    told = read(doc(FIRED.format("rockets")))
    assert (len(told.events[0].instruments), told.who("locations")) == (1, ["Eastport"])
    assert not read(doc(FIRED.format("friends"))).events[0].instruments


@pytest.mark.parametrize("head", [2, 3])
def test_places_count_wherever_the_tree_hangs_them(head: int) -> None:
    told = read(doc(MOVED.format(head)))
    assert (told.who("origins"), told.who("destinations"), told.who("locations")) == (["Eastport"], ["Westfort"], [])


def test_a_place_that_is_attacked_is_where() -> None:
    made = doc("Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\nEastport PROPN 2 obj NNP")
    assert (read(made).who("patients"), read(made).who("locations")) == ([], ["Eastport"])


def test_what_is_owned_stands_for_its_owner() -> None:
    made = doc(
        "Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\nSudria PROPN 5 nmod:poss NNP\n"
        "'s PART 3 case POS\npositions NOUN 2 obj NNS"
    )
    assert read(made).who("patients") == ["Sudria"]


OWNED = """
{} ADJ 2 amod JJ
{} NOUN 3 nsubj NNS
bombed VERB 0 root VBD
Eastport PROPN 3 obj NNP
"""
ADJECTIVE = """
The DET 3 det
{} ADJ 3 amod JJ
invasion NOUN 4 nsubj NN
failed VERB 0 root VBD
"""
OBJECT = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
{} NOUN 2 obj NN
{} ADP 5 case
Sudria PROPN {} nmod NNP
"""
TONS = """
Norland PROPN 2 nsubj NNP
sent VERB 0 root VBD
{} NOUN 2 obj NNS
of ADP 5 case
food NOUN 3 nmod NN
to ADP 7 case
soldiers NOUN 5 nmod NNS
"""
ERUPTED = """
Clashes NOUN 2 nsubj NNS
{} VERB 0 root VBD
between ADP 4 case
soldiers NOUN 2 obl NNS
and CCONJ 6 cc
farmers NOUN 4 conj NNS
in ADP 8 case
Eastport PROPN 2 obl NNP
"""
AROUND = """
Norland PROPN 2 nsubj NNP
attacked VERB 0 root VBD
in ADP 5 case
the DET 5 det
{} NOUN 2 obl NN
{} ADP 7 case
Eastport PROPN 5 nmod NNP
"""
MET = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
Sudria PROPN 2 obj NNP
"""
TAKEN = """
Police NOUN 2 nsubj NN
{} VERB 0 root VBD
weapons NOUN 2 obj NNS
from ADP 5 case
rebels NOUN 2 obl NNS
"""


def test_an_adjective_of_a_state_tells_whose_weapons_act() -> None:
    assert read(doc(OWNED.format("Norlandic", "jets"))).who("agents") == ["Norland"]
    assert "Norland" not in read(doc(OWNED.format("Norlandic", "soldiers"))).who("agents")


def test_an_adjective_of_a_state_tells_who_acts() -> None:
    assert read(doc(ADJECTIVE.format("Sudrian"))).who("agents") == ["Sudria"]
    assert read(doc(ADJECTIVE.format("brutal"))).who("agents") == []


@pytest.mark.parametrize(("before", "evidence"), [("Sudria", ["Sudria"]), ("Eastport", ["Sudrian"])])
def test_the_adjective_is_the_evidence_of_a_state_that_has_no_other(before: str, evidence: list[str]) -> None:
    told = read(
        doc(f"{before} PROPN 2 nsubj NNP\nslept VERB 0 root VBD\n. PUNCT 2 punct\n{ADJECTIVE.format('Sudrian')}")
    )
    assert [m.span.text for m in told.cast.mentions() if m.of == "actor/sudria"] == evidence


def test_the_partner_may_stand_within_the_object() -> None:
    assert read(doc(OBJECT.format("signed", "treaty", "with", 3))).who("agents") == ["Norland", "Sudria"]
    assert read(doc(OBJECT.format("signed", "treaty", "about", 3))).who("agents") == ["Norland"]


@pytest.mark.parametrize(("unit", "found"), [("tons", 1), ("pictures", 0)])
def test_what_is_given_may_be_measured(unit: str, found: int) -> None:
    told = read(doc(TONS.format(unit)))
    assert [len(event.recipients) for event in told.events] == [1] * found


def test_what_happens_somewhere_happens_between_some() -> None:
    told = read(doc(ERUPTED.format("erupted")))
    assert (len(told.who("agents")), told.who("locations")) == (2, ["Eastport"])
    assert read(doc(ERUPTED.format("mattered"))).who("agents") == []


def test_a_place_may_stand_behind_of() -> None:
    assert read(doc(AROUND.format("port", "of"))).who("locations") == ["Eastport"]
    assert not read(doc(AROUND.format("manner", "unlike"))).events


def test_those_who_meet_both_act() -> None:
    assert read(doc(MET.format("met"))).who("agents") == ["Norland", "Sudria"]
    assert read(doc(MET.format("invaded"))).who("agents") == ["Norland"]


def test_what_is_taken_from_someone_is_done_to_him() -> None:
    assert len(read(doc(TAKEN.format("confiscated"))).who("patients")) == 1
    assert not read(doc(TAKEN.format("expected"))).events


def test_what_is_done_to_a_thing_is_done_to_its_owner() -> None:
    made = "Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\n{}\nmosque NOUN 2 obj NN\n{}"
    owned = doc(made.format("the DET 4 det", "of ADP 6 case\nSudria PROPN 4 nmod NNP"))
    assert read(owned).who("patients") == ["Sudria"]
    beside = read(doc(made.format("the DET 4 det", "with ADP 6 case\nSudria PROPN 4 nmod NNP")))
    assert beside.who("patients") == ["mosque"]  # the thing itself


HIT = """
{} NOUN 2 nsubj NNS
hit VERB 0 root VBD
a DET 4 det
{} NOUN 2 obj NN
"""


@pytest.mark.parametrize(
    ("weapon", "kind"),
    [("Rockets", "RocketAttack"), ("Drones", "DroneStrike"), ("Jets", "Airstrike"), ("Rebels", "Assault")],
)
def test_a_weapon_that_hits_is_the_instrument(weapon: str, kind: str) -> None:
    told = read(doc(HIT.format(weapon, "market")))
    assert told.types == [kind]
    assert bool(told.events[0].instruments) == (weapon != "Rebels")


def test_a_weapon_that_hits_a_record_is_none() -> None:
    assert not read(doc(HIT.format("Rockets", "record"))).events


VOTE = """
Norland PROPN 2 nsubj NNP
voted VERB 0 root VBD
to PART 4 mark
{} VERB 2 xcomp VB
Sudria PROPN 4 obj NNP
"""
FOR = """
Norland PROPN 2 nsubj NNP
voted VERB 0 root VBD
for ADP 4 case
{} 2 obl {}
"""


def test_a_vote_to_do_something_to_someone_is_about_him() -> None:
    told = read(doc(VOTE.format("expel")))
    assert (told.types[0], told.who("patients")) == ("Vote", ["Sudria"])
    told = read(doc(VOTE.format("expel").replace("voted", "protested")))
    assert (told.types[0], told.who("patients")) == ("Demonstration", [])


def test_a_vote_for_someone_is_about_him_but_not_for_it() -> None:
    before = "Sudria PROPN 2 nsubj NNP\nslept VERB 0 root VBD\n. PUNCT 2 punct\n\n"
    assert read(doc(before + FOR.format("Sudria PROPN", "NNP").lstrip())).who("patients") == ["Sudria"]
    assert read(doc(before + FOR.format("it PRON", "PRP").lstrip())).who("patients") == []


ACCUSED = """
Norland PROPN 2 nsubj NNP
accused VERB 0 root VBD
Sudria PROPN 2 obj NNP
{} SCONJ 5 mark
bombing VERB 2 advcl VBG
Eastport PROPN 5 obj NNP
"""
JAILED = """
Norland PROPN 2 nsubj NNP
sentenced VERB 0 root VBD
gunmen NOUN 2 obj NNS
for ADP 6 case
the DET 6 det
{} NOUN 2 obl NN
of ADP 8 case
Sudria PROPN 6 nmod NNP
"""


@pytest.mark.parametrize(("mark", "who"), [("of", "Sudria"), ("from", "Sudria"), ("by", "Norland")])
def test_who_is_accused_of_it_did_it(mark: str, who: str) -> None:
    assert read(doc(ACCUSED.format(mark))).who("agents") == [who]


@pytest.mark.parametrize(("noun", "whom"), [("murder", ["gunmen"]), ("benefit", ["gunmen", "Sudria"])])
def test_the_crime_that_one_is_punished_for_is_its_reason(noun: str, whom: list[str]) -> None:
    assert read(doc(JAILED.format(noun))).who("patients") == whom


LED = """
That PRON 2 nsubj DT
led VERB 0 root VBD
to ADP 4 case
attacks NOUN 2 obl NNS
by ADP 6 case
Sudria PROPN 2 obl NNP
{} ADP 8 case
Norland PROPN 6 nmod NNP
"""


@pytest.mark.parametrize(("case", "patients"), [("on", ["Norland"]), ("of", ["Norland"]), ("near", [])])
def test_what_follows_an_agent_may_be_the_target(case: str, patients: list[str]) -> None:
    told = read(doc(LED.format(case)))
    assert told.who("agents") == ["Sudria"]
    assert told.who("patients") == patients
