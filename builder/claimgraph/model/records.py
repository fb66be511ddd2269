"""The records: what one article tells."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import Literal

from pydantic import TypeAdapter

from claimgraph.model.values import Factuality, Kind, Measure, Quotation, SpeechAct


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of an article's text with its words: `len(text) == end - begin`, never empty."""

    begin: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Check the invariant; raises ValueError."""
        if not 0 <= self.begin < self.end or len(self.text) != self.end - self.begin:
            raise ValueError(f"no span of a text: {self!r}")

    @classmethod
    def of(cls, text: str, begin: int, end: int) -> "Span":
        """The span [begin, end) of a text."""
        return cls(begin, end, text[begin:end])

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        return self.begin <= other.begin and other.end <= self.end


@dataclass(frozen=True)
class Article:
    """One source document as it was read, and what it says of itself."""

    identifier: str  # the path relative to the folder given, without its ending
    text: str
    title: str | None = None
    issued: str | None = None  # ISO 8601: a date, or a date and a time
    publisher: str | None = None  # an outlet's name
    source: str | None = None  # a URL
    boilerplate: tuple[Span, ...] = ()  # menus, appeals, share lines: nothing is extracted from them

    @cached_property
    def id(self) -> str:
        """`article/` and 12 hex digits of the SHA-256 of identifier and text: another text is another article."""
        identity = "\0".join((self.identifier, self.text))
        return f"article/{sha256(identity.encode()).hexdigest()[:12]}"

    @cached_property
    def body(self) -> str:
        """The text with its boilerplate blanked out; every offset stays, and so do the line breaks."""
        body = list(self.text)
        for span in self.boilerplate:
            body[span.begin : span.end] = ("\n" if c == "\n" else " " for c in span.text)
        return "".join(body)

    def span(self, begin: int, end: int) -> Span:
        """The span [begin, end) of the article's text."""
        return Span.of(self.text, begin, end)


@dataclass(frozen=True)
class Actor:
    """Who acts or speaks. Its labels are the registry's, or else verbatim from the article."""

    id: str
    kind: Kind
    label: str
    named: bool = True
    alt_labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """A named place. `part_of`: the place around it, as the article tells."""

    id: str
    label: str
    alt_labels: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True)
class Item:
    """A thing that takes part in an event: the weapon, the vehicle."""

    id: str
    label: str


@dataclass(frozen=True, order=True)
class Mention:
    """A span that speaks of an actor, a place, an item, an event, a figure or an affiliation.

    `told_as`: of an event, whether it is vouched for where this mention stands.
    """

    span: Span
    of: str  # the id
    rule: str
    told_as: Factuality | None = None


@dataclass(frozen=True)
class Affiliation:
    """An actor's role in an organization, as the article tells it. `place`: where it is held.

    `factuality`: Stated in the article's own voice, Attributed or Denied where it is told within a claim only.
    """

    id: str
    member: str
    organization: str
    role: str | None
    rule: str
    place: str | None = None
    factuality: Factuality = Factuality.STATED


@dataclass(frozen=True)
class Figure:
    """A number with what it counts. `of`: the event or the actor that it belongs to; `group`: the people it counts.

    `as_of`: the date (YYYY, YYYY-MM, YYYY-MM-DD) at which it holds, where told; `changed_from`: the id of the figure
    that it was before ('from 500 to 4,000').

    What follows tells with which other figures it can be compared. `counted`: what is counted, as lemmas, what it is
    said to be before the noun itself, which is last: ('wounded', 'soldier'); a name's as they are written. `place`:
    the id of where it is. `bound`: that it is the least or the most. `side`: of votes. `share`: that it is a part of a
    number told before, or more to what there was. `stock`: that it tells how many there are, and not to how many
    something happened.
    """

    id: str
    of: str | None
    measures: Measure
    rule: str
    value: Decimal | None = None  # None: 'dozens' and the like, where no number can be given
    upper: Decimal | None = None
    approximate: bool = False
    unit: str | None = None  # of money: ISO 4217
    group: str | None = None
    as_of: str | None = None
    changed_from: str | None = None
    counted: tuple[str, ...] = ()
    place: str | None = None
    bound: Literal["at least", "at most"] | None = None
    side: Literal["for", "against"] | None = None
    share: Literal["part", "more"] | None = None
    stock: bool = False


@dataclass(frozen=True)
class Event:
    """Something that happened, is said to have happened, or is planned.

    `date`, or the ends of a stretch of time, as exactly as the words tell: YYYY, YYYY-MM or YYYY-MM-DD.
    """

    id: str
    type: str  # the most specific class
    factuality: Factuality
    rule: str
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    date: str | None = None
    date_text: str | None = None
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class Claim:
    """One act of someone saying, thinking or intending something, as one article reports it.

    `patients`: whom the act is done to: who is accused, praised, threatened, asked or refused.
    """

    id: str
    rule: str
    content: tuple[Span, ...]
    speech_act: SpeechAct
    quotation: Quotation
    claimant: str | None = None  # None: the text names no one whose claim it is
    addressees: tuple[str, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    held: bool | None = None  # whether who reports it takes it for true, or false, by the words that attribute
    embeds: tuple[str, ...] = ()
    describes: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()


@dataclass(frozen=True)
class Identity:
    """An actor or a place that several articles tell of: its id, its kind (None: a place), and why it is one."""

    id: str
    kind: Kind | None
    grounds: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Rejected:
    """A word that attributes elsewhere, but makes no claim here, by what rule, and why."""

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True)
class Extraction:
    """All that one article tells, in the text's order."""

    article: Article
    sentences: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    items: tuple[Item, ...] = ()
    mentions: tuple[Mention, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()

    def to_json(self) -> bytes:
        """The records as JSON (UTF-8)."""
        return _JSON.dump_json(self)

    @classmethod
    def from_json(cls, data: bytes | str) -> "Extraction":
        """The records from `to_json`; raises pydantic.ValidationError on anything else."""
        return _JSON.validate_json(data)


_JSON: TypeAdapter[Extraction] = TypeAdapter(Extraction)
