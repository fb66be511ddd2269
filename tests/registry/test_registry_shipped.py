"""The shipped registry: conforming, quick to load, and without names that mislead."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pyshacl import validate
from rdflib import SH, Graph, URIRef

from claimgraph import registry
from claimgraph.mentions.fold import parts
from claimgraph.mentions.matcher import matcher
from claimgraph.model import Kind
from claimgraph.registry import KINDS, SHAPE, Entry, Registry
from claimgraph.resources import REGISTRY

SHARED_BY_ACTORS: set[tuple[str, ...]] = set()  # folded names of which a reader, too, needs the context
SHARED_BY_PLACES: set[tuple[str, ...]] = set()
NAMELESS = {"democratic-republic-of-the-congo", "dominica", "dominican-republic", "republic-of-the-congo"}  # citizens
SPECIAL = {"pmf", "isis", "us-central-command", "badr-organisation", "coalition", "quds-force", "united-states"}


@pytest.fixture(scope="module")
def known() -> Registry:
    return registry.load()


def names(entry: Entry) -> Iterator[tuple[str, ...]]:
    for label in (entry.label, *entry.alt_labels):
        if label.language == "en":
            yield parts(label.text)


def shared(entries: list[Entry]) -> set[tuple[str, ...]]:
    bearers = defaultdict(set)
    for entry in entries:
        for name in names(entry):
            bearers[name].add(entry.id)
    return {name for name, ids in bearers.items() if len(ids) > 1}


def test_it_conforms_to_its_shape_and_no_label_is_of_two() -> None:
    conforms, results, report = validate(Graph().parse(REGISTRY), shacl_graph=Graph().parse(SHAPE), allow_warnings=True)
    assert conforms, report
    rules = {*results.objects(None, SH.sourceShape), *results.objects(None, SH.sourceConstraint)}
    assert rules <= {URIRef("https://w3id.org/claimgraph/shapes#registry-sourced")}, report


def test_it_covers_the_field(known: Registry) -> None:
    kinds = [entry.kind for entry in known.entries.values()]
    assert set(kinds) == KINDS | {None}
    sourced = [entry.kind for entry in known.entries.values() if entry.source]
    assert len(sourced) - sourced.count(None) >= 1_000
    assert sourced.count(None) >= 150
    assert sum(role.since is not None or role.until is not None for role in known.roles) >= 500
    assert {f"actor/{slug}" for slug in SPECIAL} <= known.entries.keys()


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2007-03-01", "nouri-al-maliki"),
        ("2016-03-14", "haider-al-abadi"),
        ("2020-01-05", "adel-abdul-mahdi"),
        ("2021-02-18", "mustafa-al-kadhimi"),
        ("2023-08-02", "mohammed-shia-al-sudani"),
    ],
)
def test_one_man_is_prime_minister_of_iraq_on_a_day(known: Registry, day: str, holder: str) -> None:
    held = [r for r in known.roles if (r.organization, r.role) == ("actor/iraq", "prime minister") and r.holds(day)]
    assert [role.member for role in held] == [f"actor/{holder}"]


def test_every_kind_of_actor_is_a_kind(known: Registry) -> None:
    assert all(isinstance(entry.kind, Kind) for entry in known.entries.values() if entry.id.startswith("actor/"))


def test_no_two_actors_share_a_name(known: Registry) -> None:
    assert shared([e for e in known.entries.values() if e.kind]) == SHARED_BY_ACTORS


def test_no_two_places_share_a_name(known: Registry) -> None:
    assert shared([e for e in known.entries.values() if not e.kind]) == SHARED_BY_PLACES


def test_only_a_state_shares_its_name_with_a_place(known: Registry) -> None:
    places = {name for e in known.entries.values() if not e.kind for name in names(e)}
    bodies = {name for e in known.entries.values() if e.kind not in (None, Kind.STATE) for name in names(e)}
    assert not places & bodies


def test_no_name_is_empty_once_it_is_folded(known: Registry) -> None:
    assert all(all(names(entry)) for entry in known.entries.values())


def test_no_person_bears_a_bare_family_name(known: Registry) -> None:
    single = {name for e in known.entries.values() if e.kind == Kind.PERSON for name in names(e) if len(name) == 1}
    assert single == {("saddam",), ("mbs",)}


def test_every_state_has_a_land_and_all_but_those_of_one_demonym_have_a_demonym(known: Registry) -> None:
    states = [entry for entry in known.entries.values() if entry.kind == Kind.STATE]
    assert all(entry.territory for entry in states)
    assert {entry.id for entry in states if not entry.demonyms} == {f"actor/{slug}" for slug in NAMELESS}


def test_no_demonym_is_of_two_states(known: Registry) -> None:
    demonyms = [parts(demonym) for entry in known.entries.values() for demonym in entry.demonyms]
    assert len(demonyms) == len(set(demonyms))


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Burma", "myanmar"),
        ("Cote d'Ivoire", "ivory-coast"),
        ("Czechia", "czech-republic"),
        ("DR Congo", "democratic-republic-of-the-congo"),
        ("the Holy See", "vatican"),
        ("Islamic Republic of Mauritania", "mauritania"),
        ("Republic of Congo", "republic-of-the-congo"),
        ("Republic of Korea", "south-korea"),
        ("St Lucia", "saint-lucia"),
        ("Taipei", "taiwan"),
        ("USSR", "soviet-union"),
    ],
)
def test_states_are_known_by_all_their_names(known: Registry, name: str, state: str) -> None:
    assert {one.entry.id for one in matcher(known).known(name) if one.entry.kind} == {f"actor/{state}"}


@pytest.mark.parametrize("name", ["Congo", "Korea", "Male", "Sofia", "Vienna", "Western Sahara"])
def test_what_may_mean_another_is_no_states_name(known: Registry, name: str) -> None:
    assert not [one.entry.id for one in matcher(known).known(name) if one.entry.kind]


def test_the_links_are_of_geonames_and_stand_once(known: Registry) -> None:
    links = [match for entry in known.entries.values() for match in entry.matches]
    assert len(links) == len(set(links))
