"""The spaCy component `claimgraph_reader`: sets tags, morphology, the UD tree, sentence starts and names on a `Doc`.

Paragraphs are read side by side, as many as fit into a window; of a paragraph longer than a window, the sentence that
the window cuts off is read again at the head of the next.
"""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from claimgraph.language.encoder import MODEL, Encoder, Reading, Window
from claimgraph.language.layout import paragraph_starts, wrapped_by_hand
from claimgraph.language.names import NameDecoder
from claimgraph.language.pieces import layout, shape
from claimgraph.language.tree import decode

WINDOW = 126  # pieces of a window, as in much of the training; one more at either end
LONGEST = 508  # pieces of a window for a sentence that is longer: as many as the encoder has places for
TOGETHER = 64  # texts read side by side


@Language.factory(
    "claimgraph_reader",
    assigns=[
        *("token.tag", "token.pos", "token.morph", "token.dep", "token.head", "token.is_sent_start"),
        *("doc.sents", "doc.ents"),
    ],
    default_config={"threads": 1, "weights": None},
)
def make_reader(nlp: Language, name: str, threads: int, weights: str | None) -> "Reader":
    """What spaCy calls to add the component to a pipeline. `weights`: a folder of others than those shipped."""
    return Reader(Encoder(Path(weights) if weights else MODEL, threads))


class Reader:
    """Reads texts, alone or side by side; a text's annotations do not hang on its company."""

    def __init__(self, encoder: Encoder) -> None:
        """`encoder`: gives the scores."""
        self.encoder, self.named = encoder, NameDecoder(encoder.names)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the doc in place."""
        self._read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = TOGETHER) -> Iterator[Doc]:
        """Annotate docs as they come, up to `batch_size` of them side by side."""
        docs = iter(stream)
        while batch := list(islice(docs, min(batch_size, TOGETHER))):
            self._read(batch)
            yield from batch

    def _read(self, docs: list[Doc]) -> None:
        drafts = [_Draft(doc, self.encoder, self.named) for doc in docs]
        pending = [_Part(draft, begin, end) for draft in drafts for begin, end in draft.parts()]
        while pending:
            readings = self.encoder.read([part.draft.window(part) for part in pending])
            pending = [rest for i, reading in readings if (rest := pending[i].draft.take(pending[i], reading))]
        for draft in drafts:
            draft.annotate()


class _Part(NamedTuple):
    """Words of a doc to be read; `longest`: pieces of the window to read them in."""

    draft: "_Draft"
    begin: int
    end: int
    longest: int = WINDOW


class _Draft:
    """One doc's words, and what has been read of them; words are counted without white space."""

    def __init__(self, doc: Doc, encoder: Encoder, named: NameDecoder) -> None:
        self.doc, self.encoder, self.named = doc, encoder, named
        self.words = [t.i for t in doc if not t.is_space]
        forms = [doc[i].text for i in self.words]
        self.pieces = [encoder.pieces(form) for form in forms]
        self.upto = np.concatenate([[0], np.cumsum([len(p) for p in self.pieces], dtype=np.int64)])
        self.shapes = [shape(form) for form in forms]
        self.breaks, self.layouts = self._layout()
        n = len(forms)
        self.heads: NDArray[np.int64] = np.arange(n)
        self.columns = {head: np.zeros(n, dtype=np.int64) for head in ("labels", "upos", "xpos", "morph", "names")}
        self.starts: NDArray[np.bool_] = np.zeros(n, dtype=bool)

    def _layout(self) -> tuple[set[int], list[int]]:
        """The words at which a sentence must begin, and what stands before each word."""
        text, doc = self.doc.text, self.doc
        begins = paragraph_starts(text)
        wrapped = wrapped_by_hand(text)
        breaks, layouts, end = {0}, [], 0
        for k, i in enumerate(self.words):
            begin = doc[i].idx
            found = layout(text[end:begin]) if k else 3
            layouts.append(0 if wrapped and found == 2 else found)
            if begin in begins:
                breaks.add(k)
            end = begin + len(doc[i])
        return breaks, layouts

    def parts(self) -> Iterator[tuple[int, int]]:
        """Runs of whole paragraphs that fit into a window, and of longer ones the first window's part."""
        breaks, begin = sorted(self.breaks), 0
        for start, end in pairwise([*breaks, len(self.words)]):
            if begin < start and self.upto[end] - self.upto[begin] > WINDOW:
                yield begin, start
                begin = start
            if self.upto[end] - self.upto[begin] > WINDOW:
                yield begin, end
                begin = end
        if begin < len(self.words):
            yield begin, len(self.words)

    def window(self, part: _Part) -> Window:
        """As much of the part as fits."""
        begin = part.begin
        end = min(part.end, int(np.searchsorted(self.upto, self.upto[begin] + part.longest, side="right")) - 1)
        return Window(self.pieces[begin:end], self.shapes[begin:end], self.layouts[begin:end])

    def take(self, part: _Part, reading: Reading) -> _Part | None:
        """Keep what was read of a part; what of it is still to be read."""
        begin, n = part.begin, len(reading.starts)
        found = np.flatnonzero(reading.starts[:, 1] > reading.starts[:, 0])
        starts = sorted({0, *found.tolist(), *(k - begin for k in self.breaks if begin < k < begin + n)})
        end, rest = n, None
        if begin + n < part.end:
            if len(starts) == 1 and part.longest < LONGEST:
                return part._replace(longest=LONGEST)
            if len(starts) > 1:
                end = starts.pop()
            rest = part._replace(begin=begin + end, longest=WINDOW)
        above = np.zeros(end, dtype=np.int64)  # each word's head as a row of the scores: 0 is the root's
        for a, b in zip(starts, [*starts[1:], end], strict=True):
            root, head = decode(reading.arcs[a:b, a + 1 : b + 1], reading.arcs[a:b, 0])
            above[a:b] = np.where(np.arange(b - a) == root, 0, head + a + 1)
            self.columns["names"][begin + a : begin + b] = self.named(reading.names[a:b])
        read = slice(begin, begin + end)
        self.heads[read] = np.where(above == 0, np.arange(end), above - 1) + begin
        self.starts[[begin + k for k in starts]] = True
        self.columns["labels"][read] = self.encoder.label(reading.dependents[:end], reading.heads[above])
        for name in ("upos", "xpos", "morph"):
            self.columns[name][read] = getattr(reading, name)[:end].argmax(1)
        return rest

    def annotate(self) -> None:
        """Write onto the doc what was read. White space hangs on the word before, as spaCy wants it."""
        doc, words = self.doc, np.array(self.words, dtype=np.int64)
        if not len(doc):
            return
        n = len(doc)
        before = np.maximum(np.arange(n) - 1, words[0] if len(words) else 0)  # where white space hangs
        heads = np.minimum(before, n - 1)
        heads[words] = words[self.heads]
        starts: NDArray[np.bool_] = np.zeros(n, dtype=bool)
        starts[words[self.starts]] = True
        starts[words[:1]], starts[0] = False, True  # white space at the head belongs to the first sentence
        roots = words[self.heads == np.arange(len(words))]
        columns = [heads - np.arange(n), np.where(starts, 1, -1)]
        for attribute, filling in ((DEP, "dep"), (TAG, "_SP"), (POS, "SPACE"), (MORPH, "")):
            columns.append(self._column(attribute, filling, roots))
        table: Any = np.stack([column.astype(np.uint64) for column in columns], 1)  # spaCy's own array type
        doc.from_array([HEAD, SENT_START, DEP, TAG, POS, MORPH], table)
        doc.set_ents(list(self._names()), default="outside")

    def _column(self, attribute: int, filling: str, roots: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The hashes of one attribute's values, a row a token."""
        head = {DEP: "labels", TAG: "xpos", POS: "upos", MORPH: "morph"}[attribute]
        add = self.doc.vocab.morphology.add if attribute == MORPH else self.doc.vocab.strings.add
        column = np.full(len(self.doc), add(filling), dtype=np.uint64)
        values = np.array([add(value) for value in getattr(self.encoder, head)], dtype=np.uint64)
        column[self.words] = values[self.columns[head]]
        if attribute == DEP:
            column[roots] = add("ROOT")
        return column

    def _names(self) -> Iterator[Span]:
        """Runs of words under one kind; a name does not go beyond its sentence."""
        begin, kind = 0, ""
        labels = [self.encoder.names[number] for number in self.columns["names"]]
        for k, label in enumerate([*labels, "O"]):
            mark, _, found = label.partition("-")
            if kind and (mark != "I" or found != kind or self.starts[k]):
                yield Span(self.doc, self.words[begin], self.words[k - 1] + 1, label=kind)
                kind = ""
            if found and not kind:
                begin, kind = k, found
