"""`claimgraph registry suggest`: who is found, what is told of them, and rows that registries take as they are."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimgraph import language, registry
from claimgraph.commands.registry.likely import Likely, Names
from claimgraph.commands.registry.suggest import NOTES, as_table, as_turtle
from claimgraph.commands.registry.unknown import LONGEST, Unknown, unknown
from claimgraph.model import Actor, Article, Extraction, Kind, Mention, Place, Span
from claimgraph.registry import Entry, Label, Registry

Run = Callable[..., tuple[int, str, str]]
NEWS = "Zaydan Harbi met Zaydan Harbi in Quayton Cross. He told the Lagoon Wire agency that Paris was far."


@pytest.fixture
def suggest(nlp: Language, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(language, "load", lambda name: nlp)
    return lambda *arguments: run("registry", "suggest", *arguments)


def rows(text: str) -> dict[str, dict[str, str]]:
    return {row["label"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def told(words: str, *actors: Actor | Place, identifier: str = "a") -> Extraction:
    """An article that is one sentence, in which every label and other label of these is a mention."""
    article = Article(identifier, words)
    mentions = [
        Mention(article.span(at, at + len(label)), one.id, "name.proper-nouns")
        for one in actors
        for label in {one.label, *one.alt_labels}
        if (at := words.find(label)) >= 0
    ]
    return Extraction(
        article,
        (Span(0, len(words), words),),
        actors=tuple(a for a in actors if isinstance(a, Actor)),
        places=tuple(a for a in actors if isinstance(a, Place)),
        mentions=tuple(sorted(mentions)),
    )


def person(label: str, *others: str) -> Actor:
    return Actor(f"actor/person/{label.lower().replace(' ', '-')}", Kind.PERSON, label, alt_labels=others)


def test_who_is_named_often_is_told_with_a_sentence(suggest: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "b.txt").write_text("The Lagoon Wire agency said so.", "utf-8")
    code, out, err = suggest(tmp_path)
    assert (code, err) == (0, "")
    found = rows(out)
    harbi = found["Zaydan Harbi"]
    assert (harbi["id"], harbi["kind"]) == ("actor/person/zaydan-harbi", "Person")
    assert (harbi["note_mentions"], harbi["note_articles"]) == ("3", "1")
    assert harbi["note_example"] == "Zaydan Harbi met Zaydan Harbi in Quayton Cross."
    assert found["Lagoon Wire"]["note_articles"] == "2"
    assert not {"Paris", "France"} & found.keys(), "the world's cities are known"
    assert "Quayton Cross" not in found, "it is named once"
    assert "Quayton Cross" in rows(suggest(tmp_path, "--least", "1")[1])


@pytest.mark.parametrize("name", ["found.csv", "found.ttl"])
def test_what_is_written_is_a_registry_by_which_they_are_known(
    suggest: Run, run: Run, build: Run, tmp_path: Path, name: str
) -> None:
    news, path = tmp_path / "a.txt", tmp_path / name
    news.write_text(NEWS, "utf-8")
    code, out, err = suggest(news, "-o", path)
    assert (code, out, err.count("\n")) == (0, "", 1)
    assert run("registry", "check", path)[0] == 0
    assert build(news, "--registry", path, "-o", tmp_path / "graph.ttl")[0] == 0
    code, out, err = suggest(news, "--registry", path)
    assert (code, out) == (0, "")
    assert "nobody unknown is named 2 times or more" in err


def test_the_order_of_articles_changes_nothing(suggest: Run, tmp_path: Path) -> None:
    for name, text in (("a.txt", NEWS), ("b.txt", NEWS.replace("Quayton", "Harbour")), ("c.txt", NEWS[::-1])):
        (tmp_path / name).write_text(text, "utf-8")
    there = suggest(*(tmp_path / name for name in ("a.txt", "b.txt", "c.txt")), "--least", "1")[1]
    back = suggest(*(tmp_path / name for name in ("c.txt", "b.txt", "a.txt")), "--least", "1")[1]
    assert there == back


def test_what_cannot_be_read_is_told_of_and_the_others_used(suggest: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, out, err = suggest(tmp_path)
    assert (code, err.count("\n")) == (0, 1)
    assert "b.txt: " in err
    assert "Zaydan Harbi" in rows(out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "missing.txt: "),
        (["a.txt", "-o", "found.xlsx"], "found.xlsx: the ending names no form of a registry: use .csv or .ttl"),
        (["a.txt", "-o", "none/found.csv"], "cannot be written: name a file in a folder that is there"),
        (["a.txt", "--registry", "missing.csv"], "missing.csv: the registry cannot be read"),
        (["a.txt", "--least", "0"], "least"),
    ],
)
def test_a_call_that_is_wrong_leaves_with_2(
    suggest: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    code, out, err = suggest(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_who_is_known_or_is_a_people_is_not_told() -> None:
    known = Registry({"actor/vera": Entry("actor/vera", Kind.PERSON, Label("Vera Pell"))})
    people = Actor("actor/group/ostrovans", Kind.GROUP, "Ostrovans")
    unnamed = Actor("article/x/actor/0-4", Kind.UNNAMED_GROUP, "clerks", named=False)
    whose = Actor("article/x/actor/senate", Kind.GOVERNMENT_BODY, "Senate")
    vera = Actor("actor/vera", Kind.PERSON, "Vera Pell")
    taking_part = (vera, person("Ada Rook"), people, unnamed, whose)
    one = told("Vera Pell and Ada Rook told clerks of Ostrovans in Berlin of the Senate", *taking_part)
    here = replace(one, places=(Place("place/berlin", "Berlin"), Place("place/selim", "Selim Quay")))
    assert [found.label for found in unknown([here], known, 0)] == ["Ada Rook", "Selim Quay"]


def test_names_of_several_articles_are_one_entry_of_the_commonest_kind() -> None:
    wire = Actor("actor/media-outlet/lagoon-wire", Kind.MEDIA_OUTLET, "Lagoon Wire", alt_labels=("LW", "the Wire"))
    body = Actor("actor/organization/lagoon-wire", Kind.ORGANIZATION, "Lagoon Wire")
    articles = [
        told("Lagoon Wire, or LW, or the Wire", wire),
        told("Lagoon\nWire", replace(body, label="Lagoon\nWire"), identifier="b"),
    ]
    (found,) = unknown(articles, Registry(), 2)
    assert (found.id, found.kind, found.label) == (wire.id, Kind.MEDIA_OUTLET, "Lagoon Wire")
    assert (found.mentions, found.articles) == (4, 2)
    assert found.alt_labels == ("LW",), "a short form is found from the full name"


def test_a_person_has_no_bare_family_name_and_other_spellings() -> None:
    articles = [told("Sami al-Rawi, Rawi", person("Sami al-Rawi", "Rawi")), told("Sami Rawi", person("Sami Rawi"))]
    (one,) = unknown(articles[:1], Registry(), 1)
    assert one.alt_labels == ()


def test_a_long_sentence_is_cut() -> None:
    (found,) = unknown([told(f"Ada Rook {'and so on ' * 60}", person("Ada Rook"))], Registry(), 1)
    assert len(found.example) == LONGEST
    assert found.example.endswith("…")


KNOWN = (
    Entry("actor/harbi", Kind.PERSON, Label("Zaydan al-Harbi"), (Label("زيدان", "ar"),)),
    Entry("actor/pell", Kind.PERSON, Label("Mohammed Pell")),
    Entry("actor/front", Kind.ARMED_GROUP, Label("Popular Lagoon Front")),
    Entry("actor/watch", Kind.MEDIA_OUTLET, Label("Lagoon Watch")),
    Entry("place/harbi", None, Label("Zaydan Harbi")),
)


@pytest.mark.parametrize(
    ("name", "kind", "id_", "why"),
    [
        ("Zeidan Harbi", Kind.PERSON, "actor/harbi", "same consonants"),
        ("Harbi Zaydan", Kind.PERSON, "actor/harbi", "same words in another order"),
        ("Ahmed Pell", Kind.PERSON, "actor/pell", "same family name"),
        ("Mohammed Bell", Kind.PERSON, "actor/pell", "spelling"),
        ("LagoonWatch", Kind.ORGANIZATION, "actor/watch", "same letters"),
        ("PLF", Kind.ORGANIZATION, "actor/front", "initials"),
        ("Zeidan Harby", None, "place/harbi", "same consonants"),
    ],
)
def test_a_likely_entry_comes_with_the_reason(name: str, kind: Kind | None, id_: str, why: str) -> None:
    first, *_ = Names(KNOWN).like(name, kind)
    assert (first.id, first.why) == (id_, why)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Zeidan Harbi", Kind.ARMED_GROUP), ("Ada Rook", Kind.PERSON), ("PLF", Kind.PERSON), ("زيدان", Kind.PERSON)],
)
def test_what_is_unlike_or_of_another_sort_is_not_likely(name: str, kind: Kind) -> None:
    assert Names(KNOWN).like(name, kind) == []


def test_three_are_enough_and_the_likest_is_first() -> None:
    many = [Entry(f"actor/{n}", Kind.PERSON, Label(f"Zaydan Harb{'i' * n}")) for n in range(1, 6)]
    found = Names(many).like("Zaydan Harbi", Kind.PERSON)
    assert [one.id for one in found] == ["actor/1", "actor/2", "actor/3"]
    assert found[0].score == 100


def test_a_note_breaks_out_of_nothing() -> None:
    hostile = 'He said:\n"a", b\r\n. <urn:x> <urn:y> <urn:z> .\x0b# \u2028actor:x a\x85 \x1b[2J'
    one = Unknown("actor/person/x", Kind.PERSON, "Ada Rook", (), 2, 1, hostile)
    found = [(one, [Likely("actor/y", 'A "b"\n. c', 80.0, "spelling")])]
    turtle = as_turtle(found)
    assert [line for line in turtle.splitlines() if "urn:x" in line] == [
        line for line in turtle.split("\n") if line.startswith("# example: ")
    ]
    (row,) = rows(as_table(found)).values()
    assert "\n" not in "".join(row.values())
    assert "\x1b" not in turtle + "".join(row.values())


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_note_is_no_formula(words: str) -> None:
    one = Unknown("actor/person/x", Kind.PERSON, "Ada Rook", (), 2, 1, words)
    assert rows(as_table([(one, [])]))["Ada Rook"]["note_example"] == f"'{words}"


NAMES_OF = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.sampled_from(
    ["a|b", 'x" . y', "x@en", "=1", "#", "\\", "\n", "\u202e", "\x85x", "A\u2028B", "''' x", "<x>"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    names=st.lists(st.tuples(NAMES_OF, NAMES_OF), min_size=1, max_size=3),
    form=st.sampled_from(["csv", "ttl"]),
    kind=st.sampled_from([Kind.PERSON, Kind.ORGANIZATION, None]),
)
def test_any_name_makes_an_entry_that_registries_take(
    tmp_path: Path, names: list[tuple[str, str]], form: str, kind: Kind | None
) -> None:
    articles = []
    for n, (label, other) in enumerate(names):
        one = (
            Actor(f"actor/{kind.lower()}/{n}", kind, label, alt_labels=(other,))
            if kind
            else Place(f"place/{n}", label, (other,))
        )
        articles.append(told(f"{label} {other}", one, identifier=str(n)))
    found: list[tuple[Unknown, list[Likely]]] = [(one, []) for one in unknown(articles, Registry(), 0)]
    if found:
        path = tmp_path / f"found.{form}"
        path.write_bytes((as_table(found) if form == "csv" else as_turtle(found)).encode())
        known = registry.load(path)
        assert {e.label.text for e in known.entries.values()} == {one.label for one, _ in found}


def test_every_note_has_its_column() -> None:
    one = Unknown("actor/person/x", Kind.PERSON, "Ada Rook", (), 2, 1, "x")
    assert set(NOTES) <= rows(as_table([(one, [])]))["Ada Rook"].keys()
