"""Pronouns, descriptions and definite noun phrases."""

import pytest

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Registry
from handmade import doc

NONE_KNOWN = Registry()


def read(rows: str) -> Cast:
    made = doc(rows)
    return cast(made, Article("t", made.text), NONE_KNOWN)


def asked(rows: str, word: str, nth: int = -1) -> tuple[str | None, Cast]:
    """What `actor` gives for the last (or nth) token with that text, as a label."""
    made = read(rows)
    token = [t for t in made.doc if t.text == word][nth]
    found = made.actor(token)
    return (made.label(found) if found else None), made


ANA = "Ana PROPN 3 nsubj\nOmar PROPN 1 flat\nmet VERB 0 root\nthe DET 5 det\ncouncil NOUN 3 obj\n. PUNCT 3 punct"
FIRM = "The DET 3 det\nZorban PROPN 3 compound\nBank PROPN 4 nsubj\nfell VERB 0 root\n. PUNCT 4 punct"
MEN = "Security NOUN 2 compound\nofficials NOUN 3 nsubj NNS\nleft VERB 0 root\n. PUNCT 3 punct"


@pytest.mark.parametrize(
    ("before", "pronoun", "label"),
    [
        (ANA, "He", "Ana Omar"),
        (FIRM, "It", "Zorban Bank"),
        (MEN, "They", "Security officials"),
        (FIRM, "She", None),
        (ANA, "We", None),
        (MEN, "He", None),
    ],
)
def test_pronouns_agree(before: str, pronoun: str, label: str | None) -> None:
    assert asked(f"{before}\n\n{pronoun} PRON 2 nsubj PRP\nspoke VERB 0 root", pronoun)[0] == label


def test_a_pronoun_prefers_the_latest_subject_and_reaches_three_sentences() -> None:
    lea = "Lea PROPN 3 nsubj\nOmar PROPN 1 flat\ncame VERB 0 root\n. PUNCT 3 punct"
    last = "He PRON 2 nsubj PRP\nspoke VERB 0 root\n. PUNCT 2 punct"
    gap = "Rain NOUN 2 nsubj\nfell VERB 0 root\n. PUNCT 2 punct"
    assert asked(f"{ANA}\n\n{lea}\n\n{last}", "He")[0] == "Lea Omar"
    assert asked("\n\n".join([ANA, gap, gap, last]), "He")[0] == "Ana Omar"
    assert asked("\n\n".join([ANA, gap, gap, gap, gap, last]), "He")[0] is None


def test_an_object_is_not_its_subject() -> None:
    lea = "Lea PROPN 3 nsubj\nOmar PROPN 1 flat\nsaw VERB 0 root\nhim PRON 3 obj PRP\n. PUNCT 3 punct"
    assert asked(f"{ANA}\n\n{lea}", "him")[0] == "Ana Omar"
    assert asked(lea, "him")[0] is None


def test_a_title_tells_the_gender() -> None:
    mrs = "Mrs PROPN 3 nsubj\nZorban PROPN 1 flat\ncame VERB 0 root\n. PUNCT 3 punct"
    last = "{} PRON 2 nsubj PRP\nspoke VERB 0 root"
    assert asked(f"{mrs}\n\n{last.format('She')}", "She")[0] == "Zorban"
    assert asked(f"{mrs}\n\n{last.format('He')}", "He")[0] is None


def test_relative_pronouns_stand_for_the_head() -> None:
    rows = """Officials NOUN 5 nsubj NNS
    who PRON 3 nsubj WP
    left VERB 1 acl:relcl
    early ADV 3 advmod
    spoke VERB 0 root"""
    assert asked(rows, "who")[0] == "Officials"
    assert asked("Who PRON 2 nsubj WP\nleft VERB 0 root", "Who")[0] is None


@pytest.mark.parametrize(
    ("rows", "word", "label", "kind"),
    [
        (MEN, "officials", "Security officials", Kind.UNNAMED_GROUP),
        (
            "A DET 3 det\nsenior ADJ 3 amod\nofficial NOUN 4 nsubj NN\nleft VERB 0 root",
            "official",
            "senior official",
            Kind.PERSON,
        ),
        ("Many ADJ 2 nsubj JJ\nleft VERB 0 root", "Many", "Many", Kind.UNNAMED_GROUP),
        ("The DET 2 det\nministry NOUN 3 nsubj NN\nleft VERB 0 root", "ministry", "ministry", Kind.GOVERNMENT_BODY),
        (
            "Members NOUN 4 nsubj NNS\nof ADP 3 case\ntribes NOUN 1 nmod NNS\nleft VERB 0 root",
            "Members",
            "Members of tribes",
            Kind.UNNAMED_GROUP,
        ),
        (
            "Five NUM 2 nummod\nguards NOUN 3 nsubj NNS\nleft VERB 0 root",
            "guards",
            "guards",
            Kind.UNNAMED_GROUP,
        ),
    ],
)
def test_descriptions(rows: str, word: str, label: str, kind: Kind) -> None:
    found, made = asked(rows, word)
    (actor,) = made.actors()
    assert (found, actor.kind, actor.named) == (label, kind, False)
    assert [(m.span.text, m.rule) for m in made.mentions()] == [(label, "description.noun")]


@pytest.mark.parametrize("word", ["statement", "rain", "Sunday"])
def test_things_and_times_do_not_act(word: str) -> None:
    assert asked(f"{word} NOUN 2 nsubj NN\nfell VERB 0 root", word)[0] is None


def test_the_same_description_is_one_actor() -> None:
    again = "The DET 2 det\nofficials NOUN 3 nsubj NNS\nspoke VERB 0 root\n. PUNCT 3 punct"
    made = read(f"{MEN}\n\n{again}")
    one, two = (made.actor(t) for t in made.doc if t.text == "officials")
    assert one == two
    other = read(f"{MEN}\n\nThe DET 3 det\nhealth NOUN 3 compound\nofficials NOUN 4 nsubj NNS\nspoke VERB 0 root")
    one, two = (other.actor(t) for t in other.doc if t.text == "officials")
    assert one != two


def test_the_answer_does_not_depend_on_the_order_of_asking() -> None:
    again = "The DET 2 det\nofficials NOUN 3 nsubj NNS\nspoke VERB 0 root\n. PUNCT 3 punct"
    forth, back = (read(f"{MEN}\n\n{again}") for _ in range(2))
    nouns = [t.i for t in forth.doc if t.text == "officials"]
    assert [forth.actor(forth.doc[i]) for i in nouns] == [back.actor(back.doc[i]) for i in reversed(nouns)]
    assert forth.mentions() == back.mentions()


def test_a_body_named_before() -> None:
    named = "The DET 3 det\nZorban PROPN 3 compound\nMinistry PROPN 4 nsubj\nfell VERB 0 root\n. PUNCT 4 punct"
    other = named.replace("Zorban", "Kelvan")
    later = "The DET 2 det\nministry NOUN 3 nsubj NN\nspoke VERB 0 root"
    assert asked(f"{named}\n\n{later}", "ministry")[0] == "Zorban Ministry"
    assert asked(f"{named}\n\n{other}\n\n{later}", "ministry")[0] == "ministry"
    assert ("ministry", "reference.definite") in [(m.span.text, m.rule) for m in read(f"{named}\n\n{later}").mentions()]


def test_the_group_is_the_only_one_near() -> None:
    named = "Zorban PROPN 2 compound\nBrigades PROPN 3 nsubj\nfell VERB 0 root\n. PUNCT 3 punct"
    later = "The DET 2 det\ngroup NOUN 3 nsubj NN\nspoke VERB 0 root"
    assert asked(f"{named}\n\n{later}", "group")[0] == "Zorban Brigades"
    assert asked(f"{named}\n\n{named.replace('Zorban', 'Kelvan')}\n\n{later}", "group")[0] == "group"


def test_the_minister_is_the_one_of_that_title() -> None:
    named = "Minister PROPN 3 nsubj\nZorban PROPN 1 flat\ncame VERB 0 root\n. PUNCT 3 punct"
    later = "The DET 2 det\n{} NOUN 3 nsubj NN\nspoke VERB 0 root"
    assert asked(f"{named}\n\n{later.format('minister')}", "minister")[0] == "Zorban"
    assert asked(f"{named}\n\n{later.format('driver')}", "driver")[0] == "driver"


def test_apposition_and_title_ask_for_the_name() -> None:
    rows = """Ana PROPN 7 nsubj
    Omar PROPN 1 flat
    , PUNCT 5 punct
    a DET 5 det
    lawyer NOUN 1 appos NN
    , PUNCT 5 punct
    left VERB 0 root"""
    assert asked(rows, "lawyer")[0] == "Ana Omar"
    assert asked(rows.replace("lawyer", "river"), "river")[0] is None
    titled = "spokesman NOUN 4 nsubj NN\nAna PROPN 1 flat\nOmar PROPN 1 flat\nleft VERB 0 root"
    assert asked(titled, "spokesman")[0] == "Ana Omar"


def test_texts_speak_for_their_source() -> None:
    rows = """A DET 2 det
    statement NOUN 7 nsubj NN
    from ADP 6 case
    the DET 6 det
    Zorban PROPN 6 compound
    Bank PROPN 2 nmod
    denied VERB 0 root"""
    assert asked(rows, "statement")[0] == "Zorban Bank"
    assert asked(rows.replace("from", "about"), "statement")[0] is None


def test_a_groups_fighters_are_the_group() -> None:
    named = "Zorban PROPN 2 compound\nBrigades PROPN 3 nsubj\nfell VERB 0 root\n. PUNCT 3 punct\n\n"
    fighters = "Zorban PROPN 3 compound\nBrigades PROPN 3 compound\nfighters NOUN 4 nsubj NNS\nfled VERB 0 root"
    assert asked(named + fighters, "fighters")[0] == "Zorban Brigades"
    assert asked(fighters.replace("Brigades", "Bank"), "fighters")[0] == "Zorban Bank fighters"


def test_items_are_the_articles_own() -> None:
    made = read("They PRON 2 nsubj PRP\nfired VERB 0 root\nheavy ADJ 4 amod\nrockets NOUN 2 obj NNS")
    item = made.item(made.doc[3])
    assert made.label(item) == "heavy rockets"
    assert [i.id for i in made.items()] == [item]
    assert item == f"{made.article.id}/item/11-24"


def test_the_us_is_not_us() -> None:
    assert asked("The DET 2 det\nUS PROPN 3 nsubj\nspoke VERB 0 root", "US")[0] == "US"
    assert asked("They PRON 2 nsubj PRP\nsaw VERB 0 root\nus PRON 2 obj PRP", "us")[0] is None


def test_the_country_is_the_state_named_last() -> None:
    near = "We PRON 2 nsubj PRP\nmet VERB 0 root\nin ADP 4 case\n{} PROPN 2 obl\n. PUNCT 2 punct"
    later = "They PRON 2 nsubj PRP\nleft VERB 0 root\nthe DET 4 det\n{} NOUN 2 obj NN"
    made = read("\n\n".join([near.format("Chile"), near.format("France"), later.format("country")]))
    assert made.place(made.doc[-1]) == "place/france"
    assert made.actor(made.doc[-1]) == "actor/state/france"
    other = read("\n\n".join([near.format("France"), later.format("house")]))
    assert other.place(other.doc[-1]) is None


def test_they_are_many_rather_than_a_body() -> None:
    rows = """The DET 3 det
    Zorban PROPN 3 compound
    Bank PROPN 4 nsubj
    met VERB 0 root
    farmers NOUN 4 obj NNS
    . PUNCT 4 punct"""
    last = "They PRON 2 nsubj PRP\nspoke VERB 0 root"
    assert asked(f"{rows}\n\n{last}", "They")[0] == "farmers"
    assert asked(f"{FIRM}\n\n{last}", "They")[0] == "Zorban Bank"


def test_which_is_no_person() -> None:
    rows = "{} PROPN 5 nsubj\nOmar PROPN 1 flat\n{} PRON 4 nsubj WP\nfled VERB 1 acl:relcl\nspoke VERB 0 root"
    assert asked(rows.format("Ana", "who"), "who")[0] == "Ana Omar"
    assert asked(rows.format("Ana", "which"), "which")[0] is None
