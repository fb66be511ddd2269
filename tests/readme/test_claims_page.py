"""The page on claims shows each rule with an example in which it finds a claim."""

import pytest
from spacy.language import Language

import claimgraph
from claimgraph.commands.rules import RULES
from claimgraph.statements.attributions.verbs import VERB
from pages import plain, rules

SHOWN = rules("claims.md", "claim")


def test_each_rule_is_shown() -> None:
    assert SHOWN.keys() == RULES.keys() - {VERB}  # which only rejects


@pytest.mark.parametrize("rule", SHOWN)
def test_the_rule_finds_a_claim_in_its_example(rule: str, nlp: Language) -> None:
    found = claimgraph.extract(plain(SHOWN[rule]), nlp=nlp).claims
    assert rule in {claim.rule for claim in found}
