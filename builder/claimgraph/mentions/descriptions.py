"""Common nouns that act: "security officials", "a senior official", "the ministry", "many".

"No one", "nobody", "none" and "no soldiers" are nobody.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from claimgraph.mentions import english, tables
from claimgraph.mentions.fold import fold
from claimgraph.model import Kind

PERSONS = tables.words("people.toml", "persons", "nouns")
GROUPS = tables.words("people.toml", "groups", "nouns")
QUANTIFIERS = tables.words("people.toml", "quantifiers", "words")
COLLECTIVES = tables.table("people.toml", "collectives", tuple(k.value for k in Kind))
BARE = tables.words("people.toml", "bare", "nouns")
PORTIONS = tables.words("people.toml", "portions", "nouns")
TEXTS = tables.words("people.toml", "texts", "nouns")
SYNONYMS = tables.table("roles.toml", "synonyms")
MODIFIERS = frozenset({"amod", "compound", "nmod:poss"})
OF = frozenset({"of"})
RANKS = frozenset({"senior", "leading", "top", "prominent", "influential", "key", "public", "political", "religious"})
PHRASES = OF | {"with", "from", "in", "at", "for"}  # of one person; of many they mostly belong to the verb
SAYING = tables.words("verbs.toml", "verbs", "speech")
OF_PERSONS = tuple(tables.words("people.toml", "suffixes", "plural"))
HUMAN = tuple(tables.words("people.toml", "suffixes", "singular"))
THINGS = tables.words("people.toml", "suffixes", "things")
MARKS = frozenset('“”«»„"()[]') | {"``", "''"}
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
BROADCAST = frozenset({"television", "tv", "radio"})  # "state television" is an outlet, "television" is not
INDEFINITE = frozenset({"a", "an"})
COUNTING = frozenset({"one", "each", "both"})
SHARES = frozenset({"percent", "%", "half", "third", "quarter"})
ONES = frozenset({"one", "other", "each"})
BESIDE = frozenset({"advmod", "punct", "appos", "acl:relcl", "acl"})
NOBODY = frozenset({"none", "neither"})
KNOWN = PERSONS | GROUPS | COLLECTIVES.keys() | TEXTS


@dataclass(frozen=True)
class Description:
    """The tokens [start, end) of a noun phrase without determiner and relative clause, and what it describes."""

    start: int
    end: int
    kind: Kind
    named: bool = False


def describe(token: Token) -> Description | None:
    """What a common noun (or a quantifier alone) describes as one who acts; None for things."""
    kind = kind_of(token)
    if kind is None:
        return None
    shares = (c.i for c in token.lefts if c.dep_ == "nummod" and token.lower_ in SHARES)
    start = token.i if token.lower_ in QUANTIFIERS else next(shares, _start(token))
    return Description(start, _end(token), kind)


def kind_of(token: Token) -> Kind | None:
    """The kind of actor that a noun or quantifier describes, or None."""
    if token.lower_ in QUANTIFIERS and (token.pos_ in {"ADJ", "PRON", "DET", "NUM"} or token.lower_ == "others"):
        return Kind.PERSON if token.lower_ in {"someone", "somebody", "another"} else Kind.UNNAMED_GROUP
    if _some(token):
        bodies = (COLLECTIVES[lemma(t)] for t in of_which(token) if lemma(t) in COLLECTIVES)
        return Kind(next(bodies, Kind.PERSON)) if token.lower_ in ONES else Kind.UNNAMED_GROUP
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or any(c.dep_ == "det" and c.lower_ == "no" for c in token.children):
        return None
    noun, plural = lemma(token), token.tag_ in {"NNS", "NNPS"}
    if noun in PERSONS and token.pos_ != "ADJ":
        return Kind.UNNAMED_GROUP if plural or token.lower_ in {"people", "police"} else Kind.PERSON
    if noun in GROUPS and (token.pos_ != "ADJ" or any(c.dep_ == "det" for c in token.children)):
        return Kind.UNNAMED_GROUP
    if noun in BROADCAST:
        return Kind.MEDIA_OUTLET if modifiers(token) and token.pos_ != "ADJ" else None
    if noun in COLLECTIVES and token.pos_ != "ADJ":
        return Kind.UNNAMED_GROUP if plural and noun not in {"authority"} else Kind(COLLECTIVES[noun])
    return _by_form(token, noun, plural)


def _some(token: Token) -> bool:
    """Some of several people: "one of its advisers", "58 percent of voters"; "one", "two of them" where they speak."""
    if token.lower_ == "other":
        return _speaks(token) and any(c.lower_ == "the" for c in token.children)
    if token.lower_ in NOBODY or (token.pos_ not in {"NUM", "PRON"} and token.lower_ not in COUNTING | SHARES):
        return False
    parts = of_which(token)
    if any(kind_of(c) == Kind.UNNAMED_GROUP for c in parts if c.pos_ == "NOUN" or c.tag_ == "NNPS"):
        return True
    alone = all(c.dep_ in BESIDE or (c in parts and c.pos_ in {"PRON", "NUM", "DET"}) for c in token.children)
    return (token.pos_ == "NUM" or token.lower_ in COUNTING) and alone and _speaks(token)


def of_which(token: Token) -> list[Token]:
    """The heads behind "of": "advisers" of "one of its advisers"."""
    return [c for c in token.rights if c.dep_ == "nmod" and "of" in {g.lower_ for g in c.children}]


def _speaks(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in SAYING


def portioned(token: Token) -> Token | None:
    """The people that the word is a part of: "residents" of "a number of residents"; None where it is none."""
    if token.pos_ != "NOUN" or lemma(token) not in PORTIONS:
        return None
    return next((c for c in of_which(token) if kind_of(c) == Kind.UNNAMED_GROUP), None)


def _by_form(token: Token, noun: str, plural: bool) -> Kind | None:
    """What the ending tells: "cameraman" anywhere; "bookbinders" where they say something."""
    if token.pos_ == "ADJ" or noun in THINGS:
        return None
    if noun.endswith(HUMAN) or (noun == "figure" and modifiers(token) & RANKS):
        return Kind.UNNAMED_GROUP if plural else Kind.PERSON
    return Kind.UNNAMED_GROUP if plural and _speaks(token) and token.lower_.endswith(OF_PERSONS) else None


def called(token: Token) -> str:
    """The noun that stands for all those that are used of the same people: "protester" for "demonstrators"."""
    noun = lemma(token)
    return SYNONYMS.get(noun, noun)


def lemma(token: Token) -> str:
    """The noun's dictionary form, in American spelling."""
    word = fold((token.pos_ == "PROPN" and english.singular(token.lower_)) or token.lemma_)
    if word not in KNOWN and token.tag_ in {"NNPS", "NNS"} and word.endswith("s"):
        return word[:-1]
    return word


def definite(token: Token) -> bool:
    """Whether the phrase speaks of someone told of before: "the officials"."""
    determiners = [c for c in token.children if c.dep_ in {"det", "nmod:poss"}]
    return any(c.lower_ in DEFINITE for c in determiners) or (not determiners and token.lower_ in BARE)


def introduces(token: Token) -> bool:
    """Whether the phrase speaks of one person not told of before: "an official", "one of its officials"."""
    return token.lower_ == "one" or any(c.dep_ == "det" and c.lower_ in INDEFINITE for c in token.children)


def modifiers(token: Token) -> frozenset[str]:
    """The folded words that tell which ones: "security", "senior"."""
    return frozenset(fold(c.text) for c in token.lefts if c.dep_ in {"amod", "compound"})


def restricts(child: Token) -> bool:
    """A relative clause without a comma, which says which one of several: "the lawyer who left"."""
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    return child.dep_ == "acl:relcl" and before.text != "," and child.left_edge.text != ","


def owners(token: Token) -> list[Token]:
    """The nouns and names behind "of", and before the possessive 's."""
    whose = [*of_which(token), *(c for c in token.lefts if c.dep_ == "nmod:poss")]
    return [t for owner in whose for t in owner.subtree if t.pos_ in {"NOUN", "PROPN"}]


def phrase(token: Token) -> tuple[int, int]:
    """The tokens of a noun with the describing words in front of it."""
    return _start(token), token.i + 1


def _start(token: Token) -> int:
    """From the first describing word, without a mark that has no counterpart and what stands before a line break."""
    before = token.doc[_first(token) : token.i]
    start = _opening(token, max([before.start, *(t.i + 1 for t in before if t.is_space)]))
    marks = [t.i + 1 for t in token.doc[start : token.i] if t.text in MARKS]
    return _opening(token, marks[-1]) if len(marks) % 2 else start


def _opening(token: Token, start: int) -> int:
    """The first word from `start` on, up to the token."""
    return next(t.i for t in token.doc[start : token.i + 1] if _worded(t) or t.i == token.i)


def _first(token: Token) -> int:
    """The first describing word that touches the noun; numbers and quantifiers are not part of it."""
    start = token.i
    for child in reversed(list(token.lefts)):
        joined = child.dep_ in MODIFIERS and child.lower_ not in QUANTIFIERS and child.pos_ not in {"PRON", "DET"}
        hyphen = child.dep_ == "punct" and child.text == "-" and not child.whitespace_
        if not (joined or hyphen) or child.right_edge.i != start - 1:
            break
        start = _without_determiner(child)
    return start


def _without_determiner(child: Token) -> int:
    edge = child.left_edge
    skip = edge.pos_ == "DET" and edge.i < child.i
    return edge.i + 1 if skip else edge.i


def _end(token: Token) -> int:
    """Behind the short phrase that says which ones, without what stands behind a line break, and its closing marks."""
    end = _last(token)
    behind = token.doc[token.i + 1 : end]
    marks = [t.i for t in behind if t.text in MARKS]
    end = min([end, *(t.i for t in behind if t.is_space), *(marks[:1] if len(marks) % 2 else [])])
    return next(t.i + 1 for t in reversed(token.doc[token.i : end]) if _worded(t) or t.i == token.i)


def _worded(token: Token) -> bool:
    """Whether a token is more than punctuation."""
    return any(c.isalnum() for c in token.text)


def _last(token: Token) -> int:
    """The token behind a short phrase that says which ones: "members of the council"."""
    end = token.i + 1
    allowed = PHRASES if kind_of(token) == Kind.PERSON else OF
    for child in token.rights:
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        clause = any(t.dep_ in {"acl", "acl:relcl", "advcl", "appos", "conj"} for t in child.subtree)
        short = child.right_edge.i - child.left_edge.i < 7
        if child.dep_ != "nmod" or child.left_edge.i != end or not cases & allowed or clause or not short:
            break
        end = child.right_edge.i + 1
    return end
