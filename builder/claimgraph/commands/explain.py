"""Walk a node of a graph back to the words it came from: its facts, the tellers it passed through, the sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import Literal, Store, Triple

from claimgraph.commands import joined
from claimgraph.commands.facts import SHOWN, described, innermost, of_event, of_figure
from claimgraph.commands.joined import Joined
from claimgraph.commands.node import Graph, Node, cg, dcterms, nif
from claimgraph.errors import InputError

NEAR = 5  # names to suggest
TOLD = {"Event": of_event, "Figure": of_figure}
NAMED = {cg("patient"): "aimed at"}  # of a claim
PARTS = ("source", "cue", "content")  # of a claim, each with its mentions
SHOWN_APART = {cg("content"), cg("rule"), cg("affiliation"), nif("sentence"), *(cg(f"{part}Mention") for part in PARTS)}
SHOWN_APART |= joined.SHOWN


@dataclass(frozen=True)
class Evidence:
    """A span of an article that speaks of the node. Offsets are code points into the article's text, end exclusive."""

    article: str
    begin: int
    end: int
    words: str
    part: str  # "mention", or of a claim: "source", "cue", "content"
    rule: str | None
    sentence: str | None
    told_as: str | None  # of an event, whether it is vouched for here


@dataclass(frozen=True)
class Teller:
    """One claim of a chain. `depth`: 0 for the outermost; `claimant`: None where the text names no one.

    `patients`: whom it is aimed at; `disputed_by`: the claims that dispute it.
    """

    iri: str
    depth: int
    claimant: str | None
    addressees: tuple[str, ...]
    patients: tuple[str, ...]
    speech_act: str | None
    quotation: str | None
    content: str | None
    rule: str | None
    disputed_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Chain:
    """How a claim came to the reader: the article and its outlet, then each teller, outermost first."""

    article: str | None
    title: str | None
    publisher: str | None
    issued: str | None
    tellers: tuple[Teller, ...]


@dataclass(frozen=True)
class Explanation:
    """All that a graph holds on one node. `chains`: a claim's own; of an event, each in which it is told.

    `joins`: why it is joined with what stands in other articles; of what several share, why each two of them are.
    """

    iri: str
    label: str
    kinds: tuple[str, ...]
    rule: str | None
    facts: tuple[tuple[str, str], ...]
    chains: tuple[Chain, ...]
    joins: tuple[Joined, ...]
    evidence: tuple[Evidence, ...]


def explain(store: Store, asked: str) -> tuple[Explanation, ...]:
    """What is behind each node that `asked` names: an IRI, the end of one from a slash on, or a label in any case.

    Raises InputError where nothing is so called, with the names that come near.
    """
    graph = Graph(store)
    found = graph.named(asked)
    if not found:
        near = _near(asked.strip().casefold(), graph.names)
        hint = "near it: " + ", ".join(near) if near else "the question `actors` lists the actors with their IRIs"
        raise InputError(f"nothing in the graph has the IRI or the label {asked!r}; {hint}")
    return tuple(_explain(graph, node) for node in found)


def _near(asked: str, names: Sequence[str]) -> list[str]:
    """The names that hold what was asked, else those that are spelt much like it."""
    holding = [name for name in names if asked and asked in name]
    return holding[:NEAR] or get_close_matches(asked, names, NEAR)


def _explain(graph: Graph, node: Node) -> Explanation:
    is_claim = cg("Claim") in graph.out(node, graph.TYPE)
    describing = innermost(graph, graph.into(node, cg("describes")))
    claims = [node] if is_claim else graph.in_order(describing, cg("cueMention"))
    return Explanation(
        iri=node.value,
        label=graph.label(node),
        kinds=graph.kinds(node),
        rule=graph.text(node, cg("rule")),
        facts=tuple(_facts(graph, node)),
        chains=tuple(_chain(graph, claim, inwards=is_claim) for claim in claims),
        joins=joined.joins(graph, node),
        evidence=_evidence(graph, ((m, "mention") for m in graph.mentions(node))),
    )


def _facts(graph: Graph, node: Node) -> Iterator[tuple[str, str]]:
    types = graph.out(node, graph.TYPE)
    told = next((facts for kind, facts in TOLD.items() if cg(kind) in types), None)
    if told is not None:
        yield from told(graph, node)
    for predicate, value in graph.statements(node):
        if predicate == graph.TYPE or predicate in SHOWN_APART or (told and predicate in SHOWN):
            continue
        if predicate == cg("figure") and not isinstance(value, Literal | Triple):
            yield "figure", described(graph, value)
        else:
            yield NAMED.get(predicate, graph.short(predicate)), graph.label(value)
    yield from joined.facts(graph, node)
    for name in ("member", "organization"):
        for affiliation in graph.into(node, cg(name)):
            yield "affiliation", graph.label(affiliation)
    for claim in graph.into(node, cg("disputes")):
        yield "disputed by", graph.label(claim)


def _chain(graph: Graph, claim: Node, *, inwards: bool) -> Chain:
    outer = graph.levels(lambda n: graph.into(n, cg("embeds")), claim)
    seen = {n for level in outer for n in level}
    inner = graph.levels(lambda n: graph.out(n, cg("embeds")), claim, seen) if inwards else []
    levels = [*reversed(outer), [claim], *inner]
    article = next(iter(graph.out(claim, cg("reportedIn"))), None)
    identifier, title, publisher, issued = (
        graph.text(article, dcterms(p)) if article else None for p in ("identifier", "title", "publisher", "issued")
    )
    tellers = tuple(_teller(graph, n, depth) for depth, level in enumerate(levels) for n in level)
    return Chain(identifier, title, publisher, issued, tellers)


def _teller(graph: Graph, claim: Node, depth: int) -> Teller:
    spans = ((mention, part) for part in PARTS for mention in graph.out(claim, cg(f"{part}Mention")))
    return Teller(
        iri=claim.value,
        depth=depth,
        claimant=graph.text(claim, cg("claimant")),
        addressees=tuple(graph.label(a) for a in graph.out(claim, cg("addressee"))),
        patients=tuple(graph.label(p) for p in graph.out(claim, cg("patient"))),
        speech_act=graph.text(claim, cg("speechAct")),
        quotation=graph.text(claim, cg("quotation")),
        content=graph.text(claim, cg("content")),
        rule=graph.text(claim, cg("rule")),
        disputed_by=tuple(graph.label(other) for other in graph.into(claim, cg("disputes"))),
        evidence=_evidence(graph, spans),
    )


def _evidence(graph: Graph, spans: Iterable[tuple[Node, str]]) -> tuple[Evidence, ...]:
    found = [
        Evidence(
            article=" ".join(
                graph.text(a, dcterms("identifier")) or a.value for a in graph.out(m, nif("referenceContext"))
            ),
            begin=graph.extent(m)[0],
            end=graph.extent(m)[1],
            words=graph.text(m, nif("anchorOf")) or "",
            part=part,
            rule=graph.text(m, cg("rule")),
            sentence=" ".join(graph.sentences(m)) or None,
            told_as=graph.text(m, cg("toldAs")) if part == "mention" else None,
        )
        for m, part in spans
    ]
    return tuple(sorted(found, key=lambda e: (e.article, e.begin, e.end, e.part)))
