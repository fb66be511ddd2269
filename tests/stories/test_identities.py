"""Which actors and places of several articles are one, and on which grounds."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph import stories
from claimgraph.model import Actor, Affiliation, Article, Extraction, Identity, Kind, Place
from claimgraph.registry import Entry, Label, Registry
from claimgraph.slugs import kebab, slug

NAME, SPELLING, KIND, ACRONYM, CONTEXT = (f"join.{g}" for g in ("name", "spelling", "kind", "acronym", "context"))
PERSON, BODY, ARMED = Kind.PERSON, Kind.ORGANIZATION, Kind.ARMED_GROUP
REGISTRY = Registry(
    {
        e.id: e
        for e in (
            Entry("actor/zorban", Kind.STATE, Label("Zorban")),
            Entry("actor/kelvan", Kind.STATE, Label("Kelvan")),
            Entry("actor/zorban-army", Kind.MILITARY_FORCE, Label("Zorban Army"), part_of="actor/zorban"),
            Entry("actor/kelvan-army", Kind.MILITARY_FORCE, Label("Kelvan Army"), part_of="actor/kelvan"),
            Entry("actor/karim", PERSON, Label("Karim Falanji")),
        )
    }
)


def actor(name: str, kind: Kind = PERSON, *others: str) -> Actor:
    return Actor(f"actor/{kebab(kind)}/{slug(name)}", kind, name, alt_labels=others)


def told(identifier: str, *entities: Actor | Place, **roles: str) -> Extraction:
    """An article of some actors and places; `roles`: the organization of the first one, by a role."""
    article = Article(identifier, identifier)
    affiliations = tuple(
        Affiliation(f"{article.id}/affiliation/{role}", entities[0].id, body, role, "affiliation.title")
        for role, body in roles.items()
    )
    actors = tuple(e for e in entities if isinstance(e, Actor))
    return Extraction(
        article, actors=actors, places=tuple(e for e in entities if isinstance(e, Place)), affiliations=affiliations
    )


def joined(*articles: Extraction) -> tuple[list[set[str]], dict[str, tuple[str, ...]]]:
    """The ids of actors and places in each article, and the grounds of those that were joined, by id."""
    made, identities = stories.identify(articles, REGISTRY)
    ids = [{a.id for a in one.actors} | {p.id for p in one.places} for one in made]
    return ids, {i.id: i.grounds for i in identities}


def pair(one: Actor | Place, other: Actor | Place) -> dict[str, tuple[str, ...]]:
    """What two articles with one of them each have in common."""
    return joined(told("a", one), told("b", other))[1]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (actor("Karim Zaman"), actor("Karim Zaman"), {"actor/person/karim-zaman": (NAME,)}),
        (actor("Karim ZAMAN"), actor("Karim Zaman"), {"actor/person/karim-zaman": (NAME,)}),
        (actor("Kareem Zaman"), actor("Karim Zaman"), {"actor/person/kareem-zaman": (SPELLING,)}),
        (Place("place/tal-zorin", "Tal Zorin"), Place("place/tal-zorin", "Tal Zorin"), {"place/tal-zorin": (NAME,)}),
        (
            Place("place/tal-zurin", "Tal Zurin"),
            Place("place/tal-zorin", "Tal Zorin"),
            {"place/tal-zorin": (SPELLING,)},
        ),
        (actor("Zorin", BODY), actor("Zorin", BODY), {"actor/organization/zorin": (NAME,)}),
        (
            actor("Sons of Zorin", BODY),
            actor("Sons of Zorin", ARMED),
            {"actor/armed-group/sons-of-zorin": (KIND, NAME)},
        ),
    ],
)
def test_one_name_in_two_articles(one: Actor, other: Actor, found: dict[str, tuple[str, ...]]) -> None:
    assert pair(one, other) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Karim Zaman"), actor("Salim Zaman")),
        (actor("Karim Zaman"), actor("Karim Zaman", BODY)),  # no body is a person
        (actor("Zorin", BODY), Place("place/zorin", "Zorin")),
        (actor("Zorin", Kind.STATE), actor("Zorin", BODY)),
        (actor("Zorin", BODY), actor("Zurin", BODY)),  # one word must be the same
        (actor("Zorin Council", BODY), actor("Zorin", BODY)),
    ],
)
def test_two_names_in_two_articles(one: Actor, other: Actor) -> None:
    assert pair(one, other) == {}


@pytest.mark.parametrize(
    "own",
    [
        Actor("article/0123456789ab/actor/zaman", PERSON, "Zaman"),  # one bare name
        Actor("article/0123456789ab/actor/4-12", Kind.UNNAMED_GROUP, "soldiers", named=False),
        Actor("actor/karim", PERSON, "Karim Falanji"),  # the registry's
    ],
)
def test_who_is_left_alone(own: Actor) -> None:
    assert joined(told("a", own), told("b", own)) == ([{own.id}, {own.id}], {})


def test_another_kind_goes_by_the_majority() -> None:
    articles = [
        told(n, actor("Sons of Zorin", k)) for n, k in (("a", ARMED), ("b", Kind.POLITICAL_PARTY), ("c", ARMED))
    ]
    made, (identity,) = stories.identify(articles, REGISTRY)
    assert (identity.id, identity.kind) == ("actor/armed-group/sons-of-zorin", ARMED)
    assert {one.actors[0].kind for one in made} == {ARMED}


BOARD, LETTERS = actor("Zorin Relief Board", BODY, "ZRB"), actor("ZRB", BODY)


def test_letters_that_one_article_expands() -> None:
    ((id_, grounds),) = pair(BOARD, LETTERS).items()
    assert id_ == "actor/organization/zorin-relief-board"
    assert ACRONYM in grounds
    both = joined(told("a", BOARD), told("b", actor("Zorin Relief Board", BODY)), told("c", LETTERS))[1]
    assert both == {"actor/organization/zorin-relief-board": (ACRONYM, NAME)}


@pytest.mark.parametrize(
    "others",
    [
        (actor("Zorin Relief Board", BODY), LETTERS),  # no article has both
        (BOARD, actor("Zahran Rescue Brigade", ARMED, "ZRB"), LETTERS),  # two have the letters
        (BOARD, actor("ZRB")),  # a person is no body
        (actor("Zorin Relief Board", BODY, "Zorin"), actor("Zorin", BODY)),  # a word, no letters
    ],
)
def test_letters_that_may_be_anothers(others: tuple[Actor, ...]) -> None:
    assert joined(*(told(str(n), one) for n, one in enumerate(others)))[1] == {}


LONG, SHORT = actor("Karim Latif Zaman"), actor("Karim Zaman")


def test_a_longer_name_in_the_same_body() -> None:
    here, there = told("a", LONG, leader="actor/guild"), told("b", SHORT, member="actor/guild")
    ids, grounds = joined(here, there)
    assert ids == [{"actor/person/karim-latif-zaman"}] * 2
    assert grounds == {"actor/person/karim-latif-zaman": (CONTEXT,)}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (told("a", LONG), told("b", SHORT)),  # no body
        (told("a", LONG, leader="actor/guild"), told("b", SHORT, leader="actor/union")),  # two bodies
        (told("a", LONG, leader="actor/guild"), told("b", actor("Salim Zaman"), leader="actor/guild")),
        (told("a", LONG, leader="actor/guild"), told("b", actor("Karim Rashid Zaman"), leader="actor/guild")),
    ],
)
def test_a_longer_name_of_another(here: Extraction, there: Extraction) -> None:
    assert joined(here, there)[1] == {}


def test_namesakes_of_two_states_are_two() -> None:
    here, there = told("a", SHORT, general="actor/zorban-army"), told("b", SHORT, general="actor/kelvan-army")
    ids, grounds = joined(here, there)
    assert ids == [{"actor/person/karim-zaman-zorban"}, {"actor/person/karim-zaman-kelvan"}]
    assert grounds == {}
    same = told("b", SHORT, minister="actor/zorban")
    assert joined(here, same) == ([{"actor/person/karim-zaman"}] * 2, {"actor/person/karim-zaman": (NAME,)})


def test_a_namesake_of_neither_state_is_a_third() -> None:
    here, there = told("a", SHORT, general="actor/zorban-army"), told("b", SHORT, general="actor/kelvan-army")
    ids, _ = joined(here, there, told("c", SHORT), told("d", SHORT, member="actor/guild"))
    assert len(set.union(*ids)) == 4
    assert len(set.union(*joined(here, told("c", SHORT))[0])) == 1  # nothing tells the two apart


def test_the_name_that_most_articles_have_is_the_ids() -> None:
    spelt = [told(str(n), actor(name)) for n, name in enumerate(("Kareem Zaman", "KARIM ZAMAN", "Karim Zaman"))]
    assert set(joined(*spelt)[1]) == {"actor/person/kareem-zaman"}
    assert set(joined(*spelt, told("x", SHORT))[1]) == {"actor/person/karim-zaman"}


ARTICLES = (
    told("a", actor("Sons of Zorin", ARMED), BOARD, Place("place/tal-zorin", "Tal Zorin")),
    told("b", LONG, actor("Sons of Zorin", BODY), leader="actor/zorban-army"),
    told("c", SHORT, LETTERS, member="actor/zorban-army"),
    told("d", actor("Kareem Zaman"), general="actor/kelvan-army"),
    told("e", SHORT, Place("place/tal-zurin", "Tal Zurin")),
)


def test_the_order_of_the_articles_makes_no_difference() -> None:
    results = [stories.identify(order, REGISTRY) for order in permutations(ARTICLES)]
    first, identities = results[0]
    for made, found in results:
        assert found == identities
        assert {one.article.id: one for one in made} == {one.article.id: one for one in first}


NAMES = st.sampled_from(["Karim Zaman", "Kareem Zaman", "Karim Latif Zaman", "Zorin Relief Board", "ZRB", "Zaman"])
TOLD = st.lists(
    st.tuples(
        NAMES, st.sampled_from([PERSON, BODY, ARMED]), st.sampled_from(["actor/zorban", "actor/kelvan", "actor/x"])
    ),
    min_size=1,
    max_size=6,
)


@given(TOLD, st.randoms())
def test_the_order_of_any_articles_makes_no_difference(all_: list[tuple[str, Kind, str]], chance: Random) -> None:
    articles = [told(str(n), actor(name, kind, "ZRB"), member=body) for n, (name, kind, body) in enumerate(all_)]
    shuffled = list(articles)
    chance.shuffle(shuffled)
    one, other = (stories.identify(order, REGISTRY) for order in (articles, shuffled))
    assert one[1] == other[1]
    assert set(one[0]) == set(other[0])


def test_two_of_one_article_that_become_one_keep_their_labels() -> None:
    here = told("a", actor("Kareem Zaman", PERSON, "Kareem"), actor("Karim Zaman", PERSON, "Zaman"))
    made, (identity,) = stories.identify([here, told("b", SHORT)], REGISTRY)
    assert identity == Identity("actor/person/karim-zaman", PERSON, (NAME, SPELLING))
    (both,) = made[0].actors
    assert (both.label, set(both.alt_labels)) == ("Kareem Zaman", {"Kareem", "Karim Zaman", "Zaman"})


def test_an_article_that_nothing_joins_is_as_it_was() -> None:
    (alone,), identities = stories.identify([ARTICLES[0]], REGISTRY)
    assert alone is ARTICLES[0]
    assert identities == ()
    assert stories.identify([], REGISTRY) == ((), ())
