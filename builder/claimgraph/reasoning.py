"""Consistency under OWL: the ontology, alone or with a graph, put to the reasoner HermiT which owlready2 brings along.

HermiT knows the datatypes of OWL 2 only and stumbles over control characters. So in the graph's literals
- a value of any datatype but truth values and numbers (xsd:date, xsd:gYear, …) is read as a string, and
- a text of more than plain words is read as its SHA-256.
The ontology says nothing of the characters of a text or of dates, only which values are equal: no conclusion is lost.
"""

import io
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from rdflib import OWL, RDF, RDFS, XSD, Dataset, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Identifier, Node

from claimgraph.errors import ClaimgraphError
from claimgraph.resources import ONTOLOGY
from claimgraph.vocabulary import CG

Triple = tuple[Node, Node, Node]
_KEPT = frozenset({XSD.boolean, XSD.decimal, XSD.integer, XSD.nonNegativeInteger})
_PLAIN = re.compile(r"[A-Za-z0-9 .,:_/-]*")


@dataclass(frozen=True)
class Reasoned:
    """What HermiT finds. `reason` is empty where all is well."""

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()  # IRIs of classes that can have no instance
    reason: str = ""


@dataclass(frozen=True)
class Skipped:
    """Nothing was checked, and why."""

    reason: str


def check(graph: Graph | None = None) -> Reasoned | Skipped:
    """Put the ontology, with a graph or a dataset's graphs where given, to HermiT; skipped where no `java` is found.

    Raises ClaimgraphError where HermiT fails.
    """
    if shutil.which("java") is None:
        return Skipped("the OWL check was skipped: it needs a Java runtime, and no `java` is on the PATH; install one")
    alone = _alone()
    if graph is None or not alone.consistent:
        return alone
    ontology = _ontology()
    triples = [(s, p, _readable(o)) for s, p, o in _triples(graph)]
    if not _consistent(_written([*ontology, *triples])):
        return Reasoned(False, alone.unsatisfiable, _reason(ontology, triples))
    return alone


def _ontology() -> Graph:
    return Graph(bind_namespaces="none").parse(ONTOLOGY)


@lru_cache(maxsize=1)
def _alone() -> Reasoned:
    """The ontology classified by owlready2."""
    import owlready2  # slow to import, and needed for nothing else

    world = owlready2.World()
    try:
        world.get_ontology(f"{CG}").load(fileobj=io.BytesIO(_written(_ontology())))
        owlready2.sync_reasoner_hermit(world, debug=0)
        found = {str(c.iri) for c in world.inconsistent_classes()} - {str(OWL.Nothing)}
    except owlready2.OwlReadyInconsistentOntologyError:
        return Reasoned(False, reason="the ontology contradicts itself")
    except owlready2.OwlReadyJavaError as error:
        raise _failed(str(error)) from error
    finally:
        world.close()
    told = f"there can be no instance of {', '.join(sorted(found))}" if found else ""
    return Reasoned(True, tuple(sorted(found)), told)


def _consistent(triples: bytes) -> bool:
    """Whether N-Triples are consistent. owlready2 would have HermiT classify every term with all the instances about,
    ten times the work, so its HermiT is asked directly.
    """
    import owlready2

    home = Path(owlready2.__file__).parent / "hermit"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nt"
        path.write_bytes(triples)
        command = ["java", "-Xmx2000M", "-cp", f"{home}{os.pathsep}{home / 'HermiT.jar'}"]
        command += ["org.semanticweb.HermiT.cli.CommandLine", "--consistency", path.as_uri()]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own words
    if ran.returncode == 0 and "is satisfiable" in ran.stdout:
        return True
    if "InconsistentOntologyException" in ran.stderr:
        return False
    raise _failed(ran.stderr or ran.stdout)


def _failed(said: str) -> ClaimgraphError:
    return ClaimgraphError(f"HermiT failed, so nothing is known of the graph: {' '.join(said.split())[:300]}")


def _triples(graph: Graph) -> Iterable[Triple]:
    return ((s, p, o) for s, p, o, _ in graph.quads()) if isinstance(graph, Dataset) else graph


def _readable(node: Node) -> Node:
    """A literal as HermiT can read it."""
    if not isinstance(node, Literal) or node.datatype in _KEPT:
        return node
    text = str(node) if node.datatype == XSD.string else f"{node}{node.language or node.datatype or ''}"
    return Literal(text if _PLAIN.fullmatch(text) else sha256(text.encode(errors="replace")).hexdigest())


def _written(triples: Iterable[Triple]) -> bytes:
    """N-Triples."""
    lines = sorted(" ".join(n.n3() for n in t if isinstance(n, Identifier)) + " .\n" for t in triples)
    return "".join(lines).encode()


def _reason(ontology: Graph, triples: Iterable[Triple]) -> str:
    """HermiT gives no reasons: name the nodes whose types, as written, no node can have at once."""
    apart = [
        {c for c in Collection(ontology, members) if isinstance(c, URIRef)}
        for members in ontology.objects(None, OWL.members)
    ] + [{a, b} for a, b in ontology.subject_objects(OWL.disjointWith)]
    types: dict[Node, set[Node]] = {}
    for s, p, o in triples:
        if p == RDF.type:
            above = ontology.transitive_objects(o, RDFS.subClassOf)
            types.setdefault(s, set()).update(c for c in above if c is not None)
    for node in sorted(types, key=str):
        for classes in apart:
            both = sorted(str(c) for c in classes & types[node])
            if len(both) > 1:
                return f"{node} is both {both[0]} and {both[1]}, which share no instance"
    return "the statements contradict the ontology; no node is written to be of two classes that share no instance"
