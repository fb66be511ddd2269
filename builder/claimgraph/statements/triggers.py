"""The words that tell of events: `triggers.toml` and files of the same form that a user adds, read and checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from claimgraph.errors import InputError
from claimgraph.model import Source, Use
from claimgraph.statements.checked import checked
from claimgraph.statements.lexicon import Lemma, Preposition

TRIGGERS = Path(__file__).with_name("triggers.toml")

Role = Literal["agent", "patient", "recipient", "instrument", "location", "origin", "destination"]
PLACES = {"subject", "object", "recipient", "poss", "modifier", "task", "across", "using", *get_args(Preposition)}
Frame = Mapping[str, str]
Words = frozenset[str]


def _one_word(word: str) -> str:
    if any(character.isspace() for character in word):
        raise ValueError(f"{word!r} is more than one word")
    return word


def _place(name: str) -> str:
    if name not in PLACES:
        raise ValueError(f"{name!r} is no grammatical place: use one of {', '.join(sorted(PLACES))}")
    return name


Place = Annotated[str, AfterValidator(_place)]
Word = Annotated[Lemma, AfterValidator(_one_word)]
Listed = frozenset[Word]  # words, and "@name" for the set of that name


class _Entry(BaseModel):
    """Words of one behaviour; the keys are told in `triggers.toml`, unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lemmas: tuple[Word, ...] = Field(min_length=1)
    type: str | None = None
    frame: str | None = None
    preposition: frozenset[Preposition] = frozenset()
    needs: frozenset[Role] = frozenset()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if again := [w for k, w in enumerate(self.lemmas) if w in self.lemmas[:k]]:
            raise ValueError(f"{again[0]!r} stands twice in lemmas")
        if self.model_fields_set != {"lemmas"} and None in (self.type, self.frame):
            raise ValueError("an entry wants type and frame, or lemmas alone, which switches them off")
        return self


class _Verb(_Entry):
    particle: frozenset[Word] = frozenset()
    phrase: Listed = frozenset()
    not_phrase: Listed = frozenset()
    object: Listed = frozenset()
    not_object: Listed = frozenset()
    subject: Listed = frozenset()


class _Noun(_Entry):
    modifier: Listed = frozenset()
    not_modifier: Listed = frozenset()
    case: frozenset[Preposition] = frozenset()
    not_case: frozenset[Preposition] = frozenset()
    of: Listed = frozenset()
    plural: bool = False


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    frames: Mapping[str, Mapping[Place, Role | Literal["of_agent"]]] = {}
    sets: Mapping[str, frozenset[Word]] = {}
    verb: tuple[_Verb, ...] = ()
    noun: tuple[_Noun, ...] = ()


class _Light(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    verbs: frozenset[Word]
    suffered: frozenset[Word]
    joining: frozenset[Word]
    happening: frozenset[Word]


class _Shipped(_File):
    broader: Mapping[str, str]
    light: _Light


@dataclass(frozen=True)
class Trigger:
    """What a word stands for where its conditions hold; an empty set is no condition."""

    type: str
    frame: Frame  # grammatical place -> role
    particle: Words = frozenset()
    preposition: Words = frozenset()
    phrase: Words = frozenset()
    not_phrase: Words = frozenset()
    object: Words = frozenset()
    not_object: Words = frozenset()
    subject: Words = frozenset()
    modifier: Words = frozenset()
    not_modifier: Words = frozenset()
    case: Words = frozenset()
    not_case: Words = frozenset()
    of: Words = frozenset()
    needs: Words = frozenset()
    plural: bool = False

    @property
    def weight(self) -> int:
        """The number of positive conditions: what asks for more is tried first."""
        of_verb = (self.particle, self.preposition, self.phrase, self.object, self.subject)
        return sum(map(bool, (*of_verb, self.modifier, self.case, self.of))) + self.plural


@dataclass(frozen=True)
class Triggers:
    """All triggers by lemma, those with more conditions first, and the word sets that other rules share."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    sets: Mapping[str, Words]
    light: Words
    suffered: Words
    joining: Words
    happening: Words
    broader: Mapping[str, str]  # class -> the one above
    sources: tuple[Source, ...] = field(default=(), compare=False)  # the files that were added

    def lineage(self, type_: str) -> tuple[str, ...]:
        """The class and those above it, the narrowest first and `Event` last."""
        above = self.broader.get(type_)
        return (type_, *self.lineage(above)) if above else (type_,)


@dataclass(frozen=True)
class _Known:
    """What the entries of a file may name."""

    types: Iterable[str]
    frames: Mapping[str, Frame]
    sets: Mapping[str, Words]


@cache
def triggers(*added: Path) -> Triggers:
    """The shipped triggers, with those of files that are added.

    A lemma's entries in a later file replace its earlier ones of the same part of speech; one that gives nothing but
    lemmas switches them off. What a file calls like a shipped set adds words to it, what it calls like a shipped frame
    takes its place, both for the file's own entries. Raises InputError where one is no file of triggers, with the place
    in it.
    """
    base, _ = checked(TRIGGERS, _Shipped, Use.TRIGGERS)
    more = [(path, *checked(path, _File, Use.TRIGGERS)) for path in added]
    verbs: dict[str, tuple[Trigger, ...]] = {}
    nouns: dict[str, tuple[Trigger, ...]] = {}
    for path, file in [(TRIGGERS, base), *((path, file) for path, file, _ in more)]:
        own = {name: words | base.sets.get(name, frozenset()) for name, words in file.sets.items()}
        known = _Known(base.broader, {**base.frames, **file.frames}, {**base.sets, **own})
        verbs |= _by_lemma(file.verb, known, f"{path}: verb")
        nouns |= _by_lemma(file.noun, known, f"{path}: noun")
    light, sources = base.light, tuple(source for *_, source in more)
    lists = (base.sets, light.verbs, light.suffered, light.joining, light.happening)
    return Triggers(verbs, nouns, *lists, base.broader, sources)


def shipped() -> Triggers:
    """The triggers that come with the package."""
    return triggers()


def _by_lemma(entries: Iterable[_Entry], known: _Known, where: str) -> dict[str, tuple[Trigger, ...]]:
    """Each lemma's triggers; none where it is switched off."""
    found: dict[str, list[Trigger]] = {}
    for number, entry in enumerate(entries):
        trigger = _trigger(entry, known, f"{where}.{number}")
        for lemma in entry.lemmas:
            found.setdefault(lemma, []).extend(filter(None, [trigger]))
    return {lemma: tuple(sorted(several, key=lambda t: -t.weight)) for lemma, several in found.items()}


def _trigger(entry: _Entry, known: _Known, where: str) -> Trigger | None:
    if entry.type is None or entry.frame is None:
        return None
    if entry.type not in known.types:
        raise InputError(f"{where}.type: the ontology has no class of events {entry.type!r}")
    if entry.frame not in known.frames:
        frames = ", ".join(known.frames)
        raise InputError(f"{where}.frame: there is no frame {entry.frame!r}: use one of {frames}, or describe it")
    asked: dict[str, Any] = {
        name: asked if isinstance(asked, bool) else _words(asked, known.sets, f"{where}.{name}")
        for name, asked in entry
        if name not in {"lemmas", "type", "frame"}
    }
    return Trigger(entry.type, known.frames[entry.frame], **asked)


def _words(words: Iterable[str], sets: Mapping[str, Words], where: str) -> Words:
    """The words with every '@name' replaced by the set of that name."""
    found: set[str] = set()
    for word in words:
        if word.startswith("@") and word[1:] not in sets:
            raise InputError(f"{where}: there is no set {word!r}: use one of {', '.join(sets)}, or list its words")
        found |= sets[word[1:]] if word.startswith("@") else {word}
    return frozenset(found)
