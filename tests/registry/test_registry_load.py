"""What `registry.load` makes of files, and what it refuses."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph import registry
from claimgraph.errors import InputError
from claimgraph.model import Kind
from claimgraph.registry import Entry, Label, Role
from claimgraph.resources import REGISTRY
from orsinia import STATE

PREFIXES = """@prefix actor: <https://w3id.org/claimgraph/id/actor/> .
@prefix affiliation: <https://w3id.org/claimgraph/id/affiliation/> .
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix place: <https://w3id.org/claimgraph/id/place/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
ORSINIA = """
place:orsinia a cg:Place ; skos:prefLabel "Orsinia"@en .
actor:orsinia a cg:State ; skos:prefLabel "Orsinia"@en ; skos:altLabel "أورسينيا"@ar, "Kingdom of Orsinia"@en ;
    cg:metonym "Krasnoy"@en ; cg:demonym "Orsinian"@en ; cg:territory place:orsinia ;
    skos:exactMatch <http://example.org/orsinia> ; dcterms:source "an atlas" .
actor:guard a cg:MilitaryForce ; skos:prefLabel "Orsinian Guard"@en ; cg:partOf actor:orsinia .
actor:itale a cg:Person ; skos:prefLabel "Itale Sorde"@en .
affiliation:itale-guard a cg:Affiliation ; cg:member actor:itale ; cg:organization actor:guard ; cg:role "captain"@en .
"""


def written(folder: Path, turtle: str, name: str = "own.ttl") -> Path:
    path = folder / name
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def test_an_entry_has_all_that_the_file_says_of_it(tmp_path: Path) -> None:
    known = registry.load(written(tmp_path, ORSINIA))
    assert known.entries["actor/orsinia"] == STATE
    assert known.entries["actor/guard"].part_of == "actor/orsinia"
    assert known.entries["place/orsinia"].kind is None
    assert known.roles == (Role("affiliation/itale-guard", "actor/itale", "actor/guard", "captain"),)


def test_a_role_has_its_term_at_the_grain_that_is_given_and_its_source(tmp_path: Path) -> None:
    terms = """
affiliation:first a cg:Affiliation ; cg:member actor:itale ; cg:organization actor:guard ; cg:role "captain"@en ;
    cg:since "2031-05-06"^^xsd:date ; cg:until "2032"^^xsd:gYear ; dcterms:source <http://example.org/guard> .
affiliation:second a cg:Affiliation ; cg:member actor:itale ; cg:organization actor:guard ; cg:role "captain"@en ;
    cg:since "2034-01"^^xsd:gYearMonth .
"""
    _, first, second = sorted(
        registry.load(written(tmp_path, ORSINIA + terms)).roles, key=lambda role: role.since or ""
    )
    whole = ("actor/itale", "actor/guard", "captain", "2031-05-06", "2032", "http://example.org/guard")
    assert first == Role("affiliation/first", *whole)
    assert (second.since, second.until, second.source) == ("2034-01", None, None)


@pytest.mark.parametrize(
    ("since", "until", "day", "held"),
    [
        (None, None, "2031-05-06", None),
        ("2031", None, "2030-12-31", False),
        ("2031", None, "2031-01-01", True),
        ("2031", None, "2040-01-01", True),
        ("2031-05", None, "2031-04-30", False),
        ("2031-05", None, "2031-05-01", True),
        ("2031-05-06", None, "2031-05-05", False),
        ("2031-05-06", "2031-05-06", "2031-05-06", True),
        ("2031-05-06", "2032", "2032-12-31", True),
        ("2031-05-06", "2032", "2033-01-01", False),
        (None, "2032-02", "2032-02-29", True),
        (None, "2032-02", "2032-03-01", False),
        (None, "2032-02", "1999-01-01", True),
        ("2031-05", "2032-02", "2031", True),
        ("2031-05", "2032-02", "2033", False),
        ("2031-05-06", None, "2031-05-06T12:30:00", True),
        (None, "2031-05-06", "2031-05-06T12:30:00", True),
    ],
)
def test_whether_a_role_was_held(since: str | None, until: str | None, day: str, held: bool | None) -> None:
    assert Role("affiliation/x", "actor/x", "actor/y", since=since, until=until).holds(day) is held


DAYS = st.dates().map(date.isoformat)
GRAINS = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from([4, 7, 10]))


@given(since=GRAINS, until=GRAINS, day=DAYS)
def test_a_term_is_what_lies_between_its_ends(since: str, until: str, day: str) -> None:
    role = Role("affiliation/x", "actor/x", "actor/y", since=since, until=until)
    assert role.holds(day) is (f"{since}-00-00"[:10] <= day <= f"{until}-99-99"[:10])


def test_entries_are_ordered_by_id(tmp_path: Path) -> None:
    known = registry.load(written(tmp_path, ORSINIA))
    assert list(known.entries) == sorted(known.entries)


def test_an_iri_of_ones_own_stays_whole(tmp_path: Path) -> None:
    known = registry.load(written(tmp_path, '<http://example.org/who/1> a cg:Person ; skos:prefLabel "Piera"@en .'))
    assert list(known.entries) == ["http://example.org/who/1"]


def test_a_later_file_adds_and_replaces_whole_entries(tmp_path: Path) -> None:
    first = written(tmp_path, ORSINIA, "first.ttl")
    rebels = 'actor:guard a cg:ArmedGroup ; skos:prefLabel "Rebel Guard"@en .'
    later = rebels + 'actor:new a cg:Person ; skos:prefLabel "Estelle"@en .'
    known = registry.load(first, written(tmp_path, later, "second.ttl"))
    assert known.entries["actor/guard"] == Entry("actor/guard", Kind.ARMED_GROUP, Label("Rebel Guard"))
    assert {"actor/new", "actor/orsinia"} <= known.entries.keys()


def test_a_later_file_without_a_type_adds(tmp_path: Path) -> None:
    first = written(tmp_path, ORSINIA, "first.ttl")
    more = """
actor:guard skos:altLabel "Garde"@fr, "Orsinian Guard"@en ; skos:exactMatch <http://example.org/1> .
affiliation:itale-guard cg:since "2031"^^xsd:gYear ; dcterms:source "an almanac" .
"""
    known = registry.load(first, written(tmp_path, more, "second.ttl"))
    guard = known.entries["actor/guard"]
    assert (guard.kind, guard.part_of) == (Kind.MILITARY_FORCE, "actor/orsinia")
    assert (guard.alt_labels, guard.matches) == ((Label("Garde", "fr"),), ("http://example.org/1",))
    (role,) = known.roles
    assert (role.role, role.since, role.source) == ("captain", "2031", "an almanac")


def test_the_source_of_what_is_added_does_not_replace_that_of_the_entry(tmp_path: Path) -> None:
    first = written(tmp_path, ORSINIA, "first.ttl")
    more = "actor:orsinia dcterms:source 'a map' . actor:guard dcterms:source 'a map' ."
    known = registry.load(first, written(tmp_path, more, "second.ttl"))
    assert (known.entries["actor/orsinia"].source, known.entries["actor/guard"].source) == ("an atlas", "a map")


def test_what_is_added_is_told_of_with_the_file_that_adds_it(tmp_path: Path) -> None:
    first, second = (
        written(tmp_path, ORSINIA, "first.ttl"),
        written(tmp_path, "actor:guard cg:partOf actor:itale .", "b.ttl"),
    )
    with pytest.raises(InputError, match=r"b\.ttl: .*/actor/guard>: it has 2 values of cg:partOf: keep one"):
        registry.load(first, second)


def test_what_replaces_an_entry_must_fit_those_that_link_to_it(tmp_path: Path) -> None:
    first = written(tmp_path, ORSINIA, "first.ttl")
    other = written(tmp_path, 'place:orsinia a cg:Place ; skos:prefLabel "Orsinia"@en .', "fits.ttl")
    assert registry.load(first, other).entries
    person = 'actor:orsinia a cg:Person ; skos:prefLabel "Orsinia"@en .'
    with pytest.raises(InputError, match=r"actor/guard>: An actor is part of an organization"):
        registry.load(first, written(tmp_path, person, "person.ttl"))


def test_a_users_file_may_point_into_the_shipped_one(tmp_path: Path) -> None:
    own = written(tmp_path, 'actor:my-brigade a cg:ArmedGroup ; skos:prefLabel "My Brigade"@en ; cg:partOf actor:pmf .')
    known = registry.load(REGISTRY, own)
    assert known.entries["actor/my-brigade"].part_of == "actor/pmf"
    assert len(known.entries) == len(registry.load().entries) + 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl: the registry cannot be read \(No such file"):
        registry.load(tmp_path / "none.ttl")


def test_a_syntax_error_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"own\.ttl: line 9: no Turtle"):
        registry.load(written(tmp_path, '\nactor:x a cg:Person ; skos:prefLabel "no end .\n'))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.ttl"
    path.write_bytes(PREFIXES.encode() + b'actor:x skos:prefLabel "\xe9\xe8"@en .')
    with pytest.raises(InputError, match=r"latin\.ttl: line 8: no Turtle"):
        registry.load(path)


REFUSED = {
    "no IRI": ("[] a cg:Person ; skos:prefLabel 'x'@en .", "without an IRI"),
    "no kind": ("actor:x skos:prefLabel 'x'@en .", "no earlier file has it"),
    "two kinds": ("actor:x a cg:Person, cg:State ; skos:prefLabel 'x'@en .", "types"),
    "no kind of a known actor": ("actor:x a cg:UnnamedGroup ; skos:prefLabel 'x'@en .", "types"),
    "an id of another sort": ("actor:x a cg:Place ; skos:prefLabel 'x'@en .", "no usable id"),
    "an id without a name": ("actor: a cg:Person ; skos:prefLabel 'x'@en .", "no usable id"),
    "an id that is not http": ("<urn:x:1> a cg:Person ; skos:prefLabel 'x'@en .", "no usable id"),
    "no label": ("actor:x a cg:Person .", "0 English values of skos:prefLabel"),
    "no English label": ("actor:x a cg:Person ; skos:prefLabel 'x'@fr .", "0 English values of skos:prefLabel"),
    "two labels": ("actor:x a cg:Person ; skos:prefLabel 'x'@en, 'y'@en .", "2 English values of skos:prefLabel"),
    "an empty label": ("actor:x a cg:Person ; skos:prefLabel 'x'@en ; skos:altLabel ' '@en .", "skos:altLabel must be"),
    "an IRI for a label": ("actor:x a cg:Person ; skos:prefLabel actor:y .", "skos:prefLabel must be"),
    "a text for an IRI": ("actor:x a cg:State ; skos:prefLabel 'x'@en ; cg:territory 'y' .", "cg:territory must be"),
    "two sources": (
        "actor:x a cg:State ; skos:prefLabel 'x'@en ; dcterms:source 'a', 'b' .",
        "2 values of dcterms:source",
    ),
    "an unknown whole": ("actor:x a cg:State ; skos:prefLabel 'x'@en ; cg:partOf actor:y .", "no file describes"),
    "a circle": (
        "actor:x a cg:State ; skos:prefLabel 'x'@en ; cg:partOf actor:y . "
        "actor:y a cg:State ; skos:prefLabel 'y'@en ; cg:partOf actor:x .",
        "circle",
    ),
    "a role without a member": ("affiliation:x a cg:Affiliation ; cg:organization actor:x .", "lacks cg:member"),
    "a date in words": (
        "affiliation:x a cg:Affiliation ; cg:member actor:y ; cg:organization actor:x ; cg:since 'May' .",
        "cg:since must be a date",
    ),
    "a day that never was": (
        "affiliation:x a cg:Affiliation ; cg:member actor:y ; cg:organization actor:x ; "
        "cg:until '2031-02-30'^^xsd:date .",
        "cg:until must be a date",
    ),
    "a year that is called a day": (
        "affiliation:x a cg:Affiliation ; cg:member actor:y ; cg:organization actor:x ; cg:since '2031'^^xsd:date .",
        "cg:since must be a date",
    ),
    "two beginnings": (
        "affiliation:x a cg:Affiliation ; cg:member actor:y ; cg:organization actor:x ; "
        "cg:since '2031'^^xsd:gYear, '2032'^^xsd:gYear .",
        "2 values of cg:since",
    ),
    "an end before the beginning": (
        "actor:y a cg:Person ; skos:prefLabel 'y'@en . actor:x a cg:State ; skos:prefLabel 'x'@en . "
        "affiliation:x a cg:Affiliation ; cg:member actor:y ; cg:organization actor:x ; "
        "cg:since '2031'^^xsd:gYear ; cg:until '2030-12'^^xsd:gYearMonth .",
        "2030-12 is before 2031",
    ),
    "no entry": ("", "holds no entry"),
    "an unknown property": ("actor:x a cg:Person ; skos:prefLabel 'x'@en ; cg:rank 'x' .", "cg:rank is no property"),
    "what only the shape sees": ("actor:x a cg:Person ; skos:prefLabel ' x'@en .", "no blanks at its ends"),
}


@pytest.mark.parametrize(("turtle", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused(tmp_path: Path, turtle: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        registry.load(written(tmp_path, turtle))
    assert str(refused.value).startswith(f"{tmp_path / 'own.ttl'}: ")
    assert "\n" not in str(refused.value)


def test_of_many_findings_the_first_is_told_and_the_others_counted(tmp_path: Path) -> None:
    blanks = "actor:a a cg:Person ; skos:prefLabel ' x'@en . actor:b a cg:Person ; skos:prefLabel 'y '@en ."
    with pytest.raises(InputError, match=r"actor/a>.*\(1 more such findings\)"):
        registry.load(written(tmp_path, blanks))
