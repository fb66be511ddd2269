"""Common nouns whose capital only their place asks for: "Shepherds told the guards", "“Talks resume"."""

from spacy.tokens import Doc, Token

from claimgraph.mentions import english, tables
from claimgraph.mentions.found import Found
from claimgraph.mentions.matcher import opens

ALWAYS = tables.words("people.toml", "capitals", "nouns")


def capitals(doc: Doc, titled: set[int]) -> frozenset[str]:
    """The words that have a capital of their own somewhere. `titled`: tokens of headlines, where it tells nothing."""
    return frozenset(t.text for t in doc if t.is_title and t.i not in titled and not _leads(t))


def is_description(doc: Doc, found: Found, capitals: frozenset[str]) -> bool:
    """Whether a name found is but a plural noun that opens a sentence, a quotation or a headline's line.

    It is a name all the same where the article has it with a capital elsewhere.
    """
    token = doc[found.start]
    alone = found.end - found.start == 1 and not found.known and not found.title
    noun = english.singular(token.lower_) if alone and token.is_title and _leads(token) else ""
    return bool(noun) and noun not in ALWAYS and token.text not in capitals


def _leads(token: Token) -> bool:
    """Whether a sentence, a quotation or a line of a list begins here."""
    before = token.doc[token.i - 1] if token.i else None
    if before is None or opens(token):
        return True
    return (before.is_punct or before.text[0].isdigit()) and opens(before)  # "- Rebels", "15:20 Rebels"
