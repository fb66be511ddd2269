"""The spaCy component `claimgraph_lemmas`: lemmas from lemminflect's dictionary, by each word's universal tag."""

from collections.abc import Callable

from lemminflect import getLemma
from spacy.language import Language
from spacy.tokens import Doc

KNOWN = {"NOUN", "VERB", "AUX", "ADJ", "ADV"}


@Language.factory("claimgraph_lemmas", requires=["token.pos"], assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """What spaCy calls to add the component to a pipeline."""
    return lemmatize


def lemmatize(doc: Doc) -> Doc:
    """Set `token.lemma_`; what the dictionary lacks, and every name, keeps its form (words in lower case)."""
    for token in doc:
        found = getLemma(token.lower_, token.pos_) if token.pos_ in KNOWN else ()
        token.lemma_ = found[0] if found else token.text if token.pos_ == "PROPN" else token.lower_
    return doc
