"""A name as it is found, before it is known whose it is."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from claimgraph.mentions.matcher import Known


class Found(NamedTuple):
    """The tokens [start, end); `known`: the entries that bear the name."""

    start: int
    end: int
    known: tuple[Known, ...] = ()
    title: str = ""  # the words before a person's name, folded
    rule: str = "name.proper-nouns"
    kind: str = ""  # of a state's body
    tail: str = ""  # the slug of a state's body

    def text(self, doc: Doc) -> str:
        """Its words, as written."""
        return str(doc[self.start].text if self.end - self.start == 1 else doc[self.start : self.end].text)

    def root(self, doc: Doc) -> Token:
        """The word of it that the others depend on."""
        return doc[self.start] if self.end - self.start == 1 else doc[self.start : self.end].root
