"""`cg:partOf` of places, as an article tells it: 'Rawa in Anbar province', 'Hawija, Iraq', "Basra's Unity Square"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.statements.syntax import case_of, children


def enclosing(doc: Doc, cast: Cast) -> dict[str, str]:
    """Each place's id -> the id of the one around it, by the first words that tell; no place lies in itself."""
    found: dict[str, str] = {}
    for token in doc:
        name = cast.name_at(token)
        if name is None or name.place is None or name.head != token.i or token.pos_ != "PROPN":
            continue
        for outer in _outer(token):
            beyond = cast.name_at(outer)
            wide = beyond.place if beyond is not None and beyond.head == outer.i else None
            if wide and wide != name.place and not _reaches(found, wide, name.place):
                found.setdefault(name.place, wide)
                break
    return found


def _outer(place: Token) -> Iterator[Token]:
    """The words that name what a place lies in, the surest first."""
    for child in place.children:
        if child.dep_ == "nmod" and case_of(child) == "in" and child.i > place.i:
            yield child
        elif child.dep_ == "appos" and child.i > place.i:
            yield child  # 'Hawija, Iraq'
            yield from (c for c in children(child, "nmod") if case_of(c) in {"in", "of"})  # 'Hawija, a town in'
        elif child.dep_ == "nmod:poss":
            yield child


def _reaches(found: dict[str, str], inner: str, outer: str) -> bool:
    """Whether a place is known to lie in another."""
    while inner in found:
        inner = found[inner]
        if inner == outer:
            return True
    return False
