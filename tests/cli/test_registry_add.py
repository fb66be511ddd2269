"""`claimgraph registry add`: what a file holds afterwards, and what leaves it as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph import registry
from claimgraph.commands.registry import add
from claimgraph.model import Kind
from claimgraph.registry import Entry, Label, Role
from claimgraph.registry.table import HEADER
from claimgraph.resources import REGISTRY

Run = Callable[..., tuple[int, str, str]]
TURTLE = """# whom we know
@prefix who: <https://w3id.org/claimgraph/id/actor/> .
@prefix cg: <https://example.org/other#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix c: <https://w3id.org/claimgraph/ontology#> .

who:a a c:Person ; skos:prefLabel "Twin"@en .
who:b a c:Person ; skos:prefLabel "Twin"@en .
who:vera a c:Person ; skos:prefLabel "Vera Pell"@en . # a clerk"""
ROWS = [
    f"{note},{source}{',' * 12}{label},Person,{id_}"
    for note, source, label, id_ in (
        ("", "", "Twin", "actor/a"),
        ("", "", "Twin", "actor/b"),
        ("a clerk", "a leaflet", "Vera Pell", "actor/vera"),
    )
]
TABLE = "\ufeff" + "\r\n".join([f"note,{','.join(reversed(HEADER))}", *ROWS])


@pytest.mark.parametrize("name", ["mine.ttl", "mine.csv"])
def test_a_file_that_is_missing_is_made(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    given = [
        "--kind",
        "ArmedGroup",
        "--label",
        "Lagoon Guard",
        "--alt",
        "Garde@fr",
        "--alt",
        "a|b",
        "--metonym",
        "Quay",
    ]
    given += ["--part-of", "Badr Organisation", "--match", "https://example.org/1", "--source", "a leaflet"]
    code, out, err = run("registry", "add", path, *given)
    assert (code, err) == (0, "")
    assert out.startswith(f"{path}: added actor/lagoon-guard\n")
    assert "Lagoon Guard" in out.partition("\n")[2]
    assert registry.load(REGISTRY, path).entries["actor/lagoon-guard"] == Entry(
        "actor/lagoon-guard",
        Kind.ARMED_GROUP,
        Label("Lagoon Guard"),
        (Label("a|b"), Label("Garde", "fr")),
        metonyms=("Quay",),
        part_of="actor/badr-organisation",
        matches=("https://example.org/1",),
        source="a leaflet",
    )


@pytest.mark.parametrize(("name", "text"), [("mine.ttl", TURTLE), ("mine.csv", TABLE)])
def test_what_is_there_stays_as_it_is(run: Run, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode())
    assert run("registry", "add", path, "--kind", "Person", "--label", 'Ada "the quay" Pell')[0] == 0
    assert path.read_bytes().startswith(text.encode())
    known = registry.load(path)
    assert known.entries["actor/ada-the-quay-pell"].label == Label('Ada "the quay" Pell')
    assert known.entries["actor/vera"].label == Label("Vera Pell")


@pytest.mark.parametrize("name", ["mine.ttl", "mine.csv"])
def test_a_role_has_its_sides_by_label_and_two_terms(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    run("registry", "add", path, "--kind", "Person", "--label", "Vera Pell")
    role = ["--member", "Vera Pell", "--organization", "Badr Organisation", "--role", "clerk"]
    assert run("registry", "add", path, *role, "--since", "2031-05", "--until", "2032")[0] == 0
    assert run("registry", "add", path, *role, "--since", "2034-01-02", "--source", "https://example.org/x")[0] == 0
    sides = ("actor/vera-pell", "actor/badr-organisation", "clerk")
    assert [one for one in registry.load(REGISTRY, path).roles if one.member == "actor/vera-pell"] == [
        Role("affiliation/vera-pell-badr-organisation-2031-05", *sides, "2031-05", "2032"),
        Role("affiliation/vera-pell-badr-organisation-2034-01-02", *sides, "2034-01-02", None, "https://example.org/x"),
    ]


@pytest.mark.parametrize("name", ["mine.ttl", "mine.csv"])
@pytest.mark.parametrize("to", ["actor/pmf", "https://w3id.org/claimgraph/id/actor/pmf", "label"])
def test_names_are_added_to_an_entry_of_another_file(run: Run, tmp_path: Path, name: str, to: str) -> None:
    path, shipped = tmp_path / name, registry.load().entries["actor/pmf"]
    to = shipped.alt_labels[0].text if to == "label" else to
    code, out, _ = run("registry", "add", path, "--to", to, "--alt", "The Ready", "--source", "a leaflet")
    assert (code, out.partition("\n")[0]) == (0, f"{path}: added to actor/pmf")
    now = registry.load(REGISTRY, path).entries["actor/pmf"]
    assert set(now.alt_labels) == {*shipped.alt_labels, Label("The Ready")}
    assert (now.label, now.kind) == (shipped.label, shipped.kind)


def test_a_label_means_a_place_where_a_place_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    assert run("registry", "add", path, "--kind", "Place", "--label", "Quayton Cross")[0] == 0
    assert run("registry", "add", path, "--to", "place/quayton-cross", "--part-of", "Iraq")[0] == 0
    assert run("registry", "add", path, "--kind", "ArmedGroup", "--label", "Quay Guard", "--part-of", "Iraq")[0] == 0
    known = registry.load(REGISTRY, path).entries
    assert (known["place/quayton-cross"].part_of, known["actor/quay-guard"].part_of) == ("place/iraq", "actor/iraq")


REFUSED: dict[str, tuple[list[str], str]] = {
    "nothing": ([], "--kind is missing: give it, one of Place"),
    "no kind": (["--label", "x"], "--kind is missing"),
    "no label": (["--kind", "Person"], "--label is missing"),
    "no organization": (["--member", "Vera Pell", "--role", "x"], "--organization is missing"),
    "no such kind": (["--kind", "Persn", "--label", "x"], "--kind: 'Persn' is no kind: take one of"),
    "no date": (
        ["--member", "Vera Pell", "--organization", "actor/pmf", "--since", "May"],
        "--since: 'May' is no date",
    ),
    "an end before the beginning": (
        ["--member", "Vera Pell", "--organization", "actor/pmf", "--since", "2032", "--until", "2031-04"],
        "2031-04 is before 2032",
    ),
    "a role of a person in a person": (
        ["--member", "Vera Pell", "--organization", "actor/vera"],
        "one cg:organization",
    ),
    "an id that is there": (["--kind", "Person", "--label", "Vera"], "actor/vera is there already, in"),
    "an id of the shipped registry": (["--kind", "ArmedGroup", "--label", "PMF"], "give another one with --id, or add"),
    "nobody": (["--member", "Nobody Known", "--organization", "actor/pmf"], "'Nobody Known' is neither an id nor a"),
    "two of a label": (
        ["--member", "Twin", "--organization", "actor/pmf"],
        "label of actor/a and actor/b: give the id",
    ),
    "an entry and a role": (["--label", "x", "--role", "y", "--kind", "Person"], "--role is for roles, and --label is"),
    "a kind with a role": (["--kind", "Person", "--role", "x"], "--role is for roles: leave --kind out"),
    "a label with --to": (["--to", "actor/pmf", "--label", "x"], "leave --label out"),
    "nothing with --to": (["--to", "actor/pmf"], "there is nothing to add"),
    "--to nobody": (["--to", "actor/nobody", "--alt", "x"], "--to 'actor/nobody' is neither an id nor a label"),
    "what the shape refuses": (["--kind", "Place", "--label", "x", "--metonym", "y"], "Only an actor has metonyms"),
    "an id of another sort": (["--kind", "Person", "--label", "x", "--id", "place/x"], "no usable id"),
    "no IRI": (["--kind", "Person", "--label", "x", "--match", "a b"], "--match: 'a b' is no IRI"),
}


@pytest.mark.parametrize(("given", "said"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize(("name", "text"), [("mine.ttl", TURTLE), ("mine.csv", TABLE)])
def test_what_cannot_be_added_leaves_the_file_as_it_was(
    run: Run, tmp_path: Path, name: str, text: str, given: list[str], said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode())
    code, out, err = run("registry", "add", path, *given)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert path.read_bytes() == text.encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_of_another_entry_is_warned_of(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    code, _, err = run(
        "registry", "add", path, "--kind", "ArmedGroup", "--label", "Lagoon Guard", "--alt", "al-Badr Brigades"
    )
    assert (code, err.count("\n")) == (0, 1)
    assert "'al-Badr Brigades' is a name of actor/badr-organisation, too" in err
    assert run("registry", "add", path, "--kind", "Place", "--label", "Badr Brigades")[2] == "", "a place is no actor"


def test_a_column_that_the_header_lacks_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,kind,label\nactor/vera,Person,Vera Pell\n", "utf-8")
    code, _, err = run("registry", "add", path, "--to", "actor/vera", "--alt", "Vera P.")
    assert code == 2
    assert "its header has no column 'alt_labels'" in err


def test_a_file_that_breaks_already_is_told_of(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,kind,label\nactor/vera,Persn,Vera Pell\n", "utf-8")
    code, _, err = run("registry", "add", path, "--kind", "Person", "--label", "x")
    assert code == 2
    assert "line 2, column kind" in err


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp", "Zs", "Cc"]), min_size=1).filter(str.strip)
HOSTILE = st.sampled_from(
    ['"', "\\", '" . <x> <y> <z> .', "a|b", "x@en", "=1+1", "'''", "#", "a,b", "\\u0041", "\u202ex"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(label=TEXTS | HOSTILE, other=TEXTS | HOSTILE, name=st.sampled_from(["mine.ttl", "mine.csv"]))
def test_any_text_is_text(tmp_path: Path, label: str, other: str, name: str) -> None:
    path = tmp_path / name
    path.unlink(missing_ok=True)
    given = {"kind": ["Person"], "label": [f"{label}@en"], "alt_labels": [f"{other}x@fr"], "id": ["actor/x"]}
    add.run(path, given, to=None, beside=(), say=print)
    assert registry.load(path).entries == {
        "actor/x": Entry("actor/x", Kind.PERSON, Label(label), (Label(f"{other}x", "fr"),))
    }
