"""A name as it is found, before it is known whose it is."""

from dataclasses import dataclass

from claimgraph.mentions.matcher import Known


@dataclass(frozen=True)
class Found:
    """The tokens [start, end); `known`: the entries that bear the name."""

    start: int
    end: int
    known: tuple[Known, ...] = ()
    title: str = ""  # the words before a person's name, folded
    rule: str = "name.proper-nouns"
    kind: str = ""  # of a state's body
    tail: str = ""  # the slug of a state's body
