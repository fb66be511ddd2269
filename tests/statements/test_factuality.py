"""Whether an event took place, is planned, supposed or denied, and whether the article vouches for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.model import Quotation, SpeechAct
from claimgraph.statements import factuality as factuality_lists
from eventful import claim, read
from handmade import doc

SIMPLE = """
Norland PROPN 3 nsubj NNP
{} {} 3 {}
invade{} VERB 0 root VB
Sudria PROPN 3 obj NNP
"""
UNDER = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
to PART 4 mark
invade VERB 2 xcomp VB
Sudria PROPN 4 obj NNP
"""
CLAUSE = """
{} SCONJ 3 mark
Norland PROPN 3 nsubj NNP
invades VERB 6 advcl VBZ
Sudria PROPN 3 obj NNP
it PRON 6 nsubj PRP
{} VERB 0 root VBZ
"""
PLAN = """
A DET 2 det
{} NOUN 6 nsubj NN
to PART 4 mark
invade VERB 2 acl VB
Sudria PROPN 4 obj NNP
surfaced VERB 0 root VBD
"""
RELATIVE = """
Norland PROPN 2 nsubj NNP
demanded VERB 0 root VBD
that SCONJ 9 mark
troops NOUN 9 nsubj NNS
who PRON 6 nsubj WP
attacked VERB 4 acl:relcl VBD
Sudria PROPN 6 obj NNP
should AUX 9 aux MD
leave VERB 2 ccomp VB
"""
KNOWN = """
Norland PROPN 2 nsubj NNP
demanded VERB 0 root VBD
that SCONJ 5 mark
Sudria PROPN 5 nsubj NNP
apologize VERB 2 ccomp VB
for ADP 8 case
the DET 8 det
invasion NOUN 5 obl NN
"""
NOBODY = """
{} DET 2 det
soldiers NOUN 4 nsubj:pass NNS
were AUX 4 aux:pass VBD
killed VERB 0 root VBN
"""
PURPOSE = """
Norland PROPN 2 nsubj NNP
acted VERB 0 root VBD
{} 4 mark
invade VERB 2 advcl VB
Sudria PROPN 4 obj NNP
"""


def factuality(rows: str, act: SpeechAct | None = None, content: str = "") -> str:
    made = doc(rows)
    claims = (claim(made.text, content or made.text, act),) if act else ()
    return read(made, claims=claims).events[0].factuality.value


@pytest.mark.parametrize(
    ("word", "tag", "label", "value"),
    [
        ("openly", "ADV", "advmod", "Stated"),
        ("never", "ADV", "advmod", "Denied"),
        ("may", "AUX", "aux", "Hypothetical"),
        ("will", "AUX", "aux", "Intended"),
        ("did", "AUX", "aux", "Stated"),
    ],
)
def test_auxiliaries_and_negation(word: str, tag: str, label: str, value: str) -> None:
    assert factuality(SIMPLE.format(word, tag, label, "")) == value


@pytest.mark.parametrize(
    ("verb", "value"),
    [
        ("refused", "Denied"),
        ("failed", "Denied"),
        ("planned", "Intended"),
        ("vowed", "Intended"),
        ("began", "Stated"),
    ],
)
def test_verbs_over_an_infinitive(verb: str, value: str) -> None:
    assert factuality(UNDER.format(verb)) == value


@pytest.mark.parametrize(("mark", "value"), [("If", "Hypothetical"), ("Unless", "Hypothetical"), ("Because", "Stated")])
def test_conditions_and_reasons(mark: str, value: str) -> None:
    assert factuality(CLAUSE.format(mark, "burns")) == value


@pytest.mark.parametrize(("noun", "value"), [("plan", "Intended"), ("risk", "Hypothetical"), ("refusal", "Denied")])
def test_nouns_over_an_infinitive(noun: str, value: str) -> None:
    assert factuality(PLAN.format(noun)) == value


@pytest.mark.parametrize(("word", "value"), [("No", "Denied"), ("The", "Stated")])
def test_nobody(word: str, value: str) -> None:
    assert factuality(NOBODY.format(word)) == value


@pytest.mark.parametrize(
    ("mark", "value"), [("to PART", "Intended"), ("without SCONJ", "Denied"), ("by SCONJ", "Stated")]
)
def test_purpose_and_absence(mark: str, value: str) -> None:
    assert factuality(PURPOSE.format(mark)) == value


@pytest.mark.parametrize(
    ("act", "value"),
    [
        (SpeechAct.ASSERTION, "Attributed"),
        (SpeechAct.ACCUSATION, "Attributed"),
        (SpeechAct.DENIAL, "Denied"),
        (SpeechAct.DEMAND, "Intended"),
        (SpeechAct.PROMISE, "Intended"),
        (SpeechAct.THREAT, "Intended"),
        (SpeechAct.PREDICTION, "Hypothetical"),
        (SpeechAct.QUESTION, "Hypothetical"),
    ],
)
def test_what_is_only_claimed_is_no_fact(act: SpeechAct, value: str) -> None:
    assert factuality(SIMPLE.format("openly", "ADV", "advmod", "d"), act) == value


def test_the_words_of_the_claim_say_more_than_its_act() -> None:
    assert factuality(SIMPLE.format("may", "AUX", "aux", ""), SpeechAct.ASSERTION) == "Hypothetical"


def test_what_lies_outside_the_claim_is_stated() -> None:
    assert factuality(SIMPLE.format("openly", "ADV", "advmod", "d"), SpeechAct.DENIAL, "Norland") == "Stated"


@pytest.mark.parametrize(
    ("act", "quotation", "value"),
    [
        (SpeechAct.DEMAND, Quotation.INDIRECT, "Stated"),
        (SpeechAct.DENIAL, Quotation.INDIRECT, "Stated"),
        (SpeechAct.THREAT, Quotation.INDIRECT, "Stated"),
        (SpeechAct.PROMISE, Quotation.MIXED, "Stated"),
        (SpeechAct.DEMAND, Quotation.DIRECT, "Attributed"),
        (SpeechAct.ASSERTION, Quotation.INDIRECT, "Attributed"),
        (SpeechAct.ACCUSATION, Quotation.INDIRECT, "Attributed"),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_what_a_demand_takes_for_known_is_the_article_s(
    act: SpeechAct, quotation: Quotation, value: str, known: bool
) -> None:
    made = doc(RELATIVE if known else KNOWN)
    content = "troops who attacked Sudria should leave" if known else "Sudria apologize for the invasion"
    claims = (replace(claim(made.text, content, act), quotation=quotation),)
    told = read(made, claims=claims)
    (known_event,) = (e for n, e in enumerate(told.events) if told.words(n)[0] in {"attacked", "invasion"})
    assert known_event.factuality == value


TOLD = """
Norland PROPN 2 nsubj NNP
told VERB 0 root VBD
police NOUN 2 iobj NNS
that SCONJ 6 mark
gunmen NOUN 6 nsubj NNS
invaded VERB 2 ccomp VBD
Sudria PROPN 6 obj NNP
"""
TOLD_TO = """
Norland PROPN 2 nsubj NNP
told VERB 0 root VBD
gunmen NOUN 2 iobj NNS
to PART 5 mark
invade VERB 2 xcomp VB
Sudria PROPN 5 obj NNP
"""
GOVERNED = """
Norland PROPN 2 nsubj NNP
{} VERB 0 root VBD
{} ADP 5 case
the DET 5 det
invasion NOUN 2 obl NN
"""
OPENING = """
Invading VERB 5 advcl VBG
Sudria PROPN 1 obj NNP
, PUNCT 1 punct
Norland PROPN 5 nsubj NNP
slept VERB 0 root VBD
"""
FRONTED = """
Gunmen NOUN 2 nsubj NNS
invaded VERB 9 ccomp VBD
Sudria PROPN 2 obj NNP
, PUNCT 5 punct
killing VERB 9 advcl VBG
soldiers NOUN 5 obj NNS
, PUNCT 9 punct
Norland PROPN 9 nsubj NNP
said VERB 0 root VBD
"""


@pytest.mark.parametrize(
    ("act", "value"),
    [(SpeechAct.ASSERTION, "Attributed"), (SpeechAct.DENIAL, "Denied"), (SpeechAct.DEMAND, "Intended")],
)
def test_what_is_told_is_as_the_claim_says(act: SpeechAct, value: str) -> None:
    made = doc(TOLD)
    told = read(made, claims=(claim(made.text, "gunmen invaded Sudria", act, cue="told"),))
    assert told.events[0].factuality == value


def test_what_one_is_told_to_do_is_intended() -> None:
    assert factuality(TOLD_TO) == "Intended"


@pytest.mark.parametrize(
    ("act", "value"),
    [(SpeechAct.DEMAND, "Intended"), (SpeechAct.THREAT, "Intended"), (SpeechAct.ASSERTION, "Attributed")],
)
def test_the_known_noun_that_a_demand_governs_is_demanded(act: SpeechAct, value: str) -> None:
    made = doc(GOVERNED.format("spoke", "of"))
    told = read(made, claims=(claim(made.text, "the invasion", act, cue="spoke of"),))
    assert told.events[0].factuality == value


def test_what_a_clause_goes_on_to_tell_is_said_with_it() -> None:
    made = doc(FRONTED)
    told = read(made, claims=(claim(made.text, "Gunmen invaded Sudria , killing soldiers", cue="said"),))
    assert {event.factuality.value for event in told.events} == {"Attributed"}
    assert all("Norland" not in told.who("agents", n) for n in range(len(told.events)))


def test_a_clause_before_another_verb_is_its_own() -> None:
    made = doc(OPENING)
    assert read(made).who("agents") == ["Norland"]
    assert read(made).events[0].factuality == "Stated"


@pytest.mark.parametrize(("verb", "value"), [("voted", "Intended"), ("marched", "Stated")])
def test_what_a_vote_decides_is_still_to_come(verb: str, value: str) -> None:
    assert read(doc(UNDER.format(verb))).events[-1].factuality == value


@pytest.mark.parametrize(("more", "value"), [(" , arresting soldiers", "Attributed"), ("", "Stated")])
def test_what_no_claim_tells_is_not_attributed(more: str, value: str) -> None:
    made = doc(FRONTED.replace("killing", "arresting"))
    told = read(made, claims=(claim(made.text, f"Gunmen invaded Sudria{more}", cue="said"),))
    assert [event.factuality.value for event in told.events] == ["Attributed", value]


def test_a_list_that_no_rule_reads_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "factuality.toml"
    path.write_text(f'{factuality_lists.FILE.read_text(encoding="utf-8")}\nirony = ["sure"]\n', encoding="utf-8")
    monkeypatch.setattr(factuality_lists, "FILE", path)
    with pytest.raises(ValueError, match="'irony'"):
        factuality_lists.words.__wrapped__()
