"""Quotations beside a verb of saying: what leads to one, and quotations that are another's, or nobody's."""

import pytest

from claiming import lines, swapped

WROTE = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
wrote VERB 0 root VBD
in ADP 6 case IN
a DET 6 det DT
letter_ NOUN 3 obl NN
{}
“_ PUNCT 11 punct ``
Nobody PRON 11 nsubj NN
ever ADV 11 advmod RB
left_ VERB 3 dep VBD
._ PUNCT 11 punct .
” PUNCT 11 punct ''
"""
LETTERS = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
wrote VERB 0 root VBD
letters_ NOUN 3 obj NNS
: PUNCT 3 punct :
“_ PUNCT 9 punct ``
Nobody PRON 9 nsubj NN
ever ADV 9 advmod RB
left_ VERB 3 dep VBD
._ PUNCT 9 punct .
” PUNCT 9 punct ''
"""
INSIDE = """
“_ PUNCT 4 punct ``
Ali PROPN 4 nsubj NNP
often ADV 4 advmod RB
added VERB 0 root VBD
less ADJ 6 amod JJR
salt_ NOUN 4 dep NN
” PUNCT 4 punct ''
. PUNCT 4 punct .
"""
SUBJECT = """
“_ PUNCT 3 punct ``
The DET 3 det DT
voice NOUN 8 nsubj NN
of ADP 6 case IN
the DET 6 det DT
people_ NOUN 3 nmod NNS
” PUNCT 3 punct ''
added_ VERB 0 root VBD
. PUNCT 8 punct .
"""
SAID = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
{} VERB 0 root VBD
there_ ADV 3 advmod RB
{} PUNCT 3 punct .
"""
FALSE = """
“_ PUNCT 4 punct ``
That PRON 4 nsubj DT
is AUX 4 cop VBZ
false_ ADJ 0 root JJ
{}_ PUNCT 4 punct ,
” PUNCT 4 punct ''
"""


@pytest.mark.parametrize(
    ("mark", "found"), [(": PUNCT 3 punct :", True), (", PUNCT 3 punct ,", True), ("; PUNCT 3 punct :", False)]
)
def test_a_colon_or_a_comma_leads_over_other_words_to_a_quotation(mark: str, found: bool) -> None:
    quotations = [claim for claim in lines(WROTE.format(mark)) if claim.startswith("The mayor | wrote | “Nobody")]
    assert len(quotations) == found


def test_what_stands_before_the_colon_is_no_part_of_the_quotation() -> None:
    assert lines(LETTERS) == ["The mayor | wrote | “Nobody ever left.”"]


@pytest.mark.parametrize("rows", [INSIDE, SUBJECT], ids=["around the verb", "around who says it"])
def test_a_quotation_is_not_what_a_word_in_it_tells(rows: str) -> None:
    assert lines(rows) == []


@pytest.mark.parametrize(
    ("before", "behind", "mark", "found"),
    [
        ("", "added", ":", ["Ali Hasan | added | “That is false.”"]),
        ("", "added", ".", []),
        ("", "slept", ":", ["Ali Hasan | : | “That is false.”"]),
        (",", "said", ".", ["Ali Hasan | said | “That is false,”"]),
        (".", "said", ".", []),
        (".", "said", ":", []),
    ],
)
def test_a_quotation_in_another_sentence_wants_a_mark_that_leads_to_it(
    before: str, behind: str, mark: str, found: list[str]
) -> None:
    quotation, saying = FALSE.format(before or ".").strip(), SAID.format(behind, mark).strip()
    order = (quotation, saying) if before else (saying, quotation)
    assert lines("\n\n".join(order)) == found


def test_a_quotation_that_goes_on_is_not_of_the_sentence_before_it() -> None:
    said = swapped(SAID.format("said", "."), {"Ali": "Omar", "Hasan": "Salim"})
    rows = "\n\n".join(part.strip() for part in (SAID.format("added", "."), FALSE.format(","), said))
    assert lines(rows) == ["Omar Salim | said | “That is false,”"]
