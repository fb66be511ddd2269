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


class Training:
    """A network on its way: what is needed to make a step, to keep the state and to go on from it."""

    def __init__(self, network: Network, pieces: Pieces, settings: Settings, total: int) -> None:
        """`total`: the number of steps, over which the rates rise and fall."""
        torch.manual_seed(settings.seed)
        self.network, self.pieces, self.settings, self.total = network.train(), pieces, settings, total
        self.optimizer, self.average = optimizer_for(network, settings), Average(network, settings.average)
        warm = settings.warm_up * total
        self.rates = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda k: min((k + 1) / warm, max(0.01, (total - k) / (total - warm)))
        )
        self.done, self.spent, self.loss = 0, 0.0, 0.0  # steps; seconds; a running mean

    def step(self, batch: Sequence[Example]) -> None:
        """Learn from one batch."""
        begun = time.monotonic()
        inputs, gold = collate(batch, self.pieces)
        hidden = (torch.rand(inputs.ids.shape) < self.settings.blanked) & (inputs.owner > 0)
        inputs = inputs._replace(ids=inputs.ids.masked_fill(hidden, self.pieces.mask))
        with torch.autocast("cpu", torch.bfloat16):
            value = loss(self.network, inputs, gold)
        self.optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.rates.step()
        self.done += 1
        self.average.update(self.network, self.done)
        self.loss += (0.01 if self.done > 1 else 1) * (value.item() - self.loss)
        self.spent += time.monotonic() - begun

    def keep(self, path: Path) -> None:
        """Write the state, whole or not at all."""
        unfinished = path.with_suffix(".part")
        torch.save(
            {
                "settings": asdict(self.settings),
                "network": self.network.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "rates": self.rates.state_dict(),
                "average": self.average.weights,
                "random": torch.get_rng_state(),
                "done": self.done,
                "spent": self.spent,
            },
            unfinished,
        )
        unfinished.replace(path)

    def go_on(self, path: Path) -> None:
        """Take up a state that `keep` wrote. Raises ValueError where it was made with other settings."""
        saved = torch.load(path, weights_only=False)
        if saved["settings"] != asdict(self.settings):
            raise ValueError(f"{path} was made with other settings: name another folder or remove it")
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.rates.load_state_dict(saved["rates"])
        self.average.weights = saved["average"]
        torch.set_rng_state(saved["random"])
        self.done, self.spent = saved["done"], saved["spent"]


def fit(
    network: Network,
    data: Sequence[Example],
    pieces: Pieces,
    settings: Settings,
    state: Path,
    tell: Callable[[str], None],
) -> dict[str, Tensor]:
    """Train the network; the average of its weights.

    `state`: a file that holds how far the training has come; where it is there, the training goes on from it.
    `tell`: is told of the progress. Raises ValueError where the state was made with other settings.
    """
    sizes = [len(batches(data, settings, epoch)) for epoch in range(settings.epochs)]
    training = Training(network, pieces, settings, sum(sizes))
    if state.exists():
        training.go_on(state)
        tell(f"going on at step {training.done} of {training.total}")
    kept_at, first = time.monotonic(), 0
    for epoch, size in enumerate(sizes):
        rest = batches(data, settings, epoch)[training.done - first :] if training.done < first + size else []
        for batch in rest:
            training.step(batch)
            if training.done % 50 == 0:
                at = f"epoch {epoch + 1} step {training.done} of {training.total}"
                tell(f"{at}: loss {training.loss:.3f}, {training.spent:.0f} s")
            if time.monotonic() - kept_at > settings.state_every:
                training.keep(state)
                kept_at = time.monotonic()
        first += size
    training.keep(state)
    return training.average.weights
