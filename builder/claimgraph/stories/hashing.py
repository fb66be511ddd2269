"""Locality-sensitive hashing: sets that have much in common share a key, most others none.

MinHash in bands, as in Leskovec, Rajaraman and Ullman 2020, Mining of Massive Datasets, chapter 3.
"""

from collections.abc import Iterable
from hashlib import blake2b

from rensa import RMinHash

SEED = 20  # fixed: the same set has the same keys on any machine


def bands(tokens: Iterable[str], *, number: int, rows: int) -> tuple[str, ...]:
    """The keys of a set: two sets of Jaccard likeness s share one with probability 1 - (1 - s ** rows) ** number."""
    listed = sorted(set(tokens))
    if not listed:
        return ()
    made = RMinHash(num_perm=number * rows, seed=SEED)
    made.update(listed)
    digest = made.digest()
    return tuple(f"{k}:{'-'.join(f'{v:x}' for v in digest[k * rows : (k + 1) * rows])}" for k in range(number))


def sketch(tokens: Iterable[str], number: int) -> list[int]:
    """Numbers of 32 bits: two sets of Jaccard likeness s have each of them in common with probability s."""
    made = RMinHash(num_perm=number, seed=SEED)
    made.update(sorted(set(tokens)))
    return list(made.digest())


def number(text: str, size: int = 8) -> int:
    """A number of so many bytes for a text, the same on any machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest(), "little")
