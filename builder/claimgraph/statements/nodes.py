"""An event in the making: what is told of it, and where."""

from dataclasses import dataclass

from claimgraph.model import Factuality, Span
from claimgraph.statements.matching import Match
from claimgraph.statements.roles import Roles
from claimgraph.statements.triggers import Frame, shipped


@dataclass(frozen=True)
class Telling:
    """A mention of an event, and whether anyone vouches for the event there.

    `asserts`: it says that the event takes place, as a verb does and "the attack" does not; `headline`: it stands in
    the headline; `claimed`: in the content of somebody's claim.
    """

    span: Span
    rule: str
    told_as: Factuality
    asserts: bool
    headline: bool
    claimed: bool


@dataclass(frozen=True)
class Time:
    """When it was: a date, or the ends of a stretch of time (YYYY, YYYY-MM or YYYY-MM-DD), and the words."""

    text: str
    date: str | None = None
    begin: str | None = None
    end: str | None = None

    @property
    def known(self) -> bool:
        """Whether the words come to anything."""
        return bool(self.date or self.begin or self.end)

    def fits(self, other: "Time") -> bool:
        """Whether the two may be one time: one lies within the other, or nothing is known of one but the words."""
        if not self.known and not other.known:
            return self.text.casefold() == other.text.casefold()
        if self.date and other.date:
            return self.date.startswith(other.date) or other.date.startswith(self.date)
        if self.date:
            return other._holds(self.date)
        if other.date:
            return self._holds(other.date)
        return all(_in_order(*ends) for ends in ((self.begin, other.end), (other.begin, self.end)))

    def _holds(self, day: str) -> bool:
        early = self.begin is not None and day < self.begin[: len(day)]
        late = self.end is not None and day[: len(self.end)] > self.end
        return not early and not late


def _in_order(early: str | None, late: str | None) -> bool:
    """Whether a stretch that begins on the one may reach the other."""
    return early is None or late is None or early[: len(late)] <= late[: len(early)]


@dataclass(eq=False)
class Node:
    """An event by its first trigger, with all that was told of it so far."""

    match: Match
    type: str
    frame: Frame
    roles: Roles
    tellings: list[Telling]
    time: Time | None = None

    @property
    def lineage(self) -> tuple[str, ...]:
        """Its class and those above it."""
        return shipped().lineage(self.type)

    @property
    def factuality(self) -> Factuality:
        """Stated where the article itself says in its body that it took place; else as it is told first.

        A headline counts only where the body does not tell of the event; a denial only where nobody asserts anything
        else: "the attack" behind it vouches for none.
        """
        body = [telling for telling in self.tellings if not telling.headline] or self.tellings
        said = [telling.told_as for k, telling in enumerate(body) if telling.asserts or k == 0]
        if Factuality.STATED in said[1:]:
            return Factuality.STATED
        return next((value for value in said if value is not Factuality.DENIED), Factuality.DENIED)
