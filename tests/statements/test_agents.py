"""By whom somebody is accused or quoted: the agents of passive verbs, and where the tree hides them."""

import pytest

from claiming import lines, swapped

# A passive verb's agent behind an active participle, which cannot have one.
STRAYED = """
Ali PROPN 4 nsubj:pass NNP
Hasan PROPN 1 flat NNP
was AUX 4 aux:pass VBD
accused VERB 0 root VBN
of SCONJ 6 mark IN
looting VERB 4 advcl VBG
shops NOUN 6 obj NNS
by ADP 9 case IN
traders_ NOUN 6 obl NNS
. PUNCT 4 punct .
"""
# The accusation under its agent.
AGENT = """
Ali PROPN 4 nsubj:pass NNP
Hasan PROPN 1 flat NNP
was AUX 4 aux:pass VBD
accused VERB 0 root VBN
by ADP 7 case IN
the DET 7 det DT
court NOUN 4 obl:agent NN
of SCONJ 9 mark IN
looting VERB 7 acl VBG
shops_ NOUN 9 obj NNS
. PUNCT 4 punct .
"""
# Quoted by someone else.
QUOTED = """
The DET 2 det DT
mayor NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
quoted VERB 0 root VBN
by ADP 6 case IN
reporters NOUN 4 obl:agent NNS
as SCONJ 8 mark IN
saying VERB 4 advcl VBG
that SCONJ 11 mark IN
rebels NOUN 11 nsubj NNS
left_ VERB 8 ccomp VBD
. PUNCT 4 punct .
"""
HITS = {
    "agent of the verb above": (STRAYED, ["traders | was accused of | Ali Hasan … looting shops"]),
    "one who is quoted": (
        QUOTED,
        [
            "reporters | was quoted | The mayor … saying that rebels left",
            "The mayor | saying | that rebels left",
        ],
    ),
}
MISSES = {
    "how it was done": (
        swapped(STRAYED, {"traders_ NOUN 6 obl NNS": "night_ NOUN 6 obl NN"}),
        ["- | was accused of | Ali Hasan … looting shops by night"],
    ),
    "agent of a passive below": (
        swapped(
            STRAYED,
            {
                "looting VERB 4 advcl VBG\nshops NOUN 6 obj NNS": "being AUX 7 aux:pass VBG\npaid VERB 4 advcl VBN",
                "of SCONJ 6": "of SCONJ 7",
                "traders_ NOUN 6": "traders_ NOUN 7",
            },
        ),
        ["- | was accused of | Ali Hasan … being paid by traders"],
    ),
    "no one quotes": (
        swapped(
            QUOTED, {"by ADP 6 case IN\nreporters NOUN 4 obl:agent NNS": "on ADP 6 case IN\nSunday PROPN 4 obl NNP"}
        ),
        ["- | was quoted | The mayor … saying that rebels left", "The mayor | saying | that rebels left"],
    ),
}


@pytest.mark.parametrize("case", HITS)
def test_the_agent_of_a_passive_is_who_says_it(case: str) -> None:
    rows, found = HITS[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", MISSES)
def test_no_one_else_is_its_agent(case: str) -> None:
    rows, found = MISSES[case]
    assert lines(rows) == found


@pytest.mark.parametrize(
    "tree",
    [
        swapped(AGENT, {"looting VERB 7 acl": "looting VERB 4 advcl"}),
        AGENT,
    ],
)
def test_what_the_tree_hangs_on_the_accuser_is_still_the_accusation(tree: str) -> None:
    assert lines(tree) == ["the court | was accused | Ali Hasan … looting shops"]
