"""A built graph describes itself: its numbers are those of the written file, and it tells what it was built from."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
import spacy
from rdflib import DCTERMS, PROV, RDF, VOID, Dataset, Graph, URIRef
from spacy.language import Language

import claimgraph
from breaks import ARTICLE, DESCRIBED, GOOD, SECOND, STRIKE, broken
from claimgraph import description, language, questions, registry
from claimgraph.errors import ClaimgraphError, InputError
from claimgraph.model import Article, Making, Software, Source, Use
from claimgraph.resources import REGISTRY, SHAPES
from claimgraph.validated import ValidGraph, check, described, export, gate, load_graph
from claimgraph.vocabulary import BASE, CG, SCHEMA

Run = Callable[..., tuple[int, str, str]]
MAKING = Making((Software("claimgraph", version="0.1.0"),), (Source(Use.REGISTRY, "mine.ttl", "0a" * 32),))
NEWS = [
    Article(
        "harbour", "The harbour police said on Monday that two boats had been seized in Basra.", issued="2031-05-04"
    ),
    Article("depot", "The United States denied that fuel had been moved to Baghdad.", publisher="Hill Post"),
]
COUNTS = {
    VOID.triples: "(COUNT(*) AS ?n) { ?s ?p ?o }",
    VOID.entities: "(COUNT(DISTINCT ?s) AS ?n) { ?s a ?c }",
    VOID.classes: "(COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }",
    VOID.properties: "(COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
}


@pytest.fixture(autouse=True)
def loaded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader that the tests share, and no time from outside."""
    monkeypatch.setattr(claimgraph, "_nlp", lambda: nlp)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def built(**given: object) -> Graph:
    """The graph of the two articles, description and all."""
    return claimgraph.build(NEWS, **given).valid.graph()  # type: ignore[arg-type]


def dataset_of(graph: Graph) -> URIRef:
    """The one dataset that a graph is described as."""
    (found,) = set(graph.subjects(VOID.classPartition))
    assert isinstance(found, URIRef)
    return found


@cache
def good() -> ValidGraph:
    return gate(load_graph(GOOD))[0]


def of_good(making: Making = MAKING, base: str = BASE) -> Graph:
    return description.describe(good(), making, base)


@pytest.mark.parametrize("form", ["ttl", "nq", "jsonld", "rdf"])
def test_the_numbers_are_those_of_the_written_file(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{form}"
    path.write_bytes(export(claimgraph.build(NEWS).valid, form))
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in ox.parse(path=str(path)))

    def number(query: str) -> int:
        (row,) = store.query(f"SELECT {query}")  # type: ignore[misc]
        return int(row[0].value)

    graph = Graph()
    for s, p, o, _ in load_graph(path).quads():
        graph.add((s, p, o))
    dataset = dataset_of(graph)
    for property_, query in COUNTS.items():
        assert int(str(graph.value(dataset, property_))) == number(query), property_
    parts = list(graph.objects(dataset, VOID.classPartition))
    for part in parts:
        one = graph.value(part, VOID["class"])
        assert int(str(graph.value(part, VOID.entities))) == number(f"(COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{one}> }}")
    classes = {o for o in graph.objects(None, RDF.type) if str(o).startswith(str(CG))}
    assert {graph.value(part, VOID["class"]) for part in parts} == classes


def test_it_tells_the_articles_the_files_and_the_software(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("kind,label,source\nPerson,Vera Pell,a leaflet\n", "utf-8")
    cues, triggers = tmp_path / "words.toml", tmp_path / "events.toml"
    cues.write_text('[[verb]]\nlemmas = ["radio"]\nact = "Assertion"\nframes = ["clause"]\norigin = "x"\n', "utf-8")
    triggers.write_text('[[noun]]\nlemmas = ["clash"]\n', "utf-8")
    known = registry.load(REGISTRY, mine)
    graph = built(registry=known, words=claimgraph.lexicon(cues), triggers=claimgraph.triggers(triggers))
    build = graph.value(dataset_of(graph), PROV.wasGeneratedBy)
    used = set(graph.objects(build, PROV.used))
    assert set(graph.subjects(RDF.type, CG.Article)) <= used
    told = (SCHEMA.additionalType, DCTERMS.title, SCHEMA.sha256)
    rows = [[str(graph.value(f, p)) for p in told] for f in used - set(graph.subjects(RDF.type, CG.Article))]
    files = {(use, name): sum_ for use, name, sum_ in rows}
    shapes = b"".join(path.read_bytes() for path in sorted(SHAPES.glob("*.ttl")))
    assert files.pop(("shapes", "shapes")) == sha256(shapes).hexdigest()
    assert files.pop(("ontology", "claimgraph.ttl"))
    given = [("registry", REGISTRY), ("registry", mine), ("cues", cues), ("triggers", triggers)]
    assert files == {(use, path.name): sha256(path.read_bytes()).hexdigest() for use, path in given}
    agents = set(graph.objects(build, PROV.wasAssociatedWith))
    assert {str(graph.value(a, DCTERMS.title)) for a in agents} == {"claimgraph", "claimgraph_reader"}
    versions = {str(graph.value(a, SCHEMA.softwareVersion)) for a in agents}
    assert versions == {claimgraph.__version__, "None"}


def test_what_the_gate_leaves_out_is_not_told_of() -> None:
    dataset = load_graph(GOOD)
    article = dataset.graph(URIRef(SECOND))
    article.remove((None, CG.reportedIn, None))
    valid, report = gate(dataset)
    assert report.left_out
    graph = description.describe(valid, MAKING, BASE)
    build = graph.value(dataset_of(graph), PROV.wasGeneratedBy)
    assert [str(o) for o in graph.objects(build, PROV.used) if "/article/" in str(o)] == [ARTICLE[1:-1]]
    assert "1 news article" in str(graph.value(dataset_of(graph), DCTERMS.title))


def test_the_same_build_has_the_same_iri_and_another_one_another() -> None:
    first = of_good()
    assert set(of_good()) == set(first)
    others = [
        of_good(replace(MAKING, software=(Software("claimgraph", version="0.2.0"),))),
        of_good(replace(MAKING, sources=())),
        of_good(replace(MAKING, ended=datetime(2031, 5, 4, tzinfo=UTC))),
    ]
    assert len({dataset_of(graph) for graph in (first, *others)}) == 4


def test_descriptions_of_several_builds_lie_side_by_side() -> None:
    both, valid = Dataset(), good()
    for making in (MAKING, replace(MAKING, sources=()), replace(MAKING, ended=datetime(2031, 5, 4, tzinfo=UTC))):
        for quad in described(valid, description.describe(valid, making, BASE)).dataset().quads():
            both.graph(quad[3]).add(quad[:3])
    report = check(both)
    assert report.violations == ()
    valid, report = gate(both)
    assert report.conforms
    assert len(valid) == len(list(both.quads())), "what was described passes the gate again, description and all"


def test_a_time_is_told_where_the_environment_gives_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not list(built().subject_objects(PROV.endedAtTime))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935704096")
    graph = built()
    (build,) = graph.subjects(RDF.type, PROV.Activity)
    assert str(graph.value(build, PROV.endedAtTime)) == "2031-05-04T23:34:56Z"
    assert str(graph.value(dataset_of(graph), DCTERMS.issued)) == "2031-05-04T23:34:56Z"


@pytest.mark.parametrize("wrong", ["today", "-1", "1.5", "٣", "9" * 30, " 1"])
def test_what_is_no_time_is_refused_before_the_work(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
    with pytest.raises(InputError, match=r"SOURCE_DATE_EPOCH is .*: set it to a number of seconds"):
        claimgraph.build(NEWS)


def test_the_base_is_told_as_that_of_all_iris_only_where_it_is() -> None:
    for base in (BASE, "https://example.org/"):
        assert list(map(str, built(base=base).objects(None, VOID.uriSpace))) == [base]
    assert not list(of_good(base="https://example.org/").objects(None, VOID.uriSpace))


def test_a_files_name_can_be_anything() -> None:
    names = ('a"> .ttl\n', "name\udcff.ttl", "</rdf:RDF>")
    graph = of_good(replace(MAKING, sources=tuple(Source(Use.CUES, name, "0a" * 32) for name in names)))
    made = described(good(), graph)
    titles = {str(made.graph().value(f, DCTERMS.title)) for f in made.graph().subjects(SCHEMA.additionalType)}
    assert titles == {'a"> .ttl\n', "name\ufffd.ttl", "</rdf:RDF>"}
    assert all(export(made, form) for form in ("ttl", "rdf", "jsonld"))


def test_a_description_that_does_not_conform_is_not_written() -> None:
    graph = of_good()
    graph.remove((None, DCTERMS.title, None))
    with pytest.raises(ClaimgraphError, match=r"the description of the graph does not conform: .*dcterms:title"):
        described(good(), graph)


def test_where_nothing_is_built_nothing_is_described() -> None:
    assert len(claimgraph.build([]).valid) == 0


def test_the_sound_description_of_the_tests_conforms() -> None:
    assert check(broken(DESCRIBED)).violations == ()


def test_another_pipeline_is_told_by_its_name_and_version() -> None:
    other = spacy.blank("en", meta={"name": "hills", "version": "3.1.4"})
    assert language.software(other) == Software("en_hills", version="3.1.4")


def test_the_licence_of_the_weights_is_told_of_the_shipped_ones_only(nlp: Language, tmp_path: Path) -> None:
    shipped = language.software(nlp)
    assert shipped.licence == "https://creativecommons.org/licenses/by-sa/4.0/"
    (tmp_path / "SHA256SUMS").write_text("other weights", "utf-8")
    assert Software.weighed("x", tmp_path).sha256 == sha256(b"other weights").hexdigest() != shipped.sha256


def test_the_versions_are_told(run: Run) -> None:
    code, out, err = run("--version")
    assert (code, err) == (0, "")
    first, reader, ontology = out.splitlines()
    assert first == f"claimgraph {claimgraph.__version__}"
    graph = built()
    assert reader.removeprefix("reader ") in {str(o) for o in graph.objects(None, SCHEMA.sha256)}
    assert f"<{graph.value(dataset_of(graph), DCTERMS.conformsTo)}>" in ontology


def test_explain_and_the_other_questions_are_not_disturbed(run: Run, tmp_path: Path) -> None:
    answers = []
    for name, graph in (("plain", good()), ("described", described(good(), of_good()))):
        path = tmp_path / f"{name}.ttl"
        path.write_bytes(export(graph, "ttl"))
        asked = [run("query", path, q, "--format", "csv") for q in questions.named() if q != "about"]
        answers.append([*asked, run("explain", path, STRIKE[1:-1])])
    assert answers[0] == answers[1]
