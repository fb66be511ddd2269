"""Registries as tables: what a row says, what is refused and where, and records that come back as they were."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph import registry
from claimgraph.errors import InputError
from claimgraph.model import Kind
from claimgraph.registry import KINDS, Entry, Label, Registry, Role, table
from claimgraph.resources import REGISTRY
from orsinia import STATE

HEADER = ",".join(table.HEADER)
ORSINIA = f"""\ufeff{HEADER}
,Place,Orsinia,,,,,,,,,,,,
,State,Orsinia,Kingdom of Orsinia|أورسينيا@ar,Krasnoy,Orsinian,,place/orsinia,http://example.org/orsinia,,,,,,an atlas
actor/guard,MilitaryForce,Orsinian Guard,,,,actor/orsinia,,,,,,,,https://example.org/guard
actor/person/itale,Person,Itale Sorde,"Sorde, Itale",,,,,,,,,,,
,Affiliation,,,,,,,,actor/person/itale,actor/guard,captain,2031-05-06,2032,an almanac
,Affiliation,,,,,,,,https://w3id.org/claimgraph/id/actor/person/itale,actor/guard,captain,2034-01,,
"""


def written(folder: Path, table: str, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_bytes(table.encode())
    return path


def test_a_row_is_an_entry(tmp_path: Path) -> None:
    known = registry.load(written(tmp_path, ORSINIA))
    assert known.entries["actor/orsinia"] == STATE
    assert known.entries["place/orsinia"] == Entry("place/orsinia", None, Label("Orsinia"))
    assert known.entries["actor/guard"].part_of == "actor/orsinia"
    assert known.entries["actor/person/itale"].alt_labels == (Label("Sorde, Itale"),)
    sides = ("actor/person/itale", "actor/guard", "captain")
    assert known.roles == (
        Role("affiliation/itale-guard-2031-05-06", *sides, "2031-05-06", "2032", "an almanac"),
        Role("affiliation/itale-guard-2034-01", *sides, "2034-01"),
    )


def test_columns_stand_in_any_order_and_notes_are_not_read(tmp_path: Path) -> None:
    table = 'note_example,label,note,kind\r\n"He said:\r\n""No"", =1+1",Ithale,x,Person\r\n\r\n,,,\r\n'
    assert registry.load(written(tmp_path, table)).entries == {
        "actor/ithale": Entry("actor/ithale", Kind.PERSON, Label("Ithale"))
    }


def test_a_row_without_a_kind_adds_to_an_earlier_file(tmp_path: Path) -> None:
    more = (
        "id,alt_labels,matches,source\nactor/guard,Garde@fr,http://example.org/1,a leaflet\nactor/orsinia,Orsenya,,x\n"
    )
    known = registry.load(written(tmp_path, ORSINIA), written(tmp_path, more, "more.CSV"))
    guard = known.entries["actor/guard"]
    assert (guard.label, guard.part_of) == (Label("Orsinian Guard"), "actor/orsinia")
    assert (guard.alt_labels, guard.matches) == ((Label("Garde", "fr"),), ("http://example.org/1",))
    assert guard.source == "https://example.org/guard", "an entry keeps the source that it has"
    assert Label("Orsenya") in known.entries["actor/orsinia"].alt_labels
    assert Label("Kingdom of Orsinia") in known.entries["actor/orsinia"].alt_labels


def test_a_row_with_a_kind_replaces(tmp_path: Path) -> None:
    other = "id,kind,label\nactor/guard,ArmedGroup,Rebel Guard\n"
    known = registry.load(written(tmp_path, ORSINIA), written(tmp_path, other, "more.csv"))
    assert known.entries["actor/guard"] == Entry("actor/guard", Kind.ARMED_GROUP, Label("Rebel Guard"))


def test_the_label_of_a_row_without_a_kind_is_one_more_name(tmp_path: Path) -> None:
    more = "id,label,alt_labels\nactor/guard,The Orsinian Watch,Watch@en\nactor/orsinia,Orsinia,\n"
    known = registry.load(written(tmp_path, ORSINIA), written(tmp_path, more, "more.csv"))
    assert known.entries["actor/guard"].label == Label("Orsinian Guard")
    assert known.entries["actor/guard"].alt_labels == (Label("The Orsinian Watch"), Label("Watch"))
    assert len(known.entries["actor/orsinia"].alt_labels) == 2, "its own label is no other name"


def test_a_row_may_add_to_one_above(tmp_path: Path) -> None:
    table = "id,kind,label,alt_labels\nplace/x,Place,Ithale,\nplace/x,,,Itale\n"
    assert registry.load(written(tmp_path, table)).entries["place/x"].alt_labels == (Label("Itale"),)


def test_a_table_and_turtle_go_together(tmp_path: Path) -> None:
    known = registry.load(REGISTRY, written(tmp_path, "id,alt_labels,source\nactor/pmf,The Ready,a leaflet\n"))
    shipped = registry.load().entries["actor/pmf"]
    assert set(known.entries["actor/pmf"].alt_labels) == {*shipped.alt_labels, Label("The Ready")}
    assert known.entries["actor/pmf"].kind == shipped.kind


REFUSED = {
    "an unknown column": ("id,lable\nactor/x,y\n", r"line 1: there is no column 'lable': take some of id, kind, label"),
    "semicolons": ("id;kind;label\nactor/x;Person;y\n", r"line 1: there is no column 'id;kind;label': .* by commas"),
    "a column twice": ("id,label,label\nactor/x,y,z\n", r"line 1: the column label stands there twice"),
    "nothing": ("", "holds no entry"),
    "a header alone": ("id,kind\n", "holds no entry"),
    "a cell too many": ("kind,label\nPerson,x\nPerson,y,z\n", r"line 3: the row has 3 cells, and the header 2"),
    "an open quotation": ('kind,label\nPerson,x\nPerson,"y\n', r"line 3: no CSV \(unexpected end of data\)"),
    "bytes of Latin-1": (b"kind,label\nPerson,\xe9\n", r"line 2: not UTF-8"),
    "no such kind": (
        "kind,label\nPersn,x\n",
        r"line 2, column kind: 'Persn' is no kind: take one of Pl",
    ),
    "no kind to make an id of": ("kind,label\n,x\n", r"line 2, column kind: without an id there must be a kind"),
    "no label to make an id of": ("kind,role\nPerson,x\n", r"line 2, column label: without an id"),
    "no member to make an id of": ("kind,role\nAffiliation,x\n", r"line 2, column member: without an id"),
    "an id of another sort": ("id,kind,label\nplace/x,Person,x\n", "line 2: .*no usable id"),
    "an id with a blank": ("id,kind,label\nactor/x y,Person,x\n", "line 2, column id: 'actor/x y' is no IRI"),
    "a link with a blank": (
        "kind,label,matches\nPerson,x,http://a b\n",
        "line 2, column matches: 'http://a b' is no IRI",
    ),
    "no language": (
        "kind,label\nPerson,x@aa-b-\u00e9\nPerson,y@en-a\n",
        "line 3, column label: 'y@en-a' is no name in a",
    ),
    "a date in words": (
        "kind,label,since\nPerson,x,May\n",
        r"line 2, column since: 'May' is no date: write it",
    ),
    "a day that never was": (
        "kind,label,until\nPerson,x,2031-02-30\n",
        r"line 2, column until: '2031-02-30' is no date",
    ),
    "two beginnings": (
        "id,kind,member,organization,since\naffiliation/x,Affiliation,actor/a,actor/b,2031|2032\n",
        r"line 2, column since: .*2 values of cg:since: keep one",
    ),
    "an unknown whole": ("kind,label,part_of\nState,x,actor/y\n", "line 2, column part_of: .*no file describes"),
    "what only the shape sees": (
        "kind,label,territory\nPlace,p,\nPerson,x,place/p\n",
        "line 3: .*/actor/x>: Only a cg:State has a territory",
    ),
    "a label among the others": (
        "kind,label,alt_labels\nPlace,p,\nPerson,x,y|x\n",
        r"line 3, column label: .*is not among the skos:altLabels\. \[x\]",
    ),
    "an id that is there already": ("kind,label\nPerson,x\nState,x\n", "line 3: .*line 2 has this id too"),
    "an addition to nothing": ("id,alt_labels\nactor/x,y\n", "line 2, column kind: .*no earlier file has it"),
    "two labels": ("id,kind,label\nactor/x,Person,x|y\n", "line 2, column label: .*2 English values"),
    "an empty row with an id": ("id,kind,label\nactor/x,,\n", "line 2: the row says nothing of its entry"),
    "an IRI without a host": ("id,kind,label\nhttp://,Person,x\n", "line 2.*no usable id"),
}


@pytest.mark.parametrize(("table", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_with_its_place(tmp_path: Path, table: str | bytes, reason: str) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    with pytest.raises(InputError, match=reason) as refused:
        registry.load(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)


def test_a_row_is_told_of_by_the_line_on_which_it_begins(tmp_path: Path) -> None:
    table = 'note,kind,label\n"two\nlines",Person,x\n"two\nlines",Persn,y\n'
    with pytest.raises(InputError, match="line 4, column kind"):
        registry.load(written(tmp_path, table))


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("", []),
        ("a", ["a"]),
        (" a | b|", ["a", "b"]),
        (r"a\|b|c", ["a|b", "c"]),
        (r"a\\|b", ["a\\", "b"]),
        (r"a\b", [r"a\b"]),
    ],
)
def test_values_in_a_cell(cell: str, values: list[str]) -> None:
    assert table.values(cell) == values


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("Guard", Label("Guard")),
        ("Garde@fr", Label("Garde", "fr")),
        ("police@harbour@en", Label("police@harbour")),
        ("ask@4", Label("ask@4")),
        ("守@zh-hant", Label("守", "zh-hant")),
    ],
)
def test_a_language_stands_behind_the_name(value: str, label: Label) -> None:
    assert table.text_in_language(value) == label


def as_table(known: Registry) -> str:
    rows = [*map(table.row, known.entries.values()), *map(table.row, known.roles)]
    return table.lines([dict(zip(table.HEADER, table.HEADER, strict=True)), *rows], table.HEADER)


def test_the_shipped_registry_comes_back_from_a_table_as_it_was(tmp_path: Path) -> None:
    known = registry.load()
    path = written(tmp_path, as_table(known))
    described = registry.table.read(path, path.read_bytes(), registry.findings.at_once)
    assert registry.loading.records({one.id: one for one in described}, registry.findings.at_once) == known


def test_a_table_is_as_other_readers_of_csv_have_it(tmp_path: Path) -> None:
    hostile = Entry("actor/x", Kind.PERSON, Label('"x", y'), (Label("a|b\\"), Label("=1+1"), Label("c@en", "fr")))
    (row,) = csv.DictReader(io.StringIO(as_table(Registry({"actor/x": hostile})), newline=""))
    assert (row["label"], row["alt_labels"], row["role"]) == ('"x", y', "a\\|b\\\\|=1+1|c@en@fr", "")


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]) | st.just(" "), min_size=1).filter(
    lambda text: text == text.strip()
)
TEXTS = WORDS | st.sampled_from(["a|b", "a\\", "\\|", "x@en", "a@b@fr", '"', "=1", "'", "a,b", "<x>", "#", "\\u0041"])
LABELS = st.builds(Label, TEXTS, st.sampled_from(["en", "ar", "fr", "zh-hant"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    label=TEXTS,
    others=st.frozensets(LABELS, max_size=4),
    metonyms=st.frozensets(TEXTS, max_size=2),
    kind=st.sampled_from(sorted(KINDS)),
    source=st.none() | TEXTS | st.just("https://example.org/a b") | st.just("https://example.org/x"),
)
def test_any_text_comes_back_from_a_table_as_it_was(
    tmp_path: Path, label: str, others: frozenset[Label], metonyms: frozenset[str], kind: Kind, source: str | None
) -> None:
    told = sorted(others, key=lambda one: (one.language != "en", one.language, one.text))
    entry = Entry("actor/x", kind, Label(label), tuple(told), tuple(sorted(metonyms)), source=source)
    path = written(tmp_path, as_table(Registry({"actor/x": entry})))
    described = registry.table.read(path, path.read_bytes(), registry.findings.at_once)
    assert registry.loading.records({one.id: one for one in described}, registry.findings.at_once).entries == {
        "actor/x": entry
    }
