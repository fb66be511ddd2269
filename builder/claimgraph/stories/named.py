"""Actors, places and things by keys that mean the same in any article, whatever else the corpus holds.

An entry of the registry is its id, with those of the bodies or places around it; a name outside it is its sort and its
sounds; what has no name is the noun that tells of it.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimgraph.mentions import spell
from claimgraph.mentions.fold import fold, parts
from claimgraph.mentions.world import FAMOUS, inhabitants
from claimgraph.model import Extraction, Kind, Mention
from claimgraph.registry import Label, Registry
from claimgraph.stories.words import WORD, stem

NOUN = "~"  # begins the key of what has no name
BEHIND = frozenset(("of", "in", "at", "from", "with", "for", "near", "on", "who", "that"))
SOLDIER = "soldier"  # a list of `called.toml`
OFFICIAL = frozenset({Kind.STATE, Kind.MILITARY_FORCE, Kind.GOVERNMENT_BODY})
KINDS = {Kind.MILITARY_FORCE: SOLDIER, Kind.ARMED_GROUP: "fighter"}  # what they are called as well


@dataclass(frozen=True, slots=True)
class Who:
    """One that takes part. `keys`: its own, then those of what it is a part of; `nouns`: what it may be called."""

    keys: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    person: bool = False
    states: tuple[str, ...] = ()  # those of the keys that are states'
    official: bool = True  # whether what it does is done by what it is a part of: not by a party or a militia

    @property
    def own(self) -> str:
        """Its own key."""
        return self.keys[0]

    @property
    def whole(self) -> str:
        """The key of the state whose forces or body it is, else its own: news says 'the US' for 'US forces'."""
        return next((key for key in self.keys if key in self.states), self.own)

    @property
    def named(self) -> bool:
        """Whether it has a name, or is told to be someone's who has one."""
        return not self.own.startswith(NOUN)

    def same(self, other: "Who") -> bool:
        """Whether the two are one, or one acts for the other: a state and its forces."""
        return (self.own in other.keys and other.official) or (other.own in self.keys and self.official)

    def kin(self, other: "Who") -> bool:
        """Whether the two belong to one body or state."""
        return not {*self.keys}.isdisjoint(other.keys)

    def called(self, other: "Who") -> bool:
        """Whether one without a name may be the other: 'parliament', 'the troops'."""
        return self.named != other.named and not {*self.nouns}.isdisjoint(other.nouns)


class Known:
    """The registry's entries by such keys."""

    def __init__(self, registry: Registry) -> None:
        """Nothing is read before it is asked for."""
        self.registry = registry
        self._who: dict[str, Who] = {}
        self.wide = {entry.territory for entry in registry.entries.values() if entry.territory}
        self._countries = {
            fold(label.text): id_
            for id_ in sorted(self.wide)
            for label in _labels(registry, id_)
            if " " not in label.text
        }
        self.wide |= {e.id for e in registry.entries.values() if e.kind is None and self.country_in(e.label.text)}
        states = [entry for _, entry in sorted(registry.entries.items()) if entry.territory]
        self.demonyms = {stem(word): entry.territory or "" for entry in states for word in entry.demonyms}

    def country_in(self, label: str) -> str | None:
        """The country in the label of a part of it: 'western Iraq'."""
        words = label.split()
        return self._countries.get(fold(words[-1])) if len(words) > 1 else None

    def who(self, id_: str) -> Who | None:
        """An entry that acts; None where the registry has none of that id."""
        entry = self.registry.entries.get(id_)
        if entry is None:
            return None
        if id_ not in self._who:
            labels = (entry.label, *entry.alt_labels)
            nouns = {head(label.text) for label in labels if label.language == "en"}
            nouns |= {KINDS[entry.kind]} if entry.kind in KINDS else set()
            around = self.around(id_)
            states = tuple(filter(self.is_state, around))
            official = entry.kind in OFFICIAL
            self._who[id_] = Who(around, tuple(sorted(nouns)), entry.kind == Kind.PERSON, states, official)
        return self._who[id_]

    def land(self, id_: str) -> str:
        """The id of a state's territory, or that of anything else: news says 'Syria' of both."""
        entry = self.registry.entries.get(id_)
        return entry.territory if entry is not None and entry.territory else id_

    def around(self, id_: str) -> tuple[str, ...]:
        """The id of an entry, and those of the bodies or places around it, the nearest first."""
        found: list[str] = []
        at: str | None = id_
        while at is not None and at not in found:
            found.append(at)
            entry = self.registry.entries.get(at)
            at = entry.part_of if entry else None
        return tuple(found)

    def is_state(self, id_: str) -> bool:
        """Whether it is an entry that is a state."""
        entry = self.registry.entries.get(id_)
        return entry is not None and entry.kind == Kind.STATE


def _labels(registry: Registry, id_: str) -> tuple[Label, ...]:
    entry = registry.entries.get(id_)
    return (entry.label, *entry.alt_labels) if entry else ()


class Names:
    """The keys of what one article tells of."""

    def __init__(self, told: Extraction, known: Known) -> None:
        """Read what the article's actors, places and things are called."""
        self.known = known
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in told.mentions:
            self._mentions[mention.of].append(mention)
        self._ends = {m.span.end: m.of for m in told.mentions if known.is_state(m.of)}
        self._actors = {actor.id: actor for actor in told.actors}
        self._places = {place.id: place for place in told.places}
        self._items = {item.id: item.label for item in told.items}
        self._labels = {sounds(None, place.label): place.label for place in told.places}

    def who(self, id_: str) -> Who:
        """An actor or a thing."""
        if (entry := self.known.who(id_)) is not None:
            return entry
        actor = self._actors.get(id_)
        if actor is None:
            noun = head(self._items.get(id_, ""))
            return Who((NOUN + noun,), (noun,))
        noun = head(actor.label)
        if actor.named:
            return Who((sounds(actor.kind, actor.label),), (noun,), actor.kind == Kind.PERSON)
        owner = self.owner(id_) if noun == SOLDIER else None
        if owner is None:
            return Who((NOUN + noun,), (noun,))
        return Who((f"{owner}/forces", owner), (noun,), states=(owner,))

    def owner(self, id_: str) -> str | None:
        """The state whose someone without a name is, by the mention before theirs or within it: 'its troops'."""
        for mention in self._mentions[id_]:
            for at in (mention.span.begin - 1, *range(mention.span.begin + 1, mention.span.end)):
                if at in self._ends:
                    return self._ends[at]
        return None

    def setting(self) -> frozenset[str]:
        """The named persons and bodies that are no states, and the places that are no countries."""
        actors = (self.who(actor.id) for actor in self._actors.values() if actor.named)
        places = (self.place(place)[0] for place in self._places)
        found = {who.own for who in actors if who.own not in who.states}
        return frozenset(found | {place for place in places if not self.is_wide(place)})

    def place(self, id_: str) -> tuple[str, ...]:
        """The key of a place and those of the places around it, as the registry, or else the article, tells.

        A part of a country without a name of its own, 'western Iraq', is the country.
        """
        found: list[str] = []
        at: str | None = id_
        while at is not None and at not in found:
            own, entry = self._places.get(at), self.known.registry.entries.get(at)
            label = entry.label.text if entry else own.label if own else ""
            country = self.known.country_in(label)
            if country is not None:
                at = country
            elif entry is not None:
                return (*found, *self.known.around(at))
            else:
                found.append(sounds(None, label) if own else at)
                at = own.part_of if own else None
        return tuple(found)

    def is_wide(self, key: str) -> bool:
        """Whether a place's key is a country's."""
        return key in self.known.wide

    def is_city(self, key: str) -> bool:
        """Whether a place's key is that of a city so large that news has much from it every day."""
        entry, label = self.known.registry.entries.get(key), self._labels.get(key)
        name = entry.label.text if entry else label
        return name is not None and inhabitants(parts(name)) >= FAMOUS


@cache
def sounds(kind: Kind | None, label: str) -> str:
    """The key of a name outside the registry: what it can be, and its sounds."""
    sort = "Place" if kind is None else kind if kind in {Kind.PERSON, Kind.STATE, Kind.GROUP} else "Body"
    return f"{sort}:{spell.whole(parts(label)) or fold(label)}"


@cache
def head(label: str) -> str:
    """What a description is about: the last word before any 'of' or 'in', as its list or its stem."""
    words = WORD.findall(label.lower())
    for k, word in enumerate(words[1:], 1):
        if word in BEHIND:
            words = words[:k]
            break
    noun = stem(words[-1]) if words else ""
    return _lists().get(noun, noun)


@cache
def _tables() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    lists = tomllib.loads(Path(__file__).with_name("called.toml").read_text(encoding="utf-8"))
    return {sort: {name: tuple(words) for name, words in several.items()} for sort, several in lists.items()}


@cache
def _lists() -> Mapping[str, str]:
    """The stem of a noun -> the list of `called.toml` that it stands in."""
    return {stem(word): name for several in _tables().values() for name, words in several.items() for word in words}


def listed(noun: str) -> str:
    """The key of the list of `called.toml` in which a stem stands, or else the stem itself."""
    return NOUN + _lists()[noun] if noun in _lists() else noun


@cache
def keys_of(sort: str) -> frozenset[str]:
    """The keys of the lists of a section of `called.toml`: `people`, `targets`, `weapons`."""
    return frozenset(NOUN + name for name in _tables()[sort])
