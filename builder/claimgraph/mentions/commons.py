"""Common nouns whose capital only their place asks for: "Shepherds told the guards", "“Talks resume"."""

from spacy.tokens import Doc, Token

from claimgraph.mentions import english, tables
from claimgraph.mentions.found import Found
from claimgraph.mentions.matcher import opens

ALWAYS = tables.words("people.toml", "capitals", "nouns")


def is_description(doc: Doc, found: Found, titled: set[int]) -> bool:
    """Whether a name found is but a plural noun that opens a sentence, a quotation or a headline's line.

    It is a name all the same where the article has it with a capital elsewhere. `titled`: tokens of headlines.
    """
    token = doc[found.start]
    alone = found.end - found.start == 1 and not found.known and not found.title
    noun = english.singular(token.lower_) if alone and token.is_title and _leads(token) else ""
    return bool(noun) and noun not in ALWAYS and not any(_capital(t, token, titled) for t in doc)


def _leads(token: Token) -> bool:
    """Whether a sentence, a quotation or a line of a list begins here."""
    before = token.doc[token.i - 1] if token.i else None
    return opens(token) or (before is not None and before.is_punct and opens(before))


def _capital(other: Token, token: Token, titled: set[int]) -> bool:
    return other.text == token.text and other.i not in titled and not _leads(other)
