"""The good graph, its nodes, and updates that break it."""

from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from claimgraph.joining import left
from claimgraph.validated.terms import dataset

GOOD = Path(__file__).parents[1] / "validated" / "good.trig"
PREFIXES = {
    "cg": "https://w3id.org/claimgraph/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "a1": "https://w3id.org/claimgraph/id/article/aaaaaaaaaaa1/",
    "x": "https://example.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "void": "http://rdfs.org/ns/void#",
}
SECOND = "https://w3id.org/claimgraph/id/article/bbbbbbbbbbb2"
ARTICLE = "<https://w3id.org/claimgraph/id/article/aaaaaaaaaaa1>"
DARWISH = "<https://w3id.org/claimgraph/id/actor/person/rahim-darwish>"
VESLAND = "<https://w3id.org/claimgraph/id/actor/vesland>"
PORT = "<https://w3id.org/claimgraph/id/place/port-selim>"
PROPOSITION = "<https://w3id.org/claimgraph/id/proposition/0123456789ab>"
JOIN = "<https://w3id.org/claimgraph/id/join/000000000005>"  # of two claims of the first article
NAME = f"<{ARTICLE[1:-1]}#char=0,13>"
TOLD, DENIED, RUMOURED = (f"<{ARTICLE[1:-1]}/claim/{span}>" for span in ("45-49", "191-197", "280-288"))
STRIKE, KILLING, MOVE = (f"<{ARTICLE[1:-1]}/event/{span}>" for span in ("88-94", "138-145", "233-238"))
KILLED = f"<{ARTICLE[1:-1]}/figure/146-163>"
CLERK = f"<{ARTICLE[1:-1]}/affiliation/15-43>"
DRONE = f"<{ARTICLE[1:-1]}/item/76-83>"
HURT = f"<{ARTICLE[1:-1]}/figure/203-209>"
STRUCK, MOVED = (f"<{ARTICLE[1:-1]}#char={span}>" for span in ("88,94", "233,238"))
VARGA = "<https://w3id.org/claimgraph/id/actor/ilse-varga>"
GUILD = "<https://w3id.org/claimgraph/id/actor/harbour-guild>"
LAND = "<https://w3id.org/claimgraph/id/place/vesland>"


def add(node: str, said: str) -> str:
    return f"INSERT DATA {{ {node} {said} }}"


def drop(node: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {node} {predicate} ?o }}"


def swap(node: str, predicate: str, value: str) -> str:
    return f"{drop(node, predicate)} ; {add(node, f'{predicate} {value}')}"


def broken(*updates: str) -> Dataset:
    """The good graph without its second article and what that is joined by, all as one graph, after some updates."""
    told = {quad: _said(quad) for quad in ox.parse(path=str(GOOD), format=ox.RdfFormat.TRIG)}
    store = ox.Store()
    for quad in left(told, [quad for quad in told if SECOND in str(quad)]):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    for update in updates:
        store.update(update, prefixes=PREFIXES)
    return dataset(store)


def _said(quad: ox.Quad) -> tuple[str, str, str]:
    s, p, o = (node.value if isinstance(node, ox.NamedNode) else "" for node in quad.triple)
    return s, p, o


def text() -> str:
    """The whole text of the first article, from its sentences, between which there is a space."""
    store = ox.Store()
    store.load(path=str(GOOD), format=ox.RdfFormat.TRIG)
    rows = store.query(
        f"SELECT ?text WHERE {{ GRAPH ?g {{ ?s a cg:Sentence ; nif:referenceContext {ARTICLE} ; "
        "nif:beginIndex ?begin ; nif:anchorOf ?text } } ORDER BY ?begin",
        prefixes=PREFIXES,
    )
    assert isinstance(rows, ox.QuerySolutions)
    return " ".join(row["text"].value for row in rows if isinstance(row["text"], ox.Literal))


def elsewhere(span: str, said: str, link: str) -> str:
    """An update that makes a span of another article, and links it."""
    return f"INSERT DATA {{ {span} a {said} ; nif:referenceContext x:other . {link} }}"


def whole(words: str) -> str:
    """An update that lays a text beside the first article."""
    return add(ARTICLE, f'nif:isString "{words}"')
