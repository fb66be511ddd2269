"""What lines tell of an article: which words are its headline, which its dateline."""

from spacy.tokens import Doc, Token

ENDS = frozenset(".!?:;,")
LONGEST = 40  # tokens
DATELINE = 18  # tokens, up to the dash
DASHES = frozenset("-–—―")
CLOSING = "\"'”’»)"


def headline(doc: Doc) -> int:
    """The token behind the first line, where that is short and not closed as a sentence is; 0 where there is none."""
    broken = next((t.i for t in doc if "\n" in t.text and doc[: t.i].text.strip()), 0)
    if broken > LONGEST:
        return 0
    line = doc[:broken].text.rstrip().rstrip(CLOSING)
    return 0 if not line or line[-1] in ENDS else broken


def in_dateline(place: Token) -> bool:
    """Whether a place's name tells where a report comes from: "BASRA, Iraq (Agency) - ", "Basra, March 3 – "."""
    doc, start = place.doc, place.i
    while start and "\n" not in doc[start - 1].text and place.i - start < DATELINE:
        start -= 1
    opens = start == 0 or "\n" in doc[start - 1].text
    if not opens or not all(t.pos_ == "PROPN" or t.text in {",", "/"} for t in doc[start : place.i]):
        return False
    behind = doc[place.i + 1 : place.i + DATELINE]
    if doc[start].is_upper and len(doc[start]) > 3 and any(t.is_lower for t in behind):
        return True
    for token in behind:
        if "\n" in token.text or token.pos_ in {"VERB", "AUX"}:
            return False
        if token.text in DASHES and ((token.whitespace_ and not doc[token.i - 1].text[-1:].isalnum()) or _apart(token)):
            return True
    return False


def _apart(dash: Token) -> bool:
    """Whether blanks stand on both sides."""
    return bool(dash.whitespace_) and bool(dash.doc[dash.i - 1].whitespace_)
