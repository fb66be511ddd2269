"""Frames whose content is a phrase, or an infinitive: objects, what is said of them, and what somebody is to do."""

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.quotations import beside, overlapping
from claimgraph.statements.attributions.candidate import Candidate, Context, Found
from claimgraph.statements.attributions.nouns import by_noun
from claimgraph.statements.lexicon import Row
from claimgraph.statements.syntax import (
    agent,
    children,
    first,
    is_gerund,
    is_passive,
    is_time,
    lemma,
    noun_phrase,
    opened_by,
    patient,
    preposition,
    subject,
    words,
)

RELATIVE = {"what", "which", "that", "whatever", "who", "whom"}
STANDING_IN = {"this", "that", "which", "so", "otherwise"}


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
    partners = [c for c in children(verb, "obj") if lemma(c) in row.beside]  # 'cast doubt on …'
    inside = [c for b in partners for c in children(b, "nmod", "acl")]
    behind = [*children(verb, "obl", "advcl", "xcomp", "nmod"), *inside]
    for what in behind:
        mark = preposition(what)
        if what.i > verb.i and mark is not None and mark.lower_ in row.prepositions:
            if is_time(what) or what.lemma_.lower() in context.lexicon.circumstances:
                continue
            task = first(children(verb, "xcomp", "advcl")) if row.act is SpeechAct.DEMAND else None
            more = words(task) if task is not None and task.i > what.i else set()
            content = words(what, children(what, "parataxis")) - {mark.i} | more
            own = set().union(*(words(b, inside) for b in partners))
            between = verb.doc[verb.i + 1 : mark.i]
            adjacent = all(t.dep_ in {"compound:prt", "advmod"} or t.i in own for t in between)
            return Found(frozenset(content - own), frozenset({*own, mark.i} if adjacent else ()))
    return None


def pronominal(verb: Token, row: Row, _: Context) -> Found | None:
    """'said so', 'said as much', 'told them that', 'which they claimed': a clause that a pronoun stands for."""
    if "clause" not in row.frames or row.act is SpeechAct.BELIEF or is_passive(verb):
        return None
    for stood in children(verb, "obj", "advmod"):
        as_much = stood.lower_ == "much" and any(c.lower_ == "as" for c in stood.lefts)
        if as_much or (stood.lower_ in STANDING_IN and (stood.i > verb.i or stood.tag_ == "WDT")):
            return Found(frozenset(words(stood)))
    return None


def _open_relative(verb: Token) -> Token | None:
    """The noun of a relative clause without a pronoun in which it is the verb's object: 'the deal he criticised'."""
    who = first(children(verb, "nsubj"))
    if verb.dep_ != "acl:relcl" or who is None or who.lower_ in RELATIVE or is_passive(verb):
        return None
    if children(verb, "obj", "iobj", "ccomp", "xcomp", "mark") or verb.head.i > verb.i:
        return None
    return verb.head


def predicate(verb: Token, row: Row, context: Context) -> Found | None:
    """'saw the drones as a threat', 'labelled the raid a crime': only with what something is taken to be."""
    if "predicate" not in row.frames:
        return None
    about = patient(verb) or _open_relative(verb)
    if about is None:
        return None
    what = [c for c in _completing(verb, row) if opened_by(c, {"as", *row.completed}) or _names_it(c, row)]
    what += [c for c in children(about, "amod") if c.i > about.i]  # 'called the decision | unjust'
    told = words(what[0]) if what else _quoted_behind(about, context)
    return Found(frozenset(told | _apart(about, verb))) if told else None


def _names_it(complement: Token, row: Row) -> bool:
    """Whether a complement can be a name for something; of a row with prepositions of its own only these count."""
    return not row.completed and (complement.pos_ in {"NOUN", "PROPN", "ADJ"} or complement.tag_ == "VBN")


def _quoted_behind(noun: Token, context: Context) -> set[int]:
    """'called the raid | “a crime against …”': the words of a quotation right behind a noun."""
    end = noun.idx + len(noun)
    for q in overlapping(beside(context.quoted, noun.idx), end, noun.sent.end_char):
        inside = {t.i for t in noun.sent if q.covers(t.idx)}
        if inside and not noun.doc[noun.i + 1 : min(inside)].text.strip():
            return inside
    return set()


def object_(verb: Token, row: Row, context: Context) -> Found | None:
    """'condemned the raid', 'the raid was condemned by …'; with what it is called: 'called the raid a crime'."""
    told = row.addressee == "object" and children(verb, "iobj") and children(verb, "obj")  # 'told them the truth'
    if "object" not in row.frames and not told:
        return None
    gerund = first(c for c in children(verb, "xcomp", "ccomp") if is_gerund(c))
    thing = None if is_passive(verb) else first(children(verb, "obj"))
    thing = None if thing is not None and is_time(thing) else thing
    what = thing or patient(verb) or gerund or _open_relative(verb) or _shifted(verb)
    if what is None or (verb.lemma_ in context.lexicon.light and _says_it(what, context)):
        return None
    return Found(frozenset(_apart(what, verb).union(*(words(c) for c in _completing(verb, row)))))


def judges(verb: Token, row: Row) -> bool:
    """Whether what is said of the object makes it a judgement, even a nameless one: 'was called a crime'."""
    return bool(_completing(verb, row))


def _says_it(noun: Token, context: Context) -> bool:
    """Whether a noun says itself what is claimed: 'voiced support for …' is one act, told by the noun."""
    if children(noun, "nmod:poss"):
        return False  # 'repeated his claim' tells of two acts
    return any(isinstance(outcome, Candidate) for outcome in by_noun(noun, context))


def _apart(noun: Token, verb: Token) -> set[int]:
    """A noun phrase without the clause of the verb in it."""
    return noun_phrase(noun) - (words(verb) if noun in verb.ancestors else set())


def _completing(verb: Token, row: Row) -> list[Token]:
    """What belongs to the judgement on an object: 'called the raid | a crime', 'blamed the cell | for the fire'."""
    behind = (c for c in children(verb, "xcomp", "obl", "advcl") if c.i > verb.i and not _aside(c))
    marks = {"as", *row.completed}
    return [c for c in behind if (_of_object(c, verb) or opened_by(c, marks)) and not is_time(c)]


def _of_object(clause: Token, verb: Token) -> bool:
    """What an object is called, or an infinitive right behind it, which is its own: 'backs a bill | to curb …'."""
    if clause.dep_ == "xcomp" and not opened_by(clause, {"to"}):
        return True
    what = patient(verb)
    return opened_by(clause, {"to"}) and what is not None and what.right_edge.i + 1 == clause.left_edge.i


def _aside(clause: Token) -> bool:
    """', as reported by X', ', as he said': no part of what is judged."""
    return clause.dep_ == "advcl" and clause.tag_ in {"VBN", "VBD", "VBZ", "VBP"}


def _shifted(verb: Token) -> Token | None:
    """A long object behind the rest: 'dismissed as false | a statement by …'; the tree takes it for an oblique."""
    return first(c for c in children(verb, "obl") if c.pos_ == "NOUN" and preposition(c) is None and not is_time(c))
