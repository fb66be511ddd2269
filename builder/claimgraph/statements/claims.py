"""cg:Claim: candidates become claims: exact spans, whose it is, what kind of act, and what is a claim within a claim."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimgraph.mentions.cast import Cast
from claimgraph.model import Article, Claim, Quotation, Span, SpeechAct
from claimgraph.statements.attributions import Candidate, candidates
from claimgraph.statements.quotations import Quoted, quotations
from claimgraph.statements.syntax import children, noun_phrase, spans, trimmed

FIRST_PERSON = {"i", "we", "me", "us", "my", "our", "mine", "ours"}


def claims(doc: Doc, cast: Cast) -> tuple[Claim, ...]:
    """The claims of one article, in the text's order of their cues."""
    quoted = quotations(doc.text)
    found = [c for c in candidates(doc, quoted) if not _own_attitude(doc, c, quoted)]
    made = [claim for c in found if (claim := _claim(doc, cast, c)) is not None]
    made = _continued(doc, cast.article, sorted(made, key=_position), quoted)
    return tuple(_with_stances(_chained(made), doc))


def _position(claim: Claim) -> tuple[int, int]:
    return claim.cue[0].begin, claim.cue[0].end


def _own_attitude(doc: Doc, candidate: Candidate, quoted: Iterable[Quoted]) -> bool:
    """'We condemn …' inside a quotation is the speaker's own act, not a claim within his claim."""
    source = candidate.source
    return source is not None and source.lower_ in FIRST_PERSON and any(q.covers(source.idx) for q in quoted)


def _claim(doc: Doc, cast: Cast, c: Candidate) -> Claim | None:
    article = cast.article
    content = _widened(article, spans(article, doc, c.content), c.quoted)
    cue = spans(article, doc, c.cue)
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
        quotation=_kind(content, c.quoted or quotations(article.text)),
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


def _kind(content: tuple[Span, ...], quoted: Iterable[Quoted]) -> Quotation:
    """Direct where only marks and spaces of the content stand outside quotation marks."""
    inside = outside = 0
    quotes = list(quoted)
    for span in content:
        for position, character in enumerate(span.text, span.begin):
            if character.isalnum():
                covered = any(q.covers(position) for q in quotes)
                inside, outside = inside + covered, outside + (not covered)
    if not inside:
        return Quotation.INDIRECT
    return Quotation.MIXED if outside else Quotation.DIRECT


def _continued(doc: Doc, article: Article, made: list[Claim], quoted: tuple[Quoted, ...]) -> list[Claim]:
    """A quotation that no claim holds yet goes on with the one before: same paragraph, nothing but quotation in between."""
    held = [s for c in made for s in c.content]
    for q in quoted:
        if any(s.begin < q.end and q.begin < s.end for s in held) or len(doc.text[slice(*q.inner)].split()) < 4:
            continue
        before = [c for c in made if c.quotation != Quotation.INDIRECT and _end(c) <= q.begin]
        if not before:
            continue
        last = max(before, key=_end)
        if _goes_on(article.text[_end(last) : q.begin]):
            begin, end = trimmed(article.text, q.begin, q.end)
            longer = replace(last, content=(*last.content, article.span(begin, end)))
            made[made.index(last)] = longer
            held.append(longer.content[-1])
    return made


def _end(claim: Claim) -> int:
    return max(s.end for s in (*claim.content, *claim.cue, *claim.source))


def _goes_on(between: str) -> bool:
    """Whether only the end of a sentence lies between: a stop, a time or place of a few words, no new paragraph."""
    return "\n" not in between and len(between.split()) <= 8 and not any(mark in between for mark in "“”\"")


def _chained(made: list[Claim]) -> list[Claim]:
    """cg:embeds: a claim whose cue lies in another's content, and in no closer one's, is claimed in turn."""
    outer: dict[str, list[str]] = {}
    for inner in made:
        around = [c for c in made if c.id != inner.id and any(s.holds(inner.cue[0]) for s in c.content)]
        around = [c for c in around if not any(s.holds(c.cue[0]) for s in inner.content)]
        if around:
            closest = min(around, key=lambda c: sum(len(s.text) for s in c.content))
            outer.setdefault(closest.id, []).append(inner.id)
    return [replace(c, embeds=tuple(outer.get(c.id, ()))) for c in made]


REFERRING = {"claim", "charge", "allegation", "accusation", "report", "assertion", "statement", "suggestion", "demand", "call"}


def _with_stances(made: list[Claim], doc: Doc) -> list[Claim]:
    """cg:supports, cg:disputes: 'this claim was supported by …', 'denied the charge', '… — which the ministry denied'."""
    out = []
    for k, claim in enumerate(made):
        earlier = [c for c in made[:k] if not any(s.overlaps(claim.cue[0]) for s in c.content)]
        if earlier and claim.rule == "claim.verb-object" and _refers_back(doc, claim):
            target = (earlier[-1].id,)
            if claim.speech_act is SpeechAct.ENDORSEMENT:
                claim = replace(claim, supports=target)
            elif claim.speech_act is SpeechAct.DENIAL:
                claim = replace(claim, disputes=target)
        out.append(claim)
    return out


def _refers_back(doc: Doc, claim: Claim) -> bool:
    phrase = doc.char_span(claim.content[0].begin, claim.content[0].end, alignment_mode="expand")
    if phrase is None:
        return False
    head: Token = phrase.root
    if head.lower_ in {"this", "that", "it", "which"}:
        return True
    definite = any(c.lower_ in {"this", "that", "these", "those", "the", "such"} for c in children(head, "det"))
    return definite and head.lemma_ in REFERRING and not children(head, "acl", "ccomp")
