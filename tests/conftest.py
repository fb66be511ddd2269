"""What many tests share. The trained pipeline is loaded once, for those that ask for it."""

import pytest
from spacy.language import Language

from claimgraph import language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline."""
    return language.load()
