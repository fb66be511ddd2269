"""The questions about what joins articles: who is independent, both sides, a claim's life, figures, events."""

from pathlib import Path

import pyoxigraph
import pytest

from claimgraph import questions
from claimgraph.commands import query

STORIES = Path(__file__).parent / "stories.trig"
BASE = "https://w3id.org/claimgraph/id/"
FIRED, AGAIN = f"{BASE}proposition/0a0a0a0a0a01", f"{BASE}proposition/0a0a0a0a0a03"
ANCHOR, COAST = "article/a11aa11aa11a", "article/c33cc33cc33c"
QUOTED, DENIAL, SURVIVORS = f"{ANCHOR}/claim/96-100", f"{COAST}/claim/225-229", f"{COAST}/claim/147-151"
PREFIXES = f"""PREFIX cg: <https://w3id.org/claimgraph/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
    PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
    PREFIX prov: <http://www.w3.org/ns/prov#> BASE <{BASE}>
"""


@pytest.fixture
def store() -> pyoxigraph.Store:
    return query.load(STORIES)


def change(store: pyoxigraph.Store, update: str) -> None:
    store.update(PREFIXES + update)


def rows(store: pyoxigraph.Store, name: str, **params: str) -> list[tuple[str, ...]]:
    answer = query.ask(store, questions.known(name), params)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [tuple("" if term is None else str(term.value) for term in row) for row in answer]


def counted(store: pyoxigraph.Store) -> dict[str, tuple[str, ...]]:
    """By proposition: independent outlets, outlets, articles, claims that affirm and that deny it."""
    return {row[6]: row[:5] for row in rows(store, "independent-claims", least="1")}


def test_who_quotes_another_is_not_independent_of_it(store: pyoxigraph.Store) -> None:
    assert rows(store, "independent-claims") == [
        ("2", "3", "3", "4", "2", "“The coastal guard fired on the convoy,”", FIRED)
    ]
    assert rows(store, "independent-claims", least="3") == []
    assert counted(store)[AGAIN] == ("1", "1", "1", "1", "0")


def test_an_outlet_is_independent_once_in_whatever_articles(store: pyoxigraph.Store) -> None:
    change(store, f"INSERT DATA {{ <article/d44dd44dd44d/claim/14-18> cg:expresses <{FIRED}> }}")
    assert counted(store)[FIRED][:3] == ("3", "3", "4"), (
        "Anchor Daily quotes itself in one article and not in the other"
    )
    change(store, f"INSERT {{ ?claim cg:lineage ?claim }} WHERE {{ ?claim cg:expresses <{FIRED}> }}")
    assert counted(store)[FIRED][:3] == ("3", "3", "4"), "no more tellings than outlets"


def test_an_article_of_no_known_outlet_is_an_outlet_of_its_own(store: pyoxigraph.Store) -> None:
    change(store, "DELETE WHERE { ?article dcterms:publisher ?outlet }")
    assert counted(store)[FIRED] == ("2", "3", "3", "4", "2")


def test_both_sides_of_what_is_denied_in_other_words(store: pyoxigraph.Store) -> None:
    told = rows(store, "both-sides")
    assert {row[:2] for row in told} == {("3", FIRED)}
    assert [(row[2], row[3], row[5]) for row in told] == [
        ("Affirmed", "Rahim Darwish", "Anchor Daily"),
        ("Affirmed", "Rahim Darwish", "Bay Herald"),
        ("Affirmed", "Rahim Darwish", "Coast Mail"),
        ("Affirmed", "Survivors", "Coast Mail"),
        ("Negated", "Coastal Guard", "Anchor Daily"),
        ("Negated", "Coastal Guard", "Coast Mail"),
    ]
    assert ("“We fired on no convoy,”", "Coast Mail", "2031-05-08", "coast-mail/shelling") in {row[4:] for row in told}


def test_what_nobody_denies_has_no_two_sides(store: pyoxigraph.Store) -> None:
    change(store, "DELETE WHERE { ?claim cg:polarity cg:Negated }")
    assert rows(store, "both-sides") == []


def test_each_pair_of_figures_in_conflict_stands_once(store: pyoxigraph.Store) -> None:
    (row,) = rows(store, "conflicting-figures")
    assert row[:7] == ("Killed", "", "7", "", "false", "Seven", "police"), "the lesser first"
    assert row[7:10] == ("Coast Mail", "2031-05-08", "coast-mail/shelling")
    assert row[10:16] == ("drivers", "12", "", "true", "At least 12", "the port hospital")
    assert row[16:] == ("Anchor Daily", "2031-05-07", "anchor-daily/convoy", "figures.event", "0.9")


def test_a_figure_in_nobodys_claim_is_the_articles_and_needs_no_join(store: pyoxigraph.Store) -> None:
    change(store, f"DELETE WHERE {{ <{COAST}/claim/69-73> cg:contentMention ?piece }}")
    change(store, "DELETE WHERE { ?join cg:relation cg:conflictsWith }")
    (row,) = rows(store, "conflicting-figures")
    assert (row[6], row[15]) == ("", "the port hospital")
    assert row[-2:] == ("", "")


def test_the_life_of_a_claim_leads_from_any_of_its_words_to_its_variants(store: pyoxigraph.Store) -> None:
    told = rows(store, "life-of-a-claim", about="Opened FIRE")
    assert [(row[0], row[1], row[2], row[4]) for row in told] == [
        ("2031-05-07", "Anchor Daily", "Coastal Guard", "Negated"),
        ("2031-05-07", "Anchor Daily", "Rahim Darwish", "Affirmed"),
        ("2031-05-08", "Bay Herald", "Rahim Darwish", "Affirmed"),
        ("2031-05-08", "Coast Mail", "Survivors", "Affirmed"),
        ("2031-05-08", "Coast Mail", "Rahim Darwish", "Affirmed"),
        ("2031-05-08", "Coast Mail", "Coastal Guard", "Negated"),
        ("2031-06-14", "Anchor Daily", "Rahim Darwish", "Affirmed"),
    ]
    assert told[2][5:7] == ("Anchor Daily", "anchor-daily/convoy"), "told by, quoted from"
    assert [row[3] for row in told[:2]] == ["Denial", "Assertion"]
    assert {row[9] for row in told} == {FIRED, AGAIN}


@pytest.mark.parametrize("about", [FIRED, AGAIN, BASE + QUOTED, BASE + DENIAL])
def test_a_claim_or_a_proposition_is_named_by_its_iri(store: pyoxigraph.Store, about: str) -> None:
    assert rows(store, "life-of-a-claim", about=about) == rows(store, "life-of-a-claim", about="opened fire")


def test_a_claim_without_a_date_comes_last(store: pyoxigraph.Store) -> None:
    change(store, f"DELETE WHERE {{ <{ANCHOR}> dcterms:issued ?day }}")
    assert [row[0] for row in rows(store, "life-of-a-claim", about="opened fire")][-3:] == ["2031-06-14", "", ""]
    assert [row[0] for row in rows(store, "life-of-a-claim", about="no such words")] == []


def test_a_passage_is_shown_as_the_later_article_has_it(store: pyoxigraph.Store) -> None:
    change(
        store,
        "INSERT { ?span nif:anchorOf 'as the earlier has it' } "
        "WHERE { ?join cg:relation prov:wasDerivedFrom ; cg:evidence ?span . ?span nif:referenceContext "
        f"<{ANCHOR}> }}",
    )
    assert rows(store, "taken-from") == [
        ("Bay Herald", "2031-05-08", "bay-herald/convoy", "Anchor Daily", "2031-05-07", "anchor-daily/convoy",
         "Rockets hit a grain convoy near Port Selim on Tuesday.", "copy.earlier", "0.97")
    ]  # fmt: skip


def test_what_a_claim_goes_back_to_is_no_taking_of_an_article(store: pyoxigraph.Store) -> None:
    change(store, f"INSERT DATA {{ <{QUOTED}> prov:wasDerivedFrom <{ANCHOR}> }}")
    assert len(rows(store, "taken-from")) == 1
    change(store, "DELETE WHERE { ?join cg:relation prov:wasDerivedFrom }")
    assert rows(store, "taken-from")[0][6:] == ("", "", "")


def test_events_that_outlets_share(store: pyoxigraph.Store) -> None:
    told = rows(store, "same-events")
    assert [(row[0], row[2], row[3], row[4], row[5], row[6]) for row in told] == [
        ("3", "Shelling", "2031-05-06", "Port Selim", "Stated", "Anchor Daily"),
        ("3", "Shelling", "2031-05-06", "Port Selim", "Stated", "Bay Herald"),
        ("3", "Shelling", "", "Port Selim", "Attributed", "Coast Mail"),
        ("2", "Killing", "", "", "Attributed", "Anchor Daily"),
        ("2", "Killing", "", "", "Attributed", "Coast Mail"),
    ]
    assert {row[8] for row in told if row[6] == "Coast Mail"} == {
        "Seven drivers died when a convoy was shelled near Port Selim, police said."
    }
    assert {row[2] for row in rows(store, "same-events", least="3")} == {"Shelling"}


def test_two_articles_of_one_outlet_are_not_two_outlets(store: pyoxigraph.Store) -> None:
    change(store, "DELETE { ?article dcterms:publisher ?outlet } INSERT { ?article dcterms:publisher <one> } "
           "WHERE { ?article dcterms:publisher ?outlet }")  # fmt: skip
    assert rows(store, "same-events") == []


def test_an_event_is_disputed_where_another_article_denies_it(store: pyoxigraph.Store) -> None:
    voices = [(row[2], row[3], row[5]) for row in rows(store, "disputed-events")]
    assert voices == [
        ("for", "", "anchor-daily/convoy"),
        ("for", "Rahim Darwish", "anchor-daily/convoy"),
        ("for", "", "bay-herald/convoy"),
        ("for", "police", "coast-mail/shelling"),
        ("against", "Coastal Guard", "anchor-daily/convoy"),
        ("against", "Coastal Guard", "coast-mail/shelling"),
    ]
    change(store, "DELETE WHERE { ?event cg:sameEvent ?shared }")
    assert "police" not in {row[3] for row in rows(store, "disputed-events")}


def test_a_claim_is_disputed_by_another_article_too(store: pyoxigraph.Store) -> None:
    assert [(row[2], row[5]) for row in rows(store, "disputed-claims")] == [
        ("anchor-daily/convoy", "anchor-daily/convoy"),
        ("anchor-daily/convoy", "coast-mail/shelling"),
        ("bay-herald/convoy", "coast-mail/shelling"),
    ]
