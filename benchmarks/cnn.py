"""Train spaCy's own small pipeline on what the reader learns its trees from: `python benchmarks/cnn.py CORPORA OUT`.

A tok2vec CNN without static vectors, shared by a tagger, a morphologizer, a parser and a recognizer of names; lemmas by
the reader's own component, so that the pipeline does all that the reader does. It is given the treebanks, cut, tagged
and labelled as they are for the reader; names are GUM's only.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, fix_random_seed, warmup_linear

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `training`, which is not installed

from claimgraph.language.tokens import english
from training.align import Token, tokens
from training.corpora import Text, conllu

PARTS = ("ewt-train", "gum-train", "ewt-dev", "gum-dev")
WIDTH, DEPTH, ROWS = 128, 4, 5000  # of the CNN and of its embedding tables
WORDS = 1000  # a step, at most
DROPOUT = 0.1
LEARN_RATE, WARM_UP = 0.001, 250  # its peak; steps until then. It falls to 0 at the last step.
SENTENCES = (10, 20)  # in a document to learn from


def pipeline() -> Language:
    """The pipeline, not yet trained. Settings that are not named here are spaCy's defaults."""
    nlp = english()
    cnn = {"@architectures": "spacy.HashEmbedCNN.v2", "width": WIDTH, "depth": DEPTH, "embed_size": ROWS}
    fixed = {"pretrained_vectors": None, "window_size": 1, "maxout_pieces": 3, "subword_features": True}
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec", config={"model": cnn | fixed})
    for name in ("tagger", "morphologizer", "parser", "ner"):
        nlp.add_pipe(name, config={"model": {"tok2vec": shared}})
    return nlp


def examples(nlp: Language, text: Text, lot: random.Random) -> Iterator[Example]:
    """The text in runs of whole sentences, as long as `lot` draws, with the annotation that the reader is given."""
    doc = nlp.make_doc(text.text)
    words = [token.i for token in doc if not token.is_space]
    found: list[Token | None] = [None] * len(doc)
    for i, token in zip(words, tokens(text, [(doc[i].idx, doc[i].idx + len(doc[i])) for i in words]), strict=True):
        found[i] = token
    heads = [0 if token is None or token.head is None else words[token.head] for token in found]
    starts = [i for i, token in enumerate(found) if token is not None and token.starts]
    while starts:
        count = lot.randint(*SENTENCES)
        bounds = [*starts[: count + 1], len(doc)] if len(starts) <= count else starts[: count + 1]
        starts = starts[count:]
        run = slice(bounds[0], bounds[-1])
        inner = [i - bounds[0] for i in bounds]
        yield _example(nlp, doc, run, found[run], [head - bounds[0] for head in heads[run]], inner)


def _example(
    nlp: Language, doc: Doc, run: slice, found: Sequence[Token | None], heads: list[int], bounds: Sequence[int]
) -> Example:
    """What is not known of tags is left open. Of heads it cannot be, for spaCy's parser would take it for a root."""
    labels = ["dep"] * len(found)
    for begin, end in pairwise(bounds):
        sentence = range(begin, end)
        known = {i: t for i in sentence if (t := found[i]) is not None and t.head is not None and heads[i] in sentence}
        unknown = [i for i in sentence if i not in known and found[i] is not None]
        top = next((i for i in known if heads[i] == i), unknown[0] if unknown else begin)
        for i in sentence:
            if i in known:
                labels[i] = "ROOT" if heads[i] == i else known[i].label or "dep"
            else:  # white space hangs on what stands before it, as the reader has it
                heads[i] = top if found[i] else i - 1
        labels[top], heads[top] = "ROOT", top
    forms, spaces = [token.text for token in doc[run]], [bool(token.whitespace_) for token in doc[run]]
    gold = Doc(
        nlp.vocab,
        words=forms,
        spaces=spaces,
        tags=["_SP" if token is None else token.xpos or "" for token in found],
        pos=["SPACE" if token is None else token.upos or "" for token in found],
        heads=heads,
        deps=labels,
        ents=["O" if token is None else token.name for token in found],  # type: ignore[misc]  # None leaves it open
    )
    for word, token in zip(gold, found, strict=True):
        word.set_morph("" if token is None else token.morph)  # type: ignore[attr-defined]  # None leaves it open
    return Example(Doc(nlp.vocab, words=forms, spaces=spaces), gold)


def batches(data: list[Example], lot: random.Random) -> Iterator[list[Example]]:
    """Batches without end, in a new order each time through."""
    while True:
        lot.shuffle(data)
        yield from minibatch_by_words(data, WORDS, discard_oversize=False)


def train(
    corpora: Annotated[Path, typer.Argument(help="Folder with ud/.", exists=True, file_okay=False)],
    out: Annotated[Path, typer.Argument(help="Folder for the trained pipeline.")],
    steps: Annotated[int, typer.Option(help="Batches to learn from.", min=1)] = 5000,
    seed: Annotated[int, typer.Option(help="Of all that is drawn by lot.")] = 1,
) -> None:
    """Train spaCy's CNN pipeline on the reader's treebanks and write it to a folder."""
    fix_random_seed(seed)
    lot, nlp = random.Random(seed), pipeline()
    texts = [text for name in PARTS for text in conllu(corpora / "ud" / f"{name}.conllu", name)]
    data = [example for text in texts for example in examples(nlp, text, lot)]
    nlp.initialize(lambda: data)
    rate: Any = warmup_linear(LEARN_RATE, min(WARM_UP, steps // 2), steps)
    optimizer = Adam(rate, L2=0.01, grad_clip=1.0)
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(data, lot), 1):
        nlp.update(batch, drop=DROPOUT, sgd=optimizer, losses=losses)
        optimizer.step_schedules()
        if step % 100 == 0 or step == steps:
            told = " ".join(f"{name} {loss:.0f}" for name, loss in losses.items() if name != "tok2vec")
            print(f"step {step}: {time.process_time():.0f} s of CPU time; loss of the last steps: {told}", flush=True)
            losses.clear()
        if step == steps:
            break
    nlp.add_pipe("claimgraph_lemmas")
    nlp.to_disk(out)


if __name__ == "__main__":
    typer.run(train)
