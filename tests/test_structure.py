"""Who may know what: stages meet in the records of `model`, and each kind of knowledge has its place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimgraph

PACKAGE = Path(str(claimgraph.__file__)).parent
COMMON = {"model", "errors", "resources"}
# What each stage may import of the others.
STAGES = {
    "articles": set(),
    "language": set(),
    "mentions": {"registry", "slugs", "quotations"},
    "statements": {"mentions", "quotations"},
    "stories": {"mentions", "quotations", "registry", "slugs"},
    "triples": {"registry", "slugs", "vocabulary"},
    "validated": {"vocabulary", "graphs", "joining"},
    "comparing": {"vocabulary"},
    "endpoints": {"vocabulary", "graphs", "joining"},
}
LINGUISTIC, SEMANTIC = {"spacy", "lemminflect"}, {"rdflib", "pyoxigraph", "pyshacl", "owlready2"}
KNOWING_SPACY = {"language", "mentions", "statements", "pipeline"}
SPEAKING_HTTP = {"endpoints"}
IGNORANT_OF_RDF = {"articles", "language", "mentions", "statements", "stories", "model", "pipeline", "cli"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def files(part: str) -> list[Path]:
    folder = PACKAGE / part
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{part}.py"]


PARTS = sorted(
    {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_knows_only_those_before_it(stage: str) -> None:
    for path in files(stage):
        own = {name.split(".")[1] for name in imported(path) if name.startswith("claimgraph.")}
        assert own <= COMMON | STAGES[stage] | {stage}, path


@pytest.mark.parametrize("part", PARTS)
def test_spacy_rdf_and_http_stay_in_their_places(part: str) -> None:
    for path in files(part):
        libraries = {name.split(".")[0] for name in imported(path)}
        assert part in KNOWING_SPACY | {"__init__"} or not libraries & LINGUISTIC, path
        assert part not in IGNORANT_OF_RDF or not libraries & SEMANTIC, path
        assert part in SPEAKING_HTTP or not libraries & {"httpx2", "urllib3", "requests", "socket"}, path


def test_no_file_is_long() -> None:
    long = {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    assert not long
