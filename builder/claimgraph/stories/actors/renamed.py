"""An article's records with other ids for its actors and places."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from claimgraph.model import Actor, Affiliation, Claim, Event, Extraction, Figure, Identity, Kind, Mention, Place

One = TypeVar("One", Actor, Place)


def renamed(told: Extraction, identities: Mapping[str, Identity]) -> Extraction:
    """The extraction in which each actor and place has the id and the kind of its identity; `identities`: by old id.

    Two of them that are one become one, under the first one's label.
    """
    ids = {old: identity.id for old, identity in identities.items()}
    if all(old == new for old, new in ids.items()) and not _kinds_differ(told, identities):
        return told
    return replace(
        told,
        actors=_once([_actor(actor, identities) for actor in told.actors]),
        places=_once([_place(place, ids) for place in told.places]),
        mentions=tuple(sorted({_mention(m, ids) for m in told.mentions})),
        affiliations=tuple(_affiliation(a, ids) for a in told.affiliations),
        figures=tuple(_figure(f, ids) for f in told.figures),
        events=tuple(_event(e, ids) for e in told.events),
        claims=tuple(_claim(c, ids) for c in told.claims),
    )


def _kinds_differ(told: Extraction, identities: Mapping[str, Identity]) -> bool:
    return any(a.id in identities and identities[a.id].kind != a.kind for a in told.actors)


def _once(entities: list[One]) -> tuple[One, ...]:
    """Each id once, with all its labels."""
    found: dict[str, One] = {}
    for entity in entities:
        found[entity.id] = _with_labels(found[entity.id], entity) if entity.id in found else entity
    return tuple(found.values())


def _with_labels(first: One, other: One) -> One:
    names = {*first.alt_labels, other.label, *other.alt_labels} - {first.label}
    return replace(first, alt_labels=tuple(sorted(names)))


def _actor(actor: Actor, identities: Mapping[str, Identity]) -> Actor:
    identity = identities.get(actor.id)
    return actor if identity is None else replace(actor, id=identity.id, kind=identity.kind or Kind.ACTOR)


def _place(place: Place, ids: Mapping[str, str]) -> Place:
    around = None if place.part_of is None else ids.get(place.part_of, place.part_of)
    return replace(place, id=ids.get(place.id, place.id), part_of=around)


def _all(ids: tuple[str, ...], new: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new.get(i, i) for i in ids))


def _mention(mention: Mention, ids: Mapping[str, str]) -> Mention:
    return replace(mention, of=ids[mention.of]) if mention.of in ids else mention


def _affiliation(one: Affiliation, ids: Mapping[str, str]) -> Affiliation:
    return replace(
        one,
        member=ids.get(one.member, one.member),
        organization=ids.get(one.organization, one.organization),
        place=None if one.place is None else ids.get(one.place, one.place),
    )


def _figure(figure: Figure, ids: Mapping[str, str]) -> Figure:
    return figure if figure.of is None else replace(figure, of=ids.get(figure.of, figure.of))  # groups keep theirs


def _event(event: Event, ids: Mapping[str, str]) -> Event:
    return replace(
        event,
        agents=_all(event.agents, ids),
        patients=_all(event.patients, ids),
        recipients=_all(event.recipients, ids),
        instruments=_all(event.instruments, ids),
        locations=_all(event.locations, ids),
        origins=_all(event.origins, ids),
        destinations=_all(event.destinations, ids),
    )


def _claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    claimant = None if claim.claimant is None else ids.get(claim.claimant, claim.claimant)
    return replace(claim, claimant=claimant, addressees=_all(claim.addressees, ids), patients=_all(claim.patients, ids))
