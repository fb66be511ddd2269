"""What kind of thing an unregistered name names: one decision for all its mentions, on the strongest evidence."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimgraph.mentions import layout, tables, world
from claimgraph.mentions.fold import ARTICLES, fold, parts
from claimgraph.mentions.found import Found
from claimgraph.model import Kind

PLACE, THING = "Place", "Thing"
ALLOWED = (*(k.value for k in Kind), PLACE, THING)
CUES = tables.table("kinds.toml", "names", ALLOWED)
FIRST = tables.table("kinds.toml", "first", ALLOWED)
GENERIC = tables.words("kinds.toml", "generic", "words")
PLAIN = tables.words("kinds.toml", "plain", "words")
NOUNS = tables.table("kinds.toml", "nouns", ALLOWED)
VERBS = tables.table("verbs.toml", "verbs", ("speech", "motion"))
PREPOSITIONS = tables.table("verbs.toml", "prepositions", ("strong", "weak"))
PERSONS = tables.words("people.toml", "persons", "nouns")
OWNED = frozenset({"base", "airbase", "prison", "hospital", "camp", "mosque"})  # a state can have them elsewhere
PARTS = frozenset(noun for noun, kind in NOUNS.items() if kind == PLACE) - OWNED
PARTICLES = frozenset({"bin", "ibn", "abu", "abd", "bint"})

# What the reader's names are called; its other kinds decide nothing here.
READ = {"PER": Kind.PERSON.value, "ORG": Kind.ORGANIZATION.value, "LOC": PLACE}

# Evidence in the order of its strength; what stands first decides, whatever speaks against it behind.
ORDER = (
    "body", "title", "cue", "noun", "city", "who", "person-noun", "particle", "strong-place", "flat", "told",
    "read", "acronym", "speaker", "weak-place", "town", "back-off",
)  # fmt: skip


Heard = dict[tuple[int, int], tuple[tuple[str, str], ...]]  # a name's tokens [start, end) -> evidence, kinds


def decide(doc: Doc, mentions: list[Found], heard: Heard, places: frozenset[int] = frozenset()) -> tuple[str, str]:
    """(kind, the evidence for it) of one name; the kind is one of `ALLOWED`.

    `heard`: the evidence looked at so far in this doc, to which this adds. `places`: where known places begin.
    """
    votes: dict[str, Counter[str]] = {}
    for found in mentions:
        where = found.start, found.end
        own = heard.get(where) or heard.setdefault(where, tuple(_evidence(doc, found)))
        for evidence, kind in (*own, *_beside_places(doc, found, places)):
            votes.setdefault(evidence, Counter())[kind] += 1
    first = next(e for e in ORDER if e in votes)
    return min(votes[first].items(), key=lambda item: (-item[1], item[0]))[0], first


def _beside_places(doc: Doc, found: Found, places: frozenset[int]) -> Iterator[tuple[str, str]]:
    """ "Zorban, Iraq": a place that a known one follows."""
    if found.end + 1 in places and found.end < len(doc) and doc[found.end].text == ",":
        yield "strong-place", PLACE


def _evidence(doc: Doc, found: Found) -> Iterator[tuple[str, str]]:
    root, key = found.root(doc), parts(found.text(doc))
    if found.kind:
        yield "body", found.kind
    if found.title:
        yield "title", Kind.PERSON
    cued = cue(list(doc[found.start : found.end]))
    if cued:
        yield "cue", cued
    noun = beside(root, found)
    if noun:
        yield "noun", noun
    yield from _of_persons(doc, found, root)
    size, case = world.inhabitants(key), preposition(root)
    if size >= world.FAMOUS or (size >= world.KNOWN and (case == "strong" or len(key) > 1)):
        yield "city", PLACE
    elif size and root.dep_ not in {"nsubj", "nsubj:pass"}:
        yield "town", PLACE
    if case:
        yield f"{case}-place", PLACE
    if _reports(root):
        yield "told", Kind.MEDIA_OUTLET
    read = READ.get(root.ent_type_)
    if read:
        yield "read", read
    letters = "".join(filter(str.isalpha, found.text(doc)))
    if 1 < len(letters) < 8 and letters.isupper() and not root.sent.text.isupper():
        yield "acronym", Kind.ORGANIZATION
    determined = any(c.dep_ == "det" for c in root.children)
    yield "back-off", Kind.PERSON if 1 < len(key) < 4 and not determined else Kind.ORGANIZATION


def cue(tokens: list[Token]) -> str | None:
    """What kind the last word of a name tells, or the last before "of", or else the first."""
    link = next((k for k, t in enumerate(tokens) if k and t.lower_ in {"of", "for", "on"}), len(tokens))
    pair = [fold(t.text) for t in tokens[-2:]]
    if " ".join(pair) in CUES:
        return CUES[" ".join(pair)]
    if len(pair) > 1 and pair[1] in PLAIN and CUES.get(pair[0]) == Kind.MEDIA_OUTLET:
        return Kind.MEDIA_OUTLET
    for token in (tokens[link - 1], tokens[-1]):
        if fold(token.text) in CUES:
            return CUES[fold(token.text)]
    return FIRST.get(fold(tokens[0].text)) if len(tokens) > 1 else None


def beside(root: Token, found: Found) -> str | None:
    """What a common noun beside the name says: "the Nujaba militia", "the town of Tal Kayf"."""
    above = root.head
    if above.pos_ == "NOUN" and above.i >= found.end and root.dep_ == "compound" and above.i - found.end < 2:
        pair = " ".join(fold(t.text) for t in root.doc[above.i - 1 : above.i + 1])
        return NOUNS.get(pair) or NOUNS.get(fold(above.lemma_)) or NOUNS.get(fold(above.text))
    comma = root.dep_ == "appos" and root.doc[found.start - 1].text == ","  # "the capital, Tal Kayf"
    named = root.dep_ in {"appos", "flat", "compound"} and above.i == found.start - 1 - comma
    of = root.dep_ == "nmod" and any(c.lower_ == "of" for c in root.children if c.dep_ == "case")
    if above.pos_ == "NOUN" and (
        named or (of and NOUNS.get(fold(above.lemma_)) == PLACE and above.i == found.start - 2)
    ):
        return NOUNS.get(fold(above.lemma_))
    described = next((c for c in root.children if c.dep_ == "appos" and c.i >= found.end and c.pos_ == "NOUN"), None)
    return NOUNS.get(fold(described.lemma_)) if described is not None and described.tag_ != "NNS" else None


def _of_persons(doc: Doc, found: Found, root: Token) -> Iterator[tuple[str, str]]:
    if any(t.lower_ in {"who", "whom"} and t.pos_ == "PRON" for t in doc[found.end : found.end + 2]):
        yield "who", Kind.PERSON
    about = [c for c in root.children if c.dep_ in {"appos", "nummod"} and c.i >= found.end]
    if root.dep_ in {"appos", "flat", "nsubj", "compound"} and root.head.pos_ in {"NOUN", "PROPN"}:
        about += [root.head] if root.dep_ != "compound" or root.head.i < root.i else []  # not "the NYPD detective"
    if any(
        (c.lemma_.lower() in PERSONS and c.tag_ != "NNS") or (c.dep_ == "nummod" and c.text.isdigit()) for c in about
    ):
        yield "person-noun", Kind.PERSON
    inside = doc[found.start : found.end]
    if any(t.lower_ in PARTICLES for t in inside):
        yield "particle", Kind.PERSON
    if any(t.dep_ == "flat" and t.is_alpha and t.head in inside and t.head.lower_ not in ARTICLES for t in inside):
        yield "flat", Kind.PERSON
    words = [t for t in inside if t.is_alpha]
    homonym = len(words) == 1 and 0 < world.inhabitants(parts(inside.text)) < world.FAMOUS  # "Lincoln said"
    if root.dep_ == "nsubj" and VERBS.get(root.head.lemma_) == "speech" and (homonym or 1 < len(words) < 5):
        yield "speaker", Kind.PERSON


def _reports(root: Token) -> bool:
    """Whether a name without "the" is told something, or reports it: "he told Shafaq", "Shafaq reported"."""
    if root.tag_ == "NNPS" or any(c.dep_ in {"det", "conj", "cc", "nummod", "appos"} for c in root.children):
        return False
    told = root.dep_ in {"iobj", "obj"} and root.head.lemma_ == "tell"
    return told or (root.dep_ == "nsubj" and root.head.lemma_ == "report")


def preposition(root: Token) -> str | None:
    """ "strong" or "weak" where a preposition of place governs the name."""
    while root.dep_ in {"conj", "appos"} and root.head.i < root.i and root.ent_type_ != "PER":
        root = root.head
    cases = [c.lower_ for c in root.children if c.dep_ == "case"]
    told = root.dep_ in {"obl", "nmod", "ROOT"} or any(c.dep_ == "cop" for c in root.children)  # "X was in Zorban"
    return next((PREPOSITIONS[c] for c in cases if c in PREPOSITIONS), None) if told else None


def acts(root: Token) -> bool:
    """Whether a name that is a state's and a place's is read as the state where nobody asks."""
    bound = root.dep_ in {"nmod", "nmod:poss", "compound"}
    part = bound and (fold(root.head.lemma_) in PARTS or (root.dep_ == "compound" and _appears_there(root)))
    going = root.dep_ == "obj" and VERBS.get(root.head.lemma_) == "motion"
    return not (preposition(root) or part or going or layout.in_dateline(root))


def _appears_there(root: Token) -> bool:
    """ "London-based", "the London daily": where somebody has his seat."""
    doc, at = root.doc, root.i + 1
    based = at + 1 < len(doc) and doc[at].text == "-" and doc[at + 1].lower_ == "based"
    return based or NOUNS.get(fold(root.head.lemma_)) == Kind.MEDIA_OUTLET
