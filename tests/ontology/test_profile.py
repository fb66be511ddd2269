"""The profile of the ontology, as the OWL API finds it, which owlready2 brings along with HermiT (version 3.4.3).

https://www.w3.org/TR/owl2-profiles/ and, for OWL 2 DL, section 3 of https://www.w3.org/TR/owl2-syntax/.
"""

import shutil
import subprocess
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal

from claimgraph.resources import ONTOLOGY

TURTLE = ONTOLOGY.read_text(encoding="utf-8")
JAR = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
needs_jdk = pytest.mark.skipif(
    shutil.which("javac") is None,
    reason="the OWL API checks the profile: it needs a JDK (Debian: openjdk-17-jdk-headless)",
)
Found = dict[str, set[tuple[str, str]]]


def found(folder: Path, more: str = "") -> Found:
    """What violates each profile, by kind of violation and of axiom, in the ontology with some more Turtle."""
    path = folder / "ontology.rdf"
    quads = ox.parse(f"{TURTLE}\n{more}", format=ox.RdfFormat.TURTLE)
    path.write_bytes(ox.serialize((q.triple for q in quads), format=ox.RdfFormat.RDF_XML) or b"")
    command = ["java", "-cp", str(JAR), str(Path(__file__).parent / "Profiles.java"), str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    rows = [line.split("\t") for line in told]
    assert int(rows[0][1]) > 1000  # it has read the whole
    kinds: Found = {"OWL2DLProfile": set(), "OWL2ELProfile": set(), "OWL2QLProfile": set(), "OWL2RLProfile": set()}
    for profile, violation, axiom in rows[1:]:
        kinds[profile].add((violation, axiom))
    return kinds


@needs_jdk
def test_it_is_owl_2_dl_and_what_keeps_it_out_of_the_smaller_profiles_is_known(tmp_path: Path) -> None:
    kinds = found(tmp_path)
    assert kinds["OWL2DLProfile"] == set()
    unions = {"DataPropertyDomain", "ObjectPropertyDomain", "ObjectPropertyRange"}
    assert kinds["OWL2RLProfile"] == {
        ("UseOfIllegalDataRange", "DataPropertyRange"),  # the list of codes
        ("UseOfNonEquivalentClassExpression", "EquivalentClasses"),  # the closed lists
        *(("UseOfNonSuperClassExpression", axiom) for axiom in unions),
    }
    for profile in ("OWL2ELProfile", "OWL2QLProfile"):
        assert ("UseOfIllegalAxiom", "FunctionalObjectProperty") in kinds[profile]
        assert {axiom for _, axiom in kinds[profile]} >= unions


@needs_jdk
@pytest.mark.parametrize(
    "more",
    [
        "cg:partOf a owl:IrreflexiveProperty .",  # transitive, hence not simple
        "cg:memberOf owl:propertyChainAxiom ( cg:partOf cg:memberOf cg:partOf ) .",  # in no order that a chain may have
        "cg:Claim rdfs:subClassOf <https://news.example/Undeclared> .",
    ],
)
def test_what_is_outside_owl_2_dl_is_found(more: str, tmp_path: Path) -> None:
    assert found(tmp_path, more)["OWL2DLProfile"]


# What can be told without Java. The OWL API has no objection to a range that is no datatype of OWL.


GRAPH = Graph(bind_namespaces="none").parse(ONTOLOGY)
# Those of the datatype map that the ontology may need: https://www.w3.org/TR/owl2-syntax/#Datatype_Maps
DATATYPES = {XSD.string, XSD.boolean, XSD.decimal, RDF.langString}


def test_it_imports_nothing() -> None:
    assert list(GRAPH.objects(None, OWL.imports)) == []


def test_its_literals_and_ranges_are_of_owls_datatypes() -> None:
    literals = {o.datatype or XSD.string for o in GRAPH.objects() if isinstance(o, Literal) and not o.language}
    ranges = {o for o in GRAPH.objects(None, RDFS.range) if str(o).startswith(str(XSD))}
    assert literals | ranges <= DATATYPES


def test_no_property_is_of_two_kinds() -> None:
    kinds = [set(GRAPH.subjects(RDF.type, kind)) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)]
    kinds.append(set(GRAPH.subjects(RDF.type, OWL.AnnotationProperty)))
    assert sum(map(len, kinds)) == len(set.union(*kinds))
