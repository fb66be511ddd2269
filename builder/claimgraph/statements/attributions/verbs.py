"""Attribution by verbs: of saying, thinking, intending, feeling and judging."""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from claimgraph.quotations import beside, overlapping
from claimgraph.statements.acts import refined
from claimgraph.statements.attributions.candidate import Candidate, Context, Found, Miss, Outcome
from claimgraph.statements.attributions.clausal import around, clause
from claimgraph.statements.attributions.frames import FRAMES, Frame, wanted
from claimgraph.statements.attributions.hearers import addressees
from claimgraph.statements.attributions.nominal import judges, object_, passive_of
from claimgraph.statements.attributions.tellers import teller, trailing
from claimgraph.statements.lexicon import Row
from claimgraph.statements.syntax import (
    children,
    clause_above,
    lemma,
    verb_group,
    words,
)

VERB = "claim.verb"


def by_verb(verb: Token, context: Context) -> Iterator[Outcome]:
    """'said that …', 'urged Iran to …', '…, he added': a verb that attributes, in one of the frames that it has.

    The first of `FRAMES` that fits one of the verb's rows counts.
    """
    known = context.lexicon.verb.get(verb.lemma_, ())
    if not known or verb.pos_ not in {"VERB", "AUX"}:
        return
    if verb.dep_ in {"aux", "cop", "amod", "compound", "case"}:
        yield Miss(VERB, verb.i, "it is no verb of its own here: it modifies, or helps, another word")
        return
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not children(verb, "nsubj", "aux", "mark"):
        yield Miss(VERB, verb.i, "a request to the reader")
        return
    particles = {c.lower_ for c in children(verb, "compound:prt")}
    rows = [r for r in known if (r.particle in particles if r.particle else not particles) and _has_beside(verb, r)]
    if not rows:
        if particles:
            yield Miss(VERB, verb.i, f"with {' '.join(sorted(particles))!r} it is another verb")
        return
    for several in ([r for r in rows if r.beside], [r for r in rows if not r.beside]):
        for frame in FRAMES:
            for row in several:
                if (found := frame(verb, row, context)) is not None:
                    yield _outcome(verb, row, frame, found, context)
                    return
    yield Miss(VERB, verb.i, f"nothing here can be its content: {wanted(rows)}")


def _has_beside(verb: Token, row: Row) -> bool:
    """Whether a word that the row wants with the verb is its object or complement: 'held him responsible'."""
    with_it = {lemma(c) for c in children(verb, "obj", "xcomp", "nsubj:pass", "obl")}
    with_it |= {lemma(verb.head)} if verb.dep_ in {"acl", "acl:relcl"} else set()
    return not row.beside or bool(with_it & set(row.beside))


def _outcome(verb: Token, row: Row, frame: Frame, found: Found, context: Context) -> Outcome:
    who = teller(verb, context.lexicon, passive=passive_of(verb, row))
    spoken_to = tuple(t for t in addressees(verb, row, context) if t != who)
    cue = verb_group(verb) | found.more_cue
    own = words(verb)
    left_out = cue.union(*(words(phrase) - found.content for phrase in spoken_to if phrase.i not in found.content))
    if frame is clause and row.addressee == "object":  # 'told the paper | there was no proof'
        left_out = left_out.union(*(words(phrase) for phrase in spoken_to if phrase.i in found.content))
    if who is not None:
        inside = set() if who.i in found.content else found.content  # 'accused by the state | of …'
        left_out |= words(who) - (own if verb.i in words(who) else set()) - inside
    content = found.content.union(*_strayed(verb, context)) - left_out
    content |= _first_half(verb, content, left_out, context)
    content -= _told_besides(verb, content, context)
    rule = f"{VERB}-{frame.__name__.strip('_')}"
    if not content:
        return Miss(rule, verb.i, "nothing is left of its content beside who says it, and to whom")
    if frame is object_ and who is None and not (passive_of(verb, row) and judges(verb, row)):
        return Miss(rule, verb.i, "it has an object, but nobody whose act it could be")
    heads = [verb.doc[i] for i in sorted(content) if verb.doc[i].head.i not in content or verb.doc[i].dep_ == "ROOT"]
    head = next((t for t in heads if t.pos_ == "VERB"), heads[0])
    level = beside(context.quoted, verb.idx)
    direct = bool(overlapping(level, head.idx, head.idx + 1))
    act = refined(row.act, verb, head, who, context.lexicon, direct=direct)
    near = overlapping(level, verb.doc[min(content)].idx, verb.doc[max(content)].idx + 1)
    quotes = tuple(q for q in near if any(q.covers(verb.doc[i].idx) for i in content))
    # not 'the talks failed, the fighting began', 'he left, said goodbye'
    text = who is not None and who.lemma_ in context.lexicon.texts
    loosely = frame is around and not text and ("clause" not in row.frames or trailing(verb) is not None)
    return Candidate(
        rule,
        act,
        frozenset(cue),
        frozenset(content),
        who,
        spoken_to,
        row.held,
        quotes,
        speaks=who is not None and (frame is object_ or loosely),
    )


def _told_besides(verb: Token, content: frozenset[int], context: Context) -> set[int]:
    """What who reports it adds at the end of indirect content: ', which …', ', where …'; a name needs no comma."""
    doc, last = verb.doc, max(content, default=0)
    for i in sorted(content):
        relative = doc[i]
        if relative.dep_ not in {"acl:relcl", "advcl:relcl"} or relative.head.i not in content or i < verb.i:
            continue
        begin = min(words(relative))
        comma = doc[begin].text == "," or doc[begin - 1].text == ","
        free = comma or (relative.head.pos_ == "PROPN" and doc[begin].lower_ in {"where", "which", "who"})
        ends = max(words(relative)) >= last - 1
        if free and ends and not overlapping(context.quoted, doc[begin].idx, doc[last].idx):
            return {k for k in content if k >= begin}
    return set()


def _first_half(verb: Token, content: frozenset[int], between: Collection[int], context: Context) -> frozenset[int]:
    """'“What we need,” he said, “is time”': the quotation before the verb, where only who says it stands between."""
    told = {i for i in content if not verb.doc[i].is_punct}
    for q in overlapping(beside(context.quoted, verb.idx), verb.sent.start_char, verb.idx):
        inside = {t.i for t in verb.sent if q.covers(t.idx)}
        gap = range(max(inside, default=verb.i) + 1, verb.i)
        split = inside and min(told, default=0) > verb.i and verb.i not in inside
        if split and all(i in between or verb.doc[i].is_punct for i in gap):
            return frozenset(inside)
    return frozenset()


def _strayed(verb: Token, context: Context) -> list[set[int]]:
    """'A hit B, killing four, X said': participles that the tree hangs on the verb, but that belong to what is said."""
    return [
        words(c) for c in children(verb, "advcl") if clause_above(c) != verb and c.lemma_ not in context.lexicon.verb
    ]
