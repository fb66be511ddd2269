"""Who holds an office on the day of an article, by the registry: "the prime minister" of Iraq in January 2020."""

from collections.abc import Iterator, Mapping, Sequence, Set

from spacy.tokens import Token

from claimgraph.mentions import descriptions, tables
from claimgraph.mentions.entities import Entity
from claimgraph.mentions.fold import fold
from claimgraph.mentions.matcher import Matcher, words_of
from claimgraph.mentions.names import Name
from claimgraph.model import Kind
from claimgraph.registry import Role

OFFICE = "reference.office"  # the rule of a mention
SAME = tables.table("roles.toml", "offices")  # "premier" -> "minister prime"
HEADS = tables.words("roles.toml", "heads", "nouns")  # of a body: one man, whatever a house calls him
RULERS = tables.words("roles.toml", "rulers", "nouns")
PORTFOLIOS = tables.words("roles.toml", "portfolios", "words")
ANOTHER = frozenset({"former", "late", "next", "new", "other", "future", "previous", "acting", "ex", "then", "first"})
MANY = frozenset({"deputy", "vice", "senator", "member", "adviser", "official", "politician", "general"})  # at a time
NAMING = frozenset({"compound", "amod", "nmod:poss", "nmod"})


class Offices:
    """Asks the registry who held an office when an article was issued; nobody where its date is not known."""

    def __init__(
        self,
        names: Sequence[tuple[Name, Entity]],
        at: Mapping[int, tuple[Name, Entity]],
        known: Matcher,
        issued: str | None,
    ) -> None:
        """`names`: the article's; `at`: token -> the name that covers it; `issued`: ISO 8601, or None."""
        self._names, self._at, self._known = names, at, known
        self._day = issued[:10] if issued else None

    def holder(self, noun: Token) -> Role | None:
        """Who holds the office of a body that the phrase names: "Iraq's prime minister", "the Hezbollah leader"."""
        words = self._asked(noun)
        bodies = {body for owner in owners(noun) if (body := self._owner(owner))} if words else set()
        return self._held(words, bodies) if bodies else None

    def ruler(self, noun: Token) -> Role | None:
        """ "The prime minister" alone: of the one state among those told of so far that has one."""
        if descriptions.lemma(noun) not in RULERS or not descriptions.definite(noun):
            return None
        words, end = self._asked(noun), noun.sent.end
        if not words or any(self._owner(owner) for owner in owners(noun)):
            return None
        return self._held(words, {s for name, e in self._names if name.start < end for s in self._states(name, e)})

    def _asked(self, noun: Token) -> frozenset[str]:
        return title(noun) if self._day is not None and noun.pos_ in {"NOUN", "PROPN"} else frozenset()

    def _owner(self, token: Token) -> str | None:
        name, nation = self._at.get(token.i), self._known.nation(token)
        return name[0].actor if name else nation.id if nation and token.text[0].isupper() else None

    def _states(self, name: Name, entity: Entity) -> Iterator[str]:
        """The states that a name tells of, be it as a place of theirs."""
        places = (name.place, *self._known.wholes_of(name.place)) if name.place else ()
        yield from (self._known.state_of[place] for place in places if place in self._known.state_of)
        if name.actor and entity.kind == Kind.STATE:
            yield name.actor

    def _held(self, words: frozenset[str], bodies: Set[str]) -> Role | None:
        """The affiliation of the only one who is known to hold the office, in one of the bodies or a part of it."""
        alike = [frozenset({head}) for head in sorted(HEADS)] if words <= HEADS else [words]
        held = [
            role
            for office in alike
            for role in self._known.offices.get(office, ())
            if role.holds(self._day or "") and self._belongs(role, bodies)
        ]
        held = [role for role in held if role.organization in bodies] or held  # not the region's, in the state
        held = [role for role in held if not any(_succeeds(other, role) for other in held)]
        return held[0] if len({role.member for role in held}) == 1 else None

    def _belongs(self, role: Role, bodies: Set[str]) -> bool:
        """Whether a role is in a body, or in a part of it; a mere head of a part is no head of the whole."""
        if role.organization in bodies:
            return True
        heads = words_of(role) <= HEADS
        return not heads and bool(bodies & set(self._known.wholes_of(role.organization)))


def title(noun: Token) -> frozenset[str]:
    """The folded words of the office that a noun tells of, without whose it is; empty where it is nobody's of today."""
    if noun.tag_ in {"NNS", "NNPS"} or descriptions.kind_of(noun) != Kind.PERSON:
        return frozenset()
    own = descriptions.modifiers(noun)
    other = any(c.dep_ == "det" and c.lower_ != "the" for c in noun.children)
    if other or own & ANOTHER or any(c.dep_ == "nummod" or descriptions.restricts(c) for c in noun.children):
        return frozenset()
    behind = {fold(c.text) for c in descriptions.of_which(noun) if c.i == noun.i + 2}  # "secretary of state"
    words = {descriptions.lemma(noun)} | ((own | behind) & PORTFOLIOS)
    same = SAME.get(" ".join(sorted(words)))
    return frozenset(same.split() if same else words)


def _succeeds(other: Role, role: Role) -> bool:
    """Whether another has come into an office since, of one whose end is not known, and which one alone holds."""
    single = not MANY & words_of(role)
    return single and role.until is None and (other.since or "") > (role.since or "") and other.role == role.role


def is_capital(noun: Token) -> bool:
    """Whether it is an office with a capital of its own, and nobody's title: "the Secretary"."""
    if not noun.is_title or noun.pos_ not in {"NOUN", "PROPN"} or noun.is_sent_start:
        return False
    office = descriptions.definite(noun)
    titles = noun.dep_ in {"compound", "flat", "nmod", "appos"} and noun.i < noun.head.i
    return office and not titles and noun.tag_ not in {"NNS", "NNPS"} and descriptions.kind_of(noun) == Kind.PERSON


def owners(noun: Token) -> Iterator[Token]:
    """The words that tell whose an office is: "Iraqi", "Iraq's", "of Iraq"."""
    yield from (c for c in noun.lefts if c.dep_ in NAMING)
    yield from descriptions.of_which(noun)
