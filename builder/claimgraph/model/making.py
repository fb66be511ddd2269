"""The records of how a graph was made: by which software, and from which files beside the articles."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path


class Use(StrEnum):
    """What a file is there for."""

    REGISTRY = "registry"
    CUES = "cues"
    TRIGGERS = "triggers"
    ONTOLOGY = "ontology"
    SHAPES = "shapes"


@dataclass(frozen=True)
class Source:
    """A file that a build used, by its name and the SHA-256 of its bytes: where it lay is nobody else's business."""

    use: Use
    name: str
    sha256: str  # in hexadecimal digits

    @classmethod
    def of(cls, use: Use, path: Path, data: bytes) -> "Source":
        """The file at a path that holds these bytes."""
        return cls(use, path.name, sha256(data).hexdigest())


@dataclass(frozen=True)
class Software:
    """A program or a model, with what is known of it."""

    name: str
    version: str | None = None
    sha256: str | None = None  # of its weights
    licence: str | None = None  # IRI

    @classmethod
    def weighed(cls, name: str, folder: Path, licence: str | None = None) -> "Software":
        """A model by its weights: the SHA-256 of the file SHA256SUMS in their folder, which has the sum of each."""
        return cls(name, sha256=sha256((folder / "SHA256SUMS").read_bytes()).hexdigest(), licence=licence)


@dataclass(frozen=True)
class Making:
    """How a graph was made. `ended`: when, where the user wants it told; a clock would change the bytes."""

    software: tuple[Software, ...]
    sources: tuple[Source, ...] = ()
    ended: datetime | None = None
