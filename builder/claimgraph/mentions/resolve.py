"""Names that are one name: full forms, family names, acronyms. Each gets an id, a kind and its forms."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimgraph.mentions import kinds, spell, titles, world
from claimgraph.mentions.fold import Key, fold, parts
from claimgraph.mentions.found import Found
from claimgraph.mentions.matcher import Known, Matcher
from claimgraph.model import Kind
from claimgraph.registry import Entry
from claimgraph.slugs import slug

SKIP = frozenset({"of", "the", "and", "for", "in", "on"})


@dataclass
class Entity:
    """All names of one actor or place in an article."""

    key: Key
    found: list[Found] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)  # as written, in the text's order
    actor: str | None = None
    place: str | None = None
    kind: str = ""
    entry: Entry | None = None  # the registry's (or the world's) for the actor, or else for the place
    joined: dict[int, str] = field(default_factory=dict)  # the starts of names that are short or variants -> rule

    @property
    def gender(self) -> str:
        """As a title tells: "male", "female" or ""."""
        return next((g for f in self.found if (g := titles.gender(f.title))), "")


def resolve(doc: Doc, found: list[Found], matcher: Matcher) -> list[Entity]:
    """The entities of an article, in the order of their first names; things (wars, laws) are left out."""
    entities = _grouped(doc, found, matcher)
    entities = _tied(doc, entities)
    places = frozenset(f.start for entity in entities if entity.place for f in entity.found)
    for entity in entities:
        if not entity.kind:
            _settle(doc, entity, places)
    return [e for e in entities if e.kind != kinds.THING]


def _grouped(doc: Doc, found: list[Found], matcher: Matcher) -> list[Entity]:
    """Same entry or same folded name."""
    full = {k.entry.id for f in found for k in f.known if len(parts(k.label)) > 1}
    groups: dict[tuple[str, ...], Entity] = {}
    for f in found:
        text = doc[f.start : f.end].text
        entity = _known(f, matcher, full) if f.known else None
        if entity is None:
            entity = Entity(("body", f.tail) if f.tail else parts(text))
        entity = groups.setdefault((entity.actor or "", entity.place or "", *(() if f.known else entity.key)), entity)
        entity.found.append(f)
        entity.forms.append(text)
    return list(groups.values())


def _known(found: Found, matcher: Matcher, full: set[str]) -> Entity | None:
    actors = [k for k in found.known if k.entry.kind is not None]
    actors.sort(key=lambda k: (k.metonym, k.entry.id not in full, k.label != k.entry.label.text, k.entry.id))
    actor: Known | None = actors[0] if actors else None
    place = next((k.entry for k in found.known if k.entry.kind is None), None)
    if place is None and actor and not actor.metonym and actor.entry.territory:
        place = matcher.entries.get(actor.entry.territory)
    if actor is None and place and place.id in matcher.state_of:
        actor = Known(matcher.entries[matcher.state_of[place.id]], place.label.text)
    entry = actor.entry if actor else place
    if entry is None:
        return None
    made = Entity(parts(entry.label.text), actor=actor.entry.id if actor else None, place=place.id if place else None)
    if actor and actor.metonym and place is None and world.inhabitants(parts(actor.label)):
        made.place = f"place/{slug(actor.label)}"
    made.entry, made.kind = entry, entry.kind or kinds.PLACE
    return made


def _tied(doc: Doc, entities: list[Entity]) -> list[Entity]:
    """Short names joined to the full ones."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (-len(e.key), e.found[0].start)):
        home = None if entity.entry else _home(doc, entity, [*kept, *(e for e in entities if e.entry)])
        if home is None:
            kept.append(entity)
            continue
        rule = "name.short" if len(entity.key) < len(home.key) else "name.spelling"
        home.joined |= {f.start: rule for f in entity.found} | entity.joined
        home.found = sorted([*home.found, *entity.found], key=lambda f: f.start)
        home.forms = [doc[f.start : f.end].text for f in home.found]
    return sorted(kept, key=lambda e: e.found[0].start)


def _home(doc: Doc, short: Entity, full: list[Entity]) -> Entity | None:
    """The entity that a short name stands for: the one named last before it, or else the first that is named after."""
    fits = _fitting(doc, short, full)
    at = short.found[0].start
    before = [e for e in fits if e.found[0].start < at]
    if before:
        return max(before, key=lambda e: max(f.start for f in e.found if f.start < at))
    return fits[0] if len(fits) == 1 else None


def _fitting(doc: Doc, short: Entity, full: list[Entity]) -> list[Entity]:
    seen: dict[int, Entity] = {}
    for entity in full:
        if entity is not short and _is_short_for(doc, short, entity):
            seen[id(entity)] = entity
    return list(seen.values())


def _is_short_for(doc: Doc, short: Entity, full: Entity) -> bool:
    form = full.forms[0]
    names = {parts(f) for f in full.forms} | {full.key}
    if len(short.key) == 1 and short.forms[0].isupper():
        return any(_initials(f) == short.key[0] for f in full.forms) or _bracketed(doc, short, full)
    person = _personal(doc, full)
    if person:
        spelt = any(spell.same_person(short.key, name) for name in names) and _personal(doc, short)
        return spelt or any(_short_person(short.key, name) for name in names)
    organization = full.kind not in {kinds.PLACE, Kind.STATE} and not full.entry
    opening = len(short.key) == 1 and organization and len(full.key) > 1 and form.split()[0][:1].isupper()
    return (
        opening and full.key[0] == short.key[0] and kinds.decide(doc, full.found)[0] not in {kinds.PLACE, kinds.THING}
    )


def _personal(doc: Doc, entity: Entity) -> bool:
    if entity.kind:
        return entity.kind == Kind.PERSON
    return kinds.decide(doc, entity.found)[0] == Kind.PERSON


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


def _bracketed(doc: Doc, short: Entity, full: Entity) -> bool:
    """ "the Rafidain Relief Board (RRB)": the brackets tie them, if the first letters agree."""
    ends = {f.end for f in full.found}
    at = short.found[0].start
    return at > 1 and doc[at - 1].text == "(" and at - 1 in ends and _initials(full.forms[0])[:1] == short.key[0][:1]


def _settle(doc: Doc, entity: Entity, places: frozenset[int]) -> None:
    """Kind and id of a name that neither the registry nor the world knows."""
    entity.kind, _ = kinds.decide(doc, entity.found, places)
    if entity.kind == kinds.PLACE:
        entity.place = f"place/{slug(label(entity))}"
    elif entity.kind != kinds.THING:
        tail = next((f.tail for f in entity.found if f.tail), "") or slug(label(entity))
        entity.actor = f"actor/{kebab(entity.kind)}/{tail}"


def label(entity: Entity) -> str:
    """The longest form of the name, the first of those as long."""
    longest = max(len(f.split()) for f in entity.forms)
    return next(f for f in entity.forms if len(f.split()) == longest)


def kebab(kind: str) -> str:
    """ "MediaOutlet" -> "media-outlet"."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in kind).strip("-")
