"""What `explain` says of what is joined across articles: with what, by what rule, and the words of both sides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pyoxigraph import NamedNode

from claimgraph.commands.node import Graph, Node, cg, dcterms, nif, prov

WORDS: Mapping[str, str] = {
    "sameEvent": "one event",
    "expresses": "one proposition",
    "variantOf": "the same of another time or place",
    "sameAct": "one act of speaking",
    "supports": "the first supports the second",
    "disputes": "the first disputes the second",
    "conflictsWith": "figures that cannot both be right",
    "wasDerivedFrom": "the first took words from the second",
    "wasQuotedFrom": "the first took its words from the second",
    "lineage": "one telling that both go back to",
}
# What rules state, by their ids; of another rule of a family, what the family does.
RULES: Mapping[str, str] = {
    "same-event": "what is told of both events agrees in more than chance brings about, and differs in nothing.",
    "proposition": "both say the same of the same, in whatever words.",
    "proposition.words": "both say it in the same words.",
    "proposition.denial": "one denies the other.",
    "proposition.event": "both tell of one event with the same participants.",
    "proposition.blame": "both tell of one attack who did it, or that he did not.",
    "proposition.toll": "both tell the same number of dead or wounded in one event.",
    "proposition.number": "both tell the same number of one body's people, or in one currency.",
    "proposition.content": "most of what both speak of is the same: actors, places, events, and the stems of words.",
    "proposition.variant": "both tell the same of the same ones, at another time or place.",
    "act": "the same claimant said the same.",
    "act.words": "the same claimant is quoted with the same words.",
    "act.event": "the same claimant said the same by a vote that is one event.",
    "act.addressee": "the same claimant said the same to the same one.",
    "act.day": "the same claimant said the same, as articles of about one day tell it.",
    "stance": "one takes up what the other says.",
    "stance.denied": "one denies what the other says.",
    "figures": "numbers of one thing at about one time, too far apart for how exact they are.",
    "figures.event": "numbers of one thing in one event, too far apart for how exact they are.",
    "figures.stock": "numbers of what is there in one place, at about one time, too far apart for how exact they are.",
    "figures.story": "numbers of vehicles in one event, too far apart for how exact they are.",
    "copy": "words in a row stand in both articles.",
    "copy.credited": "words in a row stand in both, and beside them one names the outlet of the other.",
    "copy.cited": "words in a row stand in both, and one article names the outlet of the other.",
    "copy.earlier": "words in a row stand in both, and one article is of an earlier day.",
    "copy.undirected": "words in a row stand in both; nothing tells who took them from whom.",
    "lineage": "both go back to one telling.",
    "lineage.outlet": "both stand with the same outlet, or one names the outlet of the other, or both a third.",
    "lineage.source": "both are on the word of the same one.",
    "lineage.taken": "the words of one were taken from the other's article.",
}
QUOTED, DERIVED = prov("wasQuotedFrom"), prov("wasDerivedFrom")
SHOWN = {
    *map(cg, ("expresses", "sameAct", "lineage", "sameEvent", "variantOf")), QUOTED, DERIVED,
    *map(cg, ("relation", "joins", "evidence", "feature", "score")),
}  # fmt: skip
# By property: what to call those that share a node with this one, and those that it leads to, and that lead to it.
SHARING = {cg("sameEvent"): "same event as", cg("sameAct"): "same act as", cg("lineage"): "of one telling with"}
LEADING = {QUOTED: ("words taken from", "words taken by"), DERIVED: ("words taken from", "words taken by")}


@dataclass(frozen=True)
class Side:
    """One of the two that are joined. `words`: the sentences to look at, in the order of the text."""

    iri: str
    label: str
    article: str | None
    publisher: str | None
    issued: str | None
    words: tuple[str, ...]


@dataclass(frozen=True)
class Joined:
    """Why two are joined. `states`: what the rule states, None where it is not known; `score`: from 0 to 1.

    `sides`: two, the one that the relation leads from first; else by the dates of their articles.
    """

    iri: str
    relation: str
    rule: str | None
    states: str | None
    score: str | None
    features: tuple[str, ...]
    sides: tuple[Side, ...]


class _Place(NamedTuple):
    """Where a node stands, to sort by: date (undated last), article, offset."""

    issued: str
    article: str
    begin: int
    iri: str


def joins(graph: Graph, node: Node) -> tuple[Joined, ...]:
    """The joins behind a node: itself, those that join it, or, of a node that several share, those of its members."""
    if cg("Join") in graph.out(node, graph.TYPE):
        return (_joined(graph, node),)
    found = set(graph.into(node, cg("joins")))
    for link in graph.SHARED:
        members = set(graph.into(node, link))
        for member in members:
            found |= {
                join
                for join in graph.into(member, cg("joins"))
                if link in graph.out(join, cg("relation")) and members.issuperset(graph.out(join, cg("joins")))
            }
    return tuple(_joined(graph, join) for join in sorted(found, key=lambda j: _places(graph, j)))


def facts(graph: Graph, node: Node) -> Iterator[tuple[str, str]]:
    """Name and value of what a node is joined with; only what `SHOWN` properties give."""
    for proposition in graph.out(node, cg("expresses")):
        yield "proposition", graph.label(proposition)
        yield from _expressing(graph, proposition, node)
    yield from _expressing(graph, node)
    yield from (("variant", graph.label(other)) for other in graph.out(node, cg("variantOf")))
    for link, name in SHARING.items():
        members = [other for shared in graph.out(node, link) for other in graph.into(shared, link)]
        yield from ((name, _told(graph, other)) for other in _in_order(graph, members) if other != node)
        yield from (("told by", _told(graph, other)) for other in _in_order(graph, graph.into(node, link)))
    for link, (to, by) in LEADING.items():
        yield from ((to, _told(graph, other)) for other in _in_order(graph, graph.out(node, link)))
        yield from ((by, _told(graph, other)) for other in _in_order(graph, graph.into(node, link)))
    yield from (("supported by", _told(graph, other)) for other in graph.into(node, cg("supports")))


def stated(rule: str | None) -> str | None:
    """What a rule states, or else its family; None where neither is known."""
    return RULES.get(rule or "") or RULES.get((rule or "").partition(".")[0])


def _expressing(graph: Graph, proposition: Node, but: Node | None = None) -> Iterator[tuple[str, str]]:
    claims = [claim for claim in graph.into(proposition, cg("expresses")) if claim != but]
    for claim in sorted(claims, key=lambda c: (cg("Negated") in graph.out(c, cg("polarity")), _place(graph, c))):
        denies = cg("Negated") in graph.out(claim, cg("polarity"))
        yield "denied by" if denies else "affirmed by", _told(graph, claim)


def _told(graph: Graph, node: Node) -> str:
    """'Carla Moss: “The bridge is safe” (Harbour Wire, 2031-05-03)'."""
    article, publisher, issued = _article(graph, node)
    label = graph.label(node)
    outlet = publisher or (article if article != label else None)
    where = ", ".join(filter(None, (outlet, issued)))
    return f"{label} ({where})" if where else label


def _joined(graph: Graph, join: Node) -> Joined:
    ends = sorted(graph.out(join, cg("joins")), key=lambda n: _place(graph, n))
    relations = [r for r in graph.out(join, cg("relation")) if isinstance(r, NamedNode)]
    led = [(one, other) for one in ends for other in ends if any(other in graph.out(one, r) for r in relations)]
    if len(led) == 1:
        ends = list(led[0])
    spans = sorted(graph.out(join, cg("evidence")), key=graph.extent)
    homes = [_home(graph, end) for end in ends]
    return Joined(
        iri=join.value,
        relation=" ".join(map(graph.short, relations)),
        rule=graph.text(join, cg("rule")),
        states=stated(graph.text(join, cg("rule"))),
        score=graph.text(join, cg("score")),
        features=tuple(sorted(graph.texts(join, cg("feature")))),
        sides=tuple(
            _side(graph, end, [s for s in spans if len(set(homes)) > 1 and home in _contexts(graph, s)])
            for end, home in zip(ends, homes, strict=True)
        ),
    )


def _side(graph: Graph, node: Node, evidence: Iterable[Node]) -> Side:
    mentions = [*_own(graph, node), *evidence]
    words = dict.fromkeys(text.strip() for mention in mentions for text in _sentences(graph, mention))
    return Side(node.value, graph.label(node), *_article(graph, node), tuple(words))


def _sentences(graph: Graph, span: Node) -> list[str]:
    return graph.sentences(span) or [graph.text(span, nif("anchorOf")) or ""]


def _own(graph: Graph, node: Node) -> list[Node]:
    """The mentions that show a node best: of a claim its content and cue, of a proposition those of its first claim."""
    spans = [span for part in ("cueMention", "contentMention") for span in graph.out(node, cg(part))]
    if spans:
        return sorted(spans, key=graph.extent)
    claims = _in_order(graph, graph.into(node, cg("expresses")))
    return _own(graph, claims[0]) if claims else graph.mentions(node)[:1]


def _in_order(graph: Graph, nodes: Iterable[Node]) -> list[Node]:
    return sorted(set(nodes), key=lambda n: _place(graph, n))


def _places(graph: Graph, join: Node) -> list[_Place]:
    return sorted(_place(graph, end) for end in graph.out(join, cg("joins")))


def _place(graph: Graph, node: Node) -> _Place:
    article, _, issued = _article(graph, node)
    begins = [graph.extent(span)[0] for span in _own(graph, node)] or [-1]
    return _Place(issued or "9999", article or "", begins[0], node.value)


def _article(graph: Graph, node: Node) -> tuple[str | None, str | None, str | None]:
    """Identifier, publisher and date of the article that a node stands in."""
    home = _home(graph, node)
    if home is None:
        return None, None, None
    return (
        graph.text(home, dcterms("identifier")),
        graph.text(home, dcterms("publisher")),
        graph.text(home, dcterms("issued")),
    )


def _home(graph: Graph, node: Node) -> Node | None:
    if cg("Article") in graph.out(node, graph.TYPE):
        return node
    if found := graph.out(node, cg("reportedIn")):
        return found[0]
    return next((article for span in _own(graph, node) for article in _contexts(graph, span)), None)


def _contexts(graph: Graph, span: Node) -> list[Node]:
    return graph.out(span, nif("referenceContext"))
