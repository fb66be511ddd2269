"""Two names that the text itself says are one: "the Relief Board (RRB)", "Karim Zorbani, better known as Abu Ridha"."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from claimgraph.mentions import tables
from claimgraph.mentions.found import Found

BRACKET, ALIAS = "name.bracket", "name.alias"
OPENING, CLOSING = frozenset("(["), frozenset(")]")
BETWEEN = frozenset({",", ";", "or", "–", "—", "-", "/"})  # of names in one bracket
NAMING = tables.words("verbs.toml", "aliases", "verbs")
LINKS = frozenset({"as", "by"})
TIMES = frozenset({"formerly", "previously", "now", "also", "once"})
NAMES = frozenset({"name", "names", "alias", "pseudonym", "nickname", "guerre"})


def pairs(doc: Doc, found: Sequence[Found]) -> Iterator[tuple[int, int, str]]:
    """(start of a name, start of another name of the same one, rule), in the text's order."""
    ends = {f.end: f for f in found}
    starts = {f.start: f for f in found}
    roots = {f.root(doc).i: f for f in found}
    for f in sorted(found, key=lambda f: f.start):
        outer = _outside(doc, f, ends)
        if outer is not None:
            yield from ((outer.start, name.start, BRACKET) for name in _within(doc, f, starts))
        named = _named(f.root(doc))
        other = next((roots[t.i] for t in _with_names(named) if t.i in roots), None)
        if other is not None and other is not f:
            yield other.start, f.start, ALIAS


def _outside(doc: Doc, first: Found, ends: Mapping[int, Found]) -> Found | None:
    """The name before the bracket that a name opens, if but for a noun: "the Mountain movement (the Guards)"."""
    at = first.start - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    if at < 1 or doc[at].text not in OPENING:
        return None
    noun = doc[at - 1].is_lower and doc[at - 1].pos_ in {"NOUN", "PROPN"}
    return ends.get(at) or (ends.get(at - 1) if noun else None)


def _within(doc: Doc, first: Found, starts: Mapping[int, Found]) -> list[Found]:
    """The names of a bracket from its first one on; none where it holds anything but names: "(Hurras, HJ)"."""
    names, at = [first], first.end
    while at < len(doc) and doc[at].text not in CLOSING:
        if at in starts:
            names.append(starts[at])
        elif doc[at].lower_ not in BETWEEN:
            return []
        at = starts[at].end if at in starts else at + 1
    return names if at < len(doc) else []


def _named(root: Token) -> Token | None:
    """Who is said to bear the name as another: "X, known as N", "X, who goes by N", "X, writing under the name N"."""
    phrase = root
    if root.dep_ in {"appos", "flat", "nmod", "compound"} and root.head.lower_ in NAMES and root.head.i < root.i:
        phrase = root.head  # "the name N"
    if root.dep_ == "appos" and any(c.dep_ == "advmod" and c.lower_ in TIMES for c in root.children):
        return root.head
    verb = phrase.head
    case = {c.lower_ for c in phrase.children if c.dep_ == "case"}
    under = "under" in case and phrase.lower_ in NAMES
    called = verb.lemma_ in NAMING and (case & LINKS or (phrase.dep_ in {"xcomp", "obj"} and _of_itself(verb)))
    return _bearer(verb) if called or under else None


def _of_itself(verb: Token) -> bool:
    """Whether the name is that of who is told of: "was called N", "calls itself N"; not "called N a friend"."""
    passive = any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children)
    return passive or any(c.dep_ == "obj" and c.lower_.endswith(("self", "selves")) for c in verb.children)


def _with_names(noun: Token | None) -> Iterator[Token]:
    """A noun, and the name beside it: "its commander, X, who goes by N"."""
    if noun is not None:
        yield noun
        yield from (c for c in noun.children if c.dep_ == "appos")


def _bearer(verb: Token) -> Token | None:
    """The noun that a clause tells of."""
    if verb.dep_ in {"acl", "acl:relcl"}:
        return verb.head
    if verb.dep_ in {"advcl", "conj", "parataxis", "xcomp"} and not any(c.dep_ == "nsubj" for c in verb.children):
        return _bearer(verb.head)
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
