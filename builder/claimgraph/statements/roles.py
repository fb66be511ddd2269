"""Who does what to whom, with what and where: grammatical places -> `cg:agent`, `cg:patient` and the rest."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from claimgraph.mentions import Cast
from claimgraph.statements.arguments import Argument
from claimgraph.statements.participants import actor_of, places_of
from claimgraph.statements.syntax import children, conjuncts, lemma
from claimgraph.statements.triggers import Frame, Words, shipped

LOCATIVE = {
    "in", "at", "near", "inside", "outside", "across", "around", "along", "over", "off", "throughout", "within", "on",
}  # fmt: skip
INSTEAD = {"agent": "location", "patient": "location", "recipient": "destination"}  # where a place stands in the role


@dataclass
class Roles:
    """The ids that fill each role, in the text's order."""

    filled: dict[str, list[str]] = field(default_factory=dict)

    def add(self, role: str, entity: str) -> None:
        """Put an id into a role, once."""
        ids = self.filled.setdefault(role, [])
        if entity not in ids:
            ids.append(entity)

    def of(self, role: str) -> tuple[str, ...]:
        """The ids in a role."""
        return tuple(self.filled.get(role, ()))

    def take(self, other: "Roles") -> None:
        """Add what the other has."""
        for role, ids in other.filled.items():
            for entity in ids:
                self.add(role, entity)
        self.settle()

    def settle(self) -> None:
        """No one does it and suffers it: a reflexive, or an ill-attached phrase; where it moves from or to is told."""
        for role, surer in (("patient", ("agent",)), ("location", ("origin", "destination"))):
            taken = {entity for other in surer for entity in self.of(other)}
            self.filled[role] = [entity for entity in self.of(role) if entity not in taken]


def fill(frame: Frame, arguments: Iterable[Argument], cast: Cast) -> Roles:
    """Each argument's actors, places and things in the role that the frame gives to its place."""
    roles = Roles()
    waiting: list[Argument] = []
    several = list(arguments)
    apart = {a.token for a in several}
    for argument in several:
        role = _role(frame, argument, several)
        if role == "patient" and argument.place in {"poss", "modifier"} and _is_state(argument.token, cast):
            role = "agent"  # a state can kill, arrest or murder, and suffers none of it
        if role == "of_agent":
            waiting.append(argument)
        elif role:
            for token in _joined(argument, apart):
                _put(roles, role, token, argument, cast)
    for argument in waiting:
        role = "patient" if roles.of("agent") else "agent"
        for token in _joined(argument, apart):
            _put(roles, role, token, argument, cast)
    roles.settle()
    return roles


def _joined(argument: Argument, apart: set[Token]) -> list[Token]:
    """The argument's head and what is joined to it, without what has a role of its own."""
    return [t for t in conjuncts(argument.token) if t == argument.token or t not in apart]


def _is_state(token: Token, cast: Cast) -> bool:
    name = cast.name_at(token)
    return name is not None and name.actor is not None and name.place is not None


def _role(frame: Frame, argument: Argument, several: list[Argument]) -> str | None:
    role = frame.get(argument.place)
    if argument.place == "for" and argument.token.lower_ in {"it", "this", "that"}:
        return None  # a matter: 'voted for it'
    given = any(a.place == "object" for a in several)
    if argument.place == "for" and given and lemma(argument.token) in shipped().nouns:
        return None  # the reason: 'jailed him for the murder of'
    if argument.place in {"from", "to"} and (argument.token.pos_ == "NUM" or children(argument.token, "nummod")):
        role = role if role not in {"agent", "patient", "recipient"} else None  # 'from 500 soldiers to 900'
    if argument.loose:
        placed = role if role in {"origin", "destination"} else None
        return placed or ("destination" if role == "recipient" else "location" if argument.place in LOCATIVE else None)
    if argument.place in {"poss", "modifier"} and role == "patient" and any(a.place == "of" for a in several):
        return "agent"  # 'his murder', but 'their murder of the hostages'
    return role or ("location" if argument.place in LOCATIVE else None)


def _put(roles: Roles, role: str, token: Token, argument: Argument, cast: Cast) -> None:
    if role == "instrument" or (argument.place == "modifier" and lemma(token) in shipped().sets["weapon"]):
        if lemma(token) in shipped().sets["weapon"]:
            roles.add("instrument", cast.item(token))
        elif argument.place in LOCATIVE:
            for place in places_of(token, cast):
                roles.add("location", place)
    elif role in {"location", "origin", "destination"}:
        places = places_of(token, cast)
        for place in places:
            roles.add(role, place)
        if not places and role == "destination" and not argument.loose and (actor := actor_of(token, cast)):
            roles.add("recipient", actor)
    elif argument.place == "modifier" and cast.name_at(token) is None and lemma(token) not in shipped().sets["doer"]:
        if role == "agent" and (state := cast.nation(token)):  # 'the American raid'
            roles.add(role, state)
    else:
        if role == "agent" and lemma(token) in shipped().sets["weapon"]:
            roles.add("instrument", cast.item(token))
        _fill_with_one(roles, role, token, cast)


def _fill_with_one(roles: Roles, role: str, token: Token, cast: Cast) -> None:
    """The actor that a phrase tells of, or else the places, where places stand for such actors."""
    if actor := actor_of(token, cast, suffers=role == "patient"):
        roles.add(role, actor)
    else:
        for place in places_of(token, cast):
            roles.add(INSTEAD.get(role, "location"), place)
        if role == "patient" and cast.name_at(token) is None and lemma(token) in _solid():
            roles.add(role, cast.item(token))


@cache
def _solid() -> Words:
    """Nouns of things that can be hit, taken or blocked."""
    sets = shipped().sets
    return sets["building"] | sets["road"] | sets["hardware"] | sets["thing"]
