"""`claimgraph diff`: what came, went or changed; what is no change; exit codes; the JSON by its schema."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from jsonschema import Draft202012Validator
from spacy.language import Language

import claimgraph
from breaks import GOOD
from claimgraph import registry
from claimgraph.commands.diffing import COMPARED
from claimgraph.comparing import Change, Comparison, compare
from claimgraph.comparing.things import Kind
from claimgraph.model import Article
from claimgraph.resources import REGISTRY
from claimgraph.validated import FORMATS, export

DOCS = Path(__file__).parents[2] / "docs"
SAMPLE = Path(__file__).parent / "sample.trig"
SCHEMA = json.loads((DOCS / "schemas/diff.schema.json").read_text("utf-8"))
CG = "https://w3id.org/claimgraph/ontology#"
Run = Callable[..., tuple[int, str, str]]
TEXT = (
    "Police said on Monday that two boats had been seized in Basra. Residents told reporters that three men were "
    "killed in an airstrike on the depot. Colonel Rahim Darwish denied that fuel was moved to Baghdad."
)


@pytest.fixture(autouse=True)
def loaded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader that the tests share, in place of another one."""
    monkeypatch.setattr(claimgraph, "_nlp", lambda: nlp)


def built(*told: tuple[str, str], **given: Any) -> list[ox.Quad]:
    """The graph of some articles, each by its identifier and text."""
    return list(claimgraph.build([Article(*one) for one in told], **given).valid)


def changed(comparison: Comparison) -> set[tuple[str, str, str, tuple[str, ...], tuple[str, ...]]]:
    """What changed: kind, label, field, before, after."""
    return {
        (one.kind, one.label, field.name, field.old, field.new)
        for one in comparison.differences
        if one.change is Change.CHANGED
        for field in one.fields
    }


def numbers(comparison: Comparison) -> dict[str, tuple[int, int, int]]:
    """How many came, went and changed, of each kind of which any did."""
    told = {one.kind: (one.came, one.went, one.changed) for one in comparison.counts}
    return {kind: some for kind, some in told.items() if any(some)}


def sample() -> list[ox.Quad]:
    return list(ox.parse(path=str(SAMPLE), format=ox.RdfFormat.TRIG))


def written(path: Path, quads: list[ox.Quad], form: str = "nq") -> Path:
    ox.serialize(quads, str(path), format=FORMATS[form])
    return path


def test_the_example_of_the_documentation(
    run: Run, build: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (DOCS / "diff.md").read_text("utf-8")
    example, shown = (re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0] for kind in ("bash", "text"))
    monkeypatch.chdir(tmp_path)
    calls = re.findall(r"^claimgraph (\w+) (.*?)(?: \|\|.*)?$", example, re.MULTILINE)
    subprocess.run(["/bin/bash", "-euc", re.sub(r"^claimgraph .*$", "", example, flags=re.MULTILINE)], check=True)
    *made, (command, arguments) = calls
    assert [build(*shlex.split(one))[0] for _, one in made] == [0, 0]
    assert run(command, *shlex.split(arguments)) == (1, shown, "")


def test_words_put_in_above_are_no_change_but_of_the_article() -> None:
    comparison = compare(built(("a", TEXT)), built(("a", f"It rained. {TEXT}")))
    assert numbers(comparison) == {"article": (0, 0, 1)}
    assert {field for _, _, field, _, _ in changed(comparison)} == {"text"}


def test_why_articles_are_joined_is_not_compared_but_that_a_claim_disputes_another_is() -> None:
    """Whether the other one is in the same article or not."""
    quads = list(ox.parse(path=str(GOOD), format=ox.RdfFormat.TRIG))
    bare = [q for q in quads if not str(q.graph_name).endswith("/stories>") or q.predicate.value == f"{CG}disputes"]
    joins = compare(quads, bare)
    assert (joins.equal, joins.old_triples > 70) == (True, True)
    assert numbers(compare(quads, [q for q in bare if q.predicate.value != f"{CG}disputes"])) == {"claim": (0, 0, 2)}


def test_another_base_is_no_change() -> None:
    comparison = compare(built(("a", TEXT)), built(("a", TEXT), base="https://example.org/"))
    assert comparison.equal
    assert not comparison.identical
    assert [(m.what, m.new) for m in comparison.made] == [("base", ("https://example.org/",))]


def test_a_corrected_number_is_told_with_what_it_was() -> None:
    comparison = compare(built(("a", TEXT)), built(("a", TEXT.replace("three men", "four men"))))
    assert ("figure", "Killed “four”", "value", ("3",), ("4",)) in changed(comparison)
    assert numbers(comparison) == {"article": (0, 0, 1), "claim": (0, 0, 1), "figure": (0, 0, 1)}


def test_a_claim_in_other_words_is_the_same_only_with_half_of_the_words() -> None:
    alike = compare(built(("a", TEXT)), built(("a", TEXT.replace("moved to Baghdad", "moved to Mosul"))))
    assert numbers(alike)["claim"] == (0, 0, 1)
    other = compare(built(("a", TEXT)), built(("a", TEXT.replace("fuel was moved to Baghdad", "he knew anything"))))
    assert numbers(other)["claim"] == (1, 1, 0)


def test_one_of_two_equal_sentences_that_goes_is_one_claim() -> None:
    said = "Police said that a bridge was destroyed. "
    comparison = compare(built(("a", said * 3)), built(("a", said * 2)))
    assert numbers(comparison)["claim"] == (0, 1, 0)


def test_articles_come_and_go_with_all_that_they_tell() -> None:
    old, new = built(("a", TEXT), ("b", "The mayor resigned.")), built(("a", TEXT), ("c", "The army fled from Mosul."))
    comparison = compare(old, new)
    assert numbers(comparison)["article"] == (1, 1, 0)
    whole = [one for one in comparison.differences if one.whole]
    assert {one.article for one in whole} == {"b", "c"}
    assert not [one for one in comparison.differences if one.article == "a"]
    assert len([one for one in whole if one.kind is Kind.EVENT]) == sum(numbers(comparison)["event"][:2])


def test_an_actor_that_the_registry_now_knows_is_the_same(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("kind,label,alt_labels,source\nPerson,Rahim al-Darwish,Rahim Darwish,a leaflet\n", "utf-8")
    comparison = compare(built(("a", TEXT)), built(("a", TEXT), registry=registry.load(REGISTRY, mine)))
    assert numbers(comparison) == {"actor": (0, 0, 1)}, "nor do its claims change with it"
    iris = (("actor/person/rahim-darwish",), ("actor/rahim-al-darwish",))
    assert ("actor", "Rahim al-Darwish", "IRI", *iris) in changed(comparison)
    assert [(one.what, one.name, one.old) for one in comparison.made] == [("registry", "mine.csv", ())]


@pytest.mark.parametrize("kind", [k for k in Kind if k not in (Kind.ARTICLE, Kind.ITEM)])
def test_whatever_is_taken_out_went_and_else_nothing_of_its_kind(kind: Kind) -> None:
    whole = sample()
    is_a = [q.subject for q in whole if q.object == ox.NamedNode(CG + kind.capitalize())]
    gone = sorted(is_a, key=str)[0]
    rest = [q for q in whole if gone not in (q.subject, q.object)]
    comparison, turned = compare(whole, rest), compare(rest, whole)
    (went,) = (one for one in comparison.differences if one.change is Change.WENT)
    assert (went.kind, f"<{went.old}>", went.new) == (kind, str(gone), None)
    assert all(field.old and not field.new for field in went.fields)
    assert {k: (b, a, c) for k, (a, b, c) in numbers(turned).items()} == numbers(comparison)


@pytest.mark.parametrize(
    ("property_", "kind", "value"),
    [
        ("claimant", Kind.CLAIM, ox.NamedNode("https://w3id.org/claimgraph/id/actor/united-states")),
        ("speechAct", Kind.CLAIM, ox.NamedNode(f"{CG}Threat")),
        ("factuality", Kind.EVENT, ox.NamedNode(f"{CG}Hypothetical")),
        ("location", Kind.EVENT, ox.NamedNode("https://w3id.org/claimgraph/id/place/iraq")),
        ("date", Kind.EVENT, ox.Literal("1999")),
        ("value", Kind.FIGURE, ox.Literal("77")),
        ("role", Kind.AFFILIATION, ox.Literal("clown")),
        ("partOf", Kind.PLACE, ox.NamedNode("https://w3id.org/claimgraph/id/place/united-states")),
    ],
)
def test_a_changed_value_is_told_with_both(property_: str, kind: Kind, value: ox.NamedNode | ox.Literal) -> None:
    whole = sample()
    one = next(q for q in whole if q.predicate.value == CG + property_ and q.object != value)
    other = [q if q != one else ox.Quad(q.subject, q.predicate, value, q.graph_name) for q in whole]
    told = {field: new for of, _, field, _, new in changed(compare(whole, other)) if of == kind}
    assert set(told) == {property_}
    assert not compare(whole, other).equal


def test_what_is_not_compared_makes_no_difference(run: Run, tmp_path: Path) -> None:
    whole = sample()
    other = [q for q in whole if q.predicate.value != f"{CG}rule"]
    gone = len(whole) - len(other)
    old, new = written(tmp_path / "old.nq", whole), written(tmp_path / "new.nq", other)
    code, out, err = run("diff", old, new)
    assert (code, err) == (0, "")
    assert out.startswith("no difference found; ")
    assert f"{gone} triples are in OLD alone, 0 in NEW alone" in out


def test_formats_and_orders_do_not_show(run: Run, tmp_path: Path) -> None:
    valid = claimgraph.build([Article("a", TEXT)]).valid
    paths = []
    for form in FORMATS:
        paths.append(tmp_path / f"graph.{form}")
        paths[-1].write_bytes(export(valid, form))
    for path in paths:
        told = json.loads(run("diff", paths[0], path, "--format", "json")[1])["comparison"]
        assert (told["equal"], told["identical"]) == (True, True), path
    new = built(("a", TEXT.replace("three", "four")))
    forwards, backwards = written(tmp_path / "b.nq", new), written(tmp_path / "c.nq", new[::-1])
    first, second = run("diff", paths[0], forwards), run("diff", paths[0], backwards)
    assert first[0] == 1
    assert first == second


def test_another_version_is_told_and_is_no_difference(run: Run, tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8").replace('softwareVersion "0.1.0"', 'softwareVersion "0.2.0"')
    (tmp_path / "new.trig").write_text(text.replace('"harbour.ttl"', '"harbours.ttl"'), "utf-8")
    code, out, _ = run("diff", SAMPLE, tmp_path / "new.trig")
    assert code == 0
    sum_ = "0a" * 32
    assert out.splitlines()[:3] == [
        f"registry harbour.ttl: {sum_} → none",
        f"registry harbours.ttl: none → {sum_}",
        "software claimgraph: 0.1.0 → 0.2.0",
    ]


def test_the_json_is_that_of_the_schema(run: Run, tmp_path: Path) -> None:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    assert head | COMPARED.json_schema(mode="serialization") == SCHEMA, "write docs/schemas/diff.schema.json anew"
    Draft202012Validator.check_schema(SCHEMA)
    old = written(tmp_path / "old.nq", built(("a", TEXT), ("b", "The mayor resigned.")))
    new = written(tmp_path / "new.nq", built(("a", TEXT.replace("three", "four"))))
    code, out, err = run("diff", old, new, "--format", "json")
    assert (code, err) == (1, "")
    told = json.loads(out)
    Draft202012Validator(SCHEMA).validate(told)
    assert {one["change"] for one in told["comparison"]["differences"]} >= {"went", "changed"}
    told["comparison"]["differences"][0]["change"] = "lost"
    assert not Draft202012Validator(SCHEMA).is_valid(told)


def test_text_from_a_graph_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8")
    (tmp_path / "new.trig").write_text(text.replace('"Carla Moss"', r'"Carla \u001b[31m\u202e\nMoss"'), "utf-8")
    code, out, _ = run("diff", SAMPLE, tmp_path / "new.trig")
    assert code == 1
    assert "Carla �[31m Moss" in out
    assert not {"\x1b", "\u202e"} & set(out)


def test_a_graph_may_come_through_a_pipe(tmp_path: Path) -> None:
    command = f"claimgraph diff '{SAMPLE}' - < '{SAMPLE}'; claimgraph diff - '{SAMPLE}' < '{SAMPLE}'"
    folder = Path(sys.executable).parent
    done = subprocess.run(
        ["/bin/bash", "-c", command],
        env={**os.environ, "PATH": f"{folder}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = done.stdout.splitlines()
    assert first == second
    assert first.startswith("no difference found; ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("-", "-", "only one of them can come from stdin"),
        ("missing.ttl", str(SAMPLE), "missing.ttl: cannot be read"),
        (str(SAMPLE), "broken.ttl", "broken.ttl:1:"),
        (str(SAMPLE), "other.ttl", "other.ttl: no article, claim or actor is in it"),
        ("other.ttl", str(SAMPLE), "other.ttl: no article, claim or actor is in it"),
        ("other.ttl", "other.ttl", "other.ttl: no article, claim or actor is in it"),
        (str(SAMPLE), "notes.txt", "names no RDF format"),
    ],
)
def test_what_cannot_be_compared_leaves_with_2(
    old: str, new: str, said: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.ttl").write_text("<urn:a> <urn:b>", "utf-8")
    (tmp_path / "other.ttl").write_text("<urn:a> a <urn:b> ; <urn:c> [] , 'x' .", "utf-8")
    code, out, err = run("diff", old, new)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_graph_of_others_with_blank_nodes_and_no_mentions_is_compared() -> None:
    turtle = """@prefix cg: <https://w3id.org/claimgraph/ontology#> .
        <urn:a> a cg:Article .
        <urn:c1> a cg:Claim ; cg:reportedIn <urn:a> ; cg:content "one" ; cg:claimant [ a cg:Person ] .
        <urn:c2> a cg:Claim ; cg:reportedIn <urn:a> ; cg:content "two" ; cg:claimant [ a cg:Person ] ."""
    old = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    again = compare(old, list(ox.parse(turtle, format=ox.RdfFormat.TURTLE)))
    assert (again.identical, again.equal) == (True, True)
    new = list(ox.parse(turtle.replace("urn:c2", "urn:c3"), format=ox.RdfFormat.TURTLE))
    assert numbers(compare(old, new)) == {}, "the content is all that tells that they are one"
    new = list(ox.parse(turtle.replace("c2", "c3").replace("two", "three"), format=ox.RdfFormat.TURTLE))
    assert numbers(compare(old, new)) == {"claim": (1, 1, 0)}
