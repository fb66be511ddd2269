"""`cg:patient` of a claim: whom the act of speaking is done to, as event coders have it: who is accused, condemned,
praised, threatened, asked or refused.

Judgments are aimed at their evaluee (Fillmore 1971, Verbs of judging), or at who did what is judged; demands at who is
to comply; refusals at who asked; threats and promises at whom they would befall.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.model import Claim, Event, SpeechAct
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.participants import actor_of
from claimgraph.statements.syntax import SUBJECTS, case_of, children, conjuncts, is_infinitive, patient

JUDGING = {SpeechAct.ACCUSATION, SpeechAct.CONDEMNATION, SpeechAct.ENDORSEMENT}
AIMED = JUDGING | {SpeechAct.DEMAND, SpeechAct.DENIAL, SpeechAct.THREAT, SpeechAct.PROMISE}
# The prepositions behind the cue, or behind what it is about, that open the one it is aimed at.
TOWARDS = {
    SpeechAct.ACCUSATION: {"against", "at", "of", "on"},
    SpeechAct.CONDEMNATION: {"against", "at", "of", "with"},
    SpeechAct.ENDORSEMENT: {"for", "behind", "of", "to", "with"},
    SpeechAct.DEMAND: {"from", "on", "to", "by"},
    SpeechAct.DENIAL: {"by", "from", "to"},
    SpeechAct.THREAT: {"against", "to", "on", "at"},
    SpeechAct.PROMISE: {"to", "with"},
}
ULTIMATE = {"unless", "if", "until"}  # what the other side is to do
OWNERS = {"by", "from", "of"}  # behind a thing that is judged or refused: 'the decision of', 'an offer from'


def aimed(
    claims: Sequence[Claim], doc: Doc, cast: Cast, events: Sequence[Event], told: Mapping[int, str]
) -> tuple[Claim, ...]:
    """The claims, each with whom its act is done to. `told`: the words of events' mentions -> the events' ids."""
    known = {event.id: event for event in events}
    happened = {i: known[of] for i, of in told.items()}
    index = Claimed(claims)
    return tuple(
        replace(claim, patients=tuple(_patients(claim, doc, cast, happened, index)))
        if claim.speech_act in AIMED
        else claim
        for claim in claims
    )


def _patients(claim: Claim, doc: Doc, cast: Cast, happened: Mapping[int, Event], index: Claimed) -> list[str]:
    words = doc.char_span(claim.cue[0].begin, claim.cue[0].end, alignment_mode="expand") if claim.cue else None
    if words is None:
        return []
    found = _first_that_name(_aims(words.root, claim, cast, happened, index))
    return [one for one in found if one != claim.claimant]


def _first_that_name(several: Iterable[Iterable[str | None]]) -> list[str]:
    for some in several:
        if found := list(dict.fromkeys(one for one in some if one)):
            return found
    return []


def _aims(
    cue: Token, claim: Claim, cast: Cast, happened: Mapping[int, Event], index: Claimed
) -> Iterator[Iterable[str | None]]:
    """The ways to find them, the surest first."""
    act = claim.speech_act
    about = [t for head in _about(cue) for t in conjuncts(head)]
    yield (other.claimant for t in about for other in index.cued(t.idx) if other.id != claim.id)
    if act in JUDGING or act is SpeechAct.DENIAL:
        yield (one for t in about for one in _answerable(t, cast, happened, OWNERS))
    if act is SpeechAct.DEMAND:
        clauses = children(cue, "ccomp")
        yield (actor_of(t, cast) for clause in clauses for s in children(clause, *SUBJECTS) for t in conjuncts(s))
        yield (one for t in about for one in _answerable(t, cast, happened, {"by", "from"}))
    near = [t for part in (cue, *about, *_contents(cue)) for t in (part, *children(part, "obj"))]
    if act in JUDGING:
        near = [t for t in near if t.i not in happened]  # 'the invasion of' tells whom it befell
    phrases = (c for part in near for c in children(part, "nmod", "obl") if case_of(c) in TOWARDS[act])
    yield (actor_of(t, cast, suffers=True) for phrase in phrases for t in conjuncts(phrase) if _acts(t, phrase, cast))
    if act is SpeechAct.THREAT:
        yield (actor_of(t, cast) for t in about)
        deeds = (happened[t.i] for t in (*about, *_contents(cue)) if t.i in happened)
        yield (one for deed in deeds for one in deed.patients if cast.kind(one) is not None)
        yield (actor_of(t, cast) for part in near for t in _warned(part))


def _acts(token: Token, phrase: Token, cast: Cast) -> bool:
    """Whether it is no mere place: 'action against Russia', but 'the withdrawal from Iraq'."""
    name = cast.name_at(token)
    return name is None or name.place is None or name.acts or case_of(phrase) == "against"


def _about(cue: Token) -> list[Token]:
    """What the cue governs: its object, a passive's subject, the object of a light verb's noun ('support for')."""
    whom = patient(cue) if cue.pos_ == "VERB" else None
    return [whom] if whom is not None else [c for c in children(cue, "obl") if case_of(c) in {"for", "on", "upon"}]


def _contents(cue: Token) -> list[Token]:
    """What the act is to bring about: 'threatened to strike', 'said it would send'."""
    return children(cue, "xcomp", "ccomp", "acl")


def _answerable(thing: Token, cast: Cast, happened: Mapping[int, Event], owners: set[str]) -> Iterator[str | None]:
    """Who is named, or who does or owns the thing that is named: 'the raid by', 'its decision', 'an Iraqi plan'."""
    if (event := happened.get(thing.i)) is not None:
        yield from event.agents
        return
    named = actor_of(thing, cast)
    if named is not None:
        yield named
        return
    phrases = children(thing, "nmod:poss") + [c for c in children(thing, "nmod", "obl") if case_of(c) in owners]
    yield from (actor_of(t, cast) for phrase in phrases for t in conjuncts(phrase) if _acts(t, phrase, cast))
    before = [c for c in children(thing, "amod", "compound") if _acts(c, c, cast)]
    yield from (cast.nation(c) or actor_of(c, cast) for c in before)


def _warned(deed: Token) -> list[Token]:
    """Whom an ultimatum is put to: 'would strike unless Iran …'."""
    clauses = [c for c in children(deed, "advcl") if any(m.lower_ in ULTIMATE for m in children(c, "mark"))]
    return [t for clause in clauses if not is_infinitive(clause) for t in children(clause, *SUBJECTS)]
