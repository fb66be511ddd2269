"""What `claimgraph --version` tells: the versions that a built graph tells of itself."""

from collections.abc import Iterator
from importlib.metadata import version

from claimgraph.model import Software
from claimgraph.resources import WEIGHTS
from claimgraph.vocabulary import ontology_version


def lines() -> Iterator[str]:
    """The versions of claimgraph, of the shipped reader's weights and of the ontology, in a line each."""
    iri, number = ontology_version()
    yield f"claimgraph {version('claimgraph')}"
    yield f"reader {Software.weighed('', WEIGHTS).sha256}"
    yield f"ontology {number} <{iri}>"
