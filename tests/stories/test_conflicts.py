"""Which figures of several articles cannot both be right."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import (
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Figure,
    Join,
    Kind,
    Measure,
    Mention,
    Quotation,
    Relation,
    SpeechAct,
)
from claimgraph.registry import Entry, Label, Registry
from claimgraph.statements.triggers import shipped
from claimgraph.stories.numbers.conflicts import Settings, conflicts
from claimgraph.stories.numbers.counts import ATTACKS, MOVES, SUFFERED, Count, Days, counts, span_of_days

REGISTRY = Registry(
    {
        e.id: e
        for e in (
            Entry("actor/zorban", Kind.STATE, Label("Zorban")),
            Entry("actor/zorban-ministry", Kind.GOVERNMENT_BODY, Label("Zorban Ministry"), part_of="actor/zorban"),
            Entry(
                "actor/zorban-military",
                Kind.MILITARY_FORCE,
                Label("Zorban Armed Forces"),
                part_of="actor/zorban-ministry",
            ),
            Entry("actor/zorban-navy", Kind.MILITARY_FORCE, Label("Zorban Navy"), part_of="actor/zorban"),
        )
    }
)
KILLED, INJURED, COUNT, VOTES, TROOPS = Measure.KILLED, Measure.INJURED, Measure.COUNT, Measure.VOTES, Measure.TROOPS
MONDAY, TUESDAY, LATER = "2024-05-13", "2024-05-14", "2024-12-30"
NUMBERS = count()


def figure(
    value: int | None, measure: Measure = KILLED, of: str | None = "event/a", by: str | None = None, **fields: Any
) -> tuple[Figure, str | None]:
    """A figure of an event, and whose claim it stands in, if anybody's."""
    number = None if value is None else Decimal(value)
    return Figure(f"figure/{next(NUMBERS)}", of, measure, "figure.test", number, **fields), by


def article(
    *figures: tuple[Figure, str | None],
    day: str | None = MONDAY,
    events: tuple[tuple[str, str], ...] = (),
    act: SpeechAct = SpeechAct.ASSERTION,
    real: Factuality = Factuality.STATED,
) -> Extraction:
    """An article of a sentence for each of its events (as id and class) and then for each of its figures."""
    made = Article(f"made/{next(NUMBERS)}", "x" * 100, issued=day)
    known = dict(events)
    known |= {f.of: "DroneStrike" for f, _ in figures if f.of and f.of.startswith("event/") and f.of not in known}
    spans = [made.span(at, at + 1) for at in range(0, 10 * (len(known) + len(figures)), 10)]
    told = [Event(f"{made.id}/{id_}", type_, real, "event.test") for id_, type_ in known.items()]
    own = {id_: event.id for id_, event in zip(known, told, strict=True)}
    counted = [
        replace(
            f,
            id=f"{made.id}/{f.id}",
            of=own.get(f.of or "", f.of),
            changed_from=f.changed_from and f"{made.id}/{f.changed_from}",
        )
        for f, _ in figures
    ]
    claims = tuple(
        Claim(f"{made.id}/claim/{span.begin}", "claim.test", (span,), act, Quotation.INDIRECT, claimant=by)
        for span, (_, by) in zip(spans[len(told) :], figures, strict=True)
        if by
    )
    ids = [*(e.id for e in told), *(f.id for f in counted)]
    mentions = tuple(Mention(span, id_, "test") for span, id_ in zip(spans, ids, strict=True))
    return Extraction(
        made, sentences=tuple(spans), mentions=mentions, figures=tuple(counted), events=tuple(told), claims=claims
    )


def found(*articles: Extraction, **settings: Any) -> list[Join]:
    """What conflicts, with the events of one name in all articles taken for the same."""
    shared = {e.id: f"event/{e.id.rsplit('/', 1)[1]}" for one in articles for e in one.events}
    told = [c for one in articles for c in counts(one, REGISTRY)]
    return list(conflicts(told, shared, Settings(**settings)))


def numbers(*articles: Extraction) -> set[tuple[str, str]]:
    """The pairs of numbers that conflict, as they are written."""
    joins = found(*articles)
    told = (next(f for f in join.features if f.startswith("numbers: ")) for join in joins)
    return {tuple(sorted(t.removeprefix("numbers: ").split(" / "))) for t in told}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ((4, {}), (7, {}), True),
        ((4, {}), (4, {}), False),
        ((5, {}), (6, {"upper": Decimal(8)}), True),
        ((7, {}), (6, {"upper": Decimal(8)}), False),
        ((8, {}), (6, {"upper": Decimal(8)}), False),
        ((3, {"upper": Decimal(5)}), (6, {"upper": Decimal(8)}), True),
        ((5200, {"approximate": True}), (6000, {"approximate": True}), True),
        ((5000, {"approximate": True}), (5200, {"approximate": True}), False),
        ((30, {"approximate": True}), (36, {}), True),
        ((30, {"approximate": True}), (33, {}), False),
        ((9, {}), (12, {"approximate": True, "bound": "at least"}), True),
        ((15, {}), (12, {"approximate": True, "bound": "at least"}), False),
        ((15, {"approximate": True, "bound": "at least"}), (12, {"approximate": True, "bound": "at least"}), False),
        ((15, {"bound": "at least"}), (12, {"bound": "at most"}), True),
        ((11, {}), (12, {"bound": "at most"}), False),
        ((None, {"approximate": True}), (12, {}), False),
    ],
)
def test_how_exact_two_numbers_are(one: tuple[Any, Any], other: tuple[Any, Any], conflict: bool) -> None:
    told = article(figure(one[0], **one[1])), article(figure(other[0], **other[1]))
    assert bool(found(*told)) == conflict


def test_what_a_conflict_tells() -> None:
    one, other = article(figure(4)), article(figure(7), day=None)
    (join,) = found(one, other)
    assert [join.one, join.other] == sorted([one.figures[0].id, other.figures[0].id])
    assert (join.relation, join.rule, join.score) == (Relation.CONFLICTS, "figures.event", 0.85)
    assert {"measure: Killed", "about: event/a"} < set(join.features)


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [(4, 8, False), (8, 4, True)],
)
def test_a_toll_may_rise_and_not_fall(first: int, second: int, conflict: bool) -> None:
    assert bool(found(article(figure(first)), article(figure(second), day=TUESDAY))) == conflict


def test_a_toll_that_is_told_again_beside_another_is_of_the_same_day() -> None:
    early, late = article(figure(5)), article(figure(5, by="actor/x"), figure(8, by="actor/y"), day=TUESDAY)
    assert numbers(early, late) == {("5", "8")}
    assert len(found(early, late)) == 2


def test_the_day_of_a_number_comes_before_the_day_of_its_article() -> None:
    late = article(figure(4, as_of=MONDAY), day=TUESDAY)
    assert numbers(article(figure(7)), late) == {("4", "7")}
    assert found(article(figure(3)), late) != []
    assert found(article(figure(3)), article(figure(4), day=TUESDAY)) == []


def test_before_and_after() -> None:
    before, after = figure(4), figure(5)
    grown = article(before, (replace(after[0], changed_from=before[0].id), None))
    assert found(grown) == []
    assert numbers(grown, article(figure(7))) == {("5", "7")}


def test_what_is_to_come_leaves_what_is() -> None:
    now = figure(2500, TROOPS, "actor/zorban", stock=True, place="place/kel")
    later, _ = figure(1800, TROOPS, "actor/zorban", stock=True, place="place/kel", as_of="2024-09")
    plan = article(now, (replace(later, changed_from=now[0].id), None))
    told = article(figure(4000, TROOPS, "actor/zorban", stock=True, place="place/kel"))
    assert numbers(plan, told) == {("2500", "4000")}


def stock(value: int, of: str = "actor/zorban", place: str = "place/kel", **fields: Any) -> tuple[Figure, str | None]:
    told: dict[str, Any] = {"stock": True, "counted": ("troop",)} | fields
    return figure(value, TROOPS, of, place=place, **told)


@pytest.mark.parametrize(
    ("other", "conflict"),
    [
        (stock(4000), True),
        (stock(4000, counted=("Zorban", "soldier")), True),
        (stock(4000, "actor/zorban-military"), True),
        (stock(4000, "actor/zorban-navy"), False),
        (stock(4000, "actor/kelvan"), False),
        (stock(4000, place="place/tal"), False),
        (stock(4000, counted=("combat", "troop")), False),
        (stock(4000, counted=("marine",)), False),
        (stock(4000, share="more"), False),
        (stock(4000, stock=False), False),
        (stock(4000, as_of="2023"), True),
        (stock(4000, as_of="2022"), False),
    ],
)
def test_whose_troops_they_are_and_where(other: tuple[Figure, str | None], conflict: bool) -> None:
    assert bool(found(article(stock(2500)), article(other))) == conflict


def test_how_long_troops_are_taken_to_stay() -> None:
    told = article(stock(2500)), article(stock(4000), day=LATER)
    assert not found(*told)
    assert [join.rule for join in found(*told, days=300)] == ["figures.stock"]


def test_without_a_day_it_may_be_the_same_time() -> None:
    (join,) = found(article(stock(2500)), article(stock(4000), day=None))
    assert join.score == 0.8


@pytest.mark.parametrize("measure", [KILLED, INJURED])
def test_a_part_cannot_exceed_the_whole(measure: Measure) -> None:
    whole = article(figure(8, measure, counted=("people",)))
    for noun, value, conflict in (("child", 5, False), ("child", 9, True), ("man", 5, True), ("member", 9, True)):
        assert bool(found(whole, article(figure(value, measure, counted=(noun,))))) == conflict, noun
    assert not found(whole, article(figure(5, measure, counted=("people",), share="part")))
    children = article(figure(3, measure, counted=("child",)))
    assert numbers(children, article(figure(5, measure, counted=("kid",)))) == {("3", "5")}
    assert not found(children, article(figure(5, measure, counted=("woman",))))


def test_where_only_fighters_died_their_number_is_the_toll() -> None:
    only = article(figure(4), figure(4, counted=("fighter",), by="actor/x"))
    assert len(found(only, article(figure(7)))) == 2


@pytest.mark.parametrize(
    ("fields", "conflict"),
    [({"side": "for"}, True), ({"side": "against"}, False), ({}, False)],
)
def test_the_sides_of_a_vote(fields: dict[str, Any], conflict: bool) -> None:
    told = article(figure(168, VOTES, side="for")), article(figure(173, VOTES, **fields), day=TUESDAY)
    assert bool(found(*told)) == conflict


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("rocket",), ("rocket",), True),
        (("rocket",), ("gunman",), False),
        (("truck",), ("lorry",), True),
        (("vehicle",), ("lorry",), True),
        (("car",), ("lorry",), False),
        (("Zorban", "refugee"), ("Kelvan", "refugee"), False),
        (("Zorban", "refugee"), ("refugee",), True),
        (("crowd",), ("protester",), True),
    ],
)
def test_what_is_counted_in_one_event(one: tuple[str, ...], other: tuple[str, ...], conflict: bool) -> None:
    told = article(figure(14, COUNT, counted=one)), article(figure(36, COUNT, counted=other))
    assert bool(found(*told)) == conflict


@pytest.mark.parametrize(("unit", "conflict"), [("USD", True), ("EUR", False), (None, False)])
def test_money_is_compared_in_one_currency(unit: str | None, conflict: bool) -> None:
    told = (figure(n, Measure.MONEY, unit=u) for n, u in ((30, "USD"), (50, unit)))
    assert bool(found(*map(article, told))) == conflict


def test_shares_of_what_is_not_known_are_not_compared() -> None:
    assert not found(*(article(figure(n, Measure.PERCENTAGE)) for n in (40, 60)))


def test_other_events_and_measures_are_not_compared() -> None:
    assert not found(article(figure(4)), article(figure(7, of="event/b")))
    assert not found(article(figure(4)), article(figure(7, INJURED)))
    assert not found(article(figure(4)), article(figure(7), real=Factuality.INTENDED))
    assert not found(article(figure(4, of=None)), article(figure(7, of=None)))


def test_within_one_article_only_different_tellers_contradict() -> None:
    assert not found(article(figure(4), figure(7)))
    assert not found(article(figure(4, by="actor/x"), figure(7, by="actor/x")))
    assert numbers(article(figure(4, by="actor/x"), figure(7, by="actor/y"))) == {("4", "7")}
    assert numbers(article(figure(4), figure(7, by="actor/y"))) == {("4", "7")}


def test_sums_of_one_article_are_parts() -> None:
    sums = [figure(n, Measure.MONEY, unit="USD", by=by) for n, by in ((30, "actor/x"), (8, "actor/y"))]
    assert not found(article(*sums))
    assert found(*map(article, sums))


def test_a_demand_takes_a_standing_number_for_granted() -> None:
    there = article(stock(4000))
    demanded = stock(2500)[0], "actor/x"
    assert numbers(there, article(demanded, act=SpeechAct.DEMAND)) == {("2500", "4000")}
    assert not found(there, article(demanded, act=SpeechAct.DENIAL))
    assert not found(article(figure(4)), article(figure(7, by="actor/x"), act=SpeechAct.DEMAND))


def test_who_tells_two_numbers_of_the_same_tells_parts() -> None:
    assert not found(article(figure(4), figure(7)), article(figure(11)))


@pytest.mark.parametrize(
    ("act", "conflict"),
    [(SpeechAct.ASSERTION, True), (SpeechAct.ACCUSATION, True), (SpeechAct.DENIAL, False), (SpeechAct.THREAT, False)],
)
def test_a_number_that_nobody_vouches_for(act: SpeechAct, conflict: bool) -> None:
    assert bool(found(article(figure(4)), article(figure(7, by="actor/x"), act=act))) == conflict


@pytest.mark.parametrize("killing", [None, "event/k"])
def test_the_dead_belong_to_the_attack_before_them(killing: str | None) -> None:
    own = (("event/k", "Killing"),) if killing else ()
    told = article(figure(8, of=killing), events=(("event/a", "DroneStrike"), *own))
    (join,) = found(told, article(figure(5)))
    assert join.score == 0.8
    assert not found(told, article(figure(5, of="event/b")))
    meeting = article(figure(8, of=killing), events=(("event/a", "Talks"), *own))
    assert not found(meeting, article(figure(5)))


def test_vehicles_are_compared_by_the_movement_around_them() -> None:
    def told(value: int, noun: str, type_: str = "Transfer", of: str | None = None) -> Extraction:
        return article(figure(value, COUNT, of=of, counted=(noun,)), events=(("event/a", type_),))

    (join,) = found(told(14, "lorry"), told(36, "vehicle"))
    assert (join.rule, join.score) == ("figures.story", 0.6)
    assert not found(told(14, "lorry"), told(36, "bus"))
    assert not found(told(14, "lorry"), told(36, "lorry", "Talks"))
    assert not found(told(14, "rocket"), told(36, "rocket"))


def test_the_classes_of_events_are_there() -> None:
    known = shipped()
    assert all("Assault" in known.lineage(type_) for type_ in ATTACKS | SUFFERED)
    assert all("Mobilize" in known.lineage(type_) for type_ in MOVES - {"Withdrawal"})


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2024-05-14", ("2024-05-14", "2024-05-14")),
        ("2024-05-14T09:20:00", ("2024-05-14", "2024-05-14")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("9999-12", ("9999-12-01", "9999-12-31")),
        ("2024-13", None),
        ("soon", None),
        (None, None),
    ],
)
def test_the_days_of_a_date(told: str | None, days: tuple[str, str] | None) -> None:
    stretch = span_of_days(told)
    assert (stretch and tuple(date.fromordinal(day).isoformat() for day in stretch)) == days


def made(index: int, fields: tuple[Any, ...]) -> Count:
    measure, value, upper, about, bound, noun, day, article_, source, stock_ = fields
    return Count(
        id=f"figure/{index:02}", article=f"article/{article_}", measure=measure, value=Decimal(value),
        upper=Decimal(value + upper) if upper and bound is None else None, about=about and bound is None, bound=bound,
        unit=None, counted=(noun,), people=True, owner="actor/zorban", place="place/kel", side="for", share=None,
        stock=stock_, planned=False, past=False, days=day and Days(day, day), own="event/a", attached=(), near=(),
        sources=(source,) if source else (),
    )  # fmt: skip


FIELDS = st.tuples(
    st.sampled_from([KILLED, COUNT, TROOPS, VOTES]),
    st.integers(0, 12),
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from([None, "at least", "at most"]),
    st.sampled_from(["people", "child", "fighter"]),
    st.sampled_from([None, 100, 101, 500]),
    st.integers(0, 3),
    st.sampled_from(["", "actor/x", "actor/y"]),
    st.booleans(),
)
FIGURES = st.lists(FIELDS, min_size=2, max_size=8).map(lambda rows: [made(n, row) for n, row in enumerate(rows)])


@given(FIGURES, st.randoms(use_true_random=False))
def test_the_order_changes_nothing(figures: list[Count], random: Any) -> None:
    joins = conflicts(figures, {})
    shuffled = random.sample(figures, len(figures))
    assert conflicts(shuffled, {}) == joins
    assert list(joins) == sorted(joins, key=lambda join: (join.one, join.other))
    assert all(join.one < join.other for join in joins)
    assert len({(join.one, join.other) for join in joins}) == len(joins)


@given(FIELDS, FIELDS)
def test_two_conflict_whichever_is_named_first(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    forth, back = [made(0, one), made(1, other)], [made(1, one), made(0, other)]
    assert bool(conflicts(forth, {})) == bool(conflicts(back, {}))


@given(FIELDS, FIELDS)
def test_equal_numbers_never_conflict(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    same = made(1, (other[0], one[1], *other[2:]))
    assert not conflicts([made(0, one), same], {})


@given(FIGURES)
def test_other_articles_change_nothing(figures: list[Count]) -> None:
    pairs = {(join.one, join.other) for join in conflicts(figures, {})}
    by_id = {figure.id: figure for figure in figures}
    for join in conflicts(figures, {}):
        own = {by_id[join.one].article, by_id[join.other].article}
        alone = conflicts([figure for figure in figures if figure.article in own], {})
        assert (join.one, join.other) in {(j.one, j.other) for j in alone}
    for article_ in {figure.article for figure in figures}:
        rest = conflicts([figure for figure in figures if figure.article != article_], {})
        assert {(j.one, j.other) for j in rest} <= pairs
