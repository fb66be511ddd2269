"""Explaining what is joined across articles: with what, why, and the words of both sides."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from claimgraph import stories
from claimgraph.commands import query
from claimgraph.commands.explain import Explanation, explain
from claimgraph.commands.joined import RULES, stated
from claimgraph.commands.terminal import tell

STORIES = Path(__file__).parent / "stories.trig"
PREFIXES = "PREFIX cg: <https://w3id.org/claimgraph/ontology#> BASE <https://w3id.org/claimgraph/id/> "
FIRED, SHELLING = "proposition/0a0a0a0a0a01", "event/0e0e0e0e0e01"
QUOTING = "article/b22bb22bb22b/claim/42-46"
EVENT, SUPPORT, ACT, PASSAGE, VARIANT = (f"join/0f0f0f0f0f{n}" for n in ("02", "09", "08", "12", "07"))
TOLL = "article/a11aa11aa11a/figure/116-127"
ANCHOR = "“The coastal guard fired on the convoy,” said Rahim Darwish."
SHELLED = "Seven drivers died when a convoy was shelled near Port Selim, police said."
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store() -> pyoxigraph.Store:
    return query.load(STORIES)


def only(store: pyoxigraph.Store, asked: str) -> Explanation:
    (found,) = explain(store, asked)
    return found


def values(explanation: Explanation, name: str) -> list[str]:
    return [value for fact, value in explanation.facts if fact == name]


def test_a_join_tells_why_with_the_words_of_both_sides(store: pyoxigraph.Store) -> None:
    (join,) = only(store, EVENT).joins
    assert (join.relation, join.rule, join.score) == ("sameEvent", "same-event.fields", "0.71")
    assert join.features == ("class: Shelling", "place: Port Selim")
    one, other = join.sides
    assert (one.label, one.article, one.publisher, one.issued) == (
        "Shelling “hit”",
        "anchor-daily/convoy",
        "Anchor Daily",
        "2031-05-07",
    )
    assert one.words == ("Rockets hit a grain convoy near Port Selim on Tuesday.",)
    assert (other.label, other.words) == ("Shelling “shelled”", (SHELLED,))


@pytest.mark.parametrize(
    ("asked", "first"), [(SUPPORT, "coast-mail/shelling"), (PASSAGE, "bay-herald/convoy"), (ACT, "anchor-daily/convoy")]
)
def test_the_side_that_a_relation_leads_from_is_first_and_else_the_earlier(
    store: pyoxigraph.Store, asked: str, first: str
) -> None:
    assert only(store, asked).joins[0].sides[0].article == first


def test_evidence_is_shown_on_its_own_side(store: pyoxigraph.Store) -> None:
    (passage,) = only(store, PASSAGE).joins
    assert [side.words for side in passage.sides] == [("Rockets hit a grain convoy near Port Selim on Tuesday.",)] * 2
    evidence = "<article/c33cc33cc33c#char=0,74>"
    store.update(f"{PREFIXES} INSERT DATA {{ <{ACT}> cg:evidence {evidence} }}")
    one, other = only(store, ACT).joins[0].sides
    assert one.words == (ANCHOR,)
    assert SHELLED in other.words


def test_a_proposition_tells_who_affirms_and_who_denies_it(store: pyoxigraph.Store) -> None:
    told = only(store, FIRED)
    assert told.label == "“The coastal guard fired on the convoy”"
    assert values(told, "affirmed by") == [
        "Rahim Darwish: “The coastal guard fired on the convoy” (Anchor Daily, 2031-05-07)",
        "Rahim Darwish: “The coastal guard fired on the convoy.” (Bay Herald, 2031-05-08)",
        "Rahim Darwish: “the coastal guard had fired on the convoy” (Coast Mail, 2031-05-08)",
        "Survivors: “that guardsmen had opened fire on their convoy” (Coast Mail, 2031-05-08)",
    ]
    assert [value.partition(" (")[2] for value in values(told, "denied by")] == [
        "Anchor Daily, 2031-05-07)",
        "Coast Mail, 2031-05-08)",
    ]
    assert values(told, "variant") == ["“the coastal guard had fired on a convoy near Eastport on Friday”"]
    assert [join.relation for join in told.joins] == ["expresses"] * 3 + ["variantOf"]


def test_a_claim_tells_who_else_says_it_and_where_its_words_are_from(store: pyoxigraph.Store) -> None:
    claim = only(store, QUOTING)
    source = "Rahim Darwish: “The coastal guard fired on the convoy” (Anchor Daily, 2031-05-07)"
    assert values(claim, "proposition") == ["“The coastal guard fired on the convoy”"]
    assert len(values(claim, "affirmed by")) == 3, "all but itself"
    assert len(values(claim, "denied by")) == 2
    assert values(claim, "of one telling with") == values(claim, "words taken from") == [source]
    assert source in values(claim, "same act as")
    assert values(only(store, source.partition(": ")[0]), "affirmed by") == [], "an actor has no propositions"


def test_a_shared_event_tells_of_its_events_and_an_event_of_the_others(store: pyoxigraph.Store) -> None:
    shared = only(store, SHELLING)
    assert (shared.label, shared.kinds) == ("Shelling “hit”", ("SharedEvent",))
    assert values(shared, "told by") == [
        "Shelling “hit” (Anchor Daily, 2031-05-07)",
        "Shelling “hit” (Bay Herald, 2031-05-08)",
        "Shelling “shelled” (Coast Mail, 2031-05-08)",
    ]
    assert len(shared.joins) == 2
    event = only(store, "article/c33cc33cc33c/event/37-44")
    assert values(event, "same event as") == values(shared, "told by")[:2]
    assert [join.sides[1].iri for join in event.joins] == [event.iri]


def test_a_figure_in_conflict_shows_the_other(store: pyoxigraph.Store) -> None:
    (join,) = only(store, TOLL).joins
    assert [side.words for side in join.sides] == [
        ("At least 12 drivers were killed, the port hospital said.",),
        (SHELLED,),
    ]


def test_an_article_tells_what_it_took(store: pyoxigraph.Store) -> None:
    assert values(only(store, "bay-herald/convoy"), "words taken from") == [
        "anchor-daily/convoy (Anchor Daily, 2031-05-07)"
    ]
    assert values(only(store, "anchor-daily/convoy"), "words taken by") == [
        "bay-herald/convoy (Bay Herald, 2031-05-08)"
    ]


def test_a_rule_is_told_in_words_or_else_its_family_is(store: pyoxigraph.Store) -> None:
    assert stated("proposition.words") == "both say it in the same words."
    assert stated("proposition.of-tomorrow") == stated("proposition")
    assert stated("of-tomorrow") is stated(None) is None
    store.update(
        f"{PREFIXES} DELETE WHERE {{ <{ACT}> cg:rule ?rule }} ; INSERT DATA {{ <{ACT}> cg:rule 'of.tomorrow' }}"
    )
    assert "  rule of.tomorrow" in list(tell(only(store, ACT)))


def test_a_join_that_says_little_is_told_all_the_same() -> None:
    store = pyoxigraph.Store()
    store.update(f"{PREFIXES} INSERT DATA {{ <urn:x:j> a cg:Join ; cg:joins <urn:x:a> , <urn:x:b> , <urn:x:c> }}")
    lines = list(tell(only(store, "urn:x:j"), 160))
    assert [line.strip() for line in lines[-3:]] == ["urn:x:a", "urn:x:b", "urn:x:c"]
    assert not any("None" in line for line in lines)


def test_on_a_wide_terminal_the_words_stand_side_by_side(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = run("explain", STORIES, SUPPORT)[1]
    monkeypatch.setenv("COLUMNS", "160")
    assert run("explain", STORIES, SUPPORT)[1] == piped, "a pipe has no width"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    wide = run("explain", STORIES, SUPPORT)[1].splitlines()
    (both,) = (line for line in wide if ANCHOR in line)
    assert both.index("Survivors said") < 10 < 80 < both.index(ANCHOR)
    monkeypatch.setenv("COLUMNS", "80")
    assert run("explain", STORIES, SUPPORT)[1] == piped


@pytest.mark.parametrize("width", [0, 160])
def test_words_that_would_steer_the_terminal_do_not(store: pyoxigraph.Store, width: int) -> None:
    words = "one\\u001B[2J\\u202E [red]two[/red]"
    store.update(f"""{PREFIXES} PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
        DELETE {{ ?sentence nif:anchorOf ?words }} INSERT {{ ?sentence nif:anchorOf "{words}" }}
        WHERE {{ ?sentence a cg:Sentence ; nif:anchorOf ?words }} ;
        INSERT DATA {{ <{SUPPORT}> cg:feature "x\\u009B" ; cg:relation <urn:x:\\u202E> }}
    """)
    text = "\n".join(tell(only(store, SUPPORT), width))
    assert text.count("one\ufffd[2J [red]two[/red]") == 2
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)


def test_json_has_the_joins(run: Run) -> None:
    code, out, _ = run("explain", STORIES, VARIANT, "--format", "json")
    ((join,),) = (told["joins"] for told in json.loads(out))
    assert code == 0
    assert set(join) == {"iri", "relation", "rule", "states", "score", "features", "sides"}
    assert join["sides"][0]["words"] == [ANCHOR]


def test_every_rule_that_joins_is_told_in_words() -> None:
    package = Path(stories.__file__).parent
    families = "same-event|proposition|act|stance|figures|copy|lineage"
    ids = re.compile(rf'"((?:{families})\.[a-z-]+)"')
    used = {rule for path in package.rglob("*.py") for rule in ids.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 15
    assert {rule for rule in used if rule not in RULES and rule != "same-event.fields"} == set()
