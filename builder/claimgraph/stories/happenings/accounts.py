"""What an article tells of its events, by keys that mean the same in any article."""

import re
import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from claimgraph.model import Event, Extraction, Factuality, Mention, Span
from claimgraph.stories.happenings.when import When, day_of, when
from claimgraph.stories.named import NOUN, Names, Who, head, keys_of
from claimgraph.stories.settings import Settings
from claimgraph.stories.words import stem

WORDS = "words"
REAL = frozenset({Factuality.STATED, Factuality.ATTRIBUTED, Factuality.DENIED})
ONCE = frozenset({"ballot", "agreement"})  # a body does it once in a while: its agents and its object tell it
LASTING = frozenset({"Clash", "Offensive"})
WEEK = 7  # days
LEAD = 3  # sentences after the headline
BEFORE = 3  # words before a mention that tell whether it is known
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
INDEFINITE = frozenset(
    [
        "a",
        "an",
        "another",
        "first",
        "second",
        "third",
        "similar",
        "new",
        "separate",
        "further",
        "earlier",
        "previous",
        "other",
        "latest",
    ]
)
NUMERALS = frozenset({"two", "three", "several", "some", "more"})
THINGS = keys_of("targets") | keys_of("weapons")
WORD = re.compile(r"\w+")
Place = tuple[str, ...]  # its key, and those of the places around it


class Mark(StrEnum):
    """How an event is brought in."""

    KNOWN = "known"  # 'the strike'
    NEW = "new"  # 'a strike', 'the second strike'
    NONE = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What an article tells of one event, by keys that mean the same in any article."""

    id: str
    members: tuple[str, ...]  # the ids of all that it is put together of, its own among them
    article: str
    day: int | None  # of the article, proleptic Gregorian ordinal
    type: str
    types: frozenset[str]  # those of all that it is put together of
    factuality: Factuality
    agents: tuple[Who, ...]
    patients: tuple[Who, ...]
    places: tuple[Place, ...]
    ways: tuple[Place, Place]  # from where, to where: () for what is not told
    local: frozenset[str]  # the keys of places smaller than a country that are no large cities
    when: When
    figures: frozenset[tuple[str, str]]  # measure, value
    items: frozenset[str]  # the things that take part in what its sentences tell: the weapon, the building
    things: frozenset[str]  # those, and what else they speak of
    headline: bool  # told in the article's first line only
    lead: bool  # told there or in the sentences after it, where news stands
    sentence: int  # where it is told first
    last: int  # and last
    mark: Mark
    setting: frozenset[str]  # whom and where the article names: persons, bodies, towns

    @property
    def family(self) -> str:
        """What the events that it may be one with have in common."""
        return families().get(self.type, (self.type, ""))[0]

    def likely(self, settings: Settings) -> When:
        """When it took place if it is news: what is told without a date is of the days before the article."""
        if self.when.told or self.day is None or not self.real or not self.lead:
            return self.when
        return When(self.day - settings.recent, self.day)

    def days(self) -> frozenset[int]:
        """The days on which it may have been, where a day is told."""
        if self.when.exact is not None:
            return frozenset({self.when.exact})
        if self.when.weekday is None or self.day is None:
            return frozenset()
        return frozenset(d for d in range(self.day - WEEK, self.day + WEEK + 1) if (d - 1) % 7 == self.when.weekday)

    @property
    def standing(self) -> bool:
        """Whether it may be a war or a campaign: fighting against someone named, with no day and no town."""
        return self.type in LASTING and not self.when.told and not self.local and any(p.named for p in self.patients)

    @property
    def lasting(self) -> bool:
        """Whether news speaks of it for months: a plan, a campaign, a vote."""
        return not self.real or self.standing or self.family in ONCE

    def apart(self, other: "Account", settings: Settings) -> bool:
        """Whether the articles are of such different days that what they have in common is another story."""
        return self.day is not None and other.day is not None and abs(self.day - other.day) > settings.story

    @property
    def real(self) -> bool:
        """Whether it is told as having taken place, or as not having: no plan."""
        return self.factuality in REAL


@cache
def families() -> dict[str, tuple[str, str]]:
    """Class -> its family and the list in it, of `families.toml`."""
    lists = tomllib.loads(Path(__file__).with_name("families.toml").read_text(encoding="utf-8"))
    kinds = ((family, key, names) for family, keys in lists.items() for key, names in keys.items() if key != WORDS)
    return {name: (family, key) for family, key, names in kinds for name in names}


@cache
def family_words() -> dict[str, str]:
    """The stem of a word -> the family of events that it tells of, where the text has no more than the word."""
    lists = tomllib.loads(Path(__file__).with_name("families.toml").read_text(encoding="utf-8"))
    return {stem(word): family for family, keys in lists.items() for word in keys.get(WORDS, ())}


def accounts(told: Extraction, names: Names) -> Iterator[Account]:
    """The events of an article, in the text's order."""
    reader = _Reader(told, names)
    return (reader.account(event) for event in told.events)


class _Reader:
    def __init__(self, told: Extraction, names: Names) -> None:
        self.told, self.names = told, names
        self.day, self.setting = day_of(told.article.issued), names.setting()
        self.figures = _figures_of(told)
        self.items, self.things = _things(told, names)
        self.begins = [sentence.begin for sentence in told.sentences]
        text = told.article.body
        self.headline = len(text) - len(text.lstrip()) + len(text.lstrip().split("\n", 1)[0])
        self.lead = max((s.end for s in told.sentences[: LEAD + 1]), default=0)
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(told.mentions):
            self.mentions[mention.of].append(mention)

    def account(self, event: Event) -> Account:
        """What the article tells of one event."""
        ends = (event.origins, event.destinations)
        places = tuple(dict.fromkeys(self.names.place(p) for p in (*event.locations, *ends[0], *ends[1])))
        spans = [mention.span for mention in self.mentions[event.id]]
        origin, destination = (self.names.place(end[0]) if end else () for end in ends)
        return Account(
            id=event.id,
            members=(event.id,),
            article=self.told.article.id,
            day=self.day,
            type=event.type,
            types=frozenset({event.type}),
            factuality=event.factuality,
            agents=_once(self.names.who(a) for a in event.agents),
            patients=_once(self.names.who(p) for p in event.patients),
            places=places,
            ways=(origin, destination),
            local=frozenset(
                place[0] for place in places if not self.names.is_wide(place[0]) and not self.names.is_city(place[0])
            ),
            when=when(event),
            figures=frozenset(self.figures.get(event.id, ())),
            items=frozenset(self.items.get(event.id, ())),
            things=frozenset(self.things.get(event.id, ())),
            headline=bool(spans) and spans[-1].end <= self.headline,
            lead=bool(spans) and spans[0].end <= self.lead,
            sentence=bisect_right(self.begins, spans[0].begin) if spans else 0,
            last=bisect_right(self.begins, spans[-1].begin) if spans else 0,
            mark=self._marked(spans),
            setting=self.setting,
        )

    def _marked(self, spans: Sequence[Span]) -> Mark:
        """As new where it is first told so, as known where any mention is."""
        marks = [self._mark(span) for span in spans]
        return Mark.NEW if marks[:1] == [Mark.NEW] else Mark.KNOWN if Mark.KNOWN in marks else Mark.NONE

    def _mark(self, span: Span) -> Mark:
        before = [
            w.lower()
            for w in WORD.findall(_clause(self.told.article.text[max(0, span.begin - 40) : span.begin]))[-BEFORE:]
        ]
        if before and before[-1] in NUMERALS:
            return Mark.NEW
        for word in reversed([*before, *span.text.lower().split()]):
            if word in INDEFINITE:
                return Mark.NEW
            if word in DEFINITE:
                return Mark.KNOWN
        return Mark.NONE


def _clause(before: str) -> str:
    """What stands before a word in its own clause."""
    return re.split(r"[.!?;:\n]", before)[-1]


def _figures_of(told: Extraction) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for figure in told.figures:
        if figure.of and figure.value is not None:
            found[figure.of].add((figure.measures, f"{figure.value.normalize():f}"))
    return found


def _things(told: Extraction, names: Names) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The things that take part in what each event's sentences tell, and all things of which they speak."""
    begins = [sentence.begin for sentence in told.sentences]
    ids, events = {item.id for item in told.items}, {event.id for event in told.events}
    items: dict[int, set[str]] = defaultdict(set)
    for mention in told.mentions:
        if mention.of in ids:
            items[bisect_right(begins, mention.span.begin)].add(names.who(mention.of).own)
    words = {
        k: {key for word in WORD.findall(sentence.text) if (key := NOUN + head(word)) in THINGS}
        for k, sentence in enumerate(told.sentences, 1)
    }
    taking: dict[str, set[str]] = defaultdict(set)
    spoken: dict[str, set[str]] = defaultdict(set)
    for mention in told.mentions:
        if mention.of in events:
            sentence = bisect_right(begins, mention.span.begin)
            taking[mention.of] |= items[sentence]
            spoken[mention.of] |= items[sentence] | words.get(sentence, set())
    return taking, spoken


def _once(several: Iterable[Who]) -> tuple[Who, ...]:
    """Each once; not a state beside its forces."""
    found = tuple(dict.fromkeys(several))
    return tuple(one for one in found if not any(one.own in other.keys[1:] for other in found))
