"""What one article tells of one happening, put together: the attack, the deaths in it, 'the strike' further down.

An article's own events are kept apart as finely as its words tell them. To find one again in another article, all
that the article tells of the happening counts: its headline has the victims, the lead the town, a background
paragraph the day.
"""

from collections.abc import Iterable
from dataclasses import replace

from claimgraph.stories.happenings.accounts import Account, Mark, families
from claimgraph.stories.happenings.comparing import evidence
from claimgraph.stories.happenings.when import Nearness, When
from claimgraph.stories.named import keys_of
from claimgraph.stories.settings import Settings

NEAR = 2  # sentences over which "the strike" or "were killed" goes on with what was told last
SHARED = ("participants", "patients", "agents", "town", "way")
ATTACK, GENERAL, OUTCOME = "attack", "general", "outcome"


def incidents(accounts: Iterable[Account], settings: Settings) -> tuple[Account, ...]:
    """The happenings of one article, each with all that is told of it, in the order in which they are brought in."""
    found: list[Account] = []
    told = sorted(accounts, key=lambda a: (a.headline, a.sentence, a.id))  # the headline is told by what follows it
    for one in told:
        fitting = [k for k in reversed(range(len(found))) if _may_continue(found[k], one, settings)]
        going = [k for k in fitting if _continues(found[k], one, told, settings)]
        k = max(going, key=lambda k: (_likeness(found[k], one, settings), found[k].when.first or 0), default=None)
        if k is None and len(fitting) == 1 and (_again(found[fitting[0]], one) or _outcome(one)):
            k = fitting[0]
        if k is None:
            found.append(one)
        else:
            found[k] = _put_together(found[k], one)
    return tuple(found)


def _may_continue(known: Account, one: Account, settings: Settings) -> bool:
    """Whether nothing that is told speaks against its being of a happening that is known."""
    if known.family != one.family or known.real != one.real or one.mark is Mark.NEW:
        return False
    return evidence(known, one, settings) is not None


def _continues(known: Account, one: Account, told: list[Account], settings: Settings) -> bool:
    """Whether what is told goes on with a happening that it may be of."""
    if one.headline:
        return sum(other.family == one.family and not other.headline for other in told) == 1 or _agree(known, one)
    weights = evidence(known, one, settings) or {}
    shared = any(weights.get(name, 0.0) > 0 for name in SHARED)
    likely = shared and sum(weights.values()) >= settings.event and not (one.real and _particular(one))
    if _agree(known, one) or _beside(known, one) or likely:
        return True
    return (_outcome(one) or _again(known, one)) and one.sentence - known.last <= NEAR


def _outcome(one: Account) -> bool:
    """Whether it is what came of an attack, and no more is told of it."""
    return one.family == ATTACK and _kind(one.type) == OUTCOME and not _particular(one)


def _likeness(known: Account, one: Account, settings: Settings) -> float:
    """How much but the class tells that it is of a happening."""
    weights = evidence(known, one, settings) or {}
    return sum(weight for name, weight in weights.items() if name != "class")


def _again(known: Account, one: Account) -> bool:
    """Whether it is told as known, in words as general: 'the strike', 'the killing'."""
    kinds = {GENERAL, OUTCOME, *(_kind(type_) for type_ in known.types)}
    general = one.type == known.type or _kind(one.type) in kinds
    return one.mark is Mark.KNOWN and general and not _particular(one)


def _kind(type_: str) -> str:
    """The list in its family that a class stands in."""
    return families().get(type_, ("", type_))[1]


def _particular(one: Account) -> bool:
    """Whether it tells where or when it was, or by name whom it befell: what goes on with the known need not."""
    return bool(one.local) or one.when.told or any(who.named for who in one.patients)


def _agree(known: Account, one: Account) -> bool:
    """Whether something particular is told of both: the town, the day, a thing, who suffered it."""
    if known.local & one.local or (known.items & one.items) - keys_of("weapons"):
        return True
    if known.when.nearness(one.when) is Nearness.DAY:
        return True
    return any(a.named and a.own == b.own for a in known.patients for b in one.patients)


def _beside(known: Account, one: Account) -> bool:
    """Whether both are told of one building or vehicle, in one sentence and the next."""
    return (
        known.family == ATTACK
        and bool(known.things & one.things & keys_of("targets"))
        and one.sentence - known.last in {0, 1}
    )


def _put_together(known: Account, one: Account) -> Account:
    return replace(
        known,
        members=(*known.members, *one.members),
        types=known.types | one.types,
        agents=tuple(dict.fromkeys((*known.agents, *one.agents))),
        patients=tuple(dict.fromkeys((*known.patients, *one.patients))),
        places=tuple(dict.fromkeys((*known.places, *one.places))),
        ways=(known.ways[0] or one.ways[0], known.ways[1] or one.ways[1]),
        local=known.local | one.local,
        when=_exacter(known.when, one.when),
        figures=known.figures | one.figures,
        items=known.items | one.items,
        things=known.things | one.things,
        headline=False,
        lead=known.lead or one.lead or one.headline,
        last=max(known.last, one.last),
    )


def _exacter(one: When, other: When) -> When:
    """The time that tells more."""
    return max((one, other), key=lambda w: (w.exact is not None, w.day is not None, w.first is not None, w.told))
