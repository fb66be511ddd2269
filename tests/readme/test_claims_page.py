"""The page on claims shows each rule with an example in which it finds a claim."""

import re
from pathlib import Path

import pytest
from spacy.language import Language

import claimgraph
from claimgraph.commands.rules import RULES
from claimgraph.statements.attributions.verbs import VERB

PAGE = Path(__file__).parents[2] / "docs" / "claims.md"
SHOWN = dict(re.findall(r"^\| `(claim\.[a-z-]+)` \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))


def test_each_rule_is_shown() -> None:
    assert SHOWN.keys() == RULES.keys() - {VERB}  # which only rejects


@pytest.mark.parametrize("rule", SHOWN)
def test_the_rule_finds_a_claim_in_its_example(rule: str, nlp: Language) -> None:
    found = claimgraph.extract(SHOWN[rule].replace(" ¶ ", "\n"), nlp=nlp).claims
    assert rule in {claim.rule for claim in found}
