"""Verdicts kept in a folder, so that what is unchanged is not checked again.

A verdict is kept under the hash of all that it depends on: the triples, the nodes, the shapes asked of them, the
ontology, and the versions of what did the work. So none is ever out of date, and files may be deleted at any time.
"""

import json
from collections.abc import Collection, Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from rdflib import Literal, URIRef
from rdflib.term import Node

from claimgraph.errors import InputError
from claimgraph.resources import ONTOLOGY, SHAPES
from claimgraph.validated.data import Triple
from claimgraph.validated.files import write
from claimgraph.validated.pieces import Shapes
from claimgraph.validated.report import Severity
from claimgraph.validated.shacl import Finding

_FORMAT = "1"
_WORKERS = ("claimgraph", "pyshacl", "rdflib", "pyoxigraph")


class Verdicts:
    """What was found, by what it was found in."""

    def __init__(self, folder: Path) -> None:
        """The folder is made where it is missing. Raises InputError where it cannot be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{folder}: cannot be the folder of the cache: {error.strerror}: name another") from error
        self._folder = folder
        self._begun = sha256("\n".join([_FORMAT, *map(version, _WORKERS)]).encode())
        for path in (ONTOLOGY, *sorted(SHAPES.glob("*.ttl"))):
            self._begun.update(sha256(path.read_bytes()).digest())

    def key(self, triples: Iterable[Triple], asked: Iterable[tuple[Node, Shapes]] = ()) -> str:
        """What the verdict on these triples is kept under; `asked`: the nodes, and which shapes are asked of them."""
        made = self._begun.copy()
        for lines in (sorted(map(_line, triples)), sorted(_line((node, *shapes)) for node, shapes in asked)):
            made.update(f"{len(lines)}\n".encode())
            made.update("".join(lines).encode("utf-8", "surrogatepass"))
        return made.hexdigest()

    def get(self, key: str) -> frozenset[Finding] | None:
        """The verdict; None where there is none, or its file is not as it was written."""
        try:
            told = json.loads(self._path(key).read_bytes())
            found = frozenset(Finding(*one) for one in told["findings"])
            sound = told == _told(key, found) and all(map(_sound, found))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        return found if sound else None

    def put(self, key: str, found: Collection[Finding]) -> None:
        """Keep a verdict. Raises InputError where it cannot be written."""
        path = self._path(key)
        path.parent.mkdir(exist_ok=True)
        write(path, json.dumps(_told(key, found)).encode())

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def _told(key: str, found: Iterable[Finding]) -> dict[str, object]:
    rows = sorted(([*one] for one in found), key=json.dumps)
    return {"key": key, "findings": rows, "sum": sha256(json.dumps([key, rows]).encode()).hexdigest()}


def _sound(one: Finding) -> bool:
    texts = [*one[:5], *(text for text in one[5:] if text is not None)]
    return all(isinstance(text, str) for text in texts) and one.severity in {*Severity}


def _line(nodes: Iterable[Node]) -> str:
    """Nodes as a text that no others give."""
    return "".join(map(_text, nodes))


def _text(node: Node) -> str:
    if isinstance(node, Literal):
        return f"L{len(node)}:{node}{_text(node.datatype) if node.datatype else ''}@{node.language or ''}\n"
    return f"{'I' if isinstance(node, URIRef) else 'B'}{len(str(node))}:{node}\n"
