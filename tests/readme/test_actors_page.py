"""The page on actors shows each rule of mentions and affiliations with an example in which it is at work."""

import pytest
from spacy.language import Language

import claimgraph
from claimgraph.statements.affiliations import candidate
from pages import bold, plain, rules

AFFILIATIONS = rules("actors.md", "affiliation")
MENTIONS = rules("actors.md", "name", "reference", "description")


def test_each_rule_of_affiliations_is_shown() -> None:
    assert {value for value in vars(candidate).values() if str(value).startswith("affiliation.")} == AFFILIATIONS.keys()


@pytest.mark.parametrize("rule", sorted(MENTIONS))
def test_the_rule_resolves_the_bold_words(rule: str, nlp: Language) -> None:
    (words,) = bold(MENTIONS[rule])
    found = claimgraph.extract(plain(MENTIONS[rule]), nlp=nlp).mentions
    assert words.removeprefix("The ") in {mention.span.text for mention in found if mention.rule == rule}


@pytest.mark.parametrize("rule", sorted(AFFILIATIONS))
def test_the_rule_finds_the_affiliation(rule: str, nlp: Language) -> None:
    assert rule in {one.rule for one in claimgraph.extract(AFFILIATIONS[rule], nlp=nlp).affiliations}
