"""Attribution by punctuation: the colon or the dash of a headline, of a transcript, of a signature, before a quotation.

The other side of the mark names one who can speak: whether it does is asked when the claim is made (`speaks`), so that
labels ('Update:', 'Date:') attribute nothing.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from claimgraph.model import SpeechAct
from claimgraph.quotations import Quoted, overlapping
from claimgraph.statements.attributions.candidate import Candidate, Context, Outcome
from claimgraph.statements.attributions.tellers import FINITE
from claimgraph.statements.attributions.verbs import by_verb
from claimgraph.statements.syntax import subject

NOMINAL = {"PROPN", "NOUN", "ADJ", "DET", "PART", "ADP", "PUNCT"}
DASHES = {"-", "--", "–", "—", "―"}
INTERVIEW = {"Q", "A"}  # who asks, and who answers
STOPS = {".", "?", "!", ":", "…"}
ENDINGS = {".", "”", "’", "'", '"', "''", "»"}
LONGEST_NAME, LONGEST_SIGNATURE, LONGEST_HEADLINE = 6, 20, 30
# Words that tell, without being anyone; and those that a headline may add behind a mere comma.
PUBLISHED = {"poll", "survey", "study", "report", "document", "memo", "analysis", "research"}
TELLING = PUBLISHED | {"official", "source", "spokesman", "spokeswoman", "spokesperson", "witness", "monitor"}
OFFICES = TELLING | {"police", "ministry", "minister", "army"}
NAMING = {"name", "appoint", "elect", "choose", "pick", "identify", "nominate", "select"}  # the colon then tells whom


def by_mark(doc: Doc, context: Context) -> Iterator[Candidate]:
    """What the marks of a text attribute: each mark once."""
    seen: set[int] = set()
    for candidate in (
        *transcripts(doc),
        *headlines(doc),
        *signatures(doc, context.quoted),
        *introductions(doc, context),
    ):
        if not candidate.cue & seen:
            seen |= candidate.cue
            yield candidate


def headlines(doc: Doc) -> Iterator[Candidate]:
    """'Minister: raid killed ten', 'Raid killed ten: ministry', '… - ministry', '…, officials'.

    A line of its own with no stop, or the text's first.
    """
    for number, line in enumerate(_lines(doc)):
        words = _unstopped(line) if number == 0 else line
        if not words or len(words) > LONGEST_HEADLINE or any(t.text in STOPS - {":"} for t in words):
            continue
        colons = [k for k, t in enumerate(words) if t.text == ":"]
        breaks = [k for k, t in enumerate(words) if t.text in DASHES | {","} and t.whitespace_]
        if len(colons) == 1:
            k = colons[0]
            if (found := _leading(words, k) or _trailing(words, k)) is not None:
                yield found
        elif not colons and breaks and (found := _trailing(words, breaks[-1])) is not None:
            yield found


def _unstopped(line: list[Token]) -> list[Token]:
    """A line without the stop at its end, also one before a quotation mark."""
    end = len(line)
    while end and line[end - 1].text in ENDINGS:
        end -= 1
    return line[:end]


def _leading(line: Sequence[Token], k: int) -> Candidate | None:
    """'Minister: raid killed ten', but not 'Basra: ten killed', where the report comes from."""
    name, clause = line[:k], line[k + 1 :]
    who = _named(name)
    if who is None or (who.ent_type_ == "LOC" and who.pos_ == "PROPN") or len(clause) < 3 or not _clausal(clause, 5):
        return None
    return _candidate("claim.headline", line[k], clause, who)


def _trailing(line: Sequence[Token], k: int) -> Candidate | None:
    """'Raid killed ten: ministry'; behind a comma only who is named for telling."""
    clause, name = line[:k], line[k + 1 :]
    who = _named(name)
    if who is None or any(t.pos_ in {"DET", "ADP"} for t in name) or len(clause) < 3:
        return None
    noun = who.lemma_.lower()
    if noun not in OFFICES and not _clausal(clause, 3):
        return None
    listed = clause[-1].tag_ == who.tag_ or any(t.pos_ == "NOUN" for t in name if t != who)
    if line[k].text == "," and (noun not in TELLING or listed):
        return None
    if line[k].text == ":" and any(t.lemma_.lower() in NAMING for t in clause):
        return None
    return _candidate("claim.headline", line[k], clause, who)


def _named(words: Sequence[Token]) -> Token | None:
    """The head of a short noun phrase without a number, or the letter of who asks or answers."""
    if _text(words) in INTERVIEW:
        return words[0]
    if not 0 < len(words) <= LONGEST_NAME or any(t.pos_ not in NOMINAL for t in words):
        return None
    head = words[0].doc[words[0].i : words[-1].i + 1].root
    return head if head.pos_ in {"PROPN", "NOUN"} else None


def _clausal(words: Sequence[Token], least: int) -> bool:
    """Whether words have a verb, or are so many in capitals that a verb among them may pass for a name."""
    if any(t.pos_ in {"VERB", "AUX"} for t in words):
        return True
    capitals = all(t.text[0].isupper() for t in words if len(t) > 3)
    return len(words) >= least and capitals and any(not t.ent_type_ for t in words)


def transcripts(doc: Doc) -> Iterator[Candidate]:
    """'SALIM: We left.': a name before a colon at the head of several lines; in capitals twice, one that speaks."""
    turns = [(*turn, who) for line in _lines(doc) if (turn := _turn(line)) and (who := _named(turn[0])) is not None]
    people = {_text(name) for name, _, who in turns if who.ent_type_ != "LOC"}
    heads = [(text, who) for name, _, who in turns if (text := _text(name)) in people]
    times = Counter(_text(name) for name, _, _ in turns)
    surely = any(times[text] > 1 and text.isupper() and who.pos_ == "PROPN" for text, who in heads)
    for name, said, who in turns if len(turns) > 1 else ():
        if (text := _text(name)) in people:
            known = text in INTERVIEW or (surely and text.isupper() and (who.pos_ == "PROPN" or times[text] > 1))
            act = SpeechAct.QUESTION if said[-1].text == "?" else SpeechAct.ASSERTION
            spoken = _candidate("claim.transcript", said[0], said[1:], who, speaks=not known)
            yield replace(spoken, act=act, verbatim=True)


def _text(words: Iterable[Token]) -> str:
    return " ".join(t.text for t in words)


def _turn(line: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """The name, and what begins with the colon, of a line that is a turn of a talk: it ends as a sentence does."""
    k = next((k for k, t in enumerate(line[: LONGEST_NAME + 1]) if t.text == ":"), None)
    if k is None or k + 2 >= len(line) or not any(t.text in STOPS - {":"} | DASHES for t in line[-2:]):
        return None
    name = [t for t in line[:k] if not t.is_punct]
    named = name and all(t.text[0].isupper() and t.pos_ in {"PROPN", "NOUN", "ADJ"} for t in name)
    named = named or _text(name) in INTERVIEW
    return (name, line[k:]) if named else None


def signatures(doc: Doc, quoted: tuple[Quoted, ...]) -> Iterator[Candidate]:
    """'“…” — Name, title': a quotation at the head of its line, and a dash before a name with nothing told of it."""
    for inside, q in _words(doc, quoted):
        if not _heads_line(inside):
            continue
        behind = _line_behind(doc, inside.end)
        if len(behind) < 2 or behind[0].text not in DASHES or any(t.tag_ in FINITE | {"MD"} for t in behind):
            continue
        name = doc[behind[1].i : behind[-1].i + 1].root
        name = behind[1] if behind[1].pos_ == "PROPN" else name
        if name.pos_ in {"PROPN", "NOUN"}:
            yield _candidate("claim.signed", behind[0], list(inside), name, (q,), speaks=name.pos_ == "NOUN")


def introductions(doc: Doc, context: Context) -> Iterator[Candidate]:
    """'The mayor was blunt: “…”': a quotation behind a colon, of whom the sentence before it tells."""
    for inside, q in _words(doc, context.quoted):
        colon = _word_before(doc, inside.start)
        if colon is None or colon.text != ":" or len(inside) < 4:
            continue
        before = doc[colon.sent.start : colon.i]
        if len(before) == 0 or overlapping(context.quoted, before.start_char, before.end_char):
            continue
        taken = any(_has(q, outcome) for verb in before for outcome in by_verb(verb, context))
        who = subject(before.root) if before.root.pos_ in {"VERB", "AUX", "ADJ"} else _named(list(before))
        if not taken and who is not None and who.i < colon.i:
            yield _candidate("claim.introduced", colon, list(inside), who, (q,))


def _words(doc: Doc, quoted: Iterable[Quoted]) -> Iterator[tuple[Span, Quoted]]:
    """The words of each quotation; `Doc.char_span` looks at all words each time."""
    begins = [t.idx for t in doc]
    for q in quoted:
        yield doc[bisect_right(begins, q.begin) - 1 : bisect_left(begins, q.end)], q


def _has(q: Quoted, outcome: Outcome) -> bool:
    """Whether a quotation is in what a word attributes already."""
    return isinstance(outcome, Candidate) and q in outcome.quoted


def _candidate(
    rule: str,
    mark: Token,
    content: Sequence[Token],
    who: Token,
    quoted: tuple[Quoted, ...] = (),
    *,
    speaks: bool = True,
) -> Candidate:
    speaks = speaks and who.lemma_.lower() not in PUBLISHED
    words = frozenset(t.i for t in content if not t.is_space)
    return Candidate(rule, SpeechAct.ASSERTION, frozenset({mark.i}), words, who, quoted=quoted, speaks=speaks)


def _heads_line(words: Span) -> bool:
    before = words.doc[words.start - 1] if words.start else None
    return before is None or "\n" in before.text


def _line_behind(doc: Doc, start: int) -> list[Token]:
    """The rest of the line, or the next line where none is left; nothing where it is long."""
    while start < len(doc) and doc[start].is_space:
        start += 1
    line: list[Token] = []
    for token in doc[start : start + LONGEST_SIGNATURE]:
        if "\n" in token.text:
            return line
        line.append(token)
    return line if start + len(line) == len(doc) else []


def _word_before(doc: Doc, start: int) -> Token | None:
    words = (doc[i] for i in range(start - 1, max(start - 3, 0) - 1, -1))
    return next((t for t in words if not t.is_space), None)


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
