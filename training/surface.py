"""Tokens and the raw text they stand in: finding, dividing and, where the text was lost, making it up."""

from collections.abc import Sequence

# The Penn Treebank's escapes of brackets and quotation marks.
PLAIN = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"}

_CLOSING = frozenset(".,;:!?)]}”’%…") | {"...", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"}
_OPENING = frozenset("([{$£€“‘#")
_JOINING = frozenset("/")


def place(form: str, surface: str, at: int, where: str) -> tuple[int, int]:
    """Where a token stands in its sentence's surface, at ``at`` or after space there, as begin and end.

    Raises ValueError, its message beginning with ``where``, if another text stands there.
    """
    while at < len(surface) and surface[at].isspace():
        at += 1
    if not surface.startswith(form, at):
        raise ValueError(f"{where}: {form!r} is not next in the sentence's text {surface[at : at + 20]!r}")
    return at, at + len(form)


def divide(begin: int, end: int, forms: Sequence[str]) -> list[tuple[int, int]]:
    """Divide a token's characters among the forms of its words, in proportion to the forms' lengths.

    A form is left empty only where there are fewer characters than words. Forms that spell the token divide it exactly.
    """
    total = sum(map(len, forms)) or 1
    spans, at, seen = [], begin, 0
    for index, form in enumerate(forms):
        seen += len(form)
        after = len(forms) - index - 1
        until = max(begin + round((end - begin) * seen / total), at + 1)
        until = max(min(until, end - after), at) if after else end
        spans.append((at, until))
        at = until
    return spans


def detokenise(forms: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """A plausible raw text of a tokenised sentence, and where each token stands in it.

    Straight quotation marks open and close by turns; an apostrophe after a plural is taken as a possessive.
    """
    surface, spans = "", []
    opened: set[str] = set()
    glued = True
    plain = [PLAIN.get(form, form) for form in forms]
    for index, form in enumerate(plain):
        before, after = form in _CLOSING or form in _JOINING, form in _OPENING or form in _JOINING
        if form == "'" and plain[index + 1 : index + 2] == ["s"]:
            before = after = True
        elif form == "'" and "'" not in opened and surface.endswith("s"):
            before = True
        elif form in ('"', "'"):
            before, after = form in opened, form not in opened
            opened ^= {form}
        if not glued and not before:
            surface += " "
        spans.append((len(surface), len(surface) + len(form)))
        surface += form
        glued = after
    return surface, spans
