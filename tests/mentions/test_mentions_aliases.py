"""Two names that the text itself says are one: by a bracket, or by a verb of naming."""

import pytest

from claimgraph.mentions import cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry
from handmade import doc

BOARD = Entry("actor/kelvan-board", Kind.ORGANIZATION, Label("Kelvan Rescue Board"), (Label("KRB"),))
OWN = Entry("actor/relief", Kind.ORGANIZATION, Label("Zorban Relief Board"))
PAPER = Entry("actor/paper", Kind.MEDIA_OUTLET, Label("Falanj Courier"), (Label("Falanj"),))


def told(rows: str, *known: Entry) -> dict[str, tuple[str, str]]:
    """Each name with the id that it stands for and the rule."""
    made = doc(rows)
    people = cast(made, Article("t", made.text), Registry({e.id: e for e in known}))
    return {m.span.text: (m.of, m.rule) for m in people.mentions()}


def one(rows: str, first: str, other: str, *known: Entry) -> str | None:
    """The rule by which another name is the first one's; None where they are two."""
    found = told(rows, *known)
    return found[other][1] if found[other][0] == found[first][0] else None


def bracket(inside: str, marks: str = "()", name: str = "Zorban Relief Board") -> str:
    """ "The Zorban Relief Board (…) left." with some names, marks and verbs in the bracket."""
    *before, body = name.split()
    noun = len(before) + 2
    words = inside.split()
    verb = noun + len(words) + 3
    rows = ["The DET {0} det DT", *(f"{w} PROPN {noun} compound NNP" for w in before), f"{body} PROPN {verb} nsubj NNP"]
    rows += [f"{marks[0]}_ PUNCT {noun + 2} punct"]
    for word in words:
        how = f"PROPN {noun} appos" if word[0].isupper() else f"{'VERB' if word.isalpha() else 'PUNCT'} {noun + 2} dep"
        rows.append(f"{word}{'_' if word == words[-1] else ''} {how}")
    rows += [f"{marks[1]} PUNCT {noun + 2} punct", "left VERB 0 root VBD", f". PUNCT {verb} punct"]
    return "\n".join(rows).format(noun)


@pytest.mark.parametrize("marks", ["()", "[]"])
@pytest.mark.parametrize("name", ["ZRB", "XQZ", "Rahmat"])  # its initials; those in its own language; a word of it
def test_a_name_in_brackets_is_the_bodys(marks: str, name: str) -> None:
    rule = one(bracket(name, marks), "Zorban Relief Board", name)
    assert rule == "name.bracket" or (name == "ZRB" and rule == "name.short")


def test_a_name_between_dashes_is_no_name_in_brackets() -> None:
    assert one(bracket("XQZ", "--"), "Zorban Relief Board", "XQZ") is None


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Basra", ()),  # a place
        ("Kelvania", (Entry("place/kelvania", None, Label("Kelvania")),)),
        ("Falanj", (PAPER,)),  # the outlet that tells it
        ("KRB", (BOARD,)),  # known letters of another body
        ("US", (Entry("actor/us", Kind.STATE, Label("United States"), (Label("US"),)),)),
    ],
)
def test_what_else_stands_in_brackets(name: str, known: tuple[Entry, ...]) -> None:
    assert one(bracket(name), "Zorban Relief Board", name, *known) is None


def test_letters_of_a_known_body_that_the_registry_lacks() -> None:
    assert told(bracket("ZRB"), OWN)["ZRB"][0] == told(bracket("XQZ"), OWN)["XQZ"][0] == OWN.id
    assert told(bracket("KRB"), OWN, BOARD)["KRB"][0] == BOARD.id


@pytest.mark.parametrize(
    ("inside", "same"),
    [
        ("Sarab , XQZ", True),
        ("Sarab ; XQZ", True),
        ("Sarab / XQZ", True),
        ("Sarab or XQZ", True),
        ("Sarab led XQZ", False),  # more than names
    ],
)
def test_several_names_in_one_bracket(inside: str, same: bool) -> None:
    found = told(bracket(inside, name="Zorban Falcon Brigades"))
    assert {found["XQZ"][0] == found[name][0] for name in ("Zorban Falcon Brigades", "Sarab")} == {same}


def test_a_name_behind_the_bracket_is_anothers() -> None:
    rows = bracket("XQZ").replace("left VERB 0 root VBD", "joined VERB 0 root VBD\nFalanj PROPN 8 obj NNP")
    found = told(rows)
    assert found["XQZ"][0] == found["Zorban Relief Board"][0] != found["Falanj"][0]


def test_a_noun_between_the_name_and_its_bracket() -> None:
    rows = """
    The DET 4 det DT
    Zorban PROPN 4 compound NNP
    Falcon PROPN 4 compound NNP
    movement NOUN 9 nsubj NN
    (_ PUNCT 7 punct
    the DET 7 det DT
    Sarab_ PROPN 4 appos NNP
    ) PUNCT 7 punct
    {} VERB 0 root VBD
    """
    assert one(rows.format("left"), "Zorban Falcon", "Sarab") == "name.bracket"
    verb = rows.replace("4 compound NNP\n    movement NOUN 9 nsubj NN", "4 nsubj NNP\n    fled VERB 9 ccomp VBD")
    assert one(verb.format("said"), "Zorban Falcon", "Sarab") is None


KNOWN_AS = """
Karim PROPN 10 nsubj NNP
Zorbani_ PROPN 1 flat NNP
, PUNCT 5 punct
better ADV 5 advmod RBR
{0} VERB 1 acl VBN
{1} ADP 7 case IN
Abu PROPN 5 obl NNP
Ridha_ PROPN 7 flat NNP
, PUNCT 5 punct
left VERB 0 root VBD
"""
GOES_BY = """
Karim PROPN 8 nsubj NNP
Zorbani_ PROPN 1 flat NNP
, PUNCT 5 punct
who PRON 5 nsubj WP
{0} VERB 1 acl:relcl VBZ
{1} ADP 7 case IN
Haydun_ PROPN 5 obl NNP
left VERB 0 root VBD
"""
UNDER = """
Karim PROPN 8 nsubj NNP
Zorbani PROPN 1 flat NNP
writing VERB 1 acl VBG
{0} ADP 6 case IN
the DET 6 det DT
{1} NOUN 3 obl NN
Haydun_ PROPN 6 appos NNP
left VERB 0 root VBD
"""


@pytest.mark.parametrize(
    ("rows", "name", "same"),
    [
        (KNOWN_AS.format("known", "as"), "Abu Ridha", True),
        (KNOWN_AS.format("dubbed", "as"), "Abu Ridha", True),
        (KNOWN_AS.format("known", "to"), "Abu Ridha", False),
        (KNOWN_AS.format("trained", "by"), "Abu Ridha", False),
        (GOES_BY.format("goes", "by"), "Haydun", True),
        (GOES_BY.format("goes", "with"), "Haydun", False),
        (GOES_BY.format("lives", "by"), "Haydun", False),
        (UNDER.format("under", "name"), "Haydun", True),
        (UNDER.format("under", "pseudonym"), "Haydun", True),
        (UNDER.format("under", "tutor"), "Haydun", False),
        (UNDER.format("against", "name"), "Haydun", False),
        (GOES_BY.format("serves", "under"), "Haydun", False),
    ],
)
def test_a_verb_of_naming(rows: str, name: str, same: bool) -> None:
    assert one(rows, "Karim Zorbani", name) == ("name.alias" if same else None)


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        (
            "Falanj PROPN 3 nsubj:pass NNP\nwas AUX 3 aux:pass VBD\nrenamed VERB 0 root VBN\nSarab PROPN 3 xcomp NNP",
            True,
        ),
        ("Falanj PROPN 2 nsubj NNP\ncalls VERB 0 root VBZ\nitself PRON 2 obj PRP\nSarab PROPN 2 xcomp NNP", True),
        ("Falanj PROPN 2 nsubj NNP\ncalled VERB 0 root VBD\nSarab PROPN 2 obj NNP\nillegal ADJ 2 xcomp JJ", False),
        ("Falanj PROPN 2 nsubj NNP\nsaw VERB 0 root VBD\nitself PRON 2 obj PRP\nSarab PROPN 2 xcomp NNP", False),
    ],
)
def test_who_calls_whom(rows: str, same: bool) -> None:
    assert one(rows, "Falanj", "Sarab") == ("name.alias" if same else None)


@pytest.mark.parametrize(("own", "same"), [("", True), ("Omar PROPN 5 nsubj NNP\n", False)])
def test_a_second_verb_with_the_same_subject(own: str, same: bool) -> None:
    rows = "Karim PROPN 3 nsubj NNP\nZorbani PROPN 1 flat NNP\nleft VERB 0 root VBD\nand CCONJ {0} cc CC\n"
    rows += own.replace("5 nsubj", "6 nsubj") + "goes VERB 3 conj VBZ\nby ADP {1} case IN\nHaydun PROPN {0} obl NNP"
    at = 5 + bool(own)
    assert one(rows.format(at, at + 2), "Karim Zorbani", "Haydun") == ("name.alias" if same else None)


@pytest.mark.parametrize(
    ("adverb", "label", "same"),
    [
        ("formerly", "appos", True),
        ("now", "appos", True),
        ("reportedly", "appos", False),
        ("formerly", "conj", False),
    ],
)
def test_a_name_of_another_time(adverb: str, label: str, same: bool) -> None:
    rows = """
    Falanj_ PROPN 6 nsubj NNP
    , PUNCT 4 punct
    {} ADV 4 advmod RB
    Sarab_ PROPN 1 {} NNP
    , PUNCT 4 punct
    left VERB 0 root VBD
    """
    assert one(rows.format(adverb, label), "Falanj", "Sarab") == ("name.alias" if same else None)


def test_a_name_of_a_person_beside_the_noun_that_is_named() -> None:
    rows = """
    its PRON 2 nmod:poss PRP$
    commander_ NOUN 10 nsubj NN
    , PUNCT 4 punct
    Karim_ PROPN 2 appos NNP
    , PUNCT 7 punct
    who PRON 7 nsubj WP
    goes VERB 2 acl:relcl VBZ
    by ADP 9 case IN
    Haydun PROPN 7 obl NNP
    left VERB 0 root VBD
    """
    assert one(rows, "Karim", "Haydun") == "name.alias"
