"""Roles in organizations, on trees built by hand."""

import pytest

from claimgraph.mentions import cast
from claimgraph.model import Affiliation, Article, Kind
from claimgraph.registry import Entry, Label, Registry
from claimgraph.statements.affiliations import affiliations
from handmade import doc

PARTY = Entry("actor/river-party", Kind.POLITICAL_PARTY, Label("River Party"))
KNOWN = Registry({PARTY.id: PARTY})

APPOSITION = """
Ali PROPN 9 nsubj NNP
Hasan_ PROPN 1 flat NNP
, PUNCT 5 punct ,
deputy NOUN 5 compound NN
leader NOUN 1 appos NN
of ADP 8 case IN
River PROPN 8 compound NNP
Party_ PROPN 5 nmod NNP
left VERB 0 root VBD
"""
TITLE = """
River PROPN 2 compound NNP
Party PROPN 3 compound NNP
leader NOUN 4 nmod NN
Ali PROPN 6 nsubj NNP
Hasan PROPN 4 flat NNP
left VERB 0 root VBD
"""
COPULA = """
Ali PROPN 5 nsubj NNP
Hasan PROPN 1 flat NNP
is AUX 5 cop VBZ
a DET 5 det DT
member NOUN 0 root NN
of ADP 8 case IN
River PROPN 8 compound NNP
Party PROPN 5 nmod NNP
"""
VERB = """
Ali PROPN 6 nsubj NNP
Hasan_ PROPN 1 flat NNP
, PUNCT 5 punct ,
who PRON 5 nsubj WP
leads VERB 1 acl:relcl VBZ
left VERB 0 root VBD
River PROPN 8 compound NNP
Party PROPN 5 obj NNP
"""


def told(rows: str) -> tuple[Affiliation, ...]:
    made = doc(rows)
    return affiliations(made, cast(made, Article("test", made.text), KNOWN))[0]


@pytest.mark.parametrize(
    ("rule", "rows", "role"),
    [
        ("affiliation.apposition", APPOSITION, "deputy leader"),
        ("affiliation.title", TITLE, "leader"),
        ("affiliation.copula", COPULA, "member"),
        ("affiliation.verb", VERB, "leader"),
    ],
)
def test_hit(rule: str, rows: str, role: str) -> None:
    (found,) = told(rows)
    assert (found.rule, found.role, found.organization) == (rule, role, PARTY.id)
    assert "ali-hasan" in found.member


@pytest.mark.parametrize(
    ("rows", "old", "new"),
    [
        (APPOSITION, "leader NOUN", "rival NOUN"),
        (TITLE, "leader NOUN", "rally NOUN"),
        (COPULA, "River PROPN 8 compound NNP\nParty", "the DET 8 det DT\nteam"),
        (VERB, "leads VERB", "leaves VERB"),
    ],
)
def test_near_miss(rows: str, old: str, new: str) -> None:
    assert old in rows
    assert told(rows.replace(old, new)) == ()


def test_a_description_with_an_organization_is_someone_with_a_role_in_it() -> None:
    rows = """
    A DET 3 det DT
    senior ADJ 3 amod JJ
    member NOUN 7 nsubj NN
    of ADP 6 case IN
    River PROPN 6 compound NNP
    Party PROPN 3 nmod NNP
    left VERB 0 root VBD
    """
    (found,) = told(rows)
    assert (found.rule, found.role, found.organization) == ("affiliation.description", "senior member", PARTY.id)
    assert found.member.startswith("article/")
