"""Which events of several articles `stories.join` finds to be one."""

from dataclasses import replace
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Actor, Extraction, Factuality, Relation
from newsroom import (
    ARMY,
    DOR_AMNA,
    KELVAN,
    LIMA,
    PARLIAMENT,
    TAL_ZORIN,
    WEST,
    ZORBAN,
    Groups,
    Tells,
    events,
    join,
    joins,
    news,
    unnamed,
)
from telling import Says, person

KARIM, SALIM = person("Karim Falanji"), person("Salim Zaman")
THE_FOURTH, THE_FIFTH, THE_SIXTH, THE_SEVENTH = (f"2031-03-0{n}" for n in (4, 5, 6, 7))
STRIKE = Tells("An airstrike", "Airstrike", at=(TAL_ZORIN,), on=THE_FIFTH)
KILLED = Tells("was killed", "Killing", whom=(KARIM,), at=(TAL_ZORIN,), on=THE_FIFTH)
LEAVING = Tells("leave", "Withdrawal", by=(ARMY,), on=THE_SIXTH)
VOTE = Tells("voted", "Vote", by=(PARLIAMENT,), on=THE_SIXTH)


def one(name: str, event: Tells, issued: str = THE_SEVENTH) -> Extraction:
    """An article of one event."""
    who = ", ".join(a.label for a in (*event.by, *event.whom))
    where = ", ".join(place.label for place in event.at)
    return news(name, f"{event.words} {who} of old, at {where}.", event, issued=issued)


def same(event: Tells, other: Tells, issued: str = THE_SEVENTH) -> bool:
    """Whether what two articles tell is one event."""
    return bool(events(one("a", event), one("b", other, issued)))


def test_one_person_is_killed_once() -> None:
    articles = (
        news("a", "Karim Falanji died in a raid.", Tells("died", "Killing", whom=(KARIM,))),
        news("b", "They shot Karim Falanji.", Tells("shot", "Shooting", whom=(KARIM,))),
    )
    assert events(*articles) == {frozenset({"a: died", "b: shot"})}
    (join,) = joins(Relation.SAME_EVENT, *articles)
    assert (join.one, join.other) in {("a: died", "b: shot"), ("b: shot", "a: died")}
    assert join.rule == "same-event.fields"
    assert "patients: 4" in join.features
    assert 0 < join.score <= 1


@pytest.mark.parametrize(
    ("event", "other"),
    [
        (STRIKE, STRIKE),
        (STRIKE, replace(STRIKE, type="Assault", words="An attack")),
        (STRIKE, replace(STRIKE, on=THE_FOURTH)),  # one night
        (STRIKE, replace(STRIKE, on="March 5")),
        (STRIKE, replace(STRIKE, on="2031-03")),
        (KILLED, replace(KILLED, on="", at=())),
        (VOTE, replace(VOTE, on="Thursday")),
        (VOTE, Tells("passed", "Resolution", by=(unnamed("lawmakers"),), on=THE_SIXTH)),
        (VOTE, replace(VOTE, by=(unnamed("parliament"),))),
        (KILLED, replace(KILLED, at=(WEST,))),
        (LEAVING, replace(LEAVING, factuality=Factuality.INTENDED)),
        (replace(LEAVING, factuality=Factuality.INTENDED, on=""),) * 2,
        (LEAVING, replace(LEAVING, by=(ZORBAN,))),  # a state does what its army does
    ],
)
def test_one_event(event: Tells, other: Tells) -> None:
    assert same(event, other)


@pytest.mark.parametrize(
    ("event", "other"),
    [
        (STRIKE, replace(STRIKE, on="2031-03-03")),
        (STRIKE, replace(STRIKE, on="March 3")),
        (STRIKE, replace(STRIKE, on="2031-02")),
        (STRIKE, replace(STRIKE, at=(DOR_AMNA,))),
        (STRIKE, replace(STRIKE, type="Ambush")),  # from the air, and from the ground
        (STRIKE, Tells("marched", "March", at=(TAL_ZORIN,), on=THE_FIFTH)),
        (replace(STRIKE, whom=(KARIM,)), replace(STRIKE, whom=(SALIM,))),
        (KILLED, replace(KILLED, whom=(SALIM,))),
        (KILLED, replace(KILLED, at=(DOR_AMNA,))),
        (VOTE, replace(VOTE, on="Friday")),
        (VOTE, replace(VOTE, by=(unnamed("protesters"),))),
        (VOTE, replace(VOTE, by=(KELVAN,), on="2031-03-02")),
        (LEAVING, replace(LEAVING, by=(KELVAN,))),
        (replace(LEAVING, on=""), replace(LEAVING, on="", factuality=Factuality.INTENDED)),  # it may yet come
        (replace(KILLED, on=""), replace(KILLED, on="", factuality=Factuality.INTENDED)),
        (STRIKE, Tells("An airstrike", "Airstrike", at=(LIMA,), on=THE_FIFTH)),
    ],
)
def test_two_events(event: Tells, other: Tells) -> None:
    assert not same(event, other)


@pytest.mark.parametrize(("on", "weight"), [(THE_FIFTH, "3"), ("March 5", "3"), (THE_FOURTH, "1.5"), ("March", "1.5")])
def test_the_more_exact_the_time_the_more_it_tells(on: str, weight: str) -> None:
    (join,) = joins(Relation.SAME_EVENT, one("a", STRIKE), one("b", replace(STRIKE, on=on)))
    assert f"time: {weight}" in join.features


def test_a_large_city_tells_less_than_a_town() -> None:
    town, city = ([one(name, replace(STRIKE, on="", at=(at,))) for name in "ab"] for at in (TAL_ZORIN, LIMA))
    assert events(*town, event=4.5)
    assert not events(*city, event=4.5)


def test_what_is_told_weeks_later_goes_by_its_victim_and_not_by_its_country() -> None:
    undated = replace(KILLED, on="", at=())
    assert same(undated, undated, "2031-06-30")
    fighting = Tells("fought", "Clash", by=(ARMY,), on="")
    assert not same(fighting, fighting, "2031-06-30")


def test_what_took_place_is_not_yet_told() -> None:
    assert not same(STRIKE, replace(STRIKE, on="2031-03"), "2031-03-02")


def two_troops(states: str) -> Groups:
    """What two articles have in common that each tell, on one day, of 'its troops' of a state."""
    articles = []
    for name, state in zip("ab", (ZORBAN, KELVAN) if states == "two" else (ZORBAN, ZORBAN), strict=True):
        text = f"{state.label} said its troops would leave."
        leave = Tells(
            "leave", "Withdrawal", by=(unnamed("troops"),), on=THE_SIXTH, means=((state.label, state), ("its", state))
        )
        articles.append(news(name, text, leave))
    return events(*articles)


def test_troops_are_those_of_their_state() -> None:
    assert two_troops("one")
    assert not two_troops("two")


ATTACK = news(
    "a",
    "Airstrike on Tal Zorin kills 3\nAn airstrike hit Tal Zorin.\nKilled were 3 guards.\nLater shells hit Dor Amna.",
    Tells("Airstrike", "Airstrike", at=(TAL_ZORIN,)),
    Tells("hit", "Airstrike", at=(TAL_ZORIN,), on=THE_FIFTH),
    Tells("Killed", "Killing", whom=(unnamed("guards"),), dead="3"),
    Tells("shells", "Shelling", at=(DOR_AMNA,), on=THE_SIXTH),
)


def test_headline_and_dead_are_of_the_strike_of_their_article() -> None:
    told = frozenset({"a: Airstrike", "a: hit", "a: Killed", "b: An airstrike"})
    assert events(ATTACK, one("b", STRIKE)) == {told}


def test_the_dead_are_of_the_attack_that_they_are_most_like() -> None:
    lorry, clinic = unnamed("lorry"), unnamed("clinic")
    text = "Fear\nAn airstrike hit a lorry, days after rockets fell on a clinic.\nThe killed were in the lorry."
    hit = Tells("airstrike", "Airstrike", whom=(lorry,), on=THE_SIXTH)
    before = Tells("fell", "RocketAttack", whom=(clinic,), on="2031-03-01")
    told = news("a", text, hit, before, Tells("killed", "Killing", whom=(lorry,)))
    assert events(told, news("b", "Airstrike on a lorry.", replace(hit, words="Airstrike"))) == {
        frozenset({"a: airstrike", "a: killed", "b: Airstrike"})
    }


FAR = "Fear\n" + "\n".join("It was a day like any other." for _ in range(6))


def test_the_dead_further_down_are_of_the_only_attack() -> None:
    text = f"Night\nAn airstrike hit Tal Zorin.\n{FAR}\nThe killed were mourned."
    told = news("a", text, STRIKE, Tells("killed", "Killing"))
    assert frozenset({"a: An airstrike", "a: killed", "b: An airstrike"}) in events(told, one("b", STRIKE))


@pytest.mark.parametrize("whom", [(), (unnamed("guards"),)])
def test_two_attacks_on_a_town_at_no_time_are_one_only_by_more_than_the_town(whom: tuple[Actor, ...]) -> None:
    strike = replace(STRIKE, on="", whom=whom)
    articles = [
        news(
            name,
            f"{FAR}\n{words} hit guards at Tal Zorin, said Karim Falanji.",
            replace(strike, words=words),
            Says("hit guards", KARIM, cue="said"),
        )
        for name, words in (("a", "An airstrike"), ("b", "Bombs"))
    ]
    assert bool(events(*articles)) == bool(whom)


def test_headline_is_of_the_only_attack_of_its_article() -> None:
    text = "Airstrike kills man\nAn airstrike hit Tal Zorin.\nPeople marched."
    told = news("a", text, Tells("Airstrike", "Airstrike"), STRIKE, Tells("marched", "March", on=THE_FIFTH))
    assert events(told, one("b", STRIKE)) == {frozenset({"a: Airstrike", "a: An airstrike", "b: An airstrike"})}


@pytest.mark.parametrize("words", ["Another airstrike", "A second airstrike"])
def test_another_strike_is_a_new_one(words: str) -> None:
    text = f"Night of fear\nAn airstrike hit Tal Zorin.\n{words} killed 3 at Tal Zorin."
    again = Tells(words, "Airstrike", at=(TAL_ZORIN,), dead="3")
    two = news("a", text, STRIKE, again)
    assert events(two, one("b", STRIKE)) == {frozenset({"a: An airstrike", "b: An airstrike"})}
    known = news("a", text.replace(words, "The airstrike"), STRIKE, replace(again, words="The airstrike"))
    assert events(known, one("b", STRIKE)) == {frozenset({"a: An airstrike", "a: The airstrike", "b: An airstrike"})}


EARLY, LATE = (replace(STRIKE, on=day) for day in ("2031-03-03", THE_FIFTH))
VAGUE = one("v", replace(STRIKE, words="The airstrike", on="2031-03"))
BOTH = news(
    "c",
    "Days of fear\nThe airstrike in Tal Zorin.\nAn airstrike on Tal Zorin.",
    replace(EARLY, words="The airstrike"),
    LATE,
)


@pytest.mark.parametrize(
    "articles", [(one("a", EARLY), one("b", LATE)), (BOTH,), (BOTH, one("a", EARLY), one("b", LATE))]
)
def test_what_fits_two_events_does_not_make_them_one(articles: tuple[Extraction, ...]) -> None:
    assert all(events(one("a", event), VAGUE) for event in (EARLY, LATE))
    groups = events(*articles, VAGUE)
    early, late = {"a: An airstrike", "c: The airstrike"}, {"b: An airstrike", "c: An airstrike"}
    assert not [g for g in groups if g & early and g & late]
    assert sum("v: The airstrike" in g for g in groups) == 1


TELLING = (ATTACK, one("b", STRIKE), one("d", replace(STRIKE, on=THE_FOURTH)), VAGUE, BOTH, one("k", KILLED))
EXPECTED = join(*TELLING)


@given(st.permutations(TELLING))
def test_the_order_of_articles_changes_nothing(articles: list[Extraction]) -> None:
    assert join(*articles) == EXPECTED


def pairs(*articles: Extraction, **settings: float) -> set[tuple[str, str]]:
    """Each two events that are one."""
    return {pair for group in events(*articles, **settings) for pair in combinations(sorted(group), 2)}


def test_an_article_of_something_else_changes_no_pair() -> None:
    other = news("z", "Kelvan Parliament voted at Dor Amna.", replace(VOTE, at=(DOR_AMNA,)))
    for told in permutations(TELLING, 2):
        assert join(*told, other).events == join(*told).events


def test_a_higher_threshold_leaves_pairs_out() -> None:
    found = [pairs(*TELLING, event=bits) for bits in (4.5, 6.0, 7.5, 40.0)]
    assert all(fewer <= more for more, fewer in pairwise(found))
    assert len(found[0]) > len(found[2])
    assert not {pair for pair in found[3] if pair[0][0] != pair[1][0]}
