"""The trained encoder: words -> scores for tags, arcs, labels and sentence starts, by onnxruntime."""

import json
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

MODEL = Path(__file__).parent / "model"
PIECES = 8  # of one word, at most: as in training
LETTERS = 100  # of one word, at most: what lies behind them says nothing more of its tag

Scores = NDArray[np.float32]


class Reading(NamedTuple):
    """One window's scores, a row a word. Arcs and heads have the root as their first column or row."""

    arcs: Scores
    dependents: Scores
    heads: Scores
    tags: Scores
    starts: Scores


class Encoder:
    """The shipped weights, loaded at the first use."""

    def __init__(self, folder: Path = MODEL, threads: int = 1) -> None:
        """`folder`: with reader.onnx, labels.npz, labels.json and tokenizer.json."""
        self.folder, self.threads = folder, threads
        names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels: list[str] = names["labels"]
        self.tags: list[list[str]] = [pair.split("|") for pair in names["tags"]]  # UPOS, XPOS

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = self.threads
        return onnxruntime.InferenceSession(str(self.folder / "reader.onnx"), options, ["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _label_matrix(self) -> Scores:
        """The label tensor (label, dependent, head) as a matrix: dependents down, labels and heads across."""
        tensor: Scores = np.load(self.folder / "labels.npz")["V"]
        return np.ascontiguousarray(tensor.transpose(1, 0, 2).reshape(tensor.shape[1], -1))

    @cached_property
    def _special(self) -> tuple[int, int, int]:
        first, last, unknown = (self._tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[UNK]"))
        if first is None or last is None or unknown is None:
            raise ValueError(f"{self.folder / 'tokenizer.json'} lacks a special token: install the package again")
        return first, last, unknown

    def read(self, words: list[str]) -> Reading:
        """Score one window of words."""
        first, last, unknown = self._special
        ids, owner = [first], []
        for i, word in enumerate(words):
            pieces = self._tokenizer.encode(word[:LETTERS], add_special_tokens=False).ids[:PIECES] or [unknown]
            ids += pieces
            owner += [i] * len(pieces)
        ids.append(last)
        pool = np.zeros((1, len(words), len(ids)), dtype=np.float32)  # averages a word's pieces
        pool[0, owner, np.arange(1, len(owner) + 1)] = 1
        pool /= pool.sum(-1, keepdims=True)
        inputs = {
            "ids": np.array([ids], dtype=np.int64),
            "att": np.ones((1, len(ids)), dtype=np.int64),
            "pool": pool,
            "shp": np.array([[_shape(w) for w in words]], dtype=np.int64),
            "mask": np.ones((1, len(words)), dtype=np.int64),
        }
        return Reading(*(output[0] for output in self._session.run(None, inputs)))

    def label(self, dependents: Scores, heads: Scores) -> list[str]:
        """The label of each dependent under its head (biaffine, with a bias on either side)."""
        one = np.ones((len(dependents), 1), dtype=np.float32)
        left, right = np.concatenate([dependents, one], 1), np.concatenate([heads, one], 1)
        halves = (left @ self._label_matrix).reshape(len(left), len(self.labels), -1)
        return [self.labels[k] for k in (halves @ right[:, :, None])[..., 0].argmax(1)]


def _shape(word: str) -> int:
    """How a word is cased: the encoder itself is uncased."""
    if word.islower():
        return 0
    if word.istitle() and len(word) > 1:
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word.isdigit():
        return 4
    if any(c.isupper() for c in word):
        return 5
    return 6 if any(c.isalpha() for c in word) else 7
