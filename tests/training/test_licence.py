"""The licence of the weights names all that they were made of."""

from claimgraph.language.encoder import MODEL
from training.licence import licence, sources


def test_the_shipped_licence_is_the_one_that_the_credits_make() -> None:
    assert (MODEL / "LICENSE").read_text(encoding="utf-8") == licence()


def test_every_source_has_its_credit_and_licence() -> None:
    for source in sources():
        assert source["credit"] in licence()
        assert source["licence"] in licence()
