"""Definite nouns that take up an event told before, and never tell of one themselves: 'The deal ends months of …'."""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast
from claimgraph.statements.factuality import DEFINITE
from claimgraph.statements.nodes import Node
from claimgraph.statements.syntax import children, lemma
from claimgraph.statements.triggers import shipped

NOUNS = {
    "Agreement": {"deal", "agreement", "accord", "pact", "treaty", "arrangement", "memorandum", "settlement"},
    "Ceasefire": {"truce", "ceasefire", "cease-fire", "lull", "deal", "agreement", "accord"},
    "Vote": {"vote", "resolution", "motion", "bill", "law", "decision", "ballot"},
    "Assault": {"attack", "assault", "incident", "violence", "bloodshed", "operation", "offensive", "bombardment"},
    "Bombing": {"blast", "explosion", "detonation"},
    "Killing": {"death", "killing", "bloodshed", "carnage"},
    "Arrest": {"arrest", "detention", "sweep"},
    "Consult": {"talk", "talks", "discussion", "meeting", "summit", "trip", "encounter"},
    "Protest": {"protest", "rally", "unrest", "demonstration", "gathering", "sit-in"},
    "Sanction": {"measure", "sanction", "penalty", "embargo"},
    "Retreat": {"pullout", "withdrawal", "departure", "handover", "release"},
    "Mobilize": {"deployment", "transfer", "exercise", "drill"},
    "Aid": {"aid", "delivery", "shipment", "consignment"},
}  # fmt: skip
CLASSES = {noun: tuple(c for c, told in NOUNS.items() if noun in told) for noun in set().union(*NOUNS.values())}
FAR = 250  # words that may lie between an event and the noun that takes it up


def taking_up(doc: Doc, cast: Cast, nodes: Sequence[Node], told: Set[int]) -> Iterator[tuple[Token, Node]]:
    """Each noun that only takes up an event, and the event. `told`: the positions of the words that tell otherwise."""
    starts = {token.idx: token.i for token in doc}
    places = sorted((starts[t.span.begin], k) for k, node in enumerate(nodes) for t in node.tellings)
    for noun in doc:
        if noun.i in told or not _points_back(noun) or cast.name_at(noun) is not None:
            continue
        before = [nodes[k] for at, k in reversed(places) if 0 < noun.i - at <= FAR]
        kin = (n for n in before if any(_kin(class_, n) for class_ in CLASSES[lemma(noun)]))
        if (node := next(kin, None)) is not None:
            yield noun, node


def _points_back(noun: Token) -> bool:
    """'the deal', 'that decision', bare of anything that would tell another one apart."""
    if noun.pos_ != "NOUN" or lemma(noun) not in CLASSES or noun.dep_ in {"compound", "appos"}:
        return False
    pointed = any(c.lower_ in DEFINITE for c in children(noun, "det"))
    return pointed and not children(noun, "nmod", "nmod:poss", "amod", "compound", "acl", "acl:relcl", "nummod")


def _kin(class_: str, node: Node) -> bool:
    return class_ in node.lineage or node.type in shipped().lineage(class_)
