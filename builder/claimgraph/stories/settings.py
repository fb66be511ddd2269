"""How sure a join must be, and how near in time things must be: what a user may set, in a TOML file."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from claimgraph.errors import InputError
from claimgraph.stories.copies.copying import Settings as OfPassages
from claimgraph.stories.numbers.conflicts import Settings as OfFigures


@dataclass(frozen=True)
class Settings:
    """The thresholds; docs/stories.md tells what each costs and brings.

    `event`: the evidence, in bits, from which two events are one. `story`: days between two articles within which they
    may be of one story. `recent`: days before an article within which what it tells as news took place. `content`: the
    share of words, from 0 to 1, that two contents must have in common to say the same; `gist`: where both tell of one
    event. `figures`, `passages`: those of figures that conflict and of passages taken over.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=False)

    event: float = 4.0
    story: int = 31
    recent: int = 4
    content: float = 0.6
    gist: float = 0.25
    figures: OfFigures = field(default_factory=OfFigures)
    passages: OfPassages = field(default_factory=OfPassages)


def load(path: Path) -> Settings:
    """The settings of a TOML file; what it does not name is as shipped.

    Raises InputError where it cannot be read, names what is no setting, or gives a value that is none.
    """
    try:
        return TypeAdapter(Settings).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: no settings can be read there: {error}") from error
    except ValidationError as error:
        first: Any = error.errors()[0]
        raise InputError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
