"""The benchmark of claims: what counts as found, what a direct quotation is, what the naive peer and the errors are."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import typer

from benchmarks import claims, error_analysis, naive, polnear
from benchmarks.polnear import Attribution, Pieces
from claimgraph.model import Article
from claiming import ACCORDING, CLAUSE, OBJECT
from handmade import doc

STANDOFF = """\
T1\tSource 0 4\tAmal
T2\tCue 5 9\tsaid
T3\tContent 10 20;25 30\tthe tanks … moved
T4\tContent 31 40\ton at dawn
T5\tAttribution 5 9\tsaid
E1\tAttribution:T5 Source:T1 Cue:T2 Content:T3 Content2:T4
A1\tSomething E1
E2\tAttribution:T5 Cue:T2
"""


def one(source: Pieces, cue: Pieces, *content: tuple[int, int]) -> Attribution:
    return Attribution(source, cue, content)


SAID = one(((0, 4),), ((5, 9),), (10, 20))


def test_standoff_is_read_with_pieces_and_missing_roles(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(STANDOFF, encoding="utf-8")
    first, second = polnear.attributions(tmp_path / "a.ann")
    assert first == Attribution(((0, 4),), ((5, 9),), ((10, 20), (25, 30), (31, 40)))
    assert second == Attribution(cue=((5, 9),))


@pytest.mark.parametrize(
    ("found", "cue", "complete"),
    [
        (SAID, 1, 1),
        (one(((3, 4),), ((8, 9),), (15, 20)), 1, 1),  # a shared character will do; half of the content
        (one(((3, 4),), ((8, 9),), (16, 20)), 1, 0),  # less than half
        (one(((3, 4),), ((8, 9),), (10, 31)), 1, 0),  # more than twice as much
        (one((), ((5, 9),), (10, 20)), 1, 0),  # no source
        (one(((0, 4),), ((9, 10),), (10, 20)), 0, 0),  # the cue beside it
    ],
)
def test_what_is_right(found: Attribution, cue: int, complete: int) -> None:
    figures = polnear.score([([SAID], [found])])
    assert (round(figures["cue"].fscore), round(figures["complete"].fscore)) == (cue, complete)


def test_anyone_will_do_where_the_gold_names_no_source() -> None:
    figures = polnear.score([([one((), ((5, 9),), (10, 20))], [SAID])])
    assert figures["complete"].fscore == pytest.approx(1)


def test_characters_count_over_all_articles() -> None:
    longer = one(((0, 4),), ((5, 9),), (10, 40))
    content = polnear.score([([SAID], [longer]), ([longer], [longer])])["content"]
    assert (content.precision, content.recall) == pytest.approx((40 / 60, 1))


def test_a_cue_is_found_once_by_the_likest_content() -> None:
    likest, other = SAID, one(((0, 4),), ((5, 9),), (10, 14))
    assert polnear.paired([SAID], [other, likest]) == [(SAID, likest)]
    assert polnear.score([([SAID], [other, likest])])["cue"].precision == pytest.approx(1 / 2)


TEXT = "“We go home,” Amal said. Amal said that “we” went home."
QUOTING = one(((14, 18),), ((19, 23),), (0, 13))
IN_PART = one(((25, 29),), ((30, 34),), (35, 54))


def test_direct_quotations_are_those_with_nothing_outside_the_marks() -> None:
    within = one(((14, 18),), ((19, 23),), (1, 12))
    ours = [within, one(((25, 29),), ((30, 34),), (40, 44))]  # the second quotes, but is part of what does not
    wanted, found = claims.direct(Article("a", TEXT), [QUOTING, IN_PART], ours)
    assert (wanted, found) == ([QUOTING], [within])


def test_what_quotes_where_the_gold_has_nothing_counts_against() -> None:
    stray = one((), ((30, 34),), (40, 44))
    assert claims.direct(Article("a", TEXT), [QUOTING], [stray]) == ([QUOTING], [stray])


def test_a_quotation_around_the_cue_makes_nothing_direct() -> None:
    inside = one((), ((1, 3),), (4, 11))
    assert claims.direct(Article("a", TEXT), [], [inside]) == ([], [])


def words(text: str, pieces: Sequence[tuple[int, int]]) -> list[str]:
    return [text[begin:end] for begin, end in pieces]


@pytest.mark.parametrize(
    ("rows", "source", "cue", "content"),
    [
        (CLAUSE, "The minister", "said", "that rebels had left"),
        (ACCORDING, "the army", "according to", "Rebels left"),
        (OBJECT, "Officials", "condemned", "the raid"),
    ],
)
def test_naive_rules(rows: str, source: str, cue: str, content: str) -> None:
    made = doc(rows)
    (found,) = naive.attributions(made)
    assert [words(made.text, p) for p in (found.source, found.cue, found.content)] == [[source], [cue], [content]]


def test_naive_rules_need_a_verb_of_their_list() -> None:
    assert not list(naive.attributions(doc(OBJECT.replace("condemned", "painted"))))


def kinds(rows: str, gold: list[Attribution], found: list[Attribution]) -> list[str]:
    return [error.kind for error in error_analysis.errors(doc(rows), gold, found)]


CONDEMNED = one(((0, 9),), ((10, 19),), (20, 28))  # Officials condemned the raid.


@pytest.mark.parametrize(
    ("rows", "cue", "kind"),
    [
        (OBJECT, (10, 19), "missed: a verb of the lexicon, content a noun phrase"),
        (OBJECT.replace("condemned", "repainted"), (10, 19), "missed: a verb that the lexicon lacks"),
        (OBJECT, (0, 9), "missed: a noun that the lexicon lacks"),
        (OBJECT, (28, 29), "missed: a mark, such as a colon or a dash"),
    ],
)
def test_what_is_missed_is_told_by_its_cue(rows: str, cue: tuple[int, int], kind: str) -> None:
    assert kinds(rows, [one((), (cue,), (20, 28))], []) == [kind]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (CONDEMNED, []),
        (one((), ((10, 19),), (20, 28)), ["wrong source: none found"]),
        (one(((20, 28),), ((10, 19),), (0, 9)), ["wrong source: another", "content elsewhere"]),
        (one(((0, 9),), ((10, 19),), (24, 25)), ["content too short: within its sentence"]),
        (one(((0, 9),), ((10, 19),), (0, 28)), ["content too long"]),
        (one(((0, 9),), ((0, 9),), (20, 28)), ["content found, but with another word for the cue"]),
    ],
)
def test_what_is_wrong_in_what_is_found(found: Attribution, expected: list[str]) -> None:
    assert kinds(OBJECT, [CONDEMNED], [found]) == expected


def test_what_the_gold_lacks_is_told_by_its_rule_and_place() -> None:
    inside, outside = (Attribution((), (cue,), ((0, 3),), "claim.noun") for cue in ((24, 28), (0, 9)))
    assert kinds(OBJECT, [CONDEMNED], [CONDEMNED, inside, outside]) == [
        "not in the gold, in what another says: claim.noun",
        "not in the gold, on its own: claim.noun",
    ]


def test_an_article_without_its_attributions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text("The tanks left.", encoding="utf-8")
    with pytest.raises(typer.BadParameter, match=r"a\.ann is missing"):
        claims.cases(tmp_path)
