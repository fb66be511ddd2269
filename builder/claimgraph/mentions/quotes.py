"""Which words stand between quotation marks: what is quoted is told from where its speaker stands, not from here."""

from spacy.tokens import Doc

OPENING, CLOSING, EITHER = frozenset("“«„"), frozenset("”»"), frozenset({'"', "``", "''"})


def quoted(doc: Doc) -> tuple[bool, ...]:
    """For each token, whether it is inside a quotation; the marks are outside. A paragraph's end closes all."""
    inside = False
    found = []
    for token in doc:
        if token.text in OPENING or (token.text in EITHER and not inside):
            inside = True
            found.append(False)
        elif token.text in CLOSING | EITHER or "\n" in token.text:
            inside = False
            found.append(False)
        else:
            found.append(inside)
    return tuple(found)
