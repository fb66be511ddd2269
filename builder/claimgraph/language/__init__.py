"""English text -> `Doc` with tags, a UD tree, sentences and lemmas. The only stage that loads a model."""

from pathlib import Path

import spacy
from spacy.language import Language

from claimgraph.errors import InputError
from claimgraph.language.tokens import english
from claimgraph.model import Software
from claimgraph.resources import WEIGHTS

SHIPPED = "claimgraph"
READER = "claimgraph_reader"
LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"  # of the shipped weights: model/LICENSE
NEEDED = ("TAG", "POS", "DEP", "LEMMA", "SENT_START")


def load(name: str = SHIPPED, weights: Path | None = None) -> Language:
    """The pipeline of that name: the shipped one, or any that spaCy can load and that yields UD labels.

    `weights`: a folder of other weights for the shipped one, as `training` writes it. Raises InputError where spaCy
    knows no such pipeline, where it lacks what the rules read, or where the weights are not whole.
    """
    if name != SHIPPED:
        return _other(name)
    nlp = english()
    nlp.max_length = 10_000_000  # a text is read in windows: memory grows by 150 MiB a million characters
    nlp.add_pipe(READER, config={"weights": str(weights) if weights else None})
    nlp.add_pipe("claimgraph_lemmas")
    return nlp


def software(nlp: Language) -> Software:
    """What reads the text: the reader by the sums of its weights, any other pipeline by its version."""
    if READER not in nlp.pipe_names:
        return Software(f"{nlp.meta['lang']}_{nlp.meta['name']}", version=str(nlp.meta["version"]))
    folder: Path = nlp.get_pipe(READER).encoder.folder  # type: ignore[attr-defined]  # it is a Reader
    return Software.weighed(READER, folder, LICENCE if folder == WEIGHTS else None)


def _other(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"no spaCy pipeline {name!r}: {reason} Name an installed package or a folder.") from error
    read = nlp("They left the town.")
    lacking = [what for what in NEEDED if not read.has_annotation(what)]
    if lacking or "dobj" in {t.dep_ for t in read}:
        what = (
            f"gives no {', '.join(lacking)}"
            if lacking
            else "labels its trees in another way than Universal Dependencies"
        )
        raise InputError(f"the spaCy pipeline {name!r} {what}: name one with tags, lemmas and a UD tree")
    return nlp
