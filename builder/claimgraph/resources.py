"""Where the data files are: beside the package in a wheel, at the top of the checkout otherwise."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `ontology`, `shapes` or `seeds`.

    Raises FileNotFoundError where neither the wheel nor a checkout holds it.
    """
    for parent in (PACKAGE, PACKAGE.parents[1]):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"claimgraph's folder {name}/ is missing: install the package again")


ONTOLOGY = folder("ontology") / "claimgraph.ttl"
SHAPES = folder("shapes")
REGISTRY = folder("seeds") / "registry.ttl"
WEIGHTS = PACKAGE / "language" / "model"
SAMPLES = folder("seeds") / "articles"
