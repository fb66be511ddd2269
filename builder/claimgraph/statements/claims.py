"""cg:Claim: candidates become claims: exact spans, whose it is, what act, and what is a claim within a claim."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from claimgraph.mentions.cast import Cast
from claimgraph.model import Article, Claim, Quotation, Rejected, Span
from claimgraph.quotations import Quoted, beside, overlapping, quotations
from claimgraph.statements.attributions import Candidate, Context, Miss, Outcome, attributions
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.continued import continued
from claimgraph.statements.lexicon import Lexicon
from claimgraph.statements.stances import with_stances
from claimgraph.statements.syntax import children, noun_phrase, runs, spans, trimmed, words
from claimgraph.statements.unmade import unmade

READERS = {"you", "your", "yours"}  # outside quotations
INTERLOCUTORS = {"i", "we", "me", "us", "my", "our", "mine", "ours", *READERS}


def claims(doc: Doc, cast: Cast, lexicon: Lexicon) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """The claims of one article, in the text's order of their cues; and the words that made none, with the reason."""
    context = Context(quotations(cast.article.body), lexicon)
    made: dict[Claim, Candidate] = {}
    rejected: dict[Rejected, None] = {}
    for outcomes in attributions(doc, context):
        flawed: list[Rejected] = []
        for outcome in outcomes:
            read = _read(doc, cast, outcome, context.quoted)
            if isinstance(outcome, Candidate) and isinstance(read, Claim):
                made[read] = outcome
                break
            flawed += [read] if isinstance(read, Rejected) else []
        else:
            rejected |= dict.fromkeys(flawed)
    for claim in _only_supposed(doc, made):
        word = _head(doc, made.pop(claim).cue)
        reason = "only possible, wanted or to come, inside what somebody says"
        rejected[_rejected(doc, cast.article, word, claim.rule, reason)] = None
    found = sorted(made, key=lambda claim: (claim.cue[0].begin, claim.cue[0].end))
    made_by = {claim.id: made[claim] for claim in found}
    passed_on = {c.id: _passing(doc, made[c], found) for c in found}
    found = continued(doc, cast.article, found, context.quoted)
    cast.hear(found)
    found = [_spoken_of(claim, made_by[claim.id], cast) for claim in found]
    found = _heard_on(_chained(found, passed_on), doc, lexicon)
    return with_stances(found, doc, cast, lexicon), tuple(rejected)


def _only_supposed(doc: Doc, made: Iterable[Claim]) -> list[Claim]:
    """The claims of acts that nobody has made, where somebody's words hold them already."""
    index = Claimed(list(made))
    found = []
    for claim in made:
        cue = doc.char_span(claim.cue[0].begin, claim.cue[0].end, alignment_mode="expand")
        if cue is not None and unmade(cue.root) and any(not _holds(claim, c) for c in index.holding(claim.cue[0])):
            found.append(claim)
    return found


def _read(doc: Doc, cast: Cast, outcome: Outcome, quoted: tuple[Quoted, ...]) -> Claim | Rejected:
    """The claim that a candidate makes, or why it makes none."""
    if isinstance(outcome, Miss):
        return _rejected(doc, cast.article, outcome.word, outcome.rule, outcome.reason)
    reason = _flaw(doc, cast, outcome, quoted)
    claim = _claim(doc, cast, outcome, quoted) if reason is None else None
    if claim is None:
        reason = reason or "no words are left for its cue or its content"
        return _rejected(doc, cast.article, _head(doc, outcome.cue), outcome.rule, reason)
    return claim


def _head(doc: Doc, cue: Collection[int]) -> int:
    """The position of the word that the others of a cue belong to."""
    return doc[min(cue) : max(cue) + 1].root.i


def _rejected(doc: Doc, article: Article, word: int, rule: str, reason: str) -> Rejected:
    token = doc[word]
    return Rejected(article.span(token.idx, token.idx + len(token)), rule, reason)


def _flaw(doc: Doc, cast: Cast, candidate: Candidate, quoted: tuple[Quoted, ...]) -> str | None:
    """Why a candidate is no claim."""
    source, told, cue = candidate.source, candidate.cue | candidate.content, doc[min(candidate.cue)]
    begin, end = doc[min(told)].idx, doc[max(told)].idx
    around = any(q.covers(begin) and q.covers(end) for q in overlapping(quoted, cue.idx, cue.idx + 1))
    if around and (source is None or source.lower_ in INTERLOCUTORS):
        return "inside a quotation: the attitude of who speaks there, or nobody's"  # 'We condemn …', 'you know'
    if source is not None and source.lower_ in READERS:
        return "the reader, or anybody: no one in particular"
    if candidate.speaks and (source is None or cast.actor(source) is None):
        return f"{source.text if source is not None else 'nobody'!r} is no one who can speak"
    return None


def _claim(doc: Doc, cast: Cast, c: Candidate, quoted: tuple[Quoted, ...]) -> Claim | None:
    article = cast.article
    content = _widened(article, spans(article, doc, c.content), c.quoted)
    cue = tuple(article.span(b, e) for b, e in runs(doc, c.cue))
    if not cue or not content:
        return None
    return Claim(
        id=f"{article.id}/claim/{cue[0].begin}-{cue[0].end}",
        rule=c.rule,
        content=content,
        speech_act=c.act,
        quotation=Quotation.DIRECT if c.verbatim else _kind(content, cue[0], quoted),
        claimant=cast.actor(c.source) if c.source is not None else None,
        addressees=_addressees(c, cast),
        held=c.held,
        source=_source(doc, article, c),
        cue=cue[:1],
    )


def _addressees(c: Candidate, cast: Cast) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for token in c.addressees if (actor := cast.actor(token)) is not None))


def _spoken_of(claim: Claim, c: Candidate, cast: Cast) -> Claim:
    """The claim with whom 'I', 'we' and 'you' in a quotation mean, which is known once its speaker is."""
    if not any(token.lower_ in INTERLOCUTORS for token in (c.source, *c.addressees) if token is not None):
        return claim
    claimant = cast.actor(c.source) if c.source is not None else None
    return replace(claim, claimant=claimant, addressees=_addressees(c, cast))


def _heard_on(made: list[Claim], doc: Doc, lexicon: Lexicon) -> list[Claim]:
    """The claims, those of 'he added' with whom the same speaker was talking to just before."""
    inner = {embedded for claim in made for embedded in claim.embeds}
    heard: list[Claim] = []
    last: Claim | None = None  # of those that nobody passes on
    for claim in made:
        cue = doc.char_span(claim.cue[0].begin, claim.cue[0].end, alignment_mode="expand")
        on = cue is not None and cue.root.lemma_ in lexicon.adding and not claim.addressees
        if on and last is not None and claim.claimant is not None and claim.claimant == last.claimant:
            claim = replace(claim, addressees=last.addressees)
        heard.append(claim)
        last = last if claim.id in inner else claim
    return heard


def _source(doc: Doc, article: Article, c: Candidate) -> tuple[Span, ...]:
    """The phrase that names whose claim it is, as far as it stands clear of cue and content."""
    if c.source is None:
        return ()
    phrase = noun_phrase(c.source)
    if phrase & c.cue:  # 'the group, formed in May, saying that …': its own name, without clauses
        phrase -= {i for clause in children(c.source, "acl", "acl:relcl") for i in words(clause)}
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
        near = overlapping(beside(quoted, cue.begin), span.begin, span.end)
        for position, character in enumerate(span.text, span.begin):
            if character.isalnum():
                covered = any(q.covers(position) for q in near)
                inside, outside = inside + covered, outside + (not covered)
    if not inside:
        return Quotation.INDIRECT
    return Quotation.MIXED if outside else Quotation.DIRECT


def _passing(doc: Doc, candidate: Candidate, found: Iterable[Claim]) -> str | None:
    """The claim by whose cue a candidate is passed on."""
    if candidate.passed_on_by is None:
        return None
    at = doc[candidate.passed_on_by].idx
    return next((c.id for c in found if c.cue[0].begin <= at < c.cue[0].end), None)


def _chained(made: list[Claim], passed_on: Mapping[str, str | None]) -> list[Claim]:
    """cg:embeds: a claim whose cue lies in another's content, and in no closer one's, is claimed in turn."""
    index = Claimed(made)
    inner: dict[str, list[str]] = {}
    for claim in made:
        around = [c for c in index.holding(claim.cue[0]) if not _holds(claim, c)]
        if (outer := passed_on[claim.id]) is not None:
            inner.setdefault(outer, []).append(claim.id)
        elif around:
            closest = min(around, key=lambda c: sum(len(s.text) for s in c.content))
            inner.setdefault(closest.id, []).append(claim.id)
    return [replace(c, embeds=tuple(inner.get(c.id, ()))) for c in made]


def _holds(outer: Claim, claim: Claim) -> bool:
    return outer.id == claim.id or any(s.holds(claim.cue[0]) for s in outer.content)
