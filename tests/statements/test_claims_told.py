"""What becomes of a candidate: addressees, quotations, the words of its content, and what is no claim of its own."""

import pytest

from claimgraph.model import Quotation, SpeechAct
from claiming import (
    AROUND,
    CLAUSE,
    NOUN,
    OBJECT,
    PREPOSITIONAL,
    QUOTE,
    SIGNED,
    lines,
    swapped,
    told,
)


def test_a_claim_within_a_claim_is_embedded() -> None:
    inner, outer = told(AROUND)
    assert (inner.cue[0].text, outer.cue[0].text) == ("told", "said")
    assert outer.embeds == (inner.id,)
    assert inner.embeds == ()


def test_the_one_spoken_to_is_the_addressee() -> None:
    inner, _ = told(AROUND)
    assert len(inner.addressees) == 1
    assert "police" not in " ".join(s.text for s in inner.content)


@pytest.mark.parametrize(
    ("rows", "kind"), [(CLAUSE, Quotation.INDIRECT), (QUOTE, Quotation.DIRECT), (SIGNED, Quotation.DIRECT)]
)
def test_quotation(rows: str, kind: Quotation) -> None:
    assert told(rows)[0].quotation is kind


ASKED_BY = """
“_ PUNCT 3 punct ``
Who PRON 3 nsubj WP
left_ VERB 6 ccomp VBD
?_ PUNCT 3 punct .
” PUNCT 3 punct ''
asked VERB 0 root VBD
the DET 8 det DT
mayor_ NOUN 6 {} NN
. PUNCT 6 punct .
"""


@pytest.mark.parametrize(
    "label",
    [
        "nsubj",
        "iobj",
    ],
)
def test_nobody_speaks_to_himself(label: str) -> None:
    (asked,) = told(ASKED_BY.format(label))
    assert asked.claimant is not None
    assert asked.addressees == ()


BESIDE = """
Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
{verb} VERB 0 root VBD
{between}
“_ PUNCT 3 punct ``
No DET 3 dep DT
soldier NOUN 3 dep NN
was AUX 3 dep VBD
there_ ADV 3 dep RB
._ PUNCT 3 punct .
” PUNCT 3 punct ''
"""


@pytest.mark.parametrize(
    ("verb", "between", "found"),
    [
        ("added", ": PUNCT 3 punct :", True),
        ("added", "twice ADV 3 advmod RB", True),
        ("told", "reporters NOUN 3 obj NNS", True),
        ("planned", ": PUNCT 3 punct :", False),
        ("wrote", "letters NOUN 3 obj NNS", False),
        ("said", "to ADP 5 case IN\nreporters NOUN 3 obl NNS", True),
        ("wrote", "for ADP 5 case IN\npapers NOUN 3 obl NNS", False),
        ("wrote", "for ADP 5 case IN\npapers NOUN 3 obl NNS\n: PUNCT 3 punct :", True),
        ("said", "and CCONJ 5 cc CC\nread VERB 3 conj VBD", False),
    ],
)
def test_what_may_stand_between_a_verb_and_its_quotation(verb: str, between: str, found: bool) -> None:
    rules = [c.rule for c in told(BESIDE.format(verb=verb, between=between)) if c.cue[0].text == verb]
    assert rules == ["claim.verb-quote"] * found


def test_marks_around_part_of_the_content_make_it_mixed() -> None:
    rows = CLAUSE.replace(
        "rebels NOUN 7 nsubj NNS", "“_ PUNCT 6 punct ``\nrebels_ NOUN 9 nsubj NNS\n” PUNCT 6 punct ''"
    )
    rows = rows.replace("had AUX 7", "had AUX 9").replace("that SCONJ 7", "that SCONJ 9")
    assert told(rows)[0].quotation is Quotation.MIXED


def test_the_speakers_own_attitude_in_a_quotation_is_no_claim_of_its_own() -> None:
    rows = """
    “_ PUNCT 3 punct ``
    We PRON 3 nsubj PRP
    condemn VERB 8 ccomp VBP
    the DET 5 det DT
    raid_ NOUN 3 obj NN
    ,_ PUNCT 3 punct ,
    ” PUNCT 3 punct ''
    said VERB 0 root VBD
    Ali PROPN 8 nsubj NNP
    Hasan_ PROPN 9 flat NNP
    . PUNCT 8 punct .
    """
    assert [c.cue[0].text for c in told(rows)] == ["said"]
    theirs = told(rows.replace("We PRON 3 nsubj PRP", "Officials NOUN 3 nsubj NNS"))
    assert [c.cue[0].text for c in theirs] == ["condemn", "said"]


STRAYED = """
Rebels NOUN 2 nsubj NNS
attacked VERB 8 ccomp VBD
Rutba_ PROPN 2 obj NNP
, PUNCT 5 punct ,
killing VERB 8 advcl VBG
four_ NUM 5 obj CD
, PUNCT 2 punct ,
said VERB 0 root VBD
Ali PROPN 8 nsubj NNP
Hasan_ PROPN 9 flat NNP
. PUNCT 8 punct .
"""


def test_a_participle_between_content_and_verb_belongs_to_the_content() -> None:
    assert [s.text for s in told(STRAYED)[0].content] == ["Rebels attacked Rutba, killing four"]
    after = STRAYED.replace("killing VERB 8 advcl VBG", "killing NOUN 8 dep NN")
    assert [s.text for s in told(after)[0].content] == ["Rebels attacked Rutba"]


POINTED = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
pointed VERB 0 root VBD
{} ADP 3 compound:prt RP
that SCONJ 7 mark IN
rebels NOUN 7 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""


def test_a_particle_is_a_part_of_the_cue() -> None:
    assert lines(POINTED.format("out")) == ["The mayor | pointed out | that rebels left"]
    assert lines(POINTED.format("up")) == []


def test_a_quotation_that_goes_on_in_the_next_sentence_is_the_content_whole() -> None:
    more = "\n\nNobody PRON 2 nsubj NN\nleft_ VERB 0 root VBD\n._ PUNCT 2 punct .\n” PUNCT 2 punct ''"
    rows = swapped(
        QUOTE, {"there_ ADV 3 dep RB\n._ PUNCT 9 punct .\n” PUNCT 9 punct ''": "there_ ADV 3 dep RB\n. PUNCT 9 punct ."}
    )
    assert lines(rows.rstrip() + more) == ["Ali Hasan | added | “No soldier was there. Nobody left.”"]


def test_a_particle_makes_another_verb() -> None:
    assert told(PREPOSITIONAL)
    off = PREPOSITIONAL.replace("for ADP 4 case IN\ntalks_ NOUN 2 obl", "off ADP 2 compound:prt RP\ntalks_ NOUN 2 obj")
    assert told(off) == ()


@pytest.mark.parametrize(("noun", "found"), [("talks_", 1), ("condition_", 0), ("Sunday_", 0)])
def test_how_or_when_it_was_said_is_no_content(noun: str, found: int) -> None:
    rows = PREPOSITIONAL.replace("called VERB", "spoke VERB").replace("for ADP", "on ADP").replace("talks_", noun)
    assert len(told(rows)) == found


ADDING = """
The DET 2 det DT
minister NOUN 3 nsubj NN
said VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
, PUNCT 8 punct ,
adding VERB 6 advcl VBG
that SCONJ 11 mark IN
nobody PRON 11 nsubj NN
died_ VERB 8 ccomp VBD
. PUNCT 3 punct .
"""


def test_what_is_added_behind_a_comma_is_the_speakers_and_not_part_of_what_he_said() -> None:
    said, added = told(ADDING)
    assert [s.text for s in said.content] == ["that rebels left"]
    assert (added.source[0].text, added.claimant) == ("The minister", said.claimant)
    (within, _) = told(ADDING.replace("left_ VERB", "left VERB").replace(", PUNCT 8 punct ,\n", "by ADP 8 mark IN\n"))
    assert within.content[0].text.endswith("nobody died")


def test_a_long_object_may_stand_behind_the_rest() -> None:
    rows = OBJECT.replace(
        "condemned VERB 0 root VBD\n", "condemned VERB 0 root VBD\nas ADP 4 case IN\ncrimes NOUN 2 obl NNS\n"
    )
    shifted = rows.replace("the DET 4 det DT\nraid_ NOUN 2 obj", "the DET 6 det DT\nraid_ NOUN 2 obl")
    assert told(shifted)[0].content[0].text == "as crimes the raid"
    assert told(shifted.replace("the DET 6 det DT\nraid_", "last ADJ 6 amod JJ\nnight_")) == ()


APART = """
“_ PUNCT 4 punct ``
That PRON 4 nsubj DT
is AUX 4 cop VBZ
false_ ADJ 0 root JJ
,_ PUNCT 4 punct ,
” PUNCT 4 punct ''

Ali PROPN 3 nsubj NNP
Hasan PROPN 1 flat NNP
said VERB 0 root VBD
there_ ADV 3 advmod RB
. PUNCT 3 punct .
"""


def test_a_quotation_that_the_parse_cuts_off_is_still_what_he_said() -> None:
    assert [s.text for s in told(APART)[0].content] == ["“That is false,”"]
    assert told(APART.replace(",_ PUNCT 4 punct ,", "._ PUNCT 4 punct .")) == ()  # a sentence of its own


@pytest.mark.parametrize("tag", ["VBN", "VBD"])
def test_in_a_headline_the_one_accused_does_not_accuse(tag: str) -> None:
    rows = f"""
    Minister NOUN 2 nsubj NN
    accused VERB 0 root {tag}
    of SCONJ 4 mark IN
    arming VERB 2 advcl VBG
    rebels NOUN 4 obj NNS
    """
    (accused,) = told(rows)
    assert ([s.text for s in accused.content], accused.source) == (["Minister", "arming rebels"], ())


def test_a_plan_is_someones_intention_only_where_it_is_someones() -> None:
    rows = NOUN.replace(
        "that SCONJ 8 mark IN\nrebels NOUN 8 nsubj NNS\nleft_ VERB 5", "to PART 7 mark TO\nleave_ VERB 5"
    )
    (plan,) = told(rows.replace("claim NOUN", "plan NOUN"))
    assert (plan.speech_act, plan.source[0].text) == (SpeechAct.PROMISE, "his")
    assert told(rows.replace("claim NOUN", "plan NOUN").replace("his PRON 5 nmod:poss PRP$", "a DET 5 det DT")) == ()


DRAWN = """
Ankara PROPN 2 nsubj NNP
drew VERB 0 root VBD
up ADP 2 compound:prt RP
plans NOUN 2 obj NNS
{}
to PART 7 mark TO
raid VERB 2 advcl VB
camps NOUN 7 obj NNS
"""


@pytest.mark.parametrize(("between", "plans"), [("soon ADV 4 advmod RB", True), ("soon ADV 2 advmod RB", False)])
def test_an_infinitive_behind_a_plan_is_what_is_planned(between: str, plans: bool) -> None:
    found = told(DRAWN.format(between))
    assert [c.cue[0].text for c in found if c.rule == "claim.noun"] == ["plans"] * plans
