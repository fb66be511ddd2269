"""`cg:Event`: what happened, is said to have happened or is planned; who, where and when, and who vouches for it."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.model import Claim, Event, Factuality, Mention, Span, SpeechAct
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.dates import When, belonging, expressions, resolve
from claimgraph.statements.factuality import factuality
from claimgraph.statements.matching import Match, matches, width
from claimgraph.statements.merging import Node, merged
from claimgraph.statements.roles import Roles, fill
from claimgraph.statements.syntax import lemma
from claimgraph.statements.triggers import Trigger, shipped

# Speech acts that an event coder would code as what is done, not as what is said.
ACTS = set(SpeechAct) - {SpeechAct.ASSERTION, SpeechAct.BELIEF, SpeechAct.PREDICTION, SpeechAct.QUESTION}


def events(doc: Doc, cast: Cast, claims: Sequence[Claim]) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """The events of an article in the text's order, and their mentions.

    `claims`: the article's; a trigger that is the cue of a claim which demands, accuses or the like is that claim's own
    act and no event, but for votes.
    """
    apart = {t.i for t in _within(doc, (span for claim in claims for span in claim.cue))}
    acted = {t.i for t in _within(doc, (s for claim in claims if claim.speech_act in ACTS for s in claim.cue))}
    found = [match for m in matches(doc, cast) if (match := _beyond_speech(m, acted)) is not None]
    triggers = {m.token.i for m in found}
    told = {s.start: expressions(s, cast.article.issued) for s in doc.sents if triggers & set(range(s.start, s.end))}
    claimed = Claimed(claims)
    nodes = []
    for match in found:
        if chosen := _chosen(match, cast):
            when = belonging(match.token, told[match.token.sent.start], triggers, apart, shipped().light)
            nodes.append(_node(match, *chosen, when, cast, claimed))
    together = merged(nodes, cast)
    for node in together:
        node.factuality = _vouched(node, claimed)
    return tuple(_event(node, cast) for node in together), _mentions(together, cast)


def _within(doc: Doc, spans: Iterable[Span]) -> Iterator[Token]:
    for span in spans:
        if (words := doc.char_span(span.begin, span.end, alignment_mode="expand")) is not None:
            yield from words


def _vouched(node: Node, claims: Claimed) -> Factuality:
    """Its factuality; `cg:Attributed` only where some claim's content holds one of its mentions."""
    told = any(claims.holding(span) for span in (node.span, *(span for span, _ in node.again)))
    return node.factuality if told or node.factuality is not Factuality.ATTRIBUTED else Factuality.STATED


def _beyond_speech(match: Match, cues: set[int]) -> Match | None:
    """The match as far as it is more than a claim's cue: who votes for something, or calls a strike off, also acts."""
    acts = tuple(t for t in match.triggers if match.token.i not in cues or t.type == "Vote" or t.particle)
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
    hit = {lemma(a.token) for a in match.arguments if trigger.frame.get(a.place) == "patient" and not a.loose}
    return "patient" in trigger.needs and bool(hit & able)


def _node(match: Match, trigger: Trigger, roles: Roles, when: When | None, cast: Cast, claims: Claimed) -> Node:
    value = factuality(match.token, claims, shipped().light | shipped().happening)
    date = None
    if when:
        ahead = value is Factuality.INTENDED and when.value is not None
        date = resolve(when.text, cast.article.issued, future=True) if ahead else when.value
    span = cast.article.span(*width(match.token, trigger))
    return Node(match, trigger.type, roles, value, span, date, when.text if when else None)


def identifier(article_id: str, span: Span) -> str:
    """The id of the event that a span first tells of."""
    return f"{article_id}/event/{span.begin}-{span.end}"


def _event(node: Node, cast: Cast) -> Event:
    of = node.roles.of
    return Event(
        id=identifier(cast.article.id, node.span),
        type=node.type,
        factuality=node.factuality,
        rule=node.match.rule,
        agents=of("agent"),
        patients=of("patient"),
        recipients=of("recipient"),
        instruments=of("instrument"),
        locations=of("location"),
        origins=of("origin"),
        destinations=of("destination"),
        date=node.date,
        date_text=node.date_text,
    )


def _mentions(nodes: Iterable[Node], cast: Cast) -> tuple[Mention, ...]:
    found = []
    for node in nodes:
        of = identifier(cast.article.id, node.span)
        found.append(Mention(node.span, of, node.match.rule))
        found += [Mention(span, of, rule) for span, rule in node.again]
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
