"""Descriptions of persons who are named: "the Kurdish leader" before, "a border officer … X, the officer," behind."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from claimgraph.mentions import descriptions, spell, tables, titles
from claimgraph.mentions.entities import Entity
from claimgraph.mentions.fold import fold, parts
from claimgraph.mentions.matcher import Matcher, words_of
from claimgraph.mentions.names import Name
from claimgraph.mentions.salience import SPEECH, SUBJECTS
from claimgraph.model import Kind

ROLES = (
    "lawmaker", "politician", "leader", "official", "officer", "commander", "spokesman", "spokeswoman", "cleric",
    "diplomat", "minister", "analyst", "activist", "doctor", "journalist", "lawyer", "elder", "resident",
)  # fmt: skip
LISTS = tables.table_lists("roles.toml", "roles", ROLES)
GENERAL = frozenset(ROLES) - {"minister", "spokesman", "spokeswoman", "doctor", "elder", "resident"}  # need no office
ANOTHER = frozenset({"first", "second", "third", "next", "new", "other", "future", "same", "late", "previous"})
BROAD = frozenset({"politician", "leader", "official"})
NAMES_ONE = frozenset({"compound", "flat", "appos"})
VOICES = tables.words("roles.toml", "voices", "nouns")
FOR = frozenset({"for", "of", "from", "with"})
BEFORE = frozenset({"compound", "flat", "nmod"})
TOLD = frozenset({"appos", "nmod", "acl", "acl:relcl"})
AHEAD = 3  # sentences in which someone told of by a description is named
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "sir"})  # titles that tell of no office
KIN = tables.words("roles.toml", "kin", "nouns")
OFFICE = tables.words("verbs.toml", "office", "holds")


class Persons:
    """The persons named in an article, with all the nouns and titles that each is called by."""

    def __init__(self, doc: Doc, named: Sequence[tuple[Name, Entity]], matcher: Matcher) -> None:
        """`named`: the article's names in its order."""
        self._doc, self._matcher = doc, matcher
        self._named = [(name, entity) for name, entity in named if entity.kind == Kind.PERSON and name.actor]
        self._starts = [name.start for name, _ in self._named]
        self._heads = {name.head for name, _ in self._named}
        self._ends = [sentence.end for sentence in doc.sents]
        self._nouns: dict[str, set[str]] = {}
        self._bodies: dict[str, set[str]] = {}
        for name, entity in self._named:
            words = (w for f in entity.found for w in f.title.replace(".", "").split())
            nouns = (descriptions.lemma(t) for t in _called(doc[name.head]))
            self._nouns.setdefault(name.actor or "", set()).update(map(fold, words), nouns)
        for person, own in self._nouns.items():
            for role in matcher.roles_of.get(person, ()):
                own.update(words_of(role))
                self._bodies.setdefault(person, set()).add(role.organization)

    def heads(self) -> list[Token]:
        """The heads of the names of persons, in the text's order."""
        return [self._doc[name.head] for name, _ in self._named]

    def spans(self) -> list[tuple[int, int]]:
        """The tokens [start, end) of the names of persons, in the text's order."""
        return [(name.start, name.end) for name, _ in self._named]

    def gender(self, entity: Entity) -> str:
        """ "male", "female" or "", as the titles tell, or else the given name, or else the nouns."""
        given = spell.gender(entity.key[0]) if len(entity.key) > 1 else ""
        nouns = {titles.GENDER[n] for n in self._nouns.get(entity.actor or "", ()) if n in titles.GENDER}
        return entity.gender or given or (nouns.pop() if len(nouns) == 1 else "")

    def spokesman(self, person: str) -> Token | None:
        """The noun that calls a person the spokesman of somebody; None where none does."""
        nouns = (t for name, _ in self._named if name.actor == person for t in _called(self._doc[name.head]))
        return next((t for t in nouns if descriptions.lemma(t) in VOICES), None)

    def meant(self, token: Token, first: int) -> Token | None:
        """Who of those named from token `first` on, before this sentence, is "the lawmaker", "the Kurdish leader"."""
        noun = descriptions.lemma(token)
        if noun not in LISTS or token.tag_ == "NNS" or descriptions.kind_of(token) != Kind.PERSON:
            return None
        if any(c.dep_ in {"nmod", "acl", "nmod:poss", "conj"} or descriptions.restricts(c) for c in token.children):
            return None
        if ANOTHER & descriptions.modifiers(token):
            return None
        near = [n for n, _ in self._between(first, token.sent.start) if self._of_nation(token, n.actor or "")]
        called = [n for n in near if self._is_called(n.actor or "", noun)]
        unsaid = [n for n in near if not self._nouns[n.actor or ""] - COURTESY and self._doc[n.head].dep_ in SUBJECTS]
        several = called or (unsaid if noun in GENERAL else [])
        return self._doc[several[-1].head] if len({n.actor for n in several}) == 1 else None

    def _is_called(self, person: str, noun: str) -> bool:
        own = self._nouns[person]
        if noun in own or any(noun in LISTS.get(other, ()) for other in own):
            return True
        return any((set(LISTS[noun]) & set(LISTS.get(other, ()))) - BROAD for other in own)

    def _of_nation(self, token: Token, person: str) -> bool:
        """Whether a description that tells of a state ("the Syrian leader") can be a known person's."""
        told = set(self._states(token))
        if not told:
            return True
        if person not in self._matcher.entries:
            names = (self._doc[name.head] for name, _ in self._named if name.actor == person)
            own = {state for name in names for noun in _called(name) for state in self._states(noun)}
            return not own or bool(told & own)
        return any(told & {body, *self._matcher.wholes_of(body)} for body in self._bodies.get(person, ()))

    def _states(self, noun: Token) -> Iterator[str]:
        """The ids of the states that a description tells of: "the Syrian leader", "Syria's leader"."""
        for child in noun.lefts:
            state = self._matcher.nation(child) if child.dep_ == "amod" else None
            known = self._matcher.index.get(parts(child.text), ()) if child.dep_ == "nmod:poss" else ()
            yield from (e.id for e in (state, *(k.entry for k in known)) if e is not None and e.kind == Kind.STATE)

    def named_later(self, token: Token) -> Token | None:
        """The person whom "a border officer of the council" turns out to be.

        Someone named for the first time in the next sentences: as "X, the officer", or as the next one who speaks,
        where the officer has spoken and X is not called by anything else. "Her brother" needs her family's name.
        """
        if descriptions.kind_of(token) != Kind.PERSON or token.dep_ not in SUBJECTS | {"obl", "obl:agent"}:
            return None
        kin = descriptions.lemma(token) in KIN and any(c.dep_ == "nmod:poss" for c in token.children)
        if not kin and not descriptions.introduces(token):
            return None
        own = bisect_right(self._ends, token.i)
        ends = self._ends[own : own + AHEAD + 1]
        for name, entity in self._between(ends[0], ends[-1]):
            if name.start == entity.found[0].start and self._may_be(token, entity, kin):
                head, next_one = self._doc[name.head], name.start < ends[1]
                if self._is_again(head, token) or (next_one and self._speaks_on(head, entity, token)):
                    return head
        return None

    def headlined(self, token: Token, headline: int) -> Token | None:
        """Who below is "commander" in "Raid failed, commander says": the first told of, or named, under that noun.

        `headline`: the token behind it. Someone told of as new, or the only one who is so called.
        """
        if token.i >= headline or descriptions.kind_of(token) != Kind.PERSON or token.tag_ in {"NNS", "NNPS"}:
            return None
        if any(c.dep_ in {"det", "nmod:poss", "conj", "nummod"} for c in token.children):
            return None
        at, noun = bisect_right(self._ends, headline + 1), descriptions.called(token)
        ends = self._ends[at : at + AHEAD + 1]
        body = self._doc[headline : ends[-1]] if ends else ()
        new = (t for t in body if descriptions.introduces(t) and noun in _nouns(t) and _says(t))
        named = [n for n, _ in self._between(headline, ends[-1] if ends else headline)]
        called = [n for n in named if self._is_called(n.actor or "", noun)] if noun in LISTS else []
        only = self._doc[called[0].head] if len({n.actor for n in called}) == 1 else None
        return next(new, None) or only

    def _may_be(self, token: Token, entity: Entity, kin: bool) -> bool:
        """Whether he or she fits what the noun tells of the sex, and kin bears the name of someone told of before."""
        sexes = {titles.GENDER.get(descriptions.lemma(token), ""), self.gender(entity)} - {""}
        return len(sexes) < 2 and (not kin or self._family_before(token, entity))

    def _family_before(self, token: Token, entity: Entity) -> bool:
        """Whether somebody told of up to this sentence has a person's last name."""
        before = self._named[: bisect_left(self._starts, token.sent.end)]
        return any(len(e.key) > 1 and e.key[-1] == entity.key[-1] for _, e in before)

    def _between(self, start: int, end: int) -> list[tuple[Name, Entity]]:
        """The names that begin in the tokens [start, end)."""
        return self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_again(self, name: Token, token: Token) -> bool:
        """ "X, the officer": the same noun, as one told of."""
        again = [descriptions.lemma(noun) for noun in _called(name) if descriptions.definite(noun)]
        return any(noun == first or noun in LISTS.get(first, ()) for noun in again for first in _nouns(token))

    def _speaks_on(self, name: Token, entity: Entity, token: Token) -> bool:
        """The next one to speak is who spoke before, if nothing else is said of who he is."""
        if not _says(token) or not _says(name) or any(t.i in self._heads for t in token.sent if t.dep_ in SUBJECTS):
            return False
        own = self._nouns[entity.actor or ""] - COURTESY
        fits = not own or any(noun in LISTS and self._is_called(entity.actor or "", noun) for noun in _nouns(token))
        told = [c for c in name.children if c.dep_ in TOLD and c.i > name.i and not _serves(c)]
        return fits and (not told or self._share_a_name(token, told))

    def _share_a_name(self, token: Token, told: Iterable[Token]) -> bool:
        """Whether what is told of a person names the body that the description names: "of the council"."""
        own = {t.lower_ for t in token.subtree if t.pos_ == "PROPN"}
        return any(t.lower_ in own for phrase in told for t in phrase.subtree if t.pos_ == "PROPN")


def spoken_for(noun: Token) -> list[Token]:
    """Whose spokesman a noun tells of: "a spokesman for the board", "the board's spokesman", "board spokesman"."""
    if descriptions.lemma(noun) not in VOICES:
        return []
    of = [c for c in noun.rights if c.dep_ == "nmod" and FOR & {g.lower_ for g in c.children if g.dep_ == "case"}]
    return of + [c for c in noun.lefts if c.dep_ in {"nmod:poss", "compound"}]


def _called(name: Token) -> Iterator[Token]:
    """The nouns that say who bears a name: "X, a lawmaker", "the lawmaker, X", "X is a lawmaker", "lawmaker X"."""
    yield from (c for c in name.children if c.dep_ == "appos" or (c.dep_ in BEFORE and c.i < name.i))
    behind = name.dep_ == "appos" or name.head.i < name.i  # not "X's chairman", "the X chairman"
    if (name.dep_ in NAMES_ONE and behind) or (
        name.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in name.head.children)
    ):
        yield name.head


def _serves(told: Token) -> bool:
    """ "who heads the guards", "who left the ministry": a clause on the office that somebody holds or held."""
    return told.dep_ == "acl:relcl" and told.lemma_ in OFFICE


def _nouns(token: Token) -> set[str]:
    """The noun that a description goes by: "commander" of "one of its commanders", too."""
    return {descriptions.called(t) for t in (token, *descriptions.of_which(token))}


def _says(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in SPEECH
