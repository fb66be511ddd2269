"""Which actors and places of several articles are one, of those that the registry does not know.

By name and kind, in whatever transliteration; by an acronym that one of the articles expands; by a shorter form of a
person's name with the same body. Two whose states differ are two, whatever they are called, and a person's one bare
name joins nothing: it is its article's own. As in record linkage (https://doi.org/10.1007/978-3-642-31164-2), names are
put in blocks, here those of the same sounds, and only names of one block are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimgraph.mentions import spell
from claimgraph.mentions.fold import parts
from claimgraph.model import Actor, Extraction, Identity, Kind, Place
from claimgraph.registry import Registry
from claimgraph.slugs import kebab, slug

NAME = "join.name"  # the same words, whatever the case and the accents
SPELLING = "join.spelling"  # another transliteration
KIND = "join.kind"  # the articles tell of it as of different kinds
ACRONYM = "join.acronym"  # one of the articles has both the name and its letters
CONTEXT = "join.context"  # a longer and a shorter form of a person's name, in the same body

BODY = "Body"
LETTERS = range(2, 8)  # of an acronym
Block = tuple[str, str]  # a sort, and sounds


@dataclass(frozen=True)
class _Seen:
    """What one article tells of one actor or place."""

    article: str
    id: str
    kind: Kind | None
    names: tuple[str, ...]  # the label first
    bodies: frozenset[str]  # in which it has a role
    states: frozenset[str]  # those bodies' states

    @property
    def key(self) -> Block:
        """What names must have in common to be compared: sort and sounds; one word by itself must be the same."""
        name = parts(self.names[0])
        return _sort(self.kind), spell.whole(name) if len(name) > 1 else "".join(name)

    @property
    def acronym(self) -> str | None:
        """The name, where it is letters."""
        name = self.names[0].replace(".", "")
        return name if name.isalpha() and name.isupper() and len(name) in LETTERS else None


def identities(extractions: Iterable[Extraction], registry: Registry) -> dict[tuple[str, str], Identity]:
    """(article's id, id in it) -> what it is across the articles, of those that are told of in several."""
    blocks: dict[Block, list[_Seen]] = defaultdict(list)
    for one in extractions:
        for seen in _seen(one, registry):
            blocks[seen.key].append(seen)
    found: dict[tuple[str, str], Identity] = {}
    for block in _joined(blocks):
        for cluster, told in _clusters(block):
            if len({seen.article for seen in cluster}) > 1 or told:
                identity = _identity(cluster, told)
                found |= {(seen.article, seen.id): identity for seen in cluster}
    return found


def _seen(one: Extraction, registry: Registry) -> Iterator[_Seen]:
    bodies: dict[str, set[str]] = defaultdict(set)
    for role in one.affiliations:
        bodies[role.member].add(role.organization)
    entities: tuple[Actor | Place, ...] = (*one.actors, *one.places)
    for entity in entities:
        named = entity.named if isinstance(entity, Actor) else True
        if named and entity.id not in registry.entries and not entity.id.startswith("article/"):
            own = frozenset(bodies.get(entity.id, ()))
            kind = entity.kind if isinstance(entity, Actor) else None
            names = (entity.label, *entity.alt_labels)
            yield _Seen(one.article.id, entity.id, kind, names, own, frozenset(_states(own, registry)))


def _states(bodies: Iterable[str], registry: Registry) -> Iterator[str]:
    """The states that bodies of the registry are, or are a part of."""
    for body in bodies:
        above: str | None = body
        while above is not None and above in registry.entries:
            entry = registry.entries[above]
            if entry.kind == Kind.STATE:
                yield above
            above = entry.part_of


def _sort(kind: Kind | None) -> str:
    """What can be one: persons, places, states, peoples, and all other groups."""
    if kind in {None, Kind.PERSON, Kind.STATE, Kind.GROUP}:
        return kind or "Place"
    return BODY


def _joined(blocks: Mapping[Block, Sequence[_Seen]]) -> Iterator[list[_Seen]]:
    """The blocks, those in one that a rule about two names joins."""
    home = {key: key for key in blocks}

    def root(key: Block) -> Block:
        while home[key] != key:
            key = home[key]
        return key

    for one, other in (*_acronyms(blocks), *_shorter(blocks)):
        first, second = sorted((root(one), root(other)))
        home[second] = first
    whole: dict[Block, list[_Seen]] = defaultdict(list)
    for key in sorted(blocks):
        whole[root(key)] += blocks[key]
    yield from whole.values()


def _acronyms(blocks: Mapping[Block, Sequence[_Seen]]) -> Iterator[tuple[Block, Block]]:
    """A block of bare letters with the only one that has them beside a name."""
    expanded: dict[str, set[Block]] = defaultdict(set)
    for key, block in blocks.items():
        for name in {name.replace(".", "") for seen in block for name in seen.names[1:] if key[0] == BODY}:
            expanded[name].add(key)
    for key, block in blocks.items():
        letters = block[0].acronym if key[0] == BODY else None
        homes = expanded.get(letters or "", set()) - {key}
        if len(homes) == 1:
            yield key, next(iter(homes))


def _shorter(blocks: Mapping[Block, Sequence[_Seen]]) -> Iterator[tuple[Block, Block]]:
    """Persons with the same first and last name, one of whom has more between, if both have a role in one body."""
    ends: dict[tuple[str, str], list[tuple[int, Block]]] = defaultdict(list)
    for key in sorted(blocks):
        name = spell.key(parts(blocks[key][0].names[0]))
        if key[0] == Kind.PERSON and len(name) > 1:
            ends[name[0], name[-1]].append((len(name), key))
    for near in ends.values():
        for at, (length, one) in enumerate(near):
            for other_length, other in near[at + 1 :]:
                if (
                    2 in {length, other_length}
                    and length != other_length
                    and _bodies(blocks[one]) & _bodies(blocks[other])
                ):
                    yield one, other


def _bodies(block: Iterable[_Seen]) -> set[str]:
    return {body for seen in block for body in seen.bodies}


def _clusters(block: Sequence[_Seen]) -> Iterator[tuple[list[_Seen], str]]:
    """The block in parts that can each be one, with what tells a part from the others ("" where there is but one).

    Those with a state in common are one, and those without any, where nothing tells two apart.
    """
    groups: list[tuple[set[str], list[_Seen]]] = []
    bare = [seen for seen in block if not seen.states]
    for seen in sorted(block, key=lambda s: (s.article, s.id)):
        if seen.states:
            near = [group for group in groups if group[0] & seen.states]
            states = set(seen.states).union(*(group[0] for group in near))
            members = [seen, *(other for group in near for other in group[1])]
            groups = [group for group in groups if group not in near] + [(states, members)]
    if len(groups) < 2:
        yield list(block), ""
        return
    for states, members in groups:
        yield members, slug(min(states).removeprefix("actor/"))
    for article in sorted({seen.article for seen in bare}):
        yield [seen for seen in bare if seen.article == article], article.removeprefix("article/")


def _identity(cluster: Sequence[_Seen], told: str) -> Identity:
    told_of = [seen.kind for seen in cluster]
    kinds = Counter([kind for kind in told_of if kind != Kind.ORGANIZATION] or told_of)
    kind = min(kinds, key=lambda k: (-kinds[k], k or ""))
    names = Counter(seen.names[0] for seen in cluster)
    label = min(names, key=lambda n: (n.isupper(), -names[n], -len(n.split()), n))
    sort = "place" if kind is None else f"actor/{kebab(kind)}"
    id_ = f"{sort}/{slug(label)}" + (f"-{told}" if told else "")
    return Identity(id_, kind, tuple(sorted(_grounds(cluster))))


def _grounds(cluster: Sequence[_Seen]) -> Iterator[str]:
    if len({seen.article for seen in cluster}) < 2:
        return
    named = [seen for seen in cluster if seen.acronym is None] or list(cluster)
    names = {parts(seen.names[0]) for seen in named}
    sounds = {spell.whole(name) for name in names}
    if len(names) < len(named):
        yield NAME
    if len(names) > len(sounds):
        yield SPELLING
    if len(sounds) > 1:
        yield CONTEXT
    if len(named) < len(cluster) and _sort(cluster[0].kind) == BODY:
        yield ACRONYM
    if len({seen.kind for seen in cluster}) > 1:
        yield KIND
