"""Names that several may bear: of a family, of a place, of every state's ministry; and names in another spelling."""

import pytest

from claimgraph.mentions import Cast, cast
from claimgraph.mentions.fold import spellings
from claimgraph.mentions.layout import in_dateline
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry
from handmade import doc

ENTRIES = (
    Entry("actor/kelvan", Kind.STATE, Label("Kelvan"), demonyms=("Kelvani",), territory="place/kelvan"),
    Entry("place/kelvan", None, Label("Kelvan")),
    Entry("place/tarn", None, Label("Tarn"), part_of="place/kelvan"),
    Entry("actor/centre", Kind.ORGANIZATION, Label("Relief Coordination Board")),
)
REGISTRY = Registry({e.id: e for e in ENTRIES})


def read(*sentences: str) -> Cast:
    made = doc("\n\n".join(sentences))
    return cast(made, Article("t", made.text), REGISTRY)


def told(*sentences: str) -> list[tuple[str, str]]:
    return [(m.span.text, m.of) for m in read(*sentences).mentions()]


def last(*sentences: str) -> str:
    """Whom the last name names."""
    return told(*sentences)[-1][1]


def says(name: str, title: str = "", verb: str = "said") -> str:
    """ "Ms Zaman said there."."""
    words = [*([title] if title else []), *name.split()]
    at = len(words) + 1
    rows = [f"{words[0]} PROPN {at} nsubj NNP", *(f"{w} PROPN 1 flat NNP" for w in words[1:])]
    return "\n".join([*rows, f"{verb} VERB 0 root VBD", f"there ADV {at} advmod RB", f". PUNCT {at} punct"])


HE, SHE = says("Karim Zaman"), says("Salwa Zaman")
BROTHER, SISTER = "actor/person/karim-zaman", "actor/person/salwa-zaman"


@pytest.mark.parametrize(("title", "found"), [("Ms", SISTER), ("Mr", BROTHER), ("Mrs", SISTER), ("Sheikh", BROTHER)])
def test_a_title_tells_which_of_a_family(title: str, found: str) -> None:
    there = says("Omar Latif")
    assert last(HE, SHE, says("Zaman", title)) == found
    assert last(HE, SHE, says("Zaman", title), says("Zaman", title)) == found
    assert last(HE, SHE, says("Zaman", "Dr")) == SISTER  # tells nothing: the one named last
    assert last(HE, there, says("Zaman", "Mr")) == BROTHER


def test_a_name_that_two_bear_alike_is_a_third_ones() -> None:
    brother = says("Hamid Zaman")
    far = [says("Omar Latif")] * 3
    assert last(HE, brother, *far, says("Zaman", "Mr")) not in {BROTHER, "actor/person/hamid-zaman"}
    assert last(*[HE] * 5, brother, *far, says("Zaman", "Mr")) == BROTHER  # told of far more often
    assert last(HE, brother, *far, HE, says("Zaman", "Mr")) == BROTHER  # told of last, alone
    assert last(HE, *far, says("Zaman", "Mr")) == BROTHER


@pytest.mark.parametrize(
    ("full", "short", "same"),
    [
        ("Haidar Zorban", "Haider", True),
        ("Yusuf Zorban", "Youssef", True),
        ("Haidar Zorban", "Hadi", False),
        ("Saleh Zorban", "Salah", False),
        ("Qasem Sulaymani", "Soleimani", True),
        ("Qasem Sulaymani", "Salmani", False),
        ("Qasem Sulaymani", "Kassem Soleimani", True),
    ],
)
def test_a_short_name_in_another_spelling(full: str, short: str, same: bool) -> None:
    first, second = told(says(full), says(short))
    assert (second[1] == first[1]) is same


@pytest.mark.parametrize(
    ("name", "title", "found"),
    [
        ("Zaman", "Mr", "article/{}/actor/zaman"),
        ("Karim Zaman", "Mr", BROTHER),
    ],
)
def test_a_person_of_one_name_is_the_articles_own(name: str, title: str, found: str) -> None:
    made = read(says(name, title))
    (mention,) = made.mentions()
    assert mention.of == found.format(made.article.id.removeprefix("article/"))


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Defence Ministry", True),
        ("Supreme Judicial Council", True),
        ("Zorban Ministry", False),
        ("Zorban Supreme Council", False),
        ("Blue Council", False),
    ],
)
def test_a_body_that_every_state_has_is_the_articles_own(name: str, own: bool) -> None:
    words = name.split()
    at = len(words) + 1
    rows = [f"{w} PROPN {at} compound NNP" for w in words[:-1]] + [f"{words[-1]} PROPN {at + 1} nsubj NNP"]
    text = "\n".join([f"The DET {at} det DT", *rows, "fell VERB 0 root VBD", f". PUNCT {at + 1} punct"])
    assert [of.startswith("article/") for _, of in told(text)] == [own]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (says("Tarn"), "actor/person/omar-tarn"),
        (says("Tarn", "Mr", "fell"), "actor/person/omar-tarn"),
        (says("Tarn", verb="fell"), "place/tarn"),
        ("He PRON 2 nsubj PRP\nfled VERB 0 root VBD\nto ADP 4 case IN\nTarn PROPN 2 obl NNP", "place/tarn"),
    ],
)
def test_a_family_name_that_is_a_places_too(sentence: str, found: str) -> None:
    assert last(says("Omar Tarn"), sentence) == found
    assert last(says("Omar Latif"), sentence) != "actor/person/omar-tarn"


def test_a_place_in_a_bodys_name() -> None:
    rows = """
    {} PROPN 4 nsubj NNP
    of ADP 3 case IN
    Tarn PROPN 1 nmod NNP
    fell VERB 0 root VBD
    there ADV 4 advmod RB
    . PUNCT 4 punct
    """
    assert told(rows.format("University")) == [("University of Tarn", "actor/organization/university-of-tarn")]
    assert ("Tarn", "place/tarn") in told(rows.format("Mayor"))


def test_a_partys_name_before_a_title() -> None:
    rows = """
    Desert PROPN 3 compound NNP
    {} PROPN 3 compound NNP
    MP PROPN 6 nsubj NNP
    Omar PROPN 3 flat NNP
    Latif PROPN 3 flat NNP
    fell VERB 0 root VBD
    there ADV 6 advmod RB
    . PUNCT 6 punct
    """
    party, other = (dict(told(rows.format(word))) for word in ("Party", "Foreign"))
    assert party["Desert Party"] == "actor/political-party/desert-party"
    assert party["Omar Latif"] == other["Omar Latif"] == "actor/person/omar-latif"
    assert "Desert Foreign" not in other


@pytest.mark.parametrize(("before", "of"), [("The DET 2 det DT", "actor/kelvan"), ("", "actor/group/kelvanis")])
def test_a_people_with_and_without_article(before: str, of: str) -> None:
    at = 2 if before else 1
    rows = f"{before}\nKelvanis PROPN {at + 1} nsubj NNPS\nfell VERB 0 root VBD\n. PUNCT {at + 1} punct".strip()
    assert told(rows) == [("Kelvanis", of)]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Relief Co-ordination Board", [("relief", "co", "ordination", "board")]),
        ("Relief Coordination Board", [("relief", "coordination", "board"), ("relief", "co", "ordination", "board")]),
        ("Desert Corporation", [("desert", "corporation")]),
        ("", []),
    ],
)
def test_the_hyphen_that_some_houses_put(name: str, others: list[tuple[str, ...]]) -> None:
    assert spellings(name) == others


@pytest.mark.parametrize(
    ("word", "known"), [("Coordination", True), ("Co_ -_ ordination", True), ("Corporation", False)]
)
def test_a_known_name_with_a_hyphen(word: str, known: bool) -> None:
    words = ["Relief", *word.split(), "Board"]
    at = len(words)
    rows = [f"{w} {'PUNCT' if w == '-_' else 'PROPN'} {at} compound NNP" for w in words[:-1]]
    text = "\n".join([*rows, f"Board PROPN {at + 1} nsubj NNP", "fell VERB 0 root VBD", f". PUNCT {at + 1} punct"])
    assert (last(text) == "actor/centre") is known


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("BASRA_ PROPN 0 root\n, PUNCT 1 punct\nMarch PROPN 1 dep\n3 NUM 3 dep\n– PUNCT 1 punct\nmen NOUN 1 dep", True),
        ("Basra PROPN 0 root\n– PUNCT 1 punct\nThe DET 4 det\nmen NOUN 1 dep\nfled VERB 1 dep", True),
        (
            "Basra PROPN 0 root\n(_ PUNCT 3 punct\nWire_ PROPN 1 dep\n) PUNCT 3 punct\n- PUNCT 1 punct\nMen NOUN 1 dep",
            True,
        ),
        ("Basra PROPN 2 nsubj\nfell VERB 0 root\n– PUNCT 2 punct\nmen NOUN 2 dep\nfled VERB 2 dep", False),  # a clause
        ("Basra_ PROPN 3 compound\n-_ PUNCT 3 punct\nmen NOUN 4 nsubj\nfled VERB 0 root", False),  # a hyphen
        ("The DET 2 det\nBasra PROPN 0 root\n– PUNCT 2 punct\nmen NOUN 2 dep", False),
        ("US PROPN 2 nsubj\nmen NOUN 3 nsubj\nfled VERB 0 root", False),  # letters are no dateline
        ("Basra PROPN 0 root\nmen NOUN 1 dep\nthere ADV 1 dep", False),  # no dash
    ],
)
def test_where_a_report_comes_from(rows: str, found: bool) -> None:
    made = doc(rows)
    place = next(t for t in made if t.lower_ in {"basra", "us"})
    assert in_dateline(place) is found


def test_a_second_place_of_a_dateline_and_one_in_a_later_line() -> None:
    rows = (
        "Tarn_ PROPN 0 root\n, PUNCT 1 punct\nKelvan PROPN 1 appos\n– PUNCT 1 punct\nMen NOUN 6 nsubj\nfled VERB 1 dep"
    )
    made = doc(rows)
    assert in_dateline(made[2])
    assert dict(told(rows))["Kelvan"] == "place/kelvan"
    acting = "Kelvan PROPN 2 nsubj NNP\nfled VERB 0 root VBD\n. PUNCT 2 punct"
    assert last(acting) == "actor/kelvan"
