"""Each rule that finds claims, with a hit and a near miss, on trees built by hand."""

import re
from pathlib import Path

import pytest

from claimgraph import statements
from claimgraph.model import SpeechAct
from claimgraph.statements.attributions.frames import FRAMES
from claimgraph.statements.lexicon import Lexicon, lexicon
from claiming import ADDED, TREES, line, lines, swapped, told

HITS = {
    "claim.verb-clause": ("The minister | said | that rebels had left", SpeechAct.ASSERTION),
    "claim.verb-around": ("Ali Hasan | said | Witnesses told police that soldiers fired", SpeechAct.ASSERTION),
    "claim.verb-inserted": ("he | said | The bridge … was mined", SpeechAct.ASSERTION),
    "claim.verb-aside": ("the mayor | said | the road is open", SpeechAct.ASSERTION),
    "claim.verb-quote": ("Ali Hasan | added | “No soldier was there.”", SpeechAct.ASSERTION),
    "claim.verb-addressed": ("- | was accused of | Iran … arming rebels", SpeechAct.ACCUSATION),
    "claim.verb-raised": ("- | are believed | The men … to hold hostages", SpeechAct.BELIEF),
    "claim.verb-infinitive": ("The army | vowed | to stay", SpeechAct.PROMISE),
    "claim.verb-prepositional": ("Officials | called for | talks", SpeechAct.DEMAND),
    "claim.verb-pronominal": ("The mayor | said | so", SpeechAct.ASSERTION),
    "claim.verb-predicate": ("Officials | saw | the drones as a danger", SpeechAct.BELIEF),
    "claim.verb-object": ("Officials | condemned | the raid", SpeechAct.CONDEMNATION),
    "claim.citing": ("officials | citing | that rebels left", SpeechAct.ASSERTION),
    "claim.carried": (
        "reporters | carried by | The mayor said in a statement … that rebels left",
        SpeechAct.ASSERTION,
    ),
    "claim.noun": ("his | claim | that rebels left", SpeechAct.ASSERTION),
    "claim.according-to": ("the army | according to | Rebels left", SpeechAct.ASSERTION),
    "claim.in-words-of": ("the mayor | In the words of | the road is a grave", SpeechAct.ASSERTION),
    "claim.adjective": ("- | alleged | smuggler", SpeechAct.ACCUSATION),
    "claim.adjective-predicate": ("The mayor | was sure | that rebels left", SpeechAct.BELIEF),
    "claim.adverb": ("- | reportedly | The rebels … left", SpeechAct.ASSERTION),
}

QUOTED = TREES["claim.verb-quote"].split(": PUNCT 3 punct :\n")[1].strip()

# A change to the tree of the hit after which the rule must not fire.
MISSES = {
    "claim.verb-clause": ("said VERB", "left VERB"),  # no verb of saying
    "claim.verb-around": ("said_ VERB 2 parataxis VBD", "said VERB 2 conj VBD\nmore_ ADJ 10 obj JJR"),
    "claim.verb-inserted": (
        "bridge_ NOUN 8 nsubj:pass NN\n, PUNCT 5 punct ,",
        "bridge NOUN 8 nsubj:pass NN",
    ),  # 'the bridge he said'
    "claim.verb-aside": ("As SCONJ", "While SCONJ"),
    "claim.verb-quote": (QUOTED, "“_ PUNCT 6 punct ``\nNo_ INTJ 3 dep UH\n” PUNCT 6 punct ''"),  # hardly a sentence
    "claim.verb-addressed": ("accused VERB", "found VERB"),
    "claim.verb-raised": ("hold VERB 4 xcomp", "hold VERB 4 advcl"),  # in order to
    "claim.verb-infinitive": ("vowed VERB", "stopped VERB"),
    "claim.verb-prepositional": ("for ADP", "after ADP"),
    "claim.verb-pronominal": ("so_ ADV 3 advmod RB", "little_ ADJ 3 obj JJ"),
    "claim.verb-predicate": ("as ADP", "near ADP"),  # where they saw them
    "claim.verb-object": ("Officials NOUN 2 nsubj NNS", "Rain NOUN 2 nsubj NN"),  # what cannot speak
    "claim.citing": ("officials_ NOUN 5 obj NNS", "costs_ NOUN 5 obj NNS"),  # no one who could have said it
    "claim.carried": ("carried VERB", "signed VERB"),
    "claim.noun": ("that SCONJ 8 mark IN", "which PRON 8 obj WDT"),  # a relative clause
    "claim.according-to": ("according VERB", "next ADV"),
    "claim.in-words-of": ("words NOUN", "suburbs NOUN"),
    "claim.adjective": ("alleged ADJ", "armed ADJ"),
    "claim.adjective-predicate": ("left_ VERB 4 ccomp", "left_ VERB 4 acl:relcl"),
    "claim.adverb": ("reportedly ADV", "quietly ADV"),
}


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("words") / "words.toml"
    path.write_text(ADDED, encoding="utf-8")
    return lexicon(path)


def rule_ids(folder: Path) -> set[str]:
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    return set(re.findall(r'"(claim\.[a-z-]+)"', source))


def test_every_rule_is_here_or_in_a_file_beside() -> None:
    rules = rule_ids(Path(statements.__file__).parent) | {f"claim.verb-{f.__name__.strip('_')}" for f in FRAMES}
    rules.remove("claim.verb")  # of words that make no claim: which frame they lack is not known
    assert HITS.keys() == MISSES.keys() == TREES.keys()
    assert HITS.keys() <= rules
    assert rules <= rule_ids(Path(__file__).parent)


@pytest.mark.parametrize("rule", HITS)
def test_hit(rule: str, words: Lexicon) -> None:
    found = [(line(c), c.speech_act) for c in told(TREES[rule], words) if c.rule == rule]
    assert found == [HITS[rule]]


@pytest.mark.parametrize("rule", MISSES)
def test_near_miss(rule: str, words: Lexicon) -> None:
    rows = swapped(TREES[rule], dict([MISSES[rule]]))
    assert rule not in {c.rule for c in told(rows, words)}


OPPONENT = """
The DET 2 det DT
mayor NOUN 5 nsubj NN
is AUX 5 cop VBZ
an DET 5 det DT
opponent NOUN 0 root NN
of ADP 8 case IN
the DET 8 det DT
deal_ NOUN 5 nmod NN
. PUNCT 5 punct .
"""


def test_what_one_is_said_to_be_can_be_a_stand(words: Lexicon) -> None:
    (found,) = told(OPPONENT, words)
    assert (found.rule, line(found)) == ("claim.noun", "The mayor | opponent of | the deal")


@pytest.mark.parametrize(
    ("old", "new"),
    [("is AUX 5 cop VBZ", "met VERB 5 dep VBD"), ("of ADP", "near ADP")],
    ids=["of nobody", "of nothing"],
)
def test_nobody_stands_for_or_against_it(words: Lexicon, old: str, new: str) -> None:
    assert lines(swapped(OPPONENT, {old: new}), words) == []
