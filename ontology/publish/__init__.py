"""What is published beside `claimgraph.ttl`, all of it made from that file: serialisations, the page, the picture.

The same ontology gives the same bytes.
"""

from pathlib import Path

from ontology.publish import page, picture, serial
from ontology.publish.source import Source

FOLDER = Path(__file__).parents[1]
TURTLE = FOLDER / "claimgraph.ttl"


def made(turtle: bytes) -> dict[str, bytes]:
    """The files that belong to an ontology in Turtle, by their paths in the folder.

    Raises SyntaxError where it is no Turtle, and ValueError where a term lacks what the page shows of it.
    """
    source = Source.read(turtle)
    drawing = picture.drawn(source)
    return {
        "claimgraph.rdf": serial.rdf_xml(source),
        "claimgraph.jsonld": serial.json_ld(source),
        "classes.svg": drawing.encode(),
        "index.html": page.written(source, drawing).encode(),
        f"versions/{source.version}.ttl": turtle,
    }
