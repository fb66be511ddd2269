"""Reading the TOML files that hold the rules' words, shipped or a user's: what is wrong is told with its place."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from claimgraph.errors import InputError
from claimgraph.model import Source, Use

Form = TypeVar("Form", bound=BaseModel)


def checked(path: Path, form: type[Form], holds: Use) -> tuple[Form, Source]:
    """The file at a path in the form that it must have, and which file it is; `holds`: what such files hold.

    Raises InputError where it cannot be read or has another form, in one line with the file and the place in it.
    """
    try:
        data = path.read_bytes()
        return form.model_validate(tomllib.loads(data.decode("utf-8"))), Source.of(holds, path, data)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: no file of {holds} can be read there: {error}") from error
    except ValidationError as error:
        first: Any = error.errors()[0]
        where, says = ".".join(map(str, first["loc"])), first["msg"].removeprefix("Value error, ")
        raise InputError(": ".join(filter(None, (str(path), where, says)))) from error
