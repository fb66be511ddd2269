"""The graphs that others' tools are given, and the tools, each started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import claimgraph
from claimgraph.resources import SAMPLES
from claimgraph.validated import ValidGraph
from interop import tools
from interop.virtuoso import Virtuoso, running


@pytest.fixture(scope="session")
def corpus() -> ValidGraph:
    """The graph of the sample corpus."""
    return claimgraph.build(SAMPLES).valid


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> tools.Tool:
    """N3.js, jsonld.js, rdf-canonize, rdfxml-streaming-parser, Comunica and shacl-engine."""
    return tools.node(tmp_path_factory.mktemp("node"))


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory) -> tools.Tool:
    """Apache Jena."""
    return tools.java(tmp_path_factory.mktemp("jena"))


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    """A running Virtuoso."""
    with running(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files for the tools go."""
    return tmp_path_factory.mktemp("files")
