"""What stands where in an article: whom, what and which numbers the words of a claim speak of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimgraph.model import Event, Extraction, Factuality, Mention, Span
from claimgraph.stories.happenings.accounts import families
from claimgraph.stories.named import Names

ATTACK = "attack"
NEAR = 150  # characters over which "it" looks back for what is demanded


class Contents:
    """What stands where in an article."""

    def __init__(self, told: Extraction, names: Names) -> None:
        """Sort the article's mentions by their places."""
        self.told, self.names = told, names
        self.events = {event.id: event for event in told.events}
        self.actors = {actor.id for actor in told.actors}
        self.places = {place.id for place in told.places}
        self.bodies = {role.member: role.organization for role in reversed(told.affiliations)}
        self.figures = {figure.id: figure for figure in told.figures}
        self.mentions = sorted(told.mentions, key=lambda m: (m.span.begin, -m.span.end, m.of))
        self.begins = [mention.span.begin for mention in self.mentions]

    def within(self, spans: Sequence[Span]) -> Iterator[Mention]:
        """The mentions within some spans."""
        for span in spans:
            for mention in self.mentions[bisect_left(self.begins, span.begin) :]:
                if mention.span.begin >= span.end:
                    break
                if mention.span.end <= span.end:
                    yield mention

    def body(self, actor: str) -> str:
        """The key of the state or body for which someone speaks: where a person has a role, else its own."""
        if actor in self.bodies:
            return self.names.who(self.bodies[actor]).whole
        return self.names.owner(actor) or self.names.who(actor).whole

    def last_attack(self, before: int) -> Event | None:
        """The attack that was told of last before a place of the text."""
        for mention in reversed(self.mentions[: bisect_left(self.begins, before)]):
            event = self.events.get(mention.of)
            if event is not None and families().get(event.type, ("", ""))[0] == ATTACK:
                return event
        return None

    def last_plan(self, before: int) -> str | None:
        """What was told last, not far before a place of the text, to be planned or asked for: 'voted for it'."""
        for mention in reversed(self.mentions[: bisect_left(self.begins, before)]):
            if before - mention.span.end > NEAR:
                return None
            event = self.events.get(mention.of)
            if event is not None and event.factuality == Factuality.INTENDED:
                return event.id
        return None

    def participants(self, id_: str | None) -> frozenset[str]:
        """The sort of an event, and who takes part in it."""
        event = self.events.get(id_ or "")
        if event is None:
            return frozenset()
        family = families().get(event.type, (event.type, ""))[0]
        return frozenset({f"event:{family}", *(self.names.who(a).whole for a in (*event.agents, *event.patients))})

    def touching(self, spans: Sequence[Span]) -> Iterator[Mention]:
        """The mentions that overlap some spans."""
        return (m for m in self.mentions if any(m.span.overlaps(span) for span in spans))
