"""What may be an affiliation, as heads of phrases, before anyone knows whom they name."""

from typing import NamedTuple

from spacy.tokens import Token

APPOSITION = "affiliation.apposition"
TITLE = "affiliation.title"
COPULA = "affiliation.copula"
VERB = "affiliation.verb"
APPOINTMENT = "affiliation.appointment"
ORIGIN = "affiliation.origin"
DESCRIPTION = "affiliation.description"
LEGISLATOR = "affiliation.legislator"

ASSERTED = frozenset({COPULA, VERB, APPOINTMENT})  # what a clause says; the others are taken for granted in it


class Candidate(NamedTuple):
    """Who may have a role in what.

    `members` and `organizations`: the heads of the phrases that may tell of them, the likeliest first. `role`: the noun
    or verb that tells of the role; None for a bare 'X of Y'. `places`: where.
    """

    rule: str
    members: tuple[Token, ...]
    organizations: tuple[Token, ...]
    role: Token | None
    places: tuple[Token, ...] = ()
