"""Common nouns with a capital, nobody, and where a description begins and ends."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Registry
from handmade import doc


def read(rows: str) -> Cast:
    made = doc(rows)
    return cast(made, Article("t", made.text), Registry())


def names(rows: str) -> list[str]:
    return [m.span.text for m in read(rows).mentions()]


def described(rows: str, word: str) -> tuple[str, Kind] | None:
    made = read(rows)
    found = made.actor(next(t for t in made.doc if t.text == word))
    return next(((a.label, a.kind) for a in made.actors() if a.id == found and not a.named), None)


OPENING = "{0} PROPN 2 nsubj NNPS\nspoke VERB 0 root\n. PUNCT 2 punct"
QUOTED = "“_ PUNCT 3 punct\n{0} PROPN 3 nsubj NNPS\nspoke VERB 0 root\n. PUNCT 3 punct"
WITHIN = "Later ADV 3 advmod\n{0} PROPN 3 nsubj NNPS\nspoke VERB 0 root\n. PUNCT 3 punct"


@pytest.mark.parametrize("rows", [OPENING, QUOTED])
def test_a_plural_noun_at_the_head_of_a_sentence_describes(rows: str) -> None:
    assert names(rows.format("Shepherds")) == []
    assert described(rows.format("Shepherds"), "Shepherds") == ("Shepherds", Kind.UNNAMED_GROUP)


@pytest.mark.parametrize(
    "rows",
    [
        WITHIN.format("Shepherds"),  # the capital is the word's own
        f"{OPENING.format('Shepherds')}\n\n{WITHIN.format('Shepherds')}".replace("Later", "Soon"),
        OPENING.format("Zorbans"),  # not in the dictionary
        OPENING.format("Democrats"),  # always with a capital
        OPENING.format("Shepherd"),
    ],
)
def test_other_words_with_a_capital_stay_names(rows: str) -> None:
    assert names(rows)


def test_a_plural_of_things_is_neither_name_nor_actor() -> None:
    made = read(OPENING.format("Talks"))
    assert (made.actor(made.doc[0]), made.mentions()) == (None, ())


SUBJECT = "{0} NOUN 2 nsubj {2}\n{1} VERB 0 root"


@pytest.mark.parametrize(
    ("word", "verb", "tag", "kind"),
    [
        ("bookbinders", "said", "NNS", Kind.UNNAMED_GROUP),  # by the ending, as they speak
        ("bookbinders", "fell", "NNS", None),
        ("papers", "said", "NNS", None),
        ("cheesemongers", "think", "NNS", Kind.UNNAMED_GROUP),
        ("oarsmen", "fell", "NNS", Kind.UNNAMED_GROUP),
        ("herdsman", "fell", "NN", Kind.PERSON),
        ("talisman", "fell", "NN", None),
        ("neighbour", "fell", "NN", Kind.PERSON),  # in British spelling
    ],
)
def test_endings_of_nouns_of_persons(word: str, verb: str, tag: str, kind: Kind | None) -> None:
    found = described(SUBJECT.format(word, verb, tag), word)
    assert (found and found[1]) == kind


@pytest.mark.parametrize(
    "rows",
    [
        "Nobody PRON 2 nsubj NN\nspoke VERB 0 root",
        "No DET 2 det\none NOUN 3 nsubj NN\nspoke VERB 0 root",
        "None PRON 2 nsubj NN\nspoke VERB 0 root",
        "No DET 2 det\nsoldiers NOUN 3 nsubj NNS\nspoke VERB 0 root",
    ],
)
def test_nobody_is_no_actor(rows: str) -> None:
    made = read(rows)
    assert [made.actor(t) for t in made.doc] == [None] * len(made.doc)


@pytest.mark.parametrize(
    "rows",
    [
        "Somebody PRON 2 nsubj NN\nspoke VERB 0 root",
        "Many PRON 2 nsubj JJ\nspoke VERB 0 root",
        "The DET 2 det\nsoldiers NOUN 3 nsubj NNS\nspoke VERB 0 root",
    ],
)
def test_somebody_is_an_actor(rows: str) -> None:
    made = read(rows)
    assert any(made.actor(t) for t in made.doc)


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ("- PUNCT 2 punct\nguards NOUN 3 nsubj NNS\nspoke VERB 0 root", "guards"),
        ("tall_ ADJ 3 amod\n-_ PUNCT 1 punct\nguards NOUN 4 nsubj NNS\nspoke VERB 0 root", "tall-guards"),
        ("“_ PUNCT 2 punct\ntall_ ADJ 4 amod\n” PUNCT 2 punct\nguards NOUN 5 nsubj NNS\nspoke VERB 0 root", "guards"),
        (
            "old ADJ 4 amod\n“_ PUNCT 3 punct\ntall ADJ 4 amod\nguards NOUN 5 nsubj NNS\nspoke VERB 0 root",
            "tall guards",
        ),
    ],
)
def test_a_description_begins_with_a_word(rows: str, label: str) -> None:
    assert described(rows, "guards") == (label, Kind.UNNAMED_GROUP)


@pytest.mark.parametrize(("gap", "label"), [("\n", "guards"), ("   ", "guards"), ("", "guards of villages")])
def test_a_description_ends_at_a_line_break(gap: str, label: str) -> None:
    words = ["guards", gap, "of", "villages", "left"] if gap else ["guards", "of", "villages", "left"]
    k = len(words) - 4
    made = Doc(
        English().vocab,
        words=words,
        spaces=[True, *[False] * k, True, True, False],
        pos=["NOUN", *["SPACE"] * k, "ADP", "NOUN", "VERB"],
        tags=["NNS", *["_SP"] * k, "IN", "NNS", "VBD"],
        lemmas=["guard", *[gap] * k, "of", "village", "leave"],
        heads=[3 + k, *[0] * k, 2 + k, 0, 3 + k],
        deps=["nsubj", *["dep"] * k, "case", "nmod", "ROOT"],
    )
    who = cast(made, Article("t", made.text), Registry())
    assert who.label(who.actor(made[0]) or "") == label
