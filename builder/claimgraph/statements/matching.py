"""Finding the words that tell of events: lemmas whose surroundings meet the conditions in `triggers.toml`."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.mentions.descriptions import kind_of
from claimgraph.model import Kind
from claimgraph.statements.arguments import (
    Argument,
    happening_arguments,
    light_arguments,
    of_noun,
    of_object,
    of_phrase,
    of_verb,
)
from claimgraph.statements.dates import MONTHS
from claimgraph.statements.numerals import tables
from claimgraph.statements.syntax import case_of, children, conjuncts, lemma
from claimgraph.statements.triggers import Trigger, Triggers, Words, shipped

PARTICLES = {"compound:prt", "advmod", "xcomp"}  # the last: 'shot him dead'
UNTOLD = {"amod", "case"}  # participles that only describe, and prepositions
AWAY = {"out", "back", "away"}  # particles that are read as prepositions: 'pulled out of'


class Match(NamedTuple):
    """A word that may tell of an event: its triggers, the most specific first, and its arguments."""

    token: Token
    triggers: tuple[Trigger, ...]
    arguments: tuple[Argument, ...]
    light: bool = False  # a light verb says who did it

    @property
    def rule(self) -> str:
        """The id of the rule that found it."""
        return "event.verb" if self.token.pos_ == "VERB" else "event.light-verb" if self.light else "event.noun"


def matches(doc: Doc, cast: Cast, triggers: Triggers) -> list[Match]:
    """Every possible trigger, in the text's order; a noun that a verb's trigger asks for ('sign a treaty') is none."""
    verbs = list(_verbs(doc, triggers))
    taken = {a.token.i for m in verbs for a in m.arguments if _makes(m.triggers[0], a)}
    nouns = (m for m in _nouns(doc, triggers, cast) if m.token.i not in taken)
    return sorted([*verbs, *nouns], key=lambda m: m.token.i)


def _verbs(doc: Doc, triggers: Triggers) -> Iterator[Match]:
    for token in doc:
        if token.pos_ == "VERB" and (known := _known(token, lemma(token), triggers.verbs)) and token.dep_ not in UNTOLD:
            arguments = of_verb(token)
            if fitting := tuple(t for t in known if _verb_fits(t, token, arguments)):
                if fitting[0].object:
                    arguments += of_object(token)
                if fitting[0].phrase:
                    arguments += of_phrase(arguments, fitting[0].phrase)
                yield Match(token, fitting, tuple(arguments))


def _nouns(doc: Doc, triggers: Triggers, cast: Cast) -> Iterator[Match]:
    for token in doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound" or cast.name_at(token) is not None:
            continue
        if _is_month(token) or (children(token, "nummod") and lemma(token) in tables().words["votes"]):
            continue
        key = lemma(token) if token.pos_ == "NOUN" else token.lower_.removesuffix("s")
        if known := _known(token, key, triggers.nouns):
            own = [*of_noun(token), *happening_arguments(token, triggers.happening)]
            light = _light(token, triggers)
            arguments = [*light, *own] if light else own
            if fitting := tuple(t for t in known if _noun_fits(t, token, arguments)):
                yield Match(token, fitting, tuple(arguments), bool(light))


def _known(token: Token, key: str, entries: Mapping[str, tuple[Trigger, ...]]) -> tuple[Trigger, ...]:
    """The entries of a word, first of all those of what a hyphen makes of it: 'sit-in', 'test-fired'."""
    return entries.get(_hyphened(token) + key) or entries.get(key, ())


def _hyphened(token: Token) -> str:
    """What a hyphen joins before a word: the 'sit-' of 'sit-in'."""
    before = token.doc[max(0, token.i - 2) : token.i]
    joined = len(before) == 2 and before[1].text == "-" and not before[0].whitespace_ and not before[1].whitespace_
    return f"{before[0].lower_}-" if joined else ""


def _makes(trigger: Trigger, argument: Argument) -> bool:
    """Whether the verb's trigger asks for this object or phrase."""
    asked = trigger.object if argument.place == "object" else trigger.phrase
    return bool(asked) and (argument.place == "object" or lemma(argument.token) in asked)


def _light(noun: Token, triggers: Triggers) -> list[Argument]:
    packed = triggers.sets["measure"] | triggers.sets["container"]
    return light_arguments(noun, triggers.light, triggers.suffered, triggers.joining, packed)


def _is_month(noun: Token) -> bool:
    """'March' as a date: a capital, no determiner, and a number beside it or the tag of a name."""
    if noun.lower_ not in MONTHS or not noun.text[0].isupper() or children(noun, "det", "nmod:poss"):
        return False
    beside = noun.doc[max(0, noun.i - 1) : noun.i + 2]
    return noun.pos_ == "PROPN" or any(t.text[0].isdigit() for t in beside)


def _verb_fits(trigger: Trigger, verb: Token, arguments: list[Argument]) -> bool:
    objects = _lemmas(arguments, "object")
    if trigger.particle:
        beside = {c.lower_ for c in verb.children if c.dep_ in PARTICLES and 0 < c.i - verb.i < 8}
        beside |= {a.place for a in arguments if not a.loose} & AWAY
        if not trigger.particle & beside:
            return False
    if trigger.not_object & objects:
        return False
    if trigger.object and not (trigger.object & objects or _people(trigger, arguments)):
        return False
    doers = _lemmas(arguments, "subject") | _lemmas(arguments, "by") | (set() if trigger.object else objects)
    if trigger.subject and not trigger.subject & doers:
        return False
    if trigger.object and trigger.preposition:  # the phrase may hang on the object: 'bought grain from'
        arguments = arguments + of_object(verb)
    return _has_phrase(trigger, arguments)


def _has_phrase(trigger: Trigger, arguments: list[Argument]) -> bool:
    """Whether a phrase has the trigger's preposition and, where it asks for one, its noun: 'took to the streets'."""
    places = trigger.preposition or {a.place for a in arguments} - {"subject", "object", "recipient", "task"}
    heads = [lemma(a.token) for a in arguments if a.place in places and not a.loose]
    if trigger.not_phrase & set(heads) or (trigger.phrase and not trigger.phrase & set(heads)):
        return False
    return not trigger.preposition or bool(heads)


def _noun_fits(trigger: Trigger, noun: Token, arguments: list[Argument]) -> bool:
    begin = max((c.i for c in children(noun, "case", "det") if c.i < noun.i), default=-1)  # 'a week after the strike'
    inside = [c for c in children(noun, "compound", "amod", "nmod") if begin < c.i < noun.i]
    modifiers = {w for c in inside for w in (lemma(c), c.lower_)}
    if trigger.not_modifier & modifiers or (trigger.modifier and not trigger.modifier & modifiers):
        return False
    bare = "" if noun.tag_ == "NNS" or children(noun, "det", "nmod:poss", "amod", "nummod") else case_of(noun)
    if bare in trigger.not_case or (trigger.case and bare not in trigger.case):
        return False
    if trigger.of and not trigger.of & (_lemmas(arguments, "of") | modifiers):
        return False
    if trigger.plural and noun.tag_ not in {"NNS", "NNPS"} and not noun.lower_.endswith("s"):
        return False
    return _has_preposition(trigger, arguments)


def _has_preposition(trigger: Trigger, arguments: list[Argument]) -> bool:
    return not trigger.preposition or any(a.place in trigger.preposition for a in arguments if not a.loose)


def _people(trigger: Trigger, arguments: list[Argument]) -> bool:
    """Whether it is done to people, and the object describes some by whatever noun."""
    if not trigger.object >= shipped().sets["people"]:
        return False
    objects = (a.token for a in arguments if a.place == "object" and not a.loose)
    return any(kind_of(t) in {Kind.PERSON, Kind.UNNAMED_GROUP} for token in objects for t in conjuncts(token))


def _lemmas(arguments: list[Argument], place: str) -> set[str]:
    heads = [t for a in arguments if a.place == place and not a.loose for t in conjuncts(a.token)]
    holding = shipped().sets["portion"] | shipped().sets["container"] | shipped().sets["measure"]
    inner = [c for t in heads if lemma(t) in holding for c in children(t, "nmod") if case_of(c) == "of"]
    return {lemma(t) for t in (*heads, *inner, *(c for t in inner if lemma(t) in holding for c in children(t, "nmod")))}


def width(token: Token, trigger: Trigger) -> tuple[int, int]:
    """[begin, end) code points of the trigger's words: a verb with its particle, a noun with what makes its type."""
    first = last = token
    if token.pos_ == "VERB":
        last = next((c for c in children(token, "compound:prt") if c.i == token.i + 1), token)
    else:
        hyphened = bool(_hyphened(token))
        before = token.doc[token.i - 1 - hyphened] if token.i else token
        if before.head == token and (hyphened or _makes_type(before, trigger.modifier)):
            first = before
    return first.idx, last.idx + len(last)


def _makes_type(before: Token, modifiers: Words) -> bool:
    return bool(modifiers & {lemma(before), str(before.lower_)})
