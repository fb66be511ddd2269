"""Whom and what place a phrase tells of: the one it names or describes, or its owner ('the group's positions')."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from spacy.tokens import Token

from claimgraph.mentions import Cast
from claimgraph.model import Kind
from claimgraph.statements.factuality import DEFINITE
from claimgraph.statements.syntax import case_of, children, conjuncts, lemma
from claimgraph.statements.triggers import shipped

# Prepositions that open the place of a thing or of a place: 'bases in', 'the village near'.
PLACING = {
    "in",
    "at",
    "near",
    "inside",
    "outside",
    "across",
    "within",
    "around",
    "along",
    "on",
    "off",
    "over",
    "into",
    "to",
}
FIGHTING = {Kind.ARMED_GROUP, Kind.MILITARY_FORCE}
DEPTH = 3  # phrases within phrases: 'a number of bases in the west of'


def actor_of(token: Token, cast: Cast, suffers: bool = False) -> str | None:
    """The actor that a phrase names or describes: its head, or its owner ('members of', 'the group's positions').

    `suffers`: what is done to someone's thing is done to its owner.
    """
    named = [child for child in children(token, "flat") if cast.name_at(child)]  # 'commander Ali Hassan'
    if cast.name_at(token) is None and (found := _first(named, cast.actor)):
        return found
    if lemma(token) in shipped().sets["belonging"] and (owner := _owner(token, cast)):
        return owner
    if whole := _fighters_of(token, cast):
        return whole
    if actor := cast.actor(token):
        return actor
    doers = [t for t in children(token, "compound") if lemma(t) in shipped().sets["doer"]]
    if lemma(token) in shipped().sets["belonging"] and (owner := _first(doers, cast.actor)):
        return owner  # 'army bulldozers'
    if suffers and token.pos_ == "NOUN":
        before = [t for t in children(token, "amod", "compound") if not _is_place(t, cast)]
        if owner := _first(_concerned(token), cast.actor) or _first(before, cast.nation) or _first(before, cast.actor):
            return owner
    return _first(_portioned(token), cast.actor)


def _portioned(token: Token) -> list[Token]:
    """'dozens of protesters', 'part of the guard'."""
    parts = [child for child in children(token, "nmod") if case_of(child) == "of"]
    return parts if lemma(token) in shipped().sets["portion"] or token.pos_ == "NUM" else []


def _fighters_of(token: Token, cast: Cast) -> str | None:
    """The force that its members act and suffer for: '25 members of a militia'."""
    if lemma(token) not in shipped().sets["portion"] or cast.name_at(token) is not None:
        return None
    for part in _portioned(token):
        whole = cast.actor(part)
        if whole and (cast.kind(whole) in FIGHTING or lemma(part) in shipped().sets["force"]):
            return whole
    return None


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


def places_of(token: Token, cast: Cast) -> list[str]:
    """The places that a phrase names, the narrowest first: itself or what it is part of ('the port of Basra'), then
    those around it ('Basra's market', 'bases in Iraq', 'Tikrit, in Salahuddin province', 'the Syrian town of').
    """
    return list(dict.fromkeys(_places(token, cast, DEPTH)))


def _places(token: Token, cast: Cast, depth: int) -> Iterator[str]:
    own = cast.place(token) or _told_before(token, cast)
    if own:
        yield own
    if depth == 0 or (own is None and token.pos_ not in {"NOUN", "NUM"}):
        return
    phrases = [c for c in children(token, "nmod", "appos", "flat") if case_of(c) in {"of", ""} or _placed(c)]
    around = [*phrases, *(c for c in children(token, "nmod:poss", "compound") if not _is_land(c, cast))]
    for phrase in around if own is None or token.pos_ in {"PROPN", "NOUN"} else []:
        for one in conjuncts(phrase):
            yield from _places(one, cast, depth - 1)


def _told_before(noun: Token, cast: Cast) -> str | None:
    """'the town', where 'the town of Rawa' or 'Rawa, a town' was told last before."""
    if noun.pos_ != "NOUN" or not any(c.lower_ in DEFINITE for c in children(noun, "det")):
        return None
    if children(noun, "nmod", "nmod:poss", "amod", "compound", "acl:relcl"):
        return None
    before = (t for t in reversed(noun.doc[: noun.i]) if t.pos_ in {"NOUN", "PROPN"} and lemma(t) == lemma(noun))
    for other in islice(before, 1):
        named = [c for c in children(other, "nmod", "compound", "appos", "flat") if case_of(c) in {"of", ""}]
        above = [other.head] if other.dep_ in {"appos", "flat"} else []
        return _first([*named, *above], cast.place)
    return None


def _is_place(token: Token, cast: Cast) -> bool:
    """Whether it names a place here, though it could name one who acts: 'a Beirut bank'."""
    name = cast.name_at(token)
    return name is not None and name.place is not None and not name.acts


def _is_land(token: Token, cast: Cast) -> bool:
    """Whether it names a whole state: 'US bases' lie elsewhere."""
    name = cast.name_at(token)
    if name is None or name.actor is None or name.place is None:
        return False
    return cast.label(name.actor) == cast.label(name.place)


def _placed(phrase: Token) -> bool:
    return any(c.lower_ in PLACING | {"including"} for c in children(phrase, "case"))


def _first(tokens: Iterable[Token], resolve: Callable[[Token], str | None]) -> str | None:
    return next((found for token in tokens if (found := resolve(token))), None)
