"""The words that attribute: `cues.toml` and files of the same form that a user adds, read and checked."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimgraph.errors import InputError
from claimgraph.model import SpeechAct

CUES = Path(__file__).parent / "cues.toml"

Frame = Literal["quote", "clause", "infinitive", "object", "addressed", "predicate", "aside"]


class Row(BaseModel):
    """Words of one behaviour; the keys are told in `cues.toml`, unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lemmas: tuple[str, ...] = Field(min_length=1)
    act: SpeechAct
    origin: str = Field(min_length=1)
    frames: tuple[Frame, ...] = ()
    prepositions: tuple[str, ...] = ()
    completed: tuple[str, ...] = ()
    addressee: Literal["object", "to"] | None = None
    particle: str | None = None
    held: bool | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    verb: tuple[Row, ...] = ()
    noun: tuple[Row, ...] = ()
    adjective: tuple[Row, ...] = ()
    adverb: tuple[Row, ...] = ()
    unwilled: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()
    referring: frozenset[str] = frozenset()
    backing: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()
    true: frozenset[str] = frozenset()
    false: frozenset[str] = frozenset()
    relaying: frozenset[str] = frozenset()
    wording: frozenset[str] = frozenset()


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
    """The shipped cues, with those of files that are added: a lemma's rows in a later file replace its earlier ones.

    Raises InputError where one is no file of cues, with the place in it.
    """
    files = [_read(path) for path in (CUES, *added)]
    words = {f.name: _joined(getattr(file, f.name) for file in files) for f in fields(Lexicon)}
    return Lexicon(**words)


def _read(path: Path) -> _File:
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: no file of cues can be read there: {error}") from error
    except ValidationError as error:
        first: Any = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(f"{path}: {where}: {first['msg']}") from error


def _joined(parts: Iterable[tuple[Row, ...] | frozenset[str]]) -> Any:
    """What the files hold under one key, together."""
    rows: dict[str, tuple[Row, ...]] = {}
    words: frozenset[str] = frozenset()
    for part in parts:
        if isinstance(part, frozenset):
            words |= part
        else:
            rows |= _by_lemma(part)
    return words or rows


def _by_lemma(rows: tuple[Row, ...]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        for lemma in row.lemmas:
            found[lemma] = (*found.get(lemma, ()), row)
    return found
