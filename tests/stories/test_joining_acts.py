"""Which claims report one act of speaking, who disputes whom, and what `stories.join` makes of hostile articles."""

from dataclasses import replace
from time import perf_counter

import pytest

from claimgraph.model import Actor, Claim, Extraction, Quotation, Relation, SpeechAct
from newsroom import PARLIAMENT, TAL_ZORIN, Tells, join, joins, news, rules
from telling import Says, article, outlet, person

SAMIR, SALIM = person("Samir Falanji"), person("Salim Falanji")
RADIO, PRESS = outlet("Radio Zorin"), outlet("Amna Press")
SALT = "salt is dear in the hills"
DENIAL = SpeechAct.DENIAL


def speaks(name: str, who: Actor = SAMIR, *to: Actor, direct: bool = False, issued: str = "2031-03-06") -> Extraction:
    """An article in which someone says that salt is dear."""
    how = Quotation.DIRECT if direct else Quotation.INDIRECT
    text = f"Market\n{who.label} told {' and '.join(a.label for a in to) or 'all'} that {SALT}."
    return article(name, text, Says(SALT, who, to, cue="told", quotation=how), issued=issued)


@pytest.mark.parametrize(
    ("articles", "rule"),
    [
        ((speaks("a", direct=True), speaks("b", direct=True, issued="2031-03-09")), "words"),
        ((speaks("a", SAMIR, RADIO), speaks("b", SAMIR, RADIO)), "addressee"),
        ((speaks("a"), speaks("b", issued="2031-03-07")), "day"),
        ((speaks("a", SAMIR, RADIO), speaks("b", SAMIR, PRESS)), None),
        ((speaks("a", SAMIR, RADIO), speaks("b")), None),
        ((speaks("a"), speaks("b", SALIM)), None),
        ((speaks("a"), speaks("b", issued="2031-03-09")), None),
    ],
)
def test_one_act_of_speaking(articles: tuple[Extraction, ...], rule: str | None) -> None:
    assert rules(Relation.SAME_ACT, *articles) == ({f"act.{rule}"} if rule else set())
    assert len(set(join(*articles).acts.values())) == (rule is not None)


def votes(name: str, day: str) -> Extraction:
    words = "schools should be built in Tal Zorin"
    text = f"Day of talks\nKelvan Parliament voted that {words}."
    vote = Tells("voted", "Vote", by=(PARLIAMENT,), at=(TAL_ZORIN,), on=day)
    return news(name, text, vote, Says(words, PARLIAMENT, act=SpeechAct.DEMAND, cue="voted"), issued="2031-03-09")


def test_a_vote_is_one_act_where_it_is_one_event() -> None:
    assert rules(Relation.SAME_ACT, votes("a", "2031-03-06"), votes("b", "2031-03-06")) == {"act.event"}
    assert not rules(Relation.SAME_ACT, votes("a", "2031-03-06"), votes("b", "2031-03-03"))


def denies(name: str, who: Actor = SALIM) -> Extraction:
    """An article in which Samir says it, and someone denies it."""
    text = f"Market\nSamir Falanji said {SALT}.\n{who.label} denied this."
    return article(name, text, Says(SALT, SAMIR, cue="said"), Says("this", who, act=DENIAL, denies=SALT, cue="denied"))


def disputes(*articles: Extraction) -> set[tuple[str, str]]:
    return {(j.one, j.other) for j in joins(Relation.DISPUTES, *articles)}


def test_a_denial_disputes_what_other_articles_tell_that_others_say() -> None:
    assert disputes(denies("a"), speaks("b")) == {("a: this", f"b: {SALT}")}
    assert disputes(denies("a"), speaks("b", SALIM)) == set()  # he said so before
    assert disputes(denies("a")) == set()  # its own article tells so
    assert disputes(denies("a"), denies("b")) == {("a: this", f"b: {SALT}"), ("b: this", f"a: {SALT}")}
    assert disputes(speaks("a"), speaks("b", SALIM)) == set()


def test_an_article_without_events_and_claims() -> None:
    empty = article("a", "Nothing.")
    assert not join(empty, empty, article("b", " ")).joins
    assert join(empty, speaks("b"), speaks("c")) == join(speaks("b"), speaks("c"))


def many(name: str, content: str) -> Extraction:
    """An article of a thousand claims of one content."""
    told = speaks(name)
    text = f"{told.article.text}\n{content}"
    spans = (replace(told.article, text=text).span(len(text) - len(content), len(text)),) if content else ()
    claims = (replace(told.claims[0], id=f"{told.article.id}/claim/{n}", content=spans) for n in range(1000))
    return replace(told, article=replace(told.article, text=text), claims=tuple(claims))


@pytest.mark.parametrize("content", ["", "it", "\N{ZERO WIDTH SPACE}", "said so"])
def test_a_thousand_claims_of_nothing_say_nothing_in_common(content: str) -> None:
    begun = perf_counter()
    found = join(many("a", content), speaks("b"))
    assert perf_counter() - begun < 10  # seconds
    assert len(set(found.propositions.values())) == len(found.propositions)
    assert not found.joins


@pytest.mark.parametrize("long", ["a" * 200_000, "Zorin-" * 30_000 + "x", "the " * 50_000 + "raid"])
def test_very_long_words(long: str) -> None:
    events = [Tells("raid", "Raid", at=(TAL_ZORIN,), on="2031-03-05")]
    begun = perf_counter()
    articles = [
        news(name, f"A raid at Tal Zorin\nSamir Falanji said {long}", *events, Says(long, SAMIR)) for name in "ab"
    ]
    found = join(*articles)
    assert perf_counter() - begun < 10  # seconds
    assert len(set(found.propositions.values())) == 1
    assert {type(claim) for one in articles for claim in one.claims} == {Claim}


def test_what_is_told_two_outlets_is_two_acts_in_the_same_words_too() -> None:

    found = join(
        speaks("a", SAMIR, outlet("Radio Zorin"), direct=True),
        speaks("b", SAMIR, outlet("Amna Press"), direct=True),
    )
    assert not found.acts


def test_the_same_words_years_apart_are_two_acts() -> None:

    assert not join(speaks("a", direct=True), speaks("b", direct=True, issued="2035-03-06")).acts


STRIKE = Tells("An airstrike", "Airstrike", at=(TAL_ZORIN,), on="2031-03-05")
