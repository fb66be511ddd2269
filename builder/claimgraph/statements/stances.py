"""cg:supports, cg:disputes: claims that back or contradict another claim of the same article.

'This was supported by X', 'denied the charge', '…, a claim that X rejected', 'X disagreed with Y', 'contrary to Y's
claims, …', 'said the report was false', 'denied having …'; and one within it: 'rejected the charge that …'.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from claimgraph.mentions.cast import Cast
from claimgraph.model import Claim, SpeechAct
from claimgraph.statements.attributions import NOUN
from claimgraph.statements.lexicon import Lexicon
from claimgraph.statements.syntax import antecedent, children, lemma, negated, opened_by

POINTING = {"this", "that", "it", "which", "so", "otherwise"}
DEFINITE = {"this", "that", "these", "those", "the", "such"}
ASSERTIVE = {SpeechAct.ASSERTION, SpeechAct.ACCUSATION, SpeechAct.PREDICTION, SpeechAct.DENIAL}
OF = {"of", "by", "from"}
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
ALIKE = 0.6  # the share of a denial's words that the claim it contradicts must have


def with_stances(made: Sequence[Claim], doc: Doc, cast: Cast, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims, each with the one that it backs or contradicts, where it refers to one."""
    reader = _Reader(doc, cast, lexicon)
    nouns = {claim.cue[0].begin: claim for claim in made if claim.rule == NOUN}
    return tuple(reader.with_stance(claim, made[:k], nouns) for k, claim in enumerate(made))


class _Reader:
    """What the words of a claim say of the claims before it."""

    def __init__(self, doc: Doc, cast: Cast, lexicon: Lexicon) -> None:
        self.doc, self.cast, self.lexicon = doc, cast, lexicon

    def with_stance(self, claim: Claim, made: Sequence[Claim], nouns: Mapping[int, Claim]) -> Claim:
        """The claim, with what it supports or disputes. `nouns`: the claims whose cue is a noun, by its place."""
        cue, content = self._words(claim.cue[0].begin, claim.cue[0].end), self._content(claim)
        if cue is None or not content:
            return claim
        contrary = self._contrary_to(claim, content)
        supports = False if contrary else self._stance(claim, cue.root, content)
        if supports is None:
            return claim
        others = (c for c in made if c.claimant is None or c.claimant != claim.claimant)
        before = [c for c in others if not any(s.overlaps(claim.cue[0]) for s in c.content)]
        told = _last(before, contrary) if contrary else nouns.get(content[0].root.idx)
        target = told or self._target(claim, cue.root, content[0].root, before)
        if target is None:
            return claim
        return replace(claim, supports=(target.id,)) if supports else replace(claim, disputes=(target.id,))

    def _words(self, begin: int, end: int) -> Span | None:
        return self.doc.char_span(begin, end, alignment_mode="expand")

    def _content(self, claim: Claim) -> list[Span]:
        return [words for s in claim.content if (words := self._words(s.begin, s.end)) is not None]

    def _stance(self, claim: Claim, cue: Token, content: Sequence[Span]) -> bool | None:
        """Whether the claim backs (True) or contradicts (False) what it refers to; None: neither."""
        head = content[0].root
        if negated(cue):
            return None
        if claim.speech_act is SpeechAct.DENIAL or head.lower_ == "otherwise" or lemma(cue) in self.lexicon.opposing:
            return False
        if claim.speech_act is SpeechAct.ENDORSEMENT or lemma(cue) in self.lexicon.backing:
            return True
        told_of = lemma(head) in self.lexicon.referring
        called = [t for words in content for t in words] if told_of else [head] if children(head, "cop") else []
        verdict = {lemma(t) for t in called} if claim.speech_act is SpeechAct.ASSERTION else set()
        if verdict & self.lexicon.false:  # 'said the report was false', 'called the story false'
            return False
        return True if verdict & self.lexicon.true else None

    def _target(self, claim: Claim, cue: Token, head: Token, before: Sequence[Claim]) -> Claim | None:
        if children(head, "cop") and head.pos_ in {"ADJ", "NOUN"}:
            return next((t for s in children(head, "nsubj") if (t := self._referred(s, cue, before))), None)
        if referred := self._referred(head, cue, before):
            return referred
        if {lemma(cue)} & (self.lexicon.backing | self.lexicon.opposing) and (actor := self.cast.actor(head)):
            return _last(before, actor)
        return self._alike(claim, before) if claim.speech_act is SpeechAct.DENIAL else None

    def _referred(self, head: Token, cue: Token, before: Sequence[Claim]) -> Claim | None:
        """The claim that a phrase refers back to: the last one, or the last one of whom it names."""
        noun = antecedent(head) or head
        if noun.lower_ in POINTING:
            return before[-1] if before else None
        clauses = [c for c in children(noun, "ccomp", "acl") if c != cue and cue not in c.subtree]
        told = [c for c in clauses if c.dep_ == "ccomp" or noun == head]  # it says itself what is claimed
        if told or lemma(noun) not in self.lexicon.referring:
            return None
        owner = next((c for c in children(noun, "nmod:poss", "nmod") if c.dep_ != "nmod" or opened_by(c, OF)), None)
        if owner is not None and (actor := self.cast.actor(owner)) is not None:
            return _last(before, actor)
        aside = noun != head or cue.head == noun or bool(children(noun, "acl:relcl"))  # '…, a charge that X rejects'
        definite = owner is not None or aside or any(c.lower_ in DEFINITE for c in children(noun, "det"))
        return self._meant(noun, before) if definite else None

    def _meant(self, noun: Token, before: Sequence[Claim]) -> Claim | None:
        """The last act that a noun can refer back to: 'the demand' a demand, 'the report' whatever was held true."""
        acts = {row.act for row in self.lexicon.noun.get(lemma(noun), ())} or {SpeechAct.ASSERTION}
        exactly = (c for c in reversed(before) if c.speech_act in acts - {SpeechAct.ASSERTION})
        loosely = (c for c in reversed(before) if acts & ASSERTIVE and c.speech_act in ASSERTIVE)
        return next(exactly, None) or next(loosely, None)

    def _contrary_to(self, claim: Claim, content: Iterable[Span]) -> str | None:
        """'Contrary to X's claims, …': X."""
        for noun in (t for words in content for t in words if lemma(t) in self.lexicon.referring):
            opposed = noun.head.lower_ == "contrary" or opened_by(noun, {"contrary"})
            owner = next(iter(children(noun, "nmod:poss", "nmod")), None)
            if opposed and owner is not None and (actor := self.cast.actor(owner)) != claim.claimant:
                return actor
        return None

    def _alike(self, claim: Claim, before: Sequence[Claim]) -> Claim | None:
        """The last claim of someone else that says what is denied: its verb or noun, and most of the other words."""
        denied = self._lemmas(claim)
        for one in reversed(before):
            shared = denied & self._lemmas(one)
            if one.claimant != claim.claimant and len(shared) > 1 and len(shared) >= ALIKE * len(denied):
                return one
        return None

    def _lemmas(self, claim: Claim) -> set[str]:
        return {lemma(t) for words in self._content(claim) for t in words if t.pos_ in CONTENT}


def _last(claims: Sequence[Claim], actor: str | None) -> Claim | None:
    return next((c for c in reversed(claims) if c.claimant == actor), None)
