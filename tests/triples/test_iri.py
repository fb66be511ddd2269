"""IRIs of instances: whatever the id holds, what comes out is an IRI, or a refusal."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph import triples
from claimgraph.errors import InputError
from claimgraph.slugs import slug


@pytest.mark.parametrize(
    ("id_", "made"),
    [
        ("actor/us", "https://w3id.org/claimgraph/id/actor/us"),
        ("article/0f3a/claim/1-4", "https://w3id.org/claimgraph/id/article/0f3a/claim/1-4"),
        ("actor/بدر", "https://w3id.org/claimgraph/id/actor/بدر"),
        ("actor/caf%C3%A9", "https://w3id.org/claimgraph/id/actor/caf%C3%A9"),
        ("actor/a b", "https://w3id.org/claimgraph/id/actor/a%20b"),
        ('actor/"> <x', "https://w3id.org/claimgraph/id/actor/%22%3E%20%3Cx"),
        ("actor/50% off", "https://w3id.org/claimgraph/id/actor/50%25%20off"),
        ("https://mine.example/team#1", "https://mine.example/team#1"),
    ],
)
def test_an_id_makes_an_iri(id_: str, made: str) -> None:
    assert str(triples.iri(id_)) == made


@pytest.mark.parametrize("id_", ["https://mine.example/a b", "https://x> . <y", "://", "http://[", "https://x/\ud800"])
def test_a_full_iri_that_is_none_is_refused(id_: str) -> None:
    with pytest.raises(InputError, match="no IRI"):
        triples.iri(id_)


@pytest.mark.parametrize("base", ["", "mine/", "https://mine.example/id", "https://mine.example/a b/", "https://x/>/"])
def test_a_bad_base_is_refused(base: str) -> None:
    with pytest.raises(InputError, match="no base"):
        triples.iri("actor/us", base)


@given(st.text().filter(lambda t: "://" not in t))
def test_any_id_makes_an_iri(id_: str) -> None:
    assert ox.NamedNode(str(triples.iri(id_)))


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        ("The Ferry Post", "the-ferry-post"),
        ("Al-Ma'aloomah", "al-maaloomah"),
        ("Türkiye & Søn", "turkiye-and-son"),
        ("U.S. Navy", "us-navy"),
    ],
)
def test_a_slug_is_plain(name: str, tail: str) -> None:
    assert slug(name) == tail


def test_a_name_without_latin_letters_has_a_hash_for_a_slug() -> None:
    assert slug("بدر") == slug("بدر") != slug("قدس")
    assert slug("بدر").isalnum()
