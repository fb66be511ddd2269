"""Which words stand between quotation marks: what is quoted is told from where its speaker stands, not from here."""

from spacy.tokens import Doc

from claimgraph.quotations import quotations


def quoted(doc: Doc) -> tuple[bool, ...]:
    """For each token, whether it is inside a quotation; the marks are outside."""
    text = doc.text
    inside = bytearray(len(text))
    for begin, end in (q.inner for q in quotations(text)):
        inside[begin:end] = b"\1" * (end - begin)
    return tuple([inside[token.idx] == 1 for token in doc])
