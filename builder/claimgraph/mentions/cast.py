"""The cast of an article: everyone and everything that its words name, refer to or describe."""

from collections.abc import Iterable, Set

from spacy.tokens import Doc, Token

from claimgraph.mentions import descriptions, kinds, names, pronouns, resolve, voices
from claimgraph.mentions.descriptions import Description
from claimgraph.mentions.entities import Entity
from claimgraph.mentions.fold import fold, parts
from claimgraph.mentions.matcher import matcher
from claimgraph.mentions.names import Name
from claimgraph.mentions.offices import OFFICE, Offices, is_capital
from claimgraph.mentions.persons import spoken_for
from claimgraph.mentions.references import References
from claimgraph.model import Actor, Article, Claim, Item, Kind, Mention, Place, Span
from claimgraph.registry import Entry, Registry, Role

BODIES = frozenset({Kind.GOVERNMENT_BODY, Kind.MILITARY_FORCE, Kind.POLITICAL_PARTY, Kind.INTERNATIONAL_ORGANIZATION})

BEHIND = frozenset({"reference.named-later", "reference.headline", "reference.definite"})  # surer: the office's holder
UNTOLD = frozenset({"reference.title", "reference.text-source", "reference.portion"})  # words that do not mention him


def cast(doc: Doc, article: Article, registry: Registry) -> "Cast":
    """Find and resolve the names of an article; `doc` is its body as the pipeline read it."""
    return Cast(doc, article, registry)


class Cast:
    """Answers whom a word speaks of, and keeps the mentions that were asked for beside those of all names."""

    def __init__(self, doc: Doc, article: Article, registry: Registry) -> None:
        """Find the names; descriptions wait until someone asks."""
        self.doc, self.article = doc, article
        self._known = known = matcher(registry)
        self._in_registry = registry.entries
        self._entities: dict[str, Entity] = {}
        self._forms: dict[str, dict[str, bool]] = {}  # id -> form -> whether it is a metonym
        self._names: list[tuple[Name, Entity]] = []
        for entity in resolve.resolve(doc, names.find(doc, known), known, article.id):
            self._add(entity)
        self._at: dict[int, tuple[Name, Entity]] = {}
        for name, entity in sorted(self._names, key=lambda pair: (pair[0].start - pair[0].end, pair[0].start)):
            self._at.update(dict.fromkeys(range(name.start, name.end), (name, entity)))
        self._references = References(doc, self._names, self._at, known)
        self._offices = Offices(self._names, self._at, known, article.issued)
        self._voices: voices.Voices | None = None  # once the claims are known
        self._spokesmen: dict[str, Token] = {}  # id of one without a name -> his noun
        self._described: dict[str, Actor] = {}
        self._items: dict[str, Item] = {}
        self._told: dict[tuple[int, int, str], str] = {}
        self._adjectives: dict[tuple[int, int], str] = {}  # evidence for states that nothing else speaks of
        self._asked: set[tuple[int, int]] = set()
        self._said: tuple[tuple[int, ...], dict[str, set[str]]] = (), {}  # who is told of, after so many questions
        self._tell_of_themselves()

    def _add(self, entity: Entity) -> None:
        for entity_id in (entity.actor, entity.place):
            if entity_id:
                self._entities.setdefault(entity_id, entity)
        for f in entity.found:
            root = f.root(self.doc)
            metonym = bool(entity.entry and f.known and all(k.metonym for k in f.known if k.entry.kind is not None))
            place = entity.place
            acts = entity.actor is not None and (place is None or kinds.acts(root))
            for entity_id, borrowed in ((entity.actor, metonym), (place, False)):
                if entity_id:
                    self._forms.setdefault(entity_id, {}).setdefault(f.text(self.doc), borrowed)
            rule = entity.joined.get(f.start) or ("name.metonym" if metonym and acts else f.rule)
            self._names.append((Name(f.start, f.end, root.i, entity.actor, place, acts, rule), entity))

    def _tell_of_themselves(self) -> None:
        """ "the ministry" is a mention of the one ministry named before, whether or not anyone asks; so is "the Foreign
        Secretary", whose capitals make a name of it.
        """
        nouns = {fold(self.doc[n.end - 1].lemma_) for n, e in self._names if n.actor and e.kind in BODIES}
        for token in self.doc:
            if token.pos_ not in {"NOUN", "PROPN"} or token.i in self._at:
                continue
            body = token.pos_ == "NOUN" and descriptions.lemma(token) in nouns and self._references.body(token)
            if body or is_capital(token):
                self._actor(token, frozenset())

    # Questions ------------------------------------------------------------------------------------------------------

    def name_at(self, token: Token) -> Name | None:
        """The shortest name that covers the token."""
        held = self._at.get(token.i)
        return held[0] if held else None

    def actor(self, token: Token) -> str | None:
        """The id of whom the phrase headed by `token` names, refers to or describes as one who acts; or None."""
        return self._actor(token, frozenset())

    def _actor(self, token: Token, seen: frozenset[int]) -> str | None:
        name = self.name_at(token)
        if name:
            return self._tell(name, name.actor)
        if token.lower_ in voices.FIRST:
            return self._voiced(token)
        if token.i in seen:
            return None
        seen |= {token.i}
        holder = self._offices.holder(token)
        for rule, noun in self._references.ways(token):
            if holder and rule in BEHIND:
                return self._hold(token, holder)
            found = self._actor(noun, seen) if noun is not None else None
            if found:
                return self._refer(token, found, rule)
        ruler = self._offices.ruler(token)
        if ruler:
            return self._hold(token, ruler)
        described = descriptions.describe(token)
        return self._describe(token, described) if described else None

    def _hold(self, token: Token, role: Role) -> str:
        """A mention of the holder, and of the affiliation by which he is known as such."""
        self._enter(self._known.entries[role.member])
        self._refer(token, role.id, OFFICE)
        return self._refer(token, role.member, OFFICE)

    def _enter(self, entry: Entry) -> None:
        """Have one of whom the registry knows and no name tells."""
        made = Entity(parts(entry.label.text), actor=entry.id, kind=entry.kind or "", entry=entry)
        self._entities.setdefault(entry.id, made)

    def hear(self, claims: Iterable[Claim]) -> None:
        """Learn from the claims who speaks in which quotation; before that "we" and "you" in it are nobody."""
        self._voices = voices.Voices(self.article.body, claims)

    def _voiced(self, token: Token) -> str | None:
        """Whom "I", "we" and "you" mean in a quotation: its speaker, or the one to whom it is addressed."""
        self._voices = self._voices or voices.Voices(self.article.body, ())
        voice = self._voices.at(token.idx)
        if token.text == "US":
            return None
        if voice is None:
            own = self._references.own_voice(token)
            found = self._actor(own, frozenset({token.i})) if own is not None else None
        elif token.lower_ in voices.HEARER:
            found = voice.addressees[0] if len(voice.addressees) == 1 else None
        else:
            found = voice.speaker
        if voice is not None and found and token.lower_ in voices.MANY:
            found = self._body_of(found) or found
        return self._refer(token, found, "reference.voice") if found else None

    def _body_of(self, speaker: str) -> str | None:
        """Whom a spokesman speaks for."""
        noun = self._spokesmen.get(speaker) or self._references.persons.spokesman(speaker)
        bodies = (self._actor(t, frozenset()) for t in (spoken_for(noun) if noun is not None else ()))
        return next((b for b in bodies if b and self.kind(b) not in {None, Kind.PERSON, Kind.UNNAMED_GROUP}), None)

    def place(self, token: Token) -> str | None:
        """The id of the place that the phrase headed by `token` names; None where it names none."""
        name = self.name_at(token)
        if name:
            return self._tell(name, name.place)
        country = self._references.country(token)
        return self.place(country) if country is not None else None

    def nation(self, token: Token) -> str | None:
        """The id of the State that an adjective tells of ("the American raid"); None for any other word."""
        entry = self._known.nation(token)
        if entry is None or token.i in self._at or not token.text[0].isupper():
            return None
        self._enter(entry)
        span = self._span(token.i, token.i + 1)
        self._adjectives[span.begin, span.end] = entry.id
        return entry.id

    def wholes_of(self, entity_id: str) -> tuple[str, ...]:
        """The ids of what an actor or a place of the registry is a part of, the closest first."""
        return self._known.wholes_of(entity_id)

    def item(self, token: Token) -> str:
        """The id of the thing that the phrase headed by `token` describes."""
        start, end = descriptions.phrase(token)
        span = self._span(start, end)
        item = Item(f"{self.article.id}/item/{span.begin}-{span.end}", span.text)
        self._items.setdefault(item.id, item)
        self._told.setdefault((span.begin, span.end, item.id), "item.noun-phrase")
        return item.id

    # Records --------------------------------------------------------------------------------------------------------

    def _span(self, start: int, end: int) -> Span:
        begin, last = self.doc[start].idx, self.doc[end - 1]
        return self.article.span(begin, last.idx + len(last))

    def _tell(self, name: Name, entity_id: str | None) -> str | None:
        if entity_id is None:
            return None
        span = self._span(name.start, name.end)
        self._asked.add((name.start, name.end))
        self._told.setdefault((span.begin, span.end, entity_id), name.rule)
        return entity_id

    def _refer(self, token: Token, entity_id: str, rule: str) -> str:
        pronoun = token.pos_ == "PRON" or token.lower_ in pronouns.CLASS
        described = None if pronoun else descriptions.describe(token)
        span = self._span(described.start, described.end) if described else self._span(token.i, token.i + 1)
        if rule not in UNTOLD:
            self._told.setdefault((span.begin, span.end, entity_id), rule)
        return entity_id

    def _describe(self, token: Token, described: Description) -> str:
        span = self._span(described.start, described.end)
        earlier = self._references.described_before(token) if self._bare(token) else None
        if earlier is not None and descriptions.modifiers(earlier) == descriptions.modifiers(token):
            found = self._actor(earlier, frozenset({token.i}))
            if found:
                return self._refer(token, found, "reference.description")
        actor = Actor(f"{self.article.id}/actor/{span.begin}-{span.end}", described.kind, span.text, named=False)
        self._described.setdefault(actor.id, actor)
        if spoken_for(token):
            self._spokesmen.setdefault(actor.id, token)
        self._told.setdefault((span.begin, span.end, actor.id), "description.noun")
        return actor.id

    def _bare(self, token: Token) -> bool:
        """A plural without determiner, told again with the same words."""
        own = descriptions.modifiers(token)
        return token.tag_ == "NNS" and bool(own) and not any(c.dep_ in {"det", "nummod"} for c in token.children)

    def kind(self, entity_id: str) -> Kind | None:
        """The kind of an actor of this cast; None for what is no actor."""
        if entity_id in self._described:
            return self._described[entity_id].kind
        return Kind(self._entities[entity_id].kind) if self._is_actor(entity_id) else None

    def label(self, entity_id: str) -> str:
        """The canonical name, or the describing words; raises KeyError for an id that is not this cast's."""
        local: Actor | Item | None = self._described.get(entity_id) or self._items.get(entity_id)
        if local:
            return local.label
        known = self._in_registry.get(entity_id)
        return known.label.text if known else self._own_forms(entity_id)[0]

    def _labels(self, entity_id: str, said: Set[str]) -> tuple[str, tuple[str, ...]]:
        """The canonical name and the others, of those `said` of this very id: a state's name may not be its place's."""
        if entity_id in self._in_registry:
            return self.label(entity_id), ()
        own = self._own_forms(entity_id)
        borrowed = [form for form in self._forms[entity_id] if form in said]  # all that is said of it
        first, *others = [form for form in own if form in said] or borrowed or own
        return first, tuple(sorted(others))

    def _own_forms(self, entity_id: str) -> list[str]:
        """The forms of a name, the longest first; metonyms ("Paris") only where there is no other."""
        forms = self._forms[entity_id]
        proper = [f for f, borrowed in forms.items() if not borrowed] or list(forms)
        return sorted(proper, key=lambda f: -len(f.split()))

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, in the text's order; a name that nobody asked about has its default reading."""
        told = dict(self._told)
        for name, _ in self._names:
            if (name.start, name.end) not in self._asked:
                span = self._span(name.start, name.end)
                told.setdefault((span.begin, span.end, name.default), name.rule)
        spoken_of = {of for _, _, of in told}
        told |= {(b, e, of): "name.demonym" for (b, e), of in self._adjectives.items() if of not in spoken_of}
        return tuple(Mention(self.article.span(b, e), of, rule) for (b, e, of), rule in sorted(told.items()))

    def _mentioned(self) -> dict[str, set[str]]:
        """The ids of those mentioned, in the text's order, with the words of their mentions."""
        asked = len(self._told), len(self._asked), len(self._adjectives)
        if self._said[0] != asked:
            said: dict[str, set[str]] = {}
            for mention in self.mentions():
                said.setdefault(mention.of, set()).add(mention.span.text)
            self._said = asked, said
        return self._said[1]

    def actors(self) -> tuple[Actor, ...]:
        """Those mentioned, in the text's order. A registry's actor has no other labels here."""
        mentioned = self._mentioned().items()
        return tuple(self._record(i, said) for i, said in mentioned if i in self._described or self._is_actor(i))

    def _is_actor(self, entity_id: str) -> bool:
        return entity_id in self._entities and self._entities[entity_id].actor == entity_id

    def _record(self, entity_id: str, said: Set[str]) -> Actor:
        if entity_id in self._described:
            return self._described[entity_id]
        label, others = self._labels(entity_id, said)
        return Actor(entity_id, Kind(self._entities[entity_id].kind), label, True, others)

    def places(self) -> tuple[Place, ...]:
        """Those mentioned, in the text's order."""
        mentioned = self._mentioned().items()
        found = [(i, said) for i, said in mentioned if i in self._entities and self._entities[i].place == i]
        return tuple(Place(i, *self._labels(i, said)) for i, said in found)

    def items(self) -> tuple[Item, ...]:
        """Those asked for, in the text's order."""
        return tuple(self._items[i] for i in self._mentioned() if i in self._items)
