"""How many of the outlets that tell a proposition are independent."""

from hashlib import sha256
from itertools import permutations

import pytest

from claimgraph.model import Actor, Extraction, Join, Kind, Quotation
from claimgraph.registry import Registry
from claimgraph.stories.copies.copying import taken
from claimgraph.stories.copies.lineages import OUTLET, SOURCE, TAKEN, lineages, tellings
from claimgraph.stories.copies.outlets import Outlets
from claimgraph.stories.copies.passages import passages
from telling import Says, article, outlet, overlaps, person

OUTLETS = Outlets(Registry({}))
FERRY = "two ferries left the harbour before the storm and turned round at the lighthouse"
KARIM, SALIM, AGENCY, RADIO = (
    person("Karim Falanji"),
    person("Salim Zaman"),
    outlet("Kelvan Press"),
    outlet("Radio Zorin"),
)
GUARD = Actor("article/0123456789ab/actor/0-5", Kind.PERSON, "a guard", named=False)
CROWD = Actor("actor/group/zorbans", Kind.GROUP, "Zorbans")


def says(identifier: str, who: Actor | None = None, *to: Actor, publisher: str | None = None) -> Extraction:
    """An article in which someone says, to others, that the ferries turned round."""
    text = f"{who.label if who else 'It is said'} told {' and '.join(a.label for a in to)} that they turned round."
    return article(identifier, text, Says("they turned round", who, to, cue="told"), publisher=publisher)


def relays(identifier: str, who: Actor | None, by: Actor) -> Extraction:
    """An article in which an outlet or a person says that someone says so."""
    text = f"{by.label} reported that {who.label if who else 'someone'} had seen that they turned round."
    inner = Says("they turned round", who, cue="had seen")
    outer = Says(text.partition("reported ")[2], by, cue="reported", embeds=("they turned round",))
    return article(identifier, text, inner, outer)


def found(
    *articles: Extraction, negated: frozenset[str] = frozenset(), among: tuple[Join, ...] = ()
) -> tuple[dict[str, str], tuple[Join, ...]]:
    """The lineages where each article's first claim is of one proposition."""
    told = [one for e in articles for one in tellings(e, OUTLETS)]
    return lineages(told, {e.claims[0].id: "proposition/1" for e in articles}, negated, among)


def independent(*articles: Extraction) -> int:
    return len(set(found(*articles)[0].values()))


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (says("a", KARIM), says("b", KARIM), SOURCE),
        (says("a", KARIM), relays("b", GUARD, KARIM), SOURCE),  # an unnamed one's word by his
        (says("a", GUARD, publisher="Kelvan Press"), says("b", None, publisher="Kelvan Press Agency"), OUTLET),
        (says("a", GUARD, publisher="Kelvan Press"), says("b", GUARD, AGENCY), OUTLET),
        (says("a", None, publisher="Kelvan Press"), says("b", AGENCY), OUTLET),
        (says("a", GUARD, AGENCY), says("b", SALIM, AGENCY), OUTLET),
        (relays("a", GUARD, AGENCY), relays("b", None, AGENCY), OUTLET),
    ],
)
def test_one_telling(one: Extraction, other: Extraction, rule: str) -> None:
    named, joins = found(one, other)
    least = min(one.claims[0].id, other.claims[0].id)
    assert set(named.values()) == {f"lineage/{sha256(least.encode()).hexdigest()[:12]}"}
    assert [(j.rule, {j.one, j.other}) for j in joins] == [(rule, {one.claims[0].id, other.claims[0].id})]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (says("a", KARIM), says("b", SALIM)),
        (says("a", GUARD), says("b", GUARD)),  # two that nobody names
        (says("a", CROWD), says("b", CROWD)),
        (says("a", None), says("b", None)),
        (says("a", KARIM, AGENCY), says("b", SALIM, RADIO)),
        (says("a", KARIM), relays("b", SALIM, KARIM)),  # Salim's word, whoever passes it on
        (says("a", None, publisher="Kelvan Press"), says("b", None, publisher="Kelvan Tribune")),
    ],
)
def test_two_tellings(one: Extraction, other: Extraction) -> None:
    assert independent(one, other) == 2
    assert found(one, other)[1] == ()


def test_a_chain_of_outlets_goes_back_to_the_first() -> None:
    first = says("a", GUARD, publisher="Kelvan Press")
    second = article(
        "b",
        "A guard told Kelvan Press they turned round.",
        Says("they turned round", GUARD, (AGENCY,), cue="told"),
        publisher="Radio Zorin",
    )
    third, other = relays("c", None, RADIO), says("d", SALIM, publisher="Kelvan Tribune")
    assert independent(first, second, third, other) == 2


def test_what_is_named_in_the_grounds() -> None:
    _, (join,) = found(says("a", GUARD, publisher="Kelvan Press"), says("b", GUARD, outlet("the Kelvan Press agency")))
    assert join.features == ("outlet: Kelvan Press",)
    _, (join,) = found(says("a", KARIM), says("b", KARIM))
    assert join.features == (f"source: {KARIM.id}",)


def copies() -> tuple[Extraction, Extraction]:
    """Two articles that quote nobody by name in the same words, and one names the other's outlet."""
    text = f"“{FERRY},” a guard told Kelvan Press."
    claim = Says(f"“{FERRY},”", GUARD, cue="told", quotation=Quotation.DIRECT)
    more = "\nBakers in the old quarter sold bread at half price while queues grew around the square."
    return article("a", text + more, claim, issued="2031-05-13"), article("b", text + more, claim, issued="2031-05-14")


def test_words_that_were_taken_over() -> None:
    articles = copies()
    assert independent(*articles) == 2
    among = taken(overlaps([p for e in articles for p in passages(e, OUTLETS)]))
    named, joins = found(*articles, among=among)
    assert len(set(named.values())) == 1
    assert [(j.rule, j.features) for j in joins] == [(TAKEN, ("copy: copy.earlier",))]


def test_another_passage_that_was_taken_over_shows_nothing() -> None:
    bread = "\nBakers in the old quarter sold bread at half price while queues grew around the square."
    articles = tuple(
        article(n, f"A guard said that {words}.{bread}", Says(words, GUARD), issued=day)
        for n, words, day in (("a", "the ferries sank", "2031-05-13"), ("b", "both ferries went down", "2031-05-14"))
    )
    among = taken(overlaps([p for e in articles for p in passages(e, OUTLETS)]))
    assert among
    assert len(set(found(*articles, among=among)[0].values())) == 2


def test_what_one_article_alone_tells_has_no_lineage() -> None:
    assert found(says("a", KARIM)) == ({}, ())


def test_who_denies_it_tells_something_else() -> None:
    articles = says("a", KARIM), says("b", KARIM), says("c", KARIM, publisher="Kelvan Press")
    named, joins = found(*articles, negated=frozenset({articles[2].claims[0].id}))
    assert set(named) == {articles[0].claims[0].id, articles[1].claims[0].id}
    assert len(joins) == 1


def test_claims_without_a_proposition_have_no_lineage() -> None:
    articles = relays("a", KARIM, AGENCY), relays("b", KARIM, AGENCY)
    assert set(found(*articles)[0]) == {e.claims[0].id for e in articles}


def test_the_order_of_articles_changes_nothing() -> None:
    articles = (*copies(), says("c", KARIM), relays("d", GUARD, KARIM), says("e", SALIM, AGENCY))
    one = found(*articles)
    assert all(found(*some) == one for some in permutations(articles))


def test_a_circle_of_claims_within_one_another_ends() -> None:
    text = "One said that another said that they turned round."
    one = Says("another said that they turned round", None, cue="One", embeds=("they turned round",))
    other = Says("they turned round", None, cue="said", embeds=("another said that they turned round",))
    (first, second) = tellings(article("a", text, one, other), OUTLETS)
    assert first.sources == second.sources == ()


def test_many_outlets_with_one_source_take_linear_time() -> None:
    articles = [says(str(n), KARIM, publisher=f"Outlet {n}") for n in range(2_000)]
    named, joins = found(*articles)
    assert len(set(named.values())) == 1
    assert len(joins) == 1_999
