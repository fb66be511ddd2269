"""Corpora of one story, or of one article again and again: what is compared and joined grows in step with them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from benchmarks.story_world import World
from claimgraph.model import Extraction
from claimgraph.registry import Registry
from claimgraph.stories import join
from claimgraph.stories.corpus.memory import Memory

KNOWN = Registry()


def copies(number: int) -> Iterator[Extraction]:
    """One article under so many names."""
    first = next(World().articles(1))
    told = first.to_json().decode()
    for k in range(number):
        id_ = replace(first.article, identifier=f"copy-{k}").id
        yield Extraction.from_json(
            told.replace(first.article.id, id_).replace(f'"{first.article.identifier}"', f'"copy-{k}"')
        )


def reports(number: int) -> Iterator[Extraction]:
    """So many articles of one story."""
    return World().of_one_story(number)


@pytest.mark.parametrize("corpus", [copies, reports])
def test_twice_the_articles_are_twice_the_pairs(corpus: Callable[[int], Iterator[Extraction]]) -> None:
    costs = []
    for number in (60, 120):
        memory = Memory()
        found = join(corpus(number), KNOWN, memory=memory)
        costs.append((sum(memory.candidates.values()), len(found.joins)))
    assert costs[1][0] < 2.6 * costs[0][0]
    assert costs[1][1] < 2.6 * costs[0][1]


def test_all_copies_share_their_events() -> None:
    found = join(copies(60), KNOWN)
    sizes = [list(found.events.values()).count(node) for node in set(found.events.values())]
    assert sizes
    assert {size % 60 for size in sizes} == {0}
