"""`claimgraph load` into the real servers: afterwards they hold what the file holds."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

import claimgraph
import servers
from claimgraph.resources import SAMPLES
from news import HOSTILE, LABEL, article, description, entries, quad, written
from servers import Asked, Peer, Server, forwarding

Run = Callable[..., tuple[int, str, str]]
Load = Callable[..., tuple[int, str, str]]
PROTOCOLS = pytest.mark.parametrize("protocol", ["gsp", "update"])


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus, built."""
    path = tmp_path_factory.mktemp("sample") / "graph.nq"
    path.write_bytes(claimgraph.export(claimgraph.build(SAMPLES).valid, "nq"))
    return path


def quads(*paths: Path) -> list[ox.Quad]:
    return [quad for path in paths for quad in ox.parse(path=path)]


def holds(server: Server, base: str, *paths: Path) -> bool:
    """Whether a server holds under a base just what these files hold."""
    there = {name for name in servers.names(server) if name.startswith(base)}
    return servers.dump(server, there) == servers.canonical(quads(*paths))


@PROTOCOLS
def test_the_endpoint_s_canonical_dump_equals_the_file_s(
    protocol: str, server: Server, sample: Path, base: str, tmp_path: Path, load: Load
) -> None:
    path = tmp_path / "graph.nq"
    path.write_text(sample.read_text(encoding="utf-8").replace(claimgraph.vocabulary.BASE, base), encoding="utf-8")
    code, out, err = load(server, path, "--protocol", protocol, "--verify")
    assert (code, out) == (0, "")
    assert "13 graphs read back and equal" in err
    assert holds(server, base, path)
    assert load(server, path, "--protocol", protocol)[0] == 0
    assert holds(server, base, path)


@PROTOCOLS
def test_whatever_a_text_holds_stays_text(protocol: str, server: Server, base: str, tmp_path: Path, load: Load) -> None:
    name = ox.NamedNode(f"{base}article/aa1")
    told = [ox.Quad(name, ox.NamedNode(f"urn:p{n}"), ox.Literal(text), name) for n, text in enumerate(HOSTILE)]
    told.append(
        ox.Quad(name, ox.NamedNode("http://e.example/a?b='c'&d=(e)*f,g;~#%20é"), ox.Literal("x", language="ar"), name)
    )
    path = tmp_path / "a.nq"
    path.write_bytes(ox.serialize(told, format=ox.RdfFormat.N_QUADS) or b"")
    assert load(server, path, "--protocol", protocol)[0] == 0
    assert holds(server, base, path)


@PROTOCOLS
def test_a_changed_article_is_replaced_and_what_is_not_ours_stays(
    protocol: str, server: Server, base: str, tmp_path: Path, load: Load
) -> None:
    other = written(tmp_path / "other.nq", [quad("urn:a", LABEL, '"of others"', f"{base}elsewhere")])
    first = written(tmp_path / "1.nq", article(base, "aa1", ["x", "y"], "old"), entries(base, {"x": "X", "y": "Y"}))
    second = written(tmp_path / "2.nq", article(base, "aa1", ["x"], "new"), entries(base, {"x": "X anew"}))
    for path in (other, first, second):
        assert load(server, path, "--protocol", protocol)[0] == 0
    assert holds(server, base, other, second)


@PROTOCOLS
def test_a_description_goes_with_the_last_article_that_it_alone_is_about(
    protocol: str, server: Server, base: str, tmp_path: Path, load: Load
) -> None:
    def build(name: str, articles: dict[str, str]) -> Path:
        told = [line for key, text in articles.items() for line in article(base, key, ["x"], text)]
        return written(tmp_path / f"{name}.nq", told, entries(base, {"x": "X"}), description(base, name, articles))

    both, one, other = build("ab", {"aa1": "", "bb2": ""}), build("a", {"aa1": "anew"}), build("b", {"bb2": "anew"})
    for path, descriptions in ((both, {"ab"}), (one, {"ab", "a"}), (other, {"ab", "a", "b"}), (both, {"ab"})):
        assert load(server, path, "--protocol", protocol)[0] == 0
        names = {name.removeprefix(f"{base}dataset/") for name in servers.names(server) if f"{base}dataset/" in name}
        assert names == {f"{key}/description" for key in descriptions}
    assert holds(server, base, both)
    assert load(server, one, "--prune", "--protocol", protocol)[0] == 0
    assert holds(server, base, one)


@PROTOCOLS
def test_a_second_file_leaves_the_first_one_s_actors_described(
    protocol: str, server: Server, base: str, tmp_path: Path, load: Load
) -> None:
    first = written(tmp_path / "1.nq", article(base, "aa1", ["x", "y"]), entries(base, {"x": "X", "y": "Y"}))
    second = written(tmp_path / "2.nq", article(base, "aa2", ["y", "z"]), entries(base, {"y": "Y anew", "z": "Z"}))
    both = written(
        tmp_path / "both.nq",
        article(base, "aa1", ["x", "y"]),
        article(base, "aa2", ["y", "z"]),
        entries(base, {"x": "X", "y": "Y anew", "z": "Z"}),
    )
    for path in (first, second):
        assert load(server, path, "--protocol", protocol)[0] == 0
    assert holds(server, base, both)
    code, out, _ = load(server, second, "--protocol", protocol, "--prune", "--dry-run")
    assert (code, re.findall(r"^(\w+) <(?!.*aa2)(.+)>", out, re.MULTILINE)) == (
        0,
        [("drop", f"{base}article/aa1"), ("cut", f"{base}registry"), ("cut", f"{base}stories")],
    )
    assert holds(server, base, both)
    code, _, err = load(server, second, "--protocol", protocol, "--prune")
    assert (code, "1 graph removed" in err) == (0, True)
    assert holds(server, base, second)


def test_two_files_at_once_are_as_two_one_after_the_other(
    oxigraph: Server, base: str, tmp_path: Path, load: Load
) -> None:
    first = written(tmp_path / "1.nq", article(base, "aa1", ["x", "y"]), entries(base, {"x": "X", "y": "Y"}))
    second = written(tmp_path / "2.nq", article(base, "aa2", ["y"]), entries(base, {"y": "Y anew"}))
    assert load(oxigraph, first)[0] == load(oxigraph, second)[0] == 0
    there = {name for name in servers.names(oxigraph) if name.startswith(base)}
    before = servers.dump(oxigraph, there)
    assert load(oxigraph, first, second, "--prune")[0] == 0
    assert servers.dump(oxigraph, there) == before


@PROTOCOLS
def test_small_batches_come_to_the_same(protocol: str, server: Server, base: str, tmp_path: Path, load: Load) -> None:
    many = [
        quad(f"{base}article/aa1#char={n},{n}", f"urn:p{n % 3}", f'"{n}"', f"{base}article/aa1") for n in range(2500)
    ]
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]), many, entries(base, {"x": "X"}))
    code, _, err = load(server, path, "--protocol", protocol, "--batch", "20000")
    found = re.search(r"(\d+) requests", err)
    assert (code, bool(found and int(found[1]) > 10)) == (0, True)
    assert holds(server, base, path)


@PROTOCOLS
def test_a_dry_run_writes_nothing(protocol: str, oxigraph: Server, base: str, tmp_path: Path, run: Run) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]), entries(base, {"x": "X"}))
    with Peer(forwarding(oxigraph.url)) as peer:
        code, out, err = run("load", path, "--to", peer.url, "--protocol", protocol, "--dry-run")
        assert (code, err) == (0, "")
        assert [asked for asked in peer.asked if asked.writes] == []
        assert f"replace <{base}article/aa1>: 3 triples, 1 request, " in out
        told = re.search(r"it would be (\d+) requests, ([\d,]+) bytes, by ", out)
        assert run("load", path, "--to", peer.url, "--protocol", protocol)[0] == 0
        sent = [asked for asked in peer.asked if asked.writes]
    assert told is not None
    assert (int(told[1]), int(told[2].replace(",", ""))) == (len(sent), sum(len(asked.body) for asked in sent))


# What servers call their services; Oxigraph stands behind them.
LAYOUTS = {
    "fuseki": ("/ds", {"/ds/data": "/store", "/ds/update": "/update", "/ds/query": "/query"}),
    "fuseki's query": ("/ds/query", {"/ds/data": "/store", "/ds/update": "/update", "/ds/query": "/query"}),
    "rdf4j": (
        "/repositories/news",
        {
            "/repositories/news": "/query",
            "/repositories/news/statements": "/update",
            "/repositories/news/rdf-graphs/service": "/store",
        },
    ),
    "only updates": ("", {"/update": "/update", "/sparql": "/query"}),
    "one for all": ("/db", {"/db": "/store", "/db/query": "/query"}),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_services_are_found_by_looking(layout: str, oxigraph: Server, base: str, tmp_path: Path, run: Run) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]), entries(base, {"x": "X"}))
    to, paths = LAYOUTS[layout]
    with Peer(forwarding(oxigraph.url, paths)) as peer:
        code, _, err = run("load", path, "--to", peer.url + to)
        first = next(i for i, asked in enumerate(peer.asked) if asked.writes)
        assert {asked.method for asked in peer.asked[:first]} == {"GET"}
    assert code == 0
    assert ("SPARQL Update" if layout == "only updates" else "Graph Store Protocol") in err
    assert holds(oxigraph, base, path)


@pytest.mark.parametrize("way", ["/store", "/query", "/update", "/"])
def test_any_service_s_address_leads_to_the_others(
    way: str, oxigraph: Server, base: str, tmp_path: Path, run: Run
) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]))
    code, _, err = run("load", path, "--to", oxigraph.url + way)
    assert (code, f"to {oxigraph.url}/store;" in err) == (0, True)


def test_services_may_be_named(oxigraph: Server, base: str, tmp_path: Path, run: Run) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]))
    paths = {"/here": "/update", "/there": "/query"}
    with Peer(forwarding(oxigraph.url, paths)) as peer:
        named = ["--update", f"{peer.url}/here", "--query", f"{peer.url}/there"]
        assert run("load", path, *named)[0] == 0
        assert {asked.path.partition("?")[0] for asked in peer.asked} == set(paths)
    assert holds(oxigraph, base, path)


def test_a_store_alone_will_do_but_for_pruning(oxigraph: Server, base: str, tmp_path: Path, run: Run) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]), entries(base, {"x": "X"}))
    with Peer(forwarding(oxigraph.url, {"/only": "/store"})) as peer:
        assert run("load", path, "--store", f"{peer.url}/only", "--verify")[0] == 0
        code, _, err = run("load", path, "--store", f"{peer.url}/only", "--prune")
    assert (code, "give --query" in err) == (2, True)
    assert holds(oxigraph, base, path)


def test_where_nothing_is_found_it_says_where_it_looked(tmp_path: Path, base: str, run: Run) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]))
    with Peer(lambda _: servers.Answer(404)) as peer:
        code, _, err = run("load", path, "--to", f"{peer.url}/ds")
    assert code == 2
    assert f"no service to load into was found ({peer.url}/ds, {peer.url}/ds/store, " in err


def test_a_refused_graph_does_not_hold_up_the_others(oxigraph: Server, base: str, tmp_path: Path, run: Run) -> None:
    path = written(tmp_path / "a.nq", *(article(base, f"aa{n}", []) for n in range(3)))
    within = forwarding(oxigraph.url)

    def behave(asked: Asked) -> servers.Answer:
        refused = asked.writes and "aa1" in asked.path
        return servers.Answer(400, {"Content-Type": "text/plain"}, b"not\x1b[2J this one") if refused else within(asked)

    with Peer(behave) as peer:
        code, _, err = run("load", path, "--to", peer.url)
    assert code == 2
    assert f"graph <{base}article/aa1>: {peer.url}/store answers 400 Bad Request (not\ufffd[2J this one)" in err
    assert "3 graphs, 1 not as they should be" in err
    assert {f"{base}article/aa{n}" for n in (0, 2)} == {
        name for name in servers.names(oxigraph) if name.startswith(base)
    }


def test_a_server_that_loses_triples_is_found_out(oxigraph: Server, base: str, tmp_path: Path, run: Run) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", ["x"]))
    within = forwarding(oxigraph.url)

    def behave(asked: Asked) -> servers.Answer:
        return within(Asked(asked.method, asked.path, asked.headers, b"\n".join(asked.body.split(b"\n")[1:])))

    with Peer(behave) as peer:
        code, _, err = run("load", path, "--to", peer.url)
        assert (code, "the endpoint holds 2 triples of 3: load it again" in err) == (2, True)
        code, _, err = run("load", path, "--to", peer.url, "--verify")
    assert (code, f"the endpoint differs in 1: it lacks <{base}article/aa1>" in err) == (2, True)


def test_virtuoso_s_broken_durations_are_found_out(virtuoso: Server, base: str, tmp_path: Path, load: Load) -> None:
    length = '"P1D"^^<http://www.w3.org/2001/XMLSchema#duration>'
    fine, name = article(base, "aa2", []), f"{base}article/aa1"
    path = written(tmp_path / "a.nq", article(base, "aa1", []), [quad(name, "urn:length", length, name)], fine)
    assert load(virtuoso, path)[0] == 0  # by number all is there
    code, _, err = load(virtuoso, path, "--verify")
    assert (code, "1 not as they should be" in err) == (2, True)
    code, _, err = load(virtuoso, path, "--protocol", "update")
    assert (code, f"graph <{name}>: {virtuoso.url}/sparql-auth answers 500" in err) == (2, True)
    assert servers.dump(virtuoso, [f"{base}article/aa2"]).count("\n") == 1


def test_virtuoso_tells_who_may_not_write(virtuoso: Server, base: str, tmp_path: Path, run: Run) -> None:
    path = written(tmp_path / "a.nq", article(base, "aa1", []))
    for named in (["--store", f"{virtuoso.url}/sparql-graph-crud"], ["--update", f"{virtuoso.url}/sparql"]):
        code, _, err = run("load", path, *named, "--query", f"{virtuoso.url}/sparql")
        assert (code, err.count("\n")) == (2, 1)
        assert "give a user who may write there: --user" in err


def test_the_example_in_the_help_runs(
    oxigraph: Server, base: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = run("load", "--help")
    example = out.partition("Example:\n")[2].splitlines()[0].strip()
    written(tmp_path / "graph.nq", article(base, "aa1", []))
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*shlex.split(example.replace("http://localhost:7878", oxigraph.url))[1:])
    assert (code, out, "1 graph read back and equal" in err) == (0, "", True)
