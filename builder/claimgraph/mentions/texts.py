"""Texts that tell something: whose "a statement by X", "its report" and "the statement" are."""

from collections.abc import Iterable

from spacy.tokens import Token

from claimgraph.mentions import descriptions, tables
from claimgraph.mentions.salience import SPEECH, SUBJECTS

MAKES = tables.words("verbs.toml", "texts", "makes")
PASSES = tables.words("verbs.toml", "texts", "passes")
BY = frozenset({"by", "from"})


def author(text: Token, before: Iterable[Token]) -> Token | None:
    """The noun that names whose a text is; "the statement" is the one told of last. None where nobody is named.

    `before`: the nouns before it that are called the same, the nearest first.
    """
    if descriptions.lemma(text) not in descriptions.TEXTS:
        return None
    found = _named_with(text) or _maker(text)
    for earlier in before if descriptions.definite(text) else ():
        if found is not None or not descriptions.definite(text):
            break
        text = earlier
        found = _named_with(text) or _maker(text)
    return found


def _named_with(text: Token) -> Token | None:
    """ "a statement from the ministry", "X's report", "a letter signed by X"; not "a letter seen by X"."""
    behind = text.doc[text.i + 1] if text.i + 1 < len(text.doc) else text
    if behind.lower_ in BY and behind.dep_ == "case" and behind.head.i > text.i:
        source: Token = behind.head
        return source
    for child in text.children:
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ == "nmod:poss" or (child.dep_ in {"nmod", "obl"} and cases & (BY | {"of"})):
            return child
    verb = next((c for c in text.children if c.dep_ in {"acl", "acl:relcl"} and c.lemma_ not in PASSES), None)
    by = (_agent(verb) or _sharer(verb)) if verb is not None else None
    return by or next((c for c in text.children if c.dep_ == "compound" and c.pos_ == "PROPN"), None)


def _agent(verb: Token) -> Token | None:
    agents = (c for c in verb.children if c.dep_ in {"obl:agent", "obl"})
    return next((a for a in agents if any(c.lower_ == "by" for c in a.children)), None)


def _sharer(verb: Token) -> Token | None:
    """ "figures the ministry shared", "the report which X published"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and not c.tag_.startswith("W"))
    return next(subjects, None) if verb.dep_ == "acl:relcl" and verb.lemma_ in MAKES else None


def _maker(text: Token) -> Token | None:
    """ "X issued a statement", "the report was published by X", "X said in a statement"."""
    verb, cases = text.head, {c.lower_ for c in text.children if c.dep_ == "case"}
    if text.dep_ == "nsubj:pass" and verb.lemma_ in MAKES:
        return _agent(verb)
    made = text.dep_ == "obj" and verb.lemma_ in MAKES
    if not made and not (text.dep_ == "obl" and cases == {"in"} and verb.lemma_ in SPEECH):
        return None
    return next((c for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "nsubj:pass"), None)
