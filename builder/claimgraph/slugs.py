"""Slugs: names as the tails of IRIs."""

import re
import unicodedata
from hashlib import sha256

LETTERS = str.maketrans(  # what Unicode does not decompose
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "&": "and"}
)
_SILENT = frozenset("'’‘ʿʾ`.")


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens; a hash of the name where none are left."""
    decomposed = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in _SILENT)
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return joined or sha256(name.encode()).hexdigest()[:12]


def kebab(kind: str) -> str:
    """ "MediaOutlet" -> "media-outlet"."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in kind).strip("-")
