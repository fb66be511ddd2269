"""Who does what to whom, with what and where: grammatical places -> `cg:agent`, `cg:patient` and the rest."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from claimgraph.mentions import Cast
from claimgraph.statements.arguments import Argument
from claimgraph.statements.syntax import case_of, children, conjuncts, lemma
from claimgraph.statements.triggers import Frame, shipped

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


def fill(frame: Frame, arguments: Iterable[Argument], cast: Cast) -> Roles:
    """Each argument's actors, places and things in the role that the frame gives to its place."""
    roles = Roles()
    waiting: list[Argument] = []
    several = list(arguments)
    for argument in several:
        role = _role(frame, argument, several)
        if role == "of_agent":
            waiting.append(argument)
        elif role:
            for token in conjuncts(argument.token):
                _put(roles, role, token, argument, cast)
    for argument in waiting:
        role = "patient" if roles.of("agent") else "agent"
        for token in conjuncts(argument.token):
            _put(roles, role, token, argument, cast)
    for entity in roles.of("agent"):  # no one is both: a reflexive, or an ill-attached phrase
        if entity in roles.filled.get("patient", ()):
            roles.filled["patient"].remove(entity)
    return roles


def _role(frame: Frame, argument: Argument, several: list[Argument]) -> str | None:
    role = frame.get(argument.place)
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
        elif argument.place in LOCATIVE and (place := cast.place(token)):
            roles.add("location", place)
    elif role in {"location", "origin", "destination"}:
        if place := cast.place(token):
            roles.add(role, place)
        elif role == "destination" and not argument.loose and (actor := actor_of(token, cast)):
            roles.add("recipient", actor)
    elif argument.place == "modifier" and cast.name_at(token) is None and lemma(token) not in shipped().sets["doer"]:
        return
    elif actor := actor_of(token, cast):
        roles.add(role, actor)
    elif place := cast.place(token):
        roles.add(INSTEAD.get(role, "location"), place)


def actor_of(token: Token, cast: Cast) -> str | None:
    """The actor that a phrase names or describes: its head, or its owner ('members of', 'the group's positions')."""
    named = [child for child in children(token, "flat") if cast.name_at(child)]  # 'commander Ali Hassan'
    if cast.name_at(token) is None and (found := _first(named, cast.actor)):
        return found
    if lemma(token) in shipped().sets["belonging"] and (owner := _first(_owners(token), cast.actor)):
        return owner
    if actor := cast.actor(token):
        return actor
    parts = [child for child in children(token, "nmod") if case_of(child) == "of"]
    return _first(parts, cast.actor) if lemma(token) in shipped().sets["portion"] or token.pos_ == "NUM" else None


def _owners(token: Token) -> list[Token]:
    named = [t for t in children(token, "compound", "amod") if t.pos_ == "PROPN" or t.text[0].isupper()]
    of = [t for t in children(token, "nmod") if case_of(t) in {"of", "belonging"}]
    return children(token, "nmod:poss") + named + of


def _first(tokens: Iterable[Token], resolve: Callable[[Token], str | None]) -> str | None:
    return next((found for token in tokens if (found := resolve(token))), None)
