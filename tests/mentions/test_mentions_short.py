"""Short names and the whole ones they stand for; bodies by what owns them; nouns that call a name by its kind."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import claimgraph
from claimgraph.mentions import Cast, cast, kinds
from claimgraph.mentions.found import Found
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry
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

    def counted(
        made: Doc, mentions: list[Found], heard: kinds.Heard, places: frozenset[int] = frozenset()
    ) -> tuple[str, str]:
        asked.extend(mentions)
        return decide(made, mentions, heard, places)

    monkeypatch.setattr(kinds, "decide", counted)
    letters = "bcdfghklmn"
    people = [f"Z{a}u{b}o Zorb{a}i{b}" for a in letters for b in letters]
    made = read("\n\n".join(subject(name) for name in people))
    assert [a.kind for a in made.actors()] == [Kind.PERSON] * len(people)
    assert len(asked) <= 2 * len(people)


def person(text: str) -> str:
    names = text.split()
    rows = [f"{names[0]} PROPN {len(names) + 1} nsubj NNP", *(f"{w} PROPN 1 flat NNP" for w in names[1:])]
    return "\n".join([*rows, "said VERB 0 root VBD", f". PUNCT {len(names) + 1} punct"])


def test_a_given_name_stands_for_the_one_who_bears_it() -> None:
    haider, other, short = person("Haider Zorban"), person("Haider Kelvan"), person("Haider")
    assert told(f"{haider}\n\n{short}")[-1] == ("Haider", "actor/person/haider-zorban")
    assert told(f"{haider}\n\n{other}\n\n{short}")[-1][1] == "actor/organization/haider"
    assert told(f"{short}\n\n{haider}")[0][1] == "actor/organization/haider"
    assert told(f"{person('Falanj Zorban')}\n\n{subject('Kelvan')}")[-1][1] == "actor/organization/kelvan"


def test_a_surname_is_that_of_the_one_whose_name_stood_last() -> None:
    both = f"{person('Haider Zorban')}\n\n{person('Salwa Zorban')}"
    assert told(f"{both}\n\n{person('Zorban')}")[-1][1] == "actor/person/salwa-zorban"
    again = f"{person('Salwa Zorban')}\n\n{person('Haider Zorban')}\n\n{person('Salwa')}"
    assert told(f"{again}\n\n{person('Zorban')}")[-1][1] == "actor/person/haider-zorban"


def test_letters_with_one_capital_are_a_city_behind_in() -> None:
    agency = Entry("actor/agency", Kind.MEDIA_OUTLET, Label("Zorban News Agency"), (Label("SANA"),))
    rows = {
        "in": "He PRON 2 nsubj PRP\nfell VERB 0 root\nin ADP 4 case\nSana PROPN 2 obl NNP",
        "says": "Sana PROPN 2 nsubj NNP\nfell VERB 0 root",
    }
    found = {k: doc(v) for k, v in rows.items()}
    made = {k: cast(d, Article("t", d.text), Registry({agency.id: agency})).mentions()[0].of for k, d in found.items()}
    assert made == {"in": "place/sana", "says": "actor/agency"}


def test_an_outlet_known_by_its_letters_is_the_agency() -> None:
    agency = Entry("actor/agency", Kind.MEDIA_OUTLET, Label("Zorban News Agency"), (Label("SANA"),))
    later = "The DET 2 det DT\n{} NOUN 3 nsubj NN\nspoke VERB 0 root"
    for noun, same in (("agency", True), ("ministry", False)):
        made = doc(f"{person('SANA')}\n\n{later.format(noun)}")
        people = cast(made, Article("t", made.text), Registry({agency.id: agency}))
        assert (people.actor(made[-2]) == "actor/agency") is same


def test_the_parties_are_no_one_party() -> None:
    later = "The DET 2 det DT\n{} NOUN 3 nsubj {}\nspoke VERB 0 root"
    party = subject("Zorban Party")
    one, many = (read(f"{party}\n\n{later.format(*row)}") for row in (("party", "NN"), ("parties", "NNS")))
    assert (one.label(one.actor(one.doc[-2]) or ""), many.label(many.actor(many.doc[-2]) or "")) == (
        "Zorban Party",
        "parties",
    )


def test_a_group_told_apart_by_its_words_is_no_organization() -> None:
    later = "The DET 3 det DT\n{} ADJ 3 amod JJ\ngroup NOUN 4 nsubj NN\nspoke VERB 0 root"
    for name, same in (("Zorban Brigades", True), ("Zorban Institute", False)):
        made = read(f"{subject(name)}\n\n{later.format('armed')}")
        assert (made.label(made.actor(made.doc[-2]) or "") == name) is same


def test_both_short_names_may_come_before_the_whole_one(nlp: Language) -> None:
    text = "Rahim fled on Monday. Salim came back. Salim Rahim is a farmer, and Salim is old."
    assert [actor.label for actor in claimgraph.extract(text, nlp=nlp).actors] == ["Salim Rahim"]


def test_a_state_told_of_by_its_capital_alone_is_called_by_it(nlp: Language) -> None:
    found = claimgraph.extract("Nuuk denied the claim. The men live in southern Greenland.", nlp=nlp)
    assert [actor.label for actor in found.actors] == ["Nuuk"]
