"""Which claims of several articles `stories.join` finds to say the same, and which to deny it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Extraction, Factuality, Place, Relation, SpeechAct
from newsroom import (
    ARMY,
    DOR_AMNA,
    GUARD,
    KELVAN,
    PARLIAMENT,
    TAL_ZORIN,
    ZORBAN,
    Tells,
    join,
    joins,
    news,
    propositions,
    rules,
)
from telling import Says, person

KARIM, SAMIR, SALIM = (person(f"{n} Falanji") for n in ("Karim", "Samir", "Salim"))
DENIAL, DEMAND, ACCUSATION = SpeechAct.DENIAL, SpeechAct.DEMAND, SpeechAct.ACCUSATION
DAY = "2031-03-05"
STRIKE = Tells("An airstrike", "Airstrike", by=(ZORBAN,), at=(TAL_ZORIN,), on=DAY)
DEATH = Tells("was killed", "Killing", whom=(KARIM,), at=(TAL_ZORIN,), on=DAY)
OTHER_DEATH = replace(DEATH, words="died")
RULES = {r: f"proposition.{r}" for r in ("event", "toll", "blame", "content", "denial", "words", "variant")}


def killing(name: str, words: str, event: str = "was killed", act: SpeechAct = SpeechAct.ASSERTION) -> Extraction:
    """An article in which Samir says something of how Karim was killed."""
    text = f"Night of fear\nSamir Falanji told reporters {words}."
    return news(name, text, replace(DEATH, words=event), Says(words, SAMIR, cue="told", act=act))


def says(
    name: str, words: str, *told: Tells, issued: str = "2031-03-06", act: SpeechAct = SpeechAct.ASSERTION
) -> Extraction:
    """An article in which Samir says something."""
    return news(
        name,
        f"Night of fear\nSamir Falanji said {words}.",
        *told,
        Says(words, SAMIR, act=act, cue="said"),
        issued=issued,
    )


TOLD = killing("a", "that Karim Falanji was killed by a missile")


def one(*articles: Extraction) -> bool:
    """Whether two articles' claims are of one proposition, both affirmed."""
    return [len(group) for group in propositions(*articles)] == [2] and not join(*articles).negated


def test_one_event_in_other_words() -> None:
    other = killing("b", "how Karim Falanji died when rockets fell", "died")
    assert propositions(TOLD, other) == {
        frozenset({"a: that Karim Falanji was killed by a missile", "b: how Karim Falanji died when rockets fell"})
    }
    assert rules(Relation.EXPRESSES, TOLD, other) == {RULES["event"]}


def test_an_event_of_another_day_is_another_thing_to_say() -> None:
    flown = "that Zorban bombed Tal Zorin"
    event = replace(STRIKE, words="bombed")
    assert one(says("a", flown, event), says("b", f"{flown} again", event))
    assert not one(says("a", flown, event), says("b", f"{flown} again", replace(event, on="2031-03-01")))


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("if Karim Falanji was killed by a missile", SpeechAct.ASSERTION),
        ("that Karim Falanji was killed by some missile", DEMAND),
        ("that Karim Falanji was killed by some missile", SpeechAct.PREDICTION),
        ("that Karim Falanji was killed by some missile", SpeechAct.QUESTION),
    ],
)
def test_conditions_demands_and_forecasts_do_not_say_that_it_is_so(words: str, act: SpeechAct) -> None:
    assert not propositions(TOLD, killing("b", words, act=act))
    assert one(TOLD, killing("b", words.replace("if", "that")))


def test_what_a_known_event_was_is_not_that_it_was() -> None:
    told = says("a", "that the killing shook the town", replace(DEATH, words="killing"))
    judged = says("b", "the killing was an act of war upon the town", replace(DEATH, words="killing"))
    assert not one(told, judged)
    assert one(judged, says("c", "that the killing was an act of war", replace(DEATH, words="killing")))


def test_a_denial_says_what_it_denies() -> None:
    words = "Karim Falanji was killed"
    text = f"Night of fear\nSamir Falanji said {words}. Salim Falanji denied that this is so."
    denied = news(
        "b",
        text,
        DEATH,
        Says(words, SAMIR, cue="said"),
        Says("this is so", SALIM, act=DENIAL, denies=words, cue="denied"),
    )
    assert propositions(TOLD, denied) == {
        frozenset({"a: that Karim Falanji was killed by a missile", f"b: {words}", "not b: this is so"})
    }
    assert RULES["denial"] in rules(Relation.EXPRESSES, TOLD, denied)


MOVED = "the fighters were moved from Tal Zorin to Dor Amna"
MOVE = Tells("were moved", "Transfer", at=(TAL_ZORIN, DOR_AMNA), on=DAY)


@pytest.mark.parametrize(
    "words",
    [
        "Nobody was moved from Tal Zorin to Dor Amna",
        "no fighters were moved from Tal Zorin to Dor Amna",
        "there were no fighters moved from Tal Zorin to Dor Amna",
        "The allegation that fighters were moved from Tal Zorin to Dor Amna is not supported",
        "Claims of fighters moved from Tal Zorin to Dor Amna are false",
    ],
)
def test_what_is_said_not_to_be_so(words: str) -> None:
    nothing = replace(MOVE, words="Night", type="Storm")  # it names the towns
    told, against = says("a", MOVED, MOVE), says("b", words, nothing)
    assert propositions(told, against) == {frozenset({f"a: {MOVED}", f"not b: {words}"})}


def test_a_country_is_its_land_its_state_and_its_people() -> None:
    own = Tells("Night", "Storm", at=(Place("place/zorban", "Zorban"),))
    land, people = "oil was stolen in Zorban by night", "oil of the Zorbani was stolen by night"
    assert one(says("a", land, own), says("b", people, replace(own, at=())))
    assert not one(says("a", land, own), says("b", people.replace("Zorbani", "Kelvani"), replace(own, at=())))


def blaming(name: str, words: str, who: str = "Kelvan", act: SpeechAct = ACCUSATION) -> Extraction:
    """An article of the strike for which someone blames Zorban."""
    actor = {"Kelvan": KELVAN, "Zorban": ZORBAN}[who]
    text = f"Night of fear\nAn airstrike hit Tal Zorin.\n{who} spoke: {words}."
    whom = (ZORBAN,) if act == ACCUSATION else ()
    known = replace(STRIKE, words="airstrike", by=())
    return news(name, text, known, Says(words, actor, act=act, whom=whom, cue="spoke"))


BLAME = blaming("a", "Zorban had carried it out")


def test_who_is_blamed_and_had_no_part_in_it() -> None:
    own = blaming("b", "it had no part in it", "Zorban", SpeechAct.ASSERTION)
    assert propositions(BLAME, own) == {frozenset({"a: Zorban had carried it out", "not b: it had no part in it"})}
    assert rules(Relation.EXPRESSES, BLAME, own) == {RULES["blame"]}
    assert rules(Relation.DISPUTES, BLAME, own) == {"stance.denied"}
    assert propositions(blaming("c", "Zorban was behind it"), BLAME)


def test_blame_is_more_than_telling() -> None:
    hit = replace(STRIKE, words="an airstrike", by=())
    told = says("b", "an airstrike hit Tal Zorin", hit)
    words = "an airstrike by Zorban hit Tal Zorin"
    accused = news(
        "a", f"Night of fear\nKelvan said {words}.", hit, Says(words, KELVAN, act=ACCUSATION, whom=(ZORBAN,))
    )
    assert not propositions(accused, told)
    assert propositions(accused, BLAME)
    assert not propositions(BLAME, blaming("c", "it had no part in it", "Kelvan", SpeechAct.ASSERTION))


def toll(name: str, dead: str, verb: str = "killed") -> Extraction:
    words = f"it {verb} {dead}"
    text = f"Night of fear\nSamir Falanji said of the raid {words}."
    return news(name, text, replace(STRIKE, words=verb, dead=dead), Says(words, SAMIR, cue="said"))


def test_tolls_are_compared_by_their_numbers() -> None:
    same = toll("a", "7"), toll("b", "7", "left dead")
    assert propositions(*same) == {frozenset({"a: it killed 7", "b: it left dead 7"})}
    assert rules(Relation.EXPRESSES, *same) == {RULES["toll"]}
    assert not propositions(toll("a", "7"), toll("b", "9"))


def test_who_passes_it_on_says_something_else() -> None:
    inner, outer = (
        "Karim Falanji was killed by a missile",
        "Salim Falanji knew that Karim Falanji was killed by a missile",
    )
    text = f"Night of fear\nSamir Falanji said {outer}."
    told = news("b", text, DEATH, Says(outer, SAMIR, cue="said", embeds=(inner,)), Says(inner, SALIM, cue="knew"))
    assert propositions(TOLD, told) == {frozenset({f"a: that {inner}", f"b: {inner}"})}


def test_a_pronoun_says_nothing_by_its_word() -> None:
    assert not propositions(*(says(name, words) for name in "ab" for words in ("it",)))
    assert propositions(says("a", "salt is dear"), says("b", "that Salt is dear!"))


def test_it_is_what_was_planned_before() -> None:
    plan = Tells("expel", "Expulsion", by=(KELVAN,), whom=(ARMY,), factuality=Factuality.INTENDED)
    text = "Day of talks\nKelvan is asked to expel Zorban Army; Kelvan Parliament voted for it."
    voted = news("a", text, plan, Says("it", PARLIAMENT, act=DEMAND, cue="voted for"))
    words = "Kelvan should expel Zorban Army"
    demanded = news("b", f"Day of talks\nSamir Falanji said {words}.", plan, Says(words, SAMIR, act=DEMAND, cue="said"))
    assert propositions(voted, demanded) == {frozenset({"a: it", f"b: {words}"})}
    assert not propositions(voted, replace(demanded, events=(replace(demanded.events[0], type="Visit"),)))


HIT, HIT_AGAIN = "that Kelvan Guard was bombed near the river", "that Kelvan Guard was bombed by the river"
BOMBED = Tells("was bombed", "Airstrike", by=(ZORBAN,), whom=(GUARD,))


@pytest.mark.parametrize("days", [31, 120])
def test_the_same_of_another_season_is_a_variant(days: int) -> None:
    early, late = says("a", HIT, BOMBED), says("b", HIT_AGAIN, BOMBED, issued="2031-06-06")
    assert bool(propositions(early, late, story=days)) == (days == 120)
    assert len(joins(Relation.VARIANT, early, late, story=days)) == (days == 31)
    near = says("c", HIT_AGAIN, BOMBED)
    assert propositions(early, near)
    assert not joins(Relation.VARIANT, early, near)


def test_a_variant_joins_two_propositions_of_claims() -> None:
    early, late = says("a", HIT, replace(BOMBED, on=DAY)), says("b", HIT_AGAIN, replace(BOMBED, on="2031-02-05"))
    found = join(early, late)
    (variant,) = (j for j in found.joins if j.relation == Relation.VARIANT)
    assert {variant.one, variant.other} == set(found.propositions.values())
    assert variant.rule == RULES["variant"]


TELLING = (
    TOLD,
    killing("d", "that Karim Falanji was killed by some missile"),
    BLAME,
    toll("t", "7"),
    says("h", HIT, BOMBED),
)
MORE = (blaming("o", "it had no part in it", "Zorban", SpeechAct.ASSERTION), says("l", HIT_AGAIN, BOMBED))
EXPECTED = join(*TELLING, *MORE)


@given(st.permutations((*TELLING, *MORE)))
def test_the_order_of_articles_changes_nothing(articles: list[Extraction]) -> None:
    assert join(*articles) == EXPECTED


def test_an_article_told_twice_counts_once() -> None:
    assert join(*TELLING, *MORE, *TELLING) == EXPECTED
