"""What the rules for attributions take and give."""

from dataclasses import dataclass

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.quotations import Quoted
from claimgraph.statements.lexicon import Lexicon


@dataclass(frozen=True)
class Context:
    """What a rule asks beside the word: the quotations of the text, and the words that attribute."""

    quoted: tuple[Quoted, ...]
    lexicon: Lexicon


@dataclass(frozen=True)
class Candidate:
    """A claim as positions of words in the doc, before they become spans."""

    rule: str
    act: SpeechAct
    cue: frozenset[int]
    content: frozenset[int]
    source: Token | None  # the head of the phrase that names whose claim it is
    addressees: tuple[Token, ...] = ()
    held: bool | None = None  # as in the lexicon
    quoted: tuple[Quoted, ...] = ()  # a quotation that is the content, beyond its words in this sentence
    speaks: bool = False  # a claim only if the source can speak: 'citing officials', but not 'citing the cost'
    verbatim: bool = False  # given word for word without quotation marks, as in a transcript
    passed_on_by: int | None = None  # the word whose claim passes this one on, where it does not lie in its content


@dataclass(frozen=True)
class Found:
    """What a frame gives of a verb: the content's words, and more words of the cue."""

    content: frozenset[int]
    more_cue: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Miss:
    """A word that attributes elsewhere, but not here, and why."""

    rule: str
    word: int
    reason: str


Outcome = Candidate | Miss
