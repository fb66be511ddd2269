"""The benchmark of writing: what is compared is the same graph, and the tables say what was measured."""

import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks import export
from benchmarks.export import Times
from breaks import GOOD
from claimgraph.graphs import FORMATS
from claimgraph.validated.valid import sealed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    ox.serialize(ox.parse(path=GOOD), output=tmp_path / "good.nq", format=ox.RdfFormat.N_QUADS)
    return tmp_path / "good.nq"


@pytest.mark.parametrize("form", FORMATS)
def test_both_write_the_same_graph(form: str, file: Path, tmp_path: Path) -> None:
    valid = sealed(export.quads(file))
    read = []
    for make in (export.ours, export.alone):
        make(valid, form, tmp_path / make.__name__)()
        read.append(set(ox.parse(path=tmp_path / make.__name__, format=FORMATS[form])))
    assert read[0] == read[1]
    assert len(read[0]) == (len(valid) if FORMATS[form].supports_datasets else len(valid.triples()))


def test_the_first_round_only_warms_up(file: Path) -> None:
    found = export.times(file, "nt", 2)
    assert len(found.ours) == len(found.alone) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process's memory")
def test_memory_is_that_beyond_the_graph(file: Path) -> None:
    assert 0 <= export.extra(file, "ttl", export.ours) < 50
    each, peak, _ = export.held(file, "valid")
    assert each * 2**-20 <= peak


def test_the_ratio_is_the_median_of_the_rounds() -> None:
    made = Times(ours=[(1.0, 1.0), (3.0, 1.0), (2.0, 4.0)], alone=[(1.0, 2.0), (1.0, 1.0), (4.0, 2.0)])
    assert made.seconds() == (2.0, 1.0)
    assert made.ratios() == (1.0, 1.0)
    assert export.speed_table(1000, {"nt": made}).splitlines() == [
        "| 1,000 triples | pyoxigraph, s | claimgraph, s | ratio | ratio of CPU time |",
        "| --- | --- | --- | --- | --- |",
        "| nt | 1.000 | 2.000 | **1.00** | 1.00 |",
    ]


def test_the_table_of_memory_has_a_row_for_each_format() -> None:
    assert export.memory_table({"nt": [(2.5, 1.0)]}, [1000]).splitlines()[-1] == "| nt | 1.0, 2.5 |"
