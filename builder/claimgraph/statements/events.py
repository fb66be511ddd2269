"""`cg:Event`: what happened, is said to have happened or is planned; who, where and when, and who vouches for it."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.model import Claim, Event, Factuality, Mention, Span
from claimgraph.statements.dates import When, belonging, expressions, resolve
from claimgraph.statements.factuality import factuality
from claimgraph.statements.matching import Match, matches, width
from claimgraph.statements.merging import Node, merged
from claimgraph.statements.roles import Roles, fill
from claimgraph.statements.triggers import Trigger, shipped


def events(doc: Doc, cast: Cast, claims: Sequence[Claim]) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """The events of an article in the text's order, and their mentions.

    `claims`: the article's; a trigger that is a claim's cue is that claim's own act and no event.
    """
    cues = [span for claim in claims for span in claim.cue]
    found = [m for m in matches(doc, cast) if not any(c.begin <= m.token.idx < c.end for c in cues)]
    triggers = {m.token.i for m in found}
    apart = {t.i for t in doc if any(c.begin <= t.idx < c.end for c in cues)}
    told = {s.start: expressions(s, cast.article.issued) for s in doc.sents if triggers & set(range(s.start, s.end))}
    nodes = []
    for match in found:
        if chosen := _chosen(match, cast):
            when = belonging(match.token, told[match.token.sent.start], triggers, apart, shipped().light)
            nodes.append(_node(match, *chosen, when, cast, claims))
    together = merged(nodes, cast)
    return tuple(_event(node, cast) for node in together), _mentions(together, cast)


def _chosen(match: Match, cast: Cast) -> tuple[Trigger, Roles] | None:
    """The first trigger whose needed roles find someone."""
    for trigger in match.triggers:
        roles = fill(trigger.frame, match.arguments, cast)
        if not trigger.needs or any(roles.of(role) for role in trigger.needs):
            return trigger, roles
    return None


def _node(match: Match, trigger: Trigger, roles: Roles, when: When | None, cast: Cast, claims: Sequence[Claim]) -> Node:
    value = factuality(match.token, claims, shipped().light | shipped().happening)
    date = None
    if when:
        date = resolve(when.text, cast.article.issued, future=True) if value is Factuality.INTENDED else when.value
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
