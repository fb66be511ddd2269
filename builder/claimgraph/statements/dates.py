"""`cg:date`: the words of a sentence that tell when, and which of them belong to which event.

What the words come to is told by `times`; here, whether they tell a time at all, and whose.
"""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from claimgraph.statements.ahead import expected
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.times import FORMS, MONTHS, Moment, found, moment, resolve

__all__ = ["FORMS", "MONTHS", "When", "belonging", "dated", "expressions", "moment", "resolve"]

LIMITS = {"before", "after", "than", "about", "from", "to", "prior", "ahead", "between", "until", "till", "since", "by"}
WITHIN = {"in", "during", "of", "throughout", "for", "through", "on", "around", ""}  # what opens the phrase of a month
FINITE = {"VBD", "VBZ", "VBP", "MD", "TO"}
WILL = {"will", "shall", "'ll", "’ll", "wo"}
REPEATED = {"every", "each", "any", "some", "most", "many"}
REMEMBERED = {"anniversary", "eve", "commemoration"}
BEFORE_NOUN = {"compound", "nummod", "amod", "nmod", "nmod:poss", "nmod:desc", "det", "advmod"}
# Of these the infinitive or participle is done at the same time, and of the next ones the date is the end's.
PHASES = {"begin", "start", "commence", "continue", "keep", "resume", "manage", "try", "attempt"}
ENDINGS = {"end", "cease", "stop", "halt", "suspend", "finish"}
SEVERAL = {"series", "wave", "spate", "string", "round", "number", "dozen", "score", "hundred", "pair", "flurry"}
PART_OF = {"", "in", "during", "by", "with", "through", "amid", "into", "to"}  # not 'after the raid', 'for the raid'


class When(NamedTuple):
    """The words that tell when, their head, and what they come to: a value, a stretch, or neither.

    Offsets are 0-based code points into the article's text, end exclusive. `first`, `last`: YYYY, YYYY-MM or YYYY-MM-DD
    of a stretch, which may lack one of them.
    """

    text: str
    begin: int
    end: int
    head: Token
    value: str | None  # YYYY, YYYY-MM, YYYY-MM-DD
    first: str | None = None
    last: str | None = None
    near: str | None = None  # the value told before it in the text


def dated(doc: Doc, issued: str | None) -> dict[int, list[When]]:
    """The dates that each sentence of an article tells, by the position of its first word.

    `issued`: the article's date (ISO 8601), where known.
    """
    told: dict[int, list[When]] = {}
    near = None
    for sentence in doc.sents:
        told[sentence.start], near = _read(sentence, issued, near)
    return told


def expressions(sentence: Words, issued: str | None, near: str | None = None) -> list[When]:
    """The dates that a sentence tells, in its order.

    `issued`: the article's date (ISO 8601), where known; `near`: the value told last before the sentence, for 'the next
    day'. In the sentence, the value told last counts.
    """
    return _read(sentence, issued, near)[0]


def _read(sentence: Words, issued: str | None, near: str | None) -> tuple[list[When], str | None]:
    """The sentence's dates, and the value told last: None where the words told last leave it open."""
    told = []
    for begin, end in found(sentence.text):
        words = sentence.char_span(begin, end)
        if words is None or not _speaks_of_time(words):
            continue
        text = sentence.text[begin:end]
        when = _resolved(text, words, issued, near)
        if not _limited(words):
            at = sentence.start_char
            told.append(When(text, at + begin, at + end, words.root, *when, near))
        near = when.value
    return told, near


def _resolved(text: str, words: Words, issued: str | None, near: str | None) -> Moment:
    """What they come to: of the days of a name the next one where the verb says so, or the limit that it looks to.

    A limit whose verb does not tell which ('a truce until 5 June') is open where last and next one differ.
    """
    finite = _finite(words.root)
    if text.lower().startswith(("until", "till", "up ", "by ")):
        past, ahead = (moment(text, issued, future, near) for future in (False, True))
        if past == ahead or finite is None:
            return past if past == ahead else Moment()
        return past if finite.tag_ == "VBD" or (lemma(finite) == "have" and finite.pos_ == "AUX") else ahead
    return moment(text, issued, (finite is not None and finite.lower_ in WILL) or expected(words.root), near)


def _finite(token: Token) -> Token | None:
    """The finite verb, modal or 'to' of the verb on which a word depends; None where it depends on none."""
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"} or verb == token:
        return None
    first = next((c for c in children(verb, "aux", "aux:pass", "mark") if c.tag_ in FINITE), verb)
    return first if first.tag_ in FINITE else None


def _limited(words: Words) -> bool:
    """Whether they are only what a time is counted from: 'after 3 May', 'on the eve of 3 May'."""
    opening = {c.lower_ for c in _opening(words)}
    remembered = "of" in opening and lemma(words.root.head) in REMEMBERED
    return bool(LIMITS & opening) or remembered


def _opening(words: Words) -> list[Token]:
    """The prepositions before the words that govern them."""
    heads = [t for t in words if t.head.i < words.start or t.head.i >= words.end or t.head == t]
    return [c for t in heads for c in children(t, "case", "mark") if c.i < words.start]


def _speaks_of_time(words: Words) -> bool:
    """Not the verb 'may', nor a number that only looks like a year, a name with a date in it, or what recurs."""
    first, root = words[0], words.root
    beside = words.doc[first.i - 1].lower_ if first.i > words.sent.start else ""
    if beside in REPEATED | {"a", "one"} or _in_name(words):
        return False
    if len(words) == 1 and first.text.isdigit():
        return _is_year(root)
    if first.lower_ == "that" and first.head.i not in range(words.start, words.end):
        return False  # the conjunction: 'said that year after year'
    if len(words) == 1 and first.lower_ in MONTHS:
        return _is_month(root)
    adverbial = root.dep_ not in {"nsubj", "obj", "flat"} or root.pos_ in {"ADV", "ADP"}
    return adverbial or root.pos_ == "PROPN"


def _is_year(number: Token) -> bool:
    """A number alone is a year in a phrase of its own ('in 2014'), or behind a noun's determiner ('the 2014 raid')."""
    if before := _noun_behind(number):
        return any(c.i < number.i for c in children(before, "det", "nmod:poss"))
    governed = bool(children(number, "case")) or number.head.i > number.i or number.head.pos_ in {"VERB", "AUX"}
    return governed and number.pos_ == "NUM" and number.dep_ not in {"nummod", "obj", "nsubj", "nsubj:pass", "flat"}


def _is_month(name: Token) -> bool:
    """A month, and neither a person nor the verb: 'in May', 'the May offensive', 'since March'."""
    if name.pos_ not in {"PROPN", "NOUN"} or name.dep_ in {"nsubj", "nsubj:pass", "obj", "iobj", "flat", "appos"}:
        return False
    return name.ent_type_ != "PER" and (_noun_behind(name) is not None or case_of(name) in WITHIN | LIMITS)


def _in_name(words: Words) -> bool:
    """Whether a name goes on behind the date, or goes before it: 'the 14 May Party', 'Bloody Sunday'."""
    doc = words.doc
    after = doc[words.end] if words.end < words.sent.end else None
    within = after is not None and after.pos_ == "PROPN" and after.is_title and after.lower_ not in MONTHS
    if within and after is not None and (after.left_edge.i <= words.start or any(after in t.ancestors for t in words)):
        return True
    before = doc[words.start - 1] if words.start > words.sent.start else None
    named = before is not None and before.is_title and not before.is_sent_start and before.head == words.root
    return (
        named and before is not None and before.pos_ in {"ADJ", "PROPN"} and before.dep_ in {"amod", "flat", "compound"}
    )


def _noun_behind(date: Token) -> Token | None:
    """The noun that a date stands before and modifies: 'Sunday's strike', 'the 2014 offensive'."""
    opened = any(c.i < date.i for c in children(date, "case"))
    noun = date.head
    return noun if date.dep_ in BEFORE_NOUN and noun.i > date.i and noun.pos_ == "NOUN" and not opened else None


def belonging(
    trigger: Token, told: Iterable[When], triggers: set[int], apart: set[int], light: frozenset[str]
) -> When | None:
    """The date that is told of a trigger: that of its own phrase, of the clause whose argument it is, or one it shares.

    A date that modifies a noun is only that noun's. A date that stands before joined clauses, or behind them, is of all
    of them. `triggers`: the positions of all triggers; `apart`: of the words whose dates are their own (a claim's cue).
    """
    told = list(told)
    if own := [when for when in told if _modifies(when, trigger)]:
        return min(own, key=lambda when: abs(when.head.i - trigger.i))
    free = [when for when in told if _noun_behind(when.head) is None and not _of_saying(when, trigger, apart)]
    homes = [trigger]
    argument = _argument(trigger)
    governing = lemma(argument.head) in light or argument.head.i not in triggers
    if governing and _in_clause(argument) and argument.head.i not in apart:
        homes.append(argument.head)
    for home in homes:
        if mine := [when for when in free if _home(when.head, triggers, home.i) == home.i]:
            return min(mine, key=lambda when: (abs(when.head.i - trigger.i), when.begin))
    return next((when for home in homes if (when := _shared(home, free, triggers))), None)


def _modifies(when: When, noun: Token) -> bool:
    """'Sunday's strike', and, whatever the tree says of an "in" right behind a noun, 'the siege in 1991'."""
    if noun.pos_ != "NOUN":
        return False
    if _noun_behind(when.head) in {noun, noun.head if noun.dep_ == "conj" and not children(noun, "det") else noun}:
        return True
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return len(after) == 2 and after[0].lower_ == "in" and when.begin in {after[0].idx, after[1].idx}


def _of_saying(when: When, trigger: Token, apart: set[int]) -> bool:
    """Whether it stands right behind a cue and before what is said: 'said on Monday that a strike hit …'."""
    first = when.head.doc.char_span(when.begin, when.end)
    if first is None or trigger.i < first.start or trigger.i in apart:
        return False
    opening = min((c.i for c in _opening(first)), default=first.start)
    return opening - 1 in apart


def _argument(noun: Token) -> Token:
    """The noun that stands in the clause for this one: the first of joined ones, 'a wave of strikes'."""
    while noun.pos_ == "NOUN":
        head = noun.head
        joined = noun.dep_ == "conj" and head.pos_ == "NOUN"
        contained = noun.dep_ == "nmod" and case_of(noun) == "of" and lemma(head) in SEVERAL
        if not (joined or contained) or head == noun:
            break
        noun = head
    return noun


def _in_clause(noun: Token) -> bool:
    """Whether what a noun tells of is told of at the time of its verb."""
    if noun.pos_ == "VERB" or lemma(noun.head) in ENDINGS:
        return False
    return noun.dep_ in {"obj", "nsubj", "nsubj:pass"} or (noun.dep_ == "obl" and case_of(noun) in PART_OF)


def _shared(verb: Token, told: Iterable[When], triggers: set[int]) -> When | None:
    """The date of the verb above, where it holds for this one too.

    Joined verbs share one that stands before both or behind both; 'began shelling' tells one time, and so does
    'attacked the base, killing two'.
    """
    word, joined = verb, False
    while _at_one_time(word):
        first = word.head
        joined = joined or word.dep_ == "conj"
        theirs = (when for when in told if _home(when.head, triggers, first.i) == first.i)
        outside = (when for when in theirs if not joined or not first.i < when.head.i < verb.i)
        if (when := next(outside, None)) is not None:
            return when
        word = first
    return None


def _at_one_time(verb: Token) -> bool:
    """Whether it may be told with the date of the verb above it."""
    if verb.pos_ != "VERB" or verb.head.pos_ != "VERB" or verb.head == verb:
        return False
    return verb.dep_ == "conj" or (verb.dep_ == "xcomp" and lemma(verb.head) in PHASES) or _accompanies(verb)


def _accompanies(verb: Token) -> bool:
    """A participle behind its clause, without a subordinator or a subject of its own: ', killing two'."""
    own = children(verb, "mark", "case", "nsubj", "nsubj:pass", "aux", "advmod")
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and not [c for c in own if c.i < verb.i]


def _home(token: Token, triggers: set[int], asked: int) -> int:
    """The first trigger, verb or `asked` word above a word."""
    for above in token.ancestors:
        if above.i == asked or above.i in triggers or above.pos_ in {"VERB", "AUX"}:
            return int(above.i)
    return -1
