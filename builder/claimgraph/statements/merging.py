"""One event told several times in an article: which later triggers speak of an earlier one. In doubt they are two.

- event.cause: 'the raid killed two', 'killed in a raid', 'hit in a raid': what is done by or in an attack is that one,
  and where the attack is one told before ('killed in the raid'), so is the harm; 'a rocket fired from … hit': and its
  flight.
- event.result: 'attacked the base, killing two': so is harm that the attack's own clause goes on to tell.
- event.victim: one person is killed once.
- event.again: a definite noun ('the attack') shortly after an event of its class, 'It was the first strike', the same
  class with the same participants, what the headline tells in short, what one body does once in a report; where no role
  or date contradicts.
"""

from collections.abc import Iterator
from dataclasses import replace

from claimgraph.mentions import Cast
from claimgraph.model import Factuality
from claimgraph.statements.factuality import DEFINITE
from claimgraph.statements.likeness import COMPARED, Likeness
from claimgraph.statements.nodes import Node
from claimgraph.statements.syntax import case_of, children, clause_above, is_passive, is_time, lemma, subjects
from claimgraph.statements.triggers import shipped

LEAD = 90  # words of headline and first paragraphs
NEAR = 120  # words that may lie between an event and the definite noun that takes it up
BACK = 200  # events back that are looked at: more than an article has, so that the cost grows with the text alone
# Classes of unlike acts (a truce, a release and a resignation are all `Retreat`): their nouns take up only an event
# that the same word told of.
MIXED = {"Request", "Support", "Concede", "Cooperate", "Aid", "Retreat", "Accuse", "Sanction", "Mobilize", "Coerce"}
STEM = 5  # letters that a noun shares with its verb: 'evicted', 'the eviction'
ONCE = {"Vote", "Suspension", "Resumption"}  # what one body does once in a report
LAUNCHED = {"RocketAttack", "Shelling"}  # what is set off in one place and hits another


def merged(nodes: list[Node], cast: Cast) -> list[Node]:
    """The events, each once, in the order of their first mentions."""
    likeness = Likeness(cast)
    kept: list[Node] = []
    into: dict[int, Node] = {}  # a trigger's position -> its node
    for node in nodes:
        found = next(_earlier(node, kept, into, likeness), None)
        if found is None:
            kept.append(node)
            into[node.match.token.i] = node
        else:
            into[node.match.token.i] = found[0]
            if found[1] == "event.cause" and (known := _known(node, found[0], kept, likeness)):
                kept.remove(found[0])
                _absorb(known, "event.cause", found[0])
                for i in range(found[0].match.token.i, node.match.token.i + 1):
                    if into.get(i) is found[0]:
                        into[i] = known
                found = known, "event.again"
            _absorb(*found, node)
    return kept


def _known(attack: Node, harm: Node, kept: list[Node], likeness: Likeness) -> Node | None:
    """The event told before the harm that the attack's noun takes up: 'they shelled … four died in the shelling'."""
    for other in reversed(kept[-BACK:]):
        shared = likeness.shared(attack, other)
        same = other is not harm and _agree(attack, other, shared) and _taken_up(attack, other, shared)
        if same and _agree(harm, other, likeness.shared(harm, other) | {"patient"}):
            return other
    return None


def _earlier(node: Node, kept: list[Node], into: dict[int, Node], likeness: Likeness) -> Iterator[tuple[Node, str]]:
    """The nodes that it may speak of, with the rule that says so; the surest first."""
    if "Assault" in node.lineage:
        if (cause := _cause(node, into)) is not None:
            yield cause, "event.cause"
        if (attack := _attack(node, into)) is not None:
            yield attack, "event.result"
        victims = (other for other in kept[-BACK:] if _one_victim(node, other, likeness.people))
        yield from ((other, "event.victim") for other in victims if _vouched_alike(node, other))
    if _predicated(node):
        yield from ((other, "event.again") for other in reversed(kept[-BACK:]) if _kin(node, other))
    for other in reversed(kept[-BACK:]):
        shared = likeness.shared(node, other)
        if _agree(node, other, shared) and any(same(node, other, shared) for same in SAME):
            yield other, "event.again"


def _cause(node: Node, into: dict[int, Node]) -> Node | None:
    """The attack by, in or with which a harm is done, or the harm done in an attack that stands behind it."""
    token = node.match.token
    if token.pos_ == "VERB" and (launched := _launched(node, into)) is not None:
        return launched
    if token.pos_ == "VERB" and (_harms(node) or node.type == "Assault"):
        for argument in node.match.arguments:
            told = into.get(argument.token.i)
            if argument.place in {"subject", "by", "in", "during", "with"} and told and "Assault" in told.lineage:
                return told
    told = into.get(token.head.i)
    if token.pos_ == "VERB" or told is None or "Assault" not in told.lineage:
        return None
    case = case_of(token)
    harmed = lemma(token.head) in shipped().sets["harm"] or told.type == "Assault"
    if case in {"by", "in", "during", "with"} and harmed:
        return told
    if token.dep_ == "nmod" and "Killing" in told.lineage and case in {"in", "by", "during"}:
        return told  # 'his killing in an air strike'
    return None


def _launched(node: Node, into: dict[int, Node]) -> Node | None:
    """The attack by which the weapon that hits was set off: 'a rocket fired from the hills hit'."""
    weapons = [a.token for a in node.match.arguments if a.place == "subject" and not a.loose]
    weapons = [t for t in weapons if lemma(t) in shipped().sets["weapon"]]
    before = (into.get(c.i) for t in weapons for c in children(t, "acl", "acl:relcl"))
    return next((told for told in before if told and {node.type, told.type} <= LAUNCHED), None)


def _attack(node: Node, into: dict[int, Node]) -> Node | None:
    """The attack whose clause goes on to tell of the harm."""
    token = node.match.token
    above = into.get(clause_above(token).i)
    if above is None or "Assault" not in above.lineage or not _harms(node) or token.dep_ not in {"advcl", "conj"}:
        return None
    same = set(subjects(token)) == set(subjects(clause_above(token))) or not children(token, "nsubj", "nsubj:pass")
    harmed = lemma(clause_above(token)) in shipped().sets["harm"]
    suffered = is_passive(token) and is_passive(clause_above(token)) and harmed  # 'one was killed and two hurt'
    return above if (same or suffered) and not children(token, "mark") else None


def _harms(node: Node) -> bool:
    return lemma(node.match.token) in shipped().sets["harm"]


def _one_victim(node: Node, other: Node, people: set[str]) -> bool:
    if "Killing" not in (*node.lineage, *other.lineage) or "Assault" not in other.lineage:
        return False
    return bool(set(node.roles.of("patient")) & set(other.roles.of("patient")) & people)


def _agree(node: Node, other: Node, shared: set[str]) -> bool:
    """Whether no role of the two has different fillers, no date differs, and none is denied but by somebody."""
    for role in COMPARED:
        if node.roles.of(role) and other.roles.of(role) and role not in shared:
            return False
    if node.time and other.time and not node.time.fits(other.time):
        return False
    return _vouched_alike(node, other)


def _vouched_alike(node: Node, other: Node) -> bool:
    """Whether none of the two is denied, or somebody denies it."""
    denied = [n for n in (node, other) if n.factuality is Factuality.DENIED]
    return len(denied) != 1 or all(telling.claimed for telling in denied[0].tellings)


def _taken_up(node: Node, other: Node, shared: set[str]) -> bool:
    """'the attack', close behind an attack: a definite noun of its class or one above, that names no one or one of its
    participants.
    """
    token = node.match.token
    dated = bool(other.time) and any(is_time(c) for c in children(token, "nmod:poss"))  # 'Monday's attack'
    pointed = dated or any(c.lower_ in DEFINITE for c in children(token, "det"))
    if token.pos_ == "VERB" or not _kin(node, other) or not (pointed or children(token, "nmod:poss")):
        return False
    if node.type in MIXED and not _same_word(node, other):
        return False
    if not pointed:  # 'their attacks': one group attacks many times
        return "patient" in shared
    if node.time and node.time.date and node.time.date.isdigit():  # 'the siege in 1991': a year picks out another one
        return False
    silent = not _filled(node) and token.i - other.match.token.i <= NEAR
    return silent or bool(shared - {"location"})


def _predicated(node: Node) -> bool:
    """'It was the first strike in a month': said of what was told just before."""
    token = node.match.token
    return bool(children(token, "cop")) and any(c.lower_ in {"it", "this", "that"} for c in children(token, "nsubj"))


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
    return _kin(node, other) and (enough or len(together) > 1)


def _once(node: Node, other: Node, _: set[str]) -> bool:
    """What one body does once in a report, where nothing tells two apart: it votes, it suspends its operations."""
    return _kin(node, other) and bool(ONCE & set(node.lineage))


def _headlined(node: Node, other: Node, shared: set[str]) -> bool:
    """What the headline tells in short, and the first paragraphs in full."""
    begun, within = other.tellings[0].headline, node.match.token.i - other.match.token.i <= LEAD
    return begun and within and _kin(node, other) and bool(shared or not _filled(other) or not _filled(node))


def _filled(node: Node) -> bool:
    return any(node.roles.of(role) for role in COMPARED)


SAME = (_taken_up, _retold, _once, _headlined)


def _kin(node: Node, other: Node) -> bool:
    """Whether the class of one is the other's, or one above it."""
    return node.type in other.lineage or other.type in node.lineage


def _absorb(node: Node, rule: str, later: Node) -> None:
    first, *others = later.tellings
    node.tellings += [replace(first, rule=rule), *others]
    if later.factuality is Factuality.DENIED:
        return  # who is said not to have done it did not do it
    if rule != "event.result" and node.type in later.lineage:
        node.type = later.type
    node.roles.take(later.roles)
    if later.time and (node.time is None or (later.time.known and not node.time.known)):
        node.time = later.time
