"""`python -m training make CORPORA OUT` makes the reader's weights; `... score CORPORA` measures them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimgraph.errors import InputError
from claimgraph.language import SHIPPED, load
from training import corpora as reading
from training.prepare import prepared
from training.score import run_together, scores, table

app = typer.Typer(
    add_completion=False, help="Make the reader's weights from treebanks and name corpora, and measure them."
)
Corpora = Annotated[Path, typer.Argument(help="Folder with ud/ and ner/.", exists=True, file_okay=False)]


class Part(StrEnum):
    """What of the corpora to score on."""

    TEST = "test"
    DEV = "dev"


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
        fit(network, data, pieces, Settings(epochs=epochs, seed=seed), out / "state.pt", typer.echo)
    )
    export(network, inventory, out / "model")


@app.command()
def score(
    corpora: Corpora,
    part: Annotated[Part, typer.Option(help="Score on the test parts or the development parts.")] = Part.TEST,
    pipeline: Annotated[str, typer.Option(help="A spaCy pipeline that yields UD: a package or a folder.")] = SHIPPED,
    model: Annotated[
        Path | None,
        typer.Option(help="Weights that are not shipped: a folder that make wrote.", exists=True, file_okay=False),
    ] = None,
    together: Annotated[
        bool, typer.Option("--run-together", help="Without line breaks: paragraphs parted by spaces only.")
    ] = False,
    genres: Annotated[bool, typer.Option(help="Each corpus's genres too.")] = True,
) -> None:
    """Score a pipeline on raw text, as a Markdown table: F1 in percent, – for what a corpus does not mark."""
    if model and pipeline != SHIPPED:
        raise typer.BadParameter("--model gives the shipped pipeline other weights: leave --pipeline out")
    try:
        read = load(pipeline, model)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error
    texts = getattr(reading.load(corpora), part)
    typer.echo(table(scores(read, map(run_together, texts) if together else texts, genres)))


if __name__ == "__main__":
    app()
