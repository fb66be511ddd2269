"""One form in which graphs that different tools have read can be compared: canonical N-Quads (RDFC-1.0), sorted.

There are no blank nodes, so that sorting the lines is all that is left of RDFC-1.0.
"""

from collections.abc import Iterable

import pyoxigraph as ox


def of_quads(quads: Iterable[ox.Quad] | Iterable[ox.Triple]) -> list[str]:
    """The lines of quads."""
    return of_text((ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode())


def of_text(text: str) -> list[str]:
    """The lines of N-Quads that are canonical but for their order."""
    assert "_:" not in {word[:2] for line in text.split("\n") for word in line.split(" ", 1)}, "a blank node"
    return sorted(set(text.replace("\ufffe", "\\uFFFE").replace("\uffff", "\\uFFFF").split("\n")) - {""})
