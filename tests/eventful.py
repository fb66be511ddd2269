"""Reads the events and figures of a `Doc` built by hand, with a small registry and the real cast."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Claim, Event, Figure, Kind, Mention, Quotation, Span, SpeechAct
from claimgraph.registry import Entry, Label, Registry
from claimgraph.statements.events import events
from claimgraph.statements.figures import figures
from claimgraph.statements.triggers import shipped

STATES = {"Norland": "Norlandic", "Sudria": "Sudrian"}
PLACES = ("Eastport", "Westfort")


@cache
def registry() -> Registry:
    entries: dict[str, Entry] = {}
    for name, demonym in STATES.items():
        slug = name.lower()
        entries[f"actor/{slug}"] = Entry(
            f"actor/{slug}", Kind.STATE, Label(name), demonyms=(demonym,), territory=f"place/{slug}"
        )
        entries[f"place/{slug}"] = Entry(f"place/{slug}", None, Label(name))
    norguard = Entry("actor/norguard", Kind.MILITARY_FORCE, Label("Norguard"), part_of="actor/norland")
    entries[norguard.id] = norguard
    for name in PLACES:
        entries[f"place/{name.lower()}"] = Entry(f"place/{name.lower()}", None, Label(name))
    return Registry(dict(sorted(entries.items())))


@dataclass
class Told:
    """What was read, with names in place of ids."""

    cast: Cast
    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]

    @property
    def types(self) -> list[str]:
        return [event.type for event in self.events]

    def who(self, role: str, nth: int = 0) -> list[str]:
        return [self.cast.label(entity) for entity in getattr(self.events[nth], role)]

    def words(self, nth: int = 0) -> list[str]:
        return [m.span.text for m in self.mentions if m.of == self.events[nth].id]


def read(doc: Doc, issued: str | None = "2024-05-15", claims: tuple[Claim, ...] = ()) -> Told:
    article = Article("made/up", doc.text, issued=issued)
    people = cast(doc, article, registry())
    happened, mentions = events(doc, people, claims, shipped())
    counted, _ = figures(doc, people, happened, mentions)
    return Told(people, happened, mentions, counted)


def claim(text: str, content: str, act: SpeechAct = SpeechAct.ASSERTION, cue: str = "") -> Claim:
    """A claim over the first occurrence of some words."""

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    return Claim(
        "article/x/claim/0-1", "claim.test", (span(content),), act, Quotation.INDIRECT, cue=(span(cue),) if cue else ()
    )
