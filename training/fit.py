"""The training: batches, rates, averaging, and going on where it was broken off."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor

from claimgraph.language.pieces import SHAPES, Pieces
from training.network import Inputs, Network, loss
from training.windows import HEADS, UNKNOWN, Example, windows


@dataclass(frozen=True)
class Settings:
    """What a training is made with; the defaults made the shipped weights."""

    epochs: int = 12
    seed: int = 1
    longest: int = 192  # pieces of a window
    batch: int = 1600  # pieces of a batch, filling included
    encoder_rate: float = 2e-4  # of the top layer
    layer_decay: float = 0.85  # of the rate, a layer further down
    head_rate: float = 2e-3
    warm_up: float = 0.06  # share of the steps in which the rates rise
    weight_decay: float = 0.01
    average: float = 0.997  # how much of the average of weights is kept at a step
    blanked: float = 0.04  # share of pieces that are hidden, so that the context is used
    state_every: float = 300.0  # seconds


def batches(data: Sequence[Example], settings: Settings, epoch: int) -> list[list[Example]]:
    """An epoch's windows in batches of like length, in an order that hangs on the seed and the epoch alone."""
    rng = random.Random(f"{settings.seed} {epoch}")
    cut = [window for text in data for window in windows(text, settings.longest, rng)]
    sizes = {id(w): sum(map(len, w.pieces)) for w in cut}
    cut.sort(key=lambda w: sizes[id(w)] + rng.random() * 12)
    result: list[list[Example]] = [[]]
    longest = 0
    for window in cut:
        longest = max(longest, sizes[id(window)])
        if result[-1] and longest * (len(result[-1]) + 1) > settings.batch:
            result.append([])
            longest = sizes[id(window)]
        result[-1].append(window)
    rng.shuffle(result)
    return result


def collate(batch: Sequence[Example], pieces: Pieces) -> tuple[Inputs, dict[str, Tensor]]:
    """A batch as tensors, and its labels with UNKNOWN for filling. A head's number is its row, the root's 0."""
    rows = len(batch)
    words, length = max(map(len, batch)), max(sum(map(len, w.pieces)) for w in batch) + 2
    ids, owner = torch.zeros(rows, length, dtype=torch.long), torch.zeros(rows, length, dtype=torch.long)
    shapes = torch.full((rows, words + 1), SHAPES - 1)
    layouts = torch.zeros(rows, words + 1, dtype=torch.long)
    gold = {head: torch.full((rows, words), UNKNOWN) for head in (*HEADS, "heads", "starts")}
    for row, window in enumerate(batch):
        flat = [pieces.first, *(p for word in window.pieces for p in word), pieces.last]
        of = [0, *(i for i, word in enumerate(window.pieces, 1) for _ in word), 0]
        ids[row, : len(flat)], owner[row, : len(of)] = torch.tensor(flat), torch.tensor(of)
        n = len(window)
        shapes[row, 1 : n + 1], layouts[row, 1 : n + 1] = torch.tensor(window.shapes), torch.tensor(window.layouts)
        heads = [h if h == UNKNOWN else 0 if h == i else h + 1 for i, h in enumerate(window.heads)]
        for head, values in {**window.gold, "heads": heads, "starts": window.starts}.items():
            gold[head][row, :n] = torch.tensor(values)
    return Inputs(ids, owner, shapes, layouts), gold


def optimizer_for(network: Network, settings: Settings) -> torch.optim.Optimizer:
    """AdamW; rates fall from the top layer down (Howard and Ruder 2018), and the heads learn fastest."""
    depth = network.encoder.config.num_hidden_layers
    groups: dict[float, list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        rate = settings.head_rate
        if name.startswith("encoder.encoder.layer."):
            rate = settings.encoder_rate * settings.layer_decay ** (depth - 1 - int(name.split(".")[3]))
        elif name.startswith("encoder."):
            rate = settings.encoder_rate * settings.layer_decay**depth
        groups.setdefault(rate, []).append(parameter)
    return torch.optim.AdamW(
        [{"params": parameters, "lr": rate} for rate, parameters in groups.items()],
        weight_decay=settings.weight_decay,
        betas=(0.9, 0.98),
        fused=True,
    )


class Average:
    """The exponential average of a network's weights, which reads better than its last state."""

    def __init__(self, network: Network, kept: float) -> None:
        """Begin with the network's weights as they are."""
        self.kept = kept
        self.weights = {name: value.detach().clone() for name, value in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network: Network, step: int) -> None:
        """Take in one more state; early ones, far off the mark, are forgotten sooner."""
        kept = min(self.kept, (1 + step) / (10 + step))
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                self.weights[name].lerp_(value, 1 - kept)


def fit(
    network: Network,
    data: Sequence[Example],
    pieces: Pieces,
    settings: Settings,
    state: Path,
    tell: Callable[[str], None] = print,
) -> dict[str, Tensor]:
    """Train the network; the average of its weights.

    `state`: a file that holds how far the training has come; where it is there, the training goes on from it.
    Raises ValueError where it was made with other settings.
    """
    torch.manual_seed(settings.seed)
    optimizer, average = optimizer_for(network, settings), Average(network, settings.average)
    epochs = [len(batches(data, settings, epoch)) for epoch in range(settings.epochs)]
    total, warm = sum(epochs), settings.warm_up * sum(epochs)
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min((k + 1) / warm, max(0.01, (total - k) / (total - warm)))
    )
    done, spent = 0, 0.0
    if state.exists():
        saved = torch.load(state, weights_only=False)
        if saved["settings"] != asdict(settings):
            raise ValueError(f"{state} was made with other settings: name another folder or remove it")
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        rates.load_state_dict(saved["rates"])
        average.weights = saved["average"]
        torch.set_rng_state(saved["random"])
        done, spent = saved["done"], saved["spent"]
        tell(f"going on at step {done} of {total}")
    begun = time.monotonic() - spent

    def keep() -> None:
        unfinished = state.with_suffix(".part")
        torch.save(
            {
                "settings": asdict(settings),
                "network": network.state_dict(),
                "optimizer": optimizer.state_dict(),
                "rates": rates.state_dict(),
                "average": average.weights,
                "random": torch.get_rng_state(),
                "done": done,
                "spent": time.monotonic() - begun,
            },
            unfinished,
        )
        unfinished.replace(state)

    network.train()
    first = 0
    running = 0.0
    kept_at = time.monotonic()
    for epoch, size in enumerate(epochs):
        if first + size > done:
            for batch in batches(data, settings, epoch)[done - first :]:
                inputs, gold = collate(batch, pieces)
                hidden = (torch.rand(inputs.ids.shape) < settings.blanked) & (inputs.owner > 0)
                inputs = inputs._replace(ids=inputs.ids.masked_fill(hidden, pieces.mask))
                with torch.autocast("cpu", torch.bfloat16):
                    value = loss(network, inputs, gold)
                optimizer.zero_grad()
                value.backward()
                torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                rates.step()
                done += 1
                average.update(network, done)
                running += 0.01 * (value.item() - running) if done > 1 else value.item()
                if done % 50 == 0:
                    seconds = time.monotonic() - begun
                    tell(f"epoch {epoch + 1} step {done} of {total}: loss {running:.3f}, {seconds:.0f} s")
                if time.monotonic() - kept_at > settings.state_every:
                    keep()
                    kept_at = time.monotonic()
        first += size
    keep()
    return average.weights
