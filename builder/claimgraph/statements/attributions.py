"""cg:Claim, the candidates: each word that attributes, with who, to whom, and what.

A rule is a function from a word to a candidate or None; `RULES` is their order. Which frame of a verb counts, where
several fit, is the order of `FRAMES`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claimgraph.model import SpeechAct
from claimgraph.statements.lexicon import Row, lexicon
from claimgraph.statements.quotations import Quoted
from claimgraph.statements.syntax import (
    AUXILIARY,
    agent,
    children,
    first,
    is_passive,
    noun_phrase,
    opened_by,
    preposition,
    subject,
    words,
)


@dataclass(frozen=True)
class Candidate:
    """Positions of words in the doc, before they become spans."""

    rule: str
    act: SpeechAct
    cue: frozenset[int]
    content: frozenset[int]
    source: Token | None  # the head of the phrase that names whose claim it is
    addressees: tuple[Token, ...] = ()
    quoted: tuple[Quoted, ...] = field(default=())  # a quotation that is the content, beyond its words in this sentence


@dataclass(frozen=True)
class Found:
    """What a frame gives of a verb: the content's words, and more words of the cue."""

    frame: str
    content: frozenset[int]
    more_cue: frozenset[int] = frozenset()


Frame = Callable[[Token, Row, tuple[Quoted, ...]], Found | None]


def clause(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'said that …', 'asked whether …', 'he said …'."""
    if not {"clause", "quote"} & set(row.frames):
        return None
    clauses = [c for c in children(verb, "ccomp") if c.i > verb.i or c.head == verb]
    if not clauses:
        return None
    return Found("clause", frozenset().union(*(words(c) for c in clauses)))


def around(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'…, he said', '…, he said, …': the verb hangs on the clause that it attributes."""
    host = verb.head
    if verb.dep_ != "parataxis" or not {"clause", "quote"} & set(row.frames) or host.i > verb.i and not _inside(verb, host):
        return None
    if any(c.i > verb.i for c in children(verb, "obj", "xcomp")):
        return None
    rest = [c for c in children(host, "parataxis") if c.i != verb.i and c.i > verb.i]
    content = words(host, [verb, *rest])
    return Found("around", frozenset(content)) if len(content) > 1 else None


def _inside(verb: Token, host: Token) -> bool:
    return host.left_edge.i < verb.left_edge.i


def quotation(verb: Token, row: Row, quoted: tuple[Quoted, ...]) -> Found | None:
    """'He said: “…”', '“…” was his reply': a quotation in the same sentence, outside the subject."""
    if "quote" not in row.frames:
        return None
    sentence, who = verb.sent, subject(verb)
    taken = set(words(who)) if who is not None else set()
    for q in quoted:
        inside = [t.i for t in sentence if q.covers(t.idx)]
        if inside and verb.i not in inside and not taken & set(inside) and len(inside) > 3:
            return Found("quote", frozenset(inside))
    return None


def addressed(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'urged Iran to …', 'accused Iran of …'; passive: 'Iran was accused of …'. The content begins with the one addressed."""
    if "addressed" not in row.frames:
        return None
    passive = is_passive(verb)
    whom = first(children(verb, "nsubj:pass") if passive else children(verb, "obj", "iobj"))
    what = [c for c in children(verb, "xcomp", "advcl", "obl", "ccomp") if c.i > verb.i and _task(c, row)]
    if not what or (whom is None and not passive):
        return None
    content = set().union(*(words(c) for c in what))
    if whom is not None:
        content |= noun_phrase(whom)
    mark = preposition(what[0])
    if passive and mark is not None and mark.lower_ in row.prepositions:
        content.discard(mark.i)
        return Found("addressed", frozenset(content), frozenset({mark.i}))
    return Found("addressed", frozenset(content))


def _task(phrase: Token, row: Row) -> bool:
    if phrase.dep_ in {"xcomp", "ccomp"}:
        return True
    return opened_by(phrase, row.prepositions) or (phrase.dep_ == "advcl" and opened_by(phrase, {"to"}))


def infinitive(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'vowed to …', 'refused to …'."""
    if "infinitive" not in row.frames:
        return None
    what = first(c for c in children(verb, "xcomp") if c.i > verb.i and opened_by(c, {"to"}))
    return None if what is None else Found("infinitive", frozenset(words(what)))


def prepositional(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'called for …', 'warned of …'."""
    for what in children(verb, "obl", "advcl", "xcomp", "nmod"):
        mark = preposition(what)
        if what.i > verb.i and mark is not None and mark.lower_ in row.prepositions:
            content = words(what) - {mark.i}
            adjacent = all(t.dep_ in {"compound:prt", "advmod"} for t in verb.doc[verb.i + 1 : mark.i])
            return Found("prepositional", frozenset(content), frozenset({mark.i} if adjacent else ()))
    return None


def thing(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'condemned the raid', 'denied it'; passive: 'the raid was condemned by …'. With what it is called: 'called the raid a crime'."""
    if "object" not in row.frames:
        return None
    what = first(children(verb, "nsubj:pass") if is_passive(verb) else children(verb, "obj"))
    if what is None:
        return None
    more = [c for c in children(verb, "xcomp", "obl") if c.i > verb.i and (c.dep_ == "xcomp" or opened_by(c, {"as"}))]
    return Found("object", frozenset(noun_phrase(what).union(*(words(c) for c in more))))


FRAMES: tuple[Frame, ...] = (clause, around, quotation, addressed, infinitive, prepositional, thing)


def by_verb(verb: Token, quoted: tuple[Quoted, ...]) -> Candidate | None:
    """Verbs of saying, thinking, wanting and judging."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "cop", "amod", "compound"}:
        return None
    particles = {c.lower_ for c in children(verb, "compound:prt")}
    rows = [r for r in lexicon().verbs.get(verb.lemma_, ()) if (r.particle in particles if r.particle else True)]
    for frame in FRAMES:
        for row in rows:
            if (found := frame(verb, row, quoted)) is not None:
                return _verb_candidate(verb, row, found, quoted)
    return None


def _verb_candidate(verb: Token, row: Row, found: Found, quoted: tuple[Quoted, ...]) -> Candidate | None:
    who = agent(verb) if is_passive(verb) else subject(verb)
    spoken_to = _addressees(verb, row)
    cue = _verb_group(verb) | found.more_cue
    left_out = set(cue)
    for phrase in [who, *spoken_to] if found.frame != "addressed" else [who]:
        if phrase is not None and phrase.i not in found.content:
            left_out |= words(phrase)
    content = found.content - left_out
    if not content or (found.frame == "object" and who is None):
        return None
    quotes = tuple(q for q in quoted if any(q.covers(verb.doc[i].idx) for i in content) and not q.covers(verb.idx))
    return Candidate(f"claim.verb-{found.frame}", row.act, frozenset(cue), frozenset(content), who, spoken_to, quotes)


def _verb_group(verb: Token) -> frozenset[int]:
    """The verb with its auxiliaries, negation and particle, and the adverbs among them."""
    before = [c.i for c in verb.children if c.i < verb.i and (c.dep_ in AUXILIARY or c.lower_ in {"not", "n't", "never", "to"})]
    begin, end = verb.i, verb.i
    while begin - 1 in before or (before and min(before) < begin - 1 and verb.doc[begin - 1].head == verb and verb.doc[begin - 1].dep_ == "advmod"):
        begin -= 1
    for particle in children(verb, "compound:prt"):
        if particle.i == end + 1:
            end += 1
    return frozenset(range(begin, end + 1))


def _addressees(verb: Token, row: Row) -> tuple[Token, ...]:
    if row.addressee == "object":
        heads = children(verb, "nsubj:pass") if is_passive(verb) else children(verb, "iobj") or children(verb, "obj")
    elif row.addressee == "to":
        heads = [c for c in children(verb, "obl") if opened_by(c, {"to"})]
    else:
        heads = []
    return tuple(t for head in heads for t in [head, *children(head, "conj")])


def by_noun(noun: Token, _: tuple[Quoted, ...]) -> Candidate | None:
    """'his claim that …', 'calls for …', 'accusations of …', 'a plan to …'."""
    if noun.pos_ != "NOUN":
        return None
    for row in lexicon().nouns.get(noun.lemma_, ()):
        what = first(c for c in noun.children if c.i > noun.i and _noun_content(c, row))
        if what is None:
            continue
        content, cue = words(what), {noun.i}
        mark = preposition(what)
        if mark is not None and mark.lower_ in row.prepositions:
            content.discard(mark.i)
            if mark.i == noun.i + 1:
                cue.add(mark.i)
        return Candidate("claim.noun", row.act, frozenset(cue), frozenset(content), _whose(noun))
    return None


def _noun_content(phrase: Token, row: Row) -> bool:
    if phrase.dep_ in {"acl", "ccomp", "acl:relcl"} and opened_by(phrase, {"that", "whether", "if"}):
        return "clause" in row.frames and not any(t.tag_ == "WDT" for t in phrase.subtree if t.lower_ == "that" and t.head == phrase)
    if phrase.dep_ in {"acl", "xcomp"} and opened_by(phrase, {"to"}):
        return "infinitive" in row.frames
    return phrase.dep_ in {"nmod", "obl", "acl", "advcl"} and opened_by(phrase, row.prepositions)


def _whose(noun: Token) -> Token | None:
    """Whose claim a noun tells of: the possessor, a 'by' or 'from' phrase, or the subject of a light verb ('made the claim that …')."""
    own = first(children(noun, "nmod:poss")) or first(c for c in children(noun, "nmod") if opened_by(c, {"by", "from"}))
    if own is not None:
        return own
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_ in LIGHT:
        return subject(verb)
    return None


LIGHT = {"make", "issue", "give", "have", "deliver", "express", "voice", "repeat", "raise", "release", "publish", "announce", "level", "draw", "take"}


def according(word: Token, _: tuple[Quoted, ...]) -> Candidate | None:
    """'according to …', 'per …': the clause around the phrase is the content."""
    two = word.lower_ == "according" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to"
    if not two:
        return None
    source = word.head if word.dep_ in {"case", "mark"} else first(c for c in word.children if c.pos_ in {"NOUN", "PROPN", "PRON"})
    if source is None or source.head == source or source.i < word.i:
        return None
    phrase = source if word.dep_ in {"case", "mark"} else word
    host = phrase.head
    while host.dep_ in {"nmod", "obl", "compound", "appos"} and host.head != host:  # attached too low
        host = host.head
    if host == phrase:
        return None
    content = words(host, [phrase])
    return Candidate("claim.according-to", SpeechAct.ASSERTION, frozenset({word.i, word.i + 1}), frozenset(content), source)


def by_adverb(word: Token, _: tuple[Quoted, ...]) -> Candidate | None:
    """'reportedly': the clause is the content; no one is named."""
    rows = lexicon().adverbs.get(word.lower_, ())
    if not rows or word.dep_ != "advmod":
        return None
    content = words(word.head) - {word.i}
    return Candidate("claim.adverb", rows[0].act, frozenset({word.i}), frozenset(content), None)


Rule = Callable[[Token, tuple[Quoted, ...]], Candidate | None]
RULES: tuple[Rule, ...] = (by_verb, by_noun, according, by_adverb)


def candidates(doc: Doc, quoted: tuple[Quoted, ...]) -> Iterable[Candidate]:
    """Every candidate of a doc, in the text's order; a word gives one at most."""
    for word in doc:
        found = next((c for rule in RULES if (c := rule(word, quoted)) is not None), None)
        if found is not None:
            yield found
