"""cg:Proposition: what is claimed, shared by every claim that says the same.

For now only claims in the same words: letters and digits alike, whatever the case, the marks and the leading 'that'.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

from claimgraph.model import Claim, Extraction

WORD = re.compile(r"\w+")


def propositions(extractions: Iterable[Extraction]) -> dict[str, str]:
    """Claim id -> the id of the proposition that it expresses."""
    return {claim.id: _proposition(claim) for e in extractions for claim in e.claims}


def _proposition(claim: Claim) -> str:
    words = [w for span in claim.content for w in WORD.findall(span.text.casefold())]
    if words[:1] == ["that"]:
        words = words[1:]
    return f"proposition/{sha256(' '.join(words).encode()).hexdigest()[:12]}"
