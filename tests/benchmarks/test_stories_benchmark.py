"""The scorer of what joins articles, on small graphs made by hand, and the reader of what is true of them."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import typer

from benchmarks import stories
from benchmarks.story_scoring import Kind, Score, score
from benchmarks.story_truth import Truth, truth
from claimgraph.errors import InputError

TEXTS = {
    "a": "Ada said that the bridge fell. Bo denied it. Three people died in the fall.",
    "b": "Cy claimed that the bridge had fallen. Four people died in the collapse.",
    "c": "Di added that it rained. Five people came to the fair.",
}
ADA = '{ in = "a", at = "Ada [said] that" }'
BO = '{ in = "a", at = "[denied]" }'
CY = '{ in = "b", at = "[claimed]" }'
DI = '{ in = "c", at = "[added]" }'
THREE, FOUR = '{ in = "a", at = "[Three]" }', '{ in = "b", at = "[Four]" }'
FALL, COLLAPSE = '{ in = "a", at = "[fall]." }', '{ in = "b", at = "[collapse]" }'
PREFIXES = """
@prefix : <https://example.org/> .
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""
NODES = {
    "ada": ("a", "said", "Claim"),
    "bo": ("a", "denied", "Claim"),
    "cy": ("b", "claimed", "Claim"),
    "di": ("c", "added", "Claim"),
    "three": ("a", "Three", "Figure"),
    "four": ("b", "Four", "Figure"),
    "five": ("c", "Five", "Figure"),
    "fell": ("a", "fell", "Event"),
    "fall": ("a", "fall.", "Event"),
    "collapse": ("b", "collapse", "Event"),
    "fair": ("c", "fair", "Event"),
}
Wanted = Callable[[str], Truth]


@pytest.fixture
def wanted(tmp_path: Path) -> Wanted:
    """Reads a truth of the three articles."""

    def read(toml: str) -> Truth:
        path = tmp_path / "truth.toml"
        path.write_text(toml, encoding="utf-8")
        return truth(path, TEXTS)

    return read


def graph(joins: str, *, without: str = "") -> list[ox.Quad]:
    """A graph with all nodes but one, and what joins them."""
    told = [f':{a} a cg:Article ; dcterms:identifier "{a}" .' for a in TEXTS]
    for name, (article, words, kind) in NODES.items():
        if name != without:
            begin = TEXTS[article].index(words)
            told.append(f":{name} a cg:{kind} .")
            told.append(f":m-{name} nif:referenceContext :{article} ; nif:beginIndex {begin} .")
            told.append(f":m-{name} nif:endIndex {begin + len(words)} .")
            told.append(f":{name} cg:cueMention :m-{name} ." if kind == "Claim" else f":m-{name} cg:mentions :{name} .")
    return list(ox.parse("\n".join([PREFIXES, *told, joins]), format=ox.RdfFormat.TURTLE))


def of(kind: Kind, joins: str, true: Truth, *, without: str = "") -> Score:
    return score(graph(joins, without=without), true).scores[kind]


def said(affirmed: str, negated: str = "") -> str:
    return f'[[proposition]]\nwhat = "p"\naffirmed = [{affirmed}]\nnegated = [{negated}]\n'


def test_what_is_joined_as_it_is_true_is_right(wanted: Wanted) -> None:
    found = of(Kind.PROPOSITIONS, ":ada cg:expresses :p . :cy cg:expresses :p .", wanted(said(f"{ADA}, {CY}")))
    assert (found.precision, found.recall, found.f1, found.recall_of_all) == (1, 1, 1, 1)


def test_a_false_join_lowers_precision_alone(wanted: Wanted) -> None:
    joins = ":ada cg:expresses :p . :cy cg:expresses :p . :di cg:expresses :p ."
    found = of(Kind.PROPOSITIONS, joins, wanted(said(f"{ADA}, {CY}")))
    assert found.precision == pytest.approx(1 / 3)  # Di has no place in the truth, and is false all the same
    assert found.recall == 1


def test_a_missing_join_lowers_recall_alone(wanted: Wanted) -> None:
    joins = ":ada cg:expresses :p . :cy cg:expresses :p . :di cg:expresses :q ."
    found = of(Kind.PROPOSITIONS, joins, wanted(said(f"{ADA}, {CY}, {DI}")))
    assert found.precision == 1
    assert found.recall == found.recall_of_all == pytest.approx(1 / 3)


def test_an_item_without_a_node_counts_only_in_the_recall_of_all(wanted: Wanted) -> None:
    joins = ":ada cg:expresses :p . :cy cg:expresses :p ."
    found = of(Kind.PROPOSITIONS, joins, wanted(said(f"{ADA}, {CY}, {DI}")), without="di")
    assert (found.precision, found.recall) == (1, 1)
    assert found.recall_of_all == pytest.approx(1 / 3)
    assert found.f1_of_all == pytest.approx(0.5)


def test_where_nothing_is_built_nothing_is_right(wanted: Wanted) -> None:
    found = of(Kind.PROPOSITIONS, "", wanted(said(f"{ADA}, {CY}")))
    assert (found.precision, found.recall, found.f1) == (0, 0, 0)


def test_a_denial_must_have_the_other_polarity(wanted: Wanted) -> None:
    joins, true = ":ada cg:expresses :p . :bo cg:expresses :p .", wanted(said(ADA, BO))
    assert of(Kind.PROPOSITIONS, f"{joins} :bo cg:polarity cg:Negated .", true).f1 == 1
    wrong = of(Kind.PROPOSITIONS, f"{joins} :ada cg:polarity cg:Affirmed .", true)
    assert (wrong.false, wrong.missed, wrong.f1) == (1, 1, 0)


def test_two_denials_have_the_same_polarity(wanted: Wanted) -> None:
    joins = ":bo cg:expresses :p ; cg:polarity cg:Negated . :cy cg:expresses :p"
    true = wanted(said("", f"{BO}, {CY}"))
    assert of(Kind.PROPOSITIONS, f"{joins} ; cg:polarity cg:Negated .", true).f1 == 1
    assert of(Kind.PROPOSITIONS, f"{joins} .", true).f1 == 0


def test_what_is_free_counts_neither_for_nor_against(wanted: Wanted) -> None:
    joins = ":ada cg:expresses :p . :cy cg:expresses :p . :di cg:expresses :p ."
    free = f'[[free]]\nwhat = "odd"\nitems = [{DI}]\n'
    with_it = of(Kind.PROPOSITIONS, joins, wanted(said(f"{ADA}, {CY}") + free))
    without = of(Kind.PROPOSITIONS, ":ada cg:expresses :p . :cy cg:expresses :p .", wanted(said(f"{ADA}, {CY}") + free))
    assert with_it == without
    assert with_it.f1 == 1


def test_what_is_free_among_some_is_false_with_others(wanted: Wanted) -> None:
    free = wanted(f'[[free]]\nwhat = "odd"\namong = true\nitems = [{ADA}, {DI}]')
    assert of(Kind.PROPOSITIONS, ":ada cg:expresses :p . :di cg:expresses :p .", free).false == 0
    assert of(Kind.PROPOSITIONS, ":cy cg:expresses :p . :di cg:expresses :p .", free).false == 1


def test_a_free_item_counts_where_the_truth_joins_it(wanted: Wanted) -> None:
    true = wanted(said(f"{ADA}, {CY}") + f'[[free]]\nwhat = "odd"\nitems = [{CY}]')
    assert of(Kind.PROPOSITIONS, "", true).missed == 1


def test_within_an_article_only_what_is_annotated_can_be_false(wanted: Wanted) -> None:
    joins = ":ada cg:expresses :p . :bo cg:expresses :p ."
    assert of(Kind.PROPOSITIONS, joins, wanted(said(f"{ADA}, {CY}"))).false == 0
    apart = said(f"{ADA}, {CY}") + said(BO).replace('"p"', '"q"')
    assert of(Kind.PROPOSITIONS, joins, wanted(apart)).false == 1


def test_an_event_is_found_on_its_other_mentions(wanted: Wanted) -> None:
    true = f'[[event]]\nwhat = "it"\ntold = [{FALL.replace(" }", ", also = [")}"bridge [fell]"] }}, {COLLAPSE}]'
    joins = ":fell cg:sameEvent :e . :collapse cg:sameEvent :e ."
    assert of(Kind.EVENTS, joins, wanted(true)).f1 == 1
    assert of(Kind.EVENTS, joins, wanted(true.replace("fell", "denied").replace("bridge ", "Bo "))).f1 == 0


def test_an_event_joined_with_another_is_false(wanted: Wanted) -> None:
    true = wanted(f'[[event]]\nwhat = "it"\ntold = [{FALL}, {COLLAPSE}]')
    joins = ":fall cg:sameEvent :e . :collapse cg:sameEvent :e . :fair cg:sameEvent :e ."
    found = of(Kind.EVENTS, joins, true)
    assert (found.built, found.false, found.right, found.missed) == (1, 2, 1, 0)


def test_a_conflict_counts_once_either_way(wanted: Wanted) -> None:
    true = wanted(f'[[conflict]]\nwhat = "dead"\nsides = [[{THREE}], [{FOUR}]]')
    both = of(Kind.CONFLICTS, ":three cg:conflictsWith :four . :four cg:conflictsWith :three .", true)
    assert both == of(Kind.CONFLICTS, ":four cg:conflictsWith :three .", true) == Score(built=1, right=1)
    assert of(Kind.CONFLICTS, ":four cg:conflictsWith :five .", true) == Score(false=1, missed=1)


def test_the_figures_of_one_side_do_not_conflict(wanted: Wanted) -> None:
    five = '{ in = "c", at = "[Five]" }'
    true = wanted(f'[[conflict]]\nwhat = "dead"\nsides = [[{THREE}, {FOUR}], [{five}]]')
    joins = ":three cg:conflictsWith :five . :four cg:conflictsWith :five . :three cg:conflictsWith :four ."
    assert of(Kind.CONFLICTS, joins, true) == Score(built=2, false=1, right=2)


def test_a_stance_has_a_direction_and_a_kind(wanted: Wanted) -> None:
    true = wanted(f"[[dispute]]\nby = {BO}\nof = [{ADA}, {CY}]")
    assert of(Kind.STANCES, ":bo cg:disputes :ada , :cy .", true) == Score(built=2, right=2)
    assert of(Kind.STANCES, ":bo cg:supports :cy . :cy cg:disputes :bo .", true) == Score(false=2, missed=2)


def test_variants_are_found_by_their_claims(wanted: Wanted) -> None:
    said_twice = said(ADA) + said(CY).replace('"p"', '"q"')
    true = wanted(said_twice + '[[variant]]\nof = ["q", "p"]')
    told = ":ada cg:expresses :x . :cy cg:expresses :y . :di cg:expresses :z ."
    assert of(Kind.VARIANTS, f"{told} :x cg:variantOf :y . :y cg:variantOf :x .", true) == Score(built=1, right=1)
    assert of(Kind.VARIANTS, f"{told} :z cg:variantOf :y .", true) == Score(false=1, missed=1)


@pytest.mark.parametrize(
    ("kind", "table", "name"),
    [
        (Kind.ACTS, "[[act]]\nwhat = 'it'\ntold", "sameAct"),
        (Kind.LINEAGES, "[[lineage]]\nwhat = 'it'\nclaims", "lineage"),
    ],
)
def test_acts_and_lineages_join_claims_of_two_articles(wanted: Wanted, kind: Kind, table: str, name: str) -> None:
    true = wanted(f"{table} = [{ADA}, {BO}, {CY}]")
    assert of(kind, f":ada cg:{name} :n . :bo cg:{name} :n . :cy cg:{name} :n .", true) == Score(built=2, right=2)
    assert of(kind, f":ada cg:{name} :n . :di cg:{name} :n .", true) == Score(false=1, missed=2)


def test_a_passage_is_taken_by_the_later_article(wanted: Wanted) -> None:
    true = wanted('[[taken]]\npassage = { in = "b", at = "[people died]" }\nfrom = "a"')
    assert of(Kind.TAKEN, ":b prov:wasDerivedFrom :a . :graph prov:wasDerivedFrom :a .", true) == Score(
        built=1, right=1
    )
    assert of(Kind.TAKEN, ":a prov:wasDerivedFrom :b .", true) == Score(false=1, missed=1)


def test_the_errors_show_the_words_of_both_sides(wanted: Wanted) -> None:
    joins = ":ada cg:expresses :p . :di cg:expresses :p ."
    report = score(graph(joins, without="cy"), wanted(said(f"{ADA}, {BO}, {CY}")))
    assert list(stories.errors(report.verdicts, Kind.PROPOSITIONS, 1)) == [
        "false: a: Ada [said] that the bridge fell. Bo denied it. Three people | "
        "c: Di [added] that it rained. Five people came to the fair. same",
        "missed: a: Ada [said] that | a: [denied] same",
        "missed, as an item has no node: a: Ada [said] that | b: [claimed] same",
    ]


def test_the_table_tells_both_figures(wanted: Wanted) -> None:
    joins = ":ada cg:expresses :p . :cy cg:expresses :p ."
    report = score(graph(joins, without="di"), wanted(said(f"{ADA}, {CY}, {DI}")))
    rows = stories.table({"some": report}).splitlines()
    assert "| propositions | 1.000 1.000 **1.000** (1 of 1; 0 false) | .333 **.500** (1 of 3) |" in rows
    assert "| variants | – | – |" in rows


def test_the_named_graphs_of_a_build_are_read_as_one(wanted: Wanted) -> None:
    joined = graph(":ada cg:expresses :p . :cy cg:expresses :p .")
    names = [ox.NamedNode("https://example.org/stories"), ox.NamedNode("https://example.org/articles")]
    spread = [ox.Quad(q.subject, q.predicate, q.object, names[i % 2]) for i, q in enumerate(joined)]
    assert score(spread, wanted(said(f"{ADA}, {CY}"))).scores[Kind.PROPOSITIONS].f1 == 1


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (said('{ in = "a", at = "Ada [whispered]" }'), "does not stand in a"),
        (said('{ in = "a", at = "[the]" }'), "more than once"),
        (said('{ in = "a", at = "Ada said" }'), "exactly one pair of brackets"),
        (said('{ in = "d", at = "[said]" }'), "'\\[said\\]' is said to stand in 'd'"),
        (said('{ at = "[said]" }'), "an item has `in` and `at`"),
        (said(ADA, ADA), "both affirmed and negated"),
        (said(ADA) + said(CY), "two propositions are called 'p'"),
        (said(ADA) + '[[variant]]\nof = ["p", "q"]', "names 'q'"),
        ('[[variant]]\nof = ["p"]', "joins two propositions"),
        (f'[[event]]\nwhat = "it"\ntold = [{FALL}, {{ in = "a", at = "[fell]" }}]', "two items of one article"),
        (f'[[conflict]]\nwhat = "it"\nsides = [[{THREE}]]', "needs two sides"),
        (f'[[conflict]]\nwhat = "it"\nsides = [[{THREE}], [{THREE}]]', "an item twice"),
        ('[[taken]]\npassage = { in = "b", at = "[people died]" }\nfrom = "x"', "from 'x'"),
        ('[[act]]\nwhat = "it"', "lacks told"),
        ('[[act]]\nwhat = "it"\ntold = []\nclaims = []', "has claims, which it may not"),
        ("[[acts]]", "no such table: acts"),
        ("[act]", "stands for"),
        ("[[act", "truth.toml"),
    ],
)
def test_a_truth_that_cannot_be_is_refused_with_its_place(wanted: Wanted, toml: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as refused:
        wanted(toml)
    assert "truth.toml" in str(refused.value)


def test_the_errors_of_what_is_kept_aside_are_not_shown() -> None:
    with pytest.raises(typer.BadParameter, match="kept aside"):
        stories.compare([stories.Corpus.KEPT], show=3)


def test_a_corpus_that_is_not_there_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "ANNOTATED", tmp_path)
    with pytest.raises(typer.BadParameter, match="is missing"):
        stories.compare([stories.Corpus.DEV])


def test_a_corpus_is_built_from_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "stories-dev"
    folder.mkdir()
    (folder / "one.txt").write_text("Police said on Monday that the bridge had fallen.", encoding="utf-8")
    (folder / "two.txt").write_text("Police said on Monday that the bridge had fallen.", encoding="utf-8")
    items = ", ".join(f'{{ in = "{name}", at = "[said]" }}' for name in ("one", "two"))
    (folder / "truth.toml").write_text(said(items), encoding="utf-8")
    monkeypatch.setattr(stories, "ANNOTATED", tmp_path)
    stories.compare([stories.Corpus.DEV], show=1)
    assert "| propositions | 1.000 1.000 **1.000** (1 of 1; 0 false) |" in capsys.readouterr().out
