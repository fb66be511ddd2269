"""Pairs that are one -> groups, the surest pairs first.

A pair is left out where the groups that it would put together hold what cannot be one: so a vague account that fits two
happenings does not make them one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Protocol, TypeVar

from claimgraph.model import Join

Told = TypeVar("Told", bound="Within")
FEW = 12  # members of a group that are looked at, where it has more


class Within(Protocol):
    """What an article tells."""

    @property
    def article(self) -> str:
        """Its id."""


def clusters(
    joins: Iterable[Join], told: Mapping[str, Told], together: Callable[[Sequence[Told], Sequence[Told]], bool]
) -> tuple[dict[str, tuple[str, ...]], tuple[Join, ...]]:
    """Each member's group (ids in order), and the joins that made the groups: one fewer than members, for each.

    `together`: whether two groups can be one; of many members it is shown a few. The result depends on the
    set of the joins only.
    """
    groups: dict[str, list[str]] = {}
    used = []
    for join in sorted(joins, key=lambda j: (-j.score, j.one, j.other, j.rule)):
        mine, its = groups.get(join.one, [join.one]), groups.get(join.other, [join.other])
        if mine is its or join.one in its:
            continue
        if not together(_few(mine, its, told), _few(its, mine, told)):
            continue
        larger, smaller = (mine, its) if len(mine) >= len(its) else (its, mine)
        larger += smaller
        groups |= dict.fromkeys(larger if len(larger) == 2 else smaller, larger)
        used.append(join)
    whole = {id(group): tuple(sorted(group)) for group in groups.values()}
    return {member: whole[id(group)] for member, group in groups.items()}, tuple(sorted(used))


def _few(some: Sequence[str], others: Sequence[str], told: Mapping[str, Told]) -> list[Told]:
    """What stands for a group where it is held against others: a few evenly, and what is of an article of theirs."""
    if len(some) <= FEW:
        return [told[id_] for id_ in some]
    articles = {told[id_].article for id_ in others}
    evenly = {some[k * len(some) // FEW] for k in range(FEW)}
    return [one for id_ in some if (one := told[id_]).article in articles or id_ in evenly]


def shared(sort: str, members: Iterable[str]) -> str:
    """The id of what the members of a group share: `event/0f3a…`, by the least of them."""
    return f"{sort}/{sha256(min(members).encode()).hexdigest()[:12]}"
