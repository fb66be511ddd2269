"""Short names joined to the full ones: "Bayati", "the RRB", "the Brigades" where the article has the whole name.

Each name is compared with those alone that share its first or last word or its initials, or of which the text says so.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Set

from spacy.tokens import Doc

from claimgraph.mentions import aliases, kinds, spell, titles
from claimgraph.mentions.entities import Entity
from claimgraph.mentions.fold import Key, fold, parts
from claimgraph.mentions.found import Found
from claimgraph.model import Kind

SKIP = frozenset({"of", "the", "and", "for", "in", "on"})
BODIES = frozenset(kinds.ALLOWED) - {Kind.PERSON, kinds.PLACE, kinds.THING}
SURE = 3  # letters of a sound: a shorter one is many a name's
OFTEN = 3  # times as often
SHORT, GIVEN, SPELLING = "name.short", "name.given", "name.spelling"
WEAK = frozenset({"town", "weak-place", "read", "acronym", "speaker", "flat", "back-off"})  # evidence of a kind
SEEN = frozenset({"noun", "city", "strong-place"})  # evidence that a name by itself is a place's


def tied(doc: Doc, entities: list[Entity], heard: kinds.Heard) -> list[Entity]:
    """The entities without those that are but short names or other spellings of another, which has them now.

    `heard`: as for `kinds.decide`.
    """
    ties, kept = _Ties(doc, heard, aliases.pairs(doc, [f for e in entities for f in e.found])), []
    for entity in entities:
        if entity.entry:
            ties.add(entity)
    for entity in sorted(entities, key=lambda e: (-len(e.key), e.found[0].start)):
        homes = {} if entity.entry else ties.homes(entity)
        left = [f for f in entity.found if f.start not in homes]
        for found in entity.found:
            if found.start in homes:
                home, rule = homes[found.start]
                home.take(doc, found, rule, entity.joined)
        for home in {id(home): home for home, _ in homes.values()}.values():
            ties.add(home)
        if left:
            entity.found, entity.forms = left, [f.text(doc) for f in left]
            kept.append(entity)
            if not entity.entry:
                ties.add(entity)
    return sorted(kept, key=lambda e: e.found[0].start)


class _Ties:
    """The full names so far, to be asked for the one that a short name stands for."""

    def __init__(self, doc: Doc, heard: kinds.Heard, said: Iterable[tuple[int, int, str]]) -> None:
        """`said`: the starts of two names that the text says are one, and the rule."""
        self._doc, self._heard = doc, heard
        self._aliases: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for one, other, rule in said:
            self._aliases[one].append((other, rule))
            self._aliases[other].append((one, rule))
        self._starts: dict[int, Entity] = {}
        self._by: dict[Hashable, dict[int, Entity]] = defaultdict(dict)
        self._decided: dict[int, tuple[str, str]] = {}
        self._names: dict[int, set[Key]] = {}

    def add(self, entity: Entity) -> None:
        """Make an entity, and the names that it has got since, known."""
        self._decided.pop(id(entity), None)
        names = self._names[id(entity)] = {*map(parts, entity.forms), entity.key}
        for name in names:
            for word in {*name[:1], *name[-1:]}:
                self._by[word][id(entity)] = entity
        for name in map(spell.key, names):
            for sound in {*name[:1], *name[-1:]}:
                self._by["sound", sound][id(entity)] = entity
        for form in set(entity.forms):
            self._by["initials", _initials(form)][id(entity)] = entity
        for found in entity.found:
            self._starts[found.start] = entity

    def homes(self, short: Entity) -> dict[int, tuple[Entity, str]]:
        """Whom each mention of a short name stands for, by where it starts, with the rule.

        The one named last before it whose sex fits the title, or else the only one that is named after.
        """
        said = self._said(short)
        if said is not None:
            return dict.fromkeys((f.start for f in short.found), said)
        fits, given = list(self._fitting(short)), []
        if not fits:
            fits = given = self._given(short)
        found: dict[int, tuple[Entity, str]] = {}
        sexes: dict[int, str] = {}  # of those whom a title has told of under the short name
        for f in short.found:
            near = [e for e in fits if _may_be(f, e, sexes.get(id(e), ""))]
            before = [e for e in near if e.found[0].start < f.start]
            home = self._nearest(before, f.start, found) if before else None
            home = home or (near[0] if len(near) == 1 and not found else None)
            if home is not None:
                sexes[id(home)] = sexes.get(id(home)) or titles.gender(f.title)
                found[f.start] = home, GIVEN if given else SHORT if len(short.key) < len(home.key) else SPELLING
        return found

    def _nearest(self, named: list[Entity], at: int, so_far: Mapping[int, tuple[Entity, str]]) -> Entity | None:
        """The one named last before a token; of several persons of one family, only one told of in this sentence or
        the last one, without the others, or else far more often than they: another guess would make one of two.

        Who is called by a given name is not the one called by the family's. `so_far`: what `homes` has found.
        """
        last = max(named, key=lambda e: _last_named(e, at))
        if len(named) == 1 or self._kind(last)[0] != Kind.PERSON:
            return last
        named = [e for e in named if not any(e.joined.get(f.start) == GIVEN for f in e.found)] or named
        sent = self._doc[at].sent
        window = self._doc[sent.start - 1].sent.start if sent.start else 0
        spoken_of = {id(e) for e in named if any(window <= f.start < at for f in e.found)}
        spoken_of |= {id(home) for start, (home, _) in so_far.items() if window <= start < at}
        near = [e for e in named if len(named) == 1 or id(e) in spoken_of]
        if len(near) == 1:
            return near[0]
        often = sorted(named, key=lambda e: -len(e.found))
        return often[0] if len(often[0].found) > OFTEN * len(often[1].found) else None

    def _said(self, entity: Entity) -> tuple[Entity, str] | None:
        """Who else's name the text says that this is."""
        for f in entity.found:
            for start, rule in self._aliases.get(f.start, ()):
                other = self._starts.get(start)
                if other is not None and other is not entity and self._alike(entity, other, rule):
                    return other, rule
        return None

    def _alike(self, one: Entity, other: Entity, rule: str) -> bool:
        """Whether two can be one: a bracket behind a body's name may hold a place, an outlet or a party of its own."""
        kinds_of = [self._kind(one), self._kind(other)]
        bodies = [kind for kind, _ in kinds_of if kind in BODIES]
        if other.entry and any(k.strict for f in other.found for k in f.known):  # letters known for another body's
            return _initials(one.forms[0])[:1] == other.forms[0][:1].lower() and len(bodies) == 2
        if rule == aliases.BRACKET:
            first, second = one.forms[0], other.forms[0]
            if bodies and (
                fold(first) == _initials(second, frozenset()) or fold(second) == _initials(first, frozenset())
            ):
                return True
            weak = all(kind in BODIES or evidence in WEAK | {"person-noun"} for kind, evidence in kinds_of)
            return bool(bodies) and weak and Kind.MEDIA_OUTLET not in bodies and Kind.STATE not in bodies
        return len(bodies) == 2 or kinds_of[0][0] == kinds_of[1][0] or any(e in WEAK for _, e in kinds_of)

    def _fitting(self, short: Entity) -> Iterator[Entity]:
        near = self._by.get(short.key[0], {}) | self._by.get(short.key[-1], {})
        if len(short.key) == 1 and short.forms[0].isupper():
            acronyms = self._by.get(("initials", short.key[0]), {})
            yield from acronyms.values() or (e for e in near.values() if self._turn(short) and self._person(short, e))
            return
        closing = [e for e in near.values() if self._closes(short, e)]
        yield from closing if len(closing) == 1 else ()
        whole = [e for e in near.values() if self._person(short, e) or self._opens(short, e)]
        yield from whole or self._sounding(short)

    def _turn(self, short: Entity) -> bool:
        """Whether a name in capitals stands where a transcript tells who speaks: "ZORBAN: Thank you." """
        return any(f.end < len(self._doc) and self._doc[f.end].text in {":", "("} for f in short.found)

    def _sounding(self, short: Entity) -> list[Entity]:
        """ "Sulaymani" for "Qassem Soleimani": persons whose name it is in another transliteration."""
        own = spell.key(short.key)
        near = self._by.get(("sound", own[0]), {}) | self._by.get(("sound", own[-1]), {})
        if not near or len(own[-1]) <= SURE:
            return []
        named = ((e, map(spell.key, self._names[id(e)])) for e in near.values())
        alike = [e for e, names in named if any(own == name or _short_person(own, name) for name in names)]
        kind, evidence = self._kind(short) if alike else ("", "")
        person = kind in {Kind.PERSON, Kind.ORGANIZATION} or evidence in WEAK
        return [e for e in alike if person and self._kind(e)[0] == Kind.PERSON]

    def _given(self, short: Entity) -> list[Entity]:
        """ "Haider" for "Haidar Zorban": a given name by itself, where one person alone bears it."""
        near = self._by.get(("sound", spell.key(short.key)[0]), {})
        full = (e for e in near.values() if len(e.key) > 1 and not e.entry)
        persons = [e for e in full if self._kind(e)[0] == Kind.PERSON and self._kind(e)[1] != "back-off"]
        at, own = short.found[0].start, spell.key(short.key)
        bearers = [e for e in persons if spell.key(e.key)[:1] == own and e.found[0].start < at]
        kind, evidence = self._kind(short)
        given = bool(spell.gender(short.key[0])) or kind == Kind.PERSON or evidence in WEAK
        return bearers if given and len(bearers) == len(short.key) == 1 else []

    def _person(self, short: Entity, full: Entity) -> bool:
        fits = any(_short_person(short.key, name) for name in self._names[id(full)])
        return fits and self._kind(full)[0] == Kind.PERSON

    def _opens(self, short: Entity, full: Entity) -> bool:
        """ "Zorban" for "Zorban Relief Board", but not a place that a body has its name from."""
        opening = len(short.key) == 1 < len(full.key) and full.key[0] == short.key[0] and not full.entry
        if not opening or not full.forms[0][:1].isupper() or self._kind(full)[0] not in BODIES:
            return False
        kind, evidence = self._kind(short)
        return kind != kinds.PLACE or evidence not in SEEN

    def _closes(self, short: Entity, full: Entity) -> bool:
        """ "the Brigades" for "Zorban Falcon Brigades": the noun of the one body whose name ends in it."""
        if len(short.key) != 1 or short.key[0] not in kinds.CUES:
            return False
        closing = any(len(name) > 1 and name[-1] == short.key[0] for name in self._names[id(full)])
        return closing and self._kind(full)[0] in BODIES

    def _kind(self, entity: Entity) -> tuple[str, str]:
        if entity.kind:
            return entity.kind, "entry"
        if id(entity) not in self._decided:
            self._decided[id(entity)] = kinds.decide(self._doc, entity.found, self._heard)
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


def _may_be(found: Found, person: Entity, told: str) -> bool:
    """Whether a title before a short name fits what is known of a person's sex."""
    given = spell.gender(person.key[0]) if len(person.key) > 1 else ""
    return len({titles.gender(found.title), told or person.gender or given} - {""}) < 2


def _initials(name: str, without: Set[str] = SKIP) -> str:
    return "".join(fold(w)[:1] for w in name.replace("-", " ").split() if w.lower() not in without)


def _last_named(entity: Entity, at: int) -> int:
    """The token at which somebody is last named in full before another; -1 where it is by short names only."""
    return max((f.start for f in entity.found if f.start < at and f.start not in entity.joined), default=-1)
