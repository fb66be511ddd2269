"""`cg:Figure`: numbers of the killed and the injured, of troops, votes, money, and of persons, weapons and attacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast, descriptions
from claimgraph.model import Event, Figure, Kind, Measure, Mention
from claimgraph.statements.dates import MONTHS
from claimgraph.statements.events import triggers_of
from claimgraph.statements.numerals import DASHES, Number, numbers, tables
from claimgraph.statements.roles import actor_of
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.triggers import shipped

RANGING = {"between", "about", "around", "over", "up", "under", "near", ""}
NUMBERED = {"no.", "article", "resolution", "number", "aged", "#"}
SUFFERS = {"die", "perish", "fall"}
Found = tuple[Measure, str | None, str]  # what it counts, of whom, by which rule


def figures(
    doc: Doc, cast: Cast, events: Sequence[Event], mentions: Sequence[Mention]
) -> tuple[tuple[Figure, ...], tuple[Mention, ...]]:
    """The figures of an article in the text's order, and their mentions. `mentions`: of the article's events."""
    told = triggers_of(doc, mentions)
    kinds = {event.id: event.type for event in events}
    made: dict[str, tuple[Figure, Mention]] = {}
    for number in numbers(doc):
        for part, measure, of, rule in _read(doc, number, cast, told, kinds):
            begin, end = doc[part.start].idx, doc[part.end - 1].idx + len(doc[part.end - 1])
            id_ = f"{cast.article.id}/figure/{begin}-{end}"
            group = _group(doc, part, cast) if measure not in {Measure.VOTES, Measure.MONEY} else None
            figure = Figure(id_, of, measure, rule, part.value, part.upper, part.approximate, part.unit, group)
            made[id_] = figure, Mention(cast.article.span(begin, end), id_, rule)
    return tuple(f for f, _ in made.values()), tuple(m for _, m in made.values())


def _group(doc: Doc, number: Number, cast: Cast) -> str | None:
    """The people without a name that a number counts: "two fighters were killed"."""
    counted = _counted(doc, number)
    plural = counted.tag_ in {"NNS", "NNPS"} or counted.lower_ == "people"
    people = plural and descriptions.kind_of(counted) == Kind.UNNAMED_GROUP and cast.name_at(counted) is None
    found = cast.actor(counted) if people else None
    return found if found and cast.kind(found) == Kind.UNNAMED_GROUP else None


def _read(
    doc: Doc, number: Number, cast: Cast, told: Mapping[int, str], kinds: Mapping[str, str]
) -> Iterator[tuple[Number, Measure, str | None, str]]:
    if number.parts and (vote := _poll(doc, number, told, kinds)):
        for part in number.parts:
            yield part, Measure.VOTES, vote.of, "figure.vote"
        return
    if number.parts and number.upper is None:  # 'from 120 to 90 soldiers' is no range
        for part in number.parts:
            yield from _read(doc, part, cast, told, kinds)
        return
    if _no_figure(doc, number, cast):
        return
    counted = _counted(doc, number)
    if number.unit:
        yield number, Measure.MONEY, _event_above(counted, told), "figure.money"
    elif found := _harm(counted, told, cast) or _votes(counted, told) or _others(counted, number, told, cast):
        yield number, *found


class Poll(NamedTuple):
    """A vote whose outcome is told, and its event where there is one."""

    of: str | None


def _poll(doc: Doc, number: Number, told: Mapping[int, str], kinds: Mapping[str, str]) -> Poll | None:
    """The vote whose outcome two numbers tell: 'voted 170-0', 'passed by 168 to 11', '168 votes to 11'."""
    words = tables().words
    first, second = number.parts
    noun = any(lemma(t) in words["votes"] for t in doc[first.end : second.start])
    above = _counted(doc, number).ancestors
    verb = next((t for t in (doc[first.start].head, *above) if t.pos_ == "VERB"), None)
    falling = number.upper is None or (number.start and doc[number.start - 1].lower_ == "by")
    if not noun and (verb is None or not falling or lemma(verb) not in words["voting"]):
        return None
    sentence = doc[number.start].sent
    return Poll(next((told[t.i] for t in sentence if t.i in told and kinds.get(told[t.i]) == "Vote"), None))


def _no_figure(doc: Doc, number: Number, cast: Cast) -> bool:
    """Years, days of the month, ages, times, measures, percentages, names, parts of a longer code."""
    first, last = doc[number.start], doc[number.end - 1]
    after = doc[number.end] if number.end < len(doc) else None
    if cast.name_at(first) is not None or first.ent_type_ == "DATE":
        return True
    if number.start and doc[number.start - 1].lower_ in DASHES and not doc[number.start - 1].whitespace_:
        return True
    if not number.parts and len(first.text) == 4 and first.text.isdigit() and 1900 <= int(first.text) <= 2099:
        return last.dep_ != "nummod" or lemma(last.head) not in shipped().sets["people"] | tables().words["troops"]
    if after is not None and (lemma(after) in tables().words["measures"] or after.lower_ in DASHES):
        return True
    counted = _counted(doc, number)
    if number.value == 1 and first.lower_ == "one" and first.dep_ not in {"nummod"} and not _is_harm(counted):
        return True
    return lemma(counted) in tables().words["measures"] or _calendar(counted, first)


def _calendar(counted: Token, first: Token) -> bool:
    before = first.doc[first.i - 1].lower_ if first.i else ""
    return counted.lower_ in MONTHS or before in MONTHS or before in NUMBERED


def _counted(doc: Doc, number: Number) -> Token:
    """What is counted: the noun, or the number itself where it stands alone ('killing 12')."""
    token = doc[number.end - 1]
    inside = range(number.start, number.end)
    while token.head.i in inside and token.head != token:
        token = token.head
    if of := [c for c in children(token, "nmod") if case_of(c) == "of" and c.i > token.i]:
        return of[0]
    if token.dep_ in {"nummod", "compound", "nmod", "obl", "amod", "det"} and token.head.pos_ in {
        "NOUN",
        "PROPN",
        "ADJ",
        "SYM",
    }:
        return token.head if token.head.i > token.i else token
    later = [c for c in children(token, "conj") if c.pos_ in {"NOUN", "PROPN"}] if number.parts else []
    return later[0] if later else token


def _governor(counted: Token) -> tuple[Token, str]:
    """The word that the counted ones depend on, and how; of joined phrases, the first one's."""
    token = _top(counted)
    return token.head, str(token.dep_)


def _top(token: Token) -> Token:
    while (
        token.dep_ in {"conj", "appos"} and token.head.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"} and token.head != token
    ):
        token = token.head
    return token


def _is_harm(counted: Token) -> bool:
    return bool(_harm_words(counted))


def _harm_words(counted: Token) -> list[Token]:
    """The words that say that the counted ones were killed or injured."""
    words = tables().words
    harm = words["killed"] | words["injured"] | words["both"]
    head, label = _governor(counted)
    found = [t for t in (counted, *children(counted, "amod", "acl", "acl:relcl")) if _suffered(t) and lemma(t) in harm]
    if head.pos_ in {"VERB", "ADJ", "NOUN"} and head != counted:
        undergone = label in {"obj", "nsubj:pass", "obl"} or (label == "nsubj" and lemma(head) in SUFFERS | {"dead"})
        if head.pos_ == "NOUN":
            undergone = label == "nmod" and case_of(counted) == "of"
        if undergone and lemma(head) in harm and (label != "obl" or case_of(_top(counted)) in RANGING):
            found.append(head)
        if label in {"nsubj:pass", "obj", "nsubj"}:
            found += [
                c for c in children(head, "xcomp", "obj") if c != counted and lemma(c) in {"dead", "wounded", "injured"}
            ]
        if label == "obl" and case_of(counted) == "to" and lemma(head) in {"rise", "climb", "reach"}:
            found += [c for c in children(head, "nsubj") if lemma(c) in harm]
    # 'Ten were killed and 30 injured': with the auxiliary left out, the number's own place in the tree is uncertain.
    after = counted.doc[counted.i + 1 : counted.i + 2]
    gapped = [t for t in after if t.tag_ == "VBN" and t.dep_ == "conj" and lemma(t) in harm]
    return found + [t for t in gapped if counted.pos_ == "NUM" and t not in found]


def _suffered(token: Token) -> bool:
    return token.pos_ != "VERB" or token.tag_ == "VBN" or lemma(token) in SUFFERS


def _harm(counted: Token, told: Mapping[int, str], cast: Cast) -> Found | None:
    said = _harm_words(counted)
    if not said:
        return None
    words = tables().words
    joined = [c for t in said for c in (*children(t, "conj"), *([t.head] if t.dep_ == "conj" else [])) if _shares(c)]
    lemmas = {lemma(t) for t in (*said, *joined)}
    if lemmas & words["both"] or (lemmas & words["killed"] and lemmas & words["injured"]):
        measure = Measure.KILLED_OR_INJURED
    else:
        measure = Measure.KILLED if lemmas & words["killed"] else Measure.INJURED
    event = next((told[t.i] for t in said if t.i in told), None) or _event_near(said[0], told)
    return measure, event or cast.actor(counted), "figure.harm"


def _shares(verb: Token) -> bool:
    """Whether a joined verb has the same ones as its object."""
    own = [c for c in children(verb, "obl") if c.pos_ == "NUM"]
    own += [t for t in verb.doc[max(verb.i - 1, 0) : verb.i] if t.pos_ == "NUM"]
    return not own and not children(verb, "obj", "nsubj", "nsubj:pass", "nummod")


def _votes(counted: Token, told: Mapping[int, str]) -> Found | None:
    head, _ = _governor(counted)
    words = tables().words["votes"]
    if lemma(counted) in words or (lemma(head) == "vote" and counted.pos_ == "NUM"):
        return Measure.VOTES, told.get(counted.i) or _event_above(counted, told), "figure.vote"
    return None


def _others(counted: Token, number: Number, told: Mapping[int, str], cast: Cast) -> Found | None:
    sets, words = shipped().sets, tables().words
    if counted.pos_ == "NUM" or (number.value is not None and number.value < 2):
        return None
    if lemma(counted) in words["troops"] or counted.lower_ in words["troops"]:
        return Measure.TROOPS, actor_of(counted, cast), "figure.troops"
    if counted.i in told:
        return Measure.COUNT, told[counted.i], "figure.number"
    people = descriptions.kind_of(counted) == Kind.UNNAMED_GROUP and counted.tag_ == "NNS"
    if people or lemma(counted) in sets["weapon"] | sets["force"] | sets["people"]:
        of = cast.actor(counted) or _event_above(counted, told)
        return (Measure.COUNT, of, "figure.number") if of else None
    return None


def _event_above(token: Token, told: Mapping[int, str]) -> str | None:
    """The nearest event in whose phrase the word stands."""
    return next((told[t.i] for t in (token, *token.ancestors) if t.i in told), None)


def _event_near(word: Token, told: Mapping[int, str]) -> str | None:
    """The event above the word, or else the one told closest by in its sentence."""
    if above := _event_above(word, told):
        return above
    here = [t.i for t in word.sent if t.i in told]
    return told[min(here, key=lambda i: (abs(i - word.i), i))] if here else None
