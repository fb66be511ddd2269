"""Two graphs compared: which articles, claims, events, figures, affiliations, actors and places came, went or changed.

`compare` reads nothing but quads. What is one thing in both graphs is settled in `matching`; what is compared of it, in
`things`.
"""

from claimgraph.comparing.differences import Change, Comparison, Counts, Difference, Field, compare
from claimgraph.comparing.making import Made

__all__ = ["Change", "Comparison", "Counts", "Difference", "Field", "Made", "compare"]
