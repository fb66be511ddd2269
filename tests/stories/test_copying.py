"""Which article took a passage from which."""

from itertools import permutations
from random import Random

import pytest

from claimgraph.model import Actor, Extraction, Join, Kind, Quotation, Relation
from claimgraph.registry import Entry, Label, Registry
from claimgraph.stories.copies.copying import CITED, CREDITED, EARLIER, UNDIRECTED, Settings, compare, taken
from claimgraph.stories.copies.outlets import Outlets
from claimgraph.stories.copies.passages import passages
from telling import Says, article, outlet, overlaps, person

OUTLETS = Outlets(
    Registry({"actor/zph": Entry("actor/zph", Kind.MEDIA_OUTLET, Label("Zorin Herald"), (Label("ZPH"),))})
)
FERRY = "Two ferries left the harbour before the storm and turned round at the lighthouse"
BREAD = "Bakers in the old quarter sold bread at half price while queues grew around the square"
KARIM, SALIM, AGENCY = person("Karim Falanji"), person("Salim Zaman"), outlet("Kelvan Press")
GUARD = Actor("article/0123456789ab/actor/0-5", Kind.PERSON, "a guard", named=False)


def quoting(
    identifier: str,
    words: str = FERRY,
    who: Actor = KARIM,
    *to: Actor,
    more: str = "",
    publisher: str | None = None,
    issued: str | None = None,
) -> Extraction:
    """An article that quotes someone."""
    text = f"“{words},” {who.label} told {' and '.join(a.label for a in to) or 'a crowd'}.\n{more}"
    claim = Says(f"“{words},”", who, to, cue="told", quotation=Quotation.DIRECT)
    return article(identifier, text, claim, publisher=publisher, issued=issued)


def telling(identifier: str, text: str = FERRY, publisher: str | None = None, issued: str | None = None) -> Extraction:
    """An article in its outlet's own words."""
    return article(identifier, text, publisher=publisher, issued=issued)


def joins(*articles: Extraction, settings: Settings | None = None) -> tuple[Join, ...]:
    found = overlaps([p for one in articles for p in passages(one, OUTLETS)], settings or Settings())
    return taken(found)


def shown(*articles: Extraction) -> list[tuple[str, ...]]:
    """Relation, rule and the identifiers of the two articles, of each join."""
    names = {one.article.id: one.article.identifier for one in articles}
    return [
        (j.relation, j.rule, *(names[i.partition("/claim/")[0]] for i in (j.one, j.other))) for j in joins(*articles)
    ]


DERIVED, QUOTED, LINEAGE = Relation.DERIVED, Relation.QUOTED, Relation.LINEAGE


def test_a_quotation_is_taken_by_who_names_the_outlet_that_was_told() -> None:
    told = quoting("agency", FERRY, KARIM, AGENCY, publisher="Kelvan Press")
    paper = quoting("paper", FERRY, KARIM, outlet("Kelvan Press agency"), publisher="Tal Zorin Times")
    assert shown(told, paper) == [(DERIVED, CREDITED, "paper", "agency"), (QUOTED, CREDITED, "paper", "agency")]
    derived, quoted = joins(told, paper)
    assert (quoted.one, quoted.other) == (paper.claims[0].id, told.claims[0].id)
    assert [(of, span.text) for of, span in derived.evidence] == [(paper.article.id, FERRY), (told.article.id, FERRY)]
    assert (derived.score, derived.features[0]) == (1.0, "words in a row: 14")


def test_whoever_names_the_other_is_the_taker_whatever_the_days() -> None:
    told = quoting("agency", publisher="Kelvan Press", issued="2031-05-14")
    paper = quoting("paper", FERRY, KARIM, AGENCY, issued="2031-05-13")
    assert shown(told, paper) == [(DERIVED, CREDITED, "paper", "agency"), (QUOTED, CREDITED, "paper", "agency")]


def test_an_outlet_of_the_registry_is_known_by_each_of_its_names() -> None:
    told = quoting("herald", publisher="The Zorin Herald")
    paper = quoting("paper", FERRY, KARIM, outlet("ZPH"))
    assert shown(told, paper)[0] == (DERIVED, CREDITED, "paper", "herald")


@pytest.mark.parametrize(
    ("words", "is_taken"),
    [("We sold the boat and a field", True), ("We sold the boat and two fields", False), ("We sold a field", False)],
)
def test_a_short_saying_is_taken_word_for_word(words: str, is_taken: bool) -> None:
    told = quoting("agency", words.replace("two fields", "a field"), publisher="Kelvan Press")
    assert bool(shown(told, quoting("paper", words, KARIM, AGENCY))) == is_taken
    assert not shown(told, quoting("paper", words))


def test_a_quotation_that_both_may_have_heard_shows_nothing() -> None:
    assert shown(quoting("a", issued="2031-05-13"), quoting("b", issued="2031-05-14")) == []


def test_a_quotation_is_taken_where_more_than_it_agrees() -> None:
    one = quoting("a", more=BREAD, issued="2031-05-13")
    assert shown(one, quoting("b", more=BREAD, issued="2031-05-14")) == [
        (DERIVED, EARLIER, "b", "a"),
        (QUOTED, EARLIER, "b", "a"),
    ]


def test_words_of_another_claimant_are_not_quoted_from_him() -> None:
    told, paper = quoting("a", publisher="Kelvan Press"), quoting("b", FERRY, SALIM, AGENCY)
    assert shown(told, paper) == [(DERIVED, CREDITED, "b", "a")]
    unnamed = quoting("b", FERRY, GUARD, AGENCY)
    assert shown(told, unnamed)[1] == (QUOTED, CREDITED, "b", "a")


def test_who_quotes_an_outlet_takes_its_own_words() -> None:
    told, paper = telling("a", publisher="Kelvan Press"), quoting("b", FERRY, AGENCY)
    assert shown(told, paper) == [(DERIVED, CREDITED, "b", "a")]


def test_an_outlet_that_is_named_elsewhere_in_the_article() -> None:
    more = "Karim Falanji told Kelvan Press that it rained."
    told = telling("a", publisher="Kelvan Press", issued="2031-05-14")
    claim = Says("it rained", KARIM, (AGENCY,), cue="told")
    paper = article("b", f"{FERRY}.\n{more}", claim, issued="2031-05-13")
    assert shown(told, paper) == [(DERIVED, CITED, "b", "a")]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("2031-05-13", "2031-05-14", (DERIVED, EARLIER, "b", "a")),
        ("2031-05-14T08:00:00", "2031-05-13", (DERIVED, EARLIER, "a", "b")),
        ("2031-05-13T08:00:00Z", "2031-05-13T09:00:00+03:00", (DERIVED, EARLIER, "a", "b")),
        ("2031-05-13T08:00:00", "2031-05-13T09:00:00", (LINEAGE, UNDIRECTED, "a", "b")),  # whose clock, is not told
        ("2031-05-13", None, (LINEAGE, UNDIRECTED, "a", "b")),
        ("2031-05-13", "soon", (LINEAGE, UNDIRECTED, "a", "b")),
    ],
)
def test_the_earlier_one_is_the_origin(one: str, other: str | None, found: tuple[str, ...]) -> None:
    articles = telling("a", issued=one), telling("b", issued=other)
    relation, rule, *sides = shown(*articles)[0]
    if relation is LINEAGE:  # of no direction: by the ids
        sides.sort()
    assert (relation, rule, *sides) == found


def test_two_that_name_a_third_are_not_taken_from_one_another() -> None:
    one = quoting("a", FERRY, KARIM, AGENCY, more=BREAD, issued="2031-05-13")
    other = quoting("b", FERRY, KARIM, AGENCY, more=BREAD, issued="2031-05-14")
    assert {row[:2] for row in shown(one, other)} == {(LINEAGE, UNDIRECTED)}


def test_two_that_name_one_another_elsewhere_go_by_the_days() -> None:
    one, other = (
        article(
            n, f"{FERRY}.\n{by.label} said it rained.", Says("it rained", by, cue="said"), publisher=own, issued=day
        )
        for n, by, own, day in (
            ("a", outlet("Radio Zorin"), "Kelvan Press", "2031-05-13"),
            ("b", AGENCY, "Radio Zorin", "2031-05-14"),
        )
    )
    assert shown(one, other) == [(DERIVED, EARLIER, "b", "a")]


def test_an_outlet_takes_nothing_from_itself() -> None:
    same = {"publisher": "Kelvan Press"}
    assert shown(telling("a", issued="2031-05-13", **same), telling("b", issued="2031-05-14", **same)) == []


@pytest.mark.parametrize(
    "other",
    [
        "Two ferries left the harbour before the storm, and turned round at the old lighthouse.",
        "Late on Tuesday two ferries left the harbour before the storm and turned round at the lighthouse, he said.",
    ],
)
def test_a_passage_with_other_words_in_it(other: str) -> None:
    assert shown(telling("a", issued="2031-05-13"), telling("b", other, issued="2031-05-14")) == [
        (DERIVED, EARLIER, "b", "a")
    ]


@pytest.mark.parametrize(
    "other",
    [
        BREAD,
        "Two ferries left the harbour.",
        "The storm had turned before two ferries left, and at the lighthouse a harbour pilot went round.",
        "The man turned round at the lighthouse and two of his nephews left the harbour before any of the others woke.",
    ],
)
def test_a_passage_that_is_another(other: str) -> None:
    assert shown(telling("a", issued="2031-05-13"), telling("b", other, issued="2031-05-14")) == []


def test_settings_decide_how_much_is_enough() -> None:
    articles = telling("a", issued="2031-05-13"), telling("b", f"{FERRY} in Tal Zorin", issued="2031-05-14")
    assert joins(*articles)
    assert not joins(*articles, settings=Settings(run=20))
    assert not joins(*articles, settings=Settings(own=40))


def test_comparing_is_symmetric() -> None:
    (one,), (other,) = (passages(telling(n, t), OUTLETS) for n, t in (("a", FERRY), ("b", f"{FERRY} again")))
    assert compare(one, other) == compare(other, one) is not None


ARTICLES = (
    quoting("a", FERRY, KARIM, more=BREAD, publisher="Kelvan Press", issued="2031-05-13"),
    quoting("b", FERRY, KARIM, AGENCY, more=BREAD, issued="2031-05-13"),
    telling("c", f"{BREAD}.\n{FERRY}.", issued="2031-05-14"),
)


def test_the_order_of_articles_changes_nothing() -> None:
    assert len({joins(*some) for some in permutations(ARTICLES)}) == 1


def test_an_article_more_changes_nothing_of_the_others() -> None:
    assert set(joins(*ARTICLES[:2])) < set(joins(*ARTICLES))


def test_a_run_that_makes_most_of_two_passages_is_found() -> None:
    random = Random(1)
    made = [f"{a}{b}{c}" for a in "bdfgklm" for b in "aeiou" for c in "nprstvz"]
    for _ in range(200):
        run, *rest = (random.sample(made, n) for n in (12, 6, 6))
        texts = (" ".join((*more[:3], *run, *more[3:])) for more in rest)
        assert shown(*(telling(name, text) for name, text in zip("ab", texts, strict=True)))
