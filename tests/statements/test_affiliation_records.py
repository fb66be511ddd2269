"""What a role is called, where it is held, whose word it is, and roles told twice or together."""

import pytest

from affiliated import ALI, HOUSE, PARTY, TARN, X, of, read, told
from claimgraph.model import Claim, Factuality, Quotation, Span, SpeechAct
from handmade import doc

SPOKE = """
{0}
Ali PROPN {1} {2} NNP
Hasan PROPN {3} flat NNP
spoke VERB 0 root VBD
there ADV {1} advmod RB
"""


def before(words: str) -> str:
    """ "River Party … Ali Hasan spoke there.": rows `word pos`, the last a noun before the name."""
    rows = words.splitlines()
    at = len(rows)
    made = [f"{row} {at} {'punct' if 'PUNCT' in row else 'compound'}" for row in rows[:-1]]
    return SPOKE.format("\n".join([*made, f"{rows[-1]} {at + 1} nmod NN"]), at + 3, "nsubj", at + 1)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("River PROPN\nParty PROPN\nleader NOUN", "leader"),
        ("River PROPN\nParty PROPN\ndeputy NOUN\nleader NOUN", "deputy leader"),
        ("River PROPN\nParty PROPN\nsecretary_ NOUN\n-_ PUNCT\ngeneral NOUN", "secretary-general"),
        ("River PROPN\nParty PROPN\nyouth NOUN\nsecretary NOUN", "youth secretary"),
    ],
)
def test_what_a_role_is_called(words: str, role: str) -> None:
    assert told(before(words), "title") == {(ALI, role, PARTY)}


@pytest.mark.parametrize(
    ("first", "second", "role"),
    [
        ("of staff NOUN", "of River PROPN", "chief of staff"),
        ("for water NOUN", "of River PROPN", "chief for water"),
        ("of Tarn PROPN", "of River PROPN", "chief"),
        ("at noon NOUN", "of River PROPN", "chief"),
    ],
)
def test_the_portfolio_is_a_part_of_the_role(first: str, second: str, role: str) -> None:
    rows = f"""
    Ali PROPN 11 nsubj NNP
    Hasan_ PROPN 1 flat NNP
    , PUNCT 4 punct
    chief NOUN 1 appos NN
    {first.split()[0]} ADP 6 case IN
    {" ".join(first.split()[1:])} 4 nmod
    {second.split()[0]} ADP 9 case IN
    {" ".join(second.split()[1:])} 9 compound
    Party PROPN 4 nmod NNP
    , PUNCT 4 punct
    left VERB 0 root VBD
    """
    assert {a.role for a in read(rows)} == {role}


def test_a_nation_is_no_part_of_the_role() -> None:
    rows = SPOKE.format("River PROPN 3 compound NNP\nParty PROPN 3 compound NNP\n{} ADJ 4 amod JJ", 7, "nsubj", 5)
    rows = rows.replace("amod JJ", "amod JJ\nminister NOUN 5 nmod NN").replace(" 3 compound", " 4 compound")
    assert {a.role for a in read(rows.format("senior"))} == {"senior minister"}
    assert {a.role for a in read(rows.format("Kelvani"))} == {"minister"}


@pytest.mark.parametrize(
    ("noun", "organization", "where", "place"),
    [
        ("leader", "of River Party", "in Tarn", TARN),
        ("envoy", "of River Party", "to Kelvan", "place/kelvan"),
        ("leader", "of River Party", "from Tarn", None),
    ],
)
def test_where_a_role_is_held(noun: str, organization: str, where: str, place: str | None) -> None:
    rows = f"{X.format(11, 'nsubj')}\n, PUNCT 4 punct\n{noun} NOUN 1 appos NN\n{of(organization, 4, 5)}\n"
    rows += f"{of(where, 4, 8)}\n, PUNCT 4 punct\nleft VERB 0 root VBD"
    (found,) = read(rows)
    assert (found.member, found.organization, found.place) == (ALI, PARTY, place)


def test_two_roles_joined_by_and() -> None:
    rows = """
    Ali PROPN 9 nsubj NNP
    Hasan_ PROPN 1 flat NNP
    , PUNCT 6 punct
    River PROPN 5 compound NNP
    Party PROPN 6 compound NNP
    spokesman NOUN 1 appos NN
    and CCONJ 8 cc CC
    {}_ NOUN 6 conj NN
    left VERB 0 root VBD
    """
    both = {(ALI, "spokesman", PARTY), (ALI, "senator", PARTY)}
    assert told(rows.format("senator"), "apposition") == both
    assert told(rows.format("father"), "apposition") == {(ALI, "spokesman", PARTY)}


@pytest.mark.parametrize(
    ("body", "noun", "found"),
    [
        ("Zorban Parliament", "lawmakers", True),
        ("Zorban Parliament", "Zorbani lawmakers", True),
        ("Falanj National Assembly", "lawmakers", True),
        ("Falanj Legal Assembly", "lawmakers", False),
        ("Zorban Parliament", "Kelvani lawmakers", False),
        ("Zorban Parliament", "farmers", False),
        ("Desert Front", "lawmakers", False),
    ],
)
def test_who_sits_in_the_one_legislature(body: str, noun: str, found: bool) -> None:
    house = HOUSE if "Zorban" in body else "actor/government-body/falanj-national-assembly"
    *before, last = body.split()
    at = len(before) + 2
    names = [f"{w} PROPN {at - 1} compound NNP" for w in before]
    met = "\n".join([*names, f"{last} PROPN {at} nsubj NNP", "met VERB 0 root VBD", f"there ADV {at} advmod RB"])
    *nation, who = noun.split()
    at = 2 + len(nation)
    rows = ["Two NUM {0} nummod CD", *(f"{n} ADJ {at} amod JJ" for n in nation), f"{who} NOUN {at + 1} nsubj NNS"]
    left = "\n".join(rows).format(at) + "\nleft VERB 0 root VBD"
    assert told(f"{met}\n\n{left}", "legislator") == ({("", who, house)} if found else set())


IS = "is AUX 5 cop VBZ\na DET 5 det DT\nmember NOUN 0 root NN"
CLAUSE = f"{X.format(5, 'nsubj')}\n{IS}\n{of('of River Party', 5, 6)}"
BESIDE = ", PUNCT 4 punct\nleader NOUN 1 appos NN"
PASSING = f"{X.format(8, 'nsubj')}\n{BESIDE}\n{of('of River Party', 4, 5)}\nleft VERB 0 root VBD"


def claim(rows: str, act: SpeechAct, quotation: Quotation, words: int | None = None) -> Claim:
    """A claim whose content is the text, or its first words."""
    made = doc(rows)
    content = Span.of(made.text, 0, len(made[:words].text) if words else len(made.text.rstrip()))
    return Claim("claim", "claim.verb-clause", (content,), act, quotation)


@pytest.mark.parametrize(
    ("rows", "act", "quotation", "found"),
    [
        (CLAUSE, SpeechAct.ASSERTION, Quotation.INDIRECT, Factuality.ATTRIBUTED),
        (CLAUSE, SpeechAct.ASSERTION, Quotation.DIRECT, Factuality.ATTRIBUTED),
        (CLAUSE, SpeechAct.DENIAL, Quotation.INDIRECT, Factuality.DENIED),
        (PASSING, SpeechAct.ASSERTION, Quotation.INDIRECT, Factuality.STATED),  # the article tells who he is
        (PASSING, SpeechAct.DENIAL, Quotation.INDIRECT, Factuality.STATED),
        (PASSING, SpeechAct.ASSERTION, Quotation.DIRECT, Factuality.ATTRIBUTED),
        (PASSING, SpeechAct.DENIAL, Quotation.DIRECT, Factuality.DENIED),
    ],
)
def test_whose_word_it_is(rows: str, act: SpeechAct, quotation: Quotation, found: Factuality) -> None:
    assert [a.factuality for a in read(rows, [claim(rows, act, quotation)])] == [found]
    assert [a.factuality for a in read(rows)] == [Factuality.STATED]
    assert [a.factuality for a in read(rows, [claim(rows, act, quotation, 2)])] == [Factuality.STATED]  # not all of it


def test_a_role_told_twice_is_stated_if_it_is_so_once() -> None:
    again = f"{CLAUSE}\n\n{CLAUSE}"
    half = claim(CLAUSE, SpeechAct.ASSERTION, Quotation.INDIRECT)
    (found,) = read(again, [half])
    assert found.factuality == Factuality.STATED
    (denied,) = read(again, [claim(again, SpeechAct.DENIAL, Quotation.INDIRECT)])
    assert denied.factuality == Factuality.DENIED
    other = again.replace("member", "leader", 1)
    assert {(a.role, a.factuality) for a in read(other, [half])} == {
        ("leader", Factuality.ATTRIBUTED),
        ("member", Factuality.STATED),
    }


@pytest.mark.parametrize(
    ("name", "noun", "found"),
    [
        ("Sarab PROPN", "militia", ["actor/armed-group/sarab"]),  # named by the word before its noun
        ("Sarab PROPN", "harvest", []),
        ("many ADJ", "militias", []),
    ],
)
def test_a_body_named_before_its_noun(name: str, noun: str, found: list[str]) -> None:
    rows = f"""
    Ali PROPN 8 nsubj NNP
    Hasan_ PROPN 1 flat NNP
    , PUNCT 4 punct
    commander NOUN 1 appos NN
    of ADP 7 case IN
    {name} 7 {"compound" if "PROPN" in name else "amod"}
    {noun}_ NOUN 4 nmod {"NNS" if noun.endswith("s") else "NN"}
    left VERB 0 root VBD
    """
    assert [a.organization for a in read(rows)] == found
