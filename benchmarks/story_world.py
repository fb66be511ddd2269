"""Invented extractions of any number, made without a model: stories of all sizes over two years, told by many outlets.

Each article tells events of its story and others, with claims, figures and, now and then, passages of an earlier one
of the story. The names, words and numbers are drawn at random from a fixed seed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from random import Random

from claimgraph.model import (
    Actor,
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Figure,
    Kind,
    Measure,
    Mention,
    Place,
    Quotation,
    SpeechAct,
)
from claimgraph.slugs import slug

BEGIN, DAYS = date(2023, 1, 1), 730
LARGEST = 3.2  # articles of the largest story, by the square root of all
TYPES = ("Airstrike", "Shelling", "Clash", "Killing", "Arrest", "Protest", "Meeting", "Vote", "Withdrawal", "Aid")
ACTS = (SpeechAct.ASSERTION, SpeechAct.ASSERTION, SpeechAct.ACCUSATION, SpeechAct.DENIAL, SpeechAct.DEMAND)
STATES = ("actor/united-states", "actor/iraq", "actor/iran", "actor/turkey", "actor/syria")
GROUPS = ("actor/islamic-state", "actor/pmf", "actor/kataib-hezbollah", "actor/pkk", "actor/us-armed-forces")
SYLLABLES = ("ba", "dar", "fa", "gul", "hal", "ja", "kir", "lam", "mo", "nur", "qam", "ra", "sin", "tal", "um", "zab")


@dataclass(frozen=True)
class Happening:
    """What happens in a story."""

    type: str
    day: date
    agent: str
    patient: str  # a person's name, or a noun
    town: str
    dead: int


@dataclass(frozen=True)
class Story:
    """What its articles tell in part."""

    happenings: tuple[Happening, ...]
    said: tuple[tuple[str, str], ...]  # who, what
    sentences: tuple[str, ...]  # as the agency has them


class World:
    """Draws stories and articles."""

    def __init__(self, seed: int = 7) -> None:
        """The same seed draws the same."""
        self.random = Random(seed)
        self.words = ["".join(self.random.choices(SYLLABLES, k=self.random.choice((2, 3)))) for _ in range(6000)]
        self.towns = [self._name() for _ in range(3000)]
        self.outlets = [f"{self._name()} {self._name()}" for _ in range(300)]
        self._weights = list(accumulate(1 / (k + 30) for k in range(len(self.words))))
        self._busy = list(accumulate(1 / (k + 5) for k in range(len(self.towns))))

    def articles(self, number: int) -> Iterator[Extraction]:
        """So many articles, in no order of time."""
        made = 0
        while made < number:
            largest = size = LARGEST * number**0.5
            k = 1
            while size >= 1 and made < number:
                story, size = self._story(), largest / k
                for _ in range(min(int(size), number - made)):
                    yield self._article(story, made)
                    made += 1
                k += 1

    def of_one_story(self, number: int) -> Iterator[Extraction]:
        """So many articles of one story."""
        story = self._story()
        return (self._article(story, k) for k in range(number))

    def _name(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=3)).capitalize()

    def _said(self, number: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=number))

    def _happening(self, day: date, town: str) -> Happening:
        draw = self.random
        patient = (
            f"{self._name()} {self._name()}"
            if draw.random() < 0.3
            else draw.choice(("soldiers", "civilians", "fighters"))
        )
        away = timedelta(draw.randrange(3))
        return Happening(
            draw.choice(TYPES), day - away, draw.choice(STATES + GROUPS), patient, town, draw.randrange(1, 40)
        )

    def _story(self) -> Story:
        draw = self.random
        day = BEGIN + timedelta(draw.randrange(DAYS))
        town = draw.choices(self.towns, cum_weights=self._busy)[0]
        speakers = [f"{self._name()} {self._name()}" for _ in range(4)]
        return Story(
            tuple(self._happening(day, town) for _ in range(3)),
            tuple((draw.choice(speakers), self._said(9)) for _ in range(6)),
            tuple(self._said(18) for _ in range(4)),
        )

    def _article(self, story: Story, number: int) -> Extraction:
        draw = self.random
        day = story.happenings[0].day + timedelta(draw.randrange(4))
        own = [one for one in story.happenings if draw.random() < 0.8]
        other = self._story()
        told = _Teller(draw, day)
        for one in (*own, *other.happenings[:2]):
            told.event(one, self._said(5), draw.random() < 0.5)
        for who, what in (*draw.sample(story.said, 4), *other.said):
            words = [*what.split(), *(self._said(2).split() if draw.random() < 0.5 else ())]
            draw.shuffle(words)
            told.claim(who, " ".join(words))
        for sentence in (
            *(draw.sample(story.sentences, 2) if draw.random() < 0.3 else ()),
            self._said(15),
            self._said(20),
        ):
            told.sentence(sentence)
        return told.extraction(f"{number:07}", draw.choice(self.outlets))


Own = Callable[[str], str]


class _Teller:
    """Puts an article together."""

    def __init__(self, draw: Random, day: date) -> None:
        self.draw, self.day, self.text = draw, day, ""
        self.sentences: list[tuple[int, int]] = []
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.mentions: list[tuple[int, int, str]] = []
        self.events: list[tuple[str, Happening, str]] = []
        self.claims: list[tuple[int, int, int, str, str | None]] = []

    def sentence(self, words: str) -> int:
        """Add a sentence; gives where it begins."""
        begin = len(self.text)
        self.text += f"{words}.\n"
        self.sentences.append((begin, len(self.text) - 1))
        return begin

    def actor(self, name: str) -> str:
        """An actor's id: of the registry, a person's, or that of some without a name."""
        if name.startswith("actor/"):
            self.actors[name] = Actor(name, Kind.STATE if name in STATES else Kind.ARMED_GROUP, name)
            return name
        kind, named = (Kind.PERSON, True) if " " in name else (Kind.UNNAMED_GROUP, False)
        id_ = f"actor/person/{slug(name)}" if named else f"~{name}"
        self.actors[id_] = Actor(id_, kind, name, named)
        return id_

    def event(self, one: Happening, words: str, dated: bool) -> None:
        """Tell an event."""
        place = f"place/{slug(one.town)}"
        self.places[place] = Place(place, one.town, part_of="place/iraq")
        begin = self.sentence(f"{words} {one.type.lower()} {one.patient} {one.town} {one.dead}")
        at = begin + len(words) + 1
        self.mentions.append((at, at + len(one.type), f"event/{len(self.events)}"))
        self.actor(one.agent)
        self.actor(one.patient)
        self.events.append((f"event/{len(self.events)}", one, one.day.isoformat() if dated else ""))

    def claim(self, who: str, what: str) -> None:
        """Tell a claim."""
        begin = self.sentence(f"{who} said {what}")
        content = begin + len(who) + 6
        about = self.draw.choice(self.events)[0] if self.events and self.draw.random() < 0.3 else None
        self.claims.append((begin, content, content + len(what), self.actor(who), about))

    def extraction(self, identifier: str, outlet: str) -> Extraction:
        """The whole, with the ids that it has in its article."""
        article = Article(identifier, self.text, issued=self.day.isoformat(), publisher=outlet)

        def own(id_: str) -> str:
            return f"{article.id}/{id_.removeprefix('~')}" if id_.startswith(("event/", "~")) else id_

        events = [
            Event(own(id_), one.type, Factuality.STATED, "made", (own(one.agent),), (own(self.actor(one.patient)),),
                  locations=(f"place/{slug(one.town)}",), date=day or None)
            for id_, one, day in self.events
        ]  # fmt: skip
        figures = [
            Figure(
                f"{own(id_)}/dead", own(id_), Measure.KILLED, "made", Decimal(one.dead + self.draw.choice((0, 0, 0, 2)))
            )
            for id_, one, _ in self.events
        ]
        return Extraction(
            article,
            tuple(article.span(*ends) for ends in self.sentences),
            tuple(Actor(own(a.id), a.kind, a.label, a.named) for a in self.actors.values()),
            tuple(self.places.values()),
            mentions=tuple(self._mentions(article, own)),
            figures=tuple(figures),
            events=tuple(events),
            claims=tuple(self._claims(article, own)),
        )

    def _mentions(self, article: Article, own: Own) -> Iterator[Mention]:
        for begin, end, id_ in self.mentions:
            yield Mention(article.span(begin, end), own(id_), "made", Factuality.STATED)

    def _claims(self, article: Article, own: Own) -> Iterator[Claim]:
        for number, (begin, content, end, who, about) in enumerate(self.claims):
            yield Claim(
                f"{article.id}/claim/{number}",
                "made",
                (article.span(content, end),),
                self.draw.choice(ACTS),
                Quotation.INDIRECT,
                who,
                cue=(article.span(content - 5, content - 1),),
                source=(article.span(begin, content - 6),),
                describes=(own(about),) if about else (),
            )
