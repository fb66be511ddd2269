"""The words that attribute: `cues.toml` and files of the same form that a user adds, read and checked."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from claimgraph.errors import InputError
from claimgraph.model import SpeechAct

CUES = Path(__file__).parent / "cues.toml"

PREPOSITIONS = frozenset(
    [
        "about",
        "after",
        "against",
        "among",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "between",
        "beyond",
        "by",
        "concerning",
        "despite",
        "during",
        "for",
        "from",
        "in",
        "into",
        "like",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "over",
        "per",
        "regarding",
        "round",
        "since",
        "through",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "until",
        "upon",
        "via",
        "with",
        "within",
        "without",
    ]
)
PARTICLES = frozenset(
    [
        "across",
        "ahead",
        "along",
        "apart",
        "around",
        "aside",
        "away",
        "back",
        "by",
        "down",
        "forth",
        "forward",
        "in",
        "off",
        "on",
        "out",
        "over",
        "round",
        "through",
        "together",
        "under",
        "up",
    ]
)
PARTS = ("verb", "noun", "adjective", "adverb")

VerbFrame = Literal["quote", "clause", "infinitive", "object", "addressed", "predicate", "aside"]
NounFrame = Literal["clause", "infinitive"]
Frame = VerbFrame | Literal["noun"]


def _lower(word: str) -> str:
    if not word or word != word.lower() or word != word.strip():
        raise ValueError(f"{word!r} is no lemma in lower case")
    return word


def _preposition(word: str) -> str:
    if word not in PREPOSITIONS:
        raise ValueError(f"{word!r} is none of the prepositions {', '.join(sorted(PREPOSITIONS))}")
    return word


def _particle(word: str) -> str:
    if word not in PARTICLES:
        raise ValueError(f"{word!r} is none of the particles {', '.join(sorted(PARTICLES))}")
    return word


Preposition = Annotated[str, AfterValidator(_preposition)]


class Row(BaseModel):
    """Words of one behaviour; the keys are told in `cues.toml`, unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lemmas: tuple[Annotated[str, AfterValidator(_lower)], ...] = Field(min_length=1)
    act: SpeechAct
    origin: str = Field(min_length=1)
    frames: tuple[Frame, ...] = ()
    prepositions: tuple[Preposition, ...] = ()
    completed: tuple[Preposition, ...] = ()
    addressee: Literal["object", "to"] | None = None
    particle: Annotated[str, AfterValidator(_particle)] | None = None
    held: bool | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for name in ("lemmas", "frames", "prepositions", "completed"):
            words = getattr(self, name)
            if again := [w for k, w in enumerate(words) if w in words[:k]]:
                raise ValueError(f"{again[0]!r} stands twice in {name}")
        if self.completed and not {"object", "predicate"} & set(self.frames):
            raise ValueError("'completed' wants the frame 'object' or 'predicate', which it completes")
        return self

    @property
    def uses(self) -> tuple[str, ...]:
        """Where its content may stand: frames, of which a quotation's is a clause's too, and prepositions."""
        return tuple(dict.fromkeys("clause" if f == "quote" else f for f in self.frames)) + self.prepositions


class _Verb(Row):
    frames: tuple[VerbFrame, ...] = ()


class _Noun(Row):
    frames: tuple[NounFrame, ...] = ()


class _Adjective(Row):
    frames: tuple[Literal["noun"], ...] = ()


class _Adverb(Row):
    frames: tuple[Literal["clause"], ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    verb: tuple[_Verb, ...] = ()
    noun: tuple[_Noun, ...] = ()
    adjective: tuple[_Adjective, ...] = ()
    adverb: tuple[_Adverb, ...] = ()
    unwilled: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()
    referring: frozenset[str] = frozenset()
    backing: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()
    true: frozenset[str] = frozenset()
    false: frozenset[str] = frozenset()
    relaying: frozenset[str] = frozenset()
    wording: frozenset[str] = frozenset()

    @model_validator(mode="after")
    def _without_conflicts(self) -> Self:
        for part in PARTS:
            if found := next(_conflicts(getattr(self, part)), None):
                first, second, lemma, use = found
                raise ValueError(f"{part}.{second}: {lemma!r} with {use!r} stands in {part}.{first} too")
        return self


def _conflicts(rows: Iterable[Row]) -> Iterator[tuple[int, int, str, str]]:
    """Two rows that give the same use of the same lemma: both rows, the lemma, the use."""
    seen: dict[tuple[str, str | None, str], int] = {}
    for k, row in enumerate(rows):
        for lemma in row.lemmas:
            for use in row.uses:
                first = seen.setdefault((lemma, row.particle, use), k)
                if first != k:
                    yield first, k, lemma, use


@dataclass(frozen=True)
class Lexicon:
    """Each lemma's rows, in the files' order, by part of speech; and lists of words."""

    verb: Mapping[str, tuple[Row, ...]]
    noun: Mapping[str, tuple[Row, ...]]
    adjective: Mapping[str, tuple[Row, ...]]
    adverb: Mapping[str, tuple[Row, ...]]
    unwilled: frozenset[str]  # verbs of what no one decides to do
    circumstances: frozenset[str]  # nouns that tell how it was said
    referring: frozenset[str]  # nouns that refer back to a claim
    backing: frozenset[str]  # verbs that back the claim, or the one, that they refer back to
    opposing: frozenset[str]  # verbs that contradict it
    true: frozenset[str]  # what is said of a claim that is backed
    false: frozenset[str]  # what is said of a claim that is contradicted
    relaying: frozenset[str]  # verbs whose object is the one who said it
    wording: frozenset[str]  # nouns of 'in the words of …'


@cache
def lexicon(*added: Path) -> Lexicon:
    """The shipped cues, with those of files that are added.

    A lemma's rows in a later file replace its earlier ones of the same part of speech; rows that give it neither frames
    nor prepositions take it out. Word lists are joined. Raises InputError where one is no file of cues, with the place.
    """
    files = [_read(path) for path in (CUES, *added)]
    lists = [f.name for f in fields(Lexicon) if f.name not in PARTS]
    return Lexicon(
        **{part: _by_lemma(getattr(file, part) for file in files) for part in PARTS},
        **{name: frozenset().union(*(getattr(file, name) for file in files)) for name in lists},
    )


def _read(path: Path) -> _File:
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: no file of cues can be read there: {error}") from error
    except ValidationError as error:
        first: Any = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(": ".join(filter(None, (str(path), where, first["msg"])))) from error


def _by_lemma(files: Iterable[tuple[Row, ...]]) -> Mapping[str, tuple[Row, ...]]:
    """Each lemma's rows in the last file that has any."""
    rows: dict[str, tuple[Row, ...]] = {}
    for file in files:
        own: dict[str, list[Row]] = {}
        for row in file:
            for lemma in row.lemmas:
                own.setdefault(lemma, []).append(row)
        rows |= {lemma: tuple(row for row in several if row.uses) for lemma, several in own.items()}
    return {lemma: several for lemma, several in rows.items() if several}
