"""Docs built by hand: a rule is tested on the tree that it is written for, not on what a model makes of a text."""

from spacy.lang.en import English
from spacy.tokens import Doc

from claimgraph.language.lemmas import lemmatize

VOCAB = English().vocab


def doc(rows: str) -> Doc:
    """A `Doc` from rows of `word pos head label [tag]`, a line each.

    Heads count from 1 within the sentence, 0 is the root; an empty line ends a sentence. A word that ends in `_` has no
    space behind it.
    """
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool | int | None] = []
    for sentence in rows.strip().split("\n\n"):
        first = len(words)
        for line in sentence.strip().splitlines():
            word, upos, head, label, *tag = line.split()
            starts.append(len(words) == first)
            words.append(word.removesuffix("_") or "_")
            spaces.append(not word.endswith("_"))
            pos.append(upos)
            tags.append(tag[0] if tag else "")
            heads.append(len(words) - 1 if head == "0" else first + int(head) - 1)
            deps.append("ROOT" if head == "0" else label)
    made = Doc(VOCAB, words=words, spaces=spaces, pos=pos, tags=tags, heads=heads, deps=deps, sent_starts=starts)
    return lemmatize(made)
