"""Places that articles tell to lie in one another."""

from claimgraph.model import Article, Extraction, Place
from claimgraph.registry import Entry, Label, Registry
from claimgraph.stories import identify
from claimgraph.stories.actors.around import straightened

BARE = Registry()
REGISTRY = Registry(
    {
        "place/kelvan": Entry("place/kelvan", None, Label("Kelvan")),
        "place/tarn": Entry("place/tarn", None, Label("Tarn"), part_of="place/kelvan"),
    }
)


def told(name: str, **around: str) -> Extraction:
    names = {*around, *around.values()}
    places = (Place(f"place/{n}", n, part_of=f"place/{around[n]}" if n in around else None) for n in sorted(names))
    return Extraction(Article(name, "Nothing."), places=tuple(places))


def believed(*extractions: Extraction, registry: Registry = BARE) -> list[dict[str, str | None]]:
    made = straightened(extractions, registry)
    return [{place.id: place.part_of for place in one.places if place.part_of} for one in made]


def test_what_is_told_one_way_is_believed() -> None:
    one, other = told("a", sahl="qarin"), told("b", qarin="orm", dir="qarin")
    assert straightened([one, other], BARE) == (one, other)


def test_what_is_told_both_ways_is_believed_of_nobody() -> None:
    assert believed(told("a", sahl="qarin", dir="sahl"), told("b", qarin="sahl")) == [{"place/dir": "place/sahl"}, {}]


def test_a_circle_of_three() -> None:
    assert believed(told("a", sahl="qarin"), told("b", qarin="orm"), told("c", orm="sahl", dir="orm")) == [
        {},
        {},
        {"place/dir": "place/orm"},
    ]


def test_the_registry_is_believed() -> None:
    assert believed(told("a", kelvan="tarn", sahl="tarn"), registry=REGISTRY) == [{"place/sahl": "place/tarn"}]


def test_a_place_in_itself() -> None:
    assert believed(told("a", sahl="sahl")) == [{}]


def test_articles_that_name_a_place_differently_are_put_together_first() -> None:
    one, other = told("a", **{"Tal Kareem": "Qarin"}), told("b", Qarin="Tal Karim")
    joined, identities = identify([one, other], BARE)
    assert [len({place.id for place in extraction.places}) for extraction in joined] == [2, 2]
    assert len(identities) == 2
    assert not any(place.part_of for extraction in joined for place in extraction.places)
