"""What is exported is read back the same by parsers of four houses, in every format."""

import logging
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from claimgraph.validated import FORMATS, ValidGraph, export
from claimgraph.validated.terms import quads
from interop import canonical, hostile, tools

READERS = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld", "rdf": "xml"}
DATASETS = {"nq", "trig", "jsonld"}


def expected(valid: ValidGraph, form: str) -> list[str]:
    lines = canonical.of_quads(valid if form in DATASETS else valid.triples())
    return hostile.as_in_xml(lines) if form == "rdf" else lines


def written(valid: ValidGraph, folder: Path, name: str) -> dict[str, Path]:
    paths = {form: folder / f"{name}.{form}" for form in FORMATS}
    for form, path in paths.items():
        path.write_bytes(export(valid, form))
    return paths


@pytest.fixture(scope="module")
def sample_files(corpus: ValidGraph, folder: Path) -> dict[str, Path]:
    return written(corpus, folder, "sample")


@pytest.fixture(scope="module")
def hostile_files(folder: Path) -> dict[str, Path]:
    return written(hostile.hostile(), folder, "hostile")


@pytest.fixture
def verbatim(monkeypatch: pytest.MonkeyPatch) -> None:
    """rdflib, told to leave literals as they are written."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    monkeypatch.setattr(logging.getLogger("rdflib.term"), "disabled", True)  # it tells of each ill-typed literal


def by_rdflib(path: Path) -> list[str]:
    read = rdflib.Dataset()
    read.parse(path, format=READERS[path.suffix[1:]])
    return canonical.of_quads(quads(read))


def by_pyoxigraph(path: Path) -> list[str]:
    return canonical.of_quads(ox.parse(path=str(path), format=FORMATS[path.suffix[1:]]))


def by(tool: tools.Tool, files: dict[str, Path]) -> dict[str, list[str]]:
    answers = tool.ask("quads", *files.values())
    assert [answer.get("error") for answer in answers] == [None] * len(files)
    return {form: canonical.of_text(answer["quads"]) for form, answer in zip(files, answers, strict=True)}


@pytest.mark.parametrize("form", FORMATS)
def test_rdflib_and_pyoxigraph_read_the_sample_corpus(
    form: str, corpus: ValidGraph, sample_files: dict[str, Path]
) -> None:
    path, ours = sample_files[form], expected(corpus, form)
    assert by_pyoxigraph(path) == ours
    assert by_rdflib(path) == ours


def test_javascript_reads_the_sample_corpus(
    node: tools.Tool, corpus: ValidGraph, sample_files: dict[str, Path]
) -> None:
    assert by(node, sample_files) == {form: expected(corpus, form) for form in FORMATS}


def test_jena_reads_the_sample_corpus_without_a_warning(
    jena: tools.Tool, corpus: ValidGraph, sample_files: dict[str, Path]
) -> None:
    assert by(jena, sample_files) == {form: expected(corpus, form) for form in FORMATS}
    assert [answer["warnings"] for answer in jena.ask("quads", *sample_files.values())] == [[]] * len(FORMATS)


@pytest.mark.usefixtures("verbatim")
@pytest.mark.parametrize("form", FORMATS)
def test_rdflib_and_pyoxigraph_read_hostile_text(form: str, hostile_files: dict[str, Path]) -> None:
    ours = expected(hostile.hostile(), form)
    assert by_pyoxigraph(hostile_files[form]) == ours
    theirs = by_rdflib(hostile_files[form])
    if form == "rdf":
        ours = hostile.resolved(ours, "file:")  # docs/interoperation.md: dot segments
    if form in {"ttl", "trig"}:
        ours, theirs = hostile.by_value(ours), hostile.by_value(theirs)  # there: rdflib
    assert theirs == ours


def doubles(lines: list[str]) -> list[str]:
    return [re.sub(r'"[^"]*"\^\^(?=<http://www.w3.org/2001/XMLSchema#double>)', "", line) for line in lines]


def test_javascript_reads_hostile_text(node: tools.Tool, hostile_files: dict[str, Path]) -> None:
    theirs = by(node, hostile_files)
    ours = {form: expected(hostile.hostile(), form) for form in FORMATS}
    ours["rdf"] = hostile.resolved(ours["rdf"])  # docs/interoperation.md: dot segments
    ours["jsonld"], theirs["jsonld"] = doubles(ours["jsonld"]), doubles(theirs["jsonld"])  # there: jsonld.js
    assert theirs == ours


def test_jena_reads_hostile_text(jena: tools.Tool, hostile_files: dict[str, Path]) -> None:
    ours = {form: expected(hostile.hostile(), form) for form in FORMATS}
    for form in ("ttl", "trig", "jsonld", "rdf"):
        ours[form] = hostile.resolved(ours[form])  # docs/interoperation.md: dot segments
    assert by(jena, hostile_files) == ours
