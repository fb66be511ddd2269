"""The words that give someone a role in an organization, from `offices.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from claimgraph.statements.syntax import lemma

OFFICES = Path(__file__).parent / "offices.toml"


class Nouns(BaseModel):
    """Nouns that tell of a role; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    offices: frozenset[str]
    ranks: frozenset[str]
    legislators: frozenset[str]
    envoys: frozenset[str]
    servants: frozenset[str]
    states: frozenset[str]
    bodies: frozenset[str]


class Prepositions(BaseModel):
    """Prepositions between a role, the organization and the place; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    within: frozenset[str]
    sent: frozenset[str]
    beside: frozenset[str]
    where: frozenset[str]
    from_: frozenset[str]


class Verbs(BaseModel):
    """Verbs that tell of a role; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    roles: Mapping[str, str]
    with_: Mapping[str, frozenset[str]]
    appoint: frozenset[str]
    assume: frozenset[str]
    unreal: frozenset[str]


class Offices(BaseModel):
    """All of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nouns: Nouns
    prepositions: Prepositions
    verbs: Verbs


@cache
def offices() -> Offices:
    """The shipped words."""
    return Offices.model_validate(tomllib.loads(OFFICES.read_text(encoding="utf-8")))


def is_role(token: Token) -> bool:
    """Whether a noun tells of a role: 'leader', 'members'; of 'secretary-general' its last word does."""
    behind = token.doc[token.i + 1 : token.i + 3]
    begins = len(behind) == 2 and behind[0].text == "-" and not token.whitespace_ and not behind[0].whitespace_
    return token.pos_ in {"NOUN", "PROPN"} and lemma(token) in _roles() and not begins


@cache
def _roles() -> frozenset[str]:
    nouns = offices().nouns
    return nouns.offices | nouns.ranks | nouns.bodies
