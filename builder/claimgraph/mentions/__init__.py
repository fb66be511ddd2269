"""Who and what takes part in an article: names, short names, pronouns and descriptions, each tied to one id.

`cast` finds and resolves the names when it is called; descriptions become actors when a caller asks for them.
"""

from claimgraph.mentions.cast import Cast, cast
from claimgraph.mentions.names import Name

__all__ = ["Cast", "Name", "cast"]
