"""Event triggers as data: `triggers.toml`, read and checked once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("triggers.toml")
ROLES = {
    "agent", "patient", "recipient", "instrument", "location", "origin", "destination", "of_agent",
}  # fmt: skip
CONDITIONS = ("particle", "preposition", "object", "not_object", "subject", "modifier", "not_modifier", "of", "needs")
KEYS = {"type", "frame", "lemmas", "plural", *CONDITIONS}

Frame = Mapping[str, str]
Words = frozenset[str]


@dataclass(frozen=True)
class Trigger:
    """What a word stands for where its conditions hold; an empty set is no condition."""

    type: str
    frame: Frame  # grammatical place -> role
    particle: Words = frozenset()
    preposition: Words = frozenset()
    object: Words = frozenset()
    not_object: Words = frozenset()
    subject: Words = frozenset()
    modifier: Words = frozenset()
    not_modifier: Words = frozenset()
    of: Words = frozenset()
    needs: Words = frozenset()
    plural: bool = False

    @property
    def weight(self) -> int:
        """The number of positive conditions: what asks for more is tried first."""
        asked = (self.particle, self.preposition, self.object, self.subject, self.modifier, self.of)
        return sum(map(bool, asked)) + self.plural


@dataclass(frozen=True)
class Triggers:
    """All triggers by lemma, those with more conditions first, and the word sets that other rules share."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    sets: Mapping[str, Words]
    light: Words
    suffered: Words
    joining: Words
    happening: Words
    broader: Mapping[str, str]  # class -> the one above

    def lineage(self, type_: str) -> tuple[str, ...]:
        """The class and those above it, the narrowest first."""
        above = self.broader.get(type_)
        return (type_, *self.lineage(above)) if above else (type_,)


@cache
def shipped() -> Triggers:
    """The triggers that come with the package."""
    return load(FILE)


def load(path: Path) -> Triggers:
    """Read triggers from TOML; raises ValueError, naming the entry, where a key, frame, role or set is unknown."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if unknown := data.keys() - {"broader", "frames", "sets", "light", "verb", "noun"}:
        raise ValueError(f"{path}: unknown table {sorted(unknown)[0]!r}")
    sets = {name: frozenset(words) for name, words in data["sets"].items()}
    for name, frame in data["frames"].items():
        if wrong := set(frame.values()) - ROLES:
            raise ValueError(f"{path}: frame {name!r} has the unknown role {sorted(wrong)[0]!r}")
    light = {name: frozenset(words) for name, words in data["light"].items()}
    verbs, nouns = (_by_lemma(data[kind], data["frames"], sets, path) for kind in ("verb", "noun"))
    if unknown := light.keys() ^ {"verbs", "suffered", "joining", "happening"}:
        raise ValueError(f"{path}: the table light lacks or does not know {sorted(unknown)[0]!r}")
    return Triggers(
        verbs, nouns, sets, light["verbs"], light["suffered"], light["joining"], light["happening"], data["broader"]
    )


def _by_lemma(
    entries: Iterable[Mapping[str, Any]], frames: Mapping[str, Frame], sets: Mapping[str, Words], path: Path
) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for entry in entries:
        trigger = _trigger(entry, frames, sets, path)
        for lemma in entry["lemmas"]:
            found.setdefault(lemma, []).append(trigger)
    return {lemma: tuple(sorted(several, key=lambda t: -t.weight)) for lemma, several in found.items()}


def _trigger(entry: Mapping[str, Any], frames: Mapping[str, Frame], sets: Mapping[str, Words], path: Path) -> Trigger:
    where = f"{path}: the {entry.get('type')} entry of {', '.join(entry.get('lemmas', ['no lemma'])[:2])}"
    if unknown := entry.keys() - KEYS:
        raise ValueError(f"{where} has the unknown key {sorted(unknown)[0]!r}")
    if missing := {"type", "frame", "lemmas"} - entry.keys():
        raise ValueError(f"{where} lacks {sorted(missing)[0]!r}")
    if entry["frame"] not in frames:
        raise ValueError(f"{where} names the unknown frame {entry['frame']!r}")
    conditions = {name: _words(entry[name], sets, where) for name in CONDITIONS if name in entry}
    return Trigger(entry["type"], frames[entry["frame"]], plural=entry.get("plural", False), **conditions)


def _words(words: Iterable[str], sets: Mapping[str, Words], where: str) -> Words:
    """The words with every '@name' replaced by the set of that name."""
    found: set[str] = set()
    for word in words:
        if word.startswith("@") and word[1:] not in sets:
            raise ValueError(f"{where} names the unknown set {word!r}")
        found |= sets[word[1:]] if word.startswith("@") else {word}
    return frozenset(found)
