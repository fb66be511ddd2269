"""Places that articles tell to lie in one another: nothing lies in itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimgraph.model import Extraction
from claimgraph.registry import Registry


def straightened(extractions: Iterable[Extraction], registry: Registry) -> tuple[Extraction, ...]:
    """The extractions without what makes a circle of places, each around the next, once all is put together.

    Where one article has a first place in a second, and another has it the other way round, none of them is believed;
    the registry is.
    """
    told = tuple(extractions)
    around: dict[str, set[str]] = defaultdict(set)
    for entry in registry.entries.values():
        if entry.kind is None and entry.part_of:
            around[entry.id].add(entry.part_of)
    for one in told:
        for place in one.places:
            if place.part_of:
                around[place.id].add(place.part_of)
    return tuple(_without_circles(one, around) for one in told)


def _without_circles(one: Extraction, around: Mapping[str, set[str]]) -> Extraction:
    places = tuple(
        replace(place, part_of=None) if place.part_of and _lies_in(place.part_of, place.id, around) else place
        for place in one.places
    )
    return one if places == one.places else replace(one, places=places)


def _lies_in(inner: str, outer: str, around: Mapping[str, set[str]]) -> bool:
    """Whether a place is another, or lies in it, directly or through others."""
    waiting, seen = [inner], {inner}
    while waiting:
        place = waiting.pop()
        if place == outer:
            return True
        waiting += around.get(place, set()) - seen
        seen |= around.get(place, set())
    return False
