"""What is found of annotated figures is scored as told."""

from decimal import Decimal
from typing import Any

import pytest

from benchmarks.actor_annotation import Where
from benchmarks.event_annotation import Count
from benchmarks.event_scoring import Kind
from claimgraph.model import (
    Figure,
    Measure,
)
from eventcases import DOZENS, KILLED, at, case_of, event, telling, three

TWO = at("two")
KILLINGS = telling("e1", KILLED)


def count(words: Where = TWO, value: str = "2", **more: Any) -> Count:
    return Count("f1", words, Decimal(value), more.pop("measures", frozenset({Measure.COUNT})), **more)


def figure(value: str | None = "2", measures: Measure = Measure.COUNT, **more: Any) -> Figure:
    of = more.pop("of", None)
    return Figure("n", of, measures, "figure.made", None if value is None else Decimal(value), **more)


@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        (count(), figure(), (1, 0, 0)),
        (count(value="2.0"), figure(), (1, 0, 0)),
        (count(), figure("3"), (0, 1, 1)),
        (count(), figure(measures=Measure.VOTES), (0, 1, 1)),
        (count(measures=frozenset({Measure.VOTES, Measure.COUNT})), figure(), (1, 0, 0)),
        (count(upper=Decimal(5)), figure(upper=Decimal(5)), (1, 0, 0)),
        (count(upper=Decimal(5)), figure(), (0, 1, 1)),
        (count(optional=True), figure("3"), (0, 0, 0)),
        (count(DOZENS, "24", approximate=True), figure(None), (1, 0, 0)),  # no number can be given
        (count(DOZENS, "24"), figure(None), (0, 1, 1)),
        (count(approximate=True), figure(None), (0, 1, 1)),
    ],
)
def test_figures_have_the_right_value_and_measure(wanted: Count, found: Figure, expected: tuple[int, ...]) -> None:
    assert three(case_of([], {}, (wanted,), {found: wanted.words}), Kind.FIGURES) == expected


def test_a_figure_elsewhere_is_false() -> None:
    assert three(case_of([], {}, (count(),), {figure(): DOZENS}), Kind.FIGURES) == (0, 1, 1)


@pytest.mark.parametrize(
    ("kind", "wanted", "found", "expected"),
    [
        (Kind.UNIT, {"unit": "IQD"}, {"unit": "IQD"}, (1, 0, 0)),
        (Kind.UNIT, {"unit": "IQD"}, {}, (0, 1, 0)),
        (Kind.UNIT, {}, {}, (0, 0, 0)),
        (Kind.OF, {"of": frozenset({"e1"})}, {"of": "v"}, (1, 0, 0)),
        (Kind.OF, {"of": frozenset({"e1"})}, {"of": "basim"}, (0, 1, 0)),
        (Kind.OF, {"of": frozenset({"x4"})}, {"group": "basim"}, (1, 0, 0)),
        (Kind.OF, {"of": frozenset({"x1"})}, {}, (0, 1, 0)),
        (Kind.OF, {}, {"of": "v"}, (0, 0, 0)),
        (Kind.AS_OF, {"as_of": "2031"}, {"as_of": "2031"}, (1, 0, 0)),
        (Kind.AS_OF, {"as_of": "2031"}, {}, (0, 1, 0)),
        (Kind.AS_OF, {}, {"as_of": "2031"}, (0, 0, 1)),
    ],
)
def test_details_of_figures(
    kind: Kind, wanted: dict[str, Any], found: dict[str, Any], expected: tuple[int, ...]
) -> None:
    made = {figure(**found): TWO}
    assert three(case_of([KILLINGS], {event("v"): [KILLED]}, (count(**wanted),), made), kind) == expected
    wrong = {figure("3", **found): TWO}  # only those that are found count
    assert three(case_of([KILLINGS], {event("v"): [KILLED]}, (count(**wanted),), wrong), kind) == (0, 0, 0)
