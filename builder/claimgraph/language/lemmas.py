"""The spaCy component `claimgraph_lemmas`: lemmas from lemminflect's dictionary, by each word's universal tag.

Pronouns, auxiliaries and the like, which a dictionary of inflections does not treat, have the lemmas of UD's English
treebanks (https://universaldependencies.org/en/).
"""

from collections.abc import Callable
from functools import lru_cache

from lemminflect import getLemma
from spacy.language import Language
from spacy.tokens import Doc, Token

INFLECTED = {"NOUN", "VERB", "AUX"}
GRADED = {"ADJ", "ADV"}
CLOSED = {
    pos: dict(pair.split("=") for pair in pairs.split())
    for pos, pairs in {
        "PRON": "i=I me=I us=we him=he them=they 'em=they ’em=they these=this those=that "
        "ours=our yours=your hers=her theirs=their",
        "DET": "an=a these=this those=that",
        "PART": "n't=not n’t=not nt=not na=to ’s='s",
        "AUX": "would=would could=could should=should might=might must=must wo=will ca=can 'd=would ’d=would 'll=will "
        "’ll=will 's=be ’s=be 'm=be ’m=be 're=be ’re=be 've=have ’ve=have",
        "ADJ": "other=other more=more most=most least=least",
        "ADV": "more=more most=most least=least later=late",
        "NOUN": "thanks=thanks media=media etc.=etc.",
    }.items()
}


@Language.factory("claimgraph_lemmas", requires=["token.pos"], assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """What spaCy calls to add the component to a pipeline."""
    return lemmatize


def lemmatize(doc: Doc) -> Doc:
    """Set `token.lemma_`; what the dictionary lacks, and every name, keeps its form (words in lower case)."""
    for token in doc:
        token.lemma_ = token.text if _is_named(token) else _lemma(token.lower_, token.pos_, token.tag_)
    return doc


def _is_named(token: Token) -> bool:
    """Names, and adjectives made of them ('Iraqi'); at the head of a sentence a capital says nothing."""
    return token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.is_title and not token.is_sent_start)


@lru_cache(maxsize=50_000)
def _lemma(word: str, pos: str, tag: str) -> str:
    if word == "her":
        return "her" if tag == "PRP$" else "she"
    closed = CLOSED.get(pos, {})
    if word in closed:
        return closed[word]
    if pos not in INFLECTED | GRADED:
        return word
    found = getLemma(word, pos, lemmatize_oov=pos in INFLECTED)
    return found[0] if found else word
