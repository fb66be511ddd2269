"""Words that ask for another word: pronouns, titles, appositions, "the ministry", "the country"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import cached_property

from spacy.tokens import Doc, Token

from claimgraph.mentions import (
    bylines,
    descriptions,
    kinds,
    layout,
    pairs,
    pronouns,
    quotes,
    salience,
    tables,
    texts,
    titles,
    voices,
)
from claimgraph.mentions.entities import Entity
from claimgraph.mentions.fold import fold, parts
from claimgraph.mentions.matcher import Matcher
from claimgraph.mentions.names import Name
from claimgraph.mentions.persons import Persons
from claimgraph.model import Kind

REFERS = tables.table_lists("people.toml", "refers", tuple(k.value for k in Kind))
REACH = 14  # tokens that a description may have before the comma and the name
COUNTRY = Kind.STATE
ARMED = frozenset({Kind.ARMED_GROUP, Kind.MILITARY_FORCE})

LETTERED = frozenset({Kind.MEDIA_OUTLET, Kind.POLITICAL_PARTY, Kind.GOVERNMENT_BODY})  # known by letters: "SANA"
GENDERS = {"male": "h", "female": "s"}

Named = tuple[Name, Entity]


class References:
    """Finds, for a word that names nobody itself, the word that does."""

    def __init__(self, doc: Doc, named: list[Named], at: dict[int, Named], matcher: Matcher) -> None:
        """`named`: the article's names; `at`: token -> the name that covers it."""
        self.doc, self._at, self._matcher = doc, at, matcher
        self._names = sorted(named, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [name.start for name, _ in self._names]
        self._by_noun: dict[str, list[Named]] = defaultdict(list)  # of bodies, by the nouns of their names
        self._titles: dict[str, list[Named]] = defaultdict(list)
        for name, entity in self._names:
            for noun in _nouns_of(doc, name) if name.actor else ():
                self._by_noun[noun].append((name, entity))
            for title in {f.title for f in entity.found if f.title}:
                self._titles[title].append((name, entity))

    def ways(self, token: Token) -> list[tuple[str, Token | None]]:
        """The words to ask instead of this one, the best first."""
        if token.pos_ == "PRON" or token.lower_ in pronouns.CLASS or token.tag_ in {"WP", "WDT", "PRP", "PRP$"}:
            return [("reference.pronoun", pronouns.antecedent(token, self._nouns_known))]
        if bylines.is_turn(token):
            return [("reference.turn", bylines.turn(token, self.persons.heads()))]
        if pairs.is_half(token):
            return [("reference.pair", pairs.half(token, self._nouns_known))]
        return [
            ("reference.title", self._titled(token)),
            ("reference.apposition", self._apposed(token)),
            ("reference.called", self._called(token) or self._calling(token)),
            ("reference.text-source", texts.author(token, self._called_so_before(token))),
            ("reference.members", self._group_of(token)),
            ("reference.portion", descriptions.portioned(token)),
            ("reference.named-later", self.persons.named_later(token)),
            ("reference.headline", self.persons.headlined(token, self._nouns_known.headline)),
            ("reference.definite", self._definite(token)),
        ]

    @cached_property
    def persons(self) -> Persons:
        """The persons whom the article names."""
        return Persons(self.doc, self._names, self._matcher)

    @cached_property
    def _nouns_known(self) -> pronouns.Nouns:
        told = quotes.quoted(self.doc), layout.headline(self.doc)
        return pronouns.Nouns(*told, self._agreement, self._whom, self._heads_between)

    @cached_property
    def _nouns(self) -> dict[str, list[Token]]:
        """The nouns of the article by what they call somebody, in its order."""
        found: dict[str, list[Token]] = defaultdict(list)
        for token in self.doc:
            if token.pos_ == "NOUN":
                found[descriptions.called(token)].append(token)
        return found

    def own_voice(self, token: Token) -> Token | None:
        """Who is the article's own "I" or "we": its writer, or who issues it as a statement; None for "you"."""
        if self._nouns_known.quoted[token.i] or token.lower_ in voices.HEARER:
            return None
        issuer = bylines.issuer(self.doc, self._nouns_known.headline)
        return issuer or (bylines.writer(self.doc, self.persons.spans()) if token.lower_ in voices.ONE else None)

    def _titled(self, token: Token) -> Token | None:
        """ "President X": the title's word asks for the person named right behind it."""
        at = titles.after(self.doc, token.i + 1, len(self.doc))
        held = self._at.get(at)
        bound = titles.is_title(token.text) or token.lemma_.lower() in descriptions.PERSONS
        if not held or not bound or held[1].kind != Kind.PERSON or self.doc[at].sent != token.sent:
            return None
        root = self.doc[held[0].head]
        return root if root.head == token or token.head == root or root.head == token.head else None

    def _apposed(self, token: Token) -> Token | None:
        """ "X, a leader of Y": either noun asks for the name."""
        for other in [token.head] if token.dep_ == "appos" else [c for c in token.children if c.dep_ == "appos"]:
            held = self._at.get(other.i)
            if held and held[0].actor and self._same_sort(token, held[1]):
                return other
        return self._named_behind(token)

    def _called(self, token: Token) -> Token | None:
        """ "Zorban Dispatch agency", "the Zorban militia": the noun says once more what the name before it is."""
        at = token.i - 1 - (token.i > 1 and self.doc[token.i - 1].pos_ == "NOUN")
        held = self._at.get(at) if at >= 0 and token.tag_ not in {"NNS", "NNPS"} else None
        if held is None or self.doc[held[0].head].head != token or token.pos_ not in {"NOUN", "PROPN"}:
            return None
        return self.doc[at] if self._calls(token, held[1].kind) else None

    def _calling(self, token: Token) -> Token | None:
        """ "state broadcaster Zorban TV": the noun says first what the name right behind it is."""
        held = self._at.get(token.i + 1) if token.pos_ == "NOUN" and token.tag_ != "NNS" else None
        if held is None or held[1].kind == kinds.PLACE or not held[0].actor:
            return None
        root = self.doc[held[0].head]
        bound = root.head == token or token.head == root
        return root if bound and self._calls(token, held[1].kind) else None

    def _calls(self, token: Token, kind: str) -> bool:
        """Whether a noun, with the word before it, is one for what is of that kind."""
        noun = descriptions.lemma(token)
        pair = f"{fold(self.doc[token.i - 1].text)} {noun}" if token.i else noun
        outlet = kind == Kind.MEDIA_OUTLET and noun in kinds.PLAIN
        return outlet or kind == (kinds.NOUNS.get(pair) or kinds.NOUNS.get(noun)) or kind in REFERS.get(noun, ())

    def _named_behind(self, token: Token) -> Token | None:
        """ "a member of the council, X,": the name behind the comma is the member's."""
        ends = (t.i for t in self.doc[token.i : token.i + REACH] if t.text == "," or t.pos_ == "VERB")
        at = next(ends, len(self.doc))
        held = self._at.get(at + 1)
        if held is None or held[1].kind != Kind.PERSON or descriptions.kind_of(token) != Kind.PERSON:
            return None
        root = self.doc[held[0].head]
        return root if root.dep_ == "appos" and token.i <= root.head.i < at else None

    def _same_sort(self, token: Token, entity: Entity) -> bool:
        kind = descriptions.kind_of(token)
        if token.lower_ == "one":  # "one of them, X"
            return entity.kind == Kind.PERSON
        if kind is None:  # "the operator, Zorban North": what it is, is told by the name alone
            opens = token.pos_ == "NOUN" and any(c.lower_ == "the" for c in token.children)
            return opens and entity.kind in kinds.ALLOWED and entity.kind not in {Kind.PERSON, kinds.PLACE, kinds.THING}
        return (kind == Kind.PERSON) == (entity.kind == Kind.PERSON)

    def _group_of(self, token: Token) -> Token | None:
        """ "Nujaba fighters": the armed group itself."""
        if kinds.NOUNS.get(fold(token.text)) not in ARMED or token.pos_ not in {"NOUN", "PROPN"}:
            return None
        owners = (c for c in token.lefts if c.dep_ in {"compound", "nmod:poss"} and c.i in self._at)
        return next((c for c in owners if self._at[c.i][1].kind in ARMED), None)

    def _definite(self, token: Token) -> Token | None:
        """ "the ministry", "the officials", "the group": who was told of before under that noun."""
        if not descriptions.definite(token) or token.pos_ not in {"NOUN", "PROPN"}:
            return None
        found = self.body(token) or self._entitled(token) or self.described_before(token)
        first = pronouns.window(token, pronouns.BACK, self._nouns_known.quoted)
        return found or self.persons.meant(token, first) or self._of_kind(token)

    def body(self, token: Token) -> Token | None:
        """The one body named before whose name ends in the noun."""
        if descriptions.modifiers(token) or not descriptions.definite(token):
            return None
        same = [n for n, _ in self._by_noun.get(descriptions.lemma(token), ()) if n.end <= token.i]
        if token.tag_ == "NNS":  # "the parties" are no one party
            same = [n for n in same if self.doc[n.end - 1].lower_ == token.lower_]
        return self.doc[same[0].head] if len({n.actor for n in same}) == 1 else None

    def _entitled(self, token: Token) -> Token | None:
        """ "the prime minister": the one person who had that title before."""
        start, end = descriptions.phrase(token)
        words = self.doc[start:end].text.lower()
        titled = (pair for title, pairs in self._titles.items() if title.endswith(words) for pair in pairs)
        held = sorted((n for n, _ in titled if n.end <= token.i), key=lambda n: n.start)
        return self.doc[held[0].head] if len({n.actor for n in held}) == 1 else None

    def described_before(self, token: Token) -> Token | None:
        """The last phrase before with the same noun in the same number, and at least the same describing words."""
        own = descriptions.modifiers(token)
        for other in self._called_so_before(token):
            one = other.head if other.tag_ == "NNS" and other.head.lower_ == "one" else other  # "one of the pilots"
            alike = other.tag_ == token.tag_ or (one is not other and token.tag_ == "NN")
            fits = alike and own <= descriptions.modifiers(other) and _as_many(token, other)
            if fits and not self._apart(token, other) and other.dep_ != "compound" and descriptions.kind_of(other):
                return one if other.tag_ != token.tag_ else other
        return None

    def _apart(self, token: Token, other: Token) -> bool:
        """Whether a phrase tells whose it is, and of another one: "the envoy of Peru" and "Chile's envoy"."""
        own, others = ({self._owner(t) for t in descriptions.owners(noun)} for noun in (token, other))
        return bool(own) and not own & (others | descriptions.modifiers(other))

    def _owner(self, token: Token) -> str:
        held = self._at.get(token.i)
        return (held[0].actor if held else None) or descriptions.lemma(token)

    def _called_so_before(self, token: Token) -> Iterator[Token]:
        """The phrases before with the same noun, the nearest first."""
        same = self._nouns.get(descriptions.called(token), [])
        return reversed(same[: bisect_left(same, token.i, key=lambda t: t.i)])

    def _of_kind(self, token: Token) -> Token | None:
        noun = descriptions.lemma(token)
        if COUNTRY in REFERS.get(noun, ()):
            return self.country(token)
        wanted = REFERS.get(noun, ())
        if token.tag_ == "NNS" and Kind.MILITARY_FORCE not in wanted:
            return None  # "the parties", "the groups" are no single one; "the forces" may be
        told = descriptions.modifiers(token)  # "the armed group", but not just any "income group"
        near = [n for n, e in self._near(token) if n.actor and (e.kind in wanted or _lettered(e, noun))]
        near = [] if told and any(self._at[n.head][1].kind == Kind.ORGANIZATION for n in near) else near
        return self.doc[near[0].head] if len({n.actor for n in near}) == 1 else None

    def country(self, token: Token) -> Token | None:
        """ "the country": the state named last, other than the one that governs the same verb."""
        plain = descriptions.definite(token) and not descriptions.modifiers(token)
        if not plain or COUNTRY not in REFERS.get(descriptions.lemma(token), ()):
            return None
        near = [n for n, e in self._near(token) if e.kind == COUNTRY]
        roots = (self.doc[n.head] for n in reversed(near))
        return next((r for r in roots if not (r.dep_ in salience.SUBJECTS and r.head == token.head)), None)

    def _near(self, token: Token) -> list[Named]:
        """The names in the sentences that a pronoun would look into."""
        first = pronouns.window(token, pronouns.BACK, self._nouns_known.quoted)
        near = self._names[bisect_left(self._starts, first) : bisect_left(self._starts, token.i)]
        return [(n, e) for n, e in near if n.end <= token.i]

    def _agreement(self, noun: Token) -> str:
        """The pronouns that may stand for a noun, as letters."""
        held = self._at.get(noun.i)
        if held:
            name, entity = held
            if name.head != noun.i or name.actor is None:
                return ""
            if entity.kind == Kind.PERSON:
                return GENDERS.get(self.persons.gender(entity), "hs")
            return "t" if noun.tag_ in {"NNPS", "NNS"} or entity.kind == Kind.GROUP else "it"
        if noun.dep_ in {"compound", "flat"}:
            return ""
        kind = descriptions.kind_of(noun)
        if kind == Kind.PERSON:
            named = self._apposed(noun)
            told = self._agreement(named) if named is not None else ""
            if told in GENDERS.values():
                return told
            return GENDERS.get(titles.GENDER.get(descriptions.lemma(noun), ""), "hs")
        if kind is None and self.body(noun) is not None:
            return "it"
        if kind is None and descriptions.lemma(noun) in descriptions.TEXTS:  # "the report is long. It says …"
            return "i" if noun.dep_ == "nsubj" and noun.head.dep_ == "ROOT" and noun.tag_ == "NN" else ""
        return {None: "", Kind.UNNAMED_GROUP: "t"}.get(kind, "it")

    def _whom(self, noun: Token) -> Hashable:
        held = self._at.get(noun.i)
        return held[0].actor if held and held[0].actor else noun.i

    def _heads_between(self, start: int, end: int) -> list[Token]:
        near = self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [self.doc[n.head] for n, _ in near if n.actor and n.acts]


def _nouns_of(doc: Doc, name: Name) -> set[str]:
    """The nouns that a body is called by for short: "Board" of "Relief Board", "Ministry" of "Ministry of Trade"."""
    of = next((t.i for t in doc[name.start + 1 : name.end] if t.lower_ in {"of", "for"}), name.end)
    return {fold(doc[end - 1].lemma_) for end in (name.end, of)}


def _lettered(entity: Entity, noun: str) -> bool:
    """Whether a known body has the noun in another of its names: what is told of by its letters is "the agency"."""
    if entity.entry is None or entity.kind not in LETTERED:
        return False
    return any(parts(label.text)[-1:] == (noun,) for label in (entity.entry.label, *entity.entry.alt_labels))


def _as_many(token: Token, other: Token) -> bool:
    """Whether two phrases may tell of as many: "two men" are not "the three men"."""
    one, two = ({c.lower_ for c in t.children if c.dep_ == "nummod"} for t in (token, other))
    return not one or not two or one == two
