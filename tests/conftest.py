"""What many tests share. The trained pipeline is loaded once, and only by tests marked `model`."""

import pytest
from spacy.language import Language

from claimgraph import language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return language.load()
