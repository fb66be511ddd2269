"""Names that are one name: by the registry, the same words, or as a short form. Each gets an id and a kind."""

from spacy.tokens import Doc

from claimgraph.mentions import kinds, salience, short, spell, world
from claimgraph.mentions.entities import Entity
from claimgraph.mentions.fold import parts
from claimgraph.mentions.found import Found
from claimgraph.mentions.matcher import Known, Matcher
from claimgraph.model import Kind
from claimgraph.slugs import kebab, slug

NAMESAKES = frozenset({None, Kind.MEDIA_OUTLET, Kind.ORGANIZATION})  # known by one word that may be a family's


def resolve(doc: Doc, found: list[Found], matcher: Matcher, article: str) -> list[Entity]:
    """The entities of an article, in the order of their first names; things (wars, laws) are left out.

    `article`: its id. A person with but one name is the article's own, and so is a body called what every state has
    one of, "Defence Ministry": elsewhere it may be another.
    """
    families, heard = _families(doc, found), kinds.Heard()
    entities = short.tied(doc, _grouped(doc, [_without_namesake(doc, f, families) for f in found], matcher), heard)
    places = frozenset(f.start for entity in entities if entity.place for f in entity.found)
    for entity in entities:
        if not entity.kind:
            entity.kind, _ = kinds.decide(doc, entity.found, heard, places)
            _settle(entity, article)
    return [e for e in entities if e.kind != kinds.THING]


def _grouped(doc: Doc, found: list[Found], matcher: Matcher) -> list[Entity]:
    """Same entry or same folded name."""
    full = {k.entry.id for f in found for k in f.known if len(parts(k.label)) > 1}
    groups: dict[tuple[str, ...], Entity] = {}
    for f in found:
        text = f.text(doc)
        entity = _known(f, matcher, full) if f.known else None
        if entity is None:
            entity = Entity(("body", f.tail) if f.tail else parts(text))
        entity = groups.setdefault((entity.actor or "", entity.place or "", *(() if f.known else entity.key)), entity)
        entity.found.append(f)
        entity.forms.append(text)
    return list(groups.values())


def _families(doc: Doc, found: list[Found]) -> frozenset[str]:
    """The sounds of the last names of those named in full who may be persons."""
    full = (
        f for f in found if f.end - f.start > 1 and not f.tail and all(k.entry.kind == Kind.PERSON for k in f.known)
    )
    names = (parts(f.text(doc)) for f in full)
    return frozenset(spell.sound(name[-1]) for name in names if len(name) > 1)


def _without_namesake(doc: Doc, found: Found, families: frozenset[str]) -> Found:
    """A person's family name is a place's, or an outlet's, too: whoever has a title, or speaks, is the person."""
    if not found.known or any(k.entry.kind not in NAMESAKES for k in found.known):
        return found
    name = parts(found.text(doc))
    if len(name) > 1 or any(c.dep_ == "det" for c in found.root(doc).children):
        return found
    acts = bool(found.title) or salience.speaks(found.root(doc))
    return found._replace(known=(), rule="name.proper-nouns") if acts and spell.sound(name[0]) in families else found


def _known(found: Found, matcher: Matcher, full: set[str]) -> Entity | None:
    actors = [k for k in found.known if k.entry.kind is not None]
    actors.sort(key=lambda k: (k.metonym, k.entry.id not in full, k.label != k.entry.label.text, k.entry.id))
    actor: Known | None = actors[0] if actors else None
    place = next((k.entry for k in found.known if k.entry.kind is None), None)
    if found.rule == "name.people":
        place = None
    elif place is None and actor and not actor.metonym and actor.entry.territory:
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


def _settle(entity: Entity, article: str) -> None:
    """The id of a name that neither the registry nor the world knows."""
    if entity.kind == kinds.PLACE:
        entity.place = f"place/{slug(entity.label)}"
    elif entity.kind != kinds.THING:
        tail = next((f.tail for f in entity.found if f.tail), "") or slug(entity.label)
        words = parts(entity.label)
        bare = len(words) < 2 if entity.kind == Kind.PERSON else kinds.GENERIC.issuperset(words)
        entity.actor = f"{article}/actor/{tail}" if bare else f"actor/{kebab(entity.kind)}/{tail}"
