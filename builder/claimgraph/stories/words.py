"""Words made comparable: stems, without those that any sentence has."""

import re
from functools import lru_cache

import snowballstemmer

from claimgraph.mentions.fold import fold

WORD = re.compile(r"\w+(?:[-’']\w+)*")
_STEMMER = snowballstemmer.stemmer("english")
# Function words of English, and the adverbs and nouns of time that news puts anywhere.
_EMPTY = """
    a an the this that these those some any all both each every no not nor neither either such same other
    another i me my we us our you your he him his she her it its they them their theirs who nobody none nothing
    anybody somebody anyone someone whom whose which what where when why how and or but if while as than then so
    because although though until unless since whether of in on at to from by for with without into onto over
    under between among through during before after above below about against near across along around amid via
    per is are was were be been being am has have had having do does did doing done will would shall should can
    could may might must ought there here also only just even still yet again already very too more most much
    many less least few say said says saying according one two now today yesterday tomorrow day week month year
    time s t re ve ll d
    """


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word's stem (Porter 2), folded."""
    return str(_STEMMER.stemWord(fold(word)))


EMPTY = frozenset(map(stem, _EMPTY.split()))


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order, without the empty ones."""
    return [s for word in WORD.findall(text) if (s := stem(word)) and s not in EMPTY]
