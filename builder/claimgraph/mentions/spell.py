"""Given names in several spellings: "Qasem", "Qassim" and "Kasim" are one, "Karim" is another."""

import re
from functools import lru_cache

from claimgraph.mentions import tables
from claimgraph.mentions.fold import Key

_DOUBLED = re.compile(r"([a-z])\1")


@lru_cache(maxsize=10_000)
def given(name: str) -> str:
    """A folded given name in the one spelling that stands for all: by the list, or else "ee" as "i", "ou" and "oo" as
    "u", and every doubled letter once.
    """
    listed = tables.table("given.toml", "names")
    if name in listed:
        return listed[name]
    return _DOUBLED.sub(r"\1", name.replace("ee", "i").replace("oo", "u").replace("ou", "u"))


def same_person(one: Key, other: Key) -> bool:
    """Whether two full names are one: equal in their last word, and in spelling variants before it."""
    if len(one) != len(other) or len(one) < 2 or one[-1] != other[-1]:
        return False
    return all(given(a) == given(b) for a, b in zip(one[:-1], other[:-1], strict=True))


@lru_cache(maxsize=10_000)
def gender(name: str) -> str:
    """What a folded given name tells of its bearer: "male", "female" or ""."""
    listed = tables.table("given.toml", "gender", ("male", "female"))
    return listed.get(name) or ("male" if name in tables.table("given.toml", "names") else "")
