"""Attribution by nouns: 'his claim that …', 'calls for …'."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.statements.acts import REVERSED
from claimgraph.statements.attributions.candidate import Candidate, Context, Miss, Outcome
from claimgraph.statements.lexicon import Row
from claimgraph.statements.syntax import children, first, negated, opened_by, preposition, subject, verb_group, words

NOUN = "claim.noun"
OWNED = {SpeechAct.PROMISE, SpeechAct.ENDORSEMENT, SpeechAct.CONDEMNATION}  # 'a plan to …': no claim if nobody's


def by_noun(noun: Token, context: Context) -> Iterator[Outcome]:
    """'his claim that …', 'calls for …', 'accusations of …', 'a plan to …', 'their demand is that …'."""
    rows = context.lexicon.noun.get(noun.lemma_, ())
    if not rows or noun.pos_ != "NOUN":
        return
    outcomes: list[Outcome] = []
    for row in rows:
        what = first(c for c in (*noun.children, *_passed_on(noun, context)) if c.i > noun.i and _noun_content(c, row))
        if what is not None:
            outcomes.append(_with_content(noun, row, what, context))
        elif (equated := _equated(noun, row)) is not None:
            act, whose = _done(row.act, noun, context), _whose(noun, context)
            outcomes.append(Candidate(NOUN, act, frozenset({noun.i}), equated, whose, held=row.held))
    yield from outcomes or [Miss(NOUN, noun.i, "no clause, infinitive or phrase behind it tells what it says")]


def _with_content(noun: Token, row: Row, what: Token, context: Context) -> Outcome:
    content, cue = words(what), _made(noun, context)
    mark = preposition(what)
    if mark is not None and mark.lower_ in row.prepositions:
        content.discard(mark.i)
        if mark.i == noun.i + 1:
            cue.add(mark.i)
    if "predicate" in row.frames:
        who = subject(noun) if children(noun, "cop") else None
        if who is None:
            return Miss(NOUN, noun.i, "nobody is said to be one")
        return Candidate(NOUN, row.act, frozenset(cue), frozenset(content), who, held=row.held)
    whose = _whose(noun, context)
    bare = row.act is SpeechAct.BELIEF and mark is not None and mark.lower_ in row.prepositions  # 'concern about …'
    if (bare or row.act in OWNED) and whose is None:
        return Miss(NOUN, noun.i, "nobody is named whose intention or judgement it is")
    act = _done(row.act, noun, context)
    return Candidate(NOUN, act, frozenset(cue), frozenset(content), whose, held=row.held)


def _done(act: SpeechAct, noun: Token, context: Context) -> SpeechAct:
    """The act, unless it is said not to be done: 'has not voiced support for …', 'made no threat to …'."""
    verb = _light(noun, context)
    undone = any(c.lower_ == "no" for c in children(noun, "det")) or (verb is not None and negated(verb))
    return REVERSED[act] if undone else act


def _equated(noun: Token, row: Row) -> frozenset[int] | None:
    """'Their demand is that they leave': the clause that the noun is said to be."""
    clause = noun.head
    if noun.dep_ not in {"nsubj", "nsubj:outer"} or "clause" not in row.frames:
        return None
    copula = children(clause, "cop")
    told = [c for c in children(clause, "ccomp", "advcl") if opened_by(c, {"that"})]
    if clause.lemma_ == "be" and told:
        return frozenset(words(told[0]))
    outer = len(children(clause, "nsubj", "nsubj:outer")) == 2 and opened_by(clause, {"that"})
    return frozenset(words(clause, [noun, *copula])) if outer and copula and noun.i < copula[0].i else None


def _passed_on(noun: Token, context: Context) -> list[Token]:
    """'draws up plans | to leave', 'backed calls | to leave': its infinitive in the tree is the verb's."""
    verb, behind = noun.head, noun.right_edge.i + 1
    if noun.dep_ != "obj" or verb.pos_ != "VERB":
        return []
    near = [c for c in children(verb, "advcl", "xcomp", "obl") if c.left_edge.i == behind]
    return [c for c in near if opened_by(c, {"to"}) or (c.dep_ == "obl" and verb.lemma_ in context.lexicon.light)]


def _noun_content(phrase: Token, row: Row) -> bool:
    if phrase.dep_ in {"acl", "ccomp", "acl:relcl"} and opened_by(phrase, {"that", "whether", "if"}):
        return "clause" in row.frames and not any(
            t.tag_ == "WDT" for t in phrase.subtree if t.lower_ == "that" and t.head == phrase
        )
    if phrase.dep_ in {"acl", "advcl", "xcomp"} and opened_by(phrase, {"to"}):
        return "infinitive" in row.frames
    return phrase.dep_ in {"nmod", "obl", "acl", "advcl"} and opened_by(phrase, row.prepositions)


def _whose(noun: Token, context: Context) -> Token | None:
    """Whose claim a noun tells of: 'his …', '… by X', or the subject of a light verb ('made the claim that …')."""
    own = first(children(noun, "nmod:poss")) or first(c for c in children(noun, "nmod") if opened_by(c, {"by", "from"}))
    if own is not None:
        return own
    if (verb := _light(noun, context)) is not None:
        return subject(verb)
    return first(c for c in children(noun, "compound") if c.pos_ == "PROPN")  # 'Pentagon claims that …'


def _light(noun: Token, context: Context) -> Token | None:
    """The verb that only says that somebody makes the claim: 'voiced support for …'."""
    verb = noun.head
    return verb if noun.dep_ == "obj" and verb.lemma_ in context.lexicon.light else None


def _made(noun: Token, context: Context) -> set[int]:
    """The words of a noun's cue: with a light verb that nothing but describing words part from it."""
    verb = _light(noun, context)
    if verb is None or verb.i > noun.i or children(noun, "nmod:poss"):
        return {noun.i}
    between = verb.doc[verb.i + 1 : noun.i]
    near = all(t.head == noun and t.dep_ in {"det", "amod", "compound"} for t in between)
    return set(verb_group(verb)) | set(range(verb.i, noun.i + 1)) if near else {noun.i}
