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
        if role == "patient" and argument.place in {"poss", "modifier"} and _is_state(argument.token, cast):
            role = "agent"  # a state can kill, arrest or murder, and suffers none of it
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
        if place := place_of(token, cast):
            roles.add(role, place)
        elif role == "destination" and not argument.loose and (actor := actor_of(token, cast)):
            roles.add("recipient", actor)
    elif argument.place == "modifier" and cast.name_at(token) is None and lemma(token) not in shipped().sets["doer"]:
        if role == "agent" and (state := cast.nation(token)):  # 'the American raid'
            roles.add(role, state)
    else:
        if role == "agent" and lemma(token) in shipped().sets["weapon"]:
            roles.add("instrument", cast.item(token))
        _fill_with_one(roles, role, token, cast)


def _fill_with_one(roles: Roles, role: str, token: Token, cast: Cast) -> None:
    """The actor that a phrase tells of, or else the place, where places stand for such actors."""
    if actor := actor_of(token, cast, suffers=role == "patient"):
        roles.add(role, actor)
    elif place := place_of(token, cast):
        roles.add(INSTEAD.get(role, "location"), place)


def actor_of(token: Token, cast: Cast, suffers: bool = False) -> str | None:
    """The actor that a phrase names or describes: its head, or its owner ('members of', 'the group's positions').

    `suffers`: what is done to someone's thing is done to its owner.
    """
    named = [child for child in children(token, "flat") if cast.name_at(child)]  # 'commander Ali Hassan'
    if cast.name_at(token) is None and (found := _first(named, cast.actor)):
        return found
    if lemma(token) in shipped().sets["belonging"] and (owner := _owner(token, cast)):
        return owner
    if actor := cast.actor(token):
        return actor
    doers = [t for t in children(token, "compound") if lemma(t) in shipped().sets["doer"]]
    if lemma(token) in shipped().sets["belonging"] and (owner := _first(doers, cast.actor)):
        return owner  # 'army bulldozers'
    if suffers and token.pos_ == "NOUN" and (owner := _first(_concerned(token), cast.actor)):
        return owner
    parts = [child for child in children(token, "nmod") if case_of(child) == "of"]
    return _first(parts, cast.actor) if lemma(token) in shipped().sets["portion"] or token.pos_ == "NUM" else None


def _concerned(thing: Token) -> list[Token]:
    """Whom it hits that something is done to a thing: 'the city's mosque', 'the demands of', 'a resolution by'."""
    return children(thing, "nmod:poss") + [t for t in children(thing, "nmod") if case_of(t) in {"of", "from", "by"}]


def _owner(token: Token, cast: Cast) -> str | None:
    """Whose a thing is: 'its base', 'rebel positions', 'the camp of', 'British aircraft'."""
    before = children(token, "compound", "amod")
    named = [t for t in before if t.pos_ == "PROPN" or t.text[0].isupper()]
    of = [t for t in children(token, "nmod") if case_of(t) in {"of", "belonging", "for"}]
    several = [t.head for t in [token] if t.dep_ == "conj" and not before and not of]  # 'Syrian jets and tanks'
    found = _first([*children(token, "nmod:poss"), *named, *of], cast.actor) or _first(before, cast.nation)
    return found or _first((t for t in several if lemma(t) in shipped().sets["belonging"]), lambda t: _owner(t, cast))


def place_of(token: Token, cast: Cast) -> str | None:
    """The place that a phrase names, or that a part or surroundings of it tell: 'the port of', 'the streets of'."""
    if (place := cast.place(token)) or token.pos_ != "NOUN":
        return place
    return _first((c for c in children(token, "nmod", "appos", "flat") if case_of(c) in {"of", ""}), cast.place)


def _first(tokens: Iterable[Token], resolve: Callable[[Token], str | None]) -> str | None:
    return next((found for token in tokens if (found := resolve(token))), None)
