"""`python -m training make CORPORA OUT` makes the reader's weights; `python -m training score CORPORA` measures them."""

from pathlib import Path
from typing import Annotated

import typer

from training import corpora as reading
from training.prepare import prepared

app = typer.Typer(add_completion=False, help="Make the reader's weights from treebanks and name corpora, and measure them.")
Corpora = Annotated[Path, typer.Argument(help="Folder with ud/ and ner/.", exists=True, file_okay=False)]


@app.command()
def make(
    corpora: Corpora,
    out: Annotated[Path, typer.Argument(help="Folder for the weights, and for what is needed to go on after a stop.")],
    epochs: Annotated[int, typer.Option(help="Times through the corpora.", min=1)] = 12,
    seed: Annotated[int, typer.Option(help="Of all that is drawn by lot.")] = 1,
    with_dev: Annotated[bool, typer.Option(help="Learn from the development parts too.")] = True,
) -> None:
    """Train the reader and write its weights. Called again with the same folder, it goes on where it was stopped."""
    from training.export import export
    from training.fit import Settings, fit
    from training.network import BASE, Network

    texts = reading.load(corpora)
    data, inventory, pieces = prepared([*texts.train, *(texts.dev if with_dev else ())], BASE / "tokenizer.json")
    out.mkdir(parents=True, exist_ok=True)
    network = Network(BASE, inventory, seed)
    network.load_state_dict(
        fit(network, data, pieces, Settings(epochs=epochs, seed=seed), out / "state.pt", lambda line: print(line, flush=True))
    )
    export(network, inventory, out)


if __name__ == "__main__":
    app()
