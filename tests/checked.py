"""A graph and shapes of nobody in particular, for the reports: blank nodes, literals as focus nodes, hostile text."""

from pathlib import Path

PREFIXES = "@prefix e: <https://e.org/> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
PREFIXES += "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
HOSTILE = r"\u0001\u001b[31m]]> <b> & ::error::x\n::warning::y %0A, [a](https://e.org/) {0} ##[add-mask]z \ufffe\u202e"
GRAPH = f"""{PREFIXES}
e:ann a e:Person ; e:name "Ann" ; e:knows [ a e:Person ; e:age "old" ] .

e:bob a e:Person ;
    e:name "Bob", "Robert" ;
    e:nick "Ann"@en , "{HOSTILE}" .
"""
SHAPES = f"""{PREFIXES}
e:PersonShape a sh:NodeShape ;
    sh:targetClass e:Person ;
    sh:property e:one-name, [ sh:path e:age ; sh:datatype xsd:integer ],
        [ sh:path ( e:knows [ sh:inversePath e:nobody ] ) ; sh:maxCount 0 ; sh:minCount 1 ; sh:severity sh:Info ] .

e:one-name a sh:PropertyShape ;
    sh:path e:name ; sh:minCount 1 ; sh:maxCount 1 ;
    sh:name "just one name"@en, "ein Name"@de ;
    sh:message "Everybody has one name."@en, "Jeder hat einen Namen."@de ;
    sh:severity e:Critical .

e:NickShape a sh:NodeShape ; sh:targetObjectsOf e:nick ; sh:languageIn ( "en" ) ; sh:severity sh:Warning .

e:HailShape a sh:NodeShape ; sh:targetClass e:Person ; sh:severity sh:Info ; sh:sparql e:hails .

e:hails a sh:SPARQLConstraint ; sh:message "{{?value}} hails." ;
    sh:select "SELECT $this ?value WHERE {{ $this <https://e.org/nick> ?value }}" .
"""


def written(folder: Path) -> tuple[Path, Path]:
    """The files of the graph and of the shapes in a folder."""
    graph, shapes = folder / "people.ttl", folder / "shapes.ttl"
    graph.write_text(GRAPH, encoding="utf-8")
    shapes.write_text(SHAPES, encoding="utf-8")
    return graph, shapes
