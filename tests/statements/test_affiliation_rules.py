"""Which words give someone a role, in what, and where: a hit and a near miss for each rule, on trees built by hand."""

import pytest

from affiliated import ALI, FRONT, KELVAN, OMAR, PARTY, ZORBAN, Role, X, of, told

IS = X.format(5, "nsubj") + "\n{0} AUX 5 {1} VBZ\n{2} {3} 5 {4}\n{5} NOUN 0 root NN\n" + of("of River Party", 5, 6)
NAMED = X.format(4, "{0}") + "\n{1} AUX 4 aux\n{2} VERB 0 root {3}\n{4} NOUN 4 {5} NN\n" + of("of River Party", 5, 6)
AS = X.format(3, "nsubj") + "\n{0} VERB 0 root VBD\nas ADP 5 {1} IN\nhead NOUN 3 obl NN\n" + of("of River Party", 5, 6)
ELECTED = """
Members NOUN 2 nsubj NNS
{0} VERB 0 root VBD
Ali PROPN 2 obj NNP
Hasan PROPN 3 flat NNP
{1} NOUN 2 xcomp NN
of ADP 8 case IN
River PROPN 8 compound NNP
Party PROPN 5 nmod NNP
"""


@pytest.mark.parametrize(
    ("rule", "rows", "role"),
    [
        ("copula", IS.format("is", "cop", "a", "DET", "det", "member"), "member"),
        ("copula", IS.format("was", "cop", "also", "ADV", "advmod", "leader"), "leader"),
        ("copula", IS.format("is", "cop", "not", "PART", "advmod", "member"), None),
        ("copula", IS.format("would", "aux", "be", "AUX", "cop", "leader"), None),
        ("copula", IS.format("is", "cop", "a", "DET", "det", "rival"), None),
        ("appointment", NAMED.format("nsubj:pass", "was", "named", "VBN", "head", "xcomp"), "head"),
        ("appointment", NAMED.format("nsubj:pass", "was", "shot", "VBN", "head", "xcomp"), None),
        ("appointment", NAMED.format("nsubj", "has", "become", "VBN", "head", "xcomp"), "head"),
        ("appointment", NAMED.format("nsubj", "could", "become", "VB", "head", "xcomp"), None),
        ("appointment", NAMED.format("nsubj", "has", "met", "VBN", "head", "obj"), None),
        ("appointment", AS.format("serves", "case"), "head"),
        ("appointment", AS.format("resigned", "case"), "head"),
        ("appointment", AS.format("died", "case"), None),
        ("appointment", ELECTED.format("elected", "head"), "head"),
        ("appointment", ELECTED.format("called", "head"), None),
        ("appointment", ELECTED.format("elected", "head").replace("2 xcomp", "3 flat"), "head"),
        ("appointment", ELECTED.format("met", "head").replace("2 xcomp", "3 flat"), None),
        ("copula", IS.format("is", "cop", "a", "DET", "det", "medic").replace("of ADP", "with ADP"), "medic"),
        ("copula", IS.format("is", "cop", "not", "PART", "advmod", "medic").replace("of ADP", "with ADP"), None),
        ("appointment", ELECTED.format("elected", "rival"), None),
    ],
)
def test_what_a_clause_says_of_someone(rule: str, rows: str, role: str | None) -> None:
    assert told(rows, rule) == ({(ALI, role, PARTY)} if role else set())


LEADS = X.format(3, "nsubj") + "\n{0} VERB 0 root VBZ\n{1}"
OBJECT = "River PROPN 5 compound NNP\nParty PROPN 3 {} NNP"
LED = """
River PROPN 2 compound NNP
Party_ PROPN 7 nsubj NNP
, PUNCT 2 punct
{0} VERB 2 acl VBN
{1} ADP 6 case IN
Ali PROPN 4 obl NNP
left VERB 0 root VBD
"""
WING = "River PROPN 5 compound NNP\nParty_ PROPN {0} nmod:poss NNP\n's PART 5 case POS\n{1} NOUN 3 obj NN"


@pytest.mark.parametrize(
    ("rows", "role"),
    [
        (LEADS.format("leads", OBJECT.format("obj")), "leader"),
        (LEADS.format("founded", OBJECT.format("obj")), "founder"),
        (LEADS.format("hates", OBJECT.format("obj")), None),
        (LEADS.format("leads", "not PART 3 advmod RB\nRiver PROPN 6 compound NNP\nParty PROPN 3 obj NNP"), None),
        (LEADS.format("belongs", "to ADP 6 case IN\nRiver PROPN 6 compound NNP\nParty PROPN 3 obl NNP"), "member"),
        (LEADS.format("belongs", "near ADP 6 case IN\nRiver PROPN 6 compound NNP\nParty PROPN 3 obl NNP"), None),
        (LEADS.format("leads", WING.format(7, "wing")), "leader"),
        (LEADS.format("leads", OBJECT.format("vocative")), None),
    ],
)
def test_what_a_verb_says(rows: str, role: str | None) -> None:
    assert told(rows, "verb") == ({(ALI, role, PARTY)} if role else set())


@pytest.mark.parametrize(
    ("verb", "by", "found"),
    [("led", "by", True), ("led", "against", False), ("hated", "by", False), ("headed", "by", True)],
)
def test_a_body_that_someone_leads(verb: str, by: str, found: bool) -> None:
    rows = LED.format(verb, by).replace("Ali PROPN 4 obl NNP", "Ali PROPN 4 obl NNP\nHasan_ PROPN 6 flat NNP")
    role = "head" if verb == "headed" else "leader"
    assert told(rows.replace("7 nsubj", "8 nsubj"), "verb") == ({(ALI, role, PARTY)} if found else set())


AFTER = """
Ali PROPN {0} nsubj NNP
Hasan_ PROPN 1 flat NNP
, PUNCT 5 punct
a DET 5 det DT
{1} NOUN 1 appos NN
{2}
left VERB 0 root VBD
"""
BEFORE = """
{0}
leader NOUN {1} nmod NN
Ali PROPN {2} nsubj NNP
Hasan PROPN {1} flat NNP
left VERB 0 root VBD
"""


@pytest.mark.parametrize(
    ("noun", "behind", "found"),
    [
        ("spokesman", of("for River Party", 5, 6), (ALI, "spokesman", PARTY)),
        ("commander", of("in Desert Front", 5, 6), (ALI, "commander", FRONT)),
        ("adviser", of("to River Party", 5, 6), (ALI, "adviser", PARTY)),  # whom he serves
        ("commander", of("to River Party", 5, 6), None),
        ("envoy", of("of Zorban", 5, 6), (ALI, "envoy", ZORBAN)),
        ("envoy", of("to Zorban", 5, 6), None),  # where he is sent
        ("envoy", of("for Zorban", 5, 6), None),
        ("commander", of("in Zorban", 5, 6), None),  # no commander of the state
        ("medic", of("with Desert Front", 5, 6), (ALI, "medic", FRONT)),
        ("baker", of("at River Party", 5, 6), (ALI, "baker", PARTY)),
        ("critic", of("of River Party", 5, 6), None),
        ("medic", of("against Desert Front", 5, 6), None),
        ("leader", of("like River Party", 5, 6), None),
    ],
)
def test_a_noun_behind_a_name(noun: str, behind: str, found: Role | None) -> None:
    rows = AFTER.format(6 + len(behind.splitlines()), noun, behind)
    assert told(rows, "apposition") == ({found} if found else set())


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("River PROPN 2 compound NNP\nParty PROPN 3 compound NNP", PARTY),
        ("Desert PROPN 2 compound NNP\nFront_ PROPN 4 nmod:poss NNP\n's PART 2 case POS", FRONT),
        ("the DET 3 det DT\nyouth NOUN 3 compound NN", None),
        ("the DET 3 det DT\nZorbani ADJ 3 amod JJ", None),  # of the nation
    ],
)
def test_a_noun_before_a_name(before: str, found: str | None) -> None:
    at = len(before.splitlines()) + 2
    rows = BEFORE.format(before, at, at + 2)
    assert told(rows, "title") == ({(ALI, "leader", found)} if found else set())


@pytest.mark.parametrize(
    ("noun", "nation", "found"),
    [
        ("minister", "Zorbani", True),
        ("spokesman", "Kelvani", True),
        ("cleric", "Zorbani", False),
        ("minister", "old", False),
    ],
)
def test_an_office_of_the_state_of_an_adjective(noun: str, nation: str, found: bool) -> None:
    rows = f"""
    the DET 3 det DT
    {nation} ADJ 3 amod JJ
    {noun} NOUN 4 nmod NN
    Ali PROPN 6 nsubj NNP
    Hasan PROPN 4 flat NNP
    left VERB 0 root VBD
    """
    state = ZORBAN if nation == "Zorbani" else KELVAN
    assert told(rows, "title") == ({(ALI, noun, state)} if found else set())


def test_a_name_behind_the_noun_wherever_the_tree_has_it() -> None:
    rows = """
    a DET 2 det DT
    {} NOUN 9 nsubj NN
    of ADP 5 case IN
    Desert PROPN 5 compound NNP
    Front_ PROPN 2 nmod NNP
    , PUNCT 7 punct
    Ali PROPN {} appos NNP
    Hasan_ PROPN 7 flat NNP
    left VERB 0 root VBD
    """
    assert told(rows.format("commander", 5), "apposition") == {(ALI, "commander", FRONT)}
    assert told(rows.format("commander", 2), "apposition") == {(ALI, "commander", FRONT)}
    assert told(rows.format("rival", 2), "apposition") == set()


def test_the_last_of_a_list_of_names_has_the_role_behind_it() -> None:
    rows = """
    Omar PROPN 11 nsubj NNP
    Latif PROPN 1 flat NNP
    and CCONJ 4 cc CC
    Ali PROPN 1 conj NNP
    Hasan_ PROPN 4 flat NNP
    {} PUNCT 7 punct
    leader NOUN 1 appos NN
    of ADP 10 case IN
    River PROPN 10 compound NNP
    Party_ PROPN 7 nmod NNP
    left VERB 0 root VBD
    """
    assert told(rows.format(","), "apposition") == {(ALI, "leader", PARTY)}
    assert told(rows.format("-"), "apposition") == {(OMAR, "leader", PARTY)}


SOMEONE = "{0} DET 2 det DT\n{1} NOUN {2} nsubj {3}\n{4}\nleft VERB 0 root VBD"


@pytest.mark.parametrize(
    ("noun", "tag", "behind", "found"),
    [
        ("spokesman", "NN", of("for River Party", 2, 3), ("", "spokesman", PARTY)),
        ("lawmakers", "NNS", of("of River Party", 2, 3), ("", "lawmakers", PARTY)),
        ("fighter", "NN", of("with Desert Front", 2, 3), ("", "fighter", FRONT)),
        ("fighters", "NNS", of("with Desert Front", 2, 3), None),  # the Front's people
        ("wing", "NN", of("of River Party", 2, 3), None),  # a body
        ("official", "NN", of("of Zorban", 2, 3), None),  # the state's people
        ("supporter", "NN", of("near River Party", 2, 3), None),
        ("critic", "NN", of("of River Party", 2, 3), None),
        ("medic", "NN", of("with River Party", 2, 3), None),  # with it for a day, or in it
    ],
)
def test_someone_without_a_name(noun: str, tag: str, behind: str, found: Role | None) -> None:
    rows = SOMEONE.format("the", noun, 3 + len(behind.splitlines()), tag, behind)
    assert told(rows, "description") == ({found} if found else set())


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("of River Party", PARTY),
        ("from Desert Front", FRONT),
        ("of Zorban", None),
        ("of Tarn", None),
        ("with River Party", None),
    ],
)
def test_someone_of_a_body(phrase: str, found: str | None) -> None:
    behind = of(phrase, 1, 3)
    rows = f"{X.format(3 + len(behind.splitlines()), 'nsubj')}\n{behind}\nleft VERB 0 root VBD"
    assert told(rows, "origin") == ({(ALI, None, found)} if found else set())


@pytest.mark.parametrize(("noun", "found"), [("wing", True), ("member", True), ("leader", False), ("rival", False)])
def test_a_body_in_another(noun: str, found: bool) -> None:
    rows = """
    Desert PROPN 2 compound NNP
    Front PROPN 5 nsubj NNP
    is AUX 5 cop VBZ
    a DET 5 det DT
    {} NOUN 0 root NN
    of ADP 8 case IN
    River PROPN 8 compound NNP
    Party PROPN 5 nmod NNP
    """
    assert told(rows.format(noun), "copula") == ({(FRONT, noun, PARTY)} if found else set())
