"""Small files of news to load: articles with who speaks in them, as N-Quads."""

from collections.abc import Iterable
from pathlib import Path

CG = "https://w3id.org/claimgraph/ontology#"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
PROV = "http://www.w3.org/ns/prov#"
VOID = "http://rdfs.org/ns/void#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

# What no text may bring about, wherever it is written to.
HOSTILE = [
    "}} } ; DROP ALL ; INSERT DATA { GRAPH <urn:x> { <urn:a> <urn:b> 'c' } } #",
    "\"\"\" ''' \\ \\\\ \\u0022 \\U00000022 \\n",
    "a tab\t, a line\n and a return\r, a bell \x07, a null \x00, ? $ @ %s",
    "شفق نيوز 😀 e\u0301 \u2028 \u202e \ufeff",
    "",
    "x" * 100_000,
]


def quad(subject: str, predicate: str, obj: str, graph: str) -> str:
    term = obj if obj.startswith('"') else f"<{obj}>"
    return f"<{subject}> <{predicate}> {term} <{graph}> ."


def article(base: str, key: str, speakers: Iterable[str], text: str = "words") -> list[str]:
    """An article that has a claim by each of the speakers, and what joins it to others."""
    name = f"{base}article/{key}"
    told = [quad(name, TYPE, f"{CG}Article", name), quad(name, f"{CG}content", f'"{text}"', name)]
    for number, speaker in enumerate(speakers):
        told.append(quad(f"{name}/claim/{number}-9", f"{CG}claimant", f"{base}actor/{speaker}", name))
        told.append(quad(f"{name}/claim/{number}-9", f"{CG}expresses", f"{base}proposition/{key}", f"{base}stories"))
    return told


def entries(base: str, labels: dict[str, str]) -> list[str]:
    """The registry's entries."""
    return [quad(f"{base}actor/{slug}", LABEL, f'"{label}"@en', f"{base}registry") for slug, label in labels.items()]


def description(base: str, key: str, articles: Iterable[str]) -> list[str]:
    """What a graph says of itself: that it was built from these articles."""
    dataset, name = f"{base}dataset/{key}", f"{base}dataset/{key}/description"
    told = [quad(f"{dataset}/build", f"{PROV}used", f"{base}article/{one}", name) for one in articles]
    return [quad(name, TYPE, f"{VOID}DatasetDescription", name), *told]


def written(path: Path, *parts: Iterable[str]) -> Path:
    path.write_text("".join(f"{line}\n" for part in parts for line in part), encoding="utf-8")
    return path
