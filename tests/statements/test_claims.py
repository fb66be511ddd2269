"""Each rule that finds claims, with a hit and a near miss, on trees built by hand."""

import re
from pathlib import Path

import pytest

from claimgraph.model import SpeechAct
from claimgraph.statements import attributions
from claimgraph.statements.attributions.frames import FRAMES
from claiming import (
    ACCORDING,
    ADDRESSED,
    ADVERB,
    AROUND,
    CLAUSE,
    HEADLINE,
    INFINITIVE,
    INSERTED,
    NOUN,
    OBJECT,
    PREPOSITIONAL,
    QUOTE,
    SIGNED,
    told,
)

HITS = {
    "claim.verb-clause": (CLAUSE, "The minister", "said", ["that rebels had left"], SpeechAct.ASSERTION),
    "claim.verb-around": (
        AROUND,
        "Ali Hasan",
        "said",
        ["Witnesses told police that soldiers fired"],
        SpeechAct.ASSERTION,
    ),
    "claim.verb-inserted": (INSERTED, "he", "said", ["The bridge", "was mined"], SpeechAct.ASSERTION),
    "claim.verb-quote": (QUOTE, "Ali Hasan", "added", ["“No soldier was there.”"], SpeechAct.ASSERTION),
    "claim.verb-addressed": (ADDRESSED, None, "was accused of", ["Iran", "arming rebels"], SpeechAct.ACCUSATION),
    "claim.verb-infinitive": (INFINITIVE, "The army", "vowed", ["to stay"], SpeechAct.PROMISE),
    "claim.verb-prepositional": (PREPOSITIONAL, "Officials", "called for", ["talks"], SpeechAct.DEMAND),
    "claim.verb-object": (OBJECT, "Officials", "condemned", ["the raid"], SpeechAct.CONDEMNATION),
    "claim.noun": (NOUN, "his", "claim", ["that rebels left"], SpeechAct.ASSERTION),
    "claim.according-to": (ACCORDING, "the army", "according to", ["Rebels left"], SpeechAct.ASSERTION),
    "claim.adverb": (ADVERB, None, "reportedly", ["The rebels", "left"], SpeechAct.ASSERTION),
    "claim.headline": (HEADLINE, "Minister", ":", ["rebels left town"], SpeechAct.ASSERTION),
    "claim.signed": (SIGNED, "Ali Hasan", "—", ["“We will not leave.”"], SpeechAct.ASSERTION),
}

# A change to the tree of the hit after which the rule must not fire.
MISSES = {
    "claim.verb-clause": ("said VERB", "left VERB"),  # no verb of saying
    "claim.verb-around": ("said_ VERB 2 parataxis", "said_ VERB 2 conj"),  # told beside it, not about it
    "claim.verb-inserted": (
        "bridge_ NOUN 8 nsubj:pass NN\n, PUNCT 5 punct ,",
        "bridge NOUN 8 nsubj:pass NN",
    ),  # 'the bridge he said'
    "claim.verb-quote": ("was AUX 9 cop VBD\nthere_", "there_"),  # too short to be more than a name
    "claim.verb-addressed": ("accused VERB", "found VERB"),
    "claim.verb-infinitive": ("vowed VERB", "stopped VERB"),
    "claim.verb-prepositional": ("for ADP", "after ADP"),
    "claim.verb-object": ("Officials NOUN 2 nsubj NNS", "Rain NOUN 2 nsubj NN"),  # what cannot speak
    "claim.noun": ("that SCONJ 8 mark IN", "which PRON 8 obj WDT"),  # a relative clause
    "claim.according-to": ("according VERB", "next ADV"),
    "claim.adverb": ("reportedly ADV", "quietly ADV"),
    "claim.headline": ("town NOUN 4 obj NN", "town_ NOUN 4 obj NN\n. PUNCT 1 punct ."),  # a sentence
    "claim.signed": ("— PUNCT", ", PUNCT"),
}


def test_every_rule_is_here() -> None:
    folder = Path(attributions.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    rules = set(re.findall(r'"(claim\.[a-z-]+)"', source)) | {f"claim.verb-{f.__name__.strip('_')}" for f in FRAMES}
    assert rules == HITS.keys() == MISSES.keys()


@pytest.mark.parametrize("rule", HITS)
def test_hit(rule: str) -> None:
    rows, source, cue, content, act = HITS[rule]
    found = next(c for c in told(rows) if c.rule == rule)
    assert [s.text for s in found.source] == ([source] if source else [])
    assert [s.text for s in found.cue] == [cue]
    assert [s.text for s in found.content] == content
    assert found.speech_act is act


@pytest.mark.parametrize("rule", MISSES)
def test_near_miss(rule: str) -> None:
    rows, (old, new) = HITS[rule][0], MISSES[rule]
    assert old in rows
    assert rule not in {c.rule for c in told(rows.replace(old, new))}
