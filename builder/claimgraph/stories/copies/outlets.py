"""Outlets by a key that is one for the small ways in which their names differ: "the Tigris Dispatch agency"."""

from claimgraph.mentions import spell
from claimgraph.mentions.fold import parts
from claimgraph.model import Extraction, Kind
from claimgraph.registry import Registry

PLAIN = ("agency", "news")  # what houses add to an agency's name or leave out, the last word first


class Outlets:
    """The keys of outlets: the registry's id, else `outlet/` and the sounds of the name."""

    def __init__(self, registry: Registry) -> None:
        """`registry`: where outlets are looked up."""
        self._ids: dict[str, str] = {}
        for id_, entry in sorted(registry.entries.items()):
            for label in (entry.label, *entry.alt_labels) if entry.kind is Kind.MEDIA_OUTLET else ():
                self._ids.setdefault(_sounds(label.text), id_)
        self._known = frozenset(self._ids.values())

    def key(self, name: str) -> str | None:
        """The key of the outlet of a name; None where no letter or digit is in it."""
        sounds = _sounds(name)
        return self._ids.get(sounds, f"outlet/{sounds}") if sounds else None

    def own(self, told: Extraction) -> str | None:
        """The key of the outlet that published an article, where it is known."""
        return self.key(told.article.publisher) if told.article.publisher else None

    def named(self, told: Extraction) -> dict[str, str]:
        """The id of each actor of an article that is an outlet -> its key."""
        keys = {
            actor.id: actor.id if actor.id in self._known else self.key(actor.label)
            for actor in told.actors
            if actor.kind is Kind.MEDIA_OUTLET and actor.named
        }
        return {id_: key for id_, key in keys.items() if key is not None}


def _sounds(name: str) -> str:
    words = parts(name)
    for word in PLAIN:
        if len(words) < 2 or words[-1] != word:
            break
        words = words[:-1]
    return spell.whole(words) if len(words) > 1 else "".join(words)
