"""The registry's names, and the world's, in a `Doc`: one look-up per run of words, longest name first.

The index is built once per registry. A name is compared by its folded words, so it makes no difference how many
names there are.
"""

import re
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.mentions import english, spell, world
from claimgraph.mentions.fold import ARTICLES, HYPHENS, Key, fold, is_article, parts, spellings
from claimgraph.model import Kind
from claimgraph.registry import Entry, Label, Registry, Role
from claimgraph.slugs import slug

BREAK = ""  # a word that no name holds
APOSTROPHES = frozenset("'’")
OWNING = APOSTROPHES | {"'s", "’s", "'S", "’S", "s"}
JOINING = HYPHENS | OWNING | {case(word) for word in ARTICLES for case in (str.lower, str.title, str.upper)}
ACRONYM = 5  # letters: shorter words in capitals are names only in capitals


@dataclass(frozen=True)
class Known:
    """What a name stands for: actors, and places."""

    entry: Entry
    label: str
    metonym: bool = False

    @cached_property
    def article(self) -> str:
        """The article of a name that is one word with it: "al" of "Al-Monitor", "the" of "The Guardian"; or ""."""
        found = re.fullmatch(r"(\w+)([\s\-])[^\s\-]+", self.label)
        word = found[1].lower() if found else ""
        return word if found and (word == "the" or is_article(word, True, found[2] in HYPHENS)) else ""

    @cached_property
    def strict(self) -> bool:
        """Whether the name counts only in its own case: "US", "IS", "PMF"."""
        letters = [c for c in self.label if c.isalpha()]
        return " " not in self.label and len(letters) <= ACRONYM and all(c.isupper() for c in letters)


class Match(NamedTuple):
    """The tokens [start, end) with the entries that bear their name."""

    start: int
    end: int
    known: tuple[Known, ...]


def words_of(role: Role) -> frozenset[str]:
    """The folded words of what a role is called."""
    return frozenset(map(fold, (role.role or "").split()))


class Matcher:
    """Finds the names of one registry, and of the countries and regions that it does not know."""

    def __init__(self, registry: Registry) -> None:
        """Index all labels and metonyms; names of one word in lower case are no names."""
        self.index: dict[Key, list[Known]] = {}
        self.demonyms: dict[str, Entry] = {}
        self.entries: dict[str, Entry] = dict(registry.entries)
        self.offices: dict[frozenset[str], list[Role]] = {}  # by the words of the role
        for entry in registry.entries.values():
            self._add(entry)
        self.roles_of: dict[str, list[Role]] = {}  # by the member
        for role in registry.roles:
            self.roles_of.setdefault(role.member, []).append(role)
            self.offices.setdefault(words_of(role), []).append(role)
        self._add_world()
        self._sounds: dict[str, dict[str, Known]] = {}
        for name, bearers in self.index.items():
            for known in bearers if len(name) > 1 else ():
                self._sounds.setdefault(spell.whole(name), {}).setdefault(known.entry.id, known)
        self.longest: dict[str, int] = {}
        for key in self.index:
            self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def _add(self, entry: Entry) -> None:
        labels = [(entry.label.text, False), *((a.text, False) for a in entry.alt_labels)]
        for label, metonym in labels + [(m, True) for m in entry.metonyms]:
            for key in spellings(label):
                self.index.setdefault(key, []).append(Known(entry, label, metonym))
        for demonym in entry.demonyms:
            self.demonyms.setdefault(fold(demonym), entry)

    def nation(self, token: Token) -> Entry | None:
        """The state whose adjective a word is, or ends: "Iraqi", "South Korean"."""
        return self.demonyms.get(self._two_words(token)) or self.demonyms.get(fold(token.text))

    def begins(self, adjective: Token) -> int:
        """The position of the first word of a state's adjective: of "Korean" in "South Korean" that of "South"."""
        return adjective.i - (self._two_words(adjective) in self.demonyms)

    def _two_words(self, token: Token) -> str:
        before = token.nbor(-1).text if token.i else ""
        return fold(f"{before} {token.text}") if before[:1].isupper() else ""

    def _add_world(self) -> None:
        for country in world.countries():
            self._add_country(country)
        for region in world.regions():
            if parts(region) not in self.index:
                self._enter(Entry(f"place/{slug(region)}", None, Label(region)))

    def _add_country(self, country: world.Country) -> None:
        taken = [k.entry for n in country.names for k in self.index.get(parts(n), ()) if not k.metonym]
        states = [e for e in taken if e.kind == Kind.STATE]
        place = next((e for e in taken if e.kind is None), None)
        if not taken or not (states or place):
            names = tuple(Label(n) for n in country.names if parts(n) not in self.index)
            if not names:
                return
            where = Entry(f"place/{slug(country.name)}", None, names[0], names[1:])
            metonyms = (country.capital,) if country.capital and parts(country.capital) not in self.index else ()
            of = Entry(
                f"actor/state/{slug(country.name)}", Kind.STATE, names[0], names[1:], metonyms, territory=where.id
            )
            self._enter(where)
            self._enter(of)

    def _enter(self, entry: Entry) -> None:
        self.entries[entry.id] = entry
        self._add(entry)

    @cached_property
    def state_of(self) -> dict[str, str]:
        """place id -> the state whose territory it is."""
        return {e.territory: e.id for e in self.entries.values() if e.territory}

    def wholes_of(self, entity_id: str) -> tuple[str, ...]:
        """The ids of what an actor or a place is a part of, the closest first."""
        found: list[str] = []
        known = self.entries.get(entity_id)
        while known and known.part_of and known.part_of not in found:
            found.append(known.part_of)
            known = self.entries.get(known.part_of)
        return tuple(found)

    def known(self, name: str) -> tuple[Known, ...]:
        """The entries that bear a name."""
        return tuple(self.index.get(parts(name), ()))

    def sounding(self, name: Key) -> tuple[Known, ...]:
        """The one entry that bears a name of several words in another transliteration."""
        found = tuple(self._sounds.get(spell.whole(name), {}).values()) if len(name) > 1 else ()
        return found if len(found) == 1 and not found[0].metonym else ()

    def find(self, doc: Doc) -> Iterator[Match]:
        """The longest names from left to right, none overlapping another."""
        words = _words(doc)
        folded = tuple(word for word, _, _ in words)
        at = 0
        while at < len(words):
            match = self._at(doc, words, folded, at) if folded[at] in self.longest else None
            if match:
                yield match[0]
            at += match[1] if match else 1

    def _at(self, doc: Doc, words: list[tuple[str, int, int]], folded: Key, at: int) -> tuple[Match, int] | None:
        for size in range(min(self.longest[folded[at]], len(words) - at), 0, -1):
            key = folded[at : at + size]
            if key in self.index:
                start, end = words[at][1], words[at + size - 1][2]
                found = self.index[key]
                if any(t.tag_ == "POS" for t in doc[start:end]):  # "Iraq's Army" is no name, "People's Army" is one
                    found = [k for k in found if not APOSTROPHES.isdisjoint(k.label)]
                known = tuple(k for k in found if _fits(k, [doc[w[2] - 1] for w in words[at : at + size]], doc[start]))
                if known:
                    return Match(start, end, known), size
        return None


def _words(doc: Doc) -> list[tuple[str, int, int]]:
    """(folded word, first token, token after it), without hyphens and possessives; an article belongs to its word."""
    words = []
    start: int | None = None
    for at, text in enumerate([token.text for token in doc]):
        if text in JOINING and (joins := _joins(doc, at, text)):
            start = at if joins == "article" and start is None else start
        else:
            words.append((fold(text) or BREAK, at if start is None else start, at + 1))
            start = None
    return words


def _joins(doc: Doc, at: int, text: str) -> str:
    """What a short token is that is no word of a name by itself: "hyphen", "possessive", "article"; or ""."""
    if text in HYPHENS and at and not doc[at].whitespace_ and not doc[at - 1].whitespace_:
        return "hyphen"
    if text in OWNING and (doc[at].tag_ == "POS" or len(text) > 1):
        return "possessive"
    if text.lower() in ARTICLES and at + 1 < len(doc):
        hyphen = doc[at + 1].text in HYPHENS and not doc[at].whitespace_
        return "article" if is_article(text, hyphen or doc[at + 1].is_title, hyphen) else ""
    return ""


def _fits(known: Known, tokens: list[Token], first: Token) -> bool:
    """Whether the text's case lets these words be this name; `first`: its article, where it has one."""
    if known.article and first == tokens[0] and not _may_lack(known.article, first):
        return False
    if known.strict:
        shouted = tokens[0].is_sent_start is not None and tokens[0].sent.text.isupper()
        text = tokens[0].text
        return (text.isupper() or (text.istitle() and len(text) > 3)) and (not shouted or tokens[0].pos_ == "PROPN")
    if len(tokens) == 1:
        return tokens[0].text[:1].isupper() and (tokens[0].pos_ == "PROPN" or not opens(tokens[0]))
    return any(t.text[:1].isupper() for t in tokens) or any(t.pos_ == "PROPN" for t in tokens)


def _may_lack(article: str, token: Token) -> bool:
    """Whether a name may stand without its article: "Nusra", but not "Monitor", nor "Desert Ahad" for "al-Ahad"."""
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ == article:
        return True
    joined = token.dep_ in {"compound", "flat"} and token.head == before
    bound = (
        before is not None
        and before.pos_ == "PROPN"
        and before.text[0].isupper()
        and (joined or (before.dep_ == "compound" and before.head == token))
    )
    return not (bound or english.is_common(token.lower_))


def opens(token: Token) -> bool:
    """Whether any word would have a capital here."""
    before = token.doc[token.i - 1] if token.i else None
    return before is None or bool(token.is_sent_start) or before.is_quote or before.text == ":" or before.is_space


_BUILT: dict[int, tuple["weakref.ref[Registry]", Matcher]] = {}


def matcher(registry: Registry) -> Matcher:
    """The matcher of a registry, built at its first use and kept as long as the registry lives."""
    key = id(registry)
    held = _BUILT.get(key)
    if held is None or held[0]() is not registry:
        held = _BUILT[key] = (weakref.ref(registry, lambda _: _BUILT.pop(key, None)), Matcher(registry))
    return held[1]
