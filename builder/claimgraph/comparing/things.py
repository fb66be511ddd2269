"""What is compared: each thing of a graph with what the graph says of it, in words.

Offsets and rules are not compared, nor are mentions by themselves: an offset moves with each word put in above.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import pyoxigraph as ox
from rdflib import DCTERMS, SKOS

from claimgraph.comparing.indexed import LABEL, TERMS, Indexed, above
from claimgraph.vocabulary import CG, NIF


class Kind(StrEnum):
    """What is told of, in the order in which it is told. Items are matched, but told of only where they take part."""

    ARTICLE = "article"
    CLAIM = "claim"
    EVENT = "event"
    FIGURE = "figure"
    AFFILIATION = "affiliation"
    ACTOR = "actor"
    PLACE = "place"
    ITEM = "item"


@dataclass(frozen=True)
class Ref:
    """Another node, and what to call it."""

    node: str
    label: str


Facts = dict[str, tuple[str | Ref, ...]]


@dataclass(frozen=True)
class Thing:
    """A node that is compared.

    `article`: the IRI of the one that it is of; None for what stands by itself. `words`: those that tell of it; of a
    claim, its cue and its content. `about`: the text that another telling of it would share, a claim's content, else
    the sentence. `sort`: what it must have in common with another telling in other words.
    """

    kind: Kind
    node: str
    label: str
    article: str | None = None
    begin: int = -1  # where it stands in its article, in code points
    words: str = ""
    sentence: str | None = None
    about: str = ""
    sort: str = ""
    facts: Facts = field(default_factory=dict)


def things(graph: Indexed) -> list[Thing]:
    """All that is compared in a graph, but for the articles; in the order of kinds and texts."""
    found = [_MAKERS[kind](graph, node) for kind in _MAKERS for node in graph.of_class(kind.capitalize())]
    order = list(Kind)
    return sorted(found, key=lambda t: (order.index(t.kind), t.article or "", t.begin, t.node))


def articles(graph: Indexed) -> list[Thing]:
    """The articles, by their identifiers. What tells one text from another is the end of the IRI, a hash of it."""
    found = []
    for node, identifier in graph.articles.items():
        facts: Facts = {"text": (node.rpartition("/")[2],)}
        for name in ("title", "issued", "source", "publisher"):
            facts[name] = _values(graph, node, str(DCTERMS[name]))
        found.append(Thing(Kind.ARTICLE, node, identifier, article=node, words=identifier, facts=facts))
    return sorted(found, key=lambda t: (t.label, t.node))


def _narrowest(classes: list[str]) -> tuple[str, ...]:
    wider = frozenset().union(*map(above, classes))
    return tuple(name for name in classes if name not in wider)


def _values(graph: Indexed, node: str, predicate: str) -> tuple[str | Ref, ...]:
    nodes = [Ref(other, _label(graph, other)) for other in graph.nodes(node, predicate)]
    others = (v for v in graph.values(node, predicate) if not isinstance(v, ox.NamedNode))
    return (*nodes, *(v.value if isinstance(v, ox.Literal) else "a node without an IRI" for v in others))


def _facts(graph: Indexed, node: str, *names: str) -> Facts:
    return {name: _values(graph, node, CG[name]) for name in names}


def _label(graph: Indexed, node: str) -> str:
    """What to call a node: its name, what it says, the words that tell of it, else the end of its IRI."""
    if node.startswith(TERMS):
        return node.removeprefix(TERMS)
    if told := graph.text(node, LABEL) or graph.text(node, CG.content):
        return told
    spans = graph.in_order(graph.having(CG.mentions, node))
    return graph.words(spans[0]) if spans else node.removeprefix(graph.base)


def _article(graph: Indexed, node: str, spans: list[str]) -> str | None:
    """The article that a node is of: the one that its IRI begins with, else the one that tells of it first."""
    holder = node.rpartition("/")[0].rpartition("/")[0]
    told = [holder] if holder in graph.articles else graph.nodes(node, CG.reportedIn)
    return next(iter(told or (graph.nodes(spans[0], str(NIF.referenceContext)) if spans else ())), None)


def _told(graph: Indexed, node: str, kind: Kind, label: str, sort: str, facts: Facts) -> Thing:
    """What is told of by mentions."""
    spans = graph.in_order(graph.having(CG.mentions, node))
    first = spans[0] if spans else ""
    sentence = graph.sentence(first)
    where = (_article(graph, node, spans), graph.begin(first), graph.words(first), sentence, sentence or "")
    return Thing(kind, node, label, *where, sort.casefold(), facts)


def _claim(graph: Indexed, node: str) -> Thing:
    cues = graph.in_order(graph.nodes(node, CG.cueMention))
    cue, content = " … ".join(map(graph.words, cues)), " ".join((graph.text(node, CG.content) or "").split())
    names = ("claimant", "addressee", "patient", "speechAct", "quotation", "heldTrue")
    facts = {"cue": (cue,), "content": (content,), **_facts(graph, node, *names)}
    facts |= _facts(graph, node, "embeds", "describes", "supports", "disputes")
    claimant, act = (", ".join(map(_text, facts[name])) for name in ("claimant", "speechAct"))
    claimant = claimant or "no one named"
    label = f"{claimant} [{act}]: {content}"
    first = cues[0] if cues else ""
    where = (_article(graph, node, cues), graph.begin(first), f"{cue}\n{content}" if cue else "", graph.sentence(first))
    return Thing(Kind.CLAIM, node, label, *where, content, claimant.casefold(), facts)


def _event(graph: Indexed, node: str) -> Thing:
    roles = ("agent", "patient", "recipient", "instrument", "location", "origin", "destination")
    names = ("factuality", *roles, "date", "dateText", "begin", "end", "figure")
    kind = _narrowest([name for name in graph.classes(node) if name != "Event"])
    facts: Facts = {"class": kind, "words": _spoken(graph, node), **_facts(graph, node, *names)}
    return _told(graph, node, Kind.EVENT, f"{', '.join(kind)} “{_label(graph, node)}”", ", ".join(kind), facts)


def _figure(graph: Indexed, node: str) -> Thing:
    facts = _facts(graph, node, "measures", "value", "upperValue", "approximate", "unit", "asOf", "changedFrom")
    facts["of"] = tuple(Ref(one, _label(graph, one)) for one in graph.having(CG.figure, node))
    measure = ", ".join(map(_text, facts["measures"]))
    return _told(graph, node, Kind.FIGURE, f"{measure} “{_label(graph, node)}”", measure, facts)


def _affiliation(graph: Indexed, node: str) -> Thing:
    facts = _facts(graph, node, "member", "organization", "role", "place", "factuality", "since", "until")
    member, organization, role = (", ".join(map(_text, facts[n])) for n in ("member", "organization", "role"))
    label = f"{member}, {f'{role}, ' if role else ''}{organization}"
    return _told(graph, node, Kind.AFFILIATION, label, member, facts)


def _entity(kind: Kind) -> Callable[[Indexed, str], Thing]:
    def made(graph: Indexed, node: str) -> Thing:
        label = _label(graph, node)
        facts: Facts = {"class": _narrowest(graph.classes(node)), "label": _values(graph, node, LABEL)}
        facts |= {"other names": _values(graph, node, str(SKOS.altLabel)), **_facts(graph, node, "partOf", "territory")}
        if node.rpartition("/")[0].rpartition("/")[0] in graph.articles:  # it has no name: it is this article's alone
            return _told(graph, node, kind, label, label, facts)
        return Thing(kind, node, label, facts={**facts, "IRI": (node.removeprefix(graph.base),)})

    return made


def _spoken(graph: Indexed, node: str) -> tuple[str, ...]:
    return tuple(sorted(map(graph.words, graph.having(CG.mentions, node))))


def _text(value: str | Ref) -> str:
    return value.label if isinstance(value, Ref) else value


def texts(values: tuple[str | Ref, ...]) -> Iterator[str]:
    """The values of a fact in words."""
    return map(_text, values)


_MAKERS: dict[Kind, Callable[[Indexed, str], Thing]] = {
    Kind.CLAIM: _claim,
    Kind.EVENT: _event,
    Kind.FIGURE: _figure,
    Kind.AFFILIATION: _affiliation,
    Kind.ACTOR: _entity(Kind.ACTOR),
    Kind.PLACE: _entity(Kind.PLACE),
    Kind.ITEM: _entity(Kind.ITEM),
}
