"""Which participants and places of two events may be the same: wholes and their parts, groups under one noun."""

import pytest
from spacy.tokens import Doc

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry
from claimgraph.statements.likeness import COMPARED, Likeness
from claimgraph.statements.matching import Match
from claimgraph.statements.nodes import Node
from claimgraph.statements.roles import Roles
from handmade import doc

ENTRIES = (
    Entry("actor/norland", Kind.STATE, Label("Norland"), territory="place/norland"),
    Entry("actor/sudria", Kind.STATE, Label("Sudria"), territory="place/sudria"),
    Entry("actor/norguard", Kind.MILITARY_FORCE, Label("Norguard"), part_of="actor/norland"),
    Entry("actor/first-brigade", Kind.MILITARY_FORCE, Label("Firstguard"), part_of="actor/norguard"),
    Entry("place/norland", None, Label("Norland")),
    Entry("place/sudria", None, Label("Sudria")),
    Entry("place/coastland", None, Label("Coastland"), part_of="place/norland"),
    Entry("place/eastport", None, Label("Eastport"), part_of="place/coastland"),
    Entry("place/westfort", None, Label("Westfort"), part_of="place/coastland"),
)
GROUPS = """
Three NUM 2 nummod CD
bakers NOUN 3 nsubj NNS
met VERB 0 root VBD
a DET 5 det
baker NOUN 3 obj NN

Bakers NOUN 4 nsubj NNS
of ADP 3 case
soldiers NOUN 1 nmod NNS
met VERB 0 root VBD
two NUM 7 nummod CD
young ADJ 7 amod JJ
soldiers NOUN 4 obj NNS

Ali PROPN 3 nsubj NNP
Baker PROPN 1 flat NNP
met VERB 0 root VBD
Norguard PROPN 3 obj NNP

Soldiers NOUN 2 nsubj NNS
slept VERB 0 root VBD
"""


def met(made: Doc) -> Cast:
    return cast(made, Article("made/up", made.text), Registry({e.id: e for e in ENTRIES}))


def node(made: Doc, **roles: str) -> Node:
    return Node(Match(made[0], (), ()), "Raid", {}, Roles({role: [one] for role, one in roles.items()}), [])


def shared(role: str, one: str, other: str) -> set[str]:
    made = doc("Norland PROPN 0 root NNP")
    return Likeness(met(made)).shared(node(made, **{role: one}), node(made, **{role: other}))


@pytest.mark.parametrize(
    ("role", "one", "other", "alike"),
    [
        ("agent", "actor/norland", "actor/norland", True),
        ("agent", "actor/norland", "actor/sudria", False),
        ("agent", "actor/norland", "actor/norguard", True),
        ("patient", "actor/norland", "actor/first-brigade", True),
        ("agent", "actor/sudria", "actor/norguard", False),
        ("location", "place/eastport", "place/coastland", True),
        ("destination", "place/eastport", "place/norland", True),
        ("origin", "place/eastport", "place/westfort", False),
        ("location", "place/eastport", "place/sudria", False),
    ],
)
def test_a_part_acts_as_its_whole_and_no_two_parts_as_one(role: str, one: str, other: str, alike: bool) -> None:
    assert shared(role, one, other) == ({role} if alike else set())
    assert shared(role, other, one) == ({role} if alike else set())


@pytest.mark.parametrize("role", COMPARED)
def test_each_role_is_compared_with_itself_alone(role: str) -> None:
    assert shared(role, "place/eastport", "place/eastport") == {role}
    made = doc("Norland PROPN 0 root NNP")
    other = next(another for another in COMPARED if another != role)
    one, two = node(made, **{role: "place/eastport"}), node(made, **{other: "place/eastport"})
    assert Likeness(met(made)).shared(one, two) == set()


def test_a_role_that_one_leaves_open_is_not_shared() -> None:
    made = doc("Norland PROPN 0 root NNP")
    assert Likeness(met(made)).shared(node(made, agent="actor/norland"), node(made)) == set()


def test_one_of_several_is_enough() -> None:
    made = doc("Norland PROPN 0 root NNP")
    several = Node(Match(made[0], (), ()), "Raid", {}, Roles({"agent": ["actor/sudria", "actor/norguard"]}), [])
    assert Likeness(met(made)).shared(several, node(made, agent="actor/norland")) == {"agent"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (1, 4, True),  # 'three bakers', 'a baker'
        (1, 5, True),  # 'three bakers', 'bakers of soldiers'
        (5, 11, False),  # 'bakers of soldiers', 'two young soldiers'
        (11, 16, True),  # 'two young soldiers', 'soldiers'
        (1, 11, False),
    ],
)
def test_groups_without_a_name_are_told_by_their_noun(one: int, other: int, alike: bool) -> None:
    made = doc(GROUPS)
    people = met(made)
    ids = [people.actor(made[at]) for at in (one, other)]
    assert len(set(ids) - {None}) == 2
    first, second = (node(made, patient=str(entity)) for entity in ids)
    assert bool(Likeness(people).shared(first, second)) is alike


def test_whoever_has_a_name_is_told_by_it() -> None:
    made = doc(GROUPS)
    people = met(made)
    ali, bakers = people.actor(made[12]), people.actor(made[1])
    first, second = node(made, patient=str(ali)), node(made, patient=str(bakers))
    assert Likeness(people).shared(first, second) == set()


def test_people_are_those_with_a_name_of_their_own() -> None:
    made = doc(GROUPS)
    people = met(made)
    ali, baker, force = (people.actor(made[at]) for at in (12, 4, 15))
    assert None not in {ali, baker, force}
    assert Likeness(people).people == {ali}
