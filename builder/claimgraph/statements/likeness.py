"""Whether two events have participants and places that may be the same."""

import re
from itertools import product

from claimgraph.mentions import Cast
from claimgraph.model import Kind
from claimgraph.statements.nodes import Node

COMPARED = ("agent", "patient", "location", "origin", "destination")
PHRASE = re.compile(r"\s(?:of|in|at|from|with|for|near|on)\s")


class Likeness:
    """The actors and places of an article, as far as telling two events apart asks for them."""

    def __init__(self, cast: Cast) -> None:
        """Keep who is a person and who has no name."""
        self.people = {actor.id for actor in cast.actors() if actor.kind is Kind.PERSON and actor.named}
        self._nouns = {actor.id: _noun(actor.label) for actor in cast.actors() if not actor.named}
        self._nouns |= {item.id: _noun(item.label) for item in cast.items()}
        self._cast = cast

    def shared(self, node: Node, other: Node) -> set[str]:
        """The roles that both fill alike."""
        pairs = {role: product(node.roles.of(role), other.roles.of(role)) for role in COMPARED}
        return {role for role, several in pairs.items() if any(self._alike(*pair) for pair in several)}

    def _alike(self, one: str, other: str) -> bool:
        """Whether the two may be one: a state and its forces, a town and its province, 'three guards', 'the guards'."""
        if one == other or one in self._cast.wholes_of(other) or other in self._cast.wholes_of(one):
            return True
        return one in self._nouns and self._nouns[one] == self._nouns.get(other)


def _noun(words: str) -> str:
    """The noun of a noun phrase, without what stands behind it."""
    return PHRASE.split(words, maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower().removesuffix("s")
