"""What joins articles: small functions over the records of many."""

from claimgraph.stories.propositions import propositions

__all__ = ["propositions"]
