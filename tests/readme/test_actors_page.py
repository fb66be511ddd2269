"""The page on actors shows each rule of mentions and affiliations with an example in which it is at work."""

import re
from pathlib import Path

import pytest
from spacy.language import Language

import claimgraph
from claimgraph.statements.affiliations import candidate

PAGE = (Path(__file__).parents[2] / "docs" / "actors.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^\| `([a-z]+\.[a-z-]+)` \| (.+) \|$", PAGE, re.MULTILINE))
AFFILIATIONS = {rule for rule in SHOWN if rule.startswith("affiliation.")}
MENTIONS = {rule for rule in SHOWN if rule.split(".")[0] in {"name", "reference", "description"}}


def test_each_rule_of_affiliations_is_shown() -> None:
    assert {value for value in vars(candidate).values() if str(value).startswith("affiliation.")} == AFFILIATIONS


@pytest.mark.parametrize("rule", sorted(MENTIONS))
def test_the_rule_resolves_the_bold_words(rule: str, nlp: Language) -> None:
    (words,) = re.findall(r"\*\*(.+?)\*\*", SHOWN[rule])
    found = claimgraph.extract(SHOWN[rule].replace("**", ""), nlp=nlp).mentions
    assert words.removeprefix("The ") in {mention.span.text for mention in found if mention.rule == rule}


@pytest.mark.parametrize("rule", sorted(AFFILIATIONS))
def test_the_rule_finds_the_affiliation(rule: str, nlp: Language) -> None:
    assert rule in {one.rule for one in claimgraph.extract(SHOWN[rule], nlp=nlp).affiliations}
