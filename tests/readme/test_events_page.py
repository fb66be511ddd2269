"""The page on events shows each rule, role, time and factuality with an example in which it is found."""

import re
from pathlib import Path

import pytest
from spacy.language import Language

import claimgraph
from claimgraph.model import Article, Event, Extraction
from pages import bold, plain, rows, rules

STATEMENTS = Path(str(claimgraph.__file__)).parent / "statements"
SHOWN = rules("events.md", "event", "figure")
RULE = re.compile(r'"((?:event|figure)\.[a-z-]+)"')
ISSUED = "2024-05-15"  # the day that the page names
ROLES = {"agent", "patient", "recipient", "instrument", "location", "origin", "destination"}


def extracted(example: str, nlp: Language) -> Extraction:
    return claimgraph.extract(Article("page", plain(example), issued=ISSUED), nlp=nlp)


def event_of(example: str, told: Extraction) -> Event:
    """The one event that all bold words are mentions of."""
    (found,) = (
        event
        for event in told.events
        if {mention.span.text for mention in told.mentions if mention.of == event.id} >= set(bold(example))
    )
    return found


def test_each_rule_is_shown() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in STATEMENTS.rglob("*.py"))
    assert set(RULE.findall(code)) == SHOWN.keys()


@pytest.mark.parametrize("rule", SHOWN)
def test_the_rule_finds_the_bold_words(rule: str, nlp: Language) -> None:
    found = extracted(SHOWN[rule], nlp).mentions
    assert bold(SHOWN[rule]) == [mention.span.text for mention in found if mention.rule == rule][:1]


@pytest.mark.parametrize(("example", "roles"), rows("events.md", "| roles |"))
def test_the_roles_are_those_shown(example: str, roles: str, nlp: Language) -> None:
    told = extracted(example, nlp)
    labels = {actor.id: actor.label for actor in told.actors} | {place.id: place.label for place in told.places}
    labels |= {item.id: item.label for item in told.items}
    event = event_of(example, told)
    found = {(role, labels[one]) for role in ROLES for one in getattr(event, f"{role}s")}
    assert found == {tuple(part.split(maxsplit=1)) for part in roles.split(", ")}


@pytest.mark.parametrize(("example", "value"), rows("events.md", "| `cg:date`, or"))
def test_the_time_is_the_one_shown(example: str, value: str, nlp: Language) -> None:
    (event,) = extracted(example, nlp).events
    stretch = f"{event.begin or ''} – {event.end or ''}".strip() if event.begin or event.end else "the words alone"
    assert (event.date_text, event.date or stretch) == (bold(example)[0], value)


@pytest.mark.parametrize(("where", "example", "value"), rows("events.md", "where it stands"))
def test_the_mention_is_told_as_shown(where: str, example: str, value: str, nlp: Language) -> None:
    (words,) = bold(example)
    found = [m.told_as for m in extracted(example, nlp).mentions if m.span.text == words and m.told_as]
    assert found == [value], where


@pytest.mark.parametrize(("told", "example", "value"), rows("events.md", "| told | example |"))
def test_the_event_is_as_factual_as_shown(told: str, example: str, value: str, nlp: Language) -> None:
    found = extracted(example, nlp)
    event = event_of(example, found)
    mentions = [mention.span.text for mention in found.mentions if mention.of == event.id]
    assert (mentions, event.factuality) == (bold(example), value), told
