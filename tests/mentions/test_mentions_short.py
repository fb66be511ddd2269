"""Short names and the whole ones they stand for; bodies by what owns them; nouns that call a name by its kind."""

import pytest
from spacy.tokens import Doc

from claimgraph.mentions import Cast, cast, kinds
from claimgraph.mentions.found import Found
from claimgraph.model import Article, Kind
from claimgraph.registry import Registry
from handmade import doc


def read(rows: str) -> Cast:
    made = doc(rows)
    return cast(made, Article("t", made.text), Registry())


def told(rows: str) -> list[tuple[str, str]]:
    return [(m.span.text, m.of) for m in read(rows).mentions()]


def subject(text: str) -> str:
    names = text.split()
    last = len(names)
    rows = [f"{w} PROPN {last} compound" for w in names[:-1]] + [f"{names[-1]} PROPN {last + 1} nsubj"]
    return "\n".join([*rows, "fell VERB 0 root VBD", f". PUNCT {last + 1} punct"])


def test_a_body_has_its_name_from_a_place() -> None:
    board = subject("Zorban Relief Board")
    place = "Rain NOUN 2 nsubj NN\nfell VERB 0 root\nin ADP 4 case\nZorban PROPN 2 obl\n. PUNCT 2 punct"
    assert told(f"{place}\n\n{board}")[0] == ("Zorban", "place/zorban")
    assert told(f"{subject('Zorban')}\n\n{board}")[0] == ("Zorban", "actor/organization/zorban-relief-board")


def test_the_noun_of_the_one_body_stands_for_it() -> None:
    brigades, later = subject("Zorban Falcon Brigades"), subject("Brigades")
    whole = "actor/armed-group/zorban-falcon-brigades"
    assert told(f"{brigades}\n\n{later}") == [("Zorban Falcon Brigades", whole), ("Brigades", whole)]
    other = subject("Kelvan Brigades")
    assert told(f"{brigades}\n\n{other}\n\n{later}")[-1] == ("Brigades", "actor/armed-group/brigades")
    assert told(f"{subject('Zorban Falcon')}\n\n{subject('Zorban')}")[-1][1] == "actor/organization/zorban"


def test_a_body_by_what_owns_it() -> None:
    rows = "{0} PROPN 2 compound\n{1} NOUN 3 nsubj NN\nfell VERB 0 root"
    assert told(rows.format("Zorbani", "army")) == [("Zorbani army", "actor/military-force/zorbani-army")]
    assert told(rows.format("Zorbani", "police")) == [("Zorbani police", "actor/government-body/zorbani-police")]
    assert told(rows.format("Zorbani", "militia")) == [("Zorbani", "actor/armed-group/zorbani")]
    assert told(rows.format("ZPD", "police"))[0][0] == "ZPD"


@pytest.mark.parametrize(("noun", "same"), [("broadcaster", True), ("channel", True), ("council", False)])
def test_a_noun_says_first_what_a_name_is(noun: str, same: bool) -> None:
    made = read(
        f"state NOUN 2 compound\n{noun} NOUN 5 nsubj NN\nZorban PROPN 2 flat\nTV PROPN 2 flat\nfell VERB 0 root"
    )
    assert (made.actor(made.doc[1]) == made.actor(made.doc[2])) is same


@pytest.mark.parametrize(("noun", "kind"), [("capital", "Place"), ("militia", "ArmedGroup"), ("driver", "Person")])
def test_a_name_behind_a_comma(noun: str, kind: str) -> None:
    made = read(f"the DET 2 det\n{noun} NOUN 5 nsubj NN\n, PUNCT 4 punct\nZorban PROPN 2 appos\nfell VERB 0 root")
    found = {a.label: a.kind.value for a in made.actors() if a.named} | {p.label: "Place" for p in made.places()}
    assert found == {"Zorban": kind}


@pytest.mark.parametrize(
    ("word", "tag", "name"),
    [
        ("Blue", "NNP", "Blue Lanterns"),
        ("Blue", "JJ", "Lanterns"),
        ("Zorbani", "NNP", "Lanterns"),  # no English adjective: a demonym, that is no part of the name
    ],
)
def test_an_adjective_in_a_name(word: str, tag: str, name: str) -> None:
    rows = f"the DET 3 det\n{word} ADJ 3 amod {tag}\nLanterns PROPN 4 nsubj NNPS\nfell VERB 0 root"
    assert [n for n, _ in told(rows)] == [name]


@pytest.mark.parametrize(("tag", "first"), [("NNP", "Institute for Open Trade"), ("JJ", "Institute")])
def test_an_adjective_behind_for(tag: str, first: str) -> None:
    rows = f"Institute PROPN 5 nsubj\nfor ADP 4 case\nOpen ADJ 4 amod {tag}\nTrade PROPN 1 nmod\nfell VERB 0 root"
    assert told(rows)[0][0] == first


def test_an_hour_before_a_noun_is_no_part_of_the_sentence() -> None:
    rows = "{0} {1} 3 obl\nShepherds PROPN 3 nsubj NNPS\nspoke VERB 0 root"
    assert told(rows.format("15:20", "NUM")) == []
    assert told(rows.format("Later", "ADV")) == [("Shepherds", "actor/organization/shepherds")]


def test_the_cost_is_in_step_with_the_number_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Found] = []
    decide = kinds.decide

    def counted(made: Doc, mentions: list[Found], places: frozenset[int] = frozenset()) -> tuple[str, str]:
        asked.extend(mentions)
        return decide(made, mentions, places)

    monkeypatch.setattr(kinds, "decide", counted)
    letters = "bcdfghklmn"
    people = [f"Z{a}u{b}o Zorb{a}i{b}" for a in letters for b in letters]
    made = read("\n\n".join(subject(name) for name in people))
    assert [a.kind for a in made.actors()] == [Kind.PERSON] * len(people)
    assert len(asked) <= 2 * len(people)
