"""Pronouns beside and within quotations, and given names in several spellings."""

import pytest

from claimgraph.mentions import Cast, cast
from claimgraph.mentions.spell import same_person
from claimgraph.model import Article
from claimgraph.registry import Registry
from handmade import doc


def read(rows: str) -> Cast:
    made = doc(rows)
    return cast(made, Article("t", made.text), Registry())


def last(rows: str, word: str) -> str | None:
    """The label of whom the last token with that text stands for."""
    made = read(rows)
    found = made.actor([t for t in made.doc if t.text == word][-1])
    return made.label(found) if found else None


SPOKE = "Ana PROPN 3 nsubj\nOmar PROPN 1 flat\nsaid VERB 0 root\nit PRON 3 obj PRP\n. PUNCT 3 punct"
LEFT = "Lea PROPN 3 nsubj\nNuri PROPN 1 flat\nleft VERB 0 root\n. PUNCT 3 punct"
QUOTE = """“_ PUNCT 4 punct
Lea PROPN 4 nsubj
Nuri PROPN 2 flat
left_ VERB 7 ccomp
” PUNCT 4 punct
he PRON 7 nsubj PRP
said VERB 0 root
. PUNCT 7 punct"""


def test_the_speaker_is_not_within_the_quotation() -> None:
    assert last(f"{SPOKE}\n\n{QUOTE}", "he") == "Ana Omar"
    assert last(QUOTE, "he") is None
    assert last(f"{SPOKE}\n\n{LEFT}\n\nHe PRON 2 nsubj PRP\nspoke VERB 0 root", "He") == "Lea Nuri"


def test_who_speaks_gains() -> None:
    sentence = """Ana PROPN 3 nsubj
    Omar PROPN 1 flat
    {0} VERB 0 root
    that SCONJ 7 mark
    Lea PROPN 7 nsubj
    Nuri PROPN 5 flat
    left VERB 3 ccomp
    . PUNCT 3 punct"""
    after = "He PRON 2 nsubj PRP\nspoke VERB 0 root"
    assert last(f"{sentence.format('said')}\n\n{after}", "He") == "Ana Omar"
    according = """{0} VERB 3 case
    to ADP 1 fixed
    Ana PROPN 8 obl
    Omar PROPN 3 flat
    , PUNCT 8 punct
    Lea PROPN 8 nsubj
    Nuri PROPN 6 flat
    left VERB 0 root
    . PUNCT 8 punct"""
    assert last(f"{according.format('According')}\n\n{after}", "He") == "Lea Nuri"  # a main subject all the same
    passed = according.replace("Lea PROPN 8 nsubj", "Lea PROPN 8 obj")
    assert last(f"{passed.format('According')}\n\n{after}", "He") == "Ana Omar"
    assert last(f"{passed.format('Owing')}\n\n{after}", "He") == "Lea Nuri"


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    rows = """Ana PROPN 3 nsubj
    Omar PROPN 1 flat
    said VERB 0 root
    {0}he PRON 5 nsubj PRP
    left{1} VERB 3 ccomp
    . PUNCT 3 punct"""
    assert last(f"{LEFT}\n\n{rows.format('', '')}", "he") == "Ana Omar"
    marked = rows.format("“_ PUNCT 6 punct\nhe PRON 6 nsubj PRP\n", "").replace("\nhe PRON 5 nsubj PRP", "")
    assert last(f"{LEFT}\n\n{marked}", "he") == "Lea Nuri"


def test_no_other_name_of_the_speaker_is_in_it_either() -> None:
    blamed = (
        "Ana PROPN 3 nsubj\nOmar PROPN 1 flat\nblamed VERB 0 root\nLea PROPN 3 obj\nNuri PROPN 4 flat\n. PUNCT 3 punct"
    )
    replied = "Nuri PROPN 2 nsubj\nreplied VERB 0 root\n. PUNCT 2 punct"
    quote = """“_ PUNCT 3 punct
    He PRON 3 nsubj PRP
    left_ VERB 6 ccomp
    ” PUNCT 3 punct
    {0} PRON 6 nsubj PRP
    said VERB 0 root"""
    assert last(f"{blamed}\n\n{replied}\n\n{quote.format('he')}", "He") == "Ana Omar"
    assert last(f"{blamed}\n\n{replied}\n\n{quote.format('they')}", "He") == "Lea Nuri"


def test_whoever_is_told_something_is_not_they_in_it() -> None:
    told = """Ana PROPN 3 nsubj
    Omar PROPN 1 flat
    told VERB 0 root
    Zorban PROPN 5 compound
    Gazette PROPN 3 obj
    . PUNCT 3 punct"""
    quote = "“_ PUNCT 3 punct\nThey PRON 3 nsubj PRP\nleft_ VERB 0 root\n” PUNCT 3 punct"
    assert last(f"{told}\n\n{quote}", "They") is None
    assert last(f"{told.replace('told', 'bought')}\n\n{quote}", "They") == "Zorban Gazette"


def test_the_sentences_of_one_quotation_count_as_one() -> None:
    opening = "“_ PUNCT 3 punct\nRain NOUN 3 nsubj\nfell VERB 0 root\n. PUNCT 3 punct"
    inner = "Rain NOUN 2 nsubj\nfell VERB 0 root\n. PUNCT 2 punct"
    closing = "Rain NOUN 2 nsubj\nfell_ VERB 5 ccomp\n” PUNCT 2 punct\nhe PRON 5 nsubj PRP\nsaid VERB 0 root"
    assert last("\n\n".join([SPOKE, opening, inner, inner, closing]), "he") == "Ana Omar"
    plain = [part.replace("“_ PUNCT 3 punct\nRain NOUN 3", "Oh INTJ 3 discourse\nRain NOUN 3") for part in (opening,)]
    assert last("\n\n".join([SPOKE, *plain, inner, inner, closing.replace("” PUNCT", ", PUNCT")]), "he") is None


def test_what_someone_is_does_not_come_back_as_a_pronoun() -> None:
    rows = "Ana PROPN 5 nsubj\nOmar PROPN 1 flat\nis AUX 5 cop\na DET 5 det\nlawyer NOUN 0 root NN\n. PUNCT 5 punct"
    assert last(f"{rows}\n\nShe PRON 2 nsubj PRP\nspoke VERB 0 root", "She") == "Ana Omar"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("qasem", "zorban"), ("kassim", "zorban"), True),
        (("mohammed", "zorban"), ("muhammad", "zorban"), True),
        (("kareem", "zorban"), ("karim", "zorban"), True),
        (("karim", "zorban"), ("qasem", "zorban"), False),
        (("qasem", "zorban"), ("qassem", "zorbani"), False),
        (("qasem", "zorban"), ("qassem", "ali", "zorban"), False),
        (("zorban",), ("zorban",), False),
    ],
)
def test_spellings_of_given_names(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert same_person(one, other) is same


def test_a_person_in_two_spellings_is_one() -> None:
    person = "{0} PROPN 3 nsubj\nZorban PROPN 1 flat\nleft VERB 0 root\n. PUNCT 3 punct"
    made = read(f"{person.format('Qasem')}\n\n{person.format('Qassim')}\n\n{person.format('Karim')}")
    assert [(a.label, a.alt_labels) for a in made.actors()] == [
        ("Qasem Zorban", ("Qassim Zorban",)),
        ("Karim Zorban", ()),
    ]
    assert [m.rule for m in made.mentions()] == ["name.proper-nouns", "name.spelling", "name.proper-nouns"]
