"""One event told several times in an article: which later triggers speak of an earlier one. In doubt they are two.

- event.cause: 'the raid killed two', 'killed in a raid': harm done by or in an attack is that attack, and where the
  attack is one told before ('killed in the raid'), so is the harm; 'a rocket fired from … hit': and so is its flight.
- event.result: 'attacked the base, killing two': so is harm that the attack's own clause goes on to tell.
- event.victim: one person is killed once.
- event.again: a definite noun ('the attack') shortly after an event of its class, or the same class with the same
  participants, where no role contradicts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from claimgraph.mentions import Cast
from claimgraph.model import Factuality, Kind, Span
from claimgraph.statements.factuality import DEFINITE
from claimgraph.statements.matching import Match
from claimgraph.statements.roles import Roles
from claimgraph.statements.syntax import children, clause_above, lemma, subjects
from claimgraph.statements.triggers import shipped

NEAR = 120  # words that may lie between an event and the definite noun that takes it up
BACK = 200  # events back that are looked at: more than an article has, so that the cost grows with the text alone
# Classes of unlike acts (a truce, a release and a resignation are all `Retreat`): their nouns take up only an event
# that the same word told of.
MIXED = {"Request", "Support", "Concede", "Cooperate", "Aid", "Retreat", "Accuse", "Sanction", "Mobilize", "Coerce"}
STEM = 5  # letters that a noun shares with its verb: 'evicted', 'the eviction'
Wholes = Callable[[str], tuple[str, ...]]  # an actor -> what it is a part of
COMPARED = ("agent", "patient", "location", "origin", "destination")


@dataclass(eq=False)
class Node:
    """An event in the making."""

    match: Match
    type: str
    roles: Roles
    factuality: Factuality
    span: Span
    date: str | None = None
    date_text: str | None = None
    again: list[tuple[Span, str]] = field(default_factory=list)  # later mentions, each with its rule

    @property
    def lineage(self) -> tuple[str, ...]:
        """Its class and those above it."""
        return shipped().lineage(self.type)


def merged(nodes: list[Node], cast: Cast) -> list[Node]:
    """The events, each once, in the order of their first mentions."""
    people = {actor.id for actor in cast.actors() if actor.kind is Kind.PERSON and actor.named}
    kept: list[Node] = []
    into: dict[int, Node] = {}  # a trigger's position -> its node
    for node in nodes:
        found = next(_earlier(node, kept, into, people, cast.wholes_of), None)
        if found is None:
            kept.append(node)
            into[node.match.token.i] = node
        else:
            into[node.match.token.i] = found[0]
            if found[1] == "event.cause" and (known := _known(node, found[0], kept, cast.wholes_of)):
                kept.remove(found[0])
                _absorb(known, "event.cause", found[0])
                for i in range(found[0].match.token.i, node.match.token.i + 1):
                    if into.get(i) is found[0]:
                        into[i] = known
                found = known, "event.again"
            _absorb(*found, node)
    return kept


def _known(attack: Node, harm: Node, kept: list[Node], wholes_of: Wholes) -> Node | None:
    """The event told before the harm that the attack's noun takes up: 'they shelled … four died in the shelling'."""
    for other in reversed(kept[-BACK:]):
        shared = _shared(attack, other, wholes_of)
        same = other is not harm and _agree(attack, other, shared) and _taken_up(attack, other, shared)
        if same and _agree(harm, other, _shared(harm, other, wholes_of) | {"patient"}):
            return other
    return None


def _earlier(
    node: Node, kept: list[Node], into: dict[int, Node], people: set[str], wholes_of: Wholes
) -> Iterator[tuple[Node, str]]:
    """The nodes that it may speak of, with the rule that says so; the surest first."""
    if "Assault" in node.lineage:
        if (cause := _cause(node, into)) is not None:
            yield cause, "event.cause"
        if (attack := _attack(node, into)) is not None:
            yield attack, "event.result"
        yield from ((other, "event.victim") for other in kept[-BACK:] if _one_victim(node, other, people))
    for other in reversed(kept[-BACK:]):
        shared = _shared(node, other, wholes_of)
        if _agree(node, other, shared) and (_taken_up(node, other, shared) or _retold(node, other, shared)):
            yield other, "event.again"


def _cause(node: Node, into: dict[int, Node]) -> Node | None:
    """The attack by, in or with which a harm is done, or the harm done in an attack that stands behind it."""
    token = node.match.token
    if token.pos_ == "VERB" and (launched := _launched(node, into)) is not None:
        return launched
    if token.pos_ == "VERB" and _harms(node):
        for argument in node.match.arguments:
            told = into.get(argument.token.i)
            if argument.place in {"subject", "by", "in", "during", "with"} and told and "Assault" in told.lineage:
                return told
    if token.pos_ != "VERB" and token.dep_ in {"obl", "obl:agent"} and lemma(token.head) in shipped().sets["harm"]:
        told = into.get(token.head.i)
        return told if told and "Assault" in told.lineage else None
    return None


def _launched(node: Node, into: dict[int, Node]) -> Node | None:
    """The attack by which the weapon that hits was set off: 'a rocket fired from the hills hit'."""
    weapons = [a.token for a in node.match.arguments if a.place == "subject" and not a.loose]
    weapons = [t for t in weapons if lemma(t) in shipped().sets["weapon"]]
    before = (into.get(c.i) for t in weapons for c in children(t, "acl", "acl:relcl"))
    return next((told for told in before if told and node.type == told.type == "RocketAttack"), None)


def _attack(node: Node, into: dict[int, Node]) -> Node | None:
    """The attack whose clause goes on to tell of the harm."""
    token = node.match.token
    above = into.get(clause_above(token).i)
    if above is None or "Assault" not in above.lineage or not _harms(node) or token.dep_ not in {"advcl", "conj"}:
        return None
    same = set(subjects(token)) == set(subjects(clause_above(token))) or not children(token, "nsubj", "nsubj:pass")
    return above if same and not children(token, "mark") else None


def _harms(node: Node) -> bool:
    return lemma(node.match.token) in shipped().sets["harm"]


def _one_victim(node: Node, other: Node, people: set[str]) -> bool:
    if "Killing" not in (*node.lineage, *other.lineage) or "Assault" not in other.lineage:
        return False
    return bool(set(node.roles.of("patient")) & set(other.roles.of("patient")) & people)


def _agree(node: Node, other: Node, shared: set[str]) -> bool:
    """Whether no role of the two has different fillers, and no date differs."""
    for role in COMPARED:
        if node.roles.of(role) and other.roles.of(role) and role not in shared:
            return False
    if node.date and other.date and not (node.date.startswith(other.date) or other.date.startswith(node.date)):
        return False
    return Factuality.DENIED not in {node.factuality, other.factuality} or node.factuality == other.factuality


def _taken_up(node: Node, other: Node, shared: set[str]) -> bool:
    """'the attack', close behind an attack: a definite noun of its class or one above, that names no one or one of its
    participants.
    """
    token = node.match.token
    pointed = any(c.lower_ in DEFINITE for c in children(token, "det"))
    if token.pos_ == "VERB" or node.type not in other.lineage or not (pointed or children(token, "nmod:poss")):
        return False
    if node.type in MIXED and not _same_word(node, other):
        return False
    if not pointed:  # 'their attacks': one group attacks many times
        return "patient" in shared
    if node.date and node.date.isdigit():  # 'the siege in 1991': a year picks out another one
        return False
    silent = not any(node.roles.of(role) for role in COMPARED) and token.i - other.match.token.i <= NEAR
    return silent or bool(shared - {"location"})


def _same_word(node: Node, other: Node) -> bool:
    """Whether the noun is the other's word, its verb's, or what named the verb's act ('imposed sanctions')."""
    noun = lemma(node.match.token)
    objects = (a.token for a in other.match.arguments if a.place == "object")
    return any(lemma(word)[:STEM] == noun[:STEM] for word in (other.match.token, *objects))


def _retold(node: Node, other: Node, shared: set[str]) -> bool:
    """The same class, and the same ones on both sides (or one side and a place), or the same who do it together."""
    together = set(node.roles.of("agent")) & set(other.roles.of("agent"))
    moved = "agent" in shared and shared & {"origin", "destination"} and node.factuality == other.factuality
    enough = len(shared) >= 2 and ("patient" in shared or moved)
    return node.type == other.type and (enough or len(together) > 1)


def _shared(node: Node, other: Node, wholes_of: Wholes) -> set[str]:
    """The roles that both fill alike; a state and its forces act as one."""
    found = set()
    for role in COMPARED:
        mine, theirs = set(node.roles.of(role)), set(other.roles.of(role))
        if mine & theirs or (
            role == "agent" and (mine & _above(theirs, wholes_of) or theirs & _above(mine, wholes_of))
        ):
            found.add(role)
    return found


def _above(actors: set[str], wholes_of: Wholes) -> set[str]:
    return {whole for actor in actors for whole in wholes_of(actor)}


def _absorb(node: Node, rule: str, later: Node) -> None:
    node.again += [(later.span, rule), *later.again]
    if rule != "event.result" and node.type in later.lineage:
        node.type = later.type
    node.roles.take(later.roles)
    for actor in node.roles.of("agent"):
        if actor in node.roles.of("patient"):
            node.roles.filled["patient"].remove(actor)
    if later.date_text and (node.date_text is None or (later.date and not node.date)):
        node.date, node.date_text = later.date, later.date_text
    if (
        later.match.token.pos_ == "VERB" and later.factuality is Factuality.STATED
    ):  # a noun may only take up what is claimed
        node.factuality = Factuality.STATED
