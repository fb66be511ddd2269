"""cg:supports, cg:disputes: claims that back or contradict another claim of the same article."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimgraph.mentions.cast import Cast
from claimgraph.model import Claim, SpeechAct
from claimgraph.statements.lexicon import Lexicon
from claimgraph.statements.syntax import antecedent, children

POINTING = {"this", "that", "it", "which"}
DEFINITE = {"this", "that", "these", "those", "the", "such"}


def with_stances(made: Sequence[Claim], doc: Doc, cast: Cast, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims, each with the claims before it that it backs or contradicts.

    'This was supported by X', 'denied the charge', '…, a claim that X rejected', 'X disagreed with Y'.
    """
    return tuple(_with_stance(claim, made[:k], doc, cast, lexicon) for k, claim in enumerate(made))


def _with_stance(claim: Claim, earlier: Sequence[Claim], doc: Doc, cast: Cast, lexicon: Lexicon) -> Claim:
    phrase = doc.char_span(claim.content[0].begin, claim.content[0].end, alignment_mode="expand")
    cue = doc.char_span(claim.cue[0].begin, claim.cue[0].end, alignment_mode="expand")
    if phrase is None or cue is None:
        return claim
    supports = claim.speech_act is SpeechAct.ENDORSEMENT or cue.root.lemma_ in lexicon.backing
    if not supports and claim.speech_act is not SpeechAct.DENIAL:
        return claim
    before = [c for c in earlier if not any(s.overlaps(claim.cue[0]) for s in c.content)]
    target = _target(phrase.root, before, cast, lexicon)
    if target is None or target.id == claim.id:
        return claim
    return replace(claim, supports=(target.id,)) if supports else replace(claim, disputes=(target.id,))


def _target(head: Token, before: Sequence[Claim], cast: Cast, lexicon: Lexicon) -> Claim | None:
    """The claim that a phrase refers back to: the last one, or the last one of whom it names."""
    noun = antecedent(head) or head
    if noun.lower_ in POINTING:
        return before[-1] if before else None
    if noun.lemma_ not in lexicon.referring or children(noun, "ccomp") or (noun == head and children(noun, "acl")):
        return None
    owner = next(iter(children(noun, "nmod:poss")), None)
    if owner is not None and (actor := cast.actor(owner)) is not None:
        return next((c for c in reversed(before) if c.claimant == actor), None)
    definite = owner is not None or noun != head or any(c.lower_ in DEFINITE for c in children(noun, "det"))
    return before[-1] if definite and before else None
