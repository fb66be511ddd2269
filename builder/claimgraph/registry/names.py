"""Ids of entries that are given none."""

from claimgraph.registry.terms import folder
from claimgraph.slugs import slug


def entry_id(kind: str, label: str) -> str:
    """The id that the label of a place or an actor makes: `actor/orsinian-guard`."""
    return f"{folder(kind)}/{slug(label)}"


def role_id(member: str, organization: str, since: str | None = None) -> str:
    """The id of an affiliation, from the ids of both sides and its beginning: `affiliation/itale-guard-2031`."""
    sides = (id_.rstrip("/").rpartition("/")[2] for id_ in (member, organization))
    return "affiliation/" + slug("-".join((*sides, *([since] if since else []))))
