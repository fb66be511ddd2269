"""What is found of annotated events is scored as told."""

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.actor_annotation import Where
from benchmarks.event_annotation import Telling
from benchmarks.event_scoring import Kind
from claimgraph.model import (
    Claim,
    Factuality,
    Quotation,
    Span,
    SpeechAct,
)
from eventcases import AGAIN, ARRESTED, FIRST, OTHER, SHELLED, SHELLING, TEXT, at, case_of, event, parts, telling, three


@pytest.mark.parametrize(
    ("wanted", "spots", "expected"),
    [
        ([FIRST], [[SHELLED]], (1, 0, 0)),
        ([FIRST], [[ARRESTED]], (0, 1, 1)),
        ([FIRST, AGAIN], [[SHELLING]], (1, 0, 0)),  # by a later mention
        ([FIRST, AGAIN], [[SHELLED, SHELLING]], (1, 0, 0)),
        ([FIRST, AGAIN], [[SHELLED], [SHELLING]], (1, 0, 1)),  # told twice
        ([FIRST, OTHER], [[SHELLED, ARRESTED]], (1, 1, 0)),  # one to one
        ([FIRST, OTHER], [[SHELLED, ARRESTED], [SHELLED]], (2, 0, 0)),  # the arrest goes to the one that is left
        ([replace(FIRST, optional=True)], [], (0, 0, 0)),
        ([replace(FIRST, optional=True)], [[SHELLED]], (0, 0, 0)),
        ([FIRST, replace(AGAIN, optional=True)], [[SHELLED], [SHELLING]], (1, 0, 0)),
    ],
)
def test_events_are_found_one_to_one(
    wanted: list[Telling], spots: list[list[Where]], expected: tuple[int, ...]
) -> None:
    types = ["Arrest" if ARRESTED in several else "Assault" for several in spots]
    found = {event(f"v{i}", types[i]): several for i, several in enumerate(spots)}
    assert three(case_of(wanted, found), Kind.EVENTS) == expected


def test_an_event_on_the_cue_of_a_claim_counts_neither_for_nor_against() -> None:
    cue = Span.of(TEXT, *at("claimed"))
    claim = Claim("c", "made", (), SpeechAct.ASSERTION, Quotation.INDIRECT, cue=(cue,))
    assert three(case_of([], {event("v"): [at("claimed")]}, claims=(claim,)), Kind.EVENTS) == (0, 0, 0)
    assert three(case_of([], {event("v"): [at("claimed")]}), Kind.EVENTS) == (0, 0, 1)
    annotated = telling("e1", at("claimed"))
    assert three(case_of([annotated], {event("v"): [at("claimed")]}, claims=(claim,)), Kind.EVENTS) == (1, 0, 0)


@pytest.mark.parametrize(
    ("names", "type_", "expected"),
    [
        (("Airstrike",), "Airstrike", (1, 0, 0)),
        (("Assault",), "Airstrike", (1, 0, 0)),  # what lies above it is annotated
        (("Airstrike",), "Assault", (0, 1, 0)),
        (("Unheard", "Airstrike"), "Assault", (0, 1, 0)),
        (("Unheard",), "Assault", (0, 0, 0)),  # the ontology has no such class
    ],
)
def test_the_class_or_one_above_it_is_annotated(names: tuple[str, ...], type_: str, expected: tuple[int, ...]) -> None:
    case = case_of([telling("e1", SHELLED, *names)], {event("v", type_): [SHELLED]})
    assert three(case, Kind.CLASS) == expected


@pytest.mark.parametrize(
    ("codes", "expected"),
    [({"COERCE", "ASSAULT"}, (1, 0, 0)), ({"COERCE"}, (0, 1, 0)), (set(), (0, 0, 0))],
)
def test_the_code_is_one_of_the_annotated_ones(codes: set[str], expected: tuple[int, ...]) -> None:
    case = case_of([replace(FIRST, codes=frozenset(codes))], {event("v", "Airstrike"): [SHELLED]})
    assert three(case, Kind.CODE) == expected


def test_the_factuality_is_one_of_the_annotated_ones() -> None:
    both = replace(FIRST, factuality=frozenset({Factuality.DENIED, Factuality.STATED}))
    assert three(case_of([both], {event("v"): [SHELLED]}), Kind.FACTUALITY) == (1, 0, 0)
    denied = replace(FIRST, factuality=frozenset({Factuality.DENIED}))
    assert three(case_of([denied], {event("v"): [SHELLED]}), Kind.FACTUALITY) == (0, 1, 0)


@pytest.mark.parametrize(
    ("annotated", "told_as", "expected"),
    [
        (True, (Factuality.STATED, Factuality.ATTRIBUTED), (1, 0, 0)),
        (True, (Factuality.STATED, Factuality.STATED), (0, 1, 0)),
        (True, (Factuality.ATTRIBUTED, Factuality.DENIED), (0, 1, 0)),
        (True, (Factuality.STATED, None), (0, 1, 0)),
        (False, (Factuality.STATED, Factuality.ATTRIBUTED), (0, 0, 1)),
        (False, (Factuality.STATED, Factuality.STATED), (0, 0, 0)),
    ],
)
def test_what_is_stated_and_claimed_too(
    annotated: bool, told_as: tuple[Factuality | None, ...], expected: tuple[int, ...]
) -> None:
    wanted = [replace(FIRST, is_also_claimed=annotated), AGAIN]
    assert three(case_of(wanted, {event("v"): [SHELLED, SHELLING]}, told_as=told_as), Kind.CLAIMED) == expected


@pytest.mark.parametrize(
    ("wanted", "roles", "expected"),
    [
        (parts("agent x1"), {"agents": ("narva",)}, (1, 0, 0)),
        (parts("agent x1"), {"patients": ("narva",)}, (0, 1, 1)),
        (parts("agent x1"), {"agents": ("basim",)}, (0, 1, 1)),
        (parts("agent x1"), {}, (0, 1, 0)),
        (parts(), {"agents": ("mayor",)}, (0, 0, 1)),  # he has no part in anything annotated
        (parts("instrument x3"), {"instruments": ("mortars",)}, (1, 0, 0)),
        (parts("patient x2", "location x2"), {"locations": ("toro",)}, (1, 0, 0)),  # one of the two is enough
        (parts("patient x2", "location x2"), {}, (0, 2, 0)),
        (parts("agent x5"), {"agents": ("narva",)}, (0, 1, 1)),
    ],
)
def test_roles_are_pairs_of_role_and_participant(
    wanted: frozenset[tuple[str, str]], roles: dict[str, Any], expected: tuple[int, ...]
) -> None:
    case = case_of([replace(FIRST, parts=wanted)], {event("v", **roles): [SHELLED]})
    assert three(case, Kind.ROLES) == expected


def test_what_is_interchangeable_is_equal() -> None:
    wanted, pair = [replace(FIRST, parts=parts("agent x5"))], (frozenset({"x1", "x5"}),)
    made = {event("v", agents=("narva",)): [SHELLED]}
    assert three(case_of(wanted, made, interchangeable=pair), Kind.ROLES) == (1, 0, 0)


def test_what_only_a_later_mention_tells_is_neither_asked_for_nor_false() -> None:
    wanted = [replace(FIRST, parts=parts("agent x1")), replace(AGAIN, parts=parts("patient x4"), date="2031-05")]
    made = {event("v", agents=("narva",), patients=("basim",), date="2031-05"): [SHELLED, SHELLING]}
    assert three(case_of(wanted, made), Kind.ROLES) == (1, 0, 0)
    assert three(case_of(wanted, {event("v", agents=("narva",)): [SHELLED]}), Kind.ROLES) == (1, 0, 0)
    assert three(case_of(wanted, made), Kind.DATES) == (0, 0, 0)


def test_roles_count_of_events_found_only() -> None:
    case = case_of([replace(OTHER, parts=parts("patient x4"))], {event("v", patients=("mayor",)): [SHELLED]})
    assert three(case, Kind.ROLES) == (0, 0, 0)


@pytest.mark.parametrize(
    ("wanted", "found", "dates", "intervals"),
    [
        ({"date": "2031-05-05"}, {"date": "2031-05-05"}, (1, 0, 0), (0, 0, 0)),
        ({"date": "2031-05-05"}, {"date": "2031-05"}, (0, 1, 0), (0, 0, 0)),
        ({}, {"date": "2031-05"}, (0, 0, 1), (0, 0, 0)),
        ({"stretch": ("2031-05", None)}, {"begin": "2031-05"}, (0, 0, 0), (1, 0, 0)),
        ({"stretch": ("2031-05", None)}, {"begin": "2031-05", "end": "2031-06"}, (0, 0, 0), (0, 1, 0)),
        ({"stretch": ("2031-05", None)}, {"date": "2031-05"}, (0, 0, 1), (0, 1, 0)),
        ({}, {"end": "2031-05"}, (0, 0, 0), (0, 0, 1)),
        ({"date": "2031", "stretch": ("2031", None)}, {"begin": "2031"}, (0, 0, 0), (1, 0, 0)),
        ({"date": "2031", "stretch": ("2031", None)}, {"date": "2031"}, (1, 0, 0), (0, 0, 0)),
        ({"date": "2031", "stretch": ("2031", None)}, {}, (0, 1, 0), (0, 0, 0)),
    ],
)
def test_times_are_right_where_they_are_as_exact(
    wanted: dict[str, Any], found: dict[str, Any], dates: tuple[int, ...], intervals: tuple[int, ...]
) -> None:
    case = case_of([replace(FIRST, **wanted)], {event("v", **found): [SHELLED]})
    assert three(case, Kind.DATES) == dates
    assert three(case, Kind.INTERVALS) == intervals


@pytest.mark.parametrize(
    ("spots", "expected"),
    [
        ([[SHELLED, SHELLING]], (1, 0, 0)),
        ([[SHELLED], [SHELLING]], (0, 1, 0)),
        ([[SHELLED]], (0, 0, 0)),  # nothing is found on the other
        ([[SHELLED, ARRESTED]], (0, 0, 1)),
    ],
)
def test_second_mentions_are_joined(spots: list[list[Where]], expected: tuple[int, ...]) -> None:
    found = {event(f"v{i}"): several for i, several in enumerate(spots)}
    assert three(case_of([FIRST, AGAIN, OTHER], found), Kind.JOINED) == expected
    optional = [replace(one, optional=True) for one in (FIRST, AGAIN)]
    assert three(case_of([*optional, OTHER], found), Kind.JOINED) == (0, 0, 0)
