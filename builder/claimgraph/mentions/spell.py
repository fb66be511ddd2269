"""Names in several spellings: "Qasem", "Qassim" and "Kasim" are one, and so are "Soleimani" and "Sulaymani"."""

import re
from functools import lru_cache

from claimgraph.mentions import tables
from claimgraph.mentions.fold import Key

_SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdol", "abdu"})
_BEHIND = frozenset({"allah", "ullah", "din", "deen", "eddin", "eddine", "uddin", "aldin"})  # ends of names in one word
_ABD = re.compile(r"^abd[aeuo]l(?=[a-z]{3})")  # "Abdulmahdi"; "Abdullah" is listed among the given names
_DIN = re.compile(r"(?<=[a-z]{2})[aeu]l?d+[ei]+n+e?$")  # "Salahuddin", "Salaheddine"
_ENDING = re.compile(r"[ae]h?$")  # Hamza, Hamzeh
_SOUNDS = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        (r"[ae][iy]", "y"),  # Suleimani, Sulaymani
        (r"ph", "f"),
        (r"dj", "j"),
        (r"(?<=[dt])h", ""),  # Fayyadh, Fayad
        (r"k(?!h)|q|ck", "k"),  # Muqtada, Moktada
        (r"[aou]l+ah$", "alah"),
        (r"a[wo](?=u)", "a"),  # Dawood, Daoud
        (_ENDING, "a"),
        (r"[ei]+y*|y+$|(?<=[a-z])ij?y", "i"),  # Ameri, Amiri
        (r"[ou]+", "u"),
        (r"([a-z])\1+", r"\1"),
    )
)
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


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A folded word as any house's transliteration from Arabic or Persian has it: "suleimani", "soleimani" and
    "sulaymani" are one. Vowels are told apart as far as Arabic writing does, and doubled letters count once.
    """
    plain, listed = given(word), word in tables.table("given.toml", "names")
    for pattern, one in _SOUNDS:
        if pattern is not _ENDING or not listed:  # "Saleh" is not "Salah"
            plain = pattern.sub(one, plain)
    return plain


@lru_cache(maxsize=100_000)
def key(name: Key) -> Key:
    """The sounds of a name's folded words; "Abd al-Mahdi" and "Abdulmahdi" are one word."""
    words: list[str] = []
    for word in name:
        if words and (words[-1] in _SERVANT or word in _BEHIND):
            words[-1] = f"{'abd' if words[-1] in _SERVANT else words[-1]}{word}"
        else:
            words.append(word)
    return tuple(sound(_ABD.sub("abd", _DIN.sub("din", word))) for word in words)


def same_person(one: Key, other: Key) -> bool:
    """Whether two full names are one, in whatever spelling."""
    return min(len(one), len(other)) > 1 and whole(one) == whole(other)


def whole(name: Key) -> str:
    """The sounds of a name, wherever houses put blanks and hyphens: "Gholam-Reza" and "Gholamreza" are one."""
    return "".join(key(name))


@lru_cache(maxsize=10_000)
def gender(name: str) -> str:
    """What a folded given name tells of its bearer: "male", "female" or ""."""
    listed = tables.table("given.toml", "gender", ("male", "female"))
    return listed.get(name) or ("male" if name in tables.table("given.toml", "names") else "")
