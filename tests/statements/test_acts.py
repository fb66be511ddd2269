"""What kind of act a claim is: by its word, and by modals, questions and negations around it."""

import pytest
from spacy.language import Language

from claimgraph import pipeline, triples
from claimgraph.model import Article, SpeechAct
from claimgraph.registry import Registry
from claimgraph.vocabulary import CG, plover_code
from claiming import INFINITIVE, QUOTE, line, swapped, told

OF_AN_OBJECT = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
{} VERB 0 root VBD
the DET 5 det DT
raid_ NOUN 3 obj NN
. PUNCT 3 punct .
"""
OF_A_CLAUSE = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
{} VERB 0 root VBD
that SCONJ 6 mark IN
rebels NOUN 6 nsubj NNS
left_ VERB 3 ccomp VBD
. PUNCT 3 punct .
"""
OF_AN_INFINITIVE = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
{} VERB 0 root VBD
to PART 5 mark TO
leave_ VERB 3 xcomp VB
. PUNCT 3 punct .
"""


@pytest.mark.parametrize(
    ("rows", "verb", "act"),
    [
        (OF_A_CLAUSE, "said", SpeechAct.ASSERTION),
        (OF_A_CLAUSE, "denied", SpeechAct.DENIAL),
        (OF_A_CLAUSE, "charged", SpeechAct.ACCUSATION),
        (OF_A_CLAUSE, "demanded", SpeechAct.DEMAND),
        (OF_A_CLAUSE, "predicted", SpeechAct.PREDICTION),
        (OF_A_CLAUSE, "believed", SpeechAct.BELIEF),
        (OF_AN_INFINITIVE, "promised", SpeechAct.PROMISE),
        (OF_AN_INFINITIVE, "threatened", SpeechAct.THREAT),
        (OF_AN_INFINITIVE, "refused", SpeechAct.DENIAL),
        (OF_AN_OBJECT, "condemned", SpeechAct.CONDEMNATION),
        (OF_AN_OBJECT, "welcomed", SpeechAct.ENDORSEMENT),
        (OF_AN_OBJECT, "rejected", SpeechAct.DENIAL),
    ],
)
def test_the_verb_tells_the_act(rows: str, verb: str, act: SpeechAct) -> None:
    assert [(c.cue[0].text, c.speech_act) for c in told(rows.format(verb))] == [(verb, act)]


NEGATED = """
The DET 2 det DT
mayor NOUN 5 nsubj NN
did AUX 5 aux VBD
{} ADV 5 advmod RB
{} VERB 0 root VB
{}. PUNCT 5 punct .
"""
OBJECT = "the DET 7 det DT\nraid_ NOUN 5 obj NN\n"
CLAUSE = "that SCONJ 8 mark IN\nrebels NOUN 8 nsubj NNS\nleft_ VERB 5 ccomp VBD\n"


@pytest.mark.parametrize(
    ("verb", "content", "act"),
    [
        ("condemn", OBJECT, SpeechAct.ASSERTION),
        ("demand", OBJECT, SpeechAct.ASSERTION),
        ("promise", OBJECT, SpeechAct.ASSERTION),
        ("deny", OBJECT, SpeechAct.ASSERTION),
        ("support", OBJECT, SpeechAct.DENIAL),  # who does not support rejects
        ("believe", CLAUSE, SpeechAct.BELIEF),
        ("wonder", swapped(CLAUSE, {"that": "whether"}), SpeechAct.QUESTION),
        ("say", CLAUSE, SpeechAct.ASSERTION),
    ],
)
@pytest.mark.parametrize("negation", ["not", "never", "n’t"])
def test_an_act_not_done_is_none_of_its_kind(verb: str, content: str, act: SpeechAct, negation: str) -> None:
    rows = NEGATED.format(negation, verb, content)
    assert [c.speech_act for c in told(rows)] == [act], rows


NEITHER = """
The DET 2 det DT
mayor NOUN 4 nsubj NN
neither CCONJ 4 cc:preconj CC
came VERB 0 root VBD
{} CCONJ 6 cc CC
supported VERB 4 conj VBD
the DET 8 det DT
raid_ NOUN 6 obj NN
. PUNCT 4 punct .
"""


@pytest.mark.parametrize(("conjunction", "act"), [("nor", SpeechAct.DENIAL), ("and", SpeechAct.ENDORSEMENT)])
def test_nor_denies_too(conjunction: str, act: SpeechAct) -> None:
    assert [c.speech_act for c in told(NEITHER.format(conjunction))] == [act]


@pytest.mark.parametrize(("verb", "act"), [("say", SpeechAct.DENIAL), ("condemn", SpeechAct.ASSERTION)])
def test_who_would_not_say_refuses(verb: str, act: SpeechAct) -> None:
    content = CLAUSE if verb == "say" else OBJECT
    rows = swapped(NEGATED.format("not", verb, content), {"did AUX 5 aux VBD": "would AUX 5 aux MD"})
    assert [c.speech_act for c in told(rows)] == [act]


def test_not_only_denies_nothing() -> None:
    rows = NEGATED.format("not", "condemn", OBJECT)
    alone = swapped(
        rows,
        {
            "did AUX 5 aux VBD\nnot ADV 5": "not ADV 5",
            "condemn VERB 0 root VB": "only ADV 5 advmod RB\ncondemned VERB 0 root VBD",
        },
    )
    assert [c.speech_act for c in told(alone)] == [SpeechAct.CONDEMNATION]


MODAL = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
he PRON 6 nsubj PRP
would AUX 6 aux MD
leave_ VERB 3 ccomp VB
. PUNCT 3 punct .
"""
HE, WOULD = "he PRON 6 nsubj PRP", "would AUX 6 aux MD"


@pytest.mark.parametrize(
    ("changes", "act"),
    [
        ({}, SpeechAct.PROMISE),
        ({HE: "mayor NOUN 6 nsubj NN"}, SpeechAct.PROMISE),  # named again
        ({WOULD: "must AUX 6 aux MD"}, SpeechAct.ASSERTION),  # of himself
        ({WOULD: "might AUX 6 aux MD"}, SpeechAct.ASSERTION),
        ({HE: "rebels NOUN 6 nsubj NNS"}, SpeechAct.ASSERTION),  # foretold of others
        ({"leave_ VERB": "win_ VERB"}, SpeechAct.ASSERTION),  # no one decides to
        ({HE: "rebels NOUN 6 nsubj NNS", WOULD: "must AUX 6 aux MD"}, SpeechAct.DEMAND),
        ({HE: "rebels NOUN 6 nsubj NNS", WOULD: "should AUX 6 aux MD"}, SpeechAct.DEMAND),
        ({HE: "rebels NOUN 6 nsubj NNS", WOULD: "can AUX 6 aux MD"}, SpeechAct.ASSERTION),
        ({"said VERB": "denied VERB"}, SpeechAct.DENIAL),  # the verb tells
    ],
)  # fmt: skip
def test_the_modal_tells_a_promise_or_a_demand_from_an_assertion(changes: dict[str, str], act: SpeechAct) -> None:
    assert [c.speech_act for c in told(swapped(MODAL, changes))] == [act]


@pytest.mark.parametrize(
    ("changes", "act"),
    [
        ({"{}": "asked", "that SCONJ": "whether SCONJ"}, SpeechAct.QUESTION),
        ({"{}": "asked", "that SCONJ": "if SCONJ"}, SpeechAct.QUESTION),
        ({"{}": "asked", "left_": "leave_"}, SpeechAct.DEMAND),
        ({"{}": "said", "that SCONJ": "whether SCONJ"}, SpeechAct.QUESTION),
        ({"{}": "denied", "that SCONJ": "if SCONJ"}, SpeechAct.DENIAL),
    ],
)
def test_a_clause_that_is_left_open_is_a_question(changes: dict[str, str], act: SpeechAct) -> None:
    assert [c.speech_act for c in told(swapped(OF_A_CLAUSE, changes))] == [act]


def test_a_mark_of_question_asks() -> None:
    asked = swapped(QUOTE, {"there_ ADV 3 dep RB\n._ PUNCT 9 punct .": "there_ ADV 3 dep RB\n?_ PUNCT 9 punct ."})
    assert [c.speech_act for c in told(asked)] == [SpeechAct.QUESTION]
    assert [c.speech_act for c in told(QUOTE)] == [SpeechAct.ASSERTION]


TOLD = """
They PRON 2 nsubj PRP
told VERB 0 root VBD
us PRON 2 iobj PRP
that SCONJ 7 mark IN
we PRON 7 nsubj PRP
{} AUX 7 aux MD
leave_ VERB 2 ccomp VB
. PUNCT 2 punct .
"""


PLEDGED = """
“_ PUNCT 4 punct ``
We PRON 4 nsubj PRP
will AUX 4 aux MD
leave_ VERB 8 ccomp VB
,_ PUNCT 4 punct ,
” PUNCT 4 punct ''
he PRON 8 nsubj PRP
said_ VERB 0 root VBD
. PUNCT 8 punct .
"""


@pytest.mark.parametrize(("who", "act"), [("We", SpeechAct.PROMISE), ("They", SpeechAct.ASSERTION)])
def test_in_a_quotation_only_the_first_person_promises(who: str, act: SpeechAct) -> None:
    assert [c.speech_act for c in told(swapped(PLEDGED, {"We": who}))] == [act]


@pytest.mark.parametrize(("modal", "act"), [("must", SpeechAct.DEMAND), ("will", SpeechAct.ASSERTION)])
def test_who_is_told_what_we_must_do_is_no_promise(modal: str, act: SpeechAct) -> None:
    assert [c.speech_act for c in told(TOLD.format(modal))] == [act]


def test_who_asks_for_something_demands_it() -> None:
    rows = swapped(
        OF_AN_OBJECT, {"{}": "asked", "the DET 5 det DT": "for ADP 5 case IN", "raid_ NOUN 3 obj": "help_ NOUN 3 obl"}
    )
    assert [(line(c), c.speech_act) for c in told(rows)] == [("The mayor | asked for | help", SpeechAct.DEMAND)]


ASKED = """
Asked VERB 8 advcl VBD
whether SCONJ 4 mark IN
rebels NOUN 4 nsubj NNS
left_ VERB 1 ccomp VBD
, PUNCT 1 punct ,
the DET 7 det DT
minister NOUN 8 nsubj NN
declined_ VERB 0 root VBD
. PUNCT 8 punct .
"""


def test_the_one_asked_is_not_the_one_who_asks() -> None:
    (asked,) = told(ASKED)
    assert (asked.cue[0].text, asked.speech_act, asked.claimant) == ("Asked", SpeechAct.QUESTION, None)
    (asking,) = told(swapped(ASKED, {"Asked VERB 8 advcl VBD": "Asking VERB 8 advcl VBG"}))
    assert line(asking) == "the minister | Asking | whether rebels left"


def test_telling_someone_to_do_something_is_a_demand() -> None:
    rows = swapped(
        INFINITIVE,
        {
            "vowed VERB 0 root VBD": "told VERB 0 root VBD\nrebels NOUN 3 obj NNS",
            "to PART 5 mark TO\nstay_ VERB 3": "to PART 6 mark TO\nleave_ VERB 3",
        },
    )
    (order,) = told(rows)
    assert (order.rule, order.speech_act) == ("claim.verb-addressed", SpeechAct.DEMAND)
    assert len(order.addressees) == 1


@pytest.mark.parametrize(
    ("text", "act", "code"),
    [
        ("The mayor demanded an apology.", SpeechAct.DEMAND, "REQUEST"),
        ("The mayor urged the rebels to leave.", SpeechAct.DEMAND, "REQUEST"),
        ("The mayor accused the rebels of stealing cars.", SpeechAct.ACCUSATION, "ACCUSE"),
        ("The mayor condemned the raid.", SpeechAct.CONDEMNATION, "ACCUSE"),
        ("The rebels threatened to burn the bridge.", SpeechAct.THREAT, "THREATEN"),
        ("The mayor denied that rebels had left.", SpeechAct.DENIAL, "REJECT"),
        ("The mayor refused to leave.", SpeechAct.DENIAL, "REJECT"),
        ("The mayor promised to leave.", SpeechAct.PROMISE, "AGREE"),
        ("The mayor agreed to leave.", SpeechAct.PROMISE, "AGREE"),
        ("The mayor praised the guards.", SpeechAct.ENDORSEMENT, "SUPPORT"),
        ("The mayor said that rebels had left.", SpeechAct.ASSERTION, None),
        ("The mayor predicted that rebels would leave.", SpeechAct.PREDICTION, None),
        ("The mayor asked whether rebels had left.", SpeechAct.QUESTION, None),
        ("The mayor hoped that rebels had left.", SpeechAct.BELIEF, None),
        ("The mayor did not condemn the raid.", SpeechAct.ASSERTION, None),
    ],
)
def test_an_act_has_its_code_in_the_graph(nlp: Language, text: str, act: SpeechAct, code: str | None) -> None:
    extraction = pipeline.extract(Article("test", text), nlp, Registry())
    (claim,) = extraction.claims
    assert (claim.speech_act, plover_code(act.value)) == (act, code)
    made = triples.dataset([extraction], Registry())
    codes = [str(o) for s, p, o, _ in made.quads((triples.iri(claim.id), CG.ploverCode, None, None))]
    assert codes == ([code] if code else [])
