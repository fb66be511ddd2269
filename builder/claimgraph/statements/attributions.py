"""cg:Claim, the candidates: each word that attributes, with who, to whom, and what.

A rule is a function from a word to a candidate or None; `RULES` is their order.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claimgraph.model import SpeechAct
from claimgraph.quotations import Quoted, overlapping
from claimgraph.statements.acts import refined
from claimgraph.statements.frames import FRAMES, Found, Frame, added, headlined, object_
from claimgraph.statements.lexicon import Row, lexicon
from claimgraph.statements.syntax import (
    AUXILIARY,
    agent,
    children,
    clause_above,
    first,
    is_passive,
    opened_by,
    patient,
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


def by_verb(verb: Token, quoted: tuple[Quoted, ...]) -> Candidate | None:
    """Verbs of saying, thinking, wanting and judging."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "cop", "amod", "compound"}:
        return None
    particles = {c.lower_ for c in children(verb, "compound:prt")}
    rows = [
        r for r in lexicon().verbs.get(verb.lemma_, ()) if (r.particle in particles if r.particle else not particles)
    ]
    for frame in FRAMES:
        for row in rows:
            if (found := frame(verb, row, quoted)) is not None:
                return _verb_candidate(verb, row, frame, found, quoted)
    return None


def _verb_candidate(verb: Token, row: Row, frame: Frame, found: Found, quoted: tuple[Quoted, ...]) -> Candidate | None:
    passive = is_passive(verb) or headlined(verb, row)
    who = agent(verb) if passive else subject(added(verb) or verb)
    spoken_to = _addressees(verb, row)
    cue = _verb_group(verb) | found.more_cue
    left_out = set(cue)
    for phrase in (who, *spoken_to):
        if phrase is not None and phrase.i not in found.content:
            left_out |= words(phrase)
    content = found.content.union(*_strayed(verb)) - left_out
    if not content or (frame is object_ and who is None):
        return None
    heads = [verb.doc[i] for i in sorted(content) if verb.doc[i].head.i not in content or verb.doc[i].dep_ == "ROOT"]
    act = refined(row.act, next((t for t in heads if t.pos_ == "VERB"), heads[0]), who)
    around = overlapping(quoted, verb.doc[min(content)].idx, verb.doc[max(content)].idx + 1)
    quotes = tuple(q for q in around if any(q.covers(verb.doc[i].idx) for i in content) and not q.covers(verb.idx))
    rule = f"claim.verb-{frame.__name__.strip('_')}"
    return Candidate(rule, act, frozenset(cue), content, who, spoken_to, quotes)


def _strayed(verb: Token) -> list[set[int]]:
    """'A hit B, killing four, X said': participles that the tree hangs on the verb, but that belong to what is said."""
    return [words(c) for c in children(verb, "advcl") if clause_above(c) != verb]


def _verb_group(verb: Token) -> frozenset[int]:
    """The verb with its auxiliaries, negation and particle, and the adverbs among them."""
    before = [
        c.i
        for c in verb.children
        if c.i < verb.i and (c.dep_ in AUXILIARY or c.lower_ in {"not", "n't", "never", "to"})
    ]
    begin, end = verb.i, verb.i
    while begin - 1 in before or (
        before and min(before) < begin - 1 and verb.doc[begin - 1].head == verb and verb.doc[begin - 1].dep_ == "advmod"
    ):
        begin -= 1
    for particle in children(verb, "compound:prt"):
        if particle.i == end + 1:
            end += 1
    return frozenset(range(begin, end + 1))


def _addressees(verb: Token, row: Row) -> tuple[Token, ...]:
    """Who is spoken to: the object, a 'to' phrase, the one called on to do something, 'Speaking to …, he said'."""
    if row.addressee == "object":
        whom = patient(verb) if is_passive(verb) else first(children(verb, "iobj")) or patient(verb)
        heads = [] if whom is None else [whom]
    elif row.addressee == "to":
        heads = [c for c in children(verb, "obl") if opened_by(c, {"to"})]
    elif row.act is SpeechAct.DEMAND:
        heads = [s for c in children(verb, "ccomp") for s in children(c, "nsubj")]  # 'demanded that they leave'
        if children(verb, "xcomp", "advcl"):
            heads += [c for c in children(verb, "obl") if opened_by(c, row.prepositions)]
        heads += [c for c in children(verb, "obl") if opened_by(c, {"from"})]
    else:
        heads = []
    speaking = (c for c in children(verb, "advcl") if c.lemma_ in {"speak", "talk"})
    heads += [c for s in speaking for c in children(s, "obl") if opened_by(c, {"to", "with"})]
    return tuple(t for head in heads for t in [head, *children(head, "conj")])


def by_noun(noun: Token, _: tuple[Quoted, ...]) -> Candidate | None:
    """'his claim that …', 'calls for …', 'accusations of …', 'a plan to …'."""
    if noun.pos_ != "NOUN":
        return None
    for row in lexicon().nouns.get(noun.lemma_, ()):
        what = first(c for c in (*noun.children, *_passed_on(noun)) if c.i > noun.i and _noun_content(c, row))
        if what is None:
            continue
        content, cue = words(what), {noun.i}
        mark = preposition(what)
        if mark is not None and mark.lower_ in row.prepositions:
            content.discard(mark.i)
            if mark.i == noun.i + 1:
                cue.add(mark.i)
        if row.act is SpeechAct.PROMISE and _whose(noun) is None:
            continue  # 'a plan to …': nobody's intention
        return Candidate("claim.noun", row.act, frozenset(cue), frozenset(content), _whose(noun))
    return None


def _passed_on(noun: Token) -> list[Token]:
    """'draws up plans | to leave': the verb whose object the noun is may have its infinitive in the tree."""
    verb, behind = noun.head, noun.right_edge.i + 1
    if noun.dep_ != "obj" or verb.lemma_ not in LIGHT:
        return []
    return [c for c in children(verb, "advcl", "xcomp") if c.left_edge.i == behind and opened_by(c, {"to"})]


def _noun_content(phrase: Token, row: Row) -> bool:
    if phrase.dep_ in {"acl", "ccomp", "acl:relcl"} and opened_by(phrase, {"that", "whether", "if"}):
        return "clause" in row.frames and not any(
            t.tag_ == "WDT" for t in phrase.subtree if t.lower_ == "that" and t.head == phrase
        )
    if phrase.dep_ in {"acl", "advcl", "xcomp"} and opened_by(phrase, {"to"}):
        return "infinitive" in row.frames
    return phrase.dep_ in {"nmod", "obl", "acl", "advcl"} and opened_by(phrase, row.prepositions)


def _whose(noun: Token) -> Token | None:
    """Whose claim a noun tells of: 'his …', '… by X', or the subject of a light verb ('made the claim that …')."""
    own = first(children(noun, "nmod:poss")) or first(c for c in children(noun, "nmod") if opened_by(c, {"by", "from"}))
    if own is not None:
        return own
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_ in LIGHT:
        return subject(verb)
    return None


LIGHT = {
    "make",
    "issue",
    "give",
    "have",
    "deliver",
    "express",
    "voice",
    "repeat",
    "raise",
    "release",
    "publish",
    "announce",
    "level",
    "draw",
    "take",
}


def according(word: Token, _: tuple[Quoted, ...]) -> Candidate | None:
    """'according to …', 'per …': the clause around the phrase is the content."""
    long = word.lower_ == "according" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to"
    if not long and not (word.lower_ == "per" and word.dep_ == "case" and _tells(word.head)):
        return None
    source = (
        word.head
        if word.dep_ in {"case", "mark"}
        else first(c for c in word.children if c.pos_ in {"NOUN", "PROPN", "PRON"})
    )
    if source is None or source.head == source or source.i < word.i:
        return None
    phrase = source if word.dep_ in {"case", "mark"} else word
    host = phrase.head
    while host.head != host and (host.dep_ in LOW or host.pos_ in {"NOUN", "PROPN"}):  # to the clause
        host = host.head
    if host == phrase:
        return None
    content = words(host, [phrase])
    return Candidate(
        "claim.according-to", SpeechAct.ASSERTION, frozenset({word.i, word.i + long}), frozenset(content), source
    )


LOW = {"nmod", "obl", "compound", "appos", "xcomp"}  # where the phrase is not meant to hang


def _tells(noun: Token) -> bool:
    """Whether 'per' before it can mean 'according to': not 'per day', 'per cent'."""
    return bool(children(noun, "det", "nmod:poss", "acl", "acl:relcl")) or noun.pos_ == "PROPN"


def by_adverb(word: Token, _: tuple[Quoted, ...]) -> Candidate | None:
    """'reportedly': the clause is the content; no one is named."""
    rows = lexicon().adverbs.get(word.lower_, ())
    if not rows or word.dep_ != "advmod":
        return None
    content = words(word.head) - {word.i}
    return Candidate("claim.adverb", rows[0].act, frozenset({word.i}), frozenset(content), None)


Rule = Callable[[Token, tuple[Quoted, ...]], Candidate | None]
RULES: tuple[Rule, ...] = (by_verb, by_noun, according, by_adverb)


def headline(doc: Doc) -> Iterable[Candidate]:
    """'Minister: raid killed ten': a name or a noun phrase, a colon, a clause; on a line of its own with no stop."""
    for line in _lines(doc):
        colon = next((t for t in line if t.text == ":"), None)
        if colon is None or line[-1].text in {".", "?", "!", ":"} or colon.i + 3 > line[-1].i:
            continue
        before, behind = doc[line[0].i : colon.i], doc[colon.i + 1 : line[-1].i + 1]
        named = 0 < len(before) <= 6 and all(
            t.pos_ in {"PROPN", "NOUN", "ADJ", "DET", "PART", "ADP", "PUNCT"} for t in before
        )
        if named and any(t.pos_ in {"VERB", "AUX"} for t in behind):
            content = frozenset(range(behind.start, behind.end))
            yield Candidate("claim.headline", SpeechAct.ASSERTION, frozenset({colon.i}), content, before.root)


def signed(doc: Doc, quoted: tuple[Quoted, ...]) -> Iterable[Candidate]:
    """'“…” — Name': a quotation signed with a dash."""
    for q in quoted:
        inside = doc.char_span(q.begin, q.end, alignment_mode="expand")
        if inside is None:
            continue
        dash, name = _next_words(doc, inside.end)
        if dash is not None and name is not None and dash.text in DASHES and name.pos_ == "PROPN":
            content = frozenset(range(inside.start, inside.end))
            yield Candidate("claim.signed", SpeechAct.ASSERTION, frozenset({dash.i}), content, name, (), (q,))


def _next_words(doc: Doc, start: int) -> tuple[Token | None, Token | None]:
    """The next two words on the same line."""
    line: list[Token | None] = []
    for token in doc[start : start + 4]:
        if "\n" in token.text:
            break
        if not token.is_space:
            line.append(token)
    first_two = [*line, None, None][:2]
    return first_two[0], first_two[1]


DASHES = {"-", "--", "–", "—", "―"}


def _lines(doc: Doc) -> Iterable[list[Token]]:
    """The words of each line."""
    line: list[Token] = []
    for token in doc:
        if token.is_space and "\n" in token.text and line:
            yield line
            line = []
        elif not token.is_space:
            line.append(token)
    if line:
        yield line


def candidates(doc: Doc, quoted: tuple[Quoted, ...]) -> Iterable[Candidate]:
    """Every candidate of a doc; a word gives one at most."""
    for word in doc:
        found = next((c for rule in RULES if (c := rule(word, quoted)) is not None), None)
        if found is not None:
            yield found
    yield from headline(doc)
    yield from signed(doc, quoted)
