"""A naive extractor of attributions, as a yardstick: a list of verbs and a few rules over the tree, no care taken."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from benchmarks.polnear import Attribution

_VERBS = """
    accuse acknowledge add admit agree allege announce argue ask assert believe blame call charge cite claim comment
    complain concede conclude condemn confirm consider contend criticize declare defend demand deny describe
    disclose dismiss emphasize endorse estimate expect explain express fear feel find hear hint hope imply indicate
    inform insist intend know maintain mention note observe plan pledge point praise predict promise propose push
    question quote recall recommend refuse reiterate reject remark repeat reply request respond reveal rule say
    signal slam speculate state stress suggest support swear tell testify think threaten tweet urge view voice vow
    want warn wonder write
"""
VERBS = frozenset(_VERBS.split())
EDGES = " \n“”\"',."  # that no content begins or ends with


def attributions(doc: Doc) -> Iterator[Attribution]:
    """The attributions of a parsed text (Universal Dependencies), in its order."""
    for token in doc:
        if token.lower_ == "according" and token.head.pos_ in {"NOUN", "PROPN"} and token.i + 2 < len(doc):
            yield _according(token)
        elif token.pos_ == "VERB" and token.lemma_ in VERBS and (found := _verb(token)) is not None:
            yield found


def _according(word: Token) -> Attribution:
    """'according to …': the clause that the phrase hangs on, before it or else behind it."""
    to, (_, end), clause = word.nbor(), _extent(word.head), _extent(word.head.head)
    content = (clause[0], word.idx) if word.idx > clause[0] + 5 else (end, clause[1])
    return Attribution(
        source=((word.nbor(2).idx, end),), cue=((word.idx, _end(to)),), content=tuple(_trimmed(word.doc, *content))
    )


def _verb(verb: Token) -> Attribution | None:
    """A verb with its content (clause, infinitive or object) and its subject."""
    who, contents = _subject(verb), [piece for extent in _contents(verb) for piece in _trimmed(verb.doc, *extent)]
    if who is None or not contents:
        return None
    source = _extent(who)
    if source[0] <= verb.idx < source[1]:  # a relative clause within it
        source = who.idx, _end(who)
    begin = min([c.idx for c in verb.lefts if c.dep_.startswith("aux")], default=verb.idx)
    return Attribution(source=(source,), cue=((begin, _end(verb)),), content=tuple(contents))


def _contents(verb: Token) -> list[tuple[int, int]]:
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "parataxis"}]
    if not clauses and verb.dep_ == "parataxis":  # '…, he said'
        return [(verb.sent.start_char, verb.left_edge.idx)]
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and any(m.dep_ == "mark" for m in c.children)]
    objects = [c for c in verb.children if c.dep_ == "obj"]
    return [_extent(c) for c in clauses or infinitives or objects[:1]]


def _subject(verb: Token) -> Token | None:
    """Its own subject, or that of the verb which it goes on from."""
    while True:
        own = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
        if own is not None or verb.dep_ not in {"conj", "xcomp"}:
            return own
        verb = verb.head


def _end(token: Token) -> int:
    return token.idx + len(token)


def _extent(token: Token) -> tuple[int, int]:
    return token.left_edge.idx, _end(token.right_edge)


def _trimmed(doc: Doc, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The extent without marks and spaces at its ends, if anything is left."""
    words = doc.text[begin:end]
    begin += len(words) - len(words.lstrip(EDGES))
    if kept := words.strip(EDGES):
        yield begin, begin + len(kept)
