"""The annotated sentences are sound, and what is found in them is scored as told."""

from collections import Counter
from typing import Any

import pytest
from spacy.language import Language

from benchmarks import events, sentences
from benchmarks.sentences import Coded, Judged, Record
from claimgraph import language
from claimgraph.model import (
    Actor,
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Kind,
    Mention,
    Place,
    Quotation,
    Span,
    SpeechAct,
)
from claimgraph.registry import Entry, Label, Registry


def test_the_annotated_sentences_are_sound() -> None:
    given = sentences.records(events.RECORDS)
    assert len({one.id for one in given}) == len(given) == 160
    assert set(Counter((one.event, one.is_kept_aside) for one in given).values()) == {5}
    assert all(words in one.text for one in given for words in (*one.source, *one.target))


TEXT = "Narva attacked Toro, and Basim Haddad accused the Guard of arming Orsk."


def mention(node: str, words: str) -> Mention:
    begin = TEXT.index(words)
    return Mention(Span.of(TEXT, begin, begin + len(words)), node, "name.made")


def told(found: tuple[Event, ...] = (), claims: tuple[Claim, ...] = ()) -> Extraction:
    return Extraction(
        Article("sentence-001", TEXT),
        actors=(Actor("narva", Kind.STATE, "Narva"), Actor("basim", Kind.PERSON, "Basim Haddad")),
        places=(Place("toro", "Toro"),),
        mentions=(mention("narva", "Narva"), mention("toro", "Toro"), mention("basim", "Basim Haddad")),
        events=found,
        claims=claims,
    )


def event(type_: str = "Assault", **more: Any) -> Event:
    return Event("v", type_, Factuality.STATED, "event.made", **more)


def claim(**more: Any) -> Claim:
    return Claim("c", "made", (), more.pop("act", SpeechAct.ACCUSATION), Quotation.INDIRECT, **more)


def judged(code: str, source: str, target: str, extraction: Extraction, registry: Registry | None = None) -> Judged:
    record = Record("sentence-001", TEXT, code, (source,) if source else (), (target,) if target else ())
    return Judged(record, tuple(sentences.coded(extraction, registry or Registry())))


@pytest.mark.parametrize(
    ("code", "source", "target", "expected"),
    [
        ("ASSAULT", "Narva", "the town of Toro", (True, True)),
        ("ASSAULT", "Toro", "Narva", (True, False)),
        ("ASSAULT", "Narva", "Basim Haddad", (True, False)),
        ("ASSAULT", "Narva", "", (True, True)),  # anyone will do
        ("COERCE", "Narva", "Toro", (False, False)),
    ],
)
@pytest.mark.parametrize("role", ["patients", "recipients", "locations", "origins", "destinations"])
def test_an_event_has_agents_and_a_target(
    code: str, source: str, target: str, expected: tuple[bool, bool], role: str
) -> None:
    parts: dict[str, Any] = {"agents": ("narva",), role: ("toro",)}
    found = judged(code, source, target, told((event(**parts),)))
    assert (found.has_code, found.is_whole) == expected


@pytest.mark.parametrize(("type_", "expected"), [("Meeting", True), ("Assault", False)])
def test_what_is_done_together_may_have_the_target_among_the_agents(type_: str, expected: bool) -> None:
    extraction = told((event(type_, agents=("narva", "basim")),))
    (coded,) = sentences.coded(extraction, Registry())
    assert judged(coded.code, "Narva", "Basim Haddad", extraction).is_whole is expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"addressees": ("narva",)}, True),
        ({"patients": ("narva",)}, True),
        ({"describes": ("v",)}, True),
        ({"patients": ("toro",)}, False),
        ({}, False),
    ],
)
def test_a_claim_has_a_claimant_and_whom_it_concerns(more: dict[str, Any], expected: bool) -> None:
    extraction = told((event(agents=("narva",)),), (claim(claimant="basim", **more),))
    found = judged("ACCUSE", "Basim Haddad", "Narva", extraction)
    assert (found.has_code, found.is_whole) == (True, expected)
    assert not judged("ACCUSE", "Narva", "Narva", extraction).is_whole


def test_code_source_and_target_are_of_one_event() -> None:
    halves = (event(agents=("narva",), patients=("basim",)), event(agents=("basim",), patients=("toro",)))
    assert not judged("ASSAULT", "Narva", "Toro", told(halves)).is_whole


def test_an_act_without_a_code_is_not_counted() -> None:
    extraction = told(claims=(claim(act=SpeechAct.ASSERTION, claimant="basim"), claim(claimant="basim")))
    assert [one.code for one in sentences.coded(extraction, Registry())] == ["ACCUSE"]


def test_names_of_the_registry_count() -> None:
    known = Registry({"narva": Entry("narva", None, Label("Narva"), (Label("Eastern March"),))})
    extraction = told((event(agents=("narva",), patients=("toro",)),))
    assert judged("ASSAULT", "the March", "Toro", extraction, known).is_whole
    assert not judged("ASSAULT", "the March", "Toro", extraction).is_whole


@pytest.mark.parametrize(
    ("wanted", "name", "expected"),
    [
        ("Narva's", "Narva", True),
        ("the Guard", "the Council", False),
        ("Council of Narva", "Bank of Toro", False),
        ("Basim Haddad", "Haddad", True),
        ("NARVA", "Narva", True),
    ],
)
def test_words_are_compared_without_articles(wanted: str, name: str, expected: bool) -> None:
    assert sentences.same([wanted], [name]) is expected
    assert sentences.same([], [name])
    assert not sentences.same([wanted], [])


def test_the_table_of_sentences_and_its_errors() -> None:
    right = Coded("ASSAULT", frozenset({"Narva"}), frozenset({"Toro"}))
    other = Coded("COERCE", frozenset(), frozenset())
    odd, even = (Record(f"sentence-00{n}", TEXT, "ASSAULT", ("Narva",), ("Toro",)) for n in (1, 2))
    given = [Judged(odd, (right, other)), Judged(odd, (other,)), Judged(even, ())]
    lines = sentences.table(given).splitlines()
    assert lines[0] == "|  | odd | even, kept aside |"
    assert "| sentences | 2 | 1 |" in lines
    assert "| code: found | .500 (1 of 2) | .000 (0 of 1) |" in lines
    assert "| code, source and target | .500 (1 of 2) | .000 (0 of 1) |" in lines
    assert "| codes a sentence | 1.50 | 0.00 |" in lines
    (error,) = sentences.errors(given)
    assert error.startswith("ASSAULT sentence-001: ")  # none of what is kept aside
    assert error.endswith("Wanted Narva -> Toro; found COERCE  -> ")


def test_sentences_are_read_by_themselves(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Soldiers attacked the village of Toro on Monday."
    rows = [Record(f"sentence-00{n}", text, "ASSAULT", ("Soldiers",), ("Narva",)) for n in (1, 2)]
    monkeypatch.setattr(sentences, "records", lambda _: tuple(rows))
    monkeypatch.setattr(language, "load", lambda: nlp)
    events.compare(single=True, show=5)
    printed = capsys.readouterr().out
    assert "| code: found | 1.000 (1 of 1) | 1.000 (1 of 1) |" in printed
    assert "ASSAULT sentence-001: " in printed
    assert "sentence-002" not in printed
