"""The benchmark of linking: the invented registry, what is timed, and the table."""

import os
import time
from pathlib import Path

import pytest
import typer

from benchmarks import linking, names, timing
from benchmarks.linking import Setup
from claimgraph.registry import Entry, Label, Registry, load


def test_as_many_different_names_as_wanted_and_the_same_at_each_run() -> None:
    entries = list(names.invented(500))
    given = [name for _, several in entries for name in several]
    assert len(given) == len(set(given)) == 500
    assert {kind for kind, _ in entries} == set(names.KINDS)
    assert entries == list(names.invented(500))
    assert entries != list(names.invented(500, seed=1))


def test_the_invented_registry_keeps_to_the_shape(tmp_path: Path) -> None:
    names.write(tmp_path / "invented.ttl", 60)
    registry = load(tmp_path / "invented.ttl")
    assert linking.count(registry) == 60
    assert sorted(entry.label.text for entry in registry.entries.values()) == sorted(
        several[0] for _, several in names.invented(60)
    )


def test_labels_other_names_and_metonyms_are_names() -> None:
    entry = Entry("actor/narva", None, Label("Narva"), (Label("Land of Narva"),), ("Toro",), demonyms=("Narvan",))
    assert linking.count(Registry({entry.id: entry})) == 3


def test_the_best_round_counts_and_the_first_only_warms_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    lasting = {"quick": iter([1.0, 5.0, 4.0]), "slow": iter([2.0, 9.0, 8.0])}
    turns = []

    def task(name: str) -> None:
        turns.append(name)
        clock[0] += next(lasting[name])

    monkeypatch.setattr(time, "process_time", lambda: clock[0])
    assert linking.in_turn([lambda: task("quick"), lambda: task("slow")], rounds=2) == [4.0, 8.0]
    assert turns == ["quick", "slow"] * 3


def test_articles_that_cannot_be_read_are_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Police said the road was shut.", encoding="utf-8")
    (tmp_path / "b.odd").write_text("{}", encoding="utf-8")
    assert [article.identifier for article in linking.articles([tmp_path])] == ["a"]
    assert ".odd" in capsys.readouterr().err


def test_nothing_can_be_timed_without_an_article(tmp_path: Path) -> None:
    with pytest.raises(typer.BadParameter, match="no article"):
        linking.speeds([tmp_path], [Registry()], 1)


def test_reading_and_linking_are_timed_on_the_same_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police in Narva said on Sunday that the road was shut.", encoding="utf-8")
    found = linking.speeds([tmp_path], [Registry(), Registry()], 1)
    assert len(found) == 3
    assert min(found) > 0


def test_the_table_of_linking() -> None:
    lines = linking.table([Setup(6, 0.5, 0.1), Setup(100_000, 9, 2)], [500.0, 5000.0, 4000.0]).splitlines()
    assert lines[0] == "|  | 6 names | 100,000 names |"
    assert "| linking over reading, in time | **0.100** | **0.125** |" in lines
    assert "| loading, seconds | 0.50 | 9.00 |" in lines


def test_a_fresh_process_is_another_one() -> None:
    assert timing.fresh(os.getpid) != os.getpid()
