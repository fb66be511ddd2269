"""Whom and what place a phrase tells of: its head, its owner, the force whose members they are, the places around."""

import pytest

from claimgraph.statements.roles import Roles
from eventful import read
from handmade import doc

# Who bombs Eastport: the phrase stands first, its head is the subject.
OWNED = "{} {} 3 nmod:poss NNP\n's PART 1 case POS\n{} NOUN 4 nsubj NNS\nbombed VERB 0 root VBD"
BEFORE = "{} {} 2 {} NNP\n{} NOUN 3 nsubj NNS\nbombed VERB 0 root VBD"
BEHIND = "{} 4 nsubj NNS\n{} ADP 3 case IN\n{} {} 1 nmod NNP\nbombed VERB 0 root VBD"
NAMED = "{} NOUN 4 nsubj NN\nAnsa PROPN 1 {} NNP\nRud PROPN 1 {} NNP\nbombed VERB 0 root VBD"


def agents(phrase: str) -> list[str]:
    verb = len(phrase.splitlines())
    return read(doc(f"{phrase}\nEastport PROPN {verb} obj NNP")).who("agents")


@pytest.mark.parametrize(
    ("phrase", "whom"),
    [
        (OWNED.format("Norguard", "PROPN", "jets"), ["Norguard"]),
        (OWNED.format("Norguard", "PROPN", "anger"), []),
        (BEFORE.format("Norguard", "PROPN", "compound", "jets"), ["Norguard"]),
        (BEFORE.format("Norguard", "PROPN", "compound", "anger"), []),
        (BEFORE.format("Norlandic", "ADJ", "amod", "jets"), ["Norland"]),
        (BEFORE.format("Norlandic", "ADJ", "amod", "anger"), []),
        (BEFORE.format("army", "NOUN", "compound", "bulldozers"), ["army"]),
        (BEFORE.format("garden", "NOUN", "compound", "bulldozers"), []),
        (BEFORE.format("family", "NOUN", "compound", "bulldozers"), []),
        (BEFORE.format("army", "NOUN", "compound", "anger"), []),
        (BEHIND.format("jets NOUN", "of", "Norguard", "PROPN"), ["Norguard"]),
        (BEHIND.format("jets NOUN", "for", "Norguard", "PROPN"), ["Norguard"]),
        (BEHIND.format("jets NOUN", "near", "Norguard", "PROPN"), []),
    ],
)
def test_the_owner_acts_with_what_is_his(phrase: str, whom: list[str]) -> None:
    assert agents(phrase) == whom


@pytest.mark.parametrize(
    ("first", "second", "whom"),
    [
        ("Norguard PROPN 2 compound NNP\njets", "tanks NOUN 2", ["Norguard"]),
        ("Norguard PROPN 2 compound NNP\nanger", "tanks NOUN 2", []),
        ("local ADJ 2 amod JJ\njets", "tanks NOUN 2", []),
    ],
)
def test_joined_things_share_their_owner(first: str, second: str, whom: list[str]) -> None:
    rows = f"{first} NOUN 5 nsubj NNS\nand CCONJ 4 cc CC\n{second} conj NNS\nbombed VERB 0 root VBD"
    assert agents(rows) == whom


def test_a_joined_thing_has_an_owner_of_its_own() -> None:
    rows = (
        "Norguard PROPN 2 compound NNP\njets NOUN 6 nsubj NNS\nand CCONJ 5 cc CC\n"
        "Sudrian ADJ 5 amod JJ\ntanks NOUN 2 conj NNS\nbombed VERB 0 root VBD"
    )
    assert agents(rows) == ["Norguard", "Sudria"]


@pytest.mark.parametrize(
    ("who", "of", "pos", "whom"),
    [
        ("members NOUN", "Norguard", "PROPN", ["Norguard"]),
        ("members NOUN", "militia", "NOUN", ["militia"]),
        ("members NOUN", "police", "NOUN", ["police"]),
        ("members NOUN", "family", "NOUN", ["members of family"]),  # no force
        ("members NOUN", "Sudria", "PROPN", ["members of Sudria"]),
        ("leaders NOUN", "Norguard", "PROPN", ["leaders of Norguard"]),
    ],
)
def test_members_act_for_their_force(who: str, of: str, pos: str, whom: list[str]) -> None:
    assert agents(BEHIND.format(who, "of", of, pos)) == whom


@pytest.mark.parametrize(
    ("who", "case", "whom"),
    [
        ("dozens NOUN", "of", ["students"]),
        ("pictures NOUN", "of", []),
        ("dozens NOUN", "near", []),
    ],
)
def test_a_number_of_some_are_they(who: str, case: str, whom: list[str]) -> None:
    assert agents(BEHIND.format(who, case, "students", "NOUN")) == whom


@pytest.mark.parametrize(("label", "whom"), [("flat", ["Ansa Rud"]), ("dep", [])])
def test_a_name_behind_what_its_bearer_is_tells_who_it_is(label: str, whom: list[str]) -> None:
    assert agents(NAMED.format("legend", label, label)) == whom


# What is done to a thing: it is word 5 or, behind a determiner alone, 4.
HIT = "Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\n"
MODIFIED = HIT + "a DET 5 det DT\n{} 5 {} JJ\n{} NOUN 2 obj NN"
FOLLOWED = HIT + "a DET 4 det DT\n{} NOUN 2 obj NN\n{} ADP 6 case IN\nNorguard PROPN 4 nmod NNP"


@pytest.mark.parametrize(
    ("rows", "whom"),
    [
        (MODIFIED.format("Sudrian ADJ", "amod", "mosque"), ["Sudria"]),
        (MODIFIED.format("Sudrian ADJ", "amod", "orchard"), ["Sudria"]),
        (MODIFIED.format("local ADJ", "amod", "orchard"), []),
        (MODIFIED.format("Norguard PROPN", "compound", "orchard"), ["Norguard"]),
        (HIT + "Norguard PROPN 5 nmod:poss NNP\n's PART 3 case POS\norchard NOUN 2 obj NN", ["Norguard"]),
        (FOLLOWED.format("orchard", "of"), ["Norguard"]),
        (FOLLOWED.format("gift", "from"), ["Norguard"]),
        (FOLLOWED.format("statue", "by"), ["Norguard"]),
        (FOLLOWED.format("orchard", "near"), []),
    ],
)
def test_what_is_done_to_a_thing_is_done_to_whom_it_concerns(rows: str, whom: list[str]) -> None:
    assert read(doc(rows)).who("patients") == whom


@pytest.mark.parametrize("thing", ["mosque", "orchard"])
def test_what_a_thing_does_is_not_done_by_whom_it_concerns(thing: str) -> None:
    assert agents(BEFORE.format("Sudrian", "ADJ", "amod", thing)) == []
    assert agents(OWNED.format("Norguard", "PROPN", thing)) == []


@pytest.mark.parametrize(
    ("thing", "items"),
    [("mosque", 1), ("bridge", 1), ("tanks", 1), ("tunnel", 1), ("idea", 0), ("orchard", 0)],
)
def test_a_solid_thing_without_an_owner_suffers_itself(thing: str, items: int) -> None:
    (event,) = read(doc(f"{HIT}a DET 4 det DT\n{thing} NOUN 2 obj NN")).events
    assert [one.split("/")[-2] for one in event.patients] == ["item"] * items


@pytest.mark.parametrize(("before", "whom"), [("Norguard PROPN 4 compound", ["Norguard"]), ("local ADJ 4 amod", [])])
def test_a_joined_thing_suffers_for_the_owner_of_the_first(before: str, whom: list[str]) -> None:
    (event,) = read(doc(f"{HIT}{before} NNP\njets NOUN 2 obj NNS\nand CCONJ 6 cc CC\ntanks NOUN 4 conj NNS")).events
    assert [one for one in event.patients if "/item/" not in one] == [f"actor/{name.lower()}" for name in whom]
    assert any("/item/" in one for one in event.patients) == (not whom)


def test_a_solid_thing_that_acts_is_nobody() -> None:
    assert agents("mosques NOUN 2 nsubj NNS\nbombed VERB 0 root VBD") == []


MET = "Norland PROPN 2 nsubj NNP\nmet VERB 0 root VBD\nSudria PROPN 2 obj NNP\n"
IN_TWO = MET + "in ADP 5 case IN\nEastport PROPN 2 obl NNP\n{} {} 7 {} IN\nWestfort PROPN 5 {} NNP"
IN_PART = MET + "in ADP 6 case IN\na DET 6 det DT\n{} 2 obl NN\n{} ADP 8 case IN\nEastport PROPN 6 nmod NNP"
IN_OWNED = MET + "in ADP 7 case IN\n{} PROPN 7 nmod:poss NNP\n's PART 5 case POS\n{} 2 obl NN"
IN_NAMED = MET + "in ADP 6 case IN\n{} PROPN 6 compound NNP\nharbour NOUN 2 obl NN"


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (IN_TWO.format("in", "ADP", "case", "nmod"), ["Eastport", "Westfort"]),
        (IN_TWO.format(",", "PUNCT", "punct", "appos"), ["Eastport", "Westfort"]),
        (IN_TWO.format("and", "CCONJ", "cc", "conj"), ["Eastport", "Westfort"]),
        (IN_TWO.format("without", "ADP", "case", "nmod"), ["Eastport"]),
        (IN_PART.format("port NOUN", "of"), ["Eastport"]),
        (IN_PART.format("village NOUN", "near"), ["Eastport"]),
        (IN_PART.format("towns NOUN", "including"), ["Eastport"]),
        (IN_PART.format("two NUM", "of"), ["Eastport"]),
        (IN_PART.format("village NOUN", "without"), []),
        (IN_PART.format("Norguard PROPN", "of"), []),  # a name of something else
        (IN_OWNED.format("Eastport", "harbour NOUN"), ["Eastport"]),
        (IN_OWNED.format("Westfort", "Eastport PROPN"), ["Eastport", "Westfort"]),
        (IN_NAMED.format("Eastport"), ["Eastport"]),
        (IN_OWNED.format("Norland", "harbour NOUN"), []),  # a state's things may lie elsewhere
        (IN_NAMED.format("Norland"), []),
    ],
)
def test_a_phrase_tells_its_place_and_those_around_it(rows: str, places: list[str]) -> None:
    assert read(doc(rows)).who("locations") == places


def test_joined_places_around_count_all() -> None:
    rows = IN_PART.format("port NOUN", "of") + "\nand CCONJ 10 cc CC\nWestfort PROPN 8 conj NNP"
    assert read(doc(rows)).who("locations") == ["Eastport", "Westfort"]


@pytest.mark.parametrize(("parts", "found"), [(1, True), (3, True), (4, False)])
def test_places_are_looked_for_three_phrases_deep(parts: int, found: bool) -> None:
    rows, above = MET, "2 obl"
    for part, case in zip(("middle", "west", "outskirts", "edge")[:parts], ("in", "of", "of", "of"), strict=False):
        head = len(rows.splitlines()) + 2
        rows += f"{case} ADP {head} case IN\n{part} NOUN {above} NN\n"
        above = f"{head} nmod"
    rows += f"of ADP {len(rows.splitlines()) + 2} case IN\nEastport PROPN {above} NNP"
    assert read(doc(rows)).who("locations") == ["Eastport"] * found


RAIN = "Rain NOUN 2 nsubj NN\nfell VERB 0 root VBD\n"
TOWN = RAIN + "in ADP 5 case IN\na DET 5 det DT\ntown NOUN 2 obl NN\n{} ADP 7 case IN\n{} PROPN 5 nmod NNP\n\n"
CALLED = RAIN + "in ADP 4 case IN\nEastport PROPN 2 obl NNP\n, PUNCT 7 punct ,\na DET 7 det DT\ntown NOUN 4 {} NN\n\n"
IN_THE = MET + "in ADP 6 case IN\n{} DET 6 det DT\n{} NOUN 2 obl NN"


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (TOWN.format("of", "Eastport") + IN_THE.format("the", "town"), ["Eastport"]),
        (TOWN.format("of", "Eastport") + IN_THE.format("that", "town"), ["Eastport"]),
        (CALLED.format("appos") + IN_THE.format("the", "town"), ["Eastport"]),
        (TOWN.format("of", "Eastport") + IN_THE.format("a", "town"), []),
        (TOWN.format("of", "Eastport") + IN_THE.format("the", "village"), []),
        (TOWN.format("near", "Eastport") + IN_THE.format("the", "town"), []),
        (CALLED.format("obl") + IN_THE.format("the", "town"), []),
        (TOWN.format("of", "Eastport") + TOWN.format("of", "Westfort") + IN_THE.format("the", "town"), ["Westfort"]),
        # the town told of last has no name
        (TOWN.format("of", "Eastport") + TOWN.format("near", "Westfort") + IN_THE.format("the", "town"), []),
        (
            TOWN.format("of", "Eastport")
            + MET
            + "in ADP 7 case IN\nthe DET 7 det DT\nnext ADJ 7 amod JJ\ntown NOUN 2 obl NN",
            [],
        ),
        (IN_THE.format("the", "town") + "\n\n" + TOWN.format("of", "Eastport").strip(), []),
    ],
)
def test_a_definite_noun_is_the_place_that_was_called_so_last(rows: str, places: list[str]) -> None:
    told = read(doc(rows))
    assert told.who("locations", told.types.index("Meeting")) == places


KILLED_IN = """
Rebels NOUN 2 nsubj NNS
killed VERB 0 root VBD
{} NOUN 2 obj NNS
in ADP 5 case
{} 2 obl NN
"""


@pytest.mark.parametrize(
    ("where", "locations", "instruments"),
    [
        ("Eastport PROPN", ["Eastport"], 0),
        ("Eastport PROPN 6 compound NNP\nmarket NOUN", ["Eastport"], 0),
        ("gas NOUN", [], 1),
    ],
)
def test_what_people_are_killed_in_is_a_weapon_or_a_place(where: str, locations: list[str], instruments: int) -> None:
    rows = KILLED_IN.format("farmers", where)
    told = read(doc(rows.replace("in ADP 5", "in ADP 6") if "compound" in where else rows))
    assert (told.who("locations"), len(told.events[0].instruments)) == (locations, instruments)


def roles(**filled: str) -> Roles:
    return Roles({role: list(ids) for role, ids in filled.items()})


@pytest.mark.parametrize(
    ("filled", "role", "left"),
    [
        ({"agent": "a", "patient": "ab"}, "patient", "b"),
        ({"agent": "a", "recipient": "ab"}, "recipient", "ab"),
        ({"origin": "a", "destination": "b", "location": "abc"}, "location", "c"),
        ({"location": "a", "origin": "ab"}, "origin", "ab"),
    ],
)
def test_nobody_does_it_to_himself_and_nothing_goes_where_it_is(filled: dict[str, str], role: str, left: str) -> None:
    settled = roles(**filled)
    settled.settle()
    assert "".join(settled.of(role)) == left


def test_what_another_telling_adds_is_settled_too() -> None:
    first = roles(patient="ab")
    first.take(roles(agent="a", patient="bc"))
    assert (first.of("agent"), first.of("patient")) == (("a",), ("b", "c"))


@pytest.mark.parametrize(("whom", "patients"), [("Norguard", ["Norguard"]), ("Norland", [])])
def test_who_does_it_does_not_suffer_it(whom: str, patients: list[str]) -> None:
    assert (
        read(doc(f"Norland PROPN 2 nsubj NNP\nbombed VERB 0 root VBD\n{whom} PROPN 2 obj NNP")).who("patients")
        == patients
    )


LEFT = "Sudria PROPN 3 {} NNP\n's PART 1 case POS\nwithdrawal NOUN 6 nsubj NN\nof ADP 5 case IN\n"
LEFT += "Norguard PROPN 3 nmod NNP\n"


@pytest.mark.parametrize(
    ("label", "agents", "patients"),
    [("nmod:poss", ["Sudria"], ["Norguard"]), ("dep", ["Norguard"], [])],
)
def test_those_of_whom_it_is_act_unless_another_does(label: str, agents: list[str], patients: list[str]) -> None:
    told = read(doc(LEFT.format(label) + "surprised VERB 0 root VBD\npeople NOUN 6 obj NNS"))
    assert (told.who("agents"), told.who("patients")) == (agents, patients)


SENT = "Norland PROPN 2 nsubj NNP\n{} VERB 0 root VBD\n{} NOUN 2 obj NNS\n{} ADP 5 case IN\n{} PROPN 2 obl NNP"


@pytest.mark.parametrize(
    ("verb", "what", "case", "whither", "recipients", "destinations"),
    [
        ("deployed", "troops", "to", "Sudria", [], ["Sudria"]),
        ("deployed", "troops", "to", "Norguard", ["Norguard"], []),
        ("deployed", "troops", "near", "Norguard", [], []),
        ("sent", "aid", "to", "Norguard", ["Norguard"], []),
        ("sent", "aid", "to", "Eastport", [], ["Eastport"]),
    ],
)
def test_what_goes_to_a_place_has_a_destination_and_what_goes_to_someone_a_recipient(
    verb: str, what: str, case: str, whither: str, recipients: list[str], destinations: list[str]
) -> None:
    told = read(doc(SENT.format(verb, what, case, whither)))
    assert (told.who("recipients"), told.who("destinations")) == (recipients, destinations)
