"""The trained network as the files that the reader loads: two ONNX graphs, label names, word pieces, check sums."""

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from training.flat import Flat
from training.licence import licence
from training.network import BASE, Inputs, Network, Outputs
from training.quantise import quantise
from training.windows import Inventory

OPSET = 17


class Labeller(nn.Module):
    """The label scores alone: they are asked for once the tree is known."""

    def __init__(self, network: Network) -> None:
        """Takes the label tensor from the network."""
        super().__init__()
        labels, side, _ = network.labels.shape
        # As one matrix: what stands below a label for each dependent, then the share of the head in it.
        self.matrix = nn.Parameter(network.labels.detach().transpose(0, 1).reshape(side, labels * side))
        self.shape = (labels, side)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Words down, labels across."""
        one = torch.ones_like(dependents[:, :1])
        halves = (torch.cat([dependents, one], 1) @ self.matrix).reshape(-1, *self.shape)
        scores: Tensor = (halves @ torch.cat([heads, one], 1)[:, :, None])[:, :, 0]
        return scores


def export(network: Network, inventory: Inventory, out: Path) -> None:
    """Write the folder that `claimgraph.language.encoder.Encoder` loads."""
    network.eval()
    out.mkdir(exist_ok=True)
    full = out / "full.onnx"
    words = {"ids": {0: "windows", 1: "pieces"}, "owner": {0: "windows", 1: "pieces"}}
    rows = {"shapes": {0: "windows", 1: "rows"}, "layouts": {0: "windows", 1: "rows"}}
    flat, example = Flat(network), _example()
    with torch.no_grad():
        torch.testing.assert_close(tuple(flat(*example)), tuple(network(*example)), rtol=1e-3, atol=1e-3)
    _write(flat, example, full, list(Inputs._fields), list(Outputs._fields), words | rows)
    quantise(full, out / "reader.onnx")
    full.unlink()
    _write(
        Labeller(network),
        (torch.randn(3, network.labels.size(1) - 1), torch.randn(3, network.labels.size(1) - 1)),
        out / "labeller.onnx",
        ["dependents", "heads"],
        ["labels"],
        {"dependents": {0: "words"}, "heads": {0: "words"}},
    )
    (out / "labels.json").write_text(json.dumps(asdict(inventory), indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(BASE / "tokenizer.json", out / "tokenizer.json")
    written = ("reader.onnx", "labeller.onnx", "labels.json", "tokenizer.json")
    (out / "LICENSE").write_text(licence(), encoding="utf-8")
    sums = (f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in written)
    (out / "SHA256SUMS").write_text("".join(sums), encoding="ascii")


def _example() -> Inputs:
    """Two windows of unlike length, to trace the network with."""
    ids = torch.tensor([[101, 2000, 2001, 2002, 2003, 102], [101, 2004, 2005, 102, 0, 0]])
    owner = torch.tensor([[0, 1, 1, 2, 3, 0], [0, 1, 2, 0, 0, 0]])
    shapes = torch.tensor([[8, 1, 0, 0, 7], [8, 0, 0, 8, 8]])
    return Inputs(ids, owner, shapes, torch.zeros_like(shapes))


def _write(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module,
        tuple(example),
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
