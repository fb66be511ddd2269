"""The spaCy component `claimgraph_reader`: sets tags, the UD tree and sentence starts on a tokenized `Doc`.

A window of words is read at a time; the sentence that the window cuts off is read again at the head of the next.
"""

import re
from collections.abc import Iterable
from statistics import median
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from claimgraph.language.encoder import Encoder
from claimgraph.language.tree import decode

WINDOW = 110  # words: as in training


@Language.factory(
    "claimgraph_reader",
    assigns=["token.tag", "token.pos", "token.dep", "token.head", "token.is_sent_start", "doc.sents"],
    default_config={"threads": 1},
)
def make_reader(nlp: Language, name: str, threads: int) -> "Reader":
    """What spaCy calls to add the component to a pipeline."""
    return Reader(Encoder(threads=threads))


class Reader:
    """Reads one `Doc` after another; keeps nothing between them."""

    def __init__(self, encoder: Encoder) -> None:
        """`encoder`: gives the scores."""
        self.encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the doc in place."""
        words = [t.i for t in doc if not t.is_space]
        heads = list(range(len(doc)))
        deps, tags, pos = ["dep"] * len(doc), ["_SP"] * len(doc), ["SPACE"] * len(doc)
        breaks = paragraph_starts(doc)
        starts = {0}
        at = 0
        while at < len(words):
            window = words[at : at + WINDOW]
            reading = self.encoder.read([doc[i].text for i in window])
            begins = [
                k for k, i in enumerate(window) if k == 0 or i in breaks or reading.starts[k, 1] > reading.starts[k, 0]
            ]
            end = begins.pop() if at + WINDOW < len(words) and len(begins) > 1 else len(window)
            above = np.zeros(end, dtype=np.int64)  # each word's head as a row: 0 is the root's
            roots = set()
            for a, b in zip(begins, [*begins[1:], end], strict=True):
                root, head = decode(reading.arcs[a:b, a + 1 : b + 1], reading.arcs[a:b, 0])
                above[a:b] = np.where(np.arange(b - a) == root, 0, head + a + 1)
                roots.add(a + root)
                starts.add(window[a])
            labels = self.encoder.label(reading.dependents[:end], reading.heads[above])
            for k, i in enumerate(window[:end]):
                heads[i], deps[i] = (i, "ROOT") if k in roots else (window[above[k] - 1], labels[k])
                pos[i], tags[i] = self.encoder.tags[int(reading.tags[k].argmax())]
            at += end
        if words:
            _attach_spaces(doc, heads, starts, words[0])
        return _annotate(doc, heads, deps, tags, pos, starts)


# 'BAGHDAD (Agency) - ', 'RUTBA, Iraq – ', 'Agency – ' before a capital: where a report comes from, not its words.
DATELINE = re.compile(
    r"""(?m)^(?:[A-Z]{2,}[^\n–—]{0,60}?|[A-Z][^\n–—]{0,40}\([A-Z][^)\n]{1,40}\)|[A-Z][\w'’]+(?:\ [A-Z][\w'’]+)?)
    \ [-–—]+\ (?=[A-Z“"])""",
    re.VERBOSE,
)


def paragraph_starts(doc: Doc) -> set[int]:
    """The words that the layout puts at the head of a sentence: what follows a line break or a dateline.

    Where the text is wrapped by hand to lines of about one length, only an empty line counts.
    """
    lines = [line for line in doc.text.split("\n") if line.strip()]
    wrapped = len(lines) > 5 and max(map(len, lines)) < 100 and median(map(len, lines)) > 50 and _run_on(lines)
    pattern = re.compile(r"\n[^\S\n]*\n" if wrapped else r"\n")
    broken = {t.i for t in doc[1:] if not t.is_space and doc[t.i - 1].is_space and pattern.search(doc[t.i - 1].text)}
    begins = {match.end() for match in DATELINE.finditer(doc.text)}
    return broken | {t.i for t in doc if t.idx in begins}


def _run_on(lines: list[str]) -> bool:
    """Whether lines mostly break in mid-sentence."""
    return sum(following[:1].islower() for following in lines) * 3 > len(lines)


def _attach_spaces(doc: Doc, heads: list[int], starts: set[int], first: int) -> None:
    """spaCy wants white space within a sentence's tree: it hangs on the word before."""
    for token in doc:
        if token.is_space:
            heads[token.i] = token.i - 1 if token.i > first else first
    starts.discard(first)
    starts.add(0)


def _annotate(
    doc: Doc, heads: list[int], deps: Iterable[str], tags: Iterable[str], pos: Iterable[str], starts: set[int]
) -> Doc:
    strings = doc.vocab.strings
    columns = [
        np.array([h - i for i, h in enumerate(heads)], dtype=np.int64).astype(np.uint64),
        np.array([strings.add(d) for d in deps], dtype=np.uint64),
        np.array([strings.add(t) for t in tags], dtype=np.uint64),
        np.array([strings.add(p) for p in pos], dtype=np.uint64),
        np.array([1 if i in starts else -1 for i in range(len(heads))], dtype=np.int64).astype(np.uint64),
    ]
    table: Any = np.stack(columns, 1)  # spaCy's annotation admits only its own array type
    return doc.from_array([HEAD, DEP, TAG, POS, SENT_START], table) if len(doc) else doc
