"""A state's bodies and people: "Iraqi parliament", "US forces", "the Americans"; those of a town or a man, too."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimgraph.mentions import kinds, tables
from claimgraph.mentions.fold import fold, parts
from claimgraph.mentions.found import Found
from claimgraph.mentions.matcher import Known, Matcher
from claimgraph.model import Kind
from claimgraph.registry import Entry
from claimgraph.slugs import slug

BODIES = tables.table("kinds.toml", "bodies")
ALIKE = {"troops": "forces", "soldiers": "forces", "marines": "forces"}  # one actor, under several nouns
OWNER = frozenset({"amod", "compound", "nmod:poss", "nmod", "nummod"})


def bodies(doc: Doc, found: list[Found], matcher: Matcher) -> Iterator[Found]:
    """Noun phrases of a state's name or demonym and a body's noun."""
    at = {i: f for f in found for i in range(f.start, f.end)}
    for noun in doc:
        if noun.pos_ in {"NOUN", "PROPN"} and fold(noun.text) in BODIES and noun.dep_ not in {"compound", "flat"}:
            owner = next((c for c in noun.lefts if c.dep_ in OWNER and _owns(c, noun, at, matcher)), None)
            if owner is not None:
                start = at[owner.i].start if owner.i in at else matcher.begins(owner)
                if _unbroken(doc, start, noun.i) and at.get(noun.i) is not at.get(owner.i, owner):
                    yield _body(doc, start, owner, noun, at, matcher)


def _owns(token: Token, noun: Token, at: dict[int, Found], matcher: Matcher) -> bool:
    if matcher.nation(token) is not None:
        return True
    if token.i in at:
        found = at[token.i]
        alone = not found.known and found.start == token.i == noun.i - 1 and fold(token.text) not in kinds.CUES
        known = any(k.entry.kind == Kind.STATE or k.entry.id in matcher.state_of for k in found.known)
        return known or (alone and token.dep_ == "compound" and not token.text.isupper())  # "Zorbani army"
    return token.pos_ == "ADJ" and token.text[0].isupper() and not token.is_sent_start


def _unbroken(doc: Doc, start: int, end: int) -> bool:
    return all(t.pos_ in {"ADJ", "NOUN", "PROPN", "PART", "NUM"} or t.text == "-" for t in doc[start:end])


def _body(doc: Doc, start: int, owner: Token, noun: Token, at: dict[int, Found], matcher: Matcher) -> Found:
    state = matcher.nation(owner) or _state(at.get(owner.i), matcher)
    after = at[owner.i].end if owner.i in at else owner.i + 1
    rest = [t.text for t in doc[after : noun.i + 1] if t.tag_ != "POS" and t.text not in {"'s", "’s"}]
    known = _known(state, rest, doc[start : noun.i + 1].text, matcher)
    rest[-1] = ALIKE.get(rest[-1].lower(), rest[-1])
    tail = slug(" ".join([state.label.text if state else owner.text, *rest]))
    kind = BODIES[fold(noun.text)]
    return Found(start, noun.i + 1, known, rule="name.body", kind=kind, tail=tail)


def _state(found: Found | None, matcher: Matcher) -> Entry | None:
    for known in found.known if found else ():
        if known.entry.kind == Kind.STATE:
            return known.entry
        if known.entry.id in matcher.state_of:
            return matcher.entries[matcher.state_of[known.entry.id]]
    return None


def _known(state: Entry | None, rest: list[str], text: str, matcher: Matcher) -> tuple[Known, ...]:
    """The registry's entry for the body, under any name of its state."""
    nouns = [rest, [*rest[:-1], ALIKE.get(rest[-1].lower(), rest[-1])]]
    names = [text]
    if state:
        labels = [state.label.text, *(a.text for a in state.alt_labels), *state.demonyms]
        names += [" ".join([label, *noun]) for noun in nouns for label in labels]
    found = (matcher.index.get(parts(n)) for n in names)
    return tuple(next((k for k in found if k), ()))


def peoples(doc: Doc, found: list[Found], matcher: Matcher) -> Iterator[Found]:
    """A demonym in the plural: "the Americans", who stand for their state, and "Iraqis", who are people."""
    taken = {i for f in found if f.known for i in range(f.start, f.end)}
    for token in doc:
        if token.is_lower or not token.text[0].isupper():
            continue
        plural = token.text.endswith("s") or token.tag_ in {"NNPS", "NNS"}
        if plural and token.i not in taken and token.dep_ not in {"compound", "flat", "amod"}:
            word, modified = fold(token.text), any(c.dep_ in {"amod", "compound"} for c in token.children)
            state, the = matcher.demonyms.get(word[:-1]), any(c.lower_ == "the" for c in token.children)
            if state is not None and the and not modified:
                yield Found(token.i, token.i + 1, (Known(state, state.label.text),), rule="name.people")
            elif state is not None:
                yield Found(token.i, token.i + 1, rule="name.people", kind=Kind.GROUP, tail=slug(token.text))
