"""Reading the TOML files that hold the rules' words, shipped or a user's: what is wrong is told with its place."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from claimgraph.errors import InputError

Form = TypeVar("Form", bound=BaseModel)


def checked(path: Path, form: type[Form], holds: str) -> Form:
    """The file at a path in the form that it must have; `holds`: what such files hold, for the message.

    Raises InputError where it cannot be read or has another form, in one line with the file and the place in it.
    """
    try:
        return form.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: no file of {holds} can be read there: {error}") from error
    except ValidationError as error:
        first: Any = error.errors()[0]
        where, says = ".".join(map(str, first["loc"])), first["msg"].removeprefix("Value error, ")
        raise InputError(": ".join(filter(None, (str(path), where, says)))) from error
