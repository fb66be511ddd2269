"""What `explain` says of an event and of a figure: who vouches for it, places with what they lie in, times, numbers."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from claimgraph.commands.node import Graph, Node, cg, dcterms, nif

Fact = tuple[str, str]
ROLES = ("agent", "patient", "recipient", "instrument")
PLACES = ("location", "origin", "destination")
TIMES = ("dateText", "date", "begin", "end")
NUMBERS = ("figure", "measures", "value", "upperValue", "approximate", "unit", "asOf", "changedFrom", "conflictsWith")
SHOWN = {cg(name) for name in ("factuality", *ROLES, *PLACES, *TIMES, *NUMBERS)}


def told_in(graph: Graph, event: Node, mention: Node) -> list[Node]:
    """The claims that describe the event and hold the mention, but for those that only pass on another of them."""
    begin, end = graph.extent(mention)
    holding = []
    for claim in graph.into(event, cg("describes")):
        pieces = map(graph.extent, graph.out(claim, cg("contentMention")))
        if any(opens <= begin and end <= closes for opens, closes in pieces):
            holding.append(claim)
    return innermost(graph, holding)


def innermost(graph: Graph, claims: list[Node]) -> list[Node]:
    """The claims that embed none of the others, at whatever depth."""
    return [claim for claim in claims if not graph.beyond(claim, cg("embeds")) & set(claims)]


def chain(graph: Graph, claim: Node) -> tuple[str, ...]:
    """Those whose word a claim rests on, the outermost teller first."""
    outer = graph.levels(lambda n: graph.into(n, cg("embeds")), claim)
    tellers = [*(n for level in reversed(outer) for n in level), claim]
    return tuple(graph.text(n, cg("claimant")) or "no one named" for n in tellers)


def of_event(graph: Graph, event: Node) -> Iterator[Fact]:
    """Name and value of what is known of an event, and of who tells of it; only what `SHOWN` properties give."""
    if vouched := graph.text(event, cg("factuality")):
        yield "factuality", vouched
    yield from dict.fromkeys(_voices(graph, event))
    for role in ROLES:
        yield from ((role, graph.label(n)) for n in graph.out(event, cg(role)))
    for role in PLACES:
        yield from ((role, _lying(graph, n)) for n in graph.out(event, cg(role)))
    if time := _time(graph, event):
        yield "time", time
    yield from (("figure", described(graph, figure)) for figure in graph.in_order(graph.out(event, cg("figure"))))
    for claim in graph.into(event, cg("describes")):
        for other in graph.into(claim, cg("disputes")):
            yield "disputed by", f"{graph.label(other)}, against {graph.label(claim)}"


def _voices(graph: Graph, event: Node) -> Iterator[Fact]:
    """Who tells of the event, and as what; its own factuality follows from these."""
    told = [(mention, told_in(graph, event, mention)) for mention in graph.mentions(event)]
    also = "also " if any(claims for _, claims in told) else ""
    for mention, claims in told:
        told_as = graph.text(mention, cg("toldAs"))
        for claim in claims:
            tellers = ", from ".join(chain(graph, claim))
            yield "told by", f"{tellers} ({told_as})" if told_as else tellers
        if told_as and not claims:
            words = " ".join(graph.sentences(mention)) or graph.text(mention, nif("anchorOf")) or ""
            where = "the headline" if words in _titles(graph, mention) else "the article's own voice"
            yield f"{also}told in {where}", f"{words} ({told_as})" if told_as != "Stated" else words


def _titles(graph: Graph, mention: Node) -> list[str | None]:
    return [graph.text(article, dcterms("title")) for article in graph.out(mention, nif("referenceContext"))]


def _lying(graph: Graph, place: Node) -> str:
    """'Eastport, in Norland': a place with those around it."""
    around = graph.levels(lambda n: graph.out(n, cg("partOf")), place)
    return ", in ".join([graph.label(place), *(" and ".join(map(graph.label, level)) for level in around)])


def _time(graph: Graph, event: Node) -> str | None:
    """'on 3 May: 2031-05-03', 'between 3 and 7 May: 2031-05-03 to 2031-05-07'; what is not known is left out."""
    words, date, begin, end = (graph.text(event, cg(name)) for name in TIMES)
    if begin or end:
        date = f"{begin or '…'} to {end or '…'}"
    return ": ".join(part for part in (words, date) if part) or None


def of_figure(graph: Graph, figure: Node) -> Iterator[Fact]:
    """Name and value of what is known of a figure, and of what it belongs to; only what `SHOWN` properties give."""
    if measure := graph.text(figure, cg("measures")):
        yield "measures", measure
    if value := _value(graph, figure):
        yield "value", value
    for holder in graph.into(figure, cg("figure")):
        vouched = graph.text(holder, cg("factuality"))
        yield "of", graph.label(holder) + (f" ({vouched})" if vouched else "")
    if then := graph.text(figure, cg("asOf")):
        yield "as of", then
    for name, others in (
        ("changed from", graph.out(figure, cg("changedFrom"))),
        ("changed to", graph.into(figure, cg("changedFrom"))),
        ("conflicts with", graph.out(figure, cg("conflictsWith"))),
    ):
        yield from ((name, _words(graph, other)) for other in others)


def described(graph: Graph, figure: Node) -> str:
    """A figure in a line: '“five”: 5 Killed, of fishermen, as of 2031-05, changed from “three” (3)'."""
    told = [
        (name, value) for name, value in of_figure(graph, figure) if name in {"as of", "changed from", "changed to"}
    ]
    counted = [graph.label(n) for n in graph.into(figure, cg("figure")) if cg("Actor") in graph.out(n, graph.TYPE)]
    number = " ".join(filter(None, (_value(graph, figure), graph.text(figure, cg("measures")))))
    more = [*(("of", who) for who in counted), *told]
    return ", ".join([f"{_quoted(graph, figure)}: {number}", *(f"{name} {value}" for name, value in more)])


def _words(graph: Graph, figure: Node) -> str:
    value = _value(graph, figure)
    return _quoted(graph, figure) + (f" ({value})" if value else "")


def _quoted(graph: Graph, node: Node) -> str:
    spans = [graph.text(mention, nif("anchorOf")) for mention in graph.mentions(node)]
    return f"“{spans[0]}”" if spans else graph.label(node)


def _value(graph: Graph, figure: Node) -> str:
    """'about 30 to 40 USD'; empty where the text gives no number."""
    ends = [_plain(value) for name in ("value", "upperValue") if (value := graph.text(figure, cg(name)))]
    if not ends:
        return ""
    about = "about " if graph.text(figure, cg("approximate")) == "true" else ""
    return " ".join(filter(None, (about + " to ".join(ends), graph.text(figure, cg("unit")))))


def _plain(number: str) -> str:
    """2500 for 2500.0."""
    try:
        return f"{Decimal(number).normalize():f}"
    except InvalidOperation:
        return number
