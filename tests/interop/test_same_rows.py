"""The named questions give the same rows in Oxigraph, rdflib, Comunica, Jena's ARQ and Virtuoso."""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from claimgraph.commands import query
from claimgraph.validated import ValidGraph, export
from claimgraph.validated.terms import to_ox
from interop import answers, tools
from interop.virtuoso import Virtuoso

HANDMADE = Path(__file__).parents[1] / "cli"
WRITTEN = ("sample", "stories")  # every question finds something in one of these
ASKED = answers.asked()
GRAPHS = ("corpus", *WRITTEN)
# docs/interoperation.md: Comunica compares strings by the locale, so that what is first among them is another.
BY_LOCALE: Mapping[str, set[str]] = {
    "conflicting-figures": {"whom", "otherWhom"},
    "only-attributed": {"words"},
    "who-attacked-whom": {"attacked"},
    "timeline": {"whom"},
}
# There: what Virtuoso gives for a GROUP_CONCAT of nothing hangs on the plan that it happens to make.
BY_PLAN: Mapping[str, set[str]] = {"who-attacked-whom": {"attacker", "attacked", "place", "claimants"}}
Answers = dict[str, tuple[list[str], list[answers.Row]]]


@pytest.fixture(scope="module")
def files(corpus: ValidGraph, folder: Path) -> dict[str, Path]:
    """Each graph as N-Quads with a named graph for each article."""
    paths = {name: folder / f"{name}.nq" for name in GRAPHS}
    paths["corpus"].write_bytes(export(corpus, "nq"))
    for name in WRITTEN:
        quads = ox.parse(path=str(HANDMADE / f"{name}.trig"), format=ox.RdfFormat.TRIG)
        paths[name].write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    return paths


@pytest.fixture(scope="module")
def merged(files: dict[str, Path], folder: Path) -> dict[str, Path]:
    """Each graph with all triples in the default graph."""
    made = {}
    for name, path in files.items():
        triples = {quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS)}
        made[name] = folder / f"{name}-merged.nq"
        made[name].write_bytes(ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_QUADS) or b"")
    return made


@pytest.fixture(scope="module")
def ours(files: dict[str, Path]) -> dict[str, Answers]:
    """By graph and question, what `claimgraph query` finds."""
    made: dict[str, Answers] = {}
    for name, path in files.items():
        store = query.load(path)
        made[name] = {}
        for label, (question, values, _) in ASKED.items():
            found = query.ask(store, question, values)
            assert isinstance(found, ox.QuerySolutions)
            made[name][label] = ([v.value for v in found.variables], answers.of_ox(found))
    return made


@pytest.fixture(scope="module")
def queries(folder: Path) -> list[Path]:
    """The questions as files, in the order of ASKED."""
    paths = []
    for number, (_, _, text) in enumerate(ASKED.values()):
        paths.append(folder / f"{number:02}.rq")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def same(ours: Answers, theirs: Answers, ordered: bool = True) -> list[str]:
    """What differs, as lines."""
    told = []
    for label, (_, _, text) in ASKED.items():
        (names, rows), (_, found) = ours[label], theirs[label]
        lines = answers.apart(rows, found)
        if not lines and ordered and answers.keys(text, names, rows) != answers.keys(text, names, found):
            lines = ["other order"]
        told += [f"{label}: {line}" for line in lines]
    return told


def without(told: Answers, columns: Mapping[str, set[str]]) -> Answers:
    """The answers without some columns, by question."""
    made: Answers = {}
    for label, (names, rows) in told.items():
        out = columns.get(label.split(" ")[0], set())
        kept = [place for place, name in enumerate(names) if name not in out]
        made[label] = ([names[place] for place in kept], [tuple(row[place] for place in kept) for row in rows])
    return made


def of_tool(tool: tools.Tool, graph: Path, queries: list[Path], ours: Answers) -> Answers:
    found = tool.ask("rows", graph, *queries)
    assert [answer.get("error") for answer in found] == [None] * len(queries)
    made: Answers = {}
    for (label, (names, _)), answer in zip(ours.items(), found, strict=True):
        places = [answer["names"].index(name) for name in names]
        made[label] = (names, answers.of_json([row[place] for place in places] for row in answer["rows"]))
    return made


def of_oxigraph(store: ox.Store, union: bool) -> Answers:
    made: Answers = {}
    for label, (_, _, text) in ASKED.items():
        found = store.query(text, use_default_graph_as_union=union)
        assert isinstance(found, ox.QuerySolutions)
        made[label] = ([v.value for v in found.variables], answers.of_ox(found))
    return made


def test_every_question_has_rows(ours: dict[str, Answers]) -> None:
    empty = {label for label in ASKED if not any(ours[graph][label][1] for graph in GRAPHS)}
    assert empty == {label for label in ASKED if "nowhere" in label}


@pytest.mark.parametrize("graph", GRAPHS)
def test_oxigraph_with_the_files_as_they_are_loaded(
    graph: str, files: dict[str, Path], merged: dict[str, Path], ours: dict[str, Answers]
) -> None:
    for path, union in ((merged[graph], False), (files[graph], True)):
        store = ox.Store()
        store.load(path=str(path), format=ox.RdfFormat.N_QUADS)
        assert same(ours[graph], of_oxigraph(store, union)) == []


@pytest.mark.parametrize("graph", GRAPHS)
def test_rdflib(graph: str, files: dict[str, Path], ours: dict[str, Answers]) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(files[graph])
    theirs: Answers = {}
    for label, (_, _, text) in ASKED.items():
        found = dataset.query(text)
        names = [str(variable) for variable in found.vars or ()]
        rows = [[None if term is None else to_ox(term) for term in row] for row in found]  # type: ignore[union-attr]
        theirs[label] = (names, answers.of_ox(rows))
    assert same(ours[graph], theirs) == []


@pytest.mark.parametrize("graph", GRAPHS)
def test_jena(
    graph: str, jena: tools.Tool, merged: dict[str, Path], queries: list[Path], ours: dict[str, Answers]
) -> None:
    assert same(ours[graph], of_tool(jena, merged[graph], queries, ours[graph])) == []


@pytest.mark.parametrize("graph", GRAPHS)
def test_comunica(
    graph: str, node: tools.Tool, merged: dict[str, Path], queries: list[Path], ours: dict[str, Answers]
) -> None:
    theirs = of_tool(node, merged[graph], queries, ours[graph])
    assert same(without(ours[graph], BY_LOCALE), without(theirs, BY_LOCALE), ordered=False) == []


@pytest.mark.parametrize("graph", GRAPHS)
def test_virtuoso(graph: str, virtuoso: Virtuoso, merged: dict[str, Path], ours: dict[str, Answers]) -> None:
    wanted = without(ours[graph], BY_PLAN)
    for attempt in range(3):  # docs/interoperation.md: a plan made before Virtuoso has its statistics may give others
        name = f"https://example.org/graphs/{graph}/{attempt}"
        virtuoso.load(name, merged[graph].read_bytes())
        apart = same(wanted, without(of_virtuoso(virtuoso, name), BY_PLAN), ordered=False)
        if not apart:
            break
    assert apart == []


def of_virtuoso(virtuoso: Virtuoso, graph: str) -> Answers:
    made: Answers = {}
    for label, (_, _, text) in ASKED.items():
        found = virtuoso.ask(text, graph)
        names = found["head"]["vars"]
        made[label] = (names, answers.of_json([row.get(key) for key in names] for row in found["results"]["bindings"]))
    return made
