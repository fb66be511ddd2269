"""What is said where the tree makes no clause of it, or hangs it elsewhere: each with a tree in which nothing is."""

import pytest

from claiming import lines, swapped

# 'said that …' with no clause under the verb.
LOOSE = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left VERB 3 dep VBD
and CCONJ 8 cc CC
slept_ VERB 6 conj VBD
. PUNCT 3 punct .
"""
JOINED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left VERB 3 dep VBD
then ADV 6 advmod RB
and CCONJ 9 cc CC
slept_ VERB 3 conj VBD
. PUNCT 3 punct .
"""
MORNING = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that DET 5 det DT
morning NOUN 3 obl NN
nothing_ NOUN 3 dep NN
. PUNCT 3 punct .
"""
THAT = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
that_ SCONJ 3 dep IN
. PUNCT 3 punct .
"""
WERE_TOLD = """
Residents NOUN 3 nsubj:pass NNS
were AUX 3 aux:pass VBD
told VERB 0 root VBN
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 {} VBD
. PUNCT 3 punct .
"""
# A clause of content, labelled as one that tells when.
WHETHER = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
asked VERB 0 root VBD
whether SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 advcl VBD
. PUNCT 3 punct .
"""
# What is said, taken for one more subject.
CONVOY = """
Sources NOUN 2 nsubj NNS
said VERB 0 root VBD
a DET 4 det DT
convoy NOUN 2 nsubj NN
of ADP 6 case IN
trucks_ NOUN 4 nmod NNS
. PUNCT 2 punct .
"""
NAME = """
Sources NOUN 2 nsubj NNS
said VERB 0 root VBD
Ali PROPN 2 nsubj NNP
Hasan_ PROPN 3 flat NNP
. PUNCT 2 punct .
"""
BOTH_BEFORE = """
Sources NOUN 7 nsubj NNS
the DET 3 det DT
men NOUN 7 nsubj NNS
of ADP 6 case IN
the DET 6 det DT
town NOUN 3 nmod NN
said_ VERB 0 root VBD
. PUNCT 7 punct .
"""
# Before the clause to which a verb of saying is joined.
AND_SAID = """
Rebels NOUN 2 nsubj NNS
left_ VERB 8 advcl VBD
, PUNCT 2 punct ,
residents NOUN 5 nsubj NNS
waved VERB 0 root VBD
and CCONJ 8 cc CC
officers NOUN 8 nsubj NNS
said_ VERB 5 conj VBD
. PUNCT 5 punct .
"""
# Under the one who is told.
TOLD = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
told VERB 0 root VBD
residents NOUN 3 iobj NNS
that SCONJ 7 mark IN
rebels NOUN 7 nsubj NNS
left_ VERB 4 acl VBD
. PUNCT 3 punct .
"""

HITS = {
    "without a clause, with another joined within it": (LOOSE, ["The mayor | said | that rebels left and slept"]),
    "without a clause, with another joined to the verb": (JOINED, ["The mayor | said | that rebels left then"]),
    "whether": (WHETHER, ["The mayor | asked | whether rebels left"]),
    "one more subject": (CONVOY, ["Sources | said | a convoy of trucks"]),
    "under the one who is told": (TOLD, ["The mayor | told | that rebels left"]),
    "a clause of a passive": (WERE_TOLD.format("ccomp"), ["- | were told | that rebels left"]),
}
MISSES = {
    "the time": MORNING,
    "a pronoun that stands for nothing": swapped(THAT, {"that_ SCONJ 3 dep IN": "nothing_ PRON 3 dep NN"}),
    "why it was asked": swapped(WHETHER, {"whether SCONJ": "while SCONJ"}),
    "a name": NAME,
    "two subjects before the verb": BOTH_BEFORE,
    "what is no subject": swapped(CONVOY, {"convoy NOUN 2 nsubj": "convoy NOUN 2 obl"}),
    "before the clause to which the verb is joined": AND_SAID,
    "whom somebody freed": swapped(
        TOLD, {"that SCONJ 7 mark IN": "that PRON 7 obj WDT", "left_ VERB 4 acl": "freed_ VERB 4 acl:relcl"}
    ),
    "when somebody was told": swapped(WERE_TOLD.format("advcl"), {"that SCONJ": "after SCONJ"}),
}


@pytest.mark.parametrize("case", HITS)
def test_what_is_said_is_found_elsewhere_in_the_tree(case: str) -> None:
    rows, found = HITS[case]
    assert lines(rows) == found


@pytest.mark.parametrize("case", MISSES)
def test_nothing_is_said(case: str) -> None:
    assert lines(MISSES[case]) == []
