"""The trained network: windows of words -> scores for tags, arcs, names and sentence starts, by onnxruntime.

A window's scores do not hang on its company: activations are quantised row by row, and only windows filled up to the
same length go into one batch.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from claimgraph.errors import InputError
from claimgraph.language.pieces import SHAPES, Pieces

MODEL = Path(__file__).parent / "model"
STEP = 8  # pieces: windows are filled up to a multiple of it
BATCH = 384  # pieces, at most, of a batch of several windows: larger ones fall out of the processor's caches

Scores = NDArray[np.float32]


class Window(NamedTuple):
    """A run of words: their pieces, cases and layouts (see `pieces`)."""

    pieces: list[list[int]]
    shapes: list[int]
    layouts: list[int]


class Reading(NamedTuple):
    """One window's scores, a row a word. Arcs and heads have the root as their first column or row."""

    arcs: Scores
    dependents: Scores
    heads: Scores
    upos: Scores
    xpos: Scores
    morph: Scores
    names: Scores
    starts: Scores


class Encoder:
    """The shipped weights, loaded at the first use."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        """`folder`: as `training` writes it. Raises InputError where a file is not the one that was written."""
        self.folder, self.threads = folder, threads
        _check(folder)
        names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels: list[str] = names["labels"]
        self.upos: list[str] = names["upos"]
        self.xpos: list[str] = names["xpos"]
        self.morph: list[str] = names["morph"]
        self.names: list[str] = names["names"]

    def __reduce__(self) -> tuple[type["Encoder"], tuple[Path, int]]:
        """Sessions stay in their process; another one opens its own."""
        return Encoder, (self.folder, self.threads)

    @cached_property
    def pieces(self) -> Pieces:
        """Words -> word pieces."""
        return Pieces(self.folder / "tokenizer.json")

    @cached_property
    def _reader(self) -> Any:
        return self._session("reader.onnx")

    @cached_property
    def _labeller(self) -> Any:
        return self._session("labeller.onnx")

    def _session(self, name: str) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = self.threads
        return onnxruntime.InferenceSession(str(self.folder / name), options, ["CPUExecutionProvider"])

    def read(self, windows: Sequence[Window]) -> Iterator[tuple[int, Reading]]:
        """Each window's scores with its index, those of like length together."""
        by_length: dict[int, list[int]] = defaultdict(list)
        for i, window in enumerate(windows):
            by_length[-(-(sum(map(len, window.pieces)) + 2) // STEP) * STEP].append(i)
        for length, indices in sorted(by_length.items()):
            size = max(1, BATCH // length)
            for at in range(0, len(indices), size):
                batch = indices[at : at + size]
                outputs = self._reader.run(None, self._inputs([windows[i] for i in batch], length))
                for row, i in enumerate(batch):
                    n = len(windows[i].pieces)
                    arcs, dependents, heads, *others = (output[row] for output in outputs)
                    tagged = (other[:n] for other in others)
                    yield i, Reading(arcs[:n, : n + 1], dependents[:n], heads[: n + 1], *tagged)

    def _inputs(self, windows: Sequence[Window], length: int) -> dict[str, NDArray[np.int64]]:
        """Windows down; pieces across, or words behind a place for none. As many places for words as for pieces."""
        ids, owner = np.zeros((2, len(windows), length), dtype=np.int64)
        shapes = np.full((len(windows), length + 1), SHAPES - 1, dtype=np.int64)
        layouts = np.zeros((len(windows), length + 1), dtype=np.int64)
        for row, window in enumerate(windows):
            flat = [piece for word in window.pieces for piece in word]
            n, words = len(flat), len(window.pieces)
            ids[row, 0], ids[row, 1 : n + 1], ids[row, n + 1] = self.pieces.first, flat, self.pieces.last
            owner[row, 1 : n + 1] = np.repeat(np.arange(1, words + 1), [len(word) for word in window.pieces])
            shapes[row, 1 : words + 1], layouts[row, 1 : words + 1] = window.shapes, window.layouts
        return {"ids": ids, "owner": owner, "shapes": shapes, "layouts": layouts}

    def label(self, dependents: Scores, heads: Scores) -> NDArray[np.int64]:
        """The number of each dependent's label under its head; the root's own label is not for others."""
        scores: Scores = self._labeller.run(None, {"dependents": dependents, "heads": heads})[0]
        scores[:, self.labels.index("root")] = -np.inf
        best: NDArray[np.int64] = scores.argmax(1)
        return best


def _check(folder: Path) -> None:
    """Compare the files with the sums that `training` wrote beside them."""
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
        sums = {name: expected for expected, _, name in (line.partition("  ") for line in lines)}
        found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sums}
    except OSError as error:
        raise InputError(f"the reader's weights lack {error.filename}: install the package again") from error
    changed = [name for name in sums if found[name] != sums[name]]
    if changed:
        raise InputError(f"{folder / changed[0]} is not the file that was shipped: install the package again")
