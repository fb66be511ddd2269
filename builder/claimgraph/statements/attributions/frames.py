"""Frames of verbs that attribute: where a verb's content stands, and how it opens.

A frame is a function from a verb, its row of the lexicon and the quotations of the text to what it finds, or None.
Where several fit a verb, the order of `FRAMES` decides.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.quotations import Quoted, overlapping
from claimgraph.statements.attributions.candidate import Context
from claimgraph.statements.attributions.tellers import added, inverted
from claimgraph.statements.lexicon import Row
from claimgraph.statements.syntax import (
    agent,
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


Frame = Callable[[Token, Row, Context], Found | None]


def clause(verb: Token, row: Row, context: Context) -> Found | None:
    """'said that …', 'asked whether …', 'he said …'."""
    if not {"clause", "quote"} & set(row.frames):
        return None
    clauses = children(verb, "ccomp")
    if children(verb, "expl"):
        clauses += children(verb, "csubj", "csubj:pass")  # 'it is thought that …'
    if not clauses:
        return None
    content = set().union(*(words(c) for c in clauses))
    return Found(frozenset(content - _goes_on(verb, content, context)))


def _goes_on(verb: Token, content: Iterable[int], context: Context) -> set[int]:
    """What follows the verb as its own, though the tree hangs it on the content: ', adding …', ', a claim that …'."""
    own: set[int] = set()
    for token in (verb.doc[i] for i in sorted(content)):
        referring = token.lemma_ in context.lexicon.referring and token.dep_ in {"obj", "appos", "obl", "dep"}
        aside = referring and token.left_edge.i > max(verb.i, 1) and verb.doc[token.left_edge.i - 1].text == ","
        aside = aside and verb.doc[token.left_edge.i].dep_ in {"det", "punct"}
        if aside or added(token, context.lexicon) == verb:
            own |= words(token)
    return own


def around(verb: Token, row: Row, context: Context) -> Found | None:
    """'…, he said', '…, he said, …': the verb hangs on the clause that it attributes."""
    if verb.dep_ != "parataxis" or not {"clause", "quote"} & set(row.frames):
        return None
    leads = verb.head.left_edge.i >= verb.left_edge.i  # the verb comes first: it attributes nothing that follows
    if leads or any(c.i > verb.i and c != inverted(verb) for c in children(verb, "obj", "xcomp")):
        return None
    host = _clause_of(verb.head)
    rest = [c for c in children(host, "parataxis") if c.i > verb.i]
    content = words(host, [verb, *rest])
    return Found(frozenset(content - _goes_on(verb, content, context))) if len(content) > 1 else None


def _clause_of(word: Token) -> Token:
    """The verb of the clause that a word is a part of: 'Nobody, said the mayor, was paid'."""
    host = word
    while host.dep_ in ARGUMENTS and host.pos_ not in {"VERB", "AUX"} and host.head != host:
        host = host.head
    return host


ARGUMENTS = {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "appos", "conj", "flat", "compound"}


def inserted(verb: Token, row: Row, _: Context) -> Found | None:
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


def aside(verb: Token, row: Row, _: Context) -> Found | None:
    """'As X said, …', '…, as X put it': the clause around is the content."""
    if not {"clause", "aside"} & set(row.frames) or verb.dep_ != "advcl" or not opened_by(verb, {"as"}):
        return None
    objects = [c for c in children(verb, "obj", "ccomp", "xcomp") if c.lower_ != "it"]
    if objects or is_passive(verb) or not children(verb, "nsubj") or verb.tag_ == "VBG":
        return None
    if "aside" in row.frames and not children(verb, "obj"):
        return None  # 'put' alone
    more = frozenset(c.i for c in children(verb, "obj") if c.i == verb.i + 1)
    content = words(verb.head, [verb])
    return Found(frozenset(content), more) if len(content) > 1 else None


def quote(verb: Token, row: Row, context: Context) -> Found | None:
    """'He said: “…”', '“…”, he said': next to the verb, but for marks, or the one spoken to, between."""
    if "quote" not in row.frames:
        return None
    between_allowed = {verb.i, *(i for c in verb.children if c.dep_ not in {"obl", "advcl"} for i in words(c))}
    between_allowed |= {i for c in children(verb, "obl") if opened_by(c, {"to"}) for i in words(c)}
    for q in overlapping(context.quoted, max(0, verb.sent.start_char - 2), verb.sent.end_char):
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


def addressed(verb: Token, row: Row, _: Context) -> Found | None:
    """'urged Iran to …', 'accused Iran of …', 'Iran was accused of …': the content begins with the one addressed."""
    if "addressed" not in row.frames:
        return None
    passive, whom = is_passive(verb), patient(verb)
    what = [c for c in children(verb, "xcomp", "advcl", "obl", "ccomp") if c.i > verb.i and _task(c, row)]
    if passive and not what and (by := agent(verb)) is not None:
        what = [c for c in children(by, "nmod", "acl") if opened_by(c, row.prepositions)]  # 'accused by the state of …'
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


def passive_of(verb: Token, row: Row) -> bool:
    """Whether the verb is passive, be it only for lack of an auxiliary in a headline."""
    return is_passive(verb) or headlined(verb, row)


def headlined(verb: Token, row: Row) -> bool:
    """'Minister accused of …': a verb that needs an object, but has its preposition instead, is a participle."""
    behind = verb.doc[verb.i + 1 : verb.i + 2].text
    past = verb.tag_ in {"VBD", "VBN"} and patient(verb) is None
    return past and "addressed" in row.frames and behind in row.prepositions


def _task(phrase: Token, row: Row) -> bool:
    if phrase.dep_ in {"xcomp", "ccomp"}:
        return True
    return opened_by(phrase, row.prepositions) or (phrase.dep_ == "advcl" and opened_by(phrase, {"to"}))


def raised(verb: Token, row: Row, _: Context) -> Found | None:
    """'The men are believed to …', 'is said to have …': the passive's subject is that of the content."""
    if not {"clause", "infinitive"} & set(row.frames) or not is_passive(verb):
        return None
    about = first(children(verb, "nsubj:pass", "nsubj"))
    what = first(c for c in children(verb, "xcomp") if c.i > verb.i and opened_by(c, {"to"}))
    if about is None or what is None:
        return None
    return Found(frozenset(noun_phrase(about) | words(what)))


def infinitive(verb: Token, row: Row, _: Context) -> Found | None:
    """'vowed to …', 'refused to …'."""
    if "infinitive" not in row.frames:
        return None
    what = first(c for c in children(verb, "xcomp") if c.i > verb.i and opened_by(c, {"to"}))
    if what is None:
        return None
    whom = [c for c in children(verb, "obj") if c.i < what.i]  # 'expects Iran to …'
    return Found(frozenset(words(what).union(*(noun_phrase(w) for w in whom))))


def prepositional(verb: Token, row: Row, context: Context) -> Found | None:
    """'called for …', 'warned of …'."""
    for what in children(verb, "obl", "advcl", "xcomp", "nmod"):
        mark = preposition(what)
        if what.i > verb.i and mark is not None and mark.lower_ in row.prepositions:
            if is_time(what) or what.lemma_.lower() in context.lexicon.circumstances:
                continue
            task = first(children(verb, "xcomp", "advcl")) if row.act is SpeechAct.DEMAND else None
            content = words(what) - {mark.i} | (words(task) if task is not None and task.i > what.i else set())
            adjacent = all(t.dep_ in {"compound:prt", "advmod"} for t in verb.doc[verb.i + 1 : mark.i])
            return Found(frozenset(content), frozenset({mark.i} if adjacent else ()))
    return None


def object_(verb: Token, row: Row, _: Context) -> Found | None:
    """'condemned the raid', 'the raid was condemned by …'; with what it is called: 'called the raid a crime'."""
    if "object" not in row.frames:
        return None
    what = patient(verb) or first(c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VBG") or _shifted(verb)
    if what is None:
        return None
    if verb.dep_ == "acl" and what == verb.head:
        return Found(frozenset(noun_phrase(what) - words(verb)))
    return Found(frozenset(noun_phrase(what).union(*(words(c) for c in _completing(verb, row)))))


def _completing(verb: Token, row: Row) -> list[Token]:
    """What belongs to the judgement on an object: 'called the raid | a crime', 'blamed the cell | for the fire'."""
    behind = (c for c in children(verb, "xcomp", "obl", "advcl") if c.i > verb.i)
    marks = {"as", *row.completed}
    return [c for c in behind if (c.dep_ == "xcomp" or opened_by(c, marks)) and not is_time(c)]


def predicate(verb: Token, row: Row, _: Context) -> Found | None:
    """'saw the drones as a threat', 'feel abandoned': only with what somebody or something is taken to be."""
    if "predicate" not in row.frames or is_passive(verb):
        return None
    what = _completing(verb, row)
    about = patient(verb)
    if not what or (about is None and what[0].dep_ != "xcomp"):
        return None
    return Found(frozenset(words(what[0]) | (noun_phrase(about) if about is not None else set())))


def _shifted(verb: Token) -> Token | None:
    """A long object behind the rest: 'dismissed as false | a statement by …'; the tree takes it for an oblique."""
    return first(c for c in children(verb, "obl") if c.pos_ == "NOUN" and preposition(c) is None and not is_time(c))


FRAMES: tuple[Frame, ...] = (
    clause,
    around,
    inserted,
    aside,
    quote,
    addressed,
    raised,
    infinitive,
    prepositional,
    predicate,
    object_,
)

WANTED = {
    "quote": "a quotation beside it",
    "clause": "a clause under it",
    "infinitive": "'to' with a verb",
    "object": "an object",
    "addressed": "someone, and what he is to do or to have done",
    "predicate": "what somebody or something is taken to be",
    "aside": "'as' before it",
}


def wanted(rows: Iterable[Row]) -> str:
    """What could be the content of a verb with these rows, in words."""
    frames = dict.fromkeys(frame for row in rows for frame in row.frames)
    marks = dict.fromkeys(f"a phrase with '{mark}'" for row in rows for mark in row.prepositions)
    return "it wants " + ", or ".join((*(WANTED[frame] for frame in frames), *marks))
