"""The word lists beside the code, read once and checked: a table with keys that nobody reads is refused."""

import tomllib
from functools import cache
from pathlib import Path

from claimgraph.errors import InputError

FOLDER = Path(__file__).parent


@cache
def table(file: str, section: str, keys: tuple[str, ...] = ()) -> dict[str, str]:
    """word -> key, of one section of a list such as `kinds.toml`; `keys` are those allowed, none: all.

    Raises InputError for a key that is not allowed, and for a word that stands twice.
    """
    lists = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))[section]
    found: dict[str, str] = {}
    for key, words in lists.items():
        if keys and key not in keys:
            raise InputError(f"{file}: [{section}] has no key {key!r}: use one of {', '.join(keys)}")
        for word in words:
            if word in found:
                raise InputError(f"{file}: [{section}] has {word!r} twice: in {found[word]} and in {key}")
            found[word] = key
    return found


def words(file: str, section: str, key: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(word for word, home in table(file, section).items() if home == key)


@cache
def table_lists(file: str, section: str, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """word -> all its keys, of a section where a word may stand under several; raises InputError as `table` does."""
    lists = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))[section]
    found: dict[str, tuple[str, ...]] = {}
    for key, members in lists.items():
        if key not in keys:
            raise InputError(f"{file}: [{section}] has no key {key!r}: use one of {', '.join(keys)}")
        for word in members:
            found[word] = (*found.get(word, ()), key)
    return found
