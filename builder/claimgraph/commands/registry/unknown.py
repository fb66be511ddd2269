"""Who and what articles name, and neither the registry nor the world's countries and cities know."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claimgraph.commands.terminal import clean
from claimgraph.mentions import world
from claimgraph.mentions.fold import Key, fold, parts
from claimgraph.mentions.matcher import matcher
from claimgraph.model import Actor, Extraction, Kind, Place
from claimgraph.registry.records import Registry
from claimgraph.registry.terms import KINDS
from claimgraph.slugs import slug

LONGEST = 300  # characters of an example


@dataclass(frozen=True)
class Unknown:
    """A name that no entry has. `kind` None: a place's. `example`: the sentence of its first mention."""

    id: str
    kind: Kind | None
    label: str
    alt_labels: tuple[str, ...]
    mentions: int
    articles: int
    example: str


@dataclass
class _Seen:
    """What is seen of one name, in all articles together."""

    ids: Counter[tuple[str, Kind | None]] = field(default_factory=Counter)  # weighed by mentions
    labels: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    articles: int = 0
    example: str = ""


def unknown(told: Iterable[Extraction], known: Registry, least: int) -> list[Unknown]:
    """The unknown names with at least so many mentions, the most frequent first.

    An actor of one name is one entry here, of the kind that most of its mentions have.
    """
    seen: dict[tuple[bool, str], _Seen] = defaultdict(_Seen)
    for one in told:
        taking_part: tuple[Actor | Place, ...] = (*(a for a in one.actors if a.named), *one.places)
        for entity in taking_part:
            label = clean(" ".join(entity.label.split())).strip()
            if parts(label) and not _is_known(entity, label, known):
                _add(seen[isinstance(entity, Place), slug(label)], entity, label, one)
    found = (_unknown(one) for one in seen.values() if one.mentions >= least)
    return sorted((one for one in found if one), key=lambda one: (-one.mentions, -one.articles, one.label, one.id))


def _is_known(entity: Actor | Place, label: str, known: Registry) -> bool:
    """Whether the registry or the world has it. A body that is only its article's ("the parliament", whose?) has no id
    that a registry could give.
    """
    names = matcher(known)
    if entity.id in names.entries or entity.id.startswith("article/") or fold(label) in names.demonyms:
        return True
    return isinstance(entity, Place) and world.inhabitants(parts(label)) > 0


def _add(seen: _Seen, entity: Actor | Place, label: str, told: Extraction) -> None:
    spans = sorted(mention.span for mention in told.mentions if mention.of == entity.id)
    kind = entity.kind if isinstance(entity, Actor) else None
    if kind == Kind.ACTOR:
        kind = Kind.ORGANIZATION
    seen.ids[entity.id, kind] += len(spans)
    seen.mentions += len(spans)
    seen.articles += 1
    seen.labels[label] += 1
    seen.labels.update(clean(" ".join(other.split())).strip() for other in entity.alt_labels)
    if not seen.example and spans:
        sentences = (s.text for s in told.sentences if s.begin <= spans[0].begin < s.end)
        example = clean(" ".join(next(sentences, spans[0].text).split()))
        seen.example = example if len(example) <= LONGEST else f"{example[: LONGEST - 1]}…"


def _unknown(seen: _Seen) -> Unknown | None:
    """None where it is a people or a group, which no registry has."""
    (id_, kind), _ = min(seen.ids.items(), key=lambda item: (-item[1], item[0][0]))
    if kind is not None and kind not in KINDS:
        return None
    longest = max(len(parts(label)) for label in seen.labels)
    label = min((n for n in seen.labels if len(parts(n)) == longest), key=lambda n: (-seen.labels[n], n))
    others = tuple(sorted(set(_whole(seen.labels, label, kind)) - {label}))
    return Unknown(id_, kind, label, others, seen.mentions, seen.articles, seen.example)


def _whole(labels: Iterable[str], label: str, kind: Kind | None) -> Iterator[str]:
    """Those of the names that are no short form of the label: a short form is found from the full name, and misleads
    without it.
    """
    full: Key = parts(label)
    for other in labels:
        key = parts(other)
        acronym = other.isupper() and len(key) == 1 and kind != Kind.PERSON
        if key and key != full and (acronym or (len(key) > 1 and not set(key) <= set(full))):
            yield other
