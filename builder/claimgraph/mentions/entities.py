"""An actor or a place of one article, with all its names."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimgraph.mentions import titles
from claimgraph.mentions.fold import Key
from claimgraph.mentions.found import Found
from claimgraph.registry import Entry


@dataclass
class Entity:
    """All names of one actor or place in an article."""

    key: Key
    found: list[Found] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)  # as written, in the text's order
    actor: str | None = None
    place: str | None = None
    kind: str = ""
    entry: Entry | None = None  # the registry's (or the world's) for the actor, or else for the place
    joined: dict[int, str] = field(default_factory=dict)  # the starts of names that are short or variants -> rule

    def take(self, doc: Doc, found: Found, rule: str, joined: Mapping[int, str]) -> None:
        """Have one more name, by a rule, or by the one in `joined` by which its former owner had it."""
        self.joined[found.start] = joined.get(found.start, rule)
        at = bisect_left(self.found, found.start, key=lambda f: f.start)
        self.found.insert(at, found)
        self.forms.insert(at, found.text(doc))

    @property
    def gender(self) -> str:
        """As a title tells: "male", "female" or ""."""
        return next((g for f in self.found if (g := titles.gender(f.title))), "")

    @property
    def label(self) -> str:
        """The longest form of the name, the first of those as long."""
        longest = max(len(f.split()) for f in self.forms)
        return next(f for f in self.forms if len(f.split()) == longest)
