"""Frames of verbs that attribute: where a verb's content stands, and how it opens.

A frame is a function from a verb, its row of the lexicon and the quotations of the text to what it finds, or None.
Where several fit a verb, the order of `FRAMES` decides.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.quotations import Quoted, overlapping
from claimgraph.statements.lexicon import Row, lexicon
from claimgraph.statements.syntax import (
    children,
    first,
    is_passive,
    is_time,
    noun_phrase,
    opened_by,
    patient,
    preposition,
    subject,
    words,
)


@dataclass(frozen=True)
class Found:
    """What a frame gives of a verb: the content's words, and more words of the cue."""

    content: frozenset[int]
    more_cue: frozenset[int] = frozenset()


Frame = Callable[[Token, Row, tuple[Quoted, ...]], Found | None]


def clause(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'said that …', 'asked whether …', 'he said …'."""
    if not {"clause", "quote"} & set(row.frames):
        return None
    clauses = children(verb, "ccomp")
    if not clauses:
        return None
    content = set().union(*(words(c) for c in clauses))
    for participle in (verb.doc[i] for i in sorted(content)):
        if added(participle) == verb:
            content -= words(participle)
    return Found(frozenset(content))


def added(participle: Token) -> Token | None:
    """The verb of saying that a participle behind a comma goes on from: 'said that …, adding that …', 'reported that …,
    citing …'; the tree may hang it on the clause within.
    """
    before = participle.nbor(-1) if participle.i else participle
    if participle.tag_ != "VBG" or participle.dep_ != "advcl" or before.text != ",":
        return None
    if participle.lemma_ not in lexicon().verbs:
        return None
    clause = participle.head
    while clause.dep_ in {"conj", "xcomp", "advcl"} and clause.head != clause:
        clause = clause.head
    said = clause.head
    return said if clause.dep_ == "ccomp" and said.lemma_ in lexicon().verbs and said.i < participle.i else None


def around(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'…, he said', '…, he said, …': the verb hangs on the clause that it attributes."""
    host = verb.head
    if verb.dep_ != "parataxis" or not {"clause", "quote"} & set(row.frames):
        return None
    leads = host.left_edge.i >= verb.left_edge.i  # the verb comes first: it attributes nothing that follows
    if leads or any(c.i > verb.i for c in children(verb, "obj", "xcomp")):
        return None
    rest = [c for c in children(host, "parataxis") if c.i != verb.i and c.i > verb.i]
    content = words(host, [verb, *rest])
    return Found(frozenset(content)) if len(content) > 1 else None


def inserted(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'The bridge, he said, had been mined': between commas; the tree may take it for a relative clause."""
    if verb.dep_ != "acl:relcl" or "clause" not in row.frames or children(verb, "obj", "ccomp", "xcomp", "mark"):
        return None
    who, edge, behind = first(children(verb, "nsubj")), verb.left_edge, verb.right_edge
    opened = "," in {edge.text, verb.doc[max(0, edge.i - 1)].text}
    commas = opened and (behind.text == "," or verb.doc[behind.i + 1 : behind.i + 2].text == ",")
    if who is None or who.tag_ in {"WP", "WDT"} or not commas:
        return None
    host = verb.head
    while host.pos_ not in {"VERB", "AUX", "ADJ"} and host.head != host:
        host = host.head
    return Found(frozenset(words(host, [verb])))


def quote(verb: Token, row: Row, quoted: tuple[Quoted, ...]) -> Found | None:
    """'He said: “…”', '“…”, he said': next to the verb, but for marks, or the one spoken to, between."""
    if "quote" not in row.frames:
        return None
    between_allowed = {verb.i, *(i for c in verb.children if c.dep_ not in {"obl", "advcl"} for i in words(c))}
    between_allowed |= {i for c in children(verb, "obl") if opened_by(c, {"to"}) for i in words(c)}
    for q in overlapping(quoted, max(0, verb.sent.start_char - 2), verb.sent.end_char):
        inside = _inside_quotation(verb, q)
        if len(inside) < 4 or verb.i in inside:
            continue
        between = range(verb.i + 1, inside[0]) if inside[0] > verb.i else range(inside[-1] + 1, verb.i)
        near = all(i in between_allowed or verb.doc[i].pos_ in {"PUNCT", "SPACE"} for i in between)
        if near and _outside_subject(verb, inside):
            return Found(frozenset(inside))
    return None


def _inside_quotation(verb: Token, q: Quoted) -> list[int]:
    """A quotation's words in the verb's sentence, or all of one that ends before it with a mark that leaves it open."""
    if q.end > verb.sent.start_char:
        return [t.i for t in verb.sent if q.covers(t.idx)]
    whole = verb.doc.char_span(q.begin, q.end, alignment_mode="expand")
    if whole is None or not whole.text.rstrip("”\"'’» ").endswith((",", "?", "!")):
        return []
    return [t.i for t in whole if not t.is_space]


def _outside_subject(verb: Token, inside: list[int]) -> bool:
    who = subject(verb)
    return who is None or not words(who) & set(inside)


def addressed(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'urged Iran to …', 'accused Iran of …', 'Iran was accused of …': the content begins with the one addressed."""
    if "addressed" not in row.frames:
        return None
    passive, whom = is_passive(verb), patient(verb)
    what = [c for c in children(verb, "xcomp", "advcl", "obl", "ccomp") if c.i > verb.i and _task(c, row)]
    if headlined(verb, row):
        passive, whom = True, subject(verb)
    if not what or (whom is None and not passive):
        return None
    content = set().union(*(words(c) for c in what))
    if whom is not None:
        content |= noun_phrase(whom) - (words(verb) if whom == verb.head else set())
    mark = preposition(what[0])
    if passive and mark is not None and mark.lower_ in row.prepositions:
        content.discard(mark.i)
        return Found(frozenset(content), frozenset({mark.i}))
    return Found(frozenset(content))


def headlined(verb: Token, row: Row) -> bool:
    """'Minister accused of …': a verb that needs an object, but has its preposition instead, is a participle."""
    behind = verb.doc[verb.i + 1 : verb.i + 2].text
    past = verb.tag_ in {"VBD", "VBN"} and patient(verb) is None
    return past and "addressed" in row.frames and behind in row.prepositions


def _task(phrase: Token, row: Row) -> bool:
    if phrase.dep_ in {"xcomp", "ccomp"}:
        return True
    return opened_by(phrase, row.prepositions) or (phrase.dep_ == "advcl" and opened_by(phrase, {"to"}))


def infinitive(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'vowed to …', 'refused to …'."""
    if "infinitive" not in row.frames:
        return None
    what = first(c for c in children(verb, "xcomp") if c.i > verb.i and opened_by(c, {"to"}))
    if what is None:
        return None
    whom = [c for c in children(verb, "obj") if c.i < what.i]  # 'expects Iran to …'
    return Found(frozenset(words(what).union(*(noun_phrase(w) for w in whom))))


def prepositional(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'called for …', 'warned of …'."""
    for what in children(verb, "obl", "advcl", "xcomp", "nmod"):
        mark = preposition(what)
        if what.i > verb.i and mark is not None and mark.lower_ in row.prepositions:
            if is_time(what) or what.lemma_.lower() in lexicon().circumstances:
                continue
            task = first(children(verb, "xcomp", "advcl")) if row.act is SpeechAct.DEMAND else None
            content = words(what) - {mark.i} | (words(task) if task is not None and task.i > what.i else set())
            adjacent = all(t.dep_ in {"compound:prt", "advmod"} for t in verb.doc[verb.i + 1 : mark.i])
            return Found(frozenset(content), frozenset({mark.i} if adjacent else ()))
    return None


def object_(verb: Token, row: Row, _: tuple[Quoted, ...]) -> Found | None:
    """'condemned the raid', 'the raid was condemned by …'; with what it is called: 'called the raid a crime'."""
    if "object" not in row.frames:
        return None
    what = patient(verb) or first(c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VBG") or _shifted(verb)
    if what is None:
        return None
    if verb.dep_ == "acl" and what == verb.head:
        return Found(frozenset(noun_phrase(what) - words(verb)))
    more = [c for c in children(verb, "xcomp", "obl") if c.i > verb.i and (c.dep_ == "xcomp" or opened_by(c, {"as"}))]
    return Found(frozenset(noun_phrase(what).union(*(words(c) for c in more))))


def _shifted(verb: Token) -> Token | None:
    """A long object behind the rest: 'dismissed as false | a statement by …'; the tree takes it for an oblique."""
    return first(c for c in children(verb, "obl") if c.pos_ == "NOUN" and preposition(c) is None and not is_time(c))


FRAMES: tuple[Frame, ...] = (clause, around, inserted, quote, addressed, infinitive, prepositional, object_)
