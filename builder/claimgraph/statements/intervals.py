"""`cg:date` of what is told by its distance from something dated: 'marched on Friday, a day after parliament voted'."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from claimgraph.statements.nodes import Node, Time
from claimgraph.statements.times import moment
from claimgraph.statements.times.words import VAGUE, N, form

_WORDS = rf"(?P<count>the|{N}) (?P<unit>day|week|month|year)(?P<several>s?) (?P<way>after|before)"
DISTANCE = form(rf"(?P<vague>{VAGUE})??(?P<words>{_WORDS})")
# Behind these it is a stretch, one of several days, or the distance of another clause.
APART = {
    "in",
    "during",
    "over",
    "within",
    "for",
    "throughout",
    "the",
    "these",
    "those",
    "first",
    "last",
    "every",
    "each",
}
APART |= {"and", "but", "or", "then"}
PARTS = {"nsubj", "nsubj:pass", "obj", "obl", "nmod"}  # what may tell of the event in place of its head: 'held a vote'


def with_distances(nodes: Sequence[Node], doc: Doc) -> None:
    """Give the events without a time the one that the sentence counts from an event before them, which has a date.

    'A week' is seven days; several lead to a week, months to a month: what the words leave open stays open.
    """
    for sentence in doc.sents:
        told = [node for node in nodes if sentence.start <= node.match.token.i < sentence.end]
        for found in DISTANCE.finditer(sentence.text):
            words = sentence.char_span(*found.span("words"))
            if words is None or found["vague"] or _apart(words, found["count"], found["several"]):
                continue
            counted = _led_to(words[-1], told)
            near = _counted_from(words, counted, told) if counted is not None and counted.time is None else None
            if counted is not None and near is not None:
                way = "earlier" if found["way"].lower() == "after" else "later"
                time = Time(words.text, *moment(f"{_counted(found['count'], found['unit'])} {way}", None, near=near))
                counted.time = time if time.known else None


def _apart(words: Words, count: str, several: str) -> bool:
    """Whether they tell no distance between two events."""
    before = words.doc[words.start - 1].lower_ if words.start > words.sent.start else ""
    return before in APART or (count.lower() == "the" and bool(several))


def _counted(count: str, unit: str) -> str:
    """The number and the unit, for `times`."""
    if count.lower() in {"a", "one"} and unit.lower() == "week":
        return "7 days"
    return f"{'a' if count.lower() == 'the' else count} {unit}"


def _led_to(way: Token, told: Iterable[Node]) -> Node | None:
    """The event of the clause or noun that 'after' or 'before' opens."""
    if way.dep_ not in {"mark", "case"} or way.head.i < way.i:
        return None
    below = {c for c in way.head.children if c.dep_ in PARTS}
    own = [node for node in told if node.match.token == way.head]
    return next(iter(own or [node for node in told if node.match.token in below]), None)


def _counted_from(words: Words, counted: Node, told: Iterable[Node]) -> str | None:
    """The date of the event before the words that governs what they lead to, or that of all events before them."""
    known = {node.match.token.i: _date(node, words) for node in told if node.match.token.i < words.start}
    above = [known[t.i] for t in counted.match.token.ancestors if t.i in known]
    if above:  # behind a comma it may be the whole sentence's: 'voted on Friday that they leave, a day after …'
        parted = words.doc[words.start - 1].is_punct
        return next((day for day in above if day), None) if parted else above[0]
    dates = {date for date in known.values() if date}
    return dates.pop() if len(dates) == 1 else None


def _date(node: Node, words: Words) -> str | None:
    """The event's date, where its words stand before those for the distance."""
    before = words.sent.text[: words.start_char - words.sent.start_char]
    return node.time.date if node.time and node.time.text in before else None
