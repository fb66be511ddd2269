"""The words that attribute: `cues.toml` and files of the same form that a user adds, read and checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from claimgraph.model import Source, SpeechAct, Use
from claimgraph.statements.checked import checked

CUES = Path(__file__).parent / "cues.toml"

PARTS = ("verb", "noun", "adjective", "adverb")

# fmt: off
Preposition = Literal[
    "about", "across", "after", "against", "along", "alongside", "among", "around", "as", "at", "before", "behind",
    "between", "beyond", "by", "concerning", "despite", "during", "for", "from", "in", "into", "like", "near", "of",
    "off", "on", "onto", "out", "outside", "over", "past", "per", "regarding", "round", "since", "through",
    "throughout", "to", "toward", "towards", "under", "until", "up", "upon", "via", "with", "within", "without",
]
Particle = Literal[
    "across", "ahead", "along", "apart", "around", "aside", "away", "back", "by", "down", "forth", "forward", "in",
    "off", "on", "out", "over", "round", "through", "together", "under", "up",
]
# fmt: on
VerbFrame = Literal["quote", "clause", "infinitive", "object", "addressed", "predicate", "aside"]
NounFrame = Literal["clause", "infinitive", "predicate"]
AdjectiveFrame = Literal["clause", "infinitive"]


def _lower(word: str) -> str:
    if not word or word != word.lower() or word != word.strip():
        raise ValueError(f"{word!r} is no lemma in lower case")
    return word


Lemma = Annotated[str, AfterValidator(_lower)]


class Row(BaseModel):
    """Words of one behaviour; the keys are told in `cues.toml`, unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lemmas: tuple[Lemma, ...] = Field(min_length=1)
    act: SpeechAct
    origin: str = Field(min_length=1)
    frames: tuple[VerbFrame, ...] = ()
    prepositions: tuple[Preposition, ...] = ()
    completed: tuple[Preposition, ...] = ()
    addressee: Literal["object", "to"] | None = None
    particle: Particle | None = None
    beside: tuple[Lemma, ...] = ()
    held: bool | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for name in ("lemmas", "frames", "prepositions", "completed", "beside"):
            words = getattr(self, name)
            if again := [w for k, w in enumerate(words) if w in words[:k]]:
                raise ValueError(f"{again[0]!r} stands twice in {name}")
        if self.completed and not {"object", "predicate"} & set(self.frames):
            raise ValueError("'completed' wants the frame 'object' or 'predicate', which it completes")
        return self

    @property
    def uses(self) -> tuple[str, ...]:
        """What may carry its content: frames, of which a quotation's is a clause's too, and prepositions."""
        frames = dict.fromkeys("clause" if frame == "quote" else frame for frame in self.frames)
        return (*frames, *self.prepositions) or ("no frame",)


class _Noun(Row):
    frames: tuple[NounFrame, ...] = ()


class _Adjective(Row):
    frames: tuple[AdjectiveFrame, ...] = ()


class _Adverb(Row):
    frames: tuple[()] = ()
    prepositions: tuple[()] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    verb: tuple[Row, ...] = ()
    noun: tuple[_Noun, ...] = ()
    adjective: tuple[_Adjective, ...] = ()
    adverb: tuple[_Adverb, ...] = ()
    unwilled: frozenset[Lemma] = frozenset()
    circumstances: frozenset[Lemma] = frozenset()
    referring: frozenset[Lemma] = frozenset()
    backing: frozenset[Lemma] = frozenset()
    opposing: frozenset[Lemma] = frozenset()
    true: frozenset[Lemma] = frozenset()
    false: frozenset[Lemma] = frozenset()
    light: frozenset[Lemma] = frozenset()
    adding: frozenset[Lemma] = frozenset()
    relaying: frozenset[Lemma] = frozenset()
    carrying: frozenset[Lemma] = frozenset()
    texts: frozenset[Lemma] = frozenset()
    occasions: frozenset[Lemma] = frozenset()
    wording: frozenset[Lemma] = frozenset()

    @model_validator(mode="after")
    def _without_conflicts(self) -> Self:
        for part in PARTS:
            if found := next(_conflicts(getattr(self, part)), None):
                first, second, lemma, use = found
                raise ValueError(f"{part}.{second}: {lemma!r} with {use!r} stands in {part}.{first} too")
        return self


def _conflicts(rows: Iterable[Row]) -> Iterator[tuple[int, int, str, str]]:
    """Two rows that give the same use of the same lemma: both rows, the lemma, the use."""
    seen: dict[tuple[str, str | None, tuple[str, ...], str], int] = {}
    for k, row in enumerate(rows):
        for lemma in row.lemmas:
            for use in row.uses:
                first = seen.setdefault((lemma, row.particle, row.beside, use), k)
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
    adding: frozenset[str]  # verbs of going on with what one was saying
    light: frozenset[str]  # verbs that only say that somebody makes the claim that a noun tells of
    relaying: frozenset[str]  # verbs whose object is the one who said it
    carrying: frozenset[str]  # verbs whose agent passes a text on
    texts: frozenset[str]  # nouns of texts in which somebody says something
    occasions: frozenset[str]  # nouns of occasions on which somebody speaks with or to another
    wording: frozenset[str]  # nouns of 'in the words of …'
    sources: tuple[Source, ...] = field(default=(), compare=False)  # the files that were added


@cache
def lexicon(*added: Path) -> Lexicon:
    """The shipped cues, with those of files that are added.

    A lemma's rows in a later file replace its earlier ones of the same part of speech; word lists are joined. A verb or
    a noun that a row gives neither frames nor prepositions is switched off. Raises InputError where one is no file of
    cues, with the place in it.
    """
    read = [checked(path, _File, Use.CUES) for path in (CUES, *added)]
    files = [file for file, _ in read]
    held: dict[str, Any] = {part: _by_lemma(getattr(file, part) for file in files) for part in PARTS}
    for name in (f.name for f in fields(Lexicon) if f.name not in (*PARTS, "sources")):
        held[name] = frozenset().union(*(getattr(file, name) for file in files))
    return Lexicon(**held, sources=tuple(source for _, source in read[1:]))


def _by_lemma(files: Iterable[tuple[Row, ...]]) -> Mapping[str, tuple[Row, ...]]:
    """Each lemma's rows in the last file that has any."""
    rows: dict[str, tuple[Row, ...]] = {}
    for file in files:
        own: dict[str, list[Row]] = {}
        for row in file:
            for lemma in row.lemmas:
                own.setdefault(lemma, []).append(row)
        rows |= {lemma: tuple(several) for lemma, several in own.items()}
    return rows
