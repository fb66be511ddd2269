"""The table of docs/shapes.md: what each shape catches. `python -m tests.shapespage` writes it anew."""

from pathlib import Path

from rdflib import RDF, SH, Graph, URIRef

PAGE = Path(__file__).parents[1] / "docs" / "shapes.md"
FOLDER = Path(__file__).parents[1] / "shapes"
SHAPES = "https://w3id.org/claimgraph/shapes#"
BEGIN, END = "<!-- the tables: written by tests/shapespage.py -->\n", "<!-- end of the tables -->\n"
TARGETS = {SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf}
HOLDERS = TARGETS | {RDF.type, SH.property, SH.sparql, SH.name, SH.message, SH.severity}


def constraints(graph: Graph) -> list[URIRef]:
    """What can find something: property shapes, queries, and node shapes with constraints of their own; sorted."""
    found = set(graph.subjects(RDF.type, SH.PropertyShape)) | set(graph.subjects(RDF.type, SH.SPARQLConstraint))
    found |= {s for s in graph.subjects(RDF.type, SH.NodeShape) if set(graph.predicates(s)) - HOLDERS}
    return sorted(s for s in found if isinstance(s, URIRef))


def table(path: Path) -> str:
    """A heading with a table of a file's shapes: name, severity, what is wrong, in words."""
    graph = Graph().parse(path)
    title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").split(". ")[0].rstrip(".")
    rows = [
        f"### [{path.name}](../shapes/{path.name})\n\n{title}.\n\n| shape | severity | what it says |\n|---|---|---|\n"
    ]
    for shape in constraints(graph):
        carrier = next(graph.subjects(SH.sparql, shape), shape)
        severity = str(graph.value(carrier, SH.severity)).removeprefix(str(SH))
        message = str(graph.value(shape, SH.message)).replace("{?", "{").replace("|", "\\|")
        rows.append(f"| `{str(shape).removeprefix(SHAPES)}` | {severity} | {message} |\n")
    return "".join(rows)


def tables() -> str:
    """The tables of all files with shapes for graphs."""
    return "\n".join(table(path) for path in sorted(FOLDER.glob("*.ttl")) if path.name != "registry.ttl")


def main() -> None:
    """Write the tables into the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    PAGE.write_text(before + BEGIN + "\n" + tables() + "\n" + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
