"""Attribution by punctuation: the colon of a headline, the dash before a signature."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from claimgraph.model import SpeechAct
from claimgraph.quotations import Quoted
from claimgraph.statements.attributions.candidate import Candidate


def headlines(doc: Doc) -> Iterator[Candidate]:
    """'Minister: raid killed ten': a name or a noun phrase, a colon, a clause; on a line of its own with no stop."""
    for line in _lines(doc):
        colon = next((t for t in line if t.text == ":"), None)
        if colon is None or line[-1].text in {".", "?", "!", ":"} or colon.i + 3 > line[-1].i:
            continue
        before, behind = doc[line[0].i : colon.i], doc[colon.i + 1 : line[-1].i + 1]
        named = 0 < len(before) <= 6 and all(
            t.pos_ in {"PROPN", "NOUN", "ADJ", "DET", "PART", "ADP", "PUNCT"} for t in before
        )
        if named and any(t.pos_ in {"VERB", "AUX"} for t in behind):
            content = frozenset(range(behind.start, behind.end))
            yield Candidate("claim.headline", SpeechAct.ASSERTION, frozenset({colon.i}), content, before.root)


def signatures(doc: Doc, quoted: tuple[Quoted, ...]) -> Iterator[Candidate]:
    """'“…” — Name': a quotation signed with a dash."""
    for q in quoted:
        inside = doc.char_span(q.begin, q.end, alignment_mode="expand")
        if inside is None:
            continue
        dash, name = _next_words(doc, inside.end)
        if dash is not None and name is not None and dash.text in DASHES and name.pos_ == "PROPN":
            content = frozenset(range(inside.start, inside.end))
            yield Candidate("claim.signed", SpeechAct.ASSERTION, frozenset({dash.i}), content, name, quoted=(q,))


def _next_words(doc: Doc, start: int) -> tuple[Token | None, Token | None]:
    """The next two words on the same line."""
    line: list[Token | None] = []
    for token in doc[start : start + 4]:
        if "\n" in token.text:
            break
        if not token.is_space:
            line.append(token)
    first_two = [*line, None, None][:2]
    return first_two[0], first_two[1]


DASHES = {"-", "--", "–", "—", "―"}


def _lines(doc: Doc) -> Iterable[list[Token]]:
    """The words of each line."""
    line: list[Token] = []
    for token in doc:
        if token.is_space and "\n" in token.text and line:
            yield line
            line = []
        elif not token.is_space:
            line.append(token)
    if line:
        yield line
