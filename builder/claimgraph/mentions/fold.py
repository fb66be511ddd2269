"""Names made comparable: what varies between transliterations and houses' styles is folded away."""

import re
import unicodedata
from functools import lru_cache

from claimgraph.mentions import tables
from claimgraph.slugs import LETTERS

Key = tuple[str, ...]
ARTICLES = frozenset(
    {"al", "el", "ar", "as", "ash", "an", "at", "ad", "az", "adh", "ul"}
)  # the Arabic one, assimilated
HYPHENS = frozenset("-‐‑‒–—")
_HYPHENED = frozenset({"coordination", "cooperation", "coordinating", "coordinator"})
_ISE = re.compile(r"is(e|ed|es|ing|ation|ations)$")


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A word without case, diacritics, apostrophes and dots, in American spelling: "Sha’abi" -> "shaabi"."""
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(LETTERS))
    plain = "".join(c for c in decomposed if c.isalnum())
    if len(plain) > 6:
        plain = _ISE.sub(r"iz\1", plain)
    return tables.table("spelling.toml", "american").get(plain, plain)


@lru_cache(maxsize=200_000)
def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, without "the", the Arabic article and the possessive 's."""
    raw = re.sub(r"['’](s\b|(?=\s|$))", "", name)
    pieces = re.findall(r"([^\s\-‐‑‒–—/]+)(.?)", raw)
    kept = [
        fold(word)
        for k, (word, behind) in enumerate(pieces)
        if not is_article(word, k + 1 < len(pieces), behind in HYPHENS)
    ]
    found = tuple(w for w in kept if w)
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def spellings(name: str) -> list[Key]:
    """The folded words of a name, if any, and those with the hyphen that some houses put: "Co-ordination"."""
    plain = parts(name)
    hyphened = tuple(piece for word in plain for piece in (("co", word[2:]) if word in _HYPHENED else (word,)))
    return list(dict.fromkeys(key for key in (plain, hyphened) if key))


def is_article(word: str, more: bool, hyphen: bool) -> bool:
    """Whether a word is the Arabic article before more of a name: "al-", "Al ", "ash-"."""
    lower = word.lower()
    return more and (lower in {"al", "el"} or (hyphen and lower in ARTICLES))
