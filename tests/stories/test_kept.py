"""A corpus kept in a file gives the stories of all its articles at once, whatever was added when."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from benchmarks.story_world import World
from claimgraph import registry, resources, stamps
from claimgraph.model import Extraction, Stories
from claimgraph.statements.lexicon import lexicon
from claimgraph.stories import join
from claimgraph.stories.corpus.kept import Kept
from claimgraph.stories.happenings import grouping as happenings
from claimgraph.stories.sayings import grouping as sayings
from claimgraph.stories.settings import Settings

KNOWN = registry.load(resources.REGISTRY)


@pytest.fixture(scope="module")
def articles() -> tuple[Extraction, ...]:
    """Some of a few stories."""
    return tuple(World().articles(60))


@pytest.fixture(scope="module")
def whole(articles: tuple[Extraction, ...]) -> Stories:
    """What joins them."""
    return join(articles, KNOWN)


def added(path: Path, given: Sequence[Extraction], stamp: str = "one") -> tuple[Stories, dict[str, int]]:
    """The stories of a corpus with articles added, and how many pairs were compared."""
    with Kept(path, stamp) as kept:
        before = [] if kept.stale else list(kept.extractions())
        told = {one.article.identifier: one for one in (*before, *given)}
        found = join(told.values(), KNOWN, memory=kept)
        kept.hold(told.values())
        kept.save()
    return found, kept.compared


def test_there_is_something_to_join(whole: Stories) -> None:
    assert len(set(whole.events.values())) > 5
    assert len({join.relation for join in whole.joins}) > 5


def test_the_order_of_articles_changes_nothing(articles: tuple[Extraction, ...], whole: Stories) -> None:
    shuffled = list(articles)
    Random(3).shuffle(shuffled)
    assert join(shuffled, KNOWN) == whole


@pytest.mark.parametrize("seed", [1, 2])
def test_in_steps_in_any_order(tmp_path: Path, articles: tuple[Extraction, ...], whole: Stories, seed: int) -> None:
    shuffled = list(articles)
    Random(seed).shuffle(shuffled)
    for part in (shuffled[:20], shuffled[20:59], shuffled[59:]):
        found, compared = added(tmp_path / "corpus", part)
    assert found == whole
    assert sum(compared.values()) < 500  # of the last article's pairs; of all, there are thousands


def test_what_an_article_tells_no_more_leaves_no_trace(
    tmp_path: Path, articles: tuple[Extraction, ...], whole: Stories
) -> None:
    added(tmp_path / "corpus", articles)
    changed = dataclasses.replace(articles[5], claims=(), events=(), figures=())
    expected = join([*articles[:5], changed, *articles[6:]], KNOWN)
    assert added(tmp_path / "corpus", [changed])[0] == expected != whole
    assert added(tmp_path / "corpus", [articles[5]])[0] == whole


def test_what_is_known_is_not_compared(
    tmp_path: Path, articles: tuple[Extraction, ...], whole: Stories, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(tmp_path / "corpus", articles)
    for kind in (happenings.Happenings, sayings.Sayings):
        monkeypatch.setattr(kind, "_are_one", lambda *pair: pytest.fail("compared again"))
    assert added(tmp_path / "corpus", ()) == (whole, {"events": 0, "claims": 0, "passages": 0})


def test_another_stamp_makes_all_anew(tmp_path: Path, articles: tuple[Extraction, ...], whole: Stories) -> None:
    added(tmp_path / "corpus", articles)
    with Kept(tmp_path / "corpus", "two") as kept:
        assert kept.stale
        told = list(kept.extractions())
    assert [one.article for one in told] == sorted((one.article for one in articles), key=lambda a: a.identifier)
    assert not any(one.claims for one in told)  # another version may have had other records
    assert added(tmp_path / "corpus", articles, "two")[0] == whole


def test_what_is_not_saved_is_as_it_was(tmp_path: Path, articles: tuple[Extraction, ...]) -> None:
    path = tmp_path / "corpus"
    with Kept(path, "one") as kept:
        join(articles, KNOWN, memory=kept)
    assert not path.exists()
    added(path, articles[:3])
    before = path.read_bytes()
    with Kept(path, "one") as kept:
        kept.hold(articles)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_records_are_small(articles: tuple[Extraction, ...], tmp_path: Path) -> None:
    added(tmp_path / "corpus", articles)
    records = sum(len(one.events) + len(one.claims) + len(one.figures) for one in articles)
    assert (tmp_path / "corpus").stat().st_size / records < 1500  # with the extractions, the texts among them


def test_a_stamp_tells_words_settings_and_entries_apart() -> None:
    same = stamps.stamp(lexicon(), KNOWN, Settings())
    assert stamps.stamp(lexicon(), KNOWN, Settings()) == same
    assert stamps.stamp(dataclasses.replace(lexicon(), light=frozenset()), KNOWN, Settings()) != same
    assert stamps.stamp(lexicon(), registry.Registry(), Settings()) != same
    assert stamps.stamp(lexicon(), KNOWN, Settings(story=30)) != same
