"""The network as it is run: what is asked of one input asked by one matrix, and nothing that only training needs.

It gives what `Network` gives, in fewer and larger steps.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import NOT, Network, Outputs, pooled

TAGS = ("upos", "xpos", "morph", "names")


class Flat(nn.Module):
    """Takes its weights from a trained network."""

    def __init__(self, network: Network) -> None:
        """`network`: trained; it is not changed."""
        super().__init__()
        self.network = network.eval()
        attention = [layer.attention.self for layer in network.encoder.encoder.layer]
        self.heads = attention[0].num_attention_heads
        scale = attention[0].attention_head_size ** -0.5
        self.projections = nn.ModuleList(_joined([a.query, a.key, a.value], [scale, 1, 1]) for a in attention)
        tags = [network.tags[head] for head in TAGS]
        about = [network.arc_dependent, network.label_dependent, network.arc_head, network.label_head]
        self.sizes = [module.out_features for module in [*about, *tags, network.starts]]
        self.about = _joined([*about, *tags, network.starts])

    def forward(self, ids: Tensor, owner: Tensor, shapes: Tensor, layouts: Tensor) -> Outputs:
        """Score a batch, as `Network.forward`."""
        net = self.network
        table = net.encoder.embeddings
        x = table.word_embeddings(ids) + net.shape_in(shapes.gather(1, owner)) + net.layout_in(layouts.gather(1, owner))
        places = table.position_embeddings.weight + table.token_type_embeddings.weight[0]
        x = table.LayerNorm(x + places[: ids.size(1)])
        empty = (ids == 0)[:, None, None, :].to(x.dtype) * NOT
        weights = net.mix.softmax(0)
        hidden = weights[0] * x
        for i, (layer, projection) in enumerate(zip(net.encoder.encoder.layer, self.projections, strict=True)):
            x = self._layer(x, layer, projection, empty)
            hidden = hidden + weights[i + 1] * x
        words, size = pooled(hidden + x, owner, shapes)
        x = torch.cat([words, net.side(shapes[:, 1:])], -1)
        dependents, below, heads, above, *scores = self.about(x).split(self.sizes, -1)
        heads = _rooted(functional.gelu(heads), functional.gelu(net.arc_head(net.root)))
        above = _rooted(functional.gelu(above), functional.gelu(net.label_head(net.root)))
        left = functional.gelu(dependents) @ net.arcs[:-1] + net.arcs[-1]
        filled = torch.cat([torch.ones_like(size[:, :1, 0]), size[:, :, 0]], 1)
        arcs = left @ heads.transpose(1, 2) + NOT * (filled == 0).to(left.dtype)[:, None, :]
        return Outputs(arcs, functional.gelu(below), above, *scores)

    def _layer(self, x: Tensor, layer: nn.Module, projection: nn.Module, empty: Tensor) -> Tensor:
        rows, length, width = x.shape
        query, key, value = projection(x).view(rows, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        shares = (query @ key.transpose(2, 3) + empty).softmax(-1)
        seen = (shares @ value).transpose(1, 2).reshape(rows, length, width)
        x = layer.attention.output.LayerNorm(layer.attention.output.dense(seen) + x)
        return layer.output.LayerNorm(layer.output.dense(functional.gelu(layer.intermediate.dense(x))) + x)


def _joined(modules: list[nn.Linear], scales: list[float] | None = None) -> nn.Linear:
    """One layer for several over the same input; `scales` multiply what they give."""
    scales = scales or [1.0] * len(modules)
    result = nn.Linear(modules[0].in_features, sum(module.out_features for module in modules))
    with torch.no_grad():
        result.weight.copy_(torch.cat([module.weight * s for module, s in zip(modules, scales, strict=True)]))
        result.bias.copy_(torch.cat([module.bias * s for module, s in zip(modules, scales, strict=True)]))
    return result


def _rooted(heads: Tensor, root: Tensor) -> Tensor:
    return torch.cat([root.expand(heads.size(0), 1, -1), heads], 1)
