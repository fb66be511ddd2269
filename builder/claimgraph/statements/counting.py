"""What a number counts: the noun of its phrase, or what a clause says comes to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.model import Measure
from claimgraph.statements.dates import MONTHS
from claimgraph.statements.numerals import DASHES, DIGITS, Number, tables
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.triggers import shipped

NUMBERED = {"no.", "article", "resolution", "number", "aged", "#"}
PRONOMINAL = {"no", "the", "this", "that", "every", "any", "each", "which"}  # before "one" that is no number
QUANTITIES = {"many", "much", "few"}
REACHING = {"", "to", "at", "from", "about", "over"}  # of the number that something comes to
MODIFIERS = {"nummod", "compound", "nmod", "obl", "amod", "det"}
HEADS = {"NOUN", "PROPN", "ADJ", "SYM"}
MEMBERS = {"man", "member", "person", "woman", "soldier", "strong"}


class Found(NamedTuple):
    """What a number counts, of whom, by which rule."""

    measure: Measure
    of: str | None
    rule: str
    stock: bool = False  # counts what there is, not what happened
    unit: str | None = None
    side: Literal["for", "against"] | None = None  # of votes
    share: Literal["part"] | None = None  # of a number told before
    noun: Token | None = None  # what is counted, where it stands elsewhere


@dataclass(frozen=True)
class Story:
    """What the numbers of an article are read against: `told`, the events by the position of their trigger."""

    doc: Doc
    cast: Cast
    told: Mapping[int, str]
    kinds: Mapping[str, str]  # event -> its class


@dataclass(frozen=True)
class Read:
    """A number that makes a figure."""

    number: Number
    found: Found
    token: Token  # what is counted

    @property
    def noun(self) -> Token:
        """The word that tells what is counted, be it told before."""
        matter = come_to(self.token)
        return self.found.noun or (matter if matter is not None else self.token)


def counted(doc: Doc, number: Number) -> Token:
    """What is counted: the noun, or the number itself where it stands alone ('killing 12')."""
    token = head_of(doc, number)
    vague = tables().words["vague"]
    while of := [c for c in children(token, "nmod") if case_of(c) == "of" and c.i > token.i]:
        token = of[0]
        if token.lower_ not in vague:
            return token
    if token.dep_ == "nmod" and lemma(token.head) in QUANTITIES and token.head.i < token.i:  # 'as many as 12 men'
        token = token.head
        return token.head if token.dep_ == "amod" else token
    if token.dep_ in MODIFIERS and token.head.pos_ in HEADS:
        return token.head if token.head.i > token.i else token
    later = [c for c in children(token, "conj") if c.pos_ in {"NOUN", "PROPN"}] if number.parts else []
    return later[0] if later else token


def head_of(doc: Doc, number: Number) -> Token:
    """The word of a number on which its others depend."""
    token = doc[number.end - 1]
    inside = range(number.start, number.end)
    while token.head.i in inside and token.head != token:
        token = token.head
    return token


def governor(token: Token) -> tuple[Token, str]:
    """The word that the counted ones depend on, and how; of joined phrases, the first one's."""
    first = top(token)
    return first.head, str(first.dep_)


def top(token: Token) -> Token:
    """The first of joined phrases: of '12 men and 3 boys', and of '12, including 3 boys', the men, the 12."""
    joined = {"NOUN", "PROPN", "NUM", "ADJ"}
    while token.head != token and token.head.pos_ in joined:
        many = token.head.pos_ == "NUM" or token.head.lower_ in tables().words["vague"]
        of = many and case_of(token) == "of"
        part = token.dep_ == "nmod" and (of or case_of(token) == "including" or token.head.lower_ in QUANTITIES)
        if not part and token.dep_ not in {"conj", "appos"}:
            break
        token = token.head
    return token


def sized(doc: Doc, number: Number) -> Token | None:
    """The whole whose members are counted: 'a 300-strong force', 'a 12-man cell', 'a force of 900'."""
    behind = [t for t in doc[number.end : number.end + 2] if t.text not in DASHES]
    word = behind[0] if behind else None
    if word is not None and word.i == number.end and lemma(word) != "strong":
        word = None
    if word is not None and lemma(word) in MEMBERS:
        whole = word.head if word.dep_ in {"amod", "compound", "nmod"} else word
        return whole if whole.pos_ in {"NOUN", "PROPN"} and whole != word else None
    token = head_of(doc, number)
    of = token.dep_ == "nmod" and case_of(token) == "of" and token.head.i < token.i
    return token.head if of and token.head.pos_ == "NOUN" else None


def come_to(token: Token) -> Token | None:
    """What a clause says comes to a number that stands alone: 'the toll rose to 40', 'cut its troops to 900'."""
    if token.pos_ not in {"NUM", "SYM"}:
        return None
    if token.dep_ == "nmod" and case_of(token) == "at" and lemma(token.head) in tables().words["holders"]:
        return content(token.head)
    if case_of(token) == "at" and token.head.dep_ in {"acl", "acl:relcl"}:  # 'the number of people killed at 12'
        holder = token.head.head.head
        if token.head.head.dep_ == "nmod" and lemma(holder) in tables().words["holders"]:
            return content(holder)
    if own := children(token, "nsubj"):
        return content(own[0]) if children(token, "cop") and not case_of(token) else None
    case = case_of(token)
    while token.dep_ in {"nmod", "conj"} and token.head.pos_ == "NUM":
        token = token.head
    verb = token.head
    if verb.pos_ != "VERB" or lemma(verb) not in tables().words["changing"]:
        return None
    if token.dep_ not in {"obj", "obl", "xcomp"} or case not in REACHING:
        return None
    if any(c.pos_ == "PRON" for c in children(verb, "obj")):  # 'others put it at 40'
        return None
    moved = [c for c in children(verb, "obj", "nsubj:pass", "nsubj") if c.pos_ in {"NOUN", "PROPN", "ADJ"}]
    moved.sort(key=lambda c: ("obj", "nsubj:pass", "nsubj").index(c.dep_))
    return content(moved[0]) if moved else None


def content(noun: Token) -> Token:
    """What a noun that says little stands for: 'the number of troops', 'troop levels'; any other is itself."""
    words = tables().words
    if lemma(noun) not in words["holders"]:
        return noun
    parts = [c for c in children(noun, "nmod") if case_of(c) == "of"] + children(noun, "compound", "amod")
    known = words["troops"] | words["killed"] | words["injured"] | words["both"] | shipped().sets["people"]
    named = [c for c in parts if c.dep_ == "nmod" or lemma(c) in known]
    return named[0] if named else noun


def is_designation(doc: Doc, number: Number) -> bool:
    """Whether the number is what the word before it goes by: 'Brigade 45', 'Article 5'."""
    token = head_of(doc, number)
    before = token.head.i == number.start - 1 and token.dep_ in {"nummod", "nmod", "flat", "compound", "appos", "dep"}
    return before and token.head.pos_ in {"NOUN", "PROPN"} and not case_of(token) and token.head.text[0].isupper()


def uncountable(doc: Doc, number: Number, cast: Cast) -> bool:
    """Years, days of the month, ages, times, measures, names, parts of a longer code."""
    first, last = doc[number.start], doc[number.end - 1]
    words = tables().words
    if cast.name_at(first) is not None or first.ent_type_ == "DATE" or is_designation(doc, number):
        return True
    if number.start and doc[number.start - 1].lower_ in DASHES and not doc[number.start - 1].whitespace_:
        return True
    if not number.parts and len(first.text) == 4 and first.text.isdigit() and 1900 <= int(first.text) <= 2099:
        return last.dep_ != "nummod" or lemma(last.head) not in shipped().sets["people"] | words["troops"]
    what = counted(doc, number)
    match = DIGITS.fullmatch(last.lower_)
    if what.pos_ == "NUM" and ((match and match[4]) or last.lower_.rstrip(".") in tables().letters):
        return True  # '300m' alone is a length
    after = doc[number.end] if number.end < len(doc) else None
    if after is not None and (lemma(after) in words["measures"] or (after.lower_ in DASHES and not _odd(after))):
        return True
    before = doc[number.start - 1].lower_ if number.start else ""
    if first.lower_ == "one" and first.dep_ != "nummod" and before in PRONOMINAL:
        return True
    return lemma(what) in words["measures"] or what.lower_ in MONTHS or before in MONTHS or before in NUMBERED


def _odd(dash: Token) -> bool:
    """'40-odd men'."""
    return dash.i + 1 < len(dash.doc) and dash.nbor().lower_ in {"odd", "plus"}


def event_above(token: Token, told: Mapping[int, str]) -> str | None:
    """The nearest event in whose phrase the word stands."""
    return next((told[t.i] for t in (token, *token.ancestors) if t.i in told), None)


def event_before(word: Token, story: Story, above: str, reach: int = 3) -> str | None:
    """The event below a class that is told last in the sentence of a word, or else in the ones before it.

    `reach`: how many of those.
    """
    fitting = [i for i, event in story.told.items() if above in shipped().lineage(story.kinds[event])]
    sentence, left = word.sent, reach
    while True:
        here = [i for i in fitting if sentence.start <= i < sentence.end]
        if here or left == 0 or sentence.start == 0:
            return story.told[max(here)] if here else None
        sentence, left = word.doc[sentence.start - 1].sent, left - 1


def event_near(word: Token, told: Mapping[int, str]) -> str | None:
    """The event above the word, or else the one told closest by in its sentence."""
    if above := event_above(word, told):
        return above
    here = [t.i for t in word.sent if t.i in told]
    return told[min(here, key=lambda i: (abs(i - word.i), i))] if here else None
