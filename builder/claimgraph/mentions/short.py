"""Short names joined to the full ones: "Bayati", "the RRB", "the Brigades" where the article has the whole name.

Each name is compared with those alone that share its first or last word, its initials, or stand before its bracket.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator

from spacy.tokens import Doc

from claimgraph.mentions import kinds, spell
from claimgraph.mentions.entities import Entity
from claimgraph.mentions.fold import Key, fold, parts
from claimgraph.model import Kind

SKIP = frozenset({"of", "the", "and", "for", "in", "on"})
BODIES = frozenset(kinds.ALLOWED) - {Kind.PERSON, kinds.PLACE, kinds.THING}
SEEN = frozenset({"noun", "city", "strong-place"})  # evidence that a name by itself is a place's


def tied(doc: Doc, entities: list[Entity]) -> list[Entity]:
    """The entities without those that are but short names or other spellings of another, which has them now."""
    ties, kept = _Ties(doc), []
    for entity in entities:
        if entity.entry:
            ties.add(entity)
    for entity in sorted(entities, key=lambda e: (-len(e.key), e.found[0].start)):
        home = None if entity.entry else ties.home(entity)
        if home is None:
            kept.append(entity)
        else:
            rule = "name.short" if len(entity.key) < len(home.key) else "name.spelling"
            home.joined |= {f.start: rule for f in entity.found} | entity.joined
            home.found = sorted([*home.found, *entity.found], key=lambda f: f.start)
            home.forms = [doc[f.start : f.end].text for f in home.found]
        if not entity.entry or home is not None:
            ties.add(home or entity)
    return sorted(kept, key=lambda e: e.found[0].start)


class _Ties:
    """The full names so far, to be asked for the one that a short name stands for."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._by: dict[Hashable, dict[int, Entity]] = defaultdict(dict)
        self._decided: dict[int, tuple[str, str]] = {}

    def add(self, entity: Entity) -> None:
        """Make an entity, and the names that it has got since, known."""
        self._decided.pop(id(entity), None)
        for key in {*(parts(f) for f in entity.forms), entity.key}:
            for word in {*key[:1], *key[-1:]}:
                self._by[word][id(entity)] = entity
        for form in set(entity.forms):
            self._by["initials", _initials(form)][id(entity)] = entity
        for found in entity.found:
            self._by[found.end][id(entity)] = entity

    def home(self, short: Entity) -> Entity | None:
        """Whom a short name stands for: the one named last before it, or else the only one that is named after."""
        fits = list(self._fitting(short))
        at = short.found[0].start
        before = [e for e in fits if e.found[0].start < at]
        if before:
            return max(before, key=lambda e: _last_named(e, at))
        return fits[0] if len(fits) == 1 else None

    def _fitting(self, short: Entity) -> Iterator[Entity]:
        near = self._by.get(short.key[0], {}) | self._by.get(short.key[-1], {})
        if len(short.key) == 1 and short.forms[0].isupper():
            acronyms = self._by.get(("initials", short.key[0]), {}) | self._bracketed(short)
            yield from acronyms.values() or (e for e in near.values() if self._turn(short) and self._person(short, e))
            return
        closing = [e for e in near.values() if self._closes(short, e)]
        yield from closing if len(closing) == 1 else ()
        whole = [e for e in near.values() if self._person(short, e) or self._opens(short, e)]
        yield from whole or self._given(short, list(near.values()))

    def _turn(self, short: Entity) -> bool:
        """Whether a name in capitals stands where a transcript tells who speaks: "ZORBAN: Thank you." """
        return any(f.end < len(self._doc) and self._doc[f.end].text in {":", "("} for f in short.found)

    def _given(self, short: Entity, near: list[Entity]) -> list[Entity]:
        """ "Haider" for "Haider Zorban": a given name by itself, where one person alone bears it."""
        persons = (e for e in near if len(e.key) > 1 and not e.entry and self._kind(e)[0] == Kind.PERSON)
        bearers = [e for e in persons if e.key[:1] == short.key and e.found[0].start < short.found[0].start]
        given = bool(spell.gender(short.key[0])) or self._kind(short) == (Kind.PERSON, "read")
        return bearers if given and len(bearers) == len(short.key) == 1 else []

    def _bracketed(self, short: Entity) -> dict[int, Entity]:
        """ "the Rafidain Relief Board (RRB)": the brackets tie them, if the first letters agree."""
        at = short.found[0].start
        ends = self._by.get(at - 1, {}) if at > 1 and self._doc[at - 1].text == "(" else {}
        return {k: e for k, e in ends.items() if _initials(e.forms[0])[:1] == short.key[0][:1]}

    def _person(self, short: Entity, full: Entity) -> bool:
        if self._kind(full)[0] != Kind.PERSON:
            return False
        names = {parts(f) for f in full.forms} | {full.key}
        spelt = any(spell.same_person(short.key, name) for name in names) and self._kind(short)[0] == Kind.PERSON
        return spelt or any(_short_person(short.key, name) for name in names)

    def _opens(self, short: Entity, full: Entity) -> bool:
        """ "Zorban" for "Zorban Relief Board", but not a place that a body has its name from."""
        opening = len(short.key) == 1 < len(full.key) and full.key[0] == short.key[0] and not full.entry
        if not opening or not full.forms[0][:1].isupper() or self._kind(full)[0] not in BODIES:
            return False
        kind, evidence = self._kind(short)
        return kind != kinds.PLACE or evidence not in SEEN

    def _closes(self, short: Entity, full: Entity) -> bool:
        """ "the Brigades" for "Zorban Falcon Brigades": the noun of the one body whose name ends in it."""
        closing = len(short.key) == 1 < len(full.key) and full.key[-1] == short.key[0]
        return closing and short.key[0] in kinds.CUES and self._kind(full)[0] in BODIES

    def _kind(self, entity: Entity) -> tuple[str, str]:
        if entity.kind:
            return entity.kind, "entry"
        if id(entity) not in self._decided:
            self._decided[id(entity)] = kinds.decide(self._doc, entity.found)
        return self._decided[id(entity)]


def _short_person(short: Key, name: Key) -> bool:
    """ "Bayati" or "Mohammed al-Bayati" for "Mohammed Mahdi al-Bayati", "Abu Mahdi" for "Abu Mahdi al-Muhandis"."""
    if len(short) >= len(name):
        return False
    if len(short) == 1:
        return short[0] == name[-1]
    return (
        (short[-1] == name[-1] and short[0] == name[0]) or short == name[-len(short) :] or short == name[: len(short)]
    )


def _initials(name: str) -> str:
    return "".join(fold(w)[:1] for w in name.replace("-", " ").split() if w.lower() not in SKIP)


def _last_named(entity: Entity, at: int) -> int:
    """The token at which somebody is last named in full before another; -1 where it is by short names only."""
    return max((f.start for f in entity.found if f.start < at and f.start not in entity.joined), default=-1)
