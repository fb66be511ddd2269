"""However a graph is checked, cut up or whole, anew or from the cache: what is found is what plain pyshacl finds."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, SH, Dataset, Graph

from breaks import BREAKS, CLERK, DARWISH, GOOD, PREFIXES, STRIKE, TOLD, VESLAND, add, drop
from breaks import stories as joins
from claimgraph.errors import ClaimgraphError, InputError
from claimgraph.validated import check, gate, pool, shacl, terms, whole
from claimgraph.validated.data import Triple
from claimgraph.validated.pieces import Cutter, Piece
from claimgraph.validated.reach import plan
from conftest import Run

Verdict = tuple[str, str, str | None, str | None, str]
UPDATES = [update for several in BREAKS.values() for update in several]
GROUPS = 12  # some mutations at once: plain pyshacl is slow
QUADS = tuple(ox.parse(path=str(GOOD), format=ox.RdfFormat.TRIG))
TRIPLES = sorted({quad.triple for quad in QUADS}, key=str)
NODES = sorted({part for t in TRIPLES for part in (t.subject, t.object) if isinstance(part, ox.NamedNode)}, key=str)

VALUES: list[ox.NamedNode | ox.Literal] = [*NODES, ox.Literal("odd"), ox.Literal(7)]


def merged(*updates: str) -> Dataset:
    """Both good articles as one graph, after some updates."""
    store = ox.Store()
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in QUADS)
    for update in updates:
        store.update(update, prefixes=PREFIXES)
    return terms.dataset(store)


def named(*updates: str) -> Dataset:
    """Both good articles, each in its graph; what the updates add goes to a graph that has the node."""
    flat, store = {quad.triple for quad in QUADS}, ox.Store()
    store.extend(QUADS)
    changed = {quad.triple for quad in terms.quads(merged(*updates))}
    for gone in flat - changed:
        for quad in list(store.quads_for_pattern(gone.subject, gone.predicate, gone.object)):
            store.remove(quad)
    for new in changed - flat:
        homes = sorted({str(q.graph_name) for q in QUADS if q.subject == new.subject})
        name = ox.NamedNode(homes[-1].strip("<>")) if homes else ox.DefaultGraph()
        store.add(ox.Quad(new.subject, new.predicate, new.object, name))
    return terms.dataset(store)


def plainly(graph: Graph) -> set[Verdict]:
    """The verdict of plain pyshacl over all triples."""
    return {(f.shape, f.node, f.path, f.value, f.severity) for f in shacl.reference(flat(graph))}


def flat(graph: Graph) -> Graph:
    made = Graph(bind_namespaces="none")
    for triple in chain.from_iterable(part for _, part in terms.graphs(graph)):
        made.add(triple)
    return made


def verdict(graph: Graph, jobs: int | None = 1, cache: Path | None = None) -> set[Verdict]:
    found = check(graph, jobs=jobs, cache=cache).violations
    assert len(found) == len(set(found))
    return {(v.shape, v.node, v.path, v.value, v.severity.value) for v in found}


@pytest.fixture
def finely(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of pyshacl for each article, and for each few nodes that are no article's."""
    monkeypatch.setattr(whole, "SIZE", 1)


@pytest.mark.usefixtures("finely")
@pytest.mark.parametrize("group", range(GROUPS))
def test_mutations_give_the_verdict_of_plain_pyshacl(group: int) -> None:
    updates = UPDATES[group::GROUPS]
    together, apart = merged(*updates), named(*updates)  # once: each time blank nodes get other names
    expected = plainly(together)
    assert len(expected) >= len(updates) / 2
    assert verdict(together) == expected
    assert verdict(apart) == plainly(apart)


@pytest.mark.usefixtures("finely")
def test_what_spans_articles_gives_the_verdict_of_plain_pyshacl() -> None:
    other = "<https://w3id.org/claimgraph/id/article/bbbbbbbbbbb2"
    updates = [
        add(TOLD, f"cg:embeds {other}/claim/14-21>") + f" ; INSERT DATA {{ {other}/claim/14-21> cg:embeds {TOLD} }}",
        add(STRIKE, f"cg:figure {other}/figure/81-97> ; cg:sameEvent x:one , x:two"),
        add(DARWISH, f'skos:altLabel "Nowhere said" ; cg:affiliation {other}/figure/81-97>'),
        f"DELETE WHERE {{ ?c cg:expresses ?any }} ; INSERT DATA {{ {STRIKE} cg:expresses x:p . x:p a cg:Proposition }}",
        add(VESLAND, f"cg:memberOf {DARWISH} ; cg:affiliation {CLERK}"),
        add(f"{other}#char=4,13>", f"cg:mentions {STRIKE} , {CLERK} , x:nothing"),
        drop("<https://w3id.org/claimgraph/id/actor/media-outlet/tide-wire>", "a"),
    ]
    assert verdict(named(*updates)) == plainly(named(*updates)) == verdict(merged(*updates))


@st.composite
def mutated(draw: st.DrawFn) -> Dataset:
    """The good graph with some triples gone, some new between its nodes, and some that lead elsewhere."""
    triples = set(TRIPLES)
    for _ in range(draw(st.integers(1, 6))):
        one = draw(st.sampled_from(TRIPLES))
        node, value = draw(st.sampled_from(NODES)), draw(st.sampled_from(VALUES))
        match draw(st.sampled_from(["gone", "new", "ahead", "back"])):
            case "gone":
                triples.discard(one)
            case "new":
                triples.add(ox.Triple(node, one.predicate, value))
            case "ahead":
                triples = triples - {one} | {ox.Triple(one.subject, one.predicate, value)}
            case _:
                triples = triples - {one} | {ox.Triple(node, one.predicate, one.object)}
    return terms.dataset(sorted(triples, key=str))


@pytest.mark.usefixtures("finely")
@given(graph=mutated())
@settings(
    max_examples=int(os.environ.get("CLAIMGRAPH_MUTATIONS", "4")),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_any_mutation_gives_the_verdict_of_plain_pyshacl(graph: Dataset) -> None:
    assert verdict(graph) == plainly(graph)


@pytest.mark.parametrize("group", range(8))
def test_whatever_is_wrong_with_what_joins_articles_what_goes_out_conforms(group: int) -> None:
    updates = [update for several in joins.BREAKS.values() for update in several][group::8]
    valid, report = gate(named(*updates), jobs=1)
    assert report.violations
    assert not plainly(valid.dataset())


@pytest.mark.usefixtures("finely")
def test_processes_find_the_same() -> None:
    graph = merged(*UPDATES[5::20])
    assert check(graph, jobs=2) == check(graph, jobs=1)


def test_a_graph_without_articles_gives_the_verdict_of_plain_pyshacl() -> None:
    graph = terms.dataset(
        ox.parse(
            f"@prefix cg: <{PREFIXES['cg']}> . _:b a cg:Claim ; cg:claimant [ a cg:Person ] . [] cg:agent 7 .",
            format=ox.RdfFormat.TURTLE,
        )
    )
    expected = plainly(graph)
    assert expected
    assert verdict(graph) == expected


# --- what a piece holds


class Watched(Graph):
    """A graph that notes what it is asked for."""

    asked: set[Triple]

    def triples(self, triple: Any) -> Any:
        for found in super().triples(triple):
            self.asked.add(found)
            yield found


def test_a_piece_holds_all_that_pyshacl_asks_for() -> None:
    """On its own nodes. Types are there as far as they are asked for, superclasses too, so they are left out here."""
    graph = shacl.beside_ontology([flat(merged())])
    for piece in Cutter(graph, shacl.plans()).groups():
        watched = Watched(bind_namespaces="none")
        for triple in graph:
            watched.add(triple)
        wanted = Graph(bind_namespaces="none")
        for shapes, nodes in piece.nodes.items():
            for shape in shapes:
                for triple in shacl.plans().near[shape]:
                    wanted.add(triple)
                for node in nodes:
                    wanted.add((shape, SH.targetNode, node))
        watched.asked = set()
        assert not shacl.run(watched, wanted)
        assert {t for t in watched.asked if t[1] != RDF.type and "#subClassOf" not in str(t[1])} <= piece.triples


def far(shapes: str) -> bool:
    prefixes = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://example.org/> . "
    return not plan(Graph().parse(data=prefixes + shapes, format="turtle")).asked


@pytest.mark.parametrize(
    "rest",
    [
        "sh:closed true",
        "sh:sparql x:query",
        "sh:deactivated true",
        "x:component 7",
        "sh:node x:Shape",
        "sh:property [ sh:path [ sh:zeroOrMorePath x:p ] ; sh:minCount 1 ]",
        "sh:property [ sh:path <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ; sh:minCount 1 ]",
    ],
)
def test_a_shape_that_may_look_anywhere_is_asked_of_the_whole(rest: str) -> None:
    assert far(f"x:Shape a sh:NodeShape ; sh:targetClass x:C ; {rest} .")


def test_most_shapes_are_asked_piece_by_piece() -> None:
    queries = set(shacl.shapes().subjects(SH.sparql))
    whole_ones = set(shacl.plans().whole.subjects(RDF.type, SH.NodeShape))
    assert queries <= whole_ones
    assert len(shacl.plans().asked) > len(whole_ones)


# --- a user's own shapes


def test_other_shapes_are_asked_as_they_are() -> None:
    shapes = Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://example.org/> .
            x:S a sh:NodeShape ; sh:targetClass x:C ; sh:closed true ; sh:message "Closed." .""",
        format="turtle",
    )
    data = Graph().parse(data="@prefix x: <https://example.org/> . x:a a x:C ; x:p 1 .", format="turtle")
    found = check(data, shapes=shapes).violations
    assert {(v.shape, v.node, v.message) for v in found} == {
        ("https://example.org/S", "https://example.org/a", "Closed.")
    }


def test_shapes_that_cannot_be_run_are_refused_in_a_line() -> None:
    shapes = Graph().parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . [] a sh:PropertyShape ; sh:targetNode sh:x ; sh:minCount 1 .",
        format="turtle",
    )
    with pytest.raises(InputError, match=r"^the shapes cannot be applied: [^\n]*sh:path[^\n]*$"):
        check(Graph(), shapes=shapes)


# --- the cache


def test_the_cache_changes_nothing_but_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = named(*UPDATES[3::20])
    first = check(graph, jobs=1, cache=tmp_path)
    assert first == check(graph, jobs=1)
    monkeypatch.setattr(shacl, "run", None)  # nothing is left to be run
    assert check(named(*UPDATES[3::20]), jobs=1, cache=tmp_path) == first


def test_an_unchanged_article_is_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(named(), jobs=1, cache=tmp_path)
    asked: list[str] = []
    old = shacl.of_pieces

    def noting(pieces: Iterable[Piece]) -> list[tuple[str, frozenset[shacl.Finding]]]:
        asked.extend(str(piece.nodes) for piece in pieces)
        return old(pieces)

    monkeypatch.setattr(shacl, "of_pieces", noting)
    changed = named(drop(TOLD, "cg:cueMention"))
    assert verdict(changed, cache=tmp_path) == plainly(changed)
    assert any("aaaaaaaaaaa1" in one for one in asked)
    assert not any("bbbbbbbbbbb2/" in one for one in asked)


@pytest.mark.parametrize(
    "damaged",
    ["", "{}", "[]", '{"key": "x", "findings": [], "sum": ""}', '{"findings": [[1,2,3,4,5,6,7]]}', "[" * 9999],
)
def test_a_damaged_verdict_is_made_anew(tmp_path: Path, damaged: str) -> None:
    graph = named(drop(TOLD, "cg:cueMention"))
    first = check(graph, jobs=1, cache=tmp_path)
    files = list(tmp_path.rglob("*.json"))
    assert files
    for file in files:
        file.write_text(damaged)
    assert check(graph, jobs=1, cache=tmp_path) == first
    assert all(json.loads(file.read_text())["key"] == file.stem for file in files)


def test_a_verdict_that_was_changed_by_hand_is_not_believed(tmp_path: Path) -> None:
    graph = named(drop(TOLD, "cg:cueMention"))
    first = check(graph, jobs=1, cache=tmp_path)
    for file in tmp_path.rglob("*.json"):
        file.write_text(json.dumps(json.loads(file.read_text()) | {"findings": []}))
    assert check(graph, jobs=1, cache=tmp_path) == first


def test_a_cache_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be the folder of the cache"):
        check(Graph(), cache=tmp_path / "file")


def test_commands_take_jobs_and_a_cache(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("validate", GOOD, "--jobs", "2", "--cache", tmp_path / "verdicts")
    assert (code, "conforms" in out) == (0, True)
    assert list((tmp_path / "verdicts").rglob("*.json"))
    assert run("validate", GOOD, "--jobs", "0")[0] == 2


# --- processes

SCRIPT = """
import multiprocessing, sys
from claimgraph.validated import check, load_graph, whole
multiprocessing.set_start_method(sys.argv[2])
whole.SIZE = 1
print(len(check(load_graph(sys.argv[1]), jobs=2).violations))
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_script_without_a_main_guard_works(tmp_path: Path, method: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    done = subprocess.run([sys.executable, script, GOOD, method], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (0, "0\n"), done.stderr


def killed(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_dies_is_told_of() -> None:
    with pytest.raises(ClaimgraphError, match="was killed"):
        list(pool.mapped(killed, [1], 2))


INTERRUPTED = """
import os, signal, time
from claimgraph.validated import pool
def tasks():
    yield 600
    yield 600
    os.kill(os.getpid(), signal.SIGINT)
list(pool.mapped(time.sleep, tasks(), 2))
"""


def test_an_interruption_ends_all() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=120)
    assert done.returncode != 0
    assert "KeyboardInterrupt" in done.stderr
