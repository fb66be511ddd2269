"""What kind of thing a name names, and whether a state's name is read as the state or the place."""

from pathlib import Path

import pytest
from spacy.tokens import Span

from claimgraph.errors import InputError
from claimgraph.mentions import Cast, cast, tables
from claimgraph.model import Article
from claimgraph.registry import Registry
from handmade import doc

NONE_KNOWN = Registry()


def read(rows: str) -> Cast:
    made = doc(rows)
    return cast(made, Article("t", made.text), NONE_KNOWN)


def kinds(rows: str) -> dict[str, str]:
    """name -> kind of what it is read as where nobody asks."""
    made = read(rows)
    of = {a.id: a.kind.value for a in made.actors()} | {p.id: "Place" for p in made.places()}
    return {m.span.text: of[m.of] for m in made.mentions()}


SUBJECT = "{0} PROPN 3 compound\n{1} PROPN 3 nsubj\nfell VERB 0 root"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Zorban Ministry", "GovernmentBody"),
        ("Zorban Brigades", "ArmedGroup"),
        ("Zorban Party", "PoliticalParty"),
        ("Zorban Times", "MediaOutlet"),
        ("Zorban University", "Organization"),
        ("Zorban Airport", "Place"),
        ("Zorban Union", "InternationalOrganization"),
        ("Zorban Army", "MilitaryForce"),
        ("Liwa Zorban", "ArmedGroup"),
        ("Lake Zorban", "Place"),
    ],
)
def test_words_of_the_name(name: str, kind: str) -> None:
    assert kinds(SUBJECT.format(*name.split())) == {name: kind}


@pytest.mark.parametrize("name", ["Zorban War", "Operation Zorban", "Zorban Agreement"])
def test_things_are_neither_actors_nor_places(name: str) -> None:
    assert kinds(SUBJECT.format(*name.split())) == {}


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ("Mr PROPN 3 nsubj\nZorban PROPN 1 flat\nfell VERB 0 root", "Person"),
        (
            "Zorban PROPN 5 nsubj\n, PUNCT 1 punct\nwho PRON 4 nsubj WP\nfled VERB 1 acl:relcl\nfell VERB 0 root",
            "Person",
        ),
        ("Zorban PROPN 3 nsubj\nOmar PROPN 1 flat\nfell VERB 0 root", "Person"),
        ("Zorban PROPN 2 compound\nmilitia NOUN 3 nsubj\nfell VERB 0 root", "ArmedGroup"),
        ("Zorban PROPN 3 compound\nnews NOUN 3 compound\nagency NOUN 4 nsubj\nfell VERB 0 root", "MediaOutlet"),
        ("city NOUN 4 nsubj\nof ADP 3 case\nZorban PROPN 1 nmod\nfell VERB 0 root", "Place"),
        ("We PRON 2 nsubj PRP\nmet VERB 0 root\nin ADP 4 case\nZorban PROPN 2 obl", "Place"),
        ("We PRON 2 nsubj PRP\nmet VERB 0 root\nwith ADP 4 case\nZorban PROPN 2 obl", "Organization"),
        ("We PRON 2 nsubj PRP\nmet VERB 0 root\nthe DET 4 det\nZRB PROPN 2 obj", "Organization"),
        ("We PRON 2 nsubj PRP\nsaw VERB 0 root\nOsaka PROPN 2 obj", "Place"),
        ("We PRON 2 nsubj PRP\nsaw VERB 0 root\nOhio PROPN 2 obj", "Place"),
    ],
)
def test_words_beside_the_name(rows: str, kind: str) -> None:
    found = kinds(rows)
    assert kind in {k for text, k in found.items() if text[0].isupper() and text != "We"}


def test_all_mentions_of_a_name_share_one_kind() -> None:
    first = "We PRON 2 nsubj PRP\nmet VERB 0 root\nwith ADP 4 case\nZorban PROPN 2 obl\n. PUNCT 2 punct"
    second = "Mr PROPN 3 nsubj\nZorban PROPN 1 flat\nfell VERB 0 root\n. PUNCT 3 punct"
    assert {a.kind for a in read(f"{first}\n\n{second}").actors()} == {"Person"}


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ("France PROPN 2 nsubj\nfell VERB 0 root", "State"),
        ("We PRON 2 nsubj PRP\nfell VERB 0 root\nin ADP 4 case\nFrance PROPN 2 obl", "Place"),
        ("France_ PROPN 3 nmod:poss\n's PART 1 case POS\nborder NOUN 4 nsubj\nfell VERB 0 root", "Place"),
        ("France_ PROPN 3 nmod:poss\n's PART 1 case POS\npolicy NOUN 4 nsubj\nfell VERB 0 root", "State"),
        ("We PRON 2 nsubj PRP\nentered VERB 0 root\nFrance PROPN 2 obj", "Place"),
        ("We PRON 2 nsubj PRP\naccused VERB 0 root\nFrance PROPN 2 obj", "State"),
    ],
)
def test_state_or_place_where_nobody_asks(rows: str, kind: str) -> None:
    assert kinds(rows) == {"France": kind}


@pytest.mark.parametrize(
    ("label", "name", "kind"),
    [
        ("LOC", "Zorban", {"Zorban": "Place"}),
        ("PER", "Zorban", {"Zorban": "Person"}),
        ("ORG", "Zorban Velt", {"Zorban Velt": "Organization"}),
        ("MISC", "Zorban Velt", {"Zorban Velt": "Person"}),  # decides nothing: the back-off does
        ("LOC", "Zorban Brigades", {"Zorban Brigades": "ArmedGroup"}),  # its own words say more
    ],
)
def test_the_readers_names_decide_where_nothing_stronger_does(label: str, name: str, kind: dict[str, str]) -> None:
    words = name.split()
    first = "" if len(words) == 1 else f"{words[0]} PROPN 2 compound\n"
    made = doc(f"{first}{words[-1]} PROPN {len(words) + 1} nsubj\nfell VERB 0 root")
    made.set_ents([Span(made, 0, len(words), label=label)])
    who = cast(made, Article("t", made.text), NONE_KNOWN)
    of = {a.id: a.kind.value for a in who.actors()} | {p.id: "Place" for p in who.places()}
    assert {m.span.text: of[m.of] for m in who.mentions()} == kind


def test_the_callers_role_decides() -> None:
    made = doc("Paris PROPN 2 nsubj\nfell VERB 0 root")
    acting, lying = (cast(made, Article("t", made.text), NONE_KNOWN) for _ in range(2))
    assert acting.actor(made[0]) == "actor/state/france"
    assert [(m.of, m.rule) for m in acting.mentions()] == [("actor/state/france", "name.metonym")]
    assert acting.label("actor/state/france") == "Paris"
    assert lying.place(made[0]) == "place/paris"
    assert [p.label for p in lying.places()] == ["Paris"]


def test_a_person_is_no_place_and_a_city_no_actor() -> None:
    made = doc("Ana PROPN 3 nsubj\nOmar PROPN 1 flat\nleft VERB 0 root\nOsaka PROPN 3 obj")
    who = cast(made, Article("t", made.text), NONE_KNOWN)
    assert who.place(made[0]) is None
    assert who.actor(made[3]) is None


def test_word_lists_refuse_unknown_keys_and_repetition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"kinds\.toml: \[names\] has no key"):
        tables.table("kinds.toml", "names", ("Person",))
    (tmp_path / "twice.toml").write_text('[names]\nPerson = ["a", "b"]\nPlace = ["a"]\n', encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(InputError, match=r"twice\.toml: \[names\] has 'a' twice: in Person and in Place"):
        tables.table("twice.toml", "names")


def test_a_state_and_its_place_are_each_called_as_the_text_calls_them() -> None:
    acting = "Myanmar PROPN 2 nsubj\nfell VERB 0 root"
    around = "We PRON 2 nsubj PRP\nfled VERB 0 root\nto ADP 4 case\nBurma PROPN 2 obl"
    told = read(f"{acting}\n\n{around}")
    assert [(a.label, a.alt_labels) for a in told.actors()] == [("Myanmar", ())]
    assert [(p.label, p.alt_labels) for p in told.places()] == [("Burma", ())]
