"""News of two invented states by hand, for the rules that join what is told in articles: a text, its events and claims.

What stands for an actor, a place or a thing in the text is found by its label; an event by the words given for it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from claimgraph import stories
from claimgraph.model import (
    Actor,
    Event,
    Extraction,
    Factuality,
    Figure,
    Join,
    Kind,
    Measure,
    Mention,
    Place,
    Relation,
    Span,
    Stories,
)
from claimgraph.registry import Entry, Label, Registry
from claimgraph.slugs import slug
from claimgraph.stories.settings import Settings
from telling import Says, article

ZORBAN, KELVAN = (Actor(f"actor/{n.lower()}", Kind.STATE, n) for n in ("Zorban", "Kelvan"))
ARMY = Actor("actor/zorban-army", Kind.MILITARY_FORCE, "Zorban Army")
GUARD = Actor("actor/kelvan-guard", Kind.MILITARY_FORCE, "Kelvan Guard")
PARLIAMENT = Actor("actor/kelvan-parliament", Kind.GOVERNMENT_BODY, "Kelvan Parliament")
WEST = Place("place/western-kelvan", "western Kelvan")
TAL_ZORIN, DOR_AMNA, LIMA = (Place(f"place/{slug(n)}", n) for n in ("Tal Zorin", "Dor Amna", "Lima"))
_PARTS = {ARMY.id: ZORBAN.id, GUARD.id: KELVAN.id, PARLIAMENT.id: KELVAN.id}
REGISTRY = Registry(
    {
        e.id: e
        for e in (
            *(
                Entry(a.id, a.kind, Label(a.label), demonyms=(f"{a.label}i",), territory=f"place/{slug(a.label)}")
                for a in (ZORBAN, KELVAN)
            ),
            *(Entry(a.id, a.kind, Label(a.label), part_of=_PARTS[a.id]) for a in (ARMY, GUARD, PARLIAMENT)),
            *(Entry(f"place/{slug(a.label)}", None, Label(a.label)) for a in (ZORBAN, KELVAN)),
            *(Entry(p.id, None, Label(p.label), part_of="place/kelvan") for p in (TAL_ZORIN, DOR_AMNA)),
        )
    }
)
Groups = set[frozenset[str]]


def unnamed(label: str) -> Actor:
    """Some people by what they are called."""
    return Actor(f"actor/unnamed/{slug(label)}", Kind.UNNAMED_GROUP, label, named=False)


@dataclass(frozen=True)
class Tells:
    """An event by its words as they stand in the text.

    `on`: a date of ISO 8601, or its words; `dead`: a number in the text; `means`: words that stand for someone.
    """

    words: str
    type: str
    by: tuple[Actor, ...] = ()
    whom: tuple[Actor, ...] = ()
    at: tuple[Place, ...] = ()
    on: str = ""
    dead: str = ""
    factuality: Factuality = Factuality.STATED
    means: tuple[tuple[str, Actor], ...] = ()


def news(name: str, text: str, *told: Tells | Says, issued: str | None = "2031-03-06") -> Extraction:
    """An article of some events and claims; a claim describes the events that its words tell."""
    happened = [one for one in told if isinstance(one, Tells)]
    base = article(name, text, *(one for one in told if isinstance(one, Says)), issued=issued)
    ids = {one.words: f"{base.article.id}/event/{n}" for n, one in enumerate(happened)}
    tolls = {one.dead: f"{base.article.id}/figure/{n}" for n, one in enumerate(happened) if one.dead}
    actors = tuple(dict.fromkeys((*base.actors, *(a for one in happened for a in (*one.by, *one.whom)))))
    places = tuple(dict.fromkeys(place for one in happened for place in one.at))
    entities = (
        *((actor.label, actor.id) for actor in actors),
        *((place.label, place.id) for place in places),
        *((w, a.id) for e in happened for w, a in e.means),
    )
    named = (m for label, id_ in entities for m in _mentions(text, label, id_))
    mentions = (*named, *(_first(text, w, of) for w, of in (*ids.items(), *tolls.items())))
    return replace(
        base,
        actors=actors,
        places=places,
        mentions=tuple(sorted(set(mentions))),
        events=tuple(_event(one, ids[one.words]) for one in happened),
        figures=tuple(
            Figure(tolls[e.dead], ids[e.words], Measure.KILLED, "rule", Decimal(e.dead)) for e in happened if e.dead
        ),
        claims=tuple(replace(c, describes=tuple(_told(c.content, mentions, ids.values()))) for c in base.claims),
    )


def _event(one: Tells, id_: str) -> Event:
    exact = one.on if one.on[:1].isdigit() else None
    return Event(
        id_,
        one.type,
        one.factuality,
        "rule",
        agents=tuple(a.id for a in one.by),
        patients=tuple(a.id for a in one.whom),
        locations=tuple(p.id for p in one.at),
        date=exact,
        date_text=None if exact else one.on or None,
    )


def _mentions(text: str, words: str, of: str) -> Iterator[Mention]:
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        yield Mention(Span.of(text, *found.span()), of, "rule")


def _first(text: str, words: str, of: str) -> Mention:
    return next(_mentions(text, words, of))


def _told(content: Iterable[Span], mentions: Iterable[Mention], events: Iterable[str]) -> list[str]:
    within = {m.of for m in mentions for span in content if span.holds(m.span)}
    return [id_ for id_ in events if id_ in within]


def join(*articles: Extraction, **settings: float) -> Stories:
    """What joins them, with the invented registry."""
    return stories.join(articles, REGISTRY, Settings(**settings))  # type: ignore[arg-type]


def names(articles: Iterable[Extraction]) -> dict[str, str]:
    """The ids of events and claims -> the article's name and the first of their words."""
    found: dict[str, str] = {}
    for one in articles:
        words = {m.of: m.span.text for m in reversed(one.mentions)}
        found |= {event.id: f"{one.article.identifier}: {words[event.id]}" for event in one.events}
        found |= {c.id: f"{one.article.identifier}: {c.content[0].text}" for c in one.claims if c.content}
    return found


def events(*articles: Extraction, **settings: float) -> Groups:
    """The events of several articles that are one, each as `article: its words`."""
    return _groups(join(*articles, **settings).events, names(articles))


def propositions(*articles: Extraction, **settings: float) -> Groups:
    """The claims that say the same as another, each as `article: its words`, behind `not` where it denies it."""
    found, told = join(*articles, **settings), names(articles)
    return _groups(found.propositions, {c: f"not {told[c]}" if c in found.negated else told[c] for c in told})


def _groups(nodes: Mapping[str, str], told: Mapping[str, str]) -> Groups:
    by: dict[str, set[str]] = {}
    for id_, node in nodes.items():
        by.setdefault(node, set()).add(told[id_])
    return {frozenset(group) for group in by.values() if len(group) > 1}


def joins(relation: Relation, *articles: Extraction, **settings: float) -> list[Join]:
    """The joins of one relation, their ends as `article: its words`."""
    told = names(articles)
    found = (j for j in join(*articles, **settings).joins if j.relation == relation)
    return [replace(j, one=told.get(j.one, j.one), other=told.get(j.other, j.other)) for j in found]


def rules(relation: Relation, *articles: Extraction) -> set[str]:
    """The rules by which the joins of one relation were made."""
    return {j.rule for j in joins(relation, *articles)}
