"""English text -> `Doc` with tags, a UD tree, sentences and lemmas. The only stage that loads a model."""

import spacy
from spacy.language import Language

from claimgraph.errors import InputError

SHIPPED = "claimgraph"


def load(name: str = SHIPPED) -> Language:
    """The pipeline of that name: the shipped one, or any that spaCy can load and that yields UD labels.

    Raises InputError where spaCy knows no such pipeline.
    """
    if name != SHIPPED:
        try:
            return spacy.load(name)
        except (OSError, ValueError) as error:
            reason = str(error).partition("\n")[0]
            raise InputError(f"no spaCy pipeline {name!r}: {reason} Name an installed package or a folder.") from error
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000  # the reader's memory does not grow with the text
    nlp.add_pipe("claimgraph_reader")
    nlp.add_pipe("claimgraph_lemmas")
    return nlp
