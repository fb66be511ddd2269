"""What is yielded in the place of an article that cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unreadable:
    """An input that gave no article: where it is, and in one line what is wrong with it and what to do.

    `passed_over`: no more than a note, since nothing that was asked for is missing.
    """

    where: str  # a path, a path and a line (`feed.jsonl:3`), or `-`
    reason: str
    passed_over: bool = False
