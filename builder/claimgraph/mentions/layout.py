"""What lines tell of an article: which words are its headline."""

from spacy.tokens import Doc

ENDS = frozenset(".!?:;,")
LONGEST = 40  # tokens
CLOSING = "\"'”’»)"


def headline(doc: Doc) -> int:
    """The token behind the first line, where that is short and not closed as a sentence is; 0 where there is none."""
    broken = next((t.i for t in doc if "\n" in t.text and doc[: t.i].text.strip()), 0)
    if broken > LONGEST:
        return 0
    line = doc[:broken].text.rstrip().rstrip(CLOSING)
    return 0 if not line or line[-1] in ENDS else broken
