"""`cg:Event`: what happened, is said to have happened or is planned; who, where and when, and who vouches for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.mentions.layout import headline
from claimgraph.model import Claim, Event, Factuality, Mention, Span, SpeechAct
from claimgraph.statements.again import taking_up
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.dates import When, belonging, dated, moment
from claimgraph.statements.factuality import factuality
from claimgraph.statements.intervals import with_distances
from claimgraph.statements.matching import Match, matches, width
from claimgraph.statements.merging import merged
from claimgraph.statements.nested import through_others
from claimgraph.statements.nodes import Node, Telling, Time
from claimgraph.statements.roles import Roles, fill
from claimgraph.statements.syntax import children, lemma
from claimgraph.statements.triggers import Trigger, Triggers, shipped

# Speech acts that an event coder would code as what is done, not as what is said.
ACTS = set(SpeechAct) - {SpeechAct.ASSERTION, SpeechAct.BELIEF, SpeechAct.PREDICTION, SpeechAct.QUESTION}
DONE = {Factuality.STATED, Factuality.ATTRIBUTED}
ANYBODY = {"nobody", "anybody", "somebody", "everybody", "anyone", "someone", "everyone"}  # who can suffer an act


def events(
    doc: Doc, cast: Cast, claims: Sequence[Claim], words: Triggers
) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """The events of an article in the text's order, and their mentions.

    `claims`: the article's; a trigger that is the cue of a claim which demands, accuses or the like is that claim's own
    act and no event, but for votes, protests and what more than the verb tells of. `words`: those that tell of events.
    """
    apart = {i for claim in claims for span in claim.cue for i in _covered(doc, span)}
    acted = {i for c in claims if c.speech_act in ACTS for span in c.cue for i in _covered(doc, span)}
    found = [match for m in matches(doc, cast, words) if (match := _beyond_speech(m, acted)) is not None]
    triggers = {m.token.i for m in found}
    told = dated(doc, cast.article.issued)
    claimed, body = Claimed(claims), headline(doc)
    nodes = []
    for match in found:
        if chosen := _chosen(match, cast):
            when = belonging(match.token, told[match.token.sent.start], triggers, apart, shipped().light)
            nodes.append(_node(match, *chosen, when, cast, claimed, body))
    with_distances(nodes, doc)
    through_others(nodes)
    together = merged(nodes, cast)
    words_told = {i for node in together for t in node.tellings for i in _covered(doc, t.span)}
    for noun, node in taking_up(doc, cast, together, words_told | apart):
        span = cast.article.span(noun.idx, noun.idx + len(noun))
        node.tellings.append(_telling(noun, span, "event.again", claimed, body, asserts=False))
    for node in together:
        _looked_ahead(node, cast.article.issued)
    return tuple(_event(node, cast) for node in together), _mentions(together, cast)


def _covered(doc: Doc, span: Span) -> Iterator[int]:
    """The positions of the words that a span touches."""
    if (words := doc.char_span(span.begin, span.end, alignment_mode="expand")) is not None:
        yield from range(words.start, words.end)


def _beyond_speech(match: Match, cues: set[int]) -> Match | None:
    """The match as far as it is more than a claim's cue: who votes or protests, or calls a strike off, also acts."""
    acts = tuple(
        t
        for t in match.triggers
        if match.token.i not in cues or {"Vote", "Protest"} & set(shipped().lineage(t.type)) or t.particle or t.object
    )
    return match._replace(triggers=acts) if acts else None


def _chosen(match: Match, cast: Cast) -> tuple[Trigger, Roles] | None:
    """The first trigger whose needed roles find someone."""
    for trigger in match.triggers:
        roles = fill(trigger.frame, match.arguments, cast)
        if not trigger.needs or any(roles.of(role) for role in trigger.needs) or _hits(trigger, match):
            return trigger, roles
    return None


def _hits(trigger: Trigger, match: Match) -> bool:
    """Whether it is done to people or things that can suffer it, though no actor can be told: 'attacked a village'."""
    sets = shipped().sets
    able = sets["people"] | sets["force"] | sets["building"] | sets["taken"] | sets["road"]
    hit = [a.token for a in match.arguments if trigger.frame.get(a.place) == "patient" and not a.loose]
    return "patient" in trigger.needs and any(lemma(t) in able | ANYBODY or _is_no_one(t) for t in hit)


def _is_no_one(token: Token) -> bool:
    return token.lower_ == "one" and any(c.lower_ == "no" for c in children(token, "det"))


def _node(
    match: Match, trigger: Trigger, roles: Roles, when: When | None, cast: Cast, claims: Claimed, body: int
) -> Node:
    """`body`: the token behind the headline."""
    span = cast.article.span(*width(match.token, trigger))
    asserts = match.token.pos_ == "VERB" or match.light
    telling = _telling(match.token, span, match.rule, claims, body, asserts=asserts)
    time = _time(when, telling.told_as, cast.article.issued)
    return Node(match, trigger.type, trigger.frame, roles, [telling], time)


def _telling(word: Token, span: Span, rule: str, claims: Claimed, body: int, *, asserts: bool) -> Telling:
    value = factuality(word, claims, shipped().light | shipped().happening)
    claimed = bool(claims.holding(span))
    if value is Factuality.ATTRIBUTED and not claimed:
        value = Factuality.STATED
    return Telling(span, rule, value, asserts, word.i < body, claimed)


def _time(when: When | None, value: Factuality, issued: str | None) -> Time | None:
    if when is None:
        return None
    if value is Factuality.INTENDED:
        when = when._replace(**moment(when.text, issued, True, when.near)._asdict())
    last = when.last
    if when.first and last is None and issued and when.text.lower().startswith("since"):
        last = issued[:10]  # what has happened since then, as of the article
    return Time(when.text, when.value, when.first, last)


def _identifier(node: Node, cast: Cast) -> str:
    """The id of an event, by the span that first tells of it."""
    span = node.tellings[0].span
    return f"{cast.article.id}/event/{span.begin}-{span.end}"


def _looked_ahead(node: Node, issued: str | None) -> None:
    """What has a day after the article's is nobody's word for what took place: each telling of it looks ahead."""
    day = node.time.date if node.time else None
    if issued and day and day > issued[: len(day)]:
        node.tellings = [replace(t, told_as=Factuality.INTENDED) if t.told_as in DONE else t for t in node.tellings]


def _event(node: Node, cast: Cast) -> Event:
    of = node.roles.of
    return Event(
        id=_identifier(node, cast),
        type=node.type,
        factuality=node.factuality,
        rule=node.tellings[0].rule,
        agents=of("agent"),
        patients=of("patient"),
        recipients=of("recipient"),
        instruments=of("instrument"),
        locations=of("location"),
        origins=of("origin"),
        destinations=of("destination"),
        date=node.time.date if node.time else None,
        date_text=node.time.text if node.time else None,
        begin=node.time.begin if node.time else None,
        end=node.time.end if node.time else None,
    )


def _mentions(nodes: Iterable[Node], cast: Cast) -> tuple[Mention, ...]:
    found = (Mention(t.span, _identifier(n, cast), t.rule, t.told_as) for n in nodes for t in n.tellings)
    return tuple(sorted(found))


def triggers_of(doc: Doc, mentions: Iterable[Mention]) -> dict[int, str]:
    """Each word of the events' mentions -> the event's id."""
    starts: dict[int, Token] = {t.idx: t for t in doc}
    found = {}
    for mention in mentions:
        token = starts.get(mention.span.begin)
        while token is not None and token.idx < mention.span.end:
            found[token.i] = mention.of
            token = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return found
