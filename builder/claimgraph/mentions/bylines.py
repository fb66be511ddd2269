"""Who speaks where nobody is quoted: the writer named in a byline, the body that issues a statement, Q and A."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from claimgraph.mentions import descriptions, texts
from claimgraph.mentions.salience import SUBJECTS

ISSUED = frozenset({"statement", "communique", "release", "announcement", "declaration"})
TALKS = frozenset({"speak", "talk", "tell", "answer"})
INTERVIEWS = frozenset({"interview", "question", "ask"})
WITH = frozenset({"to", "with", "by"})


def writer(doc: Doc, persons: Iterable[tuple[int, int]]) -> Token | None:
    """The head of the person named in "By X" on a line of its own.

    `persons`: the tokens [start, end) of their names.
    """
    for start, end in persons:
        opens = start > 0 and doc[start - 1].lower_ == "by" and (start == 1 or "\n" in doc[start - 2].text)
        if opens and end < len(doc) and "\n" in doc[end].text:
            return doc[start:end].root
    return None


def issuer(doc: Doc, headline: int) -> Token | None:
    """Whose statement the article is by its headline: "Press statement by the Zorban Board"."""
    issued = (t for t in doc[:headline] if descriptions.lemma(t) in ISSUED)
    return next((found for t in issued if (found := texts.author(t, ()))), None)


def is_turn(token: Token) -> bool:
    """Whether a letter opens a turn of an interview: "Q: Who was it?"."""
    doc, at = token.doc, token.i
    opens = at == 0 or "\n" in doc[at - 1].text
    return token.text in {"Q", "A"} and opens and at + 1 < len(doc) and doc[at + 1].text in {":", "."}


def turn(token: Token, persons: Iterable[Token]) -> Token | None:
    """Who "Q" or "A" is: as told before the first of them. `persons`: the heads of the names of persons, in order."""
    first = next(t.i for t in token.doc if is_turn(t))
    named = [p for p in persons if p.i < first]
    told = next((p for p in named for role in _roles(p) if role == token.text), None)
    subjects = [p for p in named if p.dep_ in SUBJECTS]
    return told or next((p for p in subjects if token.text == "A" and not set(_roles(p)) - {"A"}), None)


def _roles(person: Token) -> Iterator[str]:
    """Whether the words about a person make him the one who asks or who answers."""
    verb, cases = person.head, {c.lower_ for c in person.children if c.dep_ == "case"}
    subject = person.dep_ == "nsubj"
    if verb.lemma_ in TALKS and (subject or cases & WITH or person.dep_ in {"obj", "iobj"}):
        yield "A" if subject else "Q"
    if verb.lemma_ in INTERVIEWS and (person.dep_ in SUBJECTS | {"obj"} or cases & WITH):
        yield "Q" if subject or "by" in cases else "A"
