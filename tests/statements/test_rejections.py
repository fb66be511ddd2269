"""Why a word that attributes elsewhere makes no claim: every reason, on trees built by hand."""

from pathlib import Path

import pytest

from claimgraph.statements.lexicon import lexicon
from claiming import (
    ACCORDING,
    ADDED,
    ADJECTIVE,
    ADVERB,
    CLAUSE,
    IN_WORDS_OF,
    NOUN,
    OBJECT,
    SURE,
    TREES,
    read,
    swapped,
)

CONDEMNED_MAN = """
The DET 3 det DT
condemned VERB 3 amod VBN
man NOUN 4 nsubj NN
faded_ VERB 0 root VBD
. PUNCT 4 punct .
"""
LASHED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
lashed VERB 0 root VBD
{}at ADP 5 case IN
rebels_ NOUN 3 obl NNS
. PUNCT 3 punct .
"""
YES = """
Yes_ INTJ 3 discourse UH
, PUNCT 3 punct ,
confirmed VERB 8 parataxis VBD
the DET 5 det DT
mayor_ NOUN 3 obj NN
, PUNCT 3 punct ,
it PRON 8 nsubj PRP
rained_ VERB 0 root VBD
. PUNCT 8 punct .
"""
CONDEMNED = """
The DET 2 det DT
raid NOUN 4 nsubj:pass NN
was AUX 4 aux:pass VBD
condemned_ VERB 0 root VBN
. PUNCT 4 punct .
"""
IN_QUOTATION = """
“_ PUNCT 3 punct ``
We PRON 3 nsubj PRP
condemn VERB 0 root VBP
the DET 5 det DT
raid_ NOUN 3 obj NN
._ PUNCT 3 punct .
” PUNCT 3 punct ''
"""
A_DASH = """
—_ PUNCT 0 root :
reportedly_ ADV 1 advmod RB
"""
PLAN = """
A DET 2 det DT
plan NOUN 5 nsubj NN
to PART 4 mark TO
leave VERB 2 acl VB
failed_ VERB 0 root VBD
. PUNCT 5 punct .
"""
OPPONENT = """
The DET 2 det DT
opponent NOUN 6 nsubj NN
of ADP 5 case IN
the DET 5 det DT
deal NOUN 2 nmod NN
left_ VERB 0 root VBD
. PUNCT 6 punct .
"""
READER = """
You PRON 2 nsubj PRP
know VERB 0 root VBP
that SCONJ 5 mark IN
rebels NOUN 5 nsubj NNS
left_ VERB 2 ccomp VBD
. PUNCT 2 punct .
"""
REQUEST = """
Remember VERB 0 root VB
that SCONJ 4 mark IN
rebels NOUN 4 nsubj NNS
left_ VERB 1 ccomp VBD
. PUNCT 1 punct .
"""

# The tree, the word, the rule, how the reason begins.
CASES = [
    (CONDEMNED_MAN, "condemned", "claim.verb", "it is no verb of its own here"),
    (
        swapped(LASHED.format("off ADP 3 compound:prt RP\n"), {"at ADP 5": "at ADP 6"}),
        "lashed",
        "claim.verb",
        "with 'off' it is another verb",
    ),
    (
        swapped(CLAUSE, {"that SCONJ": "because SCONJ", "left_ VERB 3 ccomp": "left_ VERB 3 advcl"}),
        "said",
        "claim.verb",
        "nothing here can be its content",
    ),
    (YES, "confirmed", "claim.verb-object", "nothing is left of its content"),
    (CONDEMNED, "condemned", "claim.verb-object", "it has an object, but nobody whose act it could be"),
    (
        swapped(OBJECT, {"Officials NOUN 2 nsubj NNS": "Rain NOUN 2 nsubj NN"}),
        "condemned",
        "claim.verb-object",
        "'Rain' is no one",
    ),
    (READER, "know", "claim.verb-clause", "the reader, or anybody"),
    (REQUEST, "Remember", "claim.verb", "a request to the reader"),
    (IN_QUOTATION, "condemn", "claim.verb-object", "inside a quotation"),
    (A_DASH, "reportedly", "claim.adverb", "no words are left"),
    (
        swapped(NOUN, {"that SCONJ 8 mark IN": "which PRON 8 obj WDT"}),
        "claim",
        "claim.noun",
        "no clause, infinitive or phrase",
    ),
    (PLAN, "plan", "claim.noun", "nobody is named whose intention"),
    (OPPONENT, "opponent", "claim.noun", "nobody is said to be one"),
    (
        swapped(ACCORDING, {"according VERB 7 case": "according VERB 2 advmod"}),
        "according",
        "claim.according-to",
        "nobody follows",
    ),
    (
        swapped(IN_WORDS_OF, {"of ADP": "near ADP"}),
        "words",
        "claim.in-words-of",
        "nobody is named whose words they are",
    ),
    (
        swapped(ADVERB, {"reportedly ADV 4 advmod": "reportedly ADV 4 obl"}),
        "reportedly",
        "claim.adverb",
        "it modifies nothing",
    ),
    (
        swapped(ADJECTIVE, {"alleged ADJ 3 amod": "alleged ADJ 3 appos"}),
        "alleged",
        "claim.adjective",
        "it stands before no noun",
    ),
    (
        swapped(SURE, {"left_ VERB 4 ccomp": "left_ VERB 4 acl:relcl"}),
        "sure",
        "claim.adjective-predicate",
        "no clause or phrase behind it",
    ),
]


@pytest.mark.parametrize(("rows", "word", "rule", "reason"), CASES, ids=[f"{c[1]}: {c[3]}" for c in CASES])
def test_a_word_that_makes_no_claim_says_why(tmp_path: Path, rows: str, word: str, rule: str, reason: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(ADDED, encoding="utf-8")
    found, rejected = read(rows, lexicon(path))
    assert not [c for c in found if word in c.cue[0].text.split()]
    assert (rule, reason) in [(r.rule, r.reason[: len(reason)]) for r in rejected if r.span.text == word]


@pytest.mark.parametrize(
    "rows", [swapped(READER, {"You PRON": "They PRON"}), swapped(REQUEST, {"root VB\n": "root VBP\n"})]
)
def test_others_than_the_reader_may_know(rows: str) -> None:
    assert len(read(rows)[0]) == 1


def test_a_verb_without_its_particle_says_nothing() -> None:
    assert read(LASHED.format("")) == ((), ())


@pytest.mark.parametrize("rule", TREES)
def test_a_word_that_made_a_claim_is_not_among_the_rejected(rule: str) -> None:
    found, rejected = read(TREES[rule])
    assert not [(c.cue, r) for c in found for r in rejected if any(r.span.overlaps(s) for s in c.cue)]
