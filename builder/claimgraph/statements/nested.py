"""Events about events: a vote to expel somebody is a vote on him."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Token

from claimgraph.statements.factuality import words
from claimgraph.statements.nodes import Node
from claimgraph.statements.syntax import children, conjuncts

DECIDING = {"Vote"}  # what is decided may stand deeper: 'passed a motion calling for the expulsion of'


def through_others(nodes: Sequence[Node]) -> None:
    """Where an event's patient is another event, those whom that one befalls, or who do it, fill the role."""
    told = {node.match.token.i: node for node in nodes}
    for node in nodes:
        if node.roles.of("patient"):
            continue
        deciding = DECIDING & set(node.lineage)
        for other in _below(node, nodes) if deciding else _done_to(node, told):
            own = {*node.roles.of("agent")}
            found = [one for role in ("patient", "agent") for one in other.roles.of(role) if one not in own]
            if found:
                for one in found if deciding else found[:1]:
                    node.roles.add("patient", one)
                break


def _done_to(node: Node, told: Mapping[int, Node]) -> Iterator[Node]:
    for argument in node.match.arguments:
        if node.frame.get(argument.place) == "patient" and not argument.loose:
            yield from (told[t.i] for t in conjuncts(argument.token) if t.i in told and told[t.i] is not node)


def _below(node: Node, nodes: Sequence[Node]) -> Iterator[Node]:
    """The events that the tree has under its word, in the text's order, but for those that are only a setting."""
    top = node.match.token
    subtree = {t.i for t in top.subtree if t.i > top.i}
    return (n for n in nodes if n.match.token.i in subtree and not any(map(_sets, _way(n.match.token, top))))


def _way(token: Token, top: Token) -> Iterator[Token]:
    """A word and those above it, below the top."""
    yield token
    yield from takewhile(lambda above: above != top, token.ancestors)


def _sets(word: Token) -> bool:
    """'after the attack', 'following'."""
    return any(c.lower_ in words()["background_marks"] for c in children(word, "case", "mark"))
