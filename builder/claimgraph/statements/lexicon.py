"""The words that attribute: `cues.toml`, read and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from claimgraph.errors import InputError
from claimgraph.model import SpeechAct

CUES = Path(__file__).parent / "cues.toml"

Frame = Literal["quote", "clause", "infinitive", "object", "addressed"]


class Row(BaseModel):
    """Words of one behaviour; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lemmas: tuple[str, ...]
    act: SpeechAct
    frames: tuple[Frame, ...] = ()
    prepositions: tuple[str, ...] = ()
    addressee: Literal["object", "to"] | None = None
    particle: str | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    verb: tuple[Row, ...] = ()
    noun: tuple[Row, ...] = ()
    adverb: tuple[Row, ...] = ()
    unwilled: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()
    referring: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """Each lemma's rows, in the file's order, by part of speech."""

    verbs: Mapping[str, tuple[Row, ...]]
    nouns: Mapping[str, tuple[Row, ...]]
    adverbs: Mapping[str, tuple[Row, ...]]
    unwilled: frozenset[str]  # verbs of what no one decides to do
    circumstances: frozenset[str]  # nouns that tell how it was said
    referring: frozenset[str]  # nouns that refer back to a claim


@cache
def lexicon(path: Path = CUES) -> Lexicon:
    """Read a file of cues; raises InputError where it is not one."""
    try:
        rows = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: no file of cues can be read there: {error}") from error
    except ValidationError as error:
        first: Any = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(f"{path}: {where}: {first['msg']}") from error
    verbs, nouns, adverbs = _by_lemma(rows.verb), _by_lemma(rows.noun), _by_lemma(rows.adverb)
    return Lexicon(verbs, nouns, adverbs, rows.unwilled, rows.circumstances, rows.referring)


def _by_lemma(rows: tuple[Row, ...]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        for lemma in row.lemmas:
            found[lemma] = (*found.get(lemma, ()), row)
    return found
