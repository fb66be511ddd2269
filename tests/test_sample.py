"""The sample corpus, built whole: the graph conforms, is consistent with the ontology, and is the same each time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, Dataset

import claimgraph
from claimgraph import reasoning
from claimgraph.pipeline import Built
from claimgraph.resources import SAMPLES
from claimgraph.vocabulary import CG

# The sample's articles are of one week: nothing is said again of another time or place.
ABSENT = {"variantOf"}


@pytest.fixture(scope="module")
def built() -> Built:
    return claimgraph.build(SAMPLES)


@pytest.fixture(scope="module")
def graph(built: Built) -> Dataset:
    return built.valid.dataset()


def test_every_article_is_read_and_conforms(built: Built) -> None:
    assert len(built.extractions) == 10
    assert not built.unreadable
    assert not built.failed
    assert built.report.conforms
    assert built.report.violations == (), built.report.render()  # nor does it warn


def test_the_graph_is_consistent_with_the_ontology(graph: Dataset) -> None:
    found = reasoning.check(graph)
    if isinstance(found, reasoning.Skipped):
        pytest.skip(found.reason)
    assert found.consistent, found.reason


def test_every_property_of_the_ontology_is_used_but_what_the_sample_has_no_case_of(graph: Dataset) -> None:
    used = {predicate for _, predicate, _, _ in graph.quads()}
    assert {name for name in CG.__annotations__ if name[0].islower() and CG[name] not in used} == ABSENT


@pytest.mark.parametrize(
    ("shared", "classes"),
    [("patient", ("Claim", "Event")), ("partOf", ("Actor", "Place")), ("rule", ("Event", "Figure"))],
)
def test_a_property_of_several_classes_is_used_of_each(graph: Dataset, shared: str, classes: tuple[str, ...]) -> None:
    having = {subject for subject, _, _, _ in graph.quads((None, CG[shared], None, None))}
    for name in classes:
        assert having & {node for node, _, _, _ in graph.quads((None, RDF.type, CG[name], None))}, name


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    files = sorted(map(str, SAMPLES.iterdir()))
    written = []
    for seed, order in (("0", files), ("1", files[::-1])):
        for ending in ("ttl", "nq"):
            path = tmp_path / f"{seed}.{ending}"
            command = [sys.executable, "-m", "claimgraph", "build", *order, "-o", str(path)]
            subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
            written.append(path.read_bytes())
    assert written[:2] == written[2:]
