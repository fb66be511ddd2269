"""cg:Claim: candidates become claims: exact spans, whose it is, what act, and what is a claim within a claim."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimgraph.mentions.cast import Cast
from claimgraph.model import Article, Claim, Quotation, Span, SpeechAct
from claimgraph.quotations import Quoted, overlapping, quotations
from claimgraph.statements.attributions import Candidate, candidates
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.lexicon import lexicon
from claimgraph.statements.syntax import children, noun_phrase, runs, spans, trimmed

INTERLOCUTORS = {"i", "we", "me", "us", "my", "our", "mine", "ours", "you", "your", "yours"}


def claims(doc: Doc, cast: Cast) -> tuple[Claim, ...]:
    """The claims of one article, in the text's order of their cues."""
    quoted = quotations(cast.article.body)
    found = [c for c in candidates(doc, quoted) if not _own_attitude(doc, c, quoted)]
    made = [claim for c in found if (claim := _claim(doc, cast, c, quoted)) is not None]
    made = _continued(doc, cast.article, sorted(made, key=_position), quoted)
    return tuple(_with_stances(_chained(made), doc))


def _position(claim: Claim) -> tuple[int, int]:
    return claim.cue[0].begin, claim.cue[0].end


def _own_attitude(doc: Doc, candidate: Candidate, quoted: tuple[Quoted, ...]) -> bool:
    """'We condemn …', 'you know' inside a quotation: the act of who speaks, or listens, no claim within a claim."""
    source = candidate.source
    cue = doc[min(candidate.cue)]
    if not overlapping(quoted, cue.idx, cue.idx + 1):
        return False
    return source is None or source.lower_ in INTERLOCUTORS


def _claim(doc: Doc, cast: Cast, c: Candidate, quoted: tuple[Quoted, ...]) -> Claim | None:
    article = cast.article
    content = _widened(article, spans(article, doc, c.content), c.quoted)
    cue = tuple(article.span(b, e) for b, e in runs(doc, c.cue))
    if not cue or not content:
        return None
    claimant = cast.actor(c.source) if c.source is not None else None
    if c.rule == "claim.verb-object" and claimant is None:
        return None  # 'the road supports …': only who can speak has a claim for an object
    addressees = [a for t in c.addressees if (a := cast.actor(t)) is not None]
    return Claim(
        id=f"{article.id}/claim/{cue[0].begin}-{cue[0].end}",
        rule=c.rule,
        content=content,
        speech_act=c.act,
        quotation=_kind(content, cue[0], quoted),
        claimant=claimant,
        addressees=tuple(dict.fromkeys(addressees)),
        source=_source(doc, article, c),
        cue=cue[:1],
    )


def _source(doc: Doc, article: Article, c: Candidate) -> tuple[Span, ...]:
    """The phrase that names whose claim it is, as far as it stands clear of cue and content."""
    if c.source is None:
        return ()
    phrase = noun_phrase(c.source)
    if phrase & (c.cue | c.content):  # the parse nests one in the other: what is contiguous with the head
        phrase = {i for i in phrase if i not in c.cue | c.content and _reaches(i, c.source.i, c.cue | c.content)}
    return spans(article, doc, phrase)


def _reaches(i: int, head: int, wall: frozenset[int]) -> bool:
    return not any(k in wall for k in range(min(i, head), max(i, head) + 1))


def _widened(article: Article, content: tuple[Span, ...], quoted: Iterable[Quoted]) -> tuple[Span, ...]:
    """A quotation that begins or ends outside the sentence belongs to the content whole."""
    pieces = [(s.begin, s.end) for s in content]
    for q in quoted:
        touching = [p for p in pieces if p[0] < q.end and q.begin < p[1]]
        if touching:
            pieces = [p for p in pieces if p not in touching]
            pieces.append((min(q.begin, *(p[0] for p in touching)), max(q.end, *(p[1] for p in touching))))
    ends = (trimmed(article.text, b, e) for b, e in sorted(pieces))
    return tuple(article.span(b, e) for b, e in ends if b < e)


def _kind(content: tuple[Span, ...], cue: Span, quoted: tuple[Quoted, ...]) -> Quotation:
    """Direct where only marks and spaces of it stand outside quotations (one around the cue does not count)."""
    inside = outside = 0
    for span in content:
        near = [q for q in overlapping(quoted, span.begin, span.end) if not q.covers(cue.begin)]
        for position, character in enumerate(span.text, span.begin):
            if character.isalnum():
                covered = any(q.covers(position) for q in near)
                inside, outside = inside + covered, outside + (not covered)
    if not inside:
        return Quotation.INDIRECT
    return Quotation.MIXED if outside else Quotation.DIRECT


def _continued(doc: Doc, article: Article, made: list[Claim], quoted: tuple[Quoted, ...]) -> list[Claim]:
    """A quotation that no claim holds yet goes on with the one before, if next in the paragraph."""
    text = article.body
    held = bytearray(len(text))
    for claim in made:
        for span in claim.content:
            held[span.begin : span.end] = b"\1" * len(span.text)
    speaking = {_end(c): c for c in made if c.quotation is not Quotation.INDIRECT}
    ends = sorted(speaking)
    for q in quoted:
        inner = text[slice(*q.inner)].rstrip()
        if any(held[q.begin : q.end]) or (len(inner.split()) < 4 and not inner.endswith((".", "?", "!"))):
            continue
        at = bisect_right(ends, q.begin) - 1
        if at < 0 or not _goes_on(doc, text, ends[at], q.begin):
            continue
        last = speaking.pop(ends[at])
        piece = article.span(*trimmed(text, q.begin, q.end))
        speaking[piece.end] = replace(last, content=(*last.content, piece))
        ends[at] = piece.end
    longer = {c.id: c for c in speaking.values()}
    return [longer.get(c.id, c) for c in made]


def _end(claim: Claim) -> int:
    return max(s.end for s in (*claim.content, *claim.cue, *claim.source))


def _goes_on(doc: Doc, text: str, end: int, begin: int) -> bool:
    """Whether between two places of a text there is only the rest of a sentence, and no new paragraph."""
    between = text[end:begin]
    if "\n" in between or any(mark in between for mark in '“”"'):
        return False
    rest = doc.char_span(end, begin, alignment_mode="contract")
    return rest is None or not any(t.is_sent_start for t in rest if not t.is_space)


def _chained(made: list[Claim]) -> list[Claim]:
    """cg:embeds: a claim whose cue lies in another's content, and in no closer one's, is claimed in turn."""
    index = Claimed(made)
    inner: dict[str, list[str]] = {}
    for claim in made:
        around = [c for c in index.holding(claim.cue[0]) if not _holds(claim, c)]
        if around:
            closest = min(around, key=lambda c: sum(len(s.text) for s in c.content))
            inner.setdefault(closest.id, []).append(claim.id)
    return [replace(c, embeds=tuple(inner.get(c.id, ()))) for c in made]


def _holds(outer: Claim, claim: Claim) -> bool:
    return outer.id == claim.id or any(s.holds(claim.cue[0]) for s in outer.content)


def _with_stances(made: list[Claim], doc: Doc) -> list[Claim]:
    """cg:supports, cg:disputes: 'this claim was supported by …', 'denied the charge', '…, which he denied'."""
    return [_with_stance(made, k, doc) for k in range(len(made))]


def _with_stance(made: list[Claim], k: int, doc: Doc) -> Claim:
    claim = made[k]
    if claim.rule not in ANAPHORIC or not _refers_back(doc, claim):
        return claim
    earlier = (made[i] for i in range(k - 1, -1, -1))
    target = next((c for c in earlier if not any(s.overlaps(claim.cue[0]) for s in c.content)), None)
    if target is None:
        return claim
    if claim.speech_act is SpeechAct.ENDORSEMENT:
        return replace(claim, supports=(target.id,))
    return replace(claim, disputes=(target.id,)) if claim.speech_act is SpeechAct.DENIAL else claim


ANAPHORIC = {"claim.verb-object", "claim.noun"}


def _refers_back(doc: Doc, claim: Claim) -> bool:
    phrase = doc.char_span(claim.content[0].begin, claim.content[0].end, alignment_mode="expand")
    if phrase is None:
        return False
    head: Token = phrase.root
    if head.lower_ in {"this", "that", "it", "which"}:
        return True
    definite = any(c.lower_ in {"this", "that", "these", "those", "the", "such"} for c in children(head, "det"))
    definite |= any(c.pos_ == "PRON" for c in children(head, "nmod:poss"))  # 'his claim'
    return definite and head.lemma_ in lexicon().referring and not children(head, "acl", "ccomp")
