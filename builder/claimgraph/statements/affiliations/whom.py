"""Which of the phrases that may tell of a member and an organization do, by what they name."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.mentions import descriptions
from claimgraph.mentions.cast import Cast
from claimgraph.mentions.fold import fold
from claimgraph.model import Kind
from claimgraph.statements.affiliations import candidate
from claimgraph.statements.affiliations.candidate import Candidate
from claimgraph.statements.affiliations.offices import offices
from claimgraph.statements.syntax import case_of, lemma

ORGANIZATIONS = frozenset(Kind) - {Kind.ACTOR, Kind.PERSON, Kind.GROUP, Kind.UNNAMED_GROUP}
LEGISLATURES = frozenset({"parliament", "congress", "senate", "knesset", "majlis", "representatives"})
INSIDE = frozenset({"in", "at", "inside"})  # 'the commander in Iraq' is no commander of the state
JOINING = frozenset({"join", "belong"})  # what bodies do, too


class Resolved(NamedTuple):
    """The ids of a member and an organization, the words that name them, and the rule by which they are such."""

    member: str
    member_at: Token
    organization: str
    organization_at: Token
    rule: str


class Whom:
    """Asks the cast of one article, and only where an answer would make an affiliation."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        """Look for the legislatures that the article names."""
        self._cast = cast
        named = {name.actor for token in doc if (name := cast.name_at(token)) and name.actor}
        bodies = sorted(a for a in named if cast.kind(a) == Kind.GOVERNMENT_BODY and _legislates(cast.label(a)))
        self._legislature = bodies[0] if len(bodies) == 1 else None

    def resolve(self, one: Candidate) -> Resolved | None:
        """The member and the organization of a candidate, where it has both; a word of a name tells of no role."""
        if one.role is not None and self._cast.name_at(one.role) is not None:
            return None
        for phrase in one.organizations:
            if self._may_have(one, phrase):
                member = self._member(one, phrase)
                organization = self._organization(phrase) if member else None
                if member and organization and member[0] != organization:
                    return Resolved(*member, organization, phrase, one.rule)
        return self._legislator(one)

    def place(self, one: Candidate, organization: Token) -> str | None:
        """The named place in which the role is held."""
        for phrase in one.places:
            name = self._cast.name_at(phrase)
            if phrase != organization and name is not None and name.place:
                return self._cast.place(phrase)
        return None

    def _may_have(self, one: Candidate, phrase: Token) -> bool:
        """Whether a phrase can tell of the organization: looked at without asking, for who asks makes a mention."""
        name = self._cast.name_at(phrase)
        if name is None and phrase.dep_ == "amod":
            return one.role is not None and lemma(one.role) in offices().nouns.states and phrase.text[0].isupper()
        if name is None:
            described = descriptions.kind_of(phrase)
            alone = phrase.dep_ not in {"compound", "amod"}  # 'the militia general' is of no militia told of
            told = phrase.pos_ == "PRON" or described in ORGANIZATIONS or descriptions.definite(phrase)
            return (alone and told) or self._named(phrase) is not None
        kind = self._cast.kind(name.actor) if name.actor else None
        if kind == Kind.STATE and (case_of(phrase) in INSIDE or one.rule == candidate.ORIGIN):
            return False
        return kind in ORGANIZATIONS

    def _named(self, phrase: Token) -> str | None:
        """The body that a phrase names, if only by a word before its noun: "the Falcon militia"."""
        before = phrase.doc[phrase.i - 1] if phrase.i and phrase.pos_ == "NOUN" else phrase
        own = before.head == phrase or before.head.head == phrase  # not "he told the council" of "council"
        name = self._cast.name_at(phrase) or (self._cast.name_at(before) if own else None)
        body = name.actor if name is not None else None
        return body if body and self._cast.kind(body) in ORGANIZATIONS else None

    def _organization(self, phrase: Token) -> str | None:
        found = self._cast.nation(phrase) if phrase.dep_ == "amod" and not self._cast.name_at(phrase) else None
        inner = phrase.doc[phrase.i - 1] if not self._cast.name_at(phrase) and self._named(phrase) else phrase
        found = found or self._cast.actor(inner)
        return found if found and self._cast.kind(found) in ORGANIZATIONS else None

    def _member(self, one: Candidate, organization: Token) -> tuple[str, Token] | None:
        for phrase in one.members:
            name = self._cast.name_at(phrase)
            if one.rule in {candidate.TITLE, candidate.ORIGIN} and phrase != one.role and name is None:
                continue
            if phrase == one.role and not self._tells_of_someone(one.role, organization):
                continue
            found = self._cast.actor(phrase)
            if found and self._can_be(one, phrase, found):
                return found, phrase
        return None

    def _can_be(self, one: Candidate, phrase: Token, member: str) -> bool:
        """Whether an actor of that kind has such a role: persons have any, bodies are parts and members of others."""
        kind = self._cast.kind(member)
        if kind in ORGANIZATIONS:
            of_bodies = one.role is not None and lemma(one.role) in offices().nouns.bodies | JOINING
            return of_bodies and phrase != one.role
        return kind == Kind.PERSON or (kind == Kind.UNNAMED_GROUP and one.rule != candidate.ORIGIN)

    def _tells_of_someone(self, noun: Token, organization: Token) -> bool:
        """Whether a description without a name is of someone with an office in a named body, not of the body's people.

        'A spokesman for the Board' and 'lawmakers of the Party' are; 'Brigade fighters' and 'US officials' are not.
        """
        body = self._named(organization)
        if body is None or self._cast.kind(body) == Kind.STATE:
            return False
        plural = noun.tag_ in {"NNS", "NNPS"}
        nouns = offices().nouns
        return lemma(noun) not in nouns.bodies - nouns.ranks and not (plural and lemma(noun) in nouns.ranks)

    def _legislator(self, one: Candidate) -> Resolved | None:
        """ "Two lawmakers left": of the one legislature that the article names."""
        noun = one.role
        legislates = noun is not None and lemma(noun) in offices().nouns.legislators
        if noun is None or self._legislature is None or not legislates or any(map(self._other_state, noun.lefts)):
            return None
        for phrase in one.members:
            member = self._cast.actor(phrase)
            if member and self._cast.kind(member) in {Kind.PERSON, Kind.UNNAMED_GROUP}:
                return Resolved(member, phrase, self._legislature, noun, candidate.LEGISLATOR)
        return None

    def _other_state(self, word: Token) -> bool:
        """Whether a word before a noun is a name or an adjective of a state that the legislature is not of."""
        name = self._cast.name_at(word)
        state = name.actor if name else self._cast.nation(word) if word.dep_ == "amod" else None
        return state is not None and state not in self._cast.wholes_of(self._legislature or "")


def _legislates(label: str) -> bool:
    words = {fold(word) for word in label.split()}
    return bool(words & LEGISLATURES) or {"national", "assembly"} <= words
